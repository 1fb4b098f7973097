//! Words and texts for the values of the closed sets.

use core::ffi::c_char;
use core::ptr::null;

use kz_rules_core::{
    Action, AgeBand, AgeReading, Answer, CaseRefusal, CaseState, Certainty, CertificateField, Cure,
    DataItem, DayState, Document, Edition, Error, EventKind, Fact, Finding, FirstDay, Goal, IinWay,
    Language, Location, MissionKind, Obligation, Occasion, Phrase, PlaceOfStay, Procedure,
    Provision, Reason, Sex, Standing, StayRegime, Step, Text, TextForm, Verdict, VisaChannel,
    Vocabulary, Week, Zone, text_of,
};

use crate::law::pointer;
use crate::sets::{BirthPrecision, Coverage, Outcome, TermOutcome, Treaty};
use crate::status::Refusal;
use crate::types::*;

/// The word of the legal model for a value of a closed set, static; NULL if there is none. The
/// values of each set are numbered from 1 without gaps, but for statuses.
#[unsafe(no_mangle)]
pub extern "C" fn kz_word(of: kz_vocabulary, value: u8) -> *const c_char {
    macro_rules! look_up {
        ($($kind:ident),+) => {
            match Vocabulary::from_code(of) {
                $( Some(Vocabulary::$kind) => $kind::from_code(value).map($kind::word_text), )+
                Some(Vocabulary::Provision) => {
                    Provision::from_code(value.into()).map(Provision::id_text)
                }
                _ => None,
            }
        };
    }
    look_up!(
        Fact,
        Standing,
        Occasion,
        Action,
        VisaChannel,
        Answer,
        Location,
        Edition,
        AgeReading,
        Obligation,
        Week,
        Certainty,
        Reason,
        Treaty,
        StayRegime,
        TermOutcome,
        Coverage,
        DayState,
        Zone,
        Sex,
        Document,
        Error,
        BirthPrecision,
        Outcome,
        FirstDay,
        AgeBand,
        Phrase,
        Language,
        Verdict,
        Step,
        Goal,
        EventKind,
        CaseState,
        CaseRefusal,
        DataItem,
        PlaceOfStay,
        CertificateField,
        IinWay,
        MissionKind,
        Procedure,
        Finding,
        Cure
    )
    .map_or(null(), pointer)
}

/// The text for a value of a closed set in a language, static UTF-8: a label of at most 40
/// characters, or a sentence of at most 160; the sentence of a fact is the question that asks for
/// it. NULL if the language is not in the build (it needs its feature), there is no such value, or it
/// has no such text: not every value has a sentence, but every value has a label.
///
/// `code` is the number of the value; for KZ_VOCABULARY_ERROR and KZ_VOCABULARY_REFUSAL, which are
/// one here, it is a kz_status, negated.
#[unsafe(no_mangle)]
pub extern "C" fn kz_text(
    language: kz_language,
    of: kz_vocabulary,
    code: u16,
    form: kz_text_form,
) -> *const c_char {
    find(language, of, code, form).map_or(null(), pointer)
}

fn find(language: kz_language, of: kz_vocabulary, code: u16, form: kz_text_form) -> Option<Text> {
    let language = Language::from_code(language)?;
    let form = TextForm::from_code(form)?;
    match Vocabulary::from_code(of)? {
        Vocabulary::Error | Vocabulary::Refusal => match number_of_refusal(code) {
            Some(number) => text_of(language, Vocabulary::Refusal, number, form),
            None => text_of(language, Vocabulary::Error, code, form),
        },
        of => text_of(language, of, code, form),
    }
}

/// The number of a refusal among all, in their order, from 1.
fn number_of_refusal(negated: u16) -> Option<u16> {
    let status = i32::from(negated).wrapping_neg();
    let mut numbered = (1..).zip(Refusal::STATUSES);
    numbered.find_map(|(number, refusal)| (*refusal == status).then_some(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kz_rules_core::glossary_lines;

    /// The glossaries of the core must speak of these sets in this order, and may speak of values
    /// yet to come; a language that is not in the build says nothing.
    fn agree(of: Vocabulary, known: &[&str]) {
        for language in Language::ALL {
            let words: Vec<_> = glossary_lines(*language, of).map(|line| line.0).collect();
            assert!(
                words.is_empty() || words.starts_with(known),
                "{language}, {of}: {words:?}, not {known:?}"
            );
        }
    }

    #[test]
    fn the_glossaries_speak_of_the_sets_of_this_interface() {
        macro_rules! sets {
            ($($kind:ident),+) => { $(
                agree(Vocabulary::$kind, &$kind::ALL.iter().map(|v| v.word()).collect::<Vec<_>>());
            )+ };
        }
        sets!(BirthPrecision, Coverage, Outcome, TermOutcome, Treaty);
        let refusals: Vec<_> = Refusal::ALL.iter().map(|(_, word, _)| *word).collect();
        agree(Vocabulary::Refusal, &refusals);
    }

    #[test]
    fn a_refusal_is_found_by_its_status() {
        for (place, (refusal, _, _)) in Refusal::ALL.iter().enumerate() {
            let status = u16::try_from((*refusal as i32).unsigned_abs()).unwrap_or_default();
            assert_eq!(number_of_refusal(status).map(usize::from), Some(place + 1));
        }
        assert_eq!(number_of_refusal(1), None);
        assert_eq!(number_of_refusal(u16::MAX), None);
    }
}

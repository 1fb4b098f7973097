//! Words and texts for the values of the closed sets, and for what a law names.

use core::ffi::c_char;
use core::ptr::null;

use kz_rules_core::{
    Action, AgeBand, AgeReading, Answer, CaseState, Certainty, CertificateField, Covered, Cure,
    DataItem, DayState, DocumentKind, Edition, Error, EventKind, Fact, Finding, FirstDay, Goal,
    Language, Law, LawKnown, Location, MissionKind, Obligation, Occasion, PlaceOfStay, Procedure,
    Provision, Reason, Sex, Standing, StayRegime, StayState, Step, Term, Text, TextForm, Verdict,
    VisaChannel, Vocabulary, Week, Zone, text,
};

use crate::law::{kz_law, law, pointer};
use crate::sets::{BirthPrecision, Outcome, TermOutcome, Treaty};
use crate::status::{BadInput, KZ_OK, kz_status};
use crate::types::*;

/// Hands all closed sets, by their names in [`Vocabulary`], to a macro.
macro_rules! closed_sets {
    ($then:ident) => {
        $then!(
            Fact,
            Standing,
            Occasion,
            Action,
            VisaChannel,
            Answer,
            Location,
            AgeReading,
            Obligation,
            Week,
            Term,
            LawKnown,
            StayState,
            DocumentKind,
            Certainty,
            Reason,
            Treaty,
            StayRegime,
            TermOutcome,
            Covered,
            DayState,
            Zone,
            Sex,
            Error,
            BirthPrecision,
            Outcome,
            FirstDay,
            AgeBand,
            Language,
            Verdict,
            Step,
            Goal,
            EventKind,
            CaseState,
            DataItem,
            PlaceOfStay,
            CertificateField,
            MissionKind,
            Procedure,
            Finding,
            Cure
        )
    };
}

/// The name of a value of a closed set in the legal model, or the identifier of a provision, a document or an
/// edition of the law; NULL if there is none. The values of each closed set are numbered from 1 without gaps.
/// For a status see kz_status_name().
///
/// # Safety
///
/// `law` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_name(
    law: *const kz_law,
    of: kz_vocabulary,
    value: u16,
) -> *const c_char {
    // SAFETY: as promised by the caller.
    let law = unsafe { self::law(law) }.ok();
    law.and_then(|law| name(law, of, value))
        .map_or(null(), pointer)
}

fn name<'a>(law: Law<'a>, of: kz_vocabulary, value: u16) -> Option<Text<'a>> {
    let code = u8::try_from(value).ok();
    macro_rules! look_up {
        ($($kind:ident),+) => {
            match Vocabulary::from_code(of)? {
                $( Vocabulary::$kind => $kind::from_code(code?).map($kind::name_text), )+
                Vocabulary::Provision => {
                    let provision = law.provision(Provision::from_number(value)?)?;
                    Some(provision.id_text())
                }
                Vocabulary::Document => {
                    let mut all = law.all_documents();
                    all.find(|entry| u16::from(entry.row().number()) == value)
                        .map(|entry| entry.id_text())
                }
                Vocabulary::Edition => law.edition_id(Edition::new(code?)),
                Vocabulary::Refusal => None,
            }
        };
    }
    closed_sets!(look_up)
}

/// How many values a closed set has: they are numbered from 1 without gaps. Of what a law numbers: how many
/// there are. 0 for statuses, and for what is no vocabulary.
///
/// # Safety
///
/// `law` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_vocabulary_count(law: *const kz_law, of: kz_vocabulary) -> u16 {
    // SAFETY: as promised by the caller.
    let law = unsafe { self::law(law) }.ok();
    law.and_then(|law| count(law, of))
        .and_then(|count| u16::try_from(count).ok())
        .unwrap_or_default()
}

fn count(law: Law<'_>, of: kz_vocabulary) -> Option<usize> {
    macro_rules! count {
        ($($kind:ident),+) => {
            match Vocabulary::from_code(of)? {
                Vocabulary::Error | Vocabulary::Refusal => None,
                $( Vocabulary::$kind => Some($kind::ALL.len()), )+
                Vocabulary::Provision => Some(law.all_provisions().count()),
                Vocabulary::Document => Some(law.all_documents().count()),
                Vocabulary::Edition => Some(
                    (1..=u8::MAX)
                        .take_while(|number| law.edition_id(Edition::new(*number)).is_some())
                        .count(),
                ),
            }
        };
    }
    #[allow(unreachable_patterns)] // errors are a closed set too
    let count = closed_sets!(count);
    count
}

/// The vocabulary of a fact's values; 0 for the birth date, and for what is no fact.
#[unsafe(no_mangle)]
pub extern "C" fn kz_fact_vocabulary(fact: kz_fact) -> kz_vocabulary {
    let of = match Fact::from_code(fact) {
        None | Some(Fact::Birth) => return 0,
        Some(Fact::Occasion) => Vocabulary::Occasion,
        Some(Fact::Standing) => Vocabulary::Standing,
        Some(Fact::Action) => Vocabulary::Action,
        Some(Fact::VisaChannel) => Vocabulary::VisaChannel,
        Some(Fact::Location) => Vocabulary::Location,
        Some(_) => Vocabulary::Answer,
    };
    of.code()
}

/// The name of a status, such as "bad_on" for KZ_ERROR_BAD_ON: "ok" for KZ_OK, and "unknown" for a number that
/// is no status. Static; never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn kz_status_name(status: kz_status) -> *const c_char {
    pointer(name_of_status(status).unwrap_or(text!("unknown")))
}

fn name_of_status(status: kz_status) -> Option<Text<'static>> {
    if status == KZ_OK {
        return Some(text!("ok"));
    }
    let error = u8::try_from(status.wrapping_neg())
        .ok()
        .and_then(Error::from_code);
    error.map(Error::name_text).or_else(|| {
        let mut refusals = BadInput::STATUSES.iter().zip(BadInput::NAMES);
        refusals.find_map(|(refusal, word)| (*refusal == status).then_some(*word))
    })
}

/// The text in a language for a value of a closed set, or for a provision, a document, an edition or a
/// question of the law, in UTF-8: a label of at most 40 characters, or a sentence of at most 160; the
/// sentence of a fact is the question that asks for it. NULL if the language is not in the library,
/// there is no such value, or it has no such text: not every value has a sentence, but every
/// value has a label.
///
/// `code` is the number of the value; for KZ_VOCABULARY_ERROR and KZ_VOCABULARY_REFUSAL, which are
/// one here, it is a kz_status, negated.
///
/// # Safety
///
/// `law` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_text(
    law: *const kz_law,
    language: kz_language,
    of: kz_vocabulary,
    code: u16,
    form: kz_text_form,
) -> *const c_char {
    // SAFETY: as promised by the caller.
    let law = unsafe { self::law(law) }.ok();
    let text = law.and_then(|law| find(law, language, of, code, form));
    text.map_or(null(), pointer)
}

fn find<'a>(
    law: Law<'a>,
    language: kz_language,
    of: kz_vocabulary,
    code: u16,
    form: kz_text_form,
) -> Option<Text<'a>> {
    let language = Language::from_code(language)?;
    let form = TextForm::from_code(form)?;
    match Vocabulary::from_code(of)? {
        Vocabulary::Error | Vocabulary::Refusal => match number_of_bad_input(code) {
            Some(number) => law.text(language, Vocabulary::Refusal, number, form),
            None => law.text(language, Vocabulary::Error, code, form),
        },
        of => law.text(language, of, code, form),
    }
}

/// The number of a refusal among all, in their order, from 1.
fn number_of_bad_input(negated: u16) -> Option<u16> {
    let status = i32::from(negated).wrapping_neg();
    let mut numbered = (1..).zip(BadInput::STATUSES);
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
                agree(Vocabulary::$kind, &$kind::ALL.iter().map(|v| v.name()).collect::<Vec<_>>());
            )+ };
        }
        sets!(BirthPrecision, Outcome, TermOutcome, Treaty);
        let refusals: Vec<_> = BadInput::ALL.iter().map(|(_, word, _)| *word).collect();
        agree(Vocabulary::Refusal, &refusals);
    }

    #[test]
    fn a_refusal_is_found_by_its_status() {
        for (place, (refusal, _, _)) in BadInput::ALL.iter().enumerate() {
            let status = u16::try_from((*refusal as i32).unsigned_abs()).unwrap_or_default();
            assert_eq!(
                number_of_bad_input(status).map(usize::from),
                Some(place + 1)
            );
        }
        assert_eq!(number_of_bad_input(1), None);
        assert_eq!(number_of_bad_input(u16::MAX), None);
    }
}

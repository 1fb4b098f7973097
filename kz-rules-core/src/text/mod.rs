//! What the library says to a person, in Kazakh, Russian and English.
//!
//! One file a language, each a glossary: for every value of every [`Vocabulary`] a label and, where it
//! helps, a sentence. A language is in the build only with its feature. To add a value, add its line
//! to the three files: without it they do not build.

#[cfg(any(feature = "text-kk", feature = "text-ru", feature = "text-en"))]
#[macro_use]
mod glossary;
#[cfg(feature = "text-en")]
mod en;
#[cfg(feature = "text-kk")]
mod kk;
#[cfg(feature = "text-ru")]
mod ru;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use vocabulary::Vocabulary;

use crate::base::closed_set::closed_set;
use crate::base::static_text::Text;
use crate::base::strings::Strings;
use crate::law::{Edition, Law, Provision};
use crate::{
    Action, AgeBand, AgeReading, Answer, CaseState, Certainty, CertificateField, Covered, Cure,
    DataItem, DayState, DocumentKind, Error, EventKind, Fact, Finding, FirstDay, Goal, LawKnown,
    Location, MissionKind, Obligation, Occasion, PlaceOfStay, Procedure, Reason, Sex, Standing,
    StayRegime, StayState, Step, Term, Verdict, VisaChannel, Week, Zone,
};

closed_set! {
    /// A language of the texts.
    pub enum Language {
        /// Kazakh.
        Kk = 1, "kk";
        /// Russian.
        Ru = 2, "ru";
        /// English.
        En = 3, "en";
    }
}

closed_set! {
    /// The two forms of a text.
    pub enum TextForm {
        /// A few words, at most 40 characters, without a full stop.
        Label = 1, "label";
        /// At most 160 characters, with its full stop or question mark; of a fact it is the question
        /// that asks for it. Not every value has one.
        Sentence = 2, "sentence";
    }
}

/// A value of which the glossaries speak.
pub trait Item: Copy {
    /// The closed set it belongs to.
    const OF: Vocabulary;

    /// Its number there.
    fn number(self) -> u16;
}

/// What a value is called, or what there is to say of it; for a fact the sentence is the question that asks
/// for it. None if there is nothing, or the language is not in the build.
///
/// Provisions, editions, documents and questions are the law's: see [`Law::text`].
///
/// ```
/// use kz_rules_core::{Language, Obligation, label};
///
/// if let Some(label) = label(Language::En, Obligation::Mandatory) {
///     assert_eq!(label.as_str(), "Mandatory");
/// }
/// ```
#[must_use]
pub fn label<T: Item>(language: Language, item: T) -> Option<Text<'static>> {
    Law::BUILT_IN.text(language, T::OF, item.number(), TextForm::Label)
}

/// See [`label()`].
#[must_use]
pub fn sentence<T: Item>(language: Language, item: T) -> Option<Text<'static>> {
    Law::BUILT_IN.text(language, T::OF, item.number(), TextForm::Sentence)
}

impl Item for Provision {
    const OF: Vocabulary = Vocabulary::Provision;

    fn number(self) -> u16 {
        Self::number(self)
    }
}

impl Item for Edition {
    const OF: Vocabulary = Vocabulary::Edition;

    fn number(self) -> u16 {
        Self::number(self).into()
    }
}

impl<'a> Law<'a> {
    /// The text for the value of a closed set, or of the law, with this number: a label, or a sentence. None
    /// if there is none, or the language is not in the build.
    ///
    /// Provisions, editions, documents and the law's questions, which are facts, have the texts of the law;
    /// all else has those of the library. The values of [`Vocabulary::Refusal`] are numbered in the order of
    /// the glossary.
    #[must_use]
    pub fn text(
        self,
        language: Language,
        of: Vocabulary,
        number: u16,
        form: TextForm,
    ) -> Option<Text<'a>> {
        if let Some(place) = self.place_of(of, number) {
            let texts = *self
                .texts()
                .get(usize::from(language.code()).wrapping_sub(1))?;
            // The first text is the language's name; then come two of each thing.
            let place = 2usize.checked_mul(place)?.checked_add(form.code().into())?;
            let text = texts.text(place);
            return text.filter(|text| !text.as_str().is_empty());
        }
        let place = match of {
            Vocabulary::Provision | Vocabulary::Edition | Vocabulary::Document => return None,
            // The only numbers with gaps.
            Vocabulary::Error => Error::ALL
                .iter()
                .position(|error| u16::from(error.code()) == number)?,
            _ => usize::from(number).checked_sub(1)?,
        };
        at(language, of, place, form)
    }

    /// The place among the texts of a law of something that is the law's.
    fn place_of(self, of: Vocabulary, number: u16) -> Option<usize> {
        let documents = self.documents().len();
        let editions = documents.saturating_add(self.edition_count());
        let provisions = editions.saturating_add(self.provisions().len());
        match of {
            Vocabulary::Document => {
                let mut all = self.all_documents();
                all.find(|entry| entry.row().number() == number)
                    .map(|entry| entry.place)
            }
            Vocabulary::Edition => {
                let place = Edition::new(u8::try_from(number).ok()?).place();
                (place < self.edition_count()).then(|| documents.saturating_add(place))
            }
            Vocabulary::Provision => {
                let entry = self.provision(Provision::from_number(number)?)?;
                Some(editions.saturating_add(entry.place))
            }
            Vocabulary::Fact => {
                let question = number.checked_sub(u16::from(Fact::Question1.code()))?;
                self.question(u8::try_from(question.saturating_add(1)).ok()?)?;
                Some(provisions.saturating_add(question.into()))
            }
            _ => None,
        }
    }
}

/// The text of the value at this place of a set.
fn at(language: Language, of: Vocabulary, place: usize, form: TextForm) -> Option<Text<'static>> {
    let before = match form {
        TextForm::Label => place.checked_mul(2)?,
        TextForm::Sentence => place.checked_mul(2)?.checked_add(1)?,
    };
    let text = Strings::new(texts(language, of)?).text(before);
    text.filter(|text| !text.as_str().is_empty())
}

/// The texts of a set: of each value the label and the sentence, if any, each closed with a NUL.
fn texts(language: Language, of: Vocabulary) -> Option<&'static str> {
    match language {
        #[cfg(feature = "text-kk")]
        Language::Kk => Some(kk::texts(of)),
        #[cfg(feature = "text-ru")]
        Language::Ru => Some(ru::texts(of)),
        #[cfg(feature = "text-en")]
        Language::En => Some(en::texts(of)),
        #[allow(unreachable_patterns)] // not if all languages are in the build
        _ => {
            let _ = of;
            None
        }
    }
}

/// The lines of a set in a glossary, in its order: word, label and sentence. None if the language is
/// not in the build. For tests and tools.
#[doc(hidden)]
pub fn glossary_lines(
    language: Language,
    of: Vocabulary,
) -> impl Iterator<Item = (&'static str, Option<Text<'static>>, Option<Text<'static>>)> {
    let words: &[&str] = match language {
        #[cfg(feature = "text-kk")]
        Language::Kk => kk::words(of),
        #[cfg(feature = "text-ru")]
        Language::Ru => ru::words(of),
        #[cfg(feature = "text-en")]
        Language::En => en::words(of),
        #[allow(unreachable_patterns)] // not if all languages are in the build
        _ => &[],
    };
    words.iter().enumerate().map(move |(place, word)| {
        let form = |form| at(language, of, place, form);
        (*word, form(TextForm::Label), form(TextForm::Sentence))
    })
}

/// Makes items of closed sets, and holds each glossary to them: the lines of a set are its values,
/// in the order of their numbers.
macro_rules! items {
    ($($kind:ident: $word:ident;)+) => { $(
        impl Item for $kind {
            const OF: Vocabulary = Vocabulary::$kind;

            fn number(self) -> u16 {
                self.code().into()
            }
        }

        #[cfg(feature = "text-kk")]
        agree!(kk, "kk", $kind, $word);
        #[cfg(feature = "text-ru")]
        agree!(ru, "ru", $kind, $word);
        #[cfg(feature = "text-en")]
        agree!(en, "en", $kind, $word);
    )+

        /// How many values each set has.
        #[cfg(test)]
        const KNOWN: &[(Vocabulary, usize)] = &[$( (Vocabulary::$kind, $kind::ALL.len()) ),+];
    };
}

/// Does not build if a value has no line of its own. Lines for values yet to come may follow.
#[cfg(any(feature = "text-kk", feature = "text-ru", feature = "text-en"))]
macro_rules! agree {
    ($glossary:ident, $file:literal, $kind:ident, $word:ident) => {
        #[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects)] // evaluated by the compiler alone
        const _: () = {
            let words = $glossary::words(Vocabulary::$kind);
            let mut place = 0;
            while place < $kind::ALL.len() {
                assert!(
                    place < words.len() && $kind::ALL[place].$word().is(words[place]),
                    concat!(
                        "text/",
                        $file,
                        ".rs, ",
                        stringify!($kind),
                        ": a line for each value, in their order"
                    )
                );
                place += 1;
            }
        };
    };
}

items! {
    Obligation: name_text;
    Fact: name_text;
    Standing: name_text;
    Occasion: name_text;
    Action: name_text;
    VisaChannel: name_text;
    Answer: name_text;
    Location: name_text;
    AgeBand: name_text;
    AgeReading: name_text;
    Week: name_text;
    Term: name_text;
    LawKnown: name_text;
    StayState: name_text;
    DocumentKind: name_text;
    FirstDay: name_text;
    Certainty: name_text;
    Reason: name_text;
    StayRegime: name_text;
    Covered: name_text;
    DayState: name_text;
    Zone: name_text;
    Sex: name_text;
    Error: name_text;
    Language: name_text;
    Verdict: name_text;
    Step: name_text;
    Goal: name_text;
    EventKind: name_text;
    CaseState: name_text;
    DataItem: name_text;
    PlaceOfStay: name_text;
    CertificateField: name_text;
    MissionKind: name_text;
    Procedure: name_text;
    Finding: name_text;
    Cure: name_text;
}

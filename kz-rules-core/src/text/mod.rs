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
mod phrase;
#[cfg(feature = "text-ru")]
mod ru;
mod static_text;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use phrase::Phrase;
pub use static_text::Text;
pub(crate) use static_text::text;
pub use vocabulary::Vocabulary;

use crate::closed_set::closed_set;
use crate::{
    Action, AgeBand, AgeReading, Answer, CaseRefusal, CaseState, Certainty, CertificateField, Cure,
    DataItem, DayState, Document, Edition, Error, EventKind, Fact, Finding, FirstDay, Goal, IinWay,
    Location, MissionKind, Obligation, Occasion, PlaceOfStay, Procedure, Provision, Reason, Sex,
    Standing, StayRegime, Step, Verdict, VisaChannel, Week, Zone,
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

/// What a value is called; none if the language is not in the build.
///
/// ```
/// use kz_rules_core::{Language, Obligation, label};
///
/// if let Some(label) = label(Language::En, Obligation::Mandatory) {
///     assert_eq!(label.as_str(), "Mandatory");
/// }
/// ```
#[must_use]
pub fn label<T: Item>(language: Language, item: T) -> Option<Text> {
    text_of(language, T::OF, item.number(), TextForm::Label)
}

/// What there is to say of a value, for a fact the question that asks for it; none if there is
/// nothing, or the language is not in the build.
#[must_use]
pub fn sentence<T: Item>(language: Language, item: T) -> Option<Text> {
    text_of(language, T::OF, item.number(), TextForm::Sentence)
}

/// The text for the value with this number; none if there is none, or the language is not in the
/// build. The values of [`Vocabulary::Refusal`] are numbered in the order of the glossary.
#[must_use]
pub fn text_of(language: Language, of: Vocabulary, number: u16, form: TextForm) -> Option<Text> {
    let place = match of {
        // The only numbers with gaps.
        Vocabulary::Error => Error::ALL
            .iter()
            .position(|error| u16::from(error.code()) == number)?,
        _ => usize::from(number).checked_sub(1)?,
    };
    at(language, of, place, form)
}

/// The text of the value at this place of a set.
fn at(language: Language, of: Vocabulary, place: usize, form: TextForm) -> Option<Text> {
    let before = match form {
        TextForm::Label => place.checked_mul(2)?,
        TextForm::Sentence => place.checked_mul(2)?.checked_add(1)?,
    };
    Text::after(before, texts(language, of)?)
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
) -> impl Iterator<Item = (&'static str, Option<Text>, Option<Text>)> {
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
    Provision: id_text;
    Document: word_text;
    Edition: word_text;
    Obligation: word_text;
    Fact: word_text;
    Standing: word_text;
    Occasion: word_text;
    Action: word_text;
    VisaChannel: word_text;
    Answer: word_text;
    Location: word_text;
    AgeBand: word_text;
    AgeReading: word_text;
    Week: word_text;
    FirstDay: word_text;
    Certainty: word_text;
    Reason: word_text;
    StayRegime: word_text;
    DayState: word_text;
    Zone: word_text;
    Sex: word_text;
    Error: word_text;
    Phrase: word_text;
    Language: word_text;
    Verdict: word_text;
    Step: word_text;
    Goal: word_text;
    EventKind: word_text;
    CaseState: word_text;
    CaseRefusal: word_text;
    DataItem: word_text;
    PlaceOfStay: word_text;
    CertificateField: word_text;
    IinWay: word_text;
    MissionKind: word_text;
    Procedure: word_text;
    Finding: word_text;
    Cure: word_text;
}

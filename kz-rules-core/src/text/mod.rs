//! The texts that the library shows to a person, in Kazakh, Russian and English.
//!
//! There is one file for each language, a glossary: for every value of every [`Vocabulary`] a label and, where it helps, a
//! sentence. A language is in the build only with its feature. To add a value, add its line to the three files: without it
//! they do not compile.

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
use crate::base::sealed::Sealed;
use crate::base::static_text::Text;
use crate::base::strings::Strings;
use crate::law::{Edition, Law, Provision};
use crate::{
    Action, AgeBand, AgeReading, Answer, BirthPrecision, CaseState, Certainty, CertificateField,
    Covered, Cure, DataItem, DayState, DocumentKind, Error, EventKind, Fact, Finding, FirstDay,
    Goal, LawKnown, Location, MissionKind, Obligation, Occasion, OutcomeKind, PlaceOfStay,
    Procedure, Reason, Sex, Standing, StayRegime, StayState, Step, Term, TermOutcomeKind,
    TreatyKind, Verdict, VisaChannel, Week, Zone,
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
        /// At most 160 characters, with its full stop or question mark; for a fact it is the question that asks for it. Not
        /// every value has one.
        Sentence = 2, "sentence";
    }
}

/// A value that has texts in the glossaries. Only types of this library can implement it.
pub trait Item: Sealed + Copy {
    /// The closed set it belongs to.
    const OF: Vocabulary;

    /// Its number there.
    fn number(self) -> u16;
}

/// The label of a value. None if it has none, or the language is not in the build.
///
/// The texts of provisions, editions, documents and questions are in the law: see [`Law::text`].
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

/// The sentence of a value; for a fact, the question that asks for it. See [`label()`].
#[must_use]
pub fn sentence<T: Item>(language: Language, item: T) -> Option<Text<'static>> {
    Law::BUILT_IN.text(language, T::OF, item.number(), TextForm::Sentence)
}

impl Sealed for Provision {}

impl Item for Provision {
    const OF: Vocabulary = Vocabulary::Provision;

    fn number(self) -> u16 {
        Self::number(self)
    }
}

impl Sealed for Edition {}

impl Item for Edition {
    const OF: Vocabulary = Vocabulary::Edition;

    fn number(self) -> u16 {
        Self::number(self).into()
    }
}

/// Where the texts of a value are: the place of its label; its sentence comes next.
#[cfg(any(feature = "text-kk", feature = "text-ru", feature = "text-en"))]
#[derive(Clone, Copy)]
enum Place {
    /// Among the texts of the law.
    OfLaw(usize),
    /// Among those of its set in a glossary.
    OfSet(usize),
}

#[cfg(any(feature = "text-kk", feature = "text-ru", feature = "text-en"))]
impl Law<'_> {
    /// Where the texts of a value are; none if it has none in any language.
    fn place_of(self, of: Vocabulary, number: u16) -> Option<Place> {
        if let Some(place) = self.place_in_law(of, number) {
            // The first text is the language's name.
            return Some(Place::OfLaw(place.checked_mul(2)?.checked_add(1)?));
        }
        match of {
            Vocabulary::Provision | Vocabulary::Edition | Vocabulary::Document => None,
            _ => {
                let place = usize::from(number).checked_sub(1)?;
                Some(Place::OfSet(place.checked_mul(2)?))
            }
        }
    }

    /// The place of something of the law, among everything that has texts in it.
    fn place_in_law(self, of: Vocabulary, number: u16) -> Option<usize> {
        let documents = self.documents().len();
        let editions = documents.saturating_add(self.edition_count());
        let provisions = editions.saturating_add(self.provisions().len());
        match of {
            Vocabulary::Document => self.document(number).map(|entry| entry.place),
            Vocabulary::Edition => {
                let place = Edition::new(u8::try_from(number).ok()?).place();
                (place < self.edition_count()).then(|| documents.saturating_add(place))
            }
            Vocabulary::Provision => {
                let entry = self.provision(Provision::from_number(number)?)?;
                Some(editions.saturating_add(entry.place))
            }
            Vocabulary::Fact => {
                let question = question_number(number)?;
                self.question(question)?;
                Some(provisions.saturating_add(usize::from(question).checked_sub(1)?))
            }
            _ => None,
        }
    }
}

#[cfg(any(feature = "text-kk", feature = "text-ru", feature = "text-en"))]
impl<'a> Law<'a> {
    /// The text for something of the law that has none in this language: that of the built-in law for the same identifier,
    /// else the identifier, as a label and as the question.
    fn text_not_its_own(
        self,
        of: Vocabulary,
        number: u16,
        built_in: Strings<'a>,
        form: TextForm,
    ) -> Option<Text<'a>> {
        let id = self.id_of(of, number)?;
        match Law::BUILT_IN.place_of_id(of, id.as_str()) {
            Some(place) => text_at(built_in, place.checked_mul(2)?.checked_add(1)?, form),
            None => (form == TextForm::Label || of == Vocabulary::Fact).then_some(id),
        }
    }

    /// The place of what has this identifier, among everything that has texts in the law.
    fn place_of_id(self, of: Vocabulary, id: &str) -> Option<usize> {
        let number = match of {
            Vocabulary::Document => {
                let mut all = self.all_documents();
                all.find(|entry| entry.id() == id)?.row().number()
            }
            Vocabulary::Edition => self.edition_by_name(id)?.number().into(),
            Vocabulary::Provision => self.provision_by_id(id)?.number(),
            Vocabulary::Fact => {
                let mut all = (1..=4).filter(|number| self.question(*number) == Some(id));
                u16::from(
                    Fact::Question1
                        .code()
                        .saturating_add(all.next()?.saturating_sub(1)),
                )
            }
            _ => return None,
        };
        self.place_in_law(of, number)
    }
}

impl<'a> Law<'a> {
    /// The identifier of something that a law numbers: a provision, a document or an edition, or a fact that is a question of
    /// the law. None if the law does not have it.
    #[must_use]
    pub fn id_of(self, of: Vocabulary, number: u16) -> Option<Text<'a>> {
        match of {
            Vocabulary::Document => self.document(number).map(|entry| entry.id_text()),
            Vocabulary::Edition => self.edition_id(Edition::new(u8::try_from(number).ok()?)),
            Vocabulary::Provision => {
                let entry = self.provision(Provision::from_number(number)?)?;
                Some(entry.id_text())
            }
            Vocabulary::Fact => self.question_id(question_number(number)?),
            _ => None,
        }
    }
}

/// The number of the law's question that a fact stands for.
fn question_number(fact: u16) -> Option<u8> {
    let question = fact.checked_sub(Fact::Question1.code().into())?;
    u8::try_from(question.saturating_add(1)).ok()
}

/// The label at a place, or the sentence after it.
fn text_at(texts: Strings<'_>, label: usize, form: TextForm) -> Option<Text<'_>> {
    let place = match form {
        TextForm::Label => label,
        TextForm::Sentence => label.checked_add(1)?,
    };
    texts.text(place).filter(|text| !text.as_str().is_empty())
}

/// One function for each language, so that a program carries only the languages that it calls.
macro_rules! languages {
    ($($language:ident, $feature:literal, $glossary:ident, $text:ident;)+) => {
        impl<'a> Law<'a> {
            /// The text for the value of a closed set, or of the law, with this number: a label, or a
            /// sentence. None if there is none, or the language is not in the build.
            ///
            /// The law has the texts of provisions, editions, documents and its own questions, which are facts. If a pack
            /// has no label for something, its texts are those of the built-in law for the same identifier; else the label is
            /// the identifier, and so is the sentence of a question. The library has all other texts. The values of
            /// [`Vocabulary::Status`] are numbered in the order of the glossary.
            ///
            /// A program that calls this carries all languages of the build; `text_kk`, `text_ru` and `text_en` carry one
            /// each.
            #[must_use]
            pub fn text(
                self,
                language: Language,
                of: Vocabulary,
                number: u16,
                form: TextForm,
            ) -> Option<Text<'a>> {
                match language {
                    $(
                        #[cfg(feature = $feature)]
                        Language::$language => self.$text(of, number, form),
                    )+
                    #[allow(unreachable_patterns)] // not if all languages are in the build
                    _ => {
                        let _ = (of, number, form);
                        None
                    }
                }
            }

            $(
                /// The same as [`Law::text`], in this language only.
                #[cfg(feature = $feature)]
                #[must_use]
                pub fn $text(self, of: Vocabulary, number: u16, form: TextForm) -> Option<Text<'a>> {
                    const LANGUAGE: usize = Language::$language as usize - 1;
                    match self.place_of(of, number)? {
                        Place::OfLaw(label) => {
                            let own = self.texts::<LANGUAGE>();
                            if text_at(own, label, TextForm::Label).is_some() {
                                return text_at(own, label, form);
                            }
                            self.text_not_its_own(of, number, Law::BUILT_IN.texts::<LANGUAGE>(), form)
                        }
                        Place::OfSet(label) => text_at($glossary::texts(of), label, form),
                    }
                }
            )+
        }

        /// The words of a set, and their texts. None if the language is not in the build.
        fn glossary(language: Language, of: Vocabulary) -> (&'static [&'static str], Strings<'static>) {
            match language {
                $(
                    #[cfg(feature = $feature)]
                    Language::$language => ($glossary::words(of), $glossary::texts(of)),
                )+
                #[allow(unreachable_patterns)] // not if all languages are in the build
                _ => {
                    let _ = of;
                    (&[], Strings::default())
                }
            }
        }
    };
}

languages! {
    Kk, "text-kk", kk, text_kk;
    Ru, "text-ru", ru, text_ru;
    En, "text-en", en, text_en;
}

/// The lines of a set in a glossary, in its order: word, label and sentence. None if the language is
/// not in the build. For tests and tools.
#[doc(hidden)]
pub fn glossary_lines(
    language: Language,
    of: Vocabulary,
) -> impl Iterator<Item = (&'static str, Option<Text<'static>>, Option<Text<'static>>)> {
    let (words, texts) = glossary(language, of);
    (0..).step_by(2).zip(words).map(move |(place, word)| {
        let form = |form| text_at(texts, place, form);
        (*word, form(TextForm::Label), form(TextForm::Sentence))
    })
}

/// Implements [`Item`] for closed sets, and checks each glossary: the lines of a set are its values, in the order of their
/// numbers.
macro_rules! items {
    ($($kind:ident,)+) => {
        $(
            impl Item for $kind {
                const OF: Vocabulary = Vocabulary::$kind;

                fn number(self) -> u16 {
                    self.code().into()
                }
            }

            agree!($kind);
        )+

        /// How many values each set has.
        #[cfg(test)]
        const KNOWN: &[(Vocabulary, usize)] = &[$( (Vocabulary::$kind, $kind::ALL.len()) ),+];
    };
}

/// Fails to compile if a value has no line of its own. Lines for future values may follow.
macro_rules! agree {
    ($kind:ident) => {
        agree!($kind in $kind);
    };
    ($kind:ident in $set:ident) => {
        #[cfg(feature = "text-kk")]
        agree!(kk, "kk", $kind in $set);
        #[cfg(feature = "text-ru")]
        agree!(ru, "ru", $kind in $set);
        #[cfg(feature = "text-en")]
        agree!(en, "en", $kind in $set);
    };
    ($glossary:ident, $file:literal, $kind:ident in $set:ident) => {
        #[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects)] // evaluated at compile time only
        const _: () = {
            let words = $glossary::words(Vocabulary::$set);
            let mut place = 0;
            while place < $kind::ALL.len() {
                assert!(
                    place < words.len() && $kind::ALL[place].name_text().is(words[place]),
                    concat!(
                        "text/",
                        $file,
                        ".rs, ",
                        stringify!($set),
                        ": a line for each value, in their order"
                    )
                );
                place += 1;
            }
        };
    };
}

/// Passes all closed sets except the statuses, by their names in [`Vocabulary`], to a macro.
#[doc(hidden)]
#[macro_export]
macro_rules! named_sets {
    ($then:ident) => {
        $then! {
            Obligation,
            OutcomeKind,
            Fact,
            Standing,
            Occasion,
            Action,
            VisaChannel,
            Answer,
            Location,
            BirthPrecision,
            AgeBand,
            AgeReading,
            Week,
            Term,
            LawKnown,
            StayState,
            DocumentKind,
            FirstDay,
            Certainty,
            Reason,
            TreatyKind,
            StayRegime,
            TermOutcomeKind,
            Covered,
            DayState,
            Zone,
            Sex,
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
            Cure,
        }
    };
}

named_sets!(items);

// The core's errors are the first statuses.
agree!(Error in Status);

impl Item for Error {
    const OF: Vocabulary = Vocabulary::Status;

    fn number(self) -> u16 {
        // Their numbers have gaps; their texts do not.
        let mut numbered = (1..).zip(Self::ALL);
        numbered
            .find_map(|(number, error)| (*error == self).then_some(number))
            .unwrap_or_default()
    }
}

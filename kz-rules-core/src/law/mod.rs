//! A law as the engine sees it: rows, read in place, and their vocabulary. The built-in law is generated from
//! `law/kazakhstan.md`; any other law has the same kinds of rows.

pub mod built_in;
pub mod capacity;
mod condition;
mod day_literal;
mod digest;
mod lookup;
mod milestone;
mod number;
mod row;
mod vocabulary;

pub use crate::base::strings::Strings;
pub use condition::{Condition, when};
pub use day_literal::{day, moment};
pub use milestone::Milestone;
pub use number::{Edition, Provision};
pub(crate) use row::Period;
pub use row::{
    CaseRow, Caution, ClockRow, Conflict, CountryRow, CoverageRow, DeadlockRow, DocumentRow,
    DutiesRow, GroundRow, HolidayRow, LaidOutYear, MAX_ROW_PROVISIONS, MovableRow, ObtainedRow,
    ProvisionRow, Provisions, Rule, StayLine, StepRow, TermRow, TransferRow, YearsRow,
};
pub use vocabulary::*;

use crate::base::day::Day;

/// The most editions of a law.
pub const MAX_EDITIONS: usize = capacity::EDITIONS;
/// The most rows of an edition.
pub const MAX_ROWS: usize = capacity::EDITION_ROWS;
/// The most cautions that one answer carries.
pub const MAX_CAUTIONS: usize = capacity::CAUTIONS_IN_ANSWER;
/// The most provisions that one answer rests on: one a row.
pub const MAX_BASIS: usize = MAX_ROWS;
/// The most questions of a law's own.
pub const MAX_QUESTIONS: usize = capacity::QUESTIONS;
/// The most ages that a law distinguishes.
pub const MAX_AGES: usize = capacity::AGES;

/// The rows of a table: bytes, read in place.
type Table<'a, const N: usize> = &'a [[u8; N]];

/// A law: its tables, each a slice of rows that are read in place.
///
/// A list that exceeds its capacity is refused by the law compiler, and when a pack is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the names of the page's sections, columns and texts"
)]
pub struct Sections<'a> {
    /// The law's name.
    pub name: &'a str,
    pub sequence: u32,
    pub known_until: Day,
    /// A number that differs when anything that decides differs.
    pub digest: u64,
    pub documents: Table<'a, { DocumentRow::BYTES }>,
    /// For each document, the identifier and the title.
    pub document_texts: Strings<'a>,
    pub provisions: Table<'a, { ProvisionRow::BYTES }>,
    /// For each provision, the identifier, the place and the substance.
    pub provision_texts: Strings<'a>,
    /// In ascending order; 0: there is no such age.
    pub ages: [u8; MAX_AGES],
    /// For each question, by its number, whether the law has it.
    pub questions: [bool; MAX_QUESTIONS],
    /// The identifiers of the four questions, empty where there is none; then the names of the editions.
    pub names: Strings<'a>,
    /// The rows of each edition.
    pub editions: [Table<'a, { Rule::BYTES }>; MAX_EDITIONS],
    /// The duties of each of [`MAX_EDITIONS`] editions.
    pub duties: Table<'a, { DutiesRow::BYTES }>,
    pub conflicts: Table<'a, { Conflict::BYTES }>,
    pub cautions: Table<'a, { Caution::BYTES }>,
    pub steps: Table<'a, { StepRow::BYTES }>,
    pub obtained: Table<'a, { ObtainedRow::BYTES }>,
    pub deadlocks: Table<'a, { DeadlockRow::BYTES }>,
    pub terms: Table<'a, { TermRow::BYTES }>,
    pub coverage: Table<'a, { CoverageRow::BYTES }>,
    pub grounds: Table<'a, { GroundRow::BYTES }>,
    pub countries: Table<'a, { CountryRow::BYTES }>,
    pub years: Table<'a, { YearsRow::BYTES }>,
    pub laid_out: Table<'a, { LaidOutYear::BYTES }>,
    pub holidays: Table<'a, { HolidayRow::BYTES }>,
    pub movable_days: Table<'a, { MovableRow::BYTES }>,
    pub transfers: Table<'a, { TransferRow::BYTES }>,
    pub clock: Table<'a, { ClockRow::BYTES }>,
    /// The answers that its lawyer expects: [`Law::self_test`].
    pub cases: Table<'a, { CaseRow::BYTES }>,
    /// A list for Kazakh, one for Russian and one for English; empty if the language is missing. It holds the
    /// language's name, then a label and a sentence, either of which may be empty, for every document, edition
    /// and provision in the order of the page, and for the four questions.
    pub texts: [Strings<'a>; LANGUAGES],
}

impl Sections<'_> {
    /// No rows, no texts: where reading a law starts.
    #[doc(hidden)]
    pub const EMPTY: Self = Self {
        name: "",
        sequence: 0,
        known_until: day(1, 1, 1),
        digest: 0,
        documents: &[],
        document_texts: Strings::new(""),
        provisions: &[],
        provision_texts: Strings::new(""),
        ages: [0; MAX_AGES],
        questions: [false; MAX_QUESTIONS],
        names: Strings::new(""),
        editions: [&[]; MAX_EDITIONS],
        duties: &[],
        conflicts: &[],
        cautions: &[],
        steps: &[],
        obtained: &[],
        deadlocks: &[],
        terms: &[],
        coverage: &[],
        grounds: &[],
        countries: &[],
        years: &[],
        laid_out: &[],
        holidays: &[],
        movable_days: &[],
        transfers: &[],
        clock: &[],
        cases: &[],
        texts: [Strings::new(""); LANGUAGES],
    };
}

/// How many languages the texts can be in.
pub const LANGUAGES: usize = 3;

/// A law to decide by.
///
/// Each question is a method: `law.assess(…)`, `law.plan(…)` and so on. A function of the same name
/// asks [`Law::BUILT_IN`].
#[derive(Clone, Copy, Debug)]
pub struct Law<'a>(Option<&'a Sections<'a>>);

impl Law<'static> {
    /// The law that the library is built with: `law/kazakhstan.md`.
    pub const BUILT_IN: Self = Self(None);
}

/// The built-in law, for tests that make others of it.
#[cfg(test)]
pub(crate) const fn built_in_for_tests() -> &'static Sections<'static> {
    &built_in::LAW
}

impl Default for Law<'static> {
    fn default() -> Self {
        Self::BUILT_IN
    }
}

impl<'a> From<&'a Sections<'a>> for Law<'a> {
    fn from(sections: &'a Sections<'a>) -> Self {
        Self(Some(sections))
    }
}

/// One reader for each section: a program carries only the sections of the built-in law that it reads.
macro_rules! sections {
    ($($field:ident: $kind:ty;)+) => {
        #[allow(dead_code)] // not every section is read
        impl<'a> Law<'a> {
            $(
                #[inline]
                pub(crate) const fn $field(self) -> $kind {
                    match self.0 {
                        None => const { built_in::LAW.$field },
                        Some(sections) => sections.$field,
                    }
                }
            )+
        }
    };
}

sections! {
    documents: Table<'a, { DocumentRow::BYTES }>;
    document_texts: Strings<'a>;
    provisions: Table<'a, { ProvisionRow::BYTES }>;
    provision_texts: Strings<'a>;
    ages: [u8; MAX_AGES];
    questions: [bool; MAX_QUESTIONS];
    names: Strings<'a>;
    duties: Table<'a, { DutiesRow::BYTES }>;
    conflicts: Table<'a, { Conflict::BYTES }>;
    cautions: Table<'a, { Caution::BYTES }>;
    steps: Table<'a, { StepRow::BYTES }>;
    obtained: Table<'a, { ObtainedRow::BYTES }>;
    deadlocks: Table<'a, { DeadlockRow::BYTES }>;
    terms: Table<'a, { TermRow::BYTES }>;
    coverage: Table<'a, { CoverageRow::BYTES }>;
    grounds: Table<'a, { GroundRow::BYTES }>;
    countries: Table<'a, { CountryRow::BYTES }>;
    years: Table<'a, { YearsRow::BYTES }>;
    laid_out: Table<'a, { LaidOutYear::BYTES }>;
    holidays: Table<'a, { HolidayRow::BYTES }>;
    movable_days: Table<'a, { MovableRow::BYTES }>;
    transfers: Table<'a, { TransferRow::BYTES }>;
    clock: Table<'a, { ClockRow::BYTES }>;
    cases: Table<'a, { CaseRow::BYTES }>;
}

impl<'a> Law<'a> {
    /// The tables of the editions; those that the law does not have are empty.
    #[inline]
    pub(crate) const fn editions(self) -> &'a [Table<'a, { Rule::BYTES }>; MAX_EDITIONS] {
        // A copy: a reference into the law would carry the whole of it into every program.
        const BUILT_IN: [Table<'static, { Rule::BYTES }>; MAX_EDITIONS] = built_in::LAW.editions;
        match self.0 {
            None => &BUILT_IN,
            Some(sections) => &sections.editions,
        }
    }

    /// The texts of the language at this place: a reader for each, as for the other sections.
    #[cfg(any(feature = "text-kk", feature = "text-ru", feature = "text-en"))]
    #[inline]
    #[allow(
        clippy::indexing_slicing,
        reason = "the place is a constant: the compiler checks it"
    )]
    pub(crate) const fn texts<const LANGUAGE: usize>(self) -> Strings<'a> {
        const { assert!(LANGUAGE < LANGUAGES) }
        match self.0 {
            None => const { built_in::LAW.texts[LANGUAGE] },
            Some(sections) => sections.texts[LANGUAGE],
        }
    }

    /// All sections of the law, for tools and tests: a program that calls this carries the whole built-in law.
    #[must_use]
    pub const fn sections(self) -> Sections<'a> {
        match self.0 {
            None => built_in::LAW,
            Some(sections) => *sections,
        }
    }

    /// The law's name: a law replaces an earlier one of the same name.
    #[must_use]
    pub const fn name(self) -> &'a str {
        match self.0 {
            None => const { built_in::LAW.name },
            Some(sections) => sections.name,
        }
    }

    /// The number of this law among those of the same name: a later law has a higher one.
    #[must_use]
    pub const fn sequence(self) -> u32 {
        match self.0 {
            None => const { built_in::LAW.sequence },
            Some(sections) => sections.sequence,
        }
    }

    /// The day up to which the law is known: a fact about its sources, not a warranty.
    #[must_use]
    pub const fn known_until(self) -> Day {
        match self.0 {
            None => const { built_in::LAW.known_until },
            Some(sections) => sections.known_until,
        }
    }

    /// A number that differs when anything that decides differs. Documents, names, sequence, cases and texts do
    /// not count. It tells laws apart; it does not protect against forgery.
    #[must_use]
    pub const fn digest(self) -> u64 {
        match self.0 {
            None => const { built_in::LAW.digest },
            Some(sections) => sections.digest,
        }
    }

    /// Whether the law is known on a day, or assumed.
    #[must_use]
    pub fn is_known_on(self, day: Day) -> LawKnown {
        if day <= self.known_until() {
            LawKnown::Known
        } else {
            LawKnown::Assumed
        }
    }
}

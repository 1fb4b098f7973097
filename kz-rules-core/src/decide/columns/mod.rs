//! Many persons at once, as columns (legal model, sections 2 to 4): for back offices, where persons are rows of
//! a table.
//!
//! Most persons are decided block by block from an inverted table of the edition's rows (`inverted`). The others are assessed one
//! by one, as by [`Law::assess`]: persons with relevant facts unknown, persons within days of reaching an age, rows with errors,
//! and, if `holds_until` is wanted, persons whose answer may change some day. On machines of less than 64 bits everybody is.

mod inverted;
#[cfg(test)]
mod tests;

use core::ops::Range;

use super::assess::{Person, Settings, next_question};
use crate::base::day::Day;
use crate::base::error::Error;
use crate::base::set::Set;
use crate::facts::{Birth, Fact, Facts};
use crate::law::{Law, Rule};
use inverted::{BLOCK, Inverted};

/// Facts about persons, one column each: row `n` of every column belongs to the same person. All given columns are as long as `on`;
/// a fact without a column is unknown for everybody.
///
/// A fact is the number of its value (`Standing::Foreigner.code()`), 0 if it is unknown. A day is its number of days from
/// 1970-01-01 ([`Day::number`]; Arrow's `date32`). A validity bitmap has one bit a row, the first row in the lowest bit of the
/// first byte; a day whose bit is 0 is unknown, whatever its value.
#[derive(Clone, Copy, Default)]
#[allow(missing_docs, reason = "the names are those of `Facts`")]
pub struct FactColumns<'a> {
    /// The decision dates.
    pub on: &'a [i32],
    /// Which decision dates are given; none: all. A row without one gets an error.
    pub on_validity: Option<&'a [u8]>,
    /// The birth dates, each known in full or not at all.
    pub birth: Option<&'a [i32]>,
    /// Which birth dates are known; none: all.
    pub birth_validity: Option<&'a [u8]>,
    pub occasion: Option<&'a [u8]>,
    pub standing: Option<&'a [u8]>,
    pub fingerprinted: Option<&'a [u8]>,
    pub action: Option<&'a [u8]>,
    pub visa_channel: Option<&'a [u8]>,
    pub permanent_resident: Option<&'a [u8]>,
    pub held_at_commencement: Option<&'a [u8]>,
    pub question_1: Option<&'a [u8]>,
    pub question_2: Option<&'a [u8]>,
    pub question_3: Option<&'a [u8]>,
    pub question_4: Option<&'a [u8]>,
    /// The declined facts, which are not asked for: the bits of a [`Set`] of [`Fact`].
    pub declined: Option<&'a [u32]>,
}

/// Answers, one column each, as long as `on` of [`FactColumns`]; a column that is not wanted is `None`. In a row with an error
/// everything except the status is zero.
///
/// `S` is the caller's status type: any type that can be made from `Result<(), RowError>`, or that type itself.
pub struct AnswerColumns<'a, S> {
    /// The obligations that are possible: the bits of a [`Set`] of [`Obligation`](crate::Obligation).
    pub obligations: Option<&'a mut [u8]>,
    /// The number of the first provision of the basis.
    pub basis: Option<&'a mut [u16]>,
    /// The number of the fact to ask for next; 0: none.
    pub ask: Option<&'a mut [u8]>,
    /// The first day on which the possible obligations differ, in days from 1970-01-01; [`HOLDS_FOREVER`]: they never do.
    pub holds_until: Option<&'a mut [i32]>,
    /// What is wrong with a row.
    pub status: &'a mut [S],
}

/// The value of `holds_until` for an answer that never changes.
pub const HOLDS_FOREVER: i32 = i32::MAX;

/// What is wrong with a row of [`FactColumns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[allow(
    clippy::exhaustive_enums,
    reason = "the columns are as many as they are"
)]
pub enum RowError {
    /// The decision date is not given, or outside the years 1 to 9999.
    On,
    /// The birth date is outside the years 1 to 9999.
    Birth,
    /// The fact has no value with this number.
    Fact(Fact),
    /// A declined bit stands for no fact, or for one that is never asked for.
    Declined,
    /// The error of [`Law::assess`].
    Assess(Error),
}

/// Why there are no answers at all: nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[allow(
    clippy::exhaustive_enums,
    reason = "the columns are as many as they are"
)]
pub enum ColumnsError {
    /// The law has no such edition.
    EditionUnknown,
    /// The column of this name is not as long as `on`, or a bitmap is too short for it.
    Length(&'static str),
}

impl RowError {
    /// Its name, which is also the name of its status in the C interface: `bad_occasion`, `birth_after_decision`.
    #[must_use]
    pub fn name(self) -> impl core::fmt::Display {
        core::fmt::from_fn(move |f| match self {
            Self::On => f.write_str("bad_on"),
            Self::Birth => f.write_str("bad_birth"),
            Self::Fact(fact) => write!(f, "bad_{fact}"),
            Self::Declined => f.write_str("bad_declined"),
            Self::Assess(error) => f.write_str(error.name()),
        })
    }
}

impl core::fmt::Display for RowError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::On => {
                f.write_str("the decision date is not given, or outside the years 1 to 9999")
            }
            Self::Birth => f.write_str("the birth date is outside the years 1 to 9999"),
            Self::Fact(fact) => write!(f, "the fact {fact} has no value with this number"),
            Self::Declined => {
                f.write_str("a declined bit stands for no fact, or for one that is never asked for")
            }
            Self::Assess(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for RowError {}

impl core::fmt::Display for ColumnsError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::EditionUnknown => Error::EditionUnknown.fmt(f),
            Self::Length(column) => write!(
                f,
                "the column {column} is not as long as `on`, or its bitmap is too short"
            ),
        }
    }
}

impl core::error::Error for ColumnsError {}

/// How many facts of a person are codes: all but the birth date.
const CODES: usize = Fact::OF_PERSON - 1;
/// The columns of codes, in asking order.
type Codes<'a> = [Option<&'a [u8]>; CODES];

impl<'a> FactColumns<'a> {
    const fn codes(&self) -> Codes<'a> {
        [
            self.occasion,
            self.standing,
            self.fingerprinted,
            self.action,
            self.visa_channel,
            self.permanent_resident,
            self.held_at_commencement,
            self.question_1,
            self.question_2,
            self.question_3,
            self.question_4,
        ]
    }

    /// The name of the first column with a wrong length.
    fn bad_length(&self) -> Option<&'static str> {
        let count = self.on.len();
        let bits =
            |bitmap: Option<&[u8]>| bitmap.is_none_or(|bits| bits.len() >= count.div_ceil(8));
        let (days, declined) = (self.birth, self.declined);
        if !bits(self.on_validity) {
            return Some("on_validity");
        }
        let coded = Fact::ALL.iter().filter(|fact| **fact != Fact::Birth);
        for (fact, column) in coded.zip(self.codes()) {
            if column.is_some_and(|column| column.len() != count) {
                return Some(fact.name());
            }
        }
        if days.is_some_and(|days| days.len() != count) {
            return Some("birth");
        }
        if !bits(self.birth_validity) {
            return Some("birth_validity");
        }
        declined
            .is_some_and(|sets| sets.len() != count)
            .then_some("declined")
    }

    /// The decision date of a row.
    fn on(&self, row: usize) -> Option<Day> {
        let day = self.on.get(row).copied().and_then(Day::from_number);
        day.filter(|_| is_valid(self.on_validity, row))
    }

    /// The decision date and the facts of a row.
    fn read(&self, row: usize) -> Result<(Day, Facts), RowError> {
        let on = self.on(row).ok_or(RowError::On)?;
        let mut codes = [0; 17];
        for (code, column) in codes.iter_mut().zip(self.codes()) {
            *code = column
                .and_then(|codes| codes.get(row).copied())
                .unwrap_or(0);
        }
        let mut facts = Facts::from_codes(&codes).map_err(RowError::Fact)?;
        let birth = self.birth.and_then(|days| days.get(row).copied());
        if let Some(birth) = birth.filter(|_| is_valid(self.birth_validity, row)) {
            facts = facts.born(Birth::from(Day::from_number(birth).ok_or(RowError::Birth)?));
        }
        if let Some(declined) = self.declined.and_then(|sets| sets.get(row).copied()) {
            if declined & !Fact::ASKED.bits() != 0 {
                return Err(RowError::Declined);
            }
            facts = facts.with_declined(Set::from_bits(declined));
        }
        Ok((on, facts))
    }
}

impl<S> Default for AnswerColumns<'_, S> {
    fn default() -> Self {
        Self {
            obligations: None,
            basis: None,
            ask: None,
            holds_until: None,
            status: &mut [],
        }
    }
}

impl<S> AnswerColumns<'_, S> {
    /// The name of the first column with a wrong length.
    fn bad_length(&self, count: usize) -> Option<&'static str> {
        let lengths = [
            ("obligations", self.obligations.as_deref().map(<[_]>::len)),
            ("basis", self.basis.as_deref().map(<[_]>::len)),
            ("ask", self.ask.as_deref().map(<[_]>::len)),
            ("holds_until", self.holds_until.as_deref().map(<[_]>::len)),
            ("status", Some(self.status.len())),
        ];
        let bad = lengths
            .iter()
            .find(|(_, length)| length.is_some_and(|length| length != count));
        bad.map(|(name, _)| *name)
    }
}

/// Whether the bit of a row is set, or there is no bitmap.
fn is_valid(bitmap: Option<&[u8]>, row: usize) -> bool {
    let bit = |bits: &[u8]| {
        bits.get(row / 8)
            .is_some_and(|byte| byte >> (row % 8) & 1 != 0)
    };
    bitmap.is_none_or(bit)
}

/// Sets a cell, if its column is wanted.
fn put<T>(column: &mut Option<&mut [T]>, row: usize, value: T) {
    if let Some(cell) = column.as_deref_mut().and_then(|cells| cells.get_mut(row)) {
        *cell = value;
    }
}

/// Whether rows are decided block by block. It takes kilobytes of stack, so small machines assess each row by itself.
const IN_BLOCKS: bool = usize::BITS >= 64;

/// The answer of a row.
#[derive(Default)]
struct Cells {
    obligations: u8,
    basis: u16,
    ask: u8,
    holds_until: i32,
}

impl Law<'_> {
    /// [`Law::assess`] for each row of some columns. An error in a row is reported in its status; the other rows are answered.
    ///
    /// ```
    /// use kz_rules_core::{AnswerColumns, Day, FactColumns, Law, Occasion, Settings, Standing};
    ///
    /// let on = [Day::new(2026, 11, 22).unwrap().number(); 2];
    /// let facts = FactColumns {
    ///     on: &on,
    ///     standing: Some(&[Standing::Citizen.code(), Standing::Foreigner.code()]),
    ///     occasion: Some(&[Occasion::Iin.code(); 2]),
    ///     fingerprinted: Some(&[2; 2]), // no
    ///     ..FactColumns::default()
    /// };
    /// let (mut obligations, mut status) = ([0; 2], [Ok(()); 2]);
    /// let answers = AnswerColumns {
    ///     obligations: Some(&mut obligations),
    ///     status: &mut status,
    ///     ..AnswerColumns::default()
    /// };
    /// Law::BUILT_IN.assess_columns(&facts, Settings::default(), answers)?;
    /// assert_eq!(obligations, [0b10, 0b100]); // voluntary; not required
    /// assert_eq!(status, [Ok(()); 2]);
    /// # Ok::<(), kz_rules_core::ColumnsError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ColumnsError::EditionUnknown`] if the law has no such edition, [`ColumnsError::Length`] if a column is not as long as
    /// `on`, or a bitmap is too short for it. On an error nothing is written.
    pub fn assess_columns<S: From<Result<(), RowError>>>(
        self,
        facts: &FactColumns<'_>,
        settings: Settings,
        mut answers: AnswerColumns<'_, S>,
    ) -> Result<(), ColumnsError> {
        let count = facts.on.len();
        if let Some(column) = facts.bad_length().or_else(|| answers.bad_length(count)) {
            return Err(ColumnsError::Length(column));
        }
        let rules = self
            .rules(settings.edition)
            .map_err(|_| ColumnsError::EditionUnknown)?;
        let mut inverted = Inverted::new();
        if IN_BLOCKS {
            inverted.fill(self, rules, settings.age_reading, facts);
        }
        let mut start = 0usize;
        for statuses in answers.status.chunks_mut(BLOCK) {
            let rows = start..start.wrapping_add(statuses.len());
            let mut undecided = if IN_BLOCKS {
                inverted.decide(
                    facts,
                    rows.clone(),
                    part(&mut answers.obligations, &rows),
                    part(&mut answers.basis, &rows),
                    part(&mut answers.ask, &rows),
                    part(&mut answers.holds_until, &rows),
                )
            } else {
                u64::MAX
            };
            for status in statuses.iter_mut() {
                *status = S::from(Ok(()));
            }
            for (row, status) in rows.zip(statuses) {
                if undecided == 0 {
                    break;
                }
                if undecided & 1 != 0 {
                    let wanted = (answers.ask.is_some(), answers.holds_until.is_some());
                    let answer = self.assess_row(facts, row, settings, wanted);
                    *status = S::from(answer.as_ref().map(|_| ()).map_err(|error| *error));
                    let cells = answer.unwrap_or_default();
                    put(&mut answers.obligations, row, cells.obligations);
                    put(&mut answers.basis, row, cells.basis);
                    put(&mut answers.ask, row, cells.ask);
                    put(&mut answers.holds_until, row, cells.holds_until);
                }
                undecided >>= 1;
            }
            start = start.wrapping_add(BLOCK);
        }
        Ok(())
    }

    /// Assesses one row. The pair says whether the fact to ask for and the end of validity are wanted.
    #[inline(never)] // its variables take stack only while it runs
    #[allow(clippy::cast_possible_truncation)] // obligations fit into the lowest byte
    fn assess_row(
        self,
        columns: &FactColumns<'_>,
        row: usize,
        settings: Settings,
        (ask, holds_until): (bool, bool),
    ) -> Result<Cells, RowError> {
        let (on, facts) = columns.read(row)?;
        let answer = || {
            let person = Person::of(self, on, &facts, settings)?;
            let found = if ask {
                person.found_on(on)?
            } else {
                person.later(on)?
            };
            let until = if holds_until {
                person.holds_until(&found, on)?
            } else {
                None
            };
            let first = person.rules.get(found.rows.trailing_zeros() as usize);
            Ok(Cells {
                obligations: found.obligations.bits() as u8,
                basis: first.map_or(0, |first| Rule::from(first).basis().number()),
                ask: next_question(found.relevant, facts.declined).map_or(0, Fact::code),
                holds_until: until.map_or(HOLDS_FOREVER, Day::number),
            })
        };
        answer().map_err(RowError::Assess)
    }
}

/// Some rows of a column; none if the column is not wanted.
fn part<'a, T>(column: &'a mut Option<&mut [T]>, rows: &Range<usize>) -> &'a mut [T] {
    let column = column.as_deref_mut().unwrap_or_default();
    column.get_mut(rows.clone()).unwrap_or_default()
}

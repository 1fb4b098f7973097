//! Many persons at once, as columns (legal model, sections 2 to 4): for back offices, where persons are rows of
//! a table.
//!
//! At the start of a call the rows of the edition are turned round: for each value of each fact, which rows
//! take it, one bit each. What is known of a person is then one `&` a fact, without a branch; the first row that is
//! left decides, if it takes all that is not known of them too. Whoever it does not decide so is assessed one by
//! one, as [`Law::assess`] does it: persons of whom facts that matter are unknown, persons within days of an age, and whoever
//! is in error.

use core::ops::Range;

use super::assess::{Person, Settings, next_question, row_bit};
use super::walk::Rules;
use crate::base::day::{Day, FIRST_NUMBER, LAST_NUMBER, PackedDay};
use crate::base::error::Error;
use crate::base::set::Set;
use crate::facts::{AGES, AgeReading, Birth, Fact, Facts, Region};
use crate::law::{Law, MAX_QUESTIONS, MAX_ROWS, Rule};

/// Facts of persons, a column each: row `n` of every column is of the same person. All columns that are given are
/// as long as `on`; of one that is not given nothing is known of anybody.
///
/// A fact is the number of its value (`Standing::Foreigner.code()`), 0 if it is not known. A day is its number of days from
/// 1970-01-01 ([`Day::number`]; Arrow's `date32`). A validity bitmap has one bit a row, the first row in the lowest bit of the
/// first byte; a day whose bit is 0 is not known, whatever stands there.
#[derive(Clone, Copy, Default)]
#[allow(missing_docs, reason = "the names of the facts, as `Facts` has them")]
pub struct FactColumns<'a> {
    /// The decision dates.
    pub on: &'a [i32],
    /// Which decision dates are given; none: all. To a row without one there is no answer.
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
    /// The facts that are not asked for: the bits of a [`Set`] of [`Fact`].
    pub declined: Option<&'a [u32]>,
}

/// Answers, a column each, as long as `on` of [`FactColumns`]; what is not wanted is `None`. In a row with an error all is zero but
/// the status.
///
/// `S` is a status as the caller wants it: what can be made of `Result<(), RowError>`, or that itself.
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

/// An answer holds for ever.
pub const HOLDS_FOREVER: i32 = i32::MAX;

/// What is wrong with a row of [`FactColumns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum RowError {
    /// The decision date is not given, or outside the years 1 to 9999.
    On,
    /// The birth date is outside the years 1 to 9999.
    Birth,
    /// The fact has no value with the number.
    Fact(Fact),
    /// The declined facts are none, or one of them is never asked for.
    Declined,
    /// The error of [`Law::assess`].
    Assess(Error),
}

/// Why there are no answers at all: nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum ColumnsError {
    /// The law has no such edition.
    EditionUnknown,
    /// The column of this name is not as long as `on`, or a bitmap is too short for it.
    Length(&'static str),
}

impl core::fmt::Display for RowError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::On => f.write_str("bad_on"),
            Self::Birth => f.write_str("bad_birth"),
            Self::Fact(fact) => write!(f, "bad_{fact}"),
            Self::Declined => f.write_str("bad_declined"),
            Self::Assess(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for RowError {}

impl core::fmt::Display for ColumnsError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::EditionUnknown => Error::EditionUnknown.fmt(f),
            Self::Length(column) => write!(f, "length of {column}"),
        }
    }
}

impl core::error::Error for ColumnsError {}

/// The facts of a person that are codes: all but birth.
const CODES: usize = Fact::OF_PERSON - 1;
/// The columns of codes, in asking order.
type Codes<'a> = [Option<&'a [u8]>; CODES];

/// How many persons are gone through together: their state lies on the stack.
const BLOCK: usize = if usize::BITS < 64 { 8 } else { 64 };
/// A number for each person of a block.
type Block = [u32; BLOCK];
const _: () = assert!(BLOCK <= u64::BITS as usize && BLOCK.is_multiple_of(8));

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

    /// The name of the first column that has another length.
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

    /// What is told of a row.
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
    /// The name of the first column that has another length.
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

/// Whether the bit of a row is set, or there are no bits.
fn is_valid(bitmap: Option<&[u8]>, row: usize) -> bool {
    let bit = |bits: &[u8]| {
        bits.get(row / 8)
            .is_some_and(|byte| byte >> (row % 8) & 1 != 0)
    };
    bitmap.is_none_or(bit)
}

/// Sets a cell of a column that is wanted.
fn put<T>(column: &mut Option<&mut [T]>, row: usize, value: T) {
    if let Some(cell) = column.as_deref_mut().and_then(|cells| cells.get_mut(row)) {
        *cell = value;
    }
}

/// The answer of a row.
#[derive(Default)]
struct Cells {
    obligations: u8,
    basis: u16,
    ask: u8,
    holds_until: i32,
}

impl Law<'_> {
    /// [`Law::assess`] for each row of some columns. An error in a row is told in its status; the other rows have
    /// their answers.
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
    /// [`ColumnsError::EditionUnknown`] if the law has no such edition, [`ColumnsError::Length`] if a column has another length
    /// than `on`: nothing is written then.
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
        let turned = Turned::of(self, rules, settings.age_reading);
        let mut start = 0usize;
        for statuses in answers.status.chunks_mut(BLOCK) {
            let rows = start..start.wrapping_add(statuses.len());
            let mut undecided = turned.decide(
                facts,
                rows.clone(),
                part(&mut answers.obligations, &rows),
                part(&mut answers.basis, &rows),
                part(&mut answers.ask, &rows),
                part(&mut answers.holds_until, &rows),
            );
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

    /// The answer of a row as `assess` has it; (the fact to ask for, how long it holds): whether it is wanted.
    #[inline(never)] // its variables lie on the stack only while it is needed
    #[allow(clippy::cast_possible_truncation)] // an obligation's bit is one of the lowest
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

/// Some rows of a column; none if it is not wanted.
fn part<'a, T>(column: &'a mut Option<&mut [T]>, rows: &Range<usize>) -> &'a mut [T] {
    let column = column.as_deref_mut().unwrap_or_default();
    column.get_mut(rows.clone()).unwrap_or_default()
}

/// How many numbers a code is looked up among: no fact has a higher one.
const NUMBERS: usize = 16;
/// The bands, and the place of a birth date that is not known.
const BANDS: usize = AGES + 1;
const UNBORN: u32 = 4;
/// Where in a decision the obligation is.
const OBLIGATION: u32 = 16;
/// What is looked up by a band.
type ByBand = [u32; 8];
const _: () = assert!(UNBORN as usize == BANDS);

/// The rows of an edition turned round: sets of rows, one bit each.
struct Turned<'a> {
    rules: Rules<'a>,
    /// All of them.
    all: u32,
    /// Of each fact, by the number of a value, the rows that take it; by 0 those that take any.
    taking: [[u32; NUMBERS]; CODES],
    /// Of each fact the rows that take all values.
    whole: [u32; CODES],
    /// Of each fact how many values there are; 0 for a question that the law has not.
    values: [u8; CODES],
    /// By the band the rows that take it.
    in_band: ByBand,
    /// By the band the rows that take it or a later one.
    from_band: ByBand,
    /// By the band the rows that take it and all later ones, and do not end.
    ever: ByBand,
    /// The rows that take all bands.
    whole_bands: u32,
    /// The rows that begin or end.
    bounded: u32,
    /// Of each age the days of life from which it may have been reached, and from which it surely has.
    ages: [(i32, i32); AGES],
    /// Of each row the number of its provision; above it the obligation, as a set.
    decisions: [u32; MAX_ROWS],
}

/// The days of life on the earliest day on which an age can be reached, and on the latest: 365 days a year and a day for every
/// fourth, of which each beginning century may lack one; a day more if the year of birth had its leap day yet to come, for
/// 29 February, and for the day after.
fn days_of_life(age: u8, reading: AgeReading) -> (i32, i32) {
    if age == 0 {
        return (i32::MAX, i32::MAX);
    }
    let days = i32::from(age).wrapping_mul(365);
    let (fourths, centuries) = (i32::from(age / 4), i32::from(age / 100));
    let after = i32::from(reading == AgeReading::DayAfter);
    (
        days.wrapping_add(fourths)
            .wrapping_sub(centuries)
            .wrapping_sub(1),
        days.wrapping_add(fourths)
            .wrapping_add(after)
            .wrapping_add(2),
    )
}

/// From this day on whoever is born on an unknown day may have reached any age.
const ANY_AGE_FROM: i32 = FIRST_NUMBER + 366 * 256;

/// The number of the first day from here on.
fn number(day: PackedDay) -> i32 {
    match day.first_day() {
        Some(day) => day.number(),
        None if day == PackedDay::BEFORE_ALL => i32::MIN,
        None => i32::MAX,
    }
}

/// The rows of a set, by their places.
fn places(mut rows: u32) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let row = (rows != 0).then_some(rows.trailing_zeros() as usize);
        rows &= rows.wrapping_sub(1);
        row
    })
}

/// Whether two days are one after the other, and both of the years 1 to 9999.
#[inline(always)]
fn is_span(first: i32, last: i32) -> bool {
    (FIRST_NUMBER <= first) & (first <= last) & (last <= LAST_NUMBER)
}

/// All rows, or none: without a branch, which persons would take in no order.
#[inline(always)]
fn mask(all: bool) -> u32 {
    u32::from(all).wrapping_neg()
}

#[inline(always)]
fn by_band(table: &ByBand, band: u32) -> u32 {
    table.get(band as usize & 7).copied().unwrap_or_default()
}

impl<'a> Turned<'a> {
    #[inline(never)]
    #[allow(clippy::cast_possible_truncation)] // the bits of an obligation, and the values of a fact, are few
    fn of(law: Law<'_>, rules: Rules<'a>, reading: AgeReading) -> Self {
        let mut turned = Self {
            rules,
            all: 0,
            taking: [[0; NUMBERS]; CODES],
            whole: [0; CODES],
            values: [0; CODES],
            in_band: [0; 8],
            from_band: [0; 8],
            ever: [0; 8],
            whole_bands: 0,
            bounded: 0,
            ages: law.ages().map(|age| days_of_life(age, reading)),
            decisions: [0; MAX_ROWS],
        };
        // A law with fewer ages has fewer bands.
        let last_band = law.ages().iter().take_while(|age| **age != 0).count();
        for (row, rule) in rules.iter().enumerate() {
            let (bit, rule) = (row_bit(row), Rule::from(rule));
            let (takes, period) = (rule.takes(), rule.period());
            turned.all |= bit;
            for ((taking, whole), (_, mask)) in
                turned.taking.iter_mut().zip(&mut turned.whole).zip(coded())
            {
                let (values, all) = (takes.values_in(mask), Region::ALL.values_in(mask));
                for (number, rows) in taking.iter_mut().enumerate() {
                    // The value of number 1 is the lowest bit; for 0 any of them will do.
                    let wanted = if number == 0 {
                        all
                    } else {
                        row_bit(number) >> 1
                    };
                    if values & wanted != 0 {
                        *rows |= bit;
                    }
                }
                if values == all {
                    *whole |= bit;
                }
            }
            let ends = period.until != PackedDay::AFTER_ALL;
            if ends || period.from != PackedDay::BEFORE_ALL {
                turned.bounded |= bit;
            }
            let there = row_bit(last_band.wrapping_add(1)).wrapping_sub(1);
            let bands = takes.values(Fact::Birth) & there;
            if bands == there {
                turned.whole_bands |= bit;
            }
            let tables = turned.in_band.iter_mut().zip(&mut turned.from_band);
            for (band, ((here, from), ever)) in tables.zip(&mut turned.ever).enumerate() {
                let first = if band == BANDS { 0 } else { band };
                let later = there & row_bit(first).wrapping_neg();
                let now = if band == BANDS { there } else { row_bit(band) };
                if bands & now != 0 {
                    *here |= bit;
                }
                if bands & later != 0 {
                    *from |= bit;
                }
                if bands & later == later && !ends {
                    *ever |= bit;
                }
            }
            if let Some(decision) = turned.decisions.get_mut(row) {
                let obligation = Set::from(rule.obligation()).bits();
                *decision = obligation << OBLIGATION | u32::from(rule.basis().number());
            }
        }
        let (bands, next) = (turned.in_band.iter(), turned.in_band.iter().skip(1));
        for ((from, surely), (band, next)) in turned.ages.iter_mut().zip(bands.zip(next)) {
            if band == next {
                // No row tells them apart: nobody need be in the higher one.
                (*from, *surely) = (i32::MAX, i32::MAX);
            }
        }
        // The last facts are the law's questions.
        let has = [true; CODES - MAX_QUESTIONS]
            .into_iter()
            .chain(law.questions());
        for ((values, (_, mask)), has) in turned.values.iter_mut().zip(coded()).zip(has) {
            if has {
                *values = mask.count_ones() as u8;
            }
        }
        turned
    }

    /// Writes the answers of a block of rows, but of those that are told: one bit each, the first row by the lowest.
    #[inline(never)]
    #[allow(clippy::cast_possible_truncation)] // what is above is another number
    fn decide(
        &self,
        columns: &FactColumns<'_>,
        rows: Range<usize>,
        obligations: &mut [u8],
        bases: &mut [u16],
        ask: &mut [u8],
        holds_until: &mut [i32],
    ) -> u64 {
        let facts = || {
            let tables = self.taking.iter().zip(&self.whole).zip(&self.values);
            let codes = columns
                .codes()
                .map(|column| column.and_then(|column| column.get(rows.clone())));
            tables.zip(codes)
        };
        // What no column tells is the same of all.
        let (mut any, mut all) = (self.all, self.all);
        for (((table, whole), _), codes) in facts() {
            if codes.is_none() {
                any &= table.first().copied().unwrap_or_default();
                all &= whole;
            }
        }
        // By person the rows that take what is told of them; and those that decide if they come first.
        let (mut taking, mut sure) = ([any; BLOCK], [all; BLOCK]);
        let mut waiting = None;
        for (((table, whole), values), codes) in facts() {
            let Some(codes) = codes else { continue };
            check_codes(&mut sure, codes, *whole, *values);
            let mut known = table.iter().skip(1).take((*values).into());
            if known.all(|rows| *rows == self.all) {
                // All take all.
                continue;
            }
            waiting = match waiting {
                None => Some((table, codes)),
                // Two at a time: the rows are read and written once for both.
                Some((other, others)) => {
                    for (taking, (code, other_code)) in
                        taking.iter_mut().zip(codes.iter().zip(others))
                    {
                        *taking &= by_code(table, *code) & by_code(other, *other_code);
                    }
                    None
                }
            };
        }
        if let Some((table, codes)) = waiting {
            for (taking, code) in taking.iter_mut().zip(codes) {
                *taking &= by_code(table, *code);
            }
        }
        if let Some(sets) = columns.declined.and_then(|sets| sets.get(rows.clone())) {
            for (sure, declined) in sure.iter_mut().zip(sets) {
                *sure &= mask(declined & !Fact::ASKED.bits() == 0);
            }
        }
        let on = columns.on.get(rows.clone()).unwrap_or_default();
        let bands = self.bands(&mut sure, columns, &rows);

        let mut now = taking;
        for (now, band) in now.iter_mut().zip(&bands) {
            *now &= by_band(&self.in_band, *band);
        }
        for row in places(self.bounded) {
            let (bit, from, until) = self.period(row);
            for (now, on) in now.iter_mut().zip(on) {
                *now &= !bit | mask((from <= *on) & (*on < until));
            }
        }

        let (mut decided, mut all_sure) = ([0; BLOCK], true);
        let persons = decided.iter_mut().zip(&now).zip(&mut sure).zip(on);
        for (((decided, now), sure), _) in persons {
            *sure &= now & now.wrapping_neg();
            all_sure &= *sure != 0;
            let row = now.trailing_zeros() as usize % MAX_ROWS;
            *decided = self.decisions.get(row).copied().unwrap_or_default();
        }
        for (cell, decided) in obligations.iter_mut().zip(&decided) {
            *cell = (*decided >> OBLIGATION) as u8;
        }
        for (cell, decided) in bases.iter_mut().zip(&decided) {
            *cell = *decided as u16;
        }
        let mut undecided = 0;
        if !all_sure {
            for (sure, place) in sure.iter().zip(0u32..) {
                undecided |= u64::from(*sure == 0).wrapping_shl(place);
            }
        }
        ask.fill(0);
        if holds_until.is_empty() {
            return undecided;
        }
        holds_until.fill(HOLDS_FOREVER);
        undecided | self.changes(&mut taking, &now, &bands, on)
    }

    /// Of a block of persons whose answer may change some day: one bit each.
    fn changes(&self, taking: &mut Block, now: &Block, bands: &Block, on: &[i32]) -> u64 {
        for row in places(self.bounded) {
            let (bit, _, until) = self.period(row);
            for (taking, on) in taking.iter_mut().zip(on) {
                *taking &= !bit | mask(*on < until);
            }
        }
        let mut changes = 0u64;
        for (((taking, now), band), place) in taking.iter().zip(now).zip(bands).zip(0u32..) {
            let first = now & now.wrapping_neg();
            // A row above it that the person can come under from now on; or it does not stay.
            let above = taking & by_band(&self.from_band, *band) & first.wrapping_sub(1);
            let stays = (above == 0) & (by_band(&self.ever, *band) & first != 0);
            changes |= u64::from(!stays).wrapping_shl(place);
        }
        changes
    }

    /// The bit of a row, its first day and the first day after it.
    fn period(&self, row: usize) -> (u32, i32, i32) {
        let period = self.rules.get(row).map(|rule| Rule::from(rule).period());
        let (from, until) =
            period.map_or((0, 0), |period| (number(period.from), number(period.until)));
        (row_bit(row), from, until)
    }

    /// The bands of a block of persons. Of whom it is not sure, no row is.
    fn bands(&self, sure: &mut Block, columns: &FactColumns<'_>, rows: &Range<usize>) -> Block {
        let on = columns.on.get(rows.clone()).unwrap_or_default();
        let birth = columns.birth.and_then(|days| days.get(rows.clone()));
        let mut bands = [0; BLOCK];
        let persons = bands.iter_mut().zip(&mut *sure).zip(on);
        match (birth, columns.birth_validity.filter(|_| birth.is_some())) {
            (None, _) => {
                for ((band, sure), on) in persons {
                    *band = UNBORN;
                    *sure &= self.sure_unborn(*on);
                }
            }
            (Some(birth), None) => {
                for (((_, sure), on), birth) in persons.zip(birth) {
                    *sure &= mask(is_span(*birth, *on));
                }
                // One age after the other: a processor does several persons at once.
                for ((from, surely), above) in self.ages.into_iter().zip(1u32..) {
                    if surely == i32::MAX {
                        continue;
                    }
                    let persons = bands.iter_mut().zip(&mut *sure).zip(on.iter().zip(birth));
                    for ((band, sure), (on, birth)) in persons {
                        let days = on.wrapping_sub(*birth);
                        let is_reached = mask(days >= surely);
                        *band = *band & !is_reached | above & is_reached;
                        *sure &= is_reached | mask(days < from);
                    }
                }
            }
            (Some(birth), Some(bitmap)) => {
                let mut valid = bits(bitmap, rows);
                for (((band, sure), on), birth) in persons.zip(birth) {
                    if valid & 1 == 0 {
                        *band = UNBORN;
                        *sure &= self.sure_unborn(*on);
                    } else {
                        let is_sure;
                        (*band, is_sure) = self.band(*on, *birth);
                        *sure &= mask(is_sure);
                    }
                    valid >>= 1;
                }
            }
        }
        if let Some(bitmap) = columns.on_validity {
            let mut valid = bits(bitmap, rows);
            for sure in sure {
                *sure &= mask(valid & 1 != 0);
                valid >>= 1;
            }
        }
        bands
    }

    /// The band of a person, and whether that is sure.
    #[inline(always)]
    fn band(&self, on: i32, birth: i32) -> (u32, bool) {
        let days = on.wrapping_sub(birth);
        let mut is_sure = is_span(birth, on);
        let mut band = 0u32;
        for ((from, surely), above) in self.ages.into_iter().zip(1u32..) {
            band = if days >= surely { above } else { band };
            is_sure &= (days >= from) == (days >= surely);
        }
        (band, is_sure)
    }

    /// The rows that surely take a person who may be of any age.
    fn sure_unborn(&self, on: i32) -> u32 {
        if (ANY_AGE_FROM..=LAST_NUMBER).contains(&on) {
            self.whole_bands
        } else {
            0
        }
    }
}

/// The rows that take a value. No fact has a number past the table: of such a code no row is sure.
#[inline(always)]
fn by_code(table: &[u32; NUMBERS], code: u8) -> u32 {
    let rows = table.get(usize::from(code) % NUMBERS);
    rows.copied().unwrap_or_default()
}

/// Leaves of the rows that are sure those that are with these codes. `whole`: the rows that take all values of the fact;
/// `values`: how many there are.
fn check_codes(sure: &mut Block, codes: &[u8], whole: u32, values: u8) {
    let is_told = |code: &u8| code.wrapping_sub(1) < values;
    if codes.iter().fold(true, |all, code| all & is_told(code)) {
        return;
    }
    for (sure, code) in sure.iter_mut().zip(codes) {
        *sure &= mask(is_told(code)) | mask(*code == 0) & whole;
    }
}

/// The validity of a block of rows, the first by the lowest bit.
fn bits(bitmap: &[u8], rows: &Range<usize>) -> u64 {
    let bytes = bitmap.get(rows.start / 8..).unwrap_or_default();
    let bytes = bytes.iter().take(BLOCK / 8).rev();
    bytes.fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}

/// The facts that are codes, with their masks.
fn coded() -> impl Iterator<Item = (Fact, u64)> {
    Region::facts().filter(|(fact, _)| *fact != Fact::Birth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Ages;

    #[test]
    fn ages_are_reached_within_the_days_of_life() {
        let years = [
            1, 3, 4, 1896, 1899, 1900, 1999, 2000, 2001, 2084, 2088, 2100,
        ];
        for age in [1, 3, 4, 12, 14, 16, 17, 18, 21, 60, 99, 100, 255] {
            for reading in AgeReading::ALL {
                let (from, surely) = days_of_life(age, *reading);
                let (mut least, mut most) = (i32::MAX, 0);
                for year in years {
                    let mut born = Day::new(year, 1, 1).unwrap();
                    while born.year() == year {
                        let ages = Ages::of(born.into(), [age, 0, 0], *reading);
                        let day = ages.next_change(born, 1).first_day().unwrap();
                        let days = day.number() - born.number();
                        (least, most) = (least.min(days), most.max(days));
                        born = born.plus(1).unwrap();
                    }
                }
                assert!(
                    from <= least && most <= surely,
                    "{age} {reading}: {least}..={most}"
                );
                // Not so wide that many persons would be assessed one by one.
                assert!(surely - from <= 6 + i32::from(age) / 100);
            }
        }
    }
}

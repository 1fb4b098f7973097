//! Who must, may or need not be fingerprinted (legal model, sections 2 to 4).
//!
//! The rows of an edition's table are run over a whole region of completions at once. What a row
//! takes is decided; the rest, cut into regions that do not overlap, goes on to the next row. A
//! person of whom everything is known is a region of one completion, never cut: for them the table
//! is a chain of `if`s.

use heapless::Vec;
use time::Date;

use crate::age::{AgeReading, Ages};
use crate::assessment::Assessment;
use crate::day::Day;
use crate::error::Error;
use crate::facts::{AgeBand, Fact, Facts, Occasion, VisaChannel};
use crate::law::period::Period;
use crate::law::rule::{Obligation, Rule};
use crate::law::table::{Rows, Table, lowest};
use crate::law::{Edition, Provision};
use crate::region::{Marks, Region};
use crate::set::{Set, bit};

/// How the question is asked. These are settings, not facts: they are never unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Settings {
    /// Which source decides.
    pub edition: Edition,
    /// When a person reaches an age.
    pub age_reading: AgeReading,
}

/// What the law asks on the day `on` of the person of whom `facts` are known.
///
/// # Errors
///
/// [`Error::DateNotSupported`] if `on` is not in the years 1 to 9999, [`Error::BirthNotSupported`]
/// if the birth date is not, and [`Error::BirthAfterDecision`] if it allows no day up to `on`.
pub fn assess(on: Date, facts: &Facts, settings: Settings) -> Result<Assessment, Error> {
    assess_on(Day::of(on).ok_or(Error::DateNotSupported)?, facts, settings)
}

/// The same as [`assess`], for a day that is at hand as year, month and day.
///
/// # Errors
///
/// As [`assess`], but for the first.
#[inline(always)] // where an answer is wanted as plain fields it is never put together
pub fn assess_on(on: Day, facts: &Facts, settings: Settings) -> Result<Assessment, Error> {
    facts.birth.must_allow(on)?;
    let ages = Ages::of(facts.birth, settings.age_reading);
    let mut question = Question::new(facts, settings.edition);
    let found = question.findings_on(on, &ages);
    let enacted = settings.edition == Edition::Enacted;
    Ok(Assessment {
        possible: found.obligations,
        ask: next_question(found.relevant, facts.birth_final),
        relevant: found.relevant,
        holds_until: question.next_change(&found, on, &ages),
        edition: settings.edition,
        rows: found.rows,
        // L50 names no lowest age for the voluntary registration.
        under_12: enacted && found.under_12,
        evisa: enacted && found.evisa && NOTE_EVISA.include(on),
        conflict: enacted
            && found.obligations == Obligation::Voluntary.into()
            && is_announced_mandatory(on, facts, &ages),
    })
}

/// The first relevant fact, in asking order, that can still be asked for.
pub(crate) fn next_question(relevant: Set<Fact>, birth_final: bool) -> Option<Fact> {
    if relevant.is_empty() {
        return None;
    }
    let mut facts = relevant.iter();
    match facts.next() {
        Some(Fact::Birth) if birth_final => facts.next(),
        first => first,
    }
}

/// Whether the Ministry announced it as mandatory: the conflict of section 2, where the enacted law
/// leaves it to the citizen.
fn is_announced_mandatory(on: Day, facts: &Facts, ages: &Ages) -> bool {
    let mut question = Question::new(facts, Edition::Announced);
    let found = question.findings_on(on, ages);
    found.obligations.contains(Obligation::Mandatory)
}

/// Facts before an edition's table.
pub(crate) struct Question {
    table: &'static Table,
    /// The rows that the facts leave open, whatever the age.
    rows: Rows,
    facts: Region,
}

impl Question {
    pub(crate) fn new(facts: &Facts, edition: Edition) -> Self {
        Self {
            table: edition.table(),
            rows: facts.open.of(edition),
            facts: facts.region,
        }
    }

    /// The case on a day, not before one asked for earlier: rows that have ended are gone.
    pub(crate) fn on(&mut self, day: Day, ages: &Ages) -> Case {
        self.rows = self.table.applying(self.rows, day);
        let bands = ages.bands_on(day);
        Case {
            table: self.table,
            rows: self.table.of_age(self.rows, bands),
            region: self.facts.with(Fact::Birth, bands),
        }
    }

    /// What the rows tell of a person on a day.
    #[inline]
    fn findings_on(&mut self, day: Day, ages: &Ages) -> Findings {
        Findings::of(&self.on(day, ages))
    }

    /// The first day after `day` on which the possible obligations are no longer those found on it.
    #[inline]
    fn next_change(&mut self, found: &Findings, mut day: Day, ages: &Ages) -> Option<Day> {
        let mut rows = found.rows;
        loop {
            let next = self.next(rows, day, ages)?;
            if next.obligations != found.obligations {
                return Some(next.day);
            }
            (rows, day) = (next.rows, next.day);
        }
    }

    /// The first day after `day` on which the possible obligations may change if some rows took
    /// anything: one of those ends, or an age is reached that tells in a row down to the one that
    /// took all, or in any row.
    #[inline(never)] // of most people there is none, and of hardly anyone more than one
    fn next(&mut self, rows: Rows, day: Day, ages: &Ages) -> Option<Next> {
        let telling = if rows.is_power_of_two() {
            self.rows & (rows | rows.wrapping_sub(1))
        } else {
            self.rows
        };
        let age = ages.next_change(day, self.table.tells_ages(telling));
        let day = self.table.next_end(rows).min(age).first_day()?;
        let found = self.findings_on(day, ages);
        Some(Next {
            day,
            obligations: found.obligations,
            rows: found.rows,
        })
    }
}

/// What the rows tell on a later day.
struct Next {
    day: Day,
    obligations: Set<Obligation>,
    rows: Rows,
}

/// A region of completions on one day, and the rows that take any of it.
pub(crate) struct Case {
    pub(crate) table: &'static Table,
    rows: Rows,
    pub(crate) region: Region,
}

impl Case {
    /// The completions of `region` alone, which must be some of these.
    pub(crate) const fn within(&self, region: Region) -> Self {
        Self { region, ..*self }
    }

    /// What is known on a day of a person's facts, the birth date reduced to age bands. Fails as
    /// [`assess_on`] does.
    pub(crate) fn of(on: Day, facts: &Facts, settings: Settings) -> Result<Self, Error> {
        facts.birth.must_allow(on)?;
        let ages = Ages::of(facts.birth, settings.age_reading);
        Ok(Question::new(facts, settings.edition).on(on, &ages))
    }

    /// The same, from the region alone.
    pub(crate) fn of_region(on: Day, region: Region, edition: Edition) -> Self {
        let table = edition.table();
        Self {
            table,
            rows: table.applying(Rows::MAX, on),
            region,
        }
    }

    /// The possible obligations, and the provisions of the rows that decide.
    pub(crate) fn decision(&self) -> (Set<Obligation>, impl Iterator<Item = Provision>) {
        let found = Findings::of(self);
        (found.obligations, self.table.basis(found.rows))
    }

    /// The row that takes the region whole, if that is the first one. Of a person of whom all is
    /// known there is no other case.
    fn whole(&self) -> Option<&'static Rule> {
        let first = self.table.first(self.rows);
        first.filter(|rule| self.region.is_within(rule.takes))
    }

    /// The parts of the region that the rows take, in turn; they do not overlap. The last rows of a
    /// table take everything, so nothing is left.
    pub(crate) fn parts(&self) -> Parts {
        let mut left = Vec::new();
        keep(&mut left, (self.region, self.rows));
        Parts {
            table: self.table,
            left,
        }
    }
}

/// What a row takes of a case.
pub(crate) struct Part {
    pub(crate) region: Region,
    pub(crate) rule: &'static Rule,
    /// The row that the rule is, as a bit.
    pub(crate) row: Rows,
}

/// The parts of a case, one by one.
pub(crate) struct Parts {
    table: &'static Table,
    /// What rows have left, with the rows that are still to see it.
    left: Vec<(Region, Rows), MAX_LEFT>,
}

impl Iterator for Parts {
    type Item = Part;

    #[inline(never)] // one copy serves all
    fn next(&mut self) -> Option<Part> {
        let (left, mut rows) = self.left.pop()?;
        loop {
            let rule = self.table.first(rows)?;
            let row = lowest(rows);
            rows ^= row;
            let region = left.meet(rule.takes);
            if !region.is_empty() {
                left.without(rule.takes, |rest| keep(&mut self.left, (rest, rows)));
                return Some(Part { region, rule, row });
            }
        }
    }
}

/// The most regions that are left at one time, and that are taken in all, when nothing is known.
/// To know more makes either number smaller, never larger: each region then is a part of one of
/// these.
const MAX_LEFT: usize = 4;
const MAX_TAKEN: usize = 17;

pub(crate) fn keep<T, const N: usize>(list: &mut Vec<T, N>, item: T) {
    let kept = list.push(item);
    debug_assert!(kept.is_ok(), "the capacity is the most there can be");
}

/// What the parts that the rows took tell.
struct Findings {
    obligations: Set<Obligation>,
    /// The rows that took anything.
    rows: Rows,
    relevant: Set<Fact>,
    evisa: bool,
    under_12: bool,
}

impl Findings {
    const NONE: Self = Self {
        obligations: Set::EMPTY,
        rows: 0,
        relevant: Set::EMPTY,
        evisa: false,
        under_12: false,
    };

    #[inline]
    fn of(case: &Case) -> Self {
        let Some(rule) = case.whole() else {
            return Self::of_parts(case);
        };
        let mut found = Self::NONE;
        found.note(case.region, rule);
        found.rows = lowest(case.rows);
        found
    }

    #[cold] // and out of the way of a person of whom all is known
    #[inline(never)]
    fn of_parts(case: &Case) -> Self {
        let mut found = Self::NONE;
        let mut relevant = Marks::default();
        let mut parts: Vec<(Region, Obligation), MAX_TAKEN> = Vec::new();
        for Part { region, rule, row } in case.parts() {
            found.note(region, rule);
            found.rows |= row;
            // Two parts that have no value in common in one fact alone hold two completions that
            // differ in that fact alone.
            for (other, differs) in &parts {
                if *differs != rule.obligation {
                    relevant.add(region.only_difference(*other));
                }
            }
            keep(&mut parts, (region, rule.obligation));
        }
        found.relevant = relevant.facts();
        found
    }

    fn note(&mut self, part: Region, rule: &Rule) {
        self.obligations.insert(rule.obligation);
        match rule.obligation {
            Obligation::Mandatory => self.evisa |= EVISA.is_within(part),
            Obligation::Voluntary => self.under_12 |= UNDER_12.is_within(part),
            _ => {}
        }
    }
}

/// The days on which NOTE-EVISA is carried.
pub(crate) const NOTE_EVISA: Period = Period::of(Provision::NoteEvisa);
/// The values that tell of an electronic visa, and of a child under 12.
const EVISA: Region = Region::NONE
    .with(Fact::Occasion, bit(Occasion::Visa.code()))
    .with(Fact::VisaChannel, bit(VisaChannel::Electronic.code()));
const UNDER_12: Region = Region::NONE.with(Fact::Birth, bit(AgeBand::Under12.code()));

//! Lays the calendar out: which days are off, and why a law's calendar can be impossible.

use crate::day::Day;
use crate::model::{Holiday, Law};
use std::collections::BTreeMap;

/// A week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Week {
    /// Saturday and Sunday are rest days.
    Five,
    /// Sunday is the rest day.
    Six,
}

impl Week {
    /// Whether a day is a rest day of the week.
    #[must_use]
    pub fn rests(self, day: Day) -> bool {
        day.weekday() == 7 || (self == Self::Five && day.weekday() == 6)
    }

    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Five => "five-day week",
            Self::Six => "six-day week",
        }
    }
}

/// Why a day is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Off {
    /// The row of *Holidays* or *Movable days* on this line.
    Declared(usize),
    /// Substitute for the holiday on this line, which falls on a rest day.
    Substitute(usize),
}

impl Holiday {
    /// The day in a year in which it is a holiday.
    #[must_use]
    pub fn of(&self, year: u16) -> Option<Day> {
        let holds = self.first_year.is_none_or(|first| first <= year)
            && self.last_year.is_none_or(|last| year <= last);
        holds.then(|| self.day.of(year)).flatten()
    }
}

/// The days off of a year besides rest days, before transfers.
#[derive(Debug, Default)]
pub struct Year {
    /// The days, and why.
    pub off: BTreeMap<Day, Off>,
    /// Holidays, by line, that have no substitute because the year has no free day.
    pub without_substitute: Vec<(usize, Day)>,
}

/// Lays out one year of a law's calendar.
#[must_use]
pub fn year(law: &Law, year: u16, week: Week) -> Year {
    let mut laid = Year::default();
    let mut substituted: Vec<(Day, usize)> = Vec::new();
    for holiday in &law.holidays {
        if let Some(day) = holiday.of(year) {
            laid.off.entry(day).or_insert(Off::Declared(holiday.line));
            if holiday.substituted && week.rests(day) {
                substituted.push((day, holiday.line));
            }
        }
    }
    for movable in law
        .movable_days
        .iter()
        .filter(|movable| movable.day.year() == year)
    {
        laid.off
            .entry(movable.day)
            .or_insert(Off::Declared(movable.line));
    }
    substituted.sort_unstable();
    for (holiday, line) in substituted {
        let mut day = holiday.next();
        while day.year() == year && (week.rests(day) || laid.off.contains_key(&day)) {
            day = day.next();
        }
        if day.year() == year {
            laid.off.insert(day, Off::Substitute(line));
        } else {
            laid.without_substitute.push((line, holiday));
        }
    }
    laid
}

/// The years that a law's calendar covers, at most `most` of them.
pub fn years(law: &Law, most: usize) -> impl Iterator<Item = u16> {
    law.years
        .iter()
        .flat_map(|row| row.from..=row.to)
        .take(most)
}

//! Kazakhstan's working calendar as it is declared (legal model, section 8).
//!
//! Sources: Law on Holidays No. 267-II, article 5; Labour Code, articles 84(5) and 85(3); Ministry
//! of Labour, 18 March 2026 (30 August dropped, 15 March added).

use time::Date;
use time::Month::{self, August, December, January, July, March, May, October};
use time::macros::date;

use super::{Certainty, Reason, Transfer, Week, Year, is_rest_day};
use crate::day::Day;

/// The holidays with a fixed day, in date order: that is the order in which they are substituted.
pub(super) const HOLIDAYS: [Holiday; 15] = [
    Holiday::on(January, 1, Reason::NewYear),
    Holiday::on(January, 2, Reason::NewYear),
    Holiday::on(January, 7, Reason::OrthodoxChristmas).without_substitution(),
    Holiday::on(March, 8, Reason::WomensDay),
    Holiday::on(March, 15, Reason::ConstitutionDay).from(2027),
    Holiday::on(March, 21, Reason::Nauryz),
    Holiday::on(March, 22, Reason::Nauryz),
    Holiday::on(March, 23, Reason::Nauryz),
    Holiday::on(May, 1, Reason::UnityDay),
    Holiday::on(May, 7, Reason::DefenderDay),
    Holiday::on(May, 9, Reason::VictoryDay),
    Holiday::on(July, 6, Reason::CapitalDay),
    Holiday::on(August, 30, Reason::ConstitutionDay).until(2025),
    Holiday::on(October, 25, Reason::RepublicDay).from(2022),
    Holiday::on(December, 16, Reason::IndependenceDay),
];

/// The first day of Kurban Ait, off without substitution; expected days from 2027.
pub(super) const KURBAN_AIT: [Date; 8] = [
    date!(2023 - 06 - 28),
    date!(2024 - 06 - 16),
    date!(2025 - 06 - 06),
    date!(2026 - 05 - 27),
    date!(2027 - 05 - 16),
    date!(2028 - 05 - 05),
    date!(2029 - 04 - 24),
    date!(2030 - 04 - 13),
];

/// Rest days worked in exchange for a day off, in the five-day week.
pub(super) const TRANSFERS: [Transfer; 3] = [
    Transfer::new(date!(2023 - 07 - 01), date!(2023 - 07 - 07)),
    Transfer::new(date!(2024 - 05 - 04), date!(2024 - 05 - 08)),
    Transfer::new(date!(2025 - 01 - 05), date!(2025 - 01 - 03)),
];

/// The last year whose transfers and Kurban Ait are set.
const PUBLISHED_UNTIL: u16 = 2026;

/// The first of the [`YEARS`].
const FIRST_YEAR: i32 = 2023;

/// The years covered, one after another, worked out by the compiler.
static YEARS: [Year; 8] = [
    declared(2023),
    declared(2024),
    declared(2025),
    declared(2026),
    declared(2027),
    declared(2028),
    declared(2029),
    declared(2030),
];

const fn declared(number: u16) -> Year {
    let certainty = if number <= PUBLISHED_UNTIL {
        Certainty::Published
    } else {
        Certainty::Projected
    };
    Year::declared(number, certainty, &KURBAN_AIT, &TRANSFERS)
}

/// The year with this number, if it is covered.
pub(super) fn year(number: i32) -> Option<&'static Year> {
    let index = number.checked_sub(FIRST_YEAR)?;
    YEARS.get(usize::try_from(index).ok()?)
}

/// Why `date`, known to be off in a covered year, is off.
pub(super) fn reason(date: Date, week: Week) -> Reason {
    let holiday = Day::of(date).and_then(|day| HOLIDAYS.iter().find(|h| h.is_on(day)));
    if let Some(holiday) = holiday {
        holiday.name
    } else if KURBAN_AIT.contains(&date) {
        Reason::KurbanAit
    } else if is_rest_day(date, week) {
        Reason::RestDay
    } else if week == Week::Five && TRANSFERS.iter().any(|t| t.off == date) {
        Reason::Transfer
    } else {
        Reason::Substitute
    }
}

/// A holiday on the same day of every year, from its first year until its last.
pub(super) struct Holiday {
    month: Month,
    day: u8,
    name: Reason,
    /// Whether another day is off when it falls on a rest day.
    pub(super) substituted: bool,
    first_year: u16,
    last_year: u16,
}

impl Holiday {
    const fn on(month: Month, day: u8, name: Reason) -> Self {
        Self {
            month,
            day,
            name,
            substituted: true,
            first_year: 1,
            last_year: u16::MAX,
        }
    }

    const fn without_substitution(mut self) -> Self {
        self.substituted = false;
        self
    }

    const fn from(mut self, year: u16) -> Self {
        self.first_year = year;
        self
    }

    const fn until(mut self, year: u16) -> Self {
        self.last_year = year;
        self
    }

    /// Whether it is kept on a day.
    fn is_on(&self, day: Day) -> bool {
        day.day() == self.day && day.month() == self.month as u8 && self.is_kept_in(day.year())
    }

    const fn is_kept_in(&self, year: u16) -> bool {
        self.first_year <= year && year <= self.last_year
    }

    /// Its day in a year, if it is a holiday then.
    pub(super) const fn in_year(&self, year: u16) -> Option<Date> {
        if !self.is_kept_in(year) {
            return None;
        }
        match Date::from_calendar_date(year as i32, self.month, self.day) {
            Ok(date) => Some(date),
            Err(_) => None,
        }
    }
}

//! Days of the library, as tests write and read them.

use kz_rules_core::Day;

/// A day.
///
/// # Panics
///
/// If there is no such day.
#[must_use]
pub fn day(year: u16, month: u8, day: u8) -> Day {
    Day::new(year, month, day).expect("a day")
}

/// A day as it is written.
#[must_use]
pub fn written(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// A day that is written; none if this is no full date.
#[must_use]
pub fn read_day(text: &str) -> Option<Day> {
    let mut parts = text.split('-').map(|part| part.parse::<u16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Day::new(year, month.try_into().ok()?, day.try_into().ok()?)
}

//! The library's days, as tests write and read them.

use kz_rules_core::Day;

/// A day.
///
/// # Panics
///
/// If the day does not exist.
#[must_use]
pub fn day(year: u16, month: u8, day: u8) -> Day {
    Day::new(year, month, day).expect("a day")
}

/// A day as text.
#[must_use]
pub fn written(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// The day in a text; none if it is not a full date.
#[must_use]
pub fn read_day(text: &str) -> Option<Day> {
    let mut parts = text.split('-').map(|part| part.parse::<u16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Day::new(year, month.try_into().ok()?, day.try_into().ok()?)
}

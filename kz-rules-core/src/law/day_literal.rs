//! Days and moments as a law's tables write them.

use crate::base::day::Day;

/// A day, for tables that the compiler evaluates: one that is none does not build.
#[must_use]
#[allow(clippy::panic)] // evaluated by the compiler alone
pub const fn day(year: u16, month: u8, day: u8) -> Day {
    match Day::new(year, month, day) {
        Some(day) => day,
        None => panic!("there is no such day"),
    }
}

/// A moment in seconds since 1970, for tables that the compiler evaluates: a minute of UTC, whose day, if
/// there is none such, does not build.
#[must_use]
#[allow(clippy::arithmetic_side_effects)] // evaluated by the compiler alone
pub const fn moment(year: u16, month: u8, day_of_month: u8, hour: u8, minute: u8) -> i64 {
    let days = day(year, month, day_of_month).number() as i64 - day(1970, 1, 1).number() as i64;
    (days * 24 + hour as i64) * 3600 + minute as i64 * 60
}

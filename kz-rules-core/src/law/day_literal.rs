//! Days as a law's tables write them.

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

//! Days and moments as a law's tables write them.

use crate::base::day::Day;

/// A day written in code: in a constant, a day that does not exist fails to compile. For days from outside there is
/// [`Day::new`].
///
/// # Panics
///
/// If there is no such day, when not in a constant.
#[must_use]
#[allow(clippy::panic)] // documented; in a constant it is an error of the compiler
pub const fn day(year: u16, month: u8, day: u8) -> Day {
    match Day::new(year, month, day) {
        Some(day) => day,
        None => panic!("there is no such day"),
    }
}

/// A minute of UTC, in seconds since 1970, written in code: see [`day`].
///
/// # Panics
///
/// If there is no such day, when not in a constant.
#[must_use]
#[allow(clippy::arithmetic_side_effects)] // a day, an hour and a minute are small
pub const fn moment(year: u16, month: u8, day_of_month: u8, hour: u8, minute: u8) -> i64 {
    let days = day(year, month, day_of_month).number() as i64 - day(1970, 1, 1).number() as i64;
    (days * 24 + hour as i64) * 3600 + minute as i64 * 60
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_its_seconds_since_1970() {
        for (moment, seconds) in [
            (moment(1970, 1, 1, 0, 0), 0),
            (moment(1970, 1, 2, 3, 4), 86_400 + 3 * 3600 + 4 * 60),
            (moment(1969, 12, 31, 23, 59), -60),
        ] {
            assert_eq!(moment, seconds);
        }
    }
}

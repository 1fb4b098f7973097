//! From a clock's seconds to the day in Kazakhstan (legal model, section 9).

use time::Date;
use time::macros::date;

use crate::closed_set::closed_set;
use crate::error::Error;

closed_set! {
    /// A time zone of Kazakhstan.
    pub enum Zone {
        /// Almaty, Astana, Kostanay and the rest: UTC+6 before 2024-02-29T18:00Z, UTC+5 from then.
        East = 1, "east";
        /// Aktobe, Aktau, Atyrau, Oral, Kyzylorda: UTC+5.
        West = 2, "west";
    }
}

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
const EPOCH: i32 = date!(1970 - 01 - 01).to_julian_day();

/// The moment since which the whole country keeps UTC+5: 2024-02-29T18:00Z.
const ONE_TIME: i64 = start_of(date!(2024 - 02 - 29)) + 18 * HOUR;

const FIRST_SECOND: i64 = start_of(date!(2019 - 01 - 01));
const LAST_SECOND: i64 = start_of(date!(9999 - 12 - 31)) + DAY - 1;

/// The second with which a day starts, in local time.
#[allow(
    clippy::arithmetic_side_effects,
    reason = "evaluated by the compiler alone"
)]
const fn start_of(day: Date) -> i64 {
    (day.to_julian_day() - EPOCH) as i64 * DAY
}

/// The day in `zone` at `unix`, in seconds of UTC since 1970.
///
/// # Errors
///
/// [`Error::ClockNotSupported`] if the local day is not from 2019-01-01 to 9999-12-31.
///
/// ```
/// use kz_rules_core::time::macros::date;
/// use kz_rules_core::{Zone, local_date};
///
/// assert_eq!(local_date(1_782_844_200, Zone::East), Ok(date!(2026 - 06 - 30)));
/// ```
pub fn local_date(unix: i64, zone: Zone) -> Result<Date, Error> {
    let offset = match zone {
        Zone::East if unix < ONE_TIME => 6 * HOUR,
        Zone::East | Zone::West => 5 * HOUR,
    };
    let local = unix.saturating_add(offset);
    if !(FIRST_SECOND..=LAST_SECOND).contains(&local) {
        return Err(Error::ClockNotSupported);
    }
    // A day has 128 * 675 seconds, and 128ths of a second's count fit 32 bits: no 64-bit division.
    u32::try_from(local >> 7)
        .ok()
        .and_then(|count| i32::try_from(count / 675).ok())
        .and_then(|days| Date::from_julian_day(EPOCH.saturating_add(days)).ok())
        .ok_or(Error::ClockNotSupported)
}

#[cfg(test)]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may panic"
)]
mod tests {
    use super::*;

    #[test]
    fn a_day_starts_at_local_midnight() {
        // Midnight between 30 June and 1 July 2026 is 19:00 UTC.
        assert_eq!(
            local_date(1_782_845_999, Zone::East),
            Ok(date!(2026 - 06 - 30))
        );
        assert_eq!(
            local_date(1_782_846_000, Zone::East),
            Ok(date!(2026 - 07 - 01))
        );
        assert_eq!(
            local_date(1_782_846_000, Zone::West),
            Ok(date!(2026 - 07 - 01))
        );
    }

    #[test]
    fn the_east_was_an_hour_ahead_until_the_end_of_february_2024() {
        // 2024-02-28T18:00Z, and the last second before the change.
        assert_eq!(
            local_date(1_709_143_200, Zone::East),
            Ok(date!(2024 - 02 - 29))
        );
        assert_eq!(
            local_date(1_709_143_200, Zone::West),
            Ok(date!(2024 - 02 - 28))
        );
        // At the change it was midnight, and became 23:00 of the day that had just ended.
        assert_eq!(
            local_date(ONE_TIME - 1, Zone::East),
            Ok(date!(2024 - 02 - 29))
        );
        assert_eq!(local_date(ONE_TIME, Zone::East), Ok(date!(2024 - 02 - 29)));
        assert_eq!(
            local_date(ONE_TIME + HOUR, Zone::East),
            Ok(date!(2024 - 03 - 01))
        );
    }

    #[test]
    fn days_are_supported_from_2019_to_9999() {
        for (zone, before_2024) in [(Zone::East, 6), (Zone::West, 5)] {
            let first = FIRST_SECOND - before_2024 * HOUR;
            let last = LAST_SECOND - 5 * HOUR;
            assert_eq!(local_date(first - 1, zone), Err(Error::ClockNotSupported));
            assert_eq!(local_date(first, zone), Ok(date!(2019 - 01 - 01)));
            assert_eq!(local_date(last, zone), Ok(date!(9999 - 12 - 31)));
            assert_eq!(local_date(last + 1, zone), Err(Error::ClockNotSupported));
            for moment in [i64::MIN, -1, 0, i64::MAX] {
                assert_eq!(local_date(moment, zone), Err(Error::ClockNotSupported));
            }
        }
    }

    #[test]
    fn every_day_has_its_seconds() {
        let mut day = date!(2025 - 01 - 01);
        while day < date!(2525 - 01 - 01) {
            let midnight = start_of(day) - 5 * HOUR;
            assert_eq!(local_date(midnight, Zone::East), Ok(day));
            assert_eq!(local_date(midnight + DAY - 1, Zone::West), Ok(day));
            day = day.next_day().unwrap();
        }
    }
}

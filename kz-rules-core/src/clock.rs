//! From a clock's seconds to the day in Kazakhstan (legal model, section 9).

use crate::base::day::Day;
use crate::base::error::Error;
use crate::law::{ClockRow, Law, Zone, day};

const SECONDS_OF_DAY: i64 = 86_400;

/// The first and the last local second that a clock may show: the legal model's bounds (section 9).
const FIRST_SECOND: i64 = start_of(day(2019, 1, 1));
const LAST_SECOND: i64 = start_of(day(9999, 12, 31)).wrapping_add(SECONDS_OF_DAY - 1);

/// The local second at which a day starts.
#[allow(clippy::cast_lossless)] // const
const fn start_of(day: Day) -> i64 {
    (day.number() as i64).wrapping_mul(SECONDS_OF_DAY)
}

impl Law<'_> {
    /// The day in a zone at a moment, in seconds of UTC since 1970.
    ///
    /// # Errors
    ///
    /// [`Error::ClockNotSupported`] if the local day is not from 2019-01-01 to 9999-12-31, or if the law has no
    /// offset for the zone at that moment.
    ///
    /// ```
    /// use kz_rules_core::{Law, Zone, day};
    ///
    /// let local = Law::BUILT_IN.local_date(1_782_844_200, Zone::East);
    /// assert_eq!(local, Ok(day(2026, 6, 30)));
    /// ```
    pub fn local_date(self, unix: i64, zone: Zone) -> Result<Day, Error> {
        self.local_second(unix, zone).and_then(day_of)
    }

    /// Today's date in a zone, by a clock that shows this moment, in seconds of UTC since 1970.
    ///
    /// # Errors
    ///
    /// - [`Error::ClockNotSet`] if the local day is before [`Law::known_until`], even if it is before 2019.
    /// - [`Error::ClockNotSupported`] as for [`Law::local_date`].
    pub fn today(self, unix: i64, zone: Zone) -> Result<Day, Error> {
        let local = self.local_second(unix, zone)?;
        if local < start_of(self.known_until()) {
            return Err(Error::ClockNotSet);
        }
        day_of(local)
    }

    /// A moment as seconds of local time.
    fn local_second(self, unix: i64, zone: Zone) -> Result<i64, Error> {
        let rows = self.clock().iter().map(ClockRow::from);
        let mut latest = i64::MIN;
        let mut offset = None;
        for row in rows.filter(|row| row.zone() == Some(zone)) {
            if (latest..=unix).contains(&row.moment()) {
                latest = row.moment();
                offset = Some(row.offset_minutes());
            }
        }
        let offset = offset.ok_or(Error::ClockNotSupported)?;
        Ok(unix.saturating_add(i64::from(offset).wrapping_mul(60)))
    }
}

/// The day in a zone at a moment, by the built-in law: see [`Law::local_date`].
///
/// # Errors
///
/// As for [`Law::local_date`].
pub fn local_date(unix: i64, zone: Zone) -> Result<Day, Error> {
    Law::BUILT_IN.local_date(unix, zone)
}

/// The day today in a zone, by the built-in law: see [`Law::today`].
///
/// # Errors
///
/// As for [`Law::today`].
pub fn today(unix: i64, zone: Zone) -> Result<Day, Error> {
    Law::BUILT_IN.today(unix, zone)
}

/// The day of a local second.
fn day_of(local: i64) -> Result<Day, Error> {
    if !(FIRST_SECOND..=LAST_SECOND).contains(&local) {
        return Err(Error::ClockNotSupported);
    }
    // A day has 128 * 675 seconds, and the number of 128-second units fits in 32 bits: no 64-bit division.
    let count = u32::try_from(local >> 7).ok();
    let days = count.and_then(|count| i32::try_from(count / 675).ok());
    days.and_then(Day::from_number)
        .ok_or(Error::ClockNotSupported)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{Sections, built_in_for_tests};
    use crate::vectors;

    const HOUR: i64 = 3_600;
    /// 2024-02-29T18:00Z.
    const ONE_TIME: i64 = 1_709_229_600;

    #[test]
    fn the_vectors_come_out() {
        for vector in vectors::read("clock.csv") {
            let answer = || {
                let unix = vector.get("unix").parse();
                let unix: i64 = unix.map_err(|_| vectors::bad("unix"))?;
                let zone = match vector.get("zone") {
                    "east" => Zone::East,
                    "west" => Zone::West,
                    _ => return Err(vectors::bad("zone")),
                };
                let day = local_date(unix, zone).map_err(vectors::status)?;
                Ok(std::vec![vectors::day_cell(Some(day))])
            };
            vector.assert(&["=date"], answer());
        }
    }

    #[test]
    fn a_day_starts_at_local_midnight() {
        // Midnight between 30 June and 1 July 2026 is 19:00 UTC.
        let last = 1_782_845_999;
        assert_eq!(local_date(last, Zone::East), Ok(day(2026, 6, 30)));
        assert_eq!(local_date(last + 1, Zone::East), Ok(day(2026, 7, 1)));
        assert_eq!(local_date(last + 1, Zone::West), Ok(day(2026, 7, 1)));
    }

    #[test]
    fn the_east_was_an_hour_ahead_until_the_end_of_february_2024() {
        // 2024-02-28T18:00Z, and the last second before the change.
        assert_eq!(local_date(1_709_143_200, Zone::East), Ok(day(2024, 2, 29)));
        assert_eq!(local_date(1_709_143_200, Zone::West), Ok(day(2024, 2, 28)));
        // At the change it was midnight, and became 23:00 of the day that had just ended.
        for (moment, local) in [
            (ONE_TIME - 1, day(2024, 2, 29)),
            (ONE_TIME, day(2024, 2, 29)),
            (ONE_TIME + HOUR, day(2024, 3, 1)),
        ] {
            assert_eq!(local_date(moment, Zone::East), Ok(local));
        }
    }

    #[test]
    fn days_are_supported_from_2019_to_9999() {
        for (zone, before_2024) in [(Zone::East, 6), (Zone::West, 5)] {
            let first = FIRST_SECOND - before_2024 * HOUR;
            let last = LAST_SECOND - 5 * HOUR;
            assert_eq!(local_date(first - 1, zone), Err(Error::ClockNotSupported));
            assert_eq!(local_date(first, zone), Ok(day(2019, 1, 1)));
            assert_eq!(local_date(last, zone), Ok(day(9999, 12, 31)));
            assert_eq!(local_date(last + 1, zone), Err(Error::ClockNotSupported));
            for moment in [i64::MIN, -1, 0, i64::MAX] {
                assert_eq!(local_date(moment, zone), Err(Error::ClockNotSupported));
            }
        }
    }

    #[test]
    fn every_day_has_its_seconds() {
        let first = day(2025, 1, 1).number();
        for day in (first..first + 200_000).filter_map(Day::from_number) {
            let midnight = start_of(day) - 5 * HOUR;
            assert_eq!(local_date(midnight, Zone::East), Ok(day));
            assert_eq!(
                local_date(midnight + SECONDS_OF_DAY - 1, Zone::West),
                Ok(day)
            );
        }
    }

    #[test]
    fn a_clock_that_shows_a_day_before_the_law_is_known_was_not_set() {
        let known_until = Law::BUILT_IN.known_until();
        let midnight = start_of(known_until) - 5 * HOUR;
        assert_eq!(today(midnight, Zone::West), Ok(known_until));
        for moment in [midnight - 1, FIRST_SECOND, 0, i64::MIN] {
            assert_eq!(today(moment, Zone::West), Err(Error::ClockNotSet));
        }
        assert_eq!(today(i64::MAX, Zone::West), Err(Error::ClockNotSupported));
    }

    #[test]
    fn another_law_may_have_other_offsets_in_any_order() {
        let midnight = start_of(day(2030, 1, 1));
        let clock = [
            ClockRow::new(Zone::East, Some(midnight), -90),
            ClockRow::new(Zone::East, Some(midnight - 86_400), 30),
        ];
        let sections = Sections {
            clock: &clock,
            known_until: day(2015, 1, 1),
            ..*built_in_for_tests()
        };
        let law = Law::from(&sections);
        for (moment, local) in [
            (midnight - 1, Ok(day(2030, 1, 1))),
            (midnight, Ok(day(2029, 12, 31))),
            (midnight + 90 * 60, Ok(day(2030, 1, 1))),
            (midnight - 86_401, Err(Error::ClockNotSupported)),
        ] {
            assert_eq!(law.local_date(moment, Zone::East), local);
            assert_eq!(law.today(moment, Zone::East), local);
            let west = law.local_date(moment, Zone::West);
            assert_eq!(west, Err(Error::ClockNotSupported));
        }
    }
}

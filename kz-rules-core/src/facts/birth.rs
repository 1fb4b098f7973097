//! Ages: when a person reaches the ages of a law, and which age bands a partly known birth date allows on a
//! day.

use core::str::FromStr;

use time::{Date, Month};

use super::vocabulary::AgeBand;
use crate::base::closed_set::closed_set;
use crate::base::day::{Day, PackedDay, days_of, read_parts};
use crate::base::error::{Error, ParseError};

closed_set! {
    /// When a person reaches an age.
    pub enum AgeReading = Birthday {
        /// At the start of the birthday.
        Birthday = 1, "birthday";
        /// At the start of the day after the birthday.
        DayAfter = 2, "day_after";
    }
}

closed_set! {
    /// How much of a birth date is known; 0: nothing.
    pub enum BirthPrecision {
        /// The year.
        Year = 1, "year";
        /// The year and the month.
        Month = 2, "month";
        /// The full date.
        Day = 3, "day";
    }
}

/// A birth date, as far as it is known: the first and the last day that it allows. Travel documents
/// may leave the day or the month blank.
///
/// A date outside the years 1 to 9999 can be held, but using it in a question is an error.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Birth {
    first: PackedDay,
    last: PackedDay,
}

impl Birth {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self {
        first: PackedDay::FIRST,
        last: PackedDay::AFTER_ALL,
    };

    const NOT_SUPPORTED: Self = Self {
        first: PackedDay::AFTER_ALL,
        last: PackedDay::BEFORE_ALL,
    };

    /// The year is known, from 1 to 9999.
    #[must_use]
    pub fn year(year: u16) -> Self {
        Self::between(Day::new(year, 1, 1), Day::new(year, 12, 31))
    }

    /// The year, from 1 to 9999, and the month, from 1 to 12, are known.
    #[must_use]
    pub fn month(year: u16, month: u8) -> Self {
        let last = days_of(year, month);
        Self::between(Day::new(year, month, 1), Day::new(year, month, last))
    }

    /// Whether the date exists and is in the years 1 to 9999. If not, using it in a question is an error.
    #[must_use]
    pub fn is_supported(self) -> bool {
        self.first <= self.last
    }

    /// How much is known, and the first day that it allows; none if nothing is known, or the date does not
    /// exist.
    #[must_use]
    pub fn known(self) -> Option<(BirthPrecision, Day)> {
        let (first, last) = (self.first.day()?, self.last.day()?);
        let precision = if first == last {
            BirthPrecision::Day
        } else if first.month() == last.month() {
            BirthPrecision::Month
        } else {
            BirthPrecision::Year
        };
        Some((precision, first))
    }

    /// The day, if it is known in full.
    #[must_use]
    pub fn known_day(self) -> Option<Day> {
        self.first.day().filter(|_| self.first == self.last)
    }

    /// The first and the last day that it allows.
    pub(crate) const fn bounds(self) -> (PackedDay, PackedDay) {
        (self.first, self.last)
    }

    /// The birth date that allows the days from `first` to `last`.
    pub(crate) const fn of_bounds([first, last]: [PackedDay; 2]) -> Self {
        Self { first, last }
    }

    /// An error unless it allows a day up to `on`.
    pub(crate) fn must_allow(self, on: Day) -> Result<(), Error> {
        if !self.is_supported() {
            return Err(Error::BirthNotSupported);
        }
        if self.first > on.packed() {
            return Err(Error::BirthAfterDecision);
        }
        Ok(())
    }

    /// The latest allowed birth date of a person who is in this band on the day `on`. The band must be
    /// possible on that day. `ages`: those of the law.
    pub(crate) fn youngest(
        self,
        band: AgeBand,
        ages: [u8; AGES],
        on: Day,
        reading: AgeReading,
    ) -> Option<Day> {
        let latest = self.last.min(on.packed());
        let Some(years) = usize::from(band.code()).checked_sub(2) else {
            return latest.day();
        };
        let years = i32::from(*ages.get(years)?);
        let birthday = match reading {
            AgeReading::Birthday => on.date(),
            AgeReading::DayAfter => on.date().previous_day()?,
        };
        let year = birthday.year().saturating_sub(years);
        let born = match birthday.replace_year(year) {
            Ok(day) => day,
            // The birthday is 29 February, and that year had none.
            Err(_) => Date::from_calendar_date(year, Month::February, 28).ok()?,
        };
        latest.min(Day::of(born)?.packed()).day()
    }

    fn between(first: Option<Day>, last: Option<Day>) -> Self {
        match (first, last) {
            (Some(first), Some(last)) => Self {
                first: first.packed(),
                last: last.packed(),
            },
            _ => Self::NOT_SUPPORTED,
        }
    }
}

impl FromStr for Birth {
    type Err = ParseError;

    /// Reads a birth date as far as it is known: `1990-05-17`, `1990-05` or `1990`, of the years 1 to 9999.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        const WRONG: ParseError = ParseError::form(
            "Birth",
            "YYYY-MM-DD, YYYY-MM or YYYY, as far as it is known, of the years 1 to 9999",
        );
        let [year, month, day] = read_parts(text).ok_or(WRONG)?;
        let birth = match (year, month, day) {
            (Some(_), Some(_), Some(_)) => text.parse::<Day>().map_err(|_| WRONG)?.into(),
            #[allow(clippy::cast_possible_truncation, reason = "two digits")]
            (Some(year), Some(month), None) => Self::month(year, month as u8),
            (Some(year), None, None) => Self::year(year),
            _ => return Err(WRONG),
        };
        if birth.is_supported() {
            Ok(birth)
        } else {
            Err(WRONG)
        }
    }
}

impl Default for Birth {
    fn default() -> Self {
        Self::UNKNOWN
    }
}

impl From<Day> for Birth {
    fn from(day: Day) -> Self {
        Self::between(Some(day), Some(day))
    }
}

impl From<Date> for Birth {
    fn from(date: Date) -> Self {
        let day = Day::of(date);
        Self::between(day, day)
    }
}

/// Personal data: shows how much is known, but never the date.
impl core::fmt::Debug for Birth {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match *self {
            Self::UNKNOWN => "Birth(unknown)",
            Self::NOT_SUPPORTED => "Birth(not supported)",
            Self { first, last } if first == last => "Birth(known, hidden)",
            _ => "Birth(partly known, hidden)",
        })
    }
}

/// The most ages that a law distinguishes: one fewer than the bands.
pub(crate) const AGES: usize = AgeBand::ALL.len() - 1;

/// The days on which the eldest and the youngest person with this birth date reach each age of a law. Their
/// births are less than a year apart, or the date is unknown.
#[derive(Clone, Copy)]
pub(crate) struct Ages {
    /// After all days for an age that the law does not have.
    eldest: [PackedDay; AGES],
    youngest: [PackedDay; AGES],
}

impl Ages {
    /// The days for a birth date that has passed [`Birth::must_allow`]. `ages`: those of the law in ascending
    /// order; 0 for one that it does not have.
    #[inline]
    pub(crate) fn of(Birth { first, last }: Birth, ages: [u8; AGES], reading: AgeReading) -> Self {
        let mut eldest = [PackedDay::AFTER_ALL; AGES];
        let mut youngest = [PackedDay::AFTER_ALL; AGES];
        if first == last && !first.is_february_29() {
            // This birthday exists in every year, and the next number stands for the day after it.
            let later = match reading {
                AgeReading::Birthday => first,
                AgeReading::DayAfter => first.next_bits(),
            };
            for (age, eldest) in ages.into_iter().zip(&mut eldest) {
                if age == 0 {
                    break;
                }
                *eldest = later.plus_years(age.into());
            }
            return Self {
                eldest,
                youngest: eldest,
            };
        }
        for ((age, eldest), youngest) in ages.into_iter().zip(&mut eldest).zip(&mut youngest) {
            if age == 0 {
                break;
            }
            *eldest = reached(first, age, reading);
            *youngest = if last == first {
                *eldest
            } else if last == PackedDay::AFTER_ALL {
                last
            } else {
                reached(last, age, reading)
            };
        }
        Self { eldest, youngest }
    }

    /// The bands that are possible on a day, one bit each. A partly known date may allow births after that
    /// day; they change nothing, as a birth on the day itself is in the same band.
    #[inline]
    pub(crate) fn bands_on(&self, day: Day) -> u32 {
        let day = day.packed();
        let mut bands = 0;
        let (mut band, mut begun) = (1u32, true);
        for (eldest, youngest) in self.eldest.iter().zip(&self.youngest) {
            // A band is possible if the eldest has reached its start and the youngest has not reached its end.
            if begun && day < *youngest {
                bands |= band;
            }
            begun = *eldest <= day;
            band <<= 1;
        }
        if begun { bands | band } else { bands }
    }

    /// The first day after `day` on which the bands may change; after all days if they never do. `matter`: the
    /// ages to look at, one bit each; the first age is the lowest bit.
    pub(crate) fn next_change(&self, day: Day, mut matter: u32) -> PackedDay {
        let day = day.packed();
        let mut next = PackedDay::AFTER_ALL;
        for (eldest, youngest) in self.eldest.iter().zip(&self.youngest) {
            if matter & 1 != 0 {
                for change in [*eldest, *youngest] {
                    if change > day {
                        next = next.min(change);
                        break;
                    }
                }
            }
            matter >>= 1;
        }
        next
    }
}

/// The day on which a person reaches an age. If the birthday does not exist in that year, the next day that
/// exists counts.
#[inline]
fn reached(born: PackedDay, age: u8, reading: AgeReading) -> PackedDay {
    let birthday = born.anniversary(age.into());
    match reading {
        AgeReading::Birthday => birthday,
        AgeReading::DayAfter => birthday.after(),
    }
}

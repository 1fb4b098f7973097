//! Ages: when a person reaches 12 and 16, and in which age bands a partly known birth date leaves
//! a person on a day.

use time::{Date, Month};

use crate::closed_set::closed_set;
use crate::day::{Day, Word, days_of};
use crate::error::Error;
use crate::facts::AgeBand;
use crate::set::bit;

closed_set! {
    /// When a person reaches an age.
    pub enum AgeReading = Birthday {
        /// At the start of the birthday.
        Birthday = 1, "birthday";
        /// At the start of the day after the birthday.
        DayAfter = 2, "day_after";
    }
}

/// A birth date, as far as it is known: the first and the last day that it allows. Travel documents
/// may leave the day or the month blank.
///
/// A date outside the years 1 to 9999 is an error when something is asked about it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Birth {
    first: Word,
    last: Word,
}

impl Birth {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self {
        first: Word::BEFORE_ALL,
        last: Word::AFTER_ALL,
    };

    const NOT_SUPPORTED: Self = Self {
        first: Word::AFTER_ALL,
        last: Word::BEFORE_ALL,
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

    /// Whether there are such days, in the years 1 to 9999: else it is an error when something is
    /// asked about it.
    #[must_use]
    pub fn is_supported(self) -> bool {
        self.first <= self.last
    }

    /// The day, if it is known in full.
    #[must_use]
    pub fn known_day(self) -> Option<Day> {
        self.first.day().filter(|_| self.first == self.last)
    }

    /// An error unless it allows a day up to `on`.
    pub(crate) fn must_allow(self, on: Day) -> Result<(), Error> {
        if !self.is_supported() {
            return Err(Error::BirthNotSupported);
        }
        if self.first > on.word() {
            return Err(Error::BirthAfterDecision);
        }
        Ok(())
    }

    /// The latest of the days that the birth date allows up to `on` and on which somebody was born
    /// who is in this band on that day. The band must be one that is possible.
    pub(crate) fn youngest(self, band: AgeBand, on: Day, reading: AgeReading) -> Option<Day> {
        let latest = self.last.min(on.word());
        let years = match band {
            AgeBand::Under12 => return latest.day(),
            AgeBand::From12 => 12,
            AgeBand::From16 => 16,
        };
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
        latest.min(Day::of(born)?.word()).day()
    }

    fn between(first: Option<Day>, last: Option<Day>) -> Self {
        match (first, last) {
            (Some(first), Some(last)) => Self {
                first: first.word(),
                last: last.word(),
            },
            _ => Self::NOT_SUPPORTED,
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

/// Personal data: says how much is known, and nothing of it.
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

/// The days on which the eldest and the youngest that a birth date allows reach 12 and 16. The two
/// are less than a year apart, or nothing is known of them.
#[derive(Clone, Copy)]
pub(crate) struct Ages {
    first_12: Word,
    last_12: Word,
    first_16: Word,
    last_16: Word,
}

impl Ages {
    /// The ages by a birth date that [`Birth::must_allow`] finds nothing wrong with.
    #[inline]
    pub(crate) fn of(Birth { first, last }: Birth, reading: AgeReading) -> Self {
        if first == Word::BEFORE_ALL {
            return Self {
                first_12: first,
                last_12: last,
                first_16: first,
                last_16: last,
            };
        }
        let [first_12, first_16] = reached(first, reading);
        if last == first {
            return Self {
                first_12,
                last_12: first_12,
                first_16,
                last_16: first_16,
            };
        }
        let [last_12, last_16] = reached(last, reading);
        Self {
            first_12,
            last_12,
            first_16,
            last_16,
        }
    }

    /// The bands that are possible on a day, one bit each. A partly known date may allow births
    /// after that day, which is no matter: one on the day itself is in the same band.
    pub(crate) fn bands_on(&self, day: Day) -> u16 {
        let day = day.word();
        let mut bands = 0;
        if day < self.last_12 {
            bands |= const { bit(AgeBand::Under12.code()) };
        }
        // With the eldest above and the youngest below it, somebody is in it.
        if self.first_12 <= day && day < self.last_16 {
            bands |= const { bit(AgeBand::From12.code()) };
        }
        if self.first_16 <= day {
            bands |= const { bit(AgeBand::From16.code()) };
        }
        bands
    }

    /// The first day after `day` on which the bands may change, if the age of 12 matters, and the
    /// age of 16; after all days if they never do.
    pub(crate) fn next_change(&self, day: Day, [of_12, of_16]: [bool; 2]) -> Word {
        let day = day.word();
        let later = |first: Word, last: Word| {
            if first > day {
                first
            } else if last > day {
                last
            } else {
                Word::AFTER_ALL
            }
        };
        let mut next = Word::AFTER_ALL;
        if of_16 {
            next = later(self.first_16, self.last_16);
        }
        if of_12 {
            next = next.min(later(self.first_12, self.last_12));
        }
        next
    }
}

/// When a person born on a day reaches 12 and 16: on these days, or where there is no such day on
/// the next that there is.
#[inline]
fn reached(born: Word, reading: AgeReading) -> [Word; 2] {
    let (of_12, of_16) = (born.anniversary(12), born.anniversary(16));
    match reading {
        AgeReading::Birthday => [of_12, of_16],
        AgeReading::DayAfter => [of_12.after(), of_16.after()],
    }
}

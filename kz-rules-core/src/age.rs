//! Ages: when a person reaches 12 and 16, and in which age bands a partly known birth date leaves
//! a person on a day.

use time::{Date, Month};

use crate::closed_set::closed_set;
use crate::error::Error;
use crate::facts::{AgeBand, Birth};
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

/// What is known of a person's age.
#[derive(Clone, Copy)]
pub(crate) enum Ages {
    /// Nothing: every age is possible on every day.
    Unknown,
    /// From 16, and for ever.
    From16,
    /// When an age is reached.
    Reaching { twelve: Reached, sixteen: Reached },
}

/// The days on which the eldest and the youngest that a birth date allows reach an age; none after
/// the year 9999. The two are a year apart at most.
#[derive(Clone, Copy)]
pub(crate) struct Reached {
    first: Option<Date>,
    last: Option<Date>,
}

impl Reached {
    fn by_one_on(self, day: Date) -> bool {
        self.first.is_some_and(|first| first <= day)
    }

    fn by_all_on(self, day: Date) -> bool {
        self.last.is_some_and(|last| last <= day)
    }
}

impl Ages {
    /// Ages by a birth date that allows a day up to `on`.
    pub(crate) fn new(birth: Birth, on: Date, reading: AgeReading) -> Result<Self, Error> {
        let day = |year, month, day| {
            Date::from_calendar_date(year, month, day).map_err(|_| Error::BirthNotSupported)
        };
        let (first, last) = match birth {
            Birth::Unknown => return Ok(Self::Unknown),
            Birth::Day(born) => (born, born),
            Birth::Month(year, month) => {
                (day(year, month, 1)?, day(year, month, month.length(year))?)
            }
            Birth::Year(year) => (
                day(year, Month::January, 1)?,
                day(year, Month::December, 31)?,
            ),
        };
        if first.year() < 1 {
            return Err(Error::BirthNotSupported);
        }
        if first > on {
            return Err(Error::BirthAfterDecision);
        }
        // The day after the sixteenth birthday is in the seventeenth year after birth at the latest.
        if on.year().saturating_sub(last.year()) > 16 {
            return Ok(Self::From16);
        }
        let reached = |years| {
            let by_first = reaches(first, years, reading);
            Reached {
                first: by_first,
                last: if first == last {
                    by_first
                } else {
                    reaches(last, years, reading)
                },
            }
        };
        Ok(Self::Reaching {
            twelve: reached(12),
            sixteen: reached(16),
        })
    }

    /// The bands that are possible on a day, one bit each. A partly known date may allow births
    /// after that day, which is no matter: one on the day itself is in the same band.
    #[inline]
    pub(crate) fn bands_on(&self, day: Date) -> u16 {
        match self {
            Self::Unknown => UNDER_12 | FROM_12 | FROM_16,
            Self::From16 => FROM_16,
            Self::Reaching { twelve, sixteen } => {
                let mut bands = 0;
                if !twelve.by_all_on(day) {
                    bands |= UNDER_12;
                }
                // With the eldest above and the youngest below it, somebody is in it.
                if twelve.by_one_on(day) && !sixteen.by_all_on(day) {
                    bands |= FROM_12;
                }
                if sixteen.by_one_on(day) {
                    bands |= FROM_16;
                }
                bands
            }
        }
    }

    /// The first day after `day` on which the bands may change.
    pub(crate) fn next_change(&self, day: Date) -> Option<Date> {
        match self {
            Self::Unknown | Self::From16 => None,
            Self::Reaching { twelve, sixteen } => {
                let later = |date: Option<Date>| date.filter(|changes| *changes > day);
                // In order.
                later(twelve.first)
                    .or_else(|| later(twelve.last))
                    .or_else(|| later(sixteen.first))
                    .or_else(|| later(sixteen.last))
            }
        }
    }
}

const UNDER_12: u16 = bit(AgeBand::Under12.code());
const FROM_12: u16 = bit(AgeBand::From12.code());
const FROM_16: u16 = bit(AgeBand::From16.code());

/// When a person born on a day reaches an age.
fn reaches(born: Date, years: i32, reading: AgeReading) -> Option<Date> {
    let year = born.year().saturating_add(years);
    let birthday = match born.replace_year(year) {
        Ok(day) => day,
        // Born on 29 February; past the year 9999 this fails too.
        Err(_) => Date::from_calendar_date(year, Month::March, 1).ok()?,
    };
    match reading {
        AgeReading::Birthday => Some(birthday),
        AgeReading::DayAfter => birthday.next_day(),
    }
}

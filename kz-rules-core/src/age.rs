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

/// The days on which a person born on one day reaches 12 and 16; none after the year 9999.
#[derive(Clone, Copy)]
pub(crate) struct Reaches {
    twelve: Option<Date>,
    sixteen: Option<Date>,
}

impl Reaches {
    fn new(born: Date, reading: AgeReading) -> Self {
        Self {
            twelve: reaches(born, 12, reading),
            sixteen: reaches(born, 16, reading),
        }
    }

    fn band_on(self, day: Date) -> AgeBand {
        if self.sixteen.is_some_and(|from| from <= day) {
            AgeBand::From16
        } else if self.twelve.is_some_and(|from| from <= day) {
            AgeBand::From12
        } else {
            AgeBand::Under12
        }
    }
}

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

/// What is known of a person's age: the eldest and the youngest that the birth date allows.
#[derive(Clone, Copy)]
pub(crate) enum Ages {
    Unknown,
    Between { eldest: Reaches, youngest: Reaches },
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
        let eldest = Reaches::new(first, reading);
        let youngest = if first == last {
            eldest
        } else {
            Reaches::new(last, reading)
        };
        Ok(Self::Between { eldest, youngest })
    }

    /// The bands that are possible on a day, one bit each. Births after that day, which a partly
    /// known date may seem to allow, would be in the lowest band: so is one on that day itself.
    pub(crate) fn bands_on(&self, day: Date) -> u16 {
        match self {
            Self::Unknown => {
                bit(AgeBand::Under12.code())
                    | bit(AgeBand::From12.code())
                    | bit(AgeBand::From16.code())
            }
            // A partly known date spans a year at most, so no band between the two is passed over.
            Self::Between { eldest, youngest } => {
                bit(eldest.band_on(day).code()) | bit(youngest.band_on(day).code())
            }
        }
    }

    /// The first day after `day` on which the bands may change.
    pub(crate) fn next_change(&self, day: Date) -> Option<Date> {
        match self {
            Self::Unknown => None,
            Self::Between { eldest, youngest } => {
                let days = [
                    eldest.twelve,
                    youngest.twelve,
                    eldest.sixteen,
                    youngest.sixteen,
                ];
                // They are in order.
                days.into_iter().flatten().find(|changes| *changes > day)
            }
        }
    }
}

//! Days.

use kz_rules_core::Day;

use crate::pointer::Failure;
use crate::status::BadInput;

/// A day of the Gregorian calendar. All zero: not given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_date {
    /// The year, from 1 to 9999.
    pub year: u16,
    /// The month, from 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl kz_date {
    const NOT_GIVEN: Self = Self {
        year: 0,
        month: 0,
        day: 0,
    };

    /// The day, if it is given; `bad` if there is no such day.
    pub(crate) fn optional(self, bad: BadInput) -> Result<Option<Day>, Failure> {
        if self == Self::NOT_GIVEN {
            Ok(None)
        } else {
            self.required(bad).map(Some)
        }
    }

    /// The day; `bad` if it is not given or there is no such day.
    pub(crate) fn required(self, bad: BadInput) -> Result<Day, Failure> {
        Day::new(self.year, self.month, self.day).ok_or(bad.into())
    }
}

impl From<Day> for kz_date {
    #[inline]
    fn from(day: Day) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
            day: day.day(),
        }
    }
}

impl From<Option<Day>> for kz_date {
    #[inline]
    fn from(day: Option<Day>) -> Self {
        day.map_or(Self::NOT_GIVEN, Self::from)
    }
}

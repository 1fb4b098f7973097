//! Days.

use kz_rules_core::{Date, Month};

use crate::pointer::Failure;
use crate::status::Refusal;

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

    /// The day, if it is given; `refusal` if it is impossible.
    pub(crate) fn optional(self, refusal: Refusal) -> Result<Option<Date>, Failure> {
        if self == Self::NOT_GIVEN {
            Ok(None)
        } else {
            self.required(refusal).map(Some)
        }
    }

    /// The day; `refusal` if it is impossible or not given.
    pub(crate) fn required(self, refusal: Refusal) -> Result<Date, Failure> {
        let year = i32::from(self.year);
        if !(1..=9999).contains(&year) {
            return Err(refusal.into());
        }
        month(self.month)
            .and_then(|month| Date::from_calendar_date(year, month, self.day).ok())
            .ok_or(refusal.into())
    }
}

pub(crate) fn month(number: u8) -> Option<Month> {
    Month::try_from(number).ok()
}

impl From<Date> for kz_date {
    fn from(date: Date) -> Self {
        let (year, month, day) = date.to_calendar_date();
        Self {
            // The library gives no day outside the years 1 to 9999.
            year: u16::try_from(year).unwrap_or_default(),
            month: month.into(),
            day,
        }
    }
}

impl From<Option<Date>> for kz_date {
    fn from(date: Option<Date>) -> Self {
        date.map_or(Self::NOT_GIVEN, Self::from)
    }
}

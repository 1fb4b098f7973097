//! How a registration case begins.

use crate::base::day::Day;
use crate::base::error::Error;
use crate::deadline::Treaty;
use crate::law::Week;

/// How a case begins: the day of arrival, and what is known of the stay.
///
/// A person who is exempt by treaty has no case, so an arrival cannot say so:
///
/// ```compile_fail
/// # use kz_rules_core::{Arrival, Day, Treaty};
/// fn arrival(day: Day) -> Arrival {
///     Arrival::on(day).treaty(Treaty::Exempt)
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Arrival {
    pub(super) on: Day,
    pub(super) stay_until: Option<Day>,
    pub(super) treaty: Treaty,
    pub(super) week: Week,
}

impl Arrival {
    /// The person arrived on this day; nothing else is known. The week has five days by default.
    #[must_use]
    pub const fn on(day: Day) -> Self {
        Self {
            on: day,
            stay_until: None,
            treaty: Treaty::Unknown,
            week: Week::Five,
        }
    }

    /// The last day of the allowed stay.
    #[must_use]
    pub fn stay_until(mut self, last: impl Into<Option<Day>>) -> Self {
        self.stay_until = last.into();
        self
    }

    /// There is no treaty about the registration.
    #[must_use]
    pub const fn no_treaty(mut self) -> Self {
        self.treaty = Treaty::None;
        self
    }

    /// A ratified treaty gives this number of days, from 1 to 366.
    #[must_use]
    pub const fn treaty_days(mut self, days: u16) -> Self {
        self.treaty = Treaty::Days(days);
        self
    }

    /// The working week.
    #[must_use]
    pub const fn week(mut self, week: Week) -> Self {
        self.week = week;
        self
    }

    /// Checks the arrival.
    pub(super) fn check(&self) -> Result<(), Error> {
        self.treaty.days()?;
        if self.stay_until.is_some_and(|last| last < self.on) {
            return Err(Error::StayBeforeArrival);
        }
        Ok(())
    }
}

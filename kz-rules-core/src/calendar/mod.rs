//! Which days are working days, and why the others are not (legal model, section 8).
//!
//! A year is laid out once, one bit a day and one word a month: a law's by its compiler, a caller's own
//! by the caller. Working days are counted a month at a time.

mod days;
mod lay_out;
#[cfg(test)]
mod tests;
mod year;

pub use lay_out::lay_out;
pub use year::Year;

use crate::base::day::Day;
use crate::base::error::Error;
use crate::law::{
    Certainty, FirstDay, HolidayRow, LaidOutYear, Law, MovableRow, Reason, TransferRow, Week,
};
use days::{SATURDAY, SUNDAY, bit, nth};

/// The calendar of a law; a caller's own years take precedence.
///
/// ```
/// use kz_rules_core::{FirstDay, Law, Week, day};
///
/// let calendar = Law::BUILT_IN.calendar();
/// let friday = day(2026, 7, 3);
/// // Monday is Capital Day.
/// assert_eq!(
///     calendar.add_working_days(friday, 1, FirstDay::NotCounted, Week::Five),
///     Ok(day(2026, 7, 7)),
/// );
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    law: Law<'a>,
    own: &'a [Year],
}

impl<'a> Law<'a> {
    /// The calendar of the law.
    #[must_use]
    pub const fn calendar(self) -> Calendar<'a> {
        Calendar {
            law: self,
            own: &[],
        }
    }
}

/// The calendar of the built-in law.
impl Default for Calendar<'static> {
    fn default() -> Self {
        Law::BUILT_IN.calendar()
    }
}

/// A year that the calendar covers.
enum Covered<'a> {
    Own(&'a Year),
    Law(LaidOutYear<'a>),
}

impl Covered<'_> {
    /// The working days of a month, from 1 to 12.
    fn month(&self, week: Week, month: u8) -> u32 {
        match self {
            Self::Own(year) => year.month(week, month),
            Self::Law(year) => year.month(week, month),
        }
    }
}

impl<'a> Calendar<'a> {
    /// The calendar with a caller's years. They are added to those of the law, or replace those with the
    /// same number. If two of the caller's have the same number, the first counts.
    #[must_use]
    pub const fn with(self, years: &'a [Year]) -> Self {
        Self { own: years, ..self }
    }

    /// Whether a day is a working day.
    ///
    /// # Errors
    ///
    /// [`Error::CalendarNotCovered`] if the calendar does not cover its year.
    pub fn is_working_day(&self, day: Day, week: Week) -> Result<bool, Error> {
        let working = self.year(day.year())?.month(week, day.month());
        Ok(working & bit(day.day()) != 0)
    }

    /// Whether the year of a day is published or projected.
    ///
    /// # Errors
    ///
    /// [`Error::CalendarNotCovered`] if the calendar does not cover its year.
    pub fn certainty(&self, day: Day) -> Result<Certainty, Error> {
        Ok(match self.year(day.year())? {
            Covered::Own(year) => year.certainty(),
            Covered::Law(year) => year.certainty(),
        })
    }

    /// Why a day is off; none if it is a working day. In a caller's own year only rest days have a reason
    /// of their own.
    ///
    /// # Errors
    ///
    /// [`Error::CalendarNotCovered`] if the calendar does not cover its year.
    pub fn reason(&self, day: Day, week: Week) -> Result<Option<Reason>, Error> {
        if self.is_working_day(day, week)? {
            return Ok(None);
        }
        Ok(Some(match self.year(day.year())? {
            Covered::Law(_) => reason_of_law(self.law, day, week),
            Covered::Own(_) if is_rest_day(day, week) => Reason::RestDay,
            Covered::Own(_) => Reason::DayOff,
        }))
    }

    /// The day itself if it is a working day, else the first one after it.
    ///
    /// # Errors
    ///
    /// [`Error::CalendarNotCovered`] if the calendar does not cover a year from the day to the answer.
    pub fn next_working_day(&self, day: Day, week: Week) -> Result<Day, Error> {
        self.add_working_days(day, 1, FirstDay::Counted, week)
    }

    /// The working day number `days`, counted from `from`; for 0 days `from` itself, whatever day
    /// it is.
    ///
    /// # Errors
    ///
    /// [`Error::CalendarNotCovered`] if the calendar does not cover a year from `from` to the answer.
    pub fn add_working_days(
        &self,
        from: Day,
        days: u16,
        first: FirstDay,
        week: Week,
    ) -> Result<Day, Error> {
        let (mut number, mut month) = (from.year(), from.month());
        let mut year = self.year(number)?;
        if days == 0 {
            return Ok(from);
        }
        // The days of the first month that may count.
        let mut may_count = match first {
            FirstDay::Counted => bit(from.day()).wrapping_neg(),
            FirstDay::NotCounted => bit(from.day()).wrapping_neg() << 1,
        };
        let mut left = u32::from(days);
        loop {
            let working = year.month(week, month) & may_count;
            let count = working.count_ones();
            if left <= count {
                // A checked year has no days that do not exist.
                let day = Day::new(number, month, nth(working, left));
                return day.ok_or(Error::CalendarNotCovered);
            }
            left = left.saturating_sub(count);
            may_count = u32::MAX;
            month = month.wrapping_add(1);
            if month > 12 {
                month = 1;
                number = number.wrapping_add(1);
                year = self.year(number)?;
            }
        }
    }

    #[inline(never)] // one copy serves all questions
    fn year(&self, number: u16) -> Result<Covered<'a>, Error> {
        // So that counting ends, whatever years a caller gives.
        if number > 9999 {
            return Err(Error::CalendarNotCovered);
        }
        if let Some(own) = self.own.iter().find(|year| year.number() == number) {
            return Ok(Covered::Own(own));
        }
        let mut years = self.law.laid_out().iter().map(LaidOutYear::from);
        let year = years.find(|year| year.number() == number);
        year.map(Covered::Law).ok_or(Error::CalendarNotCovered)
    }
}

/// Why a day off in a year of the law is off.
fn reason_of_law(law: Law<'_>, day: Day, week: Week) -> Reason {
    let mut holidays = law.holidays().iter().map(HolidayRow::from);
    let mut movable = law.movable_days().iter().map(MovableRow::from);
    let mut transfers = law.transfers().iter().map(TransferRow::from);
    let is_on = |row: &HolidayRow<'_>| {
        row.day() == day.day() && row.month() == day.month() && row.is_in(day.year())
    };
    if let Some(holiday) = holidays.find(is_on) {
        holiday.reason()
    } else if let Some(movable) = movable.find(|row| row.day() == Some(day)) {
        movable.reason()
    } else if is_rest_day(day, week) {
        Reason::RestDay
    } else if week == Week::Five && transfers.any(|row| row.off() == Some(day)) {
        Reason::Transfer
    } else {
        Reason::Substitute
    }
}

fn is_rest_day(day: Day, week: Week) -> bool {
    match day.days_since_monday() {
        SUNDAY => true,
        SATURDAY => week == Week::Five,
        _ => false,
    }
}

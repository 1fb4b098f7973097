//! Which days are working days, and why the others are not (legal model, section 8).
//!
//! The days are declared in [`kazakhstan`], beside their sources; the compiler turns them into one
//! bit a day, one word a month. Working days are counted a month at a time.

mod kazakhstan;
#[cfg(test)]
mod tests;

use time::{Date, Weekday};

use crate::closed_set::closed_set;
use crate::day::{Day, days_of};
use crate::error::Error;
use kazakhstan::{HOLIDAYS, Holiday};

closed_set! {
    /// How many days of the week are worked.
    pub enum Week = Five {
        /// Saturday and Sunday are rest days.
        Five = 1, "five";
        /// Sunday is the rest day.
        Six = 2, "six";
    }
}

closed_set! {
    /// How sure a year's calendar is.
    pub enum Certainty {
        /// As published.
        Published = 1, "published";
        /// Expected: transfers and Kurban Ait are set later.
        Projected = 2, "projected";
    }
}

closed_set! {
    /// Whether the day from which working days are counted may itself be the first of them.
    pub enum FirstDay = NotCounted {
        /// Counting starts on the day after.
        NotCounted = 1, "not_counted";
        /// The day counts, if it is a working day.
        Counted = 2, "counted";
    }
}

closed_set! {
    /// Why a day is off. A holiday that falls on a rest day goes by the holiday's name.
    pub enum Reason {
        /// A rest day of the week.
        RestDay = 1, "rest_day";
        /// A day off in place of a holiday that fell on a rest day.
        Substitute = 2, "substitute";
        /// A day off in exchange for a rest day that is worked.
        Transfer = 3, "transfer";
        /// A caller's calendar says so.
        DayOff = 4, "day_off";
        /// 1 and 2 January.
        NewYear = 5, "new_year";
        /// 7 January.
        OrthodoxChristmas = 6, "orthodox_christmas";
        /// 8 March.
        WomensDay = 7, "womens_day";
        /// 15 March from 2027; 30 August until 2025.
        ConstitutionDay = 8, "constitution_day";
        /// 21, 22 and 23 March.
        Nauryz = 9, "nauryz";
        /// 1 May.
        UnityDay = 10, "unity_day";
        /// 7 May.
        DefenderDay = 11, "defender_day";
        /// 9 May.
        VictoryDay = 12, "victory_day";
        /// The first day of Kurban Ait.
        KurbanAit = 13, "kurban_ait";
        /// 6 July.
        CapitalDay = 14, "capital_day";
        /// 25 October, from 2022.
        RepublicDay = 15, "republic_day";
        /// 16 December.
        IndependenceDay = 16, "independence_day";
    }
}

/// In the five-day week: a rest day that is worked, and the day that is off in exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    pub(crate) works: Date,
    pub(crate) off: Date,
}

impl Transfer {
    /// `works` is worked, and `off` is off in exchange.
    #[must_use]
    pub const fn new(works: Date, off: Date) -> Self {
        Self { works, off }
    }
}

/// The working days of one year: 100 bytes.
///
/// Laid out as C would, so that an array of years can cross the C interface as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[repr(C)]
pub struct Year {
    number: u16,
    certainty: Certainty,
    reserved: u8,
    five: Days,
    six: Days,
}

impl Year {
    /// A year told day by day: for each week, twelve words from January to December, in which bit
    /// `d - 1` is set if day `d` is a working day. Bits of days that the month has not are dropped.
    ///
    /// `number` is from 1 to 9999; a year with another number is never found.
    #[must_use]
    pub const fn new(number: u16, certainty: Certainty, five: [u32; 12], six: [u32; 12]) -> Self {
        Self {
            number,
            certainty,
            reserved: 0,
            five: Days(five).within(number),
            six: Days(six).within(number),
        }
    }

    /// A year with Kazakhstan's holidays and their substitutes, as the law knows them today, and
    /// what is declared later: the first day of Kurban Ait, and transfers. Of both lists only the
    /// days of this year matter.
    ///
    /// `number` is from 1 to 9999; a year with another number is never found.
    #[must_use]
    pub const fn declared(
        number: u16,
        certainty: Certainty,
        kurban_ait: &[Date],
        transfers: &[Transfer],
    ) -> Self {
        Self {
            number,
            certainty,
            reserved: 0,
            five: Days::working(number, Week::Five, kurban_ait, transfers),
            six: Days::working(number, Week::Six, kurban_ait, &[]),
        }
    }

    /// The number of the year.
    #[must_use]
    pub const fn number(&self) -> u16 {
        self.number
    }

    /// Whether the year is published or projected.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// The working days: twelve words from January to December, in which bit `d - 1` is set if
    /// day `d` is a working day.
    #[must_use]
    pub const fn working_days(&self, week: Week) -> &[u32; 12] {
        &self.days(week).0
    }

    const fn days(&self, week: Week) -> &Days {
        match week {
            Week::Five => &self.five,
            Week::Six => &self.six,
        }
    }
}

/// Some days of a year, one bit a day, one word a month.
///
/// What it does it can do while compiling, and without an index that could be out of bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[repr(transparent)]
struct Days([u32; 12]);

impl Days {
    const NONE: Self = Self([0; 12]);

    /// The days of this year on which work is done.
    const fn working(year: u16, week: Week, kurban_ait: &[Date], transfers: &[Transfer]) -> Self {
        let off = Self::off(year, week, kurban_ait);
        let mut working = Self::NONE;
        let mut next = first_day(year);
        while let Some(day) = next {
            if !is_rest_day(day, week) && !off.has(day) {
                working.set(day, true);
            }
            next = day_after(day);
        }
        let mut left = transfers;
        while let [transfer, rest @ ..] = left {
            if transfer.works.year() == year as i32 {
                working.set(transfer.works, true);
            }
            if transfer.off.year() == year as i32 {
                working.set(transfer.off, false);
            }
            left = rest;
        }
        working
    }

    /// The holidays of this year, the days off without substitution, and the substitutes.
    const fn off(year: u16, week: Week, kurban_ait: &[Date]) -> Self {
        let mut off = Self::NONE;
        let mut left = kurban_ait;
        while let [day, rest @ ..] = left {
            if day.year() == year as i32 {
                off.set(*day, true);
            }
            left = rest;
        }
        let mut left: &[Holiday] = &HOLIDAYS;
        while let [holiday, rest @ ..] = left {
            if let Some(day) = holiday.in_year(year) {
                off.set(day, true);
            }
            left = rest;
        }
        // Every holiday is off by now, so a substitute passes over those still to come.
        let mut left: &[Holiday] = &HOLIDAYS;
        while let [holiday, rest @ ..] = left {
            if holiday.substituted
                && let Some(day) = holiday.in_year(year)
                && is_rest_day(day, week)
            {
                let mut next = day_after(day);
                while let Some(day) = next {
                    next = if is_rest_day(day, week) || off.has(day) {
                        day_after(day)
                    } else {
                        off.set(day, true);
                        None
                    };
                }
            }
            left = rest;
        }
        off
    }

    /// The days of a month, which is from 1 to 12.
    const fn month(&self, month: u8) -> u32 {
        match self.0.split_at_checked((month as usize).saturating_sub(1)) {
            Some((_, [word, ..])) => *word,
            _ => 0,
        }
    }

    const fn has(&self, date: Date) -> bool {
        match Day::of(date) {
            Some(day) => self.month(day.month()) & bit(day.day()) != 0,
            None => false,
        }
    }

    const fn set(&mut self, date: Date, to: bool) {
        let (_, month, day) = date.to_calendar_date();
        let months = self
            .0
            .split_at_mut_checked((month as usize).saturating_sub(1));
        if let Some((_, [word, ..])) = months {
            *word = if to {
                *word | bit(day)
            } else {
                *word & !bit(day)
            };
        }
    }

    /// Only the days that this year has.
    const fn within(mut self, year: u16) -> Self {
        if year > 9999 {
            return Self::NONE;
        }
        let mut number = 1;
        let mut left = self.0.as_mut_slice();
        while let [month, rest @ ..] = left {
            let last = bit(days_of(year, number));
            *month &= last | last.wrapping_sub(1);
            number = number.saturating_add(1);
            left = rest;
        }
        self
    }
}

/// The bit of a day of the month, from 1 to 31.
const fn bit(day: u8) -> u32 {
    1u32.wrapping_shl((day as u32).wrapping_sub(1))
}

/// The day of the month that is number `n`, from 1, of those in a month's word.
#[allow(clippy::cast_possible_truncation)] // at most 32
fn nth(mut days: u32, n: u32) -> u8 {
    for _ in 1..n {
        days &= days.wrapping_sub(1);
    }
    (days.trailing_zeros() as u8).saturating_add(1)
}

const fn first_day(year: u16) -> Option<Date> {
    match Date::from_ordinal_date(year as i32, 1) {
        Ok(day) => Some(day),
        Err(_) => None,
    }
}

/// The next day of the same year.
const fn day_after(day: Date) -> Option<Date> {
    match day.next_day() {
        Some(next) if next.year() == day.year() => Some(next),
        _ => None,
    }
}

const fn is_rest_day(date: Date, week: Week) -> bool {
    match date.weekday() {
        Weekday::Sunday => true,
        Weekday::Saturday => matches!(week, Week::Five),
        _ => false,
    }
}

/// Kazakhstan's calendar of 2023 to 2030, and a caller's own years before it.
///
/// ```
/// use kz_rules_core::time::macros::date;
/// use kz_rules_core::{Calendar, FirstDay, Week};
///
/// let calendar = Calendar::KAZAKHSTAN;
/// let friday = date!(2026 - 07 - 03);
/// // Monday is Capital Day.
/// assert_eq!(
///     calendar.add_working_days(friday, 1, FirstDay::NotCounted, Week::Five),
///     Ok(date!(2026 - 07 - 07)),
/// );
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Calendar<'a> {
    own: &'a [Year],
}

impl Calendar<'static> {
    /// The built-in calendar alone: 2023 to 2026 published, 2027 to 2030 projected.
    pub const KAZAKHSTAN: Self = Self::with(&[]);
}

impl<'a> Calendar<'a> {
    /// The built-in calendar, but with these years: they are added to it or take the place of its
    /// own. Of two with the same number the first is meant.
    #[must_use]
    pub const fn with(years: &'a [Year]) -> Self {
        Self { own: years }
    }

    /// Whether `date` is a working day.
    ///
    /// # Errors
    ///
    /// [`Error::CalendarNotCovered`] if no calendar covers its year.
    pub fn is_working_day(&self, date: Date, week: Week) -> Result<bool, Error> {
        Ok(self.year(date.year())?.days(week).has(date))
    }

    /// Whether the calendar of the year of `date` is published or projected.
    ///
    /// # Errors
    ///
    /// [`Error::CalendarNotCovered`] if no calendar covers its year.
    pub fn certainty(&self, date: Date) -> Result<Certainty, Error> {
        Ok(self.year(date.year())?.certainty)
    }

    /// Why `date` is off; nothing if it is a working day. Of a caller's own year only the rest days
    /// are known by name.
    ///
    /// # Errors
    ///
    /// [`Error::CalendarNotCovered`] if no calendar covers its year.
    pub fn reason(&self, date: Date, week: Week) -> Result<Option<Reason>, Error> {
        Ok(if self.is_working_day(date, week)? {
            None
        } else if self.own_year(date.year()).is_none() {
            Some(kazakhstan::reason(date, week))
        } else if is_rest_day(date, week) {
            Some(Reason::RestDay)
        } else {
            Some(Reason::DayOff)
        })
    }

    /// `date` if it is a working day, else the first one after it.
    ///
    /// # Errors
    ///
    /// [`Error::CalendarNotCovered`] if no calendar covers a year from `date` to the answer.
    pub fn next_working_day(&self, date: Date, week: Week) -> Result<Date, Error> {
        self.add_working_days(date, 1, FirstDay::Counted, week)
    }

    /// The working day number `days`, counted from `from`; for 0 days `from` itself, whatever day
    /// it is.
    ///
    /// # Errors
    ///
    /// [`Error::CalendarNotCovered`] if no calendar covers a year from `from` to the answer.
    pub fn add_working_days(
        &self,
        from: Date,
        days: u16,
        first: FirstDay,
        week: Week,
    ) -> Result<Date, Error> {
        let day = Day::of(from).ok_or(Error::CalendarNotCovered)?;
        let (mut number, mut month) = (day.year(), day.month());
        let mut year = self.year(number.into())?;
        if days == 0 {
            return Ok(from);
        }
        // The days of the first month that may count.
        let mut may_count = match first {
            FirstDay::Counted => bit(day.day()).wrapping_neg(),
            FirstDay::NotCounted => bit(day.day()).wrapping_neg() << 1,
        };
        let mut left = u32::from(days);
        loop {
            let working = year.days(week).month(month) & may_count;
            let count = working.count_ones();
            if left <= count {
                // All days of a month's word exist.
                let day = Day::new(number, month, nth(working, left));
                return day.map(Day::date).ok_or(Error::CalendarNotCovered);
            }
            left = left.saturating_sub(count);
            may_count = u32::MAX;
            month = month.saturating_add(1);
            if month > 12 {
                month = 1;
                number = number.saturating_add(1);
                year = self.year(number.into())?;
            }
        }
    }

    #[inline(never)] // one copy serves all questions
    fn year(&self, number: i32) -> Result<&Year, Error> {
        self.own_year(number)
            .or_else(|| kazakhstan::year(number))
            .ok_or(Error::CalendarNotCovered)
    }

    fn own_year(&self, number: i32) -> Option<&Year> {
        self.own
            .iter()
            .find(|year| i32::from(year.number) == number)
    }
}

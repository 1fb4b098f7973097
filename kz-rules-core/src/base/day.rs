//! A day as year, month and day in one word.
//!
//! Deciding compares days and computes birthdays, but counts no days. In this form each takes an instruction or two, where a
//! calendar library converts; the interface also accepts `time`. For counting, a day has a number.

// The parts of a word are as narrow as the types that they are cast to.
#![allow(clippy::cast_possible_truncation)]

use core::fmt::{self, Write as _};
use core::num::NonZeroU32;
use core::str::FromStr;

use time::{Date, Month};

use super::error::ParseError;

/// A day of the years 1 to 9999. Days are ordered as in the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NonZeroU32);

impl Day {
    /// The day of this year, month and day of the month, each from 1; none if there is no such day.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year == 0 || month == 0 || month > 12 || day == 0 {
            return None;
        }
        // Every month has 28 days.
        if day > 28 && day > days_of(year, month) {
            return None;
        }
        PackedDay::new(year, month, day).day()
    }

    /// The day of a `time` date; none before the year 1.
    #[must_use]
    pub const fn of(date: Date) -> Option<Self> {
        let (year, month, day) = date.to_calendar_date();
        match year {
            1..=9999 => Self::new(year.unsigned_abs() as u16, month as u8, day),
            _ => None,
        }
    }

    /// The `time` date of the day.
    #[must_use]
    pub fn date(self) -> Date {
        let month = Month::try_from(self.month()).unwrap_or(Month::January);
        // Every day of this type is a date.
        Date::from_calendar_date(self.year().into(), month, self.day()).unwrap_or(Date::MAX)
    }

    /// The year, from 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        (self.0.get() >> YEAR) as u16
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        (self.0.get() >> MONTH) as u8 & 15
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.0.get() as u8 & DAYS as u8
    }

    /// The number of days from 1970-01-01 to this day, negative before: from -719162 to 2932896.
    #[must_use]
    pub const fn number(self) -> i32 {
        let (mut year, mut month) = (self.year() as u32, self.month() as u32);
        // Years that start in March end with the leap day.
        if month < 3 {
            year = year.wrapping_sub(1);
            month = month.wrapping_add(12);
        }
        let leap_days = (year / 4).wrapping_sub(year / 100).wrapping_add(year / 400);
        // The days of the months since March: 31, 61, 92 and so on.
        let months = month.wrapping_mul(979).wrapping_sub(2919) >> 5;
        let days = year.wrapping_mul(365).wrapping_add(leap_days);
        let days = days.wrapping_add(months).wrapping_add(self.day() as u32);
        days.wrapping_sub(BEFORE_1970 + 1).cast_signed()
    }

    /// The day with this [number](Self::number); none outside the years 1 to 9999.
    #[must_use]
    pub const fn from_number(number: i32) -> Option<Self> {
        if number < FIRST_NUMBER || number > LAST_NUMBER {
            return None;
        }
        // The inverse, with four times the days, so that centuries and years have whole numbers of them.
        let days = number.cast_unsigned().wrapping_add(BEFORE_1970);
        let quarters = days.wrapping_mul(4).wrapping_add(3);
        let (century, rest) = (quarters / 146_097, quarters % 146_097);
        let (year, rest) = ((rest | 3) / 1461, (rest | 3) % 1461);
        let months = (rest / 4).wrapping_mul(2141).wrapping_add(197_913);
        let (mut month, day) = (months >> 16, (months & 0xFFFF) / 2141);
        let mut year = century.wrapping_mul(100).wrapping_add(year);
        if month > 12 {
            month = month.wrapping_sub(12);
            year = year.wrapping_add(1);
        }
        PackedDay::new(year as u16, month as u8, (day as u8).wrapping_add(1)).day()
    }

    /// The day that many days later, or earlier for a negative number; none outside the years 1 to 9999.
    #[must_use]
    pub const fn plus(self, days: i32) -> Option<Self> {
        let in_month = days.saturating_add(self.day() as i32);
        if in_month >= 1 && in_month <= 28 {
            // Every month has that day.
            return PackedDay(self.0.get() & !DAYS | in_month.cast_unsigned()).day();
        }
        match self.number().checked_add(days) {
            Some(number) => Self::from_number(number),
            None => None,
        }
    }

    /// The days of the week since Monday, from 0 to 6.
    pub(crate) const fn days_since_monday(self) -> u8 {
        // The first day was a Monday.
        (self.number().wrapping_sub(FIRST_NUMBER).cast_unsigned() % 7) as u8
    }

    pub(crate) const fn packed(self) -> PackedDay {
        PackedDay(self.0.get())
    }
}

/// The days from 1 March of the year 0 to 1970-01-01.
const BEFORE_1970: u32 = 719_468;
/// The numbers of 0001-01-01 and 9999-12-31.
pub(crate) const FIRST_NUMBER: i32 = -719_162;
pub(crate) const LAST_NUMBER: i32 = 2_932_896;

impl From<Day> for Date {
    fn from(day: Day) -> Self {
        day.date()
    }
}

/// As `2026-11-27`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = heapless::String::<10>::new();
        write!(text, "{self:?}")?;
        f.pad(&text)
    }
}

impl FromStr for Day {
    type Err = ParseError;

    /// Reads a day of the years 1 to 9999, as `2026-11-27`.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        const WRONG: ParseError = ParseError::form("Day", "YYYY-MM-DD of the years 1 to 9999");
        let [year, month, day] = read_parts(text).ok_or(WRONG)?;
        let [Some(year), Some(month), Some(day)] = [year, month, day] else {
            return Err(WRONG);
        };
        Self::new(year, month as u8, day as u8).ok_or(WRONG)
    }
}

/// The parts of `2026-11-27`, `2026-11` or `2026`: a year of four digits, and a month and a day of two, if they are there.
pub(crate) fn read_parts(text: &str) -> Option<[Option<u16>; 3]> {
    let number = |text: Option<&str>, digits: usize| match text {
        None => Some(None),
        Some(text) if text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            text.parse().ok().map(Some)
        }
        Some(_) => None,
    };
    let mut parts = text.split('-');
    let year = number(parts.next(), 4)?;
    let (month, day) = (number(parts.next(), 2)?, number(parts.next(), 2)?);
    parts.next().is_none().then_some([year, month, day])
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

/// The places of the year and of the month in the word.
const YEAR: u32 = 10;
const MONTH: u32 = 6;
/// The bits of the day of the month: one more than days need, so that the 31st plus one fits.
const DAYS: u32 = (1 << MONTH) - 1;
const JANUARY_1: u32 = 1 << MONTH | 1;
const FEBRUARY_29: u32 = 2 << MONTH | 29;
const TO_MARCH_1: u32 = (3 << MONTH | 1) - FEBRUARY_29;

/// A day, which may be past the year 9999, before all days or after them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PackedDay(u32);

impl PackedDay {
    pub(crate) const BEFORE_ALL: Self = Self(0);
    pub(crate) const AFTER_ALL: Self = Self(u32::MAX << MONTH);
    /// The first supported day.
    pub(crate) const FIRST: Self = Self::new(1, 1, 1);

    /// The bits of a day. Days are ordered like their bits.
    pub(crate) const fn bits(self) -> u32 {
        self.0
    }

    pub(crate) const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    const fn new(year: u16, month: u8, day: u8) -> Self {
        Self((year as u32) << YEAR | (month as u32) << MONTH | day as u32)
    }

    /// The day, if it is not past the year 9999 or before all days.
    pub(crate) const fn day(self) -> Option<Day> {
        if self.0 >= 10_000 << YEAR {
            return None;
        }
        match NonZeroU32::new(self.0) {
            Some(word) => Some(Day(word)),
            None => None,
        }
    }

    pub(crate) const fn is_before(self, other: Self) -> bool {
        self.0 < other.0
    }

    /// The same day of a later year; 1 March for 29 February in a year without that day.
    pub(crate) const fn anniversary(self, years: u32) -> Self {
        let day = self.0.wrapping_add(years << YEAR);
        if Self(day).is_february_29() && !is_leap((day >> YEAR) as u16) {
            return Self(day.wrapping_add(TO_MARCH_1));
        }
        Self(day)
    }

    /// The value right after a day. It need not be a day that exists, but is not later than the next one.
    pub(crate) const fn after(self) -> Self {
        if self.is_february_29() {
            return Self(self.0.wrapping_add(TO_MARCH_1));
        }
        Self(self.0.wrapping_add(1))
    }

    /// The same month and day of a later year, which need not have that day.
    pub(crate) const fn plus_years(self, years: u32) -> Self {
        Self(self.0.wrapping_add(years << YEAR))
    }

    /// The value right after a day other than 29 February: see [`PackedDay::after`].
    pub(crate) const fn next_bits(self) -> Self {
        Self(self.0.wrapping_add(1))
    }

    pub(crate) const fn is_february_29(self) -> bool {
        self.0 & ((1 << YEAR) - 1) == FEBRUARY_29
    }

    /// The first day that exists from this one on, if it is not past the year 9999.
    pub(crate) const fn first_day(self) -> Option<Day> {
        let (year, month, day) = (self.0 >> YEAR, self.0 >> MONTH & 15, self.0 & DAYS);
        if day <= 28 {
            return self.day();
        }
        if let Some(day) = Day::new(year as u16, month as u8, day as u8) {
            return Some(day);
        }
        Self(if month < 12 {
            (self.0 | DAYS).wrapping_add(2)
        } else {
            (self.0 | ((1 << YEAR) - 1)).wrapping_add(1 + JANUARY_1)
        })
        .day()
    }
}

/// The number of days in a month; 0 for a month that does not exist.
pub(crate) const fn days_of(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// Multiples of 4, but those of 100 only if they are multiples of 400: so those of 25 only if of 16.
const fn is_leap(year: u16) -> bool {
    year & 3 == 0 && (year & 15 == 0 || !is_multiple_of_25(year))
}

/// Without a division, which small processors do not have: multiplying by the inverse of 25 modulo 2^32 takes the multiples
/// of 25, and no other number, to the numbers up to 2^32 / 25.
const fn is_multiple_of_25(number: u16) -> bool {
    const INVERSE: u32 = 0xC28F_5C29;
    (number as u32).wrapping_mul(INVERSE) <= u32::MAX / 25
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days() -> impl Iterator<Item = Date> {
        let of = |year| Date::from_calendar_date(year, Month::January, 1).unwrap();
        let years = [
            1, 4, 100, 400, 1899, 1900, 1999, 2000, 2023, 2024, 2100, 9998, 9999,
        ];
        years.into_iter().flat_map(move |year| {
            let days = time::util::days_in_year(year);
            (0..i32::from(days))
                .map(move |n| Date::from_julian_day(of(year).to_julian_day() + n).unwrap())
        })
    }

    #[test]
    fn a_day_is_the_date_it_was_made_of() {
        for date in days() {
            let day = Day::of(date).unwrap();
            assert_eq!(day.date(), date);
            assert_eq!(day.packed().day(), Some(day));
        }
    }

    #[test]
    fn a_day_is_read_as_it_is_written() {
        for date in days() {
            let day = Day::of(date).unwrap();
            assert_eq!(day.to_string().parse(), Ok(day));
        }
        let day = Day::new(987, 6, 5).unwrap();
        assert_eq!(std::format!("{day:>12}"), "  0987-06-05");
        for wrong in [
            "",
            "2026",
            "2026-11",
            "2026-02-29",
            "0000-01-01",
            "2026-1-01",
            "2026-01-01-",
            "+026-01-01",
            "2026-11-27 ",
        ] {
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_next_day_is_the_date_after() {
        for date in days() {
            let next = date.next_day().and_then(Day::of);
            let after = Day::of(date).unwrap().packed().after();
            assert_eq!(after.first_day(), next, "{date}");
        }
    }

    #[test]
    fn there_is_a_day_exactly_where_there_is_a_date() {
        for year in [0, 1, 1900, 2000, 2023, 2024, 9999, 10000, 65535] {
            for month in 0..=14 {
                for day in 0..=33 {
                    let date = Month::try_from(month).ok().and_then(|month| {
                        Date::from_calendar_date(i32::from(year), month, day).ok()
                    });
                    let date = date.filter(|date| date.year() >= 1);
                    let made = Day::new(year, month, day).map(Day::date);
                    assert_eq!(made, date, "{year}-{month}-{day}");
                }
            }
        }
        assert_eq!(Day::of(Date::MIN), None);
    }

    #[test]
    fn numbers_are_the_days_since_1970() {
        let epoch = Date::from_calendar_date(1970, Month::January, 1).unwrap();
        let (mut date, mut number) = (Day::new(1, 1, 1).unwrap().date(), FIRST_NUMBER);
        loop {
            let day = Day::of(date).unwrap();
            assert_eq!(day.number(), number);
            assert_eq!(Day::from_number(number), Some(day));
            assert_eq!(
                day.days_since_monday(),
                date.weekday().number_days_from_monday()
            );
            number += 1;
            match date.next_day() {
                Some(next) => date = next,
                None => break,
            }
        }
        assert_eq!(number, LAST_NUMBER + 1);
        assert_eq!(Day::of(epoch).unwrap().number(), 0);
        for number in [i32::MIN, FIRST_NUMBER - 1, LAST_NUMBER + 1, i32::MAX] {
            assert_eq!(Day::from_number(number), None);
        }
    }

    #[test]
    fn days_are_added_across_months_and_years() {
        let day = Day::new(2024, 2, 28).unwrap();
        assert_eq!(day.plus(0), Some(day));
        assert_eq!(day.plus(1), Day::new(2024, 2, 29));
        assert_eq!(day.plus(2), Day::new(2024, 3, 1));
        assert_eq!(day.plus(-59), Day::new(2023, 12, 31));
        assert_eq!(day.plus(366), Day::new(2025, 2, 28));
        assert_eq!(day.plus(i32::MAX), None);
        assert_eq!(day.plus(i32::MIN), None);
        assert_eq!(Day::new(9999, 12, 31).unwrap().plus(1), None);
        assert_eq!(Day::new(1, 1, 1).unwrap().plus(-1), None);
    }

    #[test]
    fn a_birthday_on_29_february_moves_to_1_march_only_where_it_must() {
        let born = Day::new(2088, 2, 29).unwrap().packed();
        assert_eq!(born.anniversary(12).day(), Day::new(2100, 3, 1));
        assert_eq!(born.anniversary(16).day(), Day::new(2104, 2, 29));
        assert_eq!(
            Day::new(9990, 5, 1).unwrap().packed().anniversary(12).day(),
            None
        );
    }
}

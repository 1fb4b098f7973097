//! Some days of a year. All operations also work at compile time, and no index can be out of bounds.

use crate::base::day::{Day, days_of};
use crate::law::Week;

/// Weekdays, as days since Monday.
pub(super) const SATURDAY: u8 = 5;
pub(super) const SUNDAY: u8 = 6;

/// The days 1, 8, 15, 22 and 29 of a month.
const EVERY_SEVENTH: u32 = 1 << 28 | 1 << 21 | 1 << 14 | 1 << 7 | 1;

/// Some days of a year, one bit a day, one word a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[repr(transparent)]
pub(super) struct Days(pub(super) [u32; 12]);

impl Days {
    pub(super) const NONE: Self = Self([0; 12]);

    /// The days of a month, which is from 1 to 12.
    pub(super) const fn month(&self, month: u8) -> u32 {
        let before = (month as usize).wrapping_sub(1);
        match self.0.split_at_checked(before) {
            Some((_, [word, ..])) => *word,
            _ => 0,
        }
    }

    /// Adds days to those of a month, from 1 to 12, and removes others.
    const fn change(&mut self, month: u8, added: u32, removed: u32) {
        let before = (month as usize).wrapping_sub(1);
        if let Some((_, [word, ..])) = self.0.split_at_mut_checked(before) {
            *word = (*word | added) & !removed;
        }
    }

    pub(super) const fn add(&mut self, month: u8, days: u32) {
        self.change(month, days, 0);
    }

    pub(super) const fn remove(&mut self, month: u8, days: u32) {
        self.change(month, 0, days);
    }

    /// Only the days that this year has; none if it is not from 1 to 9999.
    pub(super) const fn within(mut self, year: u16) -> Self {
        let mut month = 1;
        while month <= 12 {
            self.remove(month, !days_in(year, month));
            month = month.saturating_add(1);
        }
        self
    }
}

/// The bit of a day of the month, from 1 to 31.
pub(super) const fn bit(day: u8) -> u32 {
    1u32.wrapping_shl((day as u32).wrapping_sub(1))
}

/// All days of a month; none if the year is not from 1 to 9999.
pub(super) const fn days_in(year: u16, month: u8) -> u32 {
    if year == 0 || year > 9999 {
        return 0;
    }
    let last = bit(days_of(year, month));
    last | last.wrapping_sub(1)
}

/// The rest days of a month.
pub(super) const fn rest_days(year: u16, month: u8, week: Week) -> u32 {
    let Some(first) = Day::new(year, month, 1) else {
        return 0;
    };
    // The days from the first of the month to the first Sunday, and to the first Saturday.
    let to_sunday = SUNDAY.wrapping_sub(first.days_since_monday());
    let to_saturday = if to_sunday == 0 {
        SATURDAY.wrapping_add(1)
    } else {
        to_sunday.wrapping_sub(1)
    };
    let sundays = EVERY_SEVENTH << to_sunday;
    let saturdays = match week {
        Week::Five => EVERY_SEVENTH << to_saturday,
        Week::Six => 0,
    };
    (sundays | saturdays) & days_in(year, month)
}

/// The `n`th day of the month, from 1, of those in a month's word.
#[allow(clippy::cast_possible_truncation)] // at most 32
pub(super) fn nth(mut days: u32, n: u32) -> u8 {
    for _ in 1..n {
        days &= days.wrapping_sub(1);
    }
    (days.trailing_zeros() as u8).saturating_add(1)
}

//! Computes the working days of a year from holidays, movable days and transfers.

use super::days::{Days, bit, days_in, rest_days};
use crate::base::day::Day;
use crate::law::{Certainty, HolidayRow, LaidOutYear, MovableRow, TransferRow, Week};

type Rows<'a, const N: usize> = &'a [[u8; N]];

/// Lays out a year from the rows of a law. Only the days of this year matter in the lists.
///
/// A holiday on a rest day has no substitute if the year has no free day left after it; law compilers
/// refuse that. A year that is not from 1 to 9999 has no working days.
#[must_use]
pub const fn lay_out(
    number: u16,
    certainty: Certainty,
    holidays: Rows<'_, { HolidayRow::BYTES }>,
    movable_days: Rows<'_, { MovableRow::BYTES }>,
    transfers: Rows<'_, { TransferRow::BYTES }>,
) -> [u8; LaidOutYear::BYTES] {
    let off = days_off(number, holidays, movable_days);
    let mut five = working(number, Week::Five, off, holidays);
    transfer(&mut five, number, transfers);
    let six = working(number, Week::Six, off, holidays);
    LaidOutYear::new(number, certainty, five.0, six.0)
}

/// The holidays and the movable days of a year.
const fn days_off(
    number: u16,
    mut holidays: Rows<'_, { HolidayRow::BYTES }>,
    mut movable_days: Rows<'_, { MovableRow::BYTES }>,
) -> Days {
    let mut off = Days::NONE;
    while let [row, rest @ ..] = holidays {
        if let Some(day) = HolidayRow::of(row).in_year(number) {
            off.add(day.month(), bit(day.day()));
        }
        holidays = rest;
    }
    while let [row, rest @ ..] = movable_days {
        if let Some(day) = in_year(MovableRow::of(row).day(), number) {
            off.add(day.month(), bit(day.day()));
        }
        movable_days = rest;
    }
    off
}

/// The working days of a year before transfers. `off`: the days off other than substitutes.
const fn working(
    number: u16,
    week: Week,
    off: Days,
    holidays: Rows<'_, { HolidayRow::BYTES }>,
) -> Days {
    let mut free = Days::NONE;
    let mut month = 1;
    while month <= 12 {
        let taken = off.month(month) | rest_days(number, month, week);
        free.add(month, days_in(number, month) & !taken);
        month = month.saturating_add(1);
    }
    // All holidays are already off, so a substitute skips those still to come. Days are taken in date
    // order, whatever the order of the rows.
    let mut month = 1;
    while month <= 12 {
        let mut left = off.month(month) & rest_days(number, month, week);
        while left != 0 {
            let day = bit_number(left);
            let mut substitutes = substituted_on(number, month, day, holidays);
            while substitutes > 0 {
                take_first_after(&mut free, month, day);
                substitutes = substitutes.saturating_sub(1);
            }
            left &= left.wrapping_sub(1);
        }
        month = month.saturating_add(1);
    }
    free
}

/// The first day of the month in its word, which is not 0.
#[allow(clippy::cast_possible_truncation)] // at most 32
const fn bit_number(days: u32) -> u8 {
    days.trailing_zeros().saturating_add(1) as u8
}

/// How many holidays that are substituted fall on a day.
const fn substituted_on(
    number: u16,
    month: u8,
    day: u8,
    mut holidays: Rows<'_, { HolidayRow::BYTES }>,
) -> usize {
    let mut count = 0usize;
    while let [row, rest @ ..] = holidays {
        let row = HolidayRow::of(row);
        if row.month() == month && row.day() == day && row.is_in(number) && row.is_substituted() {
            count = count.saturating_add(1);
        }
        holidays = rest;
    }
    count
}

/// Makes the first free day after a day a day off, if the year has one.
const fn take_first_after(free: &mut Days, month: u8, day: u8) {
    let mut after = bit(day).wrapping_neg() << 1;
    let mut month = month;
    while month <= 12 {
        let days = free.month(month) & after;
        if days != 0 {
            free.remove(month, days & days.wrapping_neg());
            return;
        }
        after = u32::MAX;
        month = month.saturating_add(1);
    }
}

/// Moves work from days off to days that are worked in exchange.
const fn transfer(
    working: &mut Days,
    number: u16,
    mut transfers: Rows<'_, { TransferRow::BYTES }>,
) {
    while let [row, rest @ ..] = transfers {
        let row = TransferRow::of(row);
        if let Some(day) = in_year(row.worked(), number) {
            working.add(day.month(), bit(day.day()));
        }
        if let Some(day) = in_year(row.off(), number) {
            working.remove(day.month(), bit(day.day()));
        }
        transfers = rest;
    }
}

const fn in_year(day: Option<Day>, number: u16) -> Option<Day> {
    match day {
        Some(day) if day.year() == number => Some(day),
        _ => None,
    }
}

//! Dates whose year has two digits (part 3, section 4.8).

use super::error::{MrzError, MrzExpected};
use super::layout::Field;
use super::lines::Lines;
use crate::base::day::Day;
use crate::facts::Birth;

/// A date as it is printed: each pair of digits, if it is not blank.
pub(super) struct Date {
    at: Field,
    year: Option<u8>,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// Reads six characters: pairs of digits, or of fillers.
    pub(super) fn read(lines: &Lines<'_>, at: Field) -> Result<Self, MrzError> {
        let pair = |offset: u8| {
            let places = [at.place(offset), at.place(offset.wrapping_add(1))];
            match places.map(|place| lines.first(place)) {
                [b'<', b'<'] => Ok(None),
                [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
                    let digit = |character: u8| character.wrapping_sub(b'0');
                    Ok(Some(digit(tens).wrapping_mul(10).wrapping_add(digit(ones))))
                }
                [b'0'..=b'9' | b'<', _] => Err(places[1].expected(MrzExpected::Digit)),
                _ => Err(places[0].expected(MrzExpected::Digit)),
            }
        };
        Ok(Self {
            at,
            year: pair(0)?,
            month: pair(2)?,
            day: pair(4)?,
        })
    }

    /// The birth date, as far as it is known: the latest possible one up to `on`.
    pub(super) fn birth(&self, on: Day) -> Result<Birth, MrzError> {
        self.must_be_possible()?;
        let Some(year) = self.year else {
            return Ok(Birth::UNKNOWN);
        };
        // Without a month a day says nothing.
        let (month, day) = match self.month {
            Some(month) => (month, self.day.unwrap_or(1)),
            None => (1, 1),
        };
        let latest = years(year, on, [0, -1])
            .filter_map(|year| Day::new(year, month, day))
            .find(|first| *first <= on)
            .ok_or(self.no_such_day())?;
        Ok(match (self.month, self.day) {
            (Some(_), Some(_)) => latest.into(),
            (Some(month), None) => Birth::month(latest.year(), month),
            (None, _) => Birth::year(latest.year()),
        })
    }

    /// The last day of validity: the possible day nearest to `on`; of two equally near, the later.
    pub(super) fn expiry(&self, on: Day) -> Result<Day, MrzError> {
        self.must_be_possible()?;
        let blank = |offset| self.at.place(offset).expected(MrzExpected::Digit);
        let year = self.year.ok_or(blank(0))?;
        let month = self.month.ok_or(blank(2))?;
        let day = self.day.ok_or(blank(4))?;
        years(year, on, [1, 0, -1])
            .filter_map(|year| Day::new(year, month, day))
            .min_by_key(|day| day.number().abs_diff(on.number()))
            .ok_or(self.no_such_day())
    }

    /// An error for a month that does not exist, or a day that the month never has.
    fn must_be_possible(&self) -> Result<(), MrzError> {
        if self.month.is_some_and(|month| !(1..=12).contains(&month)) {
            return Err(self.at.place(2).expected(MrzExpected::Date));
        }
        // Year 4 is a leap year, and January has 31 days: a day that exists in some year exists here.
        let exists = |day| Day::new(4, self.month.unwrap_or(1), day).is_some();
        if self.day.is_some_and(|day| !exists(day)) {
            return Err(self.no_such_day());
        }
        Ok(())
    }

    /// The error that the month does not have the day.
    const fn no_such_day(&self) -> MrzError {
        self.at.place(4).expected(MrzExpected::Date)
    }
}

/// The years that end with two digits, in centuries counted from that of `on`; 0 for a year that does not
/// exist.
fn years<const N: usize>(
    two_digits: u8,
    on: Day,
    centuries: [i16; N],
) -> impl Iterator<Item = u16> {
    let this = on.year().wrapping_sub(on.year() % 100);
    centuries.into_iter().map(move |century| {
        let year = this.checked_add_signed(century.wrapping_mul(100));
        year.map_or(0, |year| year.wrapping_add(two_digits.into()))
    })
}

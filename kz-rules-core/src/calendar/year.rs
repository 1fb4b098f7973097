//! A caller's own year.

use super::days::Days;
use super::lay_out;
use crate::law::{Certainty, LaidOutYear, Law, MovableRow, TransferRow, Week};

/// The working days of one year: 100 bytes.
///
/// Laid out as in C, so that an array of years can cross the C interface as it is.
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
    /// A year given day by day: for each kind of week, twelve words from January to December, in which bit
    /// `d - 1` is set if day `d` is a working day. Bits of days that do not exist are dropped.
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

    /// The working days of a month, from 1 to 12.
    pub(super) const fn month(&self, week: Week, month: u8) -> u32 {
        self.days(week).month(month)
    }

    const fn days(&self, week: Week) -> &Days {
        match week {
            Week::Five => &self.five,
            Week::Six => &self.six,
        }
    }
}

impl From<LaidOutYear<'_>> for Year {
    fn from(year: LaidOutYear<'_>) -> Self {
        let [five, six] = [Week::Five, Week::Six].map(|week| {
            let mut words = [0; 12];
            for (word, month) in words.iter_mut().zip(1..) {
                *word = year.month(week, month);
            }
            words
        });
        Self::new(year.number(), year.certainty(), five, six)
    }
}

impl Law<'_> {
    /// A year with the law's holidays and their substitutes, but with movable days and transfers that were
    /// declared later instead of the law's. Only the days of this year matter in both lists.
    ///
    /// `number` is from 1 to 9999; a year with another number is never found.
    ///
    /// ```
    /// use kz_rules_core::{Certainty, Law, MovableRow, Reason, TransferRow, day};
    ///
    /// let kurban_ait = [MovableRow::new(day(2027, 5, 17), Reason::KurbanAit)];
    /// let transfers = [TransferRow::new(day(2027, 3, 13), day(2027, 3, 16))];
    /// let law = Law::BUILT_IN;
    /// let years = [law.declared_year(2027, Certainty::Published, &kurban_ait, &transfers)];
    /// let calendar = law.calendar().with(&years);
    /// assert_eq!(calendar.certainty(day(2027, 1, 1)), Ok(Certainty::Published));
    /// ```
    #[must_use]
    pub fn declared_year(
        self,
        number: u16,
        certainty: Certainty,
        movable_days: &[[u8; MovableRow::BYTES]],
        transfers: &[[u8; TransferRow::BYTES]],
    ) -> Year {
        let holidays = self.holidays();
        LaidOutYear::from(&lay_out(
            number,
            certainty,
            holidays,
            movable_days,
            transfers,
        ))
        .into()
    }
}

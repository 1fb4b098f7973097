//! What is wrong with a zone, and where.

use core::fmt;

use crate::base::closed_set::closed_set;

closed_set! {
    /// What was expected at a place in a zone.
    pub enum MrzExpected {
        /// Two lines of 44 or of 36 characters, or three of 30: a line is missing, too many, too short or too long.
        Line = 1, "line";
        /// A capital letter from A to Z, a digit or the filler `<`.
        Character = 2, "character";
        /// A kind of document with lines of this length: P or V for 44 characters; A, C, I or V for 36; A, C or I for
        /// 30.
        Document = 3, "document";
        /// A letter or the filler.
        Letter = 4, "letter";
        /// A digit.
        Digit = 5, "digit";
        /// A country: three letters, or D and two fillers.
        Country = 6, "country";
        /// A month or a day of a date that exists.
        Date = 7, "date";
        /// A check digit that fits: a character that it covers was misread, or the digit itself was.
        CheckDigit = 8, "check_digit";
    }
}

impl MrzExpected {
    const fn described(self) -> &'static str {
        match self {
            Self::Line => "two lines of 44 or 36 characters, or three of 30",
            Self::Character => "a capital letter, a digit or <",
            Self::Document => "the kind of a document of this size",
            Self::Letter => "a letter or <",
            Self::Digit => "a digit",
            Self::Country => "the letters of a country",
            Self::Date => "a date that exists",
            Self::CheckDigit => "a check digit that fits",
        }
    }
}

/// Where a zone cannot be read, and what was expected there. It does not show what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct MrzError {
    /// The line, from 1, as it is printed.
    pub line: u8,
    /// The column, from 1.
    pub column: u8,
    /// What was expected there.
    pub expected: MrzExpected,
}

impl fmt::Display for MrzError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            column,
            expected,
        } = self;
        let expected = expected.described();
        write!(f, "line {line}, column {column}: expected {expected}")
    }
}

impl core::error::Error for MrzError {}

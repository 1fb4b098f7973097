//! What can be wrong with a question.

use crate::closed_set::closed_set;

closed_set! {
    /// Why there is no answer. Each function says which of these it can return.
    ///
    /// The words are the legal model's; the numbers are given once and for ever.
    pub enum Error {
        /// A day outside the years 1 to 9999.
        DateNotSupported = 1, "date_not_supported";
        /// A birth date that allows no day from the year 1 to 9999.
        BirthNotSupported = 2, "birth_not_supported";
        /// The birth date, as far as it is known, allows no day up to the decision date.
        BirthAfterDecision = 3, "birth_after_decision";
        /// A treaty's number of days that is not from 1 to 366.
        TreatyDays = 4, "treaty_days";
        /// Asked about a day before the event that starts the term.
        DecisionBeforeEvent = 5, "decision_before_event";
        /// No calendar covers a year that the answer needs.
        CalendarNotCovered = 6, "calendar_not_covered";
        /// A moment whose local day is not from 2019-01-01 to 9999-12-31.
        ClockNotSupported = 7, "clock_not_supported";
        /// An IIN that is not 12 bytes long.
        IinLength = 8, "iin_length";
        /// An IIN with a byte that is no ASCII digit.
        IinDigit = 9, "iin_digit";
        /// An IIN that is never issued: all zeros, or without a check digit.
        IinUnissuable = 10, "iin_unissuable";
        /// An IIN with a wrong check digit.
        IinCheckDigit = 11, "iin_check_digit";
        /// A plan under an edition other than `enacted`.
        EditionNotSupported = 12, "edition_not_supported";
    }
}

impl core::error::Error for Error {}

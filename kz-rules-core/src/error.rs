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
        /// A ticket for a decision of another edition than `enacted`.
        TicketEdition = 30, "ticket_edition";
        /// A ticket for a decision that leaves more than one obligation or basis possible.
        TicketUndecided = 31, "ticket_undecided";
        /// A ticket for an obligation that is neither mandatory nor voluntary.
        TicketObligation = 32, "ticket_obligation";
        /// A ticket for somebody who may be under 12 (the caution MIA-UNDER-12).
        TicketUnder12 = 33, "ticket_under_12";
        /// A ticket's identifier with a valid IIN in it.
        TicketIdentifier = 34, "ticket_identifier";
        /// Bytes that are no ticket: cut off, damaged, or with a content that none has.
        TicketDamaged = 35, "ticket_damaged";
        /// A ticket of another version of the layout.
        TicketVersion = 36, "ticket_version";
        /// Bytes that are no receipt: cut off, damaged, or with a content that none has.
        ReceiptDamaged = 37, "receipt_damaged";
        /// A receipt of another version of the layout.
        ReceiptVersion = 38, "receipt_version";
        /// A receipt with a fact or setting that this library does not know: a later one wrote it.
        ReceiptUnknown = 39, "receipt_unknown";
        /// A receipt of this library and law with a decision that they do not give.
        ReceiptFalse = 40, "receipt_false";
        /// A country code that is neither two nor three capital letters nor three digits.
        CountryCode = 45, "country_code";
    }
}

impl core::error::Error for Error {}

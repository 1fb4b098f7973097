//! What can be wrong with a question.

use core::fmt::{self, Write as _};

use super::closed_set::closed_set;

closed_set! {
    /// Why there is no answer. Each function says which of these it can return.
    ///
    /// The words are the legal model's; the numbers are stable and never reused.
    pub error Error {
        /// A day that is missing, does not exist, or is outside the years 1 to 9999.
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
        /// A moment whose local day is not from 2019-01-01 to 9999-12-31, or for which the law has no offset from UTC.
        ClockNotSupported = 7, "clock_not_supported";
        /// An IIN that is not 12 bytes long.
        IinLength = 8, "iin_length";
        /// An IIN with a byte that is not an ASCII digit.
        IinDigit = 9, "iin_digit";
        /// An IIN that is never issued: all zeros, or without a check digit.
        IinUnissuable = 10, "iin_unissuable";
        /// An IIN with a wrong check digit.
        IinCheckDigit = 11, "iin_check_digit";
        /// A plan under an edition other than edition 1.
        EditionNotSupported = 12, "edition_not_supported";
        /// The event is before the first day of the registration rules.
        NotInForce = 13, "not_in_force";
        /// The last day of the allowed stay is before the arrival.
        StayBeforeArrival = 14, "stay_before_arrival";
        /// The event is before the arrival, or before the last event of the case.
        DateBackwards = 15, "date_backwards";
        /// The event does not fit the state of the case.
        InvalidEvent = 16, "invalid_event";
        /// The submission lacks required items.
        MissingData = 17, "missing_data";
        /// The place is not one of those where people are registered.
        PlaceNotEligible = 18, "place_not_eligible";
        /// Not a stored case, or one of another version.
        CaseForeign = 19, "case_foreign";
        /// The stored case is damaged.
        CaseDamaged = 20, "case_damaged";
        /// A required text is missing, or nothing in it is visible.
        TextMissing = 23, "text_missing";
        /// A text is longer than its field takes.
        TextTooLong = 24, "text_too_long";
        /// A text is not valid UTF-8.
        TextNotUtf8 = 25, "text_not_utf8";
        /// A text contains a control character or an invisible one.
        TextControl = 26, "text_control";
        /// A term of stay ends before it begins.
        StayReversed = 27, "stay_reversed";
        /// A text is longer than a QR code that fits in the buffers can hold.
        QrTooLong = 28, "qr_too_long";
        /// A ticket for a decision under an edition other than edition 1.
        TicketEdition = 30, "ticket_edition";
        /// A ticket for a decision that leaves more than one obligation or basis possible.
        TicketUndecided = 31, "ticket_undecided";
        /// A ticket for an obligation that is neither mandatory nor voluntary.
        TicketObligation = 32, "ticket_obligation";
        /// A ticket for a decision with a caution whose row refuses tickets.
        TicketCaution = 33, "ticket_caution";
        /// A ticket's identifier contains a valid IIN.
        TicketIdentifier = 34, "ticket_identifier";
        /// Not a ticket: cut off, damaged, or impossible contents.
        TicketDamaged = 35, "ticket_damaged";
        /// A ticket of another version of the layout.
        TicketVersion = 36, "ticket_version";
        /// Not a receipt: cut off, damaged, or impossible contents.
        ReceiptDamaged = 37, "receipt_damaged";
        /// A receipt of another version of the layout.
        ReceiptVersion = 38, "receipt_version";
        /// A receipt with a fact or setting that this library does not know: a later one wrote it.
        ReceiptUnknown = 39, "receipt_unknown";
        /// A receipt of this library and law with a decision that they do not reach.
        ReceiptFalse = 40, "receipt_false";
        /// A country code that is neither two nor three capital letters nor three digits.
        CountryCode = 45, "country_code";
        /// The new last day of the stay is before the event, or not later than the one known.
        StayNotExtended = 46, "stay_not_extended";
        /// The clock shows a day before the law's last known one: it was not set.
        ClockNotSet = 47, "clock_not_set";
        /// A rule for stays with a number outside 1 to 366, with a total or a window alone, or with a total above its window.
        StayRule = 48, "stay_rule";
        /// Stays that are not in order, a stay that ends before it begins, or one going on that is not the last.
        StayOrder = 49, "stay_order";
        /// A stay with a day after the decision date.
        StayAfterDecision = 50, "stay_after_decision";
        /// The law has no edition of this number.
        EditionUnknown = 51, "edition_unknown";
        /// The law is incomplete: it lacks a row for this person, or for what is asked.
        LawIncomplete = 52, "law_incomplete";
        /// The answer to question 1 is not yes or no, or the law has no question 1.
        Question1 = 53, "bad_question_1";
        /// The answer to question 2 is not yes or no, or the law has no question 2.
        Question2 = 54, "bad_question_2";
        /// The answer to question 3 is not yes or no, or the law has no question 3.
        Question3 = 55, "bad_question_3";
        /// The answer to question 4 is not yes or no, or the law has no question 4.
        Question4 = 56, "bad_question_4";
    }
}

/// Writes the meaning of an error in the style of error messages: without an initial capital and a full stop.
pub(crate) fn write_sentence(f: &mut fmt::Formatter<'_>, meaning: &str) -> fmt::Result {
    let sentence = meaning.trim();
    let sentence = sentence.strip_suffix('.').unwrap_or(sentence);
    let mut characters = sentence.chars();
    if let Some(first) = characters.next() {
        f.write_char(first.to_ascii_lowercase())?;
    }
    for (place, line) in characters.as_str().lines().enumerate() {
        if place > 0 {
            f.write_char(' ')?;
        }
        f.write_str(if place > 0 { line.trim_start() } else { line })?;
    }
    Ok(())
}

/// Why a text could not be read: says what was expected. The text itself is neither kept nor shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError {
    what: &'static str,
    expected: Expected,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    Words(&'static [&'static str]),
    Form(&'static str),
}

impl ParseError {
    /// The text is not a word of this set.
    pub(crate) const fn word(set: &'static str, words: &'static [&'static str]) -> Self {
        let expected = Expected::Words(words);
        Self {
            what: set,
            expected,
        }
    }

    /// The text does not have this form.
    pub(crate) const fn form(what: &'static str, form: &'static str) -> Self {
        let expected = Expected::Form(form);
        Self { what, expected }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a value of {}: expected ", self.what)?;
        match self.expected {
            Expected::Form(form) => f.write_str(form),
            Expected::Words([words @ .., last]) => {
                for (place, word) in words.iter().enumerate() {
                    f.write_str(if place > 0 { ", " } else { "" })?;
                    f.write_str(word)?;
                }
                f.write_str(if words.is_empty() { "" } else { " or " })?;
                f.write_str(last)
            }
            Expected::Words([]) => f.write_str("nothing"),
        }
    }
}

impl core::error::Error for ParseError {}

/// A number that no value of a closed set has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode {
    set: &'static str,
    code: u8,
}

impl UnknownCode {
    pub(crate) const fn new(set: &'static str, code: u8) -> Self {
        Self { set, code }
    }

    /// The number.
    #[must_use]
    pub const fn code(self) -> u8 {
        self.code
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { set, code } = self;
        write!(f, "{set} has no value with the number {code}")
    }
}

impl core::error::Error for UnknownCode {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Occasion, Sex, Standing};

    #[test]
    fn an_error_says_its_meaning() {
        let said = Error::DateNotSupported.to_string();
        assert_eq!(
            said,
            "a day that is missing, does not exist, or is outside the years 1 to 9999"
        );
        let said = Error::BirthAfterDecision.to_string();
        assert_eq!(
            said,
            "the birth date, as far as it is known, allows no day up to the decision date"
        );
        for error in Error::ALL {
            let said = error.to_string();
            assert!(
                !said.contains(['\n', '\t']) && !said.ends_with('.'),
                "{said}"
            );
        }
    }

    #[test]
    fn a_set_is_read_by_its_words_and_numbers() {
        for occasion in Occasion::ALL {
            assert_eq!(occasion.to_string().parse(), Ok(*occasion));
            assert_eq!(Occasion::try_from(u8::from(*occasion)), Ok(*occasion));
        }
    }

    #[test]
    fn parse_errors_say_what_was_expected() {
        let said = "Foreigner".parse::<Standing>().unwrap_err().to_string();
        assert_eq!(
            said,
            "not a value of Standing: expected citizen, foreigner or stateless"
        );
        let said = Sex::try_from(3).unwrap_err().to_string();
        assert_eq!(said, "Sex has no value with the number 3");
    }
}

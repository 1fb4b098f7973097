//! A second, naive implementation of the legal model.
//!
//! It reads a law page itself and answers by enumerating every completion. It shares no code with the library, so
//! where both agree, they agree about the page. "Section N" is a section of `docs/legal-model.md`.

pub mod assess;
pub mod calendar;
pub mod clock;
pub mod completions;
pub mod condition;
pub mod country;
pub mod facts;
pub mod iin;
pub mod law;
pub mod line;
pub mod page;
pub mod plan;
pub mod registration;
pub mod set;
pub mod stay;
pub mod term;

pub use law::Law;

/// What is wrong with a question, as in the column `=status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The birth date allows no day up to the decision date.
    BirthAfterDecision,
    /// A plan under an edition other than the first.
    EditionNotSupported,
    /// No row of the edition takes a completion; the compiler refuses such a law.
    NoRow,
    /// A term asked about before its event.
    DecisionBeforeEvent,
    /// A treaty's days that are not from 1 to 366.
    TreatyDays,
    /// A day outside the calendar.
    CalendarNotCovered,
    /// The last day of the stay is before the arrival.
    StayBeforeArrival,
    /// An event before the first day of the rules.
    NotInForce,
    /// An event before the previous one, or before the arrival.
    DateBackwards,
    /// An event that the state of the case does not have.
    InvalidEvent,
    /// A submission without a required item.
    MissingData,
    /// A place in which nobody can be registered.
    PlaceNotEligible,
    /// An extension that extends nothing.
    StayNotExtended,
    /// An impossible stay rule.
    StayRule,
    /// Stays that are not in order.
    StayOrder,
    /// A stay after the decision date.
    StayAfterDecision,
    /// Not the code of a country.
    CountryCode,
    /// A local day outside the clock's years.
    ClockNotSupported,
    /// An IIN that is not 12 bytes long.
    IinLength,
    /// An IIN with a byte that is not a digit.
    IinDigit,
    /// An IIN that nobody can have.
    IinUnissuable,
    /// An IIN whose last digit is wrong.
    IinCheckDigit,
}

impl Wrong {
    /// The word in the vector files.
    pub fn word(self) -> &'static str {
        match self {
            Wrong::BirthAfterDecision => "birth_after_decision",
            Wrong::EditionNotSupported => "edition_not_supported",
            Wrong::NoRow => "no_row",
            Wrong::DecisionBeforeEvent => "decision_before_event",
            Wrong::TreatyDays => "treaty_days",
            Wrong::CalendarNotCovered => "calendar_not_covered",
            Wrong::StayBeforeArrival => "stay_before_arrival",
            Wrong::NotInForce => "not_in_force",
            Wrong::DateBackwards => "date_backwards",
            Wrong::InvalidEvent => "invalid_event",
            Wrong::MissingData => "missing_data",
            Wrong::PlaceNotEligible => "place_not_eligible",
            Wrong::StayNotExtended => "stay_not_extended",
            Wrong::StayRule => "stay_rule",
            Wrong::StayOrder => "stay_order",
            Wrong::StayAfterDecision => "stay_after_decision",
            Wrong::CountryCode => "country_code",
            Wrong::ClockNotSupported => "clock_not_supported",
            Wrong::IinLength => "iin_length",
            Wrong::IinDigit => "iin_digit",
            Wrong::IinUnissuable => "iin_unissuable",
            Wrong::IinCheckDigit => "iin_check_digit",
        }
    }
}

//! The events of a registration case, and why a case rejects one.

use core::fmt;

use super::transition::CaseState;
use crate::base::closed_set::closed_set;
use crate::base::day::Day;
use crate::base::error::Error;
use crate::base::set::Set;

closed_set! {
    /// What can happen to a registration case.
    pub enum EventKind {
        /// The immigrant submits the data and the place of stay.
        Submit = 1, "submit";
        /// The host, who provides the place, confirms.
        HostConfirms = 2, "host_confirms";
        /// The host refuses.
        HostDeclines = 3, "host_declines";
        /// The data submitted are found untrue.
        DataFoundFalse = 4, "data_found_false";
        /// The address changes.
        Move = 5, "move";
        /// The allowed stay is extended.
        StayExtended = 6, "stay_extended";
        /// The immigrant leaves Kazakhstan.
        Departs = 7, "departs";
    }
}

closed_set! {
    /// What a submission states about a person.
    pub enum DataItem {
        /// The surname.
        Surname = 1, "surname";
        /// The given name.
        GivenName = 2, "given_name";
        /// The patronymic, if the person has one: the only item that may be left out.
        Patronymic = 3, "patronymic";
        /// The date of birth.
        BirthDate = 4, "birth_date";
        /// The data of the passport.
        Passport = 5, "passport";
        /// The data of the person who provides the place.
        Host = 6, "host";
        /// The address.
        Address = 7, "address";
    }
}

impl DataItem {
    /// The required items that a submission with these items lacks: all but the patronymic are
    /// required.
    #[must_use]
    pub const fn missing_from(stated: Set<Self>) -> Set<Self> {
        const REQUIRED: Set<DataItem> = DataItem::set(&[
            DataItem::Surname,
            DataItem::GivenName,
            DataItem::BirthDate,
            DataItem::Passport,
            DataItem::Host,
            DataItem::Address,
        ]);
        Set::from_bits(REQUIRED.bits() & !stated.bits())
    }
}

closed_set! {
    /// Where an immigrant can be registered.
    pub enum PlaceOfStay {
        /// A dwelling house.
        House = 1, "house";
        /// A flat.
        Apartment = 2, "apartment";
        /// A dormitory.
        Dormitory = 3, "dormitory";
        /// A hotel.
        Hotel = 4, "hotel";
        /// A holiday home.
        HolidayHome = 5, "holiday_home";
        /// A sanatorium.
        Sanatorium = 6, "sanatorium";
        /// Another building, or premises, used for people to live in.
        OtherResidential = 7, "other_residential";
    }
}

/// Something that happens to a case, on a day.
///
/// There is no event without its day:
///
/// ```compile_fail
/// # use kz_rules_core::Event;
/// let event = Event::HostConfirms {};
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
#[allow(
    clippy::exhaustive_enums,
    reason = "the events of a case are a closed list"
)]
pub enum Event {
    /// See [`EventKind::Submit`].
    Submit {
        /// The day.
        on: Day,
        /// What is stated about the person.
        data: Set<DataItem>,
        /// The place; none if it is not one of those where people are registered.
        place: Option<PlaceOfStay>,
    },
    /// See [`EventKind::HostConfirms`].
    HostConfirms {
        /// The day.
        on: Day,
    },
    /// See [`EventKind::HostDeclines`].
    HostDeclines {
        /// The day.
        on: Day,
    },
    /// See [`EventKind::DataFoundFalse`].
    DataFoundFalse {
        /// The day.
        on: Day,
    },
    /// See [`EventKind::Move`].
    Move {
        /// The day.
        on: Day,
    },
    /// See [`EventKind::StayExtended`].
    StayExtended {
        /// The day.
        on: Day,
        /// The new last day of the allowed stay.
        until: Day,
    },
    /// See [`EventKind::Departs`].
    Departs {
        /// The day.
        on: Day,
    },
}

impl Event {
    /// The day.
    #[must_use]
    pub const fn on(&self) -> Day {
        match self {
            Self::Submit { on, .. }
            | Self::HostConfirms { on }
            | Self::HostDeclines { on }
            | Self::DataFoundFalse { on }
            | Self::Move { on }
            | Self::StayExtended { on, .. }
            | Self::Departs { on } => *on,
        }
    }

    /// What happens.
    #[must_use]
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Submit { .. } => EventKind::Submit,
            Self::HostConfirms { .. } => EventKind::HostConfirms,
            Self::HostDeclines { .. } => EventKind::HostDeclines,
            Self::DataFoundFalse { .. } => EventKind::DataFoundFalse,
            Self::Move { .. } => EventKind::Move,
            Self::StayExtended { .. } => EventKind::StayExtended,
            Self::Departs { .. } => EventKind::Departs,
        }
    }
}

/// An event that a case accepted.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PastEvent {
    /// The day.
    pub on: Day,
    /// What happened.
    pub event: EventKind,
    /// The state of the case after it.
    pub state: CaseState,
}

/// Why a case rejected an event, with the details.
#[derive(Clone, Copy, PartialEq, Eq)]
#[allow(
    clippy::exhaustive_enums,
    reason = "programs must explain each to the person"
)]
pub enum Rejection {
    /// The law sets no term for a registration.
    LawIncomplete,
    /// The day is before the first day of the rules.
    NotInForce {
        /// The day of the event.
        on: Day,
        /// The first day of the rules.
        first: Day,
    },
    /// The day is before the arrival, or before the event ahead of it.
    DateBackwards {
        /// The day of the event.
        on: Day,
        /// The first day that the case accepts.
        earliest: Day,
    },
    /// The event does not fit the state.
    InvalidEvent {
        /// What happened.
        event: EventKind,
        /// The state of the case.
        state: CaseState,
    },
    /// The submission lacks required items.
    MissingData {
        /// Those that are missing.
        items: Set<DataItem>,
    },
    /// The place is not one of those where people are registered.
    PlaceNotEligible,
    /// The new last day of the stay is before the event, or not later than the one known.
    StayNotExtended {
        /// The new last day.
        until: Day,
        /// The last day known so far.
        known: Option<Day>,
    },
}

impl Rejection {
    /// The same, without the details.
    #[must_use]
    pub const fn error(self) -> Error {
        match self {
            Self::LawIncomplete => Error::LawIncomplete,
            Self::NotInForce { .. } => Error::NotInForce,
            Self::DateBackwards { .. } => Error::DateBackwards,
            Self::InvalidEvent { .. } => Error::InvalidEvent,
            Self::MissingData { .. } => Error::MissingData,
            Self::PlaceNotEligible => Error::PlaceNotEligible,
            Self::StayNotExtended { .. } => Error::StayNotExtended,
        }
    }
}

impl From<Rejection> for Error {
    fn from(rejection: Rejection) -> Self {
        rejection.error()
    }
}

/// Shows no day of the person.
impl fmt::Debug for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rejection({})", self.error().name())
    }
}

/// A sentence, without the days of the person.
impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error().fmt(f)?;
        match self {
            Self::InvalidEvent { event, state } => write!(f, ": {event} while {state}"),
            Self::MissingData { items } => {
                for (place, item) in items.iter().enumerate() {
                    f.write_str(if place > 0 { ", " } else { ": " })?;
                    item.fmt(f)?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

impl core::error::Error for Rejection {}

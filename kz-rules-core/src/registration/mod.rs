//! The registration of an immigrant (legal model, section 7): the case from arrival to
//! registration, and the copy of the certificate.

mod bytes;
mod case;
mod certificate;
#[cfg(feature = "qr")]
mod qr;

pub use bytes::CASE_BYTES;
pub use case::{
    Arrival, Case, CaseDay, Event, HISTORY_MAX, MAX_CASE_BASIS, PastEvent, Registered, Rejection,
};
pub use certificate::{Certificate, CertificateData, CertificateError, CertificateField, TooSmall};
#[cfg(feature = "qr")]
pub use qr::{QR_BUFFER, QR_BUFFER_MAX, Qr, qr_encode};

use crate::closed_set::closed_set;
use crate::law::Provision;
use crate::refusal::{Cure, Refusal};
use crate::set::{Set, bit};

closed_set! {
    /// What can happen to a registration case.
    pub enum EventKind {
        /// The immigrant submits the data and the place of stay.
        Submit = 1, "submit";
        /// Who provides the place confirms.
        HostConfirms = 2, "host_confirms";
        /// Who provides the place refuses.
        HostDeclines = 3, "host_declines";
        /// The data submitted are found untrue.
        DataFoundFalse = 4, "data_found_false";
        /// The address changes.
        Move = 5, "move";
    }
}

closed_set! {
    /// Where a registration case stands.
    pub enum CaseState {
        /// Nothing is submitted, and nothing was ever confirmed.
        New = 1, "new";
        /// Submitted; who provides the place is to answer.
        AwaitingHost = 2, "awaiting_host";
        /// The last submission is confirmed.
        Registered = 3, "registered";
        /// The last submission is refused.
        Refused = 4, "refused";
        /// The address changed after a registration, which stands until a new one is confirmed.
        Moved = 5, "moved";
    }
}

closed_set! {
    /// Why a submission is refused.
    pub enum CaseRefusal {
        /// The allowed stay is over.
        StayExceeded = 1, "stay_exceeded";
        /// Who provides the place refuses.
        HostDeclined = 2, "host_declined";
        /// The data are untrue.
        FalseData = 3, "false_data";
    }
}

closed_set! {
    /// What a submission states of a person (R923-DATA).
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

closed_set! {
    /// Where an immigrant can be registered (R923-PLACES).
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

impl EventKind {
    /// The states from which the event is possible.
    #[must_use]
    pub const fn possible_from(self) -> Set<CaseState> {
        use CaseState::{AwaitingHost, Moved, New, Refused, Registered};
        match self {
            Self::Submit => states(&[New, Refused, Moved, AwaitingHost]),
            Self::HostConfirms | Self::HostDeclines | Self::DataFoundFalse => {
                states(&[AwaitingHost])
            }
            Self::Move => states(&[New, AwaitingHost, Registered, Refused, Moved]),
        }
    }
}

const fn states(of: &[CaseState]) -> Set<CaseState> {
    let mut bits = 0;
    let mut left = of;
    while let [state, rest @ ..] = left {
        bits |= bit(state.code());
        left = rest;
    }
    Set::from_bits(bits)
}

impl CaseRefusal {
    /// The ground, and what may cure it.
    #[must_use]
    pub const fn refusal(self) -> Refusal {
        let (ground, inferred_cure) = match self {
            Self::FalseData => (Provision::R923Refusal1, Some(Cure::SubmitTrueData)),
            Self::StayExceeded => (Provision::R923Refusal2, None),
            Self::HostDeclined => (Provision::R923Refusal3, Some(Cure::AnotherPlaceOrConsent)),
        };
        Refusal {
            ground,
            inferred_cure,
        }
    }

    /// The provision that lets the registration be refused.
    #[must_use]
    pub const fn provision(self) -> Provision {
        self.refusal().ground
    }
}

impl DataItem {
    /// What a submission that states these items still lacks: all but the patronymic is required.
    #[must_use]
    pub const fn missing_from(stated: Set<Self>) -> Set<Self> {
        let required = ALL_ITEMS & !bit(Self::Patronymic.code());
        Set::from_bits(required & !stated.bits())
    }
}

/// One bit for each of the seven items.
const ALL_ITEMS: u16 = 0x7F;

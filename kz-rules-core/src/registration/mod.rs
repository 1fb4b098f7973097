//! The registration of an immigrant (legal model, section 7): the case from arrival to departure, the
//! grounds for refusal, and the copy of the certificate.

mod arrival;
mod bytes;
mod case;
mod certificate;
mod event;
#[cfg(feature = "qr")]
mod qr;
mod reachable;
#[cfg(test)]
mod reachable_tests;
mod refusal;
mod transition;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors;

pub use arrival::Arrival;
pub use bytes::CASE_BYTES;
pub use case::{Case, CaseDay, HISTORY_MAX, Registered};
pub use certificate::{Certificate, CertificateData, CertificateError, CertificateField, TooSmall};
pub use event::{DataItem, Event, EventKind, PastEvent, PlaceOfStay, Rejection};
#[cfg(feature = "qr")]
pub use qr::{QR_BUFFER, QR_BUFFER_MAX, Qr, qr_encode};
pub use refusal::{Refusal, refusal};
pub use transition::CaseState;

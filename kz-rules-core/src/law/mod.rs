//! The law as data: the catalogue of provisions and, for each edition, a table of rules.

mod announced;
pub(crate) mod digest;
mod enacted;
mod milestone;
pub(crate) mod period;
mod provision;
pub(crate) mod rule;
pub(crate) mod table;

use time::Date;
use time::macros::date;

pub use milestone::Milestone;
pub use provision::{Document, Provision};

use crate::closed_set::closed_set;

/// The day up to which the encoded law is known: the date of the newest source. A fact about the
/// sources, not a warranty.
pub const LAW_KNOWN_UNTIL: Date = date!(2025 - 11 - 19);

/// The fingerprint rules start (L50-COMMENCEMENT, MIA-COMMENCEMENT).
pub(crate) const FINGERPRINTS_START: Date = date!(2024 - 01 - 01);
/// An IIN needs a personal visit from this day (L50-IIN-IN-PERSON).
pub(crate) const IIN_IN_PERSON_START: Date = date!(2024 - 02 - 24);
/// The IIN pilot starts, and is over (PILOT-PERIOD).
pub(crate) const PILOT_START: Date = date!(2024 - 04 - 13);
pub(crate) const PILOT_END: Date = date!(2025 - 01 - 01);
/// Fingerprinting for some visas is no longer suspended (L50-VISA-SUSPENSION).
pub(crate) const VISA_SUSPENSION_END: Date = date!(2025 - 07 - 01);
/// The registration rules start (R923-COMMENCEMENT).
pub(crate) const REGISTRATION_START: Date = date!(2026 - 07 - 01);

closed_set! {
    /// Which of the two conflicting sources decides (legal model, section 2).
    pub enum Edition = Enacted {
        /// The law as enacted: L50.
        Enacted = 1, "enacted";
        /// What the Ministry had announced: MIA. It never decides an answer of `enacted`.
        Announced = 2, "announced";
    }
}

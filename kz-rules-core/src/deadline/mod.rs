//! Deadlines: terms (legal model, section 7), stays without a visa, and what a law says about a
//! country's citizens (section 10).
//!
//! The words of a term can be read in two ways, so the answer is a [`Window`]: acting by its strict day
//! is in time in every reading, acting after its lenient day is late in every reading.

mod country;
mod coverage;
mod stay;
mod term;
#[cfg(test)]
mod tests;
mod treaty;
#[cfg(test)]
mod vectors;
mod window;

pub use country::{
    Country, CountryAnswer, MAX_COUNTRY_PROVISIONS, MissionKind, country, mission_in_pilot,
};
pub use stay::{LastDay, LastDayKind, Stay, StayAnswer, StayRule, StayState, count_stays, stay};
pub use term::{TermAnswer, TermOutcome, TermOutcomeKind, TermQuestion, term};
pub use treaty::{Treaty, TreatyKind};
#[cfg(test)]
pub(crate) use vectors::for_other_laws;
pub use window::{DayState, Deadline, SKIPPED_LISTED, Skipped, Window};

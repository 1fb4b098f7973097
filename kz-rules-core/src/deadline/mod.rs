//! Until when: terms, stays without a visa, and what a law says of a country's citizens (legal model,
//! sections 7 and 10).
//!
//! The words of a term can be read in two ways, so the answer is a [`Window`]: who acts by its
//! strict day is in time in every reading, who acts after its lenient day is late in every reading.

mod country;
mod coverage;
mod stay;
mod term;
mod treaty;
mod window;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors;

pub use country::{
    Country, CountryAnswer, MAX_COUNTRY_PROVISIONS, MissionKind, country, mission_in_pilot,
};
pub use stay::{LastDay, Stay, StayAnswer, StayRule, StayState, count_stays, stay};
pub use term::{TermAnswer, TermOutcome, TermQuestion, term};
pub use treaty::Treaty;
pub use window::{DayState, Deadline, SKIPPED_LISTED, Skipped, Window};

//! Until when: stays without a visa, and what a law says of a country's citizens.

mod country;
mod stay;

pub use country::{
    Country, CountryAnswer, MAX_COUNTRY_PROVISIONS, MissionKind, country, mission_in_pilot,
};
pub use stay::{LastDay, Stay, StayAnswer, StayRule, StayState, count_stays, stay};

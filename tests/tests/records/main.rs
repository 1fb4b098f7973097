//! Stored data: registration cases, certificates; and the zones of passports.

mod certificate;
mod mrz;
mod reachable;
mod registration_case;
mod registration_vectors;

//! Replaces crates that are not used.

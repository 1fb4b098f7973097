//! General rule engines, each with the table of rules compiled once. They answer obligation and basis alone.

pub mod cel;
#[cfg(feature = "zen")]
pub mod zen;

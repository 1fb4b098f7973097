//! The base of everything else: closed sets, sets, days, errors, checksums and records.

pub(crate) mod checksum;
pub(crate) mod closed_set;
pub(crate) mod day;
pub(crate) mod error;
pub(crate) mod record;
pub(crate) mod sealed;
pub(crate) mod set;
pub(crate) mod static_text;
pub(crate) mod strings;

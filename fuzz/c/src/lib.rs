//! The C interface as an archive that prints the place of a panic and aborts: for the C programs of `scripts/fuzz`.

pub use kz_rules_ffi::*;

//! The C interface in an archive that says where it panics, and aborts then: for the programs in C that `scripts/fuzz` builds.

pub use kz_rules_ffi::*;

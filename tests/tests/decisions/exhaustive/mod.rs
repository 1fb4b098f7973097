//! Small worlds, exhaustively: every case is asked of the library and of the second implementation.
//!
//! `make test` asks some of them, the same in every run, and `make verify` all.

mod assess;
mod calendar;
mod iin;
mod plan;
mod stays;
mod windows;

use std::env;

/// The distance between the cases that are asked: `whole` with `KZ_RULES_WHOLE=yes`, else `sample`. It is a prime, or 1, so
/// that each part of a case goes through all its values.
pub(super) fn stride(whole: usize, sample: usize) -> usize {
    if env::var_os("KZ_RULES_WHOLE").is_some_and(|is_whole| is_whole == "yes") {
        whole
    } else {
        sample
    }
}

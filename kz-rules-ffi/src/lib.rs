//! The C interface of kz-rules-core: convert, call, convert. It makes no decision itself.
//!
//! For C programs: the header `include/kz_rules.h` is generated from this crate. Rust programs use
//! `kz-rules-core`. A Rust crate depends on this one only to link several Rust libraries into one
//! archive for C.

#![cfg_attr(not(test), no_std)]
#![allow(non_camel_case_types)] // C's names

mod assess;
mod calendar;
mod case;
mod certificate;
mod clock;
mod columns;
mod date;
#[cfg(feature = "ed25519")]
mod ed25519;
mod explain;
mod facts;
mod hidden;
mod iin;
mod law;
#[cfg(feature = "mrz")]
mod mrz;
mod name;
mod pack;
#[cfg(feature = "panic-handler")]
mod panic;
mod pilot;
mod plan;
mod pointer;
#[cfg(feature = "qr")]
mod qr;
mod receipt;
mod refusal;
#[doc(hidden)]
pub mod status;
mod stay;
mod term;
#[cfg(any(feature = "text-kk", feature = "text-ru", feature = "text-en"))]
mod text;
mod ticket;
mod types;
mod version;

pub use assess::*;
pub use calendar::*;
pub use case::*;
pub use certificate::*;
pub use clock::*;
pub use columns::*;
pub use date::*;
#[cfg(feature = "ed25519")]
pub use ed25519::*;
pub use explain::*;
pub use facts::*;
pub use iin::*;
pub use law::*;
#[cfg(feature = "mrz")]
pub use mrz::*;
pub use name::*;
pub use pack::*;
pub use pilot::*;
pub use plan::*;
#[cfg(feature = "qr")]
pub use qr::*;
pub use receipt::*;
pub use refusal::*;
pub use status::{KZ_OK, kz_status};
pub use stay::*;
pub use term::*;
#[cfg(any(feature = "text-kk", feature = "text-ru", feature = "text-en"))]
pub use text::*;
pub use ticket::*;
pub use types::*;
pub use version::*;

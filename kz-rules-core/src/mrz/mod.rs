//! The machine-readable zone of a passport, an identity card or a visa (ICAO Doc 9303, parts 3 to 7): birth,
//! citizenship and document. Nothing else of it is kept.

mod check_digit;
mod date;
mod error;
mod layout;
mod lines;
mod nationality;
mod read;
#[cfg(test)]
mod tests;

pub use error::{MrzError, MrzExpected};
pub use layout::{MrzDocument, MrzLayout};
pub use nationality::MrzNationality;
pub use read::Mrz;

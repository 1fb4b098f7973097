//! Terms: until when a person registers, registers anew after a move, or has an IIN from a foreign
//! establishment, and until when a host notifies (legal model, section 7).
//!
//! The words of a term can be read in two ways, so the answer is a [`Window`]: who acts by its
//! strict day is in time in every reading, who acts after its lenient day is late in every reading.

mod coverage;
mod term;
mod treaty;
mod window;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors;

pub use term::{TermAnswer, TermOutcome, TermQuestion, term};
pub use treaty::Treaty;
#[cfg(test)]
pub(crate) use vectors::for_other_laws;
pub use window::{DayState, Deadline, SKIPPED_LISTED, Skipped, Window};

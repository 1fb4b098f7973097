//! The individual identification number: its form, the ways to obtain one, and the papers of the pilot
//! (legal model, section 5).

mod number;
mod pilot;
mod way;

pub use number::{Hint, Iin, Sex};
pub use pilot::{PilotPapers, pilot_papers};
pub use way::IinWay;

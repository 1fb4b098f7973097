//! kz-rules
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

mod age;
mod assess;
mod calendar;
mod clock;
mod closed_set;
mod error;
mod facts;
mod iin;
mod law;
mod region;
mod set;
mod term;
mod text;

pub use age::AgeReading;
pub use assess::{Assessment, Duties, MAX_BASIS, MAX_CAUTIONS, Outcome, Settings, assess};
pub use calendar::{Calendar, Certainty, FirstDay, Reason, Transfer, Week, Year};
pub use clock::{Zone, local_date};
pub use error::Error;
pub use facts::{
    Action, AgeBand, Answer, Birth, Fact, Facts, Location, Occasion, Standing, VisaChannel,
};
pub use iin::{Hint, Iin, Sex};
pub use law::rule::{Obligation, Rule};
pub use law::{Document, Edition, LAW_KNOWN_UNTIL, Milestone, Provision};
pub use set::{Set, Value};
pub use term::{
    Covered, DayState, Deadline, Skipped, StayRegime, Term, TermAnswer, Treaty, Window,
};
pub use text::Text;
pub use time::{self, Date, Month};

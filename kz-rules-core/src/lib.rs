//! What the law of Kazakhstan asks of the person in front of a fingerprint kiosk.

#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss
    )
)]

mod base;
mod calendar;
mod clock;
mod deadline;
mod decide;
mod facts;
mod iin;
mod law;
#[cfg(feature = "defmt")]
mod log;
mod plan;
mod records;
mod registration;
mod text;
#[cfg(test)]
mod vectors;

pub use base::day::Day;
pub use base::error::Error;
pub use base::set::{Set, Value};
pub use base::static_text::Text;
pub use calendar::{Calendar, Year, lay_out};
pub use clock::{local_date, today};
pub use deadline::*;
pub use decide::{Assessment, MAX_PASSED, Outcome, Passed, Settings, Trace, assess, explain};
#[cfg(feature = "defmt")]
#[doc(hidden)]
pub use defmt;
pub use facts::{
    Action, AgeBand, AgeReading, Answer, Birth, Fact, Facts, Location, Occasion, Standing,
    VisaChannel,
};
pub use iin::*;
pub use law::*;
pub use plan::{MAX_STEPS, Plan, PlanStep, Verdict, plan};
pub use records::{Identifier, LAW_NAME_BYTES, Receipt, Ticket, Verification, Version};
pub use registration::*;
#[doc(hidden)]
pub use text::glossary_lines;
pub use text::{Item, Language, Phrase, TextForm, Vocabulary, label, sentence};
pub use time::{self, Date, Month};

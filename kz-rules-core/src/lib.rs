//! What the law of Kazakhstan asks of the person in front of a fingerprint kiosk: exact, explained,
//! and small enough for a Cortex-M0.
//!
//! # What it does
//!
//! | question | answer |
//! |---|---|
//! | Must this person be fingerprinted? | [`assess`]: the obligation, its provisions, until when it holds, or what to ask next |
//! | By which steps does this person get the document? | [`plan`]: the steps, or what blocks them, or what to ask next |
//! | Until when must an immigrant register? | [`Term::registration`], [`Term::move_`]: a [`Window`] |
//! | When is the IIN ready? | [`Term::iin_at_mission`] |
//! | Where does an immigrant's registration stand? | [`Case`] |
//! | What does the certificate say? | [`Certificate`] |
//! | Is this a working day? | [`Calendar`] |
//! | Is this an IIN? | [`Iin::parse`] |
//! | Which day is it? | [`local_date`] |
//! | Why this answer, and no other row of the law? | [`explain`] |
//! | Where can an IIN be obtained, with which papers? | [`IinWay`], [`PilotPapers`], [`mission_in_pilot`] |
//! | What if it is refused? | [`Refusal`] |
//! | What goes to the scanner, and what into the audit log? | [`Ticket`], [`Receipt`] |
//! | When does the law change? | [`Milestone::after`] |
//! | Where does it say so? | [`Provision`] |
//! | How is that said to a person? | [`label`], [`sentence`], in a [`Language`] of the build |
//!
//! Every fact may be unknown. The answer then covers every way in which the unknown may turn out, and
//! nothing else.
//!
//! # What it does not do
//!
//! It gives no legal advice: it says what its sources say, up to [`LAW_KNOWN_UNTIL`], and names them.
//! It does not decide by an IIN. It does not allocate, block, lock, read a clock or keep state, and it
//! cannot panic: every input gets an answer or an [`Error`].
//!
//! # Example
//!
//! ```
//! use kz_rules_core::{
//!     Action, Date, Fact, Facts, Month, Obligation, Occasion, Outcome, Settings, Standing, assess,
//! };
//!
//! let today = Date::from_calendar_date(2026, Month::November, 22)?;
//! let facts = Facts::default()
//!     .standing(Standing::Foreigner)
//!     .born(Date::from_calendar_date(1990, Month::May, 17)?)
//!     .occasion(Occasion::Visa);
//!
//! let answer = assess(today, &facts, Settings::default())?;
//! assert_eq!(answer.ask, Some(Fact::Fingerprinted));
//!
//! let facts = facts.fingerprinted(false).action(Action::FirstIssue);
//! let answer = assess(today, &facts, Settings::default())?;
//! assert_eq!(answer.outcome(), Outcome::Decided(Obligation::Mandatory));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```

#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

mod age;
mod assess;
mod assessment;
mod calendar;
mod checksum;
mod clock;
mod closed_set;
mod day;
mod error;
mod explain;
mod facts;
mod iin;
mod iin_way;
mod law;
#[cfg(feature = "defmt")]
mod log;
mod pilot;
mod plan;
mod receipt;
mod record;
mod refusal;
mod region;
mod registration;
mod set;
mod term;
mod text;
mod ticket;

pub use age::{AgeReading, Birth};
pub use assess::{Settings, assess, assess_on};
pub use assessment::{Assessment, Duties, MAX_BASIS, MAX_CAUTIONS, Outcome};
pub use calendar::{Calendar, Certainty, FirstDay, Reason, Transfer, Week, Year};
pub use clock::{Zone, local_date};
pub use day::Day;
#[cfg(feature = "defmt")]
#[doc(hidden)]
pub use defmt;
pub use error::Error;
pub use explain::{MAX_PASSED, Passed, Trace, explain};
pub use facts::{Action, AgeBand, Answer, Fact, Facts, Location, Occasion, Standing, VisaChannel};
pub use iin::{Hint, Iin, Sex};
pub use iin_way::IinWay;
pub use law::digest::RULES_DIGEST;
pub use law::rule::{Obligation, Rule};
pub use law::{Document, Edition, LAW_KNOWN_UNTIL, Milestone, Provision};
pub use pilot::{Country, MissionKind, PilotPapers, mission_in_pilot};
pub use plan::{
    Goal, MAX_PLAN_BASIS, MAX_PLAN_CAUTIONS, MAX_STEP_PROVISIONS, MAX_STEPS, Plan, PlanStep, Step,
    Verdict, plan, plan_on,
};
pub use receipt::{Receipt, Verification, Version};
pub use refusal::{Cure, Finding, Procedure, Refusal};
pub use registration::{
    Arrival, CASE_BYTES, Case, CaseDay, CaseRefusal, CaseState, Certificate, CertificateData,
    CertificateError, CertificateField, DataItem, Event, EventKind, HISTORY_MAX, MAX_CASE_BASIS,
    PastEvent, PlaceOfStay, Registered, Rejection, TooSmall,
};
#[cfg(feature = "qr")]
pub use registration::{QR_BUFFER, QR_BUFFER_MAX, Qr, qr_encode};
pub use set::{Set, Value};
pub use term::{
    Covered, DayState, Deadline, Skipped, StayRegime, Term, TermAnswer, Treaty, Window,
};
#[doc(hidden)]
pub use text::glossary_lines;
pub use text::{Item, Language, Phrase, Text, TextForm, Vocabulary, label, sentence, text_of};
pub use ticket::{Identifier, Ticket};
pub use time::{self, Date, Month};

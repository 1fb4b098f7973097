//! What the law of Kazakhstan asks of the person in front of a fingerprint kiosk: exact, explained,
//! and small enough for a Cortex-M0.
//!
//! # What it does
//!
//! Each question is a method of a [`Law`]. A function of the same name asks [`Law::BUILT_IN`], the law that the
//! library is built with: `law/kazakhstan.md`.
//!
//! | question | answer |
//! |---|---|
//! | Must this person be fingerprinted? | [`Law::assess`]: the obligation, its provisions, until when; or what to ask next |
//! | By which steps does this person get the document, or an IIN? | [`Law::plan`]: the steps, or what blocks them, or what to ask next |
//! | Until when must an immigrant register, or a host notify? | [`Law::term`]: a [`Window`] |
//! | How long may a person stay without a visa? | [`stay()`], [`Law::country`] |
//! | Where does an immigrant's registration stand? | [`Case`] |
//! | What does the certificate say? | [`Certificate`] |
//! | Is this a working day? | [`Law::calendar`] |
//! | Is this an IIN? | [`Iin::parse`] |
//! | What does a passport's machine-readable zone say? | `Mrz::read`, with the feature `mrz` |
//! | Which day is it? | [`Law::today`], [`Law::local_date`] |
//! | Why this answer and not another? | [`Law::explain`] |
//! | Where can an IIN be obtained, with which papers? | [`Law::iin_ways`], [`Law::pilot_papers`] |
//! | What if it is refused? | [`Law::refusal`] |
//! | What goes to the scanner, and what into the audit log? | [`Law::issue_ticket`], [`Law::issue_receipt`] |
//! | When does the law change? | [`Law::milestone_after`] |
//! | Where does the law say so? | [`Law::provision`] |
//! | How does a device get another law? | [`Law::open`], [`Law::self_test`], [`choose`] |
//! | How is an answer put into words? | [`Law::text`], [`label()`], [`sentence()`], in a [`Language`] of the build |
//!
//! Every fact may be unknown. The answer then covers all values that the fact may still have, and nothing else.
//!
//! # What it does not do
//!
//! It gives no legal advice: it states what its law says, names the provisions, and marks for each answer whether the law is known or
//! assumed on that day. It never decides by the digits of an IIN. It does not allocate, block, lock, read a clock or keep state, and it
//! does not panic: every input gets an answer or an [`Error`]. (The linker proves it for the C interface, except for the drawing of QR
//! codes and the verifying of signatures. Only [`day`] and [`moment`], for days written in code, panic.)
//!
//! # Example
//!
//! ```
//! use kz_rules_core::{
//!     Action, Fact, Facts, Obligation, Occasion, Outcome, Settings, Standing, assess, day,
//! };
//!
//! let today = day(2026, 11, 22);
//! let facts = Facts::default()
//!     .standing(Standing::Foreigner)
//!     .born(day(1990, 5, 17))
//!     .occasion(Occasion::Visa);
//!
//! let answer = assess(today, &facts, Settings::default())?;
//! assert_eq!(answer.ask, Some(Fact::Fingerprinted));
//!
//! let facts = facts.fingerprinted(false).action(Action::FirstIssue);
//! let answer = assess(today, &facts, Settings::default())?;
//! assert_eq!(answer.outcome(), Outcome::Decided(Obligation::Mandatory));
//! # Ok::<(), kz_rules_core::Error>(())
//! ```
//!
//! # Map
//!
//! | subject | types |
//! |---|---|
//! | what is known of a person | [`Facts`]; each [`Fact`] with its values, as [`Occasion`]; [`Birth`]; [`Set`] for possible values |
//! | what decides | [`Law`], [`Edition`], [`Settings`] |
//! | obligation | [`Assessment`], [`Outcome`]; of many persons at once [`FactColumns`], [`AnswerColumns`] |
//! | way to a document | [`Plan`], [`PlanStep`], [`Verdict`] |
//! | deadlines | [`TermQuestion`], [`TermAnswer`], [`Window`]; [`StayRule`], [`Stay`], [`StayAnswer`]; [`Country`] |
//! | days | [`Day`], with [`day()`] for literals; [`Date`] and [`time`] where a program has them; [`Calendar`] |
//! | registration | [`Arrival`], [`Case`], [`Event`], [`Certificate`] |
//! | records | [`Ticket`], [`Receipt`] |
//! | passports | `Mrz`, `MrzError`, with the feature `mrz` |
//! | errors | [`Error`], [`PackError`], [`ColumnsError`], [`RowError`], [`Rejection`], [`ParseError`], [`UnknownCode`] |
//!
//! A value of a closed set is parsed from the legal model's word (`"visa".parse::<Occasion>()`), converted from its number
//! (`Occasion::try_from(11)`), and displayed as that word; an [`Error`] is displayed as a sentence. A `match` may list all values of a
//! closed set; only [`Error`] may get more.
//!
//! # Features
//!
//! None is on by default.
//!
//! | feature | what it brings |
//! |---|---|
//! | `text-kk`, `text-ru`, `text-en` | the texts in Kazakh, Russian and English: [`label()`], [`sentence()`], [`Law::text`] |
//! | `serde` | serializes questions and answers, and deserializes questions, as JSON, CBOR and the like; both hold personal data |
//! | `mrz` | reads the machine-readable zones of passports, identity cards and visas: `Mrz` |
//! | `qr` | draws QR codes: [`Certificate`]s for a scanner |
//! | `defmt` | writes every public type into logs, without personal data |

#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![deny(clippy::exhaustive_enums)]
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
mod hidden;
mod iin;
mod law;
#[cfg(feature = "defmt")]
mod log;
#[cfg(feature = "mrz")]
mod mrz;
mod pack;
mod plan;
mod records;
mod registration;
#[cfg(feature = "serde")]
mod serialized;
mod text;
#[cfg(test)]
mod vectors;

pub use base::day::Day;
pub use base::error::{Error, ParseError, UnknownCode};
pub use base::set::{Set, SetIter, Value};
pub use base::static_text::Text;
pub use calendar::{Calendar, Year, lay_out};
pub use clock::{local_date, today};
pub use deadline::*;
pub use decide::{
    AnswerColumns, Assessment, ColumnsError, FactColumns, HOLDS_FOREVER, MAX_PASSED, Outcome,
    OutcomeKind, Passed, RowError, Settings, Trace, assess, explain,
};
#[cfg(feature = "defmt")]
#[doc(hidden)]
pub use defmt;
pub use facts::{
    Action, AgeBand, AgeReading, Answer, Birth, BirthPrecision, Fact, Facts, Location, Occasion,
    Standing, VisaChannel,
};
pub use iin::*;
pub use law::*;
#[cfg(feature = "mrz")]
pub use mrz::*;
pub use pack::{
    AtLeast, Choice, KEPT_BYTES, PACK_FORMAT, PACK_MARK, PACK_SIGNATURE_BYTES, PACK_VOCABULARY,
    PackError, PackSection, choose, keep, kept,
};
pub use plan::{MAX_STEPS, Plan, PlanStep, Verdict, plan};
pub use records::{Identifier, LAW_NAME_BYTES, Receipt, Ticket, Verification, Version};
pub use registration::*;
#[doc(hidden)]
pub use text::glossary_lines;
pub use text::{Item, Language, TextForm, Vocabulary, label, sentence};
pub use time::{self, Date, Month};

//! The law compiler: reads a law page (`docs/law-document.md`), reports everything wrong with it, and shows what
//! follows from it. It opens no file and prints nothing: text comes in, a [`Law`] or [`Diagnostic`]s come out.

pub mod calendar;
pub mod careful;
pub mod cases;
pub mod check;
pub mod condition;
pub mod constants;
pub mod coverage;
pub mod day;
pub mod decompile;
pub mod diagnostic;
pub mod diff;
pub mod explore;
pub mod finding;
pub mod format;
pub mod list;
pub mod model;
pub mod pack;
pub mod page;
pub mod person;
pub mod plan;
pub mod population;
pub mod read;
pub mod region;
pub mod rows;
pub mod section;
pub mod table;
pub mod texts;
pub mod vocabulary;

pub use check::{Checked, check, compile};
pub use day::{Day, Days, Moment, YearDay};
pub use diagnostic::{Diagnostic, Kind, Severity, Span};
pub use kz_rules_core::capacity;
pub use model::Law;
pub use page::{Page, decode};
pub use read::{Reading, read};
pub use region::{Axis, Region};
pub use rows::OwnedLaw;
pub use section::Section;
pub use vocabulary::Word;

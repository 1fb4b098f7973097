//! The shared code of the tests of kz-rules.

pub mod abi;
pub mod both;
pub mod case_table;
pub mod changes;
pub mod days;
pub mod glossary;
pub mod glossary_page;
pub mod hostile;
pub mod interface;
pub mod laws;
pub mod ministry;
pub mod packs;
pub mod parallel;
pub mod random;
pub mod readme;
pub mod registration;
pub mod rust_api;
pub mod scenarios;
pub mod slow_pack;
pub mod tools;
pub mod traceability;
pub mod vectors;
pub mod zones;

/// The Rust example of the README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

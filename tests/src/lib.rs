//! What the tests of kz-rules share.

pub mod abi;
pub mod naive;
pub mod rust_api;
pub mod tools;
pub mod vectors;

/// The Rust example of the README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

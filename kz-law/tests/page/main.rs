//! The compiler on whole pages: what it reads, what it says of a page, and what it prints.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    unreachable_pub
)]

mod broken;
mod built_in;
mod cases;
mod common;
mod diff;
mod laws;
mod manual;
mod mutations;
mod pack;
mod pack_program;
mod program;
mod room;
mod texts;
mod vectors;

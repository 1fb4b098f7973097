//! Decisions: compares the library with the vectors, the scenarios and the second implementation.

mod columns;
mod differential;
mod exhaustive;
mod explanation;
mod flipped;
mod pack_rows;
mod packs;
mod persons;
mod scenarios;
mod sets;
mod vectors;
mod witnesses;

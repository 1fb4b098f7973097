//! What is decided: the library against the vectors, the scenarios and the second implementation.

mod columns;
mod differential;
mod exhaustive;
mod exhaustive_plan;
mod explanation;
mod packs;
mod scenarios;
mod sets;
mod vectors;
mod witnesses;

//! What is decided: the library against the vectors, the scenarios and the second implementation.

mod differential;
mod exhaustive;
mod exhaustive_plan;
mod explanation;
mod scenarios;
mod sets;
mod vectors;

//! Stands for crates of which nothing is used.

//! The code of the README.

use std::fs;
use std::path::{Path, PathBuf};

use crate::tools::read;

/// The first block of code in this language after a place in the text: the code, and the place
/// behind it.
fn block<'a>(text: &'a str, language: &str) -> (&'a str, &'a str) {
    let opening = format!("\n```{language}\n");
    let (_, rest) = text
        .split_once(&opening)
        .unwrap_or_else(|| panic!("the README has no {language} block"));
    rest.split_once("\n```\n").expect("the block ends")
}

/// The example in Rust.
///
/// # Panics
///
/// If there is none.
pub fn rust_example() -> String {
    block(&read("README.md"), "rust").0.to_owned()
}

/// Writes the example in C into a folder: its path, and what the README says that it prints.
///
/// # Panics
///
/// If there is none, or it cannot be written.
pub fn c_example(folder: &Path) -> (PathBuf, String) {
    let readme = read("README.md");
    let (example, rest) = block(&readme, "c");
    let (expected, _) = block(rest, "text");
    let source = folder.join("example.c");
    fs::write(&source, format!("{example}\n")).expect("the folder can be written to");
    (source, format!("{expected}\n"))
}

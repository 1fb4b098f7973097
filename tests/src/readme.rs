//! The code of the README.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::{feed, read, shown};

/// The first block of code in this language after a place in the text: the code, and the text after it.
fn block<'a>(text: &'a str, language: &str) -> (&'a str, &'a str) {
    let opening = format!("\n```{language}\n");
    let (_, rest) = text
        .split_once(&opening)
        .unwrap_or_else(|| panic!("the README has no {language} block"));
    rest.split_once("\n```\n").expect("the block ends")
}

/// The example in Rust, and the output that the README gives.
///
/// # Panics
///
/// If there is none in the README.
pub fn rust_example() -> (String, String) {
    let readme = read("README.md");
    let (example, rest) = block(&readme, "rust");
    let (expected, _) = block(rest, "text");
    (format!("{example}\n"), format!("{expected}\n"))
}

/// Writes the example in C into a folder: its path, and the output that the README gives for [`run_c_example`].
///
/// # Panics
///
/// If there is none, or it cannot be written.
pub fn c_example(folder: &Path) -> (PathBuf, String) {
    let readme = read("README.md");
    let (example, rest) = block(&readme, "c");
    let (expected, _) = block(rest, "text");
    assert_eq!(
        format!("{example}\n"),
        read("examples/minimal/ask.c"),
        "the README shows the minimal example"
    );
    let source = folder.join("example.c");
    fs::write(&source, format!("{example}\n")).expect("the folder can be written to");
    (source, format!("{expected}\n"))
}

/// The example in C++, and the output that the README gives.
///
/// # Panics
///
/// If there is none in the README.
pub fn cpp_example() -> (String, String) {
    let readme = read("README.md");
    let (example, rest) = block(&readme, "cpp");
    let (expected, _) = block(rest, "text");
    (format!("{example}\n"), format!("{expected}\n"))
}

/// Runs the example in C with the answers of the README; returns its output.
///
/// # Panics
///
/// If the README does not run it, or it fails.
pub fn run_c_example(program: &mut Command) -> String {
    run_example("ask", program)
}

/// Runs a program that the README runs as this file below `target`, with the README's answers; returns its output.
///
/// # Panics
///
/// If the README does not run it, or it fails.
pub fn run_example(name: &str, program: &mut Command) -> String {
    let readme = read("README.md");
    let end = format!(" | target/{name}");
    let line = readme.lines().find_map(|line| {
        let line = line.strip_prefix("printf '%s\\n' ")?;
        line.strip_suffix(&end)
    });
    let answers = line
        .expect("the README runs the example")
        .replace(' ', "\n")
        + "\n";
    let output = feed(program, answers.as_bytes());
    assert!(output.status.success(), "{}", shown(&output));
    String::from_utf8(output.stdout).expect("UTF-8")
}

//! The C example of the README: it compiles without a warning, and prints what the README says.
//! (The Rust example is a documentation test of this package.)

use std::fs;
use std::process::Command;

use kz_rules_tests::tools::{archive, folder, has, read, root, succeed};

/// The first block of code in this language after a place in the text: the code, and the place
/// behind it.
fn block<'a>(text: &'a str, language: &str) -> (&'a str, &'a str) {
    let opening = format!("\n```{language}\n");
    let (_, rest) = text
        .split_once(&opening)
        .unwrap_or_else(|| panic!("the README has no {language} block"));
    rest.split_once("\n```\n").expect("the block ends")
}

#[test]
fn the_c_example_prints_what_the_readme_says() {
    let readme = read("README.md");
    let (example, rest) = block(&readme, "c");
    let (expected, _) = block(rest, "text");
    if !has("gcc") {
        return;
    }
    let folder = folder("readme");
    let (source, program) = (folder.join("example.c"), folder.join("example"));
    fs::write(&source, format!("{example}\n")).unwrap();
    let mut gcc = Command::new("gcc");
    gcc.args([
        "-std=c99",
        "-Wall",
        "-Wextra",
        "-Wpedantic",
        "-Wconversion",
        "-Werror",
    ]);
    gcc.arg("-I")
        .arg(root().join("include"))
        .arg(&source)
        .arg(archive())
        .arg("-o")
        .arg(&program);
    succeed(&mut gcc);
    assert_eq!(succeed(&mut Command::new(program)), format!("{expected}\n"));
}

#[test]
fn there_is_a_rust_example() {
    assert!(
        block(&read("README.md"), "rust")
            .0
            .contains("use kz_rules_core::")
    );
}

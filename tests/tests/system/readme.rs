//! The C example of the README: it compiles without a warning, and prints what the README says.
//! (The Rust example is a documentation test of this package.)

use std::process::Command;

use kz_rules_tests::readme::{c_example, rust_example};
use kz_rules_tests::tools::{archive, folder, has, root, succeed};

#[test]
fn the_c_example_prints_what_the_readme_says() {
    if !has("gcc") {
        return;
    }
    let folder = folder("readme");
    let (source, expected) = c_example(&folder);
    let program = folder.join("example");
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
    assert_eq!(succeed(&mut Command::new(program)), expected);
}

#[test]
fn there_is_a_rust_example() {
    assert!(rust_example().contains("use kz_rules_core::"));
}

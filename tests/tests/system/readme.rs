//! The C example of the README: it compiles without a warning, and prints what the README says.
//! (The Rust example is a documentation test of this package.)

use std::path::Path;
use std::process::Command;

use kz_rules_tests::readme::{c_example, run_c_example, rust_example};
use kz_rules_tests::tools::{archive, folder, has, root, succeed};

#[test]
fn the_c_example_prints_what_the_readme_says() {
    if !has("gcc") {
        return;
    }
    let folder = folder("readme");
    let (source, expected) = c_example(&folder);
    assert_eq!(printed(&source, &folder.join("example")), expected);
}

/// What the example prints, compiled without a warning.
fn printed(source: &Path, program: &Path) -> String {
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
        .arg(source)
        .arg(archive())
        .arg("-o")
        .arg(program);
    succeed(&mut gcc);
    run_c_example(&mut Command::new(program))
}

#[test]
fn there_is_a_rust_example() {
    assert!(rust_example().contains("use kz_rules_core::"));
}

//! The examples of the README, in C and in Rust: they compile as a newcomer would compile them, and print what the README says.

use std::fs;
use std::path::Path;
use std::process::Command;

use kz_rules_tests::readme::{c_example, run_c_example, rust_example};
use kz_rules_tests::tools::{archive, folder, has, read, root, succeed};

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

/// In a folder of its own, outside of this workspace, with the commands of the README.
#[test]
fn the_rust_example_prints_what_the_readme_says_in_an_empty_folder() {
    let readme = read("README.md");
    for line in [
        "cargo init --name visitor",
        "cargo add kz-rules-core --path ../kz-rules/kz-rules-core",
    ] {
        assert!(readme.contains(line), "the README no longer says {line}");
    }
    let (example, expected) = rust_example();
    let visitor = std::env::temp_dir().join(format!("kz-rules-visitor-{}", std::process::id()));
    fs::create_dir_all(&visitor).expect("temporary files can be written");
    let cargo = |arguments: &[&str]| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(&visitor).args(arguments);
        // What the workspace has fetched is enough.
        cargo
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TARGET_DIR", root().join("target/downstream"));
        succeed(&mut cargo)
    };
    cargo(&["init", "--quiet", "--vcs", "none", "--name", "visitor"]);
    let library = root().join("kz-rules-core");
    cargo(&[
        "add",
        "--quiet",
        "kz-rules-core",
        "--path",
        library.to_str().expect("a path in UTF-8"),
    ]);
    fs::write(visitor.join("src/main.rs"), example).expect("the folder is ours");
    let printed = cargo(&["run", "--quiet"]);
    fs::remove_dir_all(&visitor).expect("the folder is ours");
    assert_eq!(printed, expected);
}

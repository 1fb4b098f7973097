//! The examples of the README, in C, in C++ and in Rust: they compile as a newcomer would compile them, and print what the README says.

use std::fs;
use std::path::Path;
use std::process::Command;

use kz_rules_tests::readme::{c_example, cpp_example, run_c_example, run_example, rust_example};
use kz_rules_tests::tools::{archive, feed, folder, has, read, root, succeed};

#[test]
fn the_c_example_prints_what_the_readme_says() {
    if !has("gcc") {
        return;
    }
    let folder = folder("readme");
    let (source, expected) = c_example(&folder);
    assert_eq!(printed(&source, &folder.join("example")), expected);
}

/// The output of the example, compiled without a warning.
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

/// A program in C++ as the README compiles it, and without a warning.
fn in_cpp(source: &Path, program: &Path) -> Command {
    let mut compiler = Command::new("g++");
    compiler.args(["-std=c++17", "-Wall", "-Wextra", "-Wpedantic"]);
    compiler.args(["-Wconversion", "-Wold-style-cast", "-Werror", "-I"]);
    compiler.arg(root().join("include")).arg(source);
    succeed(compiler.arg(archive()).arg("-o").arg(program));
    Command::new(program)
}

#[test]
fn the_cpp_example_prints_what_the_readme_says() {
    if !has("g++") {
        return;
    }
    let folder = folder("readme-cpp");
    let (example, expected) = cpp_example();
    let source = folder.join("visitor.cpp");
    fs::write(&source, example).expect("the folder is ours");
    let printed = succeed(&mut in_cpp(&source, &folder.join("visitor")));
    assert_eq!(printed, expected);
}

/// Answers of persons; the first gives none.
const ANSWERS: [&str; 4] = ["", "4 2 1990 2 1", "11 2 ? 2 1 4 1", "12 1 2015 1 2 3 4 5"];

#[test]
fn the_minimal_example_prints_in_cpp_what_it_prints_in_c() {
    if !has("gcc") || !has("g++") {
        return;
    }
    let folder = folder("readme-ask");
    let (source, expected) = c_example(&folder);
    let c = folder.join("ask-c");
    assert_eq!(printed(&source, &c), expected);
    let source = root().join("examples/minimal/ask.cpp");
    let mut cpp = in_cpp(&source, &folder.join("ask-cpp"));
    assert_eq!(run_c_example(&mut cpp), expected);
    for answers in ANSWERS {
        let answers = answers.replace(' ', "\n");
        let answers = answers.as_bytes();
        let said = feed(&mut Command::new(&c), answers);
        assert_eq!(feed(&mut cpp, answers), said);
    }
}

#[test]
fn a_visit_in_cpp_runs_from_the_first_question_to_the_ticket() {
    if !has("g++") {
        return;
    }
    let source = root().join("examples/minimal/visit.cpp");
    let mut visit = in_cpp(&source, &folder("readme-visit").join("visit"));
    assert_eq!(
        run_example("visit", &mut visit),
        read("tests/cpp/visit.txt")
    );
    for (input, said) in [("", "error: bad_on\n"), ("2026-02-30\n", "error: bad_on\n")] {
        let output = feed(&mut visit, input.as_bytes());
        assert_eq!(String::from_utf8_lossy(&output.stdout), said);
        assert_eq!(output.status.code(), Some(1));
    }
}

/// In a separate folder outside this workspace, with the commands of the README.
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
        // The crates that the workspace has fetched are enough.
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

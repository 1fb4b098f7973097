//! The commands: each target of the Makefile is run by `make test`, cargo builds what Cargo.lock names, and nothing of the
//! user's is removed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use kz_rules_tests::tools::{read, root, run, shown, skip, succeed};

/// Targets that a test runs, and its file.
const RUN_BY_A_TEST: [(&str, &str); 8] = [
    ("dist", "tests/tests/system/dist.rs"),
    ("docs", "tests/tests/system/commands.rs"),
    ("header", "tests/tests/system/commands.rs"),
    ("help", "tests/tests/system/commands.rs"),
    ("install", "tests/src/tools.rs"),
    ("law", "tests/tests/system/commands.rs"),
    ("uninstall", "tests/tests/system/install.rs"),
    ("vendor", "tests/tests/system/vendor.rs"),
];

/// Targets that nothing runs, and why.
const NOT_RUN: [(&str, &str); 17] = [
    (
        "calendars",
        "it installs the libraries of two languages to compare with: it is in `make verify`",
    ),
    (
        "explorer",
        "compiling for wasm takes minutes: `explorer-test` builds the same, and is in `make verify`",
    ),
    (
        "explorer-test",
        "compiling for wasm takes minutes, and it installs a browser: it is in `make verify`",
    ),
    (
        "first-answer",
        "it builds all of it once more in a fresh clone: it is in `make verify`",
    ),
    (
        "fuzz",
        "building all of it anew, with its edges counted, takes minutes: it is in `make verify`",
    ),
    (
        "licences",
        "building cargo-deny takes minutes: it is in `make verify`",
    ),
    (
        "mutants",
        "it builds and tests the code more than a thousand times, for hours: it is in `make verify`",
    ),
    (
        "package",
        "it builds and tests each crate anew: it is in `make verify`",
    ),
    (
        "prove-law",
        "it installs a solver, and proves for minutes: it is in `make verify`",
    ),
    (
        "python",
        "compiling Arrow and PyO3 takes minutes: `python-test` builds the same, and is in `make verify`",
    ),
    (
        "python-bench",
        "what it measures is of no use on a busy machine; it compares the answers of `python-test` again",
    ),
    (
        "python-test",
        "compiling Arrow and PyO3 takes minutes, and it installs packages: it is in `make verify`",
    ),
    (
        "register",
        "it installs Spark, and waits for its workers for minutes: it is in `make verify`",
    ),
    (
        "stack-renew",
        "what `make stack` and `make header` do, and it writes: by another compiler other figures",
    ),
    ("check", "a part of it"),
    ("test", "it is that"),
    ("verify", "it is a part of that"),
];

/// The targets of the Makefile.
fn targets() -> BTreeSet<String> {
    let makefile = read("Makefile");
    let lines = makefile
        .lines()
        .filter(|line| !line.starts_with('\t') && line.contains("## "));
    let names = lines.filter_map(|line| line.split_once(':'));
    names.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn make_test_runs_every_target() {
    let script = read("scripts/test");
    // Targets that only `make verify` runs do not count.
    let (before, rest) = script
        .split_once("\nif [ \"$mode\" = verify ]; then\n")
        .expect("a part for verify alone");
    let (_, after) = rest.split_once("\nfi\n").expect("its end");
    let calls = before.lines().chain(after.lines());
    let calls = calls.filter_map(|line| Some(line.split_once("$make ")?.1));
    let mut run: BTreeSet<String> = calls
        .flat_map(str::split_whitespace)
        .filter(|word| !word.contains('='))
        .map(str::to_owned)
        .collect();
    for (target, file) in RUN_BY_A_TEST {
        let test = read(file);
        assert!(
            test.contains(&format!("\"{target}\"")) && test.contains("Command::new(\"make\")"),
            "{file} does not run `make {target}`"
        );
    }
    for (target, _) in RUN_BY_A_TEST.into_iter().chain(NOT_RUN) {
        assert!(
            run.insert(target.to_owned()),
            "scripts/test does call {target}"
        );
    }
    assert_eq!(
        run,
        targets(),
        "(run by scripts/test or named here, targets of the Makefile)"
    );
}

#[test]
fn generated_files_match_the_committed_ones() {
    let mut make = Command::new("make");
    make.args(["--silent", "-C"]).arg(root());
    succeed(make.args(["law", "header", "docs", "CHECK=--check"]));
}

/// The scripts.
fn scripts() -> BTreeSet<String> {
    let entries = fs::read_dir(root().join("scripts")).expect("the scripts");
    let names = entries.map(|entry| entry.expect("a file").file_name());
    names.map(|it| it.into_string().expect("UTF-8")).collect()
}

#[test]
fn every_script_that_something_calls_exists() {
    let scripts = scripts();
    let mut files = vec!["Makefile".to_owned(), "cmake/kz-rules.cmake".to_owned()];
    files.extend(scripts.iter().map(|name| format!("scripts/{name}")));
    let mut called = BTreeSet::new();
    for file in files {
        let text = read(&file);
        let text = text.replace("in scripts/,", "");
        for (place, _) in text.match_indices("scripts/") {
            let name: String = text[place + "scripts/".len()..]
                .chars()
                .take_while(|it| it.is_ascii_lowercase() || *it == '-')
                .collect();
            assert!(scripts.contains(&name), "{file} names scripts/{name}");
            called.insert(name);
        }
    }
    assert!(called.len() > 10, "{called:?}");
}

#[test]
fn make_alone_lists_every_target_with_its_purpose() {
    let mut make = Command::new("make");
    make.args(["--silent", "-C"]).arg(root());
    let listed = succeed(&mut make);
    assert_eq!(listed, succeed(make.arg("help")), "it is the default");
    for target in targets() {
        let line = listed
            .lines()
            .find(|line| line.starts_with(&format!("  make {target} ")));
        assert!(
            line.is_some_and(|line| line.len() > 30),
            "{target}: {line:?}"
        );
    }
}

#[test]
fn rust_version_matches_the_compiler_of_ci() {
    let manifest = read("Cargo.toml");
    let mut lines = manifest.lines();
    let said = lines.find_map(|line| line.strip_prefix("rust-version = \"")?.strip_suffix('"'));
    let said = said.expect("rust-version in Cargo.toml");
    let version = succeed(Command::new("rustc").arg("--version"));
    let minor = |version: &str| -> u32 {
        let version = version.strip_prefix("1.").expect("Rust 1");
        let digits = version.split(|it: char| !it.is_ascii_digit()).next();
        digits.and_then(|it| it.parse().ok()).expect("a number")
    };
    let built = minor(version.strip_prefix("rustc ").expect("a version"));
    assert!(built >= minor(said), "{version} is older than {said}");
    if built != minor(said) {
        skip(&format!("whether Rust {said} builds it: this is {version}"));
    }
    let readme = read("README.md");
    assert!(readme.contains(&format!("You need Rust {said} or newer")));
}

/// The lines of a file that call cargo to build something, each with its continuation lines.
fn builds(file: &Path) -> Vec<String> {
    let Ok(text) = fs::read_to_string(file) else {
        return Vec::new();
    };
    let text = text.replace("\\\n", " ");
    let words = ["build", "rustc", "run", "test", "clippy", "doc"];
    let is_build = |line: &&str| {
        let code = line.trim_start();
        let comment = code.starts_with('#') || code.starts_with("echo");
        !comment
            && words.iter().any(|word| {
                line.contains(&format!("cargo {word} "))
                    || line.contains(&format!("cargo {word}\n"))
            })
    };
    text.lines().filter(is_build).map(str::to_owned).collect()
}

#[test]
fn cargo_is_called_with_locked_versions() {
    let mut files = vec![root().join("Makefile")];
    files.extend(
        scripts()
            .iter()
            .map(|name| root().join("scripts").join(name)),
    );
    let mut calls = 0;
    for file in files {
        for build in builds(&file) {
            calls += 1;
            assert!(build.contains("--locked"), "{}: {build}", file.display());
        }
    }
    assert!(calls > 10, "{calls} calls of cargo are found");
}

#[test]
fn a_file_that_cargo_does_not_report_is_an_error() {
    let mut artifact = Command::new(root().join("scripts/artifact"));
    let output = run(artifact.args(["lib.a", "echo", "{\"filenames\":[\"/nowhere/lib.a\"]}"]));
    assert!(!output.status.success());
    assert!(
        shown(&output).contains("cargo reports no lib.a"),
        "{}",
        shown(&output)
    );
    let output = run(Command::new(root().join("scripts/artifact")).args(["lib.a", "false"]));
    assert!(!output.status.success());
}

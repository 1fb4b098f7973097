//! The examples in the documentation of the Rust crates, compiled and run in a crate that depends only on kz-rules-core.
//! Cargo's own tests of documentation see every dependency of the library, which its users do not have.

use std::fs;
use std::process::Command;

use kz_rules_tests::tools::{folder, read, root, rust_sources, succeed};

/// The lines of documentation of a source, without their prefix.
fn documentation(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let line = line.trim_start();
        let text = line
            .strip_prefix("///")
            .or_else(|| line.strip_prefix("//!"))?;
        Some(text.strip_prefix(' ').unwrap_or(text))
    })
}

/// The Rust examples of a Markdown text, with their fences.
fn examples<'a>(text: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found = Vec::new();
    let mut fence: Option<bool> = None;
    for line in text {
        let info = line.strip_prefix("```");
        match (fence, info) {
            (None, Some(info)) => {
                let is_rust = matches!(info, "" | "rust" | "compile_fail" | "no_run");
                fence = Some(is_rust);
                if is_rust {
                    found.push(format!("{line}\n"));
                }
            }
            (Some(is_rust), _) => {
                if let Some(example) = found.last_mut().filter(|_| is_rust) {
                    *example += line;
                    *example += "\n";
                }
                if info == Some("") {
                    fence = None;
                }
            }
            (None, None) => {}
        }
    }
    found
}

#[test]
fn every_example_compiles_with_only_the_library() {
    let mut all = Vec::new();
    for krate in ["kz-rules-core/src", "kz-rules-ffi/src"] {
        for (_, source) in rust_sources(krate) {
            all.extend(examples(documentation(&source)));
        }
    }
    all.extend(examples(read("README.md").lines()));
    assert!(all.len() > 20, "the examples are found");

    let file = folder("examples").join("examples.md");
    fs::write(&file, all.join("\n")).expect("the folder is ours");
    let mut test = Command::new(env!("CARGO"));
    test.args(["test", "--quiet", "--doc", "--locked", "--offline"])
        .arg("--manifest-path")
        .arg(root().join("tests/downstream/Cargo.toml"))
        .arg("--target-dir")
        .arg(root().join("target/downstream"))
        .env("KZ_RULES_EXAMPLES", &file);
    let said = succeed(&mut test);
    let passed: usize = said
        .split("test result: ok. ")
        .skip(1)
        .filter_map(|result| result.split(' ').next()?.parse::<usize>().ok())
        .sum();
    assert_eq!(passed, all.len(), "{said}");
}

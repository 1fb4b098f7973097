//! The house rules: what decays if nobody checks it. Reads the files that git tracks, and prints each violation with its place.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::process::Command;

use crate::run::{Failure, wrong};

/// The most characters of a line of code, the most lines of a file, and of a function.
const WIDTH: usize = 140;
const FILE: usize = 900;
const FUNCTION: usize = 100;

/// Files that exceed the limit, each with the reason.
const LONG_FILES: [(&str, &str); 4] = [
    (
        "include/kz_rules.h",
        "generated; a C project expects one header",
    ),
    (
        "include/kz_rules.hpp",
        "generated; a C++ project expects one more header",
    ),
    (
        "kz-rules-core/src/law/row.rs",
        "the layouts of all kinds of rows, to be compared side by side",
    ),
    (
        "tests/tests/interface/abi.rs",
        "one test per C function, in the order of the header",
    ),
];

/// Functions that exceed the limit, each with the reason.
const LONG_FUNCTIONS: [(&str, &str); 9] = [
    (
        "kz-law/src/check/unique.rs",
        "one list after the other; one line each without rustfmt",
    ),
    (
        "kz-law/src/diff/rows.rs",
        "a match with a case for each section of a page",
    ),
    (
        "kz-law/src/page.rs",
        "a match with a case for each part of a page",
    ),
    (
        "kz-law/src/plan.rs",
        "the rounds of a plan in the order of the model",
    ),
    ("kz-law/src/rows.rs", "a field for each section of a page"),
    (
        "kz-rules-core/src/plan/enumeration.rs",
        "the rounds of a plan in the order of the model",
    ),
    (
        "tests/tests/decisions/packs.rs",
        "one pack, and everything that is checked in it",
    ),
    (
        "tests/tests/interface/registration_abi.rs",
        "one line for each wrong event",
    ),
    (
        "tools/src/stack.rs",
        "the program that a board runs, as text",
    ),
];

/// Prefixes of the paths of generated files, texts and tables, which may have long lines.
const NOT_WRITTEN_AS_CODE: [&str; 8] = [
    "include/",
    "kz-rules-core/src/law/built_in",
    "kz-rules-core/src/text/kk.rs",
    "kz-rules-core/src/text/ru.rs",
    "kz-rules-core/src/text/en.rs",
    "kz-law/tests/page/",
    "examples/kiosk/text/",
    "tests/vectors/",
];

/// A file that git tracks.
struct File {
    path: String,
    text: String,
}

impl File {
    fn is(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    fn is_code(&self) -> bool {
        let is_script = self.path.starts_with("scripts/");
        (is_script || self.is(&[".rs", ".c", ".h", ".cpp", ".hpp", ".py", ".cmake"]))
            && !NOT_WRITTEN_AS_CODE
                .iter()
                .any(|beginning| self.path.starts_with(beginning))
    }

    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// A rule: returns the violations in the files.
type Rule = fn(&[File]) -> Vec<String>;

const RULES: [Rule; 9] = [
    lines_are_short,
    files_are_short,
    functions_are_short,
    every_allow_has_its_reason,
    every_file_is_used,
    every_script_is_called,
    every_command_of_the_docs_exists,
    the_changelog_has_its_form,
    no_merge_is_left_undecided,
];

/// Checks all rules.
pub(crate) fn check() -> Result<(), Failure> {
    let files = tracked()?;
    let broken: Vec<String> = RULES.iter().flat_map(|rule| rule(&files)).collect();
    if broken.is_empty() {
        println!(
            "{} files, {} rules: no violations",
            files.len(),
            RULES.len()
        );
        return Ok(());
    }
    let mut text = String::new();
    for line in &broken {
        let _ = writeln!(text, "{line}");
    }
    let _ = write!(
        text,
        "{} violations of the house rules (tools/src/house.rs)",
        broken.len()
    );
    Err(Failure { status: 1, text })
}

/// The text files that git tracks; without git, those in this folder, except builds.
fn tracked() -> Result<Vec<File>, Failure> {
    let listed = Command::new("git").args(["ls-files", "-z"]).output();
    let paths: Vec<String> = match listed {
        Ok(output) if output.status.success() => {
            let paths = String::from_utf8_lossy(&output.stdout).into_owned();
            paths.split('\0').map(str::to_owned).collect()
        }
        _ => {
            let mut paths = Vec::new();
            below(std::path::Path::new("."), &mut paths).map_err(wrong)?;
            paths
        }
    };
    let read = |path: String| {
        let text = std::fs::read_to_string(&path).ok()?;
        Some(File { path, text })
    };
    Ok(paths.into_iter().filter_map(read).collect())
}

fn below(folder: &std::path::Path, paths: &mut Vec<String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() && !["target", ".git"].contains(&name.as_str()) {
            below(&path, paths)?;
        } else if path.is_file() {
            let path = path.to_string_lossy();
            paths.push(path.trim_start_matches("./").to_owned());
        }
    }
    Ok(())
}

fn lines_are_short(files: &[File]) -> Vec<String> {
    let mut wrong = Vec::new();
    for file in files.iter().filter(|file| file.is_code()) {
        for (number, line) in (1..).zip(file.text.lines()) {
            let width = line.chars().count();
            if width > WIDTH {
                wrong.push(format!(
                    "{}:{number}: {width} characters; a line has at most {WIDTH}",
                    file.path
                ));
            }
        }
    }
    wrong
}

fn files_are_short(files: &[File]) -> Vec<String> {
    let mut wrong = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.is_code() || file.path.starts_with("include/"))
    {
        let lines = file.text.lines().count();
        let is_listed = LONG_FILES.iter().any(|(path, _)| *path == file.path);
        if lines > FILE && !is_listed {
            wrong.push(format!(
                "{}: {lines} lines; a file has at most {FILE}, and one subject",
                file.path
            ));
        }
        if lines <= FILE && is_listed {
            wrong.push(format!(
                "{}: listed as long, but it is not: remove it from the list",
                file.path
            ));
        }
    }
    wrong
}

/// Whether a line of Rust begins a function.
fn is_head(line: &str) -> bool {
    let Some((qualifiers, _)) = line.split_once("fn ") else {
        return false;
    };
    let known = [
        "pub",
        "pub(crate)",
        "pub(super)",
        "const",
        "unsafe",
        "extern",
        "\"C\"",
        "async",
    ];
    qualifiers
        .split_whitespace()
        .all(|word| known.contains(&word))
        && !line.ends_with(';')
}

/// The functions of a formatted file: number of the first line, name, and how many lines.
fn functions(file: &File) -> Vec<(usize, String, usize)> {
    let lines: Vec<&str> = file.text.lines().collect();
    let is_rust = file.is(&[".rs"]);
    let mut found = Vec::new();
    for (first, line) in lines.iter().enumerate() {
        let body = line.trim_start();
        let indentation = &line[..line.len() - body.len()];
        let begins = if is_rust {
            is_head(body)
        } else {
            // The brace of a C function stands alone on the left.
            *line == "{" && first > 0
        };
        let closing = format!("{indentation}}}");
        let last = lines[first..].iter().position(|line| *line == closing);
        if let (true, Some(length)) = (begins, last) {
            let named = if is_rust { body } else { lines[first - 1] };
            let named = named.split_once("fn ").map_or(named, |(_, named)| named);
            let name = named.split(['(', '<']).next().unwrap_or(named);
            let name = name.rsplit([' ', '*']).next().unwrap_or(name);
            found.push((first + 1, name.to_owned(), length + 1));
        }
    }
    found
}

fn functions_are_short(files: &[File]) -> Vec<String> {
    let mut wrong = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.is_code() && file.is(&[".rs", ".c"]))
    {
        for (line, name, length) in functions(file) {
            let is_listed = LONG_FUNCTIONS.iter().any(|(path, _)| *path == file.path);
            if length > FUNCTION && !is_listed {
                wrong.push(format!(
                    "{}:{line}: {name} has {length} lines; a function has at most {FUNCTION}",
                    file.path
                ));
            }
        }
    }
    wrong
}

/// The reason is an argument, or a comment after the attribute or on the line above it.
fn every_allow_has_its_reason(files: &[File]) -> Vec<String> {
    let mut wrong = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.is(&[".rs"]) && !file.path.starts_with("tools/src/house.rs"))
    {
        let lines: Vec<&str> = file.text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let body = line.trim_start();
            if !(body.starts_with("#[allow(") || body.starts_with("#![allow(")) {
                continue;
            }
            let end = lines[at..]
                .iter()
                .position(|line| line.contains(")]"))
                .unwrap_or(0);
            let attribute = lines[at..=at + end].join("\n");
            let above = at
                .checked_sub(1)
                .and_then(|above| lines.get(above))
                .map_or("", |line| line.trim_start());
            if !attribute.contains("//")
                && !attribute.contains("reason =")
                && !above.starts_with("//")
            {
                wrong.push(format!("{}:{}: an `allow` says why", file.path, at + 1));
            }
        }
    }
    wrong
}

/// Whether another file contains this word.
fn is_named(files: &[File], path: &str, word: &str) -> bool {
    files
        .iter()
        .any(|other| other.path != path && other.text.contains(word))
}

fn every_file_is_used(files: &[File]) -> Vec<String> {
    let mut wrong = Vec::new();
    // Cargo itself finds the tests of a package.
    let is_test = |path: &str| path.split('/').rev().nth(1) == Some("tests");
    let has_root = |name: &str| ["main.rs", "lib.rs", "mod.rs", "build.rs"].contains(&name);
    for file in files {
        let name = file.name();
        let stem = name.split('.').next().unwrap_or(name);
        let unused = if file.is(&[".rs"]) && !has_root(name) && !is_test(&file.path) {
            !is_named(files, &file.path, &format!("mod {stem};"))
                && !is_named(files, &file.path, name)
                && !is_named(files, &file.path, &format!("name = \"{stem}\""))
                && !file.path.contains("/bin/")
        } else if file.is(&[".h", ".inc", ".md", ".ld", ".S", ".csv"]) {
            !is_named(files, &file.path, name)
                && !file.path.contains("vectors/")
                && name != "README.md"
                && !is_named(files, &file.path, stem)
        } else {
            false
        };
        if unused {
            wrong.push(format!("{}: nothing names it", file.path));
        }
    }
    wrong
}

fn every_script_is_called(files: &[File]) -> Vec<String> {
    let scripts = files
        .iter()
        .filter(|file| file.path.starts_with("scripts/"));
    scripts
        .filter(|file| !is_named(files, &file.path, &file.path))
        .map(|file| format!("{}: nothing calls it", file.path))
        .collect()
}

/// The calls of `make` and of scripts in the commands of a page, each with the next word.
fn commands(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let words = text
        .split(|c: char| c.is_whitespace() || "`();|&".contains(c))
        .collect::<Vec<_>>();
    let pairs: Vec<_> = words.windows(2).map(|pair| (pair[0], pair[1])).collect();
    pairs
        .into_iter()
        .filter(|(first, _)| *first == "make" || first.starts_with("scripts/"))
}

fn every_command_of_the_docs_exists(files: &[File]) -> Vec<String> {
    let makefile = files
        .iter()
        .find(|file| file.path == "Makefile")
        .map_or("", |file| &file.text);
    let targets: BTreeSet<&str> = makefile
        .lines()
        .filter_map(|line| line.split_once(":").map(|(target, _)| target))
        .filter(|target| {
            !target.is_empty() && target.chars().all(|c| c.is_ascii_lowercase() || c == '-')
        })
        .collect();
    let mut wrong = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.is(&[".md"]) && !file.path.contains("CHANGELOG"))
    {
        // Only code is a command: inline, or in a block.
        for code in code_of(&file.text) {
            for (first, second) in commands(code) {
                let is_target = second.chars().all(|c| c.is_ascii_lowercase() || c == '-')
                    && !second.starts_with('-');
                if first == "make" && is_target && !second.is_empty() && !targets.contains(second) {
                    wrong.push(format!("{}: `make {second}` does not exist", file.path));
                }
                let script = first.trim_end_matches([',', '.', ':']);
                if script.len() > "scripts/".len()
                    && script.starts_with("scripts/")
                    && !script.contains(['*', '{', '<'])
                    && !files.iter().any(|file| file.path == script)
                {
                    wrong.push(format!("{}: `{script}` does not exist", file.path));
                }
            }
        }
    }
    wrong
}

/// The code in a page: blocks and inline.
fn code_of(text: &str) -> Vec<&str> {
    let fence = text.split("\n```").collect::<Vec<_>>();
    let (prose, blocks): (Vec<_>, Vec<_>) = fence
        .iter()
        .enumerate()
        .partition(|(place, _)| place % 2 == 0);
    let inline = prose
        .iter()
        .flat_map(|(_, text)| text.split('`').skip(1).step_by(2));
    blocks
        .iter()
        .map(|(_, text)| **text)
        .chain(inline)
        .collect()
}

/// Each heading is `Unreleased` or a version with its day, followed by entries.
fn the_changelog_has_its_form(files: &[File]) -> Vec<String> {
    let Some(file) = files.iter().find(|file| file.path == "CHANGELOG.md") else {
        return vec!["CHANGELOG.md is missing".into()];
    };
    let mut wrong = Vec::new();
    let mut has_heading = false;
    for (number, line) in (1..).zip(file.text.lines()) {
        let is_version = |heading: &str| {
            let (version, day) = heading.split_once(" - ").unwrap_or((heading, ""));
            version.split('.').count() == 3 && day.len() == 10
        };
        let fits = match line.strip_prefix("## ") {
            Some(heading) => {
                has_heading = true;
                heading == "Unreleased" || is_version(heading)
            }
            None => {
                !has_heading || line.is_empty() || line.starts_with("- ") || line.starts_with("  ")
            }
        };
        if !fits {
            wrong.push(format!("CHANGELOG.md:{number}: neither `## Unreleased`, `## 1.2.3 - YYYY-MM-DD`, nor an entry"));
        }
    }
    wrong
}

fn no_merge_is_left_undecided(files: &[File]) -> Vec<String> {
    let mut wrong = Vec::new();
    for file in files {
        for (number, line) in (1..).zip(file.text.lines()) {
            if ["<<<<<<< ", ">>>>>>> "]
                .iter()
                .any(|mark| line.starts_with(mark))
            {
                wrong.push(format!(
                    "{}:{number}: both sides of a merge: keep one",
                    file.path
                ));
            }
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File {
            path: path.into(),
            text: text.into(),
        }
    }

    #[test]
    fn each_rule_finds_what_breaks_it() {
        let long = "x".repeat(WIDTH + 1);
        let body = "    1;\n".repeat(FUNCTION);
        let cases: [(&str, Rule, Vec<File>); 10] = [
            ("width", lines_are_short, vec![file("a.rs", &long)]),
            (
                "length",
                files_are_short,
                vec![file("a.rs", &"\n".repeat(FILE + 1))],
            ),
            (
                "function in Rust",
                functions_are_short,
                vec![file("a.rs", &format!("pub fn f() {{\n{body}}}\n"))],
            ),
            (
                "function in C",
                functions_are_short,
                vec![file("a.c", &format!("int f(void)\n{{\n{body}}}\n"))],
            ),
            (
                "allow",
                every_allow_has_its_reason,
                vec![file("a.rs", "#[allow(dead_code)]\nfn f() {}\n")],
            ),
            (
                "dead file",
                every_file_is_used,
                vec![file("src/a.rs", ""), file("src/lib.rs", "mod b;")],
            ),
            (
                "script",
                every_script_is_called,
                vec![file("scripts/a", ""), file("Makefile", "scripts/b")],
            ),
            (
                "command",
                every_command_of_the_docs_exists,
                vec![
                    file("Makefile", "test:\n"),
                    file("README.md", "Say `make tests`."),
                ],
            ),
            (
                "changelog",
                the_changelog_has_its_form,
                vec![file("CHANGELOG.md", "## Soon\n")],
            ),
            (
                "merge",
                no_merge_is_left_undecided,
                vec![file("a.md", "<<<<<<< HEAD\n")],
            ),
        ];
        for (name, rule, files) in cases {
            assert_eq!(rule(&files).len(), 1, "{name}: {:?}", rule(&files));
        }
    }

    #[test]
    fn files_without_violations_pass() {
        let files = [
            file(
                "src/lib.rs",
                "mod a;\n// as below\n#[allow(dead_code)]\nfn f() {\n}\n#[allow(dead_code)] // so\nfn g() {}\n",
            ),
            file("src/a.rs", "fn f() {\n    1;\n}\n"),
            file("scripts/a", "#!/bin/sh\n"),
            file("Makefile", "test: ## all\n\tscripts/a\n"),
            file(
                "README.md",
                "Say `make test`, or make much of it; see CHANGELOG.md.\n\n```sh\nmake test\nscripts/a x\n```\n",
            ),
            file(
                "CHANGELOG.md",
                "# Changelog\n\n## Unreleased\n\n- One,\n  and more.\n\n## 0.1.0 - 2026-11-27\n\n- Two.\n",
            ),
        ];
        for rule in RULES {
            assert_eq!(rule(&files), Vec::<String>::new());
        }
    }
}

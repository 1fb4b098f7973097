//! The pages of claims: the commands, files and tests that they name exist.

use std::collections::BTreeSet;

use kz_rules_tests::tools::{read, root};

/// The page of claims.
const PAGE: &str = "docs/assurance.md";

/// The links of a page: their texts and targets.
fn links(page: &str) -> impl Iterator<Item = (&str, &str)> {
    page.match_indices("](").map(move |(at, _)| {
        let (before, after) = (&page[..at], &page[at + 2..]);
        let start = before.rfind('[').expect("a link is shown in brackets") + 1;
        let (target, _) = after.split_once(')').expect("a link has an end");
        (&before[start..], target)
    })
}

/// The code in a line: everything between two backticks.
fn code(page: &str) -> impl Iterator<Item = &str> {
    page.lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// The path of a file linked from the page `from`, relative to the root of the repository.
fn path(from: &str, target: &str) -> String {
    match (from.rsplit_once('/'), target.strip_prefix("../")) {
        (None, _) => target.to_owned(),
        (Some(_), Some(above)) => above.to_owned(),
        (Some((folder, _)), None) => format!("{folder}/{target}"),
    }
}

/// The name of a test in the text of a link.
fn test_name(shown: &str) -> Option<&str> {
    let name = shown.strip_prefix('`')?.strip_suffix('`')?;
    let is_name = name
        .bytes()
        .all(|it| matches!(it, b'a'..=b'z' | b'0'..=b'9' | b'_'));
    is_name.then_some(name)
}

/// Whether a file has this test: written out, or as a line of a macro that makes tests.
fn has_test(source: &str, name: &str) -> bool {
    let written_out = source.match_indices(&format!("fn {name}(")).any(|(at, _)| {
        let before = source[..at].rfind("#[test]").map(|test| &source[test..at]);
        before.is_some_and(|between| !between.contains("fn "))
    });
    let made = source.contains("#[test]\n        fn $name()");
    written_out || (made && source.contains(&format!("\n    {name}: ")))
}

#[test]
fn every_file_that_is_linked_exists() {
    for page in [PAGE, "SECURITY.md"] {
        let text = read(page);
        let files = links(&text).filter(|(_, target)| !target.contains("://"));
        let files = files.filter(|(_, target)| !target.starts_with('#'));
        let mut count = 0;
        for (_, target) in files {
            let file = path(page, target);
            assert!(root().join(&file).exists(), "{page} links {file}");
            count += 1;
        }
        assert!(count > 3, "{page} has {count} links to files");
    }
}

#[test]
fn every_test_that_is_named_is_in_its_file() {
    let page = read(PAGE);
    let mut names = BTreeSet::new();
    for (shown, target) in links(&page) {
        let Some(name) = test_name(shown) else {
            continue;
        };
        let file = path(PAGE, target);
        assert!(
            file.ends_with(".rs") && has_test(&read(&file), name),
            "{file} has no test {name}"
        );
        names.insert(name);
    }
    assert!(names.len() > 30, "{names:?}");
    // A name without a link would not be checked.
    let linked = |name: &str| page.contains(&format!("[`{name}`]("));
    let long = code(&page).filter(|code| code.matches('_').count() > 3);
    assert_eq!(
        long.filter(|code| !linked(code)).collect::<Vec<_>>(),
        [""; 0]
    );
}

#[test]
fn every_command_that_is_named_exists() {
    let (page, makefile) = (read(PAGE), read("Makefile"));
    let mut commands = 0;
    for command in code(&page) {
        let words: Vec<_> = command.split_whitespace().collect();
        match words[..] {
            ["make", ref targets @ ..] => {
                for target in targets.iter().filter(|word| !word.contains('=')) {
                    let is_one = makefile
                        .lines()
                        .any(|line| line.starts_with(&format!("{target}:")));
                    assert!(is_one, "no target of the Makefile: {command}");
                }
            }
            ["cargo", "test", ..] => {
                let binary = words.iter().skip_while(|word| **word != "--test").nth(1);
                let main = format!("tests/tests/{}/main.rs", binary.expect("it names a binary"));
                assert!(root().join(main).exists(), "{command}");
            }
            [script, ..] if script.starts_with("scripts/") => {
                assert!(root().join(script).exists(), "{command}");
            }
            _ => continue,
        }
        commands += 1;
    }
    assert!(commands > 12, "{commands} commands are found");
}

#[test]
fn failures_elsewhere_have_a_source_and_a_test_that_excludes_them() {
    let page = read(PAGE);
    let (_, section) = page
        .split_once("\n## What went wrong elsewhere\n")
        .expect("the section");
    let (section, _) = section
        .split_once("\n## What is not assured\n")
        .expect("the next section");
    let rows = section.lines().filter(|line| line.starts_with("| "));
    let rows = rows.filter(|line| *line != "| what happened | what excludes it here |");
    let mut count = 0;
    for row in rows {
        let (happened, excludes) = row.trim_matches('|').split_once(" | ").expect("two cells");
        assert!(happened.contains("](https://"), "no source: {row}");
        let named = links(excludes).any(|(shown, _)| test_name(shown).is_some());
        assert!(named, "no test: {row}");
        count += 1;
    }
    assert!(count >= 12, "{count} failures");
}

//! `docs/law.md`, typed as a lawyer would: its example makes a law, which differs as the page shows.

use crate::common::{base, read};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder in which the lawyer works.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("manual");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(name: &str, text: &str) {
    std::fs::write(folder().join(name), text).unwrap();
}

/// Calls the program as the page says; gives its exit status and what it printed.
fn type_in(line: &str) -> (Option<i32>, String) {
    let line = line.strip_prefix("kz-law ").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_kz-law"))
        .args(line.split_whitespace())
        .current_dir(folder())
        .output()
        .unwrap();
    let both = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    (output.status.code(), both.concat())
}

/// The blocks of code of this language, in order.
fn blocks<'a>(manual: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    let pieces = manual.split(&*fence).skip(1);
    pieces
        .map(|piece| piece.split("```").next().unwrap())
        .collect()
}

/// The page with a line below the last row of a section's table, or below the row that begins so.
fn with_row(page: &str, below: &str, row: &str) -> String {
    let (at, line) = page
        .match_indices('\n')
        .map(|(at, _)| (at + 1, page[at + 1..].lines().next().unwrap_or("")))
        .find(|(_, line)| line.starts_with(below))
        .unwrap_or_else(|| panic!("no row {below}"));
    let end = at + line.len() + 1;
    format!("{}{row}\n{}", &page[..end], &page[end..])
}

#[test]
fn the_example_of_the_manual_is_a_law_that_differs_as_the_manual_shows() {
    let manual = read("docs/law.md");
    let rows: Vec<&str> = manual
        .lines()
        .filter_map(|line| line.trim().strip_prefix('`')?.strip_suffix('`'))
        .filter(|line| line.starts_with("| "))
        .collect();
    let [identity, document, provision, row] = rows[..] else {
        panic!("{rows:#?}");
    };
    let old = base();
    let page = old.replacen("| kazakhstan | 1 | 2025-11-19 |", identity, 1);
    assert_ne!(page, old, "the identity is where it was");
    let page = with_row(&page, "| 5 | NOTE |", document);
    let last = page
        .lines()
        .rfind(|line| line.contains(" | NOTE | ") && line.starts_with("| 7"))
        .unwrap()
        .to_owned();
    let page = with_row(&page, &last, provision);
    let page = with_row(&page, "| occasion = visa; visa_channel = airport, ", row);
    write("old.md", &old);
    write("kazakhstan.md", &page);
    std::fs::create_dir_all(folder().join("texts")).unwrap();
    for language in ["kk", "ru", "en"] {
        let texts = read(&format!("law/texts/{language}.md"));
        let lines = "| MFA | Order | The order. |\n| MFA-EVISA | E-visa | No prints for it. |\n";
        write(
            &format!("texts/{language}.md"),
            &format!("{}\n{lines}", texts.trim_end()),
        );
    }
    let commands = blocks(&manual, "sh");
    let checks = commands[0]
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    for line in checks.filter(|line| line.starts_with("kz-law ")) {
        let (status, said) = type_in(line);
        assert_eq!(status, Some(0), "{line}: {said}");
    }

    let (status, said) = type_in(commands[1].trim());
    assert_eq!(status, Some(1));
    let shown = blocks(&manual, "text")[0];
    assert!(said.starts_with(shown), "{said}\n{shown}");

    // What was meant is all that changed, but for the caution, which this page keeps.
    let change = blocks(&manual, "markdown")[0];
    let (change, cautions) = change.split_once("## Other").unwrap();
    assert!(cautions.contains("NOTE-EVISA"));
    write("change.md", change);
    let (status, said) = type_in(commands[2].trim());
    assert_eq!(status, Some(0), "{said}");

    write("cases.csv", blocks(&manual, "csv")[0]);
    let (status, said) = type_in(commands[3].trim());
    assert_eq!(status, Some(0), "{said}");

    let _ = std::fs::remove_file(folder().join("ministry.key"));
    let _ = std::fs::remove_file(folder().join("ministry.pub"));
    write("first.md", &old);
    type_in("kz-law key ministry");
    type_in("kz-law build first.md -o old.kzl --key ministry.key");
    let signing: Vec<&str> = commands
        .iter()
        .find(|block| block.contains("kz-law build"))
        .unwrap()
        .lines()
        .map(|line| line.split('#').next().unwrap().trim())
        .filter(|line| !line.starts_with("kz-law key"))
        .collect();
    // The page says that this example is retroactive.
    let (status, said) = type_in(signing[0]);
    assert_eq!(status, Some(1), "{said}");
    let (status, said) = type_in(&format!("{} --retroactive", signing[0]));
    assert_eq!(status, Some(0), "{said}");
    for line in &signing[1..] {
        let (status, said) = type_in(line);
        assert_eq!(status, Some(0), "{line}: {said}");
    }
}

//! Every line of every vector file, of the base law and of the others.

use kz_rules_naive::Law;
use kz_rules_naive::line::answer;
use std::fmt::Write;
use std::path::{Path, PathBuf};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn law(path: &Path) -> Law {
    let page = std::fs::read_to_string(path).expect("a law page");
    Law::read(&page).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of a folder with this ending, in order.
fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|found| found == end));
    files.sort();
    files
}

/// Compares a file, and lists for each difference the file, line, column, and the expected and
/// actual text.
fn compare(law: &Law, path: &Path, differences: &mut String) -> usize {
    let kind = path
        .file_stem()
        .and_then(|stem| stem.to_str())
        .expect("a name");
    let mut reader = csv::Reader::from_path(path).expect("a vector file");
    let header = reader.headers().expect("a header").clone();
    let header: Vec<_> = header.iter().collect();
    let mut lines = 0;
    for record in reader.records() {
        let record = record.expect("a line");
        let record: Vec<_> = record.iter().collect();
        let results = answer(law, kind, &header, &record);
        for (name, expected) in header.iter().zip(&record) {
            let Some(name) = name.strip_prefix('=') else {
                continue;
            };
            let found = results.iter().find(|(column, _)| *column == name);
            let got = found.map_or("", |(_, text)| text);
            if got != *expected {
                let (file, id) = (path.display(), record[0]);
                writeln!(
                    differences,
                    "{file} {id} {name}: expected '{expected}', got '{got}'"
                )
                .expect("a String");
            }
        }
        lines += 1;
    }
    lines
}

fn compare_all(law: &Law, folder: &Path, files_at_least: usize) {
    let mut differences = String::new();
    let files = files(folder, "csv");
    assert!(files.len() >= files_at_least, "{}", folder.display());
    for file in files {
        let lines = compare(law, &file, &mut differences);
        assert!(lines > 0, "{}", file.display());
    }
    assert!(differences.is_empty(), "\n{differences}");
}

#[test]
fn base_law() {
    let root = Path::new(ROOT);
    let law = law(&root.join("law/kazakhstan.md"));
    compare_all(&law, &root.join("tests/vectors"), 9);
}

#[test]
fn other_laws() {
    let folder = Path::new(ROOT).join("tests/vectors/laws");
    let pages = files(&folder, "md");
    assert!(pages.len() >= 3);
    for page in pages {
        compare_all(&law(&page), &page.with_extension(""), 5);
    }
}

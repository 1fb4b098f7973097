//! What the tests share: the laws, pages made from the base law, and the program.
#![allow(dead_code, unreachable_pub)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

/// The base law.
pub fn base() -> String {
    read("law/kazakhstan.md")
}

/// All laws: name and page.
pub fn laws() -> Vec<(String, String)> {
    let mut laws = vec![("kazakhstan".to_owned(), base())];
    let mut names: Vec<PathBuf> = std::fs::read_dir(root().join("tests/vectors/laws"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    for path in names
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
    {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        laws.push((name, std::fs::read_to_string(path).unwrap()));
    }
    assert!(laws.len() >= 4, "the laws are not where they were");
    laws
}

/// The base law with some text replaced that must be there.
pub fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(base(), |page, (old, new)| {
        assert!(page.contains(old), "the base law has no `{old}`");
        page.replacen(old, new, 1)
    })
}

/// A row of the base law, found by its start.
pub fn row(start: &str) -> String {
    let page = base();
    let row = page.lines().find(|line| line.starts_with(start));
    row.unwrap_or_else(|| panic!("the base law has no row `{start}`"))
        .to_owned()
}

/// Runs the program in a folder of its own that holds the page as `law.md`.
pub fn program(name: &str, page: &[u8], arguments: &[&str]) -> Output {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("law.md"), page).unwrap();
    Command::new(env!("CARGO_BIN_EXE_kz-law"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

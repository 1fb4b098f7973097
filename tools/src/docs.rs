//! Pages and tables that are generated from the law and the library.

use std::fs;

use clap::Args;
use kz_rules_tests::{case_table, glossary_page, traceability};

use crate::run::{Result, root, work, write, wrong};

#[derive(Args)]
pub(crate) struct Arguments {
    /// Compare the files with their sources, and write nothing.
    #[arg(long)]
    check: bool,
}

/// Renews the files, each of them atomically.
pub(crate) fn renew(arguments: &Arguments) -> Result<()> {
    let new = work("docs")?.join("new");
    for (file, text) in [
        ("docs/traceability.md", traceability::page()),
        ("docs/glossary.md", glossary_page::page()),
        ("tests/case_table.csv", case_table::of_the_rust_api()),
    ] {
        if arguments.check {
            if fs::read_to_string(root().join(file)).is_ok_and(|now| now == text) {
                continue;
            }
            return Err(wrong(format!(
                "{file} is out of date: `make docs` renews it"
            )));
        }
        write(&new, text)?;
        fs::rename(&new, root().join(file)).map_err(|error| wrong(format!("{file}: {error}")))?;
        println!("{file}");
    }
    Ok(())
}

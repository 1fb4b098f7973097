//! `kz-law cases`: compares a law with its lawyer's expectations.

use super::{Failure, File, print, wrong_call, wrong_law};
use kz_law::OwnedLaw;
use kz_law::cases::{self, Case};
use kz_rules_core::Law;
use std::path::Path;

pub(super) fn run(path: &Path, table: &Path) -> Result<(), Failure> {
    let file = File::read(path)?;
    let (_, law) = file.law()?;
    let owned = OwnedLaw::of(&law, &[]).ok_or_else(|| wrong_call("the law has no rows"))?;
    checked(Law::from(&owned.sections()), table).map(drop)
}

/// The cases of a table, if all of them come out right under a law.
pub(super) fn checked(law: Law<'_>, table: &Path) -> Result<Vec<Case>, Failure> {
    let table = File::read(table)?;
    let cases = cases::read(table.text()?).map_err(|error| {
        eprintln!("{}:{}: {}", table.path, error.line, error.message);
        wrong_law()
    })?;
    let wrong = cases::check(law, &cases);
    for wrong in &wrong {
        let id = match wrong.id.as_str() {
            "" => String::new(),
            id => format!("{id}, "),
        };
        print(&format!(
            "{}:{}: {id}{}: expected `{}`, got `{}`\n",
            table.path,
            wrong.line,
            wrong.column.trim_start_matches('='),
            wrong.expected,
            wrong.got
        ));
    }
    print(&format!(
        "{}: {} {}, {} wrong\n",
        table.path,
        cases.len(),
        if cases.len() == 1 { "case" } else { "cases" },
        wrong.len()
    ));
    if wrong.is_empty() {
        Ok(cases)
    } else {
        Err(wrong_law())
    }
}

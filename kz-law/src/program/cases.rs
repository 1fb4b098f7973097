//! `kz-law cases`: a law against its lawyer's expectations.

use super::{Failure, File, print, wrong_call, wrong_law};
use kz_law::{OwnedLaw, cases};
use kz_rules_core::Law;
use std::path::Path;

pub(super) fn run(path: &Path, table: &Path) -> Result<(), Failure> {
    let file = File::read(path)?;
    let (_, law) = file.law()?;
    let table = File::read(table)?;
    let owned = OwnedLaw::of(&law, &[]).ok_or_else(|| wrong_call("the law has no rows"))?;
    let cases = cases::read(table.text()?).map_err(|error| {
        eprintln!("{}:{}: {}", table.path, error.line, error.message);
        wrong_law()
    })?;
    let sections = owned.sections();
    let wrong = cases::check(Law::from(&sections), &cases);
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
        Ok(())
    } else {
        Err(wrong_law())
    }
}

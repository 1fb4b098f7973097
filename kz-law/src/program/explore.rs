//! The commands that answer questions about a row.

use super::{Failure, File, print, wrong_call};
use kz_law::explore::{self, WhyNot, person_of};
use kz_law::table::Table;
use kz_law::{Day, Law};
use std::path::Path;

fn table(law: &Law, edition: u8, row: usize) -> Result<(Table<'_>, usize), Failure> {
    let found = law.editions.iter().find(|other| other.number == edition);
    let table = found
        .map(|found| Table::edition(law, found))
        .ok_or_else(|| wrong_call(&format!("no edition {edition}")))?;
    match row.checked_sub(1).filter(|place| *place < table.rows.len()) {
        Some(place) => Ok((table, place)),
        None => Err(wrong_call(&format!(
            "edition {edition} has rows 1 to {}",
            table.rows.len()
        ))),
    }
}

pub(super) fn whom(path: &Path, edition: u8, row: usize) -> Result<(), Failure> {
    let file = File::read(path)?;
    let (_, law) = file.law()?;
    let (table, place) = table(&law, edition, row)?;
    for group in explore::whom(&table, place).unwrap_or_default() {
        print(&format!("{}\n", group.words(&law)));
    }
    Ok(())
}

pub(super) fn why_not(
    path: &Path,
    edition: u8,
    row: usize,
    on: &str,
    facts: &[String],
) -> Result<(), Failure> {
    let file = File::read(path)?;
    let (text, law) = file.law()?;
    let (table, place) = table(&law, edition, row)?;
    let day = Day::parse(on).ok_or_else(|| wrong_call(&format!("`{on}` is no date")))?;
    let who = person_of(&law, facts.iter().map(String::as_str))
        .map_err(|message| wrong_call(&message))?;
    match explore::why_not(&table, place, &who, day) {
        Some(WhyNot::Takes) => print("the row takes the person\n"),
        Some(WhyNot::Perhaps) | None => print("it depends on what is not told\n"),
        Some(WhyNot::Above(above)) => {
            for place in above {
                print(&format!("above it: row {}\n", place + 1));
            }
        }
        Some(WhyNot::Conditions(failed)) => {
            for condition in failed {
                let words = text
                    .get(condition.span.start..condition.span.end)
                    .unwrap_or("");
                print(&format!("not fulfilled: {words}\n"));
            }
        }
    }
    Ok(())
}

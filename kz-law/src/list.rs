//! Lists of the contents of a law, as CSV: the cells of the page, with the row's number and its
//! line.

use crate::page::Page;
use crate::section::Section;

/// The lists, and the sections that they come from.
const LISTS: [(&str, Section); 19] = [
    ("identity", Section::Identity),
    ("documents", Section::Documents),
    ("provisions", Section::Provisions),
    ("ages", Section::Ages),
    ("questions", Section::Questions),
    ("conflicts", Section::Conflicts),
    ("cautions", Section::Cautions),
    ("steps", Section::Steps),
    ("places", Section::Where),
    ("deadlocks", Section::Deadlock),
    ("terms", Section::Terms),
    ("covered", Section::Covered),
    ("grounds", Section::Grounds),
    ("countries", Section::Countries),
    ("years", Section::Years),
    ("holidays", Section::Holidays),
    ("movable_days", Section::MovableDays),
    ("transfers", Section::Transfers),
    ("clock", Section::Clock),
];

/// The names of all lists.
#[must_use]
pub fn names() -> Vec<&'static str> {
    let mut names = vec!["editions", "rows", "duties"];
    names.extend(LISTS.iter().map(|(name, _)| *name));
    names
}

/// One list as CSV; none if there is no list of this name.
#[must_use]
pub fn list(page: &Page<'_>, name: &str) -> Option<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    match name {
        "editions" => {
            writer
                .write_record(["number", "name", "rows", "line"])
                .ok()?;
            for (section, table) in &page.tables {
                if let Section::Edition(number) = section {
                    let (rows, line) =
                        (table.rows.len().to_string(), table.heading.line.to_string());
                    let number = number.to_string();
                    writer
                        .write_record([&number, table.name.unwrap_or(""), &rows, &line])
                        .ok()?;
                }
            }
        }
        "rows" => of_editions(page, &mut writer, Section::Edition)?,
        "duties" => of_editions(page, &mut writer, Section::Duties)?,
        _ => {
            let (_, section) = LISTS.iter().find(|(list, _)| *list == name)?;
            let header = ["row"]
                .into_iter()
                .chain(section.columns().iter().copied())
                .chain(["line"]);
            writer.write_record(header).ok()?;
            rows(page, &mut writer, *section, None)?;
        }
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

fn of_editions(
    page: &Page<'_>,
    writer: &mut csv::Writer<Vec<u8>>,
    section: fn(u8) -> Section,
) -> Option<()> {
    let header = ["edition", "row"]
        .into_iter()
        .chain(section(1).columns().iter().copied())
        .chain(["line"]);
    writer.write_record(header).ok()?;
    for edition in 1..=u8::MAX {
        if !page.tables.contains_key(&Section::Edition(edition)) {
            break;
        }
        rows(page, writer, section(edition), Some(edition))?;
    }
    Some(())
}

fn rows(
    page: &Page<'_>,
    writer: &mut csv::Writer<Vec<u8>>,
    section: Section,
    edition: Option<u8>,
) -> Option<()> {
    let Some(table) = page.tables.get(&section) else {
        return Some(());
    };
    for (place, row) in table.rows.iter().enumerate() {
        let mut record: Vec<String> = edition.iter().map(u8::to_string).collect();
        record.push((place + 1).to_string());
        record.extend(row.cells.iter().map(|cell| cell.text.to_owned()));
        record.push(row.span.line.to_string());
        writer.write_record(record).ok()?;
    }
    Some(())
}

//! Changes of a law page, one at a time: rows dropped, conditions and values changed, numbers and days moved.

use std::collections::BTreeMap;

use kz_rules_core::Obligation;

/// A change of one line of a page.
pub struct Change {
    /// The section.
    pub section: String,
    /// The changed column, or `gone`.
    pub column: String,
    /// The row, as the page has it.
    pub row: String,
    /// The line, from 1.
    pub line: usize,
    /// What is changed, in words.
    pub what: String,
    /// The line as it becomes; none: it is gone.
    new: Option<String>,
}

/// A page with these changes, which are of different lines.
pub fn applied(page: &str, changes: &[&Change]) -> String {
    let changed: BTreeMap<_, _> = changes
        .iter()
        .map(|change| (change.line, &change.new))
        .collect();
    let lines = (1..).zip(page.lines());
    let lines = lines.filter_map(|(number, line)| match changed.get(&number) {
        None => Some(line),
        Some(new) => new.as_deref(),
    });
    lines.map(|line| line.to_owned() + "\n").collect()
}

/// A row of a table: its cells.
fn cells(line: &str) -> Option<Vec<&str>> {
    let row = line.strip_prefix("| ")?.strip_suffix('|')?;
    Some(row.split('|').map(str::trim).collect())
}

/// A list without each of its items in turn, if it has several.
fn without_each(list: &str, separator: &str) -> Vec<String> {
    let items: Vec<_> = list.split(separator).collect();
    if items.len() < 2 {
        return Vec::new();
    }
    let without = |place: usize| {
        [&items[..place], &items[place + 1..]]
            .concat()
            .join(separator)
    };
    (0..items.len()).map(without).collect()
}

/// The day after a written one.
fn next_day(cell: &str) -> Option<String> {
    let (month, day) = cell.rsplit_once('-')?;
    let number: u8 = day.parse().ok()?;
    let is_day = day.len() == 2 && month.len() >= 2;
    is_day.then(|| {
        format!(
            "{month}-{:02}",
            if number < 28 { number + 1 } else { number - 1 }
        )
    })
}

/// The changes of a condition: values dropped, a day moved, an age raised, yes for no.
fn conditions(cell: &str) -> Vec<String> {
    let mut changed = without_each(cell, "; ");
    if !cell.contains("; ") && cell != "always" {
        changed.push("always".into());
    }
    let parts: Vec<_> = cell.split("; ").collect();
    for (place, part) in parts.iter().enumerate() {
        let mut others = Vec::new();
        if let Some((fact, values)) = part.split_once(" = ").or_else(|| part.split_once(" != ")) {
            let sign = if part.contains(" != ") { " != " } else { " = " };
            others.extend(
                without_each(values, ", ")
                    .iter()
                    .map(|values| format!("{fact}{sign}{values}")),
            );
            others.extend(match values {
                "yes" => Some(format!("{fact}{sign}no")),
                "no" => Some(format!("{fact}{sign}yes")),
                _ => None,
            });
            let other_sign = if sign == " = " { " != " } else { " = " };
            others.push(format!("{fact}{other_sign}{values}"));
        } else if let Some((of, number)) = part.rsplit_once(' ') {
            others.extend(next_day(number).map(|day| format!("{of} {day}")));
        }
        for other in others {
            let mut parts = parts.clone();
            parts[place] = &other;
            changed.push(parts.join("; "));
        }
    }
    changed
}

/// The changes of a cell in a column.
fn cell_changes(column: &str, cell: &str, provisions: &[String]) -> Vec<String> {
    match column {
        "if" => conditions(cell),
        "number" | "substance" | "place" | "title" | "id" | "document" | "kind" => Vec::new(),
        _ if cell.is_empty() => Vec::new(),
        _ => {
            let mut changed = Vec::new();
            changed.extend(next_day(cell));
            changed.extend(
                cell.parse::<u16>()
                    .ok()
                    .map(|number| (number + 1).to_string()),
            );
            changed.extend(without_each(cell, ", "));
            if let Some(obligation) = Obligation::from_name(cell) {
                changed.extend(
                    Obligation::ALL
                        .iter()
                        .filter(|other| **other != obligation)
                        .map(ToString::to_string),
                );
            }
            if provisions.iter().any(|id| id == cell) {
                changed.extend(provisions.iter().find(|id| *id != cell).cloned());
            }
            let words = [
                ("yes", "no"),
                ("event", "next"),
                ("calendar", "working"),
                ("published", "projected"),
                ("home", "abroad"),
            ];
            for (one, other) in words {
                changed.extend((cell == one).then(|| other.to_owned()));
                changed.extend((cell == other).then(|| one.to_owned()));
            }
            changed
        }
    }
}

/// Every change of a page.
pub fn changes(page: &str) -> Vec<Change> {
    let lines: Vec<_> = page.lines().collect();
    let provisions: Vec<String> = lines
        .iter()
        .filter_map(|line| cells(line))
        .filter(|cells| cells.len() == 7 && cells[0].parse::<u16>().is_ok())
        .map(|cells| cells[1].to_owned())
        .collect();
    let mut changes = Vec::new();
    let (mut columns, mut section) = (Vec::new(), "");
    for (at, line) in lines.iter().enumerate() {
        if line.starts_with('#') {
            section = line.trim_start_matches(['#', ' ']);
        }
        let Some(row) = cells(line) else {
            continue;
        };
        let is_header = lines
            .get(at + 1)
            .is_some_and(|next| next.starts_with("|---"));
        if is_header {
            columns = row;
            continue;
        }
        let mut change = |column: &str, what: String, new: Option<String>| {
            changes.push(Change {
                section: section.into(),
                column: column.into(),
                row: (*line).into(),
                line: at + 1,
                what,
                new,
            });
        };
        change("gone", "gone".into(), None);
        for (place, (column, cell)) in columns.iter().zip(&row).enumerate() {
            for new in cell_changes(column, cell, &provisions) {
                let mut row = row.clone();
                row[place] = &new;
                let what = format!("{column}: {cell:?} is {new:?}");
                change(column, what, Some(format!("| {} |", row.join(" | "))));
            }
        }
    }
    changes
}

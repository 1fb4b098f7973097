//! The vectors notice every change: each row, condition, value, number and day of the page is changed, one at a time,
//! and the compiler refuses the page, or a vector has another answer.

use std::sync::Mutex;

use kz_law::OwnedLaw;
use kz_rules_core::{Law, Obligation};
use kz_rules_tests::parallel::compared;
use kz_rules_tests::rust_api::{self, KINDS};
use kz_rules_tests::tools::read;
use kz_rules_tests::vectors::Vectors;

/// The project's own vectors, in the form of the others: `tests/own/`.
const OWN: [&str; 4] = ["assess", "plan", "country", "clock"];

/// Entries that no answer shows, so that no vector can: section, column (or `gone`), and where they are used instead.
const NOT_IN_ANSWERS: [(&str, &str, &str); 16] = [
    ("Identity", "sequence", "cards and receipts name it"),
    (
        "Documents",
        "known as of",
        "it is shown beside the document",
    ),
    (
        "Provisions",
        "from",
        "the days of a provision that no row asks about are shown beside it",
    ),
    ("Provisions", "until", "the same"),
    (
        "Provisions",
        "gone",
        "a provision that no row names is shown alone",
    ),
    (
        "Duties of edition 1",
        "gone",
        "duties have no column; the cards show them",
    ),
    ("Duties of edition 1", "provision", "the same"),
    ("Duties of edition 2", "gone", "the same"),
    ("Duties of edition 2", "provision", "the same"),
    ("Steps", "provisions", "steps are told by their words"),
    (
        "Terms",
        "provision",
        "a window has no column for what it rests on",
    ),
    ("Who is covered", "provision", "the same"),
    (
        "Grounds for refusal",
        "gone",
        "a refusal is told by its finding",
    ),
    ("Grounds for refusal", "ground", "the same"),
    ("Holidays", "first year", "the calendar begins later"),
    (
        "Holidays",
        "substituted",
        "on no day of the calendar does it fall on a rest day alone",
    ),
];

/// Single changes that change nobody's answer: the row, and why.
const SAME_ANSWERS: [(&str, &str); 5] = [
    (
        "occasion = visa",
        "the last row: all others are taken above it",
    ),
    ("age >= 12; age < 16", "who is under 12 is taken above it"),
    (
        "blocked = iin; during L50-IIN-DEADLOCK",
        "before its days an IIN can be had by proxy",
    ),
    ("2024-06-16", "a Sunday"),
    ("2027-05-16", "a Sunday"),
];

/// A page with one change.
struct Mutant {
    section: String,
    /// The column that is changed, or `gone`.
    column: String,
    row: String,
    /// The line, from 1.
    line: usize,
    change: String,
    text: String,
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
fn changes(column: &str, cell: &str, provisions: &[String]) -> Vec<String> {
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

/// Every page with one change.
fn mutants(page: &str) -> Vec<Mutant> {
    let lines: Vec<_> = page.lines().collect();
    let provisions: Vec<String> = lines
        .iter()
        .filter_map(|line| cells(line))
        .filter(|cells| cells.len() == 7 && cells[0].parse::<u16>().is_ok())
        .map(|cells| cells[1].to_owned())
        .collect();
    let mut mutants = Vec::new();
    let with = |at: usize, line: Option<String>| -> String {
        let other = lines.iter().enumerate().filter_map(|(place, text)| {
            if place == at {
                line.clone()
            } else {
                Some((*text).to_owned())
            }
        });
        other.map(|line| line + "\n").collect()
    };
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
        mutants.push(Mutant {
            section: section.into(),
            column: "gone".into(),
            row: (*line).into(),
            line: at + 1,
            change: "gone".into(),
            text: with(at, None),
        });
        for (place, (column, cell)) in columns.iter().zip(&row).enumerate() {
            for change in changes(column, cell, &provisions) {
                let mut row = row.clone();
                row[place] = &change;
                mutants.push(Mutant {
                    section: section.into(),
                    column: (*column).into(),
                    row: (*line).into(),
                    line: at + 1,
                    change: format!("{column}: {cell:?} is {change:?}"),
                    text: with(at, Some(format!("| {} |", row.join(" | ")))),
                });
            }
        }
    }
    mutants
}

/// Whether the compiler refuses the page, or a vector has another answer.
fn is_noticed(page: &str, vectors: &[(&str, Vectors)]) -> bool {
    let Ok(law) = kz_law::compile(page) else {
        return true;
    };
    let Some(owned) = OwnedLaw::of(&law, &[]) else {
        return true;
    };
    let sections = owned.sections();
    let law = Law::from(&sections);
    vectors.iter().any(|(kind, vectors)| {
        vectors.lines().any(|line| {
            let outcome = rust_api::answer(law, kind, line);
            line.results()
                .any(|(name, expected)| outcome.text(name) != expected)
        })
    })
}

#[test]
fn every_change_of_the_page_is_noticed() {
    let page = read("law/kazakhstan.md");
    let theirs = KINDS.map(|kind| (kind, Vectors::of(kind)));
    let ours = OWN.map(|kind| (kind, Vectors::read(&format!("tests/own/{kind}.csv"))));
    let vectors: Vec<_> = theirs.into_iter().chain(ours).collect();
    assert!(!is_noticed(&page, &vectors), "the page itself is right");
    let mutants = mutants(&page);
    let survivors = Mutex::new(Vec::new());
    let places: Vec<_> = (0..mutants.len()).collect();
    compared(&places, |place| {
        if !is_noticed(&mutants[*place].text, &vectors) {
            survivors.lock().expect("no panic").push(*place);
        }
        1
    });
    let mut survivors = survivors.into_inner().expect("no panic");
    survivors.sort_unstable();
    let survivors: Vec<_> = survivors.iter().map(|place| &mutants[*place]).collect();
    let is_explained = |mutant: &Mutant| {
        let of = (mutant.section.as_str(), mutant.column.as_str());
        NOT_IN_ANSWERS
            .iter()
            .any(|(section, column, _)| (*section, *column) == of)
            || SAME_ANSWERS.iter().any(|(row, _)| mutant.row.contains(row))
    };
    let told = |mutant: &&Mutant| format!("law/kazakhstan.md:{}: {}", mutant.line, mutant.change);
    println!(
        "{} changes, {} in no answer",
        mutants.len(),
        survivors.len()
    );
    let unexplained: Vec<_> = survivors
        .iter()
        .filter(|mutant| !is_explained(mutant))
        .map(told)
        .collect();
    assert!(
        unexplained.is_empty(),
        "no vector notices these changes: add a line to tests/own/\n{}",
        unexplained.join("\n")
    );
    for (row, why) in SAME_ANSWERS {
        assert!(
            survivors.iter().any(|mutant| mutant.row.contains(row)),
            "{row} is noticed now, so not {why}"
        );
    }
}

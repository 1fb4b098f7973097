//! The change that a lawyer intended, compared with the change that results: other changes are *collateral*, and an
//! intended change that does not happen is *missing*.

use super::{Difference, TableDifference, table};
use crate::diagnostic::{Diagnostic, Kind};
use crate::explore::Persons;
use crate::model::Conditions;
use crate::page::quoted;
use crate::read::intended;
use crate::section::Section;
use crate::vocabulary::Word;

/// A stated change of an edition's answers: whoever fulfils the conditions and had the obligation `from` now has `to`.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The line.
    pub line: usize,
    /// The edition's number.
    pub edition: u8,
    /// Who, and on which days.
    pub conditions: Conditions,
    /// The obligation that the older law gave; none if it does not matter.
    pub from: Option<Word>,
    /// The obligation that the newer law gives.
    pub to: Word,
    /// By which provision of the newer law.
    pub basis: String,
}

/// Stated changes of other rows.
#[derive(Clone, Debug)]
pub struct OtherStatement {
    /// The line.
    pub line: usize,
    /// The heading of the section.
    pub section: String,
    /// What the rows are about.
    pub rows: Vec<String>,
}

/// Everything that was stated.
#[derive(Clone, Debug, Default)]
pub struct Intended {
    /// For editions.
    pub statements: Vec<Statement>,
    /// For everything else.
    pub others: Vec<OtherStatement>,
}

/// A change that was not intended, or did not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// Persons who get another answer that nobody stated.
    Collateral {
        /// The edition, or the table of a plan.
        section: Section,
        /// Who, and on which days.
        persons: Persons,
        /// The answer of the older law, in words.
        old: String,
        /// The answer of the newer law.
        new: String,
    },
    /// Persons who should get another answer by a statement, but do not.
    NotChanged {
        /// The line of the statement.
        line: usize,
        /// Who, and on which days.
        persons: Persons,
        /// The answer of the older law, in words.
        old: String,
        /// The answer of the newer law.
        new: String,
    },
    /// A statement that applies to nobody.
    Nobody {
        /// The line of the statement.
        line: usize,
    },
    /// A row, a day or an edition that changed although nobody stated it.
    CollateralRow {
        /// The heading of the section.
        section: String,
        /// What the row is about.
        key: String,
    },
    /// A row that was stated but did not change.
    RowNotChanged {
        /// The line of the statement.
        line: usize,
        /// The heading of the section.
        section: String,
        /// What the row is about.
        key: String,
    },
}

/// Reads a page of intended changes, in the vocabulary of the newer law.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn read(source: &str, difference: &Difference) -> Result<Intended, Vec<Diagnostic>> {
    let sections: Vec<String> = known_sections(difference);
    let (intended, mut errors) = intended::read(source, &difference.joint.new);
    for other in &intended.others {
        if !sections.contains(&other.section) {
            let names: Vec<&str> = sections.iter().map(String::as_str).collect();
            let span = crate::page::Page::line_span(source, other.line);
            let message = format!("no section `{}`", other.section);
            errors.push(
                Diagnostic::error(Kind::UnknownSection, span, message)
                    .help(format!("the sections are {}", quoted(&names))),
            );
        }
    }
    if errors.is_empty() {
        Ok(intended)
    } else {
        Err(errors)
    }
}

fn known_sections(difference: &Difference) -> Vec<String> {
    let mut names: Vec<String> = Section::FIXED.into_iter().map(Section::heading).collect();
    for number in 1..=4 {
        names.push(Section::Edition(number).heading());
        names.push(Section::Duties(number).heading());
    }
    debug_assert!(
        difference
            .rows
            .iter()
            .all(|row| names.contains(&row.section.heading()))
    );
    names
}

/// The changes that were not intended, or did not happen.
#[must_use]
pub fn check(difference: &Difference, intended: &Intended) -> Vec<Mismatch> {
    let mut found = Vec::new();
    for statement in &intended.statements {
        let section = Section::Edition(statement.edition);
        let table = difference
            .tables
            .iter()
            .find(|table| table.section == section);
        claims(statement, table, &mut found);
    }
    for table in &difference.tables {
        if let Section::Edition(_) = table.section {
            collateral(table, intended, &mut found);
        }
    }
    others(difference, intended, &mut found);
    found
}

/// Whether a statement is about persons who had this answer.
fn meant(statement: &Statement, table: &TableDifference, old: usize) -> bool {
    table.section == Section::Edition(statement.edition)
        && table.answers[0]
            .get(old)
            .is_some_and(|answer| statement.from.is_none_or(|from| from.is(answer.main)))
}

fn claims(statement: &Statement, table: Option<&TableDifference>, found: &mut Vec<Mismatch>) {
    let mut anybody = false;
    let mut kept: Vec<((usize, usize), Vec<Persons>)> = Vec::new();
    for (table, piece) in table
        .into_iter()
        .flat_map(|table| table.pieces.iter().map(move |piece| (table, piece)))
    {
        let days = piece.persons.days.and(statement.conditions.days);
        let region = piece.persons.region.and(&statement.conditions.region);
        let Some(region) = region.filter(|_| !days.is_empty()) else {
            continue;
        };
        if !meant(statement, table, piece.old) {
            continue;
        }
        anybody = true;
        let [old, new] = [
            table.answers[0].get(piece.old),
            table.answers[1].get(piece.new),
        ];
        let came = new.is_some_and(|new| {
            statement.to.is(new.main)
                && new.basis == statement.basis
                && old.is_none_or(|old| old.words != new.words)
        });
        if came {
            continue;
        }
        let rows = (piece.old, piece.new);
        match kept.iter_mut().find(|(other, _)| *other == rows) {
            Some((_, all)) => all.push(Persons { region, days }),
            None => kept.push((rows, vec![Persons { region, days }])),
        }
    }
    if !anybody {
        found.push(Mismatch::Nobody {
            line: statement.line,
        });
    }
    for ((old, new), groups) in kept {
        let words = |side: usize, row: usize| {
            let answer = table.and_then(|table| table.answers[side].get(row));
            answer.map_or_else(String::new, |answer| answer.words.clone())
        };
        for persons in table::merged(groups) {
            found.push(Mismatch::NotChanged {
                line: statement.line,
                persons,
                old: words(0, old),
                new: words(1, new),
            });
        }
    }
}

fn collateral(table: &TableDifference, intended: &Intended, found: &mut Vec<Mismatch>) {
    for change in &table.changes {
        let mut rest = change.groups.clone();
        for statement in &intended.statements {
            if meant(statement, table, change.old) {
                let conditions = &statement.conditions;
                rest = rest
                    .into_iter()
                    .flat_map(|group| table::without(group, &conditions.region, conditions.days))
                    .collect();
            }
        }
        let words = |side: usize, row: usize| {
            let answer = table.answers[side].get(row);
            answer.map_or_else(String::new, |answer| answer.words.clone())
        };
        for persons in table::merged(rest) {
            found.push(Mismatch::Collateral {
                section: table.section,
                persons,
                old: words(0, change.old),
                new: words(1, change.new),
            });
        }
    }
}

/// Everything else that changed an answer, in the form in which it is stated: section and row.
fn changed_rows(difference: &Difference, deciding: bool) -> Vec<(String, String)> {
    let rows = difference
        .rows
        .iter()
        .filter(|row| row.decides || !deciding);
    let mut all: Vec<(String, String)> = rows
        .map(|row| (row.section.heading(), row.key.clone()))
        .collect();
    for day in &difference.days {
        all.push((Section::Calendar.heading(), day.day.to_string()));
    }
    for (number, name, _) in &difference.editions {
        all.push((Section::Edition(*number).heading(), name.clone()));
    }
    for table in &difference.tables {
        if table.name.is_empty() && !table.changes.is_empty() {
            all.push((table.section.heading(), "all".into()));
        }
    }
    all.dedup();
    all
}

fn others(difference: &Difference, intended: &Intended, found: &mut Vec<Mismatch>) {
    // Days of the calendar may be stated by their year.
    let same = |(section, key): &(String, String), other: &OtherStatement, row: &String| {
        let year = *section == Section::Calendar.heading() && key.get(..4) == Some(row.as_str());
        *section == other.section && (key == row || year)
    };
    for (section, key) in changed_rows(difference, true) {
        let pair = (section, key);
        let stated = intended
            .others
            .iter()
            .any(|other| other.rows.iter().any(|row| same(&pair, other, row)));
        if !stated {
            let (section, key) = pair;
            found.push(Mismatch::CollateralRow { section, key });
        }
    }
    let all = changed_rows(difference, false);
    for other in &intended.others {
        for row in &other.rows {
            if !all.iter().any(|pair| same(pair, other, row)) {
                found.push(Mismatch::RowNotChanged {
                    line: other.line,
                    section: other.section.clone(),
                    key: row.clone(),
                });
            }
        }
    }
}

/// A mismatch in words.
#[must_use]
pub fn words(difference: &Difference, mismatch: &Mismatch) -> String {
    let who = |persons: &Persons| persons.words(&difference.joint.words);
    match mismatch {
        Mismatch::Collateral {
            section,
            persons,
            old,
            new,
        } => format!(
            "collateral: {}: {}: {old} -> {new}",
            section.heading(),
            who(persons)
        ),
        Mismatch::NotChanged {
            line,
            persons,
            old,
            new,
        } => format!(
            "line {line}: stated, but not so: {}: {old} -> {new}",
            who(persons)
        ),
        Mismatch::Nobody { line } => {
            format!(
                "line {line}: stated of nobody: no person fulfils the conditions and had that obligation"
            )
        }
        Mismatch::CollateralRow { section, key } => format!("collateral: {section}: {key}"),
        Mismatch::RowNotChanged { line, section, key } => {
            format!("line {line}: stated, but not changed: {section}: {key}")
        }
    }
}

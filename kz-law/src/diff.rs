//! The exact difference between two laws: which persons get another answer, from when and until when, and what else
//! differs. Data only; [`mod@print`] puts it into words.

pub mod calendar;
pub mod expect;
mod joint;
pub mod print;
pub mod rows;
mod sample;
pub mod table;

pub use calendar::DayChange;
pub use joint::Joint;
pub use rows::RowChange;
pub use sample::Sample;

use crate::day::{Day, Days};
use crate::explore::Persons;
use crate::model::Law;
use crate::section::Section;
use crate::table::Table;
use crate::texts::Texts;
use std::collections::BTreeMap;
use table::Piece;

/// The difference between two laws on some days.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The laws.
    pub joint: Joint,
    /// The days that were compared.
    pub period: Days,
    /// The first-match tables: the editions that both laws have, and those of a plan.
    pub tables: Vec<TableDifference>,
    /// Editions that only one law has: number and name, and whether it is the newer law's.
    pub editions: Vec<(u8, String, bool)>,
    /// Rows of the other tables.
    pub rows: Vec<RowChange>,
    /// Days of the calendar.
    pub days: Vec<DayChange>,
}

/// The difference between two first-match tables.
#[derive(Clone, Debug)]
pub struct TableDifference {
    /// Which table.
    pub section: Section,
    /// The name of the edition; empty for another table.
    pub name: String,
    /// Everybody, by the rows that take them, on every day of the period. The pieces do not overlap.
    pub pieces: Vec<Piece>,
    /// What each row answers, by place, in the older and the newer table.
    pub answers: [Vec<Answer>; 2],
    /// Who gets another answer, by pair of rows, by first day.
    pub changes: Vec<Change>,
    /// How many combinations of facts there are.
    pub combinations: u128,
    /// How many of them get another answer on some day.
    pub changed: u128,
}

/// The answer of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The line of its page.
    pub line: usize,
    /// The obligation, or the place where a document is obtained.
    pub main: &'static str,
    /// The basis, empty if there is none.
    pub basis: String,
    /// The whole answer, in words. Two rows with the same words give the same answer.
    pub words: String,
}

/// Persons who were taken by one row of the older law and get another answer from a row of the newer law.
#[derive(Clone, Debug)]
pub struct Change {
    /// The row of the older law, by place.
    pub old: usize,
    /// The row of the newer law, by place.
    pub new: usize,
    /// Who, and on which days. The groups do not overlap.
    pub groups: Vec<Persons>,
    /// How many combinations of facts are in them.
    pub count: u128,
    /// The first day of the change; [`Day::FIRST`] if it holds from the beginning.
    pub first: Day,
    /// One of the persons, described by the columns of the newer law.
    pub sample: Sample,
}

/// A text that only one law has in a language, or that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// The identifier.
    pub id: String,
    /// Label and sentence of the older law.
    pub old: Option<[String; 2]>,
    /// Label and sentence of the newer law.
    pub new: Option<[String; 2]>,
}

impl Difference {
    /// Whether an answer differs on some day of the period.
    #[must_use]
    pub fn changes_answers(&self) -> bool {
        !self.editions.is_empty()
            || !self.days.is_empty()
            || self.tables.iter().any(|table| !table.changes.is_empty())
            || self.rows.iter().any(|row| row.decides)
    }
}

/// The difference between two laws on the days of a period; none if a table cuts everybody into too many parts.
#[must_use]
pub fn diff(old: &Law, new: &Law, period: Days) -> Option<Difference> {
    let joint = Joint::of(old, new);
    let mut tables = Vec::new();
    let mut editions = Vec::new();
    for number in 1..=4 {
        let of = |law: &Law| {
            let mut all = law.editions.iter();
            all.position(|edition| edition.number == number)
        };
        match (of(&joint.old), of(&joint.new)) {
            (Some(before), Some(after)) => {
                tables.push(edition(&joint, before, after, period)?);
            }
            (before, after) => {
                let law = if after.is_some() { new } else { old };
                let place = before.or(after);
                if let Some(only) = place.and_then(|place| law.editions.get(place)) {
                    editions.push((number, only.name.clone(), after.is_some()));
                }
            }
        }
    }
    for table in [Table::places, Table::deadlocks] {
        let (before, after) = (table(&joint.old), table(&joint.new));
        let answers = |table: &Table<'_>| {
            let rows = table.rows.iter().map(|row| Answer {
                line: row.line,
                main: row.main,
                basis: String::new(),
                words: row.answer.clone(),
            });
            rows.collect::<Vec<_>>()
        };
        let answers = [answers(&before), answers(&after)];
        tables.push(compare(&joint, "", [&before, &after], answers, period)?);
    }
    Some(Difference {
        rows: rows::rows([old, &joint.old], [new, &joint.new], period),
        days: calendar::days(old, new, period)?,
        tables,
        editions,
        joint,
        period,
    })
}

/// The texts of a language that differ.
#[must_use]
pub fn texts(old: &Texts, new: &Texts) -> Vec<TextChange> {
    let said = |texts: &Texts| -> BTreeMap<String, [String; 2]> {
        let texts = texts.texts.iter();
        texts
            .map(|(id, text)| (id.clone(), [text.label.clone(), text.sentence.clone()]))
            .collect()
    };
    let (before, mut after) = (said(old), said(new));
    let mut changes = Vec::new();
    for (id, text) in before {
        let new = after.remove(&id);
        if new.as_ref() != Some(&text) {
            changes.push(TextChange {
                id,
                old: Some(text),
                new,
            });
        }
    }
    changes.extend(after.into_iter().map(|(id, text)| TextChange {
        id,
        old: None,
        new: Some(text),
    }));
    changes
}

fn edition(joint: &Joint, before: usize, after: usize, period: Days) -> Option<TableDifference> {
    let old = joint.old.editions.get(before)?;
    let new = joint.new.editions.get(after)?;
    let answers = |law: &Law, edition: &crate::model::Edition, table: &Table<'_>| {
        let rows = edition.rows.iter().zip(&table.rows);
        let rows = rows.map(|(row, written)| Answer {
            line: row.line,
            main: row.obligation.text(),
            basis: law.provision_id(row.basis).to_owned(),
            words: written.answer.clone(),
        });
        rows.collect::<Vec<_>>()
    };
    let tables = [
        Table::edition(&joint.old, old),
        Table::edition(&joint.new, new),
    ];
    let answers = [
        answers(&joint.old, old, &tables[0]),
        answers(&joint.new, new, &tables[1]),
    ];
    compare(joint, &new.name, tables.each_ref(), answers, period)
}

fn compare(
    joint: &Joint,
    name: &str,
    [old, new]: [&Table<'_>; 2],
    answers: [Vec<Answer>; 2],
    period: Days,
) -> Option<TableDifference> {
    let pieces = table::pieces(old, new, period)?;
    let words = |side: usize, row: usize| answers[side].get(row).map(|answer| &answer.words);
    let mut by_rows: BTreeMap<(usize, usize), Vec<Persons>> = BTreeMap::new();
    for piece in &pieces {
        if words(0, piece.old) != words(1, piece.new) {
            let group = by_rows.entry((piece.old, piece.new)).or_default();
            group.push(piece.persons);
        }
    }
    let mut changes = Vec::new();
    for ((old, new), groups) in by_rows {
        let groups = table::merged(groups);
        let Some(first) = groups.first() else {
            continue;
        };
        changes.push(Change {
            old,
            new,
            count: joint.count_all(groups.iter().map(|group| group.region)),
            first: first.days.from,
            sample: Sample::of(first, joint, &joint.new, name),
            groups,
        });
    }
    changes.sort_by_key(|change| (change.first, change.old, change.new));
    let all = changes.iter().flat_map(|change| &change.groups);
    Some(TableDifference {
        section: new.section,
        name: name.to_owned(),
        changed: joint.count_all(all.map(|group| group.region)),
        combinations: joint.count(&joint.words.everybody()),
        pieces,
        answers,
        changes,
    })
}

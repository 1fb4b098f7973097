//! Whom a row takes, and who gets another answer: under another law, or on another day.

use crate::{day, edition, number, told};
use kz_law::diff::{self, Change, TableDifference};
use kz_law::explore::{self, Persons};
use kz_law::table::Table;
use kz_law::{Day, Days, Law, Section};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TOO_LARGE: &str = "the law cuts persons into far too many parts";

/// The persons whom a row of an edition takes, on the days on which it does.
pub(crate) fn whom(law: &Law, question: &Value) -> Result<Value, String> {
    let edition = edition(law, question)?;
    let row = usize::try_from(number(question, "row")?).map_err(|error| error.to_string())?;
    let groups = explore::whom(&Table::edition(law, edition), row).ok_or(TOO_LARGE)?;
    let groups = diff::table::merged(groups);
    Ok(
        json!({ "groups": groups.iter().map(|group| told::persons(law, group)).collect::<Vec<_>>() }),
    )
}

/// Who gets another answer under another law, on every day; and what else differs.
pub(crate) fn differences(old: &Law, new: &Law) -> Result<Value, String> {
    let found = diff::diff(old, new, Days::ALL).ok_or(TOO_LARGE)?;
    let words = &found.joint.words;
    let tables: Vec<Value> = found
        .tables
        .iter()
        .filter(|table| !table.changes.is_empty())
        .map(|table| {
            let edition = match table.section {
                Section::Edition(number) => Some(number),
                _ => None,
            };
            let changes: Vec<Value> = table
                .changes
                .iter()
                .map(|change| one(words, table, change))
                .collect();
            json!({ "edition": edition, "heading": table.section.heading(), "changes": changes })
        })
        .collect();
    let rows: Vec<Value> = found
        .rows
        .iter()
        .map(|row| {
            let side = |side: &Option<diff::rows::Shown>| {
                let shown = side.as_ref();
                shown.map(|shown| json!({ "line": shown.line, "words": shown.words }))
            };
            json!({
                "heading": row.section.heading(), "key": row.key, "old": side(&row.old), "new": side(&row.new),
                "decides": row.decides,
            })
        })
        .collect();
    let off = |is: diff::calendar::DayIs| is.off.map(kz_rules_core::Reason::name);
    let days: Vec<Value> = found
        .days
        .iter()
        .map(|change| json!({ "day": told::day(change.day), "old": off(change.old), "new": off(change.new) }))
        .collect();
    let editions: Vec<Value> = found
        .editions
        .iter()
        .map(|(number, name, is_new)| json!({ "number": number, "name": name, "added": is_new }))
        .collect();
    Ok(json!({
        "changes": found.changes_answers(), "ages": words.ages.iter().map(|age| age.years).collect::<Vec<_>>(),
        "tables": tables, "rows": rows, "days": days, "editions": editions,
    }))
}

fn one(words: &Law, table: &TableDifference, change: &Change) -> Value {
    let side = |side: usize, row: usize| {
        let answer = table.answers.get(side).and_then(|answers| answers.get(row));
        answer.map(
            |answer| json!({ "line": answer.line, "main": answer.main, "basis": answer.basis }),
        )
    };
    let groups: Vec<Value> = change
        .groups
        .iter()
        .map(|group| told::persons(words, group))
        .collect();
    json!({ "old": side(0, change.old), "new": side(1, change.new), "groups": groups, "sample": change.sample.told })
}

/// Who gets another answer under the same law on another day. The facts are the same on both days; an age reached between
/// them is not considered.
pub(crate) fn days(law: &Law, question: &Value) -> Result<Value, String> {
    let edition = edition(law, question)?;
    let table = Table::edition(law, edition);
    let cut = |on: Day| {
        let days = Days {
            from: on,
            until: on.next(),
        };
        table.cut(days, 0..table.rows.len(), &[table.everybody])
    };
    let before = cut(day(question, "before")?).ok_or(TOO_LARGE)?;
    let after = cut(day(question, "after")?).ok_or(TOO_LARGE)?;
    let answer = |row: usize| edition.rows.get(row).map(|row| (row.obligation, row.basis));
    let mut changes: BTreeMap<(usize, usize), Vec<Persons>> = BTreeMap::new();
    for (old, one) in &before.taken {
        for (new, other) in &after.taken {
            if let Some(region) = one.and(other).filter(|_| answer(*old) != answer(*new)) {
                let group = changes.entry((*old, *new)).or_default();
                group.push(Persons {
                    region,
                    days: Days::ALL,
                });
            }
        }
    }
    let side = |row: usize| {
        let row = edition.rows.get(row);
        row.map(|row| json!({ "line": row.line, "main": row.obligation.text(), "basis": law.provision_id(row.basis) }))
    };
    let changes: Vec<Value> = changes
        .into_iter()
        .map(|((old, new), groups)| {
            let groups = diff::table::merged(groups);
            let groups: Vec<Value> = groups
                .iter()
                .map(|group| told::persons(law, group))
                .collect();
            json!({ "old": side(old), "new": side(new), "groups": groups })
        })
        .collect();
    Ok(json!({ "changes": changes }))
}

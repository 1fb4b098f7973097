//! A difference in words, and as a table.

use super::{Answer, Change, DayChange, Difference, RowChange, TableDifference, TextChange};
use crate::calendar::Week;
use crate::condition;
use crate::day::{Day, Days};
use crate::model::Law;
use crate::region::Axis;
use crate::section::Section;
use std::fmt::Write;

/// If one pair of rows has more groups than this, they are only in the table.
const GROUPS: usize = 4;

/// A difference in words; only the heading if there is none.
#[must_use]
pub fn words(difference: &Difference) -> String {
    let mut out = String::new();
    let joint = &difference.joint;
    line(
        &mut out,
        format_args!("{} -> {}", identity(&joint.old), identity(&joint.new)),
    );
    if difference.period != Days::ALL {
        line(&mut out, format_args!("{}", difference.period.words()));
    }
    for table in &difference.tables {
        of_table(&mut out, difference, table);
    }
    for (number, name, new) in &difference.editions {
        let which = if *new { "newer" } else { "older" };
        line(
            &mut out,
            format_args!("\nEdition {number}: {name}: the {which} law alone"),
        );
    }
    let mut last = None;
    for row in &difference.rows {
        if last != Some(row.section) {
            line(&mut out, format_args!("\n{}", row.section.heading()));
        }
        last = Some(row.section);
        of_row(&mut out, row);
    }
    if !difference.days.is_empty() {
        line(&mut out, format_args!("\nCalendar"));
    }
    for day in &difference.days {
        line(&mut out, format_args!("  {}", day_words(day)));
    }
    samples(&mut out, difference);
    if !difference.changes_answers() {
        line(&mut out, format_args!("\nno answer differs"));
    }
    out
}

/// The changes in the texts of a language, in words; empty if there are none.
#[must_use]
pub fn texts(language: &str, changes: &[TextChange]) -> String {
    let mut out = String::new();
    let ids = |wanted: fn(&TextChange) -> bool| {
        let some = changes.iter().filter(|change| wanted(change));
        some.map(|change| change.id.as_str()).collect::<Vec<_>>()
    };
    for (what, ids) in [
        ("new", ids(|change| change.old.is_none())),
        ("gone", ids(|change| change.new.is_none())),
        (
            "other words",
            ids(|change| change.old.is_some() && change.new.is_some()),
        ),
    ] {
        if !ids.is_empty() {
            line(
                &mut out,
                format_args!("  {language}: {what}: {}", ids.join(", ")),
            );
        }
    }
    out
}

/// A difference as CSV: one line for each group of persons, row or day. A group is described in words, and as conditions
/// (`if`) for programs; one with several runs of ages has a line for each.
///
/// None if it cannot be written, which does not happen.
#[must_use]
pub fn csv(difference: &Difference) -> Option<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record([
            "section", "what", "from", "until", "count", "persons", "if", "old", "new", "old_line",
            "new_line",
        ])
        .ok()?;
    let end = |day: Day| match day {
        Day::FIRST | Day::END => String::new(),
        day => day.to_string(),
    };
    let joint = &difference.joint;
    for table in &difference.tables {
        for change in &table.changes {
            let [old, new] = answers(table, change)?;
            let alternatives = change.groups.iter().flat_map(|group| {
                let parts = condition::alternatives(&joint.words, &group.region);
                parts.into_iter().map(|part| (group.days, part))
            });
            for (days, (region, conditions)) in alternatives {
                writer
                    .write_record([
                        title(table),
                        rows(change),
                        end(days.from),
                        end(days.until),
                        joint.count(&region).to_string(),
                        crate::person::people(&joint.words, &region),
                        conditions,
                        old.words.clone(),
                        new.words.clone(),
                        old.line.to_string(),
                        new.line.to_string(),
                    ])
                    .ok()?;
            }
        }
    }
    let empty = String::new;
    for (number, name, new) in &difference.editions {
        let (old, new) = if *new { ("", "added") } else { ("removed", "") };
        writer
            .write_record([
                format!("Edition {number}: {name}"),
                empty(),
                empty(),
                empty(),
                empty(),
                empty(),
                empty(),
                old.to_owned(),
                new.to_owned(),
                empty(),
                empty(),
            ])
            .ok()?;
    }
    for row in &difference.rows {
        let side = |side: &Option<super::rows::Shown>| match side {
            Some(shown) => (shown.words.clone(), shown.line.to_string()),
            None => (empty(), empty()),
        };
        let ((old, old_line), (new, new_line)) = (side(&row.old), side(&row.new));
        writer
            .write_record([
                row.section.heading(),
                row.key.clone(),
                end(row.days.from),
                end(row.days.until),
                empty(),
                empty(),
                empty(),
                old,
                new,
                old_line,
                new_line,
            ])
            .ok()?;
    }
    for day in &difference.days {
        writer
            .write_record([
                "Calendar".to_owned(),
                weeks(day),
                day.day.to_string(),
                day.day.next().to_string(),
                empty(),
                shift_words(day),
                empty(),
                off(day.old),
                off(day.new),
                empty(),
                empty(),
            ])
            .ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

fn line(out: &mut String, words: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{words}");
}

fn identity(law: &Law) -> String {
    let identity = &law.identity;
    format!(
        "{} {} (known until {})",
        identity.name, identity.sequence, identity.known_until
    )
}

fn title(table: &TableDifference) -> String {
    match table.name.as_str() {
        "" => table.section.heading(),
        name => format!("{}: {name}", table.section.heading()),
    }
}

fn rows(change: &Change) -> String {
    format!("row {} -> row {}", change.old + 1, change.new + 1)
}

fn answers<'t>(table: &'t TableDifference, change: &Change) -> Option<[&'t Answer; 2]> {
    let [old, new] = &table.answers;
    Some([old.get(change.old)?, new.get(change.new)?])
}

fn of_table(out: &mut String, difference: &Difference, table: &TableDifference) {
    let joint = &difference.joint;
    if table.changes.is_empty() {
        return;
    }
    let counted = !table.name.is_empty();
    let count = if counted {
        let (changed, all) = (table.changed, table.combinations);
        format!(": {changed} of {all} combinations get another answer")
    } else {
        String::new()
    };
    line(out, format_args!("\n{}{count}", title(table)));
    for change in &table.changes {
        let Some([old, new]) = answers(table, change) else {
            continue;
        };
        let count = if counted {
            let first = match change.first {
                Day::FIRST => "always".to_owned(),
                day => format!("first on {day}"),
            };
            format!(" ({}, {first})", change.count)
        } else {
            String::new()
        };
        line(
            out,
            format_args!("  {}: {} -> {}{count}", rows(change), old.words, new.words),
        );
        if counted && old.basis != new.basis {
            let [before, after] = [
                provision(&joint.old, &old.basis),
                provision(&joint.new, &new.basis),
            ];
            line(out, format_args!("    {before} -> {after}"));
        }
        for group in change.groups.iter().take(GROUPS) {
            line(out, format_args!("    {}", group.words(&joint.words)));
        }
        if let Some(more @ 1..) = change.groups.len().checked_sub(GROUPS) {
            line(out, format_args!("    and {more} more groups (--csv)"));
        }
    }
}

/// A provision with its place: "L50, fingerprint registration, case 6".
fn provision(law: &Law, id: &str) -> String {
    let Some(provision) = law
        .provision(id)
        .and_then(|place| law.provisions.get(place))
    else {
        return id.to_owned();
    };
    let document = law.documents.get(provision.document);
    let document = document.map_or("", |document| document.id.as_str());
    format!("{document}, {}", provision.place)
}

fn of_row(out: &mut String, row: &RowChange) {
    match (&row.old, &row.new) {
        (Some(old), Some(new)) => {
            line(out, format_args!("  {}: {}", row.key, old.words));
            line(out, format_args!("    -> {}", new.words));
        }
        (Some(old), None) => line(out, format_args!("  - {}: {}", row.key, old.words)),
        (None, Some(new)) => line(out, format_args!("  + {}: {}", row.key, new.words)),
        (None, None) => {}
    }
}

fn off(day: super::calendar::DayIs) -> String {
    match day.off {
        Some(reason) => format!("off ({})", reason.name()),
        None => "worked".into(),
    }
}

fn weeks(day: &DayChange) -> String {
    match day.weeks[..] {
        [week] => week.words().to_owned(),
        _ => "both weeks".into(),
    }
}

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

fn day_words(change: &DayChange) -> String {
    let weekday = usize::from(change.day.weekday() - 1);
    let shifts = shift_words(change);
    let week = match change.weeks[..] {
        [Week::Five] => " in the five-day week",
        [Week::Six] => " in the six-day week",
        _ => "",
    };
    format!(
        "{} {}: {} -> {}{week}{}{shifts}",
        change.day,
        WEEKDAYS.get(weekday).unwrap_or(&""),
        off(change.old),
        off(change.new),
        if shifts.is_empty() { "" } else { "; " },
    )
}

/// "moves 2027-03-01 to 2027-03-05: 2027-03-06 to 2027-03-12 -> 2027-03-07 to 2027-03-13".
fn shift_words(change: &DayChange) -> String {
    let all = &change.shifts;
    let (Some(first), Some(last)) = (all.first(), all.last()) else {
        return String::new();
    };
    let events = if first.event == last.event {
        first.event.to_string()
    } else {
        format!("{} to {}", first.event, last.event)
    };
    let way = |pair: [Day; 2]| pair[1].number().cmp(&pair[0].number());
    let later = |pairs: Vec<[Day; 2]>| {
        use std::cmp::Ordering::{Equal, Greater, Less};
        let (up, down) = (
            pairs.iter().any(|pair| way(*pair) == Greater),
            pairs.iter().any(|pair| way(*pair) == Less),
        );
        debug_assert!(pairs.iter().any(|pair| way(*pair) == Equal) || up || down);
        match (up, down) {
            (true, false) => "later",
            (false, true) => "sooner",
            _ => "otherwise",
        }
    };
    let pairs = all
        .iter()
        .flat_map(|shift| [shift.strict, shift.lenient])
        .filter(|pair| pair[0] != pair[1])
        .collect();
    let one = |pair: [Day; 2]| {
        if pair[0] == pair[1] {
            pair[0].to_string()
        } else {
            format!("{} -> {}", pair[0], pair[1])
        }
    };
    format!(
        "a move on {events} is due {} (of {}: strict {}, lenient {})",
        later(pairs),
        first.event,
        one(first.strict),
        one(first.lenient)
    )
}

/// The columns of a person that a kiosk reads, without those of questions that the newer law does not have.
fn columns(difference: &Difference) -> Vec<&'static str> {
    let law = &difference.joint.new;
    let has = |name: &&str| {
        Axis::named(name)
            .and_then(Axis::question)
            .is_none_or(|number| {
                law.questions
                    .iter()
                    .any(|question| question.number == number)
            })
    };
    crate::cases::INPUTS
        .into_iter()
        .filter(|name| *name != "declined")
        .filter(has)
        .collect()
}

fn samples(out: &mut String, difference: &Difference) {
    let editions = |table: &&TableDifference| matches!(table.section, Section::Edition(_));
    let mut changes = difference
        .tables
        .iter()
        .filter(editions)
        .flat_map(|table| table.changes.iter().map(move |change| (table, change)))
        .peekable();
    if changes.peek().is_none() {
        return;
    }
    let columns = columns(difference);
    line(
        out,
        format_args!("\nOne person of each, for `kiosk cards`:"),
    );
    line(out, format_args!("id,{}", columns.join(",")));
    for (table, change) in changes {
        let number = match table.section {
            Section::Edition(number) => number,
            _ => 0,
        };
        let cells = change.sample.cells(&columns).join(",");
        line(
            out,
            format_args!("{number}-{}-{},{cells}", change.old + 1, change.new + 1),
        );
    }
}

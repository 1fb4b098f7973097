//! The capacities: as much as the library has room for is accepted, one more is an error that gives the number and the room.

use crate::common::{base, edited};
use kz_law::{Kind, Section, capacity};

/// What the compiler says about capacities.
fn exceeded(page: &str) -> Vec<String> {
    let errors = kz_law::check(page).errors.into_iter();
    let capacity = errors.filter(|error| error.kind == Kind::Capacity);
    capacity.map(|error| error.message).collect()
}

/// The base law with as many rows in a table: the last of them is repeated, which is another error.
fn with_rows(section: Section, count: usize) -> String {
    let page = base();
    let lines: Vec<&str> = page.lines().collect();
    let heading = section.heading();
    let is_heading = |line: &&str| {
        let title = line.trim_start_matches('#').trim();
        line.starts_with('#') && (title == heading || title.starts_with(&format!("{heading}: ")))
    };
    let from = lines.iter().position(is_heading).expect("it has a heading");
    let has_row = |line: &&str| line.starts_with("| ");
    let first = from + lines[from..].iter().position(has_row).expect("a table") + 2;
    let rows = lines[first..]
        .iter()
        .take_while(|line| line.starts_with('|'));
    let rows: Vec<&str> = rows.copied().collect();
    let end = first + rows.len();
    let last = rows.last().copied().unwrap_or("| 1 | a |");
    let rows = rows.into_iter().chain(std::iter::repeat(last)).take(count);
    let all = lines[..first].iter().copied().chain(rows);
    let all: Vec<&str> = all.chain(lines[end..].iter().copied()).collect();
    all.join("\n") + "\n"
}

#[test]
fn a_table_has_as_many_rows_as_there_is_room_for() {
    for (section, room) in [
        (Section::Documents, capacity::DOCUMENTS),
        (Section::Provisions, capacity::PROVISIONS),
        (Section::Ages, capacity::AGES),
        (Section::Questions, capacity::QUESTIONS),
        (Section::Edition(1), capacity::EDITION_ROWS),
        (Section::Edition(2), capacity::EDITION_ROWS),
        (Section::Conflicts, capacity::CONFLICTS),
        (Section::Cautions, capacity::CAUTION_ROWS),
        (Section::Steps, capacity::STEPS),
        (Section::Where, capacity::PLACES),
        (Section::Deadlock, capacity::DEADLOCKS),
        (Section::Covered, capacity::COVERAGE),
        (Section::Grounds, capacity::GROUNDS),
        (Section::Countries, capacity::COUNTRIES),
        (Section::Holidays, capacity::HOLIDAYS),
        (Section::MovableDays, capacity::MOVABLE_DAYS),
        (Section::Transfers, capacity::TRANSFERS),
        (Section::Clock, capacity::CLOCK),
    ] {
        let rows = format!("rows of `{}`", section.heading());
        let about_rows = |count| {
            let mut said = exceeded(&with_rows(section, count));
            said.retain(|message| message.ends_with(&rows));
            said
        };
        assert_eq!(about_rows(room), [""; 0]);
        assert_eq!(about_rows(room + 1), [format!("{} {rows}", room + 1)]);
    }
}

#[test]
fn a_law_may_use_a_capacity_up() {
    let name = "x".repeat(capacity::LAW_NAME);
    let years = format!("| 2027 | {} | projected |", 2022 + capacity::YEARS);
    for (old, new, error) in [
        ("| kazakhstan |", format!("| {name} |"), None),
        (
            "| kazakhstan |",
            format!("| {name}x |"),
            Some("33 bytes of the law's name"),
        ),
        ("| 2027 | 2030 | projected |", years.clone(), None),
        (
            "| 2027 | 2030 | projected |",
            years.replace("2054", "2055"),
            Some("33 years"),
        ),
        (
            "| PILOT-PERIOD, PILOT-IN-PERSON, PILOT-PAPERS |",
            "| PILOT-PERIOD, PILOT-IN-PERSON, PILOT-PAPERS, PILOT-TERM |".into(),
            None,
        ),
        (
            "| always | L50-PLACE, L50-COLLECTORS-ABROAD |",
            "| always | L50-PLACE, L50-COLLECTORS-ABROAD, PILOT-TERM, PILOT-PAPERS |".into(),
            None,
        ),
        (
            "| always | L50-PLACE, L50-COLLECTORS-ABROAD |",
            "| always | L50-PLACE, L50-COLLECTORS-ABROAD, PILOT-TERM, PILOT-PAPERS, PILOT-PERIOD |"
                .into(),
            Some("5 provisions of a deadlock"),
        ),
    ] {
        let said = exceeded(&edited(&[(old, &new)]));
        assert_eq!(said, Vec::from_iter(error), "{new}");
    }
}

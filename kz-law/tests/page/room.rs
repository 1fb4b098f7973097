//! The capacities: as much as the library has room for is accepted, one more is an error that gives the number and the room.

use crate::common::{base, edited, row};
use kz_law::table::{Cut, Table};
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
    let by_proxy = &row("| iin_by_proxy |");
    let eight_provisions = [
        "R923-DEFINITIONS, R923-30-DAYS, R923-TREATY",
        "R923-DATA, R923-HOST, R923-CERTIFICATE",
        "R923-REFUSAL-1, R923-REFUSAL-2",
    ]
    .map(|ids| format!("| iin_by_proxy | both | iin | | on < 2026-01-01 | {ids} |"))
    .join("\n");
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
        (by_proxy, eight_provisions, None),
    ] {
        let page = edited(&[(old, &new)]);
        let errors = kz_law::check(&page).errors.into_iter();
        let said: Vec<String> = errors.map(|error| error.message).collect();
        assert_eq!(said, Vec::from_iter(error), "{new}");
    }
}

#[test]
fn an_answer_carries_as_many_cautions_as_there_is_room_for() {
    let known = row("| NOTE-PILOT-2 | iin_mission |");
    let ids = [
        "L50-CASES",
        "L50-CASE-2",
        "L50-CASE-6",
        "L50-PLACE",
        "L50-PAPERS",
        "L50-BIOMETRICS",
        "L50-REFUSAL",
        "L50-CERTIFICATE",
    ];
    let more = ids.map(|id| format!("\n| {id} | iin_mission | always | |"));
    assert_eq!(more.len(), capacity::CAUTIONS_IN_ANSWER);
    let said = |count: usize| {
        exceeded(&edited(&[(
            &known,
            &(known.clone() + &more[..count].concat()),
        )]))
    };
    assert_eq!(said(more.len() - 1), [""; 0]);
    let [error] = &said(more.len())[..] else {
        panic!("one error")
    };
    assert!(
        error.starts_with("an answer of `iin_mission` may carry 9 cautions on "),
        "{error}"
    );
}

/// The base law with four questions, and with these rows in the first edition from 2024 on.
fn with_edition(rows: &[String]) -> String {
    let (old, first) = (
        "| number | id |\n|---|---|\n",
        row("| on < 2024-01-01 | not_in_force"),
    );
    let page = edited(&[(
        old,
        &format!("{old}| 1 | one |\n| 2 | two |\n| 3 | three |\n| 4 | four |\n"),
    )]);
    let start = page.find(&first).expect("it is there") + first.len();
    let end = start + page[start..].find("\n\n").expect("its end");
    let last = [
        row("| standing = citizen |"),
        "| always | not_required | L50-CASES |".into(),
    ];
    let rows = [rows, &last].concat().join("\n");
    format!("{}\n{rows}{}", &page[..start], &page[end..])
}

/// The most parts into which the first edition cuts everybody on a day.
fn parts(page: &str) -> usize {
    let law = kz_law::check(page).reading.law;
    let cuts = Table::edition(&law, &law.editions[0]).cuts().unwrap();
    cuts.iter().map(Cut::parts).max().unwrap()
}

/// Random conditions.
fn conditions() -> impl FnMut() -> String {
    const FACTS: [(&str, &[&str]); 11] = [
        ("standing", &["citizen", "foreigner", "stateless"]),
        ("fingerprinted", &["yes", "no"]),
        (
            "occasion",
            &[
                "visa",
                "iin",
                "other",
                "expulsion",
                "readmission",
                "residence_card",
                "seafarer_identity",
                "temporary_residence_permit",
                "stateless_identity",
                "refugee_certificate",
            ],
        ),
        (
            "visa_channel",
            &["airport", "electronic", "foreign_mission", "in_kazakhstan"],
        ),
        (
            "action",
            &["first_issue", "holding", "extension", "replacement"],
        ),
        ("permanent_resident", &["yes", "no"]),
        ("held_at_commencement", &["yes", "no"]),
        ("question_1", &["yes", "no"]),
        ("question_2", &["yes", "no"]),
        ("question_3", &["yes", "no"]),
        ("question_4", &["yes", "no"]),
    ];
    let mut seed = 1u64;
    let mut below = move |count: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(seed >> 33).unwrap() % count
    };
    move || {
        let conditions = FACTS.iter().filter_map(|(fact, values)| {
            let some: Vec<&str> = values.iter().copied().filter(|_| below(2) == 0).collect();
            let not = ["=", "!="][below(2)];
            (!some.is_empty() && some.len() < values.len())
                .then(|| format!("{fact} {not} {}", some.join(", ")))
        });
        conditions.collect::<Vec<_>>().join("; ")
    }
}

/// Random rows, each of which cuts everybody into more parts; all of them into as many as there is room for.
fn rows_that_cut() -> Vec<String> {
    let mut conditions = conditions();
    let (mut rows, mut count) = (Vec::new(), 1);
    for _ in 0..10_000 {
        if count == capacity::PARTS {
            break;
        }
        rows.push(format!("| {} | mandatory | L50-CASE-6 |", conditions()));
        let more = parts(&with_edition(&rows));
        if more == capacity::PARTS || (more > count + count / 16 && more < capacity::PARTS) {
            count = more;
        } else {
            rows.pop();
        }
    }
    assert_eq!(count, capacity::PARTS, "other random rows are needed");
    rows
}

#[test]
fn an_edition_cuts_everybody_into_as_many_parts_as_there_is_room_for() {
    let mut rows = rows_that_cut();
    for count in 0..=rows.len() {
        assert_eq!(exceeded(&with_edition(&rows[..count])), [""; 0]);
    }
    rows.push("| fingerprinted = yes | mandatory | L50-CASE-6 |".into());
    let page = with_edition(&rows);
    let parts = parts(&page);
    assert!(parts > capacity::PARTS);
    let error = format!("the table cuts \"nothing known\" into {parts} parts on 2024-01-01");
    assert_eq!(exceeded(&page), [error]);
}

#[test]
fn a_plan_tells_as_many_persons_apart_as_there_is_room_for() {
    let mut conditions = conditions();
    let mut rows = |count: usize, answers: [&str; 2]| -> Vec<String> {
        let row = |row: usize| format!("| {} | {} |", conditions(), answers[row % 2]);
        (0..count).map(row).collect()
    };
    let says = ["mandatory | L50-CASE-6", "voluntary | L50-CASE-6"];
    let page = with_edition(&rows(11, says));
    let obtained = rows(29, ["in_kazakhstan", "abroad"]);
    let last = "| always | in_kazakhstan |";
    for count in 0..=obtained.len() {
        let all = [&obtained[..count], &[last.into()]].concat().join("\n");
        // How many of these random rows there is room for was found by trying.
        let expected: &[&str] = match count {
            ..28 => &[],
            _ => &["a plan would have to tell too many persons apart"],
        };
        let page = page.replace(last, &all);
        let errors = kz_law::check(&page).errors.into_iter();
        let said: Vec<String> = errors.map(|error| error.message).collect();
        assert_eq!(said, expected, "{count}");
    }
}

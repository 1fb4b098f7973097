//! The kiosk at a shell: the vectors, the day's visitors, wrong use, and memory.

use std::process::Command;

use kz_rules_core::Law;
use kz_rules_tests::days::{day, read_day};
use kz_rules_tests::rust_api::KINDS;
use kz_rules_tests::tools::{feed, has, kiosk, read, shown};
use kz_rules_tests::vectors::{Line, Vectors, csv};

use crate::kiosk_interview::{interview, interviews};
use crate::kiosk_tables::{answer_mangled, lines_of, outcomes};

#[test]
fn every_vector_has_its_answer() {
    for kind in KINDS {
        let vectors = Vectors::of(kind);
        let (names, table) = vectors.table();
        vectors.compare(outcomes(kind, names, table));
    }
}

#[test]
fn the_columns_written_are_those_of_the_vectors_in_order() {
    for kind in KINDS {
        let vectors = Vectors::of(kind);
        let (names, _) = vectors.table();
        let output = feed(
            Command::new(kiosk()).args(["lines", kind]),
            &csv(names, &[]),
        );
        let results: Vec<_> = vectors.results().map(|name| &name[1..]).collect();
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            format!("id,{}\n", results.join(","))
        );
    }
}

#[test]
fn the_days_visitors_have_their_answers() {
    for (file, kind, at_least) in [("visitors", "assess", 30), ("immigrant", "terms", 1)] {
        let cases = Vectors::read(&format!("examples/kiosk/cases/{file}.csv"));
        assert!(cases.lines().len() >= at_least, "{file}: too few");
        let (names, table) = cases.table();
        cases.compare(outcomes(kind, names, table));
        for line in cases.lines() {
            let (id, provision) = (line.text("id"), line.text("provision"));
            assert!(
                Law::BUILT_IN.provision_by_id(provision).is_some(),
                "{file} {id}: {provision}"
            );
            assert!(
                !line.text("who").is_empty() && !line.text("source").is_empty(),
                "{file} {id}"
            );
        }
    }
}

#[test]
fn the_days_visitors_cover_every_row_milestone_and_partly_known_people() {
    let cases = Vectors::read("examples/kiosk/cases/visitors.csv");
    let page = read("law/kazakhstan.md");
    let mut rows = 0;
    for (heading, edition) in [
        ("## Edition 1: enacted\n", ""),
        ("## Edition 2: announced\n", "announced"),
    ] {
        let (_, section) = page.split_once(heading).expect("the edition");
        let (section, _) = section.split_once("\n#").expect("what comes after it");
        let row = |line: &'_ str| -> Option<[String; 3]> {
            let cells: Vec<_> = line
                .strip_prefix("| ")?
                .strip_suffix(" |")?
                .split(" | ")
                .collect();
            Some(
                <[&str; 3]>::try_from(cells)
                    .expect("three cells")
                    .map(str::to_owned),
            )
        };
        for [_, obligation, basis] in section.lines().filter_map(row).skip(1) {
            let shows = |line: Line<'_>| {
                line.text("edition") == edition
                    && line.text("=obligations") == obligation
                    && line.text("=basis") == basis
            };
            assert!(cases.lines().any(shows), "{heading}{obligation} by {basis}");
            rows += 1;
        }
    }
    assert!(rows >= 20, "only {rows} rows of the law");
    let on = |line: Line<'_>| read_day(line.text("on"));
    for milestone in [day(2024, 1, 1), day(2025, 7, 1)] {
        for day in [milestone.plus(-1), Some(milestone)] {
            assert!(
                cases.lines().any(|line| on(line) == day),
                "nobody comes on {day:?}"
            );
        }
    }
    for band in [0..12, 12..16, 16..120] {
        let age = |line: Line<'_>| {
            let (birth, on) = (read_day(line.text("birth"))?, on(line)?);
            let before_birthday = (on.month(), on.day()) < (birth.month(), birth.day());
            Some(on.year() - birth.year() - u16::from(before_birthday))
        };
        assert!(
            cases
                .lines()
                .any(|line| age(line).is_some_and(|age| band.contains(&age))),
            "{band:?}"
        );
    }
    let undecided = cases
        .lines()
        .filter(|line| line.text("=obligations").contains('|'))
        .count();
    assert!(
        undecided >= 6,
        "{undecided} people about whom something is unknown"
    );
}

#[test]
fn wrong_use_is_refused() {
    for arguments in [
        &["lines"][..],
        &["lines", "plans"],
        &["lines", "assess", "more"],
        &["cards", "clock"],
        &["ask", "--on", "2026-02-30"],
        &["ask", "--on"],
        &["none"],
        &["--help", "more"],
    ] {
        let output = feed(Command::new(kiosk()).args(arguments), b"");
        assert_eq!(
            output.status.code(),
            Some(2),
            "{arguments:?}: {}",
            shown(&output)
        );
        assert!(
            output.stdout.is_empty() && !output.stderr.is_empty(),
            "{arguments:?}"
        );
    }
    let long = format!("id,{}\n", "x".repeat(100_000));
    for input in ["", "\n \n", "id,week,week\n", "id,\"week\n", long.as_str()] {
        let output = feed(
            Command::new(kiosk()).args(["lines", "calendar"]),
            input.as_bytes(),
        );
        assert_eq!(
            output.status.code(),
            Some(1),
            "{input:.20?}: {}",
            shown(&output)
        );
        assert!(
            output.stdout.is_empty() && !output.stderr.is_empty(),
            "{input:.20?}"
        );
    }
}

/// The kiosk under valgrind, which turns any error into its own exit status.
fn under_valgrind() -> Command {
    let mut command = Command::new("valgrind");
    command.args([
        "--quiet",
        "--error-exitcode=99",
        "--leak-check=full",
        "--errors-for-leak-kinds=all",
    ]);
    command.arg(kiosk());
    command
}

#[test]
fn valgrind_finds_no_error() {
    if !has("valgrind") {
        return;
    }
    for kind in KINDS {
        let vectors = Vectors::of(kind);
        let (names, table) = vectors.table();
        let answers = lines_of(under_valgrind(), kind, &csv(names, table));
        vectors.compare(answers.into_iter().map(|answer| answer.1));
    }
    answer_mangled(under_valgrind, 300);
    for (file, kind) in [("visitors", "assess"), ("immigrant", "terms")] {
        let input = read(&format!("examples/kiosk/cases/{file}.csv"));
        let output = feed(under_valgrind().args(["cards", kind]), input.as_bytes());
        assert!(
            output.status.success() && output.stderr.is_empty(),
            "{}",
            shown(&output)
        );
    }
    for (on, said, _) in interviews().into_iter().step_by(24) {
        interview(under_valgrind(), on, &said);
    }
}

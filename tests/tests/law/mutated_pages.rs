//! The vectors notice every change: each row, condition, value, number and day of the page is changed, one at a time,
//! and the compiler refuses the page, or a vector has another answer.

use std::sync::Mutex;

use kz_law::OwnedLaw;
use kz_rules_core::Law;
use kz_rules_tests::changes::{Change, applied, changes};
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
    let mutants = changes(&page);
    let survivors = Mutex::new(Vec::new());
    let places: Vec<_> = (0..mutants.len()).collect();
    compared(&places, |place| {
        if !is_noticed(&applied(&page, &[&mutants[*place]]), &vectors) {
            survivors.lock().expect("no panic").push(*place);
        }
        1
    });
    let mut survivors = survivors.into_inner().expect("no panic");
    survivors.sort_unstable();
    let survivors: Vec<_> = survivors.iter().map(|place| &mutants[*place]).collect();
    let is_explained = |mutant: &Change| {
        let of = (mutant.section.as_str(), mutant.column.as_str());
        NOT_IN_ANSWERS
            .iter()
            .any(|(section, column, _)| (*section, *column) == of)
            || SAME_ANSWERS.iter().any(|(row, _)| mutant.row.contains(row))
    };
    let told = |mutant: &&Change| format!("law/kazakhstan.md:{}: {}", mutant.line, mutant.what);
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

//! Compares the library with the second implementation on random questions of every kind about every law: every column
//! that a vector file of the kind has must be the same.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use kz_rules_naive::line::answer;
use kz_rules_tests::laws::{Page, laws};
use kz_rules_tests::parallel::compared;
use kz_rules_tests::random::{self, Days, Numbers, Question};
use kz_rules_tests::rust_api;
use kz_rules_tests::vectors::Vectors;

/// The questions of a part: few, so that both cores are busy until the end.
const PART: usize = 2_000;

/// Compares `parts` times [`PART`] random questions about each law. `answered`: how many of a hundred must have an
/// answer and not an error, or the questions are not good enough.
fn compare(
    kind: &str,
    parts: usize,
    answered: usize,
    ask: impl Fn(&Page, &Days, &mut Numbers) -> Question + Sync,
) {
    let least = answered;
    let start = Instant::now();
    let days: Vec<_> = laws().iter().map(|page| Days::of(&page.text)).collect();
    let all: Vec<_> = (0..laws().len())
        .flat_map(|law| (0..parts).map(move |part| (law, part)))
        .collect();
    let answered = AtomicUsize::new(0);
    let cases = compared(&all, |&(law, part)| {
        let page = &laws()[law];
        let mut numbers = Numbers::from((law * 1_000_003 + part + 1) as u64);
        for _ in 0..PART {
            let (columns, texts) = ask(page, &days[law], &mut numbers);
            let is_answered = same(page, kind, columns, &texts);
            answered.fetch_add(is_answered.into(), Ordering::Relaxed);
        }
        PART
    });
    let answered = answered.into_inner();
    println!(
        "{kind}: {cases} answers are equal, {answered} of them no errors, {:?}",
        start.elapsed()
    );
    assert!(
        100 * answered > least * cases,
        "{least} of 100 have an answer"
    );
}

/// Compares the answers to a question; returns whether the answer is not an error.
fn same(page: &Page, kind: &str, columns: &[&str], texts: &[String]) -> bool {
    let given: Vec<_> = texts.iter().map(String::as_str).collect();
    let mut expected = answer(&page.naive, kind, columns, &given);
    expected.retain(|(_, text)| !text.is_empty());
    expected.sort_unstable();
    let mut names: Vec<_> = columns.iter().map(|name| (*name).to_owned()).collect();
    names.push("=status".into());
    let mut cells = texts.to_vec();
    cells.push(String::new());
    let line = Vectors::new(kind, names, vec![cells]);
    let line = line.lines().next().expect("a line");
    let got = rust_api::answer(page.law(), kind, line);
    let got = got.all();
    assert!(
        got.iter()
            .map(|(name, text)| (*name, *text))
            .eq(expected.iter().map(|(name, text)| (*name, text.as_str()))),
        "{}, {kind}: {}\nlibrary: {got:?}\nnaive: {expected:?}",
        page.name,
        columns
            .iter()
            .zip(&given)
            .map(|(name, text)| format!("{name}={text}"))
            .collect::<Vec<_>>()
            .join(" "),
    );
    got.contains(&("status", "ok"))
}

#[test]
fn assessments() {
    compare("assess", 10, 50, |page, days, numbers| {
        let unknown = 2 + numbers.below(8);
        random::person(&page.naive, days, numbers, false, unknown)
    });
}

#[test]
fn plans() {
    compare("plan", 3, 50, |page, days, numbers| {
        let unknown = 3 + numbers.below(12);
        random::person(&page.naive, days, numbers, true, unknown)
    });
}

#[test]
fn terms() {
    compare("terms", 60, 50, |_, days, numbers| {
        random::term(days, numbers)
    });
}

#[test]
fn registration_cases() {
    // Most scripts end with an event that does not fit: the case before it is compared.
    compare("registration", 40, 10, |_, days, numbers| {
        random::case(days, numbers)
    });
}

#[test]
fn stays() {
    compare("stay", 5, 50, |_, days, numbers| {
        random::stays(days, numbers)
    });
}

#[test]
fn countries() {
    let law = |page: &Page| {
        let law = kz_law::compile(&page.text).expect("a law");
        law.countries
            .iter()
            .flat_map(|row| {
                [
                    row.alpha2.clone(),
                    row.alpha3.clone(),
                    format!("{:03}", row.numeric),
                ]
            })
            .collect::<Vec<_>>()
    };
    let codes: Vec<_> = laws().iter().flat_map(law).collect();
    compare("country", 10, 50, |_, days, numbers| {
        random::country(&codes, days, numbers)
    });
}

#[test]
fn days_of_the_calendar() {
    compare("calendar", 20, 50, |_, days, numbers| {
        random::calendar(days, numbers)
    });
}

#[test]
fn moments() {
    compare("clock", 20, 50, |_, days, numbers| {
        random::clock(days, numbers)
    });
}

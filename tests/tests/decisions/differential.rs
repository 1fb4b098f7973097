//! Compares the library with the second implementation on random questions of every kind about every law: every column
//! that a vector file of the kind has must be the same.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use kz_rules_core::{AtLeast, Law};
use kz_rules_naive::line::answer;
use kz_rules_tests::changes::{Change, applied, changes};
use kz_rules_tests::laws::{Page, laws};
use kz_rules_tests::packs::unsigned;
use kz_rules_tests::parallel::compared;
use kz_rules_tests::random::{self, Days, Numbers, Question};
use kz_rules_tests::rust_api;
use kz_rules_tests::vectors::Vectors;

/// The questions of a part: few, so that both cores are busy until the end.
const PART: usize = 2_000;

/// Compares `parts` times [`PART`] random questions about each law. `answered`: how many of a hundred must have an
/// answer and not an error, or the questions are not good enough.
fn compare(kind: &str, parts: usize, answered: usize) {
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
            let (columns, texts) = question(kind, page, &days[law], &mut numbers);
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

/// A random question of a kind about a law.
fn question(kind: &str, page: &Page, days: &Days, numbers: &mut Numbers) -> Question {
    match kind {
        "assess" => {
            let unknown = 2 + numbers.below(8);
            random::person(&page.naive, days, numbers, false, unknown)
        }
        "plan" => {
            let unknown = 3 + numbers.below(12);
            random::person(&page.naive, days, numbers, true, unknown)
        }
        "terms" => random::term(days, numbers),
        "registration" => random::case(days, numbers),
        "stay" => random::stays(days, numbers),
        "country" => random::country(&page.naive, days, numbers),
        "calendar" => random::calendar(days, numbers),
        "clock" => random::clock(days, numbers),
        _ => panic!("no kind {kind}"),
    }
}

#[test]
fn assessments() {
    compare("assess", 10, 50);
}

#[test]
fn plans() {
    compare("plan", 3, 50);
}

#[test]
fn terms() {
    compare("terms", 60, 50);
}

#[test]
fn registration_cases() {
    // Most scripts end with an event that does not fit: the case before it is compared.
    compare("registration", 40, 10);
}

#[test]
fn stays() {
    compare("stay", 5, 50);
}

#[test]
fn countries() {
    compare("country", 10, 50);
}

#[test]
fn days_of_the_calendar() {
    compare("calendar", 20, 50);
}

#[test]
fn moments() {
    compare("clock", 20, 50);
}

/// The kinds whose answers depend on the page.
const BY_THE_PAGE: [&str; 7] = [
    "assess",
    "plan",
    "terms",
    "registration",
    "country",
    "calendar",
    "clock",
];
/// How many random pages are made of each law, and how many questions of each kind are asked about each that the compiler
/// accepts.
const PAGES: usize = 250;
const QUESTIONS: usize = 60;

/// A page with up to four random changes, and in one of two pages two neighbouring rows of an edition swapped.
fn changed(page: &str, changes: &[Change], numbers: &mut Numbers) -> String {
    let count = 1 + numbers.below(4);
    let mut some: Vec<&Change> = Vec::new();
    while some.len() < count {
        let change = &changes[numbers.below(changes.len())];
        if some.iter().all(|other| other.line != change.line) {
            some.push(change);
        }
    }
    let page = applied(page, &some);
    if numbers.one_in(2) {
        return page;
    }
    let mut lines: Vec<_> = page.lines().collect();
    let edition = lines.iter().position(|line| line.starts_with("## Edition"));
    let first = edition.expect("a law has an edition") + 4;
    let at = first + numbers.below(10);
    if lines[at..]
        .iter()
        .take(2)
        .all(|line| line.starts_with("| "))
    {
        lines.swap(at, at + 1);
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// The pack of a law opens as the law, and shown as a page it is built again to the byte.
fn as_a_pack(page: &Page) {
    let built = unsigned(&page.law().sections());
    let opened = Law::open_already_verified(&built, AtLeast::of_built_in(0));
    let opened = opened.unwrap_or_else(|error| panic!("{}: {error}", page.name));
    assert_eq!(opened, page.law().sections(), "{}", page.name);
    let shown = Page::of(&page.name, kz_law::decompile::page(&opened));
    assert!(unsigned(&shown.law().sections()) == built, "{}", page.name);
}

#[test]
fn laws_that_nobody_wrote() {
    let changes: Vec<_> = laws().iter().map(|page| changes(&page.text)).collect();
    let all: Vec<_> = (0..laws().len())
        .flat_map(|law| (0..PAGES).map(move |number| (law, number)))
        .collect();
    let accepted = AtomicUsize::new(0);
    let cases = compared(&all, |&(law, number)| {
        let base = &laws()[law];
        let mut numbers = Numbers::from((law * 1_000_003 + number + 7) as u64);
        let text = changed(&base.text, &changes[law], &mut numbers);
        let name = format!("{} changed, page {number}", base.name);
        let Ok(page) = Page::accepted(&name, text) else {
            return 0;
        };
        accepted.fetch_add(1, Ordering::Relaxed);
        as_a_pack(&page);
        let days = Days::of(&page.text);
        for kind in BY_THE_PAGE {
            for _ in 0..QUESTIONS {
                let (columns, texts) = question(kind, &page, &days, &mut numbers);
                same(&page, kind, columns, &texts);
            }
        }
        BY_THE_PAGE.len() * QUESTIONS
    });
    let accepted = accepted.into_inner();
    println!(
        "{} pages, {accepted} accepted, {cases} answers are equal",
        all.len()
    );
    assert!(4 * accepted > all.len(), "most changes break a page");
}

//! Compares every day of every calendar with the second implementation, which lays the years out day by day.

use kz_rules_core::{Certainty, Day, Law, Week};
use kz_rules_naive as naive;
use kz_rules_tests::laws::{Page, laws};
use kz_rules_tests::random::{earlier, later};
use time::Date;

/// From two days before the first day of all years of a law's calendar to two days after their last.
fn days(law: &naive::Law) -> impl Iterator<Item = Date> {
    let covered = |year: &u16| {
        let day = Date::from_ordinal_date(i32::from(*year), 1).expect("a day");
        law.calendars[0].day(day).is_ok()
    };
    let years: Vec<_> = (1..=9999).filter(covered).collect();
    let first = Date::from_ordinal_date(i32::from(years[0]), 1).expect("a day");
    let last = Date::from_ordinal_date(i32::from(years[years.len() - 1]) + 1, 1).expect("a day");
    std::iter::successors(Some(earlier(first, 2)), |day| day.next_day())
        .take_while(move |day| *day <= later(last, 1))
}

/// Compares a day of both weeks.
fn compare(law: Law<'_>, naive: &naive::Law, day: Date) {
    let calendar = law.calendar();
    let core = Day::of(day).expect("it is supported");
    for (place, week) in [Week::Five, Week::Six].into_iter().enumerate() {
        let got = calendar.is_working_day(core, week).and_then(|working| {
            let projected = calendar.certainty(core)? == Certainty::Projected;
            // A day off has a reason, and a working day has none.
            assert_eq!(calendar.reason(core, week)?.is_none(), working, "{day}");
            Ok((working, projected))
        });
        let expected = naive.calendars[place].day(day);
        let same = match (&got, &expected) {
            (Ok(got), Ok(expected)) => *got == (expected.working, expected.projected),
            (Err(got), Err(expected)) => got.name() == expected.word(),
            _ => false,
        };
        assert!(same, "{day} {week:?}: {got:?}, naive: {expected:?}");
    }
}

#[test]
fn every_day_of_every_calendar_works_or_not() {
    let mut count = 0;
    for page in laws() {
        for day in days(&page.naive) {
            compare(page.law(), &page.naive, day);
            count += 2;
        }
    }
    println!("{count} days are equal");
    assert!(count > 4 * 2 * 8 * 365);
}

/// The page of the built-in law with one more transfer.
fn with_transfer(worked: &str, off: &str) -> String {
    let last = "| 2025-01-05 | 2025-01-03 |\n";
    let page = &laws()[0].text;
    assert!(page.contains(last), "the last transfer of the page");
    page.replace(last, &format!("{last}| {worked} | {off} |\n"))
}

#[test]
fn a_day_off_is_moved_from_one_year_into_another() {
    // Into the next year, and into the one before; from the last published year; into and out of the years of the calendar,
    // with the other day outside them.
    let transfers = [
        ("2025-12-28", "2026-01-05"),
        ("2026-01-10", "2025-12-31"),
        ("2026-12-27", "2027-01-05"),
        ("2030-12-28", "2031-01-06"),
        ("2022-12-31", "2023-01-05"),
    ];
    for (worked, off) in transfers {
        let page = Page::of(worked, with_transfer(worked, off));
        for day in days(&page.naive) {
            compare(page.law(), &page.naive, day);
        }
        let calendar = page.law().calendar();
        let is_worked = |text, week| {
            let day = kz_rules_tests::rust_api::day(text).expect("a day");
            calendar.is_working_day(day, week).ok()
        };
        let covered = |text: &str| ("2023".."2031").contains(&text);
        for (text, five) in [(worked, true), (off, false)] {
            assert_eq!(
                is_worked(text, Week::Five),
                covered(text).then_some(five),
                "{text}"
            );
        }
        // In the six-day week nothing is moved: its days off follow from the week alone.
        let base = laws()[0].law().calendar();
        for text in [worked, off] {
            let day = kz_rules_tests::rust_api::day(text).expect("a day");
            let before = base.is_working_day(day, Week::Six).ok();
            assert_eq!(is_worked(text, Week::Six), before, "{text}");
        }
    }
}

#[test]
fn a_page_that_moves_a_day_off_onto_one_of_another_year_is_refused() {
    let wrong = [
        // 1 and 2 January 2028 are a Saturday and a Sunday: their substitutes are the 3rd and the 4th.
        (
            "2027-12-26",
            "2028-01-03",
            "2028-01-03 is already a day off",
        ),
        (
            "2027-12-26",
            "2028-01-08",
            "2028-01-08 is already a rest day",
        ),
        ("2027-12-27", "2028-01-05", "2027-12-27 is no rest day"),
        (
            "2028-01-08",
            "2027-12-16",
            "2027-12-16 is already a day off",
        ),
    ];
    for (worked, off, message) in wrong {
        let errors = kz_law::compile(&with_transfer(worked, off)).expect_err("it is refused");
        let said: Vec<_> = errors.iter().map(|error| error.message.as_str()).collect();
        assert_eq!(said, [message]);
    }
}

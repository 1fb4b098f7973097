//! Compares every pattern of up to three stays in a small window of days, under every small rule, with the second
//! implementation, which counts day by day.

use std::time::Instant;

use kz_rules_core::{Day, LastDay, Stay, StayRule, stay};
use kz_rules_naive as naive;
use kz_rules_tests::parallel::compared;
use kz_rules_tests::random::later;
use naive::country::Rule;
use naive::stay::Last;
use time::Date;

use super::stride;

/// Entry and departure, in days from the first; none: the stay is going on.
type Pattern = Vec<(usize, Option<usize>)>;

/// The days on which a stay can begin and end.
const DAYS: usize = 7;
/// The decision dates: by the last, some stays have left the window.
const ASKED: usize = 10;

/// All lists of up to three stays in order; the last may be going on.
fn in_order() -> Vec<Pattern> {
    let mut all = vec![Vec::new()];
    let mut longest = all.clone();
    for _ in 0..3 {
        let mut longer = Vec::new();
        for stays in &longest {
            let last = match stays.last() {
                None => 0,
                Some((_, Some(left))) => *left,
                Some((_, None)) => continue,
            };
            for entered in last..DAYS {
                for left in (entered..DAYS).map(Some).chain([None]) {
                    longer.push([stays.as_slice(), &[(entered, left)]].concat());
                }
            }
        }
        all.extend_from_slice(&longer);
        longest = longer;
    }
    all
}

/// All lists of three stays of three days, in order or not.
fn in_any_order() -> Vec<Pattern> {
    let stay = |number: usize| (number % 3, [Some(0), Some(1), Some(2), None][number / 3]);
    (0..12 * 12 * 12)
        .map(|number| {
            [number % 12, number / 12 % 12, number / 144]
                .map(stay)
                .to_vec()
        })
        .collect()
}

/// Every rule with numbers up to the decision dates, and the rule without numbers.
fn rules() -> Vec<Rule> {
    let per_entry = [None, Some(1), Some(2), Some(3), Some(5)];
    let most = u16::try_from(ASKED).expect("few");
    let totals = (1..=most).flat_map(|window| (1..=window).map(move |total| (total, window)));
    let totals: Vec<_> = totals.map(Some).chain([None]).collect();
    per_entry
        .into_iter()
        .flat_map(|per_entry| {
            totals.iter().map(move |both| Rule {
                per_entry,
                total: both.map(|(total, _)| total),
                window: both.map(|(_, window)| window),
            })
        })
        .collect()
}

/// Compares the answers; `first`: the first day of the pattern.
fn compare(first: Date, pattern: &Pattern, rule: &Rule, on: usize) {
    let day = |days: usize| Day::of(later(first, days)).expect("it is supported");
    let stays: Vec<_> = pattern
        .iter()
        .map(|(entered, left)| Stay {
            entered: day(*entered),
            left: left.map(day),
        })
        .collect();
    let core_rule = StayRule {
        per_entry: rule.per_entry,
        total: rule.total,
        window: rule.window,
    };
    let got = stay(core_rule, &stays, day(on));
    let dates: Vec<_> = pattern
        .iter()
        .map(|(entered, left)| (later(first, *entered), left.map(|left| later(first, left))))
        .collect();
    let expected = naive::stay::stay(rule, &dates, later(first, on));
    let last = |last: Option<LastDay>| {
        last.map(|last| match last {
            LastDay::Never => Last::Never,
            LastDay::Day(day) => Last::Day(day.into()),
            LastDay::Unlimited => Last::Unlimited,
        })
    };
    let same = match (&got, &expected) {
        (Ok(got), Ok(expected)) => {
            got.state.name() == expected.state.word()
                && [got.used_strict, got.used_lenient] == expected.used
                && last(got.last_strict) == expected.last.map(|both| both[0])
                && last(got.last_lenient) == expected.last.map(|both| both[1])
                && got.next_entry.map(Date::from) == expected.next_entry
        }
        (Err(got), Err(expected)) => got.name() == expected.word(),
        _ => false,
    };
    let shown = got.map(|got| (got.state, got.used_strict, got.used_lenient, got.next_entry));
    assert!(
        same,
        "{rule:?} {dates:?} on {on}: {shown:?}, naive: {expected:?}"
    );
}

/// Compares every pattern on every day under every rule, and returns the number of cases.
fn compare_all(
    first: Date,
    patterns: &[Pattern],
    rules: &[Rule],
    days: usize,
    stride: usize,
) -> usize {
    let numbered: Vec<_> = patterns.iter().enumerate().collect();
    compared(&numbered, |(number, pattern)| {
        let all = (0..days).flat_map(|on| rules.iter().map(move |rule| (on, rule)));
        // Different days and rules for each pattern.
        let mut count = 0;
        for (on, rule) in all.skip(number % stride).step_by(stride) {
            compare(first, pattern, rule, on);
            count += 1;
        }
        count
    })
}

#[test]
fn every_pattern_of_three_stays_in_a_small_window() {
    let start = Instant::now();
    let patterns = in_order();
    let rules = rules();
    let first = Date::from_ordinal_date(2026, 59).expect("a day");
    let mut cases = compare_all(first, &patterns, &rules, ASKED, stride(1, 151));
    // The last supported day comes before the window of the last stay is over.
    let first = Date::from_ordinal_date(9999, 365 - 9).expect("a day");
    cases += compare_all(first, &patterns, &rules, ASKED, stride(1, 997));
    println!(
        "{} patterns, {} rules, {cases} answers are equal, {:?}",
        patterns.len(),
        rules.len(),
        start.elapsed()
    );
}

#[test]
fn every_order_of_three_stays_is_accepted_or_refused() {
    let first = Date::from_ordinal_date(2026, 59).expect("a day");
    let rule = Rule {
        per_entry: Some(2),
        total: Some(3),
        window: Some(4),
    };
    let cases = compare_all(first, &in_any_order(), &[rule], 4, 1);
    println!("{cases} answers are equal");
}

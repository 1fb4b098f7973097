#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "small numbers"
)]

use std::collections::BTreeSet;
use std::string::{String, ToString};
use std::vec::Vec;

use super::*;
use crate::law::day;
use crate::vectors;

fn last_cell(last: Option<LastDay>) -> String {
    match last {
        None => String::new(),
        Some(LastDay::Never) => "never".into(),
        Some(LastDay::Unlimited) => "unlimited".into(),
        Some(LastDay::Day(day)) => vectors::day_cell(Some(day)),
    }
}

fn read_stays(text: &str) -> Option<Vec<Stay>> {
    let stays = text.split(';').filter(|stay| !stay.is_empty());
    let stays = stays.map(|stay| {
        let (entered, left) = stay.split_once('/')?;
        let left = match left {
            "" => None,
            left => Some(vectors::day(left)?),
        };
        let entered = vectors::day(entered)?;
        Some(Stay { entered, left })
    });
    stays.collect()
}

#[test]
fn the_last_lawful_day_is_before_the_first_unlawful_one() {
    let last = Day::from_number(LAST_NUMBER - 1).unwrap();
    for (unlawful, entered, expected, day) in [
        (5, 5, LastDay::Never, None),
        (LAST_NUMBER, 5, LastDay::Day(last), Some(last)),
        (LAST_NUMBER + 1, 5, LastDay::Unlimited, None),
    ] {
        let found = LastDay::before(unlawful, entered);
        assert_eq!((found, found.day()), (expected, day));
    }
}

#[test]
fn the_vectors_come_out() {
    let columns = [
        "=state",
        "=used_strict",
        "=used_lenient",
        "=last_strict",
        "=last_lenient",
        "=next_entry",
    ];
    for vector in vectors::read("stay.csv") {
        let answer = || {
            let on = vector.day("on")?;
            let rule = StayRule {
                per_entry: vector.number("per_entry")?,
                total: vector.number("total")?,
                window: vector.number("window")?,
            };
            let stays = read_stays(vector.get("stays")).ok_or_else(|| vectors::bad("stays"))?;
            let answer = stay(rule, &stays, on).map_err(vectors::status)?;
            Ok(std::vec![
                answer.state.to_string(),
                answer.used_strict.to_string(),
                answer.used_lenient.to_string(),
                last_cell(answer.last_strict),
                last_cell(answer.last_lenient),
                vectors::day_cell(answer.next_entry),
            ])
        };
        vector.assert(&columns, answer());
    }
}

/// A second implementation of section 10: day by day, with sets of days. Stays are pairs of day
/// numbers.
mod naive {
    use super::*;

    pub(super) struct Answer {
        pub(super) state: StayState,
        pub(super) used: [i32; 2],
        /// The first unlawful day, if there is one.
        pub(super) unlawful: [Option<i32>; 2],
        pub(super) next_entry: Option<i32>,
    }

    /// The days counted up to a day, and those of the stay going on.
    fn counted(
        stays: &[(i32, Option<i32>)],
        until: i32,
        lenient: bool,
    ) -> (BTreeSet<i32>, BTreeSet<i32>) {
        let (mut all, mut going_on) = (BTreeSet::new(), BTreeSet::new());
        for (entered, left) in stays {
            let days = *entered + i32::from(lenient)..=left.unwrap_or(until);
            all.extend(days.clone());
            if left.is_none() {
                going_on.extend(days);
            }
        }
        (all, going_on)
    }

    fn in_window(days: &BTreeSet<i32>, end: i32, window: u16) -> i32 {
        let first = end - i32::from(window) + 1;
        days.iter()
            .filter(|day| (first..=end).contains(*day))
            .count() as i32
    }

    fn is_lawful(rule: StayRule, stays: &[(i32, Option<i32>)], day: i32, lenient: bool) -> bool {
        let (all, going_on) = counted(stays, day, lenient);
        let by_entry = rule
            .per_entry
            .is_none_or(|days| going_on.len() <= days.into());
        let by_window = rule
            .total
            .zip(rule.window)
            .is_none_or(|(total, window)| in_window(&all, day, window) <= i32::from(total));
        by_entry && by_window
    }

    pub(super) fn stay(rule: StayRule, stays: &[(i32, Option<i32>)], on: i32) -> Answer {
        // Beyond the longest limit nothing changes.
        let numbers = [rule.per_entry, rule.window].into_iter().flatten();
        let horizon = i32::from(numbers.max().unwrap_or(0)) + 2;
        let used = [false, true].map(|lenient| {
            let (all, going_on) = counted(stays, on, lenient);
            match rule.window {
                Some(window) => in_window(&all, on, window),
                None => going_on.len() as i32,
            }
        });
        let mut answer = Answer {
            state: StayState::Unknown,
            used,
            unlawful: [None; 2],
            next_entry: None,
        };
        if rule == StayRule::default() {
            return answer;
        }
        match stays.last() {
            Some((entered, None)) => {
                answer.unlawful = [false, true].map(|lenient| {
                    (*entered..*entered + horizon)
                        .find(|day| !is_lawful(rule, stays, *day, lenient))
                });
                let late = |unlawful: Option<i32>| unlawful.is_some_and(|day| day <= on);
                answer.state = match answer.unlawful.map(late) {
                    [_, true] => StayState::Overstayed,
                    [true, false] => StayState::Contested,
                    [false, false] => StayState::InTime,
                };
            }
            _ => {
                answer.state = StayState::Outside;
                answer.next_entry = (on..).find(|day| {
                    let mut with_it = stays.to_vec();
                    with_it.push((*day, None));
                    is_lawful(rule, &with_it, *day, false)
                });
            }
        }
        answer
    }
}

/// Repeatable pseudo-random numbers.
fn numbers() -> impl FnMut(u16) -> u16 {
    let mut state = 1u64;
    move |below| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        ((state >> 33) % u64::from(below)) as u16
    }
}

#[test]
fn days_are_counted_as_one_by_one() {
    let mut random = numbers();
    let mut states = BTreeSet::new();
    for round in 0..4000 {
        // Small numbers, so that all cases meet; and now and then large ones.
        let scale = if round % 100 == 0 { 366 } else { 12 };
        let mut rule = StayRule::default();
        if random(2) == 0 {
            rule.per_entry = Some(1 + random(scale));
        }
        if random(4) > 0 {
            let window = 1 + random(scale);
            rule.window = Some(window);
            rule.total = Some(1 + random(window));
        }
        let mut now = day(2024, 2, 20).number();
        let mut stays = Vec::new();
        for _ in 0..random(7) {
            now += i32::from(random(3) * random(scale / 3 + 1));
            let entered = now;
            now += i32::from(random(3) * random(scale / 3 + 1));
            stays.push((entered, Some(now)));
        }
        if random(2) == 0
            && let Some((_, left)) = stays.last_mut()
        {
            *left = None;
        }
        let on = now + i32::from(random(3) * random(scale));

        let number = |day: Day| day.number();
        let of = |number| Day::from_number(number).unwrap();
        let given: Vec<Stay> = stays
            .iter()
            .map(|(entered, left)| Stay {
                entered: of(*entered),
                left: left.map(of),
            })
            .collect();
        let answer = stay(rule, &given, of(on)).unwrap();
        let naive = naive::stay(rule, &stays, on);
        let case = std::format!("{rule:?} {stays:?} {on}");
        assert_eq!(answer.state, naive.state, "{case}");
        let used = [answer.used_strict, answer.used_lenient].map(|days| days as i32);
        assert_eq!(used, naive.used, "{case}");
        assert_eq!(answer.next_entry.map(number), naive.next_entry, "{case}");
        let is_going_on = matches!(stays.last(), Some((_, None)));
        let last = [answer.last_strict, answer.last_lenient];
        if is_going_on && naive.state != StayState::Unknown {
            let entered = stays.last().unwrap().0;
            let expected = naive.unlawful.map(|unlawful| {
                Some(match unlawful {
                    None => LastDay::Unlimited,
                    Some(day) if day == entered => LastDay::Never,
                    Some(day) => LastDay::Day(of(day - 1)),
                })
            });
            assert_eq!(last, expected, "{case}");
        } else {
            assert_eq!(last, [None; 2], "{case}");
        }
        states.insert(answer.state);
    }
    assert_eq!(states.len(), StayState::ALL.len());
}

const RULE: StayRule = StayRule {
    per_entry: Some(30),
    total: Some(90),
    window: Some(180),
};

fn stays(text: &str) -> Vec<Stay> {
    read_stays(text).unwrap()
}

#[test]
fn a_rule_has_numbers_from_1_to_366_and_a_total_within_its_window() {
    let check = |per_entry, total, window| {
        let rule = StayRule {
            per_entry,
            total,
            window,
        };
        stay(rule, &[], day(2026, 1, 1)).err()
    };
    for rule in [
        (Some(0), None, None),
        (Some(367), None, None),
        (None, Some(0), Some(180)),
        (None, Some(0), Some(0)),
        (None, Some(367), Some(367)),
        (None, Some(181), Some(180)),
        (None, Some(90), None),
        (Some(30), None, Some(180)),
        (None, Some(90), Some(u16::MAX)),
    ] {
        assert_eq!(
            check(rule.0, rule.1, rule.2),
            Some(Error::StayRule),
            "{rule:?}"
        );
    }
    assert_eq!(check(Some(366), Some(366), Some(366)), None);
    assert_eq!(check(Some(366), Some(1), Some(1)), None);
}

#[test]
fn errors_come_in_order_of_rule_stays_and_decision_date() {
    let on = day(2026, 1, 10);
    let late = stays("2026-01-01/2026-01-02;2026-01-02/2026-01-11");
    let out_of_order = stays("2026-01-05/2026-02-01;2026-01-01/2026-01-02");
    let no_rule = StayRule {
        window: None,
        ..RULE
    };
    assert_eq!(stay(no_rule, &out_of_order, on), Err(Error::StayRule));
    assert_eq!(stay(RULE, &out_of_order, on), Err(Error::StayOrder));
    assert_eq!(stay(RULE, &late, on), Err(Error::StayAfterDecision));
    assert_eq!(
        stay(StayRule::default(), &late, on),
        Err(Error::StayAfterDecision)
    );
    let going_on = stays("2026-01-11/");
    assert_eq!(stay(RULE, &going_on, on), Err(Error::StayAfterDecision));
}

#[test]
fn stays_follow_each_other_and_only_the_last_goes_on() {
    let order = |text| stay(RULE, &stays(text), day(2026, 6, 1)).err();
    for text in [
        "2026-01-02/2026-01-01",
        "2026-01-01/2026-01-05;2026-01-04/2026-01-06",
        "2026-01-01/;2026-02-01/2026-02-02",
        "2026-01-01/;2026-01-01/",
    ] {
        assert_eq!(order(text), Some(Error::StayOrder), "{text}");
    }
    for text in [
        "",
        "2026-01-01/2026-01-01;2026-01-01/2026-01-01;2026-01-01/",
    ] {
        assert_eq!(order(text), None, "{text}");
    }
}

#[test]
fn nothing_is_reached_after_the_last_day() {
    let last = day(9999, 12, 31);
    let answer = stay(RULE, &stays("9999-12-30/"), last).unwrap();
    assert_eq!(answer.state, StayState::InTime);
    assert_eq!(answer.last_strict, Some(LastDay::Unlimited));
    let one_day = StayRule {
        total: Some(1),
        window: Some(2),
        ..StayRule::default()
    };
    let answer = stay(one_day, &stays("9999-12-30/9999-12-31"), last).unwrap();
    assert_eq!(answer.state, StayState::Outside);
    assert_eq!(answer.next_entry, None);
}

#[test]
fn the_first_days_are_counted_too() {
    let answer = stay(RULE, &stays("0001-01-01/"), day(1, 1, 1)).unwrap();
    assert_eq!((answer.used_strict, answer.used_lenient), (1, 0));
    let all = stay(
        StayRule::default(),
        &stays("0001-01-01/"),
        day(9999, 12, 31),
    )
    .unwrap();
    assert_eq!((all.used_strict, all.used_lenient), (3_652_059, 3_652_058));
}

#[test]
fn a_stay_hides_its_days() {
    let shown = std::format!("{:?}", stays("2026-01-02/2026-01-05"));
    assert_eq!(shown, "[Stay(hidden)]");
}

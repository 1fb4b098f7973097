//! The registration case: every event in every state, random histories compared with the second implementation, and stored
//! cases. (The effect of one event, the bytes of a case, and the counts are tested in the library.)

use kz_rules_core::{
    CASE_BYTES, Case, CaseState, DataItem, Day, Error, Event, EventKind, Finding, HISTORY_MAX, Law,
    Procedure, Treaty, Week,
};
use kz_rules_naive as naive;
use kz_rules_tests::case_table::{self, SITUATIONS, arrival, situation};
use kz_rules_tests::laws::laws;
use kz_rules_tests::parallel::compared;
use kz_rules_tests::random::{self, Days, Numbers};
use kz_rules_tests::rust_api::{case_columns, day, read_script};
use kz_rules_tests::tools::is_committed;
use naive::registration as second;
use time::{Date, Duration};

#[test]
fn the_table_of_every_event_in_every_state_is_the_committed_one() {
    is_committed(
        "tests/case_table.csv",
        &case_table::of_the_rust_api(),
        "make docs",
    );
}

/// A case of the second implementation that begins like the library's.
fn begun(case: &Case) -> Result<second::Case, naive::Wrong> {
    use naive::calendar::Week as SecondWeek;
    let treaty = match case.treaty() {
        Treaty::Unknown => naive::term::Treaty::Unknown,
        Treaty::None => naive::term::Treaty::None,
        Treaty::Days(days) => naive::term::Treaty::Days(days),
        Treaty::Exempt => panic!("who is exempt has no case"),
    };
    let week = match case.week() {
        Week::Five => SecondWeek::Five,
        Week::Six => SecondWeek::Six,
    };
    let stay_until = case.stay_until().map(Date::from);
    second::Case::new(case.arrived_on().into(), stay_until, treaty, week)
}

/// The same event for the second implementation.
fn second_event(event: Event) -> second::Event {
    match event {
        Event::Submit { data, place, .. } => {
            let items = second::ITEMS.iter().enumerate().filter(|(_, item)| {
                data.contains(DataItem::from_name(item).expect("the same items"))
            });
            second::Event::Submit(items.map(|(place, _)| 1 << place).sum(), place.is_some())
        }
        Event::HostConfirms { .. } => second::Event::HostConfirms,
        Event::HostDeclines { .. } => second::Event::HostDeclines,
        Event::DataFoundFalse { .. } => second::Event::DataFoundFalse,
        Event::Move { .. } => second::Event::Move,
        Event::StayExtended { until, .. } => second::Event::StayExtended(until.into()),
        Event::Departs { .. } => second::Event::Departs,
    }
}

/// The columns of the table for a case of the second implementation.
fn columns(case: &second::Case, law: &naive::Law) -> Vec<String> {
    let written = |day: Option<Date>| day.map(random::written).unwrap_or_default();
    let window = case.window(law).and_then(Result::ok);
    let ground = match case.state {
        second::State::Refused(ground) => ground.word(),
        _ => "",
    };
    vec![
        case.state.word().to_owned(),
        ground.to_owned(),
        case.registrations.to_string(),
        written(case.deregistered_on),
        written(case.stay_until),
        written(window.map(|window| window.strict)),
        written(window.map(|window| window.lenient)),
    ]
}

#[test]
fn the_table_agrees_with_the_second_implementation() {
    let law = &laws()[0].naive;
    let second = case_table::table(|events| {
        let new = Case::new(arrival()).expect("a case");
        let mut case = begun(&new).expect("a case");
        let mut status = "ok";
        for event in events {
            let happened = case.event(law, second_event(*event), event.on().into());
            status = happened.map_or_else(naive::Wrong::word, |()| "ok");
        }
        let mut cells = vec![status.to_owned()];
        cells.extend(columns(&case, law));
        cells
    });
    assert_eq!(case_table::of_the_rust_api(), second);
}

/// The case of each situation of the table.
fn situations() -> impl Iterator<Item = Case> {
    SITUATIONS.iter().map(|(_, script)| {
        let new = Case::new(arrival()).expect("a case");
        let apply =
            |case: Case, event: &Event| case.apply(Law::BUILT_IN, *event).expect("it led there");
        situation(script).iter().fold(new, apply)
    })
}

#[test]
fn the_table_has_every_event_in_every_state_with_every_ground() {
    let table = case_table::of_the_rust_api();
    for state in CaseState::ALL {
        assert!(situations().any(|case| case.state() == *state), "{state}");
        assert!(
            table.contains(&format!(",ok,{state},")),
            "nothing leads to {state}"
        );
    }
    let grounds = Finding::ALL.iter().filter(|finding| {
        let of_a_case = Law::BUILT_IN.refusal(Procedure::Registration, **finding);
        of_a_case.is_some()
    });
    for finding in grounds {
        assert!(table.contains(&format!(",refused,{finding},")), "{finding}");
    }
    for kind in EventKind::ALL {
        assert!(table.contains(&format!(",\"{kind}\",")));
    }
}

#[test]
fn a_refused_case_names_its_ground_and_no_other_does() {
    let mut grounds = Vec::new();
    for case in situations() {
        let refusal = case.refusal(Law::BUILT_IN);
        assert_eq!(refusal.is_some(), case.state() == CaseState::Refused);
        grounds.extend(refusal.map(|refusal| refusal.ground.to_string()));
    }
    grounds.sort();
    grounds.dedup();
    assert_eq!(
        grounds,
        ["R923-REFUSAL-1", "R923-REFUSAL-2", "R923-REFUSAL-3"]
    );
}

// --- Stored cases.

#[test]
fn two_bits_flipped_are_detected_and_so_are_bytes_gone_or_added() {
    let kept = situations().last().unwrap().to_bytes();
    for first in 0..CASE_BYTES * 8 {
        for second in 0..first {
            let mut flipped = kept;
            flipped[first / 8] ^= 1 << (first % 8);
            flipped[second / 8] ^= 1 << (second % 8);
            assert!(
                Case::from_bytes(&flipped).is_err(),
                "bits {first} and {second}"
            );
        }
    }
    for length in 0..CASE_BYTES {
        assert_eq!(Case::from_bytes(&kept[..length]), Err(Error::CaseForeign));
    }
    let longer = [&kept[..], &[0]].concat();
    assert_eq!(Case::from_bytes(&longer), Err(Error::CaseForeign));
    for filled in [0, 0xFF] {
        assert_eq!(
            Case::from_bytes(&[filled; CASE_BYTES]),
            Err(Error::CaseForeign)
        );
    }
}

// --- Random histories.

/// The state of a day, in both.
type Stands = Result<Option<(String, Option<i64>, Option<i64>)>, &'static str>;

fn stands(case: &Case, law: Law<'_>, on: Day) -> Stands {
    let found = case.day(on, law, &law.calendar());
    let found = found.map_err(Error::name)?;
    Ok(found.map(|found| {
        let days = |days: Option<i32>| days.map(i64::from);
        (
            found.state.to_string(),
            days(found.days_left),
            days(found.days_late),
        )
    }))
}

fn second_stands(case: &second::Case, law: &naive::Law, on: Date) -> Stands {
    if case.state == second::State::AwaitingHost {
        return Ok(Some(("with_host".into(), None, None)));
    }
    let found = case.on_day(law, on).transpose();
    let found = found.map_err(naive::Wrong::word)?;
    Ok(found.map(|found| {
        let word = found.state.word().to_owned();
        (word, Some(found.days_left), Some(found.days_late))
    }))
}

#[test]
fn any_history_agrees_with_the_second_implementation_under_any_law() {
    const HISTORIES: usize = 4_000;
    let days: Vec<_> = laws().iter().map(|page| Days::of(&page.text)).collect();
    let parts: Vec<_> = (0..laws().len())
        .flat_map(|law| (0..6).map(move |part| (law, part)))
        .collect();
    let histories = compared(&parts, |&(number, part)| {
        let (page, mut numbers) = (
            &laws()[number],
            Numbers::from(77 + part + 100 * number as u64),
        );
        let law = page.law();
        for _ in 0..HISTORIES {
            let (_, texts) = random::case(&days[number], &mut numbers);
            let arrived = day(&texts[0]).expect("a day");
            let arrival = kz_rules_core::Arrival::on(arrived).stay_until(day(&texts[1]));
            let arrival = match texts[2].as_str() {
                "" => arrival,
                "none" => arrival.no_treaty(),
                days => arrival.treaty_days(days.parse().expect("a number")),
            };
            let arrival = arrival.week(Week::from_name(&texts[3]).unwrap_or_default());
            let Ok(mut case) = Case::new(arrival) else {
                continue; // compared with the second implementation along with the other answers of its kind.
            };
            let mut second = begun(&case).expect("it could be");
            let mut log = Vec::new();
            for event in read_script(&texts[4]).expect("a script") {
                let expected = second.event(&page.naive, second_event(event), event.on().into());
                let got = case.apply(law, event);
                let words = (
                    got.map_or_else(|rejection| rejection.error().name(), |_| "ok"),
                    expected.map_or_else(naive::Wrong::word, |()| "ok"),
                );
                assert_eq!(words.0, words.1, "{}: {texts:?}", page.name);
                if let Ok(next) = got {
                    case = next;
                    log.push((event.on(), event.kind(), case.state()));
                }
                let shown = case_columns(&case, case.window(law, &law.calendar()));
                let shown: Vec<_> = shown.into_iter().map(|(_, text)| text).collect();
                assert_eq!(
                    shown,
                    columns(&second, &page.naive),
                    "{}: {texts:?}",
                    page.name
                );

                let opened = case.moved_on().unwrap_or(case.arrived_on());
                let rules = day("2026-07-01").expect("a day");
                let first = Date::from(opened.max(rules));
                let asked = first.checked_add(Duration::days(numbers.below(200) as i64));
                if let Some(asked) = asked {
                    let on = Day::of(asked).expect("it is supported");
                    assert_eq!(
                        stands(&case, law, on),
                        second_stands(&second, &page.naive, asked),
                        "{}: {texts:?} on {on:?}",
                        page.name
                    );
                }
                let history = case
                    .history()
                    .map(|event| (event.on, event.event, event.state));
                let last = log.len().saturating_sub(HISTORY_MAX);
                assert!(history.eq(log[last..].iter().copied()), "{texts:?}");
                assert_eq!(usize::from(case.events()), log.len());
                assert_eq!(Case::from_bytes(&case.to_bytes()), Ok(case), "{texts:?}");
            }
        }
        HISTORIES
    });
    println!("{histories} histories are equal");
}

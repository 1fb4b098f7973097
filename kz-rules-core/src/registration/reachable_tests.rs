//! Compares the check of stored cases with all cases that events lead to, in a small world: three days,
//! few events, and a history of two of them, so that most events are forgotten.

use std::collections::HashSet;
use std::vec::Vec;

use super::*;
use crate::base::day::Day;
use crate::law::{Finding, Law, day};

const REMEMBERED: usize = 2;
const EVENTS: u16 = 7;

fn days() -> impl Iterator<Item = Day> + Clone {
    (3..=5).map(|number| day(2026, 8, number))
}

/// The last days of a stay that matter: those, and one after them all.
fn stays() -> impl Iterator<Item = Day> + Clone {
    (3..=6).map(|number| day(2026, 8, number))
}

fn events() -> Vec<Event> {
    let mut events = Vec::new();
    for on in days() {
        events.push(Event::Submit {
            on,
            data: DataItem::set(DataItem::ALL),
            place: Some(PlaceOfStay::House),
        });
        events.push(Event::HostConfirms { on });
        events.push(Event::HostDeclines { on });
        events.push(Event::DataFoundFalse { on });
        events.push(Event::Move { on });
        events.push(Event::Departs { on });
        for until in stays() {
            events.push(Event::StayExtended { on, until });
        }
    }
    events
}

/// The case with only the last events in its history.
fn forgetting(mut case: Case) -> Case {
    while case.history().count() > REMEMBERED {
        case.history.rotate_left(1);
        case.history[HISTORY_MAX - 1] = None;
    }
    case
}

fn unknown<T>(values: impl Iterator<Item = T>) -> impl Iterator<Item = Option<T>> {
    core::iter::once(None).chain(values.map(Some))
}

/// Every case that events lead to, as bytes.
fn reached() -> HashSet<[u8; CASE_BYTES]> {
    let arrival = |stay| Arrival::on(day(2026, 8, 3)).stay_until(stay);
    let mut level: Vec<Case> = unknown(stays())
        .map(|stay| Case::new(arrival(stay)).unwrap())
        .collect();
    let mut all: HashSet<_> = level.iter().map(Case::to_bytes).collect();
    let events = events();
    for _ in 0..EVENTS {
        let mut next = Vec::new();
        for case in level {
            for event in &events {
                let Ok(case) = case.apply(Law::BUILT_IN, *event) else {
                    continue;
                };
                let case = forgetting(case);
                if all.insert(case.to_bytes()) {
                    next.push(case);
                }
            }
        }
        level = next;
    }
    all
}

#[test]
fn exactly_the_reachable_cases_are_accepted() {
    let reached = reached();
    let past: Vec<PastEvent> = days()
        .flat_map(|on| {
            EventKind::ALL.iter().flat_map(move |event| {
                let states = CaseState::ALL.iter();
                states.map(move |state| PastEvent {
                    on,
                    event: *event,
                    state: *state,
                })
            })
        })
        .collect();
    let mut histories: Vec<Vec<PastEvent>> = [Vec::new()].to_vec();
    histories.extend(past.iter().map(|one| [*one].to_vec()));
    for one in &past {
        histories.extend(past.iter().map(|two| [*one, *two].to_vec()));
    }
    let findings = [
        Finding::FalseData,
        Finding::StayExceeded,
        Finding::HostDeclined,
    ];
    let mut taken = 0;
    for history in histories {
        let counts = match u16::try_from(history.len()).unwrap() {
            2 => 2..=EVENTS,
            less => less..=less,
        };
        let mut case = Case::new(Arrival::on(day(2026, 8, 3))).unwrap();
        for (place, past) in case.history.iter_mut().zip(&history) {
            *place = Some(*past);
        }
        for (stay, finding) in unknown(stays())
            .flat_map(|stay| unknown(findings.into_iter()).map(move |finding| (stay, finding)))
        {
            for (registered_on, moved_on) in unknown(days())
                .flat_map(|registered| unknown(days()).map(move |moved| (registered, moved)))
            {
                case.arrival = case.arrival.stay_until(stay);
                case.finding = finding;
                case.registered_on = registered_on;
                case.moved_on = moved_on;
                for events in counts.clone() {
                    for registrations in 0..=4 {
                        case.events = events;
                        case.registrations = registrations;
                        let forgotten = usize::from(events) - history.len();
                        if case.is_reachable_after(u32::try_from(forgotten).unwrap()) {
                            taken += 1;
                            assert!(reached.contains(&case.to_bytes()), "{case:?}");
                        }
                    }
                }
            }
        }
    }
    assert_eq!(taken, reached.len());
}

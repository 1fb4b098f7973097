use std::vec::Vec;

use super::vectors::event;
use super::*;
use crate::base::day::Day;
use crate::base::error::Error;
use crate::base::set::Set;
use crate::deadline::{DayState, Treaty};
use crate::law::{Finding, Law, ProvisionRow, Sections, built_in_for_tests, day};

const LAW: Law<'static> = Law::BUILT_IN;

/// A day of August 2026.
fn august(on: u8) -> Day {
    day(2026, 8, on)
}

/// A person who arrived on 3 August, and may stay until the 20th.
fn arrival() -> Arrival {
    Arrival::on(august(3)).stay_until(august(20))
}

/// The case after a script in which a number is a day of August.
fn case(script: &str) -> Case {
    let new = Case::new(arrival()).unwrap();
    script.split_whitespace().fold(new, |case, text| {
        let event = event_of(text);
        let applied = case.apply(LAW, event);
        applied.unwrap_or_else(|rejection| panic!("{text}: {rejection}"))
    })
}

fn event_of(text: &str) -> Event {
    let (kind, on) = text.split_once('@').unwrap();
    let august = |text: &str| std::format!("2026-08-{text:0>2}");
    let text = match on.split_once('/') {
        Some((on, until)) => std::format!("{kind}@{}/{}", august(on), august(until)),
        None if kind == "submit" => std::format!("{kind}@{}/full/house", august(on)),
        None => std::format!("{kind}@{}", august(on)),
    };
    event(&text).unwrap()
}

fn everything() -> Set<DataItem> {
    DataItem::set(DataItem::ALL)
}

/// Events that lead to each state, with every finding and with a move.
const SITUATIONS: [&str; 14] = [
    "",
    "move@4",
    "submit@4",
    "submit@4 host_confirms@5",
    "submit@4 host_declines@5",
    "submit@4 data_found_false@5",
    "submit@21",
    "submit@20 host_confirms@21",
    "submit@4 host_confirms@5 move@6",
    "submit@4 host_confirms@5 move@6 submit@7",
    "submit@4 host_confirms@5 move@6 submit@7 host_declines@8",
    "submit@4 host_confirms@5 move@6 submit@7 host_confirms@8",
    "submit@4 host_confirms@5 departs@8",
    "submit@21 stay_extended@22/25",
];

#[test]
fn possible_events_are_exactly_those_that_fit() {
    for script in SITUATIONS {
        let case = case(script);
        let on = case.earliest(LAW);
        for kind in EventKind::ALL.iter().copied() {
            let event = match kind {
                EventKind::Submit => Event::Submit {
                    on,
                    data: everything(),
                    place: Some(PlaceOfStay::House),
                },
                EventKind::HostConfirms => Event::HostConfirms { on },
                EventKind::HostDeclines => Event::HostDeclines { on },
                EventKind::DataFoundFalse => Event::DataFoundFalse { on },
                EventKind::Move => Event::Move { on },
                EventKind::StayExtended => Event::StayExtended {
                    on,
                    until: august(31),
                },
                EventKind::Departs => Event::Departs { on },
            };
            let state = case.state();
            let fits = case.possible_events().contains(kind);
            let expected = (!fits).then_some(Rejection::InvalidEvent { event: kind, state });
            assert_eq!(case.apply(LAW, event).err(), expected, "{script} {kind}");
        }
    }
    assert!(case("departs@4").possible_events().is_empty());
}

#[test]
fn a_rejection_names_what_is_wrong() {
    use DataItem::{Address, BirthDate, GivenName, Host, Passport, Patronymic, Surname};
    let new = case("");
    let submit = |on, data, place| new.apply(LAW, Event::Submit { on, data, place }).err();
    let house = Some(PlaceOfStay::House);
    let stated = DataItem::set(&[Surname, GivenName, Host, Patronymic]);
    let items = DataItem::set(&[BirthDate, Passport, Address]);
    let missing = Rejection::MissingData { items };
    assert_eq!(submit(august(3), stated, None), Some(missing));
    let place = submit(august(3), everything(), None);
    assert_eq!(place, Some(Rejection::PlaceNotEligible));
    let (on, earliest) = (august(2), august(3));
    let backwards = Rejection::DateBackwards { on, earliest };
    assert_eq!(submit(on, stated, house), Some(backwards));
    let (on, first) = (day(2026, 6, 30), day(2026, 7, 1));
    let not_in_force = Rejection::NotInForce { on, first };
    assert_eq!(submit(on, stated, house), Some(not_in_force));
    let known = Some(august(20));
    for (on, until, fits) in [
        (4, 20, false),
        (4, 21, true),
        (25, 24, false),
        (25, 25, true),
    ] {
        let (on, until) = (august(on), august(until));
        let extended = new.apply(LAW, Event::StayExtended { on, until });
        match fits {
            true => assert_eq!(extended.unwrap().stay_until(), Some(until)),
            false => assert_eq!(extended, Err(Rejection::StayNotExtended { until, known })),
        }
    }
}

#[test]
fn an_impossible_arrival_makes_no_case() {
    for days in [0, 367, u16::MAX] {
        // The treaty comes first.
        let wrong = arrival().treaty_days(days).stay_until(august(2));
        assert_eq!(Case::new(wrong), Err(Error::TreatyDays));
    }
    for days in [1, 366] {
        let case = Case::new(arrival().treaty_days(days)).unwrap();
        assert_eq!(case.treaty(), Treaty::Days(days));
    }
    let over = Case::new(arrival().stay_until(august(2)));
    assert_eq!(over, Err(Error::StayBeforeArrival));
    assert!(Case::new(arrival().stay_until(august(3))).is_ok());
}

#[test]
fn an_extension_leaves_the_state_and_the_ground_and_lets_the_next_event_be_in_time() {
    let refused = case("submit@21 stay_extended@22/25");
    assert_eq!(refused.state(), CaseState::Refused);
    assert_eq!(refused.finding(), Some(Finding::StayExceeded));
    let ground = refused.refusal(LAW).unwrap().ground;
    assert_eq!(std::format!("{ground}"), "R923-REFUSAL-2");
    // However many extensions follow, the ground is known.
    let script = "submit@4 host_declines@5 stay_extended@5/21 stay_extended@5/22 \
        stay_extended@5/23 stay_extended@5/24 stay_extended@5/25 stay_extended@5/26 \
        stay_extended@5/27 stay_extended@5/28 stay_extended@5/29";
    let refused_long_ago = case(script);
    assert_eq!(refused_long_ago.finding(), Some(Finding::HostDeclined));
    let kept = Case::from_bytes(&refused_long_ago.to_bytes());
    assert_eq!(kept, Ok(refused_long_ago));
    let awaiting = case("submit@21 stay_extended@22/25 submit@25");
    assert_eq!(awaiting.state(), CaseState::AwaitingHost);
    assert_eq!(awaiting.finding(), None);
}

#[test]
fn a_registration_ends_with_the_next_one_or_with_the_departure() {
    let ended = |script| case(script).deregistered_on();
    assert_eq!(ended("submit@4 departs@5"), None);
    assert_eq!(ended("submit@4 host_confirms@5"), None);
    assert_eq!(ended("submit@4 host_confirms@5 move@6 submit@7"), None);
    let again = "submit@4 host_confirms@5 move@6 submit@7 host_confirms@8";
    assert_eq!(ended(again), Some(august(8)));
    let departed = std::format!("{again} departs@9");
    assert_eq!(ended(&departed), Some(august(9)));
    assert_eq!(ended("submit@4 host_confirms@5 departs@9"), Some(august(9)));
    let moved = "submit@4 host_confirms@5 move@6 submit@7 departs@9";
    assert_eq!(ended(moved), Some(august(9)));
}

#[test]
fn a_day_is_with_the_host_or_stands_in_the_window_that_runs() {
    let calendar = LAW.calendar();
    let on = |script, on| case(script).day(august(on), LAW, &calendar);
    let with_host = CaseDay {
        state: DayState::WithHost,
        days_left: None,
        days_late: None,
    };
    assert_eq!(on("submit@4", 1), Ok(Some(with_host)));
    assert_eq!(on("submit@4", 30), Ok(Some(with_host)));
    assert_eq!(on("submit@4 host_confirms@5", 6), Ok(None));
    assert_eq!(on("submit@4 departs@5", 6), Ok(None));
    assert_eq!(on("", 2), Err(Error::DecisionBeforeEvent));
    let new = on("", 18).unwrap().unwrap();
    assert_eq!((new.state, new.days_left), (DayState::Open, Some(2)));
    let moved = on("submit@4 host_confirms@5 move@6", 15).unwrap().unwrap();
    assert_eq!(moved.state, DayState::Overdue);
    assert_eq!((moved.days_left, moved.days_late), (Some(-3), Some(2)));
    assert_eq!(on("", 21).unwrap().unwrap().state, DayState::Barred);
}

#[test]
fn a_kept_case_stays_a_case_under_a_law_that_starts_later() {
    let kept = case("submit@4 host_confirms@5 move@6").to_bytes();
    let moved = Case::from_bytes(&kept).unwrap();
    let commencement = LAW.provision_by_id("R923-COMMENCEMENT").unwrap();
    let first = day(2026, 9, 1);
    let provisions: Vec<_> = built_in_for_tests()
        .provisions
        .iter()
        .map(|row| {
            let entry = ProvisionRow::from(row);
            if entry.provision() == commencement {
                ProvisionRow::new(commencement, entry.document(), Some(first), None)
            } else {
                *row
            }
        })
        .collect();
    let sections = Sections {
        provisions: &provisions,
        ..*built_in_for_tests()
    };
    let later = Law::from(&sections);
    assert_eq!(moved.earliest(later), first);
    assert_eq!(moved.window(later, &later.calendar()), Ok(None));
    let on = august(31);
    let rejected = moved.apply(later, Event::Move { on }).err();
    assert_eq!(rejected, Some(Rejection::NotInForce { on, first }));
    let on = first;
    assert!(moved.apply(later, Event::Move { on }).is_ok());
    // This arrival was before the rules of that law: its window is transitional.
    let new = Case::new(Arrival::on(august(3))).unwrap();
    let window = new.window(later, &later.calendar()).unwrap().unwrap();
    assert!(window.transitional);
}

#[test]
fn the_last_eight_events_are_remembered() {
    let mut case = case("");
    for number in 0..20u8 {
        let on = august(3 + number);
        case = case.apply(LAW, Event::Move { on }).unwrap();
        let days: Vec<_> = case.history().map(|event| event.on).collect();
        let first = august(3 + number - number.min(7));
        assert_eq!((days[0], days.last()), (first, Some(&on)));
        let remembered = HISTORY_MAX.min(usize::from(number) + 1);
        assert_eq!(days.len(), remembered);
        assert_eq!(case.events(), u16::from(number) + 1);
    }
}

#[test]
fn counts_saturate() {
    let mut case = case("");
    let events = ["submit@4", "host_confirms@4", "move@4"].map(event_of);
    for round in 0..70_000 {
        for event in events {
            case = case.apply(LAW, event).unwrap();
        }
        if round % 1000 == 0 {
            assert_eq!(Case::from_bytes(&case.to_bytes()), Ok(case), "{round}");
        }
    }
    assert_eq!((case.registrations(), case.events()), (u16::MAX, u16::MAX));
    assert_eq!(Case::from_bytes(&case.to_bytes()), Ok(case));
}

#[test]
fn every_single_bit_flipped_is_detected() {
    for script in SITUATIONS {
        let case = case(script);
        let kept = case.to_bytes();
        assert_eq!(Case::from_bytes(&kept), Ok(case));
        for bit in 0..CASE_BYTES * 8 {
            let mut flipped = kept;
            flipped[bit / 8] ^= 1 << (bit % 8);
            let expected = match bit {
                ..32 => Error::CaseForeign,
                _ => Error::CaseDamaged,
            };
            assert_eq!(Case::from_bytes(&flipped), Err(expected), "bit {bit}");
        }
        for length in 0..CASE_BYTES {
            assert_eq!(Case::from_bytes(&kept[..length]), Err(Error::CaseForeign));
        }
    }
}

/// The stored bytes with some changed, and a matching checksum.
fn forged(kept: &[u8; CASE_BYTES], changes: &[(usize, u8)]) -> [u8; CASE_BYTES] {
    let mut forged = *kept;
    for (place, byte) in changes {
        forged[*place] = *byte;
    }
    let checksum = crate::base::checksum::crc32(&forged[..CASE_BYTES - 4]);
    forged[CASE_BYTES - 4..].copy_from_slice(&checksum.to_le_bytes());
    forged
}

#[test]
fn a_case_that_no_events_lead_to_is_damaged() {
    use CaseState::{AwaitingHost, Moved, Refused, Registered};
    use EventKind::{HostConfirms, HostDeclines, Move, Submit};
    let new = case("").to_bytes();
    let on = crate::base::record::day(august(10));
    let day_at = |place: usize| (0..4).map(move |byte| (place + byte, on[byte]));
    let event = |place: usize, kind: EventKind, state: CaseState| {
        let at = 28 + 6 * place;
        let words = [(at + 4, kind.code()), (at + 5, state.code())];
        day_at(at).chain(words).collect::<Vec<_>>()
    };
    let registered = || day_at(16).chain([(14, 1)]).collect::<Vec<_>>();
    let found = |finding: Finding| [(25, finding.code())].to_vec();
    let submitted = [event(0, Submit, AwaitingHost), [(26, 1)].to_vec()];
    type Changes = Vec<Vec<(usize, u8)>>;
    let forgeries: [(&str, Changes); 7] = [
        (
            "confirmed, never submitted",
            [
                registered(),
                event(0, HostConfirms, Registered),
                [(26, 1)].to_vec(),
            ]
            .to_vec(),
        ),
        (
            "refused as overstayed within the stay",
            [
                event(0, Submit, Refused),
                found(Finding::StayExceeded),
                [(26, 1)].to_vec(),
            ]
            .to_vec(),
        ),
        (
            "declined, never submitted",
            [
                event(0, HostDeclines, Refused),
                found(Finding::HostDeclined),
                [(26, 1)].to_vec(),
            ]
            .to_vec(),
        ),
        (
            "moved, never registered",
            [
                event(0, Submit, AwaitingHost),
                event(1, Move, Moved),
                day_at(20).collect(),
                [(26, 2)].to_vec(),
            ]
            .to_vec(),
        ),
        (
            "a registration of which nothing is remembered",
            [
                registered(),
                event(0, Submit, AwaitingHost),
                [(26, 1)].to_vec(),
            ]
            .to_vec(),
        ),
        (
            "a finding without a refusal",
            [
                event(0, Submit, AwaitingHost),
                found(Finding::HostDeclined),
                [(26, 1)].to_vec(),
            ]
            .to_vec(),
        ),
        (
            "more events than are remembered",
            [event(0, Submit, AwaitingHost), [(26, 2)].to_vec()].to_vec(),
        ),
    ];
    for (what, changes) in forgeries {
        let bytes = forged(&new, &changes.concat());
        assert_eq!(Case::from_bytes(&bytes), Err(Error::CaseDamaged), "{what}");
    }
    let submitted = forged(&new, &submitted.concat());
    assert_eq!(Case::from_bytes(&submitted), Ok(case("submit@10")));
    let after_stay = case("submit@4 host_confirms@5");
    let bytes = forged(&after_stay.to_bytes(), &[(11, 4)]);
    assert_eq!(Case::from_bytes(&bytes), Err(Error::CaseDamaged));
}

#[test]
fn a_forged_byte_gives_an_error_or_the_bytes_of_a_case() {
    let mut taken = 0;
    for script in SITUATIONS {
        let kept = case(script).to_bytes();
        for place in 0..CASE_BYTES - 4 {
            for byte in 0..=255 {
                let forged = forged(&kept, &[(place, byte)]);
                let Ok(case) = Case::from_bytes(&forged) else {
                    continue;
                };
                // Another day of arrival, or another event that leads to the same state.
                taken += 1;
                assert_eq!(case.to_bytes(), forged);
                let state = case.state();
                assert_eq!(case.registered().is_some(), state == CaseState::Registered);
                assert_eq!(case.finding().is_some(), state == CaseState::Refused);
                let days: Vec<_> = case.history().map(|event| event.on).collect();
                assert!(days.is_sorted() && days.iter().all(|day| *day >= case.arrived_on()));
            }
        }
    }
    assert!(taken > 1000);
}

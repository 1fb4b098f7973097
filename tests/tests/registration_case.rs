//! The registration case: every event in every state, random histories beside the naive model, and what is kept.

use kz_rules_core::{
    Arrival, CASE_BYTES, Calendar, Case, CaseState, DataItem, Error, Event, EventKind, HISTORY_MAX,
    PlaceOfStay, Rejection, Set, Treaty, Week,
};
use kz_rules_tests::case_table::{self, ARRIVAL, SITUATIONS, situation};
use kz_rules_tests::naive::registration as naive;
use kz_rules_tests::registration::{arrival_of, event_of, kind_of, state_of};
use kz_rules_tests::tools::is_committed;
use proptest::prelude::*;
use time::macros::date;
use time::{Date, Duration};

#[test]
fn the_table_of_every_event_in_every_state_is_the_committed_one() {
    is_committed(
        "tests/case_table.csv",
        &case_table::of_the_rust_api(),
        "make docs",
    );
}

#[test]
fn the_table_is_that_of_the_naive_model() {
    let naive = case_table::table(|events| {
        let mut case = naive::Case::new(ARRIVAL).expect("a case");
        let rejected = events.iter().try_for_each(|event| case.apply(event)).err();
        let window = case.window().expect("a window in years that are covered");
        let results = case.columns(window).into_iter().map(|(_, text)| text);
        std::iter::once(rejected.unwrap_or("ok").to_owned())
            .chain(results)
            .collect()
    });
    assert_eq!(case_table::of_the_rust_api(), naive);
}

#[test]
fn the_table_has_every_event_in_every_state_with_every_ground() {
    let table = case_table::of_the_rust_api();
    for state in CaseState::ALL {
        let of_state = |script: &str| {
            let mut case = naive::Case::new(ARRIVAL).expect("a case");
            situation(script)
                .iter()
                .for_each(|event| case.apply(event).expect("it led there"));
            state_of(case.state()) == *state
        };
        assert!(
            SITUATIONS.iter().any(|(_, script)| of_state(script)),
            "{state}"
        );
        assert!(
            table.contains(&format!(",ok,{state},")),
            "nothing leads to {state}"
        );
    }
    for ground in naive::Ground::ALL {
        assert!(table.contains(&format!(",refused,{},", ground.word())));
    }
    for kind in EventKind::ALL {
        assert!(table.contains(&format!(",\"{kind}\",")));
    }
}

/// The case of each situation of the table.
fn situations() -> impl Iterator<Item = Case> {
    SITUATIONS.iter().map(|(_, script)| {
        let new = Case::new(arrival_of(&ARRIVAL)).expect("a case");
        let apply =
            |case: Case, event: &naive::Event| case.apply(event_of(event)).expect("it led there");
        situation(script).iter().fold(new, apply)
    })
}

#[test]
fn events_that_are_called_possible_are_exactly_those_that_fit() {
    for case in situations() {
        let day = case.earliest();
        for kind in EventKind::ALL {
            let event = match kind {
                EventKind::Submit => Event::Submit {
                    on: day,
                    data: everything(),
                    place: Some(PlaceOfStay::House),
                },
                EventKind::HostConfirms => Event::HostConfirms { on: day },
                EventKind::HostDeclines => Event::HostDeclines { on: day },
                EventKind::DataFoundFalse => Event::DataFoundFalse { on: day },
                EventKind::Move => Event::Move { on: day },
            };
            let expected = Rejection::InvalidEvent {
                event: *kind,
                state: case.state(),
            };
            let rejected = case.apply(event).err();
            assert_eq!(
                rejected,
                (!case.possible_events().contains(*kind)).then_some(expected)
            );
        }
    }
}

#[test]
fn each_state_names_what_it_rests_on() {
    let basis = |script: &str| -> Vec<_> {
        let mut case = Case::new(arrival_of(&ARRIVAL)).unwrap();
        for event in situation(script) {
            case = case.apply(event_of(&event)).unwrap();
        }
        case.basis().map(|it| it.id()).collect()
    };
    let expected: [&[&str]; SITUATIONS.len()] = [
        &["R923-30-DAYS"],
        &["R923-30-DAYS"],
        &["R923-HOST"],
        &["R923-CERTIFICATE"],
        &["R923-REFUSAL-3"],
        &["R923-REFUSAL-1"],
        &["R923-REFUSAL-2"],
        &["R923-MOVE"],
        &["R923-HOST"],
        &["R923-REFUSAL-3"],
        &["R923-REFUSAL-2"],
        &["R923-CERTIFICATE", "R923-DEREGISTRATION"],
    ];
    for ((name, script), expected) in SITUATIONS.iter().zip(expected) {
        assert_eq!(basis(script), expected, "{name}");
    }
}

fn everything() -> Set<DataItem> {
    DataItem::ALL.iter().copied().collect()
}

#[test]
fn a_rejection_names_what_is_wrong() {
    let case = Case::new(Arrival::on(date!(2026 - 08 - 03))).unwrap();
    let submit = |on, data, place| case.apply(Event::Submit { on, data, place }).err();
    let (on, early) = (date!(2026 - 08 - 03), date!(2026 - 08 - 02));
    let house = Some(PlaceOfStay::House);
    use DataItem::{Address, BirthDate, GivenName, Host, Passport, Patronymic, Surname};
    let stated = Set::from_iter([Surname, GivenName, Host, Patronymic]);
    let items = Set::from_iter([BirthDate, Passport, Address]);
    assert_eq!(
        submit(on, stated, house),
        Some(Rejection::MissingData { items })
    );
    assert_eq!(
        submit(on, everything(), None),
        Some(Rejection::PlaceNotEligible)
    );
    assert_eq!(
        submit(early, everything(), house),
        Some(Rejection::DateBackwards {
            on: early,
            earliest: on
        })
    );
    let before = date!(2026 - 06 - 30);
    assert_eq!(
        submit(before, everything(), house),
        Some(Rejection::NotInForce { on: before })
    );
}

#[test]
fn a_case_is_not_made_of_what_cannot_be() {
    let arrived = Arrival::on(date!(2026 - 08 - 03));
    for days in [0, 367, u16::MAX] {
        // The treaty comes first.
        let wrong = arrived.treaty_days(days).stay_until(date!(2026 - 08 - 02));
        assert_eq!(Case::new(wrong), Err(Error::TreatyDays));
    }
    for days in [1, 366] {
        assert_eq!(
            Case::new(arrived.treaty_days(days)).unwrap().treaty(),
            Treaty::Days(days)
        );
    }
    assert_eq!(
        Case::new(arrived.stay_until(date!(2026 - 08 - 02))),
        Err(Error::StayBeforeArrival)
    );
    assert!(Case::new(arrived.stay_until(date!(2026 - 08 - 03))).is_ok());
    for day in [Date::MIN, date!(0000 - 12 - 31)] {
        assert_eq!(Case::new(Arrival::on(day)), Err(Error::DateNotSupported));
        assert_eq!(
            Case::new(arrived.stay_until(day)),
            Err(Error::DateNotSupported)
        );
    }
}

#[test]
fn the_last_eight_events_are_remembered() {
    let mut case = Case::new(Arrival::on(date!(2026 - 08 - 03))).unwrap();
    for number in 0..20u8 {
        let on = date!(2026 - 08 - 03) + Duration::days(number.into());
        case = case.apply(Event::Move { on }).unwrap();
        let days: Vec<_> = case.history().map(|event| event.on).collect();
        let first = on - Duration::days(i64::from(number).min(7));
        assert_eq!((days[0], days.last()), (first, Some(&on)));
        assert_eq!(
            (days.len(), case.events()),
            (
                HISTORY_MAX.min(usize::from(number) + 1),
                u16::from(number) + 1
            )
        );
    }
}

#[test]
fn counts_stop_at_the_most_that_fits() {
    let on = date!(2026 - 08 - 03);
    let mut case = Case::new(Arrival::on(on)).unwrap();
    let submit = Event::Submit {
        on,
        data: everything(),
        place: Some(PlaceOfStay::House),
    };
    for _ in 0..70_000 {
        for event in [submit, Event::HostConfirms { on }, Event::Move { on }] {
            case = case.apply(event).unwrap();
        }
    }
    assert_eq!((case.registrations(), case.events()), (u16::MAX, u16::MAX));
    assert_eq!(Case::from_bytes(&case.to_bytes()), Ok(case));
}

// --- What is kept.

#[test]
fn every_single_bit_flipped_is_detected() {
    for case in situations() {
        let kept = case.to_bytes();
        assert_eq!(Case::from_bytes(&kept), Ok(case));
        for bit in 0..CASE_BYTES * 8 {
            let mut flipped = kept;
            flipped[bit / 8] ^= 1 << (bit % 8);
            let expected = if bit < 32 {
                Error::CaseForeign
            } else {
                Error::CaseDamaged
            };
            assert_eq!(Case::from_bytes(&flipped), Err(expected), "bit {bit}");
        }
    }
}

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

/// The CRC-32 of zip, from its definition: the remainder of a division of polynomials.
fn crc32(bytes: &[u8]) -> u32 {
    let bits = bytes
        .iter()
        .flat_map(|byte| (0..8).map(move |bit| byte >> bit & 1));
    !bits.fold(u32::MAX, |crc, bit| {
        let low = (crc & 1) ^ u32::from(bit);
        (crc >> 1) ^ if low == 1 { 0xEDB8_8320 } else { 0 }
    })
}

/// What is kept with a byte changed, and a checksum that fits.
fn forged(kept: &[u8; CASE_BYTES], place: usize, byte: u8) -> [u8; CASE_BYTES] {
    let mut forged = *kept;
    forged[place] = byte;
    let checksum = crc32(&forged[..CASE_BYTES - 4]).to_le_bytes();
    forged[CASE_BYTES - 4..].copy_from_slice(&checksum);
    forged
}

#[test]
fn a_forged_case_is_an_error_or_one_that_could_be() {
    let mut taken = 0;
    for case in situations() {
        let kept = case.to_bytes();
        for place in 0..CASE_BYTES - 4 {
            for byte in 0..=255 {
                let forged = forged(&kept, place, byte);
                let Ok(case) = Case::from_bytes(&forged) else {
                    continue;
                };
                // Another day of arrival, or another event that leads to the same state.
                taken += 1;
                assert_eq!(case.to_bytes(), forged);
                let registered = case.state() == CaseState::Registered;
                assert_eq!(case.registered().is_some(), registered);
                assert_eq!(case.refusal().is_some(), case.state() == CaseState::Refused);
                let days: Vec<_> = case.history().map(|event| event.on).collect();
                assert!(days.is_sorted() && days.iter().all(|day| *day >= case.arrived_on()));
            }
        }
    }
    println!("{taken} forged cases could be");
    assert!(taken > 1000);
}

// --- Random histories.

prop_compose! {
    fn arrivals()(
        after in 0..1600i64,
        stay in prop_oneof![Just(None), (0..120i64).prop_map(Some), (0..900i64).prop_map(Some)],
        treaty_days in prop_oneof![2 => Just(None), 1 => (1..=366u16).prop_map(Some)],
        six: bool,
    ) -> naive::Arrival {
        let on = date!(2026 - 05 - 01) + Duration::days(after);
        naive::Arrival {
            on,
            stay_until: stay.map(|days| on + Duration::days(days)),
            treaty_days,
            week: if six { Week::Six } else { Week::Five },
        }
    }
}

/// An event, but for its day: how many days after the one ahead of it.
fn events() -> impl Strategy<Value = (i64, naive::Event)> {
    let missing = prop_oneof![
        8 => Just(Vec::new()),
        1 => proptest::sample::subsequence(naive::Item::ALL, 0..3),
    ];
    let place = prop_oneof![12 => proptest::sample::select(naive::Place::ALL).prop_map(Some), 1 => Just(None)];
    let step = prop_oneof![1 => -3..0i64, 6 => 0..4i64, 6 => 0..30i64, 1 => 0..400i64];
    (
        step,
        proptest::sample::select(naive::Kind::ALL),
        missing,
        place,
    )
        .prop_map(|(step, kind, missing, place)| {
            let submits = kind == naive::Kind::Submit;
            let event = naive::Event {
                kind,
                on: date!(2026 - 01 - 01),
                missing: if submits { missing } else { Vec::new() },
                place: place.filter(|_| submits),
            };
            (step, event)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_history_is_that_of_the_naive_model(
        arrival in arrivals(),
        steps in proptest::collection::vec((events(), -60..400i64), 0..40),
    ) {
        let calendar = Calendar::KAZAKHSTAN;
        let mut model = naive::Case::new(arrival).expect("it could be");
        let mut case = Case::new(arrival_of(&arrival)).expect("it could be");
        let mut day = arrival.on;
        for ((step, mut event), ahead) in steps {
            event.on = day + Duration::days(step);
            let (expected, got) = (model.apply(&event), case.apply(event_of(&event)));
            prop_assert_eq!(got.map(|_| ()).map_err(|rejection| rejection.error().word()), expected);
            if let Ok(next) = got {
                case = next;
                day = event.on;
            }

            let window = model.window();
            let columns = model.columns(window.ok().flatten());
            let got = case.window(&calendar);
            prop_assert_eq!(got.as_ref().err().map(|error| error.word()), window.err());
            prop_assert_eq!(kz_rules_tests::registration::columns(&case, got), columns);

            let asked = day + Duration::days(ahead);
            let expected = model.day(asked);
            let got = case.day(asked, &calendar);
            let got = got.map(|day| day.map(|day| (day.state.word(), day.days_left.map(i64::from))));
            prop_assert_eq!(got.map_err(Error::word), expected, "{}", asked);

            let log: Vec<_> = model.log().map(|(on, kind, state)| (on, kind_of(kind), state_of(state))).collect();
            let history: Vec<_> = case.history().map(|event| (event.on, event.event, event.state)).collect();
            prop_assert_eq!(usize::from(case.events()), log.len());
            prop_assert_eq!(&history[..], &log[log.len().saturating_sub(HISTORY_MAX)..]);

            prop_assert_eq!(Case::from_bytes(&case.to_bytes()), Ok(case));
        }
    }
}

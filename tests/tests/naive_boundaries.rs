//! What the conformance vectors leave open about the naive evaluators: the first and last days of the ways to an IIN
//! and the age reading `day_after`.

use kz_rules_tests::naive::assess::assess;
use kz_rules_tests::naive::plan::{Circumstances, plan};
use kz_rules_tests::naive::{
    Action, AgeReading, Birth, Facts, Location, Occasion, Standing, VisaChannel, YesNo, parse_birth,
};
use time::{Date, macros::date};

/// A grown foreigner who asks a mission for a first visa.
fn visitor(on: Date) -> Facts {
    Facts {
        standing: Some(Standing::Foreigner),
        birth: Birth::Day(date!(1990 - 05 - 05)),
        occasion: Some(Occasion::Visa),
        action: Some(Action::FirstIssue),
        visa_channel: Some(VisaChannel::ForeignMission),
        fingerprinted: Some(YesNo::No),
        ..Facts::on(on)
    }
}

/// Abroad, not free to enter, without an IIN, before a mission that takes part in everything.
const AT_THE_MISSION: Circumstances = Circumstances {
    location: Some(Location::Abroad),
    may_enter: Some(YesNo::No),
    has_iin: Some(YesNo::No),
    mission_in_pilot: Some(YesNo::Yes),
    mission_takes_fingerprints: Some(YesNo::Yes),
    passport_in_foreign_language: Some(YesNo::No),
};

fn steps_on(on: Date) -> Vec<&'static str> {
    plan(&visitor(on), &AT_THE_MISSION).unwrap().steps
}

#[test]
fn a_proxy_obtains_an_iin_until_24_february_2024() {
    let by_proxy = ["iin_by_proxy", "fingerprint_at_mission", "obtain_document"];
    assert_eq!(steps_on(date!(2024 - 02 - 23)), by_proxy);
    assert_eq!(steps_on(date!(2024 - 02 - 24)), [""; 0]);
}

#[test]
fn a_mission_gives_an_iin_from_13_april_to_31_december_2024() {
    let at_mission = [
        "iin_at_mission",
        "fingerprint_at_mission",
        "obtain_document",
    ];
    assert_eq!(steps_on(date!(2024 - 04 - 12)), [""; 0]);
    assert_eq!(steps_on(date!(2024 - 04 - 13)), at_mission);
    assert_eq!(steps_on(date!(2024 - 12 - 31)), at_mission);
    assert_eq!(steps_on(date!(2025 - 01 - 01)), [""; 0]);
}

#[test]
fn a_deadlock_rests_on_the_loop_from_24_february_2024_if_an_iin_is_missing() {
    let basis = |on, has_iin| {
        let circumstances = Circumstances {
            has_iin: Some(has_iin),
            mission_in_pilot: Some(YesNo::No),
            mission_takes_fingerprints: Some(YesNo::No),
            ..AT_THE_MISSION
        };
        plan(&visitor(on), &circumstances).unwrap().basis
    };
    let no_place = ["L50-PLACE", "L50-COLLECTORS-ABROAD"];
    assert_eq!(basis(date!(2024 - 02 - 23), YesNo::No), no_place);
    assert_eq!(
        basis(date!(2024 - 02 - 24), YesNo::No),
        ["L50-IIN-DEADLOCK"]
    );
    assert_eq!(basis(date!(2024 - 02 - 24), YesNo::Yes), no_place);
}

#[test]
fn in_kazakhstan_the_iin_comes_in_person_even_while_a_proxy_could_fetch_it() {
    let circumstances = Circumstances {
        location: Some(Location::InKazakhstan),
        ..AT_THE_MISSION
    };
    let answer = plan(&visitor(date!(2024 - 02 - 23)), &circumstances).unwrap();
    assert_eq!(
        answer.steps,
        [
            "iin_in_person",
            "fingerprint_in_kazakhstan",
            "leave",
            "obtain_document"
        ]
    );
}

#[test]
fn an_age_is_reached_on_the_birthday_or_the_day_after() {
    let first_day = |birth, on, age_reading| {
        let birth = parse_birth(birth).unwrap();
        assess(&Facts {
            birth,
            age_reading,
            ..visitor(on)
        })
        .unwrap()
        .holds_until
    };
    let on = date!(2025 - 12 - 01);
    use AgeReading::{Birthday, DayAfter};
    assert_eq!(
        first_day("2010-05-05", on, Birthday),
        Some(date!(2026 - 05 - 05))
    );
    assert_eq!(
        first_day("2010-05-05", on, DayAfter),
        Some(date!(2026 - 05 - 06))
    );
    assert_eq!(
        first_day("2012-02-29", on, Birthday),
        Some(date!(2028 - 02 - 29))
    );
    assert_eq!(
        first_day("2012-02-29", on, DayAfter),
        Some(date!(2028 - 03 - 01))
    );
    assert_eq!(first_day("2009", on, Birthday), Some(date!(2025 - 12 - 31)));
    assert_eq!(first_day("2009", on, DayAfter), Some(date!(2026 - 01 - 01)));
}

//! The IIN as C asks for it: ways, the pilot, and refusals.

use std::ptr::{null, null_mut};

use kz_rules_core as core;
use kz_rules_ffi::*;
use kz_rules_tests::abi::{CONSTANTS, answered, refused, status};

const IN_PILOT: kz_date = kz_date {
    year: 2024,
    month: 6,
    day: 3,
};
const AFTER_IT: kz_date = kz_date {
    year: 2025,
    month: 1,
    day: 1,
};
const YES: u8 = 1;
const NO: u8 = 2;

fn provision(id: &str) -> kz_provision {
    core::Provision::from_id(id).expect("it is known").code()
}

fn takes_part(kind: kz_mission_kind, code: &str) -> kz_answer {
    answered(|out| unsafe { kz_mission_in_pilot(kind, code.as_ptr().cast(), code.len(), out) })
}

#[test]
fn establishments_in_the_named_countries_take_part() {
    for code in ["CN", "CHN", "156", "TUR", "EST", "LVA", "LTU", "RUS", "643"] {
        let kinds = [1, 2, 3, 0].map(|kind| takes_part(kind, code));
        assert_eq!(kinds, [YES, YES, 0, 0], "{code}");
    }
    assert_eq!(takes_part(1, "DEU"), 0);
    for code in ["", "chn", "C", "CHNA", "C1"] {
        refused("COUNTRY_CODE", |out| unsafe {
            kz_mission_in_pilot(1, code.as_ptr().cast(), code.len(), out)
        });
    }
    for kind in 4..=255 {
        refused("BAD_MISSION_KIND", |out| unsafe {
            kz_mission_in_pilot(kind, c"CHN".as_ptr(), 3, out)
        });
    }
    refused("NULL", |out| unsafe {
        kz_mission_in_pilot(1, null(), 3, out)
    });
    let status_of = unsafe { kz_mission_in_pilot(1, c"CHN".as_ptr(), 3, null_mut()) };
    assert_eq!(status_of, status("NULL"));
}

fn papers(on: kz_date, letters: u8, state: u8) -> kz_pilot_papers {
    answered(|out| unsafe { kz_iin_papers(on, letters, state, out) })
}

#[test]
fn papers_depend_on_two_facts_and_the_day() {
    let nothing_known = kz_pilot_papers {
        running: YES,
        translation: 0,
        legalisation: 0,
        reserved: 0,
        presence: provision("PILOT-IN-PERSON"),
        papers: provision("PILOT-PAPERS"),
        translation_by: provision("PILOT-TRANSLATION"),
        legalisation_by: provision("PILOT-LEGALISATION"),
        issued: provision("PILOT-CERTIFICATE"),
        term: provision("PILOT-TERM"),
    };
    assert_eq!(papers(IN_PILOT, 0, 0), nothing_known);
    let needs = |letters, state| {
        let papers = papers(IN_PILOT, letters, state);
        (papers.translation, papers.legalisation)
    };
    assert_eq!(needs(YES, 0), (NO, NO));
    assert_eq!(needs(NO, 0), (YES, 0));
    assert_eq!(needs(NO, YES), (YES, NO));
    assert_eq!(needs(NO, NO), (YES, YES));
    assert_eq!(needs(0, YES), (0, NO));
    assert_eq!(needs(0, NO), (0, 0));
    let none = kz_pilot_papers {
        running: NO,
        ..kz_pilot_papers::default()
    };
    assert_eq!(papers(AFTER_IT, NO, NO), none);

    for value in 3..=255 {
        refused("BAD_LATIN_OR_CYRILLIC", |out| unsafe {
            kz_iin_papers(IN_PILOT, value, 0, out)
        });
        refused("BAD_CONVENTION_STATE", |out| unsafe {
            kz_iin_papers(IN_PILOT, 0, value, out)
        });
    }
    refused("BAD_ON", |out| unsafe {
        kz_iin_papers(kz_date::default(), 0, 0, out)
    });
    assert_eq!(
        unsafe { kz_iin_papers(IN_PILOT, 0, 0, null_mut()) },
        status("NULL")
    );
}

#[test]
fn ways_are_open_by_date_and_place() {
    let abroad = kz_facts {
        on: IN_PILOT,
        location: 2,
        standing: 2,
        mission_in_pilot: YES,
        ..kz_facts::default()
    };
    let way = |facts: kz_facts, way| -> kz_iin_way_info {
        answered(|out| unsafe { kz_iin_way_get(&facts, way, out) })
    };
    let expected = kz_iin_way_info {
        way: 1,
        open: YES,
        provision_count: 3,
        reserved: 0,
        provisions: ["PILOT-PERIOD", "PILOT-IN-PERSON", "PILOT-PAPERS"].map(provision),
        establishments: provision("PILOT-COUNTRIES"),
    };
    assert_eq!(way(abroad, 1), expected);
    let unknown = kz_facts {
        mission_in_pilot: 0,
        ..abroad
    };
    assert_eq!(way(unknown, 1).open, 0);
    let late = kz_facts {
        on: AFTER_IT,
        ..abroad
    };
    assert_eq!((way(late, 1).open, way(late, 1).provision_count), (NO, 0));
    assert_eq!(way(abroad, 2).open, NO);
    let home = kz_facts {
        location: 1,
        ..abroad
    };
    assert_eq!((way(home, 1).open, way(home, 2).open), (NO, YES));
    assert_eq!(
        way(home, 2).provisions,
        [provision("L50-IIN-IN-PERSON"), 0, 0]
    );
    let establishments = [way(home, 1), way(home, 2), way(home, 3), way(late, 1)];
    assert_eq!(
        establishments.map(|way| way.establishments),
        [provision("PILOT-COUNTRIES"), 0, 0, 0]
    );
    assert_eq!(way(home, 3).open, NO);
    for value in (4..=255).chain([0]) {
        refused("BAD_IIN_WAY", |out| unsafe {
            kz_iin_way_get(&abroad, value, out)
        });
    }
    refused("NULL", |out| unsafe { kz_iin_way_get(null(), 1, out) });
    assert_eq!(
        unsafe { kz_iin_way_get(&abroad, 1, null_mut()) },
        status("NULL")
    );
    let wrong = kz_facts {
        location: 3,
        ..abroad
    };
    refused("BAD_LOCATION", |out| unsafe {
        kz_iin_way_get(&wrong, 1, out)
    });
}

#[test]
fn a_finding_is_a_ground_with_a_cure_that_is_inferred() {
    let refusal = |procedure: &str, finding: &str| -> kz_refusal {
        let code = |name: String| u8::try_from(CONSTANTS[name.as_str()].1).expect("a byte");
        let procedure = code(format!("KZ_PROCEDURE_{procedure}"));
        let finding = code(format!("KZ_FINDING_{finding}"));
        answered(|out| unsafe { kz_refusal_get(procedure, finding, out) })
    };
    let curable = |ground, cure: &str| kz_refusal {
        ground: provision(ground),
        cure: u8::try_from(CONSTANTS[format!("KZ_CURE_{cure}").as_str()].1).expect("a byte"),
        inferred: YES,
    };
    let incurable = |ground| kz_refusal {
        ground: provision(ground),
        ..kz_refusal::default()
    };
    let (pilot, registration) = ("PILOT_IIN", "REGISTRATION");
    let cases = [
        (
            pilot,
            "FALSE_DATA",
            curable("PILOT-REFUSAL-1", "SUBMIT_TRUE_DATA"),
        ),
        (pilot, "NONCOMPLIANT_DATA", incurable("PILOT-REFUSAL-2")),
        (
            pilot,
            "HAS_IIN",
            curable("PILOT-REFUSAL-3", "USE_EXISTING_IIN"),
        ),
        (pilot, "STAY_EXCEEDED", kz_refusal::default()),
        (pilot, "HOST_DECLINED", kz_refusal::default()),
        (
            registration,
            "FALSE_DATA",
            curable("R923-REFUSAL-1", "SUBMIT_TRUE_DATA"),
        ),
        (registration, "NONCOMPLIANT_DATA", kz_refusal::default()),
        (registration, "HAS_IIN", kz_refusal::default()),
        (registration, "STAY_EXCEEDED", incurable("R923-REFUSAL-2")),
        (
            registration,
            "HOST_DECLINED",
            curable("R923-REFUSAL-3", "ANOTHER_PLACE_OR_CONSENT"),
        ),
    ];
    for (procedure, finding, expected) in cases {
        assert_eq!(
            refusal(procedure, finding),
            expected,
            "{procedure} {finding}"
        );
    }
    for value in (3..=255).chain([0]) {
        refused("BAD_PROCEDURE", |out| unsafe {
            kz_refusal_get(value, 1, out)
        });
    }
    for value in (6..=255).chain([0]) {
        refused("BAD_FINDING", |out| unsafe {
            kz_refusal_get(1, value, out)
        });
    }
    assert_eq!(unsafe { kz_refusal_get(1, 1, null_mut()) }, status("NULL"));
}

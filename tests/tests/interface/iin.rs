//! The IIN from C: ways, the pilot, and refusals.

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
    core::Law::BUILT_IN
        .provision_by_id(id)
        .expect("it is known")
        .number()
}

/// The provisions of the way at a mission.
const AT_MISSION: [&str; 3] = ["PILOT-PERIOD", "PILOT-IN-PERSON", "PILOT-PAPERS"];

fn provisions(ids: &[&str]) -> [kz_provision; KZ_IIN_WAY_PROVISIONS_MAX] {
    let mut all = [0; KZ_IIN_WAY_PROVISIONS_MAX];
    all.iter_mut()
        .zip(ids)
        .for_each(|(to, id)| *to = provision(id));
    all
}

fn takes_part(kind: kz_mission_kind, code: &str) -> kz_answer {
    answered(|out| unsafe {
        kz_mission_in_pilot(
            null(),
            IN_PILOT,
            kind,
            code.as_ptr().cast(),
            code.len(),
            out,
        )
    })
}

#[test]
fn establishments_in_the_named_countries_take_part() {
    for code in ["CN", "CHN", "156", "TUR", "EST", "LVA", "LTU", "RUS", "643"] {
        let kinds = [1, 2, 3, 0].map(|kind| takes_part(kind, code));
        assert_eq!(kinds, [YES, YES, 0, 0], "{code}");
    }
    assert_eq!(takes_part(1, "DEU"), 0);
    let late: kz_answer = answered(|out| unsafe {
        kz_mission_in_pilot(null(), AFTER_IT, 1, c"CHN".as_ptr(), 3, out)
    });
    assert_eq!(late, 0, "the pilot is over");
    for code in ["", "chn", "C", "CHNA", "C1"] {
        refused("COUNTRY_CODE", |out| unsafe {
            kz_mission_in_pilot(null(), IN_PILOT, 1, code.as_ptr().cast(), code.len(), out)
        });
    }
    for kind in 4..=255 {
        refused("BAD_MISSION_KIND", |out| unsafe {
            kz_mission_in_pilot(null(), IN_PILOT, kind, c"CHN".as_ptr(), 3, out)
        });
    }
    refused("NULL", |out| unsafe {
        kz_mission_in_pilot(null(), IN_PILOT, 1, null(), 3, out)
    });
    let status_of =
        unsafe { kz_mission_in_pilot(null(), IN_PILOT, 1, c"CHN".as_ptr(), 3, null_mut()) };
    assert_eq!(status_of, status("NULL"));
}

fn papers(on: kz_date, letters: u8, state: u8) -> kz_pilot_papers {
    answered(|out| unsafe { kz_iin_papers(null(), on, letters, state, out) })
}

#[test]
pub(super) fn papers_depend_on_two_facts_and_the_day() {
    let nothing_known = kz_pilot_papers {
        running: YES,
        translation: 0,
        legalisation: 0,
        provision_count: AT_MISSION.len() as u8,
        provisions: provisions(&AT_MISSION),
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
            kz_iin_papers(null(), IN_PILOT, value, 0, out)
        });
        refused("BAD_CONVENTION_STATE", |out| unsafe {
            kz_iin_papers(null(), IN_PILOT, 0, value, out)
        });
    }
    refused("BAD_ON", |out| unsafe {
        kz_iin_papers(null(), kz_date::default(), 0, 0, out)
    });
    assert_eq!(
        unsafe { kz_iin_papers(null(), IN_PILOT, 0, 0, null_mut()) },
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
    let ways = |facts: kz_facts| -> Vec<kz_iin_way_info> {
        let at = |place| answered(|out| unsafe { kz_iin_way_at(null(), &facts, place, out) });
        let ways: Vec<kz_iin_way_info> = (0..=255).map(at).collect();
        let count = ways.iter().take_while(|way| way.step != 0).count();
        // After the last way there is none.
        assert!(
            ways[count..]
                .iter()
                .all(|way| *way == kz_iin_way_info::default())
        );
        ways[..count].to_vec()
    };
    let way = |facts: kz_facts, step: &str| {
        let step = u8::try_from(CONSTANTS[format!("KZ_STEP_{step}").as_str()].1).expect("a byte");
        ways(facts).into_iter().find(|way| way.step == step)
    };
    let (mission, person) = ("IIN_AT_MISSION", "IIN_IN_PERSON");
    let open = |facts, step| way(facts, step).map(|way| way.open);
    let at_mission = way(abroad, mission).expect("the pilot runs");
    assert_eq!((at_mission.open, at_mission.reserved), (YES, 0));
    assert_eq!(at_mission.provisions, provisions(&AT_MISSION));
    assert_eq!(usize::from(at_mission.provision_count), AT_MISSION.len());
    let unknown = kz_facts {
        mission_in_pilot: 0,
        ..abroad
    };
    assert_eq!(open(unknown, mission), Some(0));
    let late = kz_facts {
        on: AFTER_IT,
        ..abroad
    };
    assert_eq!(open(late, mission), None, "closed to everybody");
    assert_eq!(open(abroad, person), Some(NO));
    let home = kz_facts {
        location: 1,
        ..abroad
    };
    assert_eq!(open(home, mission), Some(NO));
    let in_person = way(home, person).expect("it is always open");
    assert_eq!(in_person.open, YES);
    assert_eq!(in_person.provisions, provisions(&["L50-IIN-IN-PERSON"]));
    assert_eq!(open(home, "IIN_BY_PROXY"), None, "no longer");
    refused("NULL", |out| unsafe {
        kz_iin_way_at(null(), null(), 0, out)
    });
    assert_eq!(
        unsafe { kz_iin_way_at(null(), &abroad, 0, null_mut()) },
        status("NULL")
    );
    let wrong = kz_facts {
        location: 3,
        ..abroad
    };
    refused("BAD_LOCATION", |out| unsafe {
        kz_iin_way_at(null(), &wrong, 0, out)
    });
}

#[test]
pub(super) fn a_finding_is_a_ground_with_a_cure_that_is_inferred() {
    let refusal = |procedure: &str, finding: &str| -> kz_refusal {
        let code = |name: String| u8::try_from(CONSTANTS[name.as_str()].1).expect("a byte");
        let procedure = code(format!("KZ_PROCEDURE_{procedure}"));
        let finding = code(format!("KZ_FINDING_{finding}"));
        answered(|out| unsafe { kz_refusal_get(null(), procedure, finding, out) })
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
            kz_refusal_get(null(), value, 1, out)
        });
    }
    for value in (6..=255).chain([0]) {
        refused("BAD_FINDING", |out| unsafe {
            kz_refusal_get(null(), 1, value, out)
        });
    }
    assert_eq!(
        unsafe { kz_refusal_get(null(), 1, 1, null_mut()) },
        status("NULL")
    );
}

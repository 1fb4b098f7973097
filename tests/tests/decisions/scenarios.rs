//! Every scenario through the Rust API, those of the pilot and of refusals also through C; and what each scenario states about
//! itself.

use std::ptr::null;

use kz_rules_core::{Law, Provision};
use kz_rules_ffi::*;
use kz_rules_tests::abi::{CONSTANTS, answered, refused};
use kz_rules_tests::rust_api::day;
use kz_rules_tests::scenarios::{self, KINDS};

#[test]
fn every_scenario_has_its_answer() {
    for kind in KINDS {
        let all = scenarios::of(kind);
        all.compare(all.lines().map(|line| scenarios::outcome(kind, line)));
    }
}

#[test]
fn every_scenario_says_who_it_is_and_cites_its_provision() {
    for kind in KINDS {
        for line in scenarios::of(kind).lines() {
            let id = line.text("id");
            let law = Law::BUILT_IN;
            let provision = law.provision_by_id(line.text("provision"));
            let provision = provision
                .and_then(|it| law.provision(it))
                .expect("one of the law's");
            let document = provision.document().expect("every provision has one");
            let cited = format!("{}, {}", document.id(), provision.place());
            assert_eq!(line.text("source"), cited, "{kind} {id}");
            assert!(!line.text("who").is_empty(), "{kind} {id}");
        }
    }
}

/// The number of a word in C; 0 if it is empty.
fn code(set: &str, word: &str) -> u8 {
    let name = format!("KZ_{set}_{}", word.to_uppercase());
    let code = (!word.is_empty()).then(|| CONSTANTS[name.as_str()].1);
    u8::try_from(code.unwrap_or_default()).expect("a byte")
}

#[test]
fn scenarios_of_the_pilot_have_the_same_answers_in_c() {
    for line in scenarios::of("pilot").lines() {
        let (id, country) = (line.text("id"), line.text("country"));
        let kind = code("MISSION_KIND", line.text("mission_kind"));
        let on = day(line.text("on")).expect("a day");
        let on = kz_date {
            year: on.year(),
            month: on.month(),
            day: on.day(),
        };
        let (at, length) = (country.as_ptr().cast(), country.len());
        let asked = |out| unsafe { kz_mission_in_pilot(null(), on, kind, at, length, out) };
        if line.text("=status") != "ok" {
            refused(&line.text("=status").to_uppercase(), asked);
            continue;
        }
        let takes_part: kz_answer = answered(asked);
        assert_eq!(takes_part, code("ANSWER", line.text("=in_pilot")), "{id}");
        let answer = |column| code("ANSWER", line.text(column));
        let (letters, state) = (answer("latin_or_cyrillic"), answer("convention_state"));
        let papers: kz_pilot_papers =
            answered(|out| unsafe { kz_iin_papers(null(), on, letters, state, out) });
        assert_eq!(papers.running, answer("=running"), "{id}");
        assert_eq!(papers.translation, answer("=translation"), "{id}");
        assert_eq!(papers.legalisation, answer("=legalisation"), "{id}");
    }
}

#[test]
fn scenarios_of_refusals_have_the_same_answers_in_c() {
    for line in scenarios::of("refusals").lines() {
        let procedure = code("PROCEDURE", line.text("procedure"));
        let finding = code("FINDING", line.text("finding"));
        let refusal: kz_refusal =
            answered(|out| unsafe { kz_refusal_get(null(), procedure, finding, out) });
        let ground = Law::BUILT_IN.provision_by_id(line.text("=ground"));
        let ground = ground.map_or(0, Provision::number);
        let id = line.text("id");
        assert_eq!(refusal.ground, ground, "{id}");
        assert_eq!(refusal.cure, code("CURE", line.text("=cure")), "{id}");
    }
}

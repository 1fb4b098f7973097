//! Every scenario through the Rust API, those of the pilot and of refusals through C too; and what a scenario tells of itself.

use kz_rules_core::Provision;
use kz_rules_ffi::*;
use kz_rules_tests::abi::{CONSTANTS, answered, refused};
use kz_rules_tests::naive::parse_date;
use kz_rules_tests::scenarios::{self, KINDS};

#[test]
fn every_scenario_comes_out_as_it_must() {
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
            let provision = Provision::from_id(line.text("provision"));
            let cited = provision.map(|it| format!("{}, {}", it.document(), it.place()));
            assert_eq!(Some(line.text("source")), cited.as_deref(), "{kind} {id}");
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
fn scenarios_of_the_pilot_come_out_alike_in_c() {
    for line in scenarios::of("pilot").lines() {
        let (id, country) = (line.text("id"), line.text("country"));
        let kind = code("MISSION_KIND", line.text("mission_kind"));
        let asked =
            |out| unsafe { kz_mission_in_pilot(kind, country.as_ptr().cast(), country.len(), out) };
        if line.text("=status") != "ok" {
            refused(&line.text("=status").to_uppercase(), asked);
            continue;
        }
        let takes_part: kz_answer = answered(asked);
        assert_eq!(takes_part, code("ANSWER", line.text("=in_pilot")), "{id}");
        let on = parse_date(line.text("on")).expect("a day");
        let on = kz_date {
            year: on.year().try_into().expect("a year"),
            month: on.month().into(),
            day: on.day(),
        };
        let answer = |column| code("ANSWER", line.text(column));
        let (letters, state) = (answer("latin_or_cyrillic"), answer("convention_state"));
        let papers: kz_pilot_papers =
            answered(|out| unsafe { kz_iin_papers(on, letters, state, out) });
        assert_eq!(papers.running, answer("=running"), "{id}");
        assert_eq!(papers.translation, answer("=translation"), "{id}");
        assert_eq!(papers.legalisation, answer("=legalisation"), "{id}");
    }
}

#[test]
fn scenarios_of_refusals_come_out_alike_in_c() {
    for line in scenarios::of("refusals").lines() {
        let procedure = code("PROCEDURE", line.text("procedure"));
        let finding = code("FINDING", line.text("finding"));
        let refusal: kz_refusal =
            answered(|out| unsafe { kz_refusal_get(procedure, finding, out) });
        let ground = Provision::from_id(line.text("=ground")).map_or(0, Provision::code);
        let id = line.text("id");
        assert_eq!(refusal.ground, ground, "{id}");
        assert_eq!(refusal.cure, code("CURE", line.text("=cure")), "{id}");
    }
}

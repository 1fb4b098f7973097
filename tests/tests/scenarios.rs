//! Every scenario through the Rust API, and what it tells of itself.

use kz_rules_core::Provision;
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

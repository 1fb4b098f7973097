//! Every provision is used by the law, and expected by a vector, scenario or case.

use kz_rules_tests::tools::is_committed;
use kz_rules_tests::traceability::{CATALOGUE_ONLY, page, trails};

#[test]
fn the_page_is_up_to_date() {
    is_committed("docs/traceability.md", &page(), "make docs");
}

#[test]
fn every_provision_with_behaviour_is_used_and_cited() {
    let mut wrong = String::new();
    for trail in trails() {
        let provision = trail.provision;
        let must = !CATALOGUE_ONLY.iter().any(|(only, _)| *only == provision);
        if trail.uses.is_empty() == must {
            wrong += &if must {
                format!("{provision}: no row of the law names it\n")
            } else {
                format!("{provision}: is used, so strike it out of CATALOGUE_ONLY\n")
            };
        }
        if must && trail.files.is_empty() {
            wrong += &format!(
                "{provision}: no vector, scenario or case expects it: add one to tests/scenarios/\n"
            );
        }
    }
    assert!(wrong.is_empty(), "tests/src/traceability.rs:\n{wrong}");
}

#[test]
fn a_provision_without_behaviour_has_a_reason_and_is_listed_once() {
    for (place, (provision, reason)) in CATALOGUE_ONLY.iter().enumerate() {
        assert!(!reason.is_empty(), "{provision}");
        assert!(
            CATALOGUE_ONLY[..place]
                .iter()
                .all(|(it, _)| it != provision),
            "{provision}"
        );
    }
}

//! Every conformance vector through the Rust API: every column that says what must come out is
//! compared.

use kz_rules_tests::rust_api::{self, KINDS};
use kz_rules_tests::vectors::Vectors;

fn compare(kind: &str, at_least: usize) {
    assert!(KINDS.contains(&kind));
    let vectors = Vectors::of(kind);
    assert!(
        vectors.lines().len() >= at_least,
        "{kind}: some vectors are gone"
    );
    vectors.compare(vectors.lines().map(|line| rust_api::outcome(kind, line)));
}

#[test]
fn assess() {
    compare("assess", 523);
}

#[test]
fn terms() {
    compare("terms", 454);
}

#[test]
fn iin() {
    compare("iin", 144);
}

#[test]
fn calendar() {
    compare("calendar", 242);
}

#[test]
fn clock() {
    compare("clock", 90);
}

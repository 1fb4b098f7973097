//! Compares the check digits of many bodies of eleven digits, spread over all of them, with the second
//! implementation.

use std::time::Instant;

use kz_rules_core::{Iin, Sex};
use kz_rules_naive::iin::iin;
use kz_rules_tests::parallel::compared;
use time::Date;

use super::stride;

const BODIES: usize = 1_000_000;
/// A prime that shares no factor with the number of bodies, and takes all their digits through all values.
const STEP: u64 = 38_196_601_127;

/// Compares all twelve-digit numbers that begin with this body.
fn compare(number: usize) -> usize {
    let body = number as u64 * STEP % 100_000_000_000;
    for check in 0..10 {
        let text = format!("{body:011}{check}");
        let got = Iin::parse(text.as_bytes());
        let expected = iin(&text);
        let same = match (&got, &expected) {
            (Ok(got), Ok(expected)) => {
                let hint = got.hint();
                got.digits() == text.as_bytes()
                    && hint.map(|hint| (Date::from(hint.birth), hint.sex == Sex::Male))
                        == expected.map(|hint| (hint.birth, hint.male))
            }
            (Err(got), Err(expected)) => got.name() == expected.word(),
            _ => false,
        };
        assert!(same, "{text}: {got:?}, naive: {expected:?}");
    }
    10
}

#[test]
fn every_check_digit_of_a_million_bodies() {
    let start = Instant::now();
    let some: Vec<_> = (0..BODIES).step_by(stride(1, 11)).collect();
    println!(
        "{} bodies, {} numbers are equal, {:?}",
        some.len(),
        compared(&some, |number| compare(*number)),
        start.elapsed()
    );
}

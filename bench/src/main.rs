//! Times the library beside other ways to the same answers. The answers are compared first.

mod abi;
mod cases;
mod columns;
#[cfg(feature = "engines")]
mod engines;
mod report;
mod working_days;

use kz_rules_ffi::kz_assessment;
use report::{ROUNDS, Table, nanoseconds_of};

/// The number of cases.
struct Size {
    cases: usize,
    columns: usize,
}

const FULL: Size = Size { cases: 1_000_000, columns: 100_000 };
/// Enough to compare the answers; the times are not meaningful.
const SMALL: Size = Size { cases: 2_000, columns: 2_000 };

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let size = match &*arguments {
        [] => FULL,
        [word] if word == "small" => SMALL,
        _ => panic!("usage: kz-rules-bench [small]"),
    };
    println!("\nTimes: the fastest of {ROUNDS} rounds in one thread; answers compared first.");
    assessments(&size);
    columns::measure(size.columns);
    working_days::measure();
}

fn assessments(size: &Size) {
    let count = size.cases;
    let mixed = cases::mixed(count);
    let known = cases::known(count);

    let mut answers = vec![kz_assessment::default(); count];
    let mut by_hand = answers.clone();
    let mixed_time = nanoseconds_of(count, || abi::assess_many(&mixed, &mut answers));
    let undecided = answers
        .iter()
        .filter(|answer| answer.obligation == 0)
        .count();

    let known_time = nanoseconds_of(count, || abi::assess_many(&known, &mut answers));
    let hand_time = nanoseconds_of(count, || abi::if_chain(&known, &mut by_hand));
    for (facts, (answer, by_hand)) in known.iter().zip(answers.iter().zip(&by_hand)) {
        assert!(answer == by_hand, "the if-chain answers otherwise: {}", cases::shown(facts));
    }

    let mut table = Table::new(&format!(
        "An assessment; cases: {count} with every fact known, enacted edition"
    ));
    table.row("kz_assess_many", known_time);
    table.row(
        "if-chain by hand in C, which knows nothing of unknown facts",
        hand_time,
    );
    table.row(
        &format!("kz_assess_many, of {count} mixed cases ({undecided} undecided)"),
        mixed_time,
    );
    #[cfg(feature = "engines")]
    engines::rows(&mut table, &known, &answers);
}

//! Times the library beside other ways to the same answers, which are compared with its own first.

mod abi;
mod cases;
mod columns;
mod engines;
mod report;
mod table;
mod working_days;

use std::hint::black_box;

use kz_rules_core::{Law, Obligation, Provision};

use kz_rules_ffi::kz_assessment;
use report::{ROUNDS, Table, nanoseconds, nanoseconds_of};

pub const CASES: usize = 1_000_000;
/// For the general engines, which are slower.
const FEWER: usize = 20_000;

fn main() {
    println!("\nTimes: the fastest of {ROUNDS} rounds in one thread; answers compared first.");
    assessments();
    columns::measure();
    working_days::measure();
}

fn assessments() {
    let mixed = cases::mixed(CASES);
    let known = cases::known(CASES);
    let fewer = &known[..FEWER];

    let mut answers = vec![kz_assessment::default(); CASES];
    let mut by_hand = answers.clone();
    let mixed_time = nanoseconds_of(CASES, || abi::assess_many(&mixed, &mut answers));
    let undecided = answers
        .iter()
        .filter(|answer| answer.obligation == 0)
        .count();

    let known_time = nanoseconds_of(CASES, || abi::assess_many(&known, &mut answers));
    let hand_time = nanoseconds_of(CASES, || abi::if_chain(&known, &mut by_hand));
    for (facts, (answer, by_hand)) in known.iter().zip(answers.iter().zip(&by_hand)) {
        assert!(answer == by_hand, "the if-chain answers otherwise: {}", cases::shown(facts));
    }
    let expected: Vec<String> = answers[..FEWER].iter().map(words).collect();

    let cel = engines::Cel::new();
    let prepared: Vec<_> = fewer.iter().map(|facts| cel.prepare(facts)).collect();
    for ((facts, expected), prepared) in fewer.iter().zip(&expected).zip(&prepared) {
        let expected = cel::Value::from(expected.as_str());
        assert_eq!(
            cel.answer(prepared),
            expected,
            "cel answers otherwise: {}",
            cases::shown(facts)
        );
    }
    let cel_time = nanoseconds(&prepared, |facts| cel.answer(facts));

    let zen = engines::Zen::new();
    let prepared: Vec<_> = fewer.iter().map(|facts| zen.prepare(facts)).collect();
    let mut next = fewer.iter().zip(&expected);
    zen.answers(&prepared, |answer| {
        let (facts, expected) = next.next().expect("as many answers as cases");
        let answer = answer
            .dot("answer")
            .and_then(|answer| Some(answer.as_str()?.to_owned()));
        assert_eq!(
            answer.as_deref(),
            Some(&**expected),
            "zen-engine answers otherwise: {}",
            cases::shown(facts)
        );
    });
    let zen_time = nanoseconds_of(FEWER, || {
        zen.answers(&prepared, |answer| drop(black_box(answer)))
    });

    let mut table = Table::new(&format!(
        "An assessment; cases: {CASES} with every fact known, enacted edition"
    ));
    table.row("kz_assess_many", known_time);
    table.row(
        "if-chain by hand in C, which knows nothing of unknown facts",
        hand_time,
    );
    table.row(&format!("cel, of the first {FEWER} cases"), cel_time);
    table.row(&format!("zen-engine, of the first {FEWER} cases"), zen_time);
    table.row(
        &format!("kz_assess_many, of {CASES} mixed cases ({undecided} undecided)"),
        mixed_time,
    );
    println!("  Both engines answer obligation and basis alone; ages and words are made before.");
}

/// The obligation and the basis, as the table for the engines words them.
fn words(answer: &kz_assessment) -> String {
    let obligation = Obligation::from_code(answer.obligation).expect("all facts are known");
    let basis = Provision::from_number(answer.basis[0]).and_then(|basis| Law::BUILT_IN.provision(basis));
    let basis = basis.expect("each answer has a basis");
    format!("{} {}", obligation.name(), basis.id())
}

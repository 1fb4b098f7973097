//! General rule engines, each with the table of rules compiled once. They answer only obligation and basis.

mod cel;
mod table;
mod zen;

use kz_rules_core::{Law, Obligation, Provision};
use kz_rules_ffi::{kz_assessment, kz_facts};

use crate::report::Table;

/// Adds a row for each engine, which must give these answers. They are slower, so they get only some of the persons.
pub fn rows(table: &mut Table, persons: &[kz_facts], answers: &[kz_assessment]) {
    let some = (persons.len() / 50).max(200);
    let (persons, answers) = (&persons[..some], &answers[..some]);
    let expected: Vec<String> = answers.iter().map(words).collect();
    let name = |engine| format!("{engine}, of the first {some} cases");
    table.row(&name("cel"), cel::time(persons, &expected));
    table.row(&name("zen-engine"), zen::time(persons, &expected));
    println!("  The engines answer obligation and basis alone; ages and words are made before.");
}

/// The obligation and the basis, in the words of the table for the engines.
fn words(answer: &kz_assessment) -> String {
    let obligation = Obligation::from_code(answer.obligation).expect("all facts are known");
    let basis = Provision::from_number(answer.basis[0]).and_then(|basis| Law::BUILT_IN.provision(basis));
    let basis = basis.expect("each answer has a basis");
    format!("{} {}", obligation.name(), basis.id())
}

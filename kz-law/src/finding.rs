//! What is not an error, but worth a look: rows and conditions that change nothing, and proof that a condition matters.

mod conditions;
mod decisions;
mod fulfilled;
mod steps;

use crate::diagnostic::Diagnostic;
use crate::model::Law;
use crate::page::Page;
use crate::table::Table;

/// All findings about a law without errors, in the order of the page.
#[must_use]
pub fn findings(page: &Page<'_>, law: &Law) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for table in Table::all(law) {
        if let Some(cuts) = table.cuts() {
            decisions::rows(&table, &cuts, &mut all);
            for told in decisions::conditions(law, &table, &cuts) {
                all.extend(told.finding());
            }
        }
    }
    fulfilled::nobody(law, &mut all);
    for told in fulfilled::conditions(law) {
        all.extend(told.finding());
    }
    fulfilled::no_effect(page, law, &mut all);
    all.sort_by_key(|finding| finding.span);
    all
}

/// For every condition that matters, two persons who differ in it only and get different answers.
#[must_use]
pub fn witnesses(law: &Law) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for table in Table::all(law) {
        if let Some(cuts) = table.cuts() {
            all.extend(
                decisions::conditions(law, &table, &cuts)
                    .iter()
                    .filter_map(conditions::Told::witness),
            );
        }
    }
    all.extend(
        fulfilled::conditions(law)
            .iter()
            .filter_map(conditions::Told::witness),
    );
    all.sort_by_key(|finding| finding.span);
    all
}

//! Whether a term covers a person, by *Who is covered*.

use crate::model::Law;
use crate::region::{Axis, Region};
use crate::vocabulary::{COVERAGES, TREATIES, Word};

/// The facts on which coverage depends.
pub const FACTS: [Axis; 4] = [
    Axis::Standing,
    Axis::ArrivedToLive,
    Axis::StayRegime,
    Axis::Treaty,
];

/// Whether a term covers a person; none for a term without rows. A fact is given if it has one value. A treaty that is not
/// given has the value `not_given`.
#[must_use]
pub fn covered(law: &Law, term: Word, person: &Region) -> Option<Word> {
    let rows: Vec<_> = law.coverage.iter().filter(|row| row.term == term).collect();
    if rows.is_empty() {
        return None;
    }
    let axis = |row: &&crate::model::CoverageRow| {
        row.conditions
            .all
            .first()
            .and_then(|condition| condition.test.axis())
    };
    let given = |axis: Axis| person.get(axis).count_ones() == 1;
    let met = |row: &&crate::model::CoverageRow| {
        axis(row).is_some_and(|axis| {
            given(axis) && person.get(axis) & row.conditions.region.get(axis) != 0
        })
    };
    let unsure = |row: &&crate::model::CoverageRow| axis(row).is_some_and(|axis| !given(axis));
    let word = if rows.iter().any(|row| row.covered.is("no") && met(row)) {
        "no"
    } else if rows
        .iter()
        .any(|row| (row.covered.is("unknown") && met(row)) || unsure(row))
    {
        "unknown"
    } else {
        "yes"
    };
    COVERAGES.word(word)
}

/// Every person that a term can distinguish: each fact given or not.
#[must_use]
pub fn persons(law: &Law) -> Vec<Region> {
    let mut persons = vec![law.everybody()];
    for axis in FACTS {
        let full = law.everybody().get(axis);
        let mut values: Vec<u16> = (0..16)
            .map(|bit| 1 << bit)
            .filter(|value| full & value != 0)
            .collect();
        if axis != Axis::Treaty {
            values.push(full);
        }
        persons = persons
            .iter()
            .flat_map(|person| values.iter().map(move |value| person.with(axis, *value)))
            .collect();
    }
    debug_assert_eq!(TREATIES.full(), law.everybody().get(Axis::Treaty));
    persons
}

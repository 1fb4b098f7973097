//! All persons, with what follows for them: conditions on an answer are judged over these.

use crate::coverage;
use crate::day::Days;
use crate::model::Law;
use crate::region::{Axis, Region};
use crate::table::Table;
use crate::vocabulary::{CARRIERS, List, TERMS, Word};

/// Some persons on some days.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The days.
    pub days: Days,
    /// The persons.
    pub region: Region,
    /// Whether it is one person, for whom a fact with several values is not given. If not, it is everybody
    /// in the region.
    pub one: bool,
}

impl Group {
    /// Somebody in the group who fulfils `with` but not `without`, as a region; none if there is nobody.
    #[must_use]
    pub fn tells(&self, with: &Region, without: &Region) -> Option<Region> {
        let both = self.region.and(with)?;
        if self.one {
            return both.and(without).is_none().then_some(both);
        }
        let mut found = None;
        both.without(without, |part| found = found.or(Some(part)));
        found
    }
}

/// The completions of edition 1, with the obligation that each leads to; none if the table is far too large.
#[must_use]
pub fn decided(law: &Law) -> Option<Vec<Group>> {
    let edition = law.editions.first()?;
    let cuts = Table::edition(law, edition).cuts()?;
    let mut groups = Vec::new();
    for cut in cuts {
        for (row, region) in cut.taken {
            let obligation = edition.rows.get(row)?.obligation.bit();
            groups.push(Group {
                days: cut.days,
                region: region.with(Axis::Obligation, obligation),
                one: false,
            });
        }
    }
    Some(groups)
}

/// The persons that a term distinguishes, with whether it covers them.
#[must_use]
pub fn of_term(law: &Law, term: Word) -> Vec<Group> {
    let persons = coverage::persons(law).into_iter();
    let groups = persons.map(|person| {
        let covered = coverage::covered(law, term, &person).map_or(COVERED, Word::bit);
        Group {
            days: Days::ALL,
            region: person.with(Axis::Covered, covered),
            one: true,
        }
    });
    groups.collect()
}

/// A term without rows covers everybody.
const COVERED: u16 = 1;

/// The persons over which a carrier's cautions are judged.
#[must_use]
pub fn of_carrier(law: &Law, carrier: Word) -> Option<Vec<Group>> {
    let carriers: &List = &CARRIERS;
    debug_assert_eq!(carrier.list, carriers);
    match carrier.text() {
        "assess" => decided(law),
        "plan" => crate::plan::population(law),
        name => TERMS.word(name).map(|term| of_term(law, term)),
    }
}

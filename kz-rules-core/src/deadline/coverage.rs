//! Whom a term covers, and which cautions its answer carries.

use heapless::Vec;

use super::term::TermQuestion;
use super::treaty::Treaty;
use crate::base::day::Day;
use crate::base::set::{Set, Value};
use crate::facts::{Answer, Standing};
use crate::law::{
    Carrier, Caution, CoverageRow, Covered, Law, MAX_CAUTIONS, Provision, StayRegime, Term,
    ToldTreaty,
};

/// What is known of a person and can be named by a row about a term, as sets of what is still possible.
#[derive(Clone, Copy)]
pub(super) struct Told {
    standing: Set<Standing>,
    arrived_to_live: Set<Answer>,
    stay_regime: Set<StayRegime>,
    /// Whether it is given is a value too.
    treaty: ToldTreaty,
}

impl Told {
    pub(super) fn of(term: Term, question: &TermQuestion) -> Self {
        // Only a registration depends on a treaty.
        let treaty = match term {
            Term::Registration => question.treaty,
            _ => Treaty::Unknown,
        };
        Self {
            standing: possible(question.standing),
            arrived_to_live: possible(question.arrived_to_live),
            stay_regime: possible(question.stay_regime),
            treaty: treaty.told(),
        }
    }

    /// Whether a row of *Who is covered* is met; none if that depends on a fact that is not given.
    fn meets(self, row: CoverageRow<'_>) -> Option<bool> {
        // A treaty that is not given counts as none.
        let treaty = match self.treaty {
            ToldTreaty::NotGiven => ToldTreaty::None,
            given => given,
        };
        let met = [
            among(self.standing, row.standing()),
            among(self.arrived_to_live, row.arrived_to_live()),
            among(self.stay_regime, row.stay_regime()),
            among(treaty.into(), row.treaty()),
        ];
        if met.contains(&Some(false)) {
            Some(false)
        } else if met.contains(&None) {
            None
        } else {
            Some(true)
        }
    }

    /// Whether a caution's conditions can be fulfilled: a fact that is not given may have any value.
    fn fulfils(self, row: Caution<'_>, covered: Covered) -> bool {
        let treaty = match self.treaty {
            ToldTreaty::NotGiven => ToldTreaty::set(ToldTreaty::ALL),
            given => given.into(),
        };
        overlap(self.standing, row.term_standing())
            && overlap(self.arrived_to_live, row.arrived_to_live())
            && overlap(self.stay_regime, row.stay_regime())
            && overlap(treaty, row.treaty())
            && row.covered().contains(covered)
    }
}

/// The given value, or all values.
fn possible<T: Value>(given: Option<T>) -> Set<T> {
    match given {
        Some(value) => value.into(),
        None => T::ALL.iter().copied().collect(),
    }
}

fn overlap<T>(one: Set<T>, other: Set<T>) -> bool {
    one.bits() & other.bits() != 0
}

/// Whether the known value is among those that a row names; none if the fact is not given. A row that
/// names all values has no condition on the fact.
fn among<T: Value>(told: Set<T>, named: Set<T>) -> Option<bool> {
    if named.len() == T::ALL.len() {
        return Some(true);
    }
    told.single().map(|value| named.contains(value))
}

/// Whether a term covers a person, and the provision that excludes the person or leaves it open.
#[derive(Clone, Copy)]
pub(super) struct Coverage {
    /// None: the law has no rows about whom this term covers.
    pub(super) covered: Option<Covered>,
    /// The first row that decides it; none if no row does.
    pub(super) by: Option<Provision>,
}

impl Law<'_> {
    pub(super) fn coverage_of(self, term: Term, told: Told) -> Coverage {
        let mut coverage = Coverage {
            covered: None,
            by: None,
        };
        for row in self.coverage().iter().map(CoverageRow::from) {
            if row.term() != Some(term) {
                continue;
            }
            coverage.covered.get_or_insert(Covered::Yes);
            match (told.meets(row), row.covered()) {
                (Some(true), Covered::No) => {
                    return Coverage {
                        covered: Some(Covered::No),
                        by: Some(row.provision()),
                    };
                }
                (Some(true), _) => {
                    coverage.covered = Some(Covered::Unknown);
                    coverage.by.get_or_insert(row.provision());
                }
                (None, _) => coverage.covered = Some(Covered::Unknown),
                (Some(false), _) => {}
            }
        }
        coverage
    }

    /// The cautions that the answer of a term carries. `day`: the one that decides whether the term is
    /// in force.
    pub(super) fn term_cautions(
        self,
        term: Term,
        told: Told,
        covered: Option<Covered>,
        day: Day,
    ) -> Vec<Provision, MAX_CAUTIONS, u8> {
        let carrier = match term {
            Term::Registration => Carrier::Registration,
            Term::Move => Carrier::Move,
            Term::IinMission => Carrier::IinMission,
            Term::Notice => Carrier::Notice,
        };
        // A term without such rows covers everybody.
        let covered = covered.unwrap_or(Covered::Yes);
        let mut cautions = Vec::new();
        for row in self.cautions().iter().map(Caution::from) {
            let provision = row.provision();
            if row.is_carried_by(carrier)
                && row.period().includes(day)
                && told.fulfils(row, covered)
                && !cautions.contains(&provision)
            {
                // A law that was checked has no more cautions on one answer.
                cautions.push(provision).ok();
            }
        }
        cautions
    }
}

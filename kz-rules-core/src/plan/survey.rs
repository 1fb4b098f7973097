//! What is said of all completions, and on which facts that depends.

use super::Verdict;
use super::completions::Completions;
use super::way::{Said, Ways};
use crate::base::error::Error;
use crate::base::set::Set;
use crate::facts::{Circumstances, Fact, Region};

/// What is said of all completions of some facts and circumstances.
pub(super) struct Survey {
    /// The verdicts: if there is more than one, not all of them are named.
    pub(super) verdicts: Set<Verdict>,
    /// What is said of each, if the same is said of all.
    pub(super) said: Option<Said>,
    /// The rows by which the steps are taken, over all completions, one bit each.
    pub(super) rows: u32,
}

impl Ways<'_> {
    #[inline(never)] // so that its stack is free again when the relevant facts are looked for
    pub(super) fn survey(
        self,
        facts: Region,
        circumstances: Circumstances,
    ) -> Result<Survey, Error> {
        let mut who = Completions::new(facts, circumstances);
        let (first, rows) = self.walk(&mut who)?;
        let mut survey = Survey {
            verdicts: first.verdict.into(),
            said: Some(first),
            rows,
        };
        while who.turn() && survey.verdicts.len() == 1 {
            let (said, rows) = self.walk(&mut who)?;
            survey.verdicts.insert(said.verdict);
            survey.rows |= rows;
            if said != first {
                survey.said = None;
            }
        }
        Ok(survey)
    }

    /// The facts that are asked for in which alone two completions differ of whom not the same is said.
    ///
    /// Widen a part of the completions, of which one thing is said, to all the values of one fact: where
    /// another is said, it is of a completion that differs from one of the part in that fact alone.
    #[inline(never)]
    pub(super) fn relevant(
        self,
        facts: Region,
        circumstances: Circumstances,
    ) -> Result<Set<Fact>, Error> {
        let mut relevant = Set::EMPTY;
        let mut who = Completions::new(facts, circumstances);
        let mut left = undecided(facts, circumstances);
        while !left.is_empty() {
            let (said, _) = self.walk(&mut who)?;
            for (fact, mask) in Region::facts() {
                let widened = who.facts.widened(mask, facts);
                if left.contains(fact)
                    && widened != who.facts
                    && self.differs(widened, who.circumstances, said)?
                {
                    relevant.insert(fact);
                }
            }
            for (fact, mask) in Circumstances::facts() {
                let widened = who.circumstances.widened(mask, circumstances);
                if left.contains(fact)
                    && widened != who.circumstances
                    && self.differs(who.facts, widened, said)?
                {
                    relevant.insert(fact);
                }
            }
            left = left.difference(relevant);
            if !who.turn() {
                break;
            }
        }
        Ok(relevant)
    }

    /// Whether of some completions something else is said.
    fn differs(
        self,
        facts: Region,
        circumstances: Circumstances,
        from: Said,
    ) -> Result<bool, Error> {
        self.is_said_of_any(facts, circumstances, |said| said != from)
    }

    /// Whether every completion has the verdict `feasible`, by whatever steps.
    #[inline(never)] // its stack is only needed here
    pub(super) fn is_feasible(
        self,
        facts: Region,
        circumstances: Circumstances,
    ) -> Result<bool, Error> {
        let is_not = |said: Said| said.verdict != Verdict::Feasible;
        Ok(!self.is_said_of_any(facts, circumstances, is_not)?)
    }

    #[inline] // twice, each time with another question
    fn is_said_of_any(
        self,
        facts: Region,
        circumstances: Circumstances,
        what: impl Fn(Said) -> bool,
    ) -> Result<bool, Error> {
        let mut who = Completions::new(facts, circumstances);
        loop {
            let (said, _) = self.walk(&mut who)?;
            if what(said) {
                return Ok(true);
            }
            if !who.turn() {
                return Ok(false);
            }
        }
    }
}

/// The facts that are asked for and of which more than one value is possible.
fn undecided(facts: Region, circumstances: Circumstances) -> Set<Fact> {
    let mut undecided = Set::EMPTY;
    for (fact, mask) in Region::facts() {
        let values = facts.bits() & mask;
        if fact.is_asked() && values & values.wrapping_sub(1) != 0 {
            undecided.insert(fact);
        }
    }
    for (fact, mask) in Circumstances::facts() {
        if circumstances.bits() & mask == mask {
            undecided.insert(fact);
        }
    }
    undecided
}

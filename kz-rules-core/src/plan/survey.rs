//! The answer for all completions together, and the facts on which it depends.

use super::Verdict;
use super::completions::Completions;
use super::way::{Said, Ways};
use crate::base::error::Error;
use crate::base::set::Set;
use crate::facts::{Circumstances, Fact, Region};

/// The answer for all completions of some facts and circumstances.
pub(super) struct Survey {
    /// The verdicts. If there is more than one, others may be missing.
    pub(super) verdicts: Set<Verdict>,
    /// The answer of every completion, if it is the same for all.
    pub(super) said: Option<Said>,
    /// If it is: the rows that the steps come from, over all completions, one bit each.
    pub(super) rows: u32,
}

impl Ways<'_> {
    #[inline(never)] // frees its stack before the relevant facts are looked for
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
        while who.advance() && survey.verdicts.len() == 1 {
            let (said, rows) = self.walk(&mut who)?;
            survey.verdicts.insert(said.verdict);
            survey.rows |= rows;
            if said != first {
                survey.said = None;
            }
        }
        Ok(survey)
    }

    /// The facts that can be asked for and that change the answer on their own: two completions that
    /// differ in this fact alone get different answers.
    ///
    /// A part of the completions has one answer. It is widened to all values of one fact: a different
    /// answer in the widened part belongs to a completion that differs in this fact alone.
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
            if !who.advance() {
                break;
            }
        }
        Ok(relevant)
    }

    /// Whether some of these completions get an answer other than `from`.
    fn differs(
        self,
        facts: Region,
        circumstances: Circumstances,
        from: Said,
    ) -> Result<bool, Error> {
        self.any_answer(facts, circumstances, |said| said != from)
    }

    /// Whether every completion has the verdict `feasible`, by whatever steps.
    #[inline(never)] // its stack is only needed here
    pub(super) fn is_feasible(
        self,
        facts: Region,
        circumstances: Circumstances,
    ) -> Result<bool, Error> {
        let is_not = |said: Said| said.verdict != Verdict::Feasible;
        Ok(!self.any_answer(facts, circumstances, is_not)?)
    }

    #[inline] // called twice, with different questions
    fn any_answer(
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
            if !who.advance() {
                return Ok(false);
            }
        }
    }
}

/// The facts that can be asked for and have more than one possible value.
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

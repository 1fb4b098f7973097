//! The way to the document (legal model, section 6).
//!
//! Where a document is obtained, which steps lead there and what a deadlock rests on are rows of the law.
//! A way is walked for all completions at once and divides them only where a row's condition does: see
//! [`completions`].

mod completions;
#[cfg(test)]
mod enumeration;
mod survey;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors;
mod way;

use core::fmt;

use heapless::Vec;

pub(crate) use self::completions::Completions;
use self::way::{Steps, Ways};
use crate::base::closed_set::closed_set;
use crate::base::day::Day;
use crate::base::error::Error;
use crate::base::set::{Set, bit};
use crate::decide::{Person, Rules, Settings, Walk, cautions, leads_to, next_question, row_bit};
use crate::facts::{Circumstances, Fact, Facts, Occasion, Region, VisaChannel};
use crate::law::{
    Carrier, Caution, DeadlockRow, Edition, Goal, Law, LawKnown, MAX_CAUTIONS, MAX_ROW_PROVISIONS,
    Obligation, ObtainedRow, Provision, Provisions, Rule, Step, StepRow,
};

closed_set! {
    /// Whether the document can be had.
    pub enum Verdict {
        /// It can: by the steps named, or without any.
        Feasible = 1, "feasible";
        /// It cannot: presence in Kazakhstan would come from the very document asked for.
        Deadlock = 2, "deadlock";
        /// It cannot: what is named is out of reach.
        Blocked = 3, "blocked";
        /// The sources do not say how a citizen, or a citizen's document, is dealt with.
        NotCovered = 4, "not_covered";
        /// Nothing is obtained.
        NoDocument = 5, "no_document";
        /// It depends on facts that are not known.
        Depends = 6, "depends";
    }
}

/// The most steps of one plan: one for each goal, and to leave.
pub const MAX_STEPS: usize = 6;

/// The way to the document, or why there is none.
///
/// While facts are unknown that lead to different steps or to different goals blocked, there are no
/// steps, no `blocked`, no basis and no `ways_out`, and `ask` names the fact to ask for next.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Plan<'a> {
    /// Whether the document can be had.
    pub verdict: Verdict,
    /// What cannot be reached, if the document cannot.
    pub blocked: Set<Goal>,
    /// The facts that are asked for on which the answer still depends, declined ones included.
    pub relevant: Set<Fact>,
    /// The fact to ask for next; none if the answer is complete, or all that is left was declined, or is
    /// never asked.
    pub ask: Option<Fact>,
    /// The other channels by which the visa can be had, as far as the fingerprint rule goes. The
    /// sources do not say whether the person is eligible for them.
    pub ways_out: Set<VisaChannel>,
    /// Whether the law is known on the decision date.
    pub law_known: LawKnown,
    law: Law<'a>,
    on: Day,
    steps: Steps,
    /// The rows of *Steps* by which the steps are taken, over all completions, one bit each.
    rows: u32,
    /// What obtaining the document rests on.
    case: Option<Provision>,
    /// What a deadlock rests on.
    basis: Provisions,
    /// The rows of *Cautions* that are carried, one bit each.
    cautions: u32,
}

/// A step of a plan.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct PlanStep<'a> {
    /// What to do.
    pub step: Step,
    law: Law<'a>,
    on: Day,
    rows: u32,
    case: Option<Provision>,
}

/// The way to the document by the built-in law: see [`Law::plan`].
///
/// # Errors
///
/// Those of [`Law::plan`].
pub fn plan(on: Day, facts: &Facts, settings: Settings) -> Result<Plan<'static>, Error> {
    Law::BUILT_IN.plan(on, facts, settings)
}

impl<'a> Law<'a> {
    /// The way to the document, as of the day `on`, for a person with these facts. Plans are made by
    /// edition 1 alone.
    ///
    /// # Errors
    ///
    /// [`Error::Question1`] to [`Error::Question4`] for an answer to a question that the law has not,
    /// [`Error::EditionNotSupported`] for any edition but the first, [`Error::BirthNotSupported`] if the
    /// birth date is not of the years 1 to 9999, [`Error::BirthAfterDecision`] if it allows no day up to
    /// `on`, and [`Error::LawIncomplete`] if no row of edition 1, or none of *Where a document is
    /// obtained* or *What a deadlock rests on*, takes the person.
    pub fn plan(self, on: Day, facts: &Facts, settings: Settings) -> Result<Plan<'a>, Error> {
        self.must_have_questions(facts)?;
        if settings.edition != Edition::FIRST {
            return Err(Error::EditionNotSupported);
        }
        let person = Person::of(self, on, facts, settings)?;
        let (rules, region) = (person.rules, person.region_on(on));
        self.must_take(rules, on, region)?;
        let ways = Ways {
            law: self,
            rules,
            on,
        };
        let survey = ways.survey(region, facts.circumstances)?;
        let mut plan = Plan {
            verdict: survey.verdicts.single().unwrap_or(Verdict::Depends),
            blocked: Set::EMPTY,
            relevant: Set::EMPTY,
            ask: None,
            ways_out: Set::EMPTY,
            law_known: self.is_known_on(on),
            law: self,
            on,
            steps: Steps::NONE,
            rows: 0,
            case: None,
            basis: Provisions::NONE,
            cautions: 0,
        };
        if let Some(said) = survey.said {
            plan.blocked = said.blocked;
            plan.steps = said.steps;
            plan.rows = survey.rows;
            // Before its first day a provision is not cited.
            plan.case = case_of(rules, on, region).filter(|case| self.applies_on(*case, on));
            if plan.verdict == Verdict::Deadlock {
                plan.basis = self.deadlock_basis(on, plan.blocked)?;
            }
            if matches!(plan.verdict, Verdict::Deadlock | Verdict::Blocked)
                && facts.possible_occasions().single() == Some(Occasion::Visa)
            {
                for channel in VisaChannel::ALL.iter().copied() {
                    let otherwise = region.with(Fact::VisaChannel, bit(channel.code()));
                    if ways.is_feasible(otherwise, facts.circumstances)? {
                        plan.ways_out.insert(channel);
                    }
                }
            }
        } else {
            plan.relevant = ways.relevant(region, facts.circumstances)?;
            plan.ask = next_question(plan.relevant, facts.declined);
        }
        plan.cautions = self.plan_cautions(rules, on, region, plan.blocked);
        Ok(plan)
    }

    /// An error unless some row takes each completion: of the edition, and, whatever the person, of *Where
    /// a document is obtained*, whose last row takes all.
    #[inline(never)] // its stack is only needed here
    fn must_take(self, rules: Rules<'_>, on: Day, region: Region) -> Result<(), Error> {
        let mut walk = Walk::new(rules, on, region);
        while walk.next()?.is_some() {}
        let last = self.obtained().last().map(ObtainedRow::from);
        let takes_all =
            |row: &ObtainedRow<'_>| Region::ALL.is_within(row.takes()) && row.period().includes(on);
        last.filter(takes_all)
            .map(|_| ())
            .ok_or(Error::LawIncomplete)
    }

    fn deadlock_basis(self, on: Day, blocked: Set<Goal>) -> Result<Provisions, Error> {
        let mut rows = self.deadlocks().iter().map(DeadlockRow::from);
        let row = rows.find(|row| row.period().includes(on) && is_met(row.blocked(), blocked));
        row.map(DeadlockRow::provisions).ok_or(Error::LawIncomplete)
    }

    /// The rows of *Cautions*, one bit each, that a plan carries.
    fn plan_cautions(self, rules: Rules<'_>, on: Day, region: Region, blocked: Set<Goal>) -> u32 {
        let mut cautions = 0;
        for (row, caution) in self.cautions().iter().enumerate() {
            let caution = Caution::from(caution);
            let who = region.meet(caution.takes());
            if caution.is_carried_by(Carrier::Plan)
                && caution.period().includes(on)
                && is_met(caution.blocked(), blocked)
                && !who.is_empty()
                && leads_to(rules, on, who, caution.obligations())
            {
                cautions |= row_bit(row);
            }
        }
        cautions
    }
}

/// Whether all completions of a day go at most so many ways.
pub(crate) fn has_ways_of(law: Law<'_>, rules: Rules<'_>, on: Day, room: usize) -> bool {
    let ways = Ways { law, rules, on };
    let mut who = Completions::new(Region::ALL, Circumstances::ALL);
    for _ in 0..room {
        // Those whom no row takes go no way, and are told apart all the same.
        let _ = ways.walk(&mut who);
        if !who.turn() {
            return true;
        }
    }
    false
}

/// Whether one of some goals is blocked; of no goals: there is no such condition.
const fn is_met(goals: Set<Goal>, blocked: Set<Goal>) -> bool {
    goals.is_empty() || !goals.is_disjoint(blocked)
}

/// What obtaining the document rests on: the first row for somebody with these facts that makes prints
/// mandatory for all the occasions, though rows above it may make them unnecessary.
fn case_of(rules: Rules<'_>, on: Day, region: Region) -> Option<Provision> {
    let occasions = region.values(Fact::Occasion);
    let mut rules = rules.iter().map(Rule::from);
    let covers = |rule: &Rule<'_>| {
        rule.obligation() == Obligation::Mandatory
            && rule.period().includes(on)
            && occasions & !rule.takes().values(Fact::Occasion) == 0
            && !region.meet(rule.takes()).is_empty()
    };
    rules.find(covers).map(Rule::basis)
}

impl<'a> Plan<'a> {
    /// The steps, in the order in which to take them: at most [`MAX_STEPS`]. None if the document is
    /// already held, or cannot be had.
    pub fn steps(&self) -> impl Iterator<Item = PlanStep<'a>> + use<'a> {
        let Self {
            law,
            on,
            rows,
            case,
            ..
        } = *self;
        self.steps.iter().map(move |step| PlanStep {
            step,
            law,
            on,
            rows,
            case: case.filter(|_| step == Step::ObtainDocument),
        })
    }

    /// What a deadlock rests on: at most [`MAX_ROW_PROVISIONS`].
    pub fn basis(&self) -> impl Iterator<Item = Provision> + use<> {
        self.basis.iter()
    }

    /// Developments outside the sources, and others, that may change the answer: each once, in the order of
    /// the table, at most [`MAX_CAUTIONS`].
    pub fn cautions(&self) -> impl Iterator<Item = Provision> + use<'a> {
        cautions(self.law, self.cautions)
    }
}

impl<'a> PlanStep<'a> {
    /// What the step rests on: the provisions, of those that apply on the decision date, of all rows by
    /// which it is taken, each once, in the order of the table. Of `obtain_document`: the provision by which
    /// prints are mandatory for the document. To enter and to leave rest on none.
    pub fn provisions(&self) -> impl Iterator<Item = Provision> + use<'a> {
        let Self {
            step,
            law,
            on,
            rows,
            case,
        } = *self;
        let provision_at = move |place: usize| {
            let number = place / MAX_ROW_PROVISIONS;
            let row = law.steps().get(number).map(StepRow::from)?;
            if rows & row_bit(number) == 0 || row.step() != step {
                return None;
            }
            row.provisions().iter().nth(place % MAX_ROW_PROVISIONS)
        };
        let places = law.steps().len().saturating_mul(MAX_ROW_PROVISIONS);
        let named = (0..places).filter_map(move |place| {
            let provision = provision_at(place)?;
            let is_new = (0..place).all(|earlier| provision_at(earlier) != Some(provision));
            (is_new && law.applies_on(provision, on)).then_some(provision)
        });
        named.chain(case)
    }
}

/// Two plans are the same if all that they say is.
impl PartialEq for Plan<'_> {
    fn eq(&self, other: &Self) -> bool {
        let said = |plan: &Self| {
            (
                plan.verdict,
                plan.blocked,
                plan.relevant,
                plan.ask,
                plan.ways_out,
                plan.law_known,
            )
        };
        said(self) == said(other)
            && self.steps().eq(other.steps())
            && self.basis().eq(other.basis())
            && self.cautions().eq(other.cautions())
    }
}

impl Eq for Plan<'_> {}

impl PartialEq for PlanStep<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.step == other.step && self.provisions().eq(other.provisions())
    }
}

impl Eq for PlanStep<'_> {}

impl fmt::Debug for Plan<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps: Vec<_, MAX_STEPS> = self.steps().collect();
        let basis: Vec<_, MAX_ROW_PROVISIONS> = self.basis().collect();
        let cautions: Vec<_, MAX_CAUTIONS> = self.cautions().collect();
        f.debug_struct("Plan")
            .field("verdict", &self.verdict)
            .field("steps", &steps)
            .field("blocked", &self.blocked)
            .field("basis", &basis)
            .field("relevant", &self.relevant)
            .field("ask", &self.ask)
            .field("ways_out", &self.ways_out)
            .field("cautions", &cautions)
            .field("law_known", &self.law_known)
            .finish()
    }
}

impl fmt::Debug for PlanStep<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Listed<'s, 'a>(&'s PlanStep<'a>);
        impl fmt::Debug for Listed<'_, '_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.0.provisions()).finish()
            }
        }
        f.debug_struct("PlanStep")
            .field("step", &self.step)
            .field("provisions", &Listed(self))
            .finish()
    }
}

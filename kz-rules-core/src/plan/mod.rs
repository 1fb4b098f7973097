//! The way to the document (legal model, section 6).
//!
//! Rows of the law say where a document is obtained, which steps lead there and what a deadlock rests on. A
//! way is walked for all completions at once; they are divided only where a row's condition divides them:
//! see [`completions`].

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
    /// Whether the document can be obtained.
    pub enum Verdict {
        /// It can: by the steps named, or without any.
        Feasible = 1, "feasible";
        /// It cannot: presence in Kazakhstan would come from the very document asked for.
        Deadlock = 2, "deadlock";
        /// It cannot: the goals in `blocked` are out of reach.
        Blocked = 3, "blocked";
        /// The sources do not cover citizens, or citizens' documents.
        NotCovered = 4, "not_covered";
        /// Nothing is obtained on this occasion.
        NoDocument = 5, "no_document";
        /// It depends on facts that are not known.
        Depends = 6, "depends";
    }
}

/// The most steps of one plan: one for each goal, and leaving.
pub const MAX_STEPS: usize = 6;

/// The way to the document, or why there is none.
///
/// If unknown facts can lead to different steps or different blocked goals, there are no steps, no
/// `blocked`, no basis and no `ways_out`, and `ask` names the fact to ask for next.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Plan<'a> {
    /// Whether the document can be obtained.
    pub verdict: Verdict,
    /// The goals that cannot be reached, if the document cannot be obtained.
    pub blocked: Set<Goal>,
    /// The facts that can be asked for and on which the answer still depends, declined ones included.
    pub relevant: Set<Fact>,
    /// The fact to ask for next; none if the answer is complete, or every fact left was declined or is never
    /// asked for.
    pub ask: Option<Fact>,
    /// The other channels by which the visa can be obtained, judged by the fingerprint rule alone. The
    /// sources do not say whether the person is eligible for them.
    pub ways_out: Set<VisaChannel>,
    /// Whether the law is known on the decision date.
    pub law_known: LawKnown,
    law: Law<'a>,
    on: Day,
    steps: Steps,
    /// The rows of *Steps* that the steps come from, over all completions, one bit each.
    rows: u32,
    /// The provision that obtaining the document rests on.
    case: Option<Provision>,
    /// The provisions that a deadlock rests on.
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
    /// The way to the document, as of the day `on`, for a person with these facts. Only edition 1 has plans.
    ///
    /// # Errors
    ///
    /// [`Error::Question1`] to [`Error::Question4`] for an answer to a question that the law does not have,
    /// [`Error::EditionNotSupported`] for any edition but the first, [`Error::BirthNotSupported`] if the
    /// birth date is outside the years 1 to 9999, [`Error::BirthAfterDecision`] if it allows no day up to
    /// `on`, and [`Error::LawIncomplete`] if no row of edition 1 takes the person, if the last row of *Where a
    /// document is obtained* does not take everybody, or if no row of *What a deadlock rests on* fits the
    /// blocked goals.
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

    /// An error unless every completion is taken by a row of the edition, and the last row of *Where a
    /// document is obtained* takes everybody.
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

/// Whether the completions go at most `room` ways on a day.
pub(crate) fn has_ways_of(law: Law<'_>, rules: Rules<'_>, on: Day, room: usize) -> bool {
    let ways = Ways { law, rules, on };
    let mut who = Completions::new(Region::ALL, Circumstances::ALL);
    for _ in 0..room {
        // Completions that no row takes give an error, but count as well.
        let _ = ways.walk(&mut who);
        if !who.advance() {
            return true;
        }
    }
    false
}

/// Whether one of these goals is blocked, or none is required to be.
const fn is_met(goals: Set<Goal>, blocked: Set<Goal>) -> bool {
    goals.is_empty() || !goals.is_disjoint(blocked)
}

/// The provision that obtaining the document rests on: that of the first row that can take a person with
/// these facts and makes prints mandatory on all possible occasions. Rows above it may still make prints
/// unnecessary.
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
    /// The steps, in order: at most [`MAX_STEPS`]. None unless the document can be obtained and the steps are the
    /// same whatever is unknown; none if the document, or the IIN asked for, is already held.
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

    /// The provisions that a deadlock rests on: at most [`MAX_ROW_PROVISIONS`].
    pub fn basis(&self) -> impl Iterator<Item = Provision> + use<> {
        self.basis.iter()
    }

    /// The provisions of the cautions: developments that may change the answer, also outside the sources.
    /// Each once, in the order of the table, at most [`MAX_CAUTIONS`].
    pub fn cautions(&self) -> impl Iterator<Item = Provision> + use<'a> {
        cautions(self.law, self.cautions)
    }
}

impl<'a> PlanStep<'a> {
    /// The provisions that the step rests on: those of all rows that it comes from, if they apply on the
    /// decision date, each once, in the order of the table. For `obtain_document`, the provision that makes
    /// prints mandatory for the document. Entering and leaving rest on none.
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

/// Two plans are equal if they say the same.
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

//! The way to the document (legal model, section 6).
//!
//! What comes out depends on little: on where a document is obtained, whether it needs prints and
//! whether the pilot is open for their IIN, which is a [`Situation`]; and on five circumstances. So
//! the facts of a person are cut into regions of one situation each, and in each situation the way
//! is walked in all combinations of the circumstances at once.

mod circumstances;
mod steps;
mod way;

use heapless::Vec;
use time::Date;

use self::circumstances::{Combinations, possible};
use self::steps::{ABROAD, BOTH, IN_KAZAKHSTAN, PILOT, Row, STEPS};
use self::way::{Outcome, walk};
use crate::age::Ages;
use crate::assess::{Case, NOTE_EVISA, Part, Question, Settings, keep, next_question};
use crate::closed_set::closed_set;
use crate::day::Day;
use crate::error::Error;
use crate::facts::{Action, Fact, Facts, Location, Occasion, Standing, VisaChannel};
use crate::law::period::Period;
use crate::law::rule::{Obligation, Rule};
use crate::law::table::OpenRows;
use crate::law::{Edition, Provision};
use crate::region::{Marks, Region};
use crate::set::{Set, bit};

pub use self::steps::{Goal, Step};

closed_set! {
    /// Whether the document can be had.
    pub enum Verdict {
        /// It can: by the steps named, or without any.
        Feasible = 1, "feasible";
        /// It cannot: presence in Kazakhstan would come from the very visa asked for.
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

/// The way to the document, or why there is none.
///
/// While facts are unknown that lead to different steps or to different goals blocked, `steps`,
/// `blocked`, `basis` and `ways_out` are empty and `ask` names the fact to ask for next.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct Plan {
    /// Whether the document can be had.
    pub verdict: Verdict,
    /// The steps, in the order in which to take them; none if the document is already held.
    pub steps: Vec<PlanStep, MAX_STEPS>,
    /// What cannot be reached, if the document cannot.
    pub blocked: Set<Goal>,
    /// What a deadlock rests on.
    pub basis: Vec<Provision, MAX_PLAN_BASIS>,
    /// The facts on which the answer still depends, a birth date that is final included.
    pub relevant: Set<Fact>,
    /// The fact to ask for next; none if the answer is complete, or only a final birth date is left.
    pub ask: Option<Fact>,
    /// The other channels by which the visa can be had, as far as the fingerprint rule goes. The
    /// sources do not say whether the person is eligible for them.
    pub ways_out: Set<VisaChannel>,
    /// Developments outside the sources that may change the answer.
    pub cautions: Vec<Provision, MAX_PLAN_CAUTIONS>,
}

/// A step of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct PlanStep {
    /// What to do.
    pub step: Step,
    /// What it rests on. Of `obtain_document`: the case of the document.
    pub provisions: &'static [Provision],
}

/// The most steps of one plan: one for each goal, and to leave.
pub const MAX_STEPS: usize = 6;
/// The most provisions that one step rests on.
pub const MAX_STEP_PROVISIONS: usize = 3;
/// The most provisions that a deadlock rests on.
pub const MAX_PLAN_BASIS: usize = 2;
/// The most cautions that a plan carries.
pub const MAX_PLAN_CAUTIONS: usize = 2;

/// The way to the document, as of the day `on`, for the person of whom `facts` are known.
///
/// # Errors
///
/// [`Error::DateNotSupported`] if `on` is not in the years 1 to 9999,
/// [`Error::EditionNotSupported`] for any edition but `enacted`, [`Error::BirthNotSupported`] if
/// the birth date is not in those years, and [`Error::BirthAfterDecision`] if it allows no day up
/// to `on`.
pub fn plan(on: Date, facts: &Facts, settings: Settings) -> Result<Plan, Error> {
    plan_on(Day::of(on).ok_or(Error::DateNotSupported)?, facts, settings)
}

/// The same as [`plan`], for a day that is at hand as year, month and day.
///
/// # Errors
///
/// As [`plan`], but for the first.
#[inline] // into the C interface, which so writes its answer just once
pub fn plan_on(on: Day, facts: &Facts, settings: Settings) -> Result<Plan, Error> {
    if settings.edition != Edition::Enacted {
        return Err(Error::EditionNotSupported);
    }
    facts.birth.must_allow(on)?;
    let ages = Ages::of(facts.birth, settings.age_reading);
    let survey = Survey::of(facts, on, &ages);
    let mut plan = Plan {
        verdict: survey.verdicts.single().unwrap_or(Verdict::Depends),
        steps: Vec::new(),
        blocked: Set::EMPTY,
        basis: Vec::new(),
        relevant: survey.relevant,
        ask: next_question(survey.relevant, facts.birth_final),
        ways_out: Set::EMPTY,
        cautions: Vec::new(),
    };
    if survey.relevant.is_empty() {
        plan.blocked = survey.blocked;
        for step in survey.steps.iter() {
            keep(
                &mut plan.steps,
                PlanStep {
                    step,
                    provisions: provisions(step, facts, on),
                },
            );
        }
        if plan.verdict == Verdict::Deadlock {
            for provision in deadlock_basis(plan.blocked, on) {
                keep(&mut plan.basis, *provision);
            }
        }
        if matches!(plan.verdict, Verdict::Deadlock | Verdict::Blocked)
            && facts.possible_occasions().single() == Some(Occasion::Visa)
        {
            plan.ways_out = ways_out(facts, on, &ages);
        }
    }
    if survey.evisa && NOTE_EVISA.include(on) {
        keep(&mut plan.cautions, Provision::NoteEvisa);
    }
    if plan.blocked.contains(Goal::Iin) && NOTE_PILOT_2.include(on) {
        keep(&mut plan.cautions, Provision::NotePilot2);
    }
    Ok(plan)
}

const NOTE_PILOT_2: Period = Period::of(Provision::NotePilot2);
const DEADLOCK: Period = Period::of(Provision::L50IinDeadlock);
/// The list of cases, and each case.
const CASES: Period = Period::of(Provision::L50Cases);

/// What a step rests on.
fn provisions(step: Step, facts: &Facts, on: Day) -> &'static [Provision] {
    if step == Step::ObtainDocument {
        return case_of(facts.possible_occasions(), on);
    }
    row(step).map_or(&[], |row| row.provisions_on(on))
}

/// The row of a step; none for entering and leaving, which are no rows.
pub(crate) fn row(step: Step) -> Option<&'static Row> {
    STEPS.iter().find(|row| row.step == step)
}

/// The case of section 4 that all of some occasions belong to, if there is one.
fn case_of(occasions: Set<Occasion>, on: Day) -> &'static [Provision] {
    if !CASES.include(on) {
        return &[];
    }
    let covers = |rule: &&Rule| {
        rule.obligation == Obligation::Mandatory
            && occasions.bits() & !rule.takes.values(Fact::Occasion) == 0
    };
    let case = Edition::Enacted.rules().iter().find(covers);
    case.map_or(&[], |rule| core::slice::from_ref(&rule.basis))
}

fn deadlock_basis(blocked: Set<Goal>, on: Day) -> &'static [Provision] {
    if blocked.contains(Goal::Iin) && DEADLOCK.include(on) {
        &[Provision::L50IinDeadlock]
    } else {
        &[Provision::L50Place, Provision::L50CollectorsAbroad]
    }
}

/// The channels under which the same facts are feasible. Those that the facts allow are not.
fn ways_out(facts: &Facts, on: Day, ages: &Ages) -> Set<VisaChannel> {
    let feasible = |channel: &VisaChannel| {
        let otherwise = Facts {
            region: facts.region.with(Fact::VisaChannel, bit(channel.code())),
            open: OpenRows::ALL,
            ..*facts
        };
        Survey::of(&otherwise, on, ages).verdicts == Verdict::Feasible.into()
    };
    VisaChannel::ALL.iter().copied().filter(feasible).collect()
}

/// All that a plan depends on but the circumstances.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Situation {
    /// There is nothing to plan.
    Settled(Verdict),
    /// There is a document to obtain.
    Obtaining(Purpose),
}

impl Situation {
    fn outcome(self, possible: Combinations, on: Day) -> Outcome {
        match self {
            Self::Settled(verdict) => Outcome::settled(verdict, possible),
            Self::Obtaining(purpose) => walk(purpose, possible, on),
        }
    }
}

/// A document to obtain.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Purpose {
    /// Where it is obtained.
    obtained: Set<Location>,
    /// Whether it needs prints: they are mandatory.
    prints: bool,
    /// Whether the pilot is open for the IIN that the prints need.
    pilot: bool,
}

/// What comes first: whether there is a document to obtain, and where.
#[derive(Clone, Copy)]
enum Matter {
    Settled(Verdict),
    Obtained(Set<Location>),
}

/// The completions in which a fact has one of some values.
macro_rules! only {
    ($fact:ident: $($value:ident)|+) => {
        Region::ALL.with(Fact::$fact, $(bit($fact::$value.code()))|+)
    };
}

/// The first row that fits. Each wants values of one fact, so that what it leaves is a region.
#[rustfmt::skip]
const MATTERS: &[(Region, Matter)] = &[
    (only!(Standing: Citizen),                             Matter::Settled(Verdict::NotCovered)),
    (only!(Occasion: CitizenPassport | CitizenIdentityCard), Matter::Settled(Verdict::NotCovered)),
    (only!(Occasion: Expulsion | Readmission | Other),     Matter::Settled(Verdict::NoDocument)),
    (only!(Action: Holding),                               Matter::Settled(Verdict::Feasible)),
    (only!(Occasion: SeafarerIdentity | TemporaryResidencePermit | PermanentResidencePermit
        | ResidenceCard | StatelessIdentity | AsylumSeekerStatus | RefugeeCertificate
        | RefugeeTravelDocument),                          Matter::Obtained(IN_KAZAKHSTAN)),
    // What is left is a visa.
    (only!(VisaChannel: ForeignMission | Airport),         Matter::Obtained(ABROAD)),
    (only!(VisaChannel: InKazakhstan),                     Matter::Obtained(IN_KAZAKHSTAN)),
    (only!(VisaChannel: Electronic),                       Matter::Obtained(BOTH)),
];

/// The regions that some facts are cut into, each with the number of its situation.
struct Pieces {
    regions: Vec<Region, MAX_PIECES>,
    numbers: Vec<u8, MAX_PIECES>,
    situations: Vec<Situation, MAX_SITUATIONS>,
}

/// The most pieces and situations, when nothing is known.
const MAX_PIECES: usize = 38;
const MAX_SITUATIONS: usize = 12;

impl Pieces {
    const fn new() -> Self {
        Self {
            regions: Vec::new(),
            numbers: Vec::new(),
            situations: Vec::new(),
        }
    }

    /// Cuts the facts of a case.
    #[inline(never)] // so that its stack is free again when the ways are walked
    fn cut(&mut self, case: &Case) {
        let mut left = Some(case.region);
        for (takes, matter) in MATTERS {
            let Some(region) = left else { break };
            let met = region.meet(*takes);
            if met.is_empty() {
                continue;
            }
            match *matter {
                Matter::Settled(verdict) => self.add(met, Situation::Settled(verdict)),
                Matter::Obtained(obtained) => self.add_document(&case.within(met), obtained),
            }
            left = None;
            region.without(*takes, |rest| left = Some(rest));
        }
    }

    /// The facts but for the circumstances in which alone two completions differ whose situations
    /// do. `differing`: for each situation those before it that do.
    fn relevant(&self, differing: &[u16]) -> Set<Fact> {
        let mut relevant = Marks::default();
        let pieces = || self.regions.iter().zip(&self.numbers);
        for (count, (region, number)) in pieces().enumerate() {
            for (other, its_number) in pieces().take(count) {
                let (first, second) = (number.min(its_number), number.max(its_number));
                let others = differing
                    .get(usize::from(*second))
                    .copied()
                    .unwrap_or_default();
                if others >> first & 1 != 0 {
                    relevant.add(region.only_difference(*other));
                }
            }
        }
        relevant.facts()
    }

    fn add_document(&mut self, case: &Case, obtained: Set<Location>) {
        for Part { region, rule, .. } in case.parts() {
            let prints = rule.obligation == Obligation::Mandatory;
            let mut add = |region, pilot| {
                let purpose = Purpose {
                    obtained,
                    prints,
                    pilot,
                };
                self.add(region, Situation::Obtaining(purpose));
            };
            let in_pilot = region.meet(PILOT);
            if prints && !in_pilot.is_empty() {
                add(in_pilot, true);
                region.without(PILOT, |rest| add(rest, false));
            } else {
                add(region, false);
            }
        }
    }

    fn add(&mut self, region: Region, situation: Situation) {
        let known = self.situations.iter().position(|known| *known == situation);
        let number = known.unwrap_or_else(|| {
            keep(&mut self.situations, situation);
            self.situations.len().saturating_sub(1)
        });
        keep(&mut self.regions, region);
        keep(&mut self.numbers, u8::try_from(number).unwrap_or(u8::MAX));
    }
}

/// What all completions of some facts come to.
struct Survey {
    verdicts: Set<Verdict>,
    /// The facts in which alone two completions differ that have different answers. If there are
    /// none, there is one answer: from any completion to any other one fact at a time is changed.
    relevant: Set<Fact>,
    /// The steps and what is blocked, if there is one answer.
    steps: Set<Step>,
    blocked: Set<Goal>,
    /// Whether prints are mandatory for an electronic visa.
    evisa: bool,
}

impl Survey {
    fn of(facts: &Facts, on: Day, ages: &Ages) -> Self {
        let case = Question::new(facts, Edition::Enacted).on(on, ages);
        let mut pieces = Pieces::new();
        pieces.cut(&case);
        let possible = possible(facts.region);
        let mut survey = Self {
            verdicts: Set::EMPTY,
            relevant: Set::EMPTY,
            steps: Set::EMPTY,
            blocked: Set::EMPTY,
            evisa: false,
        };
        // For each situation those before it, one bit each, that have other answers.
        let mut differing: Vec<u16, MAX_SITUATIONS> = Vec::new();
        for situation in &pieces.situations {
            let outcome = situation.outcome(possible, on);
            survey.note(*situation, &outcome);
            let mut others = 0;
            // To walk the way anew takes less than to keep what came out of each.
            for (number, other) in pieces.situations.iter().enumerate().take(differing.len()) {
                if outcome != other.outcome(possible, on) {
                    others |= 1 << number;
                }
            }
            keep(&mut differing, others);
        }
        survey.relevant = survey.relevant | pieces.relevant(&differing);
        survey
    }

    fn note(&mut self, situation: Situation, outcome: &Outcome) {
        self.verdicts = self.verdicts | outcome.verdicts();
        self.relevant = self.relevant | outcome.relevant();
        (self.steps, self.blocked) = outcome.lists();
        if let Situation::Obtaining(purpose) = situation {
            // Only an electronic visa is obtained in either place.
            self.evisa |= purpose.obtained == BOTH && purpose.prints;
        }
    }
}

//! Walks a way for completions that all go the same way: the rounds of steps, and their result.

use heapless::Vec;

use super::completions::Completions;
use super::{MAX_STEPS, Verdict};
use crate::base::day::Day;
use crate::base::error::Error;
use crate::base::set::Set;
use crate::decide::{Rules, row_bit};
use crate::facts::{Action, Answer, Circumstances, Fact, Location, Occasion, Region, Standing};
use crate::law::{Goal, Law, Obligation, ObtainedRow, Rule, Step, StepRow};

/// The answer for a completion: verdict, steps and blocked goals.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) verdict: Verdict,
    pub(super) steps: Steps,
    pub(super) blocked: Set<Goal>,
}

/// Steps in the order in which they are taken: four bits each, the first lowest.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Steps(u32);

const STEP_BITS: u32 = 4;

impl Steps {
    pub(super) const NONE: Self = Self(0);

    /// The steps, with another before them.
    fn preceded_by(self, step: Step) -> Self {
        Self(self.0 << STEP_BITS | u32::from(step.code()))
    }

    pub(super) fn iter(self) -> impl Iterator<Item = Step> {
        let mut left = self.0;
        core::iter::from_fn(move || {
            let [lowest, ..] = left.to_le_bytes();
            left >>= STEP_BITS;
            Step::from_code(lowest & 15)
        })
    }
}

/// The completions in which a fact of a person has one of these values.
macro_rules! only {
    ($fact:ident: $($value:ident),+) => {
        const { Region::ALL.with(Fact::$fact, $fact::set(&[$($fact::$value),+]).bits()) }
    };
}

/// The same for a circumstance.
macro_rules! given {
    ($fact:ident: $kind:ident::$value:ident) => {
        const { Circumstances::ALL.with(Fact::$fact, $kind::set(&[$kind::$value]).bits()) }
    };
}

/// What determines the ways: a law, its edition and a day.
#[derive(Clone, Copy)]
pub(super) struct Ways<'a> {
    pub(super) law: Law<'a>,
    pub(super) rules: Rules<'a>,
    pub(super) on: Day,
}

impl<'a> Ways<'a> {
    /// Narrows the completions to some that get the same answer. Returns this answer, and the rows that the
    /// steps come from, one bit each.
    ///
    /// An error if no row of a table takes them.
    #[inline(never)] // one copy serves all
    pub(super) fn walk(self, who: &mut Completions) -> Result<(Said, u32), Error> {
        let settled = |verdict| {
            let said = Said {
                verdict,
                steps: Steps::NONE,
                blocked: Set::EMPTY,
            };
            Ok((said, 0))
        };
        if who.are(only!(Standing: Citizen))
            || who.are(only!(Occasion: CitizenPassport, CitizenIdentityCard))
        {
            return settled(Verdict::NotCovered);
        }
        if who.are(only!(Occasion: Expulsion, Readmission, Other)) {
            return settled(Verdict::NoDocument);
        }
        if who.are(only!(Action: Holding)) {
            return settled(Verdict::Feasible);
        }
        let target = self.target(who)?;
        let way = Way {
            ways: self,
            target,
            matter: self.matter(target, who),
            have: Set::EMPTY,
            taken: Vec::new(),
        };
        Ok(way.go(who))
    }

    fn target(self, who: &mut Completions) -> Result<Target, Error> {
        if who.are(only!(Occasion: Iin)) {
            return Ok(Target::Iin);
        }
        let rules = self.rules.iter().map(|row| {
            let rule = Rule::from(row);
            (
                rule.takes(),
                rule.period(),
                rule.obligation() == Obligation::Mandatory,
            )
        });
        let prints = who.first_fit(self.on, rules).ok_or(Error::LawIncomplete)?;
        let rows = self.law.obtained().iter().map(|row| {
            let row = ObtainedRow::from(row);
            (row.takes(), row.period(), row.place())
        });
        let place = who.first_fit(self.on, rows).ok_or(Error::LawIncomplete)?;
        Ok(Target::Document { prints, place })
    }

    /// The goals given by steps that matter to a target: those that it needs or that are named if they are
    /// blocked, and those that the steps to these need. Steps to other goals are not walked: no plan
    /// contains them.
    fn matter(self, target: Target, who: &Completions) -> Set<Goal> {
        let mut matter = target.named().intersection(GIVEN_BY_STEPS);
        loop {
            let before = matter;
            for (_, row) in self.open_rows() {
                if before.contains(row.gives())
                    && !who.facts.meet(row.takes()).is_empty()
                    && !who.circumstances.meet(row.circumstances()).is_empty()
                {
                    matter |= row.needs().intersection(GIVEN_BY_STEPS);
                }
            }
            if matter == before {
                return matter;
            }
        }
    }

    /// The rows of *Steps* that apply on the day, with their numbers.
    fn open_rows(self) -> impl Iterator<Item = (u8, StepRow<'a>)> {
        let rows = (0..).zip(self.law.steps().iter().map(StepRow::from));
        rows.filter(move |(_, row)| row.period().includes(self.on))
    }
}

/// What is asked for.
#[derive(Clone, Copy)]
enum Target {
    /// An IIN, and no document.
    Iin,
    /// A document.
    Document {
        /// Whether it needs prints: they are mandatory.
        prints: bool,
        /// Where it is obtained.
        place: Set<Location>,
    },
}

/// The goals that rows of *Steps* give. The engine handles the others.
const GIVEN_BY_STEPS: Set<Goal> = Goal::set(&[Goal::Iin, Goal::Translation, Goal::Fingerprints]);

impl Target {
    /// What the target needs abroad; in Kazakhstan a document needs presence too. An IIN needs only itself.
    const fn needs(self) -> Set<Goal> {
        match self {
            Self::Iin => Goal::set(&[Goal::Iin]),
            Self::Document { prints: true, .. } => Goal::set(&[Goal::Fingerprints]),
            Self::Document { prints: false, .. } => Set::EMPTY,
        }
    }

    /// The goals that are named if they are blocked.
    const fn named(self) -> Set<Goal> {
        match self {
            Self::Iin => Goal::set(&[Goal::Presence, Goal::Iin]),
            Self::Document { prints: true, .. } => Goal::set(&[
                Goal::Presence,
                Goal::Iin,
                Goal::Fingerprints,
                Goal::Document,
            ]),
            Self::Document { prints: false, .. } => Goal::set(&[Goal::Presence, Goal::Document]),
        }
    }

    /// Whether the target can be obtained at a place. An IIN that is reached is obtained.
    fn is_obtainable(self, here: Location) -> bool {
        match self {
            Self::Iin => true,
            Self::Document { place, .. } => place.contains(here),
        }
    }
}

/// How the target was reached.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    /// Where the person was.
    At(Location),
    /// Abroad, after leaving Kazakhstan.
    AfterLeaving,
}

/// Stands for entering among the numbers of rows.
const ENTER: u8 = u8::MAX;

/// A way that is being walked.
struct Way<'a> {
    ways: Ways<'a>,
    target: Target,
    /// The goals that steps give and that matter.
    matter: Set<Goal>,
    /// The goals reached.
    have: Set<Goal>,
    /// The numbers of the rows taken, and [`ENTER`], in order: each gave another goal.
    taken: Vec<u8, MAX_STEPS, u8>,
}

impl Way<'_> {
    fn go(mut self, who: &mut Completions) -> (Said, u32) {
        match self.arrival(who) {
            Some(arrival) => self.plan(arrival),
            None => (self.impasse(), 0),
        }
    }

    /// Walks as far as possible; none if the target is out of reach.
    fn arrival(&mut self, who: &mut Completions) -> Option<Arrival> {
        let mut given = |circumstance| who.meet(Region::ALL, circumstance);
        if self.matter.contains(Goal::Iin) && given(given!(HasIin: Answer::Yes)) {
            self.have.insert(Goal::Iin);
        }
        if self.matter.contains(Goal::Translation)
            && given(given!(PassportInForeignLanguage: Answer::No))
        {
            self.have.insert(Goal::Translation);
        }
        if given(given!(Location: Location::InKazakhstan)) {
            self.have.insert(Goal::Presence);
        } else {
            self.run_to_fixpoint(who, Location::Abroad);
            if self.has_needs() && self.target.is_obtainable(Location::Abroad) {
                return Some(Arrival::At(Location::Abroad));
            }
            if !who.meet(Region::ALL, given!(MayEnter: Answer::Yes)) {
                return None;
            }
            self.take(ENTER, Goal::Presence);
        }
        self.run_to_fixpoint(who, Location::InKazakhstan);
        if !self.has_needs() {
            None
        } else if self.target.is_obtainable(Location::InKazakhstan) {
            Some(Arrival::At(Location::InKazakhstan))
        } else {
            self.target
                .is_obtainable(Location::Abroad)
                .then_some(Arrival::AfterLeaving)
        }
    }

    /// Takes the steps that are possible at a place, round by round, until nothing new is reached.
    fn run_to_fixpoint(&mut self, who: &mut Completions, here: Location) {
        loop {
            let before = self.have;
            for (number, row) in self.ways.open_rows() {
                let gives = row.gives();
                if self.matter.contains(gives)
                    && !self.have.contains(gives)
                    && row.place().contains(here)
                    && row.needs().difference(before).is_empty()
                    && who.meet(row.takes(), row.circumstances())
                {
                    self.take(number, gives);
                }
            }
            if self.have == before {
                return;
            }
        }
    }

    fn take(&mut self, row: u8, gives: Goal) {
        self.have.insert(gives);
        // There is room for one step a goal.
        let _ = self.taken.push(row);
    }

    fn has_needs(&self) -> bool {
        self.target.needs().difference(self.have).is_empty()
    }

    /// The steps that the target needs, and their rows. They are collected from the last back to the first.
    fn plan(&self, arrival: Arrival) -> (Said, u32) {
        let mut steps = Steps::NONE;
        let mut needed = self.target.needs();
        if let Target::Document { .. } = self.target {
            steps = steps.preceded_by(Step::ObtainDocument);
            match arrival {
                Arrival::At(Location::Abroad) => {}
                Arrival::At(Location::InKazakhstan) => {
                    needed.insert(Goal::Presence);
                }
                Arrival::AfterLeaving => steps = steps.preceded_by(Step::Leave),
            }
        }
        let mut rows = 0;
        for number in self.taken.iter().rev() {
            let place = usize::from(*number);
            let row = self.ways.law.steps().get(place).map(StepRow::from);
            let gives = row.map_or(Goal::Presence, StepRow::gives);
            if needed.contains(gives) {
                needed |= row.map_or(Set::EMPTY, StepRow::needs);
                steps = steps.preceded_by(row.map_or(Step::Enter, StepRow::step));
                rows |= row_bit(place);
            }
        }
        let said = Said {
            verdict: Verdict::Feasible,
            steps,
            blocked: Set::EMPTY,
        };
        (said, rows)
    }

    /// The answer if the target is out of reach.
    fn impasse(&self) -> Said {
        let is_circle = match self.target {
            Target::Iin => false,
            Target::Document { place, .. } => {
                place.contains(Location::Abroad) && !self.have.contains(Goal::Presence)
            }
        };
        Said {
            verdict: if is_circle {
                Verdict::Deadlock
            } else {
                Verdict::Blocked
            },
            steps: Steps::NONE,
            blocked: self.target.named().difference(self.have),
        }
    }
}

//! The way to the document: the rounds of the steps, walked in all combinations of the
//! circumstances at once.

use super::circumstances::{
    self, Combinations, HAS_IIN, MAY_ENTER, PASSPORT_IN_FOREIGN_LANGUAGE, dividing,
};
use super::steps::{ABROAD, Goal, IN_KAZAKHSTAN, Row, STEPS, Step};
use super::{Purpose, Verdict};
use crate::day::Day;
use crate::facts::{Fact, Location};
use crate::set::{Set, Value};

/// A set of combinations for each value of a closed set of at most `N`.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Each<const N: usize>([Combinations; N]);

type EachGoal = Each<GOAL_COUNT>;
type EachStep = Each<STEP_COUNT>;

impl<const N: usize> Each<N> {
    const NONE: Self = Self([0; N]);

    fn of(&self, value: impl Value) -> Combinations {
        let place = usize::from(value.code()).wrapping_sub(1);
        self.0.get(place).copied().unwrap_or_default()
    }

    fn add(&mut self, value: impl Value, more: Combinations) {
        let place = usize::from(value.code()).wrapping_sub(1);
        if let Some(combinations) = self.0.get_mut(place) {
            *combinations |= more;
        }
    }

    fn keep(&mut self, value: impl Value, some: Combinations) {
        let place = usize::from(value.code()).wrapping_sub(1);
        if let Some(combinations) = self.0.get_mut(place) {
            *combinations &= some;
        }
    }
}

/// What comes out in one situation, in each of the possible combinations of the circumstances.
#[derive(PartialEq, Eq)]
pub(super) struct Outcome {
    possible: Combinations,
    feasible: Combinations,
    /// What is said of those that are not feasible.
    otherwise: Option<Verdict>,
    /// For each step the combinations in whose plan it is, then for each goal those in which it is
    /// blocked. Where it is feasible nothing is blocked; where it is not there are no steps.
    lists: [Combinations; STEP_COUNT + GOAL_COUNT],
}

const STEP_COUNT: usize = Step::ALL.len();
const GOAL_COUNT: usize = Goal::ALL.len();

impl Outcome {
    fn new(possible: Combinations, feasible: Combinations, otherwise: Verdict) -> Self {
        Self {
            possible,
            feasible,
            otherwise: (feasible != possible).then_some(otherwise),
            lists: [0; STEP_COUNT + GOAL_COUNT],
        }
    }

    /// The same verdict in all combinations, and nothing else.
    pub(super) fn settled(verdict: Verdict, possible: Combinations) -> Self {
        let feasible = if verdict == Verdict::Feasible {
            possible
        } else {
            0
        };
        Self::new(possible, feasible, verdict)
    }

    /// The verdicts that there are.
    pub(super) fn verdicts(&self) -> Set<Verdict> {
        let otherwise = self.otherwise.map_or(Set::EMPTY, Set::from);
        if self.feasible == 0 {
            return otherwise;
        }
        otherwise | Verdict::Feasible.into()
    }

    /// The steps and what is blocked, in any of the combinations.
    pub(super) fn lists(&self) -> (Set<Step>, Set<Goal>) {
        let bits = self
            .lists
            .iter()
            .rev()
            .fold(0, |bits, list| bits << 1 | u16::from(*list != 0));
        (
            Set::from_bits(bits & STEP_BITS),
            Set::from_bits(bits >> STEP_COUNT),
        )
    }

    /// The circumstances in which alone two combinations differ that have different answers.
    pub(super) fn relevant(&self) -> Set<Fact> {
        self.lists.iter().fold(Set::EMPTY, |facts, list| {
            facts | dividing(*list, self.possible)
        })
    }
}

const STEP_BITS: u16 = (1 << STEP_COUNT) - 1;

/// The way of a person who needs the document, obtained where the purpose says.
pub(super) fn walk(purpose: Purpose, possible: Combinations, on: Day) -> Outcome {
    let mut way = Way::from_start(purpose, possible, on);
    let abroad = possible & !circumstances::IN_KAZAKHSTAN;

    way.go_rounds(abroad, ABROAD);
    let obtained_abroad = way.have.of(Goal::Document);
    let entered = abroad & !obtained_abroad & MAY_ENTER;
    way.take(Step::Enter, Goal::Presence, entered);

    let present = way.have.of(Goal::Presence);
    way.go_rounds(present, IN_KAZAKHSTAN);
    let obtained = way.have.of(Goal::Document);
    // In Kazakhstan all but a visa that is obtained abroad is within reach.
    let left = present & !obtained;
    way.taken.add(Step::Leave, left);
    way.take(Step::ObtainDocument, Goal::Document, left);

    let feasible = way.have.of(Goal::Document);
    way.walk_back(obtained & !obtained_abroad);
    let otherwise = if is_among(ABROAD, purpose.obtained) {
        Verdict::Deadlock
    } else {
        Verdict::Blocked
    };
    let mut outcome = Outcome::new(possible, feasible, otherwise);
    // A translation is to be had everywhere, so it is never blocked.
    let blocked = way
        .have
        .0
        .into_iter()
        .map(|have| possible & !feasible & !have);
    for (list, said) in outcome
        .lists
        .iter_mut()
        .zip(way.taken.0.into_iter().chain(blocked))
    {
        *list = said;
    }
    outcome
}

/// The steps taken so far, and the goals met.
struct Way {
    purpose: Purpose,
    on: Day,
    have: EachGoal,
    taken: EachStep,
}

impl Way {
    fn from_start(purpose: Purpose, possible: Combinations, on: Day) -> Self {
        // Prints that nobody asks for, and the IIN for them, are as good as given.
        let unasked = if purpose.prints { 0 } else { possible };
        let mut have = EachGoal::NONE;
        have.add(Goal::Presence, possible & circumstances::IN_KAZAKHSTAN);
        have.add(Goal::Iin, possible & HAS_IIN | unasked);
        have.add(Goal::Translation, possible & !PASSPORT_IN_FOREIGN_LANGUAGE);
        have.add(Goal::Fingerprints, unasked);
        Self {
            purpose,
            on,
            have,
            taken: EachStep::NONE,
        }
    }

    fn take(&mut self, step: Step, gives: Goal, who: Combinations) {
        self.taken.add(step, who);
        self.have.add(gives, who);
    }

    /// Rounds of the steps that are open at a place, for those who are there, until nothing new
    /// comes.
    fn go_rounds(&mut self, there: Combinations, place: Set<Location>) {
        loop {
            let before = self.have;
            for row in STEPS {
                if self.is_open(row, place) {
                    let ready = met(&before, row.needs, there & row.open);
                    self.take(row.step, row.gives, ready & !self.have.of(row.gives));
                }
            }
            if self.have == before {
                return;
            }
        }
    }

    fn is_open(&self, row: &Row, place: Set<Location>) -> bool {
        let at = if row.gives == Goal::Document {
            self.purpose.obtained
        } else {
            row.place
        };
        is_among(place, at)
            && row.days.include(self.on)
            && (self.purpose.pilot || !row.only_in_pilot)
    }

    /// Leaves the steps that the document needs, of those taken. `present`: who needs presence to
    /// obtain it.
    fn walk_back(&mut self, present: Combinations) {
        let mut needed = EachGoal::NONE;
        needed.add(Goal::Document, Combinations::MAX);
        needed.add(Goal::Presence, present);
        // What a step needs is given by rows above it, or by entering.
        for row in STEPS.iter().rev() {
            self.taken.keep(row.step, needed.of(row.gives));
            for goal in row.needs {
                needed.add(*goal, self.taken.of(row.step));
            }
        }
        self.taken.keep(Step::Enter, needed.of(Goal::Presence));
    }
}

/// Those who have all of some goals.
fn met(have: &EachGoal, goals: &[Goal], who: Combinations) -> Combinations {
    goals.iter().fold(who, |who, goal| who & have.of(*goal))
}

fn is_among(places: Set<Location>, others: Set<Location>) -> bool {
    places.bits() & others.bits() != 0
}

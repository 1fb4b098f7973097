//! The way to the document: the rounds of the steps, walked in all combinations of the
//! circumstances at once.

use time::Date;

use super::circumstances::{Combinations, dividing, if_yes};
use super::steps::{ABROAD, Goal, IN_KAZAKHSTAN, Row, STEPS, Step};
use super::{Purpose, Verdict};
use crate::facts::{Fact, Location};
use crate::set::{Set, Value};

/// A set of combinations for each value of a closed set of at most `N`.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Each<const N: usize>([Combinations; N]);

type EachGoal = Each<{ Goal::ALL.len() }>;
type EachStep = Each<{ Step::ALL.len() }>;

impl<const N: usize> Each<N> {
    const NONE: Self = Self([0; N]);

    #[inline]
    fn of(&self, value: impl Value) -> Combinations {
        let place = usize::from(value.code()).wrapping_sub(1);
        self.0.get(place).copied().unwrap_or_default()
    }

    #[inline]
    fn add(&mut self, value: impl Value, more: Combinations) {
        let place = usize::from(value.code()).wrapping_sub(1);
        if let Some(combinations) = self.0.get_mut(place) {
            *combinations |= more;
        }
    }
}

/// What comes out in one situation, in each of the possible combinations of the circumstances.
///
/// Where it is feasible nothing is blocked; where it is not there are no steps.
pub(super) struct Outcome {
    possible: Combinations,
    feasible: Combinations,
    /// What is said of those that are not feasible.
    otherwise: Verdict,
    steps: EachStep,
    blocked: EachGoal,
}

impl Outcome {
    /// The same in all combinations, without steps.
    pub(super) fn settled(verdict: Verdict, possible: Combinations) -> Self {
        Self {
            possible,
            feasible: if verdict == Verdict::Feasible {
                possible
            } else {
                0
            },
            otherwise: verdict,
            steps: EachStep::NONE,
            blocked: EachGoal::NONE,
        }
    }

    /// The verdicts that there are.
    pub(super) fn verdicts(&self) -> Set<Verdict> {
        let mut verdicts = Set::EMPTY;
        if self.feasible != 0 {
            verdicts.insert(Verdict::Feasible);
        }
        if self.feasible != self.possible {
            verdicts.insert(self.otherwise);
        }
        verdicts
    }

    /// The steps, where all combinations have the same.
    pub(super) fn steps(&self) -> Set<Step> {
        Step::ALL
            .iter()
            .copied()
            .filter(|step| self.steps.of(*step) != 0)
            .collect()
    }

    /// What is blocked, where that is the same in all combinations.
    pub(super) fn blocked(&self) -> Set<Goal> {
        Goal::ALL
            .iter()
            .copied()
            .filter(|goal| self.blocked.of(*goal) != 0)
            .collect()
    }

    /// The circumstances in which alone two combinations differ that have different answers.
    pub(super) fn relevant(&self) -> Set<Fact> {
        let lists = self.steps.0.iter().chain(&self.blocked.0);
        lists.fold(Set::EMPTY, |facts, some| {
            facts | dividing(*some, self.possible)
        })
    }

    /// Whether some combination has another answer than in `other`, with the same ones possible.
    pub(super) fn differs(&self, other: &Self) -> bool {
        self.feasible != other.feasible
            || self.feasible != self.possible && self.otherwise != other.otherwise
            || self.steps != other.steps
            || self.blocked != other.blocked
    }
}

/// The way of a person who needs the document, obtained where the purpose says.
pub(super) fn walk(purpose: Purpose, possible: Combinations, on: Date) -> Outcome {
    let mut way = Way::from_start(purpose, possible, on);
    let abroad = possible & !if_yes(Fact::Location);

    way.go_rounds(abroad, ABROAD);
    let obtained_abroad = way.have.of(Goal::Document);
    let entered = abroad & !obtained_abroad & if_yes(Fact::MayEnter);
    way.take(Step::Enter, Goal::Presence, entered);

    let present = way.have.of(Goal::Presence);
    way.go_rounds(present, IN_KAZAKHSTAN);
    let obtained = way.have.of(Goal::Document);
    // In Kazakhstan all but a visa that is obtained abroad is within reach.
    let left = present & !obtained;
    way.taken.add(Step::Leave, left);
    way.take(Step::ObtainDocument, Goal::Document, left);

    let feasible = way.have.of(Goal::Document);
    let steps = way.walked_back(obtained & !obtained_abroad);
    let mut blocked = EachGoal::NONE;
    // A translation is to be had everywhere, so it is never among them.
    for goal in Goal::ALL.iter().copied() {
        blocked.add(goal, possible & !feasible & !way.have.of(goal));
    }
    Outcome {
        possible,
        feasible,
        otherwise: if is_among(ABROAD, purpose.obtained) {
            Verdict::Deadlock
        } else {
            Verdict::Blocked
        },
        steps,
        blocked,
    }
}

/// The steps taken so far, and the goals met.
struct Way {
    purpose: Purpose,
    on: Date,
    have: EachGoal,
    taken: EachStep,
}

impl Way {
    fn from_start(purpose: Purpose, possible: Combinations, on: Date) -> Self {
        // Prints that nobody asks for, and the IIN for them, are as good as given.
        let unasked = if purpose.prints_of.is_some() {
            0
        } else {
            possible
        };
        let mut have = EachGoal::NONE;
        have.add(Goal::Presence, possible & if_yes(Fact::Location));
        have.add(Goal::Iin, possible & if_yes(Fact::HasIin) | unasked);
        have.add(
            Goal::Translation,
            possible & !if_yes(Fact::PassportInForeignLanguage),
        );
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
            && row.is_open_on(self.on)
            && row
                .only
                .is_none_or(|only| self.purpose.prints_of == Some(only))
    }

    /// The steps that the document needs, of those taken. `present`: for whom it needs presence.
    fn walked_back(&self, present: Combinations) -> EachStep {
        let mut needed = EachGoal::NONE;
        needed.add(Goal::Document, self.have.of(Goal::Document));
        needed.add(Goal::Presence, present);
        let mut steps = EachStep::NONE;
        steps.add(Step::Leave, self.taken.of(Step::Leave));
        // What a step needs is given by rows above it, or by entering.
        for row in STEPS.iter().rev() {
            let walked = self.taken.of(row.step) & needed.of(row.gives);
            steps.add(row.step, walked);
            for goal in row.needs {
                needed.add(*goal, walked);
            }
        }
        steps.add(
            Step::Enter,
            self.taken.of(Step::Enter) & needed.of(Goal::Presence),
        );
        steps
    }
}

/// Those who have all of some goals.
fn met(have: &EachGoal, goals: &[Goal], who: Combinations) -> Combinations {
    goals.iter().fold(who, |who, goal| who & have.of(*goal))
}

fn is_among(places: Set<Location>, others: Set<Location>) -> bool {
    places.bits() & others.bits() != 0
}

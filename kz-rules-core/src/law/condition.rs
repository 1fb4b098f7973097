//! Conditions of a law's rows, as `when()…` writes them: for the built-in law the compiler evaluates them.

use super::row::Period;
use super::vocabulary::{Covered, Goal, Obligation, StayRegime, TreatyKind};
use crate::base::day::Day;
use crate::base::set::{Set, Value, bit};
use crate::facts::{
    Action, AgeBand, Answer, Circumstances, Fact, Location, Occasion, Region, Standing, VisaChannel,
};

/// What must hold for a row to apply.
#[derive(Clone, Copy)]
pub struct Condition {
    pub(crate) facts: Region,
    pub(crate) circumstances: Circumstances,
    pub(crate) period: Period,
    pub(crate) obligations: Set<Obligation>,
    pub(crate) blocked: Set<Goal>,
    pub(crate) term_standing: Set<Standing>,
    pub(crate) arrived_to_live: Set<Answer>,
    pub(crate) stay_regime: Set<StayRegime>,
    pub(crate) treaty: Set<TreatyKind>,
    pub(crate) covered: Set<Covered>,
}

/// Always, until it is narrowed.
#[must_use]
pub const fn when() -> Condition {
    Condition {
        facts: Region::ALL,
        circumstances: Circumstances::ALL,
        period: Period::ALL,
        obligations: all(),
        blocked: Set::EMPTY,
        term_standing: all(),
        arrived_to_live: all(),
        stay_regime: all(),
        treaty: all(),
        covered: all(),
    }
}

/// All values of a closed set.
const fn all<T: Value>() -> Set<T> {
    // One below the bit of the value that would come next.
    Set::from_bits(bit(T::LAST).wrapping_shl(1).wrapping_sub(1))
}

macro_rules! conditions {
    ($($(#[$doc:meta])* $method:ident: $kind:ident in $($target:ident)+;)+) => {
        impl Condition {
            $(
                $(#[$doc])*
                #[must_use]
                pub const fn $method(mut self, values: &[$kind]) -> Self {
                    conditions!(@ self values $kind $($target)+);
                    self
                }
            )+
        }
    };
    (@ $self:ident $values:ident $kind:ident set $field:ident) => {
        $self.$field = $kind::set($values);
    };
    (@ $self:ident $values:ident $kind:ident $word:ident $fact:ident) => {
        $self.$word = $self.$word.with(Fact::$fact, $kind::set($values).bits());
    };
}

conditions! {
    /// Only these occasions.
    occasion: Occasion in facts Occasion;
    /// Only these ages.
    age: AgeBand in facts Birth;
    /// Only if the answer to "already fingerprinted?" is this.
    fingerprinted: Answer in facts Fingerprinted;
    /// Only these actions.
    action: Action in facts Action;
    /// Only these visa channels.
    visa_channel: VisaChannel in facts VisaChannel;
    /// Only if the answer to "permanently residing?" is this.
    permanent_resident: Answer in facts PermanentResident;
    /// Only if the answer to "already held at the commencement?" is this.
    held_at_commencement: Answer in facts HeldAtCommencement;
    /// Only if the answer to the law's question 1 is this.
    question_1: Answer in facts Question1;
    /// Only if the answer to the law's question 2 is this.
    question_2: Answer in facts Question2;
    /// Only if the answer to the law's question 3 is this.
    question_3: Answer in facts Question3;
    /// Only if the answer to the law's question 4 is this.
    question_4: Answer in facts Question4;
    /// Only if the person is in one of these places at the start.
    location: Location in circumstances Location;
    /// Only if the person may, or may not, enter without the document.
    may_enter: Answer in circumstances MayEnter;
    /// Only if the person has an IIN, or has none.
    has_iin: Answer in circumstances HasIin;
    /// Only if the establishment is in the pilot, or is not.
    mission_in_pilot: Answer in circumstances MissionInPilot;
    /// Only if the establishment takes prints, or does not.
    mission_takes_fingerprints: Answer in circumstances MissionTakesFingerprints;
    /// Only if the passport is in a foreign language, or is not.
    passport_in_foreign_language: Answer in circumstances PassportInForeignLanguage;
    /// Of a caution: only if a completion leads to one of these.
    obligation: Obligation in set obligations;
    /// Of a plan: only if the answer is complete and lists one of these goals.
    blocked: Goal in set blocked;
    /// Of a term: only who arrived to live in Kazakhstan, or did not.
    arrived_to_live: Answer in set arrived_to_live;
    /// Of a term: only these stay regimes.
    stay_regime: StayRegime in set stay_regime;
    /// Of a term: only these treaties.
    treaty: TreatyKind in set treaty;
    /// Of a caution of a term: only if the term covers the person in one of these ways.
    covered: Covered in set covered;
}

impl Condition {
    /// Only these standings: of a person, and of one whom a term may cover.
    #[must_use]
    pub const fn standing(mut self, values: &[Standing]) -> Self {
        let standings = Standing::set(values);
        self.facts = self.facts.with(Fact::Standing, standings.bits());
        self.term_standing = standings;
        self
    }

    /// Only from this day on.
    #[must_use]
    pub const fn from(mut self, day: Day) -> Self {
        self.period = self.period.meet(Period::new(Some(day), None));
        self
    }

    /// Only before this day.
    #[must_use]
    pub const fn until(mut self, day: Day) -> Self {
        self.period = self.period.meet(Period::new(None, Some(day)));
        self
    }
}

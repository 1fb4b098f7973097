//! Conditions of a law's rows, written as `when()…`. For the built-in law they are evaluated at compile
//! time.

use super::row::{Period, ProvisionRow};
use super::vocabulary::{Covered, Goal, Obligation, StayRegime, ToldTreaty};
use super::{MAX_AGES, Provision};
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
    pub(crate) treaty: Set<ToldTreaty>,
    pub(crate) covered: Set<Covered>,
}

/// A condition that always holds; its methods narrow it.
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
    // The bit of the next value, minus one.
    Set::from_bits(bit(T::LAST).wrapping_shl(1).wrapping_sub(1))
}

macro_rules! conditions {
    ($($(#[$doc:meta])* $method:ident / $not:ident: $kind:ident in $($target:ident)+;)+) => {
        impl Condition {
            $(
                $(#[$doc])*
                #[must_use]
                pub const fn $method(mut self, values: &[$kind]) -> Self {
                    let values = $kind::set(values);
                    conditions!(@ self values $($target)+);
                    self
                }

                #[doc = concat!("[`Condition::", stringify!($method), "`], but with all other values.")]
                #[must_use]
                pub const fn $not(mut self, values: &[$kind]) -> Self {
                    let values = all::<$kind>().difference($kind::set(values));
                    conditions!(@ self values $($target)+);
                    self
                }
            )+
        }
    };
    (@ $self:ident $values:ident set $field:ident) => {
        $self.$field = $values;
    };
    (@ $self:ident $values:ident standings $fact:ident) => {
        $self.facts = $self.facts.with(Fact::$fact, $values.bits());
        $self.term_standing = $values;
    };
    (@ $self:ident $values:ident $word:ident $fact:ident) => {
        $self.$word = $self.$word.with(Fact::$fact, $values.bits());
    };
}

conditions! {
    /// Only these occasions.
    occasion / not_occasion: Occasion in facts Occasion;
    /// Only these standings, of the person to be decided and of one whom a term may cover.
    standing / not_standing: Standing in standings Standing;
    /// Only if the answer to "already fingerprinted?" is this.
    fingerprinted / not_fingerprinted: Answer in facts Fingerprinted;
    /// Only these actions.
    action / not_action: Action in facts Action;
    /// Only these visa channels.
    visa_channel / not_visa_channel: VisaChannel in facts VisaChannel;
    /// Only if the answer to "permanently residing?" is this.
    permanent_resident / not_permanent_resident: Answer in facts PermanentResident;
    /// Only if the answer to "already held at the commencement?" is this.
    held_at_commencement / not_held_at_commencement: Answer in facts HeldAtCommencement;
    /// Only if the answer to the law's question 1 is this.
    question_1 / not_question_1: Answer in facts Question1;
    /// Only if the answer to the law's question 2 is this.
    question_2 / not_question_2: Answer in facts Question2;
    /// Only if the answer to the law's question 3 is this.
    question_3 / not_question_3: Answer in facts Question3;
    /// Only if the answer to the law's question 4 is this.
    question_4 / not_question_4: Answer in facts Question4;
    /// Only if the person is in one of these places at the start.
    location / not_location: Location in circumstances Location;
    /// Only if the person may, or may not, enter without the document.
    may_enter / not_may_enter: Answer in circumstances MayEnter;
    /// Only if the person has an IIN, or has none.
    has_iin / not_has_iin: Answer in circumstances HasIin;
    /// Only if the establishment is in the pilot, or is not.
    mission_in_pilot / not_mission_in_pilot: Answer in circumstances MissionInPilot;
    /// Only if the establishment takes prints, or does not.
    mission_takes_fingerprints / not_mission_takes_fingerprints: Answer in circumstances MissionTakesFingerprints;
    /// Only if the passport is in a foreign language, or is not.
    passport_in_foreign_language / not_passport_in_foreign_language: Answer in circumstances PassportInForeignLanguage;
    /// For a caution: only if a completion leads to one of these.
    obligation / not_obligation: Obligation in set obligations;
    /// For a term: only persons who arrived to live in Kazakhstan, or did not.
    arrived_to_live / not_arrived_to_live: Answer in set arrived_to_live;
    /// For a term: only these stay regimes.
    stay_regime / not_stay_regime: StayRegime in set stay_regime;
    /// For a term: only these treaties.
    treaty / not_treaty: ToldTreaty in set treaty;
    /// For a caution of a term: only if the term covers the person in one of these ways.
    covered / not_covered: Covered in set covered;
}

impl Condition {
    /// For a plan: only if the answer is complete and lists one of these goals.
    #[must_use]
    pub const fn blocked(mut self, goals: &[Goal]) -> Self {
        self.blocked = Goal::set(goals);
        self
    }

    /// Only below this age, which must be one of the law's.
    #[must_use]
    pub const fn age_below(self, ages: &[u8; MAX_AGES], years: u8) -> Self {
        let (below, _) = bands(ages, years);
        self.aged(below)
    }

    /// Only from this age on, which must be one of the law's.
    ///
    /// A law with fewer than [`MAX_AGES`] ages has fewer bands; the missing bands are left out.
    #[must_use]
    pub const fn age_from(self, ages: &[u8; MAX_AGES], years: u8) -> Self {
        let (_, from) = bands(ages, years);
        self.aged(from)
    }

    /// Keeps only these bands, of those that were possible before.
    const fn aged(mut self, bands: u32) -> Self {
        let bands = bands & self.facts.values(Fact::Birth);
        self.facts = self.facts.with(Fact::Birth, bands);
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

    /// Only on days on which this provision of the table applies; on no day if the table lacks it.
    #[must_use]
    pub const fn during(
        mut self,
        mut provisions: &[[u8; ProvisionRow::BYTES]],
        provision: Provision,
    ) -> Self {
        let mut applies = Period::NEVER;
        while let [row, rest @ ..] = provisions {
            let row = ProvisionRow::of(row);
            if row.provision().number() == provision.number() {
                applies = row.period();
            }
            provisions = rest;
        }
        self.period = self.period.meet(applies);
        self
    }
}

/// The bands below one of `ages`, and those from it on, one bit each; none if it is not one of `ages`.
const fn bands(ages: &[u8; MAX_AGES], years: u8) -> (u32, u32) {
    let (mut below, mut all) = (0, bit(AgeBand::Band1.code()));
    let mut left: &[u8] = ages;
    while let [age, rest @ ..] = left {
        if *age == 0 {
            break;
        }
        if *age == years {
            below = all;
        }
        all = all << 1 | 1;
        left = rest;
    }
    if below == 0 {
        return (0, 0);
    }
    (below, all & !below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::day;

    const AGES: [u8; MAX_AGES] = [12, 16, 0];

    fn bands(when: Condition) -> u32 {
        when.facts.values(Fact::Birth)
    }

    #[test]
    fn ages_are_bands_and_may_bound_from_both_sides() {
        assert_eq!(bands(when().age_below(&AGES, 12)), 0b0001);
        assert_eq!(bands(when().age_below(&AGES, 16)), 0b0011);
        assert_eq!(
            bands(when().age_from(&AGES, 12).age_below(&AGES, 16)),
            0b0010
        );
        // The law has no third age, so there is no fourth band.
        assert_eq!(bands(when().age_from(&AGES, 16)), 0b0100);
        assert_eq!(bands(when().age_from(&[12, 16, 18], 16)), 0b1100);
        assert_eq!(bands(when()), 0b1111);
    }

    #[test]
    fn an_age_that_the_law_lacks_takes_nobody() {
        for years in [0, 11, 18] {
            assert_eq!(bands(when().age_below(&AGES, years)), 0);
            assert_eq!(bands(when().age_from(&AGES, years)), 0);
        }
    }

    #[test]
    fn a_negated_condition_takes_all_other_values() {
        let some = when().not_standing(&[Standing::Citizen]);
        let others = when().standing(&[Standing::Foreigner, Standing::Stateless]);
        assert!(some.facts == others.facts && some.term_standing == others.term_standing);
        let some = when().not_covered(&[Covered::No]);
        let others = when().covered(&[Covered::Yes, Covered::Unknown]);
        assert!(some.covered == others.covered);
    }

    #[test]
    fn the_days_of_a_provision_narrow_a_period() {
        let provision = Provision::new(7);
        let until = day(2025, 7, 1);
        let rows = [ProvisionRow::new(
            provision,
            1,
            Some(day(2024, 1, 1)),
            Some(until),
        )];
        let period = when().from(day(2025, 1, 1)).during(&rows, provision).period;
        assert!(period.includes(day(2025, 6, 30)) && !period.includes(until));
        assert!(!period.includes(day(2024, 12, 31)));
        let never = when().during(&rows, Provision::new(8)).period;
        assert!(
            ![
                Day::new(1, 1, 1),
                Day::new(2025, 1, 1),
                Day::new(9999, 12, 31)
            ]
            .into_iter()
            .flatten()
            .any(|day| never.includes(day))
        );
    }
}

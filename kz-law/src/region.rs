//! Sets of persons that are products of value sets, and the axes of those products: everything that can be known of a
//! person.

use crate::vocabulary::{self as words, List, full_set};

/// What a condition can be about, except the day: first the facts in asking order, then the circumstances of a plan,
/// then what follows from a decision, then what is known about an immigrant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // each is a word of the model
pub enum Axis {
    Occasion,
    Standing,
    /// Age bands: 1 is below the law's first age, 2 from there to the second, and so on.
    Age,
    Fingerprinted,
    Action,
    VisaChannel,
    PermanentResident,
    HeldAtCommencement,
    Question1,
    Question2,
    Question3,
    Question4,
    Location,
    MayEnter,
    HasIin,
    MissionInPilot,
    MissionTakesFingerprints,
    PassportInForeignLanguage,
    Obligation,
    /// The list `blocked`, as one of sixteen lists: value n contains the goal number g if bit g-1 of n-1 is set.
    Blocked,
    Covered,
    ArrivedToLive,
    StayRegime,
    Treaty,
    /// The questions of another law, when two laws are compared: 1 to 4 there.
    OtherQuestion1,
    OtherQuestion2,
    OtherQuestion3,
    OtherQuestion4,
}

/// How many axes there are.
pub const AXES: usize = 28;

impl Axis {
    /// All axes, in order.
    pub const ALL: [Self; AXES] = [
        Self::Occasion,
        Self::Standing,
        Self::Age,
        Self::Fingerprinted,
        Self::Action,
        Self::VisaChannel,
        Self::PermanentResident,
        Self::HeldAtCommencement,
        Self::Question1,
        Self::Question2,
        Self::Question3,
        Self::Question4,
        Self::Location,
        Self::MayEnter,
        Self::HasIin,
        Self::MissionInPilot,
        Self::MissionTakesFingerprints,
        Self::PassportInForeignLanguage,
        Self::Obligation,
        Self::Blocked,
        Self::Covered,
        Self::ArrivedToLive,
        Self::StayRegime,
        Self::Treaty,
        Self::OtherQuestion1,
        Self::OtherQuestion2,
        Self::OtherQuestion3,
        Self::OtherQuestion4,
    ];

    /// The number of facts on which editions depend: the first twelve axes.
    pub const FACTS: usize = 12;

    /// The place of the axis, from 0.
    #[must_use]
    pub fn place(self) -> usize {
        self as usize
    }

    /// The word for it in conditions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Occasion => "occasion",
            Self::Standing => "standing",
            Self::Age => "age",
            Self::Fingerprinted => "fingerprinted",
            Self::Action => "action",
            Self::VisaChannel => "visa_channel",
            Self::PermanentResident => "permanent_resident",
            Self::HeldAtCommencement => "held_at_commencement",
            Self::Question1 => "question_1",
            Self::Question2 => "question_2",
            Self::Question3 => "question_3",
            Self::Question4 => "question_4",
            Self::Location => "location",
            Self::MayEnter => "may_enter",
            Self::HasIin => "has_iin",
            Self::MissionInPilot => "mission_in_pilot",
            Self::MissionTakesFingerprints => "mission_takes_fingerprints",
            Self::PassportInForeignLanguage => "passport_in_foreign_language",
            Self::Obligation => "obligation",
            Self::Blocked => "blocked",
            Self::Covered => "covered",
            Self::ArrivedToLive => "arrived_to_live",
            Self::StayRegime => "stay_regime",
            Self::Treaty => "treaty",
            Self::OtherQuestion1 => "other_question_1",
            Self::OtherQuestion2 => "other_question_2",
            Self::OtherQuestion3 => "other_question_3",
            Self::OtherQuestion4 => "other_question_4",
        }
    }

    /// The axis with this word.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut own = Self::ALL.into_iter().filter(|axis| !axis.is_other());
        own.find(|axis| axis.name() == name)
    }

    /// Its values as words; none for ages. For `blocked` the goals, not the lists of goals.
    #[must_use]
    pub fn list(self) -> Option<&'static List> {
        Some(match self {
            Self::Occasion => &words::OCCASIONS,
            Self::Standing => &words::STANDINGS,
            Self::Age => return None,
            Self::Action => &words::ACTIONS,
            Self::VisaChannel => &words::VISA_CHANNELS,
            Self::Location => &words::LOCATIONS,
            Self::Obligation => &words::OBLIGATIONS,
            Self::Blocked => &words::BLOCKED,
            Self::Covered => &words::COVERAGES,
            Self::StayRegime => &words::STAY_REGIMES,
            Self::Treaty => &words::TREATIES,
            _ => &words::ANSWERS,
        })
    }

    /// Whether it is a question of another law.
    #[must_use]
    pub fn is_other(self) -> bool {
        self >= Self::OtherQuestion1
    }

    /// The number of the law's own question, from 1; those of another law follow, from 5.
    #[must_use]
    pub fn question(self) -> Option<u8> {
        match self {
            Self::Question1 => Some(1),
            Self::Question2 => Some(2),
            Self::Question3 => Some(3),
            Self::Question4 => Some(4),
            Self::OtherQuestion1 => Some(5),
            Self::OtherQuestion2 => Some(6),
            Self::OtherQuestion3 => Some(7),
            Self::OtherQuestion4 => Some(8),
            _ => None,
        }
    }
}

/// A set of persons: for each axis a set of values, in any combination. Bit n-1 of a set stands for value number n.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Region {
    sets: [u16; AXES],
}

impl Region {
    /// Everybody, under a law with this number of ages.
    #[must_use]
    pub fn everybody(ages: usize) -> Self {
        Self {
            sets: Axis::ALL.map(|axis| match axis {
                Axis::Age => full_set(ages + 1),
                Axis::Blocked => u16::MAX,
                _ => axis.list().map_or(0, List::full),
            }),
        }
    }

    /// The values of an axis.
    #[must_use]
    pub fn get(&self, axis: Axis) -> u16 {
        self.sets.get(axis.place()).copied().unwrap_or(0)
    }

    /// The same region with other values of an axis.
    #[must_use]
    pub fn with(mut self, axis: Axis, values: u16) -> Self {
        if let Some(set) = self.sets.get_mut(axis.place()) {
            *set = values;
        }
        self
    }

    /// Whether nobody is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sets.contains(&0)
    }

    /// Who is in both; none if there is nobody.
    #[must_use]
    pub fn and(&self, other: &Self) -> Option<Self> {
        let mut both = *self;
        for (set, more) in both.sets.iter_mut().zip(other.sets) {
            *set &= more;
            if *set == 0 {
                return None;
            }
        }
        Some(both)
    }

    /// Whether all of `other` is in it.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        other.is_empty()
            || self
                .sets
                .iter()
                .zip(other.sets)
                .all(|(set, more)| more & !set == 0)
    }

    /// Who is in it but not in `other`, as regions that do not overlap.
    pub fn without(&self, other: &Self, mut each: impl FnMut(Self)) {
        if self.and(other).is_none() {
            if !self.is_empty() {
                each(*self);
            }
            return;
        }
        let mut rest = *self;
        for (axis, wanted) in Axis::ALL.into_iter().zip(other.sets) {
            let set = rest.get(axis);
            if set & !wanted != 0 {
                each(rest.with(axis, set & !wanted));
                rest = rest.with(axis, set & wanted);
            }
        }
    }

    /// One of the persons in it: the first value of each axis.
    #[must_use]
    pub fn person(&self) -> Self {
        Self {
            sets: self.sets.map(|set| set & set.wrapping_neg()),
        }
    }

    /// The number of persons in it, as far as the axes distinguish them.
    #[must_use]
    pub fn size(&self) -> u128 {
        self.sets
            .iter()
            .map(|set| u128::from(set.count_ones()))
            .product()
    }
}

/// Subtracts a region from every region of a list.
#[must_use]
pub fn subtract(from: &[Region], what: &Region) -> Vec<Region> {
    let mut rest = Vec::with_capacity(from.len());
    for region in from {
        region.without(what, |part| rest.push(part));
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_its_removed_part_and_the_rest() {
        let all = Region::everybody(2);
        let some = all
            .with(Axis::Standing, 0b011)
            .with(Axis::Age, 0b100)
            .with(Axis::Action, 0b10000);
        let rest = subtract(&[all], &some);
        assert_eq!(
            rest.iter().map(Region::size).sum::<u128>() + some.size(),
            all.size()
        );
        assert!(rest.iter().all(|part| part.and(&some).is_none()));
        assert!(subtract(&rest, &all).is_empty());
    }
}

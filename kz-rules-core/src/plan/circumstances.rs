//! The six circumstances that only a plan asks for: all their combinations at once, one bit each.

use crate::facts::Fact;
use crate::region::Region;
use crate::set::Set;

/// A set of combinations of the circumstances. Bit `n` is the combination in which the first value
/// (yes; in Kazakhstan) has each circumstance whose bit in `n` is clear; the circumstances are the
/// bits in asking order, from the lowest.
pub(super) type Combinations = u64;

/// The circumstances in asking order, each with the combinations in which it has its first value.
const CIRCUMSTANCES: [(Fact, Combinations); 6] = [
    with_first_value(Fact::Location),
    with_first_value(Fact::MayEnter),
    with_first_value(Fact::HasIin),
    with_first_value(Fact::MissionInPilot),
    with_first_value(Fact::MissionTakesFingerprints),
    with_first_value(Fact::PassportInForeignLanguage),
];

const fn with_first_value(circumstance: Fact) -> (Fact, Combinations) {
    (circumstance, if_yes(circumstance))
}

/// The combinations in which a circumstance has its first value: yes, or in Kazakhstan. They come
/// in runs of [`distance`], each followed by as many of the others.
#[allow(clippy::arithmetic_side_effects)] // evaluated by the compiler alone
pub(super) const fn if_yes(circumstance: Fact) -> Combinations {
    Combinations::MAX / ((1 << distance(circumstance)) + 1)
}

/// How far apart two combinations are that differ in this circumstance alone.
const fn distance(circumstance: Fact) -> u32 {
    1 << (circumstance as u32).saturating_sub(Fact::Location as u32)
}

/// The combinations that some facts allow.
pub(super) fn possible(facts: Region) -> Combinations {
    let values = [
        facts.values(Fact::Location),
        facts.values(Fact::MayEnter),
        facts.values(Fact::HasIin),
        facts.values(Fact::MissionInPilot),
        facts.values(Fact::MissionTakesFingerprints),
        facts.values(Fact::PassportInForeignLanguage),
    ];
    let mut possible = Combinations::MAX;
    for (values, (_, first)) in values.into_iter().zip(CIRCUMSTANCES) {
        if values & 1 == 0 {
            possible &= !first;
        }
        if values & 2 == 0 {
            possible &= first;
        }
    }
    possible
}

/// The circumstances in which alone some of the `possible` combinations differ, of which one is in
/// `some` and the other is not.
pub(super) fn dividing(some: Combinations, possible: Combinations) -> Set<Fact> {
    let mut facts = Set::EMPTY;
    if some == 0 || some == possible {
        return facts;
    }
    for (circumstance, first) in CIRCUMSTANCES {
        let beside = |set: Combinations| set >> distance(circumstance);
        if (some ^ beside(some)) & possible & beside(possible) & first != 0 {
            facts.insert(circumstance);
        }
    }
    facts
}

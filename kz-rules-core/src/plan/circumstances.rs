//! The circumstances that only a plan asks for: all their combinations at once, one bit each.
//!
//! Whether the establishment takes part in the pilot is not among them: it matters to foreigners
//! alone, and so goes with the standing.

use crate::facts::Fact;
use crate::region::Region;
use crate::set::Set;

/// A set of combinations of the circumstances. Bit `n` is the combination in which those have
/// their first value (yes; in Kazakhstan) whose bit in `n` is clear; the circumstances are the bits
/// in asking order, from the lowest.
pub(super) type Combinations = u32;

/// The circumstances in asking order.
const CIRCUMSTANCES: [Fact; 5] = [
    Fact::Location,
    Fact::MayEnter,
    Fact::HasIin,
    Fact::MissionTakesFingerprints,
    Fact::PassportInForeignLanguage,
];

/// For each circumstance the combinations in which it has its first value. They come in runs of 1,
/// 2, 4, 8 and 16, each followed by as many of the others.
const FIRST: [Combinations; 5] = [0x5555_5555, 0x3333_3333, 0x0F0F_0F0F, 0x00FF_00FF, 0xFFFF];

pub(super) const IN_KAZAKHSTAN: Combinations = FIRST[0];
pub(super) const MAY_ENTER: Combinations = FIRST[1];
pub(super) const HAS_IIN: Combinations = FIRST[2];
pub(super) const MISSION_TAKES_FINGERPRINTS: Combinations = FIRST[3];
pub(super) const PASSPORT_IN_FOREIGN_LANGUAGE: Combinations = FIRST[4];

/// The combinations that some facts allow.
pub(super) fn possible(facts: Region) -> Combinations {
    let values = [
        facts.values(Fact::Location),
        facts.values(Fact::MayEnter),
        facts.values(Fact::HasIin),
        facts.values(Fact::MissionTakesFingerprints),
        facts.values(Fact::PassportInForeignLanguage),
    ];
    let mut possible = Combinations::MAX;
    for (values, first) in values.into_iter().zip(FIRST) {
        if values & 1 == 0 {
            possible &= !first;
        }
        if values & 2 == 0 {
            possible &= first;
        }
    }
    possible
}

/// The circumstances in which alone two of the `possible` combinations differ, of which one is in
/// `some` and the other is not.
pub(super) fn dividing(some: Combinations, possible: Combinations) -> Set<Fact> {
    let mut facts = Set::EMPTY;
    if some == 0 || some == possible {
        return facts;
    }
    let mut distance = 1;
    for (circumstance, first) in CIRCUMSTANCES.into_iter().zip(FIRST) {
        let beside = |set: Combinations| set >> distance;
        if (some ^ beside(some)) & possible & beside(possible) & first != 0 {
            facts.insert(circumstance);
        }
        distance <<= 1;
    }
    facts
}

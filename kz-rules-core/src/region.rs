//! A region: a set of completions that is the product of one set of values for each fact.
//!
//! All its sets lie side by side in one word, each with a free guard bit above it. To meet two
//! regions is one `&`; to see whether a set came out empty is one addition, whose carry reaches
//! the guard of each set that is not. The lowest set has a guard below it too: so the place of a
//! value is its number above the guard that lies below its set.

use crate::facts::Fact;
use crate::law::digest;
use crate::set::Set;

/// How many values each fact has, in asking order. Birth has the three age bands.
const WIDTHS: [u32; FACTS] = [14, 3, 3, 2, 5, 4, 2, 2, 2, 2, 2, 2, 2, 2];
const FACTS: usize = Fact::ALL.len();

/// How many places the facts take that a row can ask for, which are the first.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler alone
pub(crate) const PLACES: usize = SHIFTS[digest::FACTS.len()] as usize - 1;

/// Where each fact's set lies, and its bits, in asking order.
const SHIFTS: [u32; FACTS] = shifts();
const MASKS: [u64; FACTS] = masks();

/// The bits of all sets, the guard bits above them, and the guard bits below them.
const VALUES: u64 = union(MASKS);
const GUARDS: u64 = (VALUES << 1) & !VALUES;
const BELOW: u64 = (VALUES >> 1) & !VALUES;
/// No number tells the birth date.
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)] // evaluated by the compiler alone
const BELOW_BIRTH: u64 = 1 << (SHIFTS[Fact::Birth as usize - 1] - 1);

// These are evaluated by the compiler alone: a mistake in them does not build.
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
const fn shifts() -> [u32; FACTS] {
    let mut shifts = [1; FACTS];
    let mut fact = 1;
    while fact < FACTS {
        shifts[fact] = shifts[fact - 1] + WIDTHS[fact - 1] + 1;
        fact += 1;
    }
    assert!(shifts[FACTS - 1] + WIDTHS[FACTS - 1] < u64::BITS);
    shifts
}

#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
const fn masks() -> [u64; FACTS] {
    let mut masks = [0; FACTS];
    let mut fact = 0;
    while fact < FACTS {
        masks[fact] = ((1 << WIDTHS[fact]) - 1) << SHIFTS[fact];
        fact += 1;
    }
    masks
}

#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
const fn union(masks: [u64; FACTS]) -> u64 {
    let mut all = 0;
    let mut fact = 0;
    while fact < FACTS {
        all |= masks[fact];
        fact += 1;
    }
    all
}

/// A product of one set of values for each fact.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region(u64);

/// The place of one value of each fact that is told by a number, or of the guard below its set if it
/// is not known.
#[derive(Clone, Copy, Default)]
pub(crate) struct Places(u64);

impl Places {
    /// Adds the value of a fact that has this number, 0 if it is not known, and says its place; or
    /// that the fact has no such value.
    #[inline(always)] // the fact is known where this is called, and so is all but the number
    #[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)] // a fact is an index
    pub(crate) const fn add(&mut self, fact: Fact, code: u8) -> Result<usize, Fact> {
        let below = SHIFTS[fact as usize - 1] - 1;
        if code as u32 > WIDTHS[fact as usize - 1] {
            return Err(fact);
        }
        self.0 |= if usize::BITS < 64 {
            // Only a shift by a distance that is known is short on two registers.
            (1u32.wrapping_shl(code as u32) as u64) << below
        } else {
            1u64.wrapping_shl(below + code as u32)
        };
        Ok(below as usize + code as usize)
    }
}

impl Region {
    /// Every completion.
    pub(crate) const ALL: Self = Self(VALUES);
    /// No value of any fact.
    pub(crate) const NONE: Self = Self(0);

    /// The same, but with these values of one fact (one bit each).
    #[inline(always)] // the fact is known where this is called, and so are its place and its mask
    #[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)] // a fact is an index
    pub(crate) const fn with(self, fact: Fact, values: u16) -> Self {
        let place = fact as usize - 1;
        let bits = (values as u64) << SHIFTS[place];
        Self(self.0 & !MASKS[place] | bits & MASKS[place])
    }

    /// One value of each fact whose place is that of a value; all of the others.
    pub(crate) const fn of(places: Places) -> Self {
        let untold = places.0 & BELOW | BELOW_BIRTH;
        // To add one to a full set empties it.
        let told = VALUES.wrapping_add(untold << 1) & VALUES;
        Self(VALUES & !told | places.0 & VALUES)
    }

    /// The values of one fact, one bit each.
    #[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)] // a fact is an index
    #[allow(clippy::cast_possible_truncation)] // no set is wider than 14 bits
    pub(crate) const fn values(self, fact: Fact) -> u16 {
        let place = fact as usize - 1;
        ((self.0 & MASKS[place]) >> SHIFTS[place]) as u16
    }

    /// The completions in both; [`Region::is_empty`] tells whether there are any.
    pub(crate) const fn meet(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether there is no completion: some fact has no value left.
    pub(crate) const fn is_empty(self) -> bool {
        self.0.wrapping_add(VALUES) & GUARDS != GUARDS
    }

    /// Whether the value at this place is in its set; at the place of a guard it is true.
    pub(crate) const fn has(self, place: usize) -> bool {
        (self.0 | !VALUES) >> place & 1 != 0
    }

    /// Whether every completion is in `other` too.
    pub(crate) const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Cuts `taken` out: gives the rest to `piece`, as regions that do not overlap.
    /// The two regions must meet.
    pub(crate) fn without(self, taken: Self, mut piece: impl FnMut(Self)) {
        let mut left = self.0;
        for mask in &MASKS {
            if left & !taken.0 & mask != 0 {
                piece(Self(left & !(mask & taken.0)));
                left &= taken.0 | !mask;
            }
        }
    }

    /// The first fact, in asking order, in which two regions have no value in common.
    pub(crate) fn first_difference(self, other: Self) -> Option<Fact> {
        let both = self.meet(other);
        let mut sets = Fact::ALL.iter().zip(&MASKS);
        sets.find(|(_, mask)| both.0 & **mask == 0)
            .map(|(fact, _)| *fact)
    }

    /// The same, but with the lowest value alone of each of the first facts in asking order.
    pub(crate) fn with_lowest(self, facts: usize) -> Self {
        MASKS.iter().take(facts).fold(self, |region, mask| {
            let values = region.0 & mask;
            Self(region.0 & !mask | values & values.wrapping_neg())
        })
    }

    /// The fact in which alone two regions have no value in common; none if there are more.
    pub(crate) const fn only_difference(self, other: Self) -> Marks {
        let empty = GUARDS & !(self.0 & other.0).wrapping_add(VALUES);
        if empty.is_power_of_two() {
            Marks(empty)
        } else {
            Marks(0)
        }
    }
}

/// A set of facts, each marked by its guard bit.
#[derive(Clone, Copy, Default)]
pub(crate) struct Marks(u64);

impl Marks {
    pub(crate) const fn add(&mut self, more: Self) {
        self.0 |= more.0;
    }

    pub(crate) fn facts(self) -> Set<Fact> {
        if self.0 == 0 {
            return Set::EMPTY;
        }
        let marked = |(_, mask): &(&Fact, &u64)| self.0 & (**mask << 1) & !**mask != 0;
        let facts = Fact::ALL.iter().zip(&MASKS);
        facts.filter(marked).map(|(fact, _)| *fact).collect()
    }
}

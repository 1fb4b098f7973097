//! A region: a set of completions that is the product of one set of values for each fact.
//!
//! All its sets lie side by side in one word, each with a free guard bit above it. To meet two
//! regions is one `&`; to see whether a set came out empty is one addition, whose carry reaches
//! the guard of each set that is not.

use crate::facts::Fact;
use crate::set::Set;

/// How many values each fact has, in asking order. Birth has the three age bands.
const WIDTHS: [u32; FACTS] = [14, 3, 3, 2, 5, 4, 2, 2, 2, 2, 2, 2, 2, 2];
const FACTS: usize = Fact::ALL.len();

/// The places that a value can have.
pub(crate) const PLACES: usize = u64::BITS as usize;

/// Where each fact's set lies, and its bits, in asking order.
const SHIFTS: [u32; FACTS] = shifts();
const MASKS: [u64; FACTS] = masks();
/// The facts that are told by the number of a value: all but the birth date.
pub(crate) const CODED: [Coded; FACTS - 1] = coded();

/// What it takes to note the value of a fact by its number.
pub(crate) struct Coded {
    pub(crate) fact: Fact,
    values: u8,
    shift: u8,
    mask: u64,
}

/// The bits of all sets, and the guard bits of all.
const VALUES: u64 = union(MASKS);
const GUARDS: u64 = (VALUES << 1) & !VALUES;

// These are evaluated by the compiler alone: a mistake in them does not build.
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
const fn shifts() -> [u32; FACTS] {
    let mut shifts = [0; FACTS];
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

#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation
)]
const fn coded() -> [Coded; FACTS - 1] {
    let mut coded = [const {
        Coded {
            fact: Fact::Birth,
            values: 0,
            shift: 0,
            mask: 0,
        }
    }; FACTS - 1];
    let (mut fact, mut at) = (0, 0);
    while fact < FACTS {
        if !matches!(Fact::ALL[fact], Fact::Birth) {
            coded[at] = Coded {
                fact: Fact::ALL[fact],
                values: WIDTHS[fact] as u8,
                shift: SHIFTS[fact] as u8,
                mask: MASKS[fact],
            };
            at += 1;
        }
        fact += 1;
    }
    coded
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Region(u64);

impl Coded {
    /// Narrows a region to the value of this number, from 1, and gives its place; none if the fact
    /// has no such value.
    pub(crate) fn narrow(&self, region: &mut Region, code: u8) -> Option<usize> {
        if code > self.values {
            return None;
        }
        let place = u32::from(self.shift)
            .wrapping_add(u32::from(code))
            .wrapping_sub(1);
        region.0 = region.0 & !self.mask | 1u64.wrapping_shl(place);
        Some(place as usize)
    }
}

impl Region {
    /// Every completion.
    pub(crate) const ALL: Self = Self(VALUES);

    /// The same, but with these values of one fact (one bit each).
    #[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)] // a fact is an index
    pub(crate) const fn with(self, fact: Fact, values: u16) -> Self {
        let place = fact as usize - 1;
        let bits = (values as u64) << SHIFTS[place];
        Self(self.0 & !MASKS[place] | bits & MASKS[place])
    }

    /// The place of the value of this number of one fact; none if there is no such value.
    #[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)] // a fact is an index
    pub(crate) const fn place(fact: Fact, code: u8) -> Option<usize> {
        let fact = fact as usize - 1;
        if code == 0 || code as u32 > WIDTHS[fact] {
            return None;
        }
        Some(SHIFTS[fact] as usize + code as usize - 1)
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

    /// Whether the value at this place is in its set.
    pub(crate) const fn has(self, place: usize) -> bool {
        self.0 >> place & 1 != 0
    }

    /// Whether every completion is in `other` too.
    pub(crate) const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Cuts `taken` out: gives the rest to `piece`, as regions that do not overlap.
    /// The two regions must meet.
    pub(crate) fn without(self, taken: Self, mut piece: impl FnMut(Self)) {
        let mut left = self.0;
        for mask in MASKS {
            if left & !taken.0 & mask != 0 {
                piece(Self(left & !(mask & taken.0)));
                left &= taken.0 | !mask;
            }
        }
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
        let marked = |(_, mask): &(&Fact, u64)| self.0 & (mask << 1) & !mask != 0;
        let facts = Fact::ALL.iter().zip(MASKS);
        facts.filter(marked).map(|(fact, _)| *fact).collect()
    }
}

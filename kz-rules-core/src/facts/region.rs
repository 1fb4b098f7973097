//! Sets of completions that are products: one set of values for each fact.
//!
//! The sets lie side by side in one word, each with a free guard bit above it. Two products are intersected by
//! one `&`. Empty sets are found by one addition: its carry reaches the guard of each set that is not empty.
//! The lowest set has a guard below it too: value number `n` of a fact lies `n` bits above the guard below its
//! set, and `n` = 0 is that guard.

// Evaluated at compile time, except for accesses by a fact, which is a valid index.
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

use super::vocabulary::Fact;

/// How many values each fact of a person has, in asking order. Birth has the age bands.
const FACTS: [u32; Fact::OF_PERSON] = [15, 3, 4, 2, 5, 4, 2, 2, 2, 2, 2, 2];
/// How many values each circumstance has.
const CIRCUMSTANCES: [u32; Fact::ALL.len() - Fact::OF_PERSON] = [2; 6];

/// The highest value number of each fact, in asking order, without the birth date.
#[allow(clippy::cast_possible_truncation)]
pub(crate) const HIGHEST: [u8; Fact::ALL.len() - 1] = {
    let mut highest = [0; Fact::ALL.len() - 1];
    let (mut place, mut fact) = (0, 1);
    while place < highest.len() {
        if fact == Fact::Birth as usize {
            fact += 1;
        }
        highest[place] = if fact <= Fact::OF_PERSON {
            FACTS[fact - 1] as u8
        } else {
            CIRCUMSTANCES[fact - 1 - Fact::OF_PERSON] as u8
        };
        (place, fact) = (place + 1, fact + 1);
    }
    highest
};

const fn shifts<const N: usize>(widths: [u32; N]) -> [u32; N] {
    let mut shifts = [1; N];
    let mut place = 1;
    while place < N {
        shifts[place] = shifts[place - 1] + widths[place - 1] + 1;
        place += 1;
    }
    shifts
}

/// One word of sets. `$first`: how many facts come before them in asking order.
macro_rules! product {
    ($(#[$doc:meta])* $name:ident($word:ident): $widths:ident after $first:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub(crate) struct $name($word);

        impl $name {
            /// The lowest bit of each set, in asking order.
            const SHIFTS: [u32; $widths.len()] = shifts($widths);
            pub(crate) const MASKS: [$word; $widths.len()] = {
                let mut masks = [0; $widths.len()];
                let mut place = 0;
                while place < masks.len() {
                    masks[place] = ((1 << $widths[place]) - 1) << Self::SHIFTS[place];
                    place += 1;
                }
                assert!(Self::SHIFTS[place - 1] + $widths[place - 1] < $word::BITS);
                masks
            };
            /// The bits of all sets, and the guard bits above them.
            const VALUES: $word = {
                let mut all = 0;
                let mut place = 0;
                while place < $widths.len() {
                    all |= Self::MASKS[place];
                    place += 1;
                }
                all
            };
            const GUARDS: $word = (Self::VALUES << 1) & !Self::VALUES;
            const BELOW: $word = (Self::VALUES >> 1) & !Self::VALUES;

            /// Every completion.
            pub(crate) const ALL: Self = Self(Self::VALUES);
            /// No value of any fact.
            #[allow(dead_code)] // used by one product only
            pub(crate) const NONE: Self = Self(0);

            /// The word: one bit a value, in asking order, with a free bit after each fact.
            pub(crate) const fn bits(self) -> $word {
                self.0
            }

            /// The sets in a word of a row. It has no other bits: that is checked when a pack is opened.
            #[inline(always)]
            pub(crate) const fn from_bits(bits: $word) -> Self {
                Self(bits)
            }

            /// Whether a word has no bits outside the sets.
            pub(crate) const fn is_of_bits(bits: $word) -> bool {
                bits & !Self::VALUES == 0
            }

            /// The same, but with these values of one fact (one bit each).
            #[inline(always)] // the fact is a constant at each call, and so are its place and its mask
            #[allow(clippy::cast_lossless, clippy::cast_possible_truncation)] // of a word's size
            pub(crate) const fn with(self, fact: Fact, values: u32) -> Self {
                let place = fact as usize - 1 - $first;
                let bits = (values as $word) << Self::SHIFTS[place];
                Self(self.0 & !Self::MASKS[place] | bits & Self::MASKS[place])
            }

            /// The bit of the value with this number, which must be one that the fact has; for 0, the guard
            /// below its values.
            #[inline(always)] // the fact is a constant at each call: only the number varies
            #[allow(clippy::cast_lossless)] // const
            pub(crate) const fn told(fact: Fact, code: u8) -> $word {
                let below = Self::SHIFTS[fact as usize - 1 - $first] - 1;
                if usize::BITS < $word::BITS {
                    // On two registers, only a shift by a constant is short.
                    (1u32.wrapping_shl(code as u32) as $word) << below
                } else {
                    (1 as $word).wrapping_shl(below + code as u32)
                }
            }

            /// The region from the bits in `told`: a fact given by its lower guard gets all its values. Each
            /// fact must be given.
            pub(crate) const fn of_told(told: $word) -> Self {
                // Adding one to a full set empties it.
                let known = Self::VALUES.wrapping_add((told & Self::BELOW) << 1) & Self::VALUES;
                Self(Self::VALUES & !known | told & Self::VALUES)
            }

            /// The values of one fact, one bit each.
            #[inline(always)]
            #[allow(clippy::cast_lossless, clippy::cast_possible_truncation)] // of a word's size
            pub(crate) const fn values(self, fact: Fact) -> u32 {
                let place = fact as usize - 1 - $first;
                ((self.0 & Self::MASKS[place]) >> Self::SHIFTS[place]) as u32
            }

            /// The values of the fact with this mask, one bit each.
            #[allow(dead_code)] // used by one product only
            #[allow(clippy::cast_lossless, clippy::cast_possible_truncation)] // of a word's size
            pub(crate) const fn values_in(self, mask: $word) -> u32 {
                (self.0 & mask).wrapping_shr(mask.trailing_zeros()) as u32
            }

            /// The same, but with these values of the fact with this mask; values that the fact does not have
            /// are dropped.
            #[allow(dead_code)] // used by one product only
            #[allow(clippy::cast_lossless, clippy::cast_possible_truncation)] // of a word's size
            pub(crate) const fn with_in(self, mask: $word, values: u32) -> Self {
                let bits = (values as $word).wrapping_shl(mask.trailing_zeros());
                Self(self.0 & !mask | bits & mask)
            }

            /// The completions in both; `is_empty` tells whether there are any.
            pub(crate) const fn meet(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }

            /// Whether there is no completion: some fact has no value left.
            pub(crate) const fn is_empty(self) -> bool {
                self.0.wrapping_add(Self::VALUES) & Self::GUARDS != Self::GUARDS
            }

            /// Its facts in asking order, each with its mask.
            pub(crate) fn facts() -> impl Iterator<Item = (Fact, $word)> {
                let masks: &'static [$word] = &Self::MASKS;
                Fact::ALL.iter().copied().skip($first).zip(masks.iter().copied())
            }

            /// The same, but with the values that `other` has of one fact, given by its mask.
            #[allow(dead_code)] // used by one product only
            pub(crate) const fn widened(self, mask: $word, other: Self) -> Self {
                Self(self.0 & !mask | other.0 & mask)
            }

            /// The first fact, in asking order, in which two regions have no value in common.
            #[allow(dead_code)] // used by one product only
            pub(crate) fn first_difference(self, other: Self) -> Option<Fact> {
                let both = self.0 & other.0;
                let mut facts = Self::facts();
                facts.find(|(_, mask)| both & mask == 0).map(|(fact, _)| fact)
            }

            /// The place of the first fact from `from` on, in asking order, that has a value here and not in `other`.
            pub(crate) fn first_beyond(self, other: Self, from: u8) -> Option<u8> {
                let beyond = self.0 & !other.0;
                let places = (0u8..).zip(&Self::MASKS).skip(from.into());
                let mut beyond = places.filter(|(_, mask)| beyond & **mask != 0);
                beyond.next().map(|(place, _)| place)
            }

            /// The completion with the lowest value of each fact.
            #[allow(dead_code)] // used by one product only
            pub(crate) fn with_lowest(self) -> Self {
                Self(Self::MASKS.into_iter().fold(0, |lowest, mask| {
                    let values = self.0 & mask;
                    lowest | values & values.wrapping_neg()
                }))
            }

            /// The piece at a place that is left of a region when `taken`, which meets it, is cut out. There is one
            /// for each fact that has a value here and not in `taken`. The pieces do not overlap: in each, the fact
            /// at its place has only values outside `taken`, and the facts before it have only values inside.
            #[allow(dead_code)] // used by one product only
            pub(crate) fn piece(self, taken: Self, place: u8) -> Self {
                let mask = Self::MASKS.get(usize::from(place)).copied().unwrap_or_default();
                let before = (mask & mask.wrapping_neg()).wrapping_sub(1);
                let at_most = before & taken.0 | mask & !taken.0 | !(before | mask);
                Self(self.0 & at_most)
            }
        }
    };
}

product! {
    /// A product of one set of values for each fact of a person.
    Region(u64): FACTS after 0
}

product! {
    /// The same for the circumstances.
    Circumstances(u32): CIRCUMSTANCES after Fact::OF_PERSON
}

impl Region {
    /// Whether all completions are also in another region.
    pub(crate) const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

impl Region {
    /// The values of the law's questions.
    const QUESTIONS: u64 = {
        let mut all = 0;
        let mut place = Fact::Question1 as usize - 1;
        while place < Fact::Question4 as usize {
            all |= Self::MASKS[place];
            place += 1;
        }
        all
    };

    /// Whether none of the law's questions is answered.
    #[inline]
    pub(crate) const fn has_no_answers(self) -> bool {
        self.0 & Self::QUESTIONS == Self::QUESTIONS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::vocabulary::*;

    #[test]
    fn the_widths_are_those_of_the_closed_sets() {
        let facts = [
            Occasion::ALL.len(),
            Standing::ALL.len(),
            AgeBand::ALL.len(),
            Answer::ALL.len(),
            Action::ALL.len(),
            VisaChannel::ALL.len(),
        ];
        for (width, values) in FACTS.iter().zip(facts) {
            assert_eq!(*width as usize, values);
        }
        for width in FACTS.iter().skip(6).chain(&CIRCUMSTANCES) {
            assert_eq!(*width as usize, Answer::ALL.len());
        }
        assert_eq!(Location::ALL.len(), 2);
    }

    #[test]
    fn pieces_are_what_is_left_and_do_not_overlap() {
        let visa = Region::ALL
            .with(Fact::Occasion, 1 << 10)
            .with(Fact::Standing, 0b110)
            .with(Fact::Question4, 1);
        let mut pieces = std::vec::Vec::<Region>::new();
        let mut from = 0;
        while let Some(place) = Region::ALL.first_beyond(visa, from) {
            let piece = Region::ALL.piece(visa, place);
            assert!(!piece.is_empty() && piece.meet(visa).is_empty());
            assert!(pieces.iter().all(|other| other.meet(piece).is_empty()));
            pieces.push(piece);
            from = place + 1;
        }
        let size = |region: Region| {
            Region::facts()
                .map(|(fact, _)| u64::from(region.values(fact).count_ones()))
                .product::<u64>()
        };
        let whole: u64 = pieces.iter().copied().map(size).sum();
        assert_eq!(whole + size(visa), size(Region::ALL));
        assert_eq!(pieces.len(), 3);
    }
}

//! A small set of values of one closed set.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Sub, SubAssign};

use super::sealed::Sealed;

/// A closed set of at most thirty-one values, numbered from 1 without a gap. The sets of this library implement it, and no
/// others can.
pub trait Value: Sealed + Copy + fmt::Debug + 'static {
    /// Every value, in the order of their numbers.
    const ALL: &'static [Self];

    /// The legal model's words for them, in the same order.
    const NAMES: &'static [&'static str];

    /// The number of the last value: how many there are.
    const LAST: u8;

    /// The number of the value, from 1.
    fn code(self) -> u8;

    /// The value with this number, if there is one.
    fn from_code(code: u8) -> Option<Self>;
}

/// A set of values of `T`, one bit each: bit `n` is the value numbered `n + 1`.
///
/// For a fact it is the values that are still possible; all of them means that nothing is known.
pub struct Set<T> {
    bits: u32,
    of: PhantomData<T>,
}

impl<T> Set<T> {
    /// The set without values.
    pub const EMPTY: Self = Self::from_bits(0);

    /// The set with these bits: bit `n` is the value numbered `n + 1`. The others must be 0.
    #[must_use]
    pub const fn from_bits(bits: u32) -> Self {
        Self {
            bits,
            of: PhantomData,
        }
    }

    /// One bit a value: bit `n` is the value numbered `n + 1`.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.bits
    }

    /// How many values the set holds.
    #[must_use]
    pub const fn len(self) -> usize {
        // At most thirty-one, so nothing is lost.
        self.bits.count_ones() as usize
    }

    /// The values of either set: `a | b`.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self::from_bits(self.bits | other.bits)
    }

    /// The values of both sets: `a & b`.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self::from_bits(self.bits & other.bits)
    }

    /// The values of this set that are not in the other: `a - b`.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self::from_bits(self.bits & !other.bits)
    }

    /// Whether the two sets have no value in common.
    #[must_use]
    pub const fn is_disjoint(self, other: Self) -> bool {
        self.bits & other.bits == 0
    }

    /// Whether the other set has all values of this one.
    #[must_use]
    pub const fn is_subset(self, other: Self) -> bool {
        self.bits & !other.bits == 0
    }

    /// Whether this set has all values of the other.
    #[must_use]
    pub const fn is_superset(self, other: Self) -> bool {
        other.is_subset(self)
    }

    /// Whether the set holds no value.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }
}

impl<T: Value> Set<T> {
    const FITS: () = assert!(T::ALL.len() < u32::BITS as usize);

    /// Every value.
    pub const ALL: Self = {
        let () = Self::FITS;
        Self::from_bits(bit(T::LAST).wrapping_shl(1).wrapping_sub(1))
    };

    /// Whether `value` is in the set.
    #[must_use]
    pub fn contains(self, value: T) -> bool {
        let () = Self::FITS;
        self.bits & bit(value.code()) != 0
    }

    /// The values, in the order of their numbers.
    #[must_use]
    pub const fn iter(self) -> SetIter<T> {
        SetIter { left: self }
    }

    /// The one value, if the set holds exactly one.
    #[must_use]
    pub fn single(self) -> Option<T> {
        T::from_code(only(self.bits))
    }

    /// The value with the lowest number.
    #[must_use]
    pub fn first(self) -> Option<T> {
        self.iter().next()
    }

    /// The value with the highest number.
    #[must_use]
    pub fn last(self) -> Option<T> {
        self.iter().next_back()
    }

    /// Adds a value; returns whether it is new.
    pub fn insert(&mut self, value: T) -> bool {
        let is_new = !self.contains(value);
        self.bits |= bit(value.code());
        is_new
    }

    /// Removes a value; returns whether it was there.
    pub fn remove(&mut self, value: T) -> bool {
        let was_there = self.contains(value);
        self.bits &= !bit(value.code());
        was_there
    }
}

/// The values of a [`Set`], in the order of their numbers.
#[derive(Clone, Debug)]
pub struct SetIter<T: Value> {
    left: Set<T>,
}

impl<T: Value> Iterator for SetIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        let left = &mut self.left.bits;
        let value = T::ALL.get(left.trailing_zeros() as usize)?;
        *left &= left.wrapping_sub(1);
        Some(*value)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // Bits without a value are not yielded.
        let left = self.left.intersection(Set::ALL).len();
        (left, Some(left))
    }
}

impl<T: Value> DoubleEndedIterator for SetIter<T> {
    fn next_back(&mut self) -> Option<T> {
        let place = self.left.intersection(Set::ALL).bits.checked_ilog2()?;
        self.left.bits &= !1u32.wrapping_shl(place);
        T::ALL.get(place as usize).copied()
    }
}

impl<T: Value> ExactSizeIterator for SetIter<T> {}

impl<T: Value> FusedIterator for SetIter<T> {}

impl<T: Value> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = SetIter<T>;

    fn into_iter(self) -> SetIter<T> {
        self.iter()
    }
}

impl<T: Value> IntoIterator for &Set<T> {
    type Item = T;
    type IntoIter = SetIter<T>;

    fn into_iter(self) -> SetIter<T> {
        self.iter()
    }
}

/// The number of the only value whose bit is set; 0 if there is none, or more than one.
#[allow(clippy::cast_possible_truncation)] // at most 31
const fn only(bits: u32) -> u8 {
    if bits.is_power_of_two() {
        bits.trailing_zeros().wrapping_add(1) as u8
    } else {
        0
    }
}

/// The bit of the value with this number, which is at most 31.
#[allow(clippy::cast_possible_truncation, clippy::cast_lossless)] // at most the thirty-first; const
pub(crate) const fn bit(code: u8) -> u32 {
    1u32.wrapping_shl(code as u32) >> 1
}

impl<T: Value> From<T> for Set<T> {
    fn from(value: T) -> Self {
        let () = Self::FITS;
        Self::from_bits(bit(value.code()))
    }
}

impl<T: Value, const N: usize> From<[T; N]> for Set<T> {
    fn from(values: [T; N]) -> Self {
        values.into_iter().collect()
    }
}

impl<T: Value> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut set = Self::EMPTY;
        set.extend(values);
        set
    }
}

impl<T: Value> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
        values
            .into_iter()
            .for_each(|value| *self |= Self::from(value));
    }
}

macro_rules! operators {
    ($($operator:ident, $apply:ident, $assign:ident, $apply_assign:ident: $method:ident;)+) => { $(
        impl<T> $operator for Set<T> {
            type Output = Self;

            fn $apply(self, other: Self) -> Self {
                self.$method(other)
            }
        }

        impl<T> $assign for Set<T> {
            fn $apply_assign(&mut self, other: Self) {
                *self = self.$method(other);
            }
        }
    )+ };
}

operators! {
    BitOr, bitor, BitOrAssign, bitor_assign: union;
    BitAnd, bitand, BitAndAssign, bitand_assign: intersection;
    Sub, sub, SubAssign, sub_assign: difference;
}

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<T> {}

impl<T> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<T> Eq for Set<T> {}

impl<T> Hash for Set<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits.hash(state);
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T: Value> fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Fact, Obligation, Occasion};

    use Obligation::{Mandatory, NotRequired, Voluntary};

    #[test]
    fn a_set_behaves_like_a_sorted_collection() {
        let all: std::vec::Vec<_> = Occasion::ALL.to_vec();
        for bits in 0..1u32 << all.len() {
            let set = Set::<Occasion>::from_bits(bits);
            let of_std: std::collections::BTreeSet<_> = set.iter().collect();
            assert_eq!(set.len(), of_std.len());
            assert!(set.into_iter().eq(of_std.iter().copied()));
            assert!(set.iter().rev().eq(of_std.iter().rev().copied()));
            assert_eq!(set.first(), of_std.first().copied());
            assert_eq!(set.last(), of_std.last().copied());
            assert_eq!(set.iter().len(), of_std.len());
        }
        assert!(Set::<Occasion>::ALL.iter().eq(all));
        assert_eq!(Set::<Fact>::ALL.len(), Fact::ALL.len());
    }

    #[test]
    fn bits_without_a_value_are_ignored() {
        let set = Set::<Obligation>::from_bits(1 | 1 << 30);
        assert_eq!(
            (set.first(), set.last()),
            (Some(Mandatory), Some(Mandatory))
        );
        assert_eq!(set.iter().len(), 1);
    }

    #[test]
    fn sets_combine() {
        let (a, b) = (
            Set::from([Mandatory, Voluntary]),
            Set::from([Voluntary, NotRequired]),
        );
        assert_eq!(a | b, Set::from([Mandatory, Voluntary, NotRequired]));
        assert_eq!(a & b, Voluntary.into());
        assert_eq!(a - b, Mandatory.into());
        assert!(!a.is_disjoint(b) && (a - b).is_disjoint(b));
        assert!((a & b).is_subset(a) && a.is_superset(a & b) && !a.is_subset(b));
    }

    #[test]
    fn values_come_and_go() {
        let mut set = Set::EMPTY;
        assert!(set.insert(Mandatory) && !set.insert(Mandatory));
        set.extend([Voluntary]);
        assert!(set.remove(Mandatory) && !set.remove(Mandatory));
        assert_eq!(set.single(), Some(Voluntary));
    }
}

//! A small set of values of one closed set.

use core::fmt;
use core::marker::PhantomData;
use core::ops::BitOr;

/// A closed set of at most thirty-one values, numbered from 1 without a gap.
pub trait Value: Copy + fmt::Debug + 'static {
    /// Every value, in the order of their numbers.
    const ALL: &'static [Self];

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

    /// The set with these bits: bit `n` is the value numbered `n + 1`.
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

    /// The values of this set that the other has not.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self::from_bits(self.bits & !other.bits)
    }

    /// The values of this set that the other has too.
    #[must_use]
    pub const fn within(self, other: Self) -> Self {
        Self::from_bits(self.bits & other.bits)
    }

    /// Whether the two sets have a value in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.bits & other.bits != 0
    }

    /// Whether the set holds no value.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }
}

impl<T: Value> Set<T> {
    const FITS: () = assert!(T::ALL.len() < u32::BITS as usize);

    /// Whether `value` is in the set.
    #[must_use]
    pub fn contains(self, value: T) -> bool {
        let () = Self::FITS;
        self.bits & bit(value.code()) != 0
    }

    /// The values, in the order of their numbers.
    pub fn iter(self) -> impl Iterator<Item = T> {
        let mut left = self.bits;
        core::iter::from_fn(move || {
            let value = T::ALL.get(left.trailing_zeros() as usize)?;
            left &= left.wrapping_sub(1);
            Some(*value)
        })
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

    /// Adds a value.
    pub fn insert(&mut self, value: T) {
        let () = Self::FITS;
        self.bits |= bit(value.code());
    }
}

/// The number of the value whose bit alone is set; 0 if none is, or more are.
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

impl<T: Value> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut set = Self::EMPTY;
        values.into_iter().for_each(|value| set.insert(value));
        set
    }
}

impl<T> BitOr for Set<T> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self::from_bits(self.bits | other.bits)
    }
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

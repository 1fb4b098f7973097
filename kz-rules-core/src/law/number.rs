//! Numbers that a law gives. They are permanent; the library has no list of them.

use core::fmt;
use core::num::NonZeroU16;

use super::Law;

/// A provision, by its permanent number. [`Law::provision`] looks it up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Provision(NonZeroU16);

impl Provision {
    pub(crate) const LAST: Self = Self(NonZeroU16::MAX);

    /// The provision with a number; none for 0.
    #[must_use]
    pub const fn from_number(number: u16) -> Option<Self> {
        match NonZeroU16::new(number) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    /// Its number, from 1.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0.get()
    }

    /// A provision by a number from 1, for tables evaluated at compile time; 0 fails to compile.
    #[must_use]
    #[allow(clippy::panic)] // evaluated at compile time only
    pub const fn new(number: u16) -> Self {
        match Self::from_number(number) {
            Some(provision) => provision,
            None => panic!("provisions are numbered from 1"),
        }
    }
}

/// Its identifier in the built-in law, or else its number.
impl fmt::Display for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Law::BUILT_IN.provision(*self) {
            Some(provision) => f.write_str(provision.id()),
            None => write!(f, "provision {}", self.number()),
        }
    }
}

impl fmt::Debug for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An edition of a law, by its permanent number: the default is edition 1, the law as enacted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Edition(u8);

impl Edition {
    /// Edition 1: the default, and the edition that plans and cautions use.
    pub const FIRST: Self = Self(1);

    /// The edition with a number. A law without that edition reports an error when it is asked.
    #[must_use]
    pub const fn new(number: u8) -> Self {
        Self(number)
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Its place among the editions of a law.
    pub(crate) const fn place(self) -> usize {
        (self.0 as usize).wrapping_sub(1)
    }
}

impl Default for Edition {
    fn default() -> Self {
        Self::FIRST
    }
}

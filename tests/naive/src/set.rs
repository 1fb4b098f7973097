//! A set of provisions, each by its place in the table.

/// Up to 256 small numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Set([u64; 4]);

impl Set {
    /// The set of one number.
    pub fn of(number: u8) -> Set {
        let mut set = Set::default();
        set.insert(number);
        set
    }

    /// Adds a number.
    pub fn insert(&mut self, number: u8) {
        self.0[usize::from(number / 64)] |= 1 << (number % 64);
    }

    /// Adds all of another set.
    pub fn add(&mut self, other: Set) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine |= theirs;
        }
    }

    /// Whether the number is in the set.
    pub fn contains(&self, number: u8) -> bool {
        self.0[usize::from(number / 64)] & (1 << (number % 64)) != 0
    }

    /// The numbers, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u8> + '_ {
        (0..=u8::MAX).filter(|&number| self.contains(number))
    }
}

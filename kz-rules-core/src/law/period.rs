//! The days on which a provision applies, ready to be compared.

use super::Provision;
use crate::day::{Day, Word};

/// Some days on end.
pub(crate) struct Period {
    from: Word,
    until: Word,
}

impl Period {
    pub(crate) const ALL: Self = Self {
        from: Word::BEFORE_ALL,
        until: Word::AFTER_ALL,
    };

    /// The days on which a provision applies: to be called where the compiler evaluates it.
    pub(crate) const fn of(provision: Provision) -> Self {
        let mut period = Self::ALL;
        if let Some(from) = provision.from()
            && let Some(from) = Day::of(from)
        {
            period.from = from.word();
        }
        if let Some(until) = provision.until()
            && let Some(until) = Day::of(until)
        {
            period.until = until.word();
        }
        period
    }

    pub(crate) fn include(&self, day: Day) -> bool {
        self.from <= day.word() && day.word() < self.until
    }
}

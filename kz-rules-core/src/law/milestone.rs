//! The days on which the law changes.

use time::Date;

use super::Provision;

/// A day on which some provision starts or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milestone {
    pub(crate) day: Date,
}

impl Milestone {
    /// The first day after `day` on which any provision, or caution, starts or ends; none if there
    /// is no such day.
    #[must_use]
    pub fn after(day: Date) -> Option<Self> {
        Provision::ALL
            .iter()
            .flat_map(|provision| [provision.from(), provision.until()])
            .flatten()
            .filter(|changes| *changes > day)
            .min()
            .map(|day| Self { day })
    }

    /// The day.
    #[must_use]
    pub const fn day(&self) -> Date {
        self.day
    }

    /// The provisions that apply from this day.
    pub fn started(&self) -> impl Iterator<Item = Provision> {
        let day = Some(self.day);
        provisions(move |provision| provision.from() == day)
    }

    /// The provisions that no longer apply from this day.
    pub fn ended(&self) -> impl Iterator<Item = Provision> {
        let day = Some(self.day);
        provisions(move |provision| provision.until() == day)
    }
}

fn provisions(changing: impl Fn(&Provision) -> bool) -> impl Iterator<Item = Provision> {
    Provision::ALL.iter().copied().filter(changing)
}

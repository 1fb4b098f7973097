//! The days on which a law changes.

use super::{Law, Provision};
use crate::base::day::Day;

/// A day on which some provision of a law starts or ends.
#[derive(Clone, Copy, Debug)]
pub struct Milestone<'a> {
    law: Law<'a>,
    day: Day,
}

impl<'a> Law<'a> {
    /// The first day after `day` on which any provision of the law starts or ends; none if there is no
    /// such day.
    #[must_use]
    pub fn milestone_after(self, day: Day) -> Option<Milestone<'a>> {
        let rows = self.all_provisions().map(|entry| entry.row());
        let days = rows
            .flat_map(|row| [row.from_day(), row.until_day()])
            .flatten();
        let next = days.filter(|changes| *changes > day).min();
        next.map(|day| Milestone { law: self, day })
    }
}

impl<'a> Milestone<'a> {
    /// The day.
    #[must_use]
    pub const fn day(&self) -> Day {
        self.day
    }

    /// The provisions that apply from this day.
    pub fn started(&self) -> impl Iterator<Item = Provision> + use<'a> {
        let day = Some(self.day);
        let rows = self.law.all_provisions().map(|entry| entry.row());
        rows.filter(move |row| row.from_day() == day)
            .map(|row| row.provision())
    }

    /// The provisions that no longer apply from this day.
    pub fn ended(&self) -> impl Iterator<Item = Provision> + use<'a> {
        let day = Some(self.day);
        let rows = self.law.all_provisions().map(|entry| entry.row());
        rows.filter(move |row| row.until_day() == day)
            .map(|row| row.provision())
    }
}

//! The editions' tables, with what the compiler can work out beforehand: which rows take a value of
//! a fact, and on which days rows end.

use super::rule::Rule;
use super::{Edition, announced, enacted};
use crate::day::{Day, Word};
use crate::facts::Fact;
use crate::region::{PLACES, Region};

/// Rows of a table, one bit each: the first row the lowest.
pub(crate) type Rows = u16;

/// A table of rules: the first row that fits decides.
pub(crate) struct Table {
    rules: &'static [Rule],
    /// The days on which rows no longer apply, in order, and which.
    ends: [(Word, Rows); ENDS],
    /// All rows that end.
    ending: Rows,
    /// For each set of age bands the rows that take any of them.
    by_age: [Rows; 8],
}

/// The most days on which the rows of one table end.
const ENDS: usize = 2;

impl Table {
    // Evaluated by the compiler alone: a mistake here does not build.
    #[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
    const fn of(rules: &'static [Rule]) -> Self {
        assert!(rules.len() <= Rows::BITS as usize);
        let mut ends = [(Word::AFTER_ALL, 0); ENDS];
        let mut ending = 0;
        let mut by_age = [0; 8];
        let mut place = 0;
        while place < rules.len() {
            if let Some(until) = rules[place].until {
                let until = match Day::of(until) {
                    Some(day) => day.word(),
                    None => Word::AFTER_ALL,
                };
                // Rows stand in the order in which they end.
                let mut end = 0;
                while ends[end].0.is_before(until) {
                    end += 1;
                }
                assert!(ends[end].1 == 0 || !until.is_before(ends[end].0));
                ends[end].0 = until;
                ends[end].1 |= 1 << place;
                ending |= 1 << place;
            }
            let ages = rules[place].takes.values(Fact::Birth);
            let mut bands = 0;
            while bands < by_age.len() {
                if ages as usize & bands != 0 {
                    by_age[bands] |= 1 << place;
                }
                bands += 1;
            }
            place += 1;
        }
        Self {
            rules,
            ends,
            ending,
            by_age,
        }
    }

    /// The first of some rows.
    pub(crate) fn first(&self, rows: Rows) -> Option<&'static Rule> {
        self.rules.get(rows.trailing_zeros() as usize)
    }

    /// The rows above this one.
    pub(crate) fn above(&self, row: Rows) -> impl Iterator<Item = &'static Rule> {
        self.rules.iter().take(row.trailing_zeros() as usize)
    }

    /// Those of some rows that take any of some age bands.
    pub(crate) fn of_age(&self, rows: Rows, bands: u16) -> Rows {
        rows & self
            .by_age
            .get(usize::from(bands))
            .copied()
            .unwrap_or_default()
    }

    /// Whether any of some rows ends.
    pub(crate) const fn ends(&self, rows: Rows) -> bool {
        rows & self.ending != 0
    }

    /// Those of some rows that apply on a day.
    pub(crate) fn applying(&self, mut rows: Rows, on: Day) -> Rows {
        if !self.ends(rows) {
            return rows;
        }
        for (end, ending) in self.ends {
            if end <= on.word() {
                rows &= !ending;
            }
        }
        rows
    }

    /// The first day after `day` on which any of some rows no longer applies; after all days if
    /// there is none.
    pub(crate) fn next_end(&self, rows: Rows, day: Day) -> Word {
        if self.ends(rows) {
            for (end, ending) in self.ends {
                if rows & ending != 0 && end > day.word() {
                    return end;
                }
            }
        }
        Word::AFTER_ALL
    }
}

impl Edition {
    /// The rules of this edition, in their order: the first that fits decides.
    #[must_use]
    pub const fn rules(self) -> &'static [Rule] {
        self.table().rules
    }

    pub(crate) const fn table(self) -> &'static Table {
        match self {
            Self::Enacted => ENACTED,
            Self::Announced => ANNOUNCED,
        }
    }
}

const ENACTED: &Table = &Table::of(enacted::RULES);
const ANNOUNCED: &Table = &Table::of(announced::RULES);

/// The rows of each edition that can still take somebody.
///
/// A fact that is narrowed closes the rows that want none of the values left. So, of a person of
/// whom all is known, the rows are found before any is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OpenRows(u32);

impl OpenRows {
    pub(crate) const ALL: Self = Self(u32::MAX);

    /// The rows that take any completion of a region.
    pub(crate) fn meeting(region: Region) -> Self {
        let rows = |edition: Edition| {
            let rules = edition.rules().iter().rev();
            rules.fold(0u32, |rows, rule| {
                rows << 1 | u32::from(!region.meet(rule.takes).is_empty())
            })
        };
        Self(rows(Edition::Enacted) | rows(Edition::Announced) << Rows::BITS)
    }

    /// Those of the rows that take the value at this place of a region. At the place of a guard
    /// there is none: all of them.
    pub(crate) fn taking(self, place: u8) -> Self {
        Self(self.0 & TAKING.get(usize::from(place)).copied().unwrap_or(u32::MAX))
    }

    /// The rows of one edition.
    #[allow(clippy::cast_possible_truncation)] // the lower half and the upper
    pub(crate) const fn of(self, edition: Edition) -> Rows {
        match edition {
            Edition::Enacted => self.0 as Rows,
            Edition::Announced => (self.0 >> Rows::BITS) as Rows,
        }
    }
}

/// For each value of each fact, by its place in a region, the rows of both editions that take it.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler alone
const TAKING: [u32; PLACES] = {
    let enacted = taking(enacted::RULES);
    let announced = taking(announced::RULES);
    let mut both = [0; PLACES];
    let mut place = 0;
    while place < PLACES {
        both[place] = enacted[place] as u32 | (announced[place] as u32) << Rows::BITS;
        place += 1;
    }
    both
};

// Evaluated by the compiler alone: a mistake here does not build.
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
const fn taking(rules: &[Rule]) -> [Rows; PLACES] {
    let mut taking = [0; PLACES];
    let mut row = 0;
    while row < rules.len() {
        let mut place = 0;
        while place < PLACES {
            if rules[row].takes.has(place) {
                taking[place] |= 1 << row;
            }
            place += 1;
        }
        row += 1;
    }
    taking
}

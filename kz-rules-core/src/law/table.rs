//! The editions' tables, with what the compiler can work out beforehand: which rows take a value of
//! a fact, and on which days rows end.

use super::rule::Rule;
use super::{Edition, Provision, announced, enacted};
use crate::day::{Day, Word};
use crate::facts::{AgeBand, Fact};
use crate::region::{PLACES, Region};
use crate::set::bit;

/// Rows of a table, one bit each: the first row the lowest.
pub(crate) type Rows = u32;

/// The most rows of a table.
const MAX_ROWS: u32 = 16;

/// A table of rules: the first row that fits decides.
pub(crate) struct Table {
    rules: &'static [Rule],
    /// The days on which rows no longer apply, in order, and which.
    ends: [(Word, Rows); ENDS],
    /// For each set of age bands the rows that take any of them.
    by_age: [Rows; 8],
    /// The rows that take people under 12, or from 12, but not both; and under 16, or from 16.
    telling_12: Rows,
    telling_16: Rows,
}

/// The most days on which the rows of one table end.
const ENDS: usize = 2;

impl Table {
    // Evaluated by the compiler alone: a mistake here does not build.
    #[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
    const fn of(rules: &'static [Rule]) -> Self {
        assert!(rules.len() <= MAX_ROWS as usize);
        let mut ends = [(Word::AFTER_ALL, 0); ENDS];
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
        const UNDER_12: usize = bit(AgeBand::Under12.code()) as usize;
        const FROM_12: usize = bit(AgeBand::From12.code()) as usize;
        const FROM_16: usize = bit(AgeBand::From16.code()) as usize;
        Self {
            rules,
            ends,
            by_age,
            telling_12: by_age[UNDER_12] ^ by_age[FROM_12],
            telling_16: by_age[FROM_12] ^ by_age[FROM_16],
        }
    }

    /// The first of some rows.
    pub(crate) fn first(&self, rows: Rows) -> Option<&'static Rule> {
        self.rules.get(rows.trailing_zeros() as usize)
    }

    /// The provisions that some rows rest on, each once: rows with one basis stand together.
    pub(crate) fn basis(&self, mut rows: Rows) -> impl Iterator<Item = Provision> + use<> {
        let rules = self.rules;
        let mut last = None;
        core::iter::from_fn(move || {
            while rows != 0 {
                let rule = rules.get(rows.trailing_zeros() as usize)?;
                rows &= rows.wrapping_sub(1);
                if last.replace(rule.basis) != Some(rule.basis) {
                    return last;
                }
            }
            None
        })
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

    /// Whether any of some rows tells apart who is under 12 and who is older; and under 16.
    pub(crate) const fn tells_ages(&self, rows: Rows) -> [bool; 2] {
        [rows & self.telling_12 != 0, rows & self.telling_16 != 0]
    }

    /// Those of some rows that apply on a day.
    pub(crate) fn applying(&self, mut rows: Rows, on: Day) -> Rows {
        for (end, ending) in &self.ends {
            if *end <= on.word() {
                rows &= !ending;
            }
        }
        rows
    }

    /// The first day on which any of some rows, which apply today, does not; after all days if there
    /// is none.
    pub(crate) fn next_end(&self, rows: Rows) -> Word {
        let mut ends = self.ends.iter();
        let next = ends.find(|(_, ending)| rows & ending != 0);
        next.map_or(Word::AFTER_ALL, |(end, _)| *end)
    }
}

/// The first of some rows.
pub(crate) const fn lowest(rows: Rows) -> Rows {
    rows & rows.wrapping_neg()
}

impl Edition {
    /// The rules of this edition, in their order: the first that fits decides.
    #[must_use]
    pub const fn rules(self) -> &'static [Rule] {
        match self {
            Self::Enacted => enacted::RULES,
            Self::Announced => announced::RULES,
        }
    }

    pub(crate) fn table(self) -> &'static Table {
        let [enacted, ..] = &TABLES;
        let place = usize::from(self.code()).wrapping_sub(1);
        TABLES.get(place).unwrap_or(enacted)
    }
}

/// The tables, in the order of the editions' numbers.
static TABLES: [Table; 2] = [Table::of(enacted::RULES), Table::of(announced::RULES)];

/// The rows of each edition that can still take somebody.
///
/// A fact that is narrowed closes the rows that want none of the values left. So, of a person of
/// whom all is known, the rows are found before any is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OpenRows(u32);

impl OpenRows {
    pub(crate) const ALL: Self = Self(all(enacted::RULES) | all(announced::RULES) << MAX_ROWS);

    /// The rows that take any completion of a region.
    pub(crate) fn meeting(region: Region) -> Self {
        let rows = |edition: Edition| {
            let rules = edition.rules().iter().rev();
            rules.fold(0u32, |rows, rule| {
                rows << 1 | u32::from(!region.meet(rule.takes).is_empty())
            })
        };
        Self(rows(Edition::Enacted) | rows(Edition::Announced) << MAX_ROWS)
    }

    /// Those of the rows that take the value at this place of a region: all of them at the place of
    /// a guard, where there is none, or of a circumstance, which no row asks for.
    #[inline]
    pub(crate) fn taking(self, place: usize) -> Self {
        Self(self.0 & TAKING.get(place).copied().unwrap_or(u32::MAX))
    }

    /// The rows of one edition.
    #[allow(clippy::cast_possible_truncation)] // the lower half and the upper
    pub(crate) const fn of(self, edition: Edition) -> Rows {
        match edition {
            Edition::Enacted => self.0 & ((1 << MAX_ROWS) - 1),
            Edition::Announced => self.0 >> MAX_ROWS,
        }
    }
}

/// All rows of some rules.
#[allow(clippy::arithmetic_side_effects)] // evaluated by the compiler alone
const fn all(rules: &[Rule]) -> Rows {
    (1 << rules.len()) - 1
}

/// For each value of each fact, by its place in a region, the rows of both editions that take it.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler alone
const TAKING: [u32; PLACES] = {
    let enacted = taking(enacted::RULES);
    let announced = taking(announced::RULES);
    let mut both = [0; PLACES];
    let mut place = 0;
    while place < PLACES {
        both[place] = enacted[place] | announced[place] << MAX_ROWS;
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

//! A table of rules run over a region of completions: the parts that the rows take, one by one.
//!
//! No list of parts is kept: a table may cut "nothing known" into hundreds. Of each row on the way to
//! the last part it is remembered which piece of what it left was followed, one byte a row; the way is
//! walked again from the top to find the next piece.

use crate::base::day::Day;
use crate::facts::Region;
use crate::law::{MAX_ROWS, Rule};

/// The rows of an edition.
pub(crate) type Rules<'a> = &'a [[u8; Rule::BYTES]];

/// What a row takes of a region.
pub(crate) struct Part<'a> {
    pub(crate) region: Region,
    pub(crate) rule: Rule<'a>,
    /// The place of the row in its table.
    pub(crate) row: usize,
}

/// What is left of a region once all rows have been run: completions that no row takes.
pub(crate) struct Uncovered;

/// The parts of a region on a day. They do not overlap.
pub(crate) struct Walk<'a> {
    rules: Rules<'a>,
    on: Day,
    start: Region,
    /// The way to the last part: for each row above it that left pieces, the place of the piece that was
    /// followed; [`PASSED`] for a row that took nothing.
    way: [u8; MAX_ROWS],
    /// The row of the last part; none before the first.
    last: Option<usize>,
}

/// The row took nothing of what reached it.
const PASSED: u8 = u8::MAX;

impl<'a> Walk<'a> {
    pub(crate) const fn new(rules: Rules<'a>, on: Day, region: Region) -> Self {
        Self {
            rules,
            on,
            start: region,
            way: [PASSED; MAX_ROWS],
            last: None,
        }
    }

    /// The next part; an error if some completions reach the end of the table.
    #[inline(never)] // one copy serves all
    pub(crate) fn next(&mut self) -> Result<Option<Part<'a>>, Uncovered> {
        let (mut row, left) = match self.last {
            None => (0, self.start),
            Some(last) => match self.turn(last) {
                Some((row, left)) => (row, left),
                None => return Ok(None),
            },
        };
        while let Some(bytes) = self.rules.get(row) {
            let rule = Rule::from(bytes);
            let region = left.meet(rule.takes());
            if !region.is_empty() && rule.period().includes(self.on) {
                self.last = Some(row);
                return Ok(Some(Part { region, rule, row }));
            }
            self.set(row, PASSED);
            row = row.saturating_add(1);
        }
        // What no row takes has come to the end of the table: after it the walk can go on.
        self.last = Some(row);
        Err(Uncovered)
    }

    /// The lowest row down to `last` whose next piece is still to be followed: what that piece is, and
    /// the row that sees it first.
    fn turn(&mut self, last: usize) -> Option<(usize, Region)> {
        let mut found = None;
        let mut left = self.start;
        for (row, (bytes, followed)) in self.rules.iter().zip(&self.way).enumerate() {
            if row > last {
                break;
            }
            let takes = Rule::from(bytes).takes();
            // The row of the last part has followed none of its pieces yet.
            let next = if row == last {
                0
            } else if *followed == PASSED {
                continue;
            } else {
                followed.wrapping_add(1)
            };
            if let Some(place) = left.first_beyond(takes, next) {
                found = Some((row, left, takes, place));
            }
            left = left.piece(takes, *followed);
        }
        let (row, left, takes, place) = found?;
        self.set(row, place);
        Some((row.saturating_add(1), left.piece(takes, place)))
    }

    fn set(&mut self, row: usize, place: u8) {
        if let Some(way) = self.way.get_mut(row) {
            *way = place;
        }
    }
}

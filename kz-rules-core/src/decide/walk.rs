//! Runs a table of rules over a region of completions and yields the parts that the rows take, one by
//! one.
//!
//! A table may cut "nothing known" into hundreds of parts, so no list of them is kept. A row that
//! takes a part leaves pieces, which go on to the rows below. The walk remembers one byte a row: which
//! piece it followed on the path to the last part. To find the next piece it retraces the path from
//! the top.

use crate::base::day::Day;
use crate::facts::Region;
use crate::law::{MAX_ROWS, Rule};

/// The rows of an edition.
pub(crate) type Rules<'a> = &'a [[u8; Rule::BYTES]];

/// The part of a region that a row takes.
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
    /// The path to the last part: for each row above it that left pieces, the place of the piece that was
    /// followed; [`PASSED`] for a row that took nothing.
    path: [u8; MAX_ROWS],
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
            path: [PASSED; MAX_ROWS],
            last: None,
        }
    }

    /// The next part; an error if some completions reach the end of the table.
    #[inline(never)] // one copy serves all
    pub(crate) fn next(&mut self) -> Result<Option<Part<'a>>, Uncovered> {
        let (mut row, left) = match self.last {
            None => (0, self.start),
            Some(last) => match self.backtrack(last) {
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
        // The completions that no row takes are reported here; the walk can go on after them.
        self.last = Some(row);
        Err(Uncovered)
    }

    /// Finds the deepest row up to `last` that has a piece not yet followed. Returns that piece, and
    /// the row below, which sees it first.
    fn backtrack(&mut self, last: usize) -> Option<(usize, Region)> {
        let mut found = None;
        let mut left = self.start;
        for (row, (bytes, followed)) in self.rules.iter().zip(&self.path).enumerate() {
            let takes = Rule::from(bytes).takes();
            // The row of the last part has followed none of its pieces yet.
            let next = if row >= last {
                0
            } else if *followed == PASSED {
                continue;
            } else {
                followed.wrapping_add(1)
            };
            if let Some(place) = left.first_beyond(takes, next) {
                found = Some((row, left, takes, place));
            }
            if row >= last {
                break;
            }
            left = left.piece(takes, *followed);
        }
        let (row, left, takes, place) = found?;
        self.set(row, place);
        Some((row.saturating_add(1), left.piece(takes, place)))
    }

    fn set(&mut self, row: usize, place: u8) {
        if let Some(followed) = self.path.get_mut(row) {
            *followed = place;
        }
    }
}

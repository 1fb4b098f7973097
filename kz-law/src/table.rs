//! First-match tables, run over everybody at once.

use crate::capacity;
use crate::day::{Day, Days};
use crate::model::{Conditions, Edition, Law};
use crate::region::Region;
use crate::section::Section;
use std::ops::Range;

/// A first-match table: the first row that fits decides.
#[derive(Debug)]
pub struct Table<'l> {
    /// Its section.
    pub section: Section,
    /// The rows.
    pub rows: Vec<TableRow<'l>>,
    /// The persons that it decides for.
    pub everybody: Region,
}

/// A row of such a table.
#[derive(Debug)]
pub struct TableRow<'l> {
    /// The line.
    pub line: usize,
    /// Whom it takes, if no row above does.
    pub conditions: &'l Conditions,
    /// The answer, in words. Two rows with the same words give the same answer.
    pub answer: String,
    /// The first part of the answer: the obligation.
    pub main: &'static str,
}

/// The results of a table for a span of days on which it does not change.
#[derive(Debug)]
pub struct Cut {
    /// The days.
    pub days: Days,
    /// Whom each row takes: the row's place, and a region. The regions do not overlap.
    pub taken: Vec<(usize, Region)>,
    /// The persons whom no row takes.
    pub left: Vec<Region>,
}

/// More parts than this are certainly too many.
const LIMIT: usize = 16 * capacity::PARTS;

impl Cut {
    /// The number of parts into which the table cuts everybody.
    #[must_use]
    pub fn parts(&self) -> usize {
        self.taken.len() + self.left.len()
    }
}

impl<'l> Table<'l> {
    /// The table of an edition.
    #[must_use]
    pub fn edition(law: &'l Law, edition: &'l Edition) -> Self {
        let rows = edition.rows.iter().map(|row| TableRow {
            line: row.line,
            conditions: &row.conditions,
            answer: format!("{} by {}", row.obligation, law.provision_id(row.basis)),
            main: row.obligation.text(),
        });
        Self {
            section: Section::Edition(edition.number),
            rows: rows.collect(),
            everybody: law.everybody(),
        }
    }

    /// *Where a document is obtained*.
    #[must_use]
    pub fn places(law: &'l Law) -> Self {
        let rows = law.places.iter().map(|row| TableRow {
            line: row.line,
            conditions: &row.conditions,
            answer: row.place.text().to_owned(),
            main: row.place.text(),
        });
        Self {
            section: Section::Where,
            rows: rows.collect(),
            everybody: law.everybody(),
        }
    }

    /// *What a deadlock rests on*.
    #[must_use]
    pub fn deadlocks(law: &'l Law) -> Self {
        let rows = law.deadlocks.iter().map(|row| {
            let provisions: Vec<&str> = row
                .provisions
                .iter()
                .map(|provision| law.provision_id(*provision))
                .collect();
            TableRow {
                line: row.line,
                conditions: &row.conditions,
                answer: provisions.join(", "),
                main: "",
            }
        });
        Self {
            section: Section::Deadlock,
            rows: rows.collect(),
            everybody: law.everybody(),
        }
    }

    /// All such tables of a law.
    #[must_use]
    pub fn all(law: &'l Law) -> Vec<Self> {
        let mut tables: Vec<Self> = law
            .editions
            .iter()
            .map(|edition| Self::edition(law, edition))
            .collect();
        tables.push(Self::places(law));
        tables.push(Self::deadlocks(law));
        tables
    }

    /// The spans of days on which the table does not change, from the first day to the last.
    #[must_use]
    pub fn spans(&self) -> Vec<Days> {
        spans(self.rows.iter().map(|row| row.conditions.days))
    }

    /// Runs the table over everybody, on every day; none if it cuts them into too many parts.
    #[must_use]
    pub fn cuts(&self) -> Option<Vec<Cut>> {
        self.spans()
            .into_iter()
            .map(|days| self.cut(days, 0..self.rows.len(), &[self.everybody]))
            .collect()
    }

    /// Runs some of the rows over some people, on days on which the table does not change.
    #[must_use]
    pub fn cut(&self, days: Days, rows: Range<usize>, whom: &[Region]) -> Option<Cut> {
        let mut taken = Vec::new();
        let mut left = whom.to_vec();
        for (place, row) in self.rows.iter().enumerate().take(rows.end).skip(rows.start) {
            if !row.conditions.days.contains(days.from) || row.conditions.region.is_empty() {
                continue;
            }
            let mut rest = Vec::with_capacity(left.len());
            for part in left {
                if let Some(both) = part.and(&row.conditions.region) {
                    taken.push((place, both));
                    part.without(&row.conditions.region, |part| rest.push(part));
                } else {
                    rest.push(part);
                }
            }
            left = rest;
            if taken.len() + left.len() > LIMIT {
                return None;
            }
        }
        Some(Cut { days, taken, left })
    }
}

/// Cuts all days at the ends of some spans.
#[must_use]
pub fn spans(ends: impl IntoIterator<Item = Days>) -> Vec<Days> {
    let mut days = vec![Day::FIRST, Day::END];
    for span in ends {
        days.extend([span.from, span.until]);
    }
    days.sort_unstable();
    days.dedup();
    days.iter()
        .zip(days.iter().skip(1))
        .map(|(from, until)| Days {
            from: *from,
            until: *until,
        })
        .collect()
}

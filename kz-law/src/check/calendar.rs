//! Calendars that cannot be laid out, and transfers that move nothing.

use super::Checker;
use crate::calendar::{Week, year, years};
use crate::capacity;
use crate::diagnostic::{Diagnostic, Kind};
use crate::section::Section;
use std::collections::BTreeSet;

impl Checker<'_, '_> {
    pub(super) fn calendar(&mut self) {
        let sections = [Section::Years, Section::Holidays, Section::MovableDays];
        if !sections
            .iter()
            .all(|section| self.reading.is_sound(*section))
        {
            return;
        }
        self.substitutes();
        self.transfers();
    }

    fn substitutes(&mut self) {
        let law = &self.reading.law;
        let mut said = BTreeSet::new();
        for number in years(law, capacity::YEARS) {
            for week in [Week::Five, Week::Six] {
                for (line, day) in year(law, number, week).without_substitute {
                    if !said.insert(line) {
                        continue;
                    }
                    let span = self.cell(Section::Holidays, line, "day");
                    let error = Diagnostic::error(
                        Kind::Calendar,
                        span,
                        format!(
                            "{day} falls on a rest day, and no day of {number} after it is free for its substitute ({})",
                            week.words()
                        ),
                    );
                    self.errors.push(error.help("a substitute is the next day of the same year that is neither a rest day nor off"));
                }
            }
        }
    }

    fn transfers(&mut self) {
        let law = &self.reading.law;
        let mut worked = BTreeSet::new();
        let mut off = BTreeSet::new();
        for row in &law.transfers {
            let week = Week::Five;
            let mut wrong = |column, message: String, help: &str| {
                let span = self.reading.page.cell(Section::Transfers, row.line, column);
                self.errors
                    .push(Diagnostic::error(Kind::Calendar, span, message).help(help));
            };
            if !week.rests(row.worked) {
                wrong(
                    "worked",
                    format!("{} is no rest day", row.worked),
                    "the worked day of a transfer is a Saturday or Sunday",
                );
            } else if !worked.insert(row.worked) {
                wrong(
                    "worked",
                    format!("{} is worked by another transfer", row.worked),
                    "a rest day is worked once",
                );
            }
            let laid = year(law, row.off.year(), week);
            if week.rests(row.off) || laid.off.contains_key(&row.off) {
                let why = if week.rests(row.off) {
                    "a rest day"
                } else {
                    "a day off"
                };
                wrong(
                    "off",
                    format!("{} is already {why}", row.off),
                    "the day off of a transfer is a working day otherwise",
                );
            } else if !off.insert(row.off) {
                wrong(
                    "off",
                    format!("{} is off by another transfer", row.off),
                    "a day is off once",
                );
            }
        }
    }
}

//! More of anything than the library has room for.

use super::Checker;
use crate::capacity;
use crate::diagnostic::{Diagnostic, Kind, Span};
use crate::section::Section;
use crate::table::spans;
use crate::vocabulary::CARRIERS;

impl Checker<'_, '_> {
    pub(super) fn capacity(&mut self) {
        let page = &self.reading.page;
        let mut over: Vec<(Span, String, usize, usize)> = Vec::new();
        for (section, table) in &page.tables {
            let room = match section {
                Section::Documents => capacity::DOCUMENTS,
                Section::Provisions => capacity::PROVISIONS,
                Section::Ages => capacity::AGES,
                Section::Questions => capacity::QUESTIONS,
                Section::Edition(_) => capacity::EDITION_ROWS,
                Section::Conflicts => capacity::CONFLICTS,
                Section::Cautions => capacity::CAUTION_ROWS,
                Section::Steps => capacity::STEPS,
                Section::Where => capacity::PLACES,
                Section::Deadlock => capacity::DEADLOCKS,
                Section::Covered => capacity::COVERAGE,
                Section::Grounds => capacity::GROUNDS,
                Section::Countries => capacity::COUNTRIES,
                Section::Holidays => capacity::HOLIDAYS,
                Section::MovableDays => capacity::MOVABLE_DAYS,
                Section::Transfers => capacity::TRANSFERS,
                Section::Clock => capacity::CLOCK,
                _ => continue,
            };
            if table.rows.len() > room {
                let first = table.rows.get(room).map_or(table.heading, |row| row.span);
                over.push((
                    first,
                    format!("rows of `{}`", section.heading()),
                    table.rows.len(),
                    room,
                ));
            }
        }
        let law = &self.reading.law;
        if law.identity.name.len() > capacity::LAW_NAME {
            over.push((
                self.cell(Section::Identity, law.identity.line, "law"),
                "bytes of the law's name".into(),
                law.identity.name.len(),
                capacity::LAW_NAME,
            ));
        }
        for edition in law
            .editions
            .iter()
            .filter(|edition| usize::from(edition.number) > capacity::EDITIONS)
        {
            let span = page.heading(Section::Edition(edition.number));
            over.push((
                span,
                "editions".into(),
                law.editions.len(),
                capacity::EDITIONS,
            ));
        }
        let years: usize = law
            .years
            .iter()
            .map(|row| usize::from(row.to - row.from) + 1)
            .sum();
        if years > capacity::YEARS {
            over.push((
                page.heading(Section::Years),
                "years".into(),
                years,
                capacity::YEARS,
            ));
        }
        for row in &law.steps {
            if row.provisions.len() > capacity::STEP_PROVISIONS {
                over.push((
                    self.cell(Section::Steps, row.line, "provisions"),
                    "provisions of a step".into(),
                    row.provisions.len(),
                    capacity::STEP_PROVISIONS,
                ));
            }
        }
        for row in &law.deadlocks {
            if row.provisions.len() > capacity::STEP_PROVISIONS {
                over.push((
                    self.cell(Section::Deadlock, row.line, "provisions"),
                    "provisions of a deadlock".into(),
                    row.provisions.len(),
                    capacity::STEP_PROVISIONS,
                ));
            }
        }
        for (span, what, count, room) in over {
            self.errors.push(
                Diagnostic::error(Kind::Capacity, span, format!("{count} {what}"))
                    .help(format!("the library has room for {room}")),
            );
        }
        self.cautions();
    }

    /// With nothing known, an answer may carry every caution of a day that somebody can fulfil.
    fn cautions(&mut self) {
        let law = &self.reading.law;
        for carrier in CARRIERS.all() {
            let rows = || {
                law.cautions.iter().filter(move |row| {
                    row.carried_by & carrier.bit() != 0 && !row.conditions.region.is_empty()
                })
            };
            let days = |row: &crate::model::Caution| {
                row.conditions.days.and(law.provision_days(row.provision))
            };
            for span in spans(rows().map(days)) {
                let mut cautions: Vec<usize> = rows()
                    .filter(|row| days(row).contains(span.from))
                    .map(|row| row.provision)
                    .collect();
                cautions.sort_unstable();
                cautions.dedup();
                if cautions.len() > capacity::CAUTIONS_IN_ANSWER {
                    let heading = self.reading.page.heading(Section::Cautions);
                    let message = format!(
                        "an answer of `{carrier}` may carry {} cautions on {}",
                        cautions.len(),
                        span.from
                    );
                    self.errors
                        .push(
                            Diagnostic::error(Kind::Capacity, heading, message).help(format!(
                                "the library has room for {}",
                                capacity::CAUTIONS_IN_ANSWER
                            )),
                        );
                    break;
                }
            }
        }
    }
}

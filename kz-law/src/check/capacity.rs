//! Everything that exceeds the library's capacities.

use super::Checker;
use crate::capacity;
use crate::day::Day;
use crate::diagnostic::{Diagnostic, Kind, Span};
use crate::rows::OwnedLaw;
use crate::section::Section;
use crate::table::spans;
use crate::vocabulary::CARRIERS;
use kz_rules_core as rules;
use std::collections::{BTreeMap, BTreeSet};

/// Where a capacity is exceeded, which one, how much there is, and how much there may be.
type Over = (Span, String, usize, usize);

impl Checker<'_, '_> {
    pub(super) fn capacity(&mut self) {
        let page = &self.reading.page;
        let mut over: Vec<Over> = Vec::new();
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
        over.extend(self.milestones());
        over.extend(self.named_by_steps());
        for (span, what, count, room) in over {
            self.errors.push(
                Diagnostic::error(Kind::Capacity, span, format!("{count} {what}"))
                    .help(format!("the library has room for {room}")),
            );
        }
        self.cautions();
    }

    /// Provisions that start, or that end, on one day: the first that exceeds the capacity.
    fn milestones(&self) -> Vec<Over> {
        type Bound = fn(&crate::model::Provision) -> Option<Day>;
        let bounds: [(&str, &str, Bound); 2] = [
            ("from", "start", |provision| provision.from),
            ("until", "end", |provision| provision.until),
        ];
        let mut over = Vec::new();
        for (column, verb, bound) in bounds {
            let mut on: BTreeMap<Day, Vec<usize>> = BTreeMap::new();
            for provision in &self.reading.law.provisions {
                if let Some(day) = bound(provision) {
                    on.entry(day).or_default().push(provision.line);
                }
            }
            for (day, lines) in on {
                if let Some(line) = lines.get(capacity::MILESTONE) {
                    let span = self.cell(Section::Provisions, *line, column);
                    let what = format!("provisions that {verb} on {day}");
                    over.push((span, what, lines.len(), capacity::MILESTONE));
                }
            }
        }
        over
    }

    /// The provisions named by all rows for one step.
    fn named_by_steps(&self) -> Vec<Over> {
        let mut named: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let mut over = Vec::new();
        for row in &self.reading.law.steps {
            let all = named.entry(row.step.to_string()).or_default();
            let before = all.len();
            all.extend(&row.provisions);
            if before <= capacity::NAMED_BY_STEP && all.len() > capacity::NAMED_BY_STEP {
                let span = self.cell(Section::Steps, row.line, "provisions");
                let what = format!("provisions that rows for `{}` name", row.step);
                over.push((span, what, all.len(), capacity::NAMED_BY_STEP));
            }
        }
        over
    }

    /// Reports what a device would refuse although nothing else is wrong.
    pub(super) fn opens(&mut self) {
        let law = &self.reading.law;
        let Some(owned) = OwnedLaw::of(law, &[]) else {
            return;
        };
        let Some(mut pack) = crate::pack::unsigned(&owned.sections()) else {
            return;
        };
        pack.extend([0; rules::PACK_SIGNATURE_BYTES]);
        let at_least = rules::AtLeast {
            name: &law.identity.name,
            sequence: 0,
        };
        let Err(error) = rules::Law::open_already_verified(&pack, at_least) else {
            return;
        };
        let error = match error {
            // Every other reason to refuse the steps as a whole is reported by name.
            rules::PackError::Inconsistent {
                section: rules::PackSection::Steps,
                row: 0,
            } => Diagnostic::error(
                Kind::Capacity,
                self.reading.page.heading(Section::Steps),
                "a plan would have to tell too many persons apart",
            )
            .help(format!(
                "the library tells {} apart: by editions, places and steps",
                capacity::WAYS
            )),
            other => {
                let heading = self.reading.page.heading(Section::Identity);
                let message = format!("devices would refuse this law: {other}");
                Diagnostic::error(Kind::Capacity, heading, message)
            }
        };
        self.errors.push(error);
    }

    /// If nothing is known, an answer may carry every caution of a day whose conditions anybody can
    /// meet.
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

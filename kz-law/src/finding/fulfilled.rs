//! Conditions on an answer: of cautions, steps and coverage. Whether anybody fulfils them, and which of them matter.

use super::conditions::Told;
use crate::day::Days;
use crate::diagnostic::{Diagnostic, Kind, Span};
use crate::model::{Caution, Conditions, Law};
use crate::page::Page;
use crate::person;
use crate::population::{Group, of_carrier};
use crate::region::Axis;
use crate::section::Section;
use crate::vocabulary::CARRIERS;
use std::collections::BTreeMap;

/// What follows from other facts, and cannot differ alone.
const DERIVED: [Axis; 3] = [Axis::Obligation, Axis::Blocked, Axis::Covered];

/// The groups of every carrier, worked out once.
struct Carriers {
    groups: BTreeMap<u8, Vec<Group>>,
}

impl Carriers {
    fn new(law: &Law) -> Self {
        let used = law
            .cautions
            .iter()
            .fold(0, |used, row| used | row.carried_by);
        let carriers = CARRIERS.all().filter(|carrier| used & carrier.bit() != 0);
        Self {
            groups: carriers
                .filter_map(|carrier| Some((carrier.number, of_carrier(law, carrier)?)))
                .collect(),
        }
    }

    fn of(&self, caution: &Caution) -> Vec<Group> {
        let carriers = CARRIERS
            .all()
            .filter(|carrier| caution.carried_by & carrier.bit() != 0);
        carriers
            .filter_map(|carrier| self.groups.get(&carrier.number))
            .flatten()
            .copied()
            .collect()
    }
}

fn fulfils(group: &Group, conditions: &Conditions, days: Days) -> bool {
    group.region.and(&conditions.region).is_some()
        && !group.days.and(conditions.days).and(days).is_empty()
}

/// Cautions, steps and rows of *Who is covered* whose conditions nobody fulfils.
pub(super) fn nobody(law: &Law, findings: &mut Vec<Diagnostic>) {
    let mut say = |span: Span, what: &str| {
        findings.push(Diagnostic::finding(
            Kind::NobodyFulfils,
            span,
            format!("nobody ever fulfils the conditions of this {what}"),
        ));
    };
    let carriers = Carriers::new(law);
    for row in &law.cautions {
        let days = law.provision_days(row.provision);
        let groups = carriers.of(row);
        if !groups
            .iter()
            .any(|group| fulfils(group, &row.conditions, days))
        {
            let all_days = groups
                .iter()
                .any(|group| fulfils(group, &row.conditions, Days::ALL));
            say(
                row.conditions.span,
                if all_days {
                    "caution while its provision applies"
                } else {
                    "caution"
                },
            );
        }
    }
    for row in &law.steps {
        if row.conditions.region.is_empty() || row.conditions.days.is_empty() {
            say(row.conditions.span, "step");
        }
    }
    for row in &law.coverage {
        if row.conditions.region.is_empty() {
            say(row.conditions.span, "row");
        }
    }
}

/// Whether each condition of cautions and steps matters.
pub(super) fn conditions(law: &Law) -> Vec<Told> {
    let carriers = Carriers::new(law);
    let mut told = Vec::new();
    for row in &law.cautions {
        let groups = carriers.of(row);
        let days = law.provision_days(row.provision);
        let id = law.provision_id(row.provision);
        judge(
            law,
            &row.conditions,
            &groups,
            days,
            (&format!("no {id}"), id),
            &mut told,
        );
    }
    told.extend(super::steps::conditions(law));
    told
}

/// Whether each condition of some conditions matters to some people on some days.
pub(super) fn judge(
    law: &Law,
    conditions: &Conditions,
    groups: &[Group],
    days: Days,
    answers: (&str, &str),
    told: &mut Vec<Told>,
) {
    for (number, condition) in conditions.all.iter().enumerate() {
        let wider = conditions.without(number, law.ages.len());
        let new = groups.iter().find_map(|group| {
            let on = group.days.and(days).and(wider.days);
            if on.is_empty() {
                return None;
            }
            if let Some(who) = group.tells(&wider.region, &conditions.region)
                && !on.and(conditions.days).is_empty()
            {
                return Some((who, on.and(conditions.days).from));
            }
            let who = group.region.and(&wider.region)?;
            let day = if on.from < conditions.days.from {
                on.from
            } else {
                on.from.max(conditions.days.until)
            };
            (!conditions.days.covers(on)).then_some((who, day))
        });
        let witness = new.map(|(who, day)| {
            let axis = condition.test.axis().filter(|axis| !DERIVED.contains(axis));
            let first = format!("{} on {day} gets {}", person::people(law, &who), answers.0);
            let partner = axis.and_then(|axis| {
                let everybody = law.everybody();
                let open = DERIVED
                    .into_iter()
                    .fold(who.with(axis, everybody.get(axis)), |open, axis| {
                        open.with(axis, everybody.get(axis))
                    });
                groups
                    .iter()
                    .filter(|group| group.days.contains(day))
                    .find_map(|group| group.region.and(&open)?.and(&conditions.region))
            });
            match partner {
                Some(other) => format!(
                    "{first}; {} gets {}",
                    person::people(law, &other),
                    answers.1
                ),
                None => format!("{first}, and {} without this condition", answers.1),
            }
        });
        told.push(Told {
            span: condition.span,
            witness,
        });
    }
}

/// Entries without effect: days outside the years of the calendar.
pub(super) fn no_effect(page: &Page<'_>, law: &Law, findings: &mut Vec<Diagnostic>) {
    let covered = |year: u16| {
        law.years
            .iter()
            .any(|row| (row.from..=row.to).contains(&year))
    };
    let mut say = |span: Span, year: u16| {
        findings.push(Diagnostic::finding(
            Kind::NoEffect,
            span,
            format!("the year {year} is not in `Years`: this row has no effect"),
        ));
    };
    for row in law
        .movable_days
        .iter()
        .filter(|row| !covered(row.day.year()))
    {
        say(
            page.cell(Section::MovableDays, row.line, "day"),
            row.day.year(),
        );
    }
    for row in law
        .transfers
        .iter()
        .filter(|row| !covered(row.off.year()) && !covered(row.worked.year()))
    {
        say(
            page.cell(Section::Transfers, row.line, "off"),
            row.off.year(),
        );
    }
}

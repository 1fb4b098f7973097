//! Conditions on an answer: of cautions, steps and coverage. Whether anybody fulfils them, and which of them matter.

use super::conditions::Told;
use crate::day::{Day, Days};
use crate::diagnostic::{Diagnostic, Kind, Span};
use crate::model::{Caution, Conditions, Law};
use crate::page::Page;
use crate::person;
use crate::population::{Group, of_carrier};
use crate::region::{Axis, Region};
use crate::section::Section;
use crate::vocabulary::CARRIERS;
use std::collections::BTreeMap;

/// The groups of every carrier, computed once.
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
        judge(law, &row.conditions, &groups, days, id, &mut told);
    }
    told.extend(super::steps::conditions(law));
    told
}

/// How many persons are tried to find a pair.
const TRIES: usize = 256;

/// Whether each condition of a caution matters to some people on some days.
fn judge(
    law: &Law,
    conditions: &Conditions,
    groups: &[Group],
    days: Days,
    id: &str,
    told: &mut Vec<Told>,
) {
    for (number, condition) in conditions.all.iter().enumerate() {
        let wider = conditions.without(number, law.ages.len());
        let axis = condition.test.axis();
        let new = groups
            .iter()
            .filter_map(|group| newly(group, conditions, &wider, days));
        let mut witness = None;
        for (who, day) in new.take(TRIES) {
            let first = format!(
                "{} on {day} gets no {id}",
                person::person(law, &person::facts(law, &who, axis))
            );
            let fact = axis.filter(|axis| !person::DERIVED.contains(axis));
            if let Some(other) =
                fact.and_then(|axis| partner(law, conditions, groups, &who, axis, day))
            {
                witness = Some(format!(
                    "{first}; {} gets it",
                    person::person(law, &person::facts(law, &other, None))
                ));
                break;
            }
            if witness.is_none() {
                witness = Some(format!("{first}, and gets it without this condition"));
            }
            if fact.is_none() {
                break;
            }
        }
        told.push(Told {
            span: condition.span,
            witness,
        });
    }
}

/// Somebody of a group who fulfils only the wider conditions, and a day.
fn newly(
    group: &Group,
    conditions: &Conditions,
    wider: &Conditions,
    days: Days,
) -> Option<(Region, Day)> {
    let on = group.days.and(days).and(wider.days);
    if on.is_empty() {
        return None;
    }
    let both = on.and(conditions.days);
    if !both.is_empty()
        && let Some(who) = group.tells(&wider.region, &conditions.region)
    {
        return Some((who, both.from));
    }
    let who = group.region.and(&wider.region)?;
    let day = if on.from < conditions.days.from {
        on.from
    } else {
        on.from.max(conditions.days.until)
    };
    (!conditions.days.covers(on)).then_some((who, day))
}

/// Somebody who differs in one axis only, and fulfils the conditions.
fn partner(
    law: &Law,
    conditions: &Conditions,
    groups: &[Group],
    who: &Region,
    axis: Axis,
    day: Day,
) -> Option<Region> {
    let open = person::facts(law, &person::narrow(law, who), None);
    let open = open.with(axis, law.everybody().get(axis));
    let today = groups.iter().filter(|group| group.days.contains(day));
    today
        .filter_map(|group| group.region.and(&open)?.and(&conditions.region))
        .next()
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

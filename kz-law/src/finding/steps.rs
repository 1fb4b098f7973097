//! Conditions of *Steps*: which of them change somebody's way to a document.

use super::conditions::Told;
use crate::day::Days;
use crate::model::Law;
use crate::person;
use crate::plan::{Way, ways};
use crate::region::{Axis, Region};

/// Whether each condition of the rows of *Steps* matters; nothing of a law with far too many ways.
pub(super) fn conditions(law: &Law) -> Vec<Told> {
    let mut told = Vec::new();
    for (place, row) in law.steps.iter().enumerate() {
        for (number, condition) in row.conditions.all.iter().enumerate() {
            let wider = row.conditions.without(number, law.ages.len());
            let mut wide = law.clone();
            if let Some(step) = wide.steps.get_mut(place) {
                step.conditions = wider.clone();
            }
            let mut new: Vec<(Region, Days)> = Vec::new();
            wider.region.without(&row.conditions.region, |part| {
                new.push((part, row.conditions.days))
            });
            let before = Days {
                until: row.conditions.days.from,
                ..wider.days
            };
            let after = Days {
                from: row.conditions.days.until,
                ..wider.days
            };
            new.extend([(wider.region, before), (wider.region, after)]);
            let mut witness = None;
            let mut worked_out = true;
            for (region, days) in new.into_iter().filter(|(_, days)| !days.is_empty()) {
                match changed(law, &wide, &region, days) {
                    None => worked_out = false,
                    Some(Some((way, otherwise))) => {
                        let axis = condition.test.axis();
                        witness = Some(words(law, &way, axis, row.conditions.region, &otherwise));
                        break;
                    }
                    Some(None) => {}
                }
            }
            if worked_out || witness.is_some() {
                told.push(Told {
                    span: condition.span,
                    witness,
                });
            }
        }
    }
    told
}

/// Somebody for whom another way comes out under the other law, and what comes out.
fn changed(law: &Law, other: &Law, region: &Region, days: Days) -> Option<Option<(Way, String)>> {
    for way in ways(law, region, days)? {
        let whom = way
            .group
            .region
            .with(Axis::Blocked, u16::MAX)
            .with(Axis::Obligation, law.everybody().get(Axis::Obligation));
        let others = ways(other, &whom, way.group.days)?;
        if let Some(otherwise) = others
            .into_iter()
            .find(|otherwise| otherwise.outcome != way.outcome)
        {
            let words = otherwise.outcome.words(other);
            let group = crate::population::Group {
                region: otherwise.group.region.with(Axis::Blocked, u16::MAX),
                ..otherwise.group
            };
            return Some(Some((
                Way {
                    group,
                    outcome: way.outcome,
                },
                words,
            )));
        }
    }
    Some(None)
}

/// The pair in words, if there is one who differs in the axis alone; else the one.
fn words(law: &Law, way: &Way, axis: Option<Axis>, wanted: Region, otherwise: &str) -> String {
    let group = &way.group;
    let full = law.everybody();
    let told = |region: Region| {
        person::people(
            law,
            &region
                .with(Axis::Blocked, u16::MAX)
                .with(Axis::Obligation, full.get(Axis::Obligation)),
        )
    };
    let first = format!(
        "{} on {} gets {}",
        told(group.region),
        group.days.from,
        way.outcome.words(law)
    );
    let partner = axis.and_then(|axis| {
        let who = group
            .region
            .with(axis, wanted.get(axis))
            .with(Axis::Obligation, full.get(Axis::Obligation));
        let day = Days {
            until: group.days.from.next(),
            ..group.days
        };
        ways(law, &who, day)?
            .into_iter()
            .find(|other| other.outcome != way.outcome)
    });
    match partner {
        Some(other) => format!(
            "{first}; {} gets {}",
            told(other.group.region),
            other.outcome.words(law)
        ),
        None => format!("{first}, and {otherwise} without this condition"),
    }
}

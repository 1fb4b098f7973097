//! Conditions of *Steps*: which of them change anybody's way to a document.

use super::conditions::Told;
use crate::day::Days;
use crate::model::Law;
use crate::person;
use crate::plan::{Way, Ways, walk};
use crate::region::{Axis, Region};

/// Whether each condition of the rows of *Steps* matters; empty for a law with too many ways.
pub(super) fn conditions(law: &Law) -> Vec<Told> {
    let mut told = Vec::new();
    let Some(ways) = Ways::new(law) else {
        return told;
    };
    for (place, row) in law.steps.iter().enumerate() {
        for (number, condition) in row.conditions.all.iter().enumerate() {
            let wider = row.conditions.without(number, law.ages.len());
            let mut other = law.clone();
            if let Some(step) = other.steps.get_mut(place) {
                step.conditions = wider.clone();
            }
            let mut new: Vec<(Region, Days)> = Vec::new();
            wider.region.without(&row.conditions.region, |part| {
                new.push((part, row.conditions.days))
            });
            let before = Days {
                until: row.conditions.days.from.min(wider.days.until),
                ..wider.days
            };
            let after = Days {
                from: row.conditions.days.until.max(wider.days.from),
                ..wider.days
            };
            new.extend([(wider.region, before), (wider.region, after)]);
            let asked = Asked {
                days: row.conditions.days,
                law,
                ways: &ways,
                axis: condition.test.axis(),
                wanted: row.conditions.region,
            };
            let mut witness = None;
            let mut worked_out = true;
            for (region, days) in new.iter().filter(|(_, days)| !days.is_empty()) {
                match asked.changed(&other, region, *days) {
                    None => worked_out = false,
                    Some(None) => {}
                    Some(found) => {
                        witness = found;
                        break;
                    }
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

/// How many persons are tried to find a pair.
const TRIES: usize = 64;

/// A condition of a step that is tested.
struct Asked<'l> {
    law: &'l Law,
    ways: &'l Ways<'l>,
    axis: Option<Axis>,
    /// The days on which the row applies.
    days: Days,
    /// Whom the row takes.
    wanted: Region,
}

impl Asked<'_> {
    /// Somebody who goes another way under the law without the condition, in words; none if there is nobody.
    fn changed(&self, other: &Law, region: &Region, days: Days) -> Option<Option<String>> {
        let mut single = None;
        let mut tries = 0;
        for way in self.ways.of(region, days)? {
            // Everybody in the group fulfils the other law's conditions of the step.
            let otherwise = walk(other, way.group.days, &way.group.region, way.place);
            if otherwise == way.outcome {
                continue;
            }
            if let Some(pair) = self.pair(&way) {
                return Some(Some(pair));
            }
            let first = || {
                format!(
                    "{}, and {} without this condition",
                    self.words(&way),
                    otherwise.words(other)
                )
            };
            single = single.or_else(|| Some(first()));
            tries += 1;
            if tries > TRIES {
                break;
            }
        }
        Some(single)
    }

    fn words(&self, way: &Way) -> String {
        let who = person::facts(self.law, &way.group.region, None);
        format!(
            "{} on {} gets {}",
            person::person(self.law, &who),
            way.group.days.from,
            way.outcome.words(self.law)
        )
    }

    /// The person, and one who differs in that axis only, or in the day.
    fn pair(&self, way: &Way) -> Option<String> {
        let who = person::narrow(self.law, &person::facts(self.law, &way.group.region, None));
        let who = self.axis.map_or(who, |axis| {
            who.with(axis, way.group.region.person().get(axis))
        });
        let same = self
            .axis
            .map_or(who, |axis| who.with(axis, self.wanted.get(axis)));
        let day = Days {
            until: way.group.days.from.next(),
            ..way.group.days
        };
        let when = if self.axis.is_some() { day } else { self.days };
        let other = self
            .ways
            .of(&same, when)?
            .into_iter()
            .find(|other| other.outcome != way.outcome)?;
        let first = Way {
            group: crate::population::Group {
                region: who,
                ..way.group
            },
            ..way.clone()
        };
        Some(format!("{}; {}", self.words(&first), self.words(&other)))
    }
}

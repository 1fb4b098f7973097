//! Questions about a law: whom a row takes, and why it does not take a person.

use crate::day::{Day, Days};
use crate::model::{Condition, Law};
use crate::person;
use crate::region::{Axis, Region};
use crate::table::Table;

/// Persons whom a row takes, on some days. The groups of a list do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Persons {
    /// The persons.
    pub region: Region,
    /// The days.
    pub days: Days,
}

impl Persons {
    /// In words: "a citizen, not fingerprinted, from 2024-01-01".
    #[must_use]
    pub fn words(&self, law: &Law) -> String {
        person::people_on(law, &self.region, self.days)
    }
}

/// Whom the row at a place of a table takes; none if the table is too large.
#[must_use]
pub fn whom(table: &Table<'_>, place: usize) -> Option<Vec<Persons>> {
    let mut groups: Vec<Persons> = Vec::new();
    for cut in table.cuts()? {
        for (_, region) in cut.taken.iter().filter(|(taker, _)| *taker == place) {
            let before = groups
                .iter_mut()
                .find(|other| other.region == *region && other.days.until == cut.days.from);
            match before {
                Some(other) => other.days.until = cut.days.until,
                None => groups.push(Persons {
                    region: *region,
                    days: cut.days,
                }),
            }
        }
    }
    Some(groups)
}

/// Why a row does not take a person on a day.
#[derive(Clone, Debug)]
pub enum WhyNot<'l> {
    /// It takes the person.
    Takes,
    /// It takes some of the persons that fit what is known, but not others.
    Perhaps,
    /// These conditions do not hold; all others do.
    Conditions(Vec<&'l Condition>),
    /// Its conditions can hold, but the rows at these places, above it, take everybody for whom they do.
    Above(Vec<usize>),
}

/// Why the row at a place of a table does not take a person on a day. Facts that are not known are open.
#[must_use]
pub fn why_not<'l>(table: &Table<'l>, place: usize, who: &Region, day: Day) -> Option<WhyNot<'l>> {
    let row = table.rows.get(place)?;
    let failed: Vec<&Condition> = row
        .conditions
        .all
        .iter()
        .filter(
            |condition| match (condition.test.axis(), condition.test.values()) {
                (Some(axis), Some(values)) => who.get(axis) & values == 0,
                _ => !condition.test.days().contains(day),
            },
        )
        .collect();
    if !failed.is_empty() {
        return Some(WhyNot::Conditions(failed));
    }
    let days = Days {
        from: day,
        until: day.next(),
    };
    let cut = table.cut(days, 0..place + 1, &[*who])?;
    let own = cut.taken.iter().any(|(taker, _)| *taker == place);
    if !own {
        let region = &row.conditions.region;
        let above = cut
            .taken
            .iter()
            .filter(|(_, taken)| taken.and(region).is_some());
        let mut above: Vec<usize> = above.map(|(taker, _)| *taker).collect();
        above.sort_unstable();
        above.dedup();
        return Some(WhyNot::Above(above));
    }
    let others = cut.taken.iter().any(|(taker, _)| *taker != place);
    Some(if others || !cut.left.is_empty() {
        WhyNot::Perhaps
    } else {
        WhyNot::Takes
    })
}

/// Reads a person from `fact=value`, several values joined with `,`; an age in years. Facts that are not given
/// are open.
///
/// # Errors
///
/// The first text that cannot be read, and what is wrong with it.
pub fn person_of<'t>(
    law: &Law,
    facts: impl IntoIterator<Item = &'t str>,
) -> Result<Region, String> {
    let mut who = law.everybody();
    for fact in facts {
        let (name, values) = fact
            .split_once('=')
            .ok_or_else(|| format!("`{fact}`: expected fact=value"))?;
        let axis = Axis::named(name).ok_or_else(|| format!("no fact `{name}`"))?;
        let mut set = 0;
        for value in values.split(',') {
            let bit = match axis.list() {
                _ if axis == Axis::Blocked => None,
                Some(list) => list.word(value).map(crate::Word::bit),
                None => value
                    .parse::<u8>()
                    .ok()
                    .map(|years| 1 << law.ages.iter().filter(|age| age.years <= years).count()),
            };
            set |= bit.ok_or_else(|| format!("`{name}` has no value `{value}`"))?;
        }
        who = who.with(axis, set);
    }
    Ok(who)
}

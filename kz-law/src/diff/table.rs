//! The exact difference between two first-match tables.

use crate::day::Days;
use crate::explore::Persons;
use crate::region::{Axis, Region};
use crate::table::{Table, spans};
use std::collections::HashMap;

/// Persons on some days, with the row that takes them in each table. The pieces of a list do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The persons and the days.
    pub persons: Persons,
    /// The row of the older table, by place.
    pub old: usize,
    /// The row of the newer table, by place.
    pub new: usize,
}

/// Runs two tables over everybody, on every day of a period; none if they cut everybody into too many parts.
#[must_use]
pub fn pieces(old: &Table<'_>, new: &Table<'_>, period: Days) -> Option<Vec<Piece>> {
    let rows = old.rows.iter().chain(&new.rows);
    let ends = rows.map(|row| row.conditions.days).chain([period]);
    let mut pieces = Vec::new();
    for days in spans(ends) {
        if !period.covers(days) {
            continue;
        }
        let before = old.cut(days, 0..old.rows.len(), &[old.everybody])?;
        let after = new.cut(days, 0..new.rows.len(), &[new.everybody])?;
        for (old, one) in &before.taken {
            for (new, other) in &after.taken {
                if let Some(region) = one.and(other) {
                    pieces.push(Piece {
                        persons: Persons { region, days },
                        old: *old,
                        new: *new,
                    });
                }
            }
        }
    }
    Some(pieces)
}

/// Joins groups that differ in one axis only, or follow each other in time. Neither the groups nor the results overlap.
#[must_use]
pub fn merged(mut groups: Vec<Persons>) -> Vec<Persons> {
    groups.sort_by_key(|group| (group.days.from, group.days.until));
    loop {
        let before = groups.len();
        for axis in Axis::ALL {
            groups = along(groups, axis);
        }
        groups = in_time(groups);
        if groups.len() == before {
            return groups;
        }
    }
}

/// Joins groups of the same days that differ in one axis only.
fn along(groups: Vec<Persons>, axis: Axis) -> Vec<Persons> {
    let mut places: HashMap<(Region, Days), usize> = HashMap::new();
    let mut joined: Vec<Persons> = Vec::with_capacity(groups.len());
    for group in groups {
        let key = (group.region.with(axis, 0), group.days);
        match places.get(&key).and_then(|place| joined.get_mut(*place)) {
            Some(other) => {
                let both = other.region.get(axis) | group.region.get(axis);
                other.region = other.region.with(axis, both);
            }
            None => {
                places.insert(key, joined.len());
                joined.push(group);
            }
        }
    }
    joined
}

/// Joins groups of the same persons that follow each other in time. They are in the order of their first days.
fn in_time(groups: Vec<Persons>) -> Vec<Persons> {
    let mut places: HashMap<Region, usize> = HashMap::new();
    let mut joined: Vec<Persons> = Vec::with_capacity(groups.len());
    for group in groups {
        let last = places.get(&group.region).copied();
        match last.and_then(|place| joined.get_mut(place)) {
            Some(other) if other.days.until == group.days.from => {
                other.days.until = group.days.until;
            }
            _ => {
                places.insert(group.region, joined.len());
                joined.push(group);
            }
        }
    }
    joined
}

/// The part of a group outside a region on some days, as groups that do not overlap.
#[must_use]
pub fn without(group: Persons, region: &Region, days: Days) -> Vec<Persons> {
    let inside = group.days.and(days);
    if inside.is_empty() || group.region.and(region).is_none() {
        return vec![group];
    }
    let mut rest = Vec::new();
    for days in [
        Days {
            until: inside.from,
            ..group.days
        },
        Days {
            from: inside.until,
            ..group.days
        },
    ] {
        if !days.is_empty() {
            rest.push(Persons { days, ..group });
        }
    }
    group.region.without(region, |region| {
        rest.push(Persons {
            region,
            days: inside,
        });
    });
    rest
}

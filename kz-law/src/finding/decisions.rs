//! Rows and conditions of first-match tables.

use super::conditions::Told;
use crate::day::{Day, Days};
use crate::diagnostic::{Diagnostic, Kind};
use crate::model::Law;
use crate::person;
use crate::region::{Axis, Region, subtract};
use crate::section::Section;
use crate::table::{Cut, Table};

/// Rows that can be removed without changing any main answer, or any answer.
pub(super) fn rows(table: &Table<'_>, cuts: &[Cut], findings: &mut Vec<Diagnostic>) {
    for (place, row) in table.rows.iter().enumerate() {
        let mut main = true;
        let mut whole = true;
        for cut in cuts {
            let taken: Vec<Region> = cut
                .taken
                .iter()
                .filter(|(taker, _)| *taker == place)
                .map(|(_, region)| *region)
                .collect();
            let Some(below) = table.cut(cut.days, place + 1..table.rows.len(), &taken) else {
                continue;
            };
            for (other, _) in &below.taken {
                let Some(other) = table.rows.get(*other) else {
                    continue;
                };
                main &= other.main == row.main;
                whole &= other.answer == row.answer;
            }
            main &= below.left.is_empty();
            whole &= below.left.is_empty();
        }
        let span = row.conditions.span;
        if whole {
            findings.push(Diagnostic::finding(
                Kind::Droppable,
                span,
                "without this row every answer is the same",
            ));
        } else if main && matches!(table.section, Section::Edition(_)) {
            let basis = row.answer.split(" by ").nth(1).unwrap_or("");
            let message = format!(
                "without this row every obligation is the same: it changes the basis alone, to `{basis}`"
            );
            findings.push(Diagnostic::finding(Kind::BasisOnly, span, message));
        }
    }
}

/// Whether each condition of a table matters.
pub(super) fn conditions(law: &Law, table: &Table<'_>, cuts: &[Cut]) -> Vec<Told> {
    let ages = law.ages.len();
    let mut told = Vec::new();
    for (place, row) in table.rows.iter().enumerate() {
        for (number, condition) in row.conditions.all.iter().enumerate() {
            let wider = row.conditions.without(number, ages);
            let mut single = None;
            let mut pair = None;
            for cut in cuts.iter().filter(|cut| wider.days.contains(cut.days.from)) {
                let active = row.conditions.days.contains(cut.days.from);
                let Some(above) = table.cut(cut.days, 0..place, &[table.everybody]) else {
                    continue;
                };
                let mut new: Vec<Region> = above
                    .left
                    .iter()
                    .filter_map(|part| part.and(&wider.region))
                    .collect();
                if active {
                    new = subtract(&new, &row.conditions.region);
                }
                let Some(below) = table.cut(cut.days, place + 1..table.rows.len(), &new) else {
                    continue;
                };
                let others = below.taken.iter().map(|(other, region)| {
                    (
                        table.rows.get(*other).map_or("", |row| row.answer.as_str()),
                        region,
                    )
                });
                for (answer, region) in others.filter(|(answer, _)| *answer != row.answer) {
                    if single.is_none() {
                        single = Some(format!(
                            "{} gets {answer}, and {} without this condition",
                            on(law, region, cut.days.from),
                            row.answer
                        ));
                    }
                    if pair.is_none() {
                        pair = partner(law, cuts, cut, place, condition.test.axis(), region).map(
                            |(one, other, day, other_day)| {
                                format!(
                                    "{} gets {answer}; {} gets {}",
                                    on(law, &one, day),
                                    on(law, &other, other_day),
                                    row.answer
                                )
                            },
                        );
                    }
                }
                if pair.is_some() {
                    break;
                }
            }
            told.push(Told {
                span: condition.span,
                witness: pair.or(single),
            });
        }
    }
    told
}

fn on(law: &Law, region: &Region, day: Day) -> String {
    format!("{} on {day}", person::person(law, region))
}

/// Somebody of a region, and somebody whom the row takes, who differ in one axis only, or only in the day if there is no axis.
fn partner(
    law: &Law,
    cuts: &[Cut],
    cut: &Cut,
    place: usize,
    axis: Option<Axis>,
    region: &Region,
) -> Option<(Region, Region, Day, Day)> {
    let everybody = law.everybody();
    for other in cuts {
        if axis.is_some() && other.days != cut.days {
            continue;
        }
        for (_, taken) in other.taken.iter().filter(|(taker, _)| *taker == place) {
            let wide = axis.map_or(*taken, |axis| taken.with(axis, everybody.get(axis)));
            if let Some(one) = region.and(&wide) {
                let one = person::narrow(law, &one);
                let two = axis.map_or(one, |axis| one.with(axis, taken.person().get(axis)));
                let one = axis.map_or(one, |axis| one.with(axis, region.person().get(axis)));
                let (day, other_day) = near_days(cut.days, other.days);
                return Some((one, two, day, other_day));
            }
        }
    }
    None
}

/// One day of each of two spans, as close together as possible.
fn near_days(one: Days, other: Days) -> (Day, Day) {
    if one.until <= other.from {
        (one.until.previous(), other.from)
    } else if other.until <= one.from {
        (one.from, other.until.previous())
    } else {
        let day = one.from.max(other.from);
        (day, day)
    }
}

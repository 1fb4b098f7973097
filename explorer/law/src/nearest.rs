//! The fewest changes of a person's known facts that lead to an obligation.
//!
//! Exact: on each span of days a table cuts everybody into parts that do not overlap, each decided by one row. A change
//! gives a fact another value, or the question another day.

use crate::{day, edition, text, told};
use kz_law::table::Table;
use kz_law::{Axis, Day, Law, Region};
use serde_json::{Map, Value, json};

/// The most ways that are returned.
const WAYS: usize = 3;

/// One way: what must change, and on which days it then leads to the obligation.
#[derive(PartialEq)]
struct Way {
    changed: Vec<(Axis, u16)>,
    day: Option<(Day, Day)>,
}

impl Way {
    fn changes(&self) -> usize {
        self.changed.len() + usize::from(self.day.is_some())
    }
}

/// The ways to an obligation for a person with some facts, the fewest changes first: facts before days.
pub(crate) fn nearest(law: &Law, question: &Value) -> Result<Value, String> {
    let edition = edition(law, question)?;
    let on = day(question, "on")?;
    let wanted = text(question, "obligation")?;
    let who = person(law, question)?;
    let cuts = Table::edition(law, edition)
        .cuts()
        .ok_or("the law cuts persons into far too many parts")?;
    let mut ways: Vec<Way> = Vec::new();
    for cut in &cuts {
        let other_day = (!cut.days.contains(on)).then_some((cut.days.from, cut.days.until));
        for (row, region) in &cut.taken {
            let gives = edition
                .rows
                .get(*row)
                .is_some_and(|row| row.obligation.is(wanted));
            if !gives {
                continue;
            }
            let axes = Axis::ALL
                .into_iter()
                .filter(|axis| axis.place() < Axis::FACTS);
            let changed = axes.filter(|axis| who.get(*axis) & region.get(*axis) == 0);
            let way = Way {
                changed: changed.map(|axis| (axis, region.get(axis))).collect(),
                day: other_day,
            };
            match ways.iter_mut().find(|other| same_but_values(other, &way)) {
                Some(other) => {
                    for (both, more) in other.changed.iter_mut().zip(&way.changed) {
                        both.1 |= more.1;
                    }
                }
                None => ways.push(way),
            }
        }
    }
    ways.sort_by_key(|way| (way.changes(), way.day.is_some()));
    let fewest = ways.first().map_or(0, Way::changes);
    ways.retain(|way| way.changes() == fewest);
    ways.truncate(WAYS);
    let shown = ways.iter().map(|way| {
        let none = law.everybody();
        let facts = way.changed.iter().map(|(axis, values)| {
            let told = told::facts(law, &none.with(*axis, *values));
            told.as_object().cloned().unwrap_or_default()
        });
        let facts: Map<String, Value> = facts.flatten().collect();
        let day = way
            .day
            .map(|(from, until)| json!({ "from": told::day(from), "until": told::day(until) }));
        json!({ "facts": facts, "day": day })
    });
    Ok(json!({ "ways": shown.collect::<Vec<_>>() }))
}

/// Whether two ways differ in the values of one fact only, so that they are one way with either value.
fn same_but_values(one: &Way, other: &Way) -> bool {
    let axes = |way: &Way| {
        way.changed
            .iter()
            .map(|(axis, _)| *axis)
            .collect::<Vec<_>>()
    };
    let differ = one
        .changed
        .iter()
        .zip(&other.changed)
        .filter(|(one, other)| one.1 != other.1);
    one.day == other.day && axes(one) == axes(other) && differ.count() <= 1
}

/// The known facts of the person: for each fact the numbers of the possible values.
fn person(law: &Law, question: &Value) -> Result<Region, String> {
    let mut who = law.everybody();
    let facts = question
        .get("facts")
        .and_then(Value::as_object)
        .ok_or("`facts`: expected an object")?;
    for (name, values) in facts {
        let axis = Axis::named(name).ok_or_else(|| format!("no fact `{name}`"))?;
        let values = values
            .as_array()
            .ok_or_else(|| format!("`{name}`: expected a list"))?;
        let bits = values
            .iter()
            .filter_map(Value::as_u64)
            .filter(|value| (1..=16).contains(value));
        let set = bits.fold(0, |set, value| set | 1 << (value - 1)) & who.get(axis);
        who = who.with(axis, set);
    }
    Ok(who)
}

//! Conditions, written as on a page.

use crate::model::{Condition, Conditions, Law, Test};
use crate::person::DERIVED;
use crate::region::{Axis, Region};
use crate::vocabulary::{BLOCKED, List};

/// Conditions as a page writes them: `always`, or conditions joined by `; `.
#[must_use]
pub fn words(law: &Law, conditions: &Conditions) -> String {
    if conditions.is_always() {
        return "always".into();
    }
    let all = conditions.all.iter();
    all.map(|condition| one(law, condition))
        .collect::<Vec<_>>()
        .join("; ")
}

/// The persons of a region as conditions, written as on a page: an alternative for each run of their ages, with its part of
/// the region. What follows from other facts is left out.
#[must_use]
pub fn alternatives(law: &Law, region: &Region) -> Vec<(Region, String)> {
    let everybody = law.everybody();
    let told = Axis::ALL
        .into_iter()
        .filter(|axis| !DERIVED.contains(axis) && region.get(*axis) != everybody.get(*axis));
    let facts = told.filter_map(|axis| {
        let words = list(axis.list()?, region.get(axis));
        Some(format!("{} = {words}", axis.name()))
    });
    let facts: Vec<String> = facts.collect();
    let runs = runs(region.get(Axis::Age)).into_iter();
    runs.map(|ages| {
        let all: Vec<_> = age_bounds(law, ages).chain(facts.clone()).collect();
        let words = if all.is_empty() {
            "always".into()
        } else {
            all.join("; ")
        };
        (region.with(Axis::Age, ages), words)
    })
    .collect()
}

/// A set of age bands, split into sets of consecutive bands.
fn runs(ages: u16) -> Vec<u16> {
    let mut runs: Vec<u16> = Vec::new();
    for band in (0..u16::BITS)
        .map(|band| 1 << band)
        .filter(|band| ages & band != 0)
    {
        match runs.last_mut() {
            Some(run) if *run & band >> 1 != 0 => *run |= band,
            _ => runs.push(band),
        }
    }
    runs
}

/// The conditions on age that a run of bands stands for: none at an open end.
fn age_bounds(law: &Law, run: u16) -> impl Iterator<Item = String> + use<> {
    let first = usize::try_from(run.trailing_zeros()).ok();
    let last = usize::try_from(u16::BITS - run.leading_zeros()).ok();
    let from = first.and_then(|band| law.ages.get(band.checked_sub(1)?));
    let until = last.and_then(|band| law.ages.get(band.checked_sub(1)?));
    let from = from.map(|age| format!("age >= {}", age.years));
    let until = until.map(|age| format!("age < {}", age.years));
    from.into_iter().chain(until)
}

/// Words of a set, joined with `, `.
pub(crate) fn list(list: &'static List, set: u16) -> String {
    let words = list.all().filter(|word| set & word.bit() != 0);
    words.map(|word| word.text()).collect::<Vec<_>>().join(", ")
}

/// A treaty that is not given.
const NOT_GIVEN: u16 = 0b1000;

fn one(law: &Law, condition: &Condition) -> String {
    match condition.test {
        Test::Values {
            axis: Axis::Treaty,
            values: NOT_GIVEN,
            ..
        } => "treaty not given".into(),
        Test::Values {
            axis,
            values,
            negated,
        } => {
            let Some(words) = axis.list() else {
                return String::new();
            };
            let known = if axis == Axis::Treaty {
                words.full() & !NOT_GIVEN
            } else {
                words.full()
            };
            let (sign, values) = if negated {
                ("!=", known & !values)
            } else {
                ("=", known & values)
            };
            format!("{} {sign} {}", axis.name(), list(words, values))
        }
        Test::Age { below, years, .. } => format!("age {} {years}", if below { "<" } else { ">=" }),
        Test::On { days, below: true } => format!("on < {}", days.until),
        Test::On { days, below: false } => format!("on >= {}", days.from),
        Test::During { provision, .. } => format!("during {}", law.provision_id(provision)),
        Test::Blocked { goals } => format!("blocked = {}", list(&BLOCKED, goals)),
    }
}

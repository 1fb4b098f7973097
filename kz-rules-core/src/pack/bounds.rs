//! Checks over all persons and days: there is room for every answer, and deciding takes few enough steps.

use super::check::{EDITIONS, whole};
use super::{PackError, PackSection, inconsistent};
use crate::base::day::{Day, PackedDay};
use crate::decide::Walk;
use crate::facts::Region;
use crate::law::*;
use crate::plan::has_ways_of;

pub(super) fn check(law: &Sections<'_>) -> Result<(), PackError> {
    milestones(law)?;
    cautions(law)?;
    steps(law)?;
    for (section, rules) in EDITIONS.into_iter().zip(law.editions) {
        parts(section, rules)?;
    }
    plans(law)
}

/// The days on which something changes: the first of all, and those on which a period starts or has just ended.
fn first_days(periods: impl Iterator<Item = Period>) -> impl Iterator<Item = Day> {
    let bounds = periods.flat_map(|period| [period.from, period.until]);
    core::iter::once(PackedDay::FIRST)
        .chain(bounds)
        .filter_map(PackedDay::day)
}

/// The same, each day once.
fn days(periods: impl Iterator<Item = Period> + Clone) -> impl Iterator<Item = Day> {
    let all = first_days(periods.clone());
    all.enumerate().filter_map(move |(place, day)| {
        let mut before = first_days(periods.clone()).take(place);
        before.all(|earlier| earlier != day).then_some(day)
    })
}

/// Checks how many provisions start, and how many end, on one day.
fn milestones(law: &Sections<'_>) -> Result<(), PackError> {
    whole(
        PackSection::Provisions,
        few_on_one_day(law, |period| period.from) && few_on_one_day(law, |period| period.until),
    )
}

/// Whether no day is the bound of more provisions than a milestone has room for.
fn few_on_one_day(law: &Sections<'_>, bound: impl Fn(Period) -> PackedDay) -> bool {
    let bounds = || {
        let periods = law
            .provisions
            .iter()
            .map(|row| ProvisionRow::of(row).period());
        periods.map(&bound).filter(|bound| bound.day().is_some())
    };
    bounds().all(|day| bounds().filter(|other| *other == day).count() <= capacity::MILESTONE)
}

/// If nothing is known, an answer may carry every caution of that day whose conditions anybody can meet.
fn cautions(law: &Sections<'_>) -> Result<(), PackError> {
    let rows = || law.cautions.iter().map(Caution::of);
    for carrier in Carrier::ALL {
        let carried =
            || rows().filter(|row| row.is_carried_by(*carrier) && !row.takes().is_empty());
        for day in days(carried().map(Caution::period)) {
            let on_day = || carried().filter(|row| row.period().includes(day));
            let is_first = |(place, row): &(usize, Caution<'_>)| {
                let mut before = on_day().take(*place);
                before.all(|earlier| earlier.provision() != row.provision())
            };
            let count = on_day().enumerate().filter(is_first).count();
            whole(PackSection::Cautions, count <= capacity::CAUTIONS_IN_ANSWER)?;
        }
    }
    Ok(())
}

/// Checks the provisions named by all rows for one step.
fn steps(law: &Sections<'_>) -> Result<(), PackError> {
    for step in Step::ALL {
        let rows = law.steps.iter().map(StepRow::of);
        let all = rows
            .filter(|row| row.step() == *step)
            .flat_map(|row| row.provisions().iter());
        let is_first = |(place, provision): &(usize, Provision)| {
            let mut before = all.clone().take(*place);
            before.all(|earlier| earlier != *provision)
        };
        let count = all.clone().enumerate().filter(is_first).count();
        whole(PackSection::Steps, count <= capacity::NAMED_BY_STEP)?;
    }
    Ok(())
}

/// Checks the parts into which an edition cuts "nothing known", on any day.
fn parts(section: PackSection, rules: &[[u8; Rule::BYTES]]) -> Result<(), PackError> {
    for day in days(rules.iter().map(|row| Rule::of(row).period())) {
        let mut walk = Walk::new(rules, day, Region::ALL);
        let mut left = capacity::PARTS;
        // Completions that no row takes are a part too.
        while let Ok(Some(_)) | Err(_) = walk.next() {
            left = left.checked_sub(1).ok_or(inconsistent(section, 0))?;
        }
    }
    Ok(())
}

/// Checks the ways of all completions, on any day.
fn plans(law: &Sections<'_>) -> Result<(), PackError> {
    let [enacted, ..] = law.editions;
    let rules = enacted.iter().map(|row| Rule::of(row).period());
    let obtained = law.obtained.iter().map(|row| ObtainedRow::of(row).period());
    let steps = law.steps.iter().map(|row| StepRow::of(row).period());
    for day in days(rules.chain(obtained).chain(steps)) {
        whole(
            PackSection::Steps,
            has_ways_of(law.into(), enacted, day, capacity::WAYS),
        )?;
    }
    Ok(())
}

//! The vectors of plans by the built-in law.

use std::borrow::ToOwned;
use std::string::String;
use std::vec::Vec;

use super::*;
use crate::base::set::Value;
use crate::facts::*;
use crate::vectors::{self, Vector};

/// The values that a cell gives for a fact.
fn told<T: Value>(
    vector: &Vector,
    column: &str,
    from_name: fn(&str) -> Option<T>,
) -> Result<Set<T>, String> {
    match vector.get(column) {
        "" => Ok(Set::EMPTY),
        text => from_name(text)
            .map(Set::from)
            .ok_or_else(|| vectors::bad(column)),
    }
}

fn birth(text: &str) -> Option<Birth> {
    let parts: Vec<&str> = text.split('-').collect();
    Some(match *parts {
        [""] => Birth::UNKNOWN,
        [year] => Birth::year(year.parse().ok()?),
        [year, month] => Birth::month(year.parse().ok()?, month.parse().ok()?),
        _ => vectors::day(text)?.into(),
    })
}

fn answer(vector: &Vector) -> Result<Vec<String>, String> {
    let law = Law::BUILT_IN;
    let on = vector.day("on")?;
    let edition = match vector.get("edition") {
        "" => Edition::FIRST,
        name => law
            .edition_by_name(name)
            .ok_or_else(|| vectors::bad("edition"))?,
    };
    let yes = |column| told(vector, column, Answer::from_name);
    let facts = Facts::default()
        .standing(told(vector, "standing", Standing::from_name)?)
        .permanent_resident(yes("permanent_resident")?)
        .born(birth(vector.get("birth")).ok_or_else(|| vectors::bad("birth"))?)
        .occasion(told(vector, "occasion", Occasion::from_name)?)
        .action(told(vector, "action", Action::from_name)?)
        .visa_channel(told(vector, "visa_channel", VisaChannel::from_name)?)
        .fingerprinted(yes("fingerprinted")?)
        .held_at_commencement(yes("held_at_commencement")?)
        .location(told(vector, "location", Location::from_name)?)
        .may_enter(yes("may_enter")?)
        .has_iin(yes("has_iin")?)
        .mission_in_pilot(yes("mission_in_pilot")?)
        .mission_takes_fingerprints(yes("mission_takes_fingerprints")?)
        .passport_in_foreign_language(yes("passport_in_foreign_language")?);
    let declined = vector
        .get("declined")
        .split('|')
        .filter(|name| !name.is_empty());
    let declined: Option<Set<Fact>> = declined.map(Fact::from_name).collect();
    let declined = declined.ok_or_else(|| vectors::bad("declined"))?;
    let settings = Settings {
        edition,
        ..Settings::default()
    };
    let plan = law
        .plan(on, &facts.with_declined(declined), settings)
        .map_err(vectors::status)?;
    let ids = |provisions: &mut dyn Iterator<Item = Provision>| {
        let ids: Vec<&str> = provisions
            .map(|provision| law.provision(provision).unwrap().id())
            .collect();
        ids.join("|")
    };
    let names = |names: &mut dyn Iterator<Item = &'static str>| {
        let names: Vec<&str> = names.collect();
        names.join("|")
    };
    Ok([
        plan.verdict.name().to_owned(),
        names(&mut plan.steps().map(|step| step.step.name())),
        names(&mut plan.blocked.iter().map(Goal::name)),
        ids(&mut plan.basis()),
        vectors::cell(plan.ask),
        names(&mut plan.ways_out.iter().map(VisaChannel::name)),
        ids(&mut plan.cautions()),
        plan.law_known.name().to_owned(),
    ]
    .into())
}

#[test]
fn each_vector_comes_out() {
    let columns = [
        "=verdict",
        "=steps",
        "=blocked",
        "=basis",
        "=ask",
        "=ways_out",
        "=cautions",
        "=law",
    ];
    for vector in vectors::read("plan.csv") {
        vector.assert(&columns, answer(&vector));
    }
}

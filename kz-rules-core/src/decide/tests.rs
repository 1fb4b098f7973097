//! The vectors of `assess.csv`, for the built-in law; what answers are equal; laws that leave somebody out.

#![allow(
    clippy::cast_possible_truncation,
    clippy::unreachable,
    reason = "the files are known"
)]

use std::format;
use std::string::String;
use std::vec::Vec;

use super::*;
use crate::base::day::Day;
use crate::base::error::Error;
use crate::base::set::Set;
use crate::facts::*;
use crate::law::*;

type Row = std::collections::HashMap<String, String>;

/// The lines whose input is valid.
fn rows() -> impl Iterator<Item = Row> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/assess.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows: Vec<Row> = reader.deserialize().map(Result::unwrap).collect();
    rows.into_iter()
        .filter(|row| !row["=status"].starts_with("bad_"))
}

fn read_day(text: &str) -> Option<Day> {
    let parts: Vec<u16> = text.split('-').map(|part| part.parse().unwrap()).collect();
    Day::new(parts[0], parts[1] as u8, parts[2] as u8)
}

fn read_birth(text: &str) -> Birth {
    let parts: Vec<u16> = text
        .split('-')
        .filter_map(|part| part.parse().ok())
        .collect();
    match *parts {
        [] => Birth::UNKNOWN,
        [year] => Birth::year(year),
        [year, month] => Birth::month(year, month as u8),
        [year, month, day] => Day::new(year, month as u8, day as u8).unwrap().into(),
        _ => unreachable!(),
    }
}

fn answer(row: &Row) -> Result<Assessment<'static>, Error> {
    let get = |name: &str| row.get(name).map_or("", String::as_str);
    let law = Law::BUILT_IN;
    let on = read_day(get("on")).unwrap();
    let yes = |name| Answer::from_name(get(name)).map_or(Set::EMPTY, Set::from);
    let mut facts = Facts::default()
        .born(read_birth(get("birth")))
        .fingerprinted(yes("fingerprinted"))
        .permanent_resident(yes("permanent_resident"))
        .held_at_commencement(yes("held_at_commencement"));
    if let Some(value) = Standing::from_name(get("standing")) {
        facts = facts.standing(value);
    }
    if let Some(value) = Occasion::from_name(get("occasion")) {
        facts = facts.occasion(value);
    }
    if let Some(value) = Action::from_name(get("action")) {
        facts = facts.action(value);
    }
    if let Some(value) = VisaChannel::from_name(get("visa_channel")) {
        facts = facts.visa_channel(value);
    }
    for name in get("declined").split('|') {
        if let Some(fact) = Fact::from_name(name) {
            facts = facts.decline(fact);
        }
    }
    let edition = law.edition_by_name(get("edition")).unwrap_or_default();
    let settings = Settings {
        edition,
        ..Settings::default()
    };
    law.assess(on, &facts, settings)
}

/// What an answer says, by column.
fn said(found: &Assessment<'static>) -> Row {
    let law = Law::BUILT_IN;
    let ids = |list: &mut dyn Iterator<Item = Provision>| -> Vec<&str> {
        list.map(|each| law.provision(each).unwrap().id()).collect()
    };
    let mut basis = ids(&mut found.basis());
    basis.sort_unstable();
    let words = |names: Vec<&'static str>| names.join("|");
    [
        ("=status", "ok".into()),
        (
            "=obligations",
            words(found.possible.iter().map(Obligation::name).collect()),
        ),
        ("=basis", basis.join("|")),
        ("=ask", found.ask.map_or("", Fact::name).into()),
        (
            "=relevant",
            words(found.relevant.iter().map(Fact::name).collect()),
        ),
        (
            "=holds_until",
            found
                .holds_until
                .map_or(String::new(), |day| format!("{day:?}")),
        ),
        (
            "=conflict",
            found
                .conflict()
                .map_or(String::new(), |both| ids(&mut both.into_iter()).join("|")),
        ),
        ("=cautions", ids(&mut found.cautions()).join("|")),
        ("=law", found.law_known.name().into()),
    ]
    .into_iter()
    .map(|(name, value): (&str, String)| (name.into(), value))
    .collect()
}

#[test]
fn each_vector_comes_out() {
    let mut count = 0;
    for row in rows() {
        match answer(&row) {
            Ok(found) => {
                assert_eq!(found.has_cautions(), found.cautions().next().is_some());
                for (name, value) in &said(&found) {
                    assert_eq!(*value, row[name], "{name} of {}", row["id"]);
                }
            }
            Err(error) => assert_eq!(error.name(), row["=status"], "{}", row["id"]),
        }
        count += 1;
    }
    assert!(count > 400);
}

#[test]
fn answers_are_equal_if_they_say_the_same() {
    // Every other one: those that differ in one thing are often neighbours.
    let answers: Vec<_> = rows()
        .step_by(2)
        .filter_map(|row| answer(&row).ok())
        .map(|found| (said(&found), found.duties(), found))
        .collect();
    assert!(answers.len() > 200);
    let mut same = 0;
    for (says, duties, found) in &answers {
        for (other_says, other_duties, other) in &answers {
            let expected = (says, duties) == (other_says, other_duties);
            assert_eq!(found == other, expected, "{says:?}, {other_says:?}");
            same += usize::from(expected);
        }
    }
    assert!(same > answers.len());
}

#[test]
fn a_law_that_leaves_somebody_out_gives_no_answer_to_whoever_may_be_that() {
    let on = day(2025, 12, 1);
    let citizens = when().standing(&[Standing::Citizen]);
    let by = |rule: Condition, facts: Facts| {
        let rules = [Rule::new(rule, Obligation::Voluntary, built_in::L50_CASE_6)];
        let mut sections = *built_in_for_tests();
        sections.editions[0] = &rules;
        let found = Law::from(&sections).assess(on, &facts, Settings::default());
        found.map(|found| found.possible)
    };
    let anybody = Facts::default();
    let citizen = anybody.standing(Standing::Citizen);
    let incomplete = Err(Error::LawIncomplete);
    assert_eq!(by(citizens, citizen), Ok(Obligation::Voluntary.into()));
    assert_eq!(by(citizens, anybody), incomplete);
    assert_eq!(
        by(citizens, anybody.standing(Standing::Foreigner)),
        incomplete
    );
    // Until when the answer holds is a part of it.
    assert_eq!(by(citizens.until(day(2026, 1, 1)), citizen), incomplete);
}

//! The vectors of `assess.csv`, for the built-in law.

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

/// In blocks, and one by one if `holds_until` is wanted.
#[test]
fn columns_answer_each_person_as_alone() {
    const ROWS: usize = 2_000;
    let values = [15, 3, 2, 5, 4, 2, 2];
    let mut seed = 1u64;
    let mut below = |count: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) % count
    };
    let on: Vec<i32> = (0..ROWS).map(|_| 20_000 + below(1_000) as i32).collect();
    let birth: Vec<i32> = on.iter().map(|on| on - below(40_000) as i32).collect();
    let mut code = |most: u64| {
        if below(12) == 0 {
            0
        } else {
            1 + below(most) as u8
        }
    };
    let codes: Vec<Vec<u8>> = values
        .iter()
        .map(|most| (0..ROWS).map(|_| code(*most)).collect())
        .collect();
    let columns = FactColumns {
        on: &on,
        birth: Some(&birth),
        occasion: Some(&codes[0]),
        standing: Some(&codes[1]),
        fingerprinted: Some(&codes[2]),
        action: Some(&codes[3]),
        visa_channel: Some(&codes[4]),
        permanent_resident: Some(&codes[5]),
        held_at_commencement: Some(&codes[6]),
        ..FactColumns::default()
    };
    let settings = Settings::default();
    for whole in [false, true] {
        let mut status = [Ok(()); ROWS];
        let (mut obligations, mut basis) = ([0xA5; ROWS], [0xA5; ROWS]);
        let (mut ask, mut until) = ([0xA5; ROWS], [0; ROWS]);
        let answers = AnswerColumns {
            obligations: Some(&mut obligations),
            basis: Some(&mut basis),
            ask: Some(&mut ask),
            holds_until: whole.then_some(&mut until[..]),
            status: &mut status,
        };
        Law::BUILT_IN
            .assess_columns(&columns, settings, answers)
            .unwrap();
        for row in 0..ROWS {
            let mut person = [0; 17];
            for (cell, column) in person.iter_mut().zip(&codes) {
                *cell = column[row];
            }
            let born = Day::from_number(birth[row]).unwrap();
            let facts = Facts::from_codes(&person).unwrap().born(Birth::from(born));
            let day = Day::from_number(on[row]).unwrap();
            let alone = Law::BUILT_IN.assess(day, &facts, settings).unwrap();
            assert_eq!(status[row], Ok(()), "row {row}");
            assert_eq!(
                u32::from(obligations[row]),
                alone.possible.bits(),
                "row {row}"
            );
            let first = alone.basis().next().map_or(0, Provision::number);
            assert_eq!(basis[row], first, "row {row}");
            assert_eq!(ask[row], alone.ask.map_or(0, Fact::code), "row {row}");
            if whole {
                let holds = alone.holds_until.map_or(HOLDS_FOREVER, Day::number);
                assert_eq!(until[row], holds, "row {row}");
            }
        }
    }
}

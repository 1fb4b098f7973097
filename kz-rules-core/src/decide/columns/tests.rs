//! Columns against single persons, and how many persons blocks leave to be assessed alone.

#![allow(clippy::cast_possible_truncation, reason = "the numbers are small")]

use std::string::ToString;
use std::vec;
use std::vec::Vec;

use super::*;

use crate::base::day::{FIRST_NUMBER, LAST_NUMBER};
use crate::facts::{AgeReading, Standing};
use crate::law::*;

const ROWS: usize = 2_000;

/// Persons: their facts in columns.
struct People {
    on: Vec<i32>,
    birth: Vec<i32>,
    codes: [Vec<u8>; 7],
}

impl People {
    /// At random, some of them within ten days of an age; a fact is unknown with a probability of one in `unknown`.
    fn new(unknown: u64) -> Self {
        let mut seed = 1u64;
        let mut below = |count: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % count
        };
        let on: Vec<i32> = (0..ROWS).map(|_| 20_000 + below(1_000) as i32).collect();
        let ages = Law::BUILT_IN.ages();
        let mut lived = || match below(8) {
            place @ 0..2 => {
                let years = ages[place as usize];
                i32::from(years) * 365 + i32::from(years) / 4 + below(21) as i32 - 10
            }
            _ => below(40_000) as i32,
        };
        let birth = on.iter().map(|on| on - lived()).collect();
        let mut code = |most: u64| {
            if below(unknown) == 0 {
                0
            } else {
                1 + below(most) as u8
            }
        };
        let codes = [15, 3, 2, 5, 4, 2, 2].map(|most| (0..ROWS).map(|_| code(most)).collect());
        Self { on, birth, codes }
    }

    fn columns(&self) -> FactColumns<'_> {
        let [
            occasion,
            standing,
            fingerprinted,
            action,
            visa_channel,
            permanent_resident,
            held_at_commencement,
        ] = &self.codes;
        FactColumns {
            on: &self.on,
            birth: Some(&self.birth),
            occasion: Some(occasion),
            standing: Some(standing),
            fingerprinted: Some(fingerprinted),
            action: Some(action),
            visa_channel: Some(visa_channel),
            permanent_resident: Some(permanent_resident),
            held_at_commencement: Some(held_at_commencement),
            ..FactColumns::default()
        }
    }

    /// The decision date and the facts of a person, told without columns.
    fn person(&self, row: usize) -> (Day, Facts) {
        let mut codes = [0; 17];
        for (code, column) in codes.iter_mut().zip(&self.codes) {
            *code = column[row];
        }
        let [on, born] = [self.on[row], self.birth[row]].map(|day| Day::from_number(day).unwrap());
        let facts = Facts::from_codes(&codes).unwrap();
        (on, facts.born(Birth::from(born)))
    }

    /// Whether a birthday at which the built-in law changes its answer is at most this many days away.
    fn is_near_an_age(&self, row: usize, days: i32) -> bool {
        let lived = f64::from(self.on[row] - self.birth[row]);
        let ages = Law::BUILT_IN.ages();
        let mut birthdays = ages.iter().map(|age| f64::from(*age) * 365.25);
        birthdays.any(|birthday| (lived - birthday).abs() <= f64::from(days))
    }
}

fn settings() -> impl Iterator<Item = Settings> {
    let editions = [1, 2].into_iter();
    editions.flat_map(|edition| {
        AgeReading::ALL.iter().map(move |age_reading| Settings {
            edition: Edition::new(edition),
            age_reading: *age_reading,
        })
    })
}

#[test]
fn columns_answer_each_person_as_alone() {
    for (unknown, holds_until) in [(12, false), (12, true), (u64::MAX, false), (u64::MAX, true)] {
        let people = People::new(unknown);
        for settings in settings() {
            let mut status = [Ok(()); ROWS];
            let (mut obligations, mut basis) = ([0xA5; ROWS], [0xA5; ROWS]);
            let (mut ask, mut until) = ([0xA5; ROWS], [0; ROWS]);
            let answers = AnswerColumns {
                obligations: Some(&mut obligations),
                basis: Some(&mut basis),
                ask: Some(&mut ask),
                holds_until: holds_until.then_some(&mut until[..]),
                status: &mut status,
            };
            Law::BUILT_IN
                .assess_columns(&people.columns(), settings, answers)
                .unwrap();
            for row in 0..ROWS {
                let (day, facts) = people.person(row);
                let alone = Law::BUILT_IN.assess(day, &facts, settings).unwrap();
                let first = alone.basis().next().map_or(0, Provision::number);
                let expected = (
                    alone.possible.bits(),
                    first,
                    alone.ask.map_or(0, Fact::code),
                );
                let got = (u32::from(obligations[row]), basis[row], ask[row]);
                assert_eq!((status[row], got), (Ok(()), expected), "row {row}");
                if holds_until {
                    let holds = alone.holds_until.map_or(HOLDS_FOREVER, Day::number);
                    assert_eq!(until[row], holds, "row {row}");
                }
            }
        }
    }
}

/// The rows that blocks leave to be assessed alone.
fn left(columns: &FactColumns<'_>, settings: Settings, holds_until: bool) -> Vec<usize> {
    let rules = Law::BUILT_IN.rules(settings.edition).unwrap();
    let mut inverted = Inverted::new();
    inverted.fill(Law::BUILT_IN, rules, settings.age_reading, columns);
    let mut left = Vec::new();
    for start in (0..ROWS).step_by(BLOCK) {
        let rows = start..ROWS.min(start + BLOCK);
        let mut until = [0; BLOCK];
        let until = if holds_until {
            &mut until[..rows.len()]
        } else {
            &mut []
        };
        let undecided = inverted.decide(columns, rows.clone(), &mut [], &mut [], &mut [], until);
        left.extend(rows.filter(|row| undecided >> (row - start) & 1 != 0));
    }
    left
}

#[test]
fn blocks_decide_whoever_is_known_and_near_no_age() {
    for settings in settings() {
        let known = People::new(u64::MAX);
        for row in left(&known.columns(), settings, false) {
            assert!(known.is_near_an_age(row, 4), "row {row}");
        }
    }
}

/// How many of the persons blocks leave to be assessed alone, in both editions and readings of the age; then the same if
/// `holds_until` is wanted. Columns take the longer the more are left, so these counts may become lower.
#[test]
fn blocks_leave_few() {
    let (known, some) = (People::new(u64::MAX), People::new(12));
    let (known, some) = (known.columns(), some.columns());
    let half = [0b1010_0101; ROWS / 8];
    let asked = [Fact::ASKED.bits(); ROWS];
    let (mut births, mut half_of_births, mut half_of_days) = (known, known, known);
    births.birth = None;
    half_of_births.birth_validity = Some(&half);
    half_of_days.on_validity = Some(&half);
    let (mut declined, mut channels) = (known, known);
    declined.declined = Some(&asked);
    (channels.visa_channel, channels.held_at_commencement) = (None, None);
    for (what, columns, now, later) in [
        ("all known", known, [30, 46, 61, 85], [220, 236, 290, 310]),
        (
            "some unknown",
            some,
            [349, 363, 346, 366],
            [498, 512, 536, 555],
        ),
        (
            "no births",
            births,
            [682, 682, 826, 826],
            [682, 682, 826, 826],
        ),
        (
            "half of the births",
            half_of_births,
            [371, 376, 455, 466],
            [456, 461, 556, 564],
        ),
        (
            "half of the days",
            half_of_days,
            [1014, 1019, 1029, 1040],
            [1099, 1104, 1130, 1138],
        ),
        ("declined", declined, [30, 46, 61, 85], [220, 236, 290, 310]),
        (
            "no visa channels",
            channels,
            [52, 68, 61, 85],
            [241, 257, 290, 310],
        ),
    ] {
        for (holds_until, expected) in [(false, now), (true, later)] {
            let counts = settings().map(|settings| left(&columns, settings, holds_until).len());
            assert_eq!(counts.collect::<Vec<_>>(), expected, "{what}");
        }
    }
}

#[test]
fn a_day_that_is_not_supported_or_a_birth_in_the_future_is_an_error_of_the_row() {
    let [first, last] = [FIRST_NUMBER, LAST_NUMBER];
    let before = Err(RowError::Assess(Error::BirthAfterDecision));
    for (on, birth, expected) in [
        (first - 1, None, Err(RowError::On)),
        (first, None, Ok(())),
        (last, None, Ok(())),
        (last + 1, None, Err(RowError::On)),
        (first - 1, Some(first), Err(RowError::On)),
        (first, Some(first), Ok(())),
        (first, Some(first - 1), Err(RowError::Birth)),
        (last, Some(last), Ok(())),
        (last, Some(last + 1), Err(RowError::Birth)),
        (first, Some(first + 1), before),
        (20_000, Some(20_001), before),
    ] {
        // Alone in its column, and in a block.
        for rows in [1, 200] {
            let (on, birth) = (vec![on; rows], birth.map(|birth| vec![birth; rows]));
            let citizens = vec![Standing::Citizen.code(); rows];
            let columns = FactColumns {
                on: &on,
                birth: birth.as_deref(),
                standing: Some(&citizens),
                ..FactColumns::default()
            };
            let mut status = vec![Ok(()); rows];
            let answers = AnswerColumns {
                obligations: None,
                basis: None,
                ask: None,
                holds_until: None,
                status: &mut status,
            };
            let done = Law::BUILT_IN.assess_columns(&columns, Settings::default(), answers);
            assert_eq!(done, Ok(()));
            assert_eq!(status, vec![expected; rows], "{on:?} {birth:?}");
        }
    }
}

#[test]
fn a_row_that_takes_nobody_decides_for_nobody() {
    let on = [20_000; 200];
    for nobody in [when().occasion(&[]), when().question_1(&[])] {
        let rules = [
            Rule::new(nobody, Obligation::Mandatory, built_in::L50_CASE_6),
            Rule::new(when(), Obligation::Voluntary, built_in::L50_CASE_6),
        ];
        let mut sections = *built_in_for_tests();
        sections.editions[0] = &rules;
        for occasion in [None, Some([0; 200]), Some([3; 200])] {
            let columns = FactColumns {
                on: &on,
                occasion: occasion.as_ref().map(|codes| &codes[..]),
                question_1: Some(&[0; 200]),
                ..FactColumns::default()
            };
            let (mut status, mut obligations) = ([Ok(()); 200], [0; 200]);
            let answers = AnswerColumns {
                obligations: Some(&mut obligations),
                basis: None,
                ask: None,
                holds_until: None,
                status: &mut status,
            };
            let law = Law::from(&sections);
            let done = law.assess_columns(&columns, Settings::default(), answers);
            assert_eq!(done, Ok(()));
            let voluntary = Set::from(Obligation::Voluntary).bits() as u8;
            assert_eq!((status, obligations), ([Ok(()); 200], [voluntary; 200]));
        }
    }
}

#[test]
fn an_error_names_the_column_the_fact_or_what_is_wrong() {
    for (error, named) in [
        (ColumnsError::Length("birth").to_string(), "birth"),
        (ColumnsError::EditionUnknown.to_string(), "edition"),
        (RowError::On.to_string(), "decision date"),
        (RowError::Birth.to_string(), "birth date"),
        (RowError::Fact(Fact::Standing).to_string(), "standing"),
        (RowError::Declined.to_string(), "declined"),
        (
            RowError::Assess(Error::BirthAfterDecision).to_string(),
            "birth",
        ),
    ] {
        assert!(error.contains(named), "{error}");
    }
}

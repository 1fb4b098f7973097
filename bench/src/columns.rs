//! Assessments as columns, beside an if-chain by hand that writes the same columns.

use std::ptr::{null, null_mut};

use kz_rules_core::Day;
use kz_rules_ffi::{kz_answer_columns, kz_date, kz_fact_columns, kz_facts};

use crate::abi;
use crate::cases;
use crate::report::{Table, nanoseconds_of};

/// Persons as columns.
struct Columns {
    on: Vec<i32>,
    birth: Vec<i32>,
    birth_validity: Vec<u8>,
    /// In asking order.
    codes: [Vec<u8>; 7],
}

/// Room for answers.
#[derive(Clone, PartialEq)]
struct Answers {
    status: Vec<i32>,
    obligations: Vec<u8>,
    basis: Vec<u16>,
    ask: Vec<u8>,
    holds_until: Vec<i32>,
}

fn number(date: kz_date) -> Option<i32> {
    Day::new(date.year, date.month, date.day).map(Day::number)
}

impl Columns {
    /// A person whose day of birth is not known has no birth date here.
    fn of(persons: &[kz_facts]) -> Self {
        let code = |code: fn(&kz_facts) -> u8| persons.iter().map(code).collect();
        let mut birth_validity = vec![0; persons.len().div_ceil(8)];
        for (place, facts) in persons.iter().enumerate() {
            birth_validity[place / 8] |= u8::from(facts.birth_precision == 3) << (place % 8);
        }
        Self {
            on: persons.iter().map(|facts| number(facts.on).expect("a day")).collect(),
            birth: persons.iter().map(|facts| number(facts.birth).unwrap_or(0)).collect(),
            birth_validity,
            codes: [
                code(|facts| facts.occasion),
                code(|facts| facts.standing),
                code(|facts| facts.fingerprinted),
                code(|facts| facts.action),
                code(|facts| facts.visa_channel),
                code(|facts| facts.permanent_resident),
                code(|facts| facts.held_at_commencement),
            ],
        }
    }

    /// `all_known`: whether every birth date is.
    fn pointers(&self, all_known: bool) -> kz_fact_columns {
        let [occasion, standing, fingerprinted, action, channel, resident, held] = &self.codes;
        kz_fact_columns {
            on: self.on.as_ptr(),
            on_validity: null(),
            birth: self.birth.as_ptr(),
            birth_validity: if all_known { null() } else { self.birth_validity.as_ptr() },
            occasion: occasion.as_ptr(),
            standing: standing.as_ptr(),
            fingerprinted: fingerprinted.as_ptr(),
            action: action.as_ptr(),
            visa_channel: channel.as_ptr(),
            permanent_resident: resident.as_ptr(),
            held_at_commencement: held.as_ptr(),
            question_1: null(),
            question_2: null(),
            question_3: null(),
            question_4: null(),
            declined: null(),
        }
    }
}

impl Answers {
    fn of(count: usize) -> Self {
        Self {
            status: vec![-1; count],
            obligations: vec![0xFF; count],
            basis: vec![0xFF; count],
            ask: vec![0xFF; count],
            holds_until: vec![0; count],
        }
    }

    fn pointers(&mut self, holds_until: bool) -> kz_answer_columns {
        kz_answer_columns {
            status: self.status.as_mut_ptr(),
            obligations: self.obligations.as_mut_ptr(),
            basis: self.basis.as_mut_ptr(),
            ask: self.ask.as_mut_ptr(),
            holds_until: if holds_until { self.holds_until.as_mut_ptr() } else { null_mut() },
        }
    }
}

/// Times both for this number of persons.
pub fn measure(count: usize) {
    let known = cases::known(count);
    let one_day: Vec<_> = {
        // A person born later gets the last possible birth date.
        let on = kz_date { year: 2026, month: 11, day: 22 };
        let born = |birth: kz_date| if number(birth) > number(on) { on } else { birth };
        known.iter().map(|facts| kz_facts { on, birth: born(facts.birth), ..*facts }).collect()
    };
    let mixed: Vec<_> = cases::mixed(count).into_iter().map(|facts| kz_facts { edition: 0, ..facts }).collect();

    let mut table = Table::new(&format!("An assessment in columns: obligations, first basis, ask; {count} cases"));
    let mut both = |name: &str, persons: &[kz_facts]| {
        let columns = Columns::of(persons);
        let facts = columns.pointers(true);
        let (mut answers, mut by_hand) = (Answers::of(count), Answers::of(count));
        let (out, hand) = (answers.pointers(false), by_hand.pointers(false));
        // SAFETY: all columns are as long.
        let time = nanoseconds_of(count, || unsafe { abi::assess_columns(&facts, count, &out) });
        // SAFETY: the same; and those that are read are given.
        let hand_time = nanoseconds_of(count, || unsafe { abi::chain_columns(&facts, count, &hand) });
        assert!(answers == by_hand, "the if-chain answers otherwise");
        table.row(&format!("kz_assess_columns, {name}"), time);
        table.row(&format!("if-chain by hand in C, {name}"), hand_time);
    };
    both("all known, one decision day", &one_day);
    both("all known, any decision day", &known);
    let mut one = |name: &str, persons: &[kz_facts], holds_until| {
        let columns = Columns::of(persons);
        let facts = columns.pointers(false);
        let mut answers = Answers::of(count);
        let out = answers.pointers(holds_until);
        // SAFETY: all columns are as long.
        let time = nanoseconds_of(count, || unsafe { abi::assess_columns(&facts, count, &out) });
        table.row(&format!("kz_assess_columns, {name}"), time);
    };
    one("all known, any day, and holds_until", &known, true);
    one("half of them unknown", &mixed, false);
    one("half of them unknown, and holds_until", &mixed, true);
}

//! A pack made to open as slowly as possible: nearly as many days, rows and parts as there is room for.

use kz_rules_core::*;

use crate::packs::{ANY, reseal, unsigned};
use crate::random::Numbers;

/// At home and abroad.
fn everywhere() -> Set<Location> {
    Location::ALL.iter().copied().collect()
}

/// The values of the facts of a person that a row takes, one bit each: those of [`condition`], in its order.
type Takes = [u16; 11];
const ALL: Takes = [0x7FFF, 31, 15, 7, 3, 3, 3, 3, 3, 3, 3];

fn condition(takes: &Takes) -> Condition {
    fn of<T: Value>(bits: u16) -> Vec<T> {
        Set::<T>::from_bits(bits.into()).iter().collect()
    }
    let answer = |fact: usize| of::<Answer>(takes[fact]);
    when()
        .occasion(&of(takes[0]))
        .action(&of(takes[1]))
        .visa_channel(&of(takes[2]))
        .standing(&of(takes[3]))
        .fingerprinted(&answer(4))
        .permanent_resident(&answer(5))
        .held_at_commencement(&answer(6))
        .question_1(&answer(7))
        .question_2(&answer(8))
        .question_3(&answer(9))
        .question_4(&answer(10))
}

/// The number of parts into which rows cut all that somebody can be: what each row takes of each part, and what it leaves.
fn parts(all: Takes, rows: &[Takes]) -> usize {
    let [row, rest @ ..] = rows else { return 1 };
    let mut taken = all;
    for (taken, row) in taken.iter_mut().zip(row) {
        *taken &= row;
    }
    if taken.contains(&0) {
        return parts(all, rest);
    }
    let (mut left, mut count) = (all, 1);
    for fact in 0..all.len() {
        let beside = all[fact] & !taken[fact];
        if beside != 0 {
            left[fact] = beside;
            count += parts(left, rest);
        }
        left[fact] = taken[fact];
    }
    count
}

/// Rows that cut everybody into nearly this many parts: as many rows as an edition can have, found by trying.
fn rows(most: usize) -> Vec<Takes> {
    let mut random = Numbers::from(1);
    let (mut rows, mut cut) = (Vec::new(), 1);
    for attempt in 0..20_000 {
        let row = ALL.map(|all| match random.below(3) {
            0 => all,
            _ => all & random.below(0x8000) as u16,
        });
        // Rows that cut little can always be found, so those that cut much come first.
        let room = capacity::EDITION_ROWS - rows.len();
        let wanted = if attempt < 10_000 {
            (most - cut) / (2 * room.max(1))
        } else {
            0
        };
        rows.push(row);
        let now = parts(ALL, &rows);
        if room == 0 || row.contains(&0) || now > most || now < cut + wanted {
            rows.pop();
        } else {
            cut = now;
        }
    }
    rows
}

/// A condition with days that no other row's condition begins or ends on: each row begins later than those before it, and
/// ends earlier.
fn on_days_of_its_own(when: Condition, row: usize) -> Condition {
    let first = Day::new(2000, 1, 1).expect("a day");
    let later = |days: usize| first.plus(days as i32).expect("a day");
    when.from(later(row)).until(later(10_000 - row))
}

/// An edition of these rows, each with its own days.
fn edition(rows: &[Takes], number: usize) -> Vec<[u8; Rule::BYTES]> {
    let numbered = rows.iter().enumerate();
    let on_days = numbered.map(|(row, takes)| {
        on_days_of_its_own(condition(takes), number * capacity::EDITION_ROWS + row)
    });
    on_days
        .map(|when| Rule::new(when, Obligation::Mandatory, BASIS))
        .collect()
}

/// The rows of these tables have later days than those of the editions.
const OBTAINED: usize = 1000;
const STEPS: usize = 2000;

/// The provision of the rows.
const BASIS: Provision = built_in::L50_CASE_6;

/// The built-in law with other tables: these rows in each edition.
fn with(rows: &[Takes]) -> Vec<u8> {
    let [first, second, third, fourth] = [0, 1, 2, 3].map(|number| edition(rows, number));
    let mut obtained: Vec<[u8; ObtainedRow::BYTES]> = (1..capacity::PLACES)
        .map(|row| {
            let first = condition(rows.first().unwrap_or(&ALL));
            ObtainedRow::new(on_days_of_its_own(first, OBTAINED + row), everywhere())
        })
        .collect();
    obtained.push(ObtainedRow::new(when(), everywhere()));
    let steps: Vec<[u8; StepRow::BYTES]> = (0..capacity::STEPS)
        .map(|row| {
            let when = on_days_of_its_own(when(), STEPS + row);
            let (needs, gives) = (Goal::set(&[]), Goal::Iin);
            StepRow::new(Step::IinByProxy, everywhere(), gives, needs, when, &[BASIS])
        })
        .collect();
    let mut law = Law::BUILT_IN.sections();
    law.questions = [true; 4];
    law.names = Strings::new("one\0two\0three\0four\0a\0b\0c\0d\0");
    law.editions = [&first, &second, &third, &fourth];
    law.obtained = &obtained;
    law.steps = &steps;
    law.texts = [Strings::new(""); LANGUAGES];
    let mut pack = unsigned(&law);
    reseal(&mut pack);
    pack
}

/// The pack, without a signature.
///
/// # Panics
///
/// If it does not open.
pub fn slow() -> Vec<u8> {
    let rows = rows(capacity::PARTS);
    assert_eq!(rows.len(), capacity::EDITION_ROWS);
    assert!(parts(ALL, &rows) > capacity::PARTS * 9 / 10);
    let pack = with(&rows);
    assert_eq!(Law::open_already_verified(&pack, ANY).map(|_| ()), Ok(()));
    pack
}

//! Every condition of every edition matters in the library: two persons who differ in that fact only, or in the day only,
//! get different answers, one of them from the row with the condition. The conditions are those of the page as the second
//! implementation reads it.

use std::collections::HashMap;

use kz_rules_naive::facts::{ASSESS_FACTS, FACTS, bit, bits, fact};
use kz_rules_tests::both::Both;
use kz_rules_tests::laws::{Page, laws};
use kz_rules_tests::random::{earlier, later};
use time::Date;

use super::persons::{Person, answer, bits_of, decides};

/// The facts of a page's persons: a question that the law does not have has no values.
fn values(page: &Page) -> Vec<(usize, u8)> {
    let count = |of: usize| {
        let is_question = (fact::QUESTION_1..fact::QUESTION_1 + 4).contains(&of);
        match of {
            fact::BIRTH => u8::try_from(page.naive.ages.len() + 1).expect("few"),
            _ if is_question && !page.naive.questions[of - fact::QUESTION_1] => 1,
            _ => u8::try_from(FACTS[of].1.len()).expect("few"),
        }
    };
    (0..ASSESS_FACTS).map(|of| (of, count(of))).collect()
}

/// All persons.
fn persons(page: &Page) -> Vec<Person> {
    let mut all = vec![[0; ASSESS_FACTS]];
    for (of, count) in values(page) {
        all = all
            .iter()
            .flat_map(|person| {
                (0..count).map(move |value| {
                    let mut person = *person;
                    person[of] = value;
                    person
                })
            })
            .collect();
    }
    all
}

/// The days on which the rows of an edition differ, and the days before them.
fn days(page: &Page, edition: usize) -> Vec<Date> {
    let changes = page.naive.editions[edition].days.iter();
    let mut days: Vec<_> = changes.flat_map(|day| [earlier(*day, 1), *day]).collect();
    days.push(page.naive.known_until);
    days.push(later(page.naive.known_until, 1));
    days.sort_unstable();
    days.dedup();
    // A person of the highest age must have been born after the year 0.
    days.retain(|day| day.year() > 200);
    days
}

/// Two persons and their days: the row decides the first, and without the condition would decide the second.
type Pair = ((Person, Date), (Person, Date));

/// For each condition of a row, by the number of its fact or of the day: persons who show that it matters.
fn pairs(page: &Page, edition: usize, everybody: &[Person]) -> HashMap<(usize, usize), Pair> {
    let rows = &page.naive.editions[edition].rows;
    let days = days(page, edition);
    let differ = |one: usize, other: usize| {
        let (one, other) = (&rows[one], &rows[other]);
        (one.obligation, one.basis) != (other.obligation, other.basis)
    };
    let mut found = HashMap::new();
    for person in everybody {
        let bits_here = bits_of(person);
        let mut before: Option<(usize, Date)> = None;
        for on in &days {
            let Some(row) = decides(rows, bits_here, *on) else {
                continue;
            };
            for of in 0..ASSESS_FACTS {
                let is_condition = rows[row].condition.allowed & bits(of) != bits(of);
                if !is_condition || found.contains_key(&(row, of)) {
                    continue;
                }
                for (_, count) in values(page).into_iter().filter(|(other, _)| *other == of) {
                    for value in (0..count)
                        .filter(|value| rows[row].condition.allowed & bit(of, *value) == 0)
                    {
                        let mut other = *person;
                        other[of] = value;
                        let by = decides(rows, bits_of(&other), *on);
                        if by.is_some_and(|by| differ(row, by)) {
                            found.insert((row, of), ((*person, *on), (other, *on)));
                        }
                    }
                }
            }
            // The same person a day earlier or later.
            if let Some((other, day)) = before
                && later(day, 1) == *on
                && differ(row, other)
            {
                found
                    .entry((row, DAY))
                    .or_insert(((*person, *on), (*person, day)));
                found
                    .entry((other, DAY))
                    .or_insert(((*person, day), (*person, *on)));
            }
            before = Some((row, *on));
        }
    }
    found
}

/// Stands for the day among the facts.
const DAY: usize = usize::MAX;

#[test]
fn every_condition_has_its_witness_in_the_library() {
    let (mut witnesses, mut unwitnessed) = (0, Vec::new());
    for page in laws() {
        let both = Both::of(page);
        let everybody = persons(page);
        for (edition, of) in page.naive.editions.iter().enumerate() {
            let found = pairs(page, edition, &everybody);
            for (place, row) in of.rows.iter().enumerate() {
                let facts =
                    (0..ASSESS_FACTS).filter(|of| row.condition.allowed & bits(*of) != bits(*of));
                let is_dated = row.condition.from.is_some() || row.condition.until.is_some();
                for condition in facts.chain(is_dated.then_some(DAY)) {
                    let name = match condition {
                        DAY => "day",
                        fact::BIRTH => "age",
                        other => FACTS[other].0,
                    };
                    let Some(((one, on), (other, other_on))) = found.get(&(place, condition))
                    else {
                        unwitnessed.push((page.name.as_str(), edition + 1, place + 1, name));
                        continue;
                    };
                    let by_row = answer(page, &both, edition, one, *on);
                    assert_eq!(
                        by_row,
                        (row.obligation, row.basis),
                        "{}: {one:?} on {on}",
                        page.name
                    );
                    let otherwise = answer(page, &both, edition, other, *other_on);
                    assert_ne!(
                        by_row,
                        otherwise,
                        "{}, row {}, {name}: {one:?} on {on}, {other:?} on {other_on}",
                        page.name,
                        place + 1
                    );
                    witnesses += 1;
                }
            }
        }
    }
    // A random law has rows that nobody reaches.
    unwitnessed.retain(|(law, ..)| !law.starts_with("random"));
    assert_eq!(
        unwitnessed,
        [],
        "nobody shows that these conditions matter: law, edition and row from 1, fact"
    );
    assert!(witnesses > 100, "only {witnesses}");
}

//! Compares `assess` with the second implementation, which tries every completion: on every combination of known and unknown
//! facts, in every stretch of days on which the built-in law does not change, at every edge of its ages; and on a sample of
//! the combinations, under every law, on every other day.

use std::time::Instant;

use kz_rules_naive::facts::fact;
use kz_rules_tests::both::{Born, Both, Moment, Values, combination, combinations};
use kz_rules_tests::laws::{Page, laws};
use kz_rules_tests::parallel::compared;
use kz_rules_tests::random::{Days, Numbers, earlier, later};
use time::{Date, Month};

use super::super::persons::OF_PERSON;
use super::stride;

/// The day a number of years earlier; 1 March for 29 February in a common year.
fn years_before(day: Date, years: u16) -> Option<Date> {
    let year = Some(day.year() - i32::from(years)).filter(|year| *year >= 1)?;
    let march = || Date::from_calendar_date(year, Month::March, 1).ok();
    day.replace_year(year).ok().or_else(march)
}

/// Birth dates with which a person is newborn, reaches an age of the law about this day, or is not yet born.
fn births(law: &Page, on: Date) -> Vec<Born> {
    let mut births = vec![Born::Unknown];
    for age in law.naive.ages.iter().copied().chain([0]) {
        for days in [1, 0] {
            births.extend(years_before(earlier(on, days), age).map(Born::Day));
        }
        births.extend(years_before(later(on, 1), age).map(Born::Day));
        for birthday in [earlier(on, 31), on, later(on, 31)] {
            births.extend(years_before(birthday, age).map(Born::Month));
        }
        for birthday in [earlier(on, 366), on, later(on, 366)] {
            births.extend(years_before(birthday, age).map(|day| Born::Year(day.year())));
        }
    }
    births
}

/// Some declined facts: different ones for each case, none in most.
fn declined(number: usize) -> u32 {
    let mixed = (number as u32).wrapping_mul(0x9E37_79B9);
    if mixed >> 30 == 0 {
        mixed >> 3 & 0x7F
    } else {
        0
    }
}

/// A moment, and every `stride`th of the combinations, from number `first` on.
struct Ask {
    law: usize,
    moment: Moment,
    first: usize,
    stride: usize,
}

/// Compares all, and returns the number of cases.
fn compare(asks: &[Ask]) -> usize {
    let both: Vec<_> = laws().iter().map(Both::of).collect();
    let all: Vec<Values> = (0..combinations(&OF_PERSON))
        .map(|number| combination(&OF_PERSON, number))
        .collect();
    assert_eq!(all.len(), 16 * 4 * 3 * 6 * 5 * 3 * 3);
    compared(asks, |ask| {
        let some = (ask.first..all.len()).step_by(ask.stride);
        let count = some.len();
        for number in some {
            let mut values = all[number];
            // For the law's questions each number has its own answers.
            let questions = laws()[ask.law].naive.questions.iter().enumerate();
            for (place, _) in questions.filter(|(_, has)| **has) {
                let digit = number.wrapping_mul(2_654_435_761) >> (8 + 2 * place) & 3;
                values[fact::QUESTION_1 + place] = [None, None, Some(0), Some(1)][digit];
            }
            both[ask.law].assess(ask.moment, &values, declined(number));
        }
        count
    })
}

/// The first, a middle and the last day of each stretch in which no row of an edition begins or ends.
fn stretches(changes: &[Date]) -> Vec<Date> {
    let mut firsts = vec![Date::from_ordinal_date(1, 1).expect("a day")];
    firsts.extend(changes);
    let nexts = changes.iter().copied().map(Some).chain([None]);
    let days = firsts.iter().zip(nexts).flat_map(|(first, next)| {
        let last = next.map_or(Date::MAX, |next| earlier(next, 1));
        let half = usize::try_from((last - *first).whole_days() / 2).expect("ascending");
        [*first, later(*first, half), last]
    });
    let mut days: Vec<_> = days.collect();
    days.dedup();
    days
}

#[test]
fn every_combination_in_every_stretch_of_the_built_in_law_at_every_edge_of_its_ages() {
    let start = Instant::now();
    let law = &laws()[0];
    let stride = stride(1, 41);
    let mut asks = Vec::new();
    for (edition, rows) in law.naive.editions.iter().enumerate() {
        for on in stretches(&rows.days) {
            for born in births(law, on) {
                for day_after in [false, true] {
                    let moment = Moment {
                        on,
                        edition,
                        day_after,
                        born,
                    };
                    asks.push(Ask {
                        law: 0,
                        moment,
                        // Different combinations each time.
                        first: asks.len() % stride,
                        stride,
                    });
                }
            }
        }
    }
    println!(
        "{} moments, {} cases are equal, {:?}",
        asks.len(),
        compare(&asks),
        start.elapsed()
    );
}

#[test]
fn a_sample_of_the_combinations_under_every_law_on_days_of_change_and_others() {
    let start = Instant::now();
    let stride = stride(997, 3_001);
    let mut numbers = Numbers::from(5);
    let mut asks = Vec::new();
    for (number, law) in laws().iter().enumerate() {
        let some = Days::of(&law.text);
        let mut days: Vec<_> = some.all().to_vec();
        days.extend(some.all().iter().map(|day| earlier(*day, 1)));
        days.extend((0..100).map(|_| some.any(&mut numbers)));
        // Born on a leap day: reaching an age in a leap year, and in a common year.
        days.extend(["2024-02-29", "2100-02-28", "2100-03-01"].map(leap));
        for on in days {
            for born in births(law, on) {
                let moment = Moment {
                    on,
                    edition: asks.len() % law.naive.editions.len(),
                    day_after: numbers.one_in(3),
                    born,
                };
                asks.push(Ask {
                    law: number,
                    moment,
                    first: numbers.below(stride),
                    stride,
                });
            }
        }
    }
    println!(
        "{} moments, {} cases are equal, {:?}",
        asks.len(),
        compare(&asks),
        start.elapsed()
    );
}

fn leap(text: &str) -> Date {
    kz_rules_tests::rust_api::day(text).expect("a day").into()
}

//! Compares `plan` with the second implementation, which walks every completion: on a large sample of the combinations of
//! known and unknown facts, spread evenly over all of them, under every law, on the days on which it changes and the days
//! before them.

use std::time::Instant;

use kz_rules_naive::facts::fact;
use kz_rules_tests::both::{Born, Both, Moment, combination, combinations};
use kz_rules_tests::laws::laws;
use kz_rules_tests::parallel::compared;
use kz_rules_tests::random::{Days, Numbers, earlier};
use time::Date;

use super::stride;

/// The facts and circumstances of a plan except birth and the law's own questions. Those that matter often come first.
const FACTS: [usize; 13] = [
    fact::OCCASION,
    fact::STANDING,
    fact::LOCATION,
    fact::VISA_CHANNEL,
    fact::ACTION,
    fact::HAS_IIN,
    fact::MAY_ENTER,
    fact::FINGERPRINTED,
    fact::MISSION_IN_PILOT,
    fact::MISSION_TAKES_FINGERPRINTS,
    fact::PASSPORT_IN_FOREIGN_LANGUAGE,
    fact::PERMANENT_RESIDENT,
    fact::HELD_AT_COMMENCEMENT,
];

/// A moment of a law, and the combination with which it begins.
struct Ask {
    law: usize,
    moment: Moment,
    first: usize,
}

/// Compares some combinations at each moment, `stride` apart, and returns the number of cases.
fn compare(asks: &[Ask], stride: usize) -> usize {
    let both: Vec<_> = laws().iter().map(Both::of).collect();
    let count = combinations(&FACTS);
    compared(asks, |ask| {
        let some = (ask.first..count).step_by(stride);
        let cases = some.len();
        for number in some {
            let mixed = number.wrapping_mul(2_654_435_761);
            let mut values = combination(&FACTS, number);
            let questions = laws()[ask.law].naive.questions.iter().enumerate();
            for (place, _) in questions.filter(|(_, has)| **has) {
                values[fact::QUESTION_1 + place] =
                    [None, Some(0), Some(1), Some(1)][mixed >> (8 + 2 * place) & 3];
            }
            // In a quarter of the cases some facts are declined.
            let declined = if mixed >> 20 & 3 == 0 {
                (mixed >> 24) as u32 & 0x3_F7FF
            } else {
                0
            };
            both[ask.law].plan(ask.moment, &values, declined);
        }
        cases
    })
}

/// Nothing; and birth dates with which a person surely has each age, may have the last one or not, has none, is not yet born.
fn births(ages: &[u16], on: Date) -> Vec<Born> {
    let last = ages.last().copied().unwrap_or(16);
    let year = on.year() - i32::from(last);
    let about = on.replace_year(year).unwrap_or_else(|_| earlier(on, 0));
    vec![
        Born::Year(on.year() - 36),
        Born::Day(about),
        Born::Month(about),
        Born::Year(year),
        Born::Day(on),
        Born::Unknown,
    ]
}

fn asks(stride: usize) -> Vec<Ask> {
    let mut numbers = Numbers::from(6);
    let mut asks = Vec::new();
    for (number, law) in laws().iter().enumerate() {
        let some = Days::of(&law.text);
        let days = some.all().iter().flat_map(|day| [earlier(*day, 1), *day]);
        for on in days.filter(|day| (2022..2040).contains(&day.year())) {
            for born in births(&law.naive.ages, on) {
                let moment = Moment {
                    on,
                    edition: 0,
                    day_after: numbers.one_in(3),
                    born,
                };
                // Different combinations each time.
                let first = numbers.below(stride);
                asks.push(Ask {
                    law: number,
                    moment,
                    first,
                });
            }
        }
    }
    asks
}

#[test]
fn nothing_known_is_the_hardest_case() {
    let all = combinations(&FACTS);
    let mut asks = asks(1);
    asks.retain(|ask| ask.moment.born == Born::Unknown);
    // The second implementation is slow here.
    let asks: Vec<_> = asks.into_iter().step_by(12).collect();
    println!("{} cases are equal", compare(&asks, all));
}

#[test]
fn a_sample_of_the_combinations_on_the_days_of_change() {
    let start = Instant::now();
    let stride = stride(100_003, 400_009);
    let asks = asks(stride);
    println!(
        "{} moments, {} cases are equal, {:?}",
        asks.len(),
        compare(&asks, stride),
        start.elapsed()
    );
}

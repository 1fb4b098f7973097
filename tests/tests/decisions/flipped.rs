//! Flips the facts that an explanation names. For every completion of the unknown facts that reaches the explained row: the
//! fact named for a row above keeps that row from fitting, and a value that the row takes leads the person to it, or to a row
//! further above. If several facts are against the row, they are named one after the other.

use std::time::Instant;

use kz_rules_core::{Obligation, Passed};
use kz_rules_naive::facts::{self, ASSESS_FACTS, FACTS, bit, bits, fact};
use kz_rules_naive::law::Row;
use kz_rules_tests::both::{Born, Both, Moment, Values, combination, combinations};
use kz_rules_tests::laws::{Page, laws};
use kz_rules_tests::parallel::compared;
use kz_rules_tests::random::{Days, Numbers, earlier};
use time::Date;

use super::exhaustive::stride;
use super::persons::{OF_PERSON, Person, answer, bits_of, decides, question};

/// How many persons are made up for a day and a partly known birth date.
const PERSONS: usize = 10;

/// A question whose facts need not all be known.
struct Asked<'a> {
    page: &'a Page,
    both: &'a Both<'a>,
    edition: usize,
    on: Date,
    born: Born,
    told: Values,
}

/// The place of the named fact.
fn place(passed: &Passed) -> Option<usize> {
    let name = passed.fact?.name();
    FACTS.iter().position(|(fact, _)| *fact == name)
}

impl Asked<'_> {
    fn rows(&self) -> &[Row] {
        &self.page.naive.editions[self.edition].rows
    }

    /// All persons that the given facts allow.
    fn completions(&self) -> Vec<Person> {
        let mut known = facts::Facts::on(self.on);
        known.birth = self.born.naive();
        let ages = &self.page.naive.ages;
        let (low, high) = known.bands(ages, self.on);
        let mut all: Vec<Person> = vec![[0; ASSESS_FACTS]];
        for of in 0..ASSESS_FACTS {
            let question = of.checked_sub(fact::QUESTION_1);
            let has = question.and_then(|of| self.page.naive.questions.get(of));
            let values = match (of, self.told[of], has) {
                (fact::BIRTH, ..) => low..high + 1,
                (_, Some(value), _) => value..value + 1,
                (_, None, Some(false)) => 0..1,
                _ => 0..u8::try_from(FACTS[of].1.len()).expect("few"),
            };
            all = all
                .iter()
                .flat_map(|person| {
                    values.clone().map(move |value| {
                        let mut person = *person;
                        person[of] = value;
                        person
                    })
                })
                .collect();
        }
        all
    }

    /// Asks about a fully known person, and returns the row that decides.
    fn decides(&self, person: &Person) -> usize {
        let row = decides(self.rows(), bits_of(person), self.on).expect("a row takes everybody");
        let got = answer(self.page, self.both, self.edition, person, self.on);
        let Row {
            obligation, basis, ..
        } = self.rows()[row];
        assert_eq!(
            got,
            (obligation, basis),
            "{}: {person:?} on {}",
            self.page.name,
            self.on
        );
        row
    }

    /// The library's reason why a row is passed over for a fully known person.
    fn passed(&self, person: &Person, row: usize, decided: usize) -> Passed {
        let (day, facts, settings) = question(self.page, self.both, self.edition, person, self.on);
        let obligation = Obligation::ALL[usize::from(self.rows()[decided].obligation)];
        let trace = self.page.law().explain(day, &facts, settings, obligation);
        let trace = trace.expect("it can be assessed").expect("it is possible");
        assert_eq!(
            trace.passed.len(),
            decided,
            "the rows above the one that decides"
        );
        trace.passed[row]
    }

    /// Flips the fact named for a row, and the fact named then, until the row or one above it decides; returns the number of
    /// flips.
    fn flip(&self, mut person: Person, row: usize, mut named: usize) -> usize {
        let wanted = self.rows()[row].condition.allowed;
        let shown = |person| format!("{} {person:?} on {}, row {row}", self.page.name, self.on);
        for flips in 1..=ASSESS_FACTS {
            assert_eq!(wanted & bit(named, person[named]), 0, "{}", shown(person));
            let values = (0..64).filter(|value| wanted & bits(named) & bit(named, *value) != 0);
            let Some(value) = values.take(1).last() else {
                panic!("no value would do: {}", shown(person));
            };
            person[named] = value;
            let decided = self.decides(&person);
            if decided <= row {
                return flips;
            }
            let passed = self.passed(&person, row, decided);
            assert!(passed.given, "all is known: {}", shown(person));
            named = place(&passed).expect("it applied a moment ago");
        }
        panic!("the row is not reached: {}", shown(person));
    }

    /// Flips the facts named for each row above each obligation, for every completion; returns the number of flips.
    fn check(&self) -> usize {
        let moment = Moment {
            on: self.on,
            edition: self.edition,
            day_after: false,
            born: self.born,
        };
        let (day, facts, settings) = self.both.core(moment, &self.told, 0);
        let completions = self.completions();
        let mut flips = 0;
        for obligation in Obligation::ALL {
            let trace = self.page.law().explain(day, &facts, settings, *obligation);
            let Some(trace) = trace.expect("it can be assessed") else {
                continue;
            };
            let decided = trace.passed.len();
            let come_here: Vec<_> = completions
                .iter()
                .filter(|person| decides(self.rows(), bits_of(person), self.on) == Some(decided))
                .collect();
            assert!(!come_here.is_empty(), "{} on {}", self.page.name, self.on);
            for (row, passed) in trace.passed.iter().enumerate() {
                let Some(named) = place(passed) else {
                    continue;
                };
                for person in &come_here {
                    // A fact that was not given is explained for one completion: each completion has its own.
                    let named = if passed.given {
                        named
                    } else {
                        place(&self.passed(person, row, decided)).expect("it applies")
                    };
                    flips += self.flip(**person, row, named);
                }
            }
        }
        flips
    }
}

/// A day, and a partly known birth date.
fn moments(page: &Page) -> Vec<(Date, Born)> {
    let some = Days::of(&page.text);
    let days = some.all().iter().flat_map(|day| [earlier(*day, 1), *day]);
    let days = days.filter(|day| (200..9999).contains(&day.year()));
    let mut moments = Vec::new();
    for on in days {
        moments.push((on, Born::Unknown));
        for age in page.naive.ages.iter().copied().chain([0, 40]) {
            moments.push((on, Born::Year(on.year() - i32::from(age))));
        }
    }
    moments
}

#[test]
fn flipping_the_named_facts_leads_to_the_passed_row() {
    let start = Instant::now();
    let both: Vec<_> = laws().iter().map(Both::of).collect();
    let stride = stride(1, 23);
    let mut numbers = Numbers::from(17);
    let mut asked = Vec::new();
    for (law, page) in laws().iter().enumerate() {
        for (on, born) in moments(page) {
            for number in 0..PERSONS {
                let edition = number % page.naive.editions.len();
                let mut told = combination(&OF_PERSON, numbers.below(combinations(&OF_PERSON)));
                // Most facts are given, or there would be thousands of completions.
                for of in OF_PERSON {
                    if !numbers.one_in(5) {
                        let value = numbers.below(FACTS[of].1.len());
                        told[of] = Some(u8::try_from(value).expect("few"));
                    }
                }
                for (place, _) in page
                    .naive
                    .questions
                    .iter()
                    .enumerate()
                    .filter(|(_, has)| **has)
                {
                    told[fact::QUESTION_1 + place] = [None, Some(0), Some(1)][numbers.below(3)];
                }
                asked.push((law, on, born, edition, told));
            }
        }
    }
    let some: Vec<_> = asked.into_iter().step_by(stride).collect();
    let flips = compared(&some, |&(law, on, born, edition, told)| {
        Asked {
            page: &laws()[law],
            both: &both[law],
            edition,
            on,
            born,
            told,
        }
        .check()
    });
    println!(
        "{} questions, {flips} flips, {:?}",
        some.len(),
        start.elapsed()
    );
    assert!(flips > 5_000, "only {flips}");
}

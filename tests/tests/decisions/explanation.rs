//! Explanations: each is checked row by row against the table as the second implementation reads it, under every law.

use kz_rules_core::{
    AgeReading, Day, Fact, Facts, Law, Obligation, Outcome, Set, Settings, Trace, Value,
};
use kz_rules_naive as naive;
use kz_rules_tests::both::{Born, Both, Moment, Values, combination, combinations};
use kz_rules_tests::laws::{Page, laws};
use kz_rules_tests::parallel::compared;
use kz_rules_tests::random::{Days, Numbers, earlier};
use naive::facts::{ASSESS_FACTS, FACTS, bit, bits, fact, place};
use time::Date;

use super::persons::WITH_QUESTIONS;

/// The order of the library's facts: held_at_commencement comes before the questions.
const ASKING_ORDER: [usize; ASSESS_FACTS] = [0, 1, 2, 3, 4, 5, 6, 11, 7, 8, 9, 10];

/// The possible values of the facts of an assessment except birth, in the second implementation's bits.
fn possible(facts: &Facts) -> u64 {
    fn of<T: Value + std::fmt::Display>(fact: usize, values: Set<T>) -> u64 {
        let bits = values.iter().map(|value| {
            let word = value.to_string();
            bit(fact, place(FACTS[fact].1, &word).expect("the same words"))
        });
        bits.sum()
    }
    of(fact::OCCASION, facts.possible_occasions())
        | of(fact::STANDING, facts.possible_standings())
        | of(fact::FINGERPRINTED, facts.possibly_fingerprinted())
        | of(fact::ACTION, facts.possible_actions())
        | of(fact::VISA_CHANNEL, facts.possible_visa_channels())
        | of(
            fact::PERMANENT_RESIDENT,
            facts.possibly_permanent_resident(),
        )
        | of(
            fact::HELD_AT_COMMENCEMENT,
            facts.possibly_held_at_commencement(),
        )
        | of(fact::QUESTION_1, facts.possible_question_1())
        | of(fact::QUESTION_1 + 1, facts.possible_question_2())
        | of(fact::QUESTION_1 + 2, facts.possible_question_3())
        | of(fact::QUESTION_1 + 3, facts.possible_question_4())
}

/// A question to be explained.
struct Asked<'a> {
    both: &'a Both<'a>,
    page: &'a Page,
    moment: Moment,
    on: Day,
    facts: Facts,
    settings: Settings,
    /// The given facts, with the possible ages, as bits.
    given: u64,
}

impl Asked<'_> {
    /// Checks a trace row by row.
    fn check(&self, trace: &Trace) {
        let Self {
            page, on, facts, ..
        } = self;
        let shown = std::fmt::from_fn(|f| write!(f, "{} {on:?} {facts:?} {trace:?}", page.name));
        let born = trace.completion.birth().known_day();
        let born = Date::from(born.expect("a completion has a birth date"));
        let allowed = self.moment.born.naive();
        assert!(allowed.first <= born && born <= allowed.last, "{shown}");
        assert!(born <= self.moment.on, "{shown}");
        let reading = match self.settings.age_reading {
            AgeReading::Birthday => naive::facts::AgeReading::Birthday,
            AgeReading::DayAfter => naive::facts::AgeReading::DayAfter,
        };
        let band = naive::facts::band(&page.naive.ages, born, self.moment.on, reading);
        let chosen = possible(&trace.completion) | bit(fact::BIRTH, band);
        for fact in 0..ASSESS_FACTS {
            let chosen = chosen & bits(fact);
            // A question that the law does not have cannot be named.
            let question = fact.checked_sub(fact::QUESTION_1);
            let has =
                question.and_then(|question| page.naive.questions.get(question)) != Some(&false);
            assert!(!has || chosen.is_power_of_two(), "{shown}");
            assert_eq!(chosen & !self.given, 0, "{shown}");
        }
        let mut rows = page.naive.editions[self.moment.edition].rows.iter();
        for passed in &trace.passed {
            let row = rows.next().expect("no more rows than there are");
            assert_eq!(row.basis, self.both.place(passed.provision), "{shown}");
            let first = |person: u64| {
                let mut facts = ASKING_ORDER.into_iter();
                let unlike = facts.find(|fact| person & bits(*fact) & row.condition.allowed == 0);
                unlike.map(|fact| Fact::from_name(FACTS[fact].0).expect("the same facts"))
            };
            let open = row.condition.open(self.moment.on);
            let expected = match (open, first(self.given), first(chosen)) {
                (false, _, _) => (None, true),
                (true, Some(fact), _) => (Some(fact), true),
                (true, None, Some(fact)) => (Some(fact), false),
                (true, None, None) => panic!("this row fits: {shown}"),
            };
            assert_eq!((passed.fact, passed.given), expected, "{shown}");
        }
        let decides = rows.next().expect("a row decides");
        let obligation = naive::facts::OBLIGATIONS[usize::from(decides.obligation)];
        assert_eq!(
            (decides.basis, obligation),
            (self.both.place(trace.basis), trace.obligation.name()),
            "{shown}"
        );
        let fits =
            (0..ASSESS_FACTS).all(|fact| chosen & bits(fact) & decides.condition.allowed != 0);
        assert!(fits && decides.condition.open(self.moment.on), "{shown}");
        let again = page.law().assess(*on, &trace.completion, self.settings);
        let again = again.expect("it can be decided");
        assert_eq!(
            again.outcome(),
            Outcome::Decided(trace.obligation),
            "{shown}"
        );
    }

    /// There is a trace for each possible obligation, and for no other.
    fn check_all(&self) -> usize {
        let law: Law<'_> = self.page.law();
        let Ok(answer) = law.assess(self.on, &self.facts, self.settings) else {
            return 0;
        };
        for obligation in Obligation::ALL {
            let trace = law.explain(self.on, &self.facts, self.settings, *obligation);
            let trace = trace.expect("it can be assessed");
            let possible = answer.possible.contains(*obligation);
            assert_eq!(
                trace.is_some(),
                possible,
                "{:?} {:?} {obligation}",
                self.on,
                self.facts
            );
            if let Some(trace) = trace {
                assert_eq!(trace.obligation, *obligation);
                self.check(&trace);
            }
        }
        answer.possible.len()
    }
}

/// The given facts, as bits.
fn given(page: &Page, moment: Moment, values: &Values) -> u64 {
    let mut facts = naive::facts::Facts::on(moment.on);
    facts.birth = moment.born.naive();
    if moment.day_after {
        facts.age_reading = naive::facts::AgeReading::DayAfter;
    }
    let (low, high) = facts.bands(&page.naive.ages, moment.on);
    let ages: u64 = (low..=high).map(|band| bit(fact::BIRTH, band)).sum();
    let told = WITH_QUESTIONS.map(|fact| match values[fact] {
        Some(value) => bit(fact, value),
        None => bits(fact),
    });
    told.iter().sum::<u64>() | ages
}

#[test]
fn every_trace_can_be_retraced() {
    const CASES: usize = 40;
    let both: Vec<_> = laws().iter().map(Both::of).collect();
    let mut numbers = Numbers::from(9);
    let mut moments = Vec::new();
    for (law, page) in laws().iter().enumerate() {
        let some = Days::of(&page.text);
        for day in some.all().iter().flat_map(|day| [earlier(*day, 1), *day]) {
            let mut births = vec![Born::Unknown];
            for age in page.naive.ages.iter().copied().chain([0, 40]) {
                let year = day.year() - i32::from(age);
                let born = day.replace_year(year).unwrap_or(day);
                births.extend([Born::Day(born), Born::Month(born), Born::Year(born.year())]);
            }
            for born in births {
                let edition = numbers.below(page.naive.editions.len());
                let moment = Moment {
                    on: day,
                    edition,
                    day_after: numbers.one_in(3),
                    born,
                };
                moments.push((law, moment, numbers.below(1 << 30)));
            }
        }
    }
    let traces = compared(&moments, |&(law, moment, seed)| {
        let page = &laws()[law];
        let mut numbers = Numbers::from(seed as u64);
        let count = combinations(&WITH_QUESTIONS);
        (0..CASES)
            .map(|_| {
                let mut values = combination(&WITH_QUESTIONS, numbers.below(count));
                for (place, has) in page.naive.questions.iter().enumerate() {
                    if !has {
                        values[fact::QUESTION_1 + place] = None;
                    }
                }
                let (on, facts, settings) = both[law].core(moment, &values, 0);
                let given = given(page, moment, &values);
                Asked {
                    both: &both[law],
                    page,
                    moment,
                    on,
                    facts,
                    settings,
                    given,
                }
                .check_all()
            })
            .sum()
    });
    assert!(traces > 100_000, "{traces}");
}

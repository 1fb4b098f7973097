//! Compares the shortcuts of the naive implementation with the long way.

use kz_rules_naive::Law;
use kz_rules_naive::assess::assess;
use kz_rules_naive::facts::{AgeReading, Birth, FACTS, Facts, fact};
use kz_rules_naive::plan::plan;
use time::macros::date;
use time::{Date, Duration};

fn laws() -> Vec<Law> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let others = ["evisa-2026", "random-1", "reform-2027"];
    let others = others.map(|name| format!("{root}/tests/vectors/laws/{name}.md"));
    let pages = [format!("{root}/law/kazakhstan.md")]
        .into_iter()
        .chain(others);
    pages
        .map(|page| Law::read(&std::fs::read_to_string(page).expect("a page")).expect("a law"))
        .collect()
}

/// The same numbers in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn day(&mut self, first: Date, last: Date) -> Date {
        let days = (last - first).whole_days() as u64 + 1;
        first + Duration::days(self.below(days) as i64)
    }

    /// A person with about one fact in `unknown` not known.
    fn person(&mut self, law: &Law, unknown: u64) -> Facts {
        let mut facts = Facts::on(self.day(date!(2023 - 10 - 01), date!(2031 - 01 - 31)));
        for (at, (_, words)) in FACTS.iter().enumerate() {
            let question = at.checked_sub(fact::QUESTION_1);
            let has = question.and_then(|question| law.questions.get(question));
            if has != Some(&false) && self.below(unknown) > 0 {
                facts.values[at] = Some(self.below(words.len() as u64) as u8);
            }
        }
        let born = self.day(date!(1985 - 01 - 01), facts.on);
        facts.birth = match self.below(4) {
            0 => Birth::unknown(),
            1 => Birth::year(born.year()),
            2 => Birth::month(born.year(), born.month()),
            _ => Birth::day(born),
        };
        if self.below(4) == 0 {
            facts.age_reading = AgeReading::DayAfter;
        }
        facts
    }
}

#[test]
fn one_of_several_indistinguishable_values_is_enough() {
    let mut numbers = Numbers(7);
    for law in laws() {
        let every = law.trying_every_value();
        for _ in 0..1500 {
            let mut facts = numbers.person(&law, 4);
            assert_eq!(plan(&law, &facts), plan(&every, &facts), "{facts:?}");
            facts.edition = numbers.below(law.editions.len() as u64) as usize;
            assert_eq!(assess(&law, &facts), assess(&every, &facts), "{facts:?}");
        }
    }
}

#[test]
fn an_answer_holds_until_the_first_day_on_which_it_differs() {
    let mut numbers = Numbers(11);
    for law in laws() {
        for _ in 0..60 {
            let mut facts = numbers.person(&law, 5);
            facts.edition = numbers.below(law.editions.len() as u64) as usize;
            let answer = assess(&law, &facts).expect("an answer");
            // If it never changes, check until a person has reached every age.
            let last = answer.holds_until.unwrap_or(date!(2075 - 01 - 01));
            let mut later = facts;
            while later.on < last {
                let found = assess(&law, &later).expect("an answer");
                assert_eq!(
                    found.obligations, answer.obligations,
                    "{facts:?} {}",
                    later.on
                );
                later.on += Duration::DAY;
            }
            let found = assess(&law, &later).expect("an answer");
            let differs = found.obligations != answer.obligations;
            assert_eq!(differs, answer.holds_until.is_some(), "{facts:?}");
        }
    }
}

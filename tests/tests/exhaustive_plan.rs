//! `plan` against the naive evaluator, which walks every completion: on a large sample of the combinations of known and
//! unknown facts, spread evenly over all of them, on the days on which something changes and the days beside them.

use std::time::Instant;

use kz_rules_core::{self as core, Fact, Settings};
use kz_rules_tests::naive::plan::{Answer, Circumstances, Plans};
use kz_rules_tests::naive::{
    Action, AgeReading, Birth, Facts, Location, Occasion, Standing, VisaChannel, YesNo,
};
use kz_rules_tests::parallel::compared;
use kz_rules_tests::rust_api::known;
use time::macros::date;
use time::{Date, Duration};

/// How many combinations of known and unknown facts there are but for the birth.
const COMBINATIONS: usize = 15 * 4 * 3 * 6 * 5 * 3 * 3 * 3usize.pow(6);

/// A combination of known and unknown facts: once for each evaluator.
struct Known {
    naive: Facts,
    circumstances: Circumstances,
    core: core::Facts,
}

/// The combination with this number, for which birth and day are still to be told.
fn combination(number: usize) -> Known {
    let mut rest = number;
    let mut naive = Facts::on(Date::MIN);
    let mut circumstances = Circumstances::default();
    let mut core = core::Facts::default();
    // The next digit of the number: 0 is not known.
    macro_rules! digit {
        ($facts:ident.$fact:ident: $kind:ident as $core:ident) => {
            let digit = rest % ($kind::ALL.len() + 1);
            rest /= $kind::ALL.len() + 1;
            $facts.$fact = digit.checked_sub(1).map(|value| $kind::ALL[value]);
            if let Some(value) = $facts.$fact {
                core = core.$fact(core::$core::from_word(value.word()).expect("the same words"));
            }
        };
    }
    digit!(naive.occasion: Occasion as Occasion);
    digit!(naive.standing: Standing as Standing);
    digit!(naive.fingerprinted: YesNo as Answer);
    digit!(naive.action: Action as Action);
    digit!(naive.visa_channel: VisaChannel as VisaChannel);
    digit!(naive.permanent_resident: YesNo as Answer);
    digit!(naive.held_at_commencement: YesNo as Answer);
    digit!(circumstances.location: Location as Location);
    digit!(circumstances.may_enter: YesNo as Answer);
    digit!(circumstances.has_iin: YesNo as Answer);
    digit!(circumstances.mission_in_pilot: YesNo as Answer);
    digit!(circumstances.mission_takes_fingerprints: YesNo as Answer);
    digit!(circumstances.passport_in_foreign_language: YesNo as Answer);
    assert_eq!(rest, 0);
    Known {
        naive,
        circumstances,
        core,
    }
}

/// A day with an age reading and what is known of a birth; of the combinations of the other facts every `stride`th, from
/// the one numbered `first`.
#[derive(Clone, Copy, Debug)]
struct Ask {
    on: Date,
    reading: AgeReading,
    birth: Birth,
    first: usize,
    stride: usize,
}

impl Ask {
    /// Compares both evaluators, and says how many cases that were.
    fn compare(self) -> usize {
        let settings = Settings {
            age_reading: match self.reading {
                AgeReading::Birthday => core::AgeReading::Birthday,
                AgeReading::DayAfter => core::AgeReading::DayAfter,
            },
            ..Settings::default()
        };
        let settled = |naive: Facts, birth_final| Facts {
            on: self.on,
            age_reading: self.reading,
            birth: self.birth,
            birth_final,
            ..naive
        };
        let mut plans = Plans::of(&settled(Facts::on(self.on), false));
        let mut compared = 0;
        for number in (self.first..COMBINATIONS).step_by(self.stride) {
            let known_facts = combination(number);
            let facts = known_facts.core.born(known(self.birth));
            let Ok(plans) = &mut plans else {
                let expected = Err(core::Error::BirthAfterDecision);
                assert_eq!(core::plan(self.on, &facts, settings), expected, "{self:?}");
                compared += 1;
                continue;
            };
            // Whether the birth is final changes nothing but what is asked.
            for birth_final in [false, true] {
                let naive = settled(known_facts.naive, birth_final);
                let facts = if birth_final {
                    facts.birth_is_final()
                } else {
                    facts
                };
                let expected = plans.answer(&naive, &known_facts.circumstances);
                let got = core::plan(self.on, &facts, settings)
                    .unwrap_or_else(|error| panic!("{error} for {naive:?}"));
                assert!(
                    is_equal(&got, &expected),
                    "{naive:?}\n{:?}\nnaive: {expected:?}\ncore: {got:?}",
                    known_facts.circumstances
                );
                compared += 1;
                if got.ask != Some(Fact::Birth) {
                    break;
                }
            }
        }
        compared
    }
}

fn is_equal(got: &core::Plan, expected: &Answer) -> bool {
    fn words<'a>(words: &[&str], others: impl Iterator<Item = &'a str>) -> bool {
        others.eq(words.iter().copied())
    }
    got.verdict.word() == expected.verdict
        && words(&expected.steps, got.steps.iter().map(|it| it.step.word()))
        && words(&expected.blocked, got.blocked.iter().map(core::Goal::word))
        && words(&expected.basis, got.basis.iter().map(|it| it.id()))
        && got.ask.map(Fact::word) == expected.ask
        && words(
            &expected.ways_out,
            got.ways_out.iter().map(core::VisaChannel::word),
        )
        && words(&expected.cautions, got.cautions.iter().map(|it| it.id()))
}

/// The first days on which a provision that a plan rests on applies, or no longer does; and of the cautions.
const CHANGES: [Date; 7] = [
    date!(2024 - 01 - 01),
    date!(2024 - 02 - 24),
    date!(2024 - 04 - 13),
    date!(2025 - 01 - 01),
    date!(2025 - 07 - 01),
    date!(2025 - 10 - 21),
    date!(2026 - 01 - 01),
];

/// Nothing; and births as of which a person is surely 16, may be 16 or not, is a child, is not born yet.
fn births(on: Date) -> [Birth; 8] {
    let sixteenth = on.replace_year(on.year() - 16).expect("no leap day");
    [
        Birth::Unknown,
        Birth::Year(1990),
        Birth::Day(sixteenth),
        Birth::Day(sixteenth + Duration::DAY),
        Birth::Month(sixteenth.year(), sixteenth.month()),
        Birth::Year(on.year() - 12),
        Birth::Day(on),
        Birth::Day(on + Duration::DAY),
    ]
}

/// The days on which something changes and the days beside them.
fn days() -> impl Iterator<Item = Date> {
    let around = |day: Date| [day - Duration::DAY, day, day + Duration::DAY];
    CHANGES.into_iter().flat_map(around)
}

#[test]
fn nothing_known_is_the_hardest_case() {
    let asks: Vec<_> = days()
        .map(|on| Ask {
            on,
            reading: AgeReading::Birthday,
            birth: Birth::Unknown,
            first: 0,
            stride: COMBINATIONS,
        })
        .collect();
    println!("{} cases are equal", compared(&asks, |ask| ask.compare()));
}

#[test]
fn a_sample_of_the_combinations_on_the_days_of_change() {
    // A prime, so that each fact goes through all its values.
    const STRIDE: usize = 3001;
    let start = Instant::now();
    let mut asks = Vec::new();
    for on in days() {
        for birth in births(on) {
            // Not the same combinations every time.
            let first = asks.len() * 31 % STRIDE;
            let reading = [AgeReading::Birthday, AgeReading::DayAfter][asks.len() / 8 % 2];
            asks.push(Ask {
                on,
                reading,
                birth,
                first,
                stride: STRIDE,
            });
        }
    }
    println!(
        "{} moments, {} cases are equal, {:?}",
        asks.len(),
        compared(&asks, |ask| ask.compare()),
        start.elapsed()
    );
}

//! `assess` against the naive evaluator, which tries every completion: on every combination of
//! known and unknown facts, on the days on which something changes and the days beside them; and on
//! a sample of the combinations on every other day.

use std::collections::HashMap;
use std::iter;
use std::sync::LazyLock;
use std::time::Instant;

use kz_rules_core::{self as core, Assessment, Fact, Settings};
use kz_rules_tests::naive::assess::{Answer, Moment};
use kz_rules_tests::naive::{
    Action, AgeReading, Birth, Edition, Facts, Occasion, Standing, VisaChannel, YesNo,
};
use kz_rules_tests::parallel::compared;
use kz_rules_tests::rust_api::known;
use time::macros::date;
use time::{Date, Duration, Month};

/// What is known of a person but for the birth: once for each evaluator.
struct Known {
    naive: Facts,
    core: core::Facts,
}

/// Every combination of known and unknown facts but for the birth.
fn combinations() -> Vec<Known> {
    /// Not known, or one of the values.
    fn each<T: Copy>(values: &[T]) -> Vec<Option<T>> {
        iter::once(None)
            .chain(values.iter().copied().map(Some))
            .collect()
    }
    let mut all = Vec::new();
    for &occasion in &each(Occasion::ALL) {
        for &standing in &each(Standing::ALL) {
            for &fingerprinted in &each(YesNo::ALL) {
                for &action in &each(Action::ALL) {
                    for &visa_channel in &each(VisaChannel::ALL) {
                        for &permanent_resident in &each(YesNo::ALL) {
                            for &held_at_commencement in &each(YesNo::ALL) {
                                let naive = Facts {
                                    occasion,
                                    standing,
                                    fingerprinted,
                                    action,
                                    visa_channel,
                                    permanent_resident,
                                    held_at_commencement,
                                    ..Facts::on(Date::MIN)
                                };
                                all.push(Known {
                                    core: in_core(&naive),
                                    naive,
                                });
                            }
                        }
                    }
                }
            }
        }
    }
    all
}

/// The facts but for the birth, as the core takes them.
fn in_core(naive: &Facts) -> core::Facts {
    let mut facts = core::Facts::default();
    macro_rules! tell {
        ($($fact:ident: $kind:ident;)+) => { $(
            if let Some(value) = naive.$fact {
                facts = facts.$fact(core::$kind::from_word(value.word()).expect("the same words"));
            }
        )+ };
    }
    tell! {
        occasion: Occasion;
        standing: Standing;
        fingerprinted: Answer;
        action: Action;
        visa_channel: VisaChannel;
        permanent_resident: Answer;
        held_at_commencement: Answer;
    }
    facts
}

/// An answer in few bits, for comparison. What both evaluators give is in it.
#[derive(Debug, PartialEq, Eq)]
struct Key {
    obligations: u16,
    basis: u64,
    basis_count: usize,
    relevant: u16,
    ask: Option<u8>,
    holds_until: Option<Date>,
    conflict: bool,
    cautions: [Option<u8>; 2],
}

/// The number of each word and identifier.
static NUMBERS: LazyLock<HashMap<&str, u8>> = LazyLock::new(|| {
    let obligations = core::Obligation::ALL
        .iter()
        .map(|it| (it.word(), it.code()));
    let facts = Fact::ALL.iter().map(|it| (it.word(), it.code()));
    let provision = |it: &core::Provision| (it.id(), number(*it));
    obligations
        .chain(facts)
        .chain(core::Provision::ALL.iter().map(provision))
        .collect()
});

/// Provisions are few enough for one bit each.
fn number(provision: core::Provision) -> u8 {
    u8::try_from(provision.code())
        .ok()
        .filter(|number| *number < 64)
        .expect("fewer than 64 provisions")
}

impl Key {
    fn of_core(answer: &Assessment) -> Self {
        let cautions: Vec<_> = answer.cautions().map(number).collect();
        if let Some(conflict) = answer.conflict() {
            let both = [
                core::Provision::L50CitizenVoluntary,
                core::Provision::MiaScope,
            ];
            assert_eq!(conflict, both);
        }
        let decided = answer.possible.single();
        assert_eq!(
            matches!(answer.outcome(), core::Outcome::Decided(_)),
            decided.is_some()
        );
        assert_eq!(
            answer.duties().is_some(),
            decided == Some(core::Obligation::Mandatory)
        );
        Self {
            obligations: answer.possible.bits(),
            basis: answer
                .basis()
                .map(|it| 1 << number(it))
                .fold(0, std::ops::BitOr::bitor),
            basis_count: answer.basis().count(),
            relevant: answer.relevant.bits(),
            ask: answer.ask.map(Fact::code),
            holds_until: answer.holds_until.map(Date::from),
            conflict: answer.conflict().is_some(),
            cautions: [cautions.first().copied(), cautions.get(1).copied()],
        }
    }

    fn of_naive(answer: &Answer) -> Self {
        let numbers = &*NUMBERS;
        let set = |words: &[&str]| words.iter().map(|word| 1 << (numbers[word] - 1)).sum();
        let caution = |place: usize| answer.cautions.get(place).map(|id| numbers[id]);
        Self {
            obligations: set(&answer.obligations),
            basis: answer.basis.iter().map(|id| 1 << numbers[id]).sum(),
            basis_count: answer.basis.len(),
            relevant: set(&answer.relevant),
            ask: answer.ask.map(|fact| numbers[fact]),
            holds_until: answer.holds_until,
            conflict: answer.conflict,
            cautions: [caution(0), caution(1)],
        }
    }
}

/// A day with an edition, an age reading and what is known of a birth; of the combinations of the
/// other facts every `stride`th, from the one numbered `first`.
#[derive(Clone, Copy, Debug)]
struct Ask {
    on: Date,
    edition: Edition,
    reading: AgeReading,
    birth: Birth,
    first: usize,
    stride: usize,
}

impl Ask {
    /// Compares both evaluators, and says how many cases that were.
    fn compare(self, combinations: &[Known]) -> usize {
        let settings = Settings {
            edition: core::Edition::from_word(self.edition.word()).expect("the same words"),
            age_reading: match self.reading {
                AgeReading::Birthday => core::AgeReading::Birthday,
                AgeReading::DayAfter => core::AgeReading::DayAfter,
            },
        };
        let settled = |naive: Facts, birth_final| Facts {
            on: self.on,
            edition: self.edition,
            age_reading: self.reading,
            birth: self.birth,
            birth_final,
            ..naive
        };
        let moment = Moment::of(&settled(Facts::on(self.on), false));
        let mut compared = 0;
        for known_facts in combinations.iter().skip(self.first).step_by(self.stride) {
            let facts = known_facts.core.born(known(self.birth));
            let Ok(moment) = &moment else {
                let expected = Err(core::Error::BirthAfterDecision);
                assert_eq!(
                    core::assess(self.on, &facts, settings),
                    expected,
                    "{self:?}"
                );
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
                let expected = moment.answer(&naive);
                let got = core::assess(self.on, &facts, settings)
                    .unwrap_or_else(|error| panic!("{error} for {naive:?}"));
                let key = Key::of_naive(&expected);
                assert!(
                    key == Key::of_core(&got),
                    "{naive:?}\nnaive: {expected:?}\ncore: {got:?}"
                );
                compared += 1;
                if key.ask != Some(Fact::Birth.code()) {
                    break;
                }
            }
        }
        compared
    }
}

/// Compares all, and says how many cases that were.
fn compare(asks: &[Ask]) -> usize {
    let combinations = combinations();
    assert_eq!(combinations.len(), 15 * 4 * 3 * 6 * 5 * 3 * 3);
    compared(asks, |ask| ask.compare(&combinations))
}

const EDITIONS: [Edition; 2] = [Edition::Enacted, Edition::Announced];

/// The days on which something changes and the days beside them, each with births on which it
/// depends.
fn days_of_change() -> Vec<(Date, Vec<Birth>)> {
    // The start, the end of the suspension, the caution about electronic visas. What other
    // provisions start or end changes no assessment; their days are among those sampled below.
    let changes = [
        date!(2024 - 01 - 01),
        date!(2025 - 07 - 01),
        date!(2025 - 10 - 21),
    ];
    let around = changes
        .into_iter()
        .flat_map(|day| [day - Duration::DAY, day, day + Duration::DAY]);
    // The first and the last day there is.
    let ends = [date!(0001 - 01 - 01), date!(9999 - 12 - 31)];
    let days = around.chain(ends).map(|day| (day, births(day)));
    // Born on a leap day: 12 and 16 in a leap year, and in a year without the day.
    let leap = [
        (date!(2012 - 02 - 29), date!(2024 - 02 - 29)),
        (date!(2008 - 02 - 29), date!(2024 - 02 - 29)),
        (date!(2088 - 02 - 29), date!(2100 - 03 - 01)),
        (date!(2084 - 02 - 29), date!(2100 - 03 - 01)),
    ];
    let leap = leap.into_iter().flat_map(|(birth, birthday)| {
        let births = [Birth::Day(birth), Birth::Month(birth.year(), birth.month())];
        let days = [birthday - Duration::DAY, birthday, birthday + Duration::DAY];
        days.map(|day| (day, births.to_vec()))
    });
    leap.chain(days).collect()
}

/// Nothing; and births as of which a person is newborn, 12 or 16 about this day, or not born yet.
fn births(on: Date) -> Vec<Birth> {
    let day: fn(Date) -> Birth = Birth::Day;
    let month: fn(Date) -> Birth = |day| Birth::Month(day.year(), day.month());
    let year: fn(Date) -> Birth = |day| Birth::Year(day.year());
    let about = [
        (day, [-1, 0, 1]),
        (month, [-31, 0, 31]),
        (year, [-366, 0, 366]),
    ];
    let mut births = vec![Birth::Unknown];
    for age in [0, 12, 16] {
        for (birth, days) in about {
            for birthday in days
                .into_iter()
                .filter_map(|days| on.checked_add(Duration::days(days)))
            {
                births.extend(years_before(birthday, age).map(birth));
            }
        }
    }
    births
}

/// The day so many years earlier, of the years that are supported; 1 March for a day that there is
/// not.
fn years_before(day: Date, years: i32) -> Option<Date> {
    let year = Some(day.year() - years).filter(|year| (1..=9999).contains(year))?;
    let march = || Date::from_calendar_date(year, Month::March, 1).ok();
    day.replace_year(year).ok().or_else(march)
}

#[test]
fn every_combination_on_the_days_of_change() {
    let start = Instant::now();
    let mut asks = Vec::new();
    for (on, births) in days_of_change() {
        for birth in births {
            for edition in EDITIONS {
                for reading in [AgeReading::Birthday, AgeReading::DayAfter] {
                    // Without a birth date there is no age to read.
                    if birth != Birth::Unknown || reading == AgeReading::Birthday {
                        asks.push(Ask {
                            on,
                            edition,
                            reading,
                            birth,
                            first: 0,
                            stride: 1,
                        });
                    }
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
fn a_sample_of_the_combinations_on_every_day_of_three_years() {
    const STRIDE: usize = 997;
    let start = Instant::now();
    let mut asks = Vec::new();
    let days = iter::successors(Some(date!(2023 - 12 - 25)), |day| day.next_day());
    for on in days.take_while(|day| *day < date!(2027 - 01 - 10)) {
        for birth in births(on) {
            // Not the same combinations every day.
            let first = asks.len() * 31 % STRIDE;
            asks.push(Ask {
                on,
                edition: EDITIONS[asks.len() % 2],
                reading: [AgeReading::Birthday, AgeReading::DayAfter][asks.len() / 2 % 2],
                birth,
                first,
                stride: STRIDE,
            });
        }
    }
    println!(
        "{} moments, {} cases are equal, {:?}",
        asks.len(),
        compare(&asks),
        start.elapsed()
    );
}

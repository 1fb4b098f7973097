//! Explanations: each is walked again, row by row, over the public table, for every combination of known and unknown facts.

use std::ptr::{null, null_mut};

use kz_rules_core::{
    Action, AgeBand, AgeReading, Answer, Birth, Date, Edition, Fact, Facts, Month, Obligation,
    Occasion, Outcome, Set, Settings, Standing, Trace, Value, VisaChannel, assess, explain,
};
use kz_rules_ffi::*;
use kz_rules_tests::abi::{answered, refused, status};
use kz_rules_tests::rust_api::{FACTS, wanted};
use time::macros::date;

/// The values that facts leave possible, as bits; the ages as this test has worked them out.
fn possible(facts: &Facts, ages: Set<AgeBand>) -> [u16; 8] {
    [
        facts.possible_occasions().bits(),
        facts.possible_standings().bits(),
        ages.bits(),
        facts.possibly_fingerprinted().bits(),
        facts.possible_actions().bits(),
        facts.possible_visa_channels().bits(),
        facts.possibly_permanent_resident().bits(),
        facts.possibly_held_at_commencement().bits(),
    ]
}

/// The band of who was born on a day, by counting birthdays.
fn band(born: Date, on: Date, reading: AgeReading) -> AgeBand {
    let reached = |years: i32| {
        let birthday = born.replace_year(born.year() + years).unwrap_or_else(|_| {
            Date::from_calendar_date(born.year() + years, Month::March, 1).expect("a day")
        });
        match reading {
            AgeReading::Birthday => birthday <= on,
            AgeReading::DayAfter => birthday < on,
        }
    };
    match (reached(12), reached(16)) {
        (_, true) => AgeBand::From16,
        (true, false) => AgeBand::From12,
        (false, false) => AgeBand::Under12,
    }
}

/// A birth date, as far as it is known: the days that it allows; none of them: all.
#[derive(Clone, Debug)]
struct Known {
    birth: Birth,
    days: Vec<Date>,
}

impl Known {
    fn new(birth: impl Into<Birth>, days: impl Fn(Date) -> bool) -> Self {
        let all = (1970..=2028).flat_map(|year| {
            (1..=366).filter_map(move |day| Date::from_ordinal_date(year, day).ok())
        });
        Self {
            birth: birth.into(),
            days: all.filter(|day| days(*day)).collect(),
        }
    }

    /// The bands that it allows, by trying its days.
    fn bands(&self, on: Date, reading: AgeReading) -> Set<AgeBand> {
        if self.birth == Birth::UNKNOWN {
            return AgeBand::ALL.iter().copied().collect();
        }
        let until = self.days.iter().filter(|day| **day <= on);
        until.map(|day| band(*day, on, reading)).collect()
    }

    fn allows(&self, born: Date) -> bool {
        self.birth == Birth::UNKNOWN || self.days.contains(&born)
    }
}

/// Walks a trace again.
fn check(
    on: Date,
    facts: &Facts,
    given: Set<AgeBand>,
    known: &Known,
    settings: Settings,
    trace: &Trace,
) {
    let shown = std::fmt::from_fn(|f| write!(f, "{on} {settings:?} {facts:?} {known:?} {trace:?}"));
    let born = trace.completion.birth().known_day();
    let born = born.expect("a completion has a birth date").date();
    assert!(known.allows(born) && born <= on, "{shown}");
    let given = possible(facts, given);
    let chosen = possible(
        &trace.completion,
        band(born, on, settings.age_reading).into(),
    );
    for (given, chosen) in given.into_iter().zip(chosen) {
        assert!(chosen.is_power_of_two() && chosen & !given == 0, "{shown}");
    }
    let mut rules = settings.edition.rules().iter();
    for passed in &trace.passed {
        let rule = rules.next().expect("no more rows than there are");
        assert_eq!(rule.basis(), passed.provision, "{shown}");
        let over = rule.until().is_some_and(|until| until <= on);
        let first = |facts: [u16; 8]| {
            let mut wanted = FACTS.into_iter().zip(wanted(rule)).zip(facts);
            wanted
                .find(|((_, wanted), has)| wanted & has == 0)
                .map(|((fact, _), _)| fact)
        };
        let expected = match (over, first(given), first(chosen)) {
            (true, _, _) => (None, true),
            (false, Some(fact), _) => (Some(fact), true),
            (false, None, Some(fact)) => (Some(fact), false),
            (false, None, None) => panic!("this row fits: {shown}"),
        };
        assert_eq!((passed.fact, passed.given), expected, "{shown}");
    }
    let decides = rules.next().expect("a row decides");
    assert_eq!(
        (decides.basis(), decides.obligation()),
        (trace.basis, trace.obligation),
        "{shown}"
    );
    let fits = wanted(decides)
        .into_iter()
        .zip(chosen)
        .all(|(wanted, has)| wanted & has != 0);
    assert!(
        fits && decides.until().is_none_or(|until| on < until),
        "{shown}"
    );
    let again = assess(on, &trace.completion, settings).expect("it can be decided");
    assert_eq!(
        again.outcome(),
        Outcome::Decided(trace.obligation),
        "{shown}"
    );
}

/// One of the values, or any: unknown.
fn or_unknown<T: Value>(values: &[T]) -> Vec<Set<T>> {
    let known = values.iter().map(|value| Set::from(*value));
    known.chain([T::ALL.iter().copied().collect()]).collect()
}

#[test]
fn every_trace_can_be_walked_again() {
    let days = [
        date!(2023 - 12 - 31),
        date!(2024 - 06 - 01),
        date!(2025 - 07 - 01),
        date!(2028 - 02 - 29),
    ];
    let of_day = |day: Date| Known::new(day, |other| other == day);
    let births = [
        Known::new(Birth::UNKNOWN, |_| false),
        Known::new(Birth::year(2012), |day| day.year() == 2012),
        Known::new(Birth::month(2012, 2), |day| {
            (day.year(), day.month()) == (2012, Month::February)
        }),
        of_day(date!(2012 - 02 - 29)),
        of_day(date!(2016 - 03 - 01)),
        of_day(date!(1980 - 01 - 01)),
    ];
    let occasions = [
        Occasion::Visa,
        Occasion::ResidenceCard,
        Occasion::Expulsion,
        Occasion::CitizenPassport,
        Occasion::Other,
    ];
    let actions = [Action::FirstIssue, Action::Holding];
    let channels = [VisaChannel::ForeignMission, VisaChannel::Electronic];
    let mut traces = 0;
    for on in days {
        for birth in &births {
            for edition in Edition::ALL {
                for age_reading in AgeReading::ALL {
                    let settings = Settings {
                        edition: *edition,
                        age_reading: *age_reading,
                    };
                    let bands = birth.bands(on, *age_reading);
                    for standing in or_unknown(Standing::ALL) {
                        for occasion in or_unknown(&occasions) {
                            for action in or_unknown(&actions) {
                                for channel in or_unknown(&channels) {
                                    for fingerprinted in or_unknown(Answer::ALL) {
                                        for held in or_unknown(Answer::ALL) {
                                            let facts = Facts::default()
                                                .born(birth.birth)
                                                .standing(standing)
                                                .occasion(occasion)
                                                .action(action)
                                                .visa_channel(channel)
                                                .fingerprinted(fingerprinted)
                                                .permanent_resident(held)
                                                .held_at_commencement(held);
                                            traces += check_all(on, &facts, bands, birth, settings);
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(traces > 100_000, "{traces}");
}

/// There is a trace for each possible obligation, and for no other.
fn check_all(
    on: Date,
    facts: &Facts,
    bands: Set<AgeBand>,
    known: &Known,
    settings: Settings,
) -> usize {
    let possible = assess(on, facts, settings)
        .expect("it can be assessed")
        .possible;
    for obligation in Obligation::ALL {
        let trace = explain(on, facts, settings, *obligation).expect("it can be assessed");
        assert_eq!(
            trace.is_some(),
            possible.contains(*obligation),
            "{on} {facts:?} {obligation}"
        );
        if let Some(trace) = trace {
            assert_eq!(trace.obligation, *obligation);
            check(on, facts, bands, known, settings, &trace);
        }
    }
    possible.len()
}

#[test]
fn c_gets_the_same_explanation_with_a_completion_it_can_ask_about() {
    let facts = kz_facts {
        on: kz_date {
            year: 2024,
            month: 6,
            day: 1,
        },
        birth: kz_date {
            year: 2008,
            month: 0,
            day: 0,
        },
        birth_precision: 1,
        standing: 2,
        location: 2,
        has_iin: 1,
        ..kz_facts::default()
    };
    let answer: kz_assessment = answered(|out| unsafe { kz_assess(&facts, out) });
    assert_eq!(
        answer.obligations, 0b1101,
        "mandatory, not required, suspended"
    );
    for obligation in Obligation::ALL {
        let code = obligation.code();
        if answer.obligations >> (code - 1) & 1 == 0 {
            refused("NOT_POSSIBLE", |out| unsafe {
                kz_explain(&facts, code, out)
            });
            continue;
        }
        let trace: kz_trace = answered(|out| unsafe { kz_explain(&facts, code, out) });
        let alone: kz_assessment = answered(|out| unsafe { kz_assess(&trace.completion, out) });
        assert_eq!(
            (alone.obligation, alone.basis_count, alone.basis[0]),
            (code, 1, trace.basis)
        );
        let kept = kz_facts {
            on: facts.on,
            standing: 2,
            location: 2,
            has_iin: 1,
            ..trace.completion
        };
        assert_eq!(kept, trace.completion, "what was given stays");
        assert_eq!(trace.completion.birth_precision, 3);

        let rust = Facts::default()
            .standing(Standing::Foreigner)
            .born(Birth::year(2008));
        let rust = explain(
            date!(2024 - 06 - 01),
            &rust,
            Settings::default(),
            *obligation,
        );
        let rust = rust.expect("it can be assessed").expect("it is possible");
        let row = |row: &kz_rules_core::Passed| kz_passed {
            provision: row.provision.code(),
            fact: row.fact.map_or(0, Fact::code),
            given: if row.given { 1 } else { 2 },
        };
        let rows: Vec<_> = rust.passed.iter().map(row).collect();
        let count = usize::from(trace.passed_count);
        assert_eq!(trace.passed[..count], rows);
        assert!(
            trace.passed[count..]
                .iter()
                .all(|row| *row == kz_passed::default())
        );
        assert_eq!((trace.basis, trace.obligation), (rust.basis.code(), code));
    }
    for value in (6..=255).chain([0]) {
        refused("BAD_OBLIGATION", |out| unsafe {
            kz_explain(&facts, value, out)
        });
    }
    refused("NULL", |out| unsafe { kz_explain(null(), 1, out) });
    assert_eq!(unsafe { kz_explain(&facts, 1, null_mut()) }, status("NULL"));
    let wrong = kz_facts {
        occasion: 99,
        ..facts
    };
    refused("BAD_OCCASION", |out| unsafe { kz_explain(&wrong, 1, out) });
}

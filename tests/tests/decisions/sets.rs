//! Facts with several possible values: the answer combines those for all the single values.

use std::collections::BTreeSet;

use kz_rules_core::{
    Action, Answer, Birth, Date, Day, Edition, Fact, Facts, Obligation, Occasion, Outcome,
    Provision, Set, Settings, Standing, Value, VisaChannel, built_in,
};
use proptest::prelude::*;
use time::macros::date;

/// The facts of a completion, in asking order except for the last.
const FACTS: [Fact; 8] = [
    Fact::Occasion,
    Fact::Standing,
    Fact::Birth,
    Fact::Fingerprinted,
    Fact::Action,
    Fact::VisaChannel,
    Fact::PermanentResident,
    Fact::HeldAtCommencement,
];

/// The built-in law's answer on a date.
fn assess(
    on: Date,
    facts: &Facts,
    settings: Settings,
) -> Result<kz_rules_core::Assessment<'static>, kz_rules_core::Error> {
    kz_rules_core::assess(Day::of(on).expect("it is supported"), facts, settings)
}

/// The possible values: a birth date or none, and for each other fact some values.
#[derive(Clone, Copy, Debug)]
struct Possible {
    birth: Option<Date>,
    occasion: Set<Occasion>,
    standing: Set<Standing>,
    fingerprinted: Set<Answer>,
    action: Set<Action>,
    visa_channel: Set<VisaChannel>,
    permanent_resident: Set<Answer>,
    held_at_commencement: Set<Answer>,
}

/// A completion: for each fact, the place of its value among all values, in asking order; for
/// birth, an age.
type Completion = [u8; 8];

/// Ages in years, one of each band.
const AGES: [u8; 3] = [5, 14, 40];

impl Possible {
    fn facts(&self) -> Facts {
        let birth = self.birth.map_or(Birth::UNKNOWN, Birth::from);
        Facts::default()
            .born(birth)
            .occasion(self.occasion)
            .standing(self.standing)
            .fingerprinted(self.fingerprinted)
            .action(self.action)
            .visa_channel(self.visa_channel)
            .permanent_resident(self.permanent_resident)
            .held_at_commencement(self.held_at_commencement)
    }

    /// Every completion on a day, with the core's answer for it alone.
    fn completions(
        &self,
        on: Date,
        settings: Settings,
    ) -> Vec<(Completion, Obligation, Provision)> {
        let births: Vec<_> = match self.birth {
            Some(birth) => vec![(0, birth)],
            None => AGES.map(|age| (age, years_before(on, age))).to_vec(),
        };
        let mut all = Vec::new();
        for occasion in self.occasion.iter() {
            for standing in self.standing.iter() {
                for &(age, birth) in &births {
                    for fingerprinted in self.fingerprinted.iter() {
                        for action in self.action.iter() {
                            for channel in self.visa_channel.iter() {
                                for resident in self.permanent_resident.iter() {
                                    for held in self.held_at_commencement.iter() {
                                        let facts = Facts::default()
                                            .occasion(occasion)
                                            .standing(standing)
                                            .born(birth)
                                            .fingerprinted(fingerprinted)
                                            .action(action)
                                            .visa_channel(channel)
                                            .permanent_resident(resident)
                                            .held_at_commencement(held);
                                        let answer = assess(on, &facts, settings).unwrap();
                                        let Outcome::Decided(obligation) = answer.outcome() else {
                                            panic!("all is known of {facts:?}: {answer:?}");
                                        };
                                        let [basis] = answer.basis().collect::<Vec<_>>()[..] else {
                                            panic!("more than one row fits {facts:?}: {answer:?}");
                                        };
                                        let completion = [
                                            occasion.code(),
                                            standing.code(),
                                            age,
                                            fingerprinted.code(),
                                            action.code(),
                                            channel.code(),
                                            resident.code(),
                                            held.code(),
                                        ];
                                        all.push((completion, obligation, basis));
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        all
    }

    fn obligations(&self, on: Date, settings: Settings) -> Set<Obligation> {
        self.completions(on, settings)
            .iter()
            .map(|(_, obligation, _)| *obligation)
            .collect()
    }
}

fn years_before(day: Date, years: u8) -> Date {
    day.replace_year(day.year() - i32::from(years))
        .expect("no leap day is used here")
}

/// The facts for which two completions differ in this fact only, and in the obligation.
fn relevant(completions: &[(Completion, Obligation, Provision)]) -> Set<Fact> {
    let differ_in = |place: usize| {
        // Completions that differ in this fact only are neighbours.
        let mut rest: Vec<_> = completions
            .iter()
            .map(|(completion, obligation, _)| {
                let mut but_for_this = *completion;
                but_for_this[place] = 0;
                (but_for_this, *obligation)
            })
            .collect();
        rest.sort_unstable();
        rest.windows(2)
            .any(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1)
    };
    // The fact about the document held is never asked for.
    (0..FACTS.len() - 1)
        .filter(|place| differ_in(*place))
        .map(|place| FACTS[place])
        .collect()
}

/// Some values of a fact: any, all, or a single one.
fn some<T: Value>() -> impl Strategy<Value = Set<T>> {
    let count = T::ALL.len();
    let set = |bits: u16| {
        T::ALL
            .iter()
            .enumerate()
            .filter(move |(place, _)| bits >> place & 1 == 1)
    };
    let of = move |bits| set(bits).map(|(_, value)| *value).collect::<Set<T>>();
    prop_oneof![
        (1..1u16 << count).prop_map(of),
        (0..count).prop_map(move |place| of(1 << place)),
        Just(of(u16::MAX)),
    ]
}

fn possible() -> impl Strategy<Value = Possible> {
    let births = prop_oneof![
        Just(None),
        (date!(2005 - 06 - 01).to_julian_day()..date!(2014 - 06 - 01).to_julian_day())
            .prop_map(|day| Some(Date::from_julian_day(day).expect("a day")))
            .prop_filter("a leap day has no birthday in other years", |birth| {
                birth.is_none_or(|birth| birth.replace_year(2025).is_ok())
            }),
    ];
    let facts = (some(), some(), some(), some(), some(), some(), some());
    (births, facts).prop_map(|(birth, facts)| Possible {
        birth,
        occasion: facts.0,
        standing: facts.1,
        fingerprinted: facts.2,
        action: facts.3,
        visa_channel: facts.4,
        permanent_resident: facts.5,
        held_at_commencement: facts.6,
    })
}

/// The days on which the answers may change, apart from birthdays.
const CHANGES: [Date; 2] = [date!(2024 - 01 - 01), date!(2025 - 07 - 01)];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_500,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn several_values_combine_the_answers_of_each(
        possible in possible(),
        days_from_new_year_2023 in 0u16..1461,
        announced: bool,
    ) {
        let on = date!(2023 - 01 - 01) + time::Duration::days(days_from_new_year_2023.into());
        prop_assume!(on.replace_year(2025).is_ok());
        let edition = if announced { built_in::ANNOUNCED } else { Edition::FIRST };
        let settings = Settings { edition, ..Settings::default() };
        let answer = assess(on, &possible.facts(), settings).unwrap();

        let completions = possible.completions(on, settings);
        let obligations = possible.obligations(on, settings);
        prop_assert_eq!(answer.possible, obligations);

        let expected: BTreeSet<_> = completions.iter().map(|(_, _, basis)| *basis).collect();
        let basis: BTreeSet<_> = answer.basis().collect();
        prop_assert_eq!(basis.len(), answer.basis().count(), "no basis twice");
        prop_assert_eq!(&basis, &expected);

        let relevant = relevant(&completions);
        prop_assert_eq!(answer.relevant, relevant);
        prop_assert_eq!(answer.ask, relevant.iter().next());
        let never_to_ask = assess(on, &possible.facts().decline(Fact::Birth), settings).unwrap();
        let but_birth = relevant.iter().find(|fact| *fact != Fact::Birth);
        prop_assert_eq!(never_to_ask.ask, but_birth);

        let birthdays = possible.birth.into_iter().flat_map(|birth| {
            [12, 16].map(|age| birth.replace_year(birth.year() + age).expect("no leap day"))
        });
        let changes = CHANGES.into_iter().chain(birthdays);
        let differs = |day: &Date| *day > on && possible.obligations(*day, settings) != obligations;
        let until = changes.filter(differs).min();
        prop_assert_eq!(answer.holds_until.map(Date::from), until);

        let announced = Settings { edition: built_in::ANNOUNCED, ..settings };
        let conflict = edition == Edition::FIRST
            && expected == BTreeSet::from([built_in::L50_CITIZEN_VOLUNTARY])
            && possible.obligations(on, announced).contains(Obligation::Mandatory);
        prop_assert_eq!(answer.conflict().is_some(), conflict);
    }
}

#[test]
fn setting_a_fact_again_replaces_it() {
    let on = date!(2024 - 06 - 01);
    let told = |occasion: Occasion, standing: Standing| {
        Facts::default()
            .occasion(occasion)
            .standing(standing)
            .fingerprinted(false)
    };
    for first in Occasion::ALL {
        for last in Occasion::ALL {
            for standing in Standing::ALL {
                let corrected = told(*first, Standing::Citizen)
                    .standing(*standing)
                    .occasion(*last);
                let at_once = told(*last, *standing);
                assert_eq!(corrected, at_once);
                let settings = Settings::default();
                assert_eq!(
                    assess(on, &corrected, settings),
                    assess(on, &at_once, settings)
                );
            }
        }
    }
}

#[test]
fn an_empty_set_of_values_is_ignored() {
    let none = Facts::default()
        .standing(Set::EMPTY)
        .occasion(Set::EMPTY)
        .fingerprinted(Set::EMPTY);
    assert_eq!(none, Facts::default());
}

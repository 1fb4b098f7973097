//! The rule tables and the catalogue as tables: nothing in them is dead, nothing is left undecided, and they fit each other.

use std::collections::BTreeSet;

use kz_rules_core::{
    Action, Answer, Date, Document, Edition, Facts, Milestone, Obligation, Occasion, Outcome,
    Provision, Settings, Standing, VisaChannel, assess,
};
use kz_rules_tests::naive::{parse_date, print_date};
use kz_rules_tests::tools;
use kz_rules_tests::vectors::table;
use time::macros::date;

/// Days before, between and after all that the tables tell apart.
const DAYS: [Date; 5] = [
    date!(2023 - 12 - 31),
    date!(2024 - 01 - 01),
    date!(2025 - 06 - 30),
    date!(2025 - 07 - 01),
    date!(2030 - 01 - 01),
];

/// Ages in years, one of each band.
const AGES: [i32; 3] = [5, 14, 40];

/// Every person of whom everything is known, on a day.
fn everyone(on: Date) -> Vec<Facts> {
    let mut all = vec![Facts::default()];
    fn spread<T: Copy>(all: &mut Vec<Facts>, values: &[T], tell: impl Fn(Facts, T) -> Facts) {
        *all = all
            .iter()
            .flat_map(|facts| values.iter().map(|value| tell(*facts, *value)))
            .collect();
    }
    let years_ago = |age| {
        date!(0001 - 01 - 01)
            .replace_year(on.year() - age)
            .expect("a day")
    };
    spread(&mut all, Occasion::ALL, Facts::occasion);
    spread(&mut all, Standing::ALL, Facts::standing);
    spread(&mut all, &AGES, |facts, age| facts.born(years_ago(age)));
    spread(&mut all, Answer::ALL, Facts::fingerprinted);
    spread(&mut all, Action::ALL, Facts::action);
    spread(&mut all, VisaChannel::ALL, Facts::visa_channel);
    spread(&mut all, Answer::ALL, Facts::permanent_resident);
    spread(&mut all, Answer::ALL, Facts::held_at_commencement);
    all
}

fn settings(edition: Edition) -> Settings {
    Settings {
        edition,
        ..Settings::default()
    }
}

#[test]
fn every_combination_is_decided_by_one_row() {
    for edition in Edition::ALL {
        for on in DAYS {
            for facts in everyone(on) {
                let answer = assess(on, &facts, settings(*edition)).unwrap();
                let Outcome::Decided(obligation) = answer.outcome else {
                    panic!("{edition} {on}: {facts:?}: {answer:?}");
                };
                let [basis] = answer.basis[..] else {
                    panic!("{edition} {on}: {facts:?}: {answer:?}");
                };
                let row = |rule: &&kz_rules_core::Rule| {
                    rule.obligation() == obligation && rule.basis() == basis
                };
                assert!(
                    edition.rules().iter().any(|rule| row(&rule)),
                    "{edition}: {obligation} by {basis}"
                );
                assert!(answer.relevant.is_empty() && answer.outcome.ask().is_none());
            }
        }
    }
}

/// One person for each row of a table, whom that row takes and none before it, in the order of the rows.
fn witnesses(edition: Edition) -> Vec<(Date, Facts)> {
    use Occasion::*;
    let on = date!(2024 - 06 - 01);
    let adult = Facts::default()
        .born(date!(1990 - 01 - 01))
        .standing(Standing::Foreigner)
        .permanent_resident(true)
        .fingerprinted(false)
        .action(Action::FirstIssue)
        .visa_channel(VisaChannel::ForeignMission)
        .held_at_commencement(false);
    let comes_for = |occasion| (on, adult.occasion(occasion));
    let with = |occasion, tell: fn(Facts) -> Facts| (on, tell(adult.occasion(occasion)));
    let before = (date!(2023 - 12 - 31), adult.occasion(Visa));
    match edition {
        Edition::Enacted => vec![
            before,
            with(Visa, |facts| facts.fingerprinted(true)),
            with(Visa, |facts| facts.standing(Standing::Citizen)),
            with(Visa, |facts| facts.born(date!(2010 - 01 - 01))),
            with(Visa, |facts| {
                facts.action(Action::Holding).held_at_commencement(true)
            }),
            with(Visa, |facts| facts.action(Action::Holding)),
            comes_for(Other),
            with(Visa, |facts| facts.visa_channel(VisaChannel::Airport)),
            comes_for(SeafarerIdentity),
            comes_for(TemporaryResidencePermit),
            comes_for(ResidenceCard),
            comes_for(AsylumSeekerStatus),
            with(Expulsion, |facts| facts.action(Action::Holding)),
            comes_for(Visa),
        ],
        Edition::Announced => vec![
            before,
            with(ResidenceCard, |facts| facts.fingerprinted(true)),
            with(ResidenceCard, |facts| facts.permanent_resident(false)),
            with(ResidenceCard, |facts| facts.born(date!(2014 - 01 - 01))),
            with(ResidenceCard, |facts| facts.born(date!(2010 - 01 - 01))),
            comes_for(ResidenceCard),
            comes_for(Visa),
        ],
    }
}

#[test]
fn every_row_is_reached() {
    for edition in Edition::ALL {
        let (rules, witnesses) = (edition.rules(), witnesses(*edition));
        assert_eq!(rules.len(), witnesses.len(), "{edition}: one witness a row");
        for (rule, (on, facts)) in rules.iter().zip(witnesses) {
            let answer = assess(on, &facts, settings(*edition)).unwrap();
            assert_eq!(
                answer.outcome,
                Outcome::Decided(rule.obligation()),
                "{edition}: {facts:?}"
            );
            assert_eq!(answer.basis, [rule.basis()], "{edition}: {facts:?}");
        }
    }
}

#[test]
fn rows_with_one_basis_stand_together() {
    for edition in Edition::ALL {
        let mut bases: Vec<_> = edition
            .rules()
            .iter()
            .map(kz_rules_core::Rule::basis)
            .collect();
        bases.dedup();
        let unlike: BTreeSet<_> = bases.iter().collect();
        assert_eq!(
            unlike.len(),
            bases.len(),
            "{edition}: else a basis would be named twice"
        );
    }
}

#[test]
fn every_basis_applies_on_its_day_unless_nothing_is_in_force() {
    for edition in Edition::ALL {
        for on in DAYS {
            let answer = assess(on, &Facts::default(), settings(*edition)).unwrap();
            let in_force = !answer.outcome.possible().contains(Obligation::NotInForce);
            assert_eq!(in_force, on >= date!(2024 - 01 - 01));
            for basis in &answer.basis {
                assert!(
                    Provision::ALL.contains(basis),
                    "{basis} is not in the catalogue"
                );
                assert_eq!(basis.applies_on(on), in_force, "{edition} {on}: {basis}");
            }
        }
    }
}

#[test]
fn a_row_ends_when_its_basis_ends_or_for_not_in_force_when_it_starts() {
    for edition in Edition::ALL {
        for rule in edition.rules() {
            let basis = rule.basis();
            let end = match rule.obligation() {
                Obligation::NotInForce => basis.from(),
                _ => basis.until(),
            };
            assert_eq!(
                rule.until(),
                end,
                "{edition}: {} by {basis}",
                rule.obligation()
            );
        }
    }
}

/// The catalogue as the legal model has it, written by hand: identifier, from, until.
fn catalogue() -> Vec<(String, Option<Date>, Option<Date>)> {
    let (names, lines) = table(tools::read("tests/catalogue.csv").as_bytes());
    assert_eq!(names, ["id", "from", "until"]);
    let day = |text: &str| (!text.is_empty()).then(|| parse_date(text).expect("a day"));
    lines
        .into_iter()
        .map(|line| (line[0].clone(), day(&line[1]), day(&line[2])))
        .collect()
}

#[test]
fn the_catalogue_is_that_of_the_legal_model() {
    let catalogue = catalogue();
    assert_eq!(catalogue.len(), Provision::ALL.len());
    for ((id, from, until), provision) in catalogue.iter().zip(Provision::ALL) {
        assert_eq!(provision.id(), id, "in the order of the legal model");
        assert_eq!(
            (provision.from(), provision.until()),
            (*from, *until),
            "{id}"
        );
    }
}

#[test]
fn a_provision_has_its_number_its_document_and_a_place_in_it() {
    for (number, provision) in (1..).zip(Provision::ALL) {
        assert_eq!(provision.code(), number, "numbers have no gaps");
        assert_eq!(Provision::from_code(number), Some(*provision));
        assert_eq!(Provision::from_id(provision.id()), Some(*provision));
        let document = provision.document();
        assert!(
            provision.id().starts_with(&format!("{document}-")),
            "{provision} in {document}"
        );
        assert!(!document.title().as_str().is_empty());
        assert!(!provision.place().as_str().is_empty(), "{provision}");
        assert!(!provision.meaning().trim().is_empty(), "{provision}");
    }
    assert_eq!(Provision::from_code(0), None);
    let beyond = u16::try_from(Provision::ALL.len()).unwrap() + 1;
    assert_eq!(Provision::from_code(beyond), None);
    assert_eq!(
        Provision::from_id("l50-age-16"),
        None,
        "identifiers are exact"
    );
}

#[test]
fn a_provision_applies_from_its_first_day_until_the_day_before_its_end() {
    for (id, from, until) in catalogue() {
        let provision = Provision::from_id(&id).unwrap();
        let day_before = |day: Date| day.previous_day().unwrap();
        if let Some(from) = from {
            assert!(
                provision.applies_on(from) && !provision.applies_on(day_before(from)),
                "{id}"
            );
        } else {
            assert!(provision.applies_on(date!(0001 - 01 - 01)), "{id}");
        }
        if let Some(until) = until {
            assert!(
                !provision.applies_on(until) && provision.applies_on(day_before(until)),
                "{id}"
            );
        } else {
            assert!(provision.applies_on(date!(9999 - 12 - 31)), "{id}");
        }
    }
}

#[test]
fn the_law_is_known_until_the_date_of_its_newest_document() {
    let newest = Document::ALL
        .iter()
        .filter_map(|document| document.known_as_of())
        .max();
    assert_eq!(newest, Some(kz_rules_core::LAW_KNOWN_UNTIL));
    assert_eq!(kz_rules_core::LAW_KNOWN_UNTIL, date!(2025 - 11 - 19));
}

#[test]
fn milestones_are_the_days_on_which_a_provision_starts_or_ends() {
    let catalogue = catalogue();
    let days = catalogue
        .iter()
        .flat_map(|(_, from, until)| [*from, *until])
        .flatten();
    let days: BTreeSet<_> = days.collect();
    let mut after = date!(0001 - 01 - 01);
    for day in &days {
        for asked in [after, day.previous_day().unwrap()] {
            let milestone = Milestone::after(asked).unwrap();
            assert_eq!(milestone.day(), *day, "after {asked}");
            let ids = |changes: &dyn Fn(&(String, Option<Date>, Option<Date>)) -> bool| {
                catalogue
                    .iter()
                    .filter(|entry| changes(entry))
                    .map(|entry| entry.0.clone())
                    .collect()
            };
            let started: Vec<String> = ids(&|(_, from, _)| *from == Some(*day));
            let ended: Vec<String> = ids(&|(_, _, until)| *until == Some(*day));
            assert!(milestone.started().map(Provision::id).eq(started));
            assert!(milestone.ended().map(Provision::id).eq(ended));
        }
        after = *day;
    }
    assert_eq!(Milestone::after(after), None, "after the last one");
    let written = [
        "2024-01-01",
        "2024-02-24",
        "2024-04-13",
        "2025-01-01",
        "2025-07-01",
        "2025-10-21",
        "2026-01-01",
        "2026-07-01",
    ];
    assert!(days.into_iter().map(print_date).eq(written));
}

//! The rule tables and the catalogue as tables: nothing in them is dead, nothing is left undecided,
//! and they fit each other.

use std::collections::BTreeSet;

use kz_rules_core::{
    Action, AgeBand, Answer, Date, Document, Edition, Facts, Milestone, Obligation, Occasion,
    Outcome, Provision, Rule, Settings, Standing, VisaChannel, assess,
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

/// A person of whom everything is known.
#[derive(Clone, Copy, Debug)]
struct Person {
    occasion: Occasion,
    standing: Standing,
    age: AgeBand,
    fingerprinted: Answer,
    action: Action,
    visa_channel: VisaChannel,
    permanent_resident: Answer,
    held_at_commencement: Answer,
}

impl Person {
    /// Everyone there can be.
    fn all() -> Vec<Self> {
        let mut all = vec![Self {
            occasion: Occasion::Other,
            standing: Standing::Citizen,
            age: AgeBand::Under12,
            fingerprinted: Answer::No,
            action: Action::FirstIssue,
            visa_channel: VisaChannel::Airport,
            permanent_resident: Answer::No,
            held_at_commencement: Answer::No,
        }];
        macro_rules! spread {
            ($($fact:ident: $kind:ident;)+) => { $(
                let with = |person: &Self| {
                    let person = *person;
                    $kind::ALL.iter().map(move |value| Self { $fact: *value, ..person })
                };
                all = all.iter().flat_map(with).collect();
            )+ };
        }
        spread! {
            occasion: Occasion;
            standing: Standing;
            age: AgeBand;
            fingerprinted: Answer;
            action: Action;
            visa_channel: VisaChannel;
            permanent_resident: Answer;
            held_at_commencement: Answer;
        }
        all
    }

    /// Whether a row, read as it stands in its table, fits the person on a day.
    fn fits(&self, rule: &Rule, on: Date) -> bool {
        rule.until().is_none_or(|until| on < until)
            && rule.occasions().contains(self.occasion)
            && rule.standings().contains(self.standing)
            && rule.ages().contains(self.age)
            && rule.fingerprinted_is().contains(self.fingerprinted)
            && rule.actions().contains(self.action)
            && rule.visa_channels().contains(self.visa_channel)
            && rule
                .permanent_resident_is()
                .contains(self.permanent_resident)
            && rule
                .held_at_commencement_is()
                .contains(self.held_at_commencement)
    }

    fn facts(&self, on: Date) -> Facts {
        let years = match self.age {
            AgeBand::Under12 => 5,
            AgeBand::From12 => 14,
            AgeBand::From16 => 40,
        };
        let birth = date!(0001 - 01 - 01)
            .replace_year(on.year() - years)
            .expect("a day");
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
}

fn settings(edition: Edition) -> Settings {
    Settings {
        edition,
        ..Settings::default()
    }
}

#[test]
fn every_combination_is_decided_by_the_first_row_that_fits() {
    for edition in Edition::ALL {
        for on in DAYS {
            for person in Person::all() {
                let first = edition.rules().iter().find(|rule| person.fits(rule, on));
                let rule =
                    first.unwrap_or_else(|| panic!("{edition} {on}: no row fits {person:?}"));
                let answer = assess(on, &person.facts(on), settings(*edition)).unwrap();
                let outcome = Outcome::Decided(rule.obligation());
                assert_eq!(answer.outcome(), outcome, "{edition} {on}: {person:?}");
                assert_eq!(
                    answer.basis().collect::<Vec<_>>(),
                    [rule.basis()],
                    "{edition} {on}: {person:?}"
                );
                assert!(answer.relevant.is_empty());
            }
        }
    }
}

#[test]
fn every_row_is_the_first_that_fits_somebody() {
    let everyone = Person::all();
    for edition in Edition::ALL {
        let mut reached = vec![false; edition.rules().len()];
        for on in DAYS {
            for person in &everyone {
                let first = edition
                    .rules()
                    .iter()
                    .position(|rule| person.fits(rule, on));
                reached[first.expect("some row fits")] = true;
            }
        }
        for (row, reached) in (1..).zip(reached) {
            assert!(reached, "{edition}: row {row} is dead");
        }
    }
}

#[test]
fn rows_with_one_basis_stand_together() {
    for edition in Edition::ALL {
        let mut bases: Vec<_> = edition.rules().iter().map(Rule::basis).collect();
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
            let in_force = !answer.possible.contains(Obligation::NotInForce);
            assert_eq!(in_force, on >= date!(2024 - 01 - 01));
            for basis in answer.basis() {
                assert!(
                    Provision::ALL.contains(&basis),
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

/// A provision as the legal model has it: identifier, from, until.
type Entry = (String, Option<Date>, Option<Date>);

/// The catalogue as the legal model has it, kept by hand.
fn catalogue() -> Vec<Entry> {
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
            let ids = |changes: &dyn Fn(&Entry) -> bool| {
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

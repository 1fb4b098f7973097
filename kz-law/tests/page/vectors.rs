//! The compiler's own reading of a law agrees with the vectors, which another implementation made: over sets of persons,
//! obligations and relevant bases; over ways, verdict, steps and what is blocked.

use crate::common::{base, laws, root};
use kz_law::plan::{Taken, Ways};
use kz_law::table::Table;
use kz_law::{Axis, Day, Days, Law, Region};
use std::collections::{BTreeSet, HashMap};

type Case = HashMap<String, String>;

fn cases(path: &str) -> Vec<Case> {
    let mut reader = csv::Reader::from_path(root().join(path)).unwrap();
    let header = reader.headers().unwrap().clone();
    let cases = reader.records().map(|record| {
        let record = record.unwrap();
        header
            .iter()
            .zip(&record)
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .collect()
    });
    cases.collect()
}

/// The person of a case, none if the birth date is known in part.
fn person(law: &Law, case: &Case, on: Day) -> Option<Region> {
    let mut who = law.everybody();
    for axis in Axis::ALL.into_iter().take(18) {
        let name = if axis == Axis::Age {
            "birth"
        } else {
            axis.name()
        };
        let Some(text) = case.get(name).filter(|text| !text.is_empty()) else {
            continue;
        };
        let set = match axis.list() {
            Some(list) => list.word(text)?.bit(),
            None => {
                let birth = Day::parse(text)?;
                let reached = law.ages.iter().filter(|age| {
                    let year = birth.year() + u16::from(age.years);
                    let date = birth.date().unwrap();
                    let birthday = Day::new(year, date.month().into(), date.day())
                        .or_else(|| Day::new(year, 3, 1));
                    birthday.is_some_and(|birthday| birthday <= on)
                });
                1 << reached.count()
            }
        };
        who = who.with(axis, set);
    }
    Some(who)
}

fn every_law(file: &str, mut each: impl FnMut(&str, &Law, &Case)) {
    for (name, page) in laws() {
        let law = kz_law::compile(&page).unwrap();
        let path = if page == base() {
            format!("tests/vectors/{file}")
        } else {
            format!("tests/vectors/laws/{name}/{file}")
        };
        for case in cases(&path) {
            if case["=status"] == "ok" {
                each(&name, &law, &case);
            }
        }
    }
}

#[test]
fn obligations_and_bases() {
    let mut compared = 0;
    every_law("assess.csv", |name, law, case| {
        let Some(on) = Day::parse(&case["on"]) else {
            return;
        };
        let Some(who) = person(law, case, on) else {
            return;
        };
        let edition = law
            .editions
            .iter()
            .find(|edition| edition.name == case["edition"])
            .unwrap_or(&law.editions[0]);
        let table = Table::edition(law, edition);
        let cut = table
            .cut(
                Days {
                    from: on,
                    until: on.next(),
                },
                0..table.rows.len(),
                &[who],
            )
            .unwrap();
        assert!(cut.left.is_empty());
        let rows: BTreeSet<usize> = cut.taken.iter().map(|(row, _)| *row).collect();
        let mut obligations: Vec<_> = rows
            .iter()
            .map(|row| edition.rows[*row].obligation)
            .collect();
        obligations.sort_by_key(|word| word.number);
        obligations.dedup();
        let obligations: Vec<&str> = obligations.into_iter().map(kz_law::Word::text).collect();
        assert_eq!(
            obligations.join("|"),
            case["=obligations"],
            "{name} {}",
            case["id"]
        );
        let bases: BTreeSet<&str> = rows
            .iter()
            .map(|row| law.provision_id(edition.rows[*row].basis))
            .collect();
        assert_eq!(
            bases.into_iter().collect::<Vec<_>>().join("|"),
            case["=basis"],
            "{name} {}",
            case["id"]
        );
        compared += 1;
    });
    assert!(compared > 800, "{compared}");
}

#[test]
fn ways_to_a_document() {
    let mut compared = 0;
    let mut known: HashMap<String, Law> = HashMap::new();
    every_law("plan.csv", |name, law, _| {
        known.entry(name.to_owned()).or_insert_with(|| law.clone());
    });
    let ways: HashMap<&str, Ways<'_>> = known
        .iter()
        .map(|(name, law)| (name.as_str(), Ways::new(law).unwrap()))
        .collect();
    every_law("plan.csv", |name, law, case| {
        let Some(on) = Day::parse(&case["on"]) else {
            return;
        };
        let Some(who) = person(law, case, on) else {
            return;
        };
        let day = Days {
            from: on,
            until: on.next(),
        };
        let all = ways[name].of(&who, day).unwrap();
        let verdicts: BTreeSet<&str> = all.iter().map(|way| way.outcome.verdict).collect();
        let expected = case["=verdict"].as_str();
        let verdict = if verdicts.len() == 1 {
            all[0].outcome.verdict
        } else {
            "depends"
        };
        assert_eq!(verdict, expected, "{name} {}", case["id"]);
        let words = |taken: &Taken| match taken {
            Taken::Row(row) => law.steps[*row].step.text(),
            Taken::Engine(step) => step,
        };
        let answers: BTreeSet<(String, u16)> = all
            .iter()
            .map(|way| {
                (
                    way.outcome
                        .steps
                        .iter()
                        .map(words)
                        .collect::<Vec<_>>()
                        .join("|"),
                    way.outcome.blocked,
                )
            })
            .collect();
        if verdicts.len() == 1
            && let [(steps, blocked)] = &answers.iter().collect::<Vec<_>>()[..]
        {
            assert_eq!(*steps, case["=steps"], "{name} {}", case["id"]);
            let goals = kz_law::vocabulary::BLOCKED
                .all()
                .filter(|goal| blocked & goal.bit() != 0);
            assert_eq!(
                goals.map(kz_law::Word::text).collect::<Vec<_>>().join("|"),
                case["=blocked"],
                "{name} {}",
                case["id"]
            );
        }
        compared += 1;
    });
    assert!(compared > 500, "{compared}");
}

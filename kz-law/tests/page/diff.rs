//! The difference between two laws: exact, against every combination of facts asked one by one; short; and held to what
//! was meant.

use crate::common::{base, edited, laws, read, root};
use kz_law::careful::{Objection, careful};
use kz_law::diff::{self, Difference, Joint, TableDifference};
use kz_law::model::Test;
use kz_law::table::{Table, spans};
use kz_law::{Axis, Day, Days, Law, Moment, OwnedLaw, Region, cases};
use std::collections::{BTreeSet, HashSet};
use std::process::Command;

const BASE: &str = "law/kazakhstan.md";
const EVISA: &str = "law/amendments/evisa-2026";
const TRANSFERS: &str = "law/amendments/transfers-2027";

fn law(page: &str) -> Law {
    kz_law::compile(page).unwrap()
}

fn between(old: &str, new: &str) -> Difference {
    diff::diff(&law(old), &law(new), Days::ALL).unwrap()
}

fn named(name: &str) -> String {
    read(&format!("tests/vectors/laws/{name}.md"))
}

fn run(arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_kz-law"))
        .args(arguments)
        .current_dir(root())
        .output()
        .unwrap();
    let both = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    (output.status.code(), both.concat())
}

/// The first row of a table that takes a person of an age in years on a day, asked condition by condition.
fn decided(rows: &Table<'_>, (person, age): &(Region, u8), day: Day) -> usize {
    let fits = |place: &usize| {
        let mut all = rows.rows[*place].conditions.all.iter();
        all.all(|condition| match condition.test {
            Test::Age { below, years, .. } => (*age < years) == below,
            test => match (test.axis(), test.values()) {
                (Some(axis), Some(values)) => person.get(axis) & values != 0,
                _ => test.days().contains(day),
            },
        })
    };
    (0..rows.rows.len()).find(fits).expect("a complete table")
}

/// Every combination of facts, each as a region of one person with an age; every `step`th of them. Ages are birth and the
/// limits of both laws.
fn everyone(joint: &Joint, laws: [&Law; 2], step: usize) -> Vec<(Region, u8)> {
    let limits = laws
        .iter()
        .flat_map(|law| law.ages.iter().map(|age| age.years));
    let ages: BTreeSet<u8> = limits.chain([0]).collect();
    let band = |age: u8| {
        joint
            .words
            .ages
            .iter()
            .filter(|limit| limit.years <= age)
            .count()
    };
    let one = joint.words.everybody().person();
    let of_age = |age: u8| (one.with(Axis::Age, 1 << band(age)), age);
    let mut all: Vec<(Region, u8)> = ages.into_iter().map(of_age).collect();
    for axis in joint.axes().iter().filter(|axis| **axis != Axis::Age) {
        let full = joint.words.everybody().get(*axis);
        let values: Vec<u16> = (0..16)
            .map(|bit| 1 << bit)
            .filter(|value| full & value != 0)
            .collect();
        all = all
            .iter()
            .flat_map(|(person, age)| {
                values
                    .iter()
                    .map(|value| (person.with(*axis, *value), *age))
            })
            .collect();
    }
    all.into_iter().step_by(step).collect()
}

/// Compares an edition of two laws with every combination: on the first and the last day of each stretch
/// on which both tables are the same.
fn enumerate(
    difference: &Difference,
    laws: [&Law; 2],
    table: &TableDifference,
    number: u8,
    step: usize,
) {
    let joint = &difference.joint;
    let edition = |law: &Law| {
        let mut editions = law.editions.iter();
        editions
            .position(|edition| edition.number == number)
            .unwrap()
    };
    let (one, other) = (edition(&joint.old), edition(&joint.new));
    let old = Table::edition(&joint.old, &joint.old.editions[one]);
    let new = Table::edition(&joint.new, &joint.new.editions[other]);
    let all = everyone(joint, laws, step);
    if step == 1 {
        assert_eq!(all.len() as u128, table.combinations);
    }
    let groups: Vec<_> = table
        .changes
        .iter()
        .flat_map(|change| change.groups.iter().map(move |group| (change, group)))
        .collect();
    let ends = old.rows.iter().chain(&new.rows);
    let stretches = spans(ends.map(|row| row.conditions.days));
    let mut changed = HashSet::new();
    for days in stretches {
        for day in [days.from, days.until.previous()] {
            for (place, person) in all.iter().enumerate() {
                let (before, after) = (decided(&old, person, day), decided(&new, person, day));
                let found: Vec<_> = groups
                    .iter()
                    .filter(|(_, group)| group.days.contains(day) && group.region.covers(&person.0))
                    .collect();
                if old.rows[before].answer == new.rows[after].answer {
                    assert!(found.is_empty(), "{person:?} {day}");
                } else {
                    changed.insert(place);
                    assert_eq!(found.len(), 1, "{person:?} {day}");
                    assert_eq!((found[0].0.old, found[0].0.new), (before, after));
                }
            }
        }
    }
    if step == 1 {
        assert_eq!(changed.len() as u128, table.changed);
    }
}

#[test]
fn every_combination_is_in_one_group_or_unchanged() {
    let laws = laws();
    for (old, one) in &laws {
        for (new, other) in &laws {
            let both = [law(one), law(other)];
            let difference = diff::diff(&both[0], &both[1], Days::ALL).unwrap();
            for (number, table) in (1..=4).zip(
                difference
                    .tables
                    .iter()
                    .filter(|table| !table.name.is_empty()),
            ) {
                if old == new {
                    assert!(table.changes.is_empty(), "{old}");
                    continue;
                }
                // A step that is prime to all counts of values meets every combination of two facts.
                let step = if table.combinations > 100_000 { 211 } else { 1 };
                enumerate(&difference, both.each_ref(), table, number, step);
            }
        }
    }
}

#[test]
fn one_person_of_each_group_gets_both_answers() {
    for (name, page) in laws() {
        let difference = between(&base(), &page);
        let owned = [base(), page].map(|page| OwnedLaw::of(&law(&page), &[]).unwrap());
        let sections = owned.each_ref().map(OwnedLaw::sections);
        let [old, new] = sections.each_ref().map(kz_rules_core::Law::from);
        for table in &difference.tables {
            for change in table.changes.iter().filter(|_| !table.name.is_empty()) {
                let sample = change.sample.case();
                let answer = cases::answer(new, &sample);
                let expected = &table.answers[1][change.new];
                assert_eq!(answer["=status"], "ok", "{name}: {sample:?}");
                assert_eq!(answer["=obligations"], expected.main, "{name}: {sample:?}");
                assert_eq!(answer["=basis"], expected.basis, "{name}");
                // The base law has no questions: what only the other asks is not told it.
                let mut sample = sample;
                sample
                    .told
                    .retain(|column, _| !column.starts_with("question"));
                let answer = cases::answer(old, &sample);
                let expected = &table.answers[0][change.old];
                assert_eq!(answer["=obligations"], expected.main, "{name}: {sample:?}");
                assert_eq!(answer["=basis"], expected.basis, "{name}");
            }
        }
    }
}

#[test]
fn differences_in_words() {
    for (name, new) in [
        ("base", base()),
        ("evisa_2026", named("evisa-2026")),
        ("reform_2027", named("reform-2027")),
        (
            "transfers_2027",
            read(&format!("{TRANSFERS}/kazakhstan.md")),
        ),
    ] {
        let difference = between(&base(), &new);
        insta::assert_snapshot!(format!("diff_{name}"), diff::print::words(&difference));
        assert_eq!(difference.changes_answers(), name != "base");
    }
}

#[test]
fn a_small_amendment_is_a_table_of_few_lines() {
    let csv = diff::print::csv(&between(&base(), &named("evisa-2026"))).unwrap();
    let persons: Vec<&str> = csv
        .lines()
        .filter(|line| line.starts_with("Edition"))
        .collect();
    insta::assert_snapshot!("diff_csv", persons.join("\n"));
}

/// The column `if` is read back as a statement of what was meant: nobody is missing in it, and nobody is too many.
#[test]
fn the_conditions_of_the_table_are_the_persons_of_the_groups() {
    // A group of two runs of ages is among them.
    let once = "| fingerprinted = yes | not_required | L50-ONCE |";
    let young = "| fingerprinted = yes; age >= 12; age < 16 | not_required | L50-ONCE |";
    let others = "| fingerprinted = yes | not_required | L50-CASES |";
    let new = edited(&[(once, &format!("{young}\n{others}"))]);
    let difference = between(&base(), &new);
    let table = diff::print::csv(&difference).expect("a table");
    let mut change =
        "## Intended changes\n\n| edition | if | from | to | basis |\n|---|---|---|---|---|\n"
            .to_owned();
    for line in csv::Reader::from_reader(table.as_bytes()).records() {
        let line = line.expect("a line");
        if line[0].starts_with("Edition") {
            let (from, _) = line[7].split_once(" by ").expect("an answer");
            let (to, basis) = line[8].split_once(" by ").expect("an answer");
            let on = |sign: &str, day: &str| match day {
                "" => String::new(),
                day => format!("; on {sign} {day}"),
            };
            let days = on(">=", &line[2]) + &on("<", &line[3]);
            change += &format!("| 1 | {}{days} | {from} | {to} | {basis} |\n", &line[6]);
        }
    }
    let meant = diff::expect::read(&change, &difference).expect("a page of changes");
    let wrong = diff::expect::check(&difference, &meant);
    let of_persons = wrong
        .iter()
        .filter(|mismatch| !matches!(mismatch, diff::expect::Mismatch::CollateralRow { .. }));
    let said: Vec<_> = of_persons
        .map(|mismatch| diff::expect::words(&difference, mismatch))
        .collect();
    assert_eq!(said, [""; 0], "{change}");
}

#[test]
fn a_question_is_known_by_its_name_not_its_number() {
    // The same question under another number: nothing changes for anybody.
    let page = named("evisa-2026");
    let moved = page
        .replace("| 1 | exempt_from_prints |", "| 3 | exempt_from_prints |")
        .replace("question_1 = yes", "question_3 = yes");
    let difference = between(&page, &moved);
    assert!(
        difference
            .tables
            .iter()
            .all(|table| table.changes.is_empty())
    );
    // Another question under the same number is another question.
    let other = page.replace("exempt_from_prints", "is_a_diplomat");
    let difference = between(&page, &other);
    let changes = &difference.tables[0].changes;
    let told: Vec<_> = changes
        .iter()
        .flat_map(|change| &change.groups)
        .map(|group| {
            (
                group.region.get(Axis::Question1),
                group.region.get(Axis::OtherQuestion1),
            )
        })
        .collect();
    // Whoever is exempt by one law alone: by the older, then by the newer.
    assert_eq!(told, [(0b10, 0b01), (0b01, 0b10)]);
}

#[test]
fn days_can_be_chosen() {
    let count = |period: &[&str]| {
        let evisa = format!("{EVISA}/kazakhstan.md");
        let mut arguments = vec!["diff", BASE, &evisa];
        arguments.extend(period);
        let (status, said) = run(&arguments);
        (status, said.contains("combinations get another answer"))
    };
    assert_eq!(count(&["--on", "2025-10-20"]), (Some(0), false));
    assert_eq!(count(&["--on", "2025-10-21"]), (Some(1), true));
    assert_eq!(count(&["--until", "2025-10-21"]), (Some(0), false));
    assert_eq!(
        count(&["--from", "2025-10-20", "--until", "2025-10-22"]),
        (Some(1), true)
    );
    assert_eq!(
        count(&["--from", "2025-10-22", "--until", "2025-10-22"]).0,
        Some(2)
    );
    assert_eq!(count(&["--on", "2025-13-01"]).0, Some(2));
    assert_eq!(run(&["diff", BASE, BASE]).0, Some(0));
    assert_eq!(run(&["diff", BASE, "README.md"]).0, Some(2));
    assert_eq!(run(&["diff", BASE, "nothing.md"]).0, Some(2));
}

#[test]
fn amendments_are_right_and_change_what_is_meant() {
    for folder in [EVISA, TRANSFERS] {
        let [page, table, change] =
            ["kazakhstan.md", "cases.csv", "change.md"].map(|file| format!("{folder}/{file}"));
        assert_eq!(run(&["check", &page]).0, Some(0), "{folder}");
        assert_eq!(run(&["fmt", "--check", &page]).0, Some(0), "{folder}");
        assert_eq!(run(&["cases", &page, &table]).0, Some(0), "{folder}");
        assert_eq!(run(&["diff", BASE, &page]).0, Some(1), "{folder}");
        let (status, said) = run(&["diff", BASE, &page, "--expect", &change]);
        assert_eq!(
            (status, said),
            (
                Some(0),
                format!("{change}: what changed is what was meant\n")
            )
        );
    }
    for language in ["kk", "ru", "en"] {
        let texts = format!("{EVISA}/texts/{language}.md");
        let (status, said) = run(&["texts", &format!("{EVISA}/kazakhstan.md"), &texts]);
        assert_eq!(status, Some(0));
        assert!(!said.contains("no text"), "{said}");
    }
}

#[test]
fn the_amendment_decides_as_the_law_of_the_vectors() {
    let difference = between(
        &named("evisa-2026"),
        &read(&format!("{EVISA}/kazakhstan.md")),
    );
    assert!(!difference.changes_answers());
}

fn mismatches(change: &str) -> Vec<String> {
    let difference = between(&base(), &named("evisa-2026"));
    let intended = diff::expect::read(change, &difference).expect("a page of changes");
    diff::expect::check(&difference, &intended)
        .iter()
        .map(|mismatch| diff::expect::words(&difference, mismatch))
        .collect()
}

#[test]
fn what_was_not_meant_is_collateral_and_what_was_meant_must_come() {
    let meant = read(&format!("{EVISA}/change.md"));
    assert_eq!(mismatches(&meant), [""; 0]);
    insta::assert_debug_snapshot!(
        "expect",
        [
            // A statement too few, too narrow, too wide; of nobody; rows too few and too many.
            mismatches(&edit(
                &meant,
                "| 1 | occasion = visa; visa_channel = electronic; action != holding; on >= 2025-10-21 | mandatory | not_required | MFA-EVISA |\n",
                ""
            )),
            mismatches(&edit(&meant, "on >= 2025-10-21", "on >= 2025-11-01")),
            mismatches(&edit(&meant, "on >= 2025-10-21", "on >= 2025-07-01")),
            mismatches(&edit(
                &meant,
                "| mandatory | not_required | MFA-EVISA",
                "| voluntary | not_required | MFA-EVISA"
            )),
            mismatches(&edit(&meant, "question_1 = yes; ", "")),
            mismatches(&edit(&meant, "NOTE-EVISA, ", "NOTE-PILOT-2, ")),
        ]
    );
}

fn edit(page: &str, old: &str, new: &str) -> String {
    assert!(page.contains(old), "{old}");
    page.replacen(old, new, 1)
}

#[test]
fn a_page_of_changes_that_is_none_says_why() {
    let difference = between(&base(), &named("evisa-2026"));
    let errors = |page: &str| -> Vec<String> {
        let errors = diff::expect::read(page, &difference).expect_err("wrong");
        errors.into_iter().map(|error| error.message).collect()
    };
    let meant = read(&format!("{EVISA}/change.md"));
    assert_eq!(
        errors(&edit(
            &meant,
            "visa_channel = electronic",
            "visa_chanel = electronic"
        )),
        ["no fact `visa_chanel`"]
    );
    assert_eq!(
        errors(&edit(&meant, "| Cautions |", "| Caution |")),
        ["no section `Caution`"]
    );
    assert_eq!(
        errors(&edit(&meant, "## Intended changes", "## Changes")),
        ["a table that states nothing"]
    );
    assert_eq!(errors("# Nothing\n").len(), 1);
}

/// A law with another identity.
fn after(page: &str, sequence: &str, known: &str) -> Law {
    let from = page.find("\n| kazakhstan | ").expect("the identity") + 1;
    let line = page[from..].lines().next().expect("a line");
    law(&page.replacen(line, &format!("| kazakhstan | {sequence} | {known} |"), 1))
}

fn objections(old: &Law, new: &Law, now: &str) -> Vec<String> {
    let now = Moment::parse(now).expect("a moment");
    careful(old, new, now)
        .iter()
        .map(Objection::words)
        .collect()
}

#[test]
fn a_law_follows_another_with_care() {
    let old = law(&base());
    let now = "2026-11-27T07:00Z";
    // Undoing is the old content under a new sequence: nobody is touched.
    let next = |sequence: &str, known: &str| after(&base(), sequence, known);
    assert_eq!(objections(&old, &next("2", "2025-11-19"), now), [""; 0]);
    assert_eq!(objections(&old, &next("1001", "2025-11-20"), now), [""; 0]);
    let said = objections(&old, &next("1002", "2025-11-18"), now);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("more than 1000"), "{said:?}");
    assert!(said[1].contains("before 2025-11-19"), "{said:?}");
    assert!(objections(&old, &next("1", "2025-11-19"), now)[0].contains("not higher"));
    let evisa = law(&read(&format!("{EVISA}/kazakhstan.md")));
    let found = careful(&old, &evisa, Moment::parse(now).expect("a moment"));
    let [objection @ Objection::Retroactive(difference)] = &found[..] else {
        panic!("{found:?}");
    };
    assert!(objection.is_retroactive());
    assert_eq!(difference.tables[0].changes.len(), 2);
    assert_eq!(
        difference.period.until,
        Day::parse("2026-11-30").expect("a day")
    );
    let transfers = law(&read(&format!("{TRANSFERS}/kazakhstan.md")));
    assert_eq!(objections(&old, &transfers, now), [""; 0]);
    // A number given to something else.
    let other = edited(&[
        ("| kazakhstan | 1 |", "| kazakhstan | 2 |"),
        ("| 5 | NOTE |", "| 6 | NOTE |"),
    ]);
    assert!(objections(&old, &law(&other), now)[0].contains("was 5 `NOTE`"));
}

#[test]
fn a_change_needs_forty_eight_hours() {
    let old = law(&base());
    let row = "| occasion = seafarer_identity | mandatory | L50-CASE-1 |";
    let new = |day: &str| {
        let more = format!(
            "| occasion = seafarer_identity; on >= {day} | not_required | L50-CASES |\n{row}"
        );
        after(&edited(&[(row, &more)]), "2", "2025-11-19")
    };
    // Midnight of 2026-12-01 in the east is 19:00 UTC of the day before under an offset of five hours, 18:00 under six:
    // the larger of the law's offsets counts.
    assert_eq!(
        objections(&old, &new("2026-12-01"), "2026-11-28T18:00Z"),
        [""; 0]
    );
    assert_eq!(
        objections(&old, &new("2026-12-01"), "2026-11-28T18:01Z").len(),
        1
    );
    assert_eq!(
        objections(&old, &new("2024-12-01"), "2026-11-28T18:00Z").len(),
        1
    );
}

#[test]
fn the_template_of_a_law_repository_is_right() {
    let folder = root().join("examples/law-repository");
    for file in ["kazakhstan.md", "texts/kk.md", "texts/ru.md", "texts/en.md"] {
        let copy = std::fs::read_to_string(folder.join(file)).unwrap();
        let law = read(&format!("law/{file}"));
        assert_eq!(copy, law, "cp law/{file} examples/law-repository/{file}");
    }
    let check = |old: &str, change: Option<&str>| {
        let copy = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("law-repository");
        let _ = std::fs::remove_dir_all(&copy);
        std::fs::create_dir_all(copy.join("texts")).unwrap();
        for file in [
            "check",
            "cases.csv",
            "kazakhstan.md",
            "texts/kk.md",
            "texts/ru.md",
            "texts/en.md",
        ] {
            std::fs::copy(folder.join(file), copy.join(file)).unwrap();
        }
        std::fs::write(copy.join("old.md"), old).unwrap();
        if let Some(change) = change {
            std::fs::write(copy.join("change.md"), change).unwrap();
        }
        let output = Command::new("sh")
            .args(["check", "old.md"])
            .env("KZ_LAW", env!("CARGO_BIN_EXE_kz-law"))
            .env_remove("KEY")
            .current_dir(copy)
            .output()
            .unwrap();
        output.status.success()
    };
    assert!(check(&base(), None));
    // Another law before it: the change must be stated.
    let before = edited(&[(
        "| registration | crossing the border | 30 |",
        "| registration | crossing the border | 20 |",
    )]);
    assert!(!check(&before, None));
    let stated = "# Change\n\n## Other intended changes\n\n| section | rows |\n|---|---|\n| Terms | registration |\n";
    assert!(check(&before, Some(stated)));
}

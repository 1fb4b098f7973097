//! Every line of registration.csv through the Rust API and through the naive model.

use kz_rules_core::Week;
use kz_rules_tests::naive::parse_date;
use kz_rules_tests::naive::registration::{Arrival, Case, read_script};
use kz_rules_tests::registration;
use kz_rules_tests::vectors::{Line, Outcome, Vectors};

fn vectors() -> Vectors {
    let vectors = Vectors::of("registration");
    assert!(vectors.lines().len() >= 200, "some vectors are gone");
    vectors
}

#[test]
fn the_rust_api_gives_every_vector() {
    let vectors = vectors();
    vectors.compare(vectors.lines().map(registration::outcome));
}

/// What the naive model makes of a line, all of whose columns can be read.
fn naive(line: Line<'_>) -> Outcome {
    let none = |status| Outcome::new(status, None::<(&str, String)>);
    let arrival = Arrival {
        on: parse_date(line.text("arrived_on")).expect("a day"),
        stay_until: parse_date(line.text("stay_until")),
        treaty_days: line.text("treaty").parse().ok(),
        week: Week::from_word(line.text("week")).unwrap_or_default(),
    };
    let mut case = match Case::new(arrival) {
        Ok(case) => case,
        Err(error) => return none(error),
    };
    let events = read_script(line.text("script")).expect("a script");
    let rejected = events.iter().try_for_each(|event| case.apply(event)).err();
    let window = case.window();
    let status = rejected.or(window.err()).unwrap_or("ok");
    Outcome::new(status, case.columns(window.ok().flatten()))
}

#[test]
fn the_naive_model_gives_every_vector() {
    let vectors = vectors();
    vectors.compare(vectors.lines().map(naive));
}

#[test]
fn what_cannot_be_read_is_bad_by_the_name_of_its_column() {
    let status = |column: &str, text: &str| {
        let names = [
            "arrived_on",
            "stay_until",
            "treaty",
            "week",
            "script",
            "=status",
        ];
        let mut texts = ["2026-08-03", "", "", "", "", ""];
        let place = names
            .iter()
            .position(|name| *name == column)
            .expect("a column");
        texts[place] = text;
        let own = |texts: &[&str]| {
            texts
                .iter()
                .map(|text| (*text).to_owned())
                .collect::<Vec<_>>()
        };
        let vectors = Vectors::new("made here", own(&names), vec![own(&texts)]);
        let line = vectors.lines().next().expect("one line");
        registration::outcome(line).text("status").to_owned()
    };
    for (column, texts) in [
        ("arrived_on", &["", "2026-02-30", "tomorrow"][..]),
        ("stay_until", &["2026", "2026-08-3"]),
        ("treaty", &["exempt", "some", "-1", "65536"]),
        ("week", &["seven"]),
        (
            "script",
            &[
                ";",
                "leave@2026-08-03",
                "move",
                "move@",
                "move@2026-08-03;",
                "move@2026-08-03/full",
                "submit@2026-08-03",
                "submit@2026-08-03/full",
                "submit@2026-08-03/fully/house",
                "submit@2026-08-03/full-/house",
                "submit@2026-08-03/full-shoes/house",
                "submit@2026-08-03/full/house/more",
            ],
        ),
    ] {
        for text in texts {
            assert_eq!(status(column, text), format!("bad_{column}"), "{text}");
        }
    }
    for (script, expected) in [
        ("", "ok"),
        ("submit@2026-08-03/full-patronymic/house", "ok"),
        (
            "submit@2026-08-03/full-surname-surname/house",
            "missing_data",
        ),
        ("submit@2026-08-03/full/", "place_not_eligible"),
        ("submit@2026-08-03/full/House", "place_not_eligible"),
    ] {
        assert_eq!(status("script", script), expected, "{script}");
    }
    assert_eq!(status("treaty", "0"), "treaty_days");
}

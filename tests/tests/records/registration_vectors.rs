//! The columns of registration.csv, and the status of a line that cannot be read. (The answers are compared along with
//! those of the other kinds.)

use kz_rules_tests::rust_api;
use kz_rules_tests::vectors::Vectors;

#[test]
fn an_unreadable_column_is_named_in_the_status() {
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
        rust_api::outcome("registration", line)
            .text("status")
            .to_owned()
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
                "departs@2026-08-03/2026-08-04",
                "stay_extended@2026-08-03",
                "stay_extended@2026-08-03/",
                "stay_extended@2026-08-03/2026-02-30",
                "stay_extended@2026-08-03/2026-08-04/more",
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
        ("stay_extended@2026-08-03/2026-12-31", "ok"),
        ("stay_extended@2026-08-04/2026-08-03", "stay_not_extended"),
        ("departs@2026-08-03;move@2026-08-03", "invalid_event"),
    ] {
        assert_eq!(status("script", script), expected, "{script}");
    }
    assert_eq!(status("treaty", "0"), "treaty_days");
}

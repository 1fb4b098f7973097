//! Machine-readable zones: the specimens of Doc 9303, every change of a character of them, and zones that other code writes.

use kz_rules_core::*;
use kz_rules_tests::days::written;
use kz_rules_tests::tools::read;
use kz_rules_tests::vectors::{Outcome, Vectors};
use kz_rules_tests::zones::{Holder, LAYOUTS};
use proptest::prelude::*;

/// A birth, as far as it is known.
fn birth(of: Birth) -> String {
    let day = of.first_day().map(written).unwrap_or_default();
    let length = match of.precision() {
        None => 0,
        Some(BirthPrecision::Year) => 4,
        Some(BirthPrecision::Month) => 7,
        Some(BirthPrecision::Day) => 10,
    };
    day[..length].to_owned()
}

fn day_of(text: &str) -> Day {
    let parts: Vec<u16> = text.split('-').map(|part| part.parse().expect("a number")).collect();
    let small = |part: u16| u8::try_from(part).expect("small");
    Day::new(parts[0], small(parts[1]), small(parts[2])).expect("a day")
}

/// The specimens: their names, lines, and the day on which they are read.
fn specimens() -> Vec<(String, Vec<String>, Day)> {
    let vectors = Vectors::read("tests/mrz.csv");
    let of = |line: kz_rules_tests::vectors::Line<'_>| {
        let zone = line.text("zone").split('|').map(str::to_owned).collect();
        (line.text("id").to_owned(), zone, day_of(line.text("on")))
    };
    vectors.lines().map(of).collect()
}

fn zone_read(lines: &[String], on: Day) -> Result<Mrz, MrzError> {
    Mrz::read(lines.join("\n").as_bytes(), on)
}

#[test]
fn specimens_say_what_doc_9303_says() {
    let vectors = Vectors::read("tests/mrz.csv");
    vectors.check(|line| {
        let zone: Vec<_> = line.text("zone").split('|').map(str::to_owned).collect();
        match zone_read(&zone, day_of(line.text("on"))) {
            Ok(mrz) => Outcome::new(
                "ok",
                [
                    ("layout", mrz.layout().to_string()),
                    ("document", mrz.document().to_string()),
                    ("nationality", mrz.nationality().to_string()),
                    (
                        "country",
                        mrz.country_code().map_or_else(String::new, |code| String::from_utf8_lossy(code).into_owned()),
                    ),
                    ("standing", mrz.standing().map_or_else(String::new, |standing| standing.to_string())),
                    ("birth", birth(mrz.birth())),
                    ("expires", written(mrz.expires())),
                ],
            ),
            Err(error) => Outcome::new::<&str>(error.to_string(), []),
        }
    });
}

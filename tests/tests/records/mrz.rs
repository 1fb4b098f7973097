//! Machine-readable zones: the specimens of Doc 9303, every change of a character in them, and zones written by other code.

use kz_rules_core::*;
use kz_rules_tests::days::{read_day, written};
use kz_rules_tests::vectors::{Line, Outcome, Vectors};
use kz_rules_tests::zones::{Holder, LAYOUTS};
use proptest::prelude::*;

/// A birth, as far as it is known.
fn birth(of: Birth) -> String {
    let Some((precision, first)) = of.known() else {
        return String::new();
    };
    let length = match precision {
        BirthPrecision::Year => 4,
        BirthPrecision::Month => 7,
        BirthPrecision::Day => 10,
    };
    written(first)[..length].to_owned()
}

/// A specimen: its lines, and the day on which they are read.
fn specimen(line: Line<'_>) -> (Vec<String>, Day) {
    let zone = line.text("zone").split('|').map(str::to_owned).collect();
    (zone, read_day(line.text("on")).expect("a day"))
}

fn zone_read(lines: &[String], on: Day) -> Result<Mrz, MrzError> {
    Mrz::read(lines.join("\n").as_bytes(), on)
}

fn outcome(mrz: Mrz) -> Outcome {
    let code = mrz
        .country_code()
        .map(|code| code.escape_ascii().to_string());
    let standing = mrz.standing().map(|standing| standing.to_string());
    Outcome::new(
        "ok",
        [
            ("layout", mrz.layout().to_string()),
            ("document", mrz.document().to_string()),
            ("nationality", mrz.nationality().to_string()),
            ("country", code.unwrap_or_default()),
            ("standing", standing.unwrap_or_default()),
            ("birth", birth(mrz.birth())),
            ("expires", mrz.expires().map(written).unwrap_or_default()),
        ],
    )
}

#[test]
fn specimens_read_as_in_doc_9303() {
    let vectors = Vectors::read("tests/mrz.csv");
    vectors.compare(vectors.lines().map(|line| {
        let (zone, on) = specimen(line);
        outcome(zone_read(&zone, on).expect("a specimen"))
    }));
}

/// The columns that matter but have no check digit: the first and last place of the nationality.
fn nationality(layout: MrzLayout) -> std::ops::RangeInclusive<(usize, usize)> {
    match layout {
        MrzLayout::Td1 => (2, 16)..=(2, 18),
        _ => (2, 11)..=(2, 13),
    }
}

#[test]
fn a_changed_character_is_refused_or_outside_all_check_digits() {
    let (mut refused, mut same, mut other) = (0, 0, 0);
    for line in Vectors::read("tests/mrz.csv").lines() {
        let (zone, on) = specimen(line);
        let mrz = zone_read(&zone, on).expect("a specimen");
        let places = (1..)
            .zip(&zone)
            .flat_map(|(line, text)| (1..=text.len()).map(move |column| (line, column)));
        for (line, column) in places {
            for character in ('A'..='Z').chain('0'..='9').chain(['<']) {
                let mut changed = zone.clone();
                changed[line - 1].replace_range(column - 1..column, &character.to_string());
                if changed == zone {
                    continue;
                }
                match zone_read(&changed, on) {
                    Err(_) => refused += 1,
                    Ok(read) if read == mrz => same += 1,
                    Ok(read) => {
                        other += 1;
                        let facts = [read, mrz].map(|each| (each.birth(), each.expires()));
                        assert_eq!(facts[0], facts[1], "{line} {column} {character}");
                        let kind = (line, column) == (1, 1) && character == 'V';
                        assert!(
                            kind || nationality(mrz.layout()).contains(&(line, column)),
                            "{zone:?}: {line} {column} {character}"
                        );
                    }
                }
            }
        }
    }
    println!("refused: {refused}, the same: {same}, another nationality or a visa: {other}");
    assert!(refused > 0 && same > 0 && other > 0);
}

/// The document codes of a layout.
fn document(layout: &str) -> Vec<&'static str> {
    match layout {
        "td3" => vec!["P<", "PD", "PP"],
        "td1" | "td2" => vec!["I<", "ID", "A<", "AC", "C<", "CR"],
        _ => vec!["V<", "VA"],
    }
}

/// All years that end with these digits.
fn years(digits: u8) -> impl DoubleEndedIterator<Item = u16> {
    (0..=9900)
        .step_by(100)
        .map(move |century| century + u16::from(digits))
}

/// Any holder, with any document.
fn holder() -> impl Strategy<Value = (Holder, Day)> {
    let birth = (1u16..=9999, 1u8..=12, 1u8..=28, 0u8..4);
    let names = "[A-Z]{1,20}<<[A-Z]{1,12}(<[A-Z]{1,9})?";
    let days = (birth, -36_000i32..36_000, -18_000i32..18_000);
    let texts = ("[A-Z0-9]{1,14}", "[A-Z]{3}|D<<", names, "[A-Z0-9]{0,5}");
    (0..LAYOUTS.len(), 0..60usize, days, texts).prop_map(|(layout, code, days, texts)| {
        let layout = LAYOUTS[layout];
        let ((year, month, day, known), before, until) = days;
        let birth = Day::new(year, month, day).expect("a day");
        let on = birth.plus(before.abs()).unwrap_or(birth);
        let expires = on.plus(until).unwrap_or(on);
        let codes = document(layout);
        let two = |year: u16| u8::try_from(year % 100).expect("two digits");
        let (mut number, nationality, name, optional) = texts;
        match layout {
            "td1" => {}
            // The check digit and a filler must fit in seven characters.
            "td2" => number.truncate(14),
            _ => number.truncate(9),
        }
        let birth = [two(year), month, day];
        let told = |place: usize| (usize::from(known) > place).then_some(birth[place]);
        let holder = Holder {
            layout,
            document: codes[code % codes.len()].to_owned(),
            number,
            nationality,
            birth: [told(0), told(1), told(2)],
            expiry: [two(expires.year()), expires.month(), expires.day()],
            name,
            optional,
        };
        (holder, on)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn zones_written_by_other_code_are_read((holder, on) in holder(), end in "\r|\n|\r\n|") {
        let zone = holder.lines().join(&end);
        let mrz = Mrz::read(zone.as_bytes(), on);
        prop_assert!(mrz.is_ok(), "{:?} {}", mrz, zone);
        let mrz = mrz.expect("just looked");
        prop_assert_eq!(mrz.layout().name(), holder.layout);
        let document = match &*holder.document {
            "AC" => MrzDocument::CrewCertificate,
            code if code.starts_with('P') => MrzDocument::Passport,
            code if code.starts_with('V') => MrzDocument::Visa,
            _ => MrzDocument::Card,
        };
        prop_assert_eq!(mrz.document(), document);
        if let Some(code) = mrz.country_code() {
            let country = if holder.nationality == "D<<" { "DEU" } else { &holder.nationality };
            prop_assert_eq!(code, country.as_bytes());
        }
        // Of the births with these digits, the latest possible one.
        let born = |year: u16| match holder.birth {
            [_, Some(month), Some(day)] => Day::new(year, month, day),
            [_, Some(month), None] => Day::new(year, month, 1),
            _ => Day::new(year, 1, 1),
        };
        let expected = holder.birth[0].and_then(|digits| {
            years(digits).rev().filter_map(born).find(|day| *day <= on)
        });
        let known = holder.birth.iter().flatten().count();
        let precision = [None, Some(BirthPrecision::Year), Some(BirthPrecision::Month), Some(BirthPrecision::Day)][known];
        prop_assert_eq!(mrz.birth().known(), precision.zip(expected));
        let [year, month, day] = holder.expiry;
        let days = years(year).filter_map(|year| Day::new(year, month, day));
        let nearest = days.min_by_key(|day| ((day.number() - on.number()).abs(), std::cmp::Reverse(*day)));
        prop_assert_eq!(mrz.expires(), nearest);
    }
}

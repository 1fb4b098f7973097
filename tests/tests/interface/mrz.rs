//! Machine-readable zones, read from C.

use std::ptr::{null, null_mut};

use kz_rules_core::{BirthPrecision, Mrz, MrzExpected};
use kz_rules_ffi::*;
use kz_rules_tests::abi::{answered, refused, status};
use kz_rules_tests::days::read_day;
use kz_rules_tests::vectors::Vectors;

fn letters(country: [std::ffi::c_char; 4]) -> String {
    let bytes = country.map(|letter| u8::from_ne_bytes(letter.to_ne_bytes()));
    assert_eq!(bytes[3], 0);
    String::from_utf8_lossy(&bytes)
        .trim_end_matches('\0')
        .to_owned()
}

/// The specimens, with the days on which they are read.
fn specimens() -> Vec<(String, kz_date)> {
    let vectors = Vectors::read("tests/mrz.csv");
    let of = |line: kz_rules_tests::vectors::Line<'_>| {
        let on = read_day(line.text("on")).expect("a day");
        (line.text("zone").replace('|', "\r\n"), on.into())
    };
    vectors.lines().map(of).collect()
}

fn read(zone: &[u8], on: kz_date) -> kz_mrz {
    answered(|out| unsafe { kz_mrz_read(zone.as_ptr().cast(), zone.len(), on, out) })
}

fn fault(zone: &[u8], on: kz_date) -> kz_mrz_fault {
    answered(|out| unsafe { kz_mrz_fault_get(zone.as_ptr().cast(), zone.len(), on, out) })
}

#[test]
fn a_zone_is_the_same_in_c_and_rust() {
    for (zone, on) in specimens() {
        let mrz = Mrz::read(
            zone.as_bytes(),
            kz_rules_core::day(on.year, on.month, on.day),
        );
        let mrz = mrz.expect("a specimen");
        let c = read(zone.as_bytes(), on);
        assert_eq!(c.birth, mrz.birth().known_day().into());
        assert_eq!(c.birth_precision, BirthPrecision::Day.code());
        assert_eq!(c.expires, mrz.expires().into());
        assert_eq!(
            c.standing,
            mrz.standing().map_or(0, |standing| standing.code())
        );
        assert_eq!(c.document, mrz.document().code());
        assert_eq!(c.layout, mrz.layout().code());
        assert_eq!(c.nationality, mrz.nationality().code());
        let code = mrz
            .country_code()
            .map_or_else(String::new, |code| code.escape_ascii().to_string());
        assert_eq!(letters(c.country), code);
        assert_eq!(c.reserved, [0; 3]);
        assert_eq!(fault(zone.as_bytes(), on), kz_mrz_fault::default());
        assert_eq!(format!("{c:?}"), "kz_mrz { .. }");
    }
}

#[test]
fn unknown_parts_of_a_birth_are_zero() {
    const VISA: &str = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<L8988901C4XXXBBBBBBDF9612109<<<<<<<<";
    let on = kz_date {
        year: 1996,
        month: 6,
        day: 1,
    };
    for (birth, digit, expected, precision) in [
        ("400907", '8', (1940, 9, 7), BirthPrecision::Day.code()),
        ("4009<<", '1', (1940, 9, 0), BirthPrecision::Month.code()),
        ("40<<<<", '8', (1940, 0, 0), BirthPrecision::Year.code()),
        ("<<<<<<", '0', (0, 0, 0), 0),
    ] {
        let zone = VISA.replace("BBBBBBD", &format!("{birth}{digit}"));
        let mrz = read(zone.as_bytes(), on);
        let (year, month, day) = expected;
        assert_eq!(mrz.birth, kz_date { year, month, day }, "{birth}");
        assert_eq!(mrz.birth_precision, precision);
        // In the form of kz_facts.
        let facts = kz_facts {
            on,
            birth: mrz.birth,
            birth_precision: mrz.birth_precision,
            ..kz_facts::default()
        };
        let _: kz_assessment = answered(|out| unsafe { kz_assess(null(), &facts, out) });
    }
}

#[test]
pub(super) fn errors_name_the_place() {
    let (zone, on) = specimens().swap_remove(2);
    for (place, byte) in [
        (0, b'X'),
        (46 + 9, b'7'),
        (46 + 13, b'A'),
        (20, b'?'),
        (46 + 10, b'<'),
    ] {
        let mut zone = zone.clone().into_bytes();
        zone[place] = byte;
        let error = Mrz::read(&zone, kz_rules_core::day(on.year, on.month, on.day));
        let error = error.expect_err("another character");
        refused("BAD_MRZ", |out| unsafe {
            kz_mrz_read(zone.as_ptr().cast(), zone.len(), on, out)
        });
        let expected = kz_mrz_fault {
            line: error.line,
            column: error.column,
            expected: error.expected.code(),
            reserved: 0,
        };
        assert_eq!(fault(&zone, on), expected);
    }
    for length in 0..zone.len() - 2 {
        refused("BAD_MRZ", |out| unsafe {
            kz_mrz_read(zone.as_ptr().cast(), length, on, out)
        });
        assert_eq!(
            fault(&zone.as_bytes()[..length], on).expected,
            MrzExpected::Line.code()
        );
    }
}

#[test]
pub(super) fn errors_that_only_c_can_make_have_their_own_status() {
    let (zone, on) = specimens().swap_remove(0);
    let (start, length) = (zone.as_ptr().cast(), zone.len());
    refused("NULL", |out| unsafe {
        kz_mrz_read(null(), length, on, out)
    });
    refused("NULL", |out| unsafe {
        kz_mrz_fault_get(null(), length, on, out)
    });
    refused("BAD_MRZ", |out| unsafe { kz_mrz_read(null(), 0, on, out) });
    for wrong in [kz_date::default(), kz_date { month: 13, ..on }] {
        refused("BAD_ON", |out| unsafe {
            kz_mrz_read(start, length, wrong, out)
        });
        refused("BAD_ON", |out| unsafe {
            kz_mrz_fault_get(start, length, wrong, out)
        });
    }
    assert_eq!(
        unsafe { kz_mrz_read(start, length, on, null_mut()) },
        status("NULL")
    );
    assert_eq!(
        unsafe { kz_mrz_fault_get(start, length, on, null_mut()) },
        status("NULL")
    );
}

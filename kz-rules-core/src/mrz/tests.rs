//! What each part of a zone says, and what is wrong with it and where.

use std::format;
use std::string::{String, ToString as _};
use std::vec::Vec;

use super::check_digit::check_digit;
use super::{Mrz, MrzDocument, MrzError, MrzExpected, MrzLayout, MrzNationality};
use crate::law::day;
use crate::{Birth, Country, Day, Standing};

const TODAY: Day = day(2011, 6, 1);
const TD1: [&str; 3] = [
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
];
const TD3: [&str; 2] = [
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
];
const VISA: [&str; 2] = [
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
];

fn read(lines: &[&str], on: Day) -> Result<Mrz, MrzError> {
    Mrz::read(lines.join("\n").as_bytes(), on)
}

/// The same lines with a text written over them from a line and column on.
fn with(lines: &[impl AsRef<str>], line: usize, column: usize, text: &str) -> Vec<String> {
    let mut lines: Vec<_> = lines.iter().map(|line| line.as_ref().to_string()).collect();
    let from = column - 1;
    lines[line - 1].replace_range(from..from + text.len(), text);
    lines
}

fn refused(lines: &[String], line: u8, column: u8, expected: MrzExpected) {
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    let error = MrzError {
        line,
        column,
        expected,
    };
    assert_eq!(read(&lines, TODAY), Err(error), "{lines:?}");
}

/// A visa with this birth or expiry, and its check digit: no other digit checks them.
fn visa(column: usize, date: &str, on: Day) -> Result<Mrz, MrzError> {
    let digit = char::from(check_digit(date.bytes()));
    let lines = with(&VISA, 2, column, &format!("{date}{digit}"));
    read(&[&lines[0], &lines[1]], on)
}

fn birth(date: &str, on: Day) -> Result<Birth, MrzError> {
    visa(14, date, on).map(|mrz| mrz.birth())
}

fn expiry(date: &str, on: Day) -> Result<Day, MrzError> {
    visa(22, date, on).map(|mrz| mrz.expires().expect("a day"))
}

fn wrong_date(column: u8, expected: MrzExpected) -> MrzError {
    MrzError {
        line: 2,
        column,
        expected,
    }
}

#[test]
fn check_digits_are_those_of_doc_9303() {
    for (text, digit) in [
        ("520727", b'3'),
        ("AB2134<<<", b'5'),
        ("HA672242<658022549601086<<<<<<<<<<<<<<0", b'8'),
        ("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<", b'2'),
        ("", b'0'),
    ] {
        assert_eq!(check_digit(text.bytes()), digit, "{text}");
    }
    assert_eq!(
        check_digit([b'Z'; 90].into_iter()),
        b'0',
        "90 * 35 * 11 / 3"
    );
}

#[test]
fn lines_end_as_a_scanner_ends_them() {
    let mrz = read(&TD3, TODAY).unwrap();
    let card = read(&TD1, TODAY).unwrap();
    for end in ["\r", "\n", "\r\n", "\n\r", "  \r\n", "\r\r", ""] {
        for (before, after) in [
            ("", ""),
            ("", end),
            ("\r\n", "\r\n\r\n"),
            (" ", "   "),
            ("\u{2}", "\u{3}"),
            ("\u{2}\r", "\r\u{3}\r\n"),
        ] {
            let zone = |lines: &[&str]| format!("{before}{}{after}", lines.join(end));
            assert_eq!(Mrz::read(zone(&TD3).as_bytes(), TODAY), Ok(mrz), "{end:?}");
            assert_eq!(Mrz::read(zone(&TD1).as_bytes(), TODAY), Ok(card), "{end:?}");
        }
    }
}

#[test]
fn lines_are_those_of_a_layout() {
    let at = |zone: &str| {
        let MrzError {
            line,
            column,
            expected,
        } = Mrz::read(zone.as_bytes(), TODAY).unwrap_err();
        assert_eq!(expected, MrzExpected::Line, "{zone:?}");
        (line, column)
    };
    let x = |count| "<".repeat(count);
    assert_eq!(at(""), (1, 1));
    assert_eq!(at(" \r\n\u{2}\u{3}"), (1, 1));
    assert_eq!(at(&x(29)), (1, 30));
    assert_eq!(at(&x(35)), (1, 36));
    assert_eq!(at(&x(45)), (1, 45));
    assert_eq!(at(&x(1000)), (1, 45));
    assert_eq!(at(&x(44)), (2, 1));
    assert_eq!(at(&format!("{}\n{}", x(44), x(43))), (2, 44));
    assert_eq!(at(&format!("{}\n{}", x(44), x(45))), (2, 45));
    assert_eq!(at(&format!("{}\n{}\n<", x(44), x(44))), (3, 1));
    assert_eq!(at(&format!("{}\n{}", x(30), x(30))), (3, 1));
    assert_eq!(at(&format!("{}\n{}\n{}", x(30), x(30), x(29))), (3, 30));
    assert_eq!(at(&[&*x(30); 4].join("\n")), (4, 1));
    assert_eq!(at(&format!("{}\n<", x(88))), (1, 45));
    assert_eq!(at(&x(89)), (1, 45));
    assert_eq!(at("\u{2}\u{2}"), (1, 2), "one frame alone");
}

#[test]
fn characters_are_those_of_the_alphabet() {
    for other in ["p", "-", "\u{0}", "/", ":", "@", "[", "=", "\u{7f}"] {
        refused(&with(&TD3, 1, 44, other), 1, 44, MrzExpected::Character);
        refused(&with(&TD3, 2, 1, other), 2, 1, MrzExpected::Character);
        refused(&with(&TD1, 3, 15, other), 3, 15, MrzExpected::Character);
    }
    refused(&with(&TD3, 2, 43, " "), 2, 43, MrzExpected::Character);
    // The letter takes two bytes, so the line gets longer.
    refused(&with(&TD3, 1, 7, "Ж"), 1, 7, MrzExpected::Character);
}

#[test]
fn a_document_is_of_its_size() {
    use MrzDocument::{Card, CrewCertificate, Passport, Visa};
    let kind = |lines: &[&str], code: &str| {
        let lines = with(lines, 1, 1, code);
        let lines: Vec<_> = lines.iter().map(String::as_str).collect();
        read(&lines, TODAY).map(|mrz| (mrz.layout(), mrz.document()))
    };
    let none = Err(MrzError {
        line: 1,
        column: 1,
        expected: MrzExpected::Document,
    });
    assert_eq!(kind(&TD3, "PD"), Ok((MrzLayout::Td3, Passport)));
    assert_eq!(kind(&VISA, "VX"), Ok((MrzLayout::MrvA, Visa)));
    for code in ["A<", "C<", "IR", "CC"] {
        assert_eq!(kind(&TD1, code), Ok((MrzLayout::Td1, Card)), "{code}");
    }
    assert_eq!(kind(&TD1, "AC"), Ok((MrzLayout::Td1, CrewCertificate)));
    for first in ('A'..='Z').chain('0'..='9').chain(['<']) {
        let code = format!("{first}<");
        if !"ACI".contains(first) {
            assert_eq!(kind(&TD1, &code), none, "{code}");
        }
        if !"PV".contains(first) {
            assert_eq!(kind(&TD3, &code), none, "{code}");
        }
    }
    assert_eq!(kind(&TD1, "C1"), Ok((MrzLayout::Td1, Card)));
}

#[test]
fn letters_stand_where_they_must() {
    for (line, column) in [(1, 4), (2, 12), (2, 21)] {
        let lines = with(&TD3, line.into(), column.into(), "7");
        refused(&lines, line, column, MrzExpected::Letter);
    }
}

#[test]
fn each_check_digit_is_checked() {
    for (column, expected) in [(10, 6), (20, 2), (28, 9), (43, 1), (44, 0)] {
        for digit in 0..10 {
            let lines = with(&TD3, 2, column.into(), &digit.to_string());
            if digit != expected {
                refused(&lines, 2, column, MrzExpected::CheckDigit);
            }
        }
        for other in ["<", "A"] {
            refused(
                &with(&TD3, 2, column.into(), other),
                2,
                column,
                MrzExpected::Digit,
            );
        }
    }
}

#[test]
fn a_personal_number_that_is_blank_needs_no_check_digit() {
    for digit in ["<", "0"] {
        let blank = with(&TD3, 2, 29, &format!("<<<<<<<<<<<<<<{digit}"));
        let over_all = (0..10).filter(|over_all| {
            let lines = with(&blank, 2, 44, &format!("{over_all}"));
            read(&[&lines[0], &lines[1]], TODAY).is_ok()
        });
        assert_eq!(over_all.count(), 1, "{blank:?}");
    }
    let lines = with(&TD3, 2, 29, "<<<<<<<<<<<<<<1");
    refused(&lines, 2, 43, MrzExpected::CheckDigit);
}

#[test]
fn a_long_number_goes_on_in_the_optional_data() {
    let long = |rest: &str| with(&with(&TD1, 1, 15, "<"), 1, 16, rest);
    refused(&long("<"), 1, 15, MrzExpected::Digit);
    refused(&long("1<"), 1, 17, MrzExpected::Digit);
    refused(&long("7<34"), 1, 17, MrzExpected::Digit);
    refused(&long("7348<"), 1, 19, MrzExpected::CheckDigit);
    refused(&long("734A<"), 1, 19, MrzExpected::Digit);
    // To the end of the line: the number is right, and the digit over all is not.
    let number = "D23145890ABCDEFGHIJKLMN";
    let digit = char::from(check_digit(number.bytes()));
    let rest = format!("{}{digit}", &number[9..]);
    let lines = long(&rest);
    assert_eq!(lines[0].len(), 30);
    refused(&lines, 2, 30, MrzExpected::CheckDigit);
    // A passport's number cannot be long.
    refused(&with(&TD3, 2, 10, "<"), 2, 10, MrzExpected::Digit);
    refused(&with(&VISA, 2, 10, "<"), 2, 10, MrzExpected::Digit);
}

#[test]
fn a_nationality_is_a_country_or_says_so() {
    use MrzNationality::{Country as OfCountry, Refugee, Stateless, Unspecified};
    let of = |code: &str| {
        let lines = with(&VISA, 2, 11, code);
        let mrz = read(&[&lines[0], &lines[1]], TODAY).unwrap();
        let country = mrz
            .country_code()
            .map(|code| std::str::from_utf8(code).unwrap().to_string());
        assert_eq!(
            mrz.country(),
            country
                .as_ref()
                .map(|code| Country::parse(code.as_bytes()).unwrap())
        );
        (mrz.nationality(), country, mrz.standing())
    };
    let country = |code: &str, standing| (OfCountry, Some(code.to_string()), Some(standing));
    assert_eq!(of("D<<"), country("DEU", Standing::Foreigner));
    assert_eq!(of("UZB"), country("UZB", Standing::Foreigner));
    assert_eq!(of("RKS"), country("RKS", Standing::Foreigner));
    assert_eq!(of("KAZ"), country("KAZ", Standing::Citizen));
    assert_eq!(of("XXA"), (Stateless, None, Some(Standing::Stateless)));
    assert_eq!(of("XXB"), (Refugee, None, None));
    assert_eq!(of("XXC"), (Refugee, None, None));
    for code in [
        "XXX", "UNO", "UNA", "UNK", "EUE", "XOM", "XPO", "GBD", "GBN", "GBO", "GBP", "GBS",
    ] {
        assert_eq!(of(code), (Unspecified, None, None), "{code}");
    }
    for code in ["<<<", "DE<", "D<E", "<DE", "U<<"] {
        refused(&with(&VISA, 2, 11, code), 2, 11, MrzExpected::Country);
    }
}

#[test]
fn a_birth_is_the_latest_that_is_not_after_today() {
    assert_eq!(birth("110601", TODAY), Ok(TODAY.into()));
    assert_eq!(birth("110602", TODAY), Ok(day(1911, 6, 2).into()));
    assert_eq!(birth("000229", TODAY), Ok(day(2000, 2, 29).into()));
    assert_eq!(birth("991231", TODAY), Ok(day(1999, 12, 31).into()));
    let wrong = Err(wrong_date(18, MrzExpected::Date));
    // 1900 had no such day, and 2000 is to come.
    assert_eq!(birth("000229", day(1999, 1, 1)), wrong);
    assert_eq!(birth("010229", TODAY), wrong);
    assert_eq!(birth("010100", TODAY), wrong);
    assert_eq!(birth("010132", TODAY), wrong);
    for month in ["010001", "011301"] {
        assert_eq!(birth(month, TODAY), Err(wrong_date(16, MrzExpected::Date)));
    }
    assert_eq!(birth("500101", day(40, 1, 1)), wrong, "before the year 1");
    assert_eq!(
        birth("500101", day(9999, 12, 31)),
        Ok(day(9950, 1, 1).into())
    );
}

#[test]
fn blank_parts_of_a_birth_are_unknown() {
    assert_eq!(birth("1106<<", TODAY), Ok(Birth::month(2011, 6)));
    assert_eq!(birth("1107<<", TODAY), Ok(Birth::month(1911, 7)));
    assert_eq!(birth("11<<<<", TODAY), Ok(Birth::year(2011)));
    assert_eq!(birth("12<<<<", TODAY), Ok(Birth::year(1912)));
    assert_eq!(birth("11<<30", TODAY), Ok(Birth::year(2011)));
    for without_year in ["<<<<<<", "<<0812", "<<08<<", "<<<<12"] {
        assert_eq!(birth(without_year, TODAY), Ok(Birth::UNKNOWN));
    }
    assert_eq!(
        birth("<<1301", TODAY),
        Err(wrong_date(16, MrzExpected::Date))
    );
    assert_eq!(
        birth("<<0230", TODAY),
        Err(wrong_date(18, MrzExpected::Date))
    );
    assert_eq!(
        birth("11<<32", TODAY),
        Err(wrong_date(18, MrzExpected::Date))
    );
    for (half, column) in [
        ("1<0812", 15),
        ("<10812", 15),
        ("74<812", 17),
        ("740<12", 17),
        ("7408<1", 19),
        ("A40812", 14),
        ("7408A2", 18),
        ("74081A", 19),
    ] {
        assert_eq!(
            birth(half, TODAY),
            Err(wrong_date(column, MrzExpected::Digit)),
            "{half}"
        );
    }
}

#[test]
fn an_expiry_is_the_nearest_day() {
    assert_eq!(expiry("110601", TODAY), Ok(TODAY));
    assert_eq!(expiry("990101", TODAY), Ok(day(1999, 1, 1)));
    assert_eq!(expiry("610531", TODAY), Ok(day(2061, 5, 31)));
    // 1961-06-03 is 18,260 days before, 2061-06-03 is 18,265 days after.
    assert_eq!(expiry("610603", TODAY), Ok(day(1961, 6, 3)));
    assert_eq!(expiry("000101", day(1999, 1, 1)), Ok(day(2000, 1, 1)));
    assert_eq!(expiry("000229", day(1903, 1, 1)), Ok(day(2000, 2, 29)));
    assert_eq!(expiry("991231", day(9999, 1, 1)), Ok(day(9999, 12, 31)));
    assert_eq!(expiry("000101", day(9999, 1, 1)), Ok(day(9900, 1, 1)));
    // As far as can be from both.
    let between =
        day(1950, 1, 1).number() + (day(2050, 1, 1).number() - day(1950, 1, 1).number()) / 2;
    let between = Day::from_number(between).unwrap();
    let [before, after] =
        [day(1950, 1, 1), day(2050, 1, 1)].map(|day| day.number().abs_diff(between.number()));
    assert!(before.abs_diff(after) <= 1);
    assert_eq!(
        expiry("500101", between),
        Ok(if before < after {
            day(1950, 1, 1)
        } else {
            day(2050, 1, 1)
        })
    );
    for (date, column, expected) in [
        ("010229", 26, MrzExpected::Date),
        ("011301", 24, MrzExpected::Date),
        ("01<<<<", 24, MrzExpected::Digit),
        ("0101<<", 26, MrzExpected::Digit),
        ("<<0101", 22, MrzExpected::Digit),
    ] {
        assert_eq!(
            expiry(date, TODAY),
            Err(wrong_date(column, expected)),
            "{date}"
        );
    }
}

#[test]
fn nothing_of_the_holder_is_shown() {
    let mrz = read(&TD3, TODAY).unwrap();
    assert_eq!(format!("{mrz:?}"), "Mrz(hidden)");
    let error = read(&[TD3[0], &TD3[1].replace('7', "1")], TODAY).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 2, column 20: expected a check digit that fits"
    );
    let mut sentences: Vec<_> = MrzExpected::ALL
        .iter()
        .map(|expected| {
            MrzError {
                expected: *expected,
                ..error
            }
            .to_string()
        })
        .collect();
    sentences.sort_unstable();
    sentences.dedup();
    assert_eq!(sentences.len(), MrzExpected::ALL.len());
}

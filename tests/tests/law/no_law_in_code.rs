//! No law outside `law/`: the library's code names no date, no number of days, no provision, no country and no article. All of
//! these are in the law's page and in what is generated from it.
//!
//! The test reads the library's sources, except what is generated from the page (`law/built_in.rs` and its folder), comments
//! (their examples show the built-in law) and tests.

use std::collections::BTreeSet;

use kz_rules_tests::laws::laws;
use kz_rules_tests::tools::rust_sources;

/// What looks like law but is not: the file, the piece of code, how often it occurs, and why.
const NO_LAW: &[(&str, &str, usize, &str)] = &[
    (
        "clock.rs",
        "day(2019, 1, 1)",
        1,
        "the clock's first day: section 9 itself",
    ),
    (
        "law/day_literal.rs",
        "day(1970, 1, 1)",
        1,
        "the first day of Unix time",
    ),
    (
        "deadline/country.rs",
        "UP_TO_90: u16 = 90",
        1,
        "the definition of the stay regime: section 10 itself",
    ),
    (
        "deadline/stay.rs",
        "1..=366",
        1,
        "what numbers of days a stay rule may have: section 10 itself",
    ),
    (
        "deadline/treaty.rs",
        "1..=366",
        1,
        "what numbers of days a treaty may have: section 7 itself",
    ),
    (
        "law/row/check.rs",
        "MOST_DAYS: u16 = 366",
        1,
        "what numbers of days a row may have: sections 7 and 10 themselves",
    ),
    (
        "law/row/check.rs",
        "LEAP: u16 = 2000",
        1,
        "some leap year, which has every day",
    ),
    (
        "pack/mod.rs",
        "Header = 30, \"header\"",
        1,
        "a number of the format",
    ),
    (
        "mrz/layout.rs",
        "CARD: u8 = 30",
        1,
        "the characters of a line of a card: ICAO Doc 9303",
    ),
    (
        "mrz/error.rs",
        "or three of 30",
        1,
        "the same, for a person",
    ),
    ("base/day.rs", "wrapping_mul(365)", 1, "the days of a year"),
    (
        "decide/columns/inverted.rs",
        "wrapping_mul(365)",
        1,
        "the days of a year",
    ),
    (
        "base/day.rs",
        "4 | 6 | 9 | 11 => 30",
        1,
        "the days of a month",
    ),
    (
        "base/error.rs",
        "= 30, \"ticket_edition\"",
        1,
        "a number of the interface",
    ),
    (
        "text/vocabulary.rs",
        "= 30, \"place_of_stay\"",
        1,
        "a number of the interface",
    ),
    (
        "iin/number.rs",
        "(1900, ",
        2,
        "the century of a birth: section 5 itself",
    ),
    (
        "iin/number.rs",
        "(2000, ",
        2,
        "the century of a birth: section 5 itself",
    ),
];

/// The same in the texts, in every language: sentences about the input of the interface.
const NO_LAW_IN_TEXTS: &[(&str, &str)] = &[
    (
        "held_at_commencement",
        "the fact itself, which section 3 fixes with its date",
    ),
    (
        "treaty_days",
        "what numbers of days a treaty may have: section 7 itself",
    ),
    (
        "stay_rule",
        "what numbers a rule may have: section 10 itself",
    ),
    (
        "clock_not_supported",
        "the clock's first and last day: section 9 itself",
    ),
    ("give_date", "how a date is typed"),
    ("no_such_date", "how a date is typed"),
];

/// The sources, with their paths in the library's folder.
fn sources() -> Vec<(String, String)> {
    let all = rust_sources("kz-rules-core/src");
    let tests = modules_of_tests(&all);
    let is_code = |name: &String| {
        name != "law/built_in.rs" && !name.starts_with("law/built_in/") && !tests.contains(name)
    };
    all.into_iter().filter(|(name, _)| is_code(name)).collect()
}

/// The files of modules that are only for tests.
fn modules_of_tests(sources: &[(String, String)]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (name, text) in sources {
        let folder = match name.as_str() {
            "lib.rs" => String::new(),
            _ => match name.strip_suffix("/mod.rs") {
                Some(folder) => format!("{folder}/"),
                None => format!("{}/", name.trim_end_matches(".rs")),
            },
        };
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if line.trim() == "#[cfg(test)]"
                && let Some(module) = lines.next().and_then(|next| {
                    let next = next.trim();
                    let next = next.strip_prefix("pub(crate) ").unwrap_or(next);
                    next.strip_prefix("mod ")?.strip_suffix(';')
                })
            {
                found.insert(format!("{folder}{module}.rs"));
            }
        }
    }
    found
}

/// The code of a source: without comments, and without the module of tests at its end.
fn code(text: &str) -> String {
    let mut code = String::new();
    let lines: Vec<_> = text.lines().collect();
    for (number, line) in lines.iter().enumerate() {
        let tests_follow = *line == "#[cfg(test)]" && {
            let mut next = lines[number + 1..].iter();
            next.find(|line| !line.starts_with("#[") && !line.starts_with([' ', ')']))
                .is_some_and(|line| line.starts_with("mod ") && line.ends_with('{'))
        };
        if tests_follow {
            break;
        }
        let mut in_text = false;
        let mut before = ' ';
        let mut end = line.len();
        for (place, character) in line.char_indices() {
            match character {
                '"' if before != '\\' && before != '\'' => in_text = !in_text,
                '/' if before == '/' && !in_text => {
                    end = place - 1;
                    break;
                }
                _ => {}
            }
            before = character;
        }
        // The number of a character is not a number of days or years.
        let mut pieces = line[..end].split("\\u{");
        code.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            code.push_str(piece.split_once('}').map_or(piece, |(_, rest)| rest));
        }
        code.push('\n');
    }
    code
}

/// Words of letters, digits and the other characters of a provision's identifier.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))
}

/// Whole numbers, except parts of names and of other numbers.
fn numbers(line: &str) -> impl Iterator<Item = u32> {
    line.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter_map(|word| {
            word.trim_end_matches("u16")
                .trim_end_matches("_u16")
                .parse()
                .ok()
        })
}

/// The law that a line can contain.
struct Law {
    provisions: BTreeSet<String>,
    countries: BTreeSet<String>,
    days: BTreeSet<u32>,
}

impl Law {
    /// The contents of the laws. `days`: of terms, treaties and stays, from ten on; smaller numbers are too common.
    fn of_the_pages() -> Self {
        let mut law = Self {
            provisions: BTreeSet::new(),
            countries: BTreeSet::new(),
            days: BTreeSet::from([365, 366]),
        };
        let page = kz_law::compile(&laws()[0].text).expect("a law");
        for provision in laws().iter().flat_map(|page| &page.naive.provisions) {
            law.provisions.insert(provision.id.clone());
            law.provisions.insert(provision.id.replace('-', "_"));
        }
        for country in &page.countries {
            law.countries.insert(format!("\"{}\"", country.alpha2));
            law.countries.insert(format!("\"{}\"", country.alpha3));
            if let Some(stay) = &country.stay {
                law.days.extend(stay.entry.map(u32::from));
                let total = stay.total.into_iter();
                law.days
                    .extend(total.flat_map(|(days, window)| [u32::from(days), u32::from(window)]));
            }
            law.days
                .extend(country.treaty.map(|(days, _)| u32::from(days)));
        }
        law.days
            .extend(page.terms.iter().map(|term| u32::from(term.days)));
        law.days.retain(|days| *days >= 10);
        law
    }

    fn is_in(&self, line: &str) -> Option<String> {
        let provision = words(line).find(|word| self.provisions.contains(*word));
        if let Some(provision) = provision {
            return Some(format!("the provision {provision}"));
        }
        if let Some(country) = self.countries.iter().find(|code| line.contains(*code)) {
            return Some(format!("the country {country}"));
        }
        if let Some(number) = numbers(line).find(|number| (1900..=2099).contains(number)) {
            return Some(format!("the year {number}"));
        }
        if let Some(number) = numbers(line).find(|number| self.days.contains(number)) {
            return Some(format!("the number of days {number}"));
        }
        let article = ["article ", "art. ", "No. ", "№", "Law No"];
        let article = article.iter().find(|word| line.contains(**word));
        article.map(|word| format!("what `{word}` names"))
    }
}

#[test]
fn the_code_has_no_law_except_what_the_model_defines() {
    let law = Law::of_the_pages();
    let (mut found, mut excused) = (String::new(), vec![0; NO_LAW.len()]);
    for (name, text) in sources() {
        for line in code(&text).lines() {
            let mut line = line.to_owned();
            let of_file = NO_LAW
                .iter()
                .enumerate()
                .filter(|(_, entry)| entry.0 == name);
            for (place, (_, piece, ..)) in of_file {
                excused[place] += line.matches(piece).count();
                line = line.replace(piece, "");
            }
            let text = name.starts_with("text/").then_some(line.trim_start());
            let of_texts = |(word, _): &(&str, &str)| {
                text.is_some_and(|text| {
                    text.starts_with(&format!("\"{word}\" "))
                        || text.starts_with(&format!("\"bad_{word}\" "))
                })
            };
            if NO_LAW_IN_TEXTS.iter().any(of_texts) {
                continue;
            }
            if let Some(what) = law.is_in(&line) {
                found += &format!("{name}: {what}: {}\n", line.trim());
            }
        }
    }
    assert!(found.is_empty(), "law outside law/:\n{found}");
    for ((name, piece, count, _), excused) in NO_LAW.iter().zip(excused) {
        assert_eq!(
            excused, *count,
            "{name} has `{piece}` as often as the list says"
        );
    }
}

#[test]
fn law_in_code_would_be_found() {
    let law = Law::of_the_pages();
    for line in [
        "const START: Day = day(2026, 7, 1);",
        "let days = 30;",
        "if stay > 180 {",
        "provision == L50_AGE_16",
        "\"R923-30-DAYS\"",
        "Country::parse(b\"CHN\")",
        "// not looked at, but: see article 4",
        "\"Order No. 923\"",
    ] {
        assert!(law.is_in(line).is_some(), "{line}");
    }
    for line in [
        "let month = 12;",
        "x.is_some_and(|days| days <= 9)",
        "bits >> 16",
        "\"yes\"",
    ] {
        assert_eq!(law.is_in(line), None, "{line}");
    }
    assert_eq!(
        code("let a = \"//\"; // 30\n#[cfg(test)]\nmod tests {\n    30\n"),
        "let a = \"//\"; \n"
    );
}

//! The kiosk addresses a person in the requested language only. (Tables are for programs: their words are those of the
//! legal model in every language.)

use std::collections::{BTreeSet, HashMap};
use std::process::Command;
use std::sync::LazyLock;

use kz_rules_core::{Fact, Language, Law, Provision, Verdict, sentence};
use kz_rules_tests::glossary::{phrase, phrase_names};
use kz_rules_tests::tools::{feed, kiosk, kiosk_sources, read, shown};
use kz_rules_tests::vectors::Vectors;

/// Latin letters that are also allowed in Kazakh and Russian texts, besides identifiers of provisions: the law's name is
/// among them.
const LATIN: [&str; 3] = ["QR", "VIII", Law::BUILT_IN.name()];

/// The kiosk's output in a language, without what comes from the input: the headings of the cards.
fn says(language: Language, arguments: &[&str], input: &str) -> String {
    let mut kiosk = Command::new(kiosk());
    let kiosk = kiosk.args(["--lang", language.name()]).args(arguments);
    let output = feed(kiosk, input.as_bytes());
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{language} {arguments:?}: {}",
        shown(&output)
    );
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let own = text
        .lines()
        .filter(|line| arguments[0] != "cards" || !line.starts_with("== "));
    own.flat_map(|line| [line, "\n"]).collect()
}

/// A table in which, line by line, each column of a kind cannot be read, then the line itself; and the number of these
/// lines.
fn unreadable(kind: &str, readable: &[(&str, &str)]) -> (String, usize) {
    let vectors = Vectors::of(kind);
    let (names, _) = vectors.table();
    let columns: Vec<_> = names
        .iter()
        .filter(|name| *name != "id" && !name.starts_with('='))
        .collect();
    let line = |wrong: &String| {
        let field = |name: &&String| match readable.iter().find(|(readable, _)| readable == *name) {
            _ if *name == wrong => "x",
            Some((_, text)) => text,
            None => "",
        };
        columns.iter().map(field).collect::<Vec<_>>().join(",")
    };
    let mut lines: Vec<_> = columns.iter().map(|wrong| line(wrong)).collect();
    lines.extend(["x".into(), "\"x\"x".into(), "x".repeat(100_000)]);
    let header = columns.iter().map(|name| name.as_str());
    let header = header.collect::<Vec<_>>().join(",");
    (format!("{header}\n{}\n", lines.join("\n")), lines.len())
}

/// Everything that the kiosk can be asked, as arguments and input: every kind of card, with everything that it can show,
/// and interviews with every ending.
fn everything() -> Vec<(Vec<&'static str>, String)> {
    let case = |name: &str| read(&format!("examples/kiosk/cases/{name}.csv"));
    let vectors = |kind: &str| read(&format!("tests/vectors/{kind}.csv"));
    let mut all = vec![
        (vec!["cards"], case("visitors")),
        (vec!["cards", "--why"], case("visitors")),
        (vec!["cards", "terms"], case("immigrant")),
        (vec!["cards", "--why"], vectors("assess")),
        (vec!["cards", "terms"], vectors("terms")),
        (vec!["cards", "plan"], vectors("plan")),
        (vec!["cards", "registration"], vectors("registration")),
        (vec!["cards", "stay"], vectors("stay")),
        (vec!["cards"], unreadable("assess", &ASSESS).0),
        (vec!["cards", "terms"], unreadable("terms", &TERMS).0),
    ];
    for (mode, on, said) in INTERVIEWS {
        let said: String = said
            .split_ascii_whitespace()
            .map(|said| format!("{said}\n"))
            .collect();
        let mode = mode.split(' ');
        all.push((mode.chain(["--on", on]).collect(), said));
    }
    all
}

/// Columns that must not be empty.
const ASSESS: [(&str, &str); 1] = [("on", "2024-01-01")];
const TERMS: [(&str, &str); 3] = [
    ("kind", "registration"),
    ("from", "2026-08-03"),
    ("on", "2026-08-05"),
];

const INTERVIEWS: [(&str, &str, &str); 14] = [
    (
        "ask document",
        "2025-08-01",
        "visa stateless 2009 2009 2009-08-12 no first_issue",
    ),
    (
        "ask document",
        "2025-08-01",
        "11 99 what ? ? 2030 2001-02-30 ? ? ?",
    ),
    ("ask document", "2025-08-01", "visa"),
    (
        "plan",
        "2026-05-01",
        "visa foreigner 1990 no first_issue foreign_mission abroad yes no no",
    ),
    (
        "plan",
        "2024-05-01",
        "visa foreigner 1990 no first_issue foreign_mission abroad no no yes no",
    ),
    (
        "plan",
        "2025-05-01",
        "visa foreigner 1990 no first_issue foreign_mission abroad no no",
    ),
    (
        "plan",
        "2026-05-01",
        "residence_card foreigner 1990 no first_issue abroad no no",
    ),
    (
        "plan",
        "2026-05-01",
        "visa foreigner 1990 no first_issue foreign_mission abroad ? yes no no",
    ),
    ("plan", "2026-05-01", "citizen_passport"),
    ("plan", "2026-05-01", "expulsion foreigner"),
    (
        "ask stay",
        "2026-11-27",
        "foreigner 2026-10-24 RU yes - 2026-01-10 2026-02-10 - -",
    ),
    (
        "ask stay",
        "2026-11-27",
        "foreigner x 2026-10-24 nowhere IN up_to_90 ? 2026-12-30 2026-10-20 2026-11-20 ?",
    ),
    (
        "ask guest",
        "2026-11-27",
        "foreigner 2026-10-24 UZ yes - 2026-09-20 2026-09-10 2026-09-23 ? -",
    ),
    ("ask", "2026-11-27", "? 9 2 citizen"),
];

#[test]
fn the_interviews_end_in_every_way() {
    let said: String = everything()
        .iter()
        .filter(|(arguments, _)| arguments[0] == "plan")
        .map(|(arguments, input)| says(Language::En, arguments, input))
        .collect();
    let spaced = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for verdict in Verdict::ALL {
        let verdict = sentence(Language::En, *verdict).expect("all languages are in the build");
        assert!(spaced.contains(&format!("Answer {verdict}")), "{verdict}");
    }
    for heading in ["steps", "out_of_reach", "loop", "ways_out"] {
        let heading = phrase(Language::En, heading).0.expect("a label");
        assert!(said.contains(&format!("\n  {heading} ")), "{heading}");
    }
}

/// The provision with this identifier.
fn provision(id: &str) -> Option<Provision> {
    static ALL: LazyLock<HashMap<&str, Provision>> = LazyLock::new(|| {
        let all = Law::BUILT_IN.all_provisions();
        all.map(|entry| (entry.id(), entry.row().provision()))
            .collect()
    });
    ALL.get(id).copied()
}

/// The runs of Latin letters in a text, except those that are allowed.
fn latin(text: &str) -> BTreeSet<&str> {
    let may = |piece: &str| LATIN.contains(&piece);
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
        .filter(|piece| provision(piece).is_none())
        .flat_map(|piece| piece.split(|c: char| !c.is_ascii_alphabetic()))
        .filter(|piece| !piece.is_empty() && !may(piece))
        .collect()
}

#[test]
fn there_is_no_english_word_in_kazakh_and_russian() {
    for language in [Language::Kk, Language::Ru] {
        for (arguments, input) in everything() {
            let said = says(language, &arguments, &input);
            assert_eq!(
                latin(&said),
                BTreeSet::new(),
                "{language} {arguments:?}: say it by a phrase of text/phrases.h\n{}",
                said.lines()
                    .filter(|line| !latin(line).is_empty())
                    .collect::<Vec<_>>()
                    .join("\n")
            );
        }
    }
}

#[test]
fn there_is_no_other_letter_in_english() {
    for (arguments, input) in everything() {
        let said = says(Language::En, &arguments, &input);
        let others: BTreeSet<_> = said
            .chars()
            .filter(|c| c.is_alphabetic() && !c.is_ascii())
            .collect();
        assert_eq!(others, BTreeSet::new(), "{arguments:?}");
    }
}

/// The identifiers of provisions in a text, in order.
fn provisions(text: &str) -> Vec<Provision> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .filter_map(provision)
        .collect()
}

#[test]
fn every_language_cites_the_same_provisions_and_days() {
    let days = |text: &str| -> Vec<String> {
        let is_day = |piece: &&str| {
            piece.len() == 10 && piece.as_bytes()[4] == b'-' && piece.starts_with("20")
        };
        text.split(|c: char| !c.is_ascii_digit() && c != '-')
            .filter(is_day)
            .map(str::to_owned)
            .collect()
    };
    for (arguments, input) in everything() {
        let english = says(Language::En, &arguments, &input);
        for language in [Language::Kk, Language::Ru] {
            let said = says(language, &arguments, &input);
            assert_eq!(
                provisions(&said),
                provisions(&english),
                "{language} {arguments:?}"
            );
            assert_eq!(days(&said), days(&english), "{language} {arguments:?}");
        }
    }
}

#[test]
fn each_unreadable_column_has_its_own_name() {
    for language in Language::ALL.iter().copied() {
        for (kind, readable) in [("assess", &ASSESS[..]), ("terms", &TERMS)] {
            let (input, count) = unreadable(kind, readable);
            let said = says(language, &["cards", kind], &input);
            let heading = phrase(language, "no_answer").0.expect("a label");
            let heading = format!("  {heading} ");
            let reasons: Vec<_> = said
                .lines()
                .filter_map(|line| line.strip_prefix(&heading))
                .map(str::trim)
                .collect();
            assert_eq!(reasons.len(), count, "{language} {kind}\n{said}");
            assert!(
                reasons
                    .iter()
                    .all(|reason| !reason.is_empty() && !reason.ends_with(':')),
                "{reasons:?}"
            );
            assert_eq!(
                reasons.iter().collect::<BTreeSet<_>>().len(),
                count,
                "{reasons:?}"
            );
        }
    }
}

#[test]
fn the_loop_is_closed_in_every_script() {
    let (mode, on, said) = INTERVIEWS[5];
    for language in Language::ALL.iter().copied() {
        let said = says(language, &[mode, "--on", on], &said.replace(' ', "\n"));
        let drawn: Vec<_> = said
            .lines()
            .filter(|line| line.starts_with("  +") || line.starts_with("  |"))
            .collect();
        let widths: BTreeSet<_> = drawn.iter().map(|line| line.chars().count()).collect();
        assert_eq!(
            (drawn.len(), widths.len()),
            (3, 1),
            "{language}\n{}",
            drawn.join("\n")
        );
        assert!(
            widths.iter().all(|width| *width <= 80),
            "{language}: {widths:?}"
        );
    }
}

/// The sources of the kiosk that show a person something. A certificate is rendered by the library.
fn sources() -> impl Iterator<Item = (String, String)> {
    kiosk_sources().filter(|(file, _)| {
        let name = file.rsplit('/').next().unwrap_or_default();
        let is_card = file.contains("cards/") && !["cards.c", "certificate.c"].contains(&name);
        is_card || file.contains("interview/") || name == "page.c"
    })
}

#[test]
fn no_card_has_words_of_its_own() {
    let columns: BTreeSet<_> = phrase_names().map(|name| name.to_lowercase()).collect();
    let is_of_the_model = |literal: &str| {
        Fact::from_name(literal).is_some()
            || columns.contains(literal)
            || provision(literal).is_some()
    };
    let mut files = 0;
    for (file, text) in sources() {
        let lines = (1..).zip(text.lines());
        for (number, line) in lines.filter(|(_, line)| !line.starts_with("#include")) {
            for literal in line.split('"').skip(1).step_by(2) {
                assert!(
                    is_of_the_model(literal)
                        || !literal.replace("\\n", "").contains(char::is_alphabetic),
                    "{file}, line {number}: \"{literal}\": say it by a phrase of text/phrases.h"
                );
            }
        }
        files += 1;
    }
    assert!(files >= 7, "the cards, the interview and the page");
}

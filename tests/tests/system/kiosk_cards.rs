//! Cards: answers for a person to read and act on.

use std::process::Command;

use kz_rules_core::{Day, Language, Law, LawKnown, label, sentence};
use kz_rules_tests::days::{read_day, written};
use kz_rules_tests::glossary::phrase;
use kz_rules_tests::tools::{feed, in_one_line, kiosk, read, shown};
use kz_rules_tests::vectors::{Vectors, csv};

use crate::kiosk_tables::outcomes;

/// The cards for a table, each without its heading's mark.
fn cards_of(arguments: &[&str], table: &str) -> Vec<String> {
    let output = feed(Command::new(kiosk()).args(arguments), table.as_bytes());
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{}",
        shown(&output)
    );
    let cards = String::from_utf8(output.stdout).expect("UTF-8");
    cards.split("\n== ").skip(1).map(str::to_owned).collect()
}

/// Real cases, with what the card must say and must not say: the files name their sources.
#[test]
fn cards_tell_people_what_they_need() {
    let mut people = 0;
    for kind in ["assess", "plan", "terms", "registration"] {
        let file = format!("tests/people/{kind}.csv");
        let cards = cards_of(&["cards", kind], &read(&file));
        let cases = Vectors::read(&file);
        for (line, card) in cases.lines().zip(&cards) {
            let (id, card) = (line.text("id"), in_one_line(card));
            assert!(card.starts_with(id), "{id}: {card}");
            let (_, rest) = card.split_once(line.text("who")).expect("the heading");
            for says in line
                .text("=says")
                .split('|')
                .filter(|says| !says.is_empty())
            {
                assert!(rest.contains(says), "{id} must say {says:?}:\n{rest}");
            }
            for says_not in line
                .text("=says_not")
                .split('|')
                .filter(|says| !says.is_empty())
            {
                assert!(
                    !rest.contains(says_not),
                    "{id} must not say {says_not:?}:\n{rest}"
                );
            }
            people += 1;
        }
        assert_eq!(cards.len(), cases.lines().count(), "{kind}");
    }
    assert_eq!(people, 59);
}

/// The rows of a card, by their labels in English.
fn labels(card: &str) -> Vec<&str> {
    let is_label = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
    card.lines()
        .filter(is_label)
        .map(|line| line[2..].split("  ").next().expect("a label"))
        .collect()
}

#[test]
fn a_card_says_what_to_do_then_how_sure_it_is_then_why() {
    let order: &[&[&str]] = &[
        &[
            "Beware",
            "Answer",
            "Undecided",
            "Steps",
            "By when",
            "State",
            "Do it by",
            "Late after",
        ],
        &["Caution", "Conflict", "Law as of"],
        &["Why", "Rests on", "Otherwise if"],
        &["Bring", "Where", "Issued", "On refusal"],
        &["Known"],
    ];
    for (kind, file) in [
        ("assess", "people/assess"),
        ("plan", "people/plan"),
        ("terms", "people/terms"),
        ("registration", "people/registration"),
    ] {
        for card in cards_of(&["cards", kind], &read(&format!("tests/{file}.csv"))) {
            let places: Vec<_> = labels(&card)
                .iter()
                .filter(|label| **label != "Beware")
                .filter_map(|label| order.iter().position(|rows| rows.contains(label)))
                .collect();
            assert!(places.is_sorted(), "{places:?}\n{card}");
            assert!(
                places.contains(&0) && places.contains(&1) && places.contains(&4),
                "{card}"
            );
        }
    }
}

#[test]
fn every_card_names_its_law_and_its_day() {
    let law = Law::BUILT_IN;
    let named = format!(
        "Law as of {} [{} {}]",
        written(law.known_until()),
        law.name(),
        law.sequence()
    );
    for (kind, table) in [
        ("assess", read("tests/people/assess.csv")),
        ("plan", read("tests/people/plan.csv")),
        ("terms", read("tests/people/terms.csv")),
        ("registration", read("tests/people/registration.csv")),
        ("stay", read("tests/vectors/stay.csv")),
        ("assess", "on\nx\n2026-11-27,1\n".into()),
        ("assess", "on,birth\n2026-11-27,2026-12-01\n".into()),
    ] {
        for card in cards_of(&["cards", kind], &table) {
            assert!(
                in_one_line(&card).contains(&named),
                "{kind}: no {named} on\n{card}"
            );
            // A registration has a day for each event instead.
            let has_day = kind != "registration" && !card.contains("No answer");
            assert!(
                !has_day || in_one_line(&card).contains("Day asked about: 20"),
                "{kind}: no day on\n{card}"
            );
        }
    }
}

#[test]
fn verify_reads_the_number_of_a_receipt() {
    let table = read("tests/people/assess.csv");
    let cards = cards_of(&["cards", "--receipt"], &table);
    assert_eq!(cards.len(), 19);
    let numbers = cards.iter().map(|card| {
        let (_, number) = card.split_once("Receipt ").expect("a receipt");
        let digits = number.split("\n\n").next().expect("the row");
        digits.split_whitespace().collect::<String>()
    });
    let table: String = numbers.map(|number| number + "\n").collect();
    let output = feed(
        Command::new(kiosk()).arg("verify"),
        format!("receipt\n{table}").as_bytes(),
    );
    let answers = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(answers.matches(",ok,").count(), 19, "{answers}");
}

#[test]
fn a_stay_says_when_to_leave_and_when_to_return() {
    let table = "on,per_entry,total,window,stays\n\
        2026-11-20,90,90,180,2026-10-24/\n\
        2026-11-20,30,90,180,2026-10-01/2026-10-20\n\
        2026-11-20,,,,2026-10-01/\n\
        2026-11-20,30,,,2026-10-01/\n";
    let cards: Vec<_> = cards_of(&["cards", "stay"], table)
        .iter()
        .map(|card| in_one_line(card))
        .collect();
    for (card, says) in cards.iter().zip([
        "Leave by 2027-01-21.",
        "Next entry from 2026-11-20.",
        "No rule for the days of stay is known.",
        "The allowed days are exceeded in every reading.",
    ]) {
        assert!(card.contains(says), "no {says} on\n{card}");
    }
}

#[test]
fn cards_are_shown_for_every_visitor() {
    for (file, kind) in [("visitors", "assess"), ("immigrant", "terms")] {
        let input = read(&format!("examples/kiosk/cases/{file}.csv"));
        let output = feed(
            Command::new(kiosk()).args(["cards", kind]),
            input.as_bytes(),
        );
        assert!(
            output.status.success() && output.stderr.is_empty(),
            "{}",
            shown(&output)
        );
        let cards = String::from_utf8(output.stdout).expect("UTF-8");
        let cases = Vectors::read(&format!("examples/kiosk/cases/{file}.csv"));
        let mut cards = cards.split("\n== ").skip(1);
        for line in cases.lines() {
            let card = cards
                .next()
                .unwrap_or_else(|| panic!("no card for {}", line.text("id")));
            assert!(card.starts_with(line.text("id")), "{card}");
            assert!(card.contains(line.text("who")), "{card}");
            says_by_which_law(card, read_day(line.text("on")).expect("a day"));
            for basis in line.text("=basis").split('|') {
                assert!(card.contains(basis), "no {basis} on\n{card}");
            }
            if kind == "terms" && line.text("=strict").is_empty() {
                let provision = line.text("provision");
                assert!(card.contains(provision), "no {provision} on\n{card}");
            }
        }
        assert_eq!(cards.next(), None);
    }
}

/// Asserts that a card names the law, and says if it assumes that nothing has changed.
fn says_by_which_law(card: &str, on: Day) {
    let law = Law::BUILT_IN;
    let words = card.split_whitespace().collect::<Vec<_>>().join(" ");
    let last = written(law.known_until());
    let named = format!("Law as of {last} [{} {}]", law.name(), law.sequence());
    assert!(words.contains(&named), "no {named} on\n{card}");
    let assumed = label(Language::En, LawKnown::Assumed).expect("all languages are in the build");
    let is_assumed = words.contains(&format!("{named}. {assumed}."));
    assert_eq!(is_assumed, on > law.known_until(), "{card}");
}

#[test]
fn an_answer_that_holds_for_longer_than_the_law_is_known_is_shown_as_assumed() {
    let cases = Vectors::read("examples/kiosk/cases/visitors.csv");
    let (names, table) = cases.table();
    let input = csv(names, table);
    let output = feed(Command::new(kiosk()).arg("cards"), &input);
    let cards = String::from_utf8(output.stdout).expect("UTF-8");
    let assuming =
        sentence(Language::En, LawKnown::Assumed).expect("all languages are in the build");
    let (mut assumed, mut known) = (0, 0);
    for (card, outcome) in cards
        .split("\n== ")
        .skip(1)
        .zip(outcomes("assess", names, table))
    {
        let words = card.split_whitespace().collect::<Vec<_>>().join(" ");
        let until = read_day(outcome.text("holds_until"));
        let longer = until.is_none_or(|until| until > Law::BUILT_IN.known_until());
        assert_eq!(words.contains(assuming.as_str()), longer, "{card}");
        (assumed, known) = (assumed + usize::from(longer), known + usize::from(!longer));
    }
    assert!(
        assumed > 10 && known > 3,
        "{assumed} are assumed, {known} are not"
    );
}

#[test]
fn a_card_counts_days_late_from_the_lenient_day() {
    let input = "kind,from,on\nnotice,2025-07-01,2025-07-05\nnotice,2025-07-01,2025-07-04\n";
    let output = feed(
        Command::new(kiosk()).args(["cards", "terms"]),
        input.as_bytes(),
    );
    let cards = String::from_utf8(output.stdout).expect("UTF-8");
    let cards: Vec<_> = cards.split("\n== ").collect();
    assert!(cards[1].contains("Late. Days late: 1."), "{}", cards[1]);
    assert!(
        cards[1].contains("Notice given by the host"),
        "{}",
        cards[1]
    );
    assert!(!cards[2].contains("Days late"), "{}", cards[2]);
}

#[test]
fn a_card_is_in_the_requested_language() {
    let input = read("examples/kiosk/cases/visitors.csv");
    let cards = |arguments: &[&str]| {
        let mut kiosk = Command::new(kiosk());
        let output = feed(kiosk.args(arguments).arg("cards"), input.as_bytes());
        assert!(output.status.success(), "{}", shown(&output));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    for language in Language::ALL {
        let cards = cards(&["--lang", language.name()]);
        let answer = phrase(*language, "answer").0.expect("a label");
        let heading = format!("\n  {answer} ");
        let others = Language::ALL.iter().filter(|other| *other != language);
        assert!(cards.contains(&heading), "{language}");
        for other in others.filter_map(|other| phrase(*other, "answer").0) {
            assert!(!cards.contains(&format!("\n  {other} ")), "{language}");
        }
        assert!(
            cards.lines().all(|line| line.chars().count() <= 100),
            "{language}"
        );
    }
    assert_eq!(cards(&[]), cards(&["--lang", "en"]));
    for wrong in [
        &["--lang"][..],
        &["--lang", "de", "cards"],
        &["--lang", "", "cards"],
    ] {
        let output = feed(Command::new(kiosk()).args(wrong), b"");
        assert!(
            !output.status.success() && output.stdout.is_empty(),
            "{wrong:?}"
        );
    }
}

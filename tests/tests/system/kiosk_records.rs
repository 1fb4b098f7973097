//! The kiosk's receipts, and its reasons: `kiosk receipts`, `kiosk verify`, `kiosk cards --why`.

use std::process::Command;

use kz_rules_tests::tools::{feed, kiosk, read};
use kz_rules_tests::vectors::{Vectors, csv, table};

/// What the kiosk prints in a mode, on this input.
fn run(arguments: &[&str], input: &[u8]) -> String {
    let output = feed(Command::new(kiosk()).args(arguments), input);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{arguments:?}"
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A table's lines, each as what its columns of these names hold.
fn columns<const N: usize>(text: &str, wanted: [&str; N]) -> Vec<[String; N]> {
    let (names, lines) = table(text.as_bytes());
    let places = wanted.map(|wanted| {
        names
            .iter()
            .position(|name| name == wanted)
            .expect("it is there")
    });
    lines
        .iter()
        .map(|line| places.map(|place| line[place].clone()))
        .collect()
}

#[test]
fn every_decision_of_the_vectors_has_a_receipt_that_comes_out_the_same() {
    let vectors = Vectors::of("assess");
    let (names, lines) = vectors.table();
    let receipts = run(&["receipts"], &csv(names, lines));
    let verified = run(&["verify"], receipts.as_bytes());
    let issued = columns(&receipts, ["id", "status", "receipt"]);
    let found = columns(
        &verified,
        [
            "id",
            "status",
            "on",
            "then",
            "now",
            "same",
            "library_changed",
            "law_changed",
            "law",
            "sequence",
        ],
    );
    let column = |name: &str| {
        names
            .iter()
            .position(|other| other == name)
            .expect("it is there")
    };
    assert_eq!((issued.len(), found.len()), (lines.len(), lines.len()));
    let mut decided = 0;
    for ((line, [id, status, receipt]), found) in lines.iter().zip(&issued).zip(&found) {
        assert_eq!(
            [id, status],
            [&line[column("id")], &line[column("=status")]]
        );
        assert_eq!(receipt.is_empty(), status != "ok");
        let expected = match status.as_str() {
            "ok" => [
                id,
                "ok",
                &line[column("on")],
                &line[column("=obligations")],
                &line[column("=obligations")],
                "yes",
                "no",
                "no",
                "kazakhstan",
                "1",
            ],
            _ => [id, "bad_receipt", "", "", "", "", "", "", "", ""],
        };
        assert_eq!(*found, expected);
        decided += usize::from(status == "ok");
    }
    assert!(decided > 400);
}

#[test]
fn a_receipt_with_any_digit_changed_is_damaged() {
    let receipts = run(&["receipts"], b"id,on,standing\n1,2024-06-01,citizen\n");
    let [[_, receipt]] = &columns(&receipts, ["id", "receipt"])[..] else {
        panic!("one line");
    };
    let mut changed = String::from("receipt\n");
    for place in 0..receipt.len() {
        for digit in "0123456789ABCDEF".chars() {
            let (before, after) = (&receipt[..place], &receipt[place + 1..]);
            changed += &format!("{before}{digit}{after}\n");
        }
    }
    let statuses = columns(&run(&["verify"], changed.as_bytes()), ["status"]);
    let intact = statuses.iter().filter(|[status]| status == "ok").count();
    let damaged = statuses
        .iter()
        .filter(|[status]| status == "receipt_damaged")
        .count();
    assert_eq!((intact, damaged), (receipt.len(), 15 * receipt.len()));
}

#[test]
fn what_is_no_receipt_is_said_so_in_its_line() {
    // All that fits in a line.
    let longest = "00".repeat(384);
    let input = format!("receipt\nzz\n123\n{longest}\n{longest}00\n4b5a\n");
    let statuses = columns(&run(&["verify"], input.as_bytes()), ["status"]).concat();
    assert_eq!(
        statuses,
        [
            "bad_receipt",
            "bad_receipt",
            "receipt_damaged",
            "line_too_long",
            "receipt_damaged"
        ]
    );
}

#[test]
fn cards_with_reasons_are_those_without_and_a_trace_for_each_possible_obligation() {
    let visitors = read("examples/kiosk/cases/visitors.csv");
    let (plain, why) = (
        run(&["cards"], visitors.as_bytes()),
        run(&["cards", "--why"], visitors.as_bytes()),
    );
    let answers = columns(
        &run(&["lines", "assess"], visitors.as_bytes()),
        ["obligations", "basis"],
    );
    let cards =
        |text: &str| -> Vec<String> { text.split("\n== ").skip(1).map(str::to_owned).collect() };
    let (plain, why) = (cards(&plain), cards(&why));
    assert_eq!((plain.len(), why.len()), (answers.len(), answers.len()));
    for ((plain, why), [obligations, basis]) in plain.iter().zip(&why).zip(&answers) {
        let without = plain.split("\n\n").next().expect("the card").trim_end();
        assert!(why.starts_with(without), "{why}");
        let traces: Vec<_> = why
            .lines()
            .filter_map(|line| line.strip_prefix("  Applied         [")?.split(']').next())
            .collect();
        assert_eq!(traces.len(), obligations.split('|').count(), "{why}");
        assert!(
            traces
                .iter()
                .all(|provision| basis.split('|').any(|of| of == *provision)),
            "{why}"
        );
    }
}

#[test]
fn a_card_says_of_each_row_why_it_did_not_fit() {
    let input = "on,standing,birth,fingerprinted,occasion\n2025-08-01,stateless,2000,no,visa\n";
    let card = run(&["cards", "--why"], input.as_bytes());
    let start = card.find("  Perhaps").expect("it is undecided");
    let expected = "  Perhaps         Mandatory\n\
        \x20 Supposing       What is done with the document: First issue\n\
        \x20 Not applied     [L50-COMMENCEMENT] Day asked about: 2025-08-01\n\
        \x20                 [L50-ONCE] Prints in Kazakhstan's database: No\n\
        \x20                 [L50-CITIZEN-VOLUNTARY] Citizenship: Stateless person\n\
        \x20                 [L50-AGE-16] Birth date: 2000\n\
        \x20                 [L50-HELD-DOCUMENT] What is done with the document: First\n\
        \x20                 issue\n\
        \x20                 [L50-CASES] What is done with the document: First issue\n\
        \x20                 [L50-CASES] Purpose of the application: Visa of Kazakhstan\n\
        \x20                 [L50-VISA-SUSPENSION] Day asked about: 2025-08-01\n\
        \x20                 [L50-CASE-1] Purpose of the application: Visa of Kazakhstan\n";
    assert!(card[start..].starts_with(expected), "{}", &card[start..]);
}

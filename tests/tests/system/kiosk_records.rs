//! The kiosk's receipts, and its reasons: `kiosk receipts`, `kiosk verify`, `kiosk cards --why`.

use std::process::Command;

use kz_rules_tests::tools::{feed, kiosk, read};
use kz_rules_tests::vectors::{Vectors, csv, table};

/// The kiosk's output in a mode, for this input.
fn run(arguments: &[&str], input: &[u8]) -> String {
    let output = feed(Command::new(kiosk()).args(arguments), input);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{arguments:?}"
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The output of `kiosk verify` for receipts; it must end with the status 1 if one of them is not
/// ok.
fn verify(receipts: &[u8]) -> String {
    let output = feed(Command::new(kiosk()).arg("verify"), receipts);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let all = columns(&text, ["status"])
        .iter()
        .all(|[status]| status == "ok");
    assert_eq!(output.status.code(), Some(i32::from(!all)), "{text}");
    assert!(output.stderr.is_empty());
    text
}

/// The lines of a table, each with the cells of the columns with these names.
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
fn every_decision_of_the_vectors_has_a_receipt_that_verifies() {
    let vectors = Vectors::of("assess");
    let (names, lines) = vectors.table();
    let receipts = run(&["receipts"], &csv(names, lines));
    let verified = verify(receipts.as_bytes());
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
    let statuses = columns(&verify(changed.as_bytes()), ["status"]);
    let intact = statuses.iter().filter(|[status]| status == "ok").count();
    let damaged = statuses
        .iter()
        .filter(|[status]| status == "receipt_damaged")
        .count();
    assert_eq!((intact, damaged), (receipt.len(), 15 * receipt.len()));
}

#[test]
fn a_line_without_a_receipt_is_reported() {
    // As much as fits in a line.
    let longest = "00".repeat(384);
    let input = format!("receipt\nzz\n123\n{longest}\n{longest}00\n4b5a\n");
    let statuses = columns(&verify(input.as_bytes()), ["status"]).concat();
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
fn a_card_says_for_each_row_why_it_did_not_fit() {
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

/// The checksum of a receipt: CRC-32 (ISO-HDLC).
fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xEDB8_8320
            } else {
                crc >> 1
            }
        })
    };
    !bytes.iter().fold(!0, step)
}

#[test]
fn a_false_receipt_makes_verify_fail() {
    let receipts = run(&["receipts"], b"id,on,standing\n1,2024-06-01,citizen\n");
    assert_eq!(columns(&verify(receipts.as_bytes()), ["status"]), [["ok"]]);
    let [[_, receipt]] = &columns(&receipts, ["id", "receipt"])[..] else {
        panic!("one line");
    };
    let mut bytes: Vec<u8> = (0..receipt.len() / 2)
        .map(|at| u8::from_str_radix(&receipt[2 * at..2 * at + 2], 16).expect("two digits"))
        .collect();
    // Another decision, with a matching checksum: only mandatory.
    let end = bytes.len() - 4;
    bytes[88] = 1;
    let sum = checksum(&bytes[..end]).to_le_bytes();
    bytes[end..].copy_from_slice(&sum);
    let forged: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let input = format!("receipt\n{receipt}\n{forged}\n");
    let statuses = columns(&verify(input.as_bytes()), ["status"]).concat();
    assert_eq!(statuses, ["ok", "receipt_false"]);
    // Without receipts none is false.
    assert_eq!(columns(&verify(b"receipt\n"), ["status"]).len(), 0);
}

#[test]
fn an_iin_is_no_id_of_a_receipt_or_a_ticket() {
    let held = [
        "831205408725",
        "IIN 831205408725",
        "831205 408725",
        "83-12-05-4-0872-5",
        "9831205408725",
        "831205\u{200b}408725",
        "x_831205408725.csv",
    ];
    let free = [
        "7",
        "831205408726",
        "83120540872",
        "831205x408725",
        "31205408725",
        "\u{ff18}31205408725",
    ];
    let facts = "2026-03-02,foreigner,1988-04-17,visa,first_issue,foreign_mission,no,5d1f0c9ae4b27736881c03f5a96ed240";
    let line = |id: &&str| format!("{id},{facts}\n");
    let lines: String = held.iter().chain(&free).map(line).collect();
    let input = format!(
        "id,on,standing,birth,occasion,action,visa_channel,fingerprinted,identifier\n{lines}"
    );
    for arguments in [
        &["receipts"][..],
        &["lines", "receipts"],
        &["lines", "ticket"],
    ] {
        let text = run(arguments, input.as_bytes());
        let (_, lines) = table(text.as_bytes());
        assert_eq!(lines.len(), held.len() + free.len());
        for (number, (line, id)) in (2..).zip(lines.iter().zip(held.iter().chain(&free))) {
            if held.contains(id) {
                let expected = [number.to_string(), "iin_in_id".into()];
                assert_eq!(line[..2], expected, "{id}");
                assert!(line[2..].iter().all(String::is_empty), "{id}");
            } else {
                assert_eq!(line[..2], [(*id).to_owned(), "ok".into()], "{id}");
            }
        }
    }
    // Other kinds copy any id.
    let assessed = run(&["lines", "assess"], input.as_bytes());
    assert!(assessed.contains("\n831205408725,ok,"));
}

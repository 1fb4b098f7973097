//! Tables in, tables out: columns by name, records over several lines, separators, line ends, and lines that cannot be
//! read. The kiosk gives the same answers as the Rust API.

use std::path::PathBuf;
use std::process::{Command, Output};

use kz_rules_tests::rust_api::{self, KINDS};
use kz_rules_tests::scenarios;
use kz_rules_tests::tools::{
    archive, feed, folder, has, kiosk, kiosk_compiler, read, shown, succeed,
};
use kz_rules_tests::vectors::{Line, Outcome, Vectors, csv, table};

/// The answers of `kiosk lines KIND`: the ids and the results, line by line.
pub(crate) fn lines_of(mut program: Command, kind: &str, input: &[u8]) -> Vec<(String, Outcome)> {
    let output = feed(program.args(["lines", kind]), input);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{kind}: {}",
        shown(&output)
    );
    let (names, lines) = table(&output.stdout);
    assert_eq!(names[..2], ["id", "status"]);
    let outcome = |line: Vec<String>| {
        let results = names.iter().cloned().zip(line.iter().cloned()).skip(2);
        (line[0].clone(), Outcome::new(line[1].clone(), results))
    };
    lines.into_iter().map(outcome).collect()
}

pub(crate) fn lines(kind: &str, input: &[u8]) -> Vec<(String, Outcome)> {
    lines_of(Command::new(kiosk()), kind, input)
}

/// The results without the ids, which must be those of the table.
pub(crate) fn outcomes(kind: &str, names: &[String], table: &[Vec<String>]) -> Vec<Outcome> {
    let id = names
        .iter()
        .position(|name| name == "id")
        .expect("a column id");
    let answers = lines(kind, &csv(names, table));
    assert!(
        answers
            .iter()
            .map(|answer| &answer.0)
            .eq(table.iter().map(|line| &line[id])),
        "the ids"
    );
    answers.into_iter().map(|answer| answer.1).collect()
}

/// The Rust API's answer to a line; if columns cannot be read, the first of them in the order of the line counts, and a
/// missing one comes last.
fn in_order(kind: &str, line: Line<'_>) -> Outcome {
    let (mut names, mut texts): (Vec<String>, Vec<String>) = line
        .inputs()
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .unzip();
    let given = names.clone();
    let mut outcome = rust_api::outcome(kind, line);
    let mut unreadable: Vec<String> = Vec::new();
    while let Some(wrong) = outcome.text("status").strip_prefix("bad_") {
        let wrong = wrong.to_owned();
        let readable = match wrong.as_str() {
            "on" | "from" | "date" | "arrived_on" => "2026-08-03",
            "kind" => "registration",
            "week" => "five",
            "unix" => "0",
            "zone" => "east",
            _ => "",
        };
        assert!(!unreadable.contains(&wrong), "{kind}: {wrong}");
        match names.iter().position(|name| *name == wrong) {
            Some(place) => texts[place] = readable.into(),
            None => {
                names.push(wrong.clone());
                texts.push(readable.into());
            }
        }
        unreadable.push(wrong);
        let with = |texts: &[String], more: &str| [texts, &[more.to_owned()]].concat();
        let table = Vectors::new(kind, with(&names, "=status"), vec![with(&texts, "")]);
        outcome = rust_api::outcome(kind, table.lines().next().expect("a line"));
    }
    let first = given.iter().find(|name| unreadable.contains(*name));
    match first.or(unreadable.first()) {
        Some(name) => Outcome::new(format!("bad_{name}"), None::<(&str, String)>),
        None => outcome,
    }
}

#[test]
fn columns_come_in_any_order_among_unknown_ones() {
    for kind in KINDS {
        let vectors = Vectors::of(kind);
        let (names, table) = vectors.table();
        let mut order: Vec<_> = (0..names.len()).collect();
        for seed in 0..5 {
            Random(seed).shuffle(&mut order);
            let shuffle = |texts: &[String]| -> Vec<String> {
                order.iter().map(|place| texts[*place].clone()).collect()
            };
            let (names, table) = (
                shuffle(names),
                table.iter().map(|texts| shuffle(texts)).collect::<Vec<_>>(),
            );
            // If several columns cannot be read, the first of the file counts, so the vectors' own status may differ.
            let shuffled = Vectors::new(kind, names.clone(), table.clone());
            let expected: Vec<_> = shuffled.lines().map(|line| in_order(kind, line)).collect();

            let among_others = |texts: &[String], other: &str| -> Vec<String> {
                texts
                    .iter()
                    .flat_map(|text| [other.to_owned(), text.clone()])
                    .collect()
            };
            let names = among_others(&names, "u,\"");
            let table: Vec<_> = table
                .iter()
                .map(|texts| among_others(texts, "\"a,"))
                .collect();
            assert_eq!(outcomes(kind, &names, &table), expected, "{kind} {order:?}");
        }
    }
}

#[test]
fn a_missing_column_is_an_unknown_fact() {
    for kind in KINDS {
        let vectors = Vectors::of(kind);
        let (names, table) = vectors.table();
        let is_input = |name: &String| name != "id" && !name.starts_with('=');
        for missing in names.iter().filter(|name| is_input(name)) {
            let place = names
                .iter()
                .position(|name| name == missing)
                .expect("it is one of them");
            let without = |texts: &[String]| [&texts[..place], &texts[place + 1..]].concat();
            let (names, table) = (
                without(names),
                table.iter().map(|texts| without(texts)).collect::<Vec<_>>(),
            );
            let rest = Vectors::new(kind, names.clone(), table.clone());
            let expected: Vec<_> = rest.lines().map(|line| in_order(kind, line)).collect();
            assert_eq!(
                outcomes(kind, &names, &table),
                expected,
                "{kind} without {missing}"
            );
        }
    }
}

#[test]
fn a_missing_id_is_the_number_of_the_line() {
    let ids = |input: &str| -> Vec<String> {
        lines("calendar", input.as_bytes())
            .into_iter()
            .map(|answer| answer.0)
            .collect()
    };
    assert_eq!(
        ids("week,date\nfive,2026-01-01\n\nsix,2026-01-01\nwrong\n"),
        ["2", "4", "5"]
    );
    assert_eq!(
        ids("week,id,date\nfive,,2026-01-01\nsix,mine,2026-01-01"),
        ["2", "mine"]
    );
    assert_eq!(ids("\u{feff}week,date\r\nfive,2026-01-01\r\n"), ["2"]);
}

#[test]
fn a_line_that_cannot_be_read_has_its_error_and_the_rest_goes_on() {
    let status = |input: &str| -> Vec<String> {
        lines("calendar", input.as_bytes())
            .iter()
            .map(|answer| answer.1.text("status").to_owned())
            .collect()
    };
    let input = "id,week,date\n\
        1,five,2026-01-01\n\
        2,five\n\
        3,five,2026-01-01,more\n\
        4,\"five\" ,2026-01-01\n\
        5,\"five\"x,2026-01-01\n\
        6,seven,2026-02-30\n\
        7,five,2026-02-30\n\
        8,five,2031-01-01\n\
        9,\"five\",2026-01-01\n";
    let expected = [
        "ok",
        "line_fields",
        "line_fields",
        "line_quotes",
        "line_quotes",
        "bad_week",
        "bad_date",
        "calendar_not_covered",
        "ok",
    ];
    assert_eq!(status(input), expected);
}

/// The length of the longest line that the kiosk reads completely.
fn longest() -> usize {
    let text = read("examples/kiosk/input/line.h");
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("#define LINE_MAX_BYTES "));
    line.expect("the kiosk says so")
        .trim()
        .parse()
        .expect("a number")
}

#[test]
fn a_line_that_is_too_long_leaves_the_others_alone() {
    let vectors = Vectors::of("assess");
    let (names, table) = vectors.table();
    let mut names = names.to_vec();
    names.push("unknown".into());
    let with = |texts: &Vec<String>, unknown: String| -> Vec<String> {
        texts.iter().cloned().chain([unknown]).collect()
    };
    let bytes = |texts: &Vec<String>| texts.iter().map(String::len).sum::<usize>() + texts.len();
    for length in [longest(), longest() + 1, longest() + 2, 100_000] {
        let filled = |line: (usize, &Vec<String>)| match line.0 % 3 {
            0 => with(line.1, String::new()),
            _ => with(line.1, "x".repeat(length - bytes(line.1))),
        };
        let table: Vec<_> = table.iter().enumerate().map(filled).collect();
        assert_eq!(bytes(&table[1]) - 1, length);
        let vectors = Vectors::new("assess", names.clone(), table.clone());
        let expect = |(number, line)| match number % 3 {
            1 | 2 if length > longest() => Outcome::new("line_too_long", None::<(&str, String)>),
            _ => expected(line),
        };
        let expected: Vec<_> = vectors.lines().enumerate().map(expect).collect();
        assert_eq!(
            outcomes("assess", &names, &table),
            expected,
            "lines of {length} bytes"
        );
    }
}

/// The result that the vector itself expects.
fn expected(line: Line<'_>) -> Outcome {
    let results = line.results().filter(|(name, _)| *name != "status");
    Outcome::new(
        line.text("=status"),
        results.map(|(name, text)| (name, text.to_owned())),
    )
}

#[test]
fn a_fact_that_cannot_be_declined_or_answered_is_named() {
    let status = |names: &str, line: &str| {
        let input = format!("{names}\n{line}\n");
        let answers = lines("plan", input.as_bytes());
        assert_eq!(answers.len(), 1);
        answers[0].1.text("status").to_owned()
    };
    for (declined, expected) in [
        ("", "ok"),
        ("birth", "ok"),
        ("has_iin|question_4|occasion|has_iin", "ok"),
        ("held_at_commencement", "bad_declined"),
        ("birth|", "bad_declined"),
        ("|", "bad_declined"),
        ("birth|Standing", "bad_declined"),
        ("birth,standing", "bad_declined"),
    ] {
        let line = format!("2025-01-01,\"{declined}\"");
        assert_eq!(status("on,declined", &line), expected, "{declined}");
    }
    // The law has no questions of its own.
    for number in 1..=4 {
        let names = format!("on,question_{number},standing");
        let bad = format!("bad_question_{number}");
        assert_eq!(status(&names, "2025-01-01,,citizen"), "ok");
        assert_eq!(status(&names, "2025-01-01,yes,citizen"), bad);
        assert_eq!(status(&names, "2025-01-01,no,nobody"), bad);
        assert_eq!(status(&names, "2025-01-01,perhaps,"), bad);
    }
    assert_eq!(
        status("standing,on,question_1", "nobody,,yes"),
        "bad_standing"
    );
    assert_eq!(status("on,edition", "2025-01-01,first"), "bad_edition");
    assert_eq!(
        status("on,edition", "2025-01-01,announced"),
        "edition_not_supported"
    );
}

/// The kiosk's output for a table of a kind.
fn run(kind: &str, input: &[u8]) -> Output {
    feed(Command::new(kiosk()).args(["lines", kind]), input)
}

/// The tables that the kiosk reads: its kind, and a file of the repository.
fn tables() -> Vec<(&'static str, String)> {
    let vectors = KINDS.map(|kind| (kind, format!("tests/vectors/{kind}.csv")));
    let scenarios = [
        ("ticket", "tickets"),
        ("refusal", "refusals"),
        ("pilot", "pilot"),
    ];
    let scenarios = scenarios.map(|(kind, file)| (kind, format!("tests/scenarios/{file}.csv")));
    vectors.into_iter().chain(scenarios).collect()
}

#[test]
fn tickets_refusals_and_the_pilot_agree_with_the_rust_api() {
    for (kind, of) in [
        ("ticket", "tickets"),
        ("refusal", "refusals"),
        ("pilot", "pilot"),
    ] {
        let all = scenarios::of(of);
        let (names, table) = all.table();
        let answers = outcomes(kind, names, table);
        for (line, answer) in all.lines().zip(&answers) {
            assert_eq!(answer.text("status"), line.text("=status"), "{kind}");
            match scenarios::ask(of, line) {
                Ok(scenarios::Answered::Pilot { papers, .. }) => {
                    let provisions = papers.iter().flat_map(|papers| papers.way.provisions());
                    let provisions: Vec<_> = provisions.map(|it| it.to_string()).collect();
                    assert_eq!(answer.text("provisions"), provisions.join("|"), "{kind}");
                }
                Ok(scenarios::Answered::Refused(refusal)) => {
                    let inferred = refusal
                        .and_then(|it| it.inferred_cure)
                        .map_or("", |_| "yes");
                    assert_eq!(answer.text("inferred"), inferred);
                }
                Ok(scenarios::Answered::Ticket(ticket)) => {
                    let digits = ticket.to_bytes().map(|byte| format!("{byte:02x}")).concat();
                    assert_eq!(answer.text("ticket"), digits);
                }
                Err(_) => assert_ne!(answer.text("status"), "ok"),
            }
        }
        all.compare(answers);
    }
}

#[test]
fn a_misspelt_column_is_an_error_that_names_it() {
    let mut known: Vec<String> = vec!["id".into(), "who".into()];
    for (_, file) in tables() {
        let cases = Vectors::read(&file);
        let inputs = cases.lines().next().expect("a line");
        known.extend(inputs.inputs().map(|(name, _)| name.to_owned()));
    }
    known.extend(["receipt", "identifier"].map(str::to_owned));
    known.sort();
    known.dedup();
    assert!(known.len() > 40, "{known:?}");
    let output = |name: &str| {
        let input = format!("on,\"{name}\",standing\n2026-01-01,,citizen\n");
        run("assess", input.as_bytes())
    };
    for name in &known {
        if name != "on" && name != "standing" {
            let output = output(name);
            assert!(output.status.success(), "{name}: {}", shown(&output));
        }
        for near in [
            name.to_uppercase(),
            format!(" {name}"),
            format!("{name} "),
            format!("\u{feff}{name}\u{200b}"),
            format!("{name}_"),
            name.replace('_', "-") + "-",
            name.replace('_', " ") + "\u{a0}",
            name.replace('_', "") + " ",
        ] {
            let output = output(&near);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(1), "{near:?}");
            assert!(output.stdout.is_empty(), "{near:?}");
            assert_eq!(
                said,
                format!("kiosk: line 1, column 2: its name must be: {name}\n")
            );
        }
    }
    for other in [
        "=On",
        "= on",
        "person",
        "Ids",
        "on?",
        "stay until when",
        "и",
        "",
        "-",
    ] {
        let output = output(other);
        assert!(output.status.success(), "{other}: {}", shown(&output));
    }
    // Cards read tables as well.
    let output = feed(Command::new(kiosk()).arg("cards"), b"id,On\n1,2026-01-01\n");
    assert_eq!(output.status.code(), Some(1), "{}", shown(&output));
}

#[test]
fn a_table_without_any_known_column_is_an_error() {
    let utf_16: Vec<u8> = "id,on\n1,2026-01-01\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for input in [
        &b"person|day\n1|2026-01-01\n"[..],
        &[&b"\xff\xfe"[..], &utf_16].concat(),
        b"sep=|\nid|on\n1|2026-01-01\n",
        b"sep=;\n",
    ] {
        let output = run("assess", input);
        assert_eq!(output.status.code(), Some(1), "{}", shown(&output));
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

/// A table with another separator.
fn separated(names: &[String], table: &[Vec<String>], separator: u8) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(separator)
        .from_writer(Vec::new());
    for record in std::iter::once(names).chain(table.iter().map(Vec::as_slice)) {
        writer.write_record(record).expect("a vector takes all");
    }
    writer.into_inner().expect("a vector takes all")
}

#[test]
fn the_separator_is_found_in_the_header_or_named() {
    for (kind, file) in tables() {
        let cases = Vectors::read(&file);
        let (names, table) = cases.table();
        let usual = run(kind, &csv(names, table));
        assert!(usual.status.success(), "{}", shown(&usual));
        for separator in [b',', b';', b'\t'] {
            let input = separated(names, table, separator);
            let first = [&b"sep="[..], &[separator]].concat();
            for input in [
                input.clone(),
                [&first[..], b"\r\n", &input].concat(),
                [&b"\xef\xbb\xbf"[..], &first, b"\n", &input].concat(),
                [&b"\t \n"[..], &input].concat(),
            ] {
                let output = run(kind, &input);
                assert_eq!(output.stdout, usual.stdout, "{kind} {separator:?}");
                assert!(output.status.success() && output.stderr.is_empty());
            }
        }
    }
    // A separator in quotes is ignored, and another one in a later line is not a separator.
    let answers = lines("calendar", b"\"a,b\";date;week\nx,y;2026-01-01;five\n");
    assert_eq!(answers[0].1.text("status"), "ok");
}

#[test]
fn a_line_ends_with_lf_cr_or_both() {
    for (kind, file) in tables() {
        let cases = Vectors::read(&file);
        let (names, table) = cases.table();
        let text = String::from_utf8(csv(names, table)).expect("UTF-8");
        let usual = run(kind, text.as_bytes());
        let ends = ["\r", "\r\n", "\n"];
        let mixed = text.split_inclusive('\n').zip(ends.iter().cycle());
        let mixed: String = mixed.map(|(line, end)| line.replace('\n', end)).collect();
        for input in [text.replace('\n', "\r"), text.replace('\n', "\r\n"), mixed] {
            assert_eq!(run(kind, input.as_bytes()).stdout, usual.stdout, "{kind}");
        }
    }
    // The last line need not have a line end, and a blank line is a line.
    for end in ["\n", "\r", "\r\n"] {
        let text = ["week,date", "five,2026-01-01", "", "six,2026-01-01"].join(end);
        let ids: Vec<_> = lines("calendar", text.as_bytes())
            .into_iter()
            .map(|answer| answer.0)
            .collect();
        assert_eq!(ids, ["2", "4"], "{end:?}");
    }
}

/// All sorts of ids, written by another program, come back unchanged; a line end in them becomes a line feed.
#[test]
fn a_quoted_field_goes_over_lines() {
    const PIECES: [&str; 14] = [
        "a", "b", "\"", "'", ",", ";", "\t", "\n", "\r\n", "\r", " ", "=", "ж", "\n\n",
    ];
    let mut random = Random(11);
    for _ in 0..20 {
        let mut id = || -> String {
            let count = random.place(12);
            let piece = |_| PIECES[random.place(PIECES.len())];
            format!("x{}", (0..count).map(piece).collect::<String>())
        };
        let ids: Vec<String> = (0..100).map(|_| id()).collect();
        let names = ["week", "id", "date"].map(str::to_owned);
        let line = |id: &String| vec!["five".into(), id.clone(), "2026-01-01".into()];
        let table: Vec<_> = ids.iter().map(line).collect();
        for separator in [b',', b';', b'\t'] {
            let answers = lines("calendar", &separated(&names, &table, separator));
            let got: Vec<_> = answers.iter().map(|answer| answer.0.clone()).collect();
            let expected = ids
                .iter()
                .map(|id| id.replace("\r\n", "\n").replace('\r', "\n"));
            assert_eq!(got, expected.collect::<Vec<_>>());
            assert!(answers.iter().all(|answer| answer.1.text("status") == "ok"));
        }
    }
}

#[test]
fn a_record_over_several_lines_is_read_or_refused_as_a_whole() {
    let answers = |input: &str| -> Vec<(String, String)> {
        lines("calendar", input.as_bytes())
            .into_iter()
            .map(|(id, outcome)| (id, outcome.text("status").to_owned()))
            .collect()
    };
    let is = |got: Vec<(String, String)>, expected: &[(&str, &str)]| {
        let got: Vec<_> = got
            .iter()
            .map(|(id, is)| (id.as_str(), is.as_str()))
            .collect();
        assert_eq!(got, expected);
    };
    let hidden = "six,2026-01-01,\n";
    // It is identified by its first line, and the next by the line after its last.
    is(
        answers(&format!(
            "week,date,\"no\nte\"\nfive,2026-01-01,\"{hidden}{hidden}\"\nsix,2026-01-01,\n"
        )),
        &[("3", "ok"), ("6", "ok")],
    );
    is(
        answers(&format!(
            "week,date,id\nfive,2026-01-01,\"{hidden}\"x\nsix,2026-01-01,\n"
        )),
        &[("2", "line_quotes"), ("4", "ok")],
    );
    // Longer than the buffer, with lines in it that look like others; quotes may close in the part that is dropped.
    for lines in [longest() / hidden.len() + 2, 5_000] {
        let long = hidden.repeat(lines);
        let number = (lines + 3).to_string();
        is(
            answers(&format!(
                "week,date,note\nfive,2026-01-01,\"{long}\"\nsix,2026-01-01,\n"
            )),
            &[("2", "line_too_long"), (&number, "ok")],
        );
        // Quotes that are not closed take the rest of the input.
        is(
            answers(&format!(
                "week,date,note\nfive,2026-01-01,\"{long}six,2026-01-01,\n"
            )),
            &[("2", "line_too_long")],
        );
    }
    is(
        answers("week,date,note\nfive,2026-01-01,\"\nsix,2026-01-01,\n"),
        &[("2", "line_quotes")],
    );
    // Exactly as long as the buffer, and one byte longer.
    for (more, status) in [(0, "ok"), (1, "line_too_long")] {
        let start = "five,2026-01-01,\"a\n";
        let filled = "x".repeat(longest() - start.len() - 1 + more);
        is(
            answers(&format!(
                "week,date,note\n{start}{filled}\"\nsix,2026-01-01,\n"
            )),
            &[("2", status), ("4", "ok")],
        );
    }
    // A record that is on no line of the file has no receipt.
    let output = feed(
        Command::new(kiosk()).arg("receipts"),
        b"id,who,on,birth,standing\n7,\"a\n8,b,2026-01-01,1990-01-01,citizen\nc\",2026-01-01,1990-01-01,foreigner\n",
    );
    let (_, receipts) = table(&output.stdout);
    assert_eq!(receipts.len(), 1);
    assert_eq!(receipts[0][0], "7");
}

/// A small generator of repeatable numbers.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub(crate) fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(u64::try_from(length).expect("a length"))).expect("a place")
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            items.swap(end, self.place(end + 1));
        }
    }
}

/// A line with some of its bytes changed, so that it may or may not be readable.
fn mangle(random: &mut Random, line: &[u8]) -> Vec<u8> {
    const BYTES: &[u8] = b",,,\"\"--0123459|= \t\r\0aZ\x7f\x80\xff";
    let mut line = line.to_vec();
    for _ in 0..=random.below(4) {
        let (at, byte) = (
            random.place(line.len() + 1),
            BYTES[random.place(BYTES.len())],
        );
        match random.below(6) {
            0 => line.insert(at, byte),
            1 => line.truncate(at),
            2 if at < line.len() => line[at] = byte,
            3 if at < line.len() => drop(line.remove(at)),
            4 => line.extend_from_within(at..),
            5 if random.below(10) == 0 => {
                line.extend(std::iter::repeat_n(byte, random.place(3_000)))
            }
            _ => {}
        }
    }
    line
}

/// The records of a text under RFC 4180, with any line end; and whether quotes are open at its end.
fn records(text: &[u8]) -> (Vec<Vec<u8>>, bool) {
    let (mut all, mut record) = (Vec::new(), Vec::new());
    let (mut quoted, mut begins) = (false, true);
    let mut bytes = text.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        let ends = byte == b'\n' || byte == b'\r';
        if byte == b'\r' {
            bytes.next_if_eq(&b'\n');
        }
        if ends && !quoted {
            all.push(std::mem::take(&mut record));
            begins = true;
            continue;
        }
        if byte == b'"' && quoted {
            if bytes.next_if_eq(&b'"').is_some() {
                record.extend(b"\"\"");
                continue;
            }
            quoted = false;
        } else if byte == b'"' && begins {
            quoted = true;
        }
        begins = byte == b',' && !quoted;
        record.push(if ends { b'\n' } else { byte });
    }
    (all, quoted)
}

/// Vector lines, each after a mangled one; for each, whether the kiosk must answer it, and the answer if it is known.
fn mangled(kind: &str, count: usize) -> (Vec<u8>, Vec<Option<Outcome>>) {
    let vectors = Vectors::of(kind);
    let text = read(&format!("tests/vectors/{kind}.csv"));
    let (header, rest) = text.split_once('\n').expect("a line of names");
    let intact: Vec<_> = rest.lines().zip(vectors.lines()).collect();
    let mut random = Random(count.try_into().expect("a number"));
    let (mut input, mut answers) = (format!("{header}\n").into_bytes(), Vec::new());
    for number in 0..count {
        let place = random.place(intact.len());
        let changed = mangle(&mut random, intact[place].0.as_bytes());
        let (records, open) = records(&[&changed[..], b"\n"].concat());
        let (changed, records) = if open {
            let closed = [&changed[..], b"\""].concat();
            let records = self::records(&[&closed[..], b"\n"].concat()).0;
            (closed, records)
        } else {
            (changed, records)
        };
        let is_blank = |record: &Vec<u8>| {
            record.len() <= longest() && record.iter().all(|byte| matches!(byte, b' ' | b'\t'))
        };
        let read = records.iter().filter(|record| !is_blank(record));
        answers.extend(read.map(|_| None));
        let (line, vector) = intact[number % intact.len()];
        answers.push(Some(expected(vector)));
        input.extend(changed);
        input.extend(format!("\n{line}\n").bytes());
    }
    (input, answers)
}

/// Every line must have an answer, and an unchanged one the right answer.
pub(crate) fn answer_mangled(program: impl Fn() -> Command, count: usize) {
    for kind in KINDS {
        let (input, expected) = mangled(kind, count);
        let got = lines_of(program(), kind, &input);
        assert_eq!(got.len(), expected.len(), "{kind}: an answer for each line");
        let mut wrong = 0;
        for ((id, got), expected) in got.iter().zip(&expected) {
            wrong += usize::from(got.text("status") != "ok");
            assert!(
                expected.as_ref().is_none_or(|expected| got == expected),
                "{kind} {id}: {got:?}"
            );
        }
        assert!(wrong > count / 4, "{kind}: the lines are mangled");
    }
}

/// Lines made of good and bad fields at random.
fn mixed(kind: &str, count: usize) -> (Vec<String>, Vec<Vec<String>>) {
    const ODD: &[&str] = &[
        "",
        " ",
        "yes ",
        "Yes",
        "YES",
        "unknown",
        "0",
        "1",
        "366",
        "367",
        "007",
        "65535",
        "65536",
        "-1",
        "+1",
        "-",
        "99999999999999999999",
        "9223372036854775807",
        "-9223372036854775808",
        "0000-01-01",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "2024-02-29",
        "2023-02-29",
        "2024-2-29",
        "2024-00-01",
        "2024-13-01",
        "2024-01-00",
        "2024/01/01",
        "2024-01-01T",
        "2024-01",
        "2024",
        "2024-",
        "days",
        "\u{49f}",
        "a\"b",
        "a,b",
    ];
    let vectors = Vectors::of(kind);
    let (names, table) = vectors.table();
    let inputs: Vec<_> = (0..names.len())
        .filter(|place| !names[*place].starts_with('='))
        .collect();
    let mut random = Random(7);
    let mut line = |number: usize| -> Vec<String> {
        let field = |place: &usize| match (names[*place].as_str(), random.below(40)) {
            ("id", _) => number.to_string(),
            (_, 0) => ODD[random.place(ODD.len())].to_owned(),
            _ => table[random.place(table.len())][*place].clone(),
        };
        inputs.iter().map(field).collect()
    };
    let table = (0..count).map(&mut line).collect();
    (
        inputs.iter().map(|place| names[*place].clone()).collect(),
        table,
    )
}

#[test]
fn random_lines_have_the_answers_of_the_rust_api() {
    for kind in KINDS {
        let (names, table) = mixed(kind, 20_000);
        let got = outcomes(kind, &names, &table);
        // The vectors' reader needs an expected result.
        let with = |texts: &Vec<String>, more: &str| [&texts[..], &[more.to_owned()]].concat();
        let expecting = table.iter().map(|texts| with(texts, "")).collect();
        let vectors = Vectors::new(kind, with(&names, "=status"), expecting);
        let mut ok = 0;
        for (line, got) in vectors.lines().zip(&got) {
            let inputs: Vec<_> = line.inputs().collect();
            assert_eq!(*got, rust_api::outcome(kind, line), "{kind}: {inputs:?}");
            ok += usize::from(got.text("status") == "ok");
        }
        assert!(ok > 2_000, "{kind}: only {ok} of them can be answered");
    }
}

#[test]
fn mangled_lines_are_answered() {
    answer_mangled(|| Command::new(kiosk()), 20_000);
}

/// The kiosk, built so that it stops at the first access out of bounds and the first undefined operation.
fn sanitized() -> Option<PathBuf> {
    if !has("gcc") {
        return None;
    }
    let program = folder("sanitized").join("kiosk");
    let mut gcc = kiosk_compiler(&[
        "-g",
        "-O1",
        "-fsanitize=address,undefined",
        "-fno-sanitize-recover=all",
    ]);
    succeed(gcc.arg(archive()).arg("-o").arg(&program));
    Some(program)
}

#[test]
fn mangled_lines_touch_no_memory_they_should_not() {
    if let Some(program) = sanitized() {
        answer_mangled(|| Command::new(&program), 5_000);
    }
}

//! The kiosk as a person at a shell sees it: tables in, tables out; cards; the interview.
//! Everything that the Rust API answers it answers alike.

use std::path::PathBuf;
use std::process::Command;

use kz_rules_core::{Day, Law};
use kz_rules_tests::rust_api::{self, KINDS};
use kz_rules_tests::tools::{
    archive, feed, folder, has, kiosk, kiosk_compiler, read, shown, succeed,
};
use kz_rules_tests::vectors::{Line, Outcome, Vectors, csv, table};

use crate::kiosk_interview::{interview, interviews};

/// A day.
fn day(year: u16, month: u8, day: u8) -> Day {
    Day::new(year, month, day).expect("a day")
}

/// A day that is written; none if this is no full date.
fn read_day(text: &str) -> Option<Day> {
    let mut parts = text.split('-').map(|part| part.parse::<u16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Day::new(year, month.try_into().ok()?, day.try_into().ok()?)
}

/// What `kiosk lines KIND` answers: the ids and what came out, line by line.
fn lines_of(mut program: Command, kind: &str, input: &[u8]) -> Vec<(String, Outcome)> {
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

fn lines(kind: &str, input: &[u8]) -> Vec<(String, Outcome)> {
    lines_of(Command::new(kiosk()), kind, input)
}

/// What came out, without the ids, which must be those of the table.
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

#[test]
fn every_vector_comes_out_as_it_must() {
    for kind in KINDS {
        let vectors = Vectors::of(kind);
        let (names, table) = vectors.table();
        vectors.compare(outcomes(kind, names, table));
    }
}

#[test]
fn the_columns_written_are_those_of_the_vectors_in_their_order() {
    for kind in KINDS {
        let vectors = Vectors::of(kind);
        let (names, _) = vectors.table();
        let output = feed(
            Command::new(kiosk()).args(["lines", kind]),
            &csv(names, &[]),
        );
        let results: Vec<_> = vectors.results().map(|name| &name[1..]).collect();
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            format!("id,{}\n", results.join(","))
        );
    }
}

/// What the Rust API makes of a line; if columns cannot be read, the first of them in the order of the line counts, and one
/// that is missing comes last.
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
            // Of several columns that cannot be read the first of the file counts, so the vectors'
            // own status may not.
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
        4,\"five,2026-01-01\n\
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

/// The bytes of the longest line that the kiosk reads whole.
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

/// What the vector itself says must come out.
fn expected(line: Line<'_>) -> Outcome {
    let results = line.results().filter(|(name, _)| *name != "status");
    Outcome::new(
        line.text("=status"),
        results.map(|(name, text)| (name, text.to_owned())),
    )
}

#[test]
fn the_days_visitors_come_out_as_they_must() {
    for (file, kind, at_least) in [("visitors", "assess", 30), ("immigrant", "terms", 1)] {
        let cases = Vectors::read(&format!("examples/kiosk/cases/{file}.csv"));
        assert!(cases.lines().len() >= at_least, "{file}: too few");
        let (names, table) = cases.table();
        cases.compare(outcomes(kind, names, table));
        for line in cases.lines() {
            let (id, provision) = (line.text("id"), line.text("provision"));
            assert!(
                Law::BUILT_IN.provision_by_id(provision).is_some(),
                "{file} {id}: {provision}"
            );
            assert!(
                !line.text("who").is_empty() && !line.text("source").is_empty(),
                "{file} {id}"
            );
        }
    }
}

#[test]
fn the_days_visitors_show_every_row_both_sides_of_each_milestone_and_people_half_known() {
    let cases = Vectors::read("examples/kiosk/cases/visitors.csv");
    let page = read("law/kazakhstan.md");
    let mut rows = 0;
    for (heading, edition) in [
        ("## Edition 1: enacted\n", ""),
        ("## Edition 2: announced\n", "announced"),
    ] {
        let (_, section) = page.split_once(heading).expect("the edition");
        let (section, _) = section.split_once("\n#").expect("what comes after it");
        let row = |line: &'_ str| -> Option<[String; 3]> {
            let cells: Vec<_> = line
                .strip_prefix("| ")?
                .strip_suffix(" |")?
                .split(" | ")
                .collect();
            Some(
                <[&str; 3]>::try_from(cells)
                    .expect("three cells")
                    .map(str::to_owned),
            )
        };
        for [_, obligation, basis] in section.lines().filter_map(row).skip(1) {
            let shows = |line: Line<'_>| {
                line.text("edition") == edition
                    && line.text("=obligations") == obligation
                    && line.text("=basis") == basis
            };
            assert!(cases.lines().any(shows), "{heading}{obligation} by {basis}");
            rows += 1;
        }
    }
    assert!(rows >= 20, "only {rows} rows of the law");
    let on = |line: Line<'_>| read_day(line.text("on"));
    for milestone in [day(2024, 1, 1), day(2025, 7, 1)] {
        for day in [milestone.plus(-1), Some(milestone)] {
            assert!(
                cases.lines().any(|line| on(line) == day),
                "nobody comes on {day:?}"
            );
        }
    }
    for band in [0..12, 12..16, 16..120] {
        let age = |line: Line<'_>| {
            let (birth, on) = (read_day(line.text("birth"))?, on(line)?);
            let before_birthday = (on.month(), on.day()) < (birth.month(), birth.day());
            Some(on.year() - birth.year() - u16::from(before_birthday))
        };
        assert!(
            cases
                .lines()
                .any(|line| age(line).is_some_and(|age| band.contains(&age))),
            "{band:?}"
        );
    }
    let undecided = cases
        .lines()
        .filter(|line| line.text("=obligations").contains('|'))
        .count();
    assert!(
        undecided >= 6,
        "{undecided} people about whom something is unknown"
    );
}

#[test]
fn what_cannot_be_declined_or_answered_is_named_by_its_column() {
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
    // The law has no question of its own.
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

#[test]
fn wrong_use_is_refused() {
    for arguments in [
        &["lines"][..],
        &["lines", "plans"],
        &["lines", "assess", "more"],
        &["cards", "clock"],
        &["ask", "--on", "2026-02-30"],
        &["ask", "--on"],
        &["none"],
        &["--help", "more"],
    ] {
        let output = feed(Command::new(kiosk()).args(arguments), b"");
        assert_eq!(
            output.status.code(),
            Some(2),
            "{arguments:?}: {}",
            shown(&output)
        );
        assert!(
            output.stdout.is_empty() && !output.stderr.is_empty(),
            "{arguments:?}"
        );
    }
    let long = format!("id,{}\n", "x".repeat(100_000));
    for input in ["", "\n \n", "id,week,week\n", "id,\"week\n", long.as_str()] {
        let output = feed(
            Command::new(kiosk()).args(["lines", "calendar"]),
            input.as_bytes(),
        );
        assert_eq!(
            output.status.code(),
            Some(1),
            "{input:.20?}: {}",
            shown(&output)
        );
        assert!(
            output.stdout.is_empty() && !output.stderr.is_empty(),
            "{input:.20?}"
        );
    }
}

/// A small generator of numbers that are the same on every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(u64::try_from(length).expect("a length"))).expect("a place")
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            items.swap(end, self.place(end + 1));
        }
    }
}

/// A line with some of its bytes changed, so that it may still be read or not.
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

/// Vector lines, each after a mangled one; and which of them the kiosk must answer, and how if it
/// is known.
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
        let whole = changed.len() <= longest();
        let shown = if whole {
            changed.strip_suffix(b"\r").unwrap_or(&changed)
        } else {
            &changed
        };
        let is_blank = shown.iter().all(|byte| matches!(byte, b' ' | b'\t'));
        if !(whole && is_blank) {
            answers.push(None);
        }
        let (line, vector) = intact[number % intact.len()];
        answers.push(Some(expected(vector)));
        input.extend(changed);
        input.extend(format!("\n{line}\n").bytes());
    }
    (input, answers)
}

/// Every line must have an answer, and those that are whole the right one.
fn answer_mangled(program: impl Fn() -> Command, count: usize) {
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
fn lines_mixed_at_random_are_answered_as_by_the_rust_api() {
    for kind in KINDS {
        let (names, table) = mixed(kind, 20_000);
        let got = outcomes(kind, &names, &table);
        // The vectors' reader wants something to expect.
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

/// The kiosk built so that it stops at the first access out of bounds or the first undefined
/// operation.
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

/// The kiosk under valgrind, which turns any error into an exit status of its own.
fn under_valgrind() -> Command {
    let mut command = Command::new("valgrind");
    command.args([
        "--quiet",
        "--error-exitcode=99",
        "--leak-check=full",
        "--errors-for-leak-kinds=all",
    ]);
    command.arg(kiosk());
    command
}

#[test]
fn valgrind_finds_no_error() {
    if !has("valgrind") {
        return;
    }
    for kind in KINDS {
        let vectors = Vectors::of(kind);
        let (names, table) = vectors.table();
        let answers = lines_of(under_valgrind(), kind, &csv(names, table));
        vectors.compare(answers.into_iter().map(|answer| answer.1));
    }
    answer_mangled(under_valgrind, 300);
    for (file, kind) in [("visitors", "assess"), ("immigrant", "terms")] {
        let input = read(&format!("examples/kiosk/cases/{file}.csv"));
        let output = feed(under_valgrind().args(["cards", kind]), input.as_bytes());
        assert!(
            output.status.success() && output.stderr.is_empty(),
            "{}",
            shown(&output)
        );
    }
    for (on, said, _) in interviews().into_iter().step_by(24) {
        interview(under_valgrind(), on, &said);
    }
}

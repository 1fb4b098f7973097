//! The kiosk as a person at a shell sees it: tables in, tables out; cards; the interview.
//! Everything that the Rust API answers it answers alike.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use kz_rules_core::{
    Action, Answer, Assessment, Edition, Fact, Facts, Language, Occasion, Outcome as Decision,
    Phrase, Provision, Set, Settings, Standing, Value, VisaChannel, assess, label,
};
use kz_rules_tests::naive::{Birth, parse_birth, parse_date, print_date};
use kz_rules_tests::rust_api::{self, KINDS};
use kz_rules_tests::tools::{archive, feed, folder, has, kiosk, read, root, shown, succeed};
use kz_rules_tests::vectors::{Line, Outcome, Vectors, csv, table};
use time::Date;
use time::macros::date;

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
fn outcomes(kind: &str, names: &[String], table: &[Vec<String>]) -> Vec<Outcome> {
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
            let expected: Vec<_> = shuffled
                .lines()
                .map(|line| rust_api::outcome(kind, line))
                .collect();

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
            let expected: Vec<_> = rest
                .lines()
                .map(|line| rust_api::outcome(kind, line))
                .collect();
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
    let text = read("examples/kiosk/line.h");
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
                Provision::from_id(provision).is_some(),
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
    for edition in Edition::ALL {
        for rule in edition.rules() {
            let shows = |line: Line<'_>| {
                let of = Edition::from_word(line.text("edition")).unwrap_or_default();
                of == *edition
                    && line.text("=obligations") == rule.obligation().word()
                    && line.text("=basis") == rule.basis().id()
            };
            assert!(
                cases.lines().any(shows),
                "{edition}: {} by {}",
                rule.obligation(),
                rule.basis()
            );
        }
    }
    let on = |line: Line<'_>| parse_date(line.text("on"));
    for milestone in [date!(2024 - 01 - 01), date!(2025 - 07 - 01)] {
        for day in [milestone.previous_day(), Some(milestone)] {
            assert!(
                cases.lines().any(|line| on(line) == day),
                "nobody comes on {day:?}"
            );
        }
    }
    for band in [0..12, 12..16, 16..120] {
        let age = |line: Line<'_>| match parse_birth(line.text("birth"))? {
            Birth::Day(birth) => {
                let on = on(line)?;
                let before_birthday = (on.month(), on.day()) < (birth.month(), birth.day());
                Some(on.year() - birth.year() - i32::from(before_birthday))
            }
            _ => None,
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
            for basis in line.text("=basis").split('|') {
                assert!(card.contains(basis), "no {basis} on\n{card}");
            }
        }
        assert_eq!(cards.next(), None);
    }
}

#[test]
fn a_card_speaks_the_language_that_was_asked_for() {
    let input = read("examples/kiosk/cases/visitors.csv");
    let cards = |arguments: &[&str]| {
        let mut kiosk = Command::new(kiosk());
        let output = feed(kiosk.args(arguments).arg("cards"), input.as_bytes());
        assert!(output.status.success(), "{}", shown(&output));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    for language in Language::ALL {
        let cards = cards(&["--lang", language.word()]);
        let answer = label(*language, Phrase::Answer).expect("all languages are in the build");
        let heading = format!("\n  {answer} ");
        let others = Language::ALL.iter().filter(|other| *other != language);
        assert!(cards.contains(&heading), "{language}");
        for other in others.filter_map(|other| label(*other, Phrase::Answer)) {
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

/// A person who is interviewed: what they answer to each fact.
struct Person {
    on: Date,
    random: Random,
    /// Out of a hundred answers, how many are "I do not know".
    forgetful: u64,
    /// Whether they first say something that is no answer.
    babbles: bool,
}

impl Person {
    /// What they say in an interview that asks what the Rust API says matters, and the answer it
    /// ends with.
    fn interview(&mut self) -> (Vec<String>, Assessment) {
        let (mut facts, mut not_known, mut said) = (Facts::default(), Set::EMPTY, Vec::new());
        loop {
            let answer = assess(self.on, &facts, Settings::default()).expect("a possible birth");
            let asked = answer
                .relevant
                .iter()
                .find(|fact| !not_known.contains(*fact));
            let Some(fact) = asked else {
                return (said, answer);
            };
            if self.babbles {
                said.push("what? \"me\", 99".into());
            }
            if self.random.below(100) < self.forgetful {
                said.push("?".into());
                not_known = not_known | fact.into();
                if fact == Fact::Birth {
                    facts = facts.birth_is_final();
                }
            } else {
                let (told, word) = self.tell(facts, fact);
                facts = told;
                said.push(word);
            }
        }
    }

    /// One of the values of a fact: told, and as it is typed, by its number or by its word.
    fn tell(&mut self, facts: Facts, fact: Fact) -> (Facts, String) {
        match fact {
            Fact::Occasion => self.one_of(Occasion::ALL, |is| facts.occasion(is)),
            Fact::Standing => self.one_of(Standing::ALL, |is| facts.standing(is)),
            Fact::Fingerprinted => self.one_of(Answer::ALL, |is| facts.fingerprinted(is)),
            Fact::Action => self.one_of(Action::ALL, |is| facts.action(is)),
            Fact::VisaChannel => self.one_of(VisaChannel::ALL, |is| facts.visa_channel(is)),
            Fact::Birth => {
                // The year alone first; if that is not enough, the day.
                let year = self.on.year() - 16;
                let typed = match facts.birth() {
                    kz_rules_core::Birth::UNKNOWN => format!("{year}"),
                    _ => format!("{year}-0{}-11", 1 + self.random.below(9)),
                };
                let birth = parse_birth(&typed).expect("a birth");
                (facts.born(rust_api::known(birth)), typed)
            }
            _ => panic!("{fact} is not asked under enacted"),
        }
    }

    fn one_of<T: Value + std::fmt::Display>(
        &mut self,
        values: &[T],
        tell: impl Fn(T) -> Facts,
    ) -> (Facts, String) {
        let value = values[self.random.place(values.len())];
        let typed = match self.random.below(2) {
            0 => value.code().to_string(),
            _ => value.to_string(),
        };
        (tell(value), typed)
    }
}

/// Interviews of all sorts of persons: the day, what is said, and the answer it must end with.
fn interviews() -> Vec<(Date, Vec<String>, Assessment)> {
    let days = [
        date!(2023 - 12 - 31),
        date!(2024 - 06 - 15),
        date!(2025 - 07 - 01),
        date!(2026 - 02 - 03),
    ];
    let person = |number: u64| Person {
        on: days[usize::try_from(number % 4).expect("small")],
        random: Random(number),
        forgetful: [0, 30, 100][usize::try_from(number % 3).expect("small")],
        babbles: number.is_multiple_of(5),
    };
    let interview = |mut person: Person| {
        let (said, answer) = person.interview();
        (person.on, said, answer)
    };
    (0..240).map(person).map(interview).collect()
}

fn interview(mut program: Command, on: Date, said: &[String]) -> String {
    let typed: String = said.iter().map(|said| format!("{said}\n")).collect();
    let output = feed(
        program.args(["ask", "--on", &print_date(on)]),
        typed.as_bytes(),
    );
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{said:?}: {}",
        shown(&output)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_interview_asks_what_matters_until_the_answer_is_clear() {
    let mut asked = 0;
    for (on, said, answer) in interviews() {
        let shown = interview(Command::new(kiosk()), on, &said);
        assert_eq!(
            shown.matches("\n> ").count(),
            said.len(),
            "{on} {said:?}: a question for each answer\n{shown}"
        );
        let (_, card) = shown.split_once("== Answer").expect("a card at the end");
        for basis in &answer.basis {
            assert!(
                card.contains(basis.id()),
                "{on} {said:?}: no {basis} on\n{card}"
            );
        }
        let undecided = matches!(answer.outcome, Decision::Undecided { .. });
        assert_eq!(
            card.contains("Undecided"),
            undecided,
            "{on} {said:?}\n{card}"
        );
        asked += said.len();
    }
    assert!(asked > 500, "only {asked} questions");
}

#[test]
fn an_interview_about_the_way_ends_with_the_steps_or_the_loop() {
    let planned = |on: &str, said: &str| {
        let typed: String = said
            .split_ascii_whitespace()
            .map(|said| format!("{said}\n"))
            .collect();
        let output = feed(
            Command::new(kiosk()).args(["plan", "--on", on]),
            typed.as_bytes(),
        );
        assert!(
            output.status.success() && output.stderr.is_empty(),
            "{said:?}: {}",
            shown(&output)
        );
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(
            text.matches("\n> ").count(),
            typed.lines().count(),
            "{said:?}: a question for each answer\n{text}"
        );
        let (_, card) = text.split_once("== Answer").expect("a card");
        card.to_owned()
    };
    // A visa, for a foreigner born in 1990 without prints, issued first, at a foreign mission; abroad.
    let visitor = "visa foreigner 1990 no first_issue foreign_mission abroad ";

    // May enter, has no IIN (so that it is no matter who takes prints abroad), needs no translation.
    let card = planned("2026-05-01", &format!("{visitor} yes no no"));
    let steps = [
        "1. Enter",
        "2. Apply for an IIN",
        "3. Have the prints",
        "4. Leave",
        "5. Obtain",
    ];
    let places = steps.map(|step| {
        card.find(step)
            .unwrap_or_else(|| panic!("no {step} on\n{card}"))
    });
    assert!(places.is_sorted(), "{card}");
    assert!(
        card.contains("[L50-IIN-IN-PERSON]") && !card.contains("Ways out"),
        "{card}"
    );

    // May not enter, and has no IIN.
    let card = planned("2025-05-01", &format!("{visitor} no no"));
    let loop_drawn = "\
  +-> Document -> Fingerprints -> IIN -> Presence in Kazakhstan -+
  |                                                              |
  +--------------------------------------------------------------+
";
    assert!(card.contains(loop_drawn), "{card}");
    for shown in [
        "Ways out",
        "- airport\n",
        "- electronic\n",
        "L50-IIN-DEADLOCK",
        "NOTE-PILOT-2",
    ] {
        assert!(card.contains(shown), "no {shown} on\n{card}");
    }

    // Who does not know something is not asked for it again, and learns on what it depends.
    let card = planned(
        "2026-05-01",
        "visa foreigner 1990 no first_issue foreign_mission abroad ? yes no no ",
    );
    assert!(
        card.contains("Depends on") && card.contains("Entry without this document"),
        "{card}"
    );
}

#[test]
fn an_interview_that_breaks_off_ends_with_what_is_known() {
    let (on, said, _) = interviews()
        .into_iter()
        .max_by_key(|interview| interview.1.len())
        .expect("some");
    for heard in 0..said.len() {
        let shown = interview(Command::new(kiosk()), on, &said[..heard]);
        assert_eq!(shown.matches("\n> ").count(), heard + 1, "{shown}");
        assert!(shown.contains("== Answer"), "{shown}");
    }
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
    let sources = root().join("examples/kiosk");
    let files = fs::read_dir(&sources)
        .expect("the kiosk's folder")
        .map(|file| file.expect("a file").path());
    let files = files.filter(|file| file.extension().is_some_and(|extension| extension == "c"));
    let mut gcc = Command::new("gcc");
    gcc.args([
        "-std=c99",
        "-g",
        "-O1",
        "-fsanitize=address,undefined",
        "-fno-sanitize-recover=all",
    ]);
    gcc.arg("-I")
        .arg(root().join("include"))
        .args(files)
        .arg(sources.join("port/posix.c"));
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

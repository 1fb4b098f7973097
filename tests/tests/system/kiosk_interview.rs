//! The interview: it asks what matters until the answer is clear, gives reasons, accepts "I do not know", and ends with
//! the card.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use kz_rules_core::{
    Action, Answer, Assessment, Birth, Day, Fact, Facts, Language, Law, Occasion,
    Outcome as Decision, Provision, Settings, Standing, Value, VisaChannel, assess,
};
use kz_rules_tests::days::{day, written};
use kz_rules_tests::random::Numbers;
use kz_rules_tests::tools::{
    archive, feed, folder, has, in_one_line, kiosk, kiosk_compiler, read, shown, succeed,
};

/// The identifier of a provision of the built-in law.
fn id(provision: Provision) -> &'static str {
    Law::BUILT_IN
        .provision(provision)
        .expect("one of the law's")
        .id()
}

/// The kiosk's output for this input, one line for each piece.
fn said_to(arguments: &[&str], said: &str) -> String {
    let typed: String = said.split('/').map(|line| format!("{line}\n")).collect();
    let output = feed(Command::new(kiosk()).args(arguments), typed.as_bytes());
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{said:?}: {}",
        shown(&output)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A person in an interview: their answer to each fact.
struct Person {
    on: Day,
    random: Numbers,
    /// How many of a hundred answers are "I do not know".
    forgetful: usize,
    /// Whether they first type something that is not an answer.
    babbles: bool,
}

impl Person {
    /// Their input in an interview that asks what the Rust API says matters, and the final answer.
    fn interview(&mut self) -> (Vec<String>, Assessment<'static>) {
        let (mut facts, mut said) = (Facts::default(), Vec::new());
        loop {
            let answer = assess(self.on, &facts, Settings::default()).expect("a possible birth");
            let Some(fact) = answer.ask else {
                return (said, answer);
            };
            if self.babbles {
                said.push("what? \"me\", 99".into());
            }
            if self.random.below(100) < self.forgetful {
                said.push("?".into());
                facts = facts.decline(fact);
            } else {
                let (told, word) = self.tell(facts, fact);
                facts = told;
                said.push(word);
            }
        }
    }

    /// One value of a fact: set, and as typed, by its number or by its word.
    fn tell(&mut self, facts: Facts, fact: Fact) -> (Facts, String) {
        match fact {
            Fact::Occasion => self.one_of(Occasion::ALL, |is| facts.occasion(is)),
            Fact::Standing => self.one_of(Standing::ALL, |is| facts.standing(is)),
            Fact::Fingerprinted => self.one_of(Answer::ALL, |is| facts.fingerprinted(is)),
            Fact::Action => self.one_of(Action::ALL, |is| facts.action(is)),
            Fact::VisaChannel => self.one_of(VisaChannel::ALL, |is| facts.visa_channel(is)),
            Fact::Birth => {
                // First only the year; if that is not enough, the day.
                let year = self.on.year() - 16;
                if facts.birth() == Birth::UNKNOWN {
                    return (facts.born(Birth::year(year)), year.to_string());
                }
                let month = u8::try_from(1 + self.random.below(9)).expect("a month");
                let birth = day(year, month, 11);
                (facts.born(birth), written(birth))
            }
            _ => panic!("{fact} is not asked under enacted"),
        }
    }

    fn one_of<T: Value + std::fmt::Display>(
        &mut self,
        values: &[T],
        tell: impl Fn(T) -> Facts,
    ) -> (Facts, String) {
        let value = values[self.random.below(values.len())];
        let typed = match self.random.below(2) {
            0 => value.code().to_string(),
            _ => value.to_string(),
        };
        (tell(value), typed)
    }
}

/// Interviews of all sorts of persons: the day, the input, and the expected final answer.
pub(crate) fn interviews() -> Vec<(Day, Vec<String>, Assessment<'static>)> {
    let days = [
        day(2023, 12, 31),
        day(2024, 6, 15),
        day(2025, 7, 1),
        day(2026, 2, 3),
    ];
    let person = |number: u64| Person {
        on: days[usize::try_from(number % 4).expect("small")],
        random: Numbers::from(number),
        forgetful: [0, 30, 100][usize::try_from(number % 3).expect("small")],
        babbles: number.is_multiple_of(5),
    };
    let interview = |mut person: Person| {
        let (said, answer) = person.interview();
        (person.on, said, answer)
    };
    (0..240).map(person).map(interview).collect()
}

/// Holds an interview with this input; returns the output.
pub(crate) fn interview(mut program: Command, on: Day, said: &[String]) -> String {
    let typed: String = said.iter().map(|said| format!("{said}\n")).collect();
    let output = feed(
        program.args(["ask", "document", "--on", &written(on)]),
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
        let (asked_for, card) = shown.split_once("== Answer").expect("a card at the end");
        assert_eq!(
            asked_for.matches("\n> ").count(),
            said.len(),
            "{on:?} {said:?}: a question for each answer\n{shown}"
        );
        // After that come the questions about the way to the document.
        let (card, _) = card.split_once("\n== ").unwrap_or((card, ""));
        for basis in answer.basis() {
            let basis = id(basis);
            assert!(
                card.contains(basis),
                "{on:?} {said:?}: no {basis} on\n{card}"
            );
        }
        let undecided = matches!(answer.outcome(), Decision::Undecided { .. });
        assert_eq!(
            card.contains("Undecided"),
            undecided,
            "{on:?} {said:?}\n{card}"
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

    // May enter, has no IIN (so it does not matter who takes prints abroad), needs no translation.
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
        "- In an international airport\n",
        "- Electronically, without a visit\n",
        "L50-IIN-DEADLOCK",
        "NOTE-PILOT-2",
    ] {
        assert!(card.contains(shown), "no {shown} on\n{card}");
    }

    // A person who does not know something is not asked again, and learns what depends on it.
    let card = planned(
        "2026-05-01",
        "visa foreigner 1990 no first_issue foreign_mission abroad ? yes no no ",
    );
    for shown in [
        "Depends on Entry without this document",
        "Entry without this document: Not known",
    ] {
        let words = card.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(shown), "no {shown} on\n{card}");
    }
    assert!(!card.contains("Ask next"), "{card}");
}

#[test]
fn an_interview_that_breaks_off_ends_with_what_is_known() {
    let (on, said, _) = interviews()
        .into_iter()
        .max_by_key(|interview| interview.1.len())
        .expect("some");
    for heard in 0..said.len() {
        let shown = interview(Command::new(kiosk()), on, &said[..heard]);
        let (asked_for, _) = shown.split_once("== Answer").expect("a card at the end");
        assert_eq!(asked_for.matches("\n> ").count(), heard + 1, "{shown}");
    }
}

/// The kiosk on a machine whose clock is set by the environment.
fn with_a_clock() -> Option<PathBuf> {
    if !has("gcc") {
        return None;
    }
    let folder = folder("clock");
    let (clock, program) = (folder.join("clock.c"), folder.join("kiosk"));
    let text = "#include <stdlib.h>\n#include <time.h>\n\
        time_t clock_of_the_test(time_t *now) { (void)now; return (time_t)atoll(getenv(\"CLOCK\")); }\n";
    fs::write(&clock, text).expect("the folder can be written to");
    let mut gcc = kiosk_compiler(&["-Dtime=clock_of_the_test"]);
    succeed(gcc.arg(clock).arg(archive()).arg("-o").arg(&program));
    Some(program)
}

#[test]
fn an_unset_clock_gives_no_answer_unless_the_day_is_given() {
    let Some(program) = with_a_clock() else {
        return;
    };
    let ask = |clock: i64, arguments: &[&str]| {
        let mut kiosk = Command::new(&program);
        feed(kiosk.args(arguments).env("CLOCK", clock.to_string()), b"")
    };
    // Midnight in Kazakhstan, five hours ahead: the last known day begins.
    let midnight = i64::from(Law::BUILT_IN.known_until().number() - day(1970, 1, 1).number())
        * 86_400
        - 18_000;
    for mode in [
        &["ask", "document"][..],
        &["ask", "stay"],
        &["ask"],
        &["plan"],
    ] {
        let with_day = [mode, &["--on", "2024-05-01"]].concat();
        for clock in [-1, 0, midnight - 1] {
            let output = ask(clock, mode);
            assert_eq!(output.status.code(), Some(4), "{clock}: {}", shown(&output));
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.stdout.is_empty() && said.contains("clock"), "{said}");
            let output = ask(clock, &with_day);
            assert_eq!(output.status.code(), Some(0), "{}", shown(&output));
        }
        let output = ask(midnight, mode);
        assert_eq!(output.status.code(), Some(0), "{}", shown(&output));
    }
    let output = ask(midnight, &["plan"]);
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(said.contains("Day asked about: 2025-11-19"), "{said}");
    let output = ask(0, &["--lang", "ru", "ask"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("Часы"), "{said}");
}

#[test]
fn a_door_leads_to_the_persons_purpose() {
    let doors = [
        ("1/visa", "Depends on"),
        ("2/citizen", "== Registration after arrival"),
        ("3/citizen", "== Notice given by the host"),
    ];
    for (said, shown) in doors {
        let text = said_to(&["ask", "--on", "2026-11-27"], said);
        assert!(text.contains("What is it about?"), "{text}");
        assert!(text.contains(shown), "no {shown} in\n{text}");
    }
    // For a person who does not know, each choice is explained.
    let text = in_one_line(&said_to(&["ask", "--on", "2026-11-27"], "?/9/3/citizen"));
    assert!(text.contains("You are the host"), "{text}");
    assert!(text.contains("== Notice given by the host"), "{text}");
}

#[test]
fn a_stay_needs_only_country_and_days() {
    // A citizen of Russia: by the agreement thirty days, by the union ninety in any 180.
    for country in [
        "Russia",
        "russian fed",
        "россия",
        "РЕСЕЙ",
        "ru",
        "RUS",
        "643",
    ] {
        let said = format!("foreigner/2026-10-24/{country}/yes/-/2026-01-10/2026-02-10/-/-");
        let text = in_one_line(&said_to(&["ask", "stay", "--on", "2026-11-20"], &said));
        for shown in [
            "Stay regime: Up to ninety days",
            "Days by treaty: 30",
            "Last day of stay: 2027-01-21",
            "== Stays in Kazakhstan",
            "Leave by 2027-01-21",
            "NOTE-STAY-EAEU",
            "== Notice given by the host",
        ] {
            assert!(text.contains(shown), "{country}: no {shown} in\n{text}");
        }
        assert!(!text.contains("Which stay regime"), "{country}: {text}");
    }
    // Nothing is known about India, so it asks on. A move opens another deadline.
    let said = "foreigner/2026-10-24/India/up_to_90/yes/2027-01-01/2026-11-18/yes";
    let text = in_one_line(&said_to(&["ask", "stay", "--on", "2026-11-20"], said));
    for shown in [
        "Which stay regime applies to the person",
        "Until which day may the person stay by a visa",
        "Last day of stay: 2027-01-01",
        "== Registration after a change of address",
        "Leave by 2027-01-01",
    ] {
        assert!(text.contains(shown), "no {shown} in\n{text}");
    }
}

/// The answer about a stay on 27 November 2026, in one line.
fn stay(said: &str) -> String {
    in_one_line(&said_to(&["ask", "stay", "--on", "2026-11-27"], said))
}

#[test]
fn a_move_leaves_the_registration_open_unless_there_was_one() {
    let moved = |registered: &str| {
        stay(&format!(
            "foreigner/2026-08-01/IN/up_to_90/yes/2027-01-01/2026-11-26/{registered}"
        ))
    };
    let (registration, moves) = (
        "== Registration after arrival",
        "== Registration after a change of address",
    );
    let text = moved("yes");
    assert!(
        text.contains(moves) && !text.contains(registration),
        "{text}"
    );
    let text = moved("no");
    assert!(
        !text.contains(moves) && text.contains(registration),
        "{text}"
    );
    assert!(text.contains("State Late."), "{text}");
    let text = moved("?");
    assert!(
        text.contains(moves) && text.contains(registration),
        "{text}"
    );
}

#[test]
fn an_incomplete_stay_gives_no_certain_last_day() {
    for said in [
        "foreigner/2026-11-20/RU/yes/-/2026-06-20/?/-",
        "foreigner/2026-11-20/RU/yes/-/?/-",
        "foreigner/2026-11-20/RU/yes/?/-/-",
        "foreigner/2026-11-20/RU/yes/-",
    ] {
        let text = stay(said);
        assert!(text.contains("Not all stays are told"), "{said}: {text}");
        assert!(!text.contains("Last day of stay:"), "{said}: {text}");
    }
    // A visa, a permit or an extension takes precedence over the rule.
    let text = stay("foreigner/2026-03-01/RU/yes/2027-03-01/-");
    assert!(
        text.contains("Leave by 2027-03-01") && !text.contains("exceeded"),
        "{text}"
    );
    assert!(text.contains("Last day of stay: 2027-03-01"), "{text}");
    // After the strict day only, the registration is not barred; after both days the card says that it is.
    let text = stay("foreigner/2026-08-30/RU/yes/-/-/-");
    assert!(
        text.contains("Overstayed in one reading") || !text.contains("Stay has ended"),
        "{text}"
    );
    let text = stay("foreigner/2026-11-20/RU/yes/-/2026-07-01/2026-10-10/-/-");
    assert_eq!(
        text.matches("exceeded in every reading").count(),
        2,
        "{text}"
    );
}

#[test]
fn a_person_who_is_not_covered_needs_no_confirmation() {
    let guest = |said: &str| in_one_line(&said_to(&["ask", "guest", "--on", "2026-11-27"], said));
    assert!(guest("foreigner/2026-11-20/RU/yes/-/-/-").contains("You confirm"));
    assert!(!guest("foreigner/2026-11-20/RU/no/-/-/-").contains("You confirm"));
    assert!(!guest("citizen").contains("You confirm"));
    // A deadline that is only reported says so, and that it applies unless it is met.
    let text = guest("foreigner/2026-11-20/RU/yes/-/-/-");
    assert!(
        text.contains("Late. Days late: 2. Unless it has been done in time already."),
        "{text}"
    );
    assert!(text.contains("This deadline is reported"), "{text}");
}

#[test]
fn not_known_is_an_answer_to_every_question() {
    for (arguments, count) in [
        (&["ask", "stay"][..], 10),
        (&["ask", "guest"], 10),
        (&["plan"], 20),
        (&["ask", "document"], 20),
    ] {
        let arguments = [arguments, &["--on", "2026-11-27"]].concat();
        let said = vec!["?"; count].join("/");
        let text = said_to(&arguments, &said);
        assert!(
            text.matches("\n> ").count() <= count,
            "{arguments:?} repeats a question\n{text}"
        );
    }
    // All but the day of entry.
    let text = in_one_line(&said_to(
        &["ask", "stay", "--on", "2026-11-27"],
        "?/2026-11-20/?/?/?/?",
    ));
    assert!(
        text.contains("It is not known whether the rule covers the person"),
        "{text}"
    );
}

#[test]
fn days_that_do_not_fit_are_asked_for_again() {
    let said = "foreigner/2026-12-01/tomorrow/2026-11-20/Kyrgyz/yes/2026-11-01/-/2026-05-01/-/2026-04-01/2026-05-10/-/2026-11-19/-";
    let text = in_one_line(&said_to(&["ask", "stay", "--on", "2026-11-27"], said));
    for shown in [
        "That day is too late",
        "Please type the day as 2026-11-27",
        "That day is too early",
    ] {
        assert!(text.contains(shown), "no {shown} in\n{text}");
    }
    assert!(
        text.contains("2026-05-01/2026-05-10, 2026-11-20/"),
        "{text}"
    );
    // A name that could mean several countries, or none.
    let text = in_one_line(&said_to(
        &["ask", "stay", "--on", "2026-11-27"],
        "foreigner/2026-11-20/united/nowhere/?",
    ));
    assert_eq!(
        text.matches("No country has this name or code").count(),
        2,
        "{text}"
    );
}

#[test]
fn a_question_names_the_provisions_that_depend_on_it() {
    let text = in_one_line(&said_to(
        &["ask", "document", "--on", "2026-11-27"],
        "visa/foreigner/1990/?/?",
    ));
    for shown in [
        "L50-CITIZEN-VOLUNTARY; L50-AGE-16",
        "Asked because of: L50-ONCE",
        "Asked because of: L50-CASE-6; L50-HELD-DOCUMENT",
    ] {
        assert!(text.contains(shown), "no {shown} in\n{text}");
    }
    let text = in_one_line(&said_to(
        &["ask", "stay", "--on", "2026-11-27"],
        "foreigner/2026-11-20/?",
    ));
    assert!(
        text.contains("Asked because of: Registration within thirty days [R923-30-DAYS]"),
        "{text}"
    );
}

#[test]
fn every_question_about_the_way_has_its_reason() {
    let said = "visa/foreigner/1990/no/first_issue/foreign_mission/abroad/yes/no/no/yes";
    let text = said_to(&["plan", "--on", "2026-11-27"], said);
    let (asked_for, _) = text.split_once("== Answer").expect("a card at the end");
    assert!(asked_for.matches("\n> ").count() > 8, "{text}");
    assert_eq!(
        asked_for.matches("Asked because of").count(),
        asked_for.matches("\n> ").count(),
        "{text}"
    );
}

#[test]
fn questions_fit_the_terminal_in_every_language() {
    for language in Language::ALL {
        for (arguments, said) in [
            (
                &["ask", "document"][..],
                "visa/foreigner/1990/no/first_issue/foreign_mission/abroad/no/no",
            ),
            (
                &["plan"],
                "visa/foreigner/1990/no/first_issue/foreign_mission/abroad/?/yes/no/no",
            ),
            (
                &["ask", "stay"],
                "foreigner/2026-10-24/Uzbekistan/yes/-/2026-01-10/2026-02-10/-/-",
            ),
            (&["ask"], "?/3/foreigner/2026-10-24/CD/other/?/?/?"),
        ] {
            let arguments = [
                &["--lang", language.name()],
                arguments,
                &["--on", "2026-11-27"],
            ]
            .concat();
            let text = said_to(&arguments, said);
            // Input ends its line.
            for line in text.lines().map(|line| line.trim_start_matches("> ")) {
                assert!(
                    line.chars().count() <= 80,
                    "{language} {arguments:?}: {line}"
                );
            }
        }
    }
}

#[test]
fn the_country_says_whether_an_establishment_is_in_the_pilot() {
    let facts = "permanent_residence_permit/foreigner/1990/no/first_issue/abroad/yes/no";
    let plan = |told: &str| {
        let said = format!("{facts}/{told}");
        in_one_line(&said_to(&["plan", "--on", "2024-06-03"], &said))
    };
    let text = plan("China");
    assert!(text.contains("Or type the country"), "{text}");
    assert!(
        text.contains("Establishment in the IIN pilot: Yes"),
        "{text}"
    );
    let text = plan("India/nowhere/?");
    assert!(
        text.contains("The sources do not name that country"),
        "{text}"
    );
    assert!(text.contains("No country has this name"), "{text}");
    assert!(
        text.contains("Establishment in the IIN pilot: Not known"),
        "{text}"
    );
}

#[test]
fn every_country_has_names_that_lead_to_it() {
    let table = read("examples/kiosk/text/countries.inc");
    let lines: Vec<Vec<&str>> = table
        .lines()
        .filter_map(|line| line.strip_prefix("COUNTRY(\"")?.strip_suffix("\")"))
        .map(|line| line.split("\", \"").collect())
        .collect();
    let codes: BTreeSet<_> = lines.iter().map(|line| line[0]).collect();
    assert!(codes.len() >= 249, "{} countries", codes.len());
    for line in &lines {
        for name in &line[1..] {
            let said = format!("foreigner/2026-11-20/{name}");
            let text = said_to(&["ask", "stay", "--on", "2026-11-27"], &said);
            assert!(!text.contains("No country has this name"), "{name}: {text}");
            let named = lines
                .iter()
                .find(|other| other[1..].contains(name))
                .expect("itself");
            assert_eq!(named[0], line[0], "{name} is a name of two countries");
        }
    }
}

//! The firmware in Rust, on a board that QEMU emulates: its log, decoded, shows every public type as its
//! `Debug` does, and holds nothing of a person that is hidden there.

use std::any::type_name;
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::process::Command;
use std::sync::OnceLock;

use kz_rules_core::Error;
use kz_rules_tests::tools::{read, root, run, rust_sources, shown, skip, succeed};

#[path = "../../../examples/firmware-rust/src/values.rs"]
mod values;

/// What the firmware's log is to hold of the values, each with the name of its type.
#[derive(Default)]
struct Log {
    values: Vec<(&'static str, String)>,
    /// The same in many lines.
    pretty: String,
}

impl Log {
    fn value<T: Debug>(&mut self, value: T) {
        self.values.push((type_name::<T>(), format!("{value:?}")));
        self.pretty += &format!("{value:#?}\n");
    }
}

fn expected() -> Result<Log, Error> {
    let mut log = Log::default();
    values::every_type(&mut log)?;
    Ok(log)
}

/// The log, as defmt wrote it and decoded. If something is missing to build or to boot the firmware, the
/// test is skipped.
fn log() -> Option<&'static (Vec<u8>, String)> {
    static LOG: OnceLock<Option<(Vec<u8>, String)>> = OnceLock::new();
    let log = LOG.get_or_init(|| {
        let output = run(Command::new(root().join("scripts/firmware-rust")).arg("all"));
        if output.status.code() == Some(3) {
            skip(&shown(&output));
            return None;
        }
        assert!(
            output.status.success(),
            "scripts/firmware-rust: {}",
            shown(&output)
        );
        let written = fs::read(root().join("target/firmware-rust/log")).expect("the log");
        let decoded = String::from_utf8(output.stdout).expect("UTF-8");
        Some((written, decoded))
    });
    log.as_ref()
}

const INTERVIEW: &str = "\
info: asking for Occasion
info: asking for Standing
info: asking for Birth
info: asking for Fingerprinted
info: asking for Action
info: Assessment { outcome: Decided(Mandatory), basis: [L50-CASE-6], relevant: {}, holds_until: \
    None, law_known: Assumed, conflict: None, cautions: [NOTE-EVISA, NOTE-MISSION-PRINTS, \
    NOTE-MISSION-EXEMPT] }
info: asking for VisaChannel
info: asking for Location
info: asking for MayEnter
info: asking for HasIin
info: asking for MissionTakesFingerprints
info: asking for PassportInForeignLanguage
info: Plan { verdict: Feasible, steps: [PlanStep { step: TranslatePassport, provisions: \
    [L50-PAPERS] }, PlanStep { step: FingerprintAtMission, provisions: [L50-COLLECTORS-ABROAD] }, \
    PlanStep { step: ObtainDocument, provisions: [L50-CASE-6] }], blocked: {}, basis: [], relevant: \
    {}, ask: None, ways_out: {}, cautions: [NOTE-MISSION-PRINTS, NOTE-MISSION-EXEMPT], law_known: \
    Assumed }
info: Facts { known: {Occasion: {Visa}, Standing: {Foreigner}, Fingerprinted: {No}, Action: \
    {FirstIssue}, VisaChannel: {ForeignMission}, Location: {Abroad}, MayEnter: {No}, HasIin: {Yes}, \
    MissionTakesFingerprints: {Yes}, PassportInForeignLanguage: {Yes}}, birth: Birth(known, \
    hidden), declined: {} }
warn: no answer for a day before the birth: BirthAfterDecision
";

#[test]
fn the_log_shows_an_interview() {
    let Some((_, decoded)) = log() else { return };
    let lines = INTERVIEW.lines().count();
    let shown: Vec<_> = decoded.lines().take(lines).collect();
    assert_eq!(shown, INTERVIEW.lines().collect::<Vec<_>>());
}

#[test]
fn the_interview_alone_is_shown_unless_all_is_asked_for() {
    if log().is_none() {
        return;
    }
    let shown = succeed(&mut Command::new(root().join("scripts/firmware-rust")));
    assert_eq!(shown, INTERVIEW);
}

#[test]
fn the_log_shows_every_value_as_debug_does() {
    let Some((_, decoded)) = log() else { return };
    let expected = expected().expect("every question has an answer");
    let mut lines = decoded.lines().skip(INTERVIEW.lines().count());
    assert_eq!(
        lines.next(),
        Some("info: for the test: a value of every public type")
    );
    for (of, value) in &expected.values {
        assert_eq!(lines.next(), Some(&**value), "{of}: (log, Debug)");
    }
    assert_eq!(lines.next(), None);
}

/// What the library exports besides types of its own.
const NO_TYPES: [&str; 4] = ["Date", "Item", "Month", "Value"];

/// Columns of many persons, in the memory of a host.
const OF_HOSTS: [&str; 2] = ["AnswerColumns", "FactColumns"];

/// What the tables of a law are written in. Answers hold nothing of that.
const OF_TABLES: [&str; 25] = [
    "CaseRow",
    "Caution",
    "ClockRow",
    "Condition",
    "Conflict",
    "CountryRow",
    "CoverageRow",
    "DeadlockRow",
    "DocumentRow",
    "DutiesRow",
    "GroundRow",
    "HolidayRow",
    "LaidOutYear",
    "MovableRow",
    "ObtainedRow",
    "ProvisionRow",
    "Provisions",
    "Rule",
    "Sections",
    "StayLine",
    "StepRow",
    "Strings",
    "TermRow",
    "TransferRow",
    "YearsRow",
];

/// The words of a text that are names of types, by their letters: `AgeBand`, not `assess` or `MAX_STEPS`.
fn type_names(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase))
        .collect()
}

/// The types that a file of the library exports: those that it declares, and those of the modules below.
fn exported(folder: &str, file: &str) -> BTreeSet<String> {
    let source = read(&format!("{folder}/{file}"));
    let mut types = BTreeSet::new();
    for line in source.lines() {
        let words: Vec<_> = line.split_whitespace().collect();
        if let ["pub", "struct" | "enum", name, ..] = words[..] {
            types.extend(type_names(name).first().map(ToString::to_string));
        }
    }
    for (_, names) in source
        .split(';')
        .filter_map(|statement| statement.split_once("pub use "))
    {
        let Some(module) = names.strip_suffix("::*") else {
            types.extend(type_names(names).into_iter().map(str::to_string));
            continue;
        };
        let below = format!("{folder}/{module}");
        types.extend(if root().join(&below).is_dir() {
            exported(&below, "mod.rs")
        } else {
            exported(folder, &format!("{module}.rs"))
        });
    }
    types
}

#[test]
fn a_value_of_every_public_type_is_logged() {
    let mut public = exported("kz-rules-core/src", "lib.rs");
    for name in NO_TYPES.iter().chain(&OF_TABLES).chain(&OF_HOSTS) {
        assert!(public.remove(*name), "{name} is no longer exported");
    }
    let expected = expected().expect("every question has an answer");
    let logged: BTreeSet<_> = expected
        .values
        .iter()
        .filter(|(_, value)| value != "None")
        .flat_map(|(of, _)| type_names(of))
        .map(str::to_string)
        .collect();
    let missing: Vec<_> = public.difference(&logged).collect();
    assert!(
        missing.is_empty(),
        "implement defmt::Format for {missing:?}, and log one in examples/firmware-rust/src/values.rs"
    );
}

/// What is hidden of the persons of the interview and of the values: in words and in numbers, as bytes of a log would have them.
const HIDDEN: &[&[u8]] = &[
    b"1990",
    &1990u16.to_le_bytes(),
    &(1990u32 << 10 | 5 << 6 | 17).to_le_bytes(),
    b"2010",
    &2010u16.to_le_bytes(),
    &(2010u32 << 10 | 12 << 6 | 5).to_le_bytes(),
    &(2026u32 << 10 | 12 << 6 | 5).to_le_bytes(),
    b"101205",
    &[1, 0, 1, 2, 0, 5],
    b"no number",
    b"LINDQVIST",
    b"AGNETA",
    b"BRITTA",
    b"N07654321",
    b"Sweden",
    b"Abay",
    b"OMAROV",
    b"DAULET",
    b"SERIKULY",
    b"KZ-2026-000123",
];

/// The only days that are shown: those of the law, the decision dates, and one that is told as a day alone. Others are a
/// person's: a birthday, an arrival, the last day of a stay.
const SHOWN: [&str; 4] = ["2026-07-01", "2026-11-22", "2024-06-03", "0987-06-05"];

#[test]
fn nothing_of_a_person_is_shown() {
    let expected = expected().expect("every question has an answer");
    let minor = "holds_until: Some(hidden)";
    assert!(
        expected
            .values
            .iter()
            .any(|(_, value)| value.contains(minor))
    );
    let lines: Vec<_> = expected.values.iter().map(|(_, line)| &**line).collect();
    for shown in [lines.join("\n"), expected.pretty] {
        for text in HIDDEN {
            let found = shown
                .as_bytes()
                .windows(text.len())
                .any(|part| part == *text);
            assert!(!found, "{}", text.escape_ascii());
        }
        for at in 0..shown.len() {
            let Some(text) = shown.get(at..at + 10) else {
                continue;
            };
            let is_day = text.bytes().enumerate().all(|(place, byte)| match place {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
            assert!(!is_day || SHOWN.contains(&text), "{text} is shown");
        }
    }
}

#[test]
fn nothing_of_a_person_is_in_the_log() {
    let Some((written, decoded)) = log() else {
        return;
    };
    let holds = |text: &[u8]| {
        [written, decoded.as_bytes()].map(|log| log.windows(text.len()).any(|part| part == text))
    };
    let title = values::title().expect("a document");
    // What is not hidden is found, in either form of the log.
    assert_eq!(holds(title.as_str().as_bytes()), [true; 2]);
    for text in HIDDEN {
        assert_eq!(
            holds(text),
            [false; 2],
            "(written, decoded): {}",
            text.escape_ascii()
        );
    }
}

#[test]
fn a_log_shows_no_more_than_debug_does() {
    for (file, source) in rust_sources("kz-rules-core/src") {
        let mut derived = "";
        for line in source.lines() {
            if line.trim_start().starts_with("#[derive(") {
                derived = line;
            } else if line.contains("derive(defmt::Format)") {
                assert!(derived.contains("Debug"), "{file}: beside {derived}");
            }
        }
    }
}

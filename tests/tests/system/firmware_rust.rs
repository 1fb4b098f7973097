//! The firmware in Rust, on a board that QEMU emulates: its decoded log shows every public type as its
//! `Debug` does, and contains no personal data that are hidden there.

use std::fs;
use std::process::Command;
use std::sync::OnceLock;

use crate::personal_data::{HIDDEN, expected, values};
use kz_rules_tests::tools::{root, run, rust_sources, shown, skip, succeed};

/// The log, as defmt wrote it and decoded. If something needed to build or to boot the firmware is
/// missing, the test is skipped.
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
fn only_the_interview_is_shown_unless_all_is_asked_for() {
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

#[test]
fn nothing_of_a_person_is_in_the_log() {
    let Some((written, decoded)) = log() else {
        return;
    };
    let holds = |text: &[u8]| {
        [written, decoded.as_bytes()].map(|log| log.windows(text.len()).any(|part| part == text))
    };
    let title = values::title().expect("a document");
    // What is not hidden is found, in both forms of the log.
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

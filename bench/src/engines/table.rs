//! The table of rules of the enacted edition (legal model, section 4) as data for general engines.

use kz_rules_core::{Action, Answer, Occasion, Standing, VisaChannel};

use kz_rules_ffi::kz_facts;

use crate::cases::number;

/// A row: its conditions on facts, and its answer.
pub struct Row {
    pub wants: &'static [(&'static str, Wants)],
    /// The obligation and its basis.
    pub answer: &'static str,
}

pub enum Wants {
    /// One of these words.
    Any(&'static [&'static str]),
    /// A number below this one.
    Below(i64),
}

/// The facts that rows have conditions on.
pub const FIELDS: [&str; 8] = [
    "on",
    "fingerprinted",
    "standing",
    "age",
    "action",
    "occasion",
    "held_at_commencement",
    "visa_channel",
];

use Wants::{Any, Below};

const fn row(wants: &'static [(&'static str, Wants)], answer: &'static str) -> Row {
    Row { wants, answer }
}

/// The first row that fits decides. Days are numbers such as 20240101.
#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    row(&[("on", Below(20240101))], "not_in_force L50-COMMENCEMENT"),
    row(&[("fingerprinted", Any(&["yes"]))], "not_required L50-ONCE"),
    row(&[("standing", Any(&["citizen"]))], "voluntary L50-CITIZEN-VOLUNTARY"),
    row(&[("age", Below(16))], "not_required L50-AGE-16"),
    row(&[("action", Any(&["holding"])),
          ("occasion", Any(&["temporary_residence_permit", "residence_card", "visa"])),
          ("held_at_commencement", Any(&["yes"]))], "not_required L50-HELD-DOCUMENT"),
    row(&[("action", Any(&["holding"])),
          ("occasion", Any(&["seafarer_identity", "temporary_residence_permit",
              "permanent_residence_permit", "residence_card", "stateless_identity",
              "asylum_seeker_status", "refugee_certificate", "refugee_travel_document", "visa",
              "citizen_passport", "citizen_identity_card", "iin", "other"]))], "not_required L50-CASES"),
    row(&[("occasion", Any(&["citizen_passport", "citizen_identity_card", "iin", "other"]))],
        "not_required L50-CASES"),
    row(&[("occasion", Any(&["visa"])), ("visa_channel", Any(&["airport", "electronic"])),
          ("action", Any(&["first_issue"])), ("on", Below(20250701))],
        "suspended L50-VISA-SUSPENSION"),
    row(&[("occasion", Any(&["seafarer_identity"]))], "mandatory L50-CASE-1"),
    row(&[("occasion", Any(&["temporary_residence_permit", "permanent_residence_permit"]))],
        "mandatory L50-CASE-2"),
    row(&[("occasion", Any(&["residence_card", "stateless_identity"]))], "mandatory L50-CASE-3"),
    row(&[("occasion", Any(&["asylum_seeker_status", "refugee_certificate",
              "refugee_travel_document"]))], "mandatory L50-CASE-4"),
    row(&[("occasion", Any(&["expulsion", "readmission"]))], "mandatory L50-CASE-5"),
    row(&[("occasion", Any(&["visa"]))], "mandatory L50-CASE-6"),
];

/// An input value for an engine.
pub enum Given {
    Word(&'static str),
    Number(i64),
}

/// The facts of a person with all facts known, under their names in [`FIELDS`].
pub fn given(facts: &kz_facts) -> [(&'static str, Given); FIELDS.len()] {
    let word = |word: Option<&'static str>| Given::Word(word.expect("every fact is known"));
    let values = [
        Given::Number(number(facts.on)),
        word(Answer::from_code(facts.fingerprinted).map(Answer::name)),
        word(Standing::from_code(facts.standing).map(Standing::name)),
        Given::Number(age(facts)),
        word(Action::from_code(facts.action).map(Action::name)),
        word(Occasion::from_code(facts.occasion).map(Occasion::name)),
        word(Answer::from_code(facts.held_at_commencement).map(Answer::name)),
        word(VisaChannel::from_code(facts.visa_channel).map(VisaChannel::name)),
    ];
    let mut names = FIELDS.into_iter();
    values.map(|value| (names.next().expect("as many names as values"), value))
}

/// Whole years. For a person born on 29 February a year ends on 1 March if the year is not a leap year.
fn age(facts: &kz_facts) -> i64 {
    (number(facts.on) - number(facts.birth)) / 10_000
}

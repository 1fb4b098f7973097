//! Scenarios: people from the sources, for what the conformance vectors do not ask about. The files are like the
//! vectors', with who it is, the provision that it shows, and where to find it.

use kz_rules_core::{
    Answer, Country, Cure, Day, Duty, Error, Finding, Identifier, Law, MissionKind, PilotPapers,
    Procedure, Refusal, TermOutcome, Ticket, mission_in_pilot, pilot_papers, refusal,
};

use crate::rust_api::{self, day, list, person, term, yes_or_no};
use crate::vectors::{Line, Outcome, Vectors};

/// The kinds of scenarios, which are also the names of their files.
pub const KINDS: [&str; 7] = [
    "pilot", "refusals", "tickets", "plans", "duties", "terms", "papers",
];

/// The scenarios of a kind.
///
/// # Panics
///
/// If none can be read.
pub fn of(kind: &str) -> Vectors {
    Vectors::read(&format!("tests/scenarios/{kind}.csv"))
}

/// The answer of the Rust API to what the kiosk answers too.
pub enum Answered {
    /// To an applicant for an IIN at a foreign establishment on a day.
    Pilot {
        /// The day.
        on: Day,
        /// Whether the establishment takes part.
        takes_part: Option<Answer>,
        /// What the application needs.
        papers: Option<PilotPapers<'static>>,
    },
    /// To a finding about an application.
    Refused(Option<Refusal>),
    /// To a person to be fingerprinted.
    Ticket(Ticket),
}

/// Why there is no answer.
pub enum Unanswered {
    /// The column of this name cannot be read.
    Bad(&'static str),
    /// An error of the Rust API.
    Error(Error),
}

impl From<Error> for Unanswered {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// Asks the Rust API about a scenario of the pilot, a refusal or a ticket.
///
/// # Errors
///
/// The first column that cannot be read, or the error of the API.
///
/// # Panics
///
/// If it is of another kind.
pub fn ask(kind: &str, line: Line<'_>) -> Result<Answered, Unanswered> {
    match kind {
        "pilot" => {
            let on = day(line.text("on")).ok_or(Unanswered::Bad("on"))?;
            let kind = optional(line, "mission_kind", MissionKind::from_name)?;
            let country = Country::parse(line.text("country").as_bytes())?;
            let letters = optional(line, "latin_or_cyrillic", Answer::from_name)?;
            let state = optional(line, "convention_state", Answer::from_name)?;
            Ok(Answered::Pilot {
                on,
                takes_part: mission_in_pilot(kind, country, on),
                papers: pilot_papers(on, letters, state),
            })
        }
        "refusals" => {
            let procedure = optional(line, "procedure", Procedure::from_name)?;
            let finding = optional(line, "finding", Finding::from_name)?;
            let procedure = procedure.ok_or(Unanswered::Bad("procedure"))?;
            let finding = finding.ok_or(Unanswered::Bad("finding"))?;
            Ok(Answered::Refused(refusal(procedure, finding)))
        }
        "tickets" => {
            let identifier = bytes(line.text("identifier")).ok_or(Unanswered::Bad("identifier"))?;
            let law = Law::BUILT_IN;
            let about = person(law, line).expect("it can be read");
            let (on, facts, settings) = about;
            let identifier = Identifier::new(identifier)?;
            let ticket = law.issue_ticket(on, &facts, settings, identifier)?;
            Ok(Answered::Ticket(ticket))
        }
        _ => panic!("no scenarios of the kind {kind}"),
    }
}

/// The answer to a scenario, in words.
///
/// # Panics
///
/// If the kind is not one of [`KINDS`], or a line of the last four cannot be answered.
pub fn outcome(kind: &str, line: Line<'_>) -> Outcome {
    match kind {
        "plans" => plan(line),
        "duties" => duties(line),
        "terms" => provisions_of_a_term(line),
        "papers" => papers(line),
        _ => said(kind, line),
    }
}

/// The plan, with the provisions of its steps one after the other.
fn plan(line: Line<'_>) -> Outcome {
    let words = rust_api::outcome("plan", line);
    let (on, facts, settings) = person(Law::BUILT_IN, line).expect("it can be read");
    let plan = Law::BUILT_IN.plan(on, &facts, settings).expect("a plan");
    let provisions = list(plan.steps().flat_map(|step| step.provisions()));
    let words = words
        .all()
        .into_iter()
        .filter(|(name, _)| *name != "status");
    let words = words.map(|(name, text)| (name, text.to_owned()));
    Outcome::new("ok", words.chain([("provisions", provisions)]))
}

/// What a person must do, and what follows: each with its provision.
fn duties(line: Line<'_>) -> Outcome {
    let (on, facts, settings) = person(Law::BUILT_IN, line).expect("it can be read");
    let answer = Law::BUILT_IN.assess(on, &facts, settings);
    let answer = answer.expect("an answer");
    let duties = Duty::ALL.iter();
    let duties = duties.map(|duty| (duty.name(), list(answer.duty(*duty))));
    let obligations = list(answer.possible.iter());
    Outcome::new("ok", duties.chain([("obligations", obligations)]))
}

/// What comes of a term, and the provisions that this rests on.
fn provisions_of_a_term(line: Line<'_>) -> Outcome {
    let (answer, _) = term(Law::BUILT_IN, line).expect("an answer");
    let outcome = match answer.outcome {
        TermOutcome::NotInForce => "not_in_force",
        TermOutcome::NotCovered => "not_covered",
        TermOutcome::Window(_) => "window",
    };
    Outcome::new(
        "ok",
        [
            ("outcome", outcome.to_owned()),
            ("covered_by", list(answer.covered_by)),
            ("provision", answer.provision.to_string()),
        ],
    )
}

/// What the way to an IIN at a foreign establishment rests on, and what else the same document says.
fn papers(line: Line<'_>) -> Outcome {
    let on = day(line.text("on")).expect("a day");
    let papers = pilot_papers(on, None, None);
    let ways = papers.iter().map(|papers| papers.way);
    let document = ways.clone().flat_map(|way| way.document_provisions());
    let provisions = list(ways.flat_map(|way| way.provisions()));
    Outcome::new(
        "ok",
        [("provisions", provisions), ("document", list(document))],
    )
}

fn said(kind: &str, line: Line<'_>) -> Outcome {
    let results = match ask(kind, line) {
        Err(Unanswered::Bad(column)) => {
            return Outcome::new(format!("bad_{column}"), None::<(&str, String)>);
        }
        Err(Unanswered::Error(error)) => {
            return Outcome::new(error.name(), None::<(&str, String)>);
        }
        Ok(Answered::Pilot {
            takes_part, papers, ..
        }) => vec![
            ("in_pilot", list(takes_part)),
            ("running", yes_or_no(papers.is_some())),
            ("translation", list(papers.and_then(|it| it.translation))),
            ("legalisation", list(papers.and_then(|it| it.legalisation))),
        ],
        Ok(Answered::Refused(refusal)) => vec![
            ("ground", list(refusal.map(|it| it.ground))),
            (
                "cure",
                list(refusal.and_then(|it| it.inferred_cure).map(Cure::name)),
            ),
        ],
        Ok(Answered::Ticket(ticket)) => vec![
            ("obligation", ticket.obligation().to_string()),
            ("basis", ticket.basis().to_string()),
        ],
    };
    Outcome::new("ok", results)
}

/// A word of a column; nothing if it is empty.
fn optional<T>(
    line: Line<'_>,
    column: &'static str,
    from_word: fn(&str) -> Option<T>,
) -> Result<Option<T>, Unanswered> {
    match line.text(column) {
        "" => Ok(None),
        word => from_word(word).map(Some).ok_or(Unanswered::Bad(column)),
    }
}

/// Sixteen bytes in hexadecimal digits.
fn bytes(digits: &str) -> Option<[u8; Identifier::BYTES]> {
    let all = digits.len() == 2 * Identifier::BYTES;
    all.then(|| u128::from_str_radix(digits, 16).ok())
        .flatten()
        .map(u128::to_be_bytes)
}

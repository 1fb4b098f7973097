//! A case of a vector file through the Rust API: words are read, the question is asked, the answer
//! is written in words.

use std::fmt::Display;

use kz_rules_core::{
    Action, AgeReading, Answer, Birth, Calendar, Covered, Date, Edition, Error, Fact, Facts, Iin,
    Location, Occasion, Settings, Standing, StayRegime, Term, TermAnswer, Treaty, VisaChannel,
    Week, Zone, assess, local_date, plan,
};

use crate::naive::{self, parse_date, print_date};
use crate::registration;
use crate::vectors::{Line, Outcome};

/// The kinds of vector files that this module knows.
pub const KINDS: [&str; 7] = [
    "assess",
    "plan",
    "terms",
    "iin",
    "calendar",
    "clock",
    "registration",
];

/// What the Rust API makes of a case.
///
/// # Panics
///
/// If the kind is none of [`KINDS`], or a column is none of that kind's.
pub fn outcome(kind: &str, line: Line<'_>) -> Outcome {
    let answer = match kind {
        "assess" => assess_line(line),
        "plan" => plan_line(line),
        "terms" => terms_line(line),
        "iin" => iin_line(line),
        "calendar" => calendar_line(line),
        "clock" => clock_line(line),
        "registration" => return registration::outcome(line),
        _ => panic!("no vectors of the kind {kind}"),
    };
    match answer {
        Ok(results) => Outcome::new("ok", results),
        Err(status) => Outcome::new(status, None::<(&str, String)>),
    }
}

/// The results by name, or the status.
type Results = Result<Vec<(&'static str, String)>, String>;

/// What a line of assess, plan or tickets asks about.
pub(crate) fn question(line: Line<'_>) -> Result<(Date, Facts, Settings), String> {
    let (mut on, mut facts, mut settings) = (None, Facts::default(), Settings::default());
    for (name, text) in line.inputs() {
        let bad = || format!("bad_{name}");
        if name == "on" {
            on = Some(parse_date(text).ok_or_else(bad)?);
        } else if !text.is_empty() {
            let narrowed = match name {
                "edition" => {
                    settings.edition = Edition::from_word(text).ok_or_else(bad)?;
                    Some(facts)
                }
                "age_reading" => {
                    settings.age_reading = AgeReading::from_word(text).ok_or_else(bad)?;
                    Some(facts)
                }
                "standing" => Standing::from_word(text).map(|is| facts.standing(is)),
                "permanent_resident" => {
                    Answer::from_word(text).map(|is| facts.permanent_resident(is))
                }
                "birth" => naive::parse_birth(text).map(|birth| facts.born(known(birth))),
                "birth_final" => Answer::from_word(text).map(|is| match is {
                    Answer::Yes => facts.birth_is_final(),
                    Answer::No => facts,
                }),
                "occasion" => Occasion::from_word(text).map(|is| facts.occasion(is)),
                "action" => Action::from_word(text).map(|is| facts.action(is)),
                "visa_channel" => VisaChannel::from_word(text).map(|is| facts.visa_channel(is)),
                "fingerprinted" => Answer::from_word(text).map(|is| facts.fingerprinted(is)),
                "held_at_commencement" => {
                    Answer::from_word(text).map(|is| facts.held_at_commencement(is))
                }
                "location" => Location::from_word(text).map(|is| facts.location(is)),
                "may_enter" => Answer::from_word(text).map(|is| facts.may_enter(is)),
                "has_iin" => Answer::from_word(text).map(|is| facts.has_iin(is)),
                "mission_in_pilot" => Answer::from_word(text).map(|is| facts.mission_in_pilot(is)),
                "mission_takes_fingerprints" => {
                    Answer::from_word(text).map(|is| facts.mission_takes_fingerprints(is))
                }
                "passport_in_foreign_language" => {
                    Answer::from_word(text).map(|is| facts.passport_in_foreign_language(is))
                }
                // A ticket's alone.
                "identifier" => Some(facts),
                _ => panic!("assess and plan have no column {name}"),
            };
            facts = narrowed.ok_or_else(bad)?;
        }
    }
    Ok((on.ok_or("bad_on")?, facts, settings))
}

fn assess_line(line: Line<'_>) -> Results {
    let (on, facts, settings) = question(line)?;
    let answer = assess(on, &facts, settings).map_err(word)?;

    let mut basis: Vec<_> = answer.basis().map(|provision| provision.id()).collect();
    basis.sort_unstable();
    Ok(vec![
        ("obligations", list(answer.possible.iter())),
        ("basis", basis.join("|")),
        ("ask", list(answer.ask)),
        ("relevant", list(answer.relevant.iter())),
        ("holds_until", day(answer.holds_until.map(Into::into))),
        ("conflict", yes_or_no(answer.conflict().is_some())),
        ("cautions", list(answer.cautions())),
    ])
}

fn plan_line(line: Line<'_>) -> Results {
    let (on, facts, settings) = question(line)?;
    let plan = plan(on, &facts, settings).map_err(word)?;
    Ok(vec![
        ("verdict", plan.verdict.to_string()),
        ("steps", list(plan.steps.iter().map(|it| it.step))),
        ("blocked", list(plan.blocked.iter())),
        ("basis", list(&plan.basis)),
        ("ask", list(plan.ask)),
        ("ways_out", list(plan.ways_out.iter())),
        ("cautions", list(&plan.cautions)),
    ])
}

/// What the Rust API answers to a line of terms, and the day asked about.
pub(crate) fn term(line: Line<'_>) -> Result<(TermAnswer, Date), String> {
    let (mut question, mut from, mut on) = (None, None, None);
    // What the other columns tell, whatever the order of the columns.
    let mut told: Vec<Box<dyn Fn(Term) -> Term>> = Vec::new();
    for (name, text) in line.inputs() {
        let bad = || format!("bad_{name}");
        match name {
            "kind" => question = Some(kind(text).ok_or_else(bad)?),
            "from" => from = Some(parse_date(text).ok_or_else(bad)?),
            "on" => on = Some(parse_date(text).ok_or_else(bad)?),
            _ if text.is_empty() => {}
            "week" => {
                let week = Week::from_word(text).ok_or_else(bad)?;
                told.push(Box::new(move |term| term.week(week)));
            }
            "treaty" => {
                let treaty = treaty(text).ok_or_else(bad)?;
                told.push(Box::new(move |term| term.treaty(treaty)));
            }
            "stay_regime" => {
                let regime = StayRegime::from_word(text).ok_or_else(bad)?;
                told.push(Box::new(move |term| term.stay_regime(regime)));
            }
            "standing" => {
                let standing = Standing::from_word(text).ok_or_else(bad)?;
                told.push(Box::new(move |term| term.standing(standing)));
            }
            "arrived_to_live" => {
                let yes = Answer::from_word(text).ok_or_else(bad)? == Answer::Yes;
                told.push(Box::new(move |term| term.arrived_to_live(yes)));
            }
            "stay_until" => {
                let last = parse_date(text).ok_or_else(bad)?;
                told.push(Box::new(move |term| term.stay_until(last)));
            }
            _ => panic!("terms has no column {name}"),
        }
    }
    let question = question.ok_or("bad_kind")?;
    let from = from.ok_or("bad_from")?;
    let on = on.ok_or("bad_on")?;
    let term = told
        .iter()
        .fold(Term::from(from).on(on), |term, tell| tell(term));
    let answer = question(&term, &Calendar::KAZAKHSTAN).map_err(word)?;
    Ok((answer, on))
}

fn terms_line(line: Line<'_>) -> Results {
    let (answer, on) = term(line)?;
    Ok(match answer {
        TermAnswer::NotInForce { .. } => vec![("note", "not_in_force".into())],
        TermAnswer::NotCovered { cautions, .. } => {
            vec![("covered", "no".into()), ("cautions", list(&cautions))]
        }
        TermAnswer::Window(window) => vec![
            (
                "covered",
                window.covered.map(Covered::word).unwrap_or_default().into(),
            ),
            (
                "note",
                if window.transitional {
                    "transitional"
                } else {
                    ""
                }
                .into(),
            ),
            ("strict", print_date(window.strict)),
            ("lenient", print_date(window.lenient)),
            ("state", window.state(on).to_string()),
            ("days_left", window.days_left(on).to_string()),
            ("certainty", window.certainty.to_string()),
            ("cautions", list(&window.cautions)),
        ],
    })
}

type Question = fn(&Term, &Calendar<'_>) -> Result<TermAnswer, Error>;

fn kind(text: &str) -> Option<Question> {
    match text {
        "registration" => Some(Term::registration),
        "move" => Some(Term::move_),
        "iin_mission" => Some(Term::iin_at_mission),
        _ => None,
    }
}

/// A treaty's column: a word, or a number of days.
fn treaty(text: &str) -> Option<Treaty> {
    match text {
        "none" => Some(Treaty::None),
        "exempt" => Some(Treaty::Exempt),
        _ if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok().map(Treaty::Days),
        _ => None,
    }
}

fn iin_line(line: Line<'_>) -> Results {
    let mut iin = None;
    for (name, text) in line.inputs() {
        match name {
            "iin" => iin = Some(text),
            _ => panic!("iin has no column {name}"),
        }
    }
    let iin = Iin::parse(iin.unwrap_or_default().as_bytes()).map_err(word)?;
    let hint = iin.hint();
    Ok(vec![
        ("birth", day(hint.map(|hint| hint.birth))),
        ("sex", list(hint.map(|hint| hint.sex))),
    ])
}

fn calendar_line(line: Line<'_>) -> Results {
    let (mut week, mut date) = (None, None);
    for (name, text) in line.inputs() {
        let bad = || format!("bad_{name}");
        match name {
            "week" => week = Some(Week::from_word(text).ok_or_else(bad)?),
            "date" => date = Some(parse_date(text).ok_or_else(bad)?),
            _ => panic!("calendar has no column {name}"),
        }
    }
    let (week, date) = (week.ok_or("bad_week")?, date.ok_or("bad_date")?);
    let calendar = Calendar::KAZAKHSTAN;
    Ok(vec![
        (
            "working",
            yes_or_no(calendar.is_working_day(date, week).map_err(word)?),
        ),
        (
            "certainty",
            calendar.certainty(date).map_err(word)?.to_string(),
        ),
    ])
}

fn clock_line(line: Line<'_>) -> Results {
    let (mut unix, mut zone) = (None, None);
    for (name, text) in line.inputs() {
        let bad = || format!("bad_{name}");
        match name {
            "unix" => unix = Some(seconds(text).ok_or_else(bad)?),
            "zone" => zone = Some(Zone::from_word(text).ok_or_else(bad)?),
            _ => panic!("clock has no column {name}"),
        }
    }
    let (unix, zone) = (unix.ok_or("bad_unix")?, zone.ok_or("bad_zone")?);
    Ok(vec![(
        "date",
        print_date(local_date(unix, zone).map_err(word)?),
    )])
}

/// Decimal digits with an optional minus.
fn seconds(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// A birth date as the Rust API takes it.
pub fn known(birth: naive::Birth) -> Birth {
    match birth {
        naive::Birth::Unknown => Birth::UNKNOWN,
        naive::Birth::Year(year) => Birth::year(u16::try_from(year).expect("up to 9999")),
        naive::Birth::Month(year, month) => {
            Birth::month(u16::try_from(year).expect("up to 9999"), month.into())
        }
        naive::Birth::Day(day) => day.into(),
    }
}

fn word(error: Error) -> String {
    error.word().into()
}

pub(crate) fn list(items: impl IntoIterator<Item = impl Display>) -> String {
    let words: Vec<_> = items.into_iter().map(|item| item.to_string()).collect();
    words.join("|")
}

fn day(day: Option<Date>) -> String {
    day.map(print_date).unwrap_or_default()
}

pub(crate) fn yes_or_no(yes: bool) -> String {
    if yes { Answer::Yes } else { Answer::No }.to_string()
}

/// The facts that a row can ask for (section 3), in asking order.
pub const FACTS: [Fact; 8] = [
    Fact::Occasion,
    Fact::Standing,
    Fact::Birth,
    Fact::Fingerprinted,
    Fact::Action,
    Fact::VisaChannel,
    Fact::PermanentResident,
    Fact::HeldAtCommencement,
];

/// The values of each of [`FACTS`] that a row wants, as bits.
#[must_use]
pub fn wanted(rule: &kz_rules_core::Rule) -> [u16; 8] {
    [
        rule.occasions().bits(),
        rule.standings().bits(),
        rule.ages().bits(),
        rule.fingerprinted_is().bits(),
        rule.actions().bits(),
        rule.visa_channels().bits(),
        rule.permanent_resident_is().bits(),
        rule.held_at_commencement_is().bits(),
    ]
}

//! Answers a line of a vector file through the Rust API, under any law: reads the words, asks the question, and writes
//! the answer in words, as in section 11 of the legal model.

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};

use kz_rules_core::{
    Answer, Arrival, Case, Country, DataItem, Day, Error, Event, EventKind, Fact, Facts, Iin,
    LastDay, Law, Location, PlaceOfStay, Provision, Set, Settings, Standing, Stay, StayRegime,
    StayRule, Term, TermAnswer, TermOutcome, TermQuestion, Treaty, VisaChannel, Week, Window, Zone,
    stay,
};

use kz_law::cases::{self, Person};
pub use kz_law::cases::{birth, day};

use crate::vectors::{Line, Outcome};

/// A function that answers the lines of a file.
type Kind = fn(Law<'_>, Line<'_>) -> Answered;

/// The kinds of vector files, which are also their names.
pub const KINDS: [&str; 9] = [
    "assess",
    "plan",
    "terms",
    "registration",
    "stay",
    "country",
    "iin",
    "calendar",
    "clock",
];

/// The answer of the Rust API to a line, under the built-in law.
///
/// # Panics
///
/// If the kind is not one of [`KINDS`], or a column does not belong to it.
pub fn outcome(kind: &str, line: Line<'_>) -> Outcome {
    answer(Law::BUILT_IN, kind, line)
}

/// The answer of the Rust API to a line, under a law.
///
/// # Panics
///
/// If the kind is not one of [`KINDS`], or a column does not belong to it.
pub fn answer(law: Law<'_>, kind: &str, line: Line<'_>) -> Outcome {
    let of: Kind = match kind {
        "assess" => assess,
        "plan" => plan,
        "terms" => terms,
        "registration" => registration,
        "stay" => stays,
        "country" => country,
        "iin" => iin,
        "calendar" => calendar,
        "clock" => clock,
        _ => panic!("no vectors of the kind {kind}"),
    };
    match of(law, line) {
        // A case is shown even if an event was rejected, so the status is one of the answers.
        Ok(mut answers) => {
            let status = answers.remove("status").filter(|text| !text.is_empty());
            Outcome::new(status.unwrap_or_else(|| "ok".into()), answers)
        }
        Err(status) => Outcome::new(status, None::<(&str, String)>),
    }
}

/// The answers: the columns without their `=`. A missing one is empty.
type Answers = BTreeMap<&'static str, String>;
/// The answers, or the status of the error.
type Answered = Result<Answers, String>;

fn given_day(line: Line<'_>, column: &str) -> Result<Day, String> {
    day(line.text(column)).ok_or_else(|| bad(column))
}

fn maybe<T>(
    line: Line<'_>,
    column: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, String> {
    match line.text(column) {
        "" => Ok(None),
        text => read(text).map(Some).ok_or_else(|| bad(column)),
    }
}

fn bad(column: &str) -> String {
    format!("bad_{column}")
}

fn status(error: Error) -> String {
    error.name().to_owned()
}

fn number(text: &str) -> Option<u16> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

fn cell(value: Option<impl Display>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn date(day: Option<impl Debug>) -> String {
    day.map_or_else(String::new, |day| format!("{day:?}"))
}

fn joined<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> String {
    let names: Vec<String> = names
        .into_iter()
        .map(|name| name.as_ref().to_owned())
        .collect();
    names.join("|")
}

fn ids<'a>(law: Law<'a>, list: impl IntoIterator<Item = Provision>) -> Vec<&'a str> {
    let id = |provision| {
        law.provision(provision)
            .expect("a provision of the law")
            .id()
    };
    list.into_iter().map(id).collect()
}

/// The facts of a line, the decision date, and the settings.
pub(crate) fn person(law: Law<'_>, line: Line<'_>) -> Result<(Day, Facts, Settings), String> {
    let mut person = Person::default();
    for (column, text) in line.inputs() {
        let wrong = || bad(column);
        macro_rules! fact {
            ($kind:ident $fact:ident) => {
                person.facts = person
                    .facts
                    .$fact($kind::from_name(text).ok_or_else(wrong)?)
            };
        }
        match column {
            _ if text.is_empty() && column != "on" => {}
            "location" => fact!(Location location),
            "may_enter" => fact!(Answer may_enter),
            "has_iin" => fact!(Answer has_iin),
            "mission_in_pilot" => fact!(Answer mission_in_pilot),
            "mission_takes_fingerprints" => fact!(Answer mission_takes_fingerprints),
            "passport_in_foreign_language" => fact!(Answer passport_in_foreign_language),
            // Only tickets have it.
            "identifier" => {}
            _ if cases::INPUTS.contains(&column) => {
                person.tell(law, column, text).ok_or_else(wrong)?;
            }
            _ => panic!("no column `{column}` is known"),
        }
    }
    let on = person.on.ok_or_else(|| bad("on"))?;
    Ok((on, person.facts, person.settings))
}

fn assess(law: Law<'_>, line: Line<'_>) -> Answered {
    let (on, facts, settings) = person(law, line)?;
    let found = law.assess(on, &facts, settings).map_err(status)?;
    let mut basis = ids(law, found.basis());
    basis.sort_unstable();
    Ok(Answers::from([
        (
            "obligations",
            joined(found.possible.iter().map(|value| value.name())),
        ),
        ("basis", joined(basis)),
        ("ask", cell(found.ask)),
        ("relevant", joined(found.relevant.iter().map(Fact::name))),
        ("holds_until", date(found.holds_until)),
        (
            "conflict",
            joined(ids(law, found.conflict().into_iter().flatten())),
        ),
        ("cautions", joined(ids(law, found.cautions()))),
        ("law", found.law_known.name().into()),
    ]))
}

fn plan(law: Law<'_>, line: Line<'_>) -> Answered {
    let (on, facts, settings) = person(law, line)?;
    let plan = law.plan(on, &facts, settings).map_err(status)?;
    Ok(Answers::from([
        ("verdict", plan.verdict.name().into()),
        ("steps", joined(plan.steps().map(|step| step.step.name()))),
        (
            "blocked",
            joined(plan.blocked.iter().map(|goal| goal.name())),
        ),
        ("basis", joined(ids(law, plan.basis()))),
        ("ask", cell(plan.ask)),
        (
            "ways_out",
            joined(plan.ways_out.iter().map(VisaChannel::name)),
        ),
        ("cautions", joined(ids(law, plan.cautions()))),
        ("law", plan.law_known.name().into()),
    ]))
}

fn treaty(text: &str) -> Option<Treaty> {
    Some(match text {
        "" => Treaty::Unknown,
        "none" => Treaty::None,
        "exempt" => Treaty::Exempt,
        days => Treaty::Days(number(days)?),
    })
}

/// The Rust API's answer to a line of terms, and the decision date.
pub(crate) fn term(law: Law<'_>, line: Line<'_>) -> Result<(TermAnswer, Day), String> {
    let kind = Term::from_name(line.text("kind")).ok_or_else(|| bad("kind"))?;
    let (from, on) = (given_day(line, "from")?, given_day(line, "on")?);
    let question = TermQuestion::from(from)
        .on(on)
        .week(maybe(line, "week", Week::from_name)?.unwrap_or_default())
        .treaty(treaty(line.text("treaty")).ok_or_else(|| bad("treaty"))?)
        .stay_regime(maybe(line, "stay_regime", StayRegime::from_name)?)
        .standing(maybe(line, "standing", Standing::from_name)?)
        .arrived_to_live(
            maybe(line, "arrived_to_live", Answer::from_name)?.map(|yes| yes == Answer::Yes),
        )
        .stay_until(maybe(line, "stay_until", day)?);
    let answer = law.term(kind, &question, &law.calendar());
    Ok((answer.map_err(status)?, on))
}

fn terms(law: Law<'_>, line: Line<'_>) -> Answered {
    let (answer, on) = term(law, line)?;
    let in_force = answer.outcome != TermOutcome::NotInForce;
    let window = answer.window();
    let note = match window {
        _ if !in_force => "not_in_force",
        Some(window) if window.transitional => "transitional",
        _ => "",
    };
    Ok(Answers::from([
        ("covered", cell(answer.covered.filter(|_| in_force))),
        ("note", note.into()),
        ("strict", date(window.map(|window| window.strict))),
        ("lenient", date(window.map(|window| window.lenient))),
        ("state", cell(window.map(|window| window.state(on)))),
        ("days_left", cell(window.map(|window| window.days_left(on)))),
        ("days_late", cell(window.map(|window| window.days_late(on)))),
        ("certainty", cell(window.map(|window| window.certainty))),
        ("cautions", joined(ids(law, answer.cautions))),
        ("law", answer.law.name().into()),
    ]))
}

/// Reads a script: events joined with `;`.
pub fn read_script(text: &str) -> Option<Vec<Event>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    text.split(';').map(event).collect()
}

/// An event of a script: `submit@2026-07-10/full-host/house`, `move@2026-08-01`.
fn event(text: &str) -> Option<Event> {
    let (kind, rest) = text.split_once('@')?;
    let kind = EventKind::from_name(kind)?;
    let (on, rest) = rest
        .split_once('/')
        .map_or((rest, None), |(on, rest)| (on, Some(rest)));
    let on = day(on)?;
    // Only these two have more than their day.
    let says_more = matches!(kind, EventKind::Submit | EventKind::StayExtended);
    if rest.is_some() != says_more {
        return None;
    }
    Some(match kind {
        EventKind::Submit => {
            let (items, place) = rest?.split_once('/')?;
            let mut missing = items.strip_prefix("full")?.split('-');
            missing.next().filter(|before| before.is_empty())?;
            let mut data = DataItem::set(DataItem::ALL);
            for item in missing {
                data = data.difference(DataItem::from_name(item)?.into());
            }
            if place.contains('/') {
                return None;
            }
            let place = PlaceOfStay::from_name(place);
            Event::Submit { on, data, place }
        }
        EventKind::StayExtended => Event::StayExtended {
            on,
            until: day(rest?)?,
        },
        EventKind::HostConfirms => Event::HostConfirms { on },
        EventKind::HostDeclines => Event::HostDeclines { on },
        EventKind::DataFoundFalse => Event::DataFoundFalse { on },
        EventKind::Move => Event::Move { on },
        EventKind::Departs => Event::Departs { on },
    })
}

/// The arrival of a line's case, and its events.
pub(crate) fn case(line: Line<'_>) -> Result<(Arrival, Vec<Event>), String> {
    let arrived = given_day(line, "arrived_on")?;
    let stay_until = maybe(line, "stay_until", day)?;
    let treaty = treaty(line.text("treaty")).ok_or_else(|| bad("treaty"))?;
    let week = maybe(line, "week", Week::from_name)?.unwrap_or_default();
    let arrival = Arrival::on(arrived).stay_until(stay_until).week(week);
    let arrival = match treaty {
        Treaty::Unknown => arrival,
        Treaty::None => arrival.no_treaty(),
        Treaty::Days(days) => arrival.treaty_days(days),
        Treaty::Exempt => return Err(bad("treaty")),
    };
    let script = read_script(line.text("script")).ok_or_else(|| bad("script"))?;
    Ok((arrival, script))
}

fn registration(law: Law<'_>, line: Line<'_>) -> Answered {
    let (arrival, script) = case(line)?;
    let mut case = Case::new(arrival).map_err(status)?;
    let mut wrong = None;
    for event in script {
        match case.apply(law, event) {
            Ok(after) => case = after,
            Err(rejection) => {
                wrong = Some(rejection.error());
                break;
            }
        }
    }
    let window = case.window(law, &law.calendar());
    let wrong = wrong.or(window.as_ref().err().copied());
    let mut answers = Answers::from([("status", cell(wrong.map(Error::name)))]);
    answers.extend(case_columns(&case, window));
    Ok(answers)
}

/// The columns of registration.csv after the status.
pub fn case_columns(
    case: &Case,
    window: Result<Option<Window>, Error>,
) -> [(&'static str, String); 7] {
    let window = window.ok().flatten();
    [
        ("state", case.state().name().into()),
        ("ground", cell(case.finding())),
        ("registrations", case.registrations().to_string()),
        ("deregistered_on", date(case.deregistered_on())),
        ("stay_until", date(case.stay_until())),
        ("strict", date(window.as_ref().map(|window| window.strict))),
        ("lenient", date(window.map(|window| window.lenient))),
    ]
}

fn stays(_: Law<'_>, line: Line<'_>) -> Answered {
    let on = given_day(line, "on")?;
    let rule = StayRule {
        per_entry: maybe(line, "per_entry", number)?,
        total: maybe(line, "total", number)?,
        window: maybe(line, "window", number)?,
    };
    let one = |text: &str| {
        let (entered, left) = text.split_once('/')?;
        let left = if left.is_empty() {
            None
        } else {
            Some(day(left)?)
        };
        Some(Stay {
            entered: day(entered)?,
            left,
        })
    };
    let stays = maybe(line, "stays", |text| {
        text.split(';').map(one).collect::<Option<Vec<Stay>>>()
    })?;
    let answer = stay(rule, &stays.unwrap_or_default(), on).map_err(status)?;
    let last = |last| match last {
        None => String::new(),
        Some(LastDay::Never) => "never".into(),
        Some(LastDay::Unlimited) => "unlimited".into(),
        Some(LastDay::Day(day)) => format!("{day:?}"),
    };
    Ok(Answers::from([
        ("state", answer.state.name().into()),
        ("used_strict", answer.used_strict.to_string()),
        ("used_lenient", answer.used_lenient.to_string()),
        ("last_strict", last(answer.last_strict)),
        ("last_lenient", last(answer.last_lenient)),
        ("next_entry", date(answer.next_entry)),
    ]))
}

fn country(law: Law<'_>, line: Line<'_>) -> Answered {
    let on = given_day(line, "on")?;
    let country = Country::parse(line.text("country").as_bytes()).map_err(status)?;
    let answer = law.country(country, on);
    Ok(Answers::from([
        ("pilot", cell(answer.pilot)),
        ("stay_regime", cell(answer.stay_regime)),
        ("per_entry", cell(answer.stay.per_entry)),
        ("total", cell(answer.stay.total)),
        ("window", cell(answer.stay.window)),
        ("treaty", cell(answer.treaty)),
        ("provisions", joined(ids(law, answer.provisions))),
    ]))
}

fn iin(_: Law<'_>, line: Line<'_>) -> Answered {
    let hint = Iin::parse(line.text("iin").as_bytes())
        .map_err(status)?
        .hint();
    Ok(Answers::from([
        ("birth", date(hint.map(|hint| hint.birth))),
        ("sex", cell(hint.map(|hint| hint.sex))),
    ]))
}

fn calendar(law: Law<'_>, line: Line<'_>) -> Answered {
    let week = Week::from_name(line.text("week")).ok_or_else(|| bad("week"))?;
    let date = given_day(line, "date")?;
    let working = law.calendar().is_working_day(date, week).map_err(status)?;
    let certainty = law.calendar().certainty(date).map_err(status)?;
    Ok(Answers::from([
        ("working", cell(Set::<Answer>::from(working).single())),
        ("certainty", certainty.name().into()),
    ]))
}

fn clock(law: Law<'_>, line: Line<'_>) -> Answered {
    let text = line.text("unix");
    let digits = text.strip_prefix('-').unwrap_or(text);
    let digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let unix = digits
        .then(|| text.parse().ok())
        .flatten()
        .ok_or_else(|| bad("unix"))?;
    let zone = Zone::from_name(line.text("zone")).ok_or_else(|| bad("zone"))?;
    let day = law.local_date(unix, zone).map_err(status)?;
    Ok(Answers::from([("date", date(Some(day)))]))
}

/// Words joined as in a cell.
pub(crate) fn list(items: impl IntoIterator<Item = impl Display>) -> String {
    let words: Vec<_> = items.into_iter().map(|item| item.to_string()).collect();
    words.join("|")
}

pub(crate) fn yes_or_no(yes: bool) -> String {
    Answer::from(yes).to_string()
}

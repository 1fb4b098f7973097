//! The registration case through the Rust API: a line of the vectors, and the events of the naive model as the API's.

use kz_rules_core::{
    Arrival, Calendar, Case, CaseState, CertificateField, DataItem, Error, Event, EventKind,
    PlaceOfStay, Week,
};

use crate::naive::registration::{self as naive, Kind, read_script};
use crate::naive::{parse_date, print_date};
use crate::vectors::{Line, Outcome};

/// What the Rust API makes of a line: with an error the results show the case after the last event that it took.
///
/// # Panics
///
/// If a column is none of registration.csv's.
pub fn outcome(line: Line<'_>) -> Outcome {
    let none = |status: String| Outcome::new(status, None::<(&str, String)>);
    let (arrival, events) = match read(line) {
        Ok(question) => question,
        Err(status) => return none(status),
    };
    let mut case = match Case::new(arrival) {
        Ok(case) => case,
        Err(error) => return none(error.word().into()),
    };
    let mut status = "ok";
    for event in &events {
        match case.apply(event_of(event)) {
            Ok(next) => case = next,
            Err(rejection) => {
                status = rejection.error().word();
                break;
            }
        }
    }
    let window = case.window(&Calendar::KAZAKHSTAN);
    if let (Err(error), "ok") = (&window, status) {
        status = error.word();
    }
    Outcome::new(status, columns(&case, window))
}

/// The columns after the status.
pub fn columns(
    case: &Case,
    window: Result<Option<kz_rules_core::Window>, Error>,
) -> Vec<(&'static str, String)> {
    let window = window.ok().flatten();
    let day = |day: Option<_>| day.map(print_date).unwrap_or_default();
    vec![
        ("state", case.state().word().into()),
        (
            "ground",
            case.refusal()
                .map(|refusal| refusal.word())
                .unwrap_or_default()
                .into(),
        ),
        ("registrations", case.registrations().to_string()),
        ("deregistered_on", day(case.deregistered_on())),
        ("strict", day(window.as_ref().map(|window| window.strict))),
        ("lenient", day(window.as_ref().map(|window| window.lenient))),
    ]
}

/// How the case begins, and what happens.
pub(crate) fn read(line: Line<'_>) -> Result<(Arrival, Vec<naive::Event>), String> {
    let (mut arrived_on, mut events) = (None, Vec::new());
    let mut told: Vec<Box<dyn Fn(Arrival) -> Arrival>> = Vec::new();
    for (name, text) in line.inputs() {
        let bad = || format!("bad_{name}");
        match name {
            "arrived_on" => arrived_on = Some(parse_date(text).ok_or_else(bad)?),
            "script" => events = read_script(text).ok_or_else(bad)?,
            "stay_until" | "treaty" | "week" if text.is_empty() => {}
            "stay_until" => {
                let last = parse_date(text).ok_or_else(bad)?;
                told.push(Box::new(move |arrival| arrival.stay_until(last)));
            }
            "treaty" if text == "none" => told.push(Box::new(Arrival::no_treaty)),
            "treaty" => {
                let plain = text.bytes().all(|byte| byte.is_ascii_digit());
                let days = plain.then(|| text.parse().ok()).flatten().ok_or_else(bad)?;
                told.push(Box::new(move |arrival| arrival.treaty_days(days)));
            }
            "week" => {
                let week = Week::from_word(text).ok_or_else(bad)?;
                told.push(Box::new(move |arrival| arrival.week(week)));
            }
            _ => panic!("registration has no column {name}"),
        }
    }
    let arrival = Arrival::on(arrived_on.ok_or("bad_arrived_on")?);
    Ok((
        told.iter().fold(arrival, |arrival, tell| tell(arrival)),
        events,
    ))
}

/// The fields of a certificate that are given as texts, in the order of the annex: all but the term
/// of stay.
pub fn certificate_texts() -> impl Iterator<Item = CertificateField> {
    let all = CertificateField::ALL.iter().copied();
    all.filter(|field| *field != CertificateField::Stay)
}

/// An event of the naive model as the API's.
pub fn event_of(event: &naive::Event) -> Event {
    let on = event.on;
    let stated = |item: &DataItem| {
        !event
            .missing
            .iter()
            .any(|missing| missing.word() == item.word())
    };
    match event.kind {
        Kind::Submit => Event::Submit {
            on,
            data: DataItem::ALL.iter().copied().filter(stated).collect(),
            place: event
                .place
                .map(|place| PlaceOfStay::from_word(place.word()).expect("the same places")),
        },
        Kind::HostConfirms => Event::HostConfirms { on },
        Kind::HostDeclines => Event::HostDeclines { on },
        Kind::DataFoundFalse => Event::DataFoundFalse { on },
        Kind::Move => Event::Move { on },
    }
}

/// How a case of the naive model begins, as the API says it.
pub fn arrival_of(arrival: &naive::Arrival) -> Arrival {
    let begins = Arrival::on(arrival.on)
        .stay_until(arrival.stay_until)
        .week(arrival.week);
    match arrival.treaty_days {
        Some(days) => begins.treaty_days(days),
        None => begins.no_treaty(),
    }
}

/// The same kind of event.
pub fn kind_of(kind: Kind) -> EventKind {
    EventKind::from_word(kind.word()).expect("the same kinds")
}

/// The same state.
pub fn state_of(state: naive::State) -> CaseState {
    CaseState::from_word(state.word()).expect("the same states")
}

//! The vectors of registration cases.

use std::borrow::ToOwned;
use std::string::{String, ToString};
use std::vec::Vec;

use super::*;
use crate::base::error::Error;
use crate::base::set::Set;
use crate::deadline::for_other_laws;
use crate::law::{Law, Week};
use crate::vectors::{self, Vector};

/// The event that a piece of a script describes.
pub(super) fn event(text: &str) -> Option<Event> {
    let (kind, rest) = text.split_once('@')?;
    let (on, rest) = match rest.split_once('/') {
        Some((on, rest)) => (on, Some(rest)),
        None => (rest, None),
    };
    let on = vectors::day(on)?;
    Some(match (EventKind::from_name(kind)?, rest) {
        (EventKind::Submit, Some(rest)) => {
            let (items, place) = rest.split_once('/')?;
            let mut items = items.split('-');
            if items.next() != Some("full") {
                return None;
            }
            let missing: Option<Set<DataItem>> = items.map(DataItem::from_name).collect();
            let missing = missing?;
            let stated = |item: &DataItem| !missing.contains(*item);
            Event::Submit {
                on,
                data: DataItem::ALL.iter().copied().filter(stated).collect(),
                place: PlaceOfStay::from_name(place),
            }
        }
        (EventKind::StayExtended, Some(until)) => Event::StayExtended {
            on,
            until: vectors::day(until)?,
        },
        (EventKind::HostConfirms, None) => Event::HostConfirms { on },
        (EventKind::HostDeclines, None) => Event::HostDeclines { on },
        (EventKind::DataFoundFalse, None) => Event::DataFoundFalse { on },
        (EventKind::Move, None) => Event::Move { on },
        (EventKind::Departs, None) => Event::Departs { on },
        _ => return None,
    })
}

/// The status, and the other results.
fn answer(law: Law<'_>, vector: &Vector) -> Result<(String, [String; 7]), String> {
    let mut arrival = Arrival::on(vector.day("arrived_on")?);
    if !vector.get("stay_until").is_empty() {
        arrival = arrival.stay_until(vector.day("stay_until")?);
    }
    arrival = match vector.get("treaty") {
        "" => arrival,
        "none" => arrival.no_treaty(),
        _ => arrival.treaty_days(vector.number("treaty")?.unwrap_or_default()),
    };
    if !vector.get("week").is_empty() {
        let week = Week::from_name(vector.get("week"));
        arrival = arrival.week(week.ok_or_else(|| vectors::bad("week"))?);
    }
    let script = vector.get("script");
    let events: Option<Vec<Event>> = match script {
        "" => Some(Vec::new()),
        script => script.split(';').map(event).collect(),
    };
    let events = events.ok_or_else(|| vectors::bad("script"))?;
    let mut case = Case::new(arrival).map_err(vectors::status)?;
    let mut error: Option<Error> = None;
    for event in events {
        match case.apply(law, event) {
            Ok(next) => case = next,
            Err(rejection) => {
                error = Some(rejection.error());
                break;
            }
        }
        assert_eq!(Case::from_bytes(&case.to_bytes()), Ok(case));
    }
    let window = case.window(law, &law.calendar());
    let status = error.or(window.as_ref().err().copied());
    let window = window.unwrap_or_default();
    assert_eq!(case.refusal(law).is_some(), case.finding().is_some());
    Ok((
        status.map_or("ok".to_owned(), vectors::status),
        [
            case.state().to_string(),
            vectors::cell(case.finding()),
            case.registrations().to_string(),
            vectors::day_cell(case.deregistered_on()),
            vectors::day_cell(case.stay_until()),
            vectors::day_cell(window.as_ref().map(|window| window.strict)),
            vectors::day_cell(window.as_ref().map(|window| window.lenient)),
        ],
    ))
}

const COLUMNS: [&str; 7] = [
    "=state",
    "=ground",
    "=registrations",
    "=deregistered_on",
    "=stay_until",
    "=strict",
    "=lenient",
];

fn check(law: Law<'_>, file: &str) {
    for vector in vectors::read(file) {
        let id = vector.get("id");
        let (status, results) = match answer(law, &vector) {
            Ok(answer) => answer,
            Err(status) => (status, Default::default()),
        };
        assert_eq!(status, vector.get("=status"), "{id}");
        for (column, result) in COLUMNS.iter().zip(results) {
            assert_eq!(result, vector.get(column), "{id} {column}");
        }
    }
}

#[test]
fn the_built_in_law_gives_what_the_vectors_say() {
    check(Law::BUILT_IN, "registration.csv");
}

#[test]
fn laws_with_other_terms_give_what_their_vectors_say() {
    for_other_laws(|name, law| check(law, &std::format!("laws/{name}/registration.csv")));
}

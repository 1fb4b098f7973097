//! Lines of registration.csv.

use super::term::treaty;
use super::{Results, maybe, or_none, status, week, written};
use crate::calendar::Week;
use crate::facts::place;
use crate::law::Law;
use crate::page::parse_date;
use crate::registration::{Case, Event, ITEMS, PLACES, State};
use crate::term::Treaty;
use time::Date;

#[derive(Default)]
pub(super) struct CaseLine {
    arrived_on: Option<Date>,
    stay_until: Option<Date>,
    treaty: Treaty,
    week: Week,
    script: Vec<(Event, Date)>,
}

fn event(text: &str) -> Option<(Event, Date)> {
    let (name, rest) = text.split_once('@')?;
    let mut parts = rest.split('/');
    let day = parse_date(parts.next()?)?;
    let event = match name {
        "submit" => {
            let items = submitted(parts.next()?)?;
            Event::Submit(items, PLACES.contains(&parts.next()?))
        }
        "host_confirms" => Event::HostConfirms,
        "host_declines" => Event::HostDeclines,
        "data_found_false" => Event::DataFoundFalse,
        "move" => Event::Move,
        "stay_extended" => Event::StayExtended(parse_date(parts.next()?)?),
        "departs" => Event::Departs,
        _ => return None,
    };
    parts.next().is_none().then_some((event, day))
}

/// `full`, with `-item` for each missing one.
fn submitted(text: &str) -> Option<u8> {
    let mut words = text.split('-');
    let mut items = 0b111_1111;
    if words.next()? != "full" {
        return None;
    }
    for item in words {
        items &= !(1 << place(&ITEMS, item)?);
    }
    Some(items)
}

pub(super) fn read_case(line: &mut CaseLine, name: &str, text: &str) -> Option<()> {
    match name {
        "arrived_on" => line.arrived_on = Some(parse_date(text)?),
        "stay_until" => line.stay_until = or_none(text, parse_date)?,
        "treaty" => line.treaty = treaty(text).filter(|treaty| *treaty != Treaty::Exempt)?,
        "week" => line.week = or_none(text, week)?.unwrap_or_default(),
        "script" if text.is_empty() => {}
        "script" => line.script = text.split(';').map(event).collect::<Option<_>>()?,
        _ => return None,
    }
    Some(())
}

pub(super) fn case_line(law: &Law, line: &CaseLine) -> Result<Results, String> {
    let arrived_on = line.arrived_on.ok_or("bad_arrived_on")?;
    let mut case =
        Case::new(arrived_on, line.stay_until, line.treaty, line.week).map_err(status)?;
    let mut wrong = None;
    for (event, day) in &line.script {
        wrong = case.event(law, *event, *day).err();
        if wrong.is_some() {
            break;
        }
    }
    let ground = match case.state {
        State::Refused(ground) => ground.word(),
        _ => "",
    };
    let mut results = vec![
        ("state", case.state.word().to_string()),
        ("ground", ground.to_string()),
        ("registrations", case.registrations.to_string()),
        ("deregistered_on", maybe(case.deregistered_on)),
        ("stay_until", maybe(case.stay_until)),
    ];
    match case.window(law) {
        Some(Ok(window)) => {
            results.push(("strict", written(window.strict)));
            results.push(("lenient", written(window.lenient)));
        }
        Some(Err(error)) => wrong = wrong.or(Some(error)),
        None => {}
    }
    if let Some(wrong) = wrong {
        results.push(("status", status(wrong)));
    }
    Ok(results)
}

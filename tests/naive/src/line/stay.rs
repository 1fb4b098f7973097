//! Lines of stay.csv.

use super::{Results, maybe, or_none, status, written};
use crate::country::Rule;
use crate::page::{parse_date, parse_number};
use crate::stay::{Last, Stay, stay};
use time::Date;

#[derive(Default)]
pub(super) struct StayLine {
    on: Option<Date>,
    rule: Rule,
    stays: Vec<Stay>,
}

pub(super) fn read_stay(line: &mut StayLine, name: &str, text: &str) -> Option<()> {
    match name {
        "on" => line.on = Some(parse_date(text)?),
        "per_entry" => line.rule.per_entry = or_none(text, parse_number)?,
        "total" => line.rule.total = or_none(text, parse_number)?,
        "window" => line.rule.window = or_none(text, parse_number)?,
        "stays" if text.is_empty() => {}
        "stays" => {
            let one = |text: &str| {
                let (entered, left) = text.split_once('/')?;
                Some((parse_date(entered)?, or_none(left, parse_date)?))
            };
            line.stays = text.split(';').map(one).collect::<Option<_>>()?;
        }
        _ => return None,
    }
    Some(())
}

pub(super) fn stay_line(line: &StayLine) -> Result<Results, String> {
    let on = line.on.ok_or("bad_on")?;
    let answer = stay(&line.rule, &line.stays, on).map_err(status)?;
    let last = |at: usize| match answer.last.map(|lasts| lasts[at]) {
        None => String::new(),
        Some(Last::Never) => "never".to_string(),
        Some(Last::Unlimited) => "unlimited".to_string(),
        Some(Last::Day(day)) => written(day),
    };
    Ok(vec![
        ("state", answer.state.word().to_string()),
        ("used_strict", answer.used[0].to_string()),
        ("used_lenient", answer.used[1].to_string()),
        ("last_strict", last(0)),
        ("last_lenient", last(1)),
        ("next_entry", maybe(answer.next_entry)),
    ])
}

//! Lines of country.csv, iin.csv, calendar.csv and clock.csv.

use super::{Results, certainty, ids, number, status, week, written};
use crate::calendar::Week;
use crate::clock::{ZONES, local_day};
use crate::country::country;
use crate::facts::place;
use crate::iin::iin;
use crate::law::Law;
use crate::page::parse_date;
use time::Date;

/// A line of one of the files with a day, a code or a number to look up.
#[derive(Default)]
pub(super) struct DayLine {
    date: Option<Date>,
    text: String,
    week: Week,
    unix: i64,
    zone: usize,
}

pub(super) fn read_day(line: &mut DayLine, name: &str, text: &str) -> Option<()> {
    match name {
        "on" | "date" => line.date = Some(parse_date(text)?),
        "country" | "iin" => line.text = text.to_string(),
        "week" => line.week = week(text)?,
        "unix" => {
            let digits = text.strip_prefix('-').unwrap_or(text);
            let readable = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            line.unix = text.parse().ok().filter(|_| readable)?;
        }
        "zone" => line.zone = place(&ZONES, text)?.into(),
        _ => return None,
    }
    Some(())
}

pub(super) fn country_line(law: &Law, line: &DayLine) -> Result<Results, String> {
    let on = line.date.ok_or("bad_on")?;
    let about = country(law, &line.text, on).map_err(status)?;
    let stay = about.stay.unwrap_or_default();
    let regime = match (about.stay, about.up_to_90) {
        (None, _) => "",
        (Some(_), true) => "up_to_90",
        (Some(_), false) => "other",
    };
    Ok(vec![
        ("pilot", if about.pilot { "yes" } else { "" }.to_string()),
        ("stay_regime", regime.to_string()),
        ("per_entry", number(stay.per_entry)),
        ("total", number(stay.total)),
        ("window", number(stay.window)),
        ("treaty", number(about.treaty)),
        ("provisions", ids(law, &about.provisions)),
    ])
}

pub(super) fn iin_line(line: &DayLine) -> Result<Results, String> {
    let Some(hint) = iin(&line.text).map_err(status)? else {
        return Ok(Vec::new());
    };
    let sex = if hint.male { "male" } else { "female" };
    Ok(vec![
        ("birth", written(hint.birth)),
        ("sex", sex.to_string()),
    ])
}

pub(super) fn calendar_line(law: &Law, line: &DayLine) -> Result<Results, String> {
    let date = line.date.ok_or("bad_date")?;
    let day = law.calendars[line.week as usize]
        .day(date)
        .map_err(status)?;
    let working = if day.working { "yes" } else { "no" };
    Ok(vec![
        ("working", working.to_string()),
        ("certainty", certainty(day.projected)),
    ])
}

pub(super) fn clock_line(law: &Law, line: &DayLine) -> Result<Results, String> {
    let day = local_day(law, line.unix, line.zone).map_err(status)?;
    Ok(vec![("date", written(day))])
}

//! Turns a line of a vector file into its results: section 11.

mod case;
mod lookup;
mod person;
mod stay;
mod term;

use crate::Wrong;
use crate::calendar::Week;
use crate::law::Law;
use case::{CaseLine, case_line, read_case};
use lookup::{DayLine, calendar_line, clock_line, country_line, iin_line, read_day};
use person::{assess_line, person, plan_line, read_person};
use stay::{StayLine, read_stay, stay_line};
use term::{TermLine, read_term, term_line};
use time::Date;

/// The results of a line, each with the name of its column without the `=`. A column that is not named is empty.
pub type Results = Vec<(&'static str, String)>;

/// Answers a line of the file `kind`.csv.
pub fn answer(law: &Law, kind: &str, header: &[&str], record: &[&str]) -> Results {
    let columns = || {
        let both = header.iter().zip(record);
        both.map(|(name, text)| (*name, *text))
            .filter(|(name, _)| *name != "id" && !name.starts_with('='))
    };
    let results =
        match kind {
            "assess" => read(columns(), person(), read_person(law))
                .and_then(|facts| assess_line(law, &facts)),
            "plan" => {
                read(columns(), person(), read_person(law)).and_then(|facts| plan_line(law, &facts))
            }
            "terms" => read(columns(), TermLine::default(), read_term)
                .and_then(|line| term_line(law, &line)),
            "registration" => read(columns(), CaseLine::default(), read_case)
                .and_then(|line| case_line(law, &line)),
            "stay" => {
                read(columns(), StayLine::default(), read_stay).and_then(|line| stay_line(&line))
            }
            "country" => read(columns(), DayLine::default(), read_day)
                .and_then(|line| country_line(law, &line)),
            "iin" => read(columns(), DayLine::default(), read_day).and_then(|line| iin_line(&line)),
            "calendar" => read(columns(), DayLine::default(), read_day)
                .and_then(|line| calendar_line(law, &line)),
            "clock" => read(columns(), DayLine::default(), read_day)
                .and_then(|line| clock_line(law, &line)),
            _ => Err(format!("no file {kind}")),
        };
    match results {
        Ok(mut results) => {
            if results.iter().all(|(name, _)| *name != "status") {
                results.push(("status", "ok".to_string()));
            }
            results
        }
        Err(status) => vec![("status", status)],
    }
}

/// The results for a line, or the status of the first column that cannot be read.
fn read<'a, T>(
    columns: impl Iterator<Item = (&'a str, &'a str)>,
    mut line: T,
    mut read: impl FnMut(&mut T, &str, &str) -> Option<()>,
) -> Result<T, String> {
    for (name, text) in columns {
        read(&mut line, name, text).ok_or_else(|| format!("bad_{name}"))?;
    }
    Ok(line)
}

fn status(wrong: Wrong) -> String {
    wrong.word().to_string()
}

/// An empty text is none; another must be readable.
fn or_none<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() {
        return Some(None);
    }
    read(text).map(Some)
}

fn week(text: &str) -> Option<Week> {
    match text {
        "five" => Some(Week::Five),
        "six" => Some(Week::Six),
        _ => None,
    }
}

fn written(date: Date) -> String {
    let (year, month, day) = date.to_calendar_date();
    format!("{year:04}-{:02}-{day:02}", month as u8)
}

fn maybe(date: Option<Date>) -> String {
    date.map_or(String::new(), written)
}

fn number(number: Option<u16>) -> String {
    number.map_or(String::new(), |number| number.to_string())
}

fn ids(law: &Law, provisions: &[u8]) -> String {
    let ids: Vec<_> = provisions
        .iter()
        .map(|provision| law.id(*provision))
        .collect();
    ids.join("|")
}

/// The words for the places in a set, in order.
fn named(set: u32, word: impl Fn(usize) -> &'static str) -> String {
    let places = (0..32).filter(|at| set & (1 << at) != 0);
    places.map(word).collect::<Vec<_>>().join("|")
}

fn law_word(known: bool) -> String {
    if known { "known" } else { "assumed" }.to_string()
}

fn certainty(projected: bool) -> String {
    if projected { "projected" } else { "published" }.to_string()
}

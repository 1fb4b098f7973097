//! Lines of terms.csv.

use super::{Results, certainty, ids, law_word, or_none, status, week, written};
use crate::calendar::Week;
use crate::condition::TERM_FACTS;
use crate::facts::{fact, place, value_of};
use crate::law::Law;
use crate::page::{parse_date, parse_number};
use crate::term::{Kind, Question, Treaty, term};
use time::Date;

/// A line of terms.csv; the required cells are set once the line is read.
#[derive(Default)]
pub(super) struct TermLine {
    kind: Option<Kind>,
    from: Option<Date>,
    on: Option<Date>,
    week: Week,
    treaty: Treaty,
    stay_regime: Option<u8>,
    standing: Option<u8>,
    arrived_to_live: Option<u8>,
    stay_until: Option<Date>,
}

pub(super) fn treaty(text: &str) -> Option<Treaty> {
    match text {
        "" => Some(Treaty::Unknown),
        "none" => Some(Treaty::None),
        "exempt" => Some(Treaty::Exempt),
        _ => parse_number(text).map(Treaty::Days),
    }
}

pub(super) fn read_term(line: &mut TermLine, name: &str, text: &str) -> Option<()> {
    match name {
        "kind" => {
            line.kind = Some(Kind::ALL.into_iter().find(|kind| kind.word() == text)?);
        }
        "from" => line.from = Some(parse_date(text)?),
        "on" => line.on = Some(parse_date(text)?),
        "week" => line.week = or_none(text, week)?.unwrap_or_default(),
        "treaty" => line.treaty = treaty(text)?,
        "stay_regime" => line.stay_regime = or_none(text, |word| place(TERM_FACTS[1].1, word))?,
        "standing" => line.standing = or_none(text, |word| value_of(fact::STANDING, word))?,
        "arrived_to_live" => {
            line.arrived_to_live = or_none(text, |word| place(TERM_FACTS[0].1, word))?;
        }
        "stay_until" => line.stay_until = or_none(text, parse_date)?,
        _ => return None,
    }
    Some(())
}

pub(super) fn term_line(law: &Law, line: &TermLine) -> Result<Results, String> {
    let missing = |name: &str| format!("bad_{name}");
    let question = Question {
        kind: line.kind.ok_or_else(|| missing("kind"))?,
        from: line.from.ok_or_else(|| missing("from"))?,
        on: line.on.ok_or_else(|| missing("on"))?,
        week: line.week,
        treaty: line.treaty,
        stay_regime: line.stay_regime,
        standing: line.standing,
        arrived_to_live: line.arrived_to_live,
        stay_until: line.stay_until,
    };
    let answer = term(law, &question).map_err(status)?;
    let covered = answer.covered.filter(|_| answer.in_force);
    let covered = covered.map_or("", |covered| TERM_FACTS[3].1[usize::from(covered)]);
    let note = match (answer.in_force, answer.transitional) {
        (false, _) => "not_in_force",
        (true, true) => "transitional",
        (true, false) => "",
    };
    let mut results = vec![
        ("covered", covered.to_string()),
        ("note", note.to_string()),
        ("cautions", ids(law, &answer.cautions)),
        ("law", law_word(answer.known)),
    ];
    if let Some(running) = answer.running {
        results.push(("strict", written(running.window.strict)));
        results.push(("lenient", written(running.window.lenient)));
        results.push(("state", running.state.word().to_string()));
        results.push(("days_left", running.days_left.to_string()));
        results.push(("days_late", running.days_late.to_string()));
        results.push(("certainty", certainty(running.window.projected)));
    }
    Ok(results)
}

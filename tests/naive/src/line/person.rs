//! Lines about a person: assess.csv and plan.csv.

use super::{Results, ids, law_word, maybe, named, or_none, status};
use crate::assess::assess;
use crate::condition::GOALS;
use crate::facts::{Birth, FACTS, Facts, OBLIGATIONS, fact, fact_of, value_of};
use crate::law::Law;
use crate::page::parse_date;
use crate::plan::plan;
use time::Date;

/// A person with no facts given yet; the decision date is always read.
pub(super) fn person() -> Facts {
    Facts::on(Date::MIN)
}

fn birth(text: &str) -> Option<Birth> {
    match text.len() {
        4 => parse_date(&format!("{text}-01-01")).map(|day| Birth::year(day.year())),
        7 => {
            let day = parse_date(&format!("{text}-01"))?;
            Some(Birth::month(day.year(), day.month()))
        }
        _ => parse_date(text).map(Birth::day),
    }
}

/// Names of facts that can be asked for, and of circumstances.
fn declined(text: &str) -> Option<u32> {
    let mut set = 0;
    for name in text.split('|') {
        set |= 1 << fact_of(name).filter(|fact| *fact != fact::HELD_AT_COMMENCEMENT)?;
    }
    Some(set)
}

pub(super) fn read_person(law: &Law) -> impl FnMut(&mut Facts, &str, &str) -> Option<()> {
    |facts, name, text| {
        match name {
            "on" => facts.on = parse_date(text)?,
            "edition" if text.is_empty() => facts.edition = 0,
            "edition" => {
                let mut editions = law.editions.iter();
                facts.edition = editions.position(|edition| edition.name == text)?;
            }
            "birth" => facts.birth = or_none(text, birth)?.unwrap_or(Birth::unknown()),
            "declined" => facts.declined = or_none(text, declined)?.unwrap_or(0),
            _ => {
                let fact = fact_of(name)?;
                let value = or_none(text, |word| value_of(fact, word))?;
                let question = fact.checked_sub(fact::QUESTION_1);
                let has = question.and_then(|question| law.questions.get(question));
                if value.is_some() && has == Some(&false) {
                    return None;
                }
                facts.values[fact] = value;
            }
        }
        Some(())
    }
}

pub(super) fn assess_line(law: &Law, facts: &Facts) -> Result<Results, String> {
    let answer = assess(law, facts).map_err(status)?;
    let fact_name = |fact: usize| FACTS[fact].0;
    let conflict = answer.conflict.map(|row| &law.conflicts[row].provisions);
    Ok(vec![
        (
            "obligations",
            named(answer.obligations.into(), |at| OBLIGATIONS[at]),
        ),
        ("basis", law.ids(answer.basis).join("|")),
        ("ask", answer.ask.map_or("", fact_name).to_string()),
        ("relevant", named(answer.relevant, fact_name)),
        ("holds_until", maybe(answer.holds_until)),
        (
            "conflict",
            conflict.map_or(String::new(), |provisions| ids(law, provisions)),
        ),
        ("cautions", ids(law, &answer.cautions)),
        ("law", law_word(answer.known)),
    ])
}

pub(super) fn plan_line(law: &Law, facts: &Facts) -> Result<Results, String> {
    let answer = plan(law, facts).map_err(status)?;
    let steps = answer.steps.iter();
    let steps: Vec<_> = steps
        .map(|(word, _)| law.step_words[usize::from(*word)].as_str())
        .collect();
    let channels = FACTS[fact::VISA_CHANNEL].1;
    Ok(vec![
        ("verdict", answer.verdict.word().to_string()),
        ("steps", steps.join("|")),
        ("blocked", named(answer.blocked.into(), |at| GOALS[at])),
        ("basis", ids(law, &answer.basis)),
        (
            "ask",
            answer.ask.map_or("", |fact| FACTS[fact].0).to_string(),
        ),
        ("ways_out", named(answer.ways_out.into(), |at| channels[at])),
        ("cautions", ids(law, &answer.cautions)),
        ("law", law_word(answer.known)),
    ])
}

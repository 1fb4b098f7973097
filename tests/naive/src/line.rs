//! A line of a vector file in, its results out: section 11.

use crate::Wrong;
use crate::assess::assess;
use crate::calendar::Week;
use crate::clock::{ZONES, local_day};
use crate::condition::{GOALS, TERM_FACTS};
use crate::country::{Rule, country};
use crate::facts::{Birth, FACTS, Facts, OBLIGATIONS, fact, fact_of, place, value_of};
use crate::iin::iin;
use crate::law::Law;
use crate::page::{parse_date, parse_number};
use crate::plan::plan;
use crate::registration::{Case, Event, ITEMS, PLACES, State};
use crate::stay::{Last, Stay, stay};
use crate::term::{Kind, Question, Treaty, term};
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

/// What a line gives, or the status of the first column that cannot be read.
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

/// The words of the places that are in a set, in order.
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

/// A person of whom nothing is given yet; the decision date is always read.
fn person() -> Facts {
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

/// Names of facts that are asked for and of circumstances.
fn declined(text: &str) -> Option<u32> {
    let mut set = 0;
    for name in text.split('|') {
        set |= 1 << fact_of(name).filter(|fact| *fact != fact::HELD_AT_COMMENCEMENT)?;
    }
    Some(set)
}

fn read_person(law: &Law) -> impl FnMut(&mut Facts, &str, &str) -> Option<()> {
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

fn assess_line(law: &Law, facts: &Facts) -> Result<Results, String> {
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

fn plan_line(law: &Law, facts: &Facts) -> Result<Results, String> {
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

/// A line of terms.csv; what must be given is there once the line is read.
#[derive(Default)]
struct TermLine {
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

fn treaty(text: &str) -> Option<Treaty> {
    match text {
        "" => Some(Treaty::Unknown),
        "none" => Some(Treaty::None),
        "exempt" => Some(Treaty::Exempt),
        _ => parse_number(text).map(Treaty::Days),
    }
}

fn read_term(line: &mut TermLine, name: &str, text: &str) -> Option<()> {
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

fn term_line(law: &Law, line: &TermLine) -> Result<Results, String> {
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

#[derive(Default)]
struct CaseLine {
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

fn read_case(line: &mut CaseLine, name: &str, text: &str) -> Option<()> {
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

fn case_line(law: &Law, line: &CaseLine) -> Result<Results, String> {
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

#[derive(Default)]
struct StayLine {
    on: Option<Date>,
    rule: Rule,
    stays: Vec<Stay>,
}

fn read_stay(line: &mut StayLine, name: &str, text: &str) -> Option<()> {
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

fn stay_line(line: &StayLine) -> Result<Results, String> {
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

/// A line of one of the files that have a day, a code or a number to look up.
#[derive(Default)]
struct DayLine {
    date: Option<Date>,
    text: String,
    week: Week,
    unix: i64,
    zone: usize,
}

fn read_day(line: &mut DayLine, name: &str, text: &str) -> Option<()> {
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

fn country_line(law: &Law, line: &DayLine) -> Result<Results, String> {
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

fn iin_line(line: &DayLine) -> Result<Results, String> {
    let Some(hint) = iin(&line.text).map_err(status)? else {
        return Ok(Vec::new());
    };
    let sex = if hint.male { "male" } else { "female" };
    Ok(vec![
        ("birth", written(hint.birth)),
        ("sex", sex.to_string()),
    ])
}

fn calendar_line(law: &Law, line: &DayLine) -> Result<Results, String> {
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

fn clock_line(law: &Law, line: &DayLine) -> Result<Results, String> {
    let day = local_day(law, line.unix, line.zone).map_err(status)?;
    Ok(vec![("date", written(day))])
}

//! Days of stay without a visa: section 10.

use crate::Wrong;
use crate::country::Rule;
use time::{Date, Duration};

/// A stay: the day of entry, and the day of leaving unless it is going on.
pub type Stay = (Date, Option<Date>);

/// The last lawful day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Last {
    /// Not even the first day is lawful.
    Never,
    /// This day.
    Day(Date),
    /// No day ever is unlawful.
    Unlimited,
}

/// The states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// In time in both readings.
    InTime,
    /// In time only in the lenient reading.
    Contested,
    /// In neither.
    Overstayed,
    /// No stay going on.
    Outside,
    /// No rule.
    Unknown,
}

impl State {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            State::InTime => "in_time",
            State::Contested => "contested",
            State::Overstayed => "overstayed",
            State::Outside => "outside",
            State::Unknown => "unknown",
        }
    }
}

/// An answer; in pairs, the first is strict, the second lenient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The state.
    pub state: State,
    /// Days used.
    pub used: [u32; 2],
    /// The last lawful day of the stay going on.
    pub last: Option<[Last; 2]>,
    /// The first day on which an entry is lawful.
    pub next_entry: Option<Date>,
}

/// Whether a day counts as one of a stay; a stay without an end goes on.
fn counts(stay: Stay, day: Date, lenient: bool) -> bool {
    let began = if lenient { day > stay.0 } else { day >= stay.0 };
    began && stay.1.is_none_or(|left| day <= left)
}

/// Days that count in the days up to and including `last`, each once.
fn days_in(stays: &[Stay], window: u16, last: Date, lenient: bool) -> u32 {
    let days = (0..i64::from(window)).filter_map(|back| last.checked_sub(Duration::days(back)));
    days.filter(|day| stays.iter().any(|stay| counts(*stay, *day, lenient)))
        .count() as u32
}

/// Whether a day of the stay that began on `entered`, and goes on, is within the rule.
fn lawful(rule: &Rule, stays: &[Stay], entered: Date, day: Date, lenient: bool) -> bool {
    let of_stay = (day - entered).whole_days() + i64::from(!lenient);
    let entry = rule.per_entry.is_none_or(|most| of_stay <= i64::from(most));
    let total = match (rule.total, rule.window) {
        (Some(most), Some(window)) => days_in(stays, window, day, lenient) <= most.into(),
        _ => true,
    };
    entry && total
}

fn check(rule: &Rule, stays: &[Stay], on: Date) -> Result<(), Wrong> {
    let numbers = [rule.per_entry, rule.total, rule.window];
    let in_range = numbers
        .iter()
        .flatten()
        .all(|days| (1..=366).contains(days));
    let together = rule.total.is_some() == rule.window.is_some();
    if !in_range || !together || rule.total > rule.window {
        return Err(Wrong::StayRule);
    }
    let ended = stays
        .iter()
        .all(|(entered, left)| left.is_none_or(|left| *entered <= left));
    let in_order = stays
        .windows(2)
        .all(|two| two[0].1.is_some_and(|left| left <= two[1].0));
    if !ended || !in_order {
        return Err(Wrong::StayOrder);
    }
    if stays
        .iter()
        .any(|(entered, left)| left.unwrap_or(*entered) > on)
    {
        return Err(Wrong::StayAfterDecision);
    }
    Ok(())
}

fn used(rule: &Rule, stays: &[Stay], going_on: Option<Date>, on: Date, lenient: bool) -> u32 {
    match (rule.window, going_on) {
        (Some(window), _) => days_in(stays, window, on, lenient),
        (None, Some(entered)) => ((on - entered).whole_days() + i64::from(!lenient)) as u32,
        (None, None) => 0,
    }
}

fn last(rule: &Rule, stays: &[Stay], entered: Date, lenient: bool) -> Last {
    let mut last = Last::Never;
    // After two windows of at most 366 days nothing changes but the days of this entry, at most 366.
    for days in 0..800 {
        let Some(day) = entered.checked_add(Duration::days(days)) else {
            break;
        };
        if !lawful(rule, stays, entered, day, lenient) {
            return last;
        }
        last = Last::Day(day);
    }
    Last::Unlimited
}

fn next_entry(rule: &Rule, stays: &[Stay], on: Date) -> Option<Date> {
    let mut day = on;
    loop {
        let mut with_entry = stays.to_vec();
        with_entry.push((day, None));
        if lawful(rule, &with_entry, day, day, false) {
            return Some(day);
        }
        day = day.next_day()?;
    }
}

/// Counts the days.
pub fn stay(rule: &Rule, stays: &[Stay], on: Date) -> Result<Answer, Wrong> {
    check(rule, stays, on)?;
    let going_on = stays
        .last()
        .filter(|(_, left)| left.is_none())
        .map(|(entered, _)| *entered);
    let mut answer = Answer {
        state: State::Unknown,
        used: [false, true].map(|lenient| used(rule, stays, going_on, on, lenient)),
        last: None,
        next_entry: None,
    };
    if *rule == Rule::default() {
        return Ok(answer);
    }
    let Some(entered) = going_on else {
        answer.state = State::Outside;
        answer.next_entry = next_entry(rule, stays, on);
        return Ok(answer);
    };
    let lasts = [false, true].map(|lenient| last(rule, stays, entered, lenient));
    let in_time = lasts.map(|last| match last {
        Last::Never => false,
        Last::Day(day) => on <= day,
        Last::Unlimited => true,
    });
    answer.last = Some(lasts);
    answer.state = match in_time {
        [true, _] => State::InTime,
        [false, true] => State::Contested,
        [false, false] => State::Overstayed,
    };
    Ok(answer)
}

//! Terms and their windows: section 7.

use crate::Wrong;
use crate::calendar::Week;
use crate::condition::{Condition, TERM_FACTS};
use crate::facts::{bit, fact};
use crate::law::{CARRIERS, Law};
use time::{Date, Duration};

/// The terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Registration after crossing the border.
    Registration,
    /// Registration after a change of address.
    Move,
    /// An IIN through a mission.
    IinMission,
    /// The host's notice.
    Notice,
}

impl Kind {
    /// All, in the order of [`CARRIERS`].
    pub const ALL: [Kind; 4] = [
        Kind::Registration,
        Kind::Move,
        Kind::IinMission,
        Kind::Notice,
    ];

    /// The word.
    pub fn word(self) -> &'static str {
        CARRIERS[self as usize]
    }

    /// Whether the stay matters to it.
    fn knows_stay(self) -> bool {
        matches!(self, Kind::Registration | Kind::Move)
    }
}

/// What is known of a treaty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Treaty {
    /// Not given.
    #[default]
    Unknown,
    /// There is none.
    None,
    /// It exempts.
    Exempt,
    /// It gives so many days.
    Days(u16),
}

impl Treaty {
    /// Days are from 1 to 366.
    pub(crate) fn check(self) -> Result<(), Wrong> {
        match self {
            Treaty::Days(days) if !(1..=366).contains(&days) => Err(Wrong::TreatyDays),
            _ => Ok(()),
        }
    }

    /// The place of its word among the values of `treaty` in [`TERM_FACTS`].
    fn value(self) -> Option<u8> {
        match self {
            Treaty::Unknown => None,
            Treaty::None => Some(0),
            Treaty::Exempt => Some(1),
            Treaty::Days(_) => Some(2),
        }
    }
}

/// A question about a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// The term.
    pub kind: Kind,
    /// The day of the event.
    pub from: Date,
    /// The decision date.
    pub on: Date,
    /// The week.
    pub week: Week,
    /// The treaty; it matters only to registration.
    pub treaty: Treaty,
    /// 0: up to 90 days, 1: other.
    pub stay_regime: Option<u8>,
    /// As in [`crate::facts::FACTS`].
    pub standing: Option<u8>,
    /// Yes is 1.
    pub arrived_to_live: Option<u8>,
    /// The last day of the allowed stay.
    pub stay_until: Option<Date>,
}

/// The places of the values of `covered` in [`TERM_FACTS`].
pub mod covered {
    #![allow(missing_docs, reason = "the names are the words")]
    pub const NO: u8 = 0;
    pub const UNKNOWN: u8 = 1;
    pub const YES: u8 = 2;
}

/// The last days in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// In every reading.
    pub strict: Date,
    /// Acting after it is late in every reading.
    pub lenient: Date,
    /// Whether one of the two is in a projected year.
    pub projected: bool,
}

/// The state of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Before strict.
    Open,
    /// Strict.
    DueToday,
    /// After strict, not after lenient.
    Contested,
    /// After lenient.
    Overdue,
    /// After the allowed stay.
    Barred,
}

impl State {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            State::Open => "open",
            State::DueToday => "due_today",
            State::Contested => "contested",
            State::Overdue => "overdue",
            State::Barred => "barred",
        }
    }
}

/// The window, and the state of the decision date in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// The window.
    pub window: Window,
    /// The state of the decision date.
    pub state: State,
    /// Days to strict; negative after it.
    pub days_left: i64,
    /// Days after lenient.
    pub days_late: i64,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Whether the term is in force.
    pub in_force: bool,
    /// Whether the term covers the person; none if the law has no rows about that.
    pub covered: Option<u8>,
    /// Whether the order is silent: crossed before the rules.
    pub transitional: bool,
    /// The window, if the term is in force and covers the person or may do so.
    pub running: Option<Running>,
    /// The provisions of the cautions, in order.
    pub cautions: Vec<u8>,
    /// Whether the law is known on the decision date.
    pub known: bool,
}

/// The first day of the rules of a term.
pub(crate) fn first_day(law: &Law, kind: Kind) -> Date {
    let provision = law.terms[kind as usize].in_force;
    let from = law.provisions[usize::from(provision)].from;
    from.unwrap_or(Date::MIN)
}

fn later(day: Date, days: i64) -> Result<Date, Wrong> {
    let later = day.checked_add(Duration::days(days));
    later.ok_or(Wrong::CalendarNotCovered)
}

/// A deadline in one reading.
fn deadline(
    law: &Law,
    kind: Kind,
    week: Week,
    from: Date,
    days: u16,
    lenient: bool,
) -> Result<Date, Wrong> {
    let term = &law.terms[kind as usize];
    let calendar = &law.calendars[week as usize];
    let next = if lenient {
        term.lenient_next
    } else {
        term.strict_next
    };
    let first = later(from, next.into())?;
    if !term.working {
        let day = later(first, i64::from(days) - 1)?;
        return if lenient {
            calendar.working_from(day)
        } else {
            Ok(day)
        };
    }
    let mut day = calendar.working_from(first)?;
    for _ in 1..days {
        day = calendar.working_from(later(day, 1)?)?;
    }
    Ok(day)
}

/// What a window is computed from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Event {
    pub(crate) kind: Kind,
    pub(crate) from: Date,
    pub(crate) week: Week,
    pub(crate) treaty: Treaty,
    pub(crate) stay_until: Option<Date>,
    pub(crate) transitional: bool,
}

/// The window of an event.
pub(crate) fn window(law: &Law, event: Event) -> Result<Window, Wrong> {
    let Event {
        kind, from, week, ..
    } = event;
    let days = match event.treaty {
        Treaty::Days(days) if kind == Kind::Registration => days,
        _ => law.terms[kind as usize].days,
    };
    let rules = first_day(law, kind);
    let mut strict = deadline(law, kind, week, from, days, false)?;
    let mut counted_from = from;
    if event.transitional {
        strict = strict.max(rules);
        counted_from = rules;
    }
    let lenient = deadline(law, kind, week, counted_from, days, true)?;
    if let Some(stay) = event.stay_until
        && kind.knows_stay()
        && stay >= from
        && stay >= rules
    {
        strict = strict.min(stay);
    }
    let calendar = &law.calendars[week as usize];
    let projected = calendar.day(strict)?.projected || calendar.day(lenient)?.projected;
    Ok(Window {
        strict,
        lenient,
        projected,
    })
}

impl Question {
    /// The values given, in the order of [`TERM_FACTS`].
    fn given(&self, covered: Option<u8>) -> [Option<u8>; 4] {
        let treaty = match self.kind {
            Kind::Registration => self.treaty.value(),
            _ => None,
        };
        [self.arrived_to_live, self.stay_regime, treaty, covered]
    }

    /// Whether the term covers the person.
    fn covered(&self, law: &Law) -> Option<u8> {
        let rows = law
            .covers
            .iter()
            .filter(|row| row.term == self.kind as usize);
        let mut covered = None;
        for row in rows {
            let given = self.given(None);
            let at = TERM_FACTS.iter().position(|(fact, _)| *fact == row.fact);
            let (value, allowed) = match at {
                // A treaty that is not given counts as none.
                Some(2) => (given[2].or(Some(0)), row.condition.term[2]),
                Some(at) => (given[at], row.condition.term[at]),
                None => (self.standing, standings(&row.condition)),
            };
            let found = match value {
                None => covered::UNKNOWN,
                Some(value) if allowed & (1 << value) == 0 => covered::YES,
                Some(_) if row.no => covered::NO,
                Some(_) => covered::UNKNOWN,
            };
            covered = Some(covered.unwrap_or(covered::YES).min(found));
        }
        covered
    }

    /// The cautions carried on the day that decides whether the term is in force.
    fn cautions(&self, law: &Law, day: Date, covered: Option<u8>) -> Vec<u8> {
        let given = self.given(covered.or(Some(covered::YES)));
        let mut cautions = Vec::new();
        for row in law.carried(self.kind as usize, day) {
            let condition = &row.condition;
            let facts = given.iter().zip(condition.term).zip(TERM_FACTS);
            let fulfilled = facts
                .map(|((value, allowed), (_, words))| fulfils(*value, allowed, words.len() as u8))
                .chain([fulfils(self.standing, standings(condition), 3)])
                .all(|fulfilled| fulfilled);
            let treaty = !condition.treaty_not_given || given[2].is_none();
            if fulfilled && treaty && !cautions.contains(&row.provision) {
                cautions.push(row.provision);
            }
        }
        cautions
    }
}

/// The standings that a condition allows: bit N for value N.
fn standings(condition: &Condition) -> u8 {
    let allowed = |value: &u8| condition.allowed & bit(fact::STANDING, *value) != 0;
    (0..3)
        .filter(allowed)
        .fold(0, |all, value| all | 1 << value)
}

/// A fact that is not given fulfils a condition if one of its values does.
fn fulfils(value: Option<u8>, allowed: u8, values: u8) -> bool {
    match value {
        Some(value) => allowed & (1 << value) != 0,
        None => (0..values).any(|value| allowed & (1 << value) != 0),
    }
}

/// Answers a question about a term.
pub fn term(law: &Law, question: &Question) -> Result<Answer, Wrong> {
    let Question { kind, from, on, .. } = *question;
    if on < from {
        return Err(Wrong::DecisionBeforeEvent);
    }
    let term = &law.terms[kind as usize];
    let day = if term.by_decision { on } else { from };
    let covered = question.covered(law);
    let mut answer = Answer {
        in_force: law.applies(term.in_force, day),
        covered,
        transitional: false,
        running: None,
        cautions: question.cautions(law, day, covered),
        known: law.is_known(on),
    };
    if !answer.in_force {
        return Ok(answer);
    }
    if kind == Kind::Registration {
        question.treaty.check()?;
    }
    if covered == Some(covered::NO) {
        return Ok(answer);
    }
    answer.transitional = kind == Kind::Registration && from < first_day(law, kind);
    let event = Event {
        kind,
        from,
        week: question.week,
        treaty: question.treaty,
        stay_until: question.stay_until,
        transitional: answer.transitional,
    };
    let window = window(law, event)?;
    answer.running = Some(running(&event, window, on));
    Ok(answer)
}

/// The state of a day in the window of an event.
pub(crate) fn running(event: &Event, window: Window, on: Date) -> Running {
    let after_stay = event.stay_until.is_some_and(|stay| on > stay);
    let state = if after_stay && event.kind.knows_stay() {
        State::Barred
    } else if on < window.strict {
        State::Open
    } else if on == window.strict {
        State::DueToday
    } else if on <= window.lenient || event.transitional {
        State::Contested
    } else {
        State::Overdue
    };
    let late = (on - window.lenient).whole_days().max(0);
    Running {
        window,
        state,
        days_left: (window.strict - on).whole_days(),
        days_late: if event.transitional { 0 } else { late },
    }
}

//! Deadlines.

use kz_rules_core::{
    Answer, Covered, Deadline, Provision, Skipped, Standing, StayRegime, Term, TermAnswer,
    TermOutcomeKind, TermQuestion, Treaty, TreatyKind, Window,
};

use crate::assess::KZ_CAUTIONS_MAX;
use crate::calendar::{calendar, kz_year, week};
use crate::date::kz_date;
use crate::facts::{answer, optional};
use crate::law::{fill, kz_law, law};
use crate::pointer::{Failure, read, write};
use crate::status::{BadInput, kz_status};
use crate::types::*;

/// The most skipped days that are listed.
pub const KZ_SKIPPED_MAX: usize = 8;

/// A question about a deadline. All zero but `from` and `on`: nothing else is known.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_term_question {
    /// The day of the event: of crossing the border, of changing the address, of filing. Must be given.
    pub from: kz_date,
    /// The decision date: the day asked about. Must be given, and not before `from`.
    pub on: kz_date,
    /// The last day of the allowed stay, if known.
    pub stay_until: kz_date,
    /// The days that the treaty gives, from 1 to 366; 0: `treaty` is not KZ_TREATY_DAYS.
    pub treaty_days: u16,
    /// What a ratified treaty says about registration.
    pub treaty: kz_treaty,
    /// The working week; 0: five days.
    pub week: kz_week,
    /// The stay regime of the state that the person arrived from.
    pub stay_regime: kz_stay_regime,
    /// Citizen, foreigner or stateless.
    pub standing: kz_standing,
    /// Whether the person arrived to live in Kazakhstan, temporarily or permanently.
    pub arrived_to_live: kz_answer,
    /// Zero.
    pub reserved: u8,
}

/// A day off that was skipped.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_skipped_day {
    /// The day.
    pub date: kz_date,
    /// Why it is off.
    pub reason: kz_reason,
    /// Zero.
    pub reserved: [u8; 3],
}

/// The days off that were skipped on the way to a deadline.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_skipped {
    /// How many there are in all.
    pub count: u16,
    /// How many of `days` are given: the first ones.
    pub listed: u8,
    /// Zero.
    pub reserved: u8,
    /// The first skipped days.
    pub days: [kz_skipped_day; KZ_SKIPPED_MAX],
}

/// The answer to a question about a deadline. Without a window, `strict`, `lenient`, `stay_until`, `certainty`,
/// `transitional` and the skipped days are zero.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_window {
    /// Not in force, not covered, or a window.
    pub outcome: kz_term_outcome,
    /// Whether the term covers the person, in force or not; 0: the law does not say whom it covers, or this is the window
    /// of a case.
    pub covered: kz_coverage,
    /// Yes: the event was before the rules came into force. They do not say what applies: the window is an
    /// interpretation, and nobody is overdue.
    pub transitional: kz_answer,
    /// Projected if the calendar of the year of `strict` or `lenient` is.
    pub certainty: kz_certainty,
    /// Acting by this day is in time in every reading of the law. Tell people this day.
    pub strict: kz_date,
    /// Acting after this day is late in every reading. Never before `strict`.
    pub lenient: kz_date,
    /// The last day of the allowed stay, if it is known and matters.
    pub stay_until: kz_date,
    /// The provision that sets the term. Without a window: the one that says when it is in force, or that
    /// excludes the person.
    pub provision: kz_provision,
    /// The provision that makes `covered` no or unknown; 0: none.
    pub covered_by: kz_provision,
    /// What may change the answer, such as developments outside the sources.
    pub cautions: [kz_provision; KZ_CAUTIONS_MAX],
    /// How many of `cautions` are given.
    pub caution_count: u8,
    /// Whether the law is known on the decision date; 0 in the window of a case.
    pub law: kz_law_known,
    /// The days off skipped on the way to `strict`.
    pub strict_skipped: kz_skipped,
    /// The days off skipped on the way to `lenient`.
    pub lenient_skipped: kz_skipped,
}

/// Where a day stands in a window.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_window_day {
    /// Where the day stands; 0: no window is running (from kz_case_day() alone).
    pub state: kz_day_state,
    /// Zero.
    pub reserved: [u8; 3],
    /// Calendar days to the strict day; negative after it.
    pub days_left: i32,
    /// Calendar days after the lenient day; 0 until then, and always in a transitional window.
    pub days_late: i32,
}

/// A treaty, from its kind and its days.
pub(crate) fn treaty(kind: kz_treaty, days: u16) -> Result<Treaty, Failure> {
    let kind = optional::<TreatyKind>(kind, BadInput::Treaty)?;
    match (kind, days) {
        (None, 0) => Ok(Treaty::Unknown),
        (Some(TreatyKind::None), 0) => Ok(Treaty::None),
        (Some(TreatyKind::Exempt), 0) => Ok(Treaty::Exempt),
        (Some(TreatyKind::Days), days) => Ok(Treaty::Days(days)),
        _ => Err(BadInput::Treaty.into()),
    }
}

impl kz_term_question {
    fn read(&self) -> Result<TermQuestion, Failure> {
        let from = self.from.required(BadInput::From)?;
        let on = self.on.required(BadInput::On)?;
        let week = week(self.week)?;
        let treaty = treaty(self.treaty, self.treaty_days)?;
        let regime = optional::<StayRegime>(self.stay_regime, BadInput::StayRegime)?;
        let standing = optional::<Standing>(self.standing, BadInput::Standing)?;
        let arrived = optional::<Answer>(self.arrived_to_live, BadInput::ArrivedToLive)?;
        let stay_until = self.stay_until.optional(BadInput::StayUntil)?;
        if self.reserved != 0 {
            return Err(BadInput::Reserved.into());
        }
        Ok(TermQuestion::from(from)
            .on(on)
            .week(week)
            .treaty(treaty)
            .stay_regime(regime)
            .standing(standing)
            .arrived_to_live(arrived.map(|answer| answer == Answer::Yes))
            .stay_until(stay_until))
    }
}

impl From<TermAnswer> for kz_window {
    fn from(answer: TermAnswer) -> Self {
        let mut window = match answer.window() {
            Some(window) => window.into(),
            None => Self {
                outcome: answer.outcome.kind().code(),
                ..Self::default()
            },
        };
        window.law = answer.law.code();
        window.covered = answer.covered.map_or(0, Covered::code);
        window.covered_by = answer.covered_by.map_or(0, Provision::number);
        window.provision = answer.provision.number();
        window.caution_count = fill(&mut window.cautions, answer.cautions.iter().copied());
        window
    }
}

impl From<&Window> for kz_window {
    fn from(window: &Window) -> Self {
        Self {
            outcome: TermOutcomeKind::Window.code(),
            transitional: answer(window.transitional),
            certainty: window.certainty.code(),
            strict: window.strict.into(),
            lenient: window.lenient.into(),
            stay_until: window.stay_until.into(),
            provision: window.provision.number(),
            strict_skipped: (&window.strict_skipped).into(),
            lenient_skipped: (&window.lenient_skipped).into(),
            ..Self::default()
        }
    }
}

impl kz_window {
    /// The deadline, if this is a window that the library wrote.
    fn read(&self) -> Result<Deadline, Failure> {
        if self.outcome != TermOutcomeKind::Window.code() {
            return Err(BadInput::Window.into());
        }
        let transitional = optional::<Answer>(self.transitional, BadInput::Window)?;
        let deadline = Deadline {
            strict: self.strict.required(BadInput::Window)?,
            lenient: self.lenient.required(BadInput::Window)?,
            stay_until: self.stay_until.optional(BadInput::Window)?,
            transitional: transitional.ok_or(BadInput::Window)? == Answer::Yes,
        };
        if deadline.lenient < deadline.strict {
            return Err(BadInput::Window.into());
        }
        Ok(deadline)
    }
}

impl From<&Skipped> for kz_skipped {
    fn from(skipped: &Skipped) -> Self {
        let mut days = [kz_skipped_day::default(); KZ_SKIPPED_MAX];
        let mut listed = 0u8;
        for (day, (date, reason)) in days.iter_mut().zip(&skipped.first) {
            day.date = (*date).into();
            day.reason = reason.code();
            listed = listed.saturating_add(1);
        }
        Self {
            count: skipped.count,
            listed,
            reserved: 0,
            days,
        }
    }
}

/// Says by which day something must be done, or is ready, after an event: see kz_term. `years`: as for
/// kz_is_working_day().
///
/// Errors: KZ_ERROR_BAD_KIND for `term`; KZ_ERROR_BAD_TREATY also for `treaty_days` without KZ_TREATY_DAYS; KZ_ERROR_BAD_CALENDAR for
/// `years`; KZ_ERROR_DECISION_BEFORE_EVENT; KZ_ERROR_TREATY_DAYS for KZ_TREATY_DAYS without 1 to 366
/// of them, only of KZ_TERM_REGISTRATION in force;
/// KZ_ERROR_CALENDAR_NOT_COVERED; KZ_ERROR_LAW_INCOMPLETE if the law has no such term.
///
/// # Safety
///
/// `years` points to `year_count` of its type, unless that is 0; `law`, `question` and `out` are NULL or
/// point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_window_get(
    law: *const kz_law,
    term: kz_term,
    question: *const kz_term_question,
    years: *const kz_year,
    year_count: usize,
    out: *mut kz_window,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        let term = Term::from_code(term).ok_or(BadInput::Term)?;
        // SAFETY: as promised by the caller.
        let question = unsafe { read(question) }?.read()?;
        // SAFETY: as promised by the caller.
        let calendar = unsafe { calendar(law, years, year_count) }?;
        Ok(law.term(term, &question, &calendar)?)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Says where a day stands in a window, and how many days are left or late.
///
/// Errors: KZ_ERROR_BAD_WINDOW if `window` does not hold one.
///
/// # Safety
///
/// `window` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_window_state(
    window: *const kz_window,
    on: kz_date,
    out: *mut kz_window_day,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let window = unsafe { read(window) }?.read()?;
        let on = on.required(BadInput::On)?;
        Ok(kz_window_day {
            state: window.state(on).code(),
            reserved: [0; 3],
            days_left: window.days_left(on),
            days_late: window.days_late(on),
        })
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

//! Deadlines.

use kz_rules_core::{
    Answer, Calendar, Covered, Day, Deadline, Error, Provision, Skipped, Standing, StayRegime,
    Term, TermAnswer, Treaty,
};

use crate::assess::KZ_CAUTIONS_MAX;
use crate::calendar::{calendar, kz_year, week};
use crate::date::kz_date;
use crate::facts::optional;
use crate::law::list;
use crate::pointer::{Failure, read, write};
use crate::sets::{self, Coverage, TermOutcome};
use crate::status::{Refusal, kz_status};
use crate::types::*;

/// The most days that are listed as passed over.
pub const KZ_SKIPPED_MAX: usize = 8;

/// A question about a deadline. All zero but `from` and `on`: nothing else is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_term {
    /// The day of the event: the border is crossed, the address changes, the application is filed.
    /// Must be given.
    pub from: kz_date,
    /// The decision date: the day asked about. Must be given, and not before `from`.
    pub on: kz_date,
    /// The last day of the allowed stay, if known.
    pub stay_until: kz_date,
    /// The number of days that a treaty gives, from 1 to 366, if `treaty` says days; else 0.
    pub treaty_days: u16,
    /// What a ratified treaty says of the registration.
    pub treaty: kz_treaty,
    /// The week that is worked; 0: five days.
    pub week: kz_week,
    /// The stay regime of the state arrived from.
    pub stay_regime: kz_stay_regime,
    /// What the person is to Kazakhstan.
    pub standing: kz_standing,
    /// Whether the person arrived to live here, temporarily or permanently.
    pub arrived_to_live: kz_answer,
    /// Zero.
    pub reserved: u8,
}

/// A day that was passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_skipped_day {
    /// The day.
    pub date: kz_date,
    /// Why it is off.
    pub reason: kz_reason,
    /// Zero.
    pub reserved: [u8; 3],
}

/// The days off that were passed over on the way to a deadline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_skipped {
    /// How many there are in all.
    pub count: u16,
    /// How many of `days` are given: the first ones.
    pub listed: u8,
    /// Zero.
    pub reserved: u8,
    /// The first days passed over.
    pub days: [kz_skipped_day; KZ_SKIPPED_MAX],
}

/// The answer to a question about a deadline. Without a window all but `outcome`, `covered`,
/// `provision` and the cautions is zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_window {
    /// Not in force, not covered, or a window.
    pub outcome: kz_term_outcome,
    /// Whether the rule covers the person; 0 for the IIN and when not in force.
    pub covered: kz_coverage,
    /// Yes: the border was crossed before the rules were in force; the order is silent, and the
    /// window is a reading.
    pub transitional: kz_answer,
    /// Projected if the year of `strict` or `lenient` is.
    pub certainty: kz_certainty,
    /// Who acts by this day is in time in every reading. Advise this one.
    pub strict: kz_date,
    /// Who acts after this day is late in every reading. Never before `strict`.
    pub lenient: kz_date,
    /// The last day of the allowed stay, if it is known and matters.
    pub stay_until: kz_date,
    /// The provision that sets the term; without a window, the one that says when it is in force, or
    /// that leaves the person out.
    pub provision: kz_provision,
    /// Developments outside the sources, and R923-TREATY if it is not known whether there is one.
    pub cautions: [kz_provision; KZ_CAUTIONS_MAX],
    /// How many of `cautions` are given.
    pub caution_count: u8,
    /// Zero.
    pub reserved: u8,
    /// The days off passed over on the way to `strict`.
    pub strict_skipped: kz_skipped,
    /// The days off passed over on the way to `lenient`.
    pub lenient_skipped: kz_skipped,
}

/// Where a day stands in a window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_window_day {
    /// Open, due today, contested, overdue or barred.
    pub state: kz_day_state,
    /// Zero.
    pub reserved: [u8; 3],
    /// Calendar days to the strict day; negative after it.
    pub days_left: i32,
}

impl kz_term {
    fn read(&self) -> Result<Term, Failure> {
        let from = self.from.required(Refusal::From)?.date();
        let on = self.on.required(Refusal::On)?.date();
        let week = week(self.week)?;
        let treaty = optional::<sets::Treaty>(self.treaty, Refusal::Treaty)?;
        let treaty = match (treaty, self.treaty_days) {
            (None, 0) => Treaty::Unknown,
            (Some(sets::Treaty::None), 0) => Treaty::None,
            (Some(sets::Treaty::Exempt), 0) => Treaty::Exempt,
            (Some(sets::Treaty::Days), days) => Treaty::Days(days),
            _ => return Err(Refusal::Treaty.into()),
        };
        let regime = optional::<StayRegime>(self.stay_regime, Refusal::StayRegime)?;
        let standing = optional::<Standing>(self.standing, Refusal::Standing)?;
        let arrived = optional::<Answer>(self.arrived_to_live, Refusal::ArrivedToLive)?;
        let stay_until = self.stay_until.optional(Refusal::StayUntil)?.map(Day::date);
        if self.reserved != 0 {
            return Err(Refusal::Reserved.into());
        }
        Ok(Term::from(from)
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
        match answer {
            TermAnswer::NotInForce { provision } => Self {
                outcome: TermOutcome::NotInForce.code(),
                provision: provision.code(),
                ..Self::default()
            },
            TermAnswer::NotCovered {
                provision,
                cautions,
            } => Self {
                outcome: TermOutcome::NotCovered.code(),
                provision: provision.code(),
                covered: Coverage::No.code(),
                ..Self::cautioned(&cautions)
            },
            TermAnswer::Window(window) => Self {
                outcome: TermOutcome::Window.code(),
                covered: match window.covered {
                    None => 0,
                    Some(Covered::Yes) => Coverage::Yes.code(),
                    Some(Covered::Unknown) => Coverage::Unknown.code(),
                },
                transitional: if window.transitional {
                    Answer::Yes
                } else {
                    Answer::No
                }
                .code(),
                certainty: window.certainty.code(),
                strict: window.strict.into(),
                lenient: window.lenient.into(),
                stay_until: window.stay_until.into(),
                provision: window.provision.code(),
                strict_skipped: (&window.strict_skipped).into(),
                lenient_skipped: (&window.lenient_skipped).into(),
                ..Self::cautioned(&window.cautions)
            },
        }
    }
}

impl kz_window {
    /// An answer of which the cautions alone are told.
    fn cautioned(cautions: &[Provision]) -> Self {
        let mut answer = Self::default();
        answer.caution_count = list(&mut answer.cautions, cautions);
        answer
    }

    /// The days that decide where a day stands, if this is a window that the library wrote.
    fn read(&self) -> Result<Deadline, Failure> {
        if self.outcome != TermOutcome::Window.code() {
            return Err(Refusal::Window.into());
        }
        let deadline = Deadline {
            strict: self.strict.required(Refusal::Window)?.date(),
            lenient: self.lenient.required(Refusal::Window)?.date(),
            stay_until: self.stay_until.optional(Refusal::Window)?.map(Day::date),
        };
        if deadline.lenient < deadline.strict {
            return Err(Refusal::Window.into());
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

type Question = fn(&Term, &Calendar<'_>) -> Result<TermAnswer, Error>;

/// Asks the core one of its questions about a term.
///
/// # Safety
///
/// As for the functions below.
unsafe fn window(
    question: Question,
    term: *const kz_term,
    years: *const kz_year,
    year_count: usize,
    out: *mut kz_window,
) -> kz_status {
    let answer = || {
        // SAFETY: the caller's promise.
        let term = unsafe { read(term) }?.read()?;
        // SAFETY: the caller's promise.
        let calendar = unsafe { calendar(years, year_count) }?;
        Ok(question(&term, &calendar)?)
    };
    // SAFETY: the caller's promise.
    unsafe { write(out, answer) }
}

/// Says until when an immigrant who crossed the border on `from` registers (R923-30-DAYS).
///
/// `years`: as for kz_is_working_day.
///
/// Errors: KZ_ERROR_NULL; KZ_ERROR_RESERVED; the KZ_ERROR_BAD_ of the field that cannot be read, or
/// of the calendar; KZ_ERROR_DECISION_BEFORE_EVENT; KZ_ERROR_TREATY_DAYS;
/// KZ_ERROR_CALENDAR_NOT_COVERED.
///
/// # Safety
///
/// `years` points to `year_count` of its type, unless that is 0; `term` and `out` are NULL or point
/// to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_window_registration(
    term: *const kz_term,
    years: *const kz_year,
    year_count: usize,
    out: *mut kz_window,
) -> kz_status {
    // SAFETY: as promised by the caller.
    unsafe { window(Term::registration, term, years, year_count, out) }
}

/// Says until when an immigrant whose address changed on `from` registers anew (R923-MOVE). The
/// treaty does not matter.
///
/// `years`: as for kz_is_working_day. Errors: as kz_window_registration, but for
/// KZ_ERROR_TREATY_DAYS.
///
/// # Safety
///
/// As kz_window_registration.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_window_move(
    term: *const kz_term,
    years: *const kz_year,
    year_count: usize,
    out: *mut kz_window,
) -> kz_status {
    // SAFETY: as promised by the caller.
    unsafe { window(Term::move_, term, years, year_count, out) }
}

/// Says when the IIN is ready for which an application was filed at a foreign establishment on
/// `from` (PILOT-TERM). Only the days and the week matter.
///
/// `years`: as for kz_is_working_day. Errors: as kz_window_move.
///
/// # Safety
///
/// As kz_window_registration.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_iin_ready(
    term: *const kz_term,
    years: *const kz_year,
    year_count: usize,
    out: *mut kz_window,
) -> kz_status {
    // SAFETY: as promised by the caller.
    unsafe { window(Term::iin_at_mission, term, years, year_count, out) }
}

/// Says where a day stands in a window, and how many days are left.
///
/// Errors: KZ_ERROR_NULL; KZ_ERROR_BAD_ON; KZ_ERROR_BAD_WINDOW if `window` holds none.
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
        let on = on.required(Refusal::On)?.date();
        Ok(kz_window_day {
            state: window.state(on).code(),
            reserved: [0; 3],
            days_left: window.days_left(on),
        })
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

//! The window of a term: a deadline in both readings of its words.

use heapless::Vec;

use super::term::{TermQuestion, TermRule};
use super::treaty::Treaty;
use crate::base::closed_set::closed_set;
use crate::base::day::Day;
use crate::base::error::Error;
use crate::calendar::Calendar;
use crate::law::{Certainty, DecidedBy, FirstDay, Provision, Reason, Term, Unit, Week};

closed_set! {
    /// The state of a day in a window.
    pub enum DayState {
        /// Before the strict day.
        Open = 1, "open";
        /// The strict day.
        DueToday = 2, "due_today";
        /// After the strict day, not after the lenient one: late in one reading. In a transitional window,
        /// every day after the strict one.
        Contested = 3, "contested";
        /// After the lenient day: late in every reading.
        Overdue = 4, "overdue";
        /// After the last day of the allowed stay: the registration is refused, on the ground whose finding
        /// is `stay_exceeded`.
        Barred = 5, "barred";
        /// Only in a registration case: the host has to answer, and the rules set no term for that.
        WithHost = 6, "with_host";
    }
}

/// How many skipped days off an answer lists.
pub const SKIPPED_LISTED: usize = 8;

/// The days off that were skipped on the way to a day.
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Skipped {
    /// The first of them, each with its reason.
    pub first: Vec<(Day, Reason), SKIPPED_LISTED, u8>,
    /// How many there are in all.
    pub count: u16,
}

impl Skipped {
    /// The days off on a way, including the day on which it ends.
    fn on(way: Way, calendar: &Calendar<'_>, week: Week) -> Result<Self, Error> {
        let mut skipped = Self::default();
        let Some(from) = way.from else {
            return Ok(skipped);
        };
        // By numbers: the last supported day has no next day.
        for number in from.number()..=way.to.number() {
            let Some(day) = Day::from_number(number) else {
                break;
            };
            if let Some(reason) = calendar.reason(day, week)? {
                skipped.count = skipped.count.saturating_add(1);
                // A full list stays as it is.
                skipped.first.push((day, reason)).ok();
            }
        }
        Ok(skipped)
    }
}

/// A deadline, in both readings of its words.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Window {
    /// The provision that sets the term.
    pub provision: Provision,
    /// The event was before the first day of the rules, but they judge it. They do not mention such events:
    /// the window is an interpretation, and nobody is overdue.
    pub transitional: bool,
    /// Acting by this day is in time in every reading.
    pub strict: Day,
    /// Acting after this day is late in every reading. Never before `strict`.
    pub lenient: Day,
    /// The days off skipped on the way to `strict`.
    pub strict_skipped: Skipped,
    /// The days off skipped on the way to `lenient`.
    pub lenient_skipped: Skipped,
    /// Projected if the year of `strict` or of `lenient` is.
    pub certainty: Certainty,
    /// The last day of the allowed stay, if it is known and matters for this term.
    pub stay_until: Option<Day>,
}

impl Window {
    /// The state of a day.
    #[must_use]
    pub fn state(&self, on: Day) -> DayState {
        self.deadline().state(on)
    }

    /// Calendar days from `on` to the strict day; negative after it.
    #[must_use]
    pub const fn days_left(&self, on: Day) -> i32 {
        self.deadline().days_left(on)
    }

    /// Calendar days from the lenient day to `on`; 0 until then, and always if the window is transitional.
    #[must_use]
    pub const fn days_late(&self, on: Day) -> i32 {
        self.deadline().days_late(on)
    }

    /// The part that decides the state of a day.
    #[must_use]
    pub const fn deadline(&self) -> Deadline {
        Deadline {
            strict: self.strict,
            lenient: self.lenient,
            stay_until: self.stay_until,
            transitional: self.transitional,
        }
    }
}

/// The part of a window that decides the state of a day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// See [`Window::strict`].
    pub strict: Day,
    /// See [`Window::lenient`].
    pub lenient: Day,
    /// See [`Window::stay_until`].
    pub stay_until: Option<Day>,
    /// See [`Window::transitional`].
    pub transitional: bool,
}

impl Deadline {
    /// The state of a day. Every day before the strict one that is not past the allowed stay is open, even
    /// one before the event.
    #[must_use]
    pub fn state(&self, on: Day) -> DayState {
        if self.stay_until.is_some_and(|last| on > last) {
            DayState::Barred
        } else if on < self.strict {
            DayState::Open
        } else if on == self.strict {
            DayState::DueToday
        } else if self.transitional || on <= self.lenient {
            DayState::Contested
        } else {
            DayState::Overdue
        }
    }

    /// See [`Window::days_left`].
    #[must_use]
    pub const fn days_left(&self, on: Day) -> i32 {
        self.strict.number().saturating_sub(on.number())
    }

    /// See [`Window::days_late`].
    #[must_use]
    pub const fn days_late(&self, on: Day) -> i32 {
        let days = on.number().saturating_sub(self.lenient.number());
        if self.transitional || days < 0 {
            0
        } else {
            days
        }
    }
}

/// The way to a day of a window.
#[derive(Clone, Copy)]
struct Way {
    /// The first day that is skipped if it is off; none if none is skipped.
    from: Option<Day>,
    to: Day,
}

impl Way {
    const fn straight(to: Day) -> Self {
        Self { from: None, to }
    }
}

impl TermRule<'_> {
    /// The number of days of the term; for a registration, a treaty's number replaces the law's.
    ///
    /// # Errors
    ///
    /// [`Error::TreatyDays`].
    pub(super) fn days(self, term: Term, treaty: Treaty) -> Result<u16, Error> {
        let by_treaty = match term {
            Term::Registration => treaty.days()?,
            _ => None,
        };
        Ok(by_treaty.unwrap_or(self.row.days()))
    }

    /// The window of a term that is in force, with this number of days.
    ///
    /// # Errors
    ///
    /// [`Error::CalendarNotCovered`] if it does not lie in years that the calendar covers.
    pub(super) fn window(
        self,
        term: Term,
        days: u16,
        question: &TermQuestion,
        calendar: &Calendar<'_>,
    ) -> Result<Window, Error> {
        let (from, week) = (question.from, question.week);
        let stay_until = question.stay_of(term);
        // An event before the first day is judged by rules in force only if the decision date decides.
        let decides = self.row.decided_by() == DecidedBy::Decision;
        let begun = self.first_day().filter(|first| decides && from < *first);
        let count = Count {
            days,
            unit: self.row.unit(),
            week,
            calendar,
        };
        let mut strict = count.way(from, self.row.strict(), false)?;
        if let Some(first) = begun.filter(|first| *first > strict.to) {
            strict = Way::straight(first);
        }
        if let Some(last) = stay_until {
            let in_time = last >= from && self.first_day().is_none_or(|first| last >= first);
            if in_time {
                strict.to = strict.to.min(last);
            }
        }
        let lenient = count.way(begun.unwrap_or(from), self.row.lenient(), true)?;
        let certainty = calendar
            .certainty(strict.to)?
            .max(calendar.certainty(lenient.to)?);
        Ok(Window {
            provision: self.row.provision(),
            transitional: begun.is_some(),
            strict: strict.to,
            lenient: lenient.to,
            strict_skipped: Skipped::on(strict, calendar, week)?,
            lenient_skipped: Skipped::on(lenient, calendar, week)?,
            certainty,
            stay_until,
        })
    }
}

/// How the days of a term are counted.
#[derive(Clone, Copy)]
struct Count<'a> {
    days: u16,
    unit: Unit,
    week: Week,
    calendar: &'a Calendar<'a>,
}

impl Count<'_> {
    /// The way to the last day. `moves`: a last day counted in calendar days moves to the next working day.
    fn way(self, event: Day, first: FirstDay, moves: bool) -> Result<Way, Error> {
        let skips = match first {
            FirstDay::Counted => 0,
            FirstDay::NotCounted => 1,
        };
        match self.unit {
            Unit::Calendar => {
                let days = i32::from(self.days).saturating_sub(1).saturating_add(skips);
                let last = later(event, days)?;
                Ok(if moves {
                    Way {
                        from: Some(last),
                        to: self.calendar.next_working_day(last, self.week)?,
                    }
                } else {
                    Way::straight(last)
                })
            }
            Unit::Working => Ok(Way {
                to: self
                    .calendar
                    .add_working_days(event, self.days, first, self.week)?,
                from: Some(later(event, skips)?),
            }),
        }
    }
}

/// The day after this many calendar days; no calendar goes past the last supported day.
fn later(day: Day, days: i32) -> Result<Day, Error> {
    day.plus(days).ok_or(Error::CalendarNotCovered)
}

//! Terms: until when a person registers, registers anew after a move, or has an IIN from a foreign
//! establishment (legal model, section 7).
//!
//! The words of a term can be read in two ways, so the answer is a [`Window`]: who acts by its
//! strict day is in time in every reading, who acts after its lenient day is late in every reading.

use heapless::Vec;
use time::Date;

use crate::calendar::{Calendar, Certainty, FirstDay, Reason, Week};
use crate::closed_set::closed_set;
use crate::error::Error;
use crate::facts::Standing;
use crate::law::{PILOT_END, PILOT_START, Provision, REGISTRATION_START};

closed_set! {
    /// The stay regime of the state from which the person arrived.
    pub enum StayRegime {
        /// Up to ninety days.
        UpTo90 = 1, "up_to_90";
        /// Another one.
        Other = 2, "other";
    }
}

/// What a ratified treaty says of the registration of the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Treaty {
    /// It is not known whether there is one. Counts as none, with a caution.
    #[default]
    Unknown,
    /// There is none.
    None,
    /// It exempts the person.
    Exempt,
    /// It gives the person this number of days, from 1 to 366.
    Days(u16),
}

impl Treaty {
    /// The calendar days in which to register.
    pub(crate) fn days(self) -> Result<u16, Error> {
        match self {
            Self::Days(days @ 1..=366) => Ok(days),
            Self::Days(_) => Err(Error::TreatyDays),
            Self::Unknown | Self::None | Self::Exempt => Ok(30),
        }
    }
}

closed_set! {
    /// Whether a rule that may cover the person is known to. Who is not covered has no window.
    pub enum Covered {
        /// It covers the person.
        Yes = 1, "yes";
        /// Not known; the window holds if it does.
        Unknown = 2, "unknown";
    }
}

closed_set! {
    /// Where a day stands in a window.
    pub enum DayState {
        /// Before the strict day.
        Open = 1, "open";
        /// The strict day.
        DueToday = 2, "due_today";
        /// After the strict day, not after the lenient one: late in one reading.
        Contested = 3, "contested";
        /// After the lenient day: surely late.
        Overdue = 4, "overdue";
        /// After the last day of the allowed stay: registration is refused (R923-REFUSAL-2).
        Barred = 5, "barred";
        /// Of a registration case alone: the host is to answer, and the order sets no term for that.
        WithHost = 6, "with_host";
    }
}

/// The days off that were passed over on the way to a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// The first eight, each with its reason.
    pub first: Vec<(Date, Reason), 8, u8>,
    /// How many there are in all.
    pub count: u16,
}

impl Skipped {
    /// The days off on a way, the day to which it leads included.
    fn on(way: Way, calendar: &Calendar<'_>, week: Week) -> Result<Self, Error> {
        let mut skipped = Self::default();
        let Some(mut day) = way.from else {
            return Ok(skipped);
        };
        while day <= way.to {
            if let Some(reason) = calendar.reason(day, week)? {
                skipped.count = skipped.count.saturating_add(1);
                // A full list stays as it is.
                skipped.first.push((day, reason)).ok();
            }
            day = later(day, 1)?;
        }
        Ok(skipped)
    }
}

/// What a term answers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum TermAnswer {
    /// The rule is not in force on the day that matters: for a registration the day asked about,
    /// else the day of the event.
    NotInForce {
        /// The provision that says on which days it is.
        provision: Provision,
    },
    /// The rule does not cover the person.
    NotCovered {
        /// The provision that leaves the person out. Of several: the definition of an immigrant,
        /// then the stay regime, then the treaty.
        provision: Provision,
        /// See [`Window::cautions`].
        cautions: Cautions,
    },
    /// There is a deadline.
    Window(Window),
}

impl TermAnswer {
    /// The provision that the answer rests on.
    #[must_use]
    pub const fn provision(&self) -> Provision {
        match self {
            Self::NotInForce { provision } | Self::NotCovered { provision, .. } => *provision,
            Self::Window(window) => window.provision,
        }
    }
}

/// Reported developments outside the sources that may change an answer, as provisions.
pub(crate) type Cautions = Vec<Provision, 2, u8>;

/// A deadline, in both readings of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The provision that sets the term.
    pub provision: Provision,
    /// Whether the rule is known to cover the person; nothing for the IIN, where the sources leave
    /// no such question.
    pub covered: Option<Covered>,
    /// The person crossed the border before the rules were in force: the order is silent, and the
    /// window is a reading.
    pub transitional: bool,
    /// Who acts by this day is in time in every reading.
    pub strict: Date,
    /// Who acts after this day is late in every reading. Never before `strict`.
    pub lenient: Date,
    /// The days off passed over on the way to `strict`.
    pub strict_skipped: Skipped,
    /// The days off passed over on the way to `lenient`.
    pub lenient_skipped: Skipped,
    /// Projected if the year of `strict` or of `lenient` is.
    pub certainty: Certainty,
    /// The last day of the allowed stay, if it is known and matters for this term.
    pub stay_until: Option<Date>,
    /// Cautions, and R923-TREATY where it is not known whether there is a treaty.
    pub cautions: Cautions,
}

impl Window {
    /// Where a day stands.
    #[must_use]
    pub fn state(&self, on: Date) -> DayState {
        self.deadline().state(on)
    }

    /// Calendar days from `on` to the strict day; negative after it.
    #[must_use]
    pub const fn days_left(&self, on: Date) -> i32 {
        self.deadline().days_left(on)
    }

    /// The days that decide where a day stands.
    #[must_use]
    pub const fn deadline(&self) -> Deadline {
        Deadline {
            strict: self.strict,
            lenient: self.lenient,
            stay_until: self.stay_until,
        }
    }
}

/// The days of a window that decide where a day stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// See [`Window::strict`].
    pub strict: Date,
    /// See [`Window::lenient`].
    pub lenient: Date,
    /// See [`Window::stay_until`].
    pub stay_until: Option<Date>,
}

impl Deadline {
    /// Where a day stands. Every day before the strict one that is not past the allowed stay is
    /// open, even one before the event.
    #[must_use]
    pub fn state(&self, on: Date) -> DayState {
        if self.stay_until.is_some_and(|last| on > last) {
            DayState::Barred
        } else if on < self.strict {
            DayState::Open
        } else if on == self.strict {
            DayState::DueToday
        } else if on <= self.lenient {
            DayState::Contested
        } else {
            DayState::Overdue
        }
    }

    /// Calendar days from `on` to the strict day; negative after it.
    #[must_use]
    pub const fn days_left(&self, on: Date) -> i32 {
        self.strict
            .to_julian_day()
            .saturating_sub(on.to_julian_day())
    }
}

/// A question about a term: what happened, and what is known of the person.
///
/// ```
/// use kz_rules_core::time::macros::date;
/// use kz_rules_core::{Calendar, DayState, Standing, StayRegime, Term, TermAnswer, Treaty};
///
/// let crossed = date!(2026 - 08 - 03);
/// let today = date!(2026 - 08 - 20);
/// let answer = Term::from(crossed)
///     .on(today)
///     .standing(Standing::Foreigner)
///     .arrived_to_live(true)
///     .stay_regime(StayRegime::UpTo90)
///     .treaty(Treaty::None)
///     .registration(&Calendar::KAZAKHSTAN)?;
/// let TermAnswer::Window(window) = answer else { unreachable!() };
/// assert_eq!(window.strict, date!(2026 - 09 - 01));
/// assert_eq!(window.lenient, date!(2026 - 09 - 02));
/// assert_eq!(window.state(today), DayState::Open);
/// # Ok::<(), kz_rules_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub(crate) from: Date,
    pub(crate) on: Date,
    pub(crate) week: Week,
    pub(crate) treaty: Treaty,
    pub(crate) stay_regime: Option<StayRegime>,
    pub(crate) standing: Option<Standing>,
    pub(crate) arrived_to_live: Option<bool>,
    pub(crate) stay_until: Option<Date>,
}

impl Term {
    /// A term that starts with an event on this day: the border is crossed, the address changes,
    /// the application is filed. Asked about on the same day, of a person of whom nothing is known.
    #[must_use]
    pub const fn from(event: Date) -> Self {
        Self {
            from: event,
            on: event,
            week: Week::Five,
            treaty: Treaty::Unknown,
            stay_regime: None,
            standing: None,
            arrived_to_live: None,
            stay_until: None,
        }
    }

    /// The decision date: the day asked about.
    #[must_use]
    pub const fn on(mut self, day: Date) -> Self {
        self.on = day;
        self
    }

    /// The week that is worked; five days unless told.
    #[must_use]
    pub const fn week(mut self, week: Week) -> Self {
        self.week = week;
        self
    }

    /// What a ratified treaty says; matters for a registration.
    #[must_use]
    pub const fn treaty(mut self, treaty: Treaty) -> Self {
        self.treaty = treaty;
        self
    }

    /// The stay regime of the state from which the person arrived.
    #[must_use]
    pub fn stay_regime(mut self, regime: impl Into<Option<StayRegime>>) -> Self {
        self.stay_regime = regime.into();
        self
    }

    /// What the person is to Kazakhstan.
    #[must_use]
    pub fn standing(mut self, standing: impl Into<Option<Standing>>) -> Self {
        self.standing = standing.into();
        self
    }

    /// Whether the person arrived to live here, temporarily or permanently.
    #[must_use]
    pub fn arrived_to_live(mut self, yes: impl Into<Option<bool>>) -> Self {
        self.arrived_to_live = yes.into();
        self
    }

    /// The last day of the allowed stay.
    #[must_use]
    pub fn stay_until(mut self, last: impl Into<Option<Date>>) -> Self {
        self.stay_until = last.into();
        self
    }

    /// Until when an immigrant who crossed the border on the day of the event registers
    /// (R923-30-DAYS).
    ///
    /// # Errors
    ///
    /// In this order: [`Error::DateNotSupported`], [`Error::DecisionBeforeEvent`],
    /// [`Error::TreatyDays`], and [`Error::CalendarNotCovered`] if the window does not lie in years
    /// that the calendar covers. Not in force comes before the treaty, not covered before the
    /// calendar.
    pub fn registration(&self, calendar: &Calendar<'_>) -> Result<TermAnswer, Error> {
        self.check_days()?;
        if self.on < REGISTRATION_START {
            return Ok(TermAnswer::NotInForce {
                provision: Provision::R923Commencement,
            });
        }
        let days = self.treaty.days()?;
        let mut cautions = self.cautions();
        let left_out_by = if self.is_no_immigrant() {
            Some(Provision::R923Definitions)
        } else if self.stay_regime == Some(StayRegime::Other) {
            Some(Provision::R92330Days)
        } else if self.treaty == Treaty::Exempt {
            Some(Provision::R923Treaty)
        } else {
            None
        };
        if let Some(provision) = left_out_by {
            return Ok(TermAnswer::NotCovered {
                provision,
                cautions,
            });
        }
        if self.treaty == Treaty::Unknown {
            cautions.push(Provision::R923Treaty).ok();
        }
        // Who crossed before the start of the rules has until that day at least, and as long as
        // one who crossed on it at most.
        let start = self.from.max(REGISTRATION_START);
        let strict = later(self.from, days.saturating_sub(1))?.max(start);
        let moved_from = later(start, days)?;
        let lenient = calendar.next_working_day(moved_from, self.week)?;
        let strict = self.within_stay(strict);
        let (provision, covered) = (Provision::R92330Days, Some(self.covered()));
        let ways = [Way::straight(strict), Way::new(moved_from, lenient)];
        self.window(provision, covered, cautions, ways, calendar)
    }

    /// Until when an immigrant whose address changed on the day of the event registers anew
    /// (R923-MOVE).
    ///
    /// # Errors
    ///
    /// In this order: [`Error::DateNotSupported`], [`Error::DecisionBeforeEvent`], and
    /// [`Error::CalendarNotCovered`] if the window does not lie in years that the calendar covers.
    /// Not in force and not covered come before the calendar.
    pub fn move_(&self, calendar: &Calendar<'_>) -> Result<TermAnswer, Error> {
        self.check_days()?;
        if self.from < REGISTRATION_START {
            return Ok(TermAnswer::NotInForce {
                provision: Provision::R923Commencement,
            });
        }
        let cautions = self.cautions();
        if self.is_no_immigrant() {
            return Ok(TermAnswer::NotCovered {
                provision: Provision::R923Definitions,
                cautions,
            });
        }
        let fifth = |first| calendar.add_working_days(self.from, 5, first, self.week);
        let strict = self.within_stay(fifth(FirstDay::Counted)?);
        let lenient = fifth(FirstDay::NotCounted)?;
        let next = later(self.from, 1)?;
        let (provision, covered) = (Provision::R923Move, Some(self.covered()));
        let ways = [Way::new(self.from, strict), Way::new(next, lenient)];
        self.window(provision, covered, cautions, ways, calendar)
    }

    /// When the IIN is ready for which an application was filed at a foreign establishment on the
    /// day of the event (PILOT-TERM). Only the two days and the week matter.
    ///
    /// # Errors
    ///
    /// In this order: [`Error::DateNotSupported`], [`Error::DecisionBeforeEvent`], and
    /// [`Error::CalendarNotCovered`] if the calendar does not cover the years of the window. Not
    /// in force comes before the calendar.
    pub fn iin_at_mission(&self, calendar: &Calendar<'_>) -> Result<TermAnswer, Error> {
        self.check_days()?;
        if !(PILOT_START..PILOT_END).contains(&self.from) {
            return Ok(TermAnswer::NotInForce {
                provision: Provision::PilotPeriod,
            });
        }
        let ready = calendar.add_working_days(self.from, 1, FirstDay::NotCounted, self.week)?;
        let ways = [Way::new(later(self.from, 1)?, ready); 2];
        self.window(Provision::PilotTerm, None, Cautions::new(), ways, calendar)
    }

    /// The window, by the ways to its strict and to its lenient day. `covered`: of a registration or a
    /// move, to which the start of the rules and the stay matter.
    fn window(
        &self,
        provision: Provision,
        covered: Option<Covered>,
        cautions: Cautions,
        [strict, lenient]: [Way; 2],
        calendar: &Calendar<'_>,
    ) -> Result<TermAnswer, Error> {
        let certainty = calendar
            .certainty(strict.to)?
            .max(calendar.certainty(lenient.to)?);
        Ok(TermAnswer::Window(Window {
            provision,
            covered,
            transitional: covered.is_some() && self.from < REGISTRATION_START,
            strict: strict.to,
            lenient: lenient.to,
            strict_skipped: Skipped::on(strict, calendar, self.week)?,
            lenient_skipped: Skipped::on(lenient, calendar, self.week)?,
            certainty,
            stay_until: self.stay_until.filter(|_| covered.is_some()),
            cautions,
        }))
    }

    fn check_days(&self) -> Result<(), Error> {
        let days = [Some(self.from), Some(self.on), self.stay_until];
        if !days
            .iter()
            .flatten()
            .all(|day| (1..=9999).contains(&day.year()))
        {
            Err(Error::DateNotSupported)
        } else if self.on < self.from {
            Err(Error::DecisionBeforeEvent)
        } else {
            Ok(())
        }
    }

    /// Whether the person is known to be none of those whom the registration rules call immigrants.
    fn is_no_immigrant(&self) -> bool {
        self.standing == Some(Standing::Citizen) || self.arrived_to_live == Some(false)
    }

    /// Whether it is known that a rule covers the person, who is not known to be outside it.
    fn covered(&self) -> Covered {
        let known = self.standing.is_some()
            && self.arrived_to_live.is_some()
            && self.stay_regime == Some(StayRegime::UpTo90);
        if known {
            Covered::Yes
        } else {
            Covered::Unknown
        }
    }

    /// What every answer about a registration or a move in force carries.
    fn cautions(&self) -> Cautions {
        let mut cautions = Cautions::new();
        if self.standing != Some(Standing::Citizen) {
            cautions.push(Provision::NoteArrivalNotice).ok();
        }
        cautions
    }

    /// The strict day, but no later than the last day of the allowed stay, if that makes sense.
    fn within_stay(&self, strict: Date) -> Date {
        match self.stay_until {
            Some(last) if last >= self.from && last >= REGISTRATION_START => strict.min(last),
            _ => strict,
        }
    }
}

/// The way to a day of a window.
#[derive(Clone, Copy)]
struct Way {
    /// The first day of those that are passed over if they are off; none if none is.
    from: Option<Date>,
    to: Date,
}

impl Way {
    const fn new(from: Date, to: Date) -> Self {
        Self {
            from: Some(from),
            to,
        }
    }

    const fn straight(to: Date) -> Self {
        Self { from: None, to }
    }
}

/// So many calendar days later; beyond the last date there is no calendar.
fn later(day: Date, days: u16) -> Result<Date, Error> {
    Date::from_julian_day(day.to_julian_day().saturating_add(i32::from(days)))
        .map_err(|_| Error::CalendarNotCovered)
}

#[cfg(test)]
mod tests;

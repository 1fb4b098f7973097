//! The registration case: what has happened since the arrival, and the resulting state.

use super::arrival::Arrival;
use super::event::{DataItem, Event, EventKind, PastEvent, Rejection};
use super::refusal::Refusal;
use super::transition::CaseState;
use crate::base::day::Day;
use crate::base::error::Error;
use crate::base::set::Set;
use crate::calendar::Calendar;
use crate::deadline::{DayState, TermQuestion, Treaty, Window};
use crate::law::{Finding, Law, Procedure, Term, Week};

/// How many of the last events a case remembers.
pub const HISTORY_MAX: usize = 8;

/// The state of a day in the window of a case.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct CaseDay {
    /// The state of the day.
    pub state: DayState,
    /// Calendar days to the strict day, negative after it; none while the host has not answered.
    pub days_left: Option<i32>,
    /// Calendar days after the lenient day; none while the host has not answered.
    pub days_late: Option<i32>,
}

/// A registration case: a value of about a hundred bytes, without names or numbers of the person.
///
/// It is a record of events and depends on no law. The law passed to a method says which events the case
/// accepts and what follows from them. Only [`Case::apply`] changes its state:
///
/// ```
/// use kz_rules_core::{Arrival, Case, CaseState, DataItem, Day, Event, Law, PlaceOfStay, Set};
///
/// let law = Law::BUILT_IN;
/// let august = |day| Day::new(2026, 8, day).unwrap();
/// let case = Case::new(Arrival::on(august(3)).no_treaty())?;
/// let window = case.window(law, &law.calendar())?.unwrap();
/// assert_eq!(window.days_left(august(3)), 29);
///
/// let case = case.apply(law, Event::Submit {
///     on: august(10),
///     data: DataItem::set(DataItem::ALL),
///     place: Some(PlaceOfStay::Apartment),
/// })?;
/// let case = case.apply(law, Event::HostConfirms { on: august(11) })?;
/// assert_eq!(case.state(), CaseState::Registered);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// ```compile_fail
/// # use kz_rules_core::{Case, CaseState};
/// fn register(case: &mut Case) {
///     case.state = CaseState::Registered;
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// Its last day of stay is the one known now.
    pub(super) arrival: Arrival,
    /// Confirmations so far; the maximum also stands for more.
    pub(super) registrations: u16,
    /// The day of the last confirmation.
    pub(super) registered_on: Option<Day>,
    /// The day of the last move since then.
    pub(super) moved_on: Option<Day>,
    /// Why the last submission is refused, if it is: the event that refused it may be forgotten.
    pub(super) finding: Option<Finding>,
    /// Events so far; the maximum also stands for more.
    pub(super) events: u16,
    /// The last events, the oldest first; unused places are at the end.
    pub(super) history: [Option<PastEvent>; HISTORY_MAX],
}

impl Case {
    /// The case of an immigrant who arrived.
    ///
    /// # Errors
    ///
    /// In this order: [`Error::TreatyDays`]; [`Error::StayBeforeArrival`].
    pub fn new(arrival: Arrival) -> Result<Self, Error> {
        arrival.check()?;
        Ok(Self {
            arrival,
            registrations: 0,
            registered_on: None,
            moved_on: None,
            finding: None,
            events: 0,
            history: [None; HISTORY_MAX],
        })
    }

    /// The case after an event, under a law. This one is not changed.
    ///
    /// # Errors
    ///
    /// The first [`Rejection`] that applies, in the order in which they are declared.
    pub fn apply(mut self, law: Law<'_>, event: Event) -> Result<Self, Rejection> {
        let (on, kind, state) = (event.on(), event.kind(), self.state());
        match first_day(law) {
            Err(_) => return Err(Rejection::LawIncomplete),
            Ok(Some(first)) if on < first => return Err(Rejection::NotInForce { on, first }),
            Ok(_) => {}
        }
        let earliest = self.latest();
        if on < earliest {
            return Err(Rejection::DateBackwards { on, earliest });
        }
        if !kind.possible_from().contains(state) {
            return Err(Rejection::InvalidEvent { event: kind, state });
        }
        let known = self.arrival.stay_until;
        match event {
            Event::Submit { data, place, .. } => {
                let items = DataItem::missing_from(data);
                if !items.is_empty() {
                    return Err(Rejection::MissingData { items });
                }
                if place.is_none() {
                    return Err(Rejection::PlaceNotEligible);
                }
            }
            Event::StayExtended { until, .. } => {
                if until < on || known.is_some_and(|known| until <= known) {
                    return Err(Rejection::StayNotExtended { until, known });
                }
                self.arrival.stay_until = Some(until);
            }
            _ => {}
        }
        let overstayed = known.is_some_and(|last| on > last);
        let state = kind.leads_to(state, self.registrations > 0, overstayed);
        self.finding = kind.finding(state, self.finding);
        match (kind, state) {
            (EventKind::HostConfirms, CaseState::Registered) => {
                self.registrations = self.registrations.saturating_add(1);
                self.registered_on = Some(on);
                self.moved_on = None;
            }
            (EventKind::Move, CaseState::Moved) => self.moved_on = Some(on),
            _ => {}
        }
        self.remember(PastEvent {
            on,
            event: kind,
            state,
        });
        Ok(self)
    }

    fn remember(&mut self, event: PastEvent) {
        self.events = self.events.saturating_add(1);
        if let Some(free) = self.history.iter_mut().find(|place| place.is_none()) {
            *free = Some(event);
        } else {
            self.history.rotate_left(1);
            self.history
                .last_mut()
                .into_iter()
                .for_each(|last| *last = Some(event));
        }
    }

    /// The day of arrival.
    #[must_use]
    pub const fn arrived_on(&self) -> Day {
        self.arrival.on
    }

    /// The last day of the allowed stay as it is known now.
    #[must_use]
    pub const fn stay_until(&self) -> Option<Day> {
        self.arrival.stay_until
    }

    /// What a treaty says; never [`Treaty::Exempt`].
    #[must_use]
    pub const fn treaty(&self) -> Treaty {
        self.arrival.treaty
    }

    /// The working week.
    #[must_use]
    pub const fn week(&self) -> Week {
        self.arrival.week
    }

    /// The state of the case.
    #[must_use]
    pub fn state(&self) -> CaseState {
        self.last().map_or(CaseState::New, |last| last.state)
    }

    /// Why the last submission is refused, if it is.
    #[must_use]
    pub const fn finding(&self) -> Option<Finding> {
        self.finding
    }

    /// The ground on which the last submission is refused, and what may cure it. None if it is not
    /// refused, or the law has no ground for the finding.
    #[must_use]
    pub fn refusal(&self, law: Law<'_>) -> Option<Refusal> {
        law.refusal(Procedure::Registration, self.finding?)
    }

    /// How many registrations were confirmed so far; 65535 also stands for more.
    #[must_use]
    pub const fn registrations(&self) -> u16 {
        self.registrations
    }

    /// The day of the last confirmation.
    #[must_use]
    pub const fn registered_on(&self) -> Option<Day> {
        self.registered_on
    }

    /// The last day on which a registration ended: that of the departure, or of the confirmation that
    /// replaced an earlier one.
    #[must_use]
    pub fn deregistered_on(&self) -> Option<Day> {
        match (self.state(), self.registrations) {
            (_, 0) => None,
            (CaseState::Departed, _) => self.last().map(|last| last.on),
            (_, 1) => None,
            _ => self.registered_on,
        }
    }

    /// The day of the last move after the last confirmation.
    #[must_use]
    pub const fn moved_on(&self) -> Option<Day> {
        self.moved_on
    }

    /// How many events the case accepted; 65535 also stands for more.
    #[must_use]
    pub const fn events(&self) -> u16 {
        self.events
    }

    /// The last events, at most [`HISTORY_MAX`], the oldest first.
    pub fn history(&self) -> impl Iterator<Item = PastEvent> {
        self.history.iter().copied().flatten()
    }

    /// The first day that the next event may have under a law.
    #[must_use]
    pub fn earliest(&self, law: Law<'_>) -> Day {
        let first = first_day(law).ok().flatten();
        first.map_or(self.latest(), |first| first.max(self.latest()))
    }

    /// The events that fit the state.
    #[must_use]
    pub fn possible_events(&self) -> Set<EventKind> {
        let state = self.state();
        let fits = |event: &EventKind| event.possible_from().contains(state);
        EventKind::ALL.iter().copied().filter(fits).collect()
    }

    /// The day of the last event, or of the arrival.
    fn latest(&self) -> Day {
        self.last().map_or(self.arrival.on, |last| last.on)
    }

    #[inline(never)] // one copy serves all questions
    fn last(&self) -> Option<&PastEvent> {
        self.history.iter().flatten().last()
    }

    /// The current window: the registration's until the first confirmation, then the last move's; none
    /// while the case is registered, after the departure, or if the law's term is not in force. The case
    /// does not know whether the term covers the person: the window is valid only if it does.
    ///
    /// # Errors
    ///
    /// [`Error::LawIncomplete`] if the law has no such term; [`Error::CalendarNotCovered`] if the window
    /// does not lie in years that the calendar covers.
    pub fn window(&self, law: Law<'_>, calendar: &Calendar<'_>) -> Result<Option<Window>, Error> {
        let Some((term, from)) = self.running() else {
            return Ok(None);
        };
        let first = law.term_rule(term)?.first_day();
        let on = first.map_or(from, |first| first.max(from));
        law.window_of(term, &self.question(from).on(on), calendar)
    }

    /// The state of a day in the current window, and the days that are left; [`DayState::WithHost`] on
    /// every day while the case awaits the host. None if there is no window: the case is registered, the
    /// person departed, or the term is not in force on that day.
    ///
    /// # Errors
    ///
    /// [`Error::DecisionBeforeEvent`] if the day is before the arrival or the move that opened the
    /// window; else as for [`Case::window`].
    pub fn day(
        &self,
        on: Day,
        law: Law<'_>,
        calendar: &Calendar<'_>,
    ) -> Result<Option<CaseDay>, Error> {
        if self.state() == CaseState::AwaitingHost {
            return Ok(Some(CaseDay {
                state: DayState::WithHost,
                days_left: None,
                days_late: None,
            }));
        }
        let Some((term, from)) = self.running() else {
            return Ok(None);
        };
        let window = law.window_of(term, &self.question(from).on(on), calendar)?;
        Ok(window.map(|window| CaseDay {
            state: window.state(on),
            days_left: Some(window.days_left(on)),
            days_late: Some(window.days_late(on)),
        }))
    }

    /// The current term, and the day of its event.
    fn running(&self) -> Option<(Term, Day)> {
        match (self.state(), self.moved_on) {
            (CaseState::Registered | CaseState::Departed, _) => None,
            (_, Some(moved)) => Some((Term::Move, moved)),
            (_, None) => Some((Term::Registration, self.arrival.on)),
        }
    }

    fn question(&self, from: Day) -> TermQuestion {
        TermQuestion::from(from)
            .stay_until(self.arrival.stay_until)
            .treaty(self.arrival.treaty)
            .week(self.arrival.week)
    }

    /// The case as a registered one, if it is registered.
    #[must_use]
    pub fn registered(&self) -> Option<Registered<'_>> {
        match (self.state(), self.registered_on) {
            (CaseState::Registered, Some(since)) => Some(Registered { case: self, since }),
            _ => None,
        }
    }
}

/// The first day of the rules; none if no such day is stated.
fn first_day(law: Law<'_>) -> Result<Option<Day>, Error> {
    Ok(law.term_rule(Term::Registration)?.first_day())
}

/// A registered case. Only [`Case::registered`] makes one, and a certificate can only be made from one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Registered<'a> {
    case: &'a Case,
    since: Day,
}

impl<'a> Registered<'a> {
    /// The case.
    #[must_use]
    pub const fn case(&self) -> &'a Case {
        self.case
    }

    /// The day of the confirmation.
    #[must_use]
    pub const fn since(&self) -> Day {
        self.since
    }
}

//! The registration case: what has happened since the arrival, and what that makes of it.

use core::fmt;

use time::Date;

use super::{CaseRefusal, CaseState, DataItem, EventKind, PlaceOfStay};
use crate::calendar::{Calendar, Week};
use crate::error::Error;
use crate::law::{Provision, REGISTRATION_START};
use crate::set::Set;
use crate::term::{DayState, Term, TermAnswer, Treaty, Window};

/// How many of the last events a case remembers.
pub const HISTORY_MAX: usize = 8;
/// The most provisions that the state of a case rests on.
pub const MAX_CASE_BASIS: usize = 2;

/// How a case begins: the day of arrival, and what is known of the stay.
///
/// Who is exempt by treaty has no case, so there is no way to say it here:
///
/// ```compile_fail
/// # use kz_rules_core::{Arrival, Date, Treaty};
/// fn arrival(day: Date) -> Arrival {
///     Arrival::on(day).treaty(Treaty::Exempt)
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    pub(crate) on: Date,
    pub(crate) stay_until: Option<Date>,
    pub(crate) treaty: Treaty,
    pub(crate) week: Week,
}

impl Arrival {
    /// The person arrived on this day, of whom nothing else is known. The week has five days unless
    /// told.
    #[must_use]
    pub const fn on(day: Date) -> Self {
        Self {
            on: day,
            stay_until: None,
            treaty: Treaty::Unknown,
            week: Week::Five,
        }
    }

    /// The last day of the allowed stay.
    #[must_use]
    pub fn stay_until(mut self, last: impl Into<Option<Date>>) -> Self {
        self.stay_until = last.into();
        self
    }

    /// There is no treaty about the registration.
    #[must_use]
    pub const fn no_treaty(mut self) -> Self {
        self.treaty = Treaty::None;
        self
    }

    /// A ratified treaty gives this number of days, from 1 to 366.
    #[must_use]
    pub const fn treaty_days(mut self, days: u16) -> Self {
        self.treaty = Treaty::Days(days);
        self
    }

    /// The week that is worked.
    #[must_use]
    pub const fn week(mut self, week: Week) -> Self {
        self.week = week;
        self
    }
}

/// Something that happens to a case, on a day.
///
/// There is no event without its day:
///
/// ```compile_fail
/// # use kz_rules_core::Event;
/// let event = Event::HostConfirms {};
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// See [`EventKind::Submit`].
    Submit {
        /// The day.
        on: Date,
        /// What is stated of the person.
        data: Set<DataItem>,
        /// The place; nothing: none of those in which people are registered.
        place: Option<PlaceOfStay>,
    },
    /// See [`EventKind::HostConfirms`].
    HostConfirms {
        /// The day.
        on: Date,
    },
    /// See [`EventKind::HostDeclines`].
    HostDeclines {
        /// The day.
        on: Date,
    },
    /// See [`EventKind::DataFoundFalse`].
    DataFoundFalse {
        /// The day.
        on: Date,
    },
    /// See [`EventKind::Move`].
    Move {
        /// The day.
        on: Date,
    },
}

impl Event {
    /// The day.
    #[must_use]
    pub const fn on(&self) -> Date {
        match self {
            Self::Submit { on, .. }
            | Self::HostConfirms { on }
            | Self::HostDeclines { on }
            | Self::DataFoundFalse { on }
            | Self::Move { on } => *on,
        }
    }

    /// What happens.
    #[must_use]
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Submit { .. } => EventKind::Submit,
            Self::HostConfirms { .. } => EventKind::HostConfirms,
            Self::HostDeclines { .. } => EventKind::HostDeclines,
            Self::DataFoundFalse { .. } => EventKind::DataFoundFalse,
            Self::Move { .. } => EventKind::Move,
        }
    }
}

/// Why a case did not take an event, and what exactly is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// The day is before 2026-07-01.
    NotInForce {
        /// The day of the event.
        on: Date,
    },
    /// The day is before the arrival, or before the event ahead of it.
    DateBackwards {
        /// The day of the event.
        on: Date,
        /// The first day that the case takes.
        earliest: Date,
    },
    /// The event does not fit the state.
    InvalidEvent {
        /// What happened.
        event: EventKind,
        /// Where the case stands.
        state: CaseState,
    },
    /// The submission lacks required items.
    MissingData {
        /// Those that are missing.
        items: Set<DataItem>,
    },
    /// The place is none of those in which people are registered (R923-PLACES).
    PlaceNotEligible,
}

impl Rejection {
    /// The same without what exactly is wrong.
    #[must_use]
    pub const fn error(self) -> Error {
        match self {
            Self::NotInForce { .. } => Error::NotInForce,
            Self::DateBackwards { .. } => Error::DateBackwards,
            Self::InvalidEvent { .. } => Error::InvalidEvent,
            Self::MissingData { .. } => Error::MissingData,
            Self::PlaceNotEligible => Error::PlaceNotEligible,
        }
    }
}

impl From<Rejection> for Error {
    fn from(rejection: Rejection) -> Self {
        rejection.error()
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error().fmt(f)
    }
}

impl core::error::Error for Rejection {}

/// An event that a case took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastEvent {
    /// The day.
    pub on: Date,
    /// What happened.
    pub event: EventKind,
    /// Where the case stood then.
    pub state: CaseState,
}

impl PastEvent {
    /// Why the submission was refused, if this event refused it.
    #[must_use]
    pub fn refusal(&self) -> Option<CaseRefusal> {
        if self.state != CaseState::Refused {
            return None;
        }
        Some(match self.event {
            EventKind::HostDeclines => CaseRefusal::HostDeclined,
            EventKind::DataFoundFalse => CaseRefusal::FalseData,
            // No other event leads to a refusal but after the allowed stay.
            _ => CaseRefusal::StayExceeded,
        })
    }
}

/// Where a day stands in the window of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CaseDay {
    /// The state of the day.
    pub state: DayState,
    /// Calendar days to the strict day, negative after it; nothing while the host is to answer.
    pub days_left: Option<i32>,
}

/// A registration case: a value of about a hundred bytes, without names or numbers of the person.
///
/// Nothing but [`Case::apply`] changes where it stands:
///
/// ```
/// use kz_rules_core::{
///     Arrival, Calendar, Case, CaseState, DataItem, Date, Event, Month, PlaceOfStay,
/// };
///
/// let august = |day| Date::from_calendar_date(2026, Month::August, day);
/// let case = Case::new(Arrival::on(august(3)?).no_treaty())?;
/// let window = case.window(&Calendar::KAZAKHSTAN)?.ok_or("a window runs")?;
/// assert_eq!(window.days_left(august(3)?), 29);
///
/// let case = case.apply(Event::Submit {
///     on: august(10)?,
///     data: DataItem::ALL.iter().copied().collect(),
///     place: Some(PlaceOfStay::Apartment),
/// })?;
/// let case = case.apply(Event::HostConfirms { on: august(11)? })?;
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    pub(crate) arrival: Arrival,
    /// Confirmations so far; the most that fits stands for more.
    pub(crate) registrations: u16,
    /// The day of the last confirmation.
    pub(crate) registered_on: Option<Date>,
    /// The day of the last move since then.
    pub(crate) moved_on: Option<Date>,
    /// Events so far; the most that fits stands for more.
    pub(crate) events: u16,
    /// The last events, the oldest first; nothing after them.
    pub(crate) history: [Option<PastEvent>; HISTORY_MAX],
}

impl Case {
    /// The case of an immigrant who arrived.
    ///
    /// # Errors
    ///
    /// In this order: [`Error::DateNotSupported`]; [`Error::TreatyDays`];
    /// [`Error::StayBeforeArrival`].
    pub fn new(arrival: Arrival) -> Result<Self, Error> {
        let mut days = [Some(arrival.on), arrival.stay_until].into_iter().flatten();
        if !days.all(|day| (1..=9999).contains(&day.year())) {
            return Err(Error::DateNotSupported);
        }
        arrival.treaty.days()?;
        if arrival.stay_until.is_some_and(|last| last < arrival.on) {
            return Err(Error::StayBeforeArrival);
        }
        Ok(Self {
            arrival,
            registrations: 0,
            registered_on: None,
            moved_on: None,
            events: 0,
            history: [None; HISTORY_MAX],
        })
    }

    /// The case after an event. This one stays as it is.
    ///
    /// # Errors
    ///
    /// The [`Rejection`]s are looked for in their order.
    pub fn apply(mut self, event: Event) -> Result<Self, Rejection> {
        let (on, kind, state) = (event.on(), event.kind(), self.state());
        if on < REGISTRATION_START {
            return Err(Rejection::NotInForce { on });
        }
        let earliest = self.earliest();
        if on < earliest {
            return Err(Rejection::DateBackwards { on, earliest });
        }
        if !kind.possible_from().contains(state) {
            return Err(Rejection::InvalidEvent { event: kind, state });
        }
        if let Event::Submit { data, place, .. } = event {
            let items = DataItem::missing_from(data);
            if !items.is_empty() {
                return Err(Rejection::MissingData { items });
            }
            if place.is_none() {
                return Err(Rejection::PlaceNotEligible);
            }
        }
        let overstayed = self.arrival.stay_until.is_some_and(|last| on > last);
        let state = match kind {
            EventKind::Submit | EventKind::HostConfirms if overstayed => CaseState::Refused,
            EventKind::Submit => CaseState::AwaitingHost,
            EventKind::HostConfirms => {
                self.registrations = self.registrations.saturating_add(1);
                self.registered_on = Some(on);
                self.moved_on = None;
                CaseState::Registered
            }
            EventKind::HostDeclines | EventKind::DataFoundFalse => CaseState::Refused,
            EventKind::Move if self.registered_on.is_some() => {
                self.moved_on = Some(on);
                CaseState::Moved
            }
            EventKind::Move => CaseState::New,
        };
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
    pub const fn arrived_on(&self) -> Date {
        self.arrival.on
    }

    /// The last day of the allowed stay, if it is known.
    #[must_use]
    pub const fn stay_until(&self) -> Option<Date> {
        self.arrival.stay_until
    }

    /// What a treaty says; never [`Treaty::Exempt`].
    #[must_use]
    pub const fn treaty(&self) -> Treaty {
        self.arrival.treaty
    }

    /// The week that is worked.
    #[must_use]
    pub const fn week(&self) -> Week {
        self.arrival.week
    }

    /// Where the case stands.
    #[must_use]
    pub fn state(&self) -> CaseState {
        self.last().map_or(CaseState::New, |last| last.state)
    }

    /// Why the last submission is refused, while it is.
    #[must_use]
    pub fn refusal(&self) -> Option<CaseRefusal> {
        self.last().and_then(|last| last.refusal())
    }

    /// What the state of the case rests on: while it is new the term of the registration; then that
    /// the host is asked, or that the state's system forms a certificate, or the ground for refusal,
    /// or the term of the move. R923-DEREGISTRATION too if a confirmation ended the registration
    /// before it.
    pub fn basis(&self) -> impl Iterator<Item = Provision> + use<> {
        let refusal = self.refusal().map(CaseRefusal::provision);
        let of_state = match self.state() {
            CaseState::New => Some(Provision::R92330Days),
            CaseState::AwaitingHost => Some(Provision::R923Host),
            CaseState::Registered => Some(Provision::R923Certificate),
            CaseState::Refused => refusal,
            CaseState::Moved => Some(Provision::R923Move),
        };
        let ended = self
            .deregistered_on()
            .map(|_| Provision::R923Deregistration);
        of_state.into_iter().chain(ended)
    }

    /// How many registrations were confirmed so far; 65535 stands for more too.
    #[must_use]
    pub const fn registrations(&self) -> u16 {
        self.registrations
    }

    /// The day of the last confirmation.
    #[must_use]
    pub const fn registered_on(&self) -> Option<Date> {
        self.registered_on
    }

    /// The day on which the latest earlier registration ended: that of the confirmation which took
    /// its place (R923-DEREGISTRATION).
    #[must_use]
    pub const fn deregistered_on(&self) -> Option<Date> {
        if self.registrations > 1 {
            self.registered_on
        } else {
            None
        }
    }

    /// The day of the move whose window runs.
    #[must_use]
    pub const fn moved_on(&self) -> Option<Date> {
        self.moved_on
    }

    /// How many events the case took; 65535 stands for more too.
    #[must_use]
    pub const fn events(&self) -> u16 {
        self.events
    }

    /// The last events, at most [`HISTORY_MAX`], the oldest first.
    pub fn history(&self) -> impl Iterator<Item = PastEvent> {
        self.history.iter().copied().flatten()
    }

    /// The first day that an event may have.
    #[must_use]
    pub fn earliest(&self) -> Date {
        let after = self.last().map_or(self.arrival.on, |last| last.on);
        after.max(REGISTRATION_START)
    }

    /// The events that fit the state.
    #[must_use]
    pub fn possible_events(&self) -> Set<EventKind> {
        let state = self.state();
        let fits = |event: &EventKind| event.possible_from().contains(state);
        EventKind::ALL.iter().copied().filter(fits).collect()
    }

    #[inline(never)] // one copy serves all questions
    pub(super) fn last(&self) -> Option<&PastEvent> {
        self.history.iter().flatten().last()
    }

    /// The window that runs: the registration's until the first confirmation, then the last move's;
    /// nothing while the case is registered. The case does not know whether the rules cover the
    /// person.
    ///
    /// # Errors
    ///
    /// [`Error::CalendarNotCovered`] if it does not lie in years that the calendar covers.
    pub fn window(&self, calendar: &Calendar<'_>) -> Result<Option<Window>, Error> {
        let start = self.moved_on.unwrap_or(self.arrival.on);
        self.window_on(start.max(REGISTRATION_START), calendar)
    }

    /// Where a day stands in the window that runs, and the days that are left;
    /// [`DayState::WithHost`] on every day while the case awaits the host. Nothing if no window runs:
    /// the case is registered, or the rules are not in force on that day.
    ///
    /// # Errors
    ///
    /// [`Error::DateNotSupported`]; [`Error::DecisionBeforeEvent`] if the day is before the arrival
    /// or the move that opened the window; [`Error::CalendarNotCovered`] as for [`Case::window`].
    pub fn day(&self, on: Date, calendar: &Calendar<'_>) -> Result<Option<CaseDay>, Error> {
        if self.state() == CaseState::AwaitingHost {
            return Ok(Some(CaseDay {
                state: DayState::WithHost,
                days_left: None,
            }));
        }
        let window = self.window_on(on, calendar)?;
        Ok(window.map(|window| CaseDay {
            state: window.state(on),
            days_left: Some(window.days_left(on)),
        }))
    }

    /// The window that runs, asked about on a day.
    fn window_on(&self, on: Date, calendar: &Calendar<'_>) -> Result<Option<Window>, Error> {
        if self.state() == CaseState::Registered {
            return Ok(None);
        }
        let term = Term::from(self.moved_on.unwrap_or(self.arrival.on))
            .on(on)
            .stay_until(self.arrival.stay_until)
            .treaty(self.arrival.treaty)
            .week(self.arrival.week);
        let answer = match self.moved_on {
            Some(_) => term.move_(calendar),
            None => term.registration(calendar),
        };
        Ok(match answer? {
            TermAnswer::Window(window) => Some(window),
            TermAnswer::NotInForce { .. } | TermAnswer::NotCovered { .. } => None,
        })
    }

    /// The case as one that is registered, if it is.
    #[must_use]
    pub fn registered(&self) -> Option<Registered<'_>> {
        match (self.state(), self.registered_on) {
            (CaseState::Registered, Some(since)) => Some(Registered { case: self, since }),
            _ => None,
        }
    }
}

/// A case that is registered: only [`Case::registered`] gives one, and only it gives a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered<'a> {
    pub(crate) case: &'a Case,
    pub(crate) since: Date,
}

impl<'a> Registered<'a> {
    /// The case.
    #[must_use]
    pub const fn case(&self) -> &'a Case {
        self.case
    }

    /// The day of the confirmation.
    #[must_use]
    pub const fn since(&self) -> Date {
        self.since
    }
}

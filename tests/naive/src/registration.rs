//! The registration case: section 7.

use crate::Wrong;
use crate::calendar::Week;
use crate::law::Law;
use crate::term::{Event as TermEvent, Kind, Running, Treaty, Window, first_day, running, window};
use time::Date;

/// The items of a submission; all but the patronymic are required.
pub const ITEMS: [&str; 7] = [
    "surname",
    "given_name",
    "patronymic",
    "birth_date",
    "passport",
    "host",
    "address",
];

/// All items that are required: bit N for item N.
const REQUIRED: u8 = 0b111_1011;

/// The places in which one can be registered.
pub const PLACES: [&str; 7] = [
    "house",
    "apartment",
    "dormitory",
    "hotel",
    "holiday_home",
    "sanatorium",
    "other_residential",
];

/// The states of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing submitted.
    New,
    /// Submitted.
    AwaitingHost,
    /// Refused.
    Refused(Ground),
    /// Confirmed.
    Registered,
    /// At a new address, with a registration at an old one.
    Moved,
    /// Gone.
    Departed,
}

/// Why a case is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// After the allowed stay.
    StayExceeded,
    /// The host declined.
    HostDeclined,
    /// The data are untrue.
    FalseData,
}

impl State {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            State::New => "new",
            State::AwaitingHost => "awaiting_host",
            State::Refused(_) => "refused",
            State::Registered => "registered",
            State::Moved => "moved",
            State::Departed => "departed",
        }
    }
}

impl Ground {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Ground::StayExceeded => "stay_exceeded",
            Ground::HostDeclined => "host_declined",
            Ground::FalseData => "false_data",
        }
    }
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Data (bit N for item N of [`ITEMS`]), and whether the place is one of [`PLACES`].
    Submit(u8, bool),
    /// The host confirms.
    HostConfirms,
    /// The host declines.
    HostDeclines,
    /// The data are found to be false.
    DataFoundFalse,
    /// The address changes.
    Move,
    /// The stay has a new last day.
    StayExtended(Date),
    /// The person leaves for good.
    Departs,
}

/// A case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    arrived_on: Date,
    treaty: Treaty,
    week: Week,
    last_event: Date,
    moved_on: Option<Date>,
    /// The state.
    pub state: State,
    /// Confirmations so far.
    pub registrations: u32,
    /// The last day on which a registration ended.
    pub deregistered_on: Option<Date>,
    /// The last day of the allowed stay.
    pub stay_until: Option<Date>,
}

impl Case {
    /// Creates a case.
    pub fn new(
        arrived_on: Date,
        stay_until: Option<Date>,
        treaty: Treaty,
        week: Week,
    ) -> Result<Case, Wrong> {
        treaty.check()?;
        if stay_until.is_some_and(|stay| stay < arrived_on) {
            return Err(Wrong::StayBeforeArrival);
        }
        Ok(Case {
            arrived_on,
            treaty,
            week,
            last_event: arrived_on,
            moved_on: None,
            state: State::New,
            registrations: 0,
            deregistered_on: None,
            stay_until,
        })
    }

    /// An event: an error leaves the case as it was.
    pub fn event(&mut self, law: &Law, event: Event, day: Date) -> Result<(), Wrong> {
        if !law.applies(law.terms[Kind::Registration as usize].in_force, day) {
            return Err(Wrong::NotInForce);
        }
        if day < self.last_event {
            return Err(Wrong::DateBackwards);
        }
        if !self.has(event) {
            return Err(Wrong::InvalidEvent);
        }
        match event {
            Event::Submit(items, _) if items & REQUIRED != REQUIRED => {
                return Err(Wrong::MissingData);
            }
            Event::Submit(_, false) => return Err(Wrong::PlaceNotEligible),
            Event::StayExtended(until)
                if until < day || self.stay_until.is_some_and(|known| until <= known) =>
            {
                return Err(Wrong::StayNotExtended);
            }
            _ => {}
        }
        self.happens(event, day);
        self.last_event = day;
        Ok(())
    }

    /// Whether the state has such an event.
    fn has(&self, event: Event) -> bool {
        match event {
            Event::Submit(..) => !matches!(self.state, State::Registered | State::Departed),
            Event::HostConfirms | Event::HostDeclines | Event::DataFoundFalse => {
                self.state == State::AwaitingHost
            }
            Event::Move | Event::StayExtended(_) | Event::Departs => self.state != State::Departed,
        }
    }

    fn happens(&mut self, event: Event, day: Date) {
        let after_stay = self.stay_until.is_some_and(|stay| day > stay);
        match event {
            Event::Submit(..) | Event::HostConfirms if after_stay => {
                self.state = State::Refused(Ground::StayExceeded);
            }
            Event::Submit(..) => self.state = State::AwaitingHost,
            Event::HostConfirms => {
                self.end_registration(day);
                self.registrations += 1;
                self.state = State::Registered;
            }
            Event::HostDeclines => self.state = State::Refused(Ground::HostDeclined),
            Event::DataFoundFalse => self.state = State::Refused(Ground::FalseData),
            Event::Move if self.registrations > 0 => {
                self.moved_on = Some(day);
                self.state = State::Moved;
            }
            Event::Move => self.state = State::New,
            Event::StayExtended(until) => self.stay_until = Some(until),
            Event::Departs => {
                self.end_registration(day);
                self.state = State::Departed;
            }
        }
    }

    /// A registration stands from the first confirmation until the departure.
    fn end_registration(&mut self, day: Date) {
        if self.registrations > 0 {
            self.deregistered_on = Some(day);
        }
    }

    /// The event of the current window, if there is one.
    fn running_event(&self, law: &Law) -> Option<TermEvent> {
        let (kind, from) = match (self.state, self.registrations, self.moved_on) {
            (State::Departed | State::Registered, ..) => return None,
            (_, 0, _) => (Kind::Registration, self.arrived_on),
            (_, _, moved_on) => (Kind::Move, moved_on?),
        };
        let before = self.arrived_on < first_day(law, Kind::Registration);
        Some(TermEvent {
            kind,
            from,
            week: self.week,
            treaty: self.treaty,
            stay_until: self.stay_until,
            transitional: kind == Kind::Registration && before,
        })
    }

    /// The current window, if there is one. A term that is not in force has none.
    pub fn window(&self, law: &Law) -> Option<Result<Window, Wrong>> {
        let event = self.running_event(law)?;
        let first = first_day(law, event.kind).max(event.from);
        is_in_force(law, &event, first).then(|| window(law, event))
    }

    /// The state of a day in the current window. [`State::AwaitingHost`] has no such answer: every day is with the
    /// host.
    pub fn on_day(&self, law: &Law, day: Date) -> Option<Result<Running, Wrong>> {
        let event = self.running_event(law)?;
        if self.state == State::AwaitingHost || !is_in_force(law, &event, day) {
            return None;
        }
        Some(window(law, event).map(|window| running(&event, window, day)))
    }
}

/// Whether the term of an event is in force: on the decision date, or on the day of the event.
fn is_in_force(law: &Law, event: &TermEvent, on: Date) -> bool {
    let term = &law.terms[event.kind as usize];
    law.applies(
        term.in_force,
        if term.by_decision { on } else { event.from },
    )
}

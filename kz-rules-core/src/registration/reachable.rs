//! Whether some events lead to a case: those that it remembers, after others that it has forgotten.
//!
//! The checksum of a stored case detects accidental damage; this detects a case that cannot exist. No
//! law is needed: there may have been a law that allowed each event on its day.

use super::case::{Case, HISTORY_MAX};
use super::event::{EventKind, PastEvent};
use super::transition::CaseState;
use crate::base::day::Day;
use crate::law::Finding;

/// The fewest events from one registration to the next: a move, a submission, a confirmation. The
/// first registration needs no move.
const EVENTS_PER_REGISTRATION: u32 = 3;

impl Case {
    /// Whether some events lead to this case.
    pub(super) fn is_reachable(&self) -> bool {
        let remembered = u16::try_from(HISTORY_MAX).unwrap_or(u16::MAX);
        let forgotten = match self.events {
            // The maximum also stands for more.
            u16::MAX => u32::MAX,
            events => events.saturating_sub(remembered).into(),
        };
        self.is_reachable_after(forgotten)
    }

    /// Whether some events lead to this case, if `forgotten` of them are not in the history.
    pub(super) fn is_reachable_after(&self, forgotten: u32) -> bool {
        let Some(start) = self.before_history(forgotten) else {
            return false;
        };
        let (mut at, mut stay) = start;
        let mut last = self.arrival.on;
        for past in self.history() {
            if past.on < last || !at.follow(past, &mut stay) {
                return false;
            }
            last = past.on;
        }
        at.registered_on == self.registered_on
            && at.moved_on == self.moved_on
            && at.finding == self.finding
            && stay.can_be(self.arrival.stay_until)
    }

    /// The state before the events that the case remembers; none if there is no possible one. If
    /// several are possible, it is one that allows all that any of them allows.
    fn before_history(&self, forgotten: u32) -> Option<(At, Stay)> {
        let arrival = self.arrival.on;
        let confirmed = |past: &PastEvent| {
            past.state == CaseState::Registered && past.event == EventKind::HostConfirms
        };
        let confirmations = u16::try_from(self.history().filter(confirmed).count()).ok()?;
        let registrations = self.registrations.checked_sub(confirmations)?;
        let Some(first) = self.history().next().filter(|_| forgotten > 0) else {
            return (registrations == 0 && forgotten == 0)
                .then_some((At::NEW, Stay::from(arrival)));
        };
        let registered = registrations > 0;
        let state = match first.event {
            EventKind::HostConfirms | EventKind::HostDeclines | EventKind::DataFoundFalse => {
                CaseState::AwaitingHost
            }
            EventKind::StayExtended => first.state,
            _ if !registered => CaseState::New,
            EventKind::Submit => CaseState::Moved,
            EventKind::Departs if self.moved_on.is_some() => CaseState::Moved,
            EventKind::Move | EventKind::Departs => CaseState::Registered,
        };
        let fits = match state {
            CaseState::New => !registered,
            CaseState::Registered | CaseState::Moved => registered,
            CaseState::AwaitingHost | CaseState::Refused => true,
            CaseState::Departed => false,
        };
        if !fits {
            return None;
        }
        // Days that a later event has overwritten are taken as early as possible.
        let keeps_registration = confirmations == 0;
        let moves = self
            .history()
            .any(|past| past.state == CaseState::Moved && past.event == EventKind::Move);
        let registered_on = match (registered, keeps_registration) {
            (false, _) => None,
            (true, true) => Some(self.registered_on?),
            (true, false) => Some(arrival),
        };
        let moved_on = match registered_on {
            Some(_) if state == CaseState::Registered => None,
            Some(_) if keeps_registration && !moves => Some(self.moved_on?),
            earliest => earliest,
        };
        let since = registered_on.unwrap_or(arrival);
        let begun = moved_on.unwrap_or(since);
        if !(arrival <= since && since <= begun && begun <= first.on) {
            return None;
        }

        let least = u32::from(registrations).saturating_mul(EVENTS_PER_REGISTRATION);
        let mut stay = Stay::from(since);
        let (mut finding, mut more) = (None, 0);
        match state {
            CaseState::AwaitingHost => {
                more = 1;
                stay.allows(begun);
            }
            CaseState::Refused => {
                let kept = self
                    .history()
                    .all(|past| past.event == EventKind::StayExtended);
                let in_stay = forgotten >= least.saturating_add(2);
                finding = match self.finding {
                    Some(finding) if kept => Some(finding),
                    _ if kept => return None,
                    // The next submission overwrites it.
                    _ if in_stay => Some(Finding::HostDeclined),
                    _ => Some(Finding::StayExceeded),
                };
                if finding == Some(Finding::StayExceeded) {
                    more = 1;
                    stay.ended_before(first.on);
                } else {
                    more = 2;
                }
            }
            _ => {}
        }
        // There is no move before the first registration.
        let least = match state {
            CaseState::Registered => least.saturating_sub(1),
            _ => least.saturating_add(more),
        };
        let at = At {
            state,
            registered_on,
            moved_on,
            finding,
        };
        (forgotten >= least).then_some((at, stay))
    }
}

/// The part of a case that decides what can follow.
struct At {
    state: CaseState,
    registered_on: Option<Day>,
    moved_on: Option<Day>,
    finding: Option<Finding>,
}

impl At {
    const NEW: Self = Self {
        state: CaseState::New,
        registered_on: None,
        moved_on: None,
        finding: None,
    };

    /// Applies an event; `false` if it cannot have led to the state that was recorded.
    fn follow(&mut self, past: PastEvent, stay: &mut Stay) -> bool {
        let PastEvent { on, event, state } = past;
        if !event.possible_from().contains(self.state) {
            return false;
        }
        let overstayed = event.needs_stay() && state == CaseState::Refused;
        if overstayed {
            stay.ended_before(on);
        } else if event.needs_stay() {
            stay.allows(on);
        } else if event == EventKind::StayExtended && !stay.extend(on) {
            return false;
        }
        if event.leads_to(self.state, self.registered_on.is_some(), overstayed) != state {
            return false;
        }
        self.state = state;
        self.finding = event.finding(state, self.finding);
        match (event, state) {
            (EventKind::HostConfirms, CaseState::Registered) => {
                self.registered_on = Some(on);
                self.moved_on = None;
            }
            (EventKind::Move, CaseState::Moved) => self.moved_on = Some(on),
            _ => {}
        }
        true
    }
}

/// What the last day of the allowed stay can have been between two extensions, as day numbers.
struct Stay {
    first: i32,
    /// It was before this day.
    before: i32,
    /// Whether it must have been known.
    known: bool,
}

impl Stay {
    /// It may have been unknown; if it was known, it was this day or a later one.
    const fn from(day: Day) -> Self {
        Self {
            first: day.number(),
            before: i32::MAX,
            known: false,
        }
    }

    /// Records that a day was within the stay.
    fn allows(&mut self, day: Day) {
        self.first = self.first.max(day.number());
    }

    /// Records that a day was after the stay.
    fn ended_before(&mut self, day: Day) {
        self.before = self.before.min(day.number());
        self.known = true;
    }

    /// Records that the stay was extended on a day: to that day or a later one, and beyond the day
    /// known before. `false` if that is impossible.
    fn extend(&mut self, on: Day) -> bool {
        let mut first = on.number();
        if self.known {
            if self.first >= self.before {
                return false;
            }
            first = first.max(self.first.saturating_add(1));
        }
        *self = Self {
            first,
            before: i32::MAX,
            known: true,
        };
        true
    }

    fn can_be(&self, last: Option<Day>) -> bool {
        last.map(Day::number)
            .map_or(!self.known, |last| self.first <= last && last < self.before)
    }
}

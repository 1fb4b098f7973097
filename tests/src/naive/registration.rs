//! The registration of an immigrant: section 7 of the legal model, for one who is covered.
//!
//! A case is the list of what happened to it, and every question goes through the list again. Days are counted one
//! by one; which of them are working days is asked of the calendar, which has tests of its own.

use kz_rules_core::{Calendar, Week};
use time::{Date, Duration, macros::date};

use super::{parse_date, print_date, words};

words! {
    /// Where a case stands.
    State {
        New = "new",
        AwaitingHost = "awaiting_host",
        Registered = "registered",
        Refused = "refused",
        Moved = "moved",
    }
}
words! {
    /// Why it was refused.
    Ground {
        StayExceeded = "stay_exceeded",
        HostDeclined = "host_declined",
        FalseData = "false_data",
    }
}
words! {
    /// What can happen.
    Kind {
        Submit = "submit",
        HostConfirms = "host_confirms",
        HostDeclines = "host_declines",
        DataFoundFalse = "data_found_false",
        Move = "move",
    }
}
words! {
    /// What a submission states.
    Item {
        Surname = "surname",
        GivenName = "given_name",
        Patronymic = "patronymic",
        BirthDate = "birth_date",
        Passport = "passport",
        Host = "host",
        Address = "address",
    }
}
words! {
    /// Where people are registered.
    Place {
        House = "house",
        Apartment = "apartment",
        Dormitory = "dormitory",
        Hotel = "hotel",
        HolidayHome = "holiday_home",
        Sanatorium = "sanatorium",
        OtherResidential = "other_residential",
    }
}

/// Something that happens on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What happens.
    pub kind: Kind,
    /// The day.
    pub on: Date,
    /// Of a submission: the items that are not stated.
    pub missing: Vec<Item>,
    /// Of a submission: the place, if it is one in which people are registered.
    pub place: Option<Place>,
}

/// Reads a script: events joined with `;`, each as `event@day`, for a submission with `/full`, less items, and the place.
pub fn read_script(text: &str) -> Option<Vec<Event>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    text.split(';').map(read_event).collect()
}

fn read_event(text: &str) -> Option<Event> {
    let (kind, rest) = text.split_once('@')?;
    let kind = Kind::parse(kind)?;
    let mut parts = rest.split('/');
    let on = parse_date(parts.next()?)?;
    let (mut missing, mut place) = (Vec::new(), None);
    if kind == Kind::Submit {
        let items = parts.next()?.strip_prefix("full")?;
        if !items.is_empty() {
            for item in items.strip_prefix('-')?.split('-') {
                missing.push(Item::parse(item)?);
            }
        }
        place = Place::parse(parts.next()?);
    }
    parts.next().is_none().then_some(Event {
        kind,
        on,
        missing,
        place,
    })
}

/// Writes a script that [`read_script`] reads; a place that is none is a warehouse.
pub fn print_script(events: &[Event]) -> String {
    let print = |event: &Event| {
        let mut text = format!("{}@{}", event.kind.word(), print_date(event.on));
        if event.kind == Kind::Submit {
            text += "/full";
            for item in &event.missing {
                text += "-";
                text += item.word();
            }
            text += "/";
            text += event.place.map_or("warehouse", Place::word);
        }
        text
    };
    events.iter().map(print).collect::<Vec<_>>().join(";")
}

/// How a case begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The day.
    pub on: Date,
    /// The last day of stay, if known.
    pub stay_until: Option<Date>,
    /// The days that a treaty gives, if it gives any.
    pub treaty_days: Option<u16>,
    /// The week.
    pub week: Week,
}

/// What has happened, and where each event led.
#[derive(Clone, Debug)]
pub struct Case {
    arrival: Arrival,
    log: Vec<(Event, State)>,
}

const IN_FORCE: Date = date!(2026 - 07 - 01);

impl Case {
    /// A new case.
    ///
    /// # Errors
    ///
    /// The word for what is wrong.
    pub fn new(arrival: Arrival) -> Result<Self, &'static str> {
        if arrival
            .treaty_days
            .is_some_and(|days| days == 0 || days > 366)
        {
            return Err("treaty_days");
        }
        if arrival.stay_until.is_some_and(|last| last < arrival.on) {
            return Err("stay_before_arrival");
        }
        Ok(Self {
            arrival,
            log: Vec::new(),
        })
    }

    /// Where the case stands.
    pub fn state(&self) -> State {
        self.log.last().map_or(State::New, |(_, state)| *state)
    }

    /// Lets an event happen.
    ///
    /// # Errors
    ///
    /// The word for what is wrong; the case is then as before.
    pub fn apply(&mut self, event: &Event) -> Result<(), &'static str> {
        if event.on < IN_FORCE {
            return Err("not_in_force");
        }
        let ahead = self
            .log
            .last()
            .map_or(self.arrival.on, |(ahead, _)| ahead.on);
        if event.on < ahead || event.on < self.arrival.on {
            return Err("date_backwards");
        }
        let now = self.state();
        let fits = match event.kind {
            Kind::Submit => now != State::Registered,
            Kind::Move => true,
            _ => now == State::AwaitingHost,
        };
        if !fits {
            return Err("invalid_event");
        }
        if event.missing.iter().any(|item| *item != Item::Patronymic) {
            return Err("missing_data");
        }
        if event.kind == Kind::Submit && event.place.is_none() {
            return Err("place_not_eligible");
        }
        let stay_is_over = match self.arrival.stay_until {
            Some(last) => event.on > last,
            None => false,
        };
        let next = match (event.kind, stay_is_over) {
            (Kind::Submit, false) => State::AwaitingHost,
            (Kind::HostConfirms, false) => State::Registered,
            (Kind::Submit | Kind::HostConfirms, true) => State::Refused,
            (Kind::HostDeclines | Kind::DataFoundFalse, _) => State::Refused,
            (Kind::Move, _) => {
                if self.registrations() > 0 {
                    State::Moved
                } else {
                    State::New
                }
            }
        };
        self.log.push((event.clone(), next));
        Ok(())
    }

    fn confirmations(&self) -> impl DoubleEndedIterator<Item = Date> {
        let confirmed =
            |(event, state): &(Event, State)| (*state == State::Registered).then_some(event.on);
        self.log.iter().filter_map(confirmed)
    }

    /// How many registrations were confirmed.
    pub fn registrations(&self) -> usize {
        self.confirmations().count()
    }

    /// When the latest earlier registration ended.
    pub fn deregistered_on(&self) -> Option<Date> {
        self.confirmations().skip(1).last()
    }

    /// Why the last submission was refused.
    pub fn ground(&self) -> Option<Ground> {
        let (event, State::Refused) = self.log.last()? else {
            return None;
        };
        Some(match event.kind {
            Kind::HostDeclines => Ground::HostDeclined,
            Kind::DataFoundFalse => Ground::FalseData,
            _ => Ground::StayExceeded,
        })
    }

    /// What happened, and where each event led.
    pub fn log(&self) -> impl ExactSizeIterator<Item = (Date, Kind, State)> {
        self.log
            .iter()
            .map(|(event, state)| (event.on, event.kind, *state))
    }

    /// The window that runs: the strict day and the lenient one.
    ///
    /// # Errors
    ///
    /// The word for what is wrong.
    pub fn window(&self) -> Result<Option<(Date, Date)>, &'static str> {
        if self.state() == State::Registered {
            return Ok(None);
        }
        // The last move, if there was a registration before it.
        let moved = self
            .log
            .iter()
            .rev()
            .find(|(_, state)| *state == State::Moved);
        let (from, strict, lenient) = match moved {
            Some((event, _)) => (event.on, self.working_day(event.on, 5)?, {
                self.working_day(event.on + Duration::DAY, 5)?
            }),
            None => {
                let days = i64::from(self.arrival.treaty_days.unwrap_or(30));
                let counted = if self.arrival.on < IN_FORCE {
                    IN_FORCE
                } else {
                    self.arrival.on
                };
                let strict = self.arrival.on + Duration::days(days - 1);
                let strict = if strict < counted { counted } else { strict };
                (self.arrival.on, strict, {
                    self.working_day(counted + Duration::days(days), 1)?
                })
            }
        };
        let strict = match self.arrival.stay_until {
            Some(last) if last >= from && last >= IN_FORCE && last < strict => last,
            _ => strict,
        };
        // Both days must lie in years that are covered.
        self.is_working(strict)?;
        Ok(Some((strict, lenient)))
    }

    fn is_working(&self, day: Date) -> Result<bool, &'static str> {
        Calendar::KAZAKHSTAN
            .is_working_day(day, self.arrival.week)
            .map_err(|_| "calendar_not_covered")
    }

    /// The working day with this number, the first day counting if it is one.
    fn working_day(&self, mut day: Date, number: u32) -> Result<Date, &'static str> {
        let mut count = 0;
        loop {
            count += u32::from(self.is_working(day)?);
            if count == number {
                return Ok(day);
            }
            day += Duration::DAY;
        }
    }

    /// Where a day stands, and the days left; nothing if no window runs.
    ///
    /// # Errors
    ///
    /// The word for what is wrong.
    pub fn day(&self, on: Date) -> Result<Option<(&'static str, Option<i64>)>, &'static str> {
        if self.state() == State::AwaitingHost {
            return Ok(Some(("with_host", None)));
        }
        if self.state() == State::Registered {
            return Ok(None);
        }
        let moved = self
            .log
            .iter()
            .rev()
            .find(|(_, state)| *state == State::Moved);
        if on < moved.map_or(self.arrival.on, |(event, _)| event.on) {
            return Err("decision_before_event");
        }
        if on < IN_FORCE {
            return Ok(None);
        }
        let Some((strict, lenient)) = self.window()? else {
            return Ok(None);
        };
        let state = if self.arrival.stay_until.is_some_and(|last| on > last) {
            "barred"
        } else if on < strict {
            "open"
        } else if on == strict {
            "due_today"
        } else if on <= lenient {
            "contested"
        } else {
            "overdue"
        };
        Ok(Some((state, Some((strict - on).whole_days()))))
    }

    /// The columns of registration.csv after the status.
    pub fn columns(&self, window: Option<(Date, Date)>) -> Vec<(&'static str, String)> {
        let day = |day: Option<Date>| day.map(print_date).unwrap_or_default();
        vec![
            ("state", self.state().word().into()),
            (
                "ground",
                self.ground().map(Ground::word).unwrap_or_default().into(),
            ),
            ("registrations", self.registrations().to_string()),
            ("deregistered_on", day(self.deregistered_on())),
            ("strict", day(window.map(|window| window.0))),
            ("lenient", day(window.map(|window| window.1))),
        ]
    }
}

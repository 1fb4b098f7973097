//! The case as bytes, to be kept where the power may fail.

use time::Date;

use super::case::{Arrival, Case, HISTORY_MAX, PastEvent};
use super::{CaseState, EventKind};
use crate::calendar::Week;
use crate::checksum::crc32;
use crate::error::Error;
use crate::law::REGISTRATION_START;
use crate::record::Fields;
use crate::term::Treaty;

/// The bytes of a case that is kept.
pub const CASE_BYTES: usize = 80;

/// What the bytes begin with: a mark, and the version of the layout.
const MARK: [u8; 4] = *b"KZC\x01";

/// What stands for a treaty that there is not; 0 stands for one that is not known of.
const NO_TREATY: u16 = u16::MAX;

impl Case {
    /// The case as bytes. Numbers have the low byte first.
    ///
    /// | bytes | what |
    /// |---|---|
    /// | 0-3 | `KZC`, and the version of this layout: 1 |
    /// | 4-7 | the day of arrival: the year and the day of the year, two bytes each |
    /// | 8-11 | the last day of the allowed stay; 0: not known |
    /// | 12-13 | the days that a treaty gives; 0: not known, 65535: there is no treaty |
    /// | 14-15 | the number of confirmations |
    /// | 16-19 | the day of the last confirmation; 0: none |
    /// | 20-23 | the day of the move whose window runs; 0: none |
    /// | 24 | the week |
    /// | 25 | 0 |
    /// | 26-27 | the number of events |
    /// | 28-75 | the last eight events, the oldest first: the day, the event, the state; 0: none |
    /// | 76-79 | the CRC-32 of all before it: any one to three flipped bits are found |
    #[must_use]
    pub fn to_bytes(&self) -> [u8; CASE_BYTES] {
        let mut bytes = [0; CASE_BYTES];
        let mut write = Writer(&mut bytes);
        write.put(MARK);
        write.put(packed(Some(self.arrival.on)));
        write.put(packed(self.arrival.stay_until));
        let treaty = match self.arrival.treaty {
            Treaty::Days(days) => days,
            Treaty::Unknown => 0,
            // Nobody who is exempt has a case.
            Treaty::None | Treaty::Exempt => NO_TREATY,
        };
        write.put(treaty.to_le_bytes());
        write.put(self.registrations.to_le_bytes());
        write.put(packed(self.registered_on));
        write.put(packed(self.moved_on));
        write.put([self.arrival.week.code(), 0]);
        write.put(self.events.to_le_bytes());
        for event in self.history() {
            write.put(packed(Some(event.on)));
            write.put([event.event.code(), event.state.code()]);
        }
        if let Some((body, checksum)) = bytes.split_last_chunk_mut() {
            *checksum = crc32(body).to_le_bytes();
        }
        bytes
    }

    /// The case that was kept.
    ///
    /// # Errors
    ///
    /// [`Error::CaseForeign`] if these are no bytes of a case, or of another version;
    /// [`Error::CaseDamaged`] if they are not as [`Case::to_bytes`] gave them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() != CASE_BYTES || !bytes.starts_with(&MARK) {
            return Err(Error::CaseForeign);
        }
        bytes
            .split_last_chunk()
            .filter(|(body, checksum)| crc32(body).to_le_bytes() == **checksum)
            .and_then(|(body, _)| read(body.strip_prefix(&MARK)?))
            .filter(Self::is_consistent)
            .ok_or(Error::CaseDamaged)
    }

    /// Whether events can have led here, as far as the case remembers them. The checksum finds what
    /// chance does to a case; this finds one that was never this library's.
    fn is_consistent(&self) -> bool {
        let mut last = self.arrival.on.max(REGISTRATION_START);
        let possible = self.history().all(|event| {
            let follows = event.on >= last;
            last = event.on;
            follows && can_lead(event.event, event.state)
        });
        let remembered = usize::from(self.events).min(HISTORY_MAX);
        let without_gaps = self.history().count() == remembered
            && self.history.iter().take(remembered).all(Option::is_some);
        let was_registered = self.registered_on.is_some();
        let days = [self.registered_on, self.moved_on];
        possible
            && without_gaps
            && was_registered == (self.registrations > 0)
            && days.iter().flatten().all(|day| *day <= last)
            && self
                .moved_on
                .is_none_or(|day| self.registered_on.is_some_and(|on| on <= day))
            && match self.state() {
                CaseState::New => !was_registered,
                CaseState::Registered => {
                    self.registered_on == Some(last) && self.moved_on.is_none()
                }
                CaseState::Moved => self.moved_on == Some(last),
                CaseState::AwaitingHost | CaseState::Refused => {
                    self.moved_on.is_some() == was_registered
                }
            }
    }
}

/// Whether an event can lead to a state.
const fn can_lead(event: EventKind, state: CaseState) -> bool {
    match event {
        EventKind::Submit => matches!(state, CaseState::AwaitingHost | CaseState::Refused),
        EventKind::HostConfirms => matches!(state, CaseState::Registered | CaseState::Refused),
        EventKind::HostDeclines | EventKind::DataFoundFalse => matches!(state, CaseState::Refused),
        EventKind::Move => matches!(state, CaseState::New | CaseState::Moved),
    }
}

fn read(fields: &[u8]) -> Option<Case> {
    let mut fields = Fields(fields);
    let arrival = Arrival::on(unpacked(&mut fields)??).stay_until(unpacked(&mut fields)?);
    let arrival = match fields.number()? {
        0 => arrival,
        NO_TREATY => arrival.no_treaty(),
        days => arrival.treaty_days(days),
    };
    let registrations = fields.number()?;
    let (registered_on, moved_on) = (unpacked(&mut fields)?, unpacked(&mut fields)?);
    let [week, 0] = fields.bytes()? else {
        return None;
    };
    let mut case = Case::new(arrival.week(Week::from_code(week)?)).ok()?;
    case.registrations = registrations;
    case.registered_on = registered_on;
    case.moved_on = moved_on;
    case.events = fields.number()?;
    for place in &mut case.history {
        *place = match (unpacked(&mut fields)?, fields.bytes()?) {
            (None, [0, 0]) => None,
            (on, [event, state]) => Some(PastEvent {
                on: on?,
                event: EventKind::from_code(event)?,
                state: CaseState::from_code(state)?,
            }),
        };
    }
    Some(case)
}

/// A day in four bytes: the year and the day of the year; zeros for none.
#[inline(never)] // one copy serves all days
fn packed(day: Option<Date>) -> [u8; 4] {
    let (year, ordinal) = day.map_or((0, 0), Date::to_ordinal_date);
    // A case knows no day outside the years 1 to 9999.
    let [y1, y2] = u16::try_from(year).unwrap_or_default().to_le_bytes();
    let [o1, o2] = ordinal.to_le_bytes();
    [y1, y2, o1, o2]
}

/// The next day in that form, or none; nothing at all if there is no such day.
fn unpacked(fields: &mut Fields<'_>) -> Option<Option<Date>> {
    match (fields.number()?, fields.number()?) {
        (0, 0) => Some(None),
        (0, _) => None,
        (year, ordinal) => Date::from_ordinal_date(year.into(), ordinal).ok().map(Some),
    }
}

/// Writes one part after the other; what goes over the end is dropped.
struct Writer<'a>(&'a mut [u8]);

impl Writer<'_> {
    fn put<const N: usize>(&mut self, part: [u8; N]) {
        if let Some((place, rest)) = core::mem::take(&mut self.0).split_first_chunk_mut() {
            *place = part;
            self.0 = rest;
        }
    }
}

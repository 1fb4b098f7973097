//! The case as bytes, for storage that survives a loss of power.

use super::arrival::Arrival;
use super::case::{Case, HISTORY_MAX};
use super::event::{EventKind, PastEvent};
use super::transition::CaseState;
use crate::base::checksum::crc32;
use crate::base::day::Day;
use crate::base::error::Error;
use crate::base::record::{self, Fields};
use crate::deadline::Treaty;
use crate::law::{Finding, Week};

/// The size of a stored case in bytes.
pub const CASE_BYTES: usize = 80;

/// The first bytes: a mark, and the version of the layout.
const MARK: [u8; 4] = *b"KZC\x02";

/// The code for "no treaty"; 0: not known whether there is one.
const NO_TREATY: u16 = u16::MAX;

impl Case {
    /// The case as bytes. Numbers are little-endian; a day is the year in two bytes, the month and the day of
    /// the month; zeros stand for none.
    ///
    /// | bytes | what |
    /// |---|---|
    /// | 0-3 | `KZC`, and the version of this layout: 2 |
    /// | 4-7 | the day of arrival |
    /// | 8-11 | the last day of the allowed stay as it is known now |
    /// | 12-13 | the days that a treaty gives; 0: not known, 65535: there is no treaty |
    /// | 14-15 | the number of confirmations |
    /// | 16-19 | the day of the last confirmation |
    /// | 20-23 | the day of the last move after it |
    /// | 24 | the week |
    /// | 25 | why the last submission is refused; 0: it is not |
    /// | 26-27 | the number of events |
    /// | 28-75 | the last eight events, the oldest first: the day, the event, the state |
    /// | 76-79 | the CRC-32 of all bytes before it |
    ///
    /// The checksum detects accidental damage: up to four flipped bits, any burst of up to 32, and all but one
    /// in four thousand million of other damage. It does not protect against intent: anyone who can write the
    /// bytes can also compute the checksum. Nor does it detect an older copy that is put back (rollback,
    /// replay), or another person's case in its place. If that matters, store with each case a message
    /// authentication code over its bytes, whose case it is, and a counter that only rises. If the power may
    /// fail during a write, keep two copies, and write them in turn.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; CASE_BYTES] {
        let mut bytes = [0; CASE_BYTES];
        let mut write = Writer(&mut bytes);
        write.put(MARK);
        write.put(record::day(self.arrival.on));
        write.put(optional(self.arrival.stay_until));
        let treaty = match self.arrival.treaty {
            Treaty::Days(days) => days,
            Treaty::Unknown => 0,
            // Nobody who is exempt has a case.
            Treaty::None | Treaty::Exempt => NO_TREATY,
        };
        write.put(treaty.to_le_bytes());
        write.put(self.registrations.to_le_bytes());
        write.put(optional(self.registered_on));
        write.put(optional(self.moved_on));
        let finding = self.finding.map_or(0, Finding::code);
        write.put([self.arrival.week.code(), finding]);
        write.put(self.events.to_le_bytes());
        for event in self.history() {
            write.put(record::day(event.on));
            write.put([event.event.code(), event.state.code()]);
        }
        if let Some((body, checksum)) = bytes.split_last_chunk_mut() {
            *checksum = crc32(body).to_le_bytes();
        }
        bytes
    }

    /// Reads a stored case. A case that no events can lead to is damaged.
    ///
    /// # Errors
    ///
    /// [`Error::CaseForeign`] if the bytes are not a case, or one of another version; [`Error::CaseDamaged`] if
    /// they are not as [`Case::to_bytes`] wrote them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() != CASE_BYTES || !bytes.starts_with(&MARK) {
            return Err(Error::CaseForeign);
        }
        bytes
            .split_last_chunk()
            .filter(|(body, checksum)| crc32(body).to_le_bytes() == **checksum)
            .and_then(|(body, _)| read(body.strip_prefix(&MARK)?))
            .filter(Self::is_reachable)
            .ok_or(Error::CaseDamaged)
    }
}

fn read(fields: &[u8]) -> Option<Case> {
    let mut fields = Fields(fields);
    let arrival = Arrival::on(read_day(&mut fields)??).stay_until(read_day(&mut fields)?);
    let arrival = match fields.number()? {
        0 => arrival,
        NO_TREATY => arrival.no_treaty(),
        days => arrival.treaty_days(days),
    };
    let registrations = fields.number()?;
    let (registered_on, moved_on) = (read_day(&mut fields)?, read_day(&mut fields)?);
    let [week, finding] = fields.bytes()?;
    let mut case = Case::new(arrival.week(Week::from_code(week)?)).ok()?;
    case.registrations = registrations;
    case.registered_on = registered_on;
    case.moved_on = moved_on;
    case.finding = match finding {
        0 => None,
        code => Some(Finding::from_code(code)?),
    };
    case.events = fields.number()?;
    let mut ended = false;
    for place in &mut case.history {
        *place = match (read_day(&mut fields)?, fields.bytes()?) {
            (None, [0, 0]) => None,
            (on, [event, state]) => Some(PastEvent {
                on: on?,
                event: EventKind::from_code(event)?,
                state: CaseState::from_code(state)?,
            }),
        };
        // Nothing follows an unused place.
        if ended && place.is_some() {
            return None;
        }
        ended = place.is_none();
    }
    let remembered = usize::from(case.events).min(HISTORY_MAX);
    (fields.is_end() && case.history().count() == remembered).then_some(case)
}

fn optional(day: Option<Day>) -> [u8; 4] {
    day.map_or([0; 4], record::day)
}

/// The next day, which may be absent; the outer value is none if the bytes are not a day.
fn read_day(fields: &mut Fields<'_>) -> Option<Option<Day>> {
    let bytes: [u8; 4] = fields.bytes()?;
    if bytes == [0; 4] {
        return Some(None);
    }
    Fields(&bytes).day().map(Some)
}

/// Writes one part after the other; what does not fit is dropped.
struct Writer<'a>(&'a mut [u8]);

impl Writer<'_> {
    fn put<const N: usize>(&mut self, part: [u8; N]) {
        if let Some((place, rest)) = core::mem::take(&mut self.0).split_first_chunk_mut() {
            *place = part;
            self.0 = rest;
        }
    }
}

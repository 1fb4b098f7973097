//! The registration case.

use kz_rules_core::{
    Arrival, Case, CaseState, DataItem, DayState, Event, EventKind, Finding, Law, PastEvent,
    PlaceOfStay, Provision, Set, Treaty, TreatyKind, Value,
};

use crate::calendar::{calendar, kz_year, week};
use crate::date::kz_date;
use crate::facts::optional;
use crate::law::{kz_law, law};
use crate::pointer::{Failure, read, write};
use crate::status::{BadInput, kz_status};
use crate::term::{kz_window, kz_window_day, treaty};
use crate::types::*;

/// How many of the last events a case remembers.
pub const KZ_HISTORY_MAX: usize = 8;

/// A registration case. It holds no names or numbers of the person. The program may store its bytes anywhere
/// and read them back later, on any machine.
///
/// kz_case_init() makes a case, kz_case_apply() changes it, kz_case_get() reads it. Every function that takes a
/// case first checks its CRC-32, which finds up to four flipped bits and any burst of up to 32. A zeroed case
/// is refused, and so is one that no sequence of events leads to, even with a right checksum.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(C)]
pub struct kz_case {
    /// "KZC", and the version of the layout.
    pub version: [u8; 4],
    /// The data of the case.
    pub body: [u8; 72],
    /// The checksum of all bytes before it, low byte first.
    pub checksum: [u8; 4],
}

const _: () = assert!(size_of::<kz_case>() == kz_rules_core::CASE_BYTES);
const _: () = assert!(KZ_HISTORY_MAX == kz_rules_core::HISTORY_MAX);

/// How a case begins. All zero but `arrived_on`: nothing else is known.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_arrival {
    /// The day of arrival. Must be given.
    pub arrived_on: kz_date,
    /// The last day of the allowed stay, if known.
    pub stay_until: kz_date,
    /// The days that the treaty gives, from 1 to 366; 0: `treaty` is not KZ_TREATY_DAYS.
    pub treaty_days: u16,
    /// What a ratified treaty says about registration. An exempt person has no case: KZ_TREATY_EXEMPT is an
    /// error.
    pub treaty: kz_treaty,
    /// The working week; 0: five days.
    pub week: kz_week,
}

/// An event to apply to a case.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_case_event {
    /// The day. Must be given.
    pub on: kz_date,
    /// For KZ_EVENT_STAY_EXTENDED: the new last day of the stay, which must be given. Else not given.
    pub stay_until: kz_date,
    /// For KZ_EVENT_SUBMIT: the items that are stated, a set of kz_data_item. Else 0.
    pub data: kz_set,
    /// What happens. Must be given.
    pub event: kz_event,
    /// For KZ_EVENT_SUBMIT: the place; 0: none of those where people are registered. Else 0.
    pub place: kz_place_of_stay,
    /// Zero.
    pub reserved: [u8; 2],
}

/// A past event of a case.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_past_event {
    /// The day.
    pub on: kz_date,
    /// What happened.
    pub event: kz_event,
    /// Where the case stood after it.
    pub state: kz_case_state,
    /// Zero.
    pub reserved: [u8; 2],
}

/// The contents of a case.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_case_view {
    /// The day of arrival.
    pub arrived_on: kz_date,
    /// The last day of the allowed stay; not given: not known.
    pub stay_until: kz_date,
    /// The day of the last confirmation; not given: none.
    pub registered_on: kz_date,
    /// The last day on which a registration ended, by departure or by a newer one; not given: none did.
    pub deregistered_on: kz_date,
    /// The day of the last move since the last confirmation; not given: none.
    pub moved_on: kz_date,
    /// The earliest day that the next event may have.
    pub earliest: kz_date,
    /// The days that a treaty gives; 0: none does.
    pub treaty_days: u16,
    /// How many registrations were confirmed; 65535: or more.
    pub registrations: u16,
    /// How many events the case took; 65535: or more.
    pub events: u16,
    /// The law's ground for the refusal; 0: it names none, or the case is not refused.
    pub ground: kz_provision,
    /// The events that are possible now, a set of kz_event.
    pub possible: kz_set,
    /// What a treaty says about registration.
    pub treaty: kz_treaty,
    /// The working week.
    pub week: kz_week,
    /// Where the case stands.
    pub state: kz_case_state,
    /// Why the last submission is refused; 0: it is not.
    pub finding: kz_finding,
    /// How many of `history` are given.
    pub history_count: u8,
    /// Zero.
    pub reserved: [u8; 3],
    /// The last events, oldest first.
    pub history: [kz_past_event; KZ_HISTORY_MAX],
}

impl kz_arrival {
    fn read(&self) -> Result<Arrival, Failure> {
        let arrived_on = self.arrived_on.required(BadInput::ArrivedOn)?;
        let stay_until = self.stay_until.optional(BadInput::StayUntil)?;
        let arrival = Arrival::on(arrived_on)
            .stay_until(stay_until)
            .week(week(self.week)?);
        match treaty(self.treaty, self.treaty_days)? {
            Treaty::Unknown => Ok(arrival),
            Treaty::None => Ok(arrival.no_treaty()),
            Treaty::Days(days) => Ok(arrival.treaty_days(days)),
            Treaty::Exempt => Err(BadInput::Treaty.into()),
        }
    }
}

impl kz_case_event {
    fn read(&self) -> Result<Event, Failure> {
        let on = self.on.required(BadInput::Date)?;
        let kind = EventKind::from_code(self.event).ok_or(BadInput::Event)?;
        let data = data(self.data)?;
        let place = optional::<PlaceOfStay>(self.place, BadInput::PlaceOfStay)?;
        if kind != EventKind::Submit && !data.is_empty() {
            return Err(BadInput::Data.into());
        }
        if kind != EventKind::Submit && place.is_some() {
            return Err(BadInput::PlaceOfStay.into());
        }
        let stay_until = self.stay_until.optional(BadInput::StayUntil)?;
        if (kind == EventKind::StayExtended) != stay_until.is_some() {
            return Err(BadInput::StayUntil.into());
        }
        if self.reserved != [0; 2] {
            return Err(BadInput::Reserved.into());
        }
        Ok(match kind {
            EventKind::Submit => Event::Submit { on, data, place },
            EventKind::HostConfirms => Event::HostConfirms { on },
            EventKind::HostDeclines => Event::HostDeclines { on },
            EventKind::DataFoundFalse => Event::DataFoundFalse { on },
            EventKind::Move => Event::Move { on },
            EventKind::StayExtended => Event::StayExtended {
                on,
                // It is given: checked above.
                until: stay_until.unwrap_or(on),
            },
            EventKind::Departs => Event::Departs { on },
        })
    }
}

/// The items of a submission.
fn data(bits: kz_set) -> Result<Set<DataItem>, Failure> {
    let items: Set<DataItem> = <DataItem as Value>::ALL
        .iter()
        .copied()
        .filter(|item| bits >> item.code().wrapping_sub(1) & 1 == 1)
        .collect();
    if items.bits() != bits {
        return Err(BadInput::Data.into());
    }
    Ok(items)
}

impl kz_case {
    pub(crate) fn read(&self) -> Result<Case, Failure> {
        // SAFETY: the struct consists of bytes alone.
        let bytes = unsafe { &*core::ptr::from_ref(self).cast::<[u8; size_of::<Self>()]>() };
        Ok(Case::from_bytes(bytes)?)
    }
}

impl From<Case> for kz_case {
    fn from(case: Case) -> Self {
        // SAFETY: the struct consists of as many bytes.
        unsafe { core::mem::transmute(case.to_bytes()) }
    }
}

impl From<PastEvent> for kz_past_event {
    fn from(event: PastEvent) -> Self {
        Self {
            on: event.on.into(),
            event: event.event.code(),
            state: event.state.code(),
            reserved: [0; 2],
        }
    }
}

/// A case, with the law by which it is read.
impl From<(Law<'_>, Case)> for kz_case_view {
    fn from((law, case): (Law<'_>, Case)) -> Self {
        let mut history = [kz_past_event::default(); KZ_HISTORY_MAX];
        let mut history_count = 0u8;
        for (place, event) in history.iter_mut().zip(case.history()) {
            *place = event.into();
            history_count = history_count.saturating_add(1);
        }
        let treaty = case.treaty();
        Self {
            arrived_on: case.arrived_on().into(),
            stay_until: case.stay_until().into(),
            registered_on: case.registered_on().into(),
            deregistered_on: case.deregistered_on().into(),
            moved_on: case.moved_on().into(),
            earliest: case.earliest(law).into(),
            treaty_days: match treaty {
                Treaty::Days(days) => days,
                Treaty::Unknown | Treaty::None | Treaty::Exempt => 0,
            },
            registrations: case.registrations(),
            events: case.events(),
            possible: case.possible_events().bits(),
            treaty: treaty.kind().map_or(0, TreatyKind::code),
            week: case.week().code(),
            state: CaseState::code(case.state()),
            finding: case.finding().map_or(0, Finding::code),
            history_count,
            reserved: [0; 3],
            ground: case
                .refusal(law)
                .map(|refusal| refusal.ground)
                .map_or(0, Provision::number),
            history,
        }
    }
}

/// Starts the case of an immigrant who arrived.
///
/// Errors: KZ_ERROR_BAD_TREATY also for `treaty_days` without KZ_TREATY_DAYS; KZ_ERROR_TREATY_DAYS for KZ_TREATY_DAYS
/// without 1 to 366 of them; KZ_ERROR_STAY_BEFORE_ARRIVAL.
///
/// # Safety
///
/// `arrival` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_case_init(arrival: *const kz_arrival, out: *mut kz_case) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let arrival = unsafe { read(arrival) }?.read()?;
        Ok(Case::new(arrival)?)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Applies an event to a case. On an error the case stays as it was.
///
/// Errors: KZ_ERROR_CASE_FOREIGN; KZ_ERROR_CASE_DAMAGED; KZ_ERROR_BAD_DATE for `on`; KZ_ERROR_BAD_PLACE_OF_STAY
/// for `place`; then, in this order, KZ_ERROR_LAW_INCOMPLETE if the law has no term for registration;
/// KZ_ERROR_NOT_IN_FORCE; KZ_ERROR_DATE_BACKWARDS (kz_case_get() tells the earliest day);
/// KZ_ERROR_INVALID_EVENT (it tells the possible events); KZ_ERROR_MISSING_DATA (kz_data_missing() tells the
/// items); KZ_ERROR_PLACE_NOT_ELIGIBLE; KZ_ERROR_STAY_NOT_EXTENDED.
///
/// # Safety
///
/// `law`, `registration` and `event` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_case_apply(
    law: *const kz_law,
    registration: *mut kz_case,
    event: *const kz_case_event,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        // SAFETY: as promised by the caller.
        let case = unsafe { read(registration.cast_const()) }?.read()?;
        // SAFETY: as promised by the caller.
        let event = unsafe { read(event) }?.read()?;
        case.apply(law, event)
            .map_err(|rejection| kz_rules_core::Error::from(rejection).into())
    };
    // SAFETY: as promised by the caller; the case is no longer read.
    unsafe { write(registration, answer) }
}

/// Reads a case: its state, its days, its history.
///
/// Errors: KZ_ERROR_CASE_FOREIGN; KZ_ERROR_CASE_DAMAGED.
///
/// # Safety
///
/// `law`, `registration` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_case_get(
    law: *const kz_law,
    registration: *const kz_case,
    out: *mut kz_case_view,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        // SAFETY: as promised by the caller.
        Ok((law, unsafe { read(registration) }?.read()?))
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Gives the window that is running: the registration's until the first confirmation, then the last move's. It
/// holds if the term covers the person, which a case does not know: `covered`, `covered_by`, `law` and the cautions
/// are not filled in. All is zero if no window is running: the
/// person is registered or departed, or the rules are not in force. `years`: as for kz_is_working_day().
///
/// Errors: as kz_case_get(); KZ_ERROR_BAD_CALENDAR for `years`; KZ_ERROR_CALENDAR_NOT_COVERED;
/// KZ_ERROR_LAW_INCOMPLETE if the law has no such term.
///
/// # Safety
///
/// `years` points to `year_count` of its type, unless that is 0; `law`, `registration` and `out` are
/// NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_case_window(
    law: *const kz_law,
    registration: *const kz_case,
    years: *const kz_year,
    year_count: usize,
    out: *mut kz_window,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        // SAFETY: as promised by the caller.
        let case = unsafe { read(registration) }?.read()?;
        // SAFETY: as promised by the caller.
        let calendar = unsafe { calendar(law, years, year_count) }?;
        let window = case.window(law, &calendar)?;
        Ok(window
            .as_ref()
            .map_or_else(kz_window::default, kz_window::from))
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Says where a day stands in the window that is running. The state is KZ_DAY_STATE_WITH_HOST on every day
/// while the case awaits the host, and 0 if no window is running on that day; in both cases the days are 0.
/// `years`: as for kz_is_working_day().
///
/// Errors: as kz_case_window(); KZ_ERROR_DECISION_BEFORE_EVENT if the day is before the arrival or the move
/// that opened the window.
///
/// # Safety
///
/// As kz_case_window.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_case_day(
    law: *const kz_law,
    registration: *const kz_case,
    on: kz_date,
    years: *const kz_year,
    year_count: usize,
    out: *mut kz_window_day,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        // SAFETY: as promised by the caller.
        let case = unsafe { read(registration) }?.read()?;
        let on = on.required(BadInput::On)?;
        // SAFETY: as promised by the caller.
        let calendar = unsafe { calendar(law, years, year_count) }?;
        let day = case.day(on, law, &calendar)?;
        Ok(kz_window_day {
            state: day.map_or(0, |day| DayState::code(day.state)),
            reserved: [0; 3],
            days_left: day.and_then(|day| day.days_left).unwrap_or_default(),
            days_late: day.and_then(|day| day.days_late).unwrap_or_default(),
        })
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Says which required items are missing in a submission that states these: both are sets of kz_data_item.
///
/// Errors: KZ_ERROR_BAD_DATA for `stated`.
///
/// # Safety
///
/// `missing` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_data_missing(stated: kz_set, missing: *mut kz_set) -> kz_status {
    // SAFETY: as promised by the caller.
    unsafe { write(missing, || Ok(DataItem::missing_from(data(stated)?).bits())) }
}

//! Working days.

use kz_rules_core::{Answer, Calendar, Certainty, FirstDay, Law, Reason, Week, Year};

use crate::date::kz_date;
use crate::facts::setting;
use crate::law::{kz_law, law};
use crate::pointer::{Failure, read_many, write};
use crate::status::{BadInput, kz_status};
use crate::types::*;

/// The working days of one year, in a calendar of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_year {
    /// The year, from 1 to 9999. Must be given.
    pub year: u16,
    /// Published or projected. Must be given.
    pub certainty: kz_certainty,
    /// Zero.
    pub reserved: u8,
    /// For the five-day week: a word for each month; bit d - 1 is set if day d is a working day. All other bits
    /// are zero.
    pub five: [u32; 12],
    /// The same for the six-day week.
    pub six: [u32; 12],
}

/// A day in the calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_calendar_day {
    /// Whether it is a working day.
    pub working: kz_answer,
    /// Why it is off; 0 if it is a working day.
    pub reason: kz_reason,
    /// Published or projected.
    pub certainty: kz_certainty,
    /// Zero.
    pub reserved: u8,
}

/// The calendar of a law, with years of the caller.
///
/// # Safety
///
/// As for [`read_many`].
pub(crate) unsafe fn calendar<'a>(
    law: Law<'a>,
    years: *const kz_year,
    count: usize,
) -> Result<Calendar<'a>, Failure> {
    // SAFETY: the caller's promise.
    let years = unsafe { read_many(years, count) }?;
    for year in years {
        if year.reserved != 0 {
            return Err(BadInput::Reserved.into());
        }
        let certainty = Certainty::from_code(year.certainty).ok_or(BadInput::Calendar)?;
        // The core drops bits for days that a month has not.
        let read = Year::new(year.year, certainty, year.five, year.six);
        if !(1..=9999).contains(&year.year)
            || read.working_days(Week::Five) != &year.five
            || read.working_days(Week::Six) != &year.six
        {
            return Err(BadInput::Calendar.into());
        }
    }
    const {
        assert!(size_of::<kz_year>() == size_of::<Year>());
        assert!(align_of::<kz_year>() == align_of::<Year>());
    }
    // SAFETY: `Year` is laid out as `kz_year`, field by field; each certainty is one of its values,
    // and any other bits are valid.
    let years = unsafe { core::slice::from_raw_parts(years.as_ptr().cast::<Year>(), years.len()) };
    Ok(law.calendar().with(years))
}

pub(crate) fn week(code: u8) -> Result<Week, Failure> {
    setting::<Week>(code, BadInput::Week)
}

/// Says whether a day is a working day, and if not, why. `in_week` 0: the five-day week. `years`: a calendar of
/// the program, `year_count` years that replace those of the law or are added to them; NULL and 0: none.
///
/// Errors: KZ_ERROR_BAD_WEEK for `in_week`; KZ_ERROR_BAD_CALENDAR for `years`; KZ_ERROR_CALENDAR_NOT_COVERED.
///
/// # Safety
///
/// `years` points to `year_count` of its type, unless that is 0; `law` and `out` are NULL or point to
/// their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_is_working_day(
    law: *const kz_law,
    date: kz_date,
    in_week: kz_week,
    years: *const kz_year,
    year_count: usize,
    out: *mut kz_calendar_day,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        let date = date.required(BadInput::Date)?;
        let week = week(in_week)?;
        // SAFETY: as promised by the caller.
        let calendar = unsafe { calendar(law, years, year_count) }?;
        let reason = calendar.reason(date, week)?;
        Ok(kz_calendar_day {
            working: if reason.is_none() {
                Answer::Yes
            } else {
                Answer::No
            }
            .code(),
            reason: reason.map_or(0, Reason::code),
            certainty: calendar.certainty(date)?.code(),
            reserved: 0,
        })
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Adds working days: gives working day number `days`, counted from `from`. `first_day` says whether `from`
/// counts, if it is a working day; 0: it does not. For 0 days, `from` itself, if a calendar covers its year. `in_week`, `years`: as for
/// kz_is_working_day().
///
/// Errors: KZ_ERROR_BAD_WEEK for `in_week`; KZ_ERROR_BAD_CALENDAR for `years`; KZ_ERROR_CALENDAR_NOT_COVERED.
///
/// # Safety
///
/// `years` points to `year_count` of its type, unless that is 0; `law` and `out` are NULL or point to
/// their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_add_working_days(
    law: *const kz_law,
    from: kz_date,
    days: u16,
    first_day: kz_first_day,
    in_week: kz_week,
    years: *const kz_year,
    year_count: usize,
    out: *mut kz_date,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        let from = from.required(BadInput::From)?;
        let first = setting::<FirstDay>(first_day, BadInput::FirstDay)?;
        let week = week(in_week)?;
        // SAFETY: as promised by the caller.
        let calendar = unsafe { calendar(law, years, year_count) }?;
        Ok(calendar.add_working_days(from, days, first, week)?)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

//! The day in Kazakhstan.

use kz_rules_core::Zone;

use crate::date::kz_date;
use crate::law::{kz_law, law};
use crate::pointer::write;
use crate::status::{BadInput, kz_status};
use crate::types::*;

/// Converts `unix_seconds` (UTC, since the start of 1970) to the day in Kazakhstan. For today use kz_today(),
/// which also checks the clock.
///
/// Errors: KZ_ERROR_CLOCK_NOT_SUPPORTED if that day is not from 2019-01-01 to 9999-12-31, or if the law has no
/// offset from UTC for the zone at that moment.
///
/// # Safety
///
/// `law` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_local_date(
    law: *const kz_law,
    unix_seconds: i64,
    zone: kz_zone,
    out: *mut kz_date,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        let zone = Zone::from_code(zone).ok_or(BadInput::Zone)?;
        Ok(law.local_date(unix_seconds, zone)?)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Says which day it is today in Kazakhstan, by a clock that shows `unix_seconds` (UTC, since the start of
/// 1970).
///
/// Errors: KZ_ERROR_CLOCK_NOT_SET for a day before the law's last known one, also before 2019; else as kz_local_date().
///
/// # Safety
///
/// `law` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_today(
    law: *const kz_law,
    unix_seconds: i64,
    zone: kz_zone,
    out: *mut kz_date,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        let zone = Zone::from_code(zone).ok_or(BadInput::Zone)?;
        Ok(law.today(unix_seconds, zone)?)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

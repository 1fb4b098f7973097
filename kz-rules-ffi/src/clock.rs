//! The day in Kazakhstan.

use kz_rules_core::{Zone, local_date};

use crate::date::kz_date;
use crate::pointer::write;
use crate::status::{Refusal, kz_status};
use crate::types::*;

/// Says which day it is in Kazakhstan, `unix_seconds` of UTC after the start of 1970.
///
/// Errors: KZ_ERROR_NULL; KZ_ERROR_BAD_ZONE; KZ_ERROR_CLOCK_NOT_SUPPORTED if that day is not from
/// 2019-01-01 to 9999-12-31.
///
/// # Safety
///
/// `out` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_local_date(
    unix_seconds: i64,
    zone: kz_zone,
    out: *mut kz_date,
) -> kz_status {
    let answer = || {
        let zone = Zone::from_code(zone).ok_or(Refusal::Zone)?;
        Ok(local_date(unix_seconds, zone)?)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

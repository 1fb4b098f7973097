//! The individual identification number.

use core::ffi::c_char;

use kz_rules_core::{Iin, Sex};

use crate::date::kz_date;
use crate::pointer::{read_many, write};
use crate::status::kz_status;
use crate::types::*;

/// What the digits of an IIN suggest. Never decide by it: since 2013 the digits have no such meaning in law.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_iin_hint {
    /// The birth date; not given: no hint.
    pub birth: kz_date,
    /// The sex; 0: no hint.
    pub sex: kz_sex,
    /// Zero.
    pub reserved: [u8; 3],
}

/// Checks an IIN.
///
/// Errors, in this order: KZ_ERROR_IIN_LENGTH; KZ_ERROR_IIN_DIGIT; KZ_ERROR_IIN_UNISSUABLE;
/// KZ_ERROR_IIN_CHECK_DIGIT.
///
/// # Safety
///
/// `iin` points to `length` bytes, unless that is 0, or is NULL; `out` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_iin_check(
    iin: *const c_char,
    length: usize,
    out: *mut kz_iin_hint,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let text = unsafe { read_many(iin.cast::<u8>(), length) }?;
        let hint = Iin::parse(text)?.hint();
        Ok(kz_iin_hint {
            birth: hint.as_ref().map(|hint| hint.birth).into(),
            sex: hint.map_or(0, |hint| Sex::code(hint.sex)),
            reserved: [0; 3],
        })
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

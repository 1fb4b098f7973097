//! QR codes.

use core::ffi::c_char;

use kz_rules_core::{Error, qr_encode};

use crate::pointer::{Failure, read_many, write};
use crate::status::{BadInput, kz_status};

/// The bytes of each buffer for a code of up to 97 modules a side: up to 666 bytes of ASCII, or 665 of other
/// text.
pub const KZ_QR_BUFFER: usize = 1178;

/// The bytes of each buffer for any code, up to 177 modules a side: up to 2331 bytes of ASCII, or 2330 of other
/// text.
pub const KZ_QR_BUFFER_MAX: usize = 3918;

const _: () = assert!(KZ_QR_BUFFER == kz_rules_core::QR_BUFFER);
const _: () = assert!(KZ_QR_BUFFER_MAX == kz_rules_core::QR_BUFFER_MAX);

/// Encodes a text of `length` bytes as the smallest possible QR code; it stays readable if 15% of it are lost.
/// `side` becomes the number of modules on each side. `modules` gets one bit for each, row by row: see
/// KZ_QR_IS_DARK(). Add a margin of four light modules around it. If the text is not ASCII, the code says that
/// it is UTF-8 (ECI 26).
///
/// `scratch` and `modules`: two buffers of KZ_QR_BUFFER or KZ_QR_BUFFER_MAX bytes, or less for a short text.
/// They must not be NULL or overlap. Both may be overwritten even on an error.
///
/// Errors: KZ_ERROR_TEXT_MISSING; KZ_ERROR_TEXT_NOT_UTF8; KZ_ERROR_QR_TOO_LONG if the code does not fit in the
/// buffers.
///
/// # Safety
///
/// `content` points to `length` bytes, `scratch` and `modules` to as many as their capacity says,
/// unless that is 0, or they are NULL; `side` is NULL or points to its type.
#[cfg(feature = "qr")] // the whole file has it; repeated here for the header
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_qr_encode(
    content: *const c_char,
    length: usize,
    scratch: *mut u8,
    scratch_capacity: usize,
    modules: *mut u8,
    modules_capacity: usize,
    side: *mut u8,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let content = unsafe { read_many(content.cast::<u8>(), length) }?;
        let content = core::str::from_utf8(content).map_err(|_| Error::TextNotUtf8)?;
        // SAFETY: as promised by the caller.
        let scratch = unsafe { buffer(scratch, scratch_capacity) }?;
        // SAFETY: as promised by the caller.
        let modules = unsafe { buffer(modules, modules_capacity) }?;
        Ok(qr_encode(content, scratch, modules)?.side())
    };
    // SAFETY: as promised by the caller.
    unsafe { write(side, answer) }
}

/// The bytes of a buffer.
///
/// # Safety
///
/// `bytes` is NULL or points to `capacity` bytes that nothing else uses.
unsafe fn buffer<'a>(bytes: *mut u8, capacity: usize) -> Result<&'a mut [u8], Failure> {
    if bytes.is_null() {
        return Err(BadInput::Null.into());
    }
    // SAFETY: not NULL; the rest is the caller's promise.
    Ok(unsafe { core::slice::from_raw_parts_mut(bytes, capacity) })
}

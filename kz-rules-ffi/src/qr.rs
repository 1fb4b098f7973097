//! QR codes.

use core::ffi::c_char;

use kz_rules_core::{Error, qr_encode};

use crate::pointer::{Failure, read_many, write};
use crate::status::{BadInput, kz_status};

/// The bytes of each of the two buffers for a code of up to 97 modules a side: up to 666 bytes of
/// ASCII, or 665 of other text.
pub const KZ_QR_BUFFER: usize = 1178;

/// The bytes of each of the two buffers for any code, of up to 177 modules a side: up to 2331 bytes of
/// ASCII, or 2330 of other text.
pub const KZ_QR_BUFFER_MAX: usize = 3918;

const _: () = assert!(KZ_QR_BUFFER == kz_rules_core::QR_BUFFER);
const _: () = assert!(KZ_QR_BUFFER_MAX == kz_rules_core::QR_BUFFER_MAX);

/// Encodes a text of `length` bytes of UTF-8 as the smallest QR code there is, of which 15% or more
/// may be lost. `side` becomes the modules on each side, and `modules` one bit for each, row by row:
/// see KZ_QR_IS_DARK. The margin of four light modules around it is the caller's to add. The code of a text that is not
/// ASCII says that it is UTF-8 (ECI 26).
///
/// `scratch` and `modules` are two buffers that do not overlap, of KZ_QR_BUFFER or KZ_QR_BUFFER_MAX
/// bytes; fewer will do for a short text. Both may be written to even if there is an error.
///
/// Errors: KZ_ERROR_NULL; KZ_ERROR_TEXT_MISSING; KZ_ERROR_TEXT_NOT_UTF8; KZ_ERROR_QR_TOO_LONG if the
/// text does not fit in a code that fits in the buffers.
///
/// # Safety
///
/// `content` points to `length` bytes, `scratch` and `modules` to as many as their capacity says,
/// unless that is 0, or they are NULL; `side` is NULL or points to its type.
#[cfg(feature = "qr")] // of the whole file: this tells the header
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
/// `bytes` is NULL or points to so many that nothing else uses.
unsafe fn buffer<'a>(bytes: *mut u8, capacity: usize) -> Result<&'a mut [u8], Failure> {
    if bytes.is_null() {
        return Err(BadInput::Null.into());
    }
    // SAFETY: not NULL; the rest is the caller's promise.
    Ok(unsafe { core::slice::from_raw_parts_mut(bytes, capacity) })
}

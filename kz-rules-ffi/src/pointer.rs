//! The one place where pointers from C are followed.

use crate::status::{KZ_OK, Refusal, kz_status, of_core};

/// Why a call failed.
pub(crate) struct Failure(pub(crate) kz_status);

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self(refusal as kz_status)
    }
}

impl From<kz_rules_core::Error> for Failure {
    fn from(error: kz_rules_core::Error) -> Self {
        Self(of_core(error.code()))
    }
}

/// What an input pointer points to.
///
/// # Safety
///
/// `input` is NULL or points to a valid `T` that nobody writes to meanwhile.
pub(crate) unsafe fn read<'a, T>(input: *const T) -> Result<&'a T, Failure> {
    // SAFETY: the caller's promise.
    unsafe { input.as_ref() }.ok_or(Refusal::Null.into())
}

/// The items of an input array. No items may be at NULL.
///
/// # Safety
///
/// If `count` is not 0, `items` is NULL or points to `count` valid `T` that nobody writes to
/// meanwhile.
pub(crate) unsafe fn read_many<'a, T>(items: *const T, count: usize) -> Result<&'a [T], Failure> {
    if count == 0 {
        return Ok(&[]);
    }
    if items.is_null() {
        return Err(Refusal::Null.into());
    }
    // SAFETY: not NULL; the rest is the caller's promise.
    Ok(unsafe { core::slice::from_raw_parts(items, count) })
}

/// Writes the answer to `output`, as C wants it, if there is one and `output` is not NULL.
///
/// # Safety
///
/// `output` is NULL or may be written to.
#[inline]
pub(crate) unsafe fn write<A, T: From<A>>(
    output: *mut T,
    answer: impl FnOnce() -> Result<A, Failure>,
) -> kz_status {
    if output.is_null() {
        return Refusal::Null as kz_status;
    }
    match answer() {
        Ok(value) => {
            // SAFETY: not NULL; the rest is the caller's promise.
            unsafe { output.write(value.into()) };
            KZ_OK
        }
        Err(Failure(status)) => status,
    }
}

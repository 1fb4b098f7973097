//! Reading and writing through pointers from C.

use core::mem::MaybeUninit;

use crate::status::{BadInput, KZ_OK, kz_status, of_core};

/// Why a call failed.
#[derive(Clone, Copy)]
pub(crate) struct Failure(pub(crate) kz_status);

impl Failure {
    pub(crate) const fn of(bad: BadInput) -> Self {
        Self(bad as kz_status)
    }

    pub(crate) const fn of_core(error: kz_rules_core::Error) -> Self {
        Self(of_core(error.code()))
    }
}

impl From<BadInput> for Failure {
    fn from(bad: BadInput) -> Self {
        Self::of(bad)
    }
}

impl From<kz_rules_core::Error> for Failure {
    fn from(error: kz_rules_core::Error) -> Self {
        Self::of_core(error)
    }
}

/// The value behind an input pointer.
///
/// # Safety
///
/// `input` is NULL or points to a valid `T` that nobody else writes to during the call.
pub(crate) unsafe fn read<'a, T>(input: *const T) -> Result<&'a T, Failure> {
    // SAFETY: the caller's promise.
    unsafe { input.as_ref() }.ok_or(BadInput::Null.into())
}

/// The items of an input array; NULL is allowed if there are none.
///
/// # Safety
///
/// If `count` is not 0, `items` is NULL or points to `count` valid `T` that nobody else writes to during the call.
pub(crate) unsafe fn read_many<'a, T>(items: *const T, count: usize) -> Result<&'a [T], Failure> {
    if count == 0 {
        return Ok(&[]);
    }
    if items.is_null() {
        return Err(BadInput::Null.into());
    }
    // SAFETY: not NULL; the rest is the caller's promise.
    Ok(unsafe { core::slice::from_raw_parts(items, count) })
}

/// The place behind an output pointer.
///
/// # Safety
///
/// `output` is NULL or may be written to, and nobody else uses it during the call.
pub(crate) unsafe fn place<'a, T>(output: *mut T) -> Result<&'a mut MaybeUninit<T>, Failure> {
    // SAFETY: the caller's promise; the place may hold anything.
    unsafe { output.cast::<MaybeUninit<T>>().as_mut() }.ok_or(BadInput::Null.into())
}

/// The status of a result.
pub(crate) fn status(result: Result<(), Failure>) -> kz_status {
    match result {
        Ok(()) => KZ_OK,
        Err(Failure(status)) => status,
    }
}

/// Converts the answer and writes it to `output`; writes nothing on an error.
///
/// # Safety
///
/// `output` is NULL or may be written to.
#[inline]
pub(crate) unsafe fn write<A, T: From<A>>(
    output: *mut T,
    answer: impl FnOnce() -> Result<A, Failure>,
) -> kz_status {
    let write = || {
        // SAFETY: the caller's promise.
        let output = unsafe { place(output) }?;
        output.write(answer()?.into());
        Ok(())
    };
    status(write())
}

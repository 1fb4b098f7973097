//! The one place where pointers from C are followed.

use core::mem::MaybeUninit;

use crate::status::{BadInput, KZ_OK, kz_status, of_core};

/// Why a call failed.
#[derive(Clone, Copy)]
pub(crate) struct Failure(pub(crate) kz_status);

impl Failure {
    pub(crate) const fn of(refusal: BadInput) -> Self {
        Self(refusal as kz_status)
    }

    pub(crate) const fn of_core(error: kz_rules_core::Error) -> Self {
        Self(of_core(error.code()))
    }
}

impl From<BadInput> for Failure {
    fn from(refusal: BadInput) -> Self {
        Self::of(refusal)
    }
}

impl From<kz_rules_core::Error> for Failure {
    fn from(error: kz_rules_core::Error) -> Self {
        Self::of_core(error)
    }
}

/// What an input pointer points to.
///
/// # Safety
///
/// `input` is NULL or points to a valid `T` that nobody writes to meanwhile.
pub(crate) unsafe fn read<'a, T>(input: *const T) -> Result<&'a T, Failure> {
    // SAFETY: the caller's promise.
    unsafe { input.as_ref() }.ok_or(BadInput::Null.into())
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
        return Err(BadInput::Null.into());
    }
    // SAFETY: not NULL; the rest is the caller's promise.
    Ok(unsafe { core::slice::from_raw_parts(items, count) })
}

/// The place that an output pointer points to.
///
/// # Safety
///
/// `output` is NULL or may be written to, by nobody else meanwhile.
pub(crate) unsafe fn place<'a, T>(output: *mut T) -> Result<&'a mut MaybeUninit<T>, Failure> {
    // SAFETY: the caller's promise; the place may hold anything.
    unsafe { output.cast::<MaybeUninit<T>>().as_mut() }.ok_or(BadInput::Null.into())
}

/// The status of a call that came to this.
pub(crate) fn status(result: Result<(), Failure>) -> kz_status {
    match result {
        Ok(()) => KZ_OK,
        Err(Failure(status)) => status,
    }
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
    let write = || {
        // SAFETY: the caller's promise.
        let output = unsafe { place(output) }?;
        output.write(answer()?.into());
        Ok(())
    };
    status(write())
}

//! What a panic would do in an archive for C. None is reachable.

use core::panic::PanicInfo;

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    #[cfg(feature = "prove-no-panic")]
    {
        unsafe extern "C" {
            fn kz_a_panic_is_reachable() -> !;
        }
        // SAFETY: it is never called: it does not exist, so a program with a call does not link.
        unsafe { kz_a_panic_is_reachable() }
    }
    #[cfg(not(feature = "prove-no-panic"))]
    loop {
        core::hint::spin_loop();
    }
}

/// An index that may be out of bounds, for the test of the proof: a panic is reachable with it.
#[cfg(deliberate_index)]
#[allow(clippy::indexing_slicing)]
pub(crate) fn deliberate_index(status: i32) -> i32 {
    [status, 0][status.unsigned_abs() as usize]
}

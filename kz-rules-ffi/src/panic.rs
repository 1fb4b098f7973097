//! What a panic would do in an archive for C. None is reachable.

use core::panic::PanicInfo;

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    kz_a_panic_is_reachable()
}

/// A program in which a panic can be reached has a function of this name; the linker leaves it out of all others.
/// `make prove` looks for it.
#[unsafe(no_mangle)]
#[inline(never)]
extern "C" fn kz_a_panic_is_reachable() -> ! {
    loop {
        core::hint::spin_loop();
    }
}

/// An index that may be out of bounds, for the test of the proof: a panic is reachable with it.
#[cfg(deliberate_index)]
#[allow(clippy::indexing_slicing)] // the panic that the proof must find
pub(crate) fn deliberate_index(status: i32) -> i32 {
    [status, 0][status.unsigned_abs() as usize]
}

//! The panic handler of an archive for C. No panic is reachable.

use core::panic::PanicInfo;

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    kz_a_panic_is_reachable()
}

/// The linker keeps this function only in a program in which a panic is reachable. `make prove` looks for it.
#[unsafe(no_mangle)]
#[inline(never)]
extern "C" fn kz_a_panic_is_reachable() -> ! {
    loop {
        core::hint::spin_loop();
    }
}

/// An index that may be out of bounds: it makes a panic reachable, to test the proof.
#[cfg(deliberate_index)]
#[allow(clippy::indexing_slicing)] // the panic that the proof must find
pub(crate) fn deliberate_index(status: i32) -> i32 {
    [status, 0][status.unsigned_abs() as usize]
}

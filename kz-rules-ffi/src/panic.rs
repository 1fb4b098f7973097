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

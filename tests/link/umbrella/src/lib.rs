//! One archive for C out of two Rust libraries. None of them brings a panic handler: it is here.

#![no_std]

// Nothing here calls them: these lines bring what they have for C into the archive.
extern crate kz_rules_ffi as _;
extern crate second as _;

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

//! Any bytes at all, opened as a pack: none may make the library panic, loop or read outside of them.

#![no_main]

use kz_rules_core::{Law, day};
use kz_rules_tests::packs::{ANY, ask_everything};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(sections) = Law::open_already_verified(bytes, ANY) {
        ask_everything(Law::from(&sections), day(2025, 2, 28));
    }
});

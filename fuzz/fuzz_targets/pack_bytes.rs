//! Any bytes at all, opened as a pack: none may make the library panic, loop or read outside of them. What opens is asked
//! everything.
//!
//! The fuzzer begins with whole packs and changes, inserts, deletes and exchanges bytes of them. Most of what comes out of that has
//! its length, digest and checksum made right again, or nothing behind the checksum would ever be reached.

#![no_main]

use std::sync::LazyLock;

use kz_rules_core::{Law, day};
use kz_rules_tests::laws::laws;
use kz_rules_tests::packs::{ANY, HEADER, ask_everything, owned, reseal, unsigned};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

/// Every law, without texts.
static PACKS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let pack = |text: &str| unsigned(&owned(text, &[]).sections());
    laws().iter().map(|law| pack(&law.text)).collect()
});

/// Where a pack tells its length.
const LENGTH: std::ops::Range<usize> = 12..16;

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let pack = &PACKS[seed as usize % PACKS.len()];
    let mut size = size;
    if size < HEADER && pack.len() <= max_size {
        data[..pack.len()].copy_from_slice(pack);
        size = pack.len();
    }
    let size = fuzzer_mutate(data, size, max_size);
    // One in eight stays as it is.
    if seed % 8 != 0 && size > HEADER + 100 {
        data[..LENGTH.start].copy_from_slice(&pack[..LENGTH.start]);
        data[LENGTH].copy_from_slice(&(size as u32).to_le_bytes());
        reseal(&mut data[..size]);
    }
    size
});

fuzz_target!(|bytes: &[u8]| {
    if let Ok(sections) = Law::open_already_verified(bytes, ANY) {
        ask_everything(Law::from(&sections), day(2025, 2, 28));
    }
});

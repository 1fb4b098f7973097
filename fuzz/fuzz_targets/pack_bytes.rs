//! See `kz_rules_tests::hostile::pack_bytes`. The fuzzer starts from valid packs, and changes, inserts, deletes and swaps bytes.
//! Most results then get a correct length and checksum again.

#![no_main]

use kz_rules_tests::hostile;
use kz_rules_tests::packs::HEADER;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let begun = if size < HEADER {
        hostile::whole_pack(&mut data[..max_size], seed)
    } else {
        None
    };
    let size = fuzzer_mutate(data, begun.unwrap_or(size), max_size);
    // One in eight stays unrepaired.
    if seed % 8 != 0 {
        hostile::make_whole(&mut data[..size]);
    }
    size
});

fuzz_target!(|bytes: &[u8]| hostile::pack_bytes(bytes));

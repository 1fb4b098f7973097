//! See `kz_rules_tests::hostile::mrz`.

#![no_main]

use kz_rules_tests::hostile;

libfuzzer_sys::fuzz_target!(|input: &[u8]| hostile::mrz(input));

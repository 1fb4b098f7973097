//! See `kz_rules_tests::hostile::pack_fields`.

#![no_main]

use kz_rules_tests::hostile;

libfuzzer_sys::fuzz_target!(|input: &[u8]| hostile::pack_fields(input));

//! Valid packs in which some bytes are others, their checksum and digest made right again, as somebody could who has the key:
//! what opens is asked everything.
//!
//! The input: which pack, the day that is asked about, then changes of three bytes each: where (two) and what.

#![no_main]

use std::sync::LazyLock;

use kz_rules_core::{Language, Law, day};
use kz_rules_tests::laws::laws;
use kz_rules_tests::packs::{ANY, ask_everything, owned, reseal, unsigned};

/// Every law, with and without texts.
static PACKS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let all = laws().iter().flat_map(|law| {
        [&[][..], &[Language::En]].map(|texts| unsigned(&owned(&law.text, texts).sections()))
    });
    all.collect()
});

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let Some(([which, year], changes)) = input.split_first_chunk() else {
        return;
    };
    let mut pack = PACKS[usize::from(*which) % PACKS.len()].clone();
    let (changes, _) = changes.as_chunks();
    for [low, high, byte] in changes {
        let at = usize::from(u16::from_le_bytes([*low, *high])) % pack.len();
        pack[at] = *byte;
    }
    reseal(&mut pack);
    if let Ok(sections) = Law::open_already_verified(&pack, ANY) {
        ask_everything(Law::from(&sections), day(2000 + u16::from(*year % 64), 2, 28));
    }
});

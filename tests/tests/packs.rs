//! Packs: every law through a pack, damaged packs, and packs whose rows were changed by somebody who can seal them.

use std::fs;

use kz_rules_core::*;
use kz_rules_tests::laws::laws;
use kz_rules_tests::packs::{ANY, HEADER, ask_everything, owned, reseal, unsigned};
use kz_rules_tests::random::Numbers;
use kz_rules_tests::rust_api;
use kz_rules_tests::tools::{read, root};
use kz_rules_tests::vectors::Vectors;

fn base() -> Vec<u8> {
    unsigned(&owned(&read("law/kazakhstan.md"), &[]).sections())
}

#[test]
fn every_law_is_in_its_pack_what_it_is_beside_it() {
    for page in laws() {
        let owned = owned(&page.text, Language::ALL);
        let sections = owned.sections();
        let pack = unsigned(&sections);
        let opened = Law::open_already_verified(&pack, ANY);
        assert_eq!(opened, Ok(sections), "{}", page.name);
        // At whatever address it lies, and whatever lies after it.
        for shift in 1..4 {
            let shifted = [&vec![7; shift], &pack[..], &[9; 100]].concat();
            let opened = Law::open_already_verified(&shifted[shift..], ANY);
            assert_eq!(opened, Ok(sections), "{} at {shift}", page.name);
        }
    }
    let pack = base();
    let opened = Law::open_already_verified(&pack, ANY).expect("a pack");
    assert_eq!(opened.digest, Law::BUILT_IN.digest());
}

#[test]
fn every_vector_of_every_law_comes_out_by_its_pack() {
    for page in laws() {
        let owned = owned(&page.text, &[]);
        let pack = unsigned(&owned.sections());
        let sections = Law::open_already_verified(&pack, ANY).expect("a pack");
        for file in fs::read_dir(root().join(page.vectors())).expect("the folder of its vectors") {
            let file = file
                .expect("a file")
                .file_name()
                .into_string()
                .expect("UTF-8");
            let Some(kind) = file.strip_suffix(".csv") else {
                continue;
            };
            let vectors = Vectors::read(&format!("{}/{file}", page.vectors()));
            let lines = vectors.lines();
            vectors.compare(lines.map(|line| rust_api::answer(Law::from(&sections), kind, line)));
        }
    }
}

/// Each refusal has its own reason, in the order in which they are looked for.
#[test]
fn what_is_no_pack_of_this_law_is_refused_with_the_reason() {
    let pack = base();
    let refused = |pack: &[u8], at_least| Law::open_already_verified(pack, at_least).err();
    for length in 0..pack.len() {
        assert_eq!(
            refused(&pack[..length], ANY),
            Some(PackError::TooShort),
            "{length}"
        );
    }
    let changed = |at: usize, byte: u8| {
        let mut pack = pack.clone();
        pack[at] = byte;
        pack
    };
    assert_eq!(refused(&changed(0, b'k'), ANY), Some(PackError::NotAPack));
    assert_eq!(refused(&changed(6, 2), ANY), Some(PackError::Format(2)));
    assert_eq!(refused(&changed(8, 9), ANY), Some(PackError::Vocabulary(9)));
    // Longer than the bytes that there are.
    assert_eq!(refused(&changed(14, 1), ANY), Some(PackError::TooShort));
    for at in 16..pack.len() - PACK_SIGNATURE_BYTES {
        assert_eq!(
            refused(&changed(at, !pack[at]), ANY),
            Some(PackError::Checksum),
            "{at}"
        );
    }
    let other = AtLeast {
        name: "kazakhsta",
        sequence: 0,
    };
    assert_eq!(refused(&pack, other), Some(PackError::OtherLaw));
    let sequence = Law::BUILT_IN.sequence();
    assert_eq!(refused(&pack, AtLeast::of_built_in(sequence)), None);
    assert_eq!(
        refused(&pack, AtLeast::of_built_in(sequence + 1)),
        Some(PackError::Older(sequence))
    );
}

#[test]
fn the_verifier_sees_all_bytes_before_the_signature_and_its_word_counts() {
    let mut pack = base();
    let message = pack.len() - PACK_SIGNATURE_BYTES;
    pack[message] = 5;
    let mut seen = None;
    let opened = Law::open(
        &pack,
        |message, signature| {
            seen = Some((message.to_vec(), signature[0]));
            true
        },
        ANY,
    );
    assert!(opened.is_ok());
    assert_eq!(seen, Some((pack[..message].to_vec(), 5)));
    assert_eq!(
        Law::open(&pack, |_, _| false, ANY),
        Err(PackError::Signature)
    );
    // A pack whose checksum is wrong is not given to it.
    pack[100] ^= 1;
    let opened = Law::open(&pack, |_, _| panic!("it is asked"), ANY);
    assert_eq!(opened, Err(PackError::Checksum));
}

/// Opens a pack that somebody sealed, and asks it everything if it opens and is `asked`. Whether it opens.
fn opens(pack: &mut [u8], asked: bool) -> bool {
    reseal(pack);
    let Ok(sections) = Law::open_already_verified(pack, ANY) else {
        return false;
    };
    if asked {
        ask_everything(Law::from(&sections), day(2025, 2, 28));
    }
    true
}

#[test]
fn no_byte_of_a_pack_can_be_such_that_it_opens_and_deciding_panics() {
    let pack = base();
    let mut numbers = Numbers::from(11);
    let (mut opened, mut refused) = (0, 0);
    for at in 0..pack.len() - PACK_SIGNATURE_BYTES - 4 {
        let mut changed = pack.clone();
        changed[at] ^= 1 << numbers.below(8);
        // All are opened; to ask all of them takes a minute, and is for the fuzz target.
        if opens(&mut changed, at % 11 == 0) {
            opened += 1;
        } else {
            refused += 1;
        }
    }
    println!("{opened} opened, {refused} refused");
    // Letters of texts, days and values can be others; most rows cannot.
    assert!(opened > 1000 && refused > 1000);
}

#[test]
fn no_bytes_of_a_pack_can_be_such_that_it_opens_and_deciding_panics() {
    let pack = base();
    let mut numbers = Numbers::from(12);
    let mut opened = 0;
    for _ in 0..3000 {
        let mut changed = pack.clone();
        for _ in 0..=numbers.below(4) {
            let at = numbers.below(pack.len() - HEADER - PACK_SIGNATURE_BYTES - 4) + HEADER;
            changed[at] = match numbers.below(4) {
                0 => 0,
                1 => 0xFF,
                2 => changed[at].wrapping_add(1),
                _ => u8::try_from(numbers.below(256)).expect("a byte"),
            };
        }
        opened += u32::from(opens(&mut changed, true));
    }
    println!("{opened} opened");
    assert!(opened > 100);
}

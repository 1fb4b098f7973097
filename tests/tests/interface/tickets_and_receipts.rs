//! Tickets and receipts, written and read from C.

use std::ptr::{null, null_mut};

use kz_rules_core as core;
use kz_rules_ffi::*;
use kz_rules_tests::abi::{CONSTANTS, answered, refused, status};
use proptest::prelude::*;

use crate::abi::visitor;

const IDENTIFIER: [u8; 16] = *b"\xB7 opaque \x00\xFF\x10 id!";

fn issue(facts: &kz_facts) -> [u8; KZ_TICKET_BYTES] {
    let record: kz_ticket_record =
        answered(|out| unsafe { kz_ticket_issue(null(), facts, IDENTIFIER.as_ptr(), out) });
    record.bytes
}

fn receipt(facts: &kz_facts) -> [u8; KZ_RECEIPT_BYTES] {
    let record: kz_receipt_record = answered(|out| unsafe { kz_receipt_issue(null(), facts, out) });
    record.bytes
}

/// A record with one byte changed, and the matching checksum.
fn rewritten(record: &[u8], at: usize, byte: u8) -> Vec<u8> {
    let mut record = record.to_vec();
    let body = record.len() - 4;
    record[at] = byte;
    let sum = crc32(&record[..body]);
    record[body..].copy_from_slice(&sum.to_le_bytes());
    record
}

/// CRC-32 by long division of polynomials, as in textbooks: most significant bit first, on the reflected message.
fn crc32(message: &[u8]) -> u32 {
    let bits = message
        .iter()
        .flat_map(|byte| (0..8).map(move |bit| byte >> bit & 1 == 1));
    let mut register = u32::MAX;
    for bit in bits {
        let carry = register >> 31 == 1;
        register <<= 1;
        if carry != bit {
            register ^= 0x04C1_1DB7;
        }
    }
    !register.reverse_bits()
}

// --- Tickets.

#[test]
fn both_sides_write_and_read_the_same_ticket() {
    let bytes = issue(&visitor());
    assert!(bytes.len() <= 48);
    let read: kz_ticket =
        answered(|out| unsafe { kz_ticket_read(bytes.as_ptr(), bytes.len(), out) });
    assert_eq!(read.identifier, IDENTIFIER);
    assert_eq!((read.on, read.reserved), (visitor().on, 0));
    assert_eq!(
        i64::from(read.basis),
        CONSTANTS["KZ_PROVISION_L50_CASE_6"].1
    );
    assert_eq!(
        i64::from(read.obligation),
        CONSTANTS["KZ_OBLIGATION_MANDATORY"].1
    );

    let of_rust = core::Ticket::read(&bytes).expect("C wrote it");
    assert_eq!(of_rust.identifier().bytes(), &IDENTIFIER);
    assert_eq!(of_rust.basis(), core::built_in::L50_CASE_6);
    assert_eq!(of_rust.to_bytes(), bytes);
}

#[test]
fn the_layout_of_a_ticket_matches_its_documentation() {
    let bytes = issue(&visitor());
    assert_eq!(bytes[..4], *b"KZT\x02");
    assert_eq!(bytes[4..20], IDENTIFIER);
    assert_eq!(bytes[20..27], [10, 0, 1, 0xE8, 7, 6, 1]);
    assert_eq!(bytes[27..], crc32(&bytes[..27]).to_le_bytes());
}

#[test]
pub(super) fn a_ticket_is_refused_with_its_reason() {
    let refuse = |error, facts: kz_facts| {
        refused(error, |out| unsafe {
            kz_ticket_issue(null(), &facts, IDENTIFIER.as_ptr(), out)
        });
    };
    let (announced, citizen) = (2, 1);
    refuse(
        "TICKET_EDITION",
        kz_facts {
            edition: announced,
            ..visitor()
        },
    );
    refuse(
        "TICKET_UNDECIDED",
        kz_facts {
            standing: 0,
            ..visitor()
        },
    );
    refuse(
        "TICKET_UNDECIDED",
        kz_facts {
            occasion: 0,
            ..visitor()
        },
    );
    refuse(
        "TICKET_OBLIGATION",
        kz_facts {
            fingerprinted: 1,
            ..visitor()
        },
    );
    let child = kz_facts {
        standing: citizen,
        birth: kz_date {
            year: 2013,
            month: 0,
            day: 0,
        },
        birth_precision: 1,
        ..visitor()
    };
    refuse("TICKET_CAUTION", child);
    refuse(
        "BAD_STANDING",
        kz_facts {
            standing: 9,
            ..visitor()
        },
    );
    refuse(
        "RESERVED",
        kz_facts {
            reserved: 1,
            ..visitor()
        },
    );
    let unborn = kz_facts {
        birth: kz_date {
            year: 2024,
            month: 6,
            day: 2,
        },
        ..visitor()
    };
    refuse("BIRTH_AFTER_DECISION", unborn);

    for at in 0..=4 {
        let mut identifier = [0xEE; 16];
        identifier[at..at + 12].copy_from_slice(b"831205408725");
        refused("TICKET_IDENTIFIER", |out| unsafe {
            kz_ticket_issue(null(), &visitor(), identifier.as_ptr(), out)
        });
    }
    for at in 0..=10 {
        let mut identifier = [0xEE; 16];
        identifier[at..at + 6].copy_from_slice(&[0x83, 0x12, 0x05, 0x40, 0x87, 0x25]);
        refused("TICKET_IDENTIFIER", |out| unsafe {
            kz_ticket_issue(null(), &visitor(), identifier.as_ptr(), out)
        });
    }
}

#[test]
pub(super) fn a_ticket_that_is_damaged_or_foreign_is_refused() {
    let bytes = issue(&visitor());
    let refuse = |error, bytes: &[u8]| {
        refused(error, |out| unsafe {
            kz_ticket_read(bytes.as_ptr(), bytes.len(), out)
        });
    };
    for bit in 0..8 * bytes.len() {
        let mut damaged = bytes;
        damaged[bit / 8] ^= 1 << (bit % 8);
        refuse("TICKET_DAMAGED", &damaged);
    }
    for length in 0..bytes.len() {
        refuse("TICKET_DAMAGED", &bytes[..length]);
    }
    refuse("TICKET_DAMAGED", &[&bytes[..], &[0]].concat());
    refuse("TICKET_DAMAGED", &receipt(&visitor()));
    refuse("TICKET_VERSION", &rewritten(&bytes, 3, 1));
    // There is no provision 0, and 3 is not_required, for which no prints are taken.
    refuse("TICKET_DAMAGED", &rewritten(&bytes, 20, 0));
    refuse("TICKET_DAMAGED", &rewritten(&bytes, 22, 3));
    refuse("TICKET_DAMAGED", &rewritten(&bytes, 25, 13));
    assert_eq!(rewritten(&bytes, 25, 6), bytes);
}

// --- Receipts.

fn verified(bytes: &[u8]) -> kz_verification {
    answered(|out| unsafe { kz_receipt_verify(null(), bytes.as_ptr(), bytes.len(), out) })
}

#[test]
fn a_receipt_has_the_same_answer_today() {
    let found = verified(&receipt(&visitor()));
    let law = core::Law::BUILT_IN;
    let until = law.known_until();
    let mut law_name = [0; KZ_LAW_NAME_BYTES];
    law_name[..law.name().len()].copy_from_slice(law.name().as_bytes());
    let expected = kz_verification {
        law_digest: law.digest(),
        law_name,
        law_sequence: law.sequence(),
        on: visitor().on,
        law_known_until: kz_date {
            year: until.year(),
            month: until.month(),
            day: until.day(),
        },
        library: [
            core::Version::THIS.major,
            core::Version::THIS.minor,
            core::Version::THIS.patch,
        ],
        obligations_then: 1,
        obligations_now: 1,
        same: 1,
        library_changed: 2,
        law_changed: 2,
        reserved: [0; 3],
    };
    assert_eq!(found, expected);
    let [major, minor, patch] = found.library;
    assert_eq!(
        format!("{major}.{minor}.{patch}"),
        env!("CARGO_PKG_VERSION")
    );
}

#[test]
fn the_layout_of_a_receipt_matches_its_documentation() {
    let facts = kz_facts {
        visa_channel: 0,
        ..visitor()
    };
    let bytes = receipt(&facts);
    let law = core::Law::BUILT_IN;
    assert_eq!(bytes[..4], *b"KZR\x02");
    assert_eq!(
        bytes[10..42],
        *b"kazakhstan\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    );
    assert_eq!(bytes[42..46], law.sequence().to_le_bytes());
    assert_eq!(bytes[46..54], law.digest().to_le_bytes());
    assert_eq!(bytes[54..58], [0xE9, 7, 11, 19]);
    assert_eq!(bytes[58..64], [0xE8, 7, 6, 1, 1, 1]);
    let sets = [
        1 << 10,
        0b010,
        0b100,
        0b10,
        0b1,
        0b1111,
        0b11,
        0b11,
        0b11,
        0b11,
        0b11,
        0b11,
        0b1001,
    ];
    let sets = sets.map(u16::to_le_bytes);
    assert_eq!(bytes[64..90], *sets.as_flattened());
    assert_eq!(
        bytes[90..94],
        [12, 0, 10, 0],
        "L50-VISA-SUSPENSION, L50-CASE-6"
    );
    assert_eq!(bytes[94..154], [0; 60]);
    assert_eq!(bytes[154..], crc32(&bytes[..154]).to_le_bytes());
}

#[test]
fn changes_since_a_receipt_are_named() {
    let bytes = receipt(&visitor());
    let (yes, no) = (1, 2);
    let changes = |bytes: &[u8]| {
        let found = verified(bytes);
        (found.same, found.library_changed, found.law_changed)
    };
    assert_eq!(
        changes(&rewritten(&bytes, 8, 99)),
        (yes, yes, no),
        "the library"
    );
    assert_eq!(
        changes(&rewritten(&bytes, 57, 18)),
        (yes, no, yes),
        "the day of the law"
    );
    for (at, what) in [(10, "its name"), (42, "its sequence"), (46, "its tables")] {
        let other = rewritten(&bytes, at, bytes[at] ^ 2);
        assert_eq!(changes(&other), (yes, no, yes), "{what}");
    }
    // Voluntary, and from another library.
    let other = rewritten(&rewritten(&bytes, 8, 99), 88, 2);
    assert_eq!(changes(&other), (no, yes, no));
    assert_eq!(verified(&other).obligations_then, 2);
    assert_eq!(verified(&other).obligations_now, 1);
}

#[test]
pub(super) fn a_receipt_that_cannot_be_true_is_refused() {
    let bytes = receipt(&visitor());
    let refuse = |error, bytes: &[u8]| {
        refused(error, |out| unsafe {
            kz_receipt_verify(null(), bytes.as_ptr(), bytes.len(), out)
        });
    };
    for bit in 0..8 * bytes.len() {
        let mut damaged = bytes;
        damaged[bit / 8] ^= 1 << (bit % 8);
        refuse("RECEIPT_DAMAGED", &damaged);
    }
    refuse("RECEIPT_DAMAGED", &bytes[..KZ_RECEIPT_BYTES - 1]);
    refuse("RECEIPT_DAMAGED", &issue(&visitor()));
    refuse("RECEIPT_DAMAGED", &rewritten(&bytes, 66, 0));
    refuse("RECEIPT_VERSION", &rewritten(&bytes, 3, 1));
    refuse("RECEIPT_UNKNOWN", &rewritten(&bytes, 66, 8));
    refuse("RECEIPT_UNKNOWN", &rewritten(&bytes, 63, 3));
    refuse("RECEIPT_FALSE", &rewritten(&bytes, 88, 2));
    refuse("RECEIPT_FALSE", &rewritten(&bytes, 90, 9));
}

// --- Both.

#[test]
fn null_is_refused_wherever_a_pointer_is_needed() {
    let (facts, null_status) = (visitor(), status("NULL"));
    let (ticket, receipt) = (issue(&facts), receipt(&facts));
    unsafe {
        refused("NULL", |out| {
            kz_ticket_issue(null(), null(), IDENTIFIER.as_ptr(), out)
        });
        refused("NULL", |out| kz_ticket_issue(null(), &facts, null(), out));
        let issued = kz_ticket_issue(null(), &facts, IDENTIFIER.as_ptr(), null_mut());
        assert_eq!(issued, null_status);
        refused("NULL", |out| kz_ticket_read(null(), KZ_TICKET_BYTES, out));
        refused("TICKET_DAMAGED", |out| kz_ticket_read(null(), 0, out));
        assert_eq!(
            kz_ticket_read(ticket.as_ptr(), KZ_TICKET_BYTES, null_mut()),
            null_status
        );
        refused("NULL", |out| kz_receipt_issue(null(), null(), out));
        assert_eq!(kz_receipt_issue(null(), &facts, null_mut()), null_status);
        refused("NULL", |out| {
            kz_receipt_verify(null(), null(), KZ_RECEIPT_BYTES, out)
        });
        refused("RECEIPT_DAMAGED", |out| {
            kz_receipt_verify(null(), null(), 0, out)
        });
        assert_eq!(
            kz_receipt_verify(null(), receipt.as_ptr(), KZ_RECEIPT_BYTES, null_mut()),
            null_status
        );
    }
}

/// Facts, any of which may be unknown, and a day on either side of the law's changes.
fn any_facts() -> impl Strategy<Value = kz_facts> {
    let day = (2023u16..=2026, 1u8..=12, 1u8..=28);
    let birth = (1950u16..=2022, 1u8..=12, 1u8..=28, 0u8..=3);
    let settings = (0u8..=2, 0u8..=2);
    let facts = (
        0u8..=15,
        0u8..=3,
        0u8..=2,
        0u8..=5,
        0u8..=4,
        0u8..=2,
        0u8..=2,
    );
    (day, birth, settings, facts).prop_map(|(on, birth, settings, facts)| kz_facts {
        on: kz_date {
            year: on.0,
            month: on.1,
            day: on.2,
        },
        birth: match birth.3 {
            0 => kz_date::default(),
            1 => kz_date {
                year: birth.0,
                month: 0,
                day: 0,
            },
            2 => kz_date {
                year: birth.0,
                month: birth.1,
                day: 0,
            },
            _ => kz_date {
                year: birth.0,
                month: birth.1,
                day: birth.2,
            },
        },
        birth_precision: birth.3,
        edition: settings.0,
        age_reading: settings.1,
        occasion: facts.0,
        standing: facts.1,
        fingerprinted: facts.2,
        action: facts.3,
        visa_channel: facts.4,
        permanent_resident: facts.5,
        held_at_commencement: facts.6,
        ..kz_facts::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_receipt_holds_the_decision_and_comes_out_the_same(facts in any_facts()) {
        let decided: kz_assessment = answered(|out| unsafe { kz_assess(null(), &facts, out) });
        let bytes = receipt(&facts);
        prop_assert_eq!(&bytes[88..90], &decided.obligations.to_le_bytes()[..2]);
        let basis = decided.basis.map(u16::to_le_bytes);
        let basis = basis.as_flattened();
        prop_assert_eq!(&bytes[90..90 + basis.len()], basis);
        let found = verified(&bytes);
        prop_assert_eq!((found.same, found.library_changed, found.law_changed), (1, 2, 2));
        prop_assert_eq!(found.obligations_now, decided.obligations);
    }

    #[test]
    fn a_ticket_is_issued_for_just_those_decisions_that_call_for_prints(facts in any_facts()) {
        let decided: kz_assessment = answered(|out| unsafe { kz_assess(null(), &facts, out) });
        let under_12 = CONSTANTS["KZ_PROVISION_MIA_UNDER_12"].1;
        let allowed = facts.edition != 2
            && decided.outcome == 1
            && [1, 2].contains(&decided.obligation)
            && decided.basis_count == 1
            && !decided.cautions.iter().any(|caution| i64::from(*caution) == under_12);
        let mut record = kz_ticket_record { bytes: [0; KZ_TICKET_BYTES] };
        let issued = unsafe { kz_ticket_issue(null(), &facts, IDENTIFIER.as_ptr(), &mut record) };
        prop_assert_eq!(issued == KZ_OK, allowed, "{} on {:?}", issued, facts.on);
        if allowed {
            let ticket: kz_ticket =
                answered(|out| unsafe { kz_ticket_read(record.bytes.as_ptr(), KZ_TICKET_BYTES, out) });
            prop_assert_eq!(ticket.basis, decided.basis[0]);
            prop_assert_eq!(ticket.obligation, decided.obligation);
            prop_assert_eq!(ticket.on, facts.on);
        }
    }

    #[test]
    fn any_bytes_at_all_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0..154usize, byte: u8) {
        let length = bytes.len();
        refused::<kz_ticket>("TICKET_DAMAGED", |out| unsafe { kz_ticket_read(bytes.as_ptr(), length, out) });
        refused::<kz_verification>("RECEIPT_DAMAGED", |out| unsafe { kz_receipt_verify(null(), bytes.as_ptr(), length, out) });
        // Whole records with arbitrary contents.
        let changed = rewritten(&receipt(&visitor()), at, byte);
        let mut out = kz_verification::default();
        let found = unsafe { kz_receipt_verify(null(), changed.as_ptr(), changed.len(), &mut out) };
        prop_assert!(CONSTANTS.values().any(|(kind, number)| *kind == "kz_status" && *number == i64::from(found)));
    }
}

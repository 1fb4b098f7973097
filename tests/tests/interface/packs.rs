//! A law that C opens from a pack: each refusal, its decisions, and the choice between two slots.

use std::ffi::{CStr, c_void};
use std::ptr::{null, null_mut};

use kz_rules_core as core;
use kz_rules_ffi::*;
use kz_rules_tests::abi::{answered, noted, refused, status};
use kz_rules_tests::laws::laws;
use kz_rules_tests::packs::{owned, reseal, unsigned};
use kz_rules_tests::tools::read;

const ANY: kz_at_least = kz_at_least {
    sequence: 0,
    name: [0; 32],
};

/// The page of the built-in law, under a sequence.
fn page(sequence: u32) -> String {
    read("law/kazakhstan.md").replacen(
        "| kazakhstan | 1 |",
        &format!("| kazakhstan | {sequence} |"),
        1,
    )
}

fn pack(page: &str) -> Vec<u8> {
    unsigned(&owned(page, core::Language::ALL).sections())
}

fn open(pack: &[u8], at_least: &kz_at_least, out: *mut kz_law) -> kz_status {
    // SAFETY: all pointers are valid.
    unsafe { kz_law_open_already_verified(pack.as_ptr(), pack.len(), at_least, out) }
}

/// Accepts or refuses, as the context says, and counts its calls.
unsafe extern "C" fn verify(
    context: *mut c_void,
    message: *const u8,
    length: usize,
    signature: *const u8,
) -> i32 {
    // SAFETY: the context of these tests; the bytes are valid.
    unsafe {
        let context = &mut *context.cast::<Verifier>();
        context.seen.push((
            std::slice::from_raw_parts(message, length).to_vec(),
            std::slice::from_raw_parts(signature, 64).to_vec(),
        ));
        context.answer
    }
}

struct Verifier {
    answer: i32,
    seen: Vec<(Vec<u8>, Vec<u8>)>,
}

fn named(name: &str, sequence: u32) -> kz_at_least {
    let mut at_least = kz_at_least { sequence, ..ANY };
    at_least.name[..name.len()].copy_from_slice(name.as_bytes());
    at_least
}

#[test]
pub(super) fn each_refused_pack_has_its_status_and_leaves_the_law_unchanged() {
    let pack = pack(&page(4));
    let changed = |at: usize, byte: u8| {
        let mut pack = pack.clone();
        pack[at] = byte;
        pack
    };
    let refused = |error: &str, pack: &[u8], at_least: &kz_at_least| {
        refused(error, |out| open(pack, at_least, out));
        if error != "PACK_INCONSISTENT" {
            // SAFETY: all pointers are valid.
            refused::<kz_pack_fault>(error, |out| unsafe {
                kz_pack_fault_get(pack.as_ptr(), pack.len(), at_least, out)
            });
        }
    };
    refused("PACK_TOO_SHORT", &[], &ANY);
    refused("PACK_TOO_SHORT", &pack[..pack.len() - 1], &ANY);
    refused("NOT_A_PACK", &changed(0, 0), &ANY);
    refused("PACK_FORMAT", &changed(6, 2), &ANY);
    refused("PACK_VOCABULARY", &changed(8, 2), &ANY);
    refused("PACK_CHECKSUM", &changed(100, 1), &ANY);
    refused("PACK_OTHER_LAW", &pack, &named("another", 0));
    refused("PACK_OTHER_LAW", &pack, &named("kazakhstan2", 0));
    let not_utf8 = kz_at_least {
        name: [0xFF; 32],
        ..ANY
    };
    refused("PACK_OTHER_LAW", &pack, &not_utf8);
    refused("PACK_OLDER", &pack, &named("kazakhstan", 5));
    refused("PACK_OLDER", &pack, &kz_at_least { sequence: 5, ..ANY });
    // The kind of the second document is invalid.
    let mut inconsistent = pack.clone();
    inconsistent[184 + 8 + 2] = 9;
    reseal(&mut inconsistent);
    refused("PACK_INCONSISTENT", &inconsistent, &ANY);
    // SAFETY: all pointers are valid.
    let fault: kz_pack_fault = answered(|out| unsafe {
        kz_pack_fault_get(inconsistent.as_ptr(), inconsistent.len(), &ANY, out)
    });
    // SAFETY: static text.
    let section = unsafe { CStr::from_ptr(fault.section) };
    assert_eq!((section, fault.row), (c"documents", 2));
    // SAFETY: all pointers are valid.
    let fault: kz_pack_fault =
        answered(|out| unsafe { kz_pack_fault_get(pack.as_ptr(), pack.len(), &ANY, out) });
    assert!(fault.section.is_null() && fault.row == 0);
    for at_least in [
        ANY,
        named("kazakhstan", 4),
        kz_at_least { sequence: 4, ..ANY },
    ] {
        let law: kz_law = answered(|out| open(&pack, &at_least, out));
        // SAFETY: it was opened.
        let identity: kz_law_identity = answered(|out| unsafe { kz_law_get(&law, out) });
        assert_eq!(identity.sequence, 4);
    }
}

#[test]
pub(super) fn the_programs_verifier_decides_and_null_means_none() {
    let pack = pack(&page(1));
    let (signed, signature) = pack.split_at(pack.len() - 64);
    for answer in [0, 1, -1, i32::MIN] {
        let mut verifier = Verifier {
            answer,
            seen: Vec::new(),
        };
        let context = (&raw mut verifier).cast();
        // SAFETY: all pointers are valid.
        let open = |out| unsafe {
            kz_law_open(pack.as_ptr(), pack.len(), Some(verify), context, &ANY, out)
        };
        if answer == 0 {
            answered::<kz_law>(open);
        } else {
            refused::<kz_law>("PACK_SIGNATURE", open);
        }
        assert_eq!(verifier.seen, [(signed.to_vec(), signature.to_vec())]);
    }
    let (bytes, length) = (pack.as_ptr(), pack.len());
    // SAFETY: NULL is allowed everywhere.
    unsafe {
        refused::<kz_law>("NULL", |out| {
            kz_law_open(bytes, length, None, null_mut(), &ANY, out)
        });
        refused::<kz_law>("NULL", |out| {
            kz_law_open(null(), 0, Some(verify), null_mut(), &ANY, out)
        });
        refused::<kz_law>("NULL", |out| {
            kz_law_open(bytes, length, Some(verify), null_mut(), null(), out)
        });
        let null_status = status("NULL");
        assert_eq!(
            kz_law_open(bytes, length, Some(verify), null_mut(), &ANY, null_mut()),
            null_status
        );
        refused::<kz_law>("NULL", |out| {
            kz_law_open_already_verified(null(), length, &ANY, out)
        });
        refused::<kz_law>("NULL", |out| {
            kz_law_open_already_verified(bytes, length, null(), out)
        });
        assert_eq!(
            kz_law_open_already_verified(bytes, length, &ANY, null_mut()),
            null_status
        );
        refused::<kz_pack_fault>("NULL", |out| kz_pack_fault_get(null(), length, &ANY, out));
        refused::<kz_pack_fault>("NULL", |out| kz_pack_fault_get(bytes, length, null(), out));
        assert_eq!(
            kz_pack_fault_get(bytes, length, &ANY, null_mut()),
            null_status
        );
        refused::<kz_slot_choice>("NULL", |out| kz_law_choose(null(), out));
        assert_eq!(kz_law_choose(&kz_slots::default(), null_mut()), null_status);
    }
}

/// The answers in C, with an opened law and with NULL.
#[test]
fn an_opened_law_decides_at_any_address() {
    for law in laws() {
        let owned = owned(&law.text, &[]);
        let sections = owned.sections();
        let pack = [&[0; 3], &unsigned(&sections)[..], &[0xFF; 9]].concat();
        let at_least = named(sections.name, sections.sequence);
        let opened: kz_law = answered(|out| open(&pack[3..], &at_least, out));
        let moved = Box::new(opened);
        let expected = core::Law::from(&sections);
        for (number, entry) in (0..).zip(expected.all_provisions()) {
            let provision = entry.row().provision().number();
            // SAFETY: it was opened.
            unsafe {
                assert_eq!(kz_provision_at(&*moved, number), provision);
                let name = kz_name(&*moved, core::Vocabulary::Provision.code(), provision);
                assert_eq!(CStr::from_ptr(name).to_str(), Ok(entry.id()));
            }
        }
        for (standing, on) in [(1, 2024), (2, 2025), (3, 2027)] {
            for occasion in 0..=12 {
                let facts = kz_facts {
                    on: kz_date {
                        year: on,
                        month: 2,
                        day: 3,
                    },
                    standing,
                    occasion,
                    ..kz_facts::default()
                };
                let rust = core::Facts::default();
                let rust =
                    core::Standing::from_code(standing).map_or(rust, |value| rust.standing(value));
                let rust =
                    core::Occasion::from_code(occasion).map_or(rust, |value| rust.occasion(value));
                let answer = expected
                    .assess(core::day(on, 2, 3), &rust, core::Settings::default())
                    .expect("an answer");
                // SAFETY: it was opened.
                let from_c: kz_assessment =
                    answered(|out| unsafe { kz_assess(&*moved, &facts, out) });
                let basis: Vec<u16> = answer.basis().map(core::Provision::number).collect();
                assert_eq!(from_c.obligations, answer.possible.bits());
                assert_eq!(from_c.basis[..from_c.basis_count.into()], basis);
            }
        }
    }
}

/// Opening a pack does not ask whether each person has a row: that is the compiler's work. So a pack that was made in another way
/// can leave somebody out, for ever or from a day on.
#[test]
pub(super) fn a_law_that_leaves_somebody_out_is_opened_and_says_so() {
    let first = core::day(2024, 1, 1);
    let before = core::Rule::new(
        core::when().until(first),
        core::Obligation::NotInForce,
        core::built_in::L50_COMMENCEMENT,
    );
    let visas = core::Rule::new(
        core::when().occasion(&[core::Occasion::Visa]),
        core::Obligation::Mandatory,
        core::built_in::L50_CASE_6,
    );
    let rules = [before, visas];
    let mut sections = core::Law::BUILT_IN.sections();
    sections.editions[0] = &rules;
    sections.texts = [core::Strings::new(""); core::LANGUAGES];
    let mut pack = unsigned(&sections);
    reseal(&mut pack);
    let law: kz_law = answered(|out| open(&pack, &ANY, out));
    let person = |year, occasion: core::Occasion| kz_facts {
        on: kz_date {
            year,
            month: 12,
            day: 31,
        },
        occasion: occasion.code(),
        standing: core::Standing::Foreigner.code(),
        action: core::Action::FirstIssue.code(),
        ..kz_facts::default()
    };
    let (error, visa, card) = (
        "LAW_INCOMPLETE",
        core::Occasion::Visa,
        core::Occasion::ResidenceCard,
    );
    let left_out = person(2024, card);
    // SAFETY: the law was opened, and all pointers are valid.
    unsafe {
        let assessed: kz_assessment = answered(|out| kz_assess(&law, &person(2024, visa), out));
        assert_eq!(assessed.obligation, core::Obligation::Mandatory.code());
        refused::<kz_assessment>(error, |out| kz_assess(&law, &left_out, out));
        refused::<kz_trace>(error, |out| kz_explain(&law, &left_out, 1, out));
        refused::<kz_plan_answer>(error, |out| kz_plan(&law, &left_out, out));
        refused::<kz_receipt_record>(error, |out| kz_receipt_issue(&law, &left_out, out));
        refused::<kz_ticket_record>(error, |out| {
            kz_ticket_issue(&law, &left_out, [0xF1; 16].as_ptr(), out)
        });
        // On the last day before the rules everybody has a row; until when the answer holds cannot be said.
        refused::<kz_assessment>(error, |out| kz_assess(&law, &person(2023, card), out));
    }
    let (on, occasions) = ([first.number() - 1, first.number()], [card.code(); 2]);
    let columns = |wanted: bool| {
        let (mut statuses, mut until) = ([KZ_OK; 2], [0; 2]);
        let facts = kz_fact_columns {
            on: on.as_ptr(),
            occasion: occasions.as_ptr(),
            ..no_columns()
        };
        let answers = kz_answer_columns {
            status: statuses.as_mut_ptr(),
            obligations: null_mut(),
            basis: null_mut(),
            ask: null_mut(),
            holds_until: if wanted {
                until.as_mut_ptr()
            } else {
                null_mut()
            },
        };
        // SAFETY: the law was opened; each column is NULL or has two items.
        let called = unsafe { kz_assess_columns(&law, &facts, 2, 0, 0, &answers) };
        assert_eq!(called, KZ_OK);
        statuses
    };
    let incomplete = status(error);
    assert_eq!(columns(false), [KZ_OK, incomplete]);
    assert_eq!(columns(true), [incomplete; 2]);
}

/// Nothing is known of anybody.
fn no_columns() -> kz_fact_columns {
    kz_fact_columns {
        on: null(),
        on_validity: null(),
        birth: null(),
        birth_validity: null(),
        occasion: null(),
        standing: null(),
        fingerprinted: null(),
        action: null(),
        visa_channel: null(),
        permanent_resident: null(),
        held_at_commencement: null(),
        question_1: null(),
        question_2: null(),
        question_3: null(),
        question_4: null(),
        declined: null(),
    }
}

#[test]
pub(super) fn a_law_that_fails_its_own_cases_says_so() {
    let citizen = core::Facts::default().standing(core::Standing::Citizen);
    let case = |obligation: core::Obligation| {
        let basis = [core::built_in::L50_COMMENCEMENT];
        core::CaseRow::new(
            core::day(2023, 6, 1),
            core::Edition::FIRST,
            &citizen,
            obligation.into(),
            &basis,
        )
    };
    let (right, wrong) = (
        case(core::Obligation::NotInForce),
        case(core::Obligation::Voluntary),
    );
    for (cases, expected) in [
        (vec![right, right], "OK"),
        (vec![right, wrong], "SELF_TEST"),
    ] {
        let owned = owned(&page(2), &[]).with_cases(cases);
        let pack = unsigned(&owned.sections());
        let opened: kz_law = answered(|out| open(&pack, &ANY, out));
        // SAFETY: it was opened.
        let got = noted(unsafe { kz_law_self_test(&opened) });
        assert_eq!(got, status(expected));
    }
    let never = kz_law { opaque: [0; 64] };
    // SAFETY: NULL is the built-in law, and the other is zeroed.
    unsafe {
        assert_eq!(kz_law_self_test(null()), KZ_OK);
        assert_eq!(kz_law_self_test(&never), status("BAD_LAW"));
    }
}

fn choice(slots: &kz_slots) -> kz_slot_choice {
    // SAFETY: both pointers are valid.
    answered(|out| unsafe { kz_law_choose(slots, out) })
}

#[test]
pub(super) fn the_choice_between_two_slots_is_that_of_the_core() {
    let record = |sequence: Option<u32>| sequence.map_or([0xFF; 8], core::keep);
    let sequences = [None, Some(3), Some(4), Some(5)];
    for first in sequences {
        for second in sequences {
            for kept in [
                [None, None],
                [Some(4), None],
                [Some(3), Some(4)],
                [Some(5), Some(4)],
            ] {
                for at_least in [0, 4, 6] {
                    let records = kept.map(record);
                    let slots = kz_slots {
                        sequence: [first, second].map(|sequence| sequence.unwrap_or(9)),
                        passed: [first, second].map(|sequence| sequence.is_some().into()),
                        at_least,
                        records,
                        ..kz_slots::default()
                    };
                    let expected =
                        core::choose([first, second], [&records[0], &records[1]], at_least);
                    let number = |place: u8| place + 1;
                    let expected = kz_slot_choice {
                        at_least: expected.at_least,
                        open: expected.open.map_or(0, number),
                        write: number(expected.write),
                        record: expected.keep.map_or(0, |_| number(expected.record)),
                        reserved: 0,
                        record_bytes: expected.keep.map_or([0; 8], core::keep),
                    };
                    assert_eq!(choice(&slots), expected);
                }
            }
        }
    }
    let wrong = [
        (
            "BAD_SLOT",
            kz_slots {
                passed: [2, 0],
                ..kz_slots::default()
            },
        ),
        (
            "BAD_SLOT",
            kz_slots {
                passed: [0, 255],
                ..kz_slots::default()
            },
        ),
        (
            "RESERVED",
            kz_slots {
                reserved: [0, 1],
                ..kz_slots::default()
            },
        ),
    ];
    for (error, slots) in &wrong {
        // SAFETY: both pointers are valid.
        refused::<kz_slot_choice>(error, |out| unsafe { kz_law_choose(slots, out) });
    }
}

/// Signatures of RFC 8032, section 7.1, and those that a verifier must refuse: halves that are not reduced, cut off, exchanged
/// or changed, other messages and keys. Signatures that only the key's owner can make, and on which verifiers may differ under
/// the RFC, are not among them.
#[test]
fn kz_ed25519_accepts_only_the_signatures_of_rfc_8032() {
    for line in read("tests/ed25519.csv").lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [name, key, message, signature, expected] = cells[..] else {
            panic!("{line}");
        };
        let bytes = |hex: &str| -> Vec<u8> {
            let pairs = hex.as_bytes().chunks(2);
            let byte = |pair| u8::from_str_radix(std::str::from_utf8(pair).expect("ASCII"), 16);
            pairs.map(|pair| byte(pair).expect("hexadecimal")).collect()
        };
        let (mut key, message, signature) = (bytes(key), bytes(message), bytes(signature));
        assert_eq!((key.len(), signature.len()), (32, 64), "{name}");
        // SAFETY: all are there.
        let answer = unsafe {
            let context = key.as_mut_ptr().cast();
            kz_ed25519(context, message.as_ptr(), message.len(), signature.as_ptr())
        };
        let expected = status(match expected {
            "right" => "OK",
            _ => "PACK_SIGNATURE",
        });
        assert_eq!(answer, expected, "{name}");
    }
    let mut key = [0; 32];
    let (null_status, key) = (status("NULL"), key.as_mut_ptr().cast());
    let some = [0; 64].as_ptr();
    // SAFETY: NULL is allowed everywhere.
    unsafe {
        assert_eq!(kz_ed25519(null_mut(), some, 1, some), null_status);
        assert_eq!(kz_ed25519(key, null(), 1, some), null_status);
        assert_eq!(kz_ed25519(key, some, 1, null()), null_status);
    }
}

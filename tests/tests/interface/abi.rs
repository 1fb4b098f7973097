//! The C functions, called as from C: every wrong argument has its own error and leaves the output unchanged; the answers are
//! those of the Rust API.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{CStr, c_char};
use std::fmt::Debug;
use std::ptr::{null, null_mut};

use kz_rules_core as core;
use kz_rules_ffi::*;
use kz_rules_tests::abi::{BEFORE, CONSTANTS, answered, call, noted, refused, status};
use proptest::prelude::*;

const fn day(year: u16, month: u8, day: u8) -> kz_date {
    kz_date { year, month, day }
}

const NOT_GIVEN: kz_date = day(0, 0, 0);

/// Dates that do not exist, or lie beyond the years 1 to 9999.
const IMPOSSIBLE: [kz_date; 14] = [
    day(0, 1, 1),
    day(0, 0, 1),
    day(0, 1, 0),
    day(10_000, 1, 1),
    day(65_535, 12, 31),
    day(2024, 0, 1),
    day(2024, 13, 1),
    day(2024, 255, 1),
    day(2024, 1, 0),
    day(2024, 1, 32),
    day(2024, 1, 255),
    day(2023, 2, 29),
    day(2024, 2, 30),
    day(2024, 4, 31),
];

/// An adult foreigner who holds no document and wants a first visa from an embassy: mandatory.
pub(crate) fn visitor() -> kz_facts {
    kz_facts {
        on: day(2024, 6, 1),
        birth: day(1990, 5, 17),
        birth_precision: 3,
        standing: 2,
        occasion: 11,
        action: 1,
        visa_channel: 1,
        fingerprinted: 2,
        ..kz_facts::default()
    }
}

/// An immigrant who crossed the border after the rules started.
fn immigrant() -> kz_term_question {
    kz_term_question {
        from: day(2026, 8, 3),
        on: day(2026, 8, 20),
        treaty: 1,
        stay_regime: 1,
        standing: 2,
        arrived_to_live: 1,
        ..kz_term_question::default()
    }
}

/// The built-in law.
const LAW: *const kz_law = null();

/// Only the built-in calendar, as the years of a call.
const NO_YEARS: *const kz_year = null();

/// Every kind of term.
const TERMS: [u8; 4] = [1, 2, 3, 4];

/// A term for which the function returns a window.
fn term_for(place: usize) -> kz_term_question {
    match place {
        2 => kz_term_question {
            from: day(2024, 6, 3),
            on: day(2024, 6, 3),
            ..kz_term_question::default()
        },
        _ => immigrant(),
    }
}

fn window(term: &kz_term_question) -> kz_window {
    answered(|out| unsafe { kz_window_get(LAW, TERMS[0], term, NO_YEARS, 0, out) })
}

/// A caller's year: like the built-in one, if there is one, except for what the caller changes.
fn year_like(number: u16) -> kz_year {
    let year = core::Law::BUILT_IN.declared_year(number, core::Certainty::Published, &[], &[]);
    kz_year {
        year: number,
        certainty: year.certainty().code(),
        reserved: 0,
        five: *year.working_days(core::Week::Five),
        six: *year.working_days(core::Week::Six),
    }
}

// --- Every pointer may be NULL.

#[test]
pub(super) fn null_is_refused_wherever_a_pointer_is_needed() {
    let (facts, term, years) = (visitor(), immigrant(), [year_like(2026)]);
    let null_status = status("NULL");
    unsafe {
        refused("NULL", |out| kz_assess(LAW, null(), out));
        assert_eq!(kz_assess(LAW, &facts, null_mut()), null_status);

        refused("NULL", |out| kz_plan(LAW, null(), out));
        assert_eq!(kz_plan(LAW, &facts, null_mut()), null_status);

        let mut done = 77;
        refused("NULL", |out| kz_assess_many(LAW, null(), 1, out, &mut done));
        assert_eq!(
            kz_assess_many(LAW, &facts, 1, null_mut(), &mut done),
            null_status
        );
        refused("NULL", |out| {
            kz_assess_many(LAW, &facts, 1, out, null_mut())
        });
        assert_eq!(
            kz_assess_many(LAW, &facts, 0, null_mut(), null_mut()),
            null_status
        );
        assert_eq!(done, 77, "nothing is written");
        assert_eq!(kz_assess_many(LAW, null(), 0, null_mut(), &mut done), KZ_OK);
        assert_eq!(done, 0, "no persons need no array");

        for kind in TERMS {
            refused("NULL", |out| {
                kz_window_get(LAW, kind, null(), NO_YEARS, 0, out)
            });
            assert_eq!(
                kz_window_get(LAW, kind, &term, NO_YEARS, 0, null_mut()),
                null_status
            );
            refused("NULL", |out| {
                kz_window_get(LAW, kind, &term, null(), 1, out)
            });
            assert_eq!(
                kz_window_get(LAW, kind, &term, years.as_ptr(), 1, null_mut()),
                null_status
            );
        }
        let today = day(2026, 8, 20);
        let open = window(&term);
        refused("NULL", |out| kz_window_state(null(), today, out));
        assert_eq!(kz_window_state(&open, today, null_mut()), null_status);

        refused("NULL", |out| {
            kz_is_working_day(LAW, today, 0, null(), 1, out)
        });
        assert_eq!(
            kz_is_working_day(LAW, today, 0, NO_YEARS, 0, null_mut()),
            null_status
        );
        refused("NULL", |out| {
            kz_add_working_days(LAW, today, 5, 0, 0, null(), 1, out)
        });
        assert_eq!(
            kz_add_working_days(LAW, today, 5, 0, 0, NO_YEARS, 0, null_mut()),
            null_status
        );

        assert_eq!(kz_milestone_after(LAW, today, null_mut()), null_status);
        assert_eq!(kz_provision_get(LAW, 1, null_mut()), null_status);
        assert_eq!(
            kz_local_date(LAW, 1_782_844_200, 1, null_mut()),
            null_status
        );
        refused("NULL", |out| kz_iin_check(null(), 12, out));
        assert_eq!(
            kz_iin_check(c"831205408725".as_ptr(), 12, null_mut()),
            null_status
        );
        refused("IIN_LENGTH", |out| kz_iin_check(null(), 0, out));
    }
}

// --- Every field: an error in it has its own name.

/// A byte of the facts or of a term with values up to this number, and its error.
type Field<T> = (fn(&mut T) -> &mut u8, u8, &'static str);

const FACTS_FIELDS: [Field<kz_facts>; 20] = [
    (|it| &mut it.edition, 2, "EDITION_UNKNOWN"),
    (|it| &mut it.question_1, 0, "BAD_QUESTION_1"),
    (|it| &mut it.question_2, 0, "BAD_QUESTION_2"),
    (|it| &mut it.question_3, 0, "BAD_QUESTION_3"),
    (|it| &mut it.question_4, 0, "BAD_QUESTION_4"),
    (|it| &mut it.age_reading, 2, "BAD_AGE_READING"),
    (|it| &mut it.standing, 3, "BAD_STANDING"),
    (|it| &mut it.permanent_resident, 2, "BAD_PERMANENT_RESIDENT"),
    (|it| &mut it.occasion, 15, "BAD_OCCASION"),
    (|it| &mut it.action, 5, "BAD_ACTION"),
    (|it| &mut it.visa_channel, 4, "BAD_VISA_CHANNEL"),
    (|it| &mut it.fingerprinted, 2, "BAD_FINGERPRINTED"),
    (
        |it| &mut it.held_at_commencement,
        2,
        "BAD_HELD_AT_COMMENCEMENT",
    ),
    (|it| &mut it.location, 2, "BAD_LOCATION"),
    (|it| &mut it.may_enter, 2, "BAD_MAY_ENTER"),
    (|it| &mut it.has_iin, 2, "BAD_HAS_IIN"),
    (|it| &mut it.mission_in_pilot, 2, "BAD_MISSION_IN_PILOT"),
    (
        |it| &mut it.mission_takes_fingerprints,
        2,
        "BAD_MISSION_TAKES_FINGERPRINTS",
    ),
    (
        |it| &mut it.passport_in_foreign_language,
        2,
        "BAD_PASSPORT_IN_FOREIGN_LANGUAGE",
    ),
    (|it| &mut it.birth_precision, 3, "BAD_BIRTH"),
];

const TERM_FIELDS: [Field<kz_term_question>; 4] = [
    (|it| &mut it.week, 2, "BAD_WEEK"),
    (|it| &mut it.stay_regime, 2, "BAD_STAY_REGIME"),
    (|it| &mut it.standing, 3, "BAD_STANDING"),
    (|it| &mut it.arrived_to_live, 2, "BAD_ARRIVED_TO_LIVE"),
];

#[test]
pub(super) fn a_value_outside_its_closed_set_is_refused_by_the_name_of_the_field() {
    for (field, values, error) in FACTS_FIELDS {
        for value in 0..=255 {
            let mut facts = visitor();
            *field(&mut facts) = value;
            let call = |out| unsafe { kz_assess(LAW, &facts, out) };
            if value > values {
                refused(error, call);
            } else if error != "BAD_BIRTH" {
                let _ = answered(call);
            }
        }
    }
    for (place, kind) in TERMS.into_iter().enumerate() {
        for (field, values, error) in TERM_FIELDS {
            for value in 0..=255 {
                let mut term = term_for(place);
                *field(&mut term) = value;
                let call = |out| unsafe { kz_window_get(LAW, kind, &term, NO_YEARS, 0, out) };
                if value > values {
                    refused(error, call);
                } else {
                    let _ = answered(call);
                }
            }
        }
    }
    let today = day(2026, 8, 20);
    for value in 3..=255 {
        refused("BAD_WEEK", |out| unsafe {
            kz_is_working_day(LAW, today, value, NO_YEARS, 0, out)
        });
        refused("BAD_WEEK", |out| unsafe {
            kz_add_working_days(LAW, today, 1, 0, value, NO_YEARS, 0, out)
        });
        refused("BAD_FIRST_DAY", |out| unsafe {
            kz_add_working_days(LAW, today, 1, value, 0, NO_YEARS, 0, out)
        });
    }
    for value in (3..=255).chain([0]) {
        refused("BAD_ZONE", |out| unsafe {
            kz_local_date(LAW, 1_782_844_200, value, out)
        });
    }
}

#[test]
pub(super) fn a_fact_is_set_by_its_number_to_a_value_of_its_vocabulary() {
    let declined = core::Fact::set(core::Fact::ALL).bits();
    for fact in 0..=u8::MAX {
        let of = kz_fact_vocabulary(fact);
        // SAFETY: the law is the built-in one.
        let count = unsafe { kz_vocabulary_count(LAW, of) };
        let mut facts = kz_facts::default();
        if of == 0 {
            // SAFETY: a valid pointer.
            let got = noted(unsafe { kz_facts_set(&mut facts, fact, 1) });
            assert_eq!(got, status("BAD_FACT"));
            continue;
        }
        assert!(count >= 2);
        for value in 0..=u8::MAX {
            let before = kz_facts {
                on: day(2024, 6, 1),
                declined,
                ..kz_facts::default()
            };
            facts = before;
            // SAFETY: a valid pointer.
            let got = unsafe { kz_facts_set(&mut facts, fact, value) };
            if u16::from(value) > count {
                let name = core::Fact::from_code(fact).unwrap().name().to_uppercase();
                assert_eq!(got, status(&format!("BAD_{name}")), "{name} {value}");
                assert!(facts == before);
                continue;
            }
            assert_eq!(got, 0);
            let bit = 1 << (fact - 1);
            assert_eq!(
                facts.declined,
                if value == 0 {
                    declined
                } else {
                    declined & !bit
                }
            );
            // Only the byte of the fact has changed.
            facts.declined = declined;
            let bytes = |facts: &kz_facts| -> [u8; size_of::<kz_facts>()] {
                // SAFETY: bytes without padding.
                unsafe { std::mem::transmute_copy(facts) }
            };
            let (old, new) = (bytes(&before), bytes(&facts));
            let changed: Vec<_> = (0..old.len()).filter(|at| old[*at] != new[*at]).collect();
            assert_eq!(changed.len(), usize::from(value != 0));
            if let [at] = changed[..] {
                // Birth has no byte among those of the other facts, which stand in asking order.
                let place = usize::from(fact) - if fact > 3 { 2 } else { 1 };
                assert_eq!(at, std::mem::offset_of!(kz_facts, occasion) + place);
                assert_eq!(new[at], value);
            }
        }
    }
    // SAFETY: NULL is an error.
    assert_eq!(unsafe { kz_facts_set(null_mut(), 1, 1) }, status("NULL"));
}

#[test]
fn a_vocabulary_has_as_many_values_as_names() {
    for of in 0..=u8::MAX {
        // SAFETY: the law is the built-in one.
        let (count, named) = unsafe {
            let count = kz_vocabulary_count(LAW, of);
            let named = (1..=999).filter(|value| !kz_name(LAW, of, *value).is_null());
            (count, named.count())
        };
        let is_status = of == core::Vocabulary::Status.code();
        assert!(
            usize::from(count) == if is_status { 0 } else { named },
            "{of}"
        );
    }
}

#[test]
fn every_field_of_the_facts_and_of_a_term_is_tested() {
    // The tables above, the dates and the reserved bytes together cover every byte.
    let mut facts = kz_facts::default();
    let base = (&raw const facts).addr();
    let places =
        FACTS_FIELDS.map(|(field, _, _)| std::ptr::from_mut(field(&mut facts)).addr() - base);
    assert_eq!(
        BTreeMap::from(places.map(|place| (place, ()))).len(),
        FACTS_FIELDS.len()
    );
    let (dates, declined) = (2 * size_of::<kz_date>(), size_of::<kz_set>());
    let reserved = size_of_val(&facts.reserved) + size_of_val(&facts.reserved2);
    assert_eq!(
        size_of::<kz_facts>(),
        dates + FACTS_FIELDS.len() + reserved + declined
    );
    let (dates, treaty, reserved) = (3 * size_of::<kz_date>(), 3, 1);
    assert_eq!(
        size_of::<kz_term_question>(),
        dates + treaty + TERM_FIELDS.len() + reserved
    );
}

#[test]
pub(super) fn an_impossible_date_is_refused_by_the_name_of_the_field() {
    for date in IMPOSSIBLE.into_iter().chain([NOT_GIVEN]) {
        let facts = kz_facts {
            on: date,
            ..visitor()
        };
        refused("BAD_ON", |out| unsafe { kz_assess(LAW, &facts, out) });
        let facts = kz_facts {
            birth: date,
            ..visitor()
        };
        refused("BAD_BIRTH", |out| unsafe { kz_assess(LAW, &facts, out) });
        for (place, kind) in TERMS.into_iter().enumerate() {
            let term = term_for(place);
            let from = kz_term_question { from: date, ..term };
            refused("BAD_FROM", |out| unsafe {
                kz_window_get(LAW, kind, &from, NO_YEARS, 0, out)
            });
            let on = kz_term_question { on: date, ..term };
            refused("BAD_ON", |out| unsafe {
                kz_window_get(LAW, kind, &on, NO_YEARS, 0, out)
            });
            if date != NOT_GIVEN {
                let stay = kz_term_question {
                    stay_until: date,
                    ..term
                };
                refused("BAD_STAY_UNTIL", |out| unsafe {
                    kz_window_get(LAW, kind, &stay, NO_YEARS, 0, out)
                });
            }
        }
        let open = window(&immigrant());
        refused("BAD_ON", |out| unsafe { kz_window_state(&open, date, out) });
        refused("BAD_DATE", |out| unsafe {
            kz_is_working_day(LAW, date, 0, NO_YEARS, 0, out)
        });
        refused("BAD_FROM", |out| unsafe {
            kz_add_working_days(LAW, date, 1, 0, 0, NO_YEARS, 0, out)
        });
        refused("BAD_DATE", |out| unsafe {
            kz_milestone_after(LAW, date, out)
        });
    }
}

#[test]
pub(super) fn an_unknown_term_is_refused() {
    let question = immigrant();
    for kind in (5..=255).chain([0]) {
        refused("BAD_KIND", |out| unsafe {
            kz_window_get(LAW, kind, &question, NO_YEARS, 0, out)
        });
    }
}

#[test]
pub(super) fn impossible_stays_and_countries_are_refused() {
    let (today, good) = (day(2026, 11, 22), day(2026, 11, 1));
    let rule = kz_stay_rule {
        per_entry: 30,
        total: 90,
        window: 180,
    };
    let stay = |entered, left| kz_stay { entered, left };
    let refuse = |error, rule: kz_stay_rule, stays: &[kz_stay]| {
        refused(error, |out| unsafe {
            kz_stay_count(today, &rule, stays.as_ptr(), stays.len(), out)
        });
    };
    for date in IMPOSSIBLE {
        refuse("BAD_STAYS", rule, &[stay(date, NOT_GIVEN)]);
        refuse("BAD_STAYS", rule, &[stay(good, date)]);
    }
    refuse("BAD_STAYS", rule, &[stay(NOT_GIVEN, good)]);
    refuse("STAY_ORDER", rule, &[stay(today, good)]);
    refuse(
        "STAY_AFTER_DECISION",
        rule,
        &[stay(day(2026, 11, 23), NOT_GIVEN)],
    );
    let no_window = kz_stay_rule { window: 0, ..rule };
    refuse("STAY_RULE", no_window, &[stay(good, NOT_GIVEN)]);
    unsafe {
        refused("NULL", |out| kz_stay_count(today, null(), null(), 0, out));
        refused("NULL", |out| kz_stay_count(today, &rule, null(), 1, out));
        refused("BAD_ON", |out| {
            kz_stay_count(NOT_GIVEN, &rule, null(), 0, out)
        });
        let counted: kz_stay_answer =
            answered(|out| kz_stay_count(today, &rule, &stay(good, NOT_GIVEN), 1, out));
        assert_eq!((counted.used_strict, counted.used_lenient), (22, 21));
        assert!(counted.last_strict.day == day(2026, 11, 30) && counted.reserved == [0; 3]);

        let china: kz_country_answer =
            answered(|out| kz_country_get(LAW, today, c"CHN".as_ptr(), 3, out));
        let same: kz_country_answer =
            answered(|out| kz_country_get(LAW, today, c"156".as_ptr(), 3, out));
        assert_eq!(china, same);
        assert_eq!(
            usize::from(china.provision_count),
            china.provisions.iter().filter(|it| **it != 0).count()
        );
        for code in [c"", c"C", c"chn", c"CHNA", c"1 6"] {
            refused("COUNTRY_CODE", |out| {
                kz_country_get(LAW, today, code.as_ptr(), code.count_bytes(), out)
            });
        }
        refused("NULL", |out| kz_country_get(LAW, today, null(), 3, out));
        refused("BAD_MISSION_KIND", |out| {
            kz_mission_in_pilot(LAW, today, 200, c"CHN".as_ptr(), 3, out)
        });
    }
}

#[test]
pub(super) fn no_ticket_is_made_where_a_caution_refuses_it() {
    let child = kz_facts {
        on: day(2026, 11, 22),
        birth: day(2016, 5, 17),
        standing: core::Standing::Citizen.code(),
        ..visitor()
    };
    refused("TICKET_CAUTION", |out| unsafe {
        kz_ticket_issue(LAW, &child, [0xF1; 16].as_ptr(), out)
    });
}

#[test]
pub(super) fn only_a_possible_obligation_is_explained() {
    let facts = visitor();
    for obligation in [0, 9, 255] {
        refused("BAD_OBLIGATION", |out| unsafe {
            kz_explain(LAW, &facts, obligation, out)
        });
    }
    let impossible = core::Obligation::Voluntary.code();
    refused("NOT_POSSIBLE", |out| unsafe {
        kz_explain(LAW, &facts, impossible, out)
    });
    let mandatory = core::Obligation::Mandatory.code();
    let trace = answered(|out| unsafe { kz_explain(LAW, &facts, mandatory, out) });
    let answer = answered(|out| unsafe { kz_assess(LAW, &facts, out) });
    assert_eq!(
        (trace.obligation, trace.basis),
        (mandatory, answer.basis[0])
    );
}

#[test]
pub(super) fn a_birth_is_as_precise_as_it_says() {
    let ok = |birth_precision, birth| {
        let facts = kz_facts {
            birth,
            birth_precision,
            ..visitor()
        };
        let (status, _) = call(|out| unsafe { kz_assess(LAW, &facts, out) });
        assert!([KZ_OK, self::status("BAD_BIRTH")].contains(&status));
        status == KZ_OK
    };
    let (nothing, year, month, whole) = (
        NOT_GIVEN,
        day(1990, 0, 0),
        day(1990, 5, 0),
        day(1990, 5, 17),
    );
    for (precision, fits) in [(0, nothing), (1, year), (2, month), (3, whole)] {
        for birth in [
            nothing,
            year,
            month,
            whole,
            day(1990, 0, 17),
            day(0, 5, 0),
            day(0, 0, 17),
        ] {
            assert_eq!(ok(precision, birth), birth == fits, "{precision} {birth:?}");
        }
    }
    assert!(!ok(1, day(10_000, 0, 0)) && !ok(2, day(10_000, 5, 0)) && !ok(2, day(1990, 13, 0)));
}

#[test]
pub(super) fn a_reserved_byte_must_be_zero() {
    for place in 0..4 {
        for value in [1, 128, 255] {
            let mut facts = visitor();
            let rest = facts.reserved2.get_mut(place);
            *rest.unwrap_or(&mut facts.reserved) = value;
            refused("RESERVED", |out| unsafe { kz_assess(LAW, &facts, out) });
        }
    }
    for (place, kind) in TERMS.into_iter().enumerate() {
        let term = kz_term_question {
            reserved: 1,
            ..term_for(place)
        };
        refused("RESERVED", |out| unsafe {
            kz_window_get(LAW, kind, &term, NO_YEARS, 0, out)
        });
    }
    let years = [kz_year {
        reserved: 1,
        ..year_like(2031)
    }];
    refused("RESERVED", |out| unsafe {
        kz_is_working_day(LAW, day(2031, 1, 5), 0, years.as_ptr(), 1, out)
    });
}

#[test]
pub(super) fn only_facts_that_are_asked_for_can_be_declined() {
    let held = core::Fact::HeldAtCommencement;
    for bit in 0..32 {
        let facts = kz_facts {
            declined: 1 << bit,
            ..visitor()
        };
        let fact = u8::try_from(bit + 1).ok().and_then(core::Fact::from_code);
        let call = |out| unsafe { kz_assess(LAW, &facts, out) };
        if fact.is_some_and(|fact| fact != held) {
            let _: kz_assessment = answered(call);
        } else {
            refused("BAD_DECLINED", call);
        }
    }
    let unknown = kz_facts {
        fingerprinted: 0,
        ..visitor()
    };
    let answer: kz_assessment = answered(|out| unsafe { kz_assess(LAW, &unknown, out) });
    assert_eq!(answer.ask, core::Fact::Fingerprinted.code());
    let declined = kz_facts {
        declined: core::Fact::set(&[core::Fact::Fingerprinted]).bits(),
        ..unknown
    };
    let same: kz_assessment = answered(|out| unsafe { kz_assess(LAW, &declined, out) });
    assert!(same == kz_assessment { ask: 0, ..answer });
}

#[test]
pub(super) fn a_law_that_was_never_opened_is_refused() {
    let law = kz_law { opaque: [0; 64] };
    let law: *const kz_law = &law;
    let (facts, question, today) = (visitor(), immigrant(), day(2026, 8, 20));
    let country = c"CHN".as_ptr();
    unsafe {
        refused("BAD_LAW", |out| kz_assess(law, &facts, out));
        refused("BAD_LAW", |out| kz_plan(law, &facts, out));
        refused("BAD_LAW", |out| kz_explain(law, &facts, 1, out));
        refused("BAD_LAW", |out| kz_iin_way_at(law, &facts, 0, out));
        refused("BAD_LAW", |out| kz_iin_papers(law, today, 0, 0, out));
        refused("BAD_LAW", |out| kz_refusal_get(law, 1, 1, out));
        refused("BAD_LAW", |out| kz_receipt_issue(law, &facts, out));
        refused("BAD_LAW", |out| kz_receipt_verify(law, null(), 0, out));
        refused("BAD_LAW", |out| {
            kz_ticket_issue(law, &facts, [0; 16].as_ptr(), out)
        });
        refused("BAD_LAW", |out| kz_country_get(law, today, country, 3, out));
        refused("BAD_LAW", |out| {
            kz_mission_in_pilot(law, today, 1, country, 3, out)
        });
        refused("BAD_LAW", |out| kz_law_get(law, out));
        refused("BAD_LAW", |out| kz_provision_get(law, 1, out));
        refused("BAD_LAW", |out| kz_milestone_after(law, today, out));
        refused("BAD_LAW", |out| kz_local_date(law, 1_782_844_200, 1, out));
        refused("BAD_LAW", |out| kz_today(law, 1_782_844_200, 1, out));
        refused("BAD_LAW", |out| {
            kz_is_working_day(law, today, 0, NO_YEARS, 0, out)
        });
        refused("BAD_LAW", |out| {
            kz_add_working_days(law, today, 1, 0, 0, NO_YEARS, 0, out)
        });
        for kind in TERMS {
            refused("BAD_LAW", |out| {
                kz_window_get(law, kind, &question, NO_YEARS, 0, out)
            });
        }
        assert_eq!(kz_provision_at(law, 0), 0);
        assert!(kz_name(law, 1, 1).is_null());
        for (_, text) in TEXTS {
            assert!(text(law, 1, 1, 1).is_null());
        }
    }
}

#[test]
pub(super) fn a_treaty_has_days_exactly_if_its_kind_is_days() {
    for treaty in 0..=255u8 {
        for treaty_days in [0, 1, 30, 366, 367, 65_535] {
            let term = kz_term_question {
                treaty,
                treaty_days,
                ..immigrant()
            };
            let (got, _) =
                call(|out| unsafe { kz_window_get(LAW, TERMS[0], &term, NO_YEARS, 0, out) });
            let expected = match (treaty, treaty_days) {
                (0..=2, 0) | (3, 1..=366) => "OK",
                (3, _) => "TREATY_DAYS",
                _ => "BAD_TREATY",
            };
            assert_eq!(got, status(expected), "{treaty} {treaty_days}");
        }
    }
}

#[test]
pub(super) fn core_errors_map_to_statuses() {
    let facts = kz_facts {
        birth: day(2024, 6, 2),
        ..visitor()
    };
    refused("BIRTH_AFTER_DECISION", |out| unsafe {
        kz_assess(LAW, &facts, out)
    });
    refused("BIRTH_AFTER_DECISION", |out| unsafe {
        kz_plan(LAW, &facts, out)
    });
    // Only `enacted` has plans, whatever else is wrong.
    let facts = kz_facts {
        edition: 2,
        ..facts
    };
    refused("EDITION_NOT_SUPPORTED", |out| unsafe {
        kz_plan(LAW, &facts, out)
    });
    for (place, kind) in TERMS.into_iter().enumerate() {
        let term = term_for(place);
        let early = kz_term_question {
            on: day(2024, 6, 2),
            ..term
        };
        refused("DECISION_BEFORE_EVENT", |out| unsafe {
            kz_window_get(LAW, kind, &early, NO_YEARS, 0, out)
        });
    }
    let late = kz_term_question {
        from: day(2031, 1, 1),
        on: day(2031, 1, 1),
        ..immigrant()
    };
    refused("CALENDAR_NOT_COVERED", |out| unsafe {
        kz_window_get(LAW, TERMS[0], &late, NO_YEARS, 0, out)
    });
    refused("CALENDAR_NOT_COVERED", |out| unsafe {
        kz_window_get(LAW, TERMS[1], &late, NO_YEARS, 0, out)
    });
    let none = day(2031, 1, 1);
    refused("CALENDAR_NOT_COVERED", |out| unsafe {
        kz_is_working_day(LAW, none, 0, NO_YEARS, 0, out)
    });
    refused("CALENDAR_NOT_COVERED", |out| unsafe {
        kz_add_working_days(LAW, none, 1, 0, 0, NO_YEARS, 0, out)
    });
    for unix in [0, i64::MIN, i64::MAX] {
        refused("CLOCK_NOT_SUPPORTED", |out| unsafe {
            kz_local_date(LAW, unix, 1, out)
        });
    }
    for (iin, error) in [
        ("", "IIN_LENGTH"),
        ("8312054087250", "IIN_LENGTH"),
        ("83120540872x", "IIN_DIGIT"),
        ("000000000000", "IIN_UNISSUABLE"),
        ("831205408726", "IIN_CHECK_DIGIT"),
    ] {
        refused(error, |out| unsafe {
            kz_iin_check(iin.as_ptr().cast(), iin.len(), out)
        });
    }
    for provision in (72..=u16::MAX).chain([0]) {
        refused("BAD_PROVISION", |out| unsafe {
            kz_provision_get(LAW, provision, out)
        });
    }
}

// --- Answers.

#[test]
fn many_stop_at_the_first_error() {
    let good = visitor();
    let bad = kz_facts {
        standing: 9,
        ..good
    };
    let alone: kz_assessment = answered(|out| unsafe { kz_assess(LAW, &good, out) });
    let untouched = kz_assessment {
        outcome: 99,
        ..kz_assessment::default()
    };
    for place in 0..=4 {
        let mut facts = [good; 4];
        if let Some(person) = facts.get_mut(place) {
            *person = bad;
        }
        let (mut out, mut done) = ([untouched; 4], 77);
        let got = unsafe { kz_assess_many(LAW, facts.as_ptr(), 4, out.as_mut_ptr(), &mut done) };
        assert_eq!(
            got,
            if place < 4 {
                status("BAD_STANDING")
            } else {
                KZ_OK
            }
        );
        assert_eq!(done, place);
        assert!(out[..place].iter().all(|answer| *answer == alone));
        assert!(out[place..].iter().all(|answer| *answer == untouched));
    }
}

#[test]
fn a_plan_lists_its_steps_each_with_its_provisions() {
    // Abroad, without an IIN, at a mission that takes no prints, but allowed to enter.
    let facts = kz_facts {
        location: 2,
        may_enter: 1,
        has_iin: 2,
        mission_in_pilot: 1,
        mission_takes_fingerprints: 2,
        passport_in_foreign_language: 1,
        ..visitor()
    };
    let plan: kz_plan_answer = answered(|out| unsafe { kz_plan(LAW, &facts, out) });
    let code = core::Provision::number;
    let step = |step: core::Step, provisions: &[core::Provision]| {
        let mut numbers = [0; KZ_PLAN_STEP_PROVISIONS_MAX];
        for (number, provision) in numbers.iter_mut().zip(provisions) {
            *number = code(*provision);
        }
        kz_plan_step {
            step: step.code(),
            provision_count: provisions.len().try_into().expect("a few"),
            provisions: numbers,
        }
    };
    use core::built_in as P;
    let pilot = [P::PILOT_PERIOD, P::PILOT_IN_PERSON, P::PILOT_PAPERS];
    let home = [P::L50_PLACE, P::L50_COLLECTORS_HOME];
    let expected = [
        step(core::Step::TranslatePassport, &[P::L50_PAPERS]),
        step(core::Step::IinAtMission, &pilot),
        step(core::Step::Enter, &[]),
        step(core::Step::FingerprintInKazakhstan, &home),
        step(core::Step::Leave, &[]),
        step(core::Step::ObtainDocument, &[P::L50_CASE_6]),
    ];
    assert_eq!(plan.verdict, core::Verdict::Feasible.code());
    assert_eq!(usize::from(plan.step_count), expected.len());
    assert_eq!(plan.steps, expected);
    assert_eq!((plan.ask, plan.relevant, plan.blocked), (0, 0, 0));

    // A person who may not enter is in the loop, and 2025 has a caution.
    let facts = kz_facts {
        on: day(2025, 6, 1),
        may_enter: 2,
        ..facts
    };
    let plan: kz_plan_answer = answered(|out| unsafe { kz_plan(LAW, &facts, out) });
    assert_eq!(plan.verdict, core::Verdict::Deadlock.code());
    assert_eq!((plan.step_count, plan.steps), Default::default());
    assert_eq!(plan.blocked, 0b11011, "all but the translation");
    assert_eq!(plan.ways_out, 0b0110, "airport and electronic");
    assert_eq!((plan.basis_count, plan.caution_count), (1, 2));
    assert_eq!(plan.basis, [code(P::L50_IIN_DEADLOCK), 0, 0, 0]);
    let cautions = [code(P::NOTE_IIN_IF_ANY), code(P::NOTE_PILOT_2)];
    assert_eq!(plan.cautions[..2], cautions);

    // While nothing is known, there is only a question.
    let facts = kz_facts {
        on: day(2025, 6, 1),
        ..kz_facts::default()
    };
    let plan: kz_plan_answer = answered(|out| unsafe { kz_plan(LAW, &facts, out) });
    assert_eq!(plan.verdict, core::Verdict::Depends.code());
    assert_eq!(plan.ask, core::Fact::Occasion.code());
}

#[test]
fn before_its_first_day_a_provision_is_not_cited() {
    let home = kz_facts {
        on: day(2024, 2, 23),
        location: 1,
        has_iin: 2,
        passport_in_foreign_language: 2,
        ..visitor()
    };
    let steps = |facts: &kz_facts| -> Vec<(u8, u8)> {
        let plan: kz_plan_answer = answered(|out| unsafe { kz_plan(LAW, facts, out) });
        let counted = |step: &kz_plan_step| (step.step, step.provision_count);
        plan.steps
            .iter()
            .map(counted)
            .filter(|step| step.0 != 0)
            .collect()
    };
    use core::Step::*;
    let way = |in_person| {
        vec![
            (IinInPerson.code(), in_person),
            (FingerprintInKazakhstan.code(), 2),
            (Leave.code(), 0),
            (ObtainDocument.code(), 1),
        ]
    };
    assert_eq!(steps(&home), way(0));
    let later = kz_facts {
        on: day(2024, 2, 24),
        ..home
    };
    assert_eq!(steps(&later), way(1));
    // Before the law there are no prints either.
    let earlier = kz_facts {
        on: day(2023, 12, 31),
        ..home
    };
    assert_eq!(
        steps(&earlier),
        [(Leave.code(), 0), (ObtainDocument.code(), 0)]
    );
}

#[test]
fn a_callers_calendar_extends_or_replaces_the_built_in_one() {
    let working = |date, years: &[kz_year]| -> kz_calendar_day {
        answered(|out| unsafe { kz_is_working_day(LAW, date, 0, years.as_ptr(), years.len(), out) })
    };
    let (yes, no, published, projected) = (1, 2, 1, 2);
    let new = [
        year_like(2031),
        kz_year {
            certainty: projected,
            ..year_like(2032)
        },
    ];
    // 2031-01-01 is a holiday, a Wednesday; 2031-01-06 is a Monday.
    assert_eq!(working(day(2031, 1, 1), &new).working, no);
    assert_eq!(
        working(day(2031, 1, 6), &new),
        kz_calendar_day {
            working: yes,
            reason: 0,
            certainty: published,
            reserved: 0
        }
    );
    assert_eq!(working(day(2032, 1, 5), &new).certainty, projected);
    assert_eq!(
        working(day(2026, 1, 5), &new).working,
        yes,
        "the others are as they were"
    );

    let mut replaced = year_like(2026);
    replaced.five[0] &= !(1 << 4);
    assert_eq!(working(day(2026, 1, 5), &[replaced]).working, no);
    let next = |years: &[kz_year]| -> kz_date {
        answered(|out| unsafe {
            kz_add_working_days(
                LAW,
                day(2026, 1, 5),
                1,
                2,
                0,
                years.as_ptr(),
                years.len(),
                out,
            )
        })
    };
    assert_eq!(
        (next(&[]), next(&[replaced])),
        (day(2026, 1, 5), day(2026, 1, 6))
    );

    // 7 January is off; the days counted are the 6th, or not, the 8th, 9th, 10th, 13th, and the 14th.
    let late = kz_term_question {
        from: day(2031, 1, 6),
        on: day(2031, 1, 6),
        ..immigrant()
    };
    let moved: kz_window = answered(|out| unsafe {
        kz_window_get(LAW, TERMS[1], &late, new.as_ptr(), new.len(), out)
    });
    assert_eq!(
        (moved.strict, moved.lenient),
        (day(2031, 1, 13), day(2031, 1, 14))
    );
}

#[test]
pub(super) fn a_wrong_calendar_of_the_caller_is_refused() {
    let refused = |year: kz_year| {
        let years = [year_like(2031), year];
        let (date, years) = (day(2031, 1, 6), years.as_ptr());
        refused("BAD_CALENDAR", |out| unsafe {
            kz_is_working_day(LAW, date, 0, years, 2, out)
        });
        refused("BAD_CALENDAR", |out| unsafe {
            kz_add_working_days(LAW, date, 1, 0, 0, years, 2, out)
        });
        for (place, kind) in TERMS.into_iter().enumerate() {
            let term = term_for(place);
            refused("BAD_CALENDAR", |out| unsafe {
                kz_window_get(LAW, kind, &term, years, 2, out)
            });
        }
    };
    let good = year_like(2033);
    for year in [0, 10_000, 65_535] {
        refused(kz_year { year, ..good });
    }
    for certainty in [0, 3, 255] {
        refused(kz_year { certainty, ..good });
    }
    let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (month, days) in days.into_iter().enumerate() {
        for bit in days..32 {
            let (mut five, mut six) = (good, good);
            five.five[month] |= 1 << bit;
            six.six[month] |= 1 << bit;
            refused(five);
            refused(six);
        }
    }
}

#[test]
pub(super) fn only_a_window_gives_the_state_of_a_day() {
    let open = window(&immigrant());
    assert_eq!(
        (open.strict, open.lenient),
        (day(2026, 9, 1), day(2026, 9, 2))
    );
    let state =
        |on| -> kz_window_day { answered(|out| unsafe { kz_window_state(&open, on, out) }) };
    let expected = [
        (day(2026, 8, 31), 1, 1, 0),
        (day(2026, 9, 1), 2, 0, 0),
        (day(2026, 9, 2), 3, -1, 0),
        (day(2026, 9, 3), 4, -2, 1),
    ];
    for (on, state_of, days_left, days_late) in expected {
        assert_eq!(
            state(on),
            kz_window_day {
                state: state_of,
                reserved: [0; 3],
                days_left,
                days_late
            }
        );
    }
    let stay = kz_term_question {
        stay_until: day(2026, 8, 25),
        ..immigrant()
    };
    let barred: kz_window_day =
        answered(|out| unsafe { kz_window_state(&window(&stay), day(2026, 8, 26), out) });
    assert_eq!((barred.state, barred.days_left), (5, -1));

    let not_covered = window(&kz_term_question {
        standing: 1,
        ..immigrant()
    });
    let not_in_force = window(&kz_term_question {
        from: day(2026, 1, 1),
        on: day(2026, 1, 1),
        ..immigrant()
    });
    for none in [
        kz_window { outcome: 0, ..open },
        kz_window { outcome: 4, ..open },
        kz_window {
            strict: NOT_GIVEN,
            ..open
        },
        kz_window {
            lenient: day(2026, 2, 30),
            ..open
        },
        kz_window {
            lenient: day(2026, 8, 31),
            ..open
        },
        kz_window {
            stay_until: day(2026, 13, 1),
            ..open
        },
        not_covered,
        not_in_force,
    ] {
        refused("BAD_WINDOW", |out| unsafe {
            kz_window_state(&none, day(2026, 9, 1), out)
        });
    }
}

#[test]
fn skipped_days_have_their_reasons() {
    // Twelve working days from New Year's Eve skip more than eight days off.
    let term = kz_term_question {
        from: day(2026, 12, 31),
        on: day(2026, 12, 31),
        treaty: 3,
        treaty_days: 2,
        ..immigrant()
    };
    let window = window(&term);
    let skipped = window.lenient_skipped;
    let reasons: Vec<_> = skipped.days[..skipped.listed.into()]
        .iter()
        .map(|day| (day.date, day.reason))
        .collect();
    // 2 January 2027 is a Saturday, so 4 January is off in its place.
    let new_year = number("KZ_REASON_NEW_YEAR");
    let (rest_day, substitute) = (number("KZ_REASON_REST_DAY"), number("KZ_REASON_SUBSTITUTE"));
    let expected = [
        (day(2027, 1, 2), new_year),
        (day(2027, 1, 3), rest_day),
        (day(2027, 1, 4), substitute),
    ];
    assert_eq!(reasons, expected);
    assert_eq!((skipped.count, window.lenient), (3, day(2027, 1, 5)));
    assert!(
        skipped.days[3..]
            .iter()
            .all(|day| *day == kz_skipped_day::default())
    );
}

fn number(constant: &str) -> u8 {
    u8::try_from(CONSTANTS[constant].1).expect("a byte")
}

fn text<'a>(text: *const c_char) -> &'a str {
    // SAFETY: the library's texts are static and end with a NUL.
    unsafe { CStr::from_ptr(text) }.to_str().expect("UTF-8")
}

#[test]
fn every_word_matches_its_constant() {
    // KZ_STANDING_CITIZEN is the word citizen of kz_standing, and so on: the header's constants correspond to the words.
    let mut expected: BTreeMap<(u8, u16), String> = BTreeMap::new();
    for (vocabulary, (kind, of)) in &*CONSTANTS {
        if *kind != "kz_vocabulary" {
            continue;
        }
        let set = vocabulary
            .strip_prefix("KZ_VOCABULARY_")
            .expect("its prefix");
        let (of, set_kind) = (
            u8::try_from(*of).expect("a byte"),
            format!("kz_{}", set.to_lowercase()),
        );
        for (name, (kind, number)) in &*CONSTANTS {
            // The names of errors begin with ERROR, and KZ_OK is no error.
            let prefix = match set {
                "STATUS" => "KZ_ERROR_".to_owned(),
                _ => format!("KZ_{set}_"),
            };
            if *kind == set_kind && *name != "KZ_OK" {
                let word = name
                    .strip_prefix(&prefix)
                    .expect("its prefix")
                    .to_lowercase();
                let number = u16::try_from(number.unsigned_abs()).expect("two bytes");
                expected.insert((of, number), word);
            }
        }
    }
    assert!(expected.len() > 100);
    for of in 0..=255 {
        for value in 0..=300 {
            let word = unsafe { kz_name(LAW, of, value) };
            let expected = expected.get(&(of, value));
            assert_eq!(word.is_null(), expected.is_none(), "{of} {value}");
            if let Some(expected) = expected {
                // The names of documents and provisions are capitals, and provisions have hyphens.
                let word = text(word).to_lowercase().replace('-', "_");
                assert_eq!(word, *expected, "{of} {value}");
            }
        }
    }
}

#[test]
fn every_status_has_its_name() {
    for (name, (_, number)) in CONSTANTS.iter().filter(|it| it.1.0 == "kz_status") {
        let expected = name.trim_start_matches("KZ_").trim_start_matches("ERROR_");
        let status = i32::try_from(*number).expect("a status");
        assert_eq!(text(kz_status_name(status)), expected.to_lowercase());
    }
    // Any number has a name: one next to a status, or one whose low bytes are a status.
    let statuses: BTreeSet<_> = CONSTANTS
        .iter()
        .filter(|(name, (kind, _))| *kind == "kz_status" && **name != "KZ_OK")
        .map(|(_, (_, number))| i32::try_from(*number).expect("a status"))
        .collect();
    let near = -70_000..=70_000;
    let far = (0..32).flat_map(|bit| (-256..=0).map(move |status| status ^ 1 << bit));
    for other in near.chain(far).filter(|status| *status != 0) {
        let name = text(kz_status_name(other));
        assert_eq!(name == "unknown", !statuses.contains(&other), "{other}");
    }
}

type TextIn = unsafe extern "C" fn(*const kz_law, u8, u16, u8) -> *const c_char;

/// The function of each language.
const TEXTS: [(core::Language, TextIn); 3] = [
    (core::Language::Kk, kz_text_kk),
    (core::Language::Ru, kz_text_ru),
    (core::Language::En, kz_text_en),
];

#[test]
fn every_text_is_that_of_the_core() {
    let in_c = |text: *const c_char| (!text.is_null()).then(|| self::text(text));
    for (language, text) in &TEXTS {
        for of in core::Vocabulary::ALL {
            for form in core::TextForm::ALL {
                let told = |code| in_c(unsafe { text(LAW, of.code(), code, form.code()) });
                if *of == core::Vocabulary::Status {
                    for (name, (_, status)) in CONSTANTS.iter().filter(|it| it.1.0 == "kz_status") {
                        let told = told(u16::try_from(-status).expect("a status is negative"));
                        if *form == core::TextForm::Label {
                            assert_eq!(told.is_some(), *status < 0, "{language}: {name}");
                        }
                    }
                    continue;
                }
                for code in (0..=200).chain([u16::MAX]) {
                    let known = core::Law::BUILT_IN.text(*language, *of, code, *form);
                    assert_eq!(told(code), known.map(core::Text::as_str));
                }
                // The texts of provisions, documents and editions are in the law, not the glossary.
                if matches!(
                    of,
                    core::Vocabulary::Provision
                        | core::Vocabulary::Document
                        | core::Vocabulary::Edition
                ) {
                    continue;
                }
                let words = core::glossary_lines(*language, *of).count();
                let label = *form == core::TextForm::Label;
                assert!(words > 0 && (1..=words).all(|n| told(n as u16).is_some() || !label));
            }
        }
        for (of, form) in [(0, 1), (255, 1), (1, 0), (1, 3)] {
            assert!(unsafe { text(LAW, of, 1, form) }.is_null());
        }
    }
}

#[test]
fn a_status_has_its_text_from_core_and_interface() {
    let label = |status: kz_status| {
        let code = u16::try_from(-status).expect("negative");
        text(unsafe { kz_text_en(LAW, number("KZ_VOCABULARY_STATUS"), code, 1) })
    };
    assert_eq!(label(status("IIN_LENGTH")), "Wrong length of the IIN");
    assert_eq!(label(status("NULL")), "Nothing was given");
    assert_eq!(label(status("BAD_PROVISION")), "Not valid: provision");
}

fn in_c(day: Option<core::Day>) -> kz_date {
    day.map_or(NOT_GIVEN, kz_date::from)
}

#[test]
fn every_provision_is_that_of_the_core() {
    let mut count = 0;
    for entry in core::Law::BUILT_IN.all_provisions() {
        let (row, document) = (entry.row(), entry.document().expect("its document"));
        let number = row.provision().number();
        assert_eq!(unsafe { kz_provision_at(LAW, count) }, number);
        count += 1;
        let told: kz_provision_info = answered(|out| unsafe { kz_provision_get(LAW, number, out) });
        assert_eq!(text(told.id), entry.id());
        assert_eq!(text(told.title), document.title().as_str());
        assert_eq!(text(told.place), entry.place().as_str());
        assert_eq!(
            (told.from, told.until),
            (in_c(row.from_day()), in_c(row.until_day()))
        );
        assert_eq!(told.known_as_of, in_c(document.row().known_as_of()));
        assert_eq!((told.provision, told.document), (number, row.document()));
        assert_eq!(told.kind, document.row().kind().code());
        assert_eq!(told.reserved, [0; 7]);
        let constant = format!("KZ_PROVISION_{}", entry.id().replace('-', "_"));
        assert_eq!(
            CONSTANTS[constant.as_str()],
            ("kz_provision", number.into())
        );
    }
    assert_eq!(count, 71);
    assert_eq!(unsafe { kz_provision_at(LAW, count) }, 0);
    assert_eq!(unsafe { kz_provision_at(LAW, u16::MAX) }, 0);
}

#[test]
fn milestones_follow_one_another() {
    let (mut day_before, mut days) = (day(1, 1, 1), 0);
    loop {
        let milestone: kz_milestone =
            answered(|out| unsafe { kz_milestone_after(LAW, day_before, out) });
        let before = core::Day::new(day_before.year, day_before.month, day_before.day);
        let expected = core::Law::BUILT_IN.milestone_after(before.expect("a day"));
        assert_eq!(
            milestone.day,
            in_c(expected.as_ref().map(|milestone| milestone.day()))
        );
        let (started, ended) = match expected {
            Some(milestone) => (milestone.started().collect(), milestone.ended().collect()),
            None => (Vec::new(), Vec::new()),
        };
        for (codes, count, provisions) in [
            (&milestone.started, milestone.started_count, started),
            (&milestone.ended, milestone.ended_count, ended),
        ] {
            let (given, rest) = codes.split_at(count.into());
            assert!(
                given
                    .iter()
                    .copied()
                    .eq(provisions.iter().map(|provision| provision.number()))
            );
            assert!(rest.iter().all(|code| *code == 0));
        }
        assert_eq!(milestone.reserved, 0);
        if milestone.day == NOT_GIVEN {
            break;
        }
        (day_before, days) = (milestone.day, days + 1);
    }
    assert_eq!(days, 13);
}

#[test]
fn versions_are_those_of_the_header_the_package_and_the_law() {
    assert_eq!(i64::from(kz_abi_version()), CONSTANTS["KZ_ABI_VERSION"].1);
    assert_eq!(kz_abi_version(), KZ_ABI_VERSION);
    assert_eq!(text(kz_version_string()), env!("CARGO_PKG_VERSION"));
    let (told, law): (kz_law_identity, _) = (
        answered(|out| unsafe { kz_law_get(LAW, out) }),
        core::Law::BUILT_IN,
    );
    assert_eq!((told.digest, told.sequence), (law.digest(), law.sequence()));
    assert_eq!(told.known_until, in_c(Some(law.known_until())));
    // SAFETY: the name has so many bytes.
    let name = unsafe { std::slice::from_raw_parts(told.name.cast::<u8>(), told.name_length) };
    assert_eq!(name, law.name().as_bytes());
}

#[test]
pub(super) fn days_and_iins_are_read_as_in_the_core() {
    let today: kz_date = answered(|out| unsafe { kz_local_date(LAW, 1_782_844_200, 1, out) });
    assert_eq!(today, day(2026, 6, 30));
    let same: kz_date = answered(|out| unsafe { kz_today(LAW, 1_782_844_200, 1, out) });
    assert_eq!(same, today);
    refused("CLOCK_NOT_SET", |out| unsafe {
        kz_today(LAW, 1_577_880_000, 1, out)
    });
    let iin = "831205408725";
    let hint: kz_iin_hint =
        answered(|out| unsafe { kz_iin_check(iin.as_ptr().cast(), iin.len(), out) });
    assert_eq!(
        (hint.birth, hint.sex, hint.reserved),
        (day(1983, 12, 5), number("KZ_SEX_FEMALE"), [0; 3])
    );
}

// --- Arbitrary bytes.

/// Bytes many of which are small, like the values of closed sets; dates are likely to exist.
fn bytes<const N: usize>() -> impl Strategy<Value = [u8; N]> {
    // In one draw: `prop_oneof!` would start a random number generator for each byte, which takes longer than everything tested.
    let byte = (0u8..15, any::<u8>()).prop_map(|(kind, byte)| match kind {
        0..4 => 0,
        4..12 => byte % 4,
        12..14 => byte % 16,
        _ => byte,
    });
    proptest::collection::vec(byte, N).prop_map(|bytes| bytes.try_into().expect("so many"))
}

/// Any value of a struct, byte by byte; its days are made possible more often than not.
fn any_of<T: Copy + Debug, const N: usize>(days: &'static [usize]) -> impl Strategy<Value = T> {
    assert_eq!(size_of::<T>(), N);
    let year = prop_oneof![Just(2024u16), Just(2026), 2022..2032u16, any::<u16>()];
    let date = (year, 0u8..14, 0u8..33);
    let given = proptest::collection::vec((date, 0..4u8), days.len());
    (bytes::<N>(), given).prop_map(move |(mut bytes, given)| {
        for (place, ((year, month, day), likely)) in days.iter().zip(given) {
            if likely > 0 {
                let [low, high] = year.to_ne_bytes();
                bytes[*place..place + 4].copy_from_slice(&[low, high, month, day]);
            }
        }
        // SAFETY: as many bytes as the struct has; it consists of whole numbers only, so any bits are valid.
        unsafe { std::mem::transmute_copy(&bytes) }
    })
}

/// For any input the status is one of the header's, and the output is written exactly on success.
fn is_total<T>(function: impl FnOnce(*mut T) -> kz_status) -> Result<bool, TestCaseError> {
    let (status, bytes) = call(function);
    let known = CONSTANTS
        .values()
        .any(|(kind, number)| *kind == "kz_status" && *number == i64::from(status));
    prop_assert!(known, "status {status}");
    let untouched = bytes.iter().all(|byte| *byte == BEFORE);
    prop_assert_eq!(untouched, status != KZ_OK, "status {}", status);
    Ok(status == KZ_OK)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 20_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_facts_at_all_are_answered_or_refused(facts in any_of::<kz_facts, 36>(&[0, 4])) {
        if is_total(|out| unsafe { kz_assess(LAW, &facts, out) })? {
            let answer: kz_assessment = answered(|out| unsafe { kz_assess(LAW, &facts, out) });
            prop_assert!((1..=32).contains(&answer.basis_count));
            prop_assert_eq!(answer.outcome == 1, answer.obligation != 0);
            prop_assert_eq!(answer.outcome == 1, answer.obligations.is_power_of_two());
            prop_assert_eq!(answer.reserved, [0; 4]);
        }
        if is_total(|out| unsafe { kz_plan(LAW, &facts, out) })? {
            let answer: kz_plan_answer = answered(|out| unsafe { kz_plan(LAW, &facts, out) });
            prop_assert!((1..=6).contains(&answer.verdict));
            prop_assert!(answer.ask == 0 || answer.relevant != 0);
            prop_assert!(answer.relevant == 0 || (answer.step_count, answer.blocked) == (0, 0));
            prop_assert_eq!(answer.reserved, 0);
        }
    }

    #[test]
    fn any_term_at_all_is_answered_or_refused(
        term in any_of::<kz_term_question, 20>(&[0, 4, 8]),
        year in any_of::<kz_year, 100>(&[]),
        own in 0..2usize,
    ) {
        for kind in 0..6 {
            is_total(|out| unsafe { kz_window_get(LAW, kind, &term, &year, own, out) })?;
        }
        is_total(|out| unsafe { kz_is_working_day(LAW, term.from, term.week, &year, own, out) })?;
        is_total(|out| unsafe {
            kz_add_working_days(LAW, term.from, term.treaty_days, term.treaty, term.week, &year, own, out)
        })?;
        is_total(|out| unsafe { kz_milestone_after(LAW, term.on, out) })?;
        is_total(|out| unsafe { kz_provision_get(LAW, term.treaty_days, out) })?;
    }

    #[test]
    fn any_window_at_all_is_answered_or_refused(
        window in any_of::<kz_window, 174>(&[4, 8, 12]),
        (year, month, day) in (any::<u16>(), 0u8..14, 0u8..33),
        unix: i64,
        zone in 0u8..4,
        iin in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..14),
            proptest::collection::vec(b'0'..=b'9', 12),
        ],
    ) {
        is_total(|out| unsafe { kz_window_state(&window, self::day(year, month, day), out) })?;
        is_total(|out| unsafe { kz_local_date(LAW, unix, zone, out) })?;
        is_total(|out| unsafe { kz_iin_check(iin.as_ptr().cast(), iin.len(), out) })?;
    }
}

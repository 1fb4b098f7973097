//! What `Debug` shows of the structs of the interface: of those that say something of a person nothing but the name.

use std::collections::BTreeSet;
use std::mem::MaybeUninit;

use kz_rules_ffi::*;
use kz_rules_tests::tools::{read, rust_sources};

/// The structs that say nothing of a person: they are of the law, of a calendar or of a device, or a day, a country or a step
/// alone.
const OF_NOBODY: [&str; 19] = [
    "kz_at_least",
    "kz_calendar_day",
    "kz_certificate_fault",
    "kz_country_answer",
    "kz_date",
    "kz_iin_way_info",
    "kz_law",
    "kz_law_identity",
    "kz_milestone",
    "kz_pack_fault",
    "kz_passed",
    "kz_pilot_papers",
    "kz_plan_step",
    "kz_provision_info",
    "kz_refusal",
    "kz_slot_choice",
    "kz_slots",
    "kz_stay_rule",
    "kz_year",
];

/// The structs that the sources declare.
fn declared() -> BTreeSet<String> {
    let sources = rust_sources("kz-rules-ffi/src");
    let lines = sources.iter().flat_map(|(_, text)| text.lines());
    lines
        .filter_map(|line| {
            line.strip_prefix("pub struct kz_")?
                .split([' ', '<', '('])
                .next()
        })
        .map(|name| format!("kz_{name}"))
        .collect()
}

/// The structs that the sources list as hidden.
fn hidden() -> BTreeSet<String> {
    let source = read("kz-rules-ffi/src/hidden.rs");
    let (_, list) = source.split_once("hidden! {\n").expect("the list");
    let names = list
        .lines()
        .filter_map(|line| line.trim().strip_suffix(',')?.split_once("::"));
    names.map(|(_, name)| name.to_owned()).collect()
}

#[test]
fn every_struct_is_hidden_or_says_nothing_of_a_person() {
    let mut open = declared();
    for name in hidden() {
        assert!(open.remove(&name), "{name} is no struct");
    }
    let listed: BTreeSet<_> = OF_NOBODY.iter().map(ToString::to_string).collect();
    assert_eq!(
        open, listed,
        "hide it in hidden.rs, or say here that it is of nobody"
    );
}

/// Formats a value of each struct, all of whose bytes are sevens, in both forms; gives the names of the structs.
macro_rules! shown {
    ($($kind:ident)+) => {
        [$({
            let mut value = MaybeUninit::<$kind>::uninit();
            // SAFETY: their fields are numbers and pointers, for which any bytes will do.
            let value = unsafe {
                value.as_mut_ptr().write_bytes(7, 1);
                value.assume_init()
            };
            let nothing = concat!(stringify!($kind), " { .. }");
            assert_eq!([format!("{value:?}"), format!("{value:#?}")], [nothing; 2]);
            stringify!($kind).to_owned()
        }),+]
    };
}

#[test]
fn what_is_hidden_shows_its_name_alone() {
    let shown = shown! {
        kz_facts kz_assessment kz_fact_columns kz_answer_columns kz_trace kz_plan_answer kz_ticket_record kz_ticket
        kz_receipt_record kz_verification kz_term_question kz_skipped_day kz_skipped kz_window kz_window_day kz_arrival
        kz_case kz_case_event kz_past_event kz_case_view kz_certificate kz_stay kz_last_day kz_stay_answer kz_iin_hint
    };
    assert_eq!(BTreeSet::from(shown), hidden());
}

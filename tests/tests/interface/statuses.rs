//! Every status of the header is returned by a C function, or has a reason why none can.

use kz_rules_tests::abi::{CONSTANTS, returned};

use crate::{abi, iin, mrz, packs, registration_abi, tickets_and_receipts};

/// The tests that provoke errors. Each notes what the functions returned.
const TESTS: [fn(); 38] = [
    abi::null_is_refused_wherever_a_pointer_is_needed,
    abi::a_value_outside_its_closed_set_is_refused_by_the_name_of_the_field,
    abi::a_fact_is_set_by_its_number_to_a_value_of_its_vocabulary,
    abi::an_impossible_date_is_refused_by_the_name_of_the_field,
    abi::an_unknown_term_is_refused,
    abi::impossible_stays_and_countries_are_refused,
    abi::no_ticket_is_made_where_a_caution_refuses_it,
    abi::only_a_possible_obligation_is_explained,
    abi::a_birth_is_as_precise_as_it_says,
    abi::a_reserved_byte_must_be_zero,
    abi::only_facts_that_are_asked_for_can_be_declined,
    abi::a_law_that_was_never_opened_is_refused,
    abi::a_treaty_has_days_exactly_if_its_kind_is_days,
    abi::core_errors_map_to_statuses,
    abi::a_wrong_calendar_of_the_caller_is_refused,
    abi::only_a_window_gives_the_state_of_a_day,
    abi::days_and_iins_are_read_as_in_the_core,
    iin::papers_depend_on_two_facts_and_the_day,
    iin::a_finding_is_a_ground_with_a_cure_that_is_inferred,
    mrz::errors_name_the_place,
    mrz::errors_that_only_c_can_make_have_their_own_status,
    packs::each_refused_pack_has_its_status_and_leaves_the_law_unchanged,
    packs::the_programs_verifier_decides_and_null_means_none,
    packs::a_law_that_leaves_somebody_out_is_opened_and_says_so,
    packs::a_law_that_fails_its_own_cases_says_so,
    packs::the_choice_between_two_slots_is_that_of_the_core,
    registration_abi::a_wrong_arrival_is_refused_by_the_name_of_the_field,
    registration_abi::a_wrong_event_is_refused_and_leaves_the_case_unchanged,
    registration_abi::missing_items_are_named,
    registration_abi::every_single_bit_flipped_is_an_error_of_every_function,
    registration_abi::an_impossible_day_or_calendar_is_refused,
    registration_abi::the_text_matches_rust_and_ends_with_a_nul,
    registration_abi::errors_in_a_certificate_are_named,
    registration_abi::only_a_registered_case_has_a_certificate,
    registration_abi::a_code_in_c_is_that_of_rust,
    tickets_and_receipts::a_ticket_is_refused_with_its_reason,
    tickets_and_receipts::a_ticket_that_is_damaged_or_foreign_is_refused,
    tickets_and_receipts::a_receipt_that_cannot_be_true_is_refused,
];

/// Statuses that no C function can return, with the reason.
const NEVER: [(&str, &str); 1] = [(
    "BIRTH_NOT_SUPPORTED",
    "only facts of Rust can hold a birth date that does not exist: a C function returns BAD_BIRTH when it reads one",
)];

#[test]
fn every_status_is_returned_or_has_a_reason_why_not() {
    TESTS.into_iter().for_each(|test| test());
    let returned = returned();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (constant, (_, number)) in CONSTANTS.iter() {
        let Some(name) = constant.strip_prefix("KZ_ERROR_") else {
            continue;
        };
        let is_returned = returned.iter().any(|status| i64::from(*status) == *number);
        if is_returned == NEVER.iter().any(|(never, _)| *never == name) {
            wrong.push(name);
        }
        count += 1;
    }
    assert!(
        wrong.is_empty(),
        "not returned, or in spite of its reason: {wrong:?}"
    );
    assert!(count > 100, "the statuses are found");
}

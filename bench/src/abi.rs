//! The C interface to measure, and the if-chain by hand behind the same structs.

use std::ptr::null;

use kz_rules_ffi::{
    KZ_OK, kz_add_working_days, kz_answer_columns, kz_assess_columns, kz_assess_many,
    kz_assessment, kz_date, kz_fact_columns, kz_facts, kz_status,
};

unsafe extern "C" {
    fn if_chain_many(facts: *const kz_facts, count: usize, out: *mut kz_assessment) -> kz_status;
    fn if_chain_columns(
        facts: *const kz_fact_columns,
        count: usize,
        reading: u8,
        answers: *const kz_answer_columns,
    );
}

/// kz_assess_columns, under the enacted edition.
///
/// # Safety
///
/// All columns must have `count` items.
pub unsafe fn assess_columns(facts: &kz_fact_columns, count: usize, answers: &kz_answer_columns) {
    // SAFETY: the caller's promise.
    let status = unsafe { kz_assess_columns(null(), facts, count, 0, 0, answers) };
    assert_eq!(status, KZ_OK, "kz_assess_columns refuses the columns");
}

/// The if-chain by hand that writes columns.
///
/// # Safety
///
/// As for [`assess_columns`]; no column that it reads or writes may be NULL.
pub unsafe fn chain_columns(facts: &kz_fact_columns, count: usize, answers: &kz_answer_columns) {
    // SAFETY: the caller's promise.
    unsafe { if_chain_columns(facts, count, 1, answers) };
}

/// kz_assess_many. `out` has the length of `facts`.
pub fn assess_many(facts: &[kz_facts], out: &mut [kz_assessment]) {
    assert_eq!(facts.len(), out.len());
    let (count, mut done) = (facts.len(), 0);
    // SAFETY: both slices have this length.
    let status =
        unsafe { kz_assess_many(null(), facts.as_ptr(), count, out.as_mut_ptr(), &mut done) };
    assert_eq!(
        (status, done),
        (KZ_OK, count),
        "kz_assess_many refuses a case"
    );
}

/// The if-chain by hand. `out` has the length of `facts`, and all facts are known.
pub fn if_chain(facts: &[kz_facts], out: &mut [kz_assessment]) {
    assert_eq!(facts.len(), out.len());
    // SAFETY: as in `assess_many`; the structs are those of the header that it is compiled with.
    let status = unsafe { if_chain_many(facts.as_ptr(), facts.len(), out.as_mut_ptr()) };
    assert_eq!(status, KZ_OK, "the if-chain refuses a case");
}

/// kz_add_working_days in the five-day week, the first day not counted.
pub fn add_working_days(from: kz_date, days: u16) -> kz_date {
    let mut out = kz_date::default();
    // SAFETY: no year is given, and `out` may be written to.
    let status =
        unsafe { kz_add_working_days(null(), from, days, 0, 0, null(), 0, &mut out) };
    assert_eq!(status, KZ_OK, "kz_add_working_days refuses a day");
    out
}

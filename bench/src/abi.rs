//! The part of include/kz_rules.h that is measured. A layout other than the header's would show as
//! answers that differ from the if-chain's, which is compiled with the header.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(C)]
pub struct Date {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

#[derive(Clone, Copy, Debug, Default)]
#[repr(C)]
pub struct Facts {
    pub on: Date,
    pub birth: Date,
    pub birth_precision: u8,
    pub birth_final: u8,
    pub edition: u8,
    pub age_reading: u8,
    pub standing: u8,
    pub permanent_resident: u8,
    pub occasion: u8,
    pub action: u8,
    pub visa_channel: u8,
    pub fingerprinted: u8,
    pub held_at_commencement: u8,
    /// Location and the rest, which matter to a plan alone.
    pub circumstances: [u8; 6],
    pub reserved: [u8; 3],
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct Assessment {
    pub outcome: u8,
    pub obligation: u8,
    pub ask: u8,
    pub basis_count: u8,
    pub obligations: u16,
    pub relevant: u16,
    pub holds_until: Date,
    pub basis: [u16; 12],
    pub rest: [u16; 14],
}

unsafe extern "C" {
    static bench_size_of_facts: usize;
    static bench_size_of_assessment: usize;

    fn kz_assess_many(
        facts: *const Facts,
        count: usize,
        out: *mut Assessment,
        done: *mut usize,
    ) -> i32;
    fn if_chain_many(facts: *const Facts, count: usize, out: *mut Assessment) -> i32;
    fn kz_add_working_days(
        from: Date,
        days: u16,
        first_day: u8,
        in_week: u8,
        years: *const Year,
        year_count: usize,
        out: *mut Date,
    ) -> i32;
}

/// A year of a caller's calendar: none is given here.
#[repr(C)]
struct Year(u16);

/// Stops if a struct here is not as large as the header's.
pub fn check_sizes() {
    // SAFETY: constants of c/sizes.c.
    let (facts, assessment) = unsafe { (bench_size_of_facts, bench_size_of_assessment) };
    assert_eq!(
        size_of::<Facts>(),
        facts,
        "kz_facts has changed: see src/abi.rs"
    );
    assert_eq!(
        size_of::<Assessment>(),
        assessment,
        "kz_assessment has changed: see src/abi.rs"
    );
}

/// kz_assess_many. `out` is as long as `facts`.
pub fn assess_many(facts: &[Facts], out: &mut [Assessment]) {
    assert_eq!(facts.len(), out.len());
    let mut done = 0;
    // SAFETY: both point to so many; the sizes are checked by `check_sizes`.
    let status =
        unsafe { kz_assess_many(facts.as_ptr(), facts.len(), out.as_mut_ptr(), &mut done) };
    assert_eq!(
        (status, done),
        (0, facts.len()),
        "kz_assess_many refuses a case"
    );
}

/// The if-chain by hand. `out` is as long as `facts`, of which all are known.
pub fn if_chain(facts: &[Facts], out: &mut [Assessment]) {
    assert_eq!(facts.len(), out.len());
    // SAFETY: as in `assess_many`.
    let status = unsafe { if_chain_many(facts.as_ptr(), facts.len(), out.as_mut_ptr()) };
    assert_eq!(status, 0, "the if-chain refuses a case");
}

/// kz_add_working_days in the five-day week, the first day not counted.
pub fn add_working_days(from: Date, days: u16) -> Date {
    let mut out = Date::default();
    // SAFETY: no year is given, and `out` may be written to.
    let status = unsafe { kz_add_working_days(from, days, 0, 0, std::ptr::null(), 0, &mut out) };
    assert_eq!(status, 0, "kz_add_working_days refuses a day");
    out
}

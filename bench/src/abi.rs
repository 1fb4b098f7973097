//! The part of include/kz_rules.h that is measured. A layout other than the header's would show as
//! answers that differ from the if-chain's, which is compiled with the header.

use std::ffi::c_int;

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
        years: *const u8,
        year_count: usize,
        out: *mut Date,
    ) -> i32;
    fn if_chain_sizes(facts: *mut usize, assessment: *mut usize) -> c_int;
}

//! The law itself: its version, provisions, milestones and words.

use core::ffi::c_char;

use kz_rules_core::{Error, LAW_KNOWN_UNTIL, Milestone, Provision, Text, text};

use crate::date::kz_date;
use crate::pointer::write;
use crate::status::{Refusal, kz_status, of_core};
use crate::types::*;

/// The version of this interface. It changes when a program built with an older header must be
/// built anew.
pub const KZ_ABI_VERSION: u32 = 1;

/// The most provisions that start, or that end, on one day.
pub const KZ_MILESTONE_MAX: usize = 40;

/// The version of this interface that the library was built with: compare it with KZ_ABI_VERSION.
#[unsafe(no_mangle)]
pub extern "C" fn kz_abi_version() -> u32 {
    KZ_ABI_VERSION
}

/// The version of the library, as "major.minor.patch". Static.
#[unsafe(no_mangle)]
pub extern "C" fn kz_version_string() -> *const c_char {
    pointer(text!(env!("CARGO_PKG_VERSION")))
}

/// The day up to which the encoded law is known. A fact about the sources, not a warranty.
#[unsafe(no_mangle)]
pub extern "C" fn kz_law_version() -> kz_date {
    LAW_KNOWN_UNTIL.into()
}

pub(crate) fn pointer(text: Text) -> *const c_char {
    text.as_ptr()
}

/// What is known of a provision. The texts are static UTF-8.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct kz_provision_info {
    /// The stable identifier.
    pub id: *const c_char,
    /// The title of the document it stands in: the first part of the citation.
    pub title: *const c_char,
    /// Where in the document it stands: the second part of the citation.
    pub place: *const c_char,
    /// The first day it applies; not given: the sources state none.
    pub from: kz_date,
    /// The first day it no longer applies; not given: it does not end.
    pub until: kz_date,
    /// The day as of which the document is known; not given: it bears no date.
    pub known_as_of: kz_date,
    /// The number of the provision.
    pub provision: kz_provision,
    /// The document it stands in.
    pub document: kz_document,
    /// Zero.
    pub reserved: u8,
}

/// Says what is known of a provision. The provisions are numbered from 1 without gaps.
///
/// Errors: KZ_ERROR_NULL; KZ_ERROR_BAD_PROVISION if none has this number.
///
/// # Safety
///
/// `out` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_provision_get(
    provision: kz_provision,
    out: *mut kz_provision_info,
) -> kz_status {
    let answer = || {
        let provision = Provision::from_code(provision).ok_or(Refusal::Provision)?;
        let document = provision.document();
        Ok(kz_provision_info {
            id: pointer(provision.id_text()),
            title: pointer(document.title()),
            place: pointer(provision.place()),
            from: provision.from().into(),
            until: provision.until().into(),
            known_as_of: document.known_as_of().into(),
            provision: provision.code(),
            document: document.code(),
            reserved: 0,
        })
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// The provision that stands in the way when a call returns this status; 0 for one that rests on none.
/// A caller can so name the source of a refusal: of KZ_ERROR_MISSING_DATA it is
/// KZ_PROVISION_R923_DATA.
#[unsafe(no_mangle)]
pub extern "C" fn kz_status_provision(status: kz_status) -> kz_provision {
    #[cfg(deliberate_index)]
    let status = crate::panic::deliberate_index(status);
    Error::ALL
        .iter()
        .find(|error| of_core(error.code()) == status)
        .and_then(|error| error.provision())
        .map_or(0, Provision::code)
}

/// A day on which some provision starts or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct kz_milestone {
    /// The day; not given: the law, as far as it is known, does not change any more.
    pub day: kz_date,
    /// How many of `started` are given.
    pub started_count: u8,
    /// How many of `ended` are given.
    pub ended_count: u8,
    /// The provisions that apply from this day.
    pub started: [kz_provision; KZ_MILESTONE_MAX],
    /// The provisions that no longer apply from this day.
    pub ended: [kz_provision; KZ_MILESTONE_MAX],
    /// Zero.
    pub reserved: u16,
}

/// Says on which day after a given one the law changes next, and what.
///
/// Errors: KZ_ERROR_NULL; KZ_ERROR_BAD_DATE.
///
/// # Safety
///
/// `out` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_milestone_after(day: kz_date, out: *mut kz_milestone) -> kz_status {
    let answer = || {
        let mut answer = kz_milestone {
            day: kz_date::default(),
            started_count: 0,
            ended_count: 0,
            started: [0; KZ_MILESTONE_MAX],
            ended: [0; KZ_MILESTONE_MAX],
            reserved: 0,
        };
        if let Some(milestone) = Milestone::after(day.required(Refusal::Date)?.date()) {
            answer.day = milestone.day().into();
            answer.started_count = fill(&mut answer.started, milestone.started());
            answer.ended_count = fill(&mut answer.ended, milestone.ended());
        }
        Ok(answer)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Writes the numbers of provisions, and says how many.
pub(crate) fn fill(codes: &mut [kz_provision], provisions: impl Iterator<Item = Provision>) -> u8 {
    let mut count = 0u8;
    for (code, provision) in codes.iter_mut().zip(provisions) {
        *code = provision.code();
        count = count.saturating_add(1);
    }
    count
}

/// The same for provisions that stand side by side.
#[inline(never)] // one copy serves all
pub(crate) fn list(codes: &mut [kz_provision], provisions: &[Provision]) -> u8 {
    fill(codes, provisions.iter().copied())
}

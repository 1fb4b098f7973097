//! The law itself: its identity, provisions and milestones.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use kz_rules_core::{Law, Provision, Sections, Text};

use crate::date::kz_date;
use crate::pointer::{Failure, write};
use crate::status::{BadInput, kz_status};
use crate::types::*;

/// The most provisions that start, or that end, on one day.
pub const KZ_MILESTONE_MAX: usize = 40;

/// The most bytes of a law's name.
pub const KZ_LAW_NAME_BYTES: usize = 32;

const _: () = assert!(KZ_LAW_NAME_BYTES == kz_rules_core::capacity::LAW_NAME);
const _: () = assert!(KZ_MILESTONE_MAX == kz_rules_core::capacity::MILESTONE);

/// A law opened by kz_law_open() or kz_law_open_already_verified(). Zero it first: if opening fails, it stays as it
/// was, and a zeroed one gives KZ_ERROR_BAD_LAW. It may be copied. Its contents belong to the library.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct kz_law {
    /// Not for use.
    pub opaque: [u64; 64],
}

/// The contents of an opened [`kz_law`].
#[repr(C)]
struct Opened<'a> {
    mark: u64,
    sections: Sections<'a>,
}

/// Marks an opened law.
const MARK: u64 = u64::from_le_bytes(*b"kz law 1");

const _: () = assert!(size_of::<Opened<'_>>() <= size_of::<kz_law>());
const _: () = assert!(align_of::<Opened<'_>>() <= align_of::<kz_law>());

/// Writes an opened law with the sections of a pack.
pub(crate) fn put(place: &mut MaybeUninit<kz_law>, sections: &Sections<'_>) {
    let opened = place.as_mut_ptr().cast::<Opened<'_>>();
    // SAFETY: a `kz_law` has room for it, and the same alignment.
    unsafe {
        (&raw mut (*opened).mark).write(MARK);
        (&raw mut (*opened).sections).copy_from(sections, 1);
    }
}

/// The law that a pointer stands for.
///
/// # Safety
///
/// `law` is NULL, or points to a `kz_law` that either was opened and whose pack is still in its place, or does not start
/// with the mark of an opened law.
#[inline]
pub(crate) unsafe fn law<'a>(law: *const kz_law) -> Result<Law<'a>, Failure> {
    if law.is_null() {
        return Ok(Law::BUILT_IN);
    }
    // SAFETY: the first word is in the struct.
    let mark = unsafe { law.cast::<u64>().read() };
    if mark != MARK {
        return Err(BadInput::Law.into());
    }
    // SAFETY: a law with the mark was written by `put`.
    let opened = unsafe { &*law.cast::<Opened<'a>>() };
    Ok(Law::from(&opened.sections))
}

/// Which law it is.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct kz_law_identity {
    /// A hash of everything in the law that decides.
    pub digest: u64,
    /// The law's number among those of its name: a later law has a higher one.
    pub sequence: u32,
    /// The day up to which the law is known: a fact about its sources, not a warranty.
    pub known_until: kz_date,
    /// The law's name: `name_length` bytes of UTF-8, without a closing NUL.
    pub name: *const c_char,
    /// The bytes of the name.
    pub name_length: usize,
}

/// Says which law it is: name, sequence, digest, and the day up to which it is known.
///
/// # Safety
///
/// `law` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_law_get(law: *const kz_law, out: *mut kz_law_identity) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        Ok(kz_law_identity {
            digest: law.digest(),
            sequence: law.sequence(),
            known_until: law.known_until().into(),
            name: law.name().as_ptr().cast(),
            name_length: law.name().len(),
        })
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

pub(crate) fn pointer(text: Text<'_>) -> *const c_char {
    text.as_ptr()
}

/// A provision, with its citation and the days on which it applies.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct kz_provision_info {
    /// The stable identifier.
    pub id: *const c_char,
    /// The first part of the citation: the title of the document.
    pub title: *const c_char,
    /// The second part of the citation: the place in the document.
    pub place: *const c_char,
    /// The first day it applies; not given: the sources state none.
    pub from: kz_date,
    /// The first day it no longer applies; not given: it does not end.
    pub until: kz_date,
    /// The day as of which the document is known; not given: it bears no date.
    pub known_as_of: kz_date,
    /// The number of the provision.
    pub provision: kz_provision,
    /// The document that it is in.
    pub document: kz_document,
    /// Whether that document is an act or a report.
    pub kind: kz_document_kind,
    /// Zero.
    pub reserved: [u8; 7],
}

/// Gives a provision of a law. Errors: KZ_ERROR_BAD_PROVISION if the law has no provision of this number.
///
/// # Safety
///
/// `law` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_provision_get(
    law: *const kz_law,
    provision: kz_provision,
    out: *mut kz_provision_info,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        let provision = Provision::from_number(provision).and_then(|number| law.provision(number));
        let provision = provision.ok_or(BadInput::Provision)?;
        let document = provision.document().ok_or(BadInput::Provision)?;
        let row = provision.row();
        Ok(kz_provision_info {
            id: pointer(provision.id_text()),
            title: pointer(document.title()),
            place: pointer(provision.place()),
            from: row.from_day().into(),
            until: row.until_day().into(),
            known_as_of: document.row().known_as_of().into(),
            provision: row.provision().number(),
            document: row.document(),
            kind: document.row().kind().code(),
            reserved: [0; 7],
        })
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// The provision at this place in the law, from 0; 0: there is none. A loop from place 0 on finds all
/// provisions.
///
/// # Safety
///
/// `law` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_provision_at(law: *const kz_law, place: u16) -> kz_provision {
    #[cfg(deliberate_index)]
    let place = crate::panic::deliberate_index(place.into()) as u16;
    // SAFETY: as promised by the caller.
    let Ok(law) = (unsafe { self::law(law) }) else {
        return 0;
    };
    let mut all = law.all_provisions();
    all.nth(place.into())
        .map_or(0, |entry| entry.row().provision().number())
}

/// A day on which provisions start or end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct kz_milestone {
    /// The day; not given: the law, as far as it is known, does not change again.
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

/// Says on which day after a given one the law changes next, and what changes.
///
/// Errors: KZ_ERROR_BAD_DATE for `day`.
///
/// # Safety
///
/// `law` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_milestone_after(
    law: *const kz_law,
    day: kz_date,
    out: *mut kz_milestone,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        let mut answer = kz_milestone {
            day: kz_date::default(),
            started_count: 0,
            ended_count: 0,
            started: [0; KZ_MILESTONE_MAX],
            ended: [0; KZ_MILESTONE_MAX],
            reserved: 0,
        };
        if let Some(milestone) = law.milestone_after(day.required(BadInput::Date)?) {
            answer.day = milestone.day().into();
            answer.started_count = fill(&mut answer.started, milestone.started());
            answer.ended_count = fill(&mut answer.ended, milestone.ended());
        }
        Ok(answer)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Writes the numbers of provisions, and returns how many.
pub(crate) fn fill(codes: &mut [kz_provision], provisions: impl Iterator<Item = Provision>) -> u8 {
    let mut count = 0u8;
    for (code, provision) in codes.iter_mut().zip(provisions) {
        *code = provision.number();
        count = count.saturating_add(1);
    }
    count
}

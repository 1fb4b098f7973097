//! Laws that a device loads.

use core::ffi::{c_char, c_void};
use core::ptr::{null, null_mut};

use kz_rules_core::{
    AtLeast, KEPT_BYTES, Law, PACK_SIGNATURE_BYTES, PackError, Sections, choose, keep,
};

use crate::law::{KZ_LAW_NAME_BYTES, kz_law, law, put};
use crate::pointer::{Failure, place, read, read_many, status, write};
use crate::status::{BadInput, kz_status};

/// The bytes of a signature (Ed25519, RFC 8032).
pub const KZ_SIGNATURE_BYTES: usize = 64;
/// The bytes of a record, which keeps the highest sequence seen.
pub const KZ_RECORD_BYTES: usize = 8;

const _: () = assert!(KZ_SIGNATURE_BYTES == PACK_SIGNATURE_BYTES && KZ_RECORD_BYTES == KEPT_BYTES);

/// A function of the program that verifies a message and its signature of KZ_SIGNATURE_BYTES, by the key that
/// the program trusts. It returns KZ_OK if the signature is right; anything else refuses the pack. `context` is
/// what kz_law_open() was given.
pub type kz_verifier = Option<
    unsafe extern "C" fn(
        context: *mut c_void,
        message: *const u8,
        length: usize,
        signature: *const u8,
    ) -> i32,
>;

/// Which laws are accepted. Zeroed: all with the name of the built-in law.
#[derive(Clone, Copy, Default)]
#[repr(C)]
pub struct kz_at_least {
    /// The lowest sequence: the highest that the device has seen, from kz_law_choose(). If it is lower than
    /// that of the built-in law, an older law may come back.
    pub sequence: u32,
    /// The law's name in UTF-8, padded with zeros; all zeros: the name of the built-in law.
    pub name: [u8; KZ_LAW_NAME_BYTES],
}

impl kz_at_least {
    /// None if no law can have the name.
    fn read(&self) -> Option<AtLeast<'_>> {
        let length = self.name.iter().position(|byte| *byte == 0);
        let (name, _) = self
            .name
            .split_at_checked(length.unwrap_or(self.name.len()))?;
        if name.is_empty() {
            return Some(AtLeast::of_built_in(self.sequence));
        }
        Some(AtLeast {
            name: core::str::from_utf8(name).ok()?,
            sequence: self.sequence,
        })
    }
}

/// Where a pack is inconsistent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct kz_pack_fault {
    /// The name of the section, such as "edition_1"; NULL: the pack is consistent.
    pub section: *const c_char,
    /// The row or text, from 1; 0: the section as a whole.
    pub row: u16,
    /// Zero.
    pub reserved: [u8; 6],
}

impl From<PackError> for Failure {
    fn from(error: PackError) -> Self {
        Self::of(match error {
            PackError::TooShort => BadInput::PackTooShort,
            PackError::NotAPack => BadInput::NotAPack,
            PackError::Format(_) => BadInput::PackFormat,
            PackError::Vocabulary(_) => BadInput::PackVocabulary,
            PackError::Checksum => BadInput::PackChecksum,
            PackError::Signature => BadInput::PackSignature,
            PackError::OtherLaw => BadInput::PackOtherLaw,
            PackError::Older(_) => BadInput::PackOlder,
            _ => BadInput::PackInconsistent,
        })
    }
}

/// The arguments of a call that opens a pack. Without `verify` nobody verifies the signature.
struct Opening {
    pack: *const u8,
    length: usize,
    verify: kz_verifier,
    context: *mut c_void,
    at_least: *const kz_at_least,
}

impl Opening {
    /// Opens the pack. `Ok(Err(…))` is a fault of the pack.
    ///
    /// # Safety
    ///
    /// `pack` is NULL or points to `length` bytes that nobody writes to while the sections are used; `at_least` is NULL or
    /// points to its type; `verify` may be called with `context`, and returns.
    #[inline(never)] // one copy for all callers
    unsafe fn open<'a>(
        &self,
        sections: &mut Sections<'a>,
    ) -> Result<Result<(), PackError>, Failure> {
        if self.pack.is_null() {
            return Err(BadInput::Null.into());
        }
        // SAFETY: as promised by the caller.
        let (pack, at_least): (&'a [u8], _) =
            unsafe { (read_many(self.pack, self.length)?, read(self.at_least)?) };
        let Some(at_least) = at_least.read() else {
            return Ok(Err(PackError::OtherLaw));
        };
        let is_right = |message: &[u8], signature: &[u8; PACK_SIGNATURE_BYTES]| {
            let Some(verify) = self.verify else {
                return true;
            };
            let (bytes, signature) = (message.as_ptr(), signature.as_ptr());
            // SAFETY: the caller's function, with valid bytes.
            let answer = unsafe { verify(self.context, bytes, message.len(), signature) };
            answer == 0
        };
        Ok(Law::open_into(pack, is_right, at_least, sections))
    }

    /// Opens the pack as a law.
    ///
    /// # Safety
    ///
    /// As for `open`; `out` is NULL or may be written to.
    unsafe fn law(&self, out: *mut kz_law) -> Result<(), Failure> {
        // SAFETY: as promised by the caller.
        let out = unsafe { place(out) }?;
        let mut sections = Sections::EMPTY;
        // SAFETY: as promised by the caller.
        unsafe { self.open(&mut sections) }??;
        put(out, &sections);
        Ok(())
    }
}

/// Checks a whole pack and opens it as a law by which every function can decide. The pack is used in place: it
/// must stay where it is, unchanged, as long as the law is used. More bytes may follow it, as in a region of
/// flash.
///
/// `verify` is called once, with `context`, if the checksum is right; `context` may be NULL. However a
/// pack was made, no function fails on it in any other way than by an error status.
///
/// Errors: KZ_ERROR_NULL for `verify` too, and for `pack` of any length; then, in this order,
/// KZ_ERROR_PACK_TOO_SHORT; KZ_ERROR_NOT_A_PACK; KZ_ERROR_PACK_FORMAT; KZ_ERROR_PACK_VOCABULARY;
/// KZ_ERROR_PACK_CHECKSUM; KZ_ERROR_PACK_SIGNATURE; KZ_ERROR_PACK_OTHER_LAW; KZ_ERROR_PACK_OLDER;
/// KZ_ERROR_PACK_INCONSISTENT (kz_pack_fault_get() says where). A name in `at_least` that is not UTF-8 is
/// KZ_ERROR_PACK_OTHER_LAW before all others.
///
/// # Safety
///
/// `pack` is NULL or points to `length` bytes that nobody writes to while the law is used; `at_least` and `out` are NULL or
/// point to their types; `verify` may be called with `context`, and returns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_law_open(
    pack: *const u8,
    length: usize,
    verify: kz_verifier,
    context: *mut c_void,
    at_least: *const kz_at_least,
    out: *mut kz_law,
) -> kz_status {
    if verify.is_none() {
        return status(Err(BadInput::Null.into()));
    }
    let opening = Opening {
        pack,
        length,
        verify,
        context,
        at_least,
    };
    // SAFETY: as promised by the caller.
    status(unsafe { opening.law(out) })
}

/// Opens a pack whose signature was verified before: when the pack was received, or by secure boot if its
/// signature covers the pack. The signature is not checked. All else is as for kz_law_open().
///
/// Errors: as kz_law_open() but for KZ_ERROR_PACK_SIGNATURE.
///
/// # Safety
///
/// Those promises of kz_law_open() that are about these parameters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_law_open_already_verified(
    pack: *const u8,
    length: usize,
    at_least: *const kz_at_least,
    out: *mut kz_law,
) -> kz_status {
    let opening = already_verified(pack, length, at_least);
    // SAFETY: as promised by the caller.
    status(unsafe { opening.law(out) })
}

const fn already_verified(pack: *const u8, length: usize, at_least: *const kz_at_least) -> Opening {
    Opening {
        pack,
        length,
        verify: None,
        context: null_mut(),
        at_least,
    }
}

/// Says where a pack is inconsistent, for the log, after KZ_ERROR_PACK_INCONSISTENT.
///
/// Errors: as kz_law_open_already_verified() but for KZ_ERROR_PACK_INCONSISTENT.
///
/// # Safety
///
/// `pack` is NULL or points to `length` bytes; `at_least` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_pack_fault_get(
    pack: *const u8,
    length: usize,
    at_least: *const kz_at_least,
    out: *mut kz_pack_fault,
) -> kz_status {
    let answer = || {
        let mut sections = Sections::EMPTY;
        // SAFETY: as promised by the caller.
        let opened = unsafe { already_verified(pack, length, at_least).open(&mut sections) }?;
        let (section, row) = match opened {
            Ok(()) => (null(), 0),
            Err(PackError::Inconsistent { section, row }) => (section.name_text().as_ptr(), row),
            Err(other) => return Err(other.into()),
        };
        Ok(kz_pack_fault {
            section,
            row,
            reserved: [0; 6],
        })
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Decides the test cases in the law's pack and compares the results with those expected. Call it before the
/// law is used and before its sequence is kept. A law without test cases passes, and so does the built-in law.
///
/// Errors: KZ_ERROR_SELF_TEST.
///
/// # Safety
///
/// `law` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_law_self_test(law: *const kz_law) -> kz_status {
    let test = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        law.self_test().map_err(|_| BadInput::SelfTest.into())
    };
    status(test())
}

/// Two slots for packs and two records of the highest sequence seen, as read from flash. They are numbered 1
/// and 2; number 1 is first in each array.
#[derive(Clone, Copy, Default)]
#[repr(C)]
pub struct kz_slots {
    /// The sequence of the law in each slot where `passed` is 1.
    pub sequence: [u32; 2],
    /// The lowest sequence to accept, whatever the records say: that of the built-in law if the packs are
    /// later versions of it.
    pub at_least: u32,
    /// For each slot: 1 if its pack was opened and passed kz_law_self_test(), else 0.
    pub passed: [u8; 2],
    /// Zero.
    pub reserved: [u8; 2],
    /// The two records, whatever is in that flash.
    pub records: [[u8; KZ_RECORD_BYTES]; 2],
}

/// Which law to use, and what to write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_slot_choice {
    /// The lowest sequence to accept: for kz_at_least.
    pub at_least: u32,
    /// The slot whose law to use; 0: the built-in law.
    pub open: u8,
    /// The slot to write the next pack to.
    pub write: u8,
    /// The record to write now, because the law to use has a higher sequence than the records; 0: none.
    pub record: u8,
    /// Zero.
    pub reserved: u8,
    /// What to write to it.
    pub record_bytes: [u8; KZ_RECORD_BYTES],
}

/// Chooses between two slots. Call it first with `passed` zero, to get the `at_least` for opening the packs.
/// Open them, and call it again: it says which law to use and what to write. If a write is cut off at any byte,
/// the old law or the new one is used, never one older than a law used before.
///
/// Errors: KZ_ERROR_BAD_SLOT for `passed`.
///
/// # Safety
///
/// `slots` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_law_choose(
    slots: *const kz_slots,
    out: *mut kz_slot_choice,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let slots = unsafe { read(slots) }?;
        if slots.reserved != [0; 2] {
            return Err(BadInput::Reserved.into());
        }
        let [first, second] = slots.sequence;
        let [first_passed, second_passed] = slots.passed;
        let passed = |passed, sequence| match passed {
            0 => Ok(None),
            1 => Ok(Some(sequence)),
            _ => Err(Failure::of(BadInput::Slot)),
        };
        let sequences = [passed(first_passed, first)?, passed(second_passed, second)?];
        let [first, second] = &slots.records;
        let choice = choose(sequences, [first, second], slots.at_least);
        Ok(kz_slot_choice {
            at_least: choice.at_least,
            open: choice.open.map_or(0, number),
            write: number(choice.write),
            record: choice.keep.map_or(0, |_| number(choice.record)),
            reserved: 0,
            record_bytes: choice.keep.map_or([0; KZ_RECORD_BYTES], keep),
        })
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// The number of a slot or record in C, where they start at 1.
const fn number(of: u8) -> u8 {
    of.wrapping_add(1)
}

//! Receipts: records of decisions for audit.

use kz_rules_core::{LAW_NAME_BYTES, Receipt, Verification, Version};

use crate::date::kz_date;
use crate::facts::{answer, kz_facts};
use crate::law::{KZ_LAW_NAME_BYTES, kz_law, law};
use crate::pointer::{read, read_many, write};
use crate::status::kz_status;
use crate::types::*;

/// The bytes of a receipt.
pub const KZ_RECEIPT_BYTES: usize = 158;

const _: () = assert!(KZ_RECEIPT_BYTES == Receipt::BYTES && KZ_LAW_NAME_BYTES == LAW_NAME_BYTES);

/// A receipt for the audit log. Numbers are little-endian; a day is a year (2 bytes), a month and a day; a set
/// is the two low bytes of a kz_set:
///
///   0-2     "KZR"
///   3       the version of the layout, 2
///   4-9     the version of the library: three numbers of 2 bytes
///   10-41   the name of the law in UTF-8, then zeros
///   42-45   its sequence
///   46-53   its digest
///   54-57   the day up to which it was known
///   58-61   the day of the decision
///   62, 63  the edition, the age reading
///   64-87   the facts, each as the set of values that were possible
///   88-89   the possible obligations
///   90-153  the basis: up to 32 kz_provision, then zeros
///   154-157 CRC-32 (ISO-HDLC) of the bytes before
///
/// The facts are, in this order: occasion, standing, age band, fingerprinted, action, visa_channel,
/// permanent_resident, held_at_commencement, question_1 to question_4.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(C)]
pub struct kz_receipt_record {
    /// The bytes.
    pub bytes: [u8; KZ_RECEIPT_BYTES],
}

/// What a receipt says, and whether its decision still comes out.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_verification {
    /// The digest of the law that decided.
    pub law_digest: u64,
    /// The name of that law in UTF-8, then zeros.
    pub law_name: [u8; KZ_LAW_NAME_BYTES],
    /// The sequence of that law.
    pub law_sequence: u32,
    /// The day up to which that law was known.
    pub law_known_until: kz_date,
    /// The day of the decision.
    pub on: kz_date,
    /// The obligations that were possible, as a set of kz_obligation.
    pub obligations_then: kz_set,
    /// Those that the same facts leave possible now: a set of kz_obligation.
    pub obligations_now: kz_set,
    /// The version of the library that decided: major, minor, patch.
    pub library: [u16; 3],
    /// Whether the facts still lead to the same obligations on the same basis.
    pub same: kz_answer,
    /// Whether this library has another version.
    pub library_changed: kz_answer,
    /// Whether this law is another one.
    pub law_changed: kz_answer,
    /// Zero.
    pub reserved: [u8; 3],
}

impl From<Receipt> for kz_receipt_record {
    fn from(receipt: Receipt) -> Self {
        Self {
            bytes: receipt.to_bytes(),
        }
    }
}

impl From<(Receipt, Verification)> for kz_verification {
    fn from((receipt, found): (Receipt, Verification)) -> Self {
        let Version {
            major,
            minor,
            patch,
        } = receipt.library();
        let mut law_name = [0; KZ_LAW_NAME_BYTES];
        for (to, from) in law_name.iter_mut().zip(receipt.law_name().bytes()) {
            *to = from;
        }
        Self {
            law_digest: receipt.law_digest(),
            law_name,
            law_sequence: receipt.law_sequence(),
            law_known_until: receipt.law_known_until().into(),
            on: receipt.on().into(),
            obligations_then: receipt.obligations().bits(),
            obligations_now: found.obligations.bits(),
            library: [major, minor, patch],
            same: answer(found.same),
            library_changed: answer(found.library_changed),
            law_changed: answer(found.law_changed),
            reserved: [0; 3],
        }
    }
}

/// Decides, and writes a receipt for the audit log: what the decision rests on, without the birth date. A
/// series of receipts of one person still gives the birthday away: it is between the last receipt with one age
/// and the first with the next. Keep one for each person, and with it nothing that identifies the person, such
/// as an IIN.
///
/// Errors: as kz_assess().
///
/// # Safety
///
/// `law`, `facts` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_receipt_issue(
    law: *const kz_law,
    facts: *const kz_facts,
    out: *mut kz_receipt_record,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        // SAFETY: as promised by the caller.
        let (on, facts, settings) = unsafe { read(facts) }?.read()?;
        Ok(law.issue_receipt(on, &facts, settings)?)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Reads a receipt, decides again from its facts by this law, and says whether the result is the same, and
/// whether library or law has changed.
///
/// Errors: KZ_ERROR_RECEIPT_DAMAGED; KZ_ERROR_RECEIPT_VERSION; KZ_ERROR_RECEIPT_UNKNOWN;
/// KZ_ERROR_EDITION_UNKNOWN; KZ_ERROR_LAW_INCOMPLETE; KZ_ERROR_RECEIPT_FALSE.
///
/// # Safety
///
/// `receipt` points to `length` bytes, unless that is 0, or is NULL; `law` and `out` are NULL or point to
/// their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_receipt_verify(
    law: *const kz_law,
    receipt: *const u8,
    length: usize,
    out: *mut kz_verification,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        // SAFETY: as promised by the caller.
        let receipt = Receipt::read(unsafe { read_many(receipt, length) }?)?;
        Ok((receipt, law.verify_receipt(&receipt)?))
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

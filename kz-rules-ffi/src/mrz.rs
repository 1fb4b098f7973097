//! Machine-readable zones of passports, identity cards and visas.

use core::ffi::c_char;

use kz_rules_core::{BirthPrecision, Day, Mrz, MrzError, Standing};

use crate::date::kz_date;
use crate::pointer::{Failure, read_many, write};
use crate::status::{BadInput, kz_status};
use crate::types::*;

/// What a zone says. `birth`, `birth_precision` and `standing` are as in kz_facts. Names and numbers are left
/// out.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_mrz {
    /// The birth date. What `birth_precision` does not cover is zero.
    pub birth: kz_date,
    /// The last day on which the document is valid; not given: the zone does not say.
    pub expires: kz_date,
    /// How much of the birth date is known; 0: nothing.
    pub birth_precision: kz_birth_precision,
    /// What follows from the nationality; 0: nothing, for refugees and if no country is named.
    pub standing: kz_standing,
    /// What the document is.
    pub document: kz_mrz_document,
    /// Its size.
    pub layout: kz_mrz_layout,
    /// The holder's nationality. No check digit covers it: show it to the person.
    pub nationality: kz_mrz_nationality,
    /// The three letters of the country of citizenship, for kz_country_get(), with a closing NUL; "" if the
    /// zone names none. They are not compared with a list of countries.
    pub country: [c_char; 4],
    /// Zero.
    pub reserved: [u8; 3],
}

/// Where a zone cannot be read, and what is expected there. It holds nothing of the zone itself. All zero: the
/// zone can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_mrz_fault {
    /// The line, from 1.
    pub line: u8,
    /// The column, from 1.
    pub column: u8,
    /// What is expected there.
    pub expected: kz_mrz_expected,
    /// Zero.
    pub reserved: u8,
}

impl From<Mrz> for kz_mrz {
    fn from(mrz: Mrz) -> Self {
        let (precision, first) = mrz.birth().known().unzip();
        let mut birth = kz_date::from(first);
        if precision != Some(BirthPrecision::Day) {
            birth.day = 0;
        }
        if precision == Some(BirthPrecision::Year) {
            birth.month = 0;
        }
        let [a, b, c] = mrz.country_code().copied().unwrap_or_default();
        Self {
            birth,
            expires: kz_date::from(mrz.expires()),
            birth_precision: precision.map_or(0, BirthPrecision::code),
            standing: mrz.standing().map_or(0, Standing::code),
            document: mrz.document().code(),
            layout: mrz.layout().code(),
            nationality: mrz.nationality().code(),
            // In C a char may be signed or unsigned.
            country: [a, b, c, 0].map(|letter| c_char::from_ne_bytes([letter])),
            reserved: [0; 3],
        }
    }
}

impl From<Result<Mrz, MrzError>> for kz_mrz_fault {
    fn from(read: Result<Mrz, MrzError>) -> Self {
        read.err().map_or(Self::default(), |error| Self {
            line: error.line,
            column: error.column,
            expected: error.expected.code(),
            reserved: 0,
        })
    }
}

/// Reads the machine-readable zone of a passport, an identity card or a visa (ICAO Doc 9303), as a scanner
/// sends it: two or three lines, with CR, LF, both or nothing between them. White space around lines and a
/// frame of STX and ETX are skipped. Letters are upper case, as printed: convert what somebody typed.
///
/// `on`: today. It decides the century of a year of two digits: a birth is not after that day, so somebody a
/// hundred years old or older is taken for a child. Show the date to the person. The expiry is the possible day
/// nearest to `on`.
///
/// A zone proves nothing: anybody can type one. It fills in facts that need not be asked for.
///
/// Errors: KZ_ERROR_BAD_MRZ for `zone`: kz_mrz_fault_get() says where.
///
/// # Safety
///
/// `zone` points to `length` bytes, unless that is 0, or is NULL; `out` is NULL or points to its type.
#[cfg(feature = "mrz")] // the whole file has it; repeated here for the header
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_mrz_read(
    zone: *const c_char,
    length: usize,
    on: kz_date,
    out: *mut kz_mrz,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let read = unsafe { read(zone, length, on) }?;
        read.map_err(|_| BadInput::Mrz.into())
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Says where a zone cannot be read, and what is expected there.
///
/// # Safety
///
/// As for kz_mrz_read().
#[cfg(feature = "mrz")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_mrz_fault_get(
    zone: *const c_char,
    length: usize,
    on: kz_date,
    out: *mut kz_mrz_fault,
) -> kz_status {
    // SAFETY: as promised by the caller.
    let answer = || unsafe { read(zone, length, on) };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Reads a zone.
///
/// # Safety
///
/// `zone` points to `length` bytes, unless that is 0, or is NULL.
unsafe fn read(
    zone: *const c_char,
    length: usize,
    on: kz_date,
) -> Result<Result<Mrz, MrzError>, Failure> {
    // SAFETY: as promised by the caller.
    let zone = unsafe { read_many(zone.cast::<u8>(), length) }?;
    let on: Day = on.required(BadInput::On)?;
    Ok(Mrz::read(zone, on))
}

//! The registration certificate.

use core::ffi::c_char;

use kz_rules_core::{CertificateData, CertificateError, CertificateField, Error, Iin};

use crate::case::kz_case;
use crate::date::kz_date;
use crate::pointer::{Failure, read, write};
use crate::status::{BadInput, KZ_OK, kz_status, of_core};
use crate::types::*;

/// The contents of a registration certificate (R923-CERTIFICATE), which the state's system issued.
///
/// Texts are UTF-8 and end with a NUL: at most 64 bytes for numbers, 256 for names and the citizenship, 512 for the
/// address and the QR code. Each must be given unless it may be NULL, and must contain a visible character. These are errors:
/// control characters, and Unicode characters that break lines, change the writing direction or are invisible.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct kz_certificate {
    /// The number of the application.
    pub application_number: *const c_char,
    /// The surname.
    pub surname: *const c_char,
    /// The given name.
    pub given_name: *const c_char,
    /// The patronymic; NULL: none.
    pub patronymic: *const c_char,
    /// The series and number of the passport.
    pub passport: *const c_char,
    /// The citizenship.
    pub citizenship: *const c_char,
    /// The address in Kazakhstan.
    pub address: *const c_char,
    /// The IIN of the person who provides the place.
    pub host_iin: *const c_char,
    /// That person's surname.
    pub host_surname: *const c_char,
    /// That person's given name.
    pub host_given_name: *const c_char,
    /// That person's patronymic; NULL: none.
    pub host_patronymic: *const c_char,
    /// The content of the QR code; NULL: not known.
    pub qr: *const c_char,
    /// The first day of the term of stay. Must be given.
    pub stay_from: kz_date,
    /// The last day of the term of stay. Must be given.
    pub stay_until: kz_date,
}

/// The first fault of a certificate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_certificate_fault {
    /// What is wrong with the field; KZ_OK: nothing.
    pub fault: kz_status,
    /// The first faulty field, in the order of the annex; 0: none.
    pub field: kz_certificate_field,
    /// Zero.
    pub reserved: [u8; 3],
}

impl kz_certificate {
    /// The data, each field read in the order of the annex.
    ///
    /// # Safety
    ///
    /// Each text is NULL or ends with a NUL.
    unsafe fn read(&self) -> Result<CertificateData<'_>, CertificateError> {
        use CertificateField as Field;
        // SAFETY: the caller's promise.
        let given = |text, field| unsafe { given(text, field) };
        let required = |text, field: Field| {
            given(text, field)?.ok_or(CertificateError {
                field,
                error: Error::TextMissing,
            })
        };
        let text = |text, field: Field| field.read(required(text, field)?);
        let perhaps =
            |text, field: Field| given(text, field)?.map(|text| field.read(text)).transpose();
        let day = |day: kz_date| match day.required(BadInput::Date) {
            Ok(day) => Ok(day),
            Err(_) => Err(CertificateError {
                field: Field::Stay,
                error: Error::DateNotSupported,
            }),
        };
        let stay = || {
            let (from, until) = (day(self.stay_from)?, day(self.stay_until)?);
            CertificateData::check_stay(from, until)?;
            Ok((from, until))
        };
        let iin = || {
            Iin::parse(required(self.host_iin, Field::HostIin)?).map_err(|error| CertificateError {
                field: Field::HostIin,
                error,
            })
        };
        let application_number = text(self.application_number, Field::ApplicationNumber)?;
        let surname = text(self.surname, Field::Surname)?;
        let given_name = text(self.given_name, Field::GivenName)?;
        let patronymic = perhaps(self.patronymic, Field::Patronymic)?;
        let passport = text(self.passport, Field::Passport)?;
        let citizenship = text(self.citizenship, Field::Citizenship)?;
        let address = text(self.address, Field::Address)?;
        let (stay_from, stay_until) = stay()?;
        Ok(CertificateData {
            application_number,
            surname,
            given_name,
            patronymic,
            passport,
            citizenship,
            address,
            stay_from,
            stay_until,
            host_iin: iin()?,
            host_surname: text(self.host_surname, Field::HostSurname)?,
            host_given_name: text(self.host_given_name, Field::HostGivenName)?,
            host_patronymic: perhaps(self.host_patronymic, Field::HostPatronymic)?,
            qr: perhaps(self.qr, Field::Qr)?,
        })
    }
}

/// The bytes of a text before its NUL, at most one more than the field takes; none if it is NULL.
///
/// # Safety
///
/// `text` is NULL or ends with a NUL.
unsafe fn given<'a>(
    text: *const c_char,
    field: CertificateField,
) -> Result<Option<&'a [u8]>, CertificateError> {
    if text.is_null() {
        return Ok(None);
    }
    let mut length = 0usize;
    // SAFETY: no byte past the NUL is read.
    while length <= field.max_bytes() && unsafe { *text.wrapping_add(length) } != 0 {
        length = length.wrapping_add(1);
    }
    // SAFETY: these bytes were just read.
    Ok(Some(unsafe {
        core::slice::from_raw_parts(text.cast(), length)
    }))
}

/// Says which field of a certificate is faulty, and why.
///
/// The faults of a text are KZ_ERROR_TEXT_TOO_LONG, KZ_ERROR_TEXT_NOT_UTF8, KZ_ERROR_TEXT_CONTROL and
/// KZ_ERROR_TEXT_MISSING; of the host's IIN KZ_ERROR_TEXT_MISSING and those of kz_iin_check(); of the stay
/// KZ_ERROR_DATE_NOT_SUPPORTED (a day is missing or not valid) and KZ_ERROR_STAY_REVERSED. A text that is NULL and
/// must be given is KZ_ERROR_TEXT_MISSING. They are in `out`: the function itself returns
/// KZ_OK.
///
/// # Safety
///
/// `certificate` and `out` are NULL or point to their types; the texts are NULL or end with a NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_certificate_check(
    certificate: *const kz_certificate,
    out: *mut kz_certificate_fault,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let checked = unsafe { read(certificate)?.read() };
        Ok(checked
            .err()
            .map_or_else(kz_certificate_fault::default, |wrong| {
                kz_certificate_fault {
                    fault: of_core(wrong.error.code()),
                    field: wrong.field.code(),
                    reserved: [0; 3],
                }
            }))
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Writes a copy of the certificate of a registered case, marked as a copy, as text in Kazakh and Russian. The
/// text ends with a NUL, its lines with a line feed. Only the state's system issues the certificate itself and
/// its number.
///
/// `needed` becomes the bytes of the text with its NUL, also on KZ_ERROR_BUFFER_TOO_SMALL; then nothing is
/// written to `buffer`. `buffer` may be NULL if `capacity` is 0.
///
/// Errors: KZ_ERROR_CASE_FOREIGN; KZ_ERROR_CASE_DAMAGED; KZ_ERROR_NOT_REGISTERED; the faults of
/// kz_certificate_check(), which says in which field; KZ_ERROR_BUFFER_TOO_SMALL.
///
/// # Safety
///
/// `registration`, `certificate` and `needed` are NULL or point to their types; the texts are NULL or end
/// with a NUL; `buffer` has `capacity` bytes, unless that is 0, or is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_certificate_render(
    registration: *const kz_case,
    certificate: *const kz_certificate,
    buffer: *mut c_char,
    capacity: usize,
    needed: *mut usize,
) -> kz_status {
    if needed.is_null() || (buffer.is_null() && capacity != 0) {
        return BadInput::Null as kz_status;
    }
    let render = || {
        // SAFETY: as promised by the caller.
        let case = unsafe { read(registration) }?.read()?;
        let registered = case.registered().ok_or(BadInput::NotRegistered)?;
        // SAFETY: as promised by the caller.
        let data = unsafe { read(certificate)?.read() }.map_err(Error::from)?;
        let copy = registered.certificate(data).map_err(Error::from)?;
        // The last byte is the NUL's.
        let room = capacity.saturating_sub(1);
        let buffer = if room == 0 {
            &mut []
        } else {
            // SAFETY: not NULL; the rest is the caller's promise.
            unsafe { core::slice::from_raw_parts_mut(buffer.cast::<u8>(), room) }
        };
        Ok(copy.render(buffer))
    };
    let (status, length) = match render() {
        Ok(Ok(length)) => {
            // SAFETY: the text is not empty and fits, so it has a byte after it.
            unsafe { buffer.wrapping_add(length).write(0) };
            (KZ_OK, length)
        }
        Ok(Err(small)) => (BadInput::Buffer as kz_status, small.needed),
        Err(Failure(status)) => return status,
    };
    // SAFETY: not NULL; the rest is the caller's promise.
    unsafe { needed.write(length.saturating_add(1)) };
    status
}

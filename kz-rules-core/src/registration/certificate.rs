//! The registration certificate: a copy of what the state's system forms.

use core::fmt;

use super::case::Registered;
use crate::base::closed_set::closed_set;
use crate::base::day::Day;
use crate::base::error::Error;
use crate::iin::Iin;

closed_set! {
    /// A field of the registration certificate, in the order of the annex.
    pub enum CertificateField {
        /// The number of the application.
        ApplicationNumber = 1, "application_number";
        /// The surname.
        Surname = 2, "surname";
        /// The given name.
        GivenName = 3, "given_name";
        /// The patronymic, if the person has one.
        Patronymic = 4, "patronymic";
        /// The series and number of the passport.
        Passport = 5, "passport";
        /// The citizenship.
        Citizenship = 6, "citizenship";
        /// The address in Kazakhstan.
        Address = 7, "address";
        /// The term of stay.
        Stay = 8, "stay";
        /// The IIN of the person who provides the place.
        HostIin = 9, "host_iin";
        /// That person's surname.
        HostSurname = 10, "host_surname";
        /// That person's given name.
        HostGivenName = 11, "host_given_name";
        /// That person's patronymic, if there is one.
        HostPatronymic = 12, "host_patronymic";
        /// The content of the QR code, if it is known.
        Qr = 13, "qr";
    }
}

impl CertificateField {
    /// The most bytes of UTF-8 that the field takes: 64 for numbers, 256 for names (128 Cyrillic
    /// letters), 512 for the address and the QR code. The term of stay and the IIN are no text.
    #[must_use]
    pub const fn max_bytes(self) -> usize {
        match self {
            Self::ApplicationNumber | Self::Passport => 64,
            Self::Surname
            | Self::GivenName
            | Self::Patronymic
            | Self::Citizenship
            | Self::HostSurname
            | Self::HostGivenName
            | Self::HostPatronymic => 256,
            Self::Address | Self::Qr => 512,
            Self::Stay => 0,
            Self::HostIin => 12,
        }
    }

    /// Reads the text of this field.
    ///
    /// # Errors
    ///
    /// In this order: [`Error::TextTooLong`]; [`Error::TextNotUtf8`]; [`Error::TextControl`] if there is a control
    /// character or an invisible one; [`Error::TextMissing`] if there is nothing but spaces.
    pub fn read(self, text: &[u8]) -> Result<&str, CertificateError> {
        let wrong = |error| CertificateError { field: self, error };
        if text.len() > self.max_bytes() {
            return Err(wrong(Error::TextTooLong));
        }
        let text = core::str::from_utf8(text).map_err(|_| wrong(Error::TextNotUtf8))?;
        if text.chars().any(is_control) {
            return Err(wrong(Error::TextControl));
        }
        if text.chars().all(is_blank) {
            return Err(wrong(Error::TextMissing));
        }
        Ok(text)
    }
}

/// Whether a character changes the text around it or is invisible: the control characters of Unicode, those that break
/// lines, and those with the property `Default_Ignorable_Code_Point`, such as the marks that change the direction of
/// writing. The kiosk in C shows none of these (`examples/kiosk/input/character.c`); a test compares the two lists.
const fn is_control(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1F}'
            | '\u{7F}'..='\u{9F}'
            | '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Whether a character takes room but shows nothing: a space of any width.
const fn is_blank(character: char) -> bool {
    matches!(
        character,
        ' ' | '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{2800}' | '\u{3000}'
    )
}

/// What is wrong with the data of a certificate, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CertificateError {
    /// The first field, in the order of the annex, that is wrong.
    pub field: CertificateField,
    /// What is wrong with it.
    pub error: Error,
}

impl From<CertificateError> for Error {
    fn from(wrong: CertificateError) -> Self {
        wrong.error
    }
}

impl fmt::Display for CertificateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.error)
    }
}

impl core::error::Error for CertificateError {}

/// The contents of the certificate that the state's system formed. See [`CertificateField`].
#[derive(Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of CertificateField")]
pub struct CertificateData<'a> {
    pub application_number: &'a str,
    pub surname: &'a str,
    pub given_name: &'a str,
    pub patronymic: Option<&'a str>,
    pub passport: &'a str,
    pub citizenship: &'a str,
    pub address: &'a str,
    /// The first day of the term of stay.
    pub stay_from: Day,
    /// The last day of the term of stay.
    pub stay_until: Day,
    pub host_iin: Iin,
    pub host_surname: &'a str,
    pub host_given_name: &'a str,
    pub host_patronymic: Option<&'a str>,
    pub qr: Option<&'a str>,
}

impl CertificateData<'_> {
    /// Checks each field, in the order of the annex.
    ///
    /// # Errors
    ///
    /// Those of [`CertificateField::read`] for the texts; for the term of stay those of
    /// [`CertificateData::check_stay`].
    pub fn check(&self) -> Result<(), CertificateError> {
        use CertificateField as Field;
        texts(&[
            (Field::ApplicationNumber, Some(self.application_number)),
            (Field::Surname, Some(self.surname)),
            (Field::GivenName, Some(self.given_name)),
            (Field::Patronymic, self.patronymic),
            (Field::Passport, Some(self.passport)),
            (Field::Citizenship, Some(self.citizenship)),
            (Field::Address, Some(self.address)),
        ])?;
        Self::check_stay(self.stay_from, self.stay_until)?;
        texts(&[
            (Field::HostSurname, Some(self.host_surname)),
            (Field::HostGivenName, Some(self.host_given_name)),
            (Field::HostPatronymic, self.host_patronymic),
            (Field::Qr, self.qr),
        ])
    }

    /// Checks a term of stay.
    ///
    /// # Errors
    ///
    /// For the field [`CertificateField::Stay`]: [`Error::StayReversed`] if it ends before it begins.
    pub fn check_stay(from: Day, until: Day) -> Result<(), CertificateError> {
        if until < from {
            return Err(CertificateError {
                field: CertificateField::Stay,
                error: Error::StayReversed,
            });
        }
        Ok(())
    }
}

fn texts(texts: &[(CertificateField, Option<&str>)]) -> Result<(), CertificateError> {
    let mut given = texts
        .iter()
        .filter_map(|(field, text)| Some((field, (*text)?)));
    given.try_for_each(|(field, text)| field.read(text.as_bytes()).map(|_| ()))
}

impl Registered<'_> {
    /// A copy of the certificate of this registration.
    ///
    /// # Errors
    ///
    /// Those of [`CertificateData::check`].
    pub fn certificate<'a>(
        &self,
        data: CertificateData<'a>,
    ) -> Result<Certificate<'a>, CertificateError> {
        data.check()?;
        Ok(Certificate { data })
    }
}

/// A copy of a registration certificate; the state's system forms the certificate itself, and its number.
/// [`Registered::certificate`] makes one; displayed, it is a text in Kazakh and Russian.
///
/// Without a registered case there is none:
///
/// ```compile_fail
/// use kz_rules_core::{Certificate, CertificateData};
///
/// fn forge(data: CertificateData<'_>) -> Certificate<'_> {
///     Certificate { data }
/// }
/// ```
///
/// ```compile_fail
/// use kz_rules_core::{Case, Certificate, CertificateData, CertificateError};
///
/// fn early<'a>(case: &Case, data: CertificateData<'a>) -> Result<Certificate<'a>, CertificateError> {
///     case.certificate(data)
/// }
/// ```
///
/// The right way:
///
/// ```
/// use kz_rules_core::{Case, Certificate, CertificateData, CertificateError};
///
/// fn copy<'a>(case: &Case, data: CertificateData<'a>) -> Option<Result<Certificate<'a>, CertificateError>> {
///     Some(case.registered()?.certificate(data))
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Certificate<'a> {
    data: CertificateData<'a>,
}

/// The buffer for a certificate is too small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct TooSmall {
    /// The bytes that the text needs.
    pub needed: usize,
}

/// The word "copy", the ministry's name and the title.
const HEADING: &str = "\
КӨШІРМЕ / КОПИЯ

Қазақстан Республикасының Ішкі істер министрлігі
Министерство внутренних дел Республики Казахстан

Тіркеу туралы анықтама
Справка о регистрации
";

impl Certificate<'_> {
    /// Passes the text to `piece`, piece by piece.
    pub fn pieces(&self, piece: &mut dyn FnMut(&str)) {
        let data = &self.data;
        let (from, until) = (digits(data.stay_from), digits(data.stay_until));
        let (from, until) = (as_text(&from), as_text(&until));
        piece(HEADING);
        let mut row = |kazakh, russian, words: &[Option<&str>]| {
            for label in ["\n", kazakh, "\n", russian, "\n   "] {
                piece(label);
            }
            for word in words.iter().copied().flatten() {
                piece(" ");
                piece(word);
            }
            piece("\n");
        };
        row(
            "өтініш нөмері",
            "номер заявления",
            &[Some(data.application_number)],
        );
        row(
            "тегі аты әкесінің аты (бар болса)",
            "фамилия имя отчество (при наличии)",
            &[Some(data.surname), Some(data.given_name), data.patronymic],
        );
        row(
            "төлкүжаттың сериясы мен нөмері",
            "серия и номер паспорта",
            &[Some(data.passport)],
        );
        row("азаматтығы", "гражданство", &[Some(data.citizenship)]);
        row(
            "ҚР болатын (тұратын) мекенжайы",
            "адрес пребывания (проживания) в РК",
            &[Some(data.address)],
        );
        row(
            "тұру мерзімі",
            "сроки пребывания (проживания)",
            &[Some(from), Some("-"), Some(until)],
        );
        row(
            "Қабылдаушы тұлғаның ЖСН",
            "ИИН принимающего лица",
            &[Some(as_text(data.host_iin.digits()))],
        );
        row(
            "Қабылдаушы адамның тегі аты әкесінің аты (бар болса)",
            "фамилия имя отчество (при наличии) принимающего лица",
            &[
                Some(data.host_surname),
                Some(data.host_given_name),
                data.host_patronymic,
            ],
        );
        if let Some(qr) = data.qr {
            for label in ["\nQR - КОД\n    ", qr, "\n"] {
                piece(label);
            }
        }
    }

    /// Writes the text into `buffer`, and returns its length in bytes.
    ///
    /// # Errors
    ///
    /// [`TooSmall`] if it does not fit; nothing is written then.
    pub fn render(&self, buffer: &mut [u8]) -> Result<usize, TooSmall> {
        let mut needed = 0usize;
        self.pieces(&mut |piece| needed = needed.saturating_add(piece.len()));
        if needed > buffer.len() {
            return Err(TooSmall { needed });
        }
        let mut left = buffer;
        self.pieces(&mut |piece| {
            if let Some((place, rest)) =
                core::mem::take(&mut left).split_at_mut_checked(piece.len())
            {
                // Byte by byte: the compiler need not prove that both have the same length.
                for (to, byte) in place.iter_mut().zip(piece.bytes()) {
                    *to = byte;
                }
                left = rest;
            }
        });
        Ok(needed)
    }
}

impl fmt::Display for Certificate<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut result = Ok(());
        self.pieces(&mut |piece| result = result.and_then(|()| f.write_str(piece)));
        result
    }
}

/// A day as the country writes it: 31.12.2026.
fn digits(day: Day) -> [u8; 10] {
    let (year, month, day) = (day.year(), day.month(), day.day());
    let digit = |number: u16, place: u16| {
        let digit = number.checked_div(place).unwrap_or_default() % 10;
        b'0'.wrapping_add(u8::try_from(digit).unwrap_or_default())
    };
    let two = |number: u8| [digit(number.into(), 10), digit(number.into(), 1)];
    let ([d1, d2], [m1, m2]) = (two(day), two(month));
    let [y1, y2, y3, y4] = [1000, 100, 10, 1].map(|place| digit(year, place));
    [d1, d2, b'.', m1, m2, b'.', y1, y2, y3, y4]
}

/// Bytes of ASCII as text.
fn as_text(ascii: &[u8]) -> &str {
    core::str::from_utf8(ascii).unwrap_or_default()
}

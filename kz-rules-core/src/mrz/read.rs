//! Reads a zone.

use super::check_digit::check_digit;
use super::date::Date;
use super::error::{MrzError, MrzExpected};
use super::layout::{
    CARD, DOCUMENT, Field, Fields, ISSUER, LARGER_CARD, MrzDocument, MrzLayout, PAGE,
};
use super::lines::Lines;
use super::nationality::MrzNationality;
use crate::base::day::Day;
use crate::deadline::Country;
use crate::facts::{Birth, Standing};

/// The parts of a machine-readable zone that matter here. Names, numbers and sex are not kept.
///
/// A zone proves nothing: anybody can type one. It is a way to fill in facts without asking for them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Mrz {
    layout: MrzLayout,
    document: MrzDocument,
    nationality: MrzNationality,
    code: [u8; 3],
    birth: Birth,
    expires: Option<Day>,
}

/// ICAO's code of Kazakhstan.
const KAZAKHSTAN: [u8; 3] = *b"KAZ";

impl Mrz {
    /// Reads a zone as a scanner sends it: two or three lines, with CR, LF, both or nothing between them. White space around
    /// them, and a frame of STX and ETX, are skipped. Letters must be capital, as they are printed: convert typed text to
    /// upper case.
    ///
    /// `on` is today: it decides the century of a year with two digits. The birth is the latest possible day up to `on`, so a
    /// person of a hundred years or more is taken for a child: the zone does not say. Show the date to the person. The expiry
    /// is the possible day nearest to `on`.
    ///
    /// Nationality and kind of document have no check digit: show them too.
    ///
    /// # Errors
    ///
    /// The first of these: lines that match no layout; a character outside the alphabet; then an error in document, issuer,
    /// document number, nationality, birth, sex, expiry, personal number, and the check digit over all. The name may be
    /// anything: Russian passports write some letters as digits.
    ///
    /// ```
    /// use kz_rules_core::{Facts, Mrz, MrzDocument, day};
    ///
    /// let today = day(2011, 6, 1);
    /// let zone = b"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r\n\
    ///     L898902C36UTO7408122F1204159ZE184226B<<<<<10\r\n";
    /// let mrz = Mrz::read(zone, today)?;
    /// assert_eq!(mrz.document(), MrzDocument::Passport);
    /// assert_eq!(mrz.birth(), day(1974, 8, 12).into());
    /// assert_eq!(mrz.expires(), Some(day(2012, 4, 15)));
    ///
    /// let mut facts = Facts::default().born(mrz.birth());
    /// if let Some(standing) = mrz.standing() {
    ///     facts = facts.standing(standing);
    /// }
    /// # Ok::<(), kz_rules_core::MrzError>(())
    /// ```
    pub fn read(zone: &[u8], on: Day) -> Result<Self, MrzError> {
        let lines = Lines::of(zone)?;
        lines.must_be_characters()?;
        let (layout, document) = document(&lines)?;
        let fields = layout.fields();
        must_be_letters(&lines, ISSUER)?;
        check_number(&lines, fields)?;
        must_be_letters(&lines, fields.nationality)?;
        let code: Option<[u8; 3]> = lines.get(fields.nationality).try_into().ok();
        let (nationality, code) = code
            .and_then(MrzNationality::read)
            .ok_or(fields.nationality.expected(MrzExpected::Country))?;
        let birth = checked_date(&lines, fields.birth)?.birth(on)?;
        must_be_letters(&lines, fields.sex)?;
        // An inland passport, with which some may travel, need not expire.
        let expires = if is_blank(&lines, fields.expiry) {
            None
        } else {
            Some(checked_date(&lines, fields.expiry)?.expiry(on)?)
        };
        if let Some(number) = fields.personal_number
            && !is_blank(&lines, number)
        {
            check(&lines, &[number], number.next())?;
        }
        if let Some(composite) = &fields.composite {
            check(&lines, composite.over, composite.digit)?;
        }
        Ok(Self {
            layout,
            document,
            nationality,
            code,
            birth,
            expires,
        })
    }

    /// The size of the document.
    #[must_use]
    pub const fn layout(&self) -> MrzLayout {
        self.layout
    }

    /// The kind of the document.
    #[must_use]
    pub const fn document(&self) -> MrzDocument {
        self.document
    }

    /// What it says about the holder's nationality.
    #[must_use]
    pub const fn nationality(&self) -> MrzNationality {
        self.nationality
    }

    /// The three letters of the country whose citizen the holder is, if it says so: `DEU`, where Germany prints `D<<`.
    /// They need not be the code of a country.
    #[must_use]
    pub const fn country_code(&self) -> Option<&[u8; 3]> {
        match self.nationality {
            MrzNationality::Country => Some(&self.code),
            _ => None,
        }
    }

    /// The country whose citizen the holder is, if it says so.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        Country::parse(self.country_code()?).ok()
    }

    /// The standing that follows from the nationality; none for refugees, and where no country is named.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        match self.nationality {
            MrzNationality::Country if self.code == KAZAKHSTAN => Some(Standing::Citizen),
            MrzNationality::Country => Some(Standing::Foreigner),
            MrzNationality::Stateless => Some(Standing::Stateless),
            MrzNationality::Refugee | MrzNationality::Unspecified => None,
        }
    }

    /// The birth date, as far as it is known; without the year nothing is known.
    #[must_use]
    pub const fn birth(&self) -> Birth {
        self.birth
    }

    /// The last day on which the document is valid; none if it does not say so.
    #[must_use]
    pub const fn expires(&self) -> Option<Day> {
        self.expires
    }
}

/// The kind of the document, and its layout for lines of this length.
fn document(lines: &Lines<'_>) -> Result<(MrzLayout, MrzDocument), MrzError> {
    let kind = lines.get(DOCUMENT);
    let card = match kind {
        b"AC" => MrzDocument::CrewCertificate,
        _ => MrzDocument::Card,
    };
    let found = match (lines.width(), lines.first(DOCUMENT)) {
        (PAGE, b'P') => (MrzLayout::Td3, MrzDocument::Passport),
        (PAGE, b'V') => (MrzLayout::MrvA, MrzDocument::Visa),
        (LARGER_CARD, b'V') => (MrzLayout::MrvB, MrzDocument::Visa),
        (LARGER_CARD, b'A' | b'C' | b'I') => (MrzLayout::Td2, card),
        (CARD, b'A' | b'C' | b'I') => (MrzLayout::Td1, card),
        _ => return Err(DOCUMENT.expected(MrzExpected::Document)),
    };
    // The second character is the state's choice; it may be a digit.
    Ok(found)
}

fn must_be_letters(lines: &Lines<'_>, field: Field) -> Result<(), MrzError> {
    match (0..)
        .zip(lines.get(field))
        .find(|(_, character)| character.is_ascii_digit())
    {
        Some((offset, _)) => Err(field.place(offset).expected(MrzExpected::Letter)),
        None => Ok(()),
    }
}

/// Checks the document number. One of more than nine characters has a filler in place of its check digit, and goes on in the
/// optional data: the rest, its check digit, and a filler.
fn check_number(lines: &Lines<'_>, fields: &Fields) -> Result<(), MrzError> {
    let number = fields.number;
    let Some(long) = fields
        .long_number
        .filter(|_| lines.first(number.next()) == b'<')
    else {
        return check(lines, &[number], number.next());
    };
    let goes_on = lines.get(long).split(|each| *each == b'<').next();
    let length = u8::try_from(goes_on.unwrap_or_default().len()).unwrap_or_default();
    match length.checked_sub(1) {
        None => Err(number.next().expected(MrzExpected::Digit)),
        Some(0) => Err(long.place(1).expected(MrzExpected::Digit)),
        Some(length) => {
            let rest = Field { length, ..long };
            check(lines, &[number, rest], rest.next())
        }
    }
}

/// Whether a field and its check digit hold only fillers; the check digit may also be 0.
fn is_blank(lines: &Lines<'_>, field: Field) -> bool {
    lines.get(field).iter().all(|each| *each == b'<')
        && matches!(lines.first(field.next()), b'<' | b'0')
}

/// Reads a date, with its check digit.
fn checked_date(lines: &Lines<'_>, at: Field) -> Result<Date, MrzError> {
    let date = Date::read(lines, at)?;
    check(lines, &[at], at.next())?;
    Ok(date)
}

/// An error unless the digit is the check digit of these fields.
fn check(lines: &Lines<'_>, over: &[Field], digit: Field) -> Result<(), MrzError> {
    let characters = over.iter().flat_map(|field| lines.get(*field)).copied();
    let found = lines.first(digit);
    if !found.is_ascii_digit() {
        return Err(digit.expected(MrzExpected::Digit));
    }
    if found != check_digit(characters) {
        return Err(digit.expected(MrzExpected::CheckDigit));
    }
    Ok(())
}

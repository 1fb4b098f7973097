//! The individual identification number (legal model, section 5).

use core::str::FromStr;

use crate::base::closed_set::closed_set;
use crate::base::day::Day;
use crate::base::error::Error;

closed_set! {
    /// The sex that an IIN hints at.
    pub enum Sex {
        /// Male.
        Male = 1, "male";
        /// Female.
        Female = 2, "female";
    }
}

/// What the digits of an IIN used to mean; for display only.
///
/// Never decide anything by it: since 2013 the parts of the number have no such meaning in law.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hint {
    /// The birth date.
    pub birth: Day,
    /// The sex.
    pub sex: Sex,
}

/// A well-formed IIN: twelve digits, the last of which checks the others.
///
/// A well-formed IIN need not have been issued.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Iin {
    digits: [u8; 12],
}

impl FromStr for Iin {
    type Err = Error;

    /// See [`Iin::parse`].
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text.as_bytes())
    }
}

const WEIGHTS: [u8; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_WEIGHTS: [u8; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

impl Iin {
    /// Reads an IIN of twelve ASCII digits.
    ///
    /// # Errors
    ///
    /// In this order: [`Error::IinLength`] if there are not 12 bytes, [`Error::IinDigit`] if one of
    /// them is not a digit, [`Error::IinUnissuable`] for all zeros or digits that have no check
    /// digit, [`Error::IinCheckDigit`] if the last digit is wrong.
    ///
    /// ```
    /// use kz_rules_core::{Error, Iin};
    ///
    /// assert!(Iin::parse(b"831205408725").is_ok());
    /// assert_eq!(Iin::parse(b"831205408726"), Err(Error::IinCheckDigit));
    /// ```
    pub fn parse(text: &[u8]) -> Result<Self, Error> {
        let digits: [u8; 12] = text.try_into().map_err(|_| Error::IinLength)?;
        if !digits.iter().all(u8::is_ascii_digit) {
            return Err(Error::IinDigit);
        }
        if digits == [b'0'; 12] {
            return Err(Error::IinUnissuable);
        }
        let [body @ .., last] = &digits;
        let check = [WEIGHTS, SECOND_WEIGHTS]
            .iter()
            .map(|weights| remainder(body, weights))
            .find(|check| *check < 10)
            .ok_or(Error::IinUnissuable)?;
        if check != u16::from(value(*last)) {
            return Err(Error::IinCheckDigit);
        }
        Ok(Self { digits })
    }

    /// The twelve ASCII digits.
    #[must_use]
    pub const fn digits(&self) -> &[u8; 12] {
        &self.digits
    }

    /// The birth date and sex that the digits used to mean; none if the seventh is no century, or
    /// the first six are no date. **Never for a decision:** see [`Hint`].
    #[must_use]
    pub fn hint(&self) -> Option<Hint> {
        let [y1, y2, m1, m2, d1, d2, place_seven, ..] = self.digits;
        let (century, sex) = match place_seven {
            b'1' => (1800, Sex::Male),
            b'2' => (1800, Sex::Female),
            b'3' => (1900, Sex::Male),
            b'4' => (1900, Sex::Female),
            b'5' => (2000, Sex::Male),
            b'6' => (2000, Sex::Female),
            _ => return None,
        };
        let year = u16::from(two_digits(y1, y2)).saturating_add(century);
        let birth = Day::new(year, two_digits(m1, m2), two_digits(d1, d2))?;
        Some(Hint { birth, sex })
    }
}

/// The weighted sum of the digits, modulo 11.
fn remainder(digits: &[u8; 11], weights: &[u8; 11]) -> u16 {
    // At most 9 * 66.
    let sum = digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| u16::from(value(*digit)).saturating_mul(u16::from(*weight)))
        .fold(0, u16::saturating_add);
    sum % 11
}

const fn two_digits(tens: u8, ones: u8) -> u8 {
    value(tens).saturating_mul(10).saturating_add(value(ones))
}

const fn value(digit: u8) -> u8 {
    digit.wrapping_sub(b'0')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::day;
    use crate::vectors;

    #[test]
    fn errors_come_in_their_order() {
        assert_eq!(Iin::parse(b""), Err(Error::IinLength));
        assert_eq!(Iin::parse(b"x"), Err(Error::IinLength));
        assert_eq!(Iin::parse(b"00000000000x"), Err(Error::IinDigit));
        assert_eq!(Iin::parse(b"0000000000000"), Err(Error::IinLength));
        assert_eq!(Iin::parse(b"000000000000"), Err(Error::IinUnissuable));
        assert_eq!(Iin::parse(b"000000000001"), Err(Error::IinCheckDigit));
        for not_quite in [b'/', b':', 0, 255] {
            let mut text = *b"831205408725";
            text[3] = not_quite;
            assert_eq!(Iin::parse(&text), Err(Error::IinDigit));
        }
    }

    #[test]
    fn ten_on_the_first_pass_takes_the_second_weights() {
        // 1 * 10 leaves 10; 1 * 1 leaves 1.
        assert!(Iin::parse(b"000000000101").is_ok());
        assert_eq!(Iin::parse(b"000000000100"), Err(Error::IinCheckDigit));
    }

    #[test]
    fn ten_on_both_passes_is_never_issued() {
        // 5 * 2 + 11 * 6 = 76 and 5 * 4 + 2 * 6 = 32: both leave 10.
        for last in b'0'..=b'9' {
            let mut text = *b"050000000060";
            text[11] = last;
            assert_eq!(Iin::parse(&text), Err(Error::IinUnissuable));
        }
    }

    #[test]
    fn no_other_digits_have_more_or_less_than_one_check_digit() {
        for body in (0..100_000_000_u32).step_by(997).skip(1) {
            let mut text = [b'0'; 12];
            let mut rest = body;
            for byte in text.iter_mut().rev().skip(1) {
                *byte = b'0' + u8::try_from(rest % 10).unwrap();
                rest /= 10;
            }
            let answers: [_; 10] = core::array::from_fn(|last| {
                text[11] = b"0123456789"[last];
                Iin::parse(&text)
            });
            let fits = answers.iter().filter(|answer| answer.is_ok()).count();
            let never = answers
                .iter()
                .all(|answer| *answer == Err(Error::IinUnissuable));
            assert!(fits == 1 || never, "{body}");
        }
    }

    #[test]
    fn the_hint_is_birth_and_sex() {
        let hint = Iin::parse(b"831205408725").unwrap().hint().unwrap();
        assert_eq!((hint.birth, hint.sex), (day(1983, 12, 5), Sex::Female));
    }

    #[test]
    fn an_impossible_date_or_century_is_no_hint_and_no_error() {
        let hint = |digits: &[u8; 12]| {
            Iin { digits: *digits }
                .hint()
                .map(|hint| (hint.birth, hint.sex))
        };
        assert_eq!(hint(b"000229500000"), Some((day(2000, 2, 29), Sex::Male)));
        assert_eq!(hint(b"000229300000"), None, "1900 was no leap year");
        assert_eq!(hint(b"990230300000"), None);
        assert_eq!(hint(b"991301300000"), None);
        assert_eq!(hint(b"990001300000"), None);
        assert_eq!(hint(b"990100300000"), None);
        assert_eq!(hint(b"560101200000"), Some((day(1856, 1, 1), Sex::Female)));
        for place_seven in [b'0', b'7', b'8', b'9'] {
            let mut digits = *b"990101000000";
            digits[6] = place_seven;
            assert_eq!(hint(&digits), None);
        }
    }

    #[test]
    fn the_vectors_say_the_same() {
        for vector in vectors::read("iin.csv") {
            let iin = Iin::parse(vector.get("iin").as_bytes()).map_err(vectors::status);
            let answer = iin.map(|iin| {
                let hint = iin.hint();
                [
                    vectors::day_cell(hint.map(|hint| hint.birth)),
                    vectors::cell(hint.map(|hint| hint.sex)),
                ]
                .to_vec()
            });
            vector.assert(&["=birth", "=sex"], answer);
        }
    }

    #[test]
    fn debug_shows_no_digit() {
        let iin = Iin::parse(b"831205408725").unwrap();
        let shown = std::format!("{iin:?} {:?}", iin.hint());
        assert!(!shown.contains(|c: char| c.is_ascii_digit()));
    }
}

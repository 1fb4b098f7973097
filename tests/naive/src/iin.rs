//! The individual identification number: section 5.

use crate::Wrong;
use time::{Date, Month};

/// What the digits of a valid number hint at; it decides nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The date of the first six digits.
    pub birth: Date,
    /// Male, else female.
    pub male: bool,
}

/// Checks a number.
pub fn iin(text: &str) -> Result<Option<Hint>, Wrong> {
    if text.len() != 12 {
        return Err(Wrong::IinLength);
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Wrong::IinDigit);
    }
    let digits: Vec<u32> = text.bytes().map(|byte| u32::from(byte - b'0')).collect();
    if digits.iter().all(|digit| *digit == 0) {
        return Err(Wrong::IinUnissuable);
    }
    let sum = |weights: [u32; 11]| -> u32 {
        let parts = digits.iter().zip(weights);
        parts.map(|(digit, weight)| digit * weight).sum::<u32>() % 11
    };
    let mut check = sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    if check == 10 {
        check = sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]);
    }
    if check == 10 {
        return Err(Wrong::IinUnissuable);
    }
    if check != digits[11] {
        return Err(Wrong::IinCheckDigit);
    }
    Ok(hint(&digits))
}

fn hint(digits: &[u32]) -> Option<Hint> {
    let pair = |at: usize| digits[at] * 10 + digits[at + 1];
    let century = match digits[6] {
        1 | 2 => 1800,
        3 | 4 => 1900,
        5 | 6 => 2000,
        _ => return None,
    };
    let month = Month::try_from(u8::try_from(pair(2)).ok()?).ok()?;
    let day = u8::try_from(pair(4)).ok()?;
    let year = i32::try_from(century + pair(0)).ok()?;
    Some(Hint {
        birth: Date::from_calendar_date(year, month, day).ok()?,
        male: digits[6] % 2 == 1,
    })
}

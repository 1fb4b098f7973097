//! Check digits (part 3, section 4.9).

/// The check digit of characters, as the printed character: their values, weighted 7, 3, 1 in turn, modulo 10.
pub(super) fn check_digit(characters: impl Iterator<Item = u8>) -> u8 {
    let weighted = characters.zip([7u16, 3, 1].into_iter().cycle());
    // At most 90 * 35 * 7.
    let sum = weighted.fold(0u16, |sum, (character, weight)| {
        sum.wrapping_add(value(character).wrapping_mul(weight))
    });
    // Below 10.
    #[allow(clippy::cast_possible_truncation)]
    let remainder = (sum % 10) as u8;
    remainder.wrapping_add(b'0')
}

/// The value of a character: a digit's own, 10 for A, 11 for B and so on, 0 for a filler.
fn value(character: u8) -> u16 {
    match character {
        b'0'..=b'9' => u16::from(character.wrapping_sub(b'0')),
        b'A'..=b'Z' => u16::from(character.wrapping_sub(b'A').wrapping_add(10)),
        _ => 0,
    }
}

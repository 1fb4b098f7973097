//! The checksum of records that are kept or handed on.

/// CRC-32 as Ethernet and zip have it: up to four flipped bits of a record as short as these are found, and so is
/// any burst of up to 32 bits. Without a table: records are short, and flash is dear.
pub(crate) const fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    let mut left = bytes;
    while let [byte, rest @ ..] = left {
        crc ^= *byte as u32;
        let mut bit = 0u8;
        while bit < 8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
            bit = bit.wrapping_add(1);
        }
        left = rest;
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Receipt, Ticket};
    use crate::registration::CASE_BYTES;

    #[test]
    fn it_is_the_one_that_others_compute() {
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn four_flipped_bits_of_a_record_are_found() {
        for size in [CASE_BYTES, Ticket::BYTES, Receipt::BYTES] {
            // What each flipped bit changes: the checksum that is computed, or the one that is kept.
            let body = size - 4;
            let mut bytes = std::vec![0u8; body];
            let whole = crc32(&bytes);
            let mut changes = std::vec::Vec::new();
            for bit in 0..body * 8 {
                bytes[bit / 8] ^= 1 << (bit % 8);
                changes.push(crc32(&bytes) ^ whole);
                bytes[bit / 8] = 0;
            }
            changes.extend((0..32).map(|bit| 1u32 << bit));
            // Up to four that cancel each other out are two different ones or pairs with the same change.
            let mut seen = std::vec::Vec::from([0]);
            for (place, one) in changes.iter().enumerate() {
                seen.push(*one);
                seen.extend(changes[..place].iter().map(|other| one ^ other));
            }
            let all = seen.len();
            seen.sort_unstable();
            seen.dedup();
            assert_eq!(seen.len(), all, "{size} bytes");
        }
    }
}

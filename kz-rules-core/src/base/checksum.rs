//! The checksum of records that are stored or passed on.

/// CRC-32 as in Ethernet and zip. In records as short as these it detects up to four flipped bits, and any burst of up to 32
/// bits. Without a table: records are short, and flash is scarce.
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
    fn it_matches_published_values() {
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    /// The change that a flipped bit makes, by the number of bits after it, including those of the checksum.
    fn syndromes(count: usize) -> std::vec::Vec<u32> {
        // The checksum's own bits come last. Each bit before them makes the change of the next bit, shifted once.
        let step = |of: &u32| Some((of >> 1) ^ (0xEDB8_8320 & (of & 1).wrapping_neg()));
        std::iter::successors(Some(1u32 << 31), step)
            .take(count)
            .collect()
    }

    #[test]
    fn a_syndrome_is_what_a_flipped_bit_changes() {
        let (bytes, all) = ([0u8; 40], syndromes(32 + 40 * 8));
        for bit in 0..40 * 8 {
            let mut flipped = bytes;
            flipped[bit / 8] ^= 1 << (bit % 8);
            let behind = 32 + (40 * 8 - 1 - bit);
            assert_eq!(crc32(&flipped) ^ crc32(&bytes), all[behind], "bit {bit}");
        }
    }

    #[test]
    fn two_flipped_bits_are_found_in_any_pack_and_three_up_to_11454_bytes() {
        // More than any pack of a law has: 256 KiB.
        let all = syndromes(8 * 256 * 1024);
        let mut sorted = all.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert!(sorted.len() == all.len() && sorted[0] != 0, "two bits");
        // Only distances matter, so let the last of three flipped bits be the very last. The first bit that cancels it out
        // together with a nearer one makes the record one bit too long.
        let near = || all.iter().take(100_000).enumerate();
        let place: std::collections::HashMap<u32, usize> =
            near().map(|(place, of)| (*of, place)).collect();
        let first = near().skip(1).find(|(at, of)| {
            let third = place.get(&(*of ^ all[0]));
            third.is_some_and(|third| third < at)
        });
        let (most, _) = first.expect("a longer pack has three");
        assert_eq!(most / 8, 11_454, "bytes with the checksum");
    }

    #[test]
    fn four_flipped_bits_of_a_record_are_found() {
        for size in [CASE_BYTES, Ticket::BYTES, Receipt::BYTES] {
            // What each flipped bit changes: the checksum that is computed, or the one that is stored.
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
            // Up to four cancel out only if two different singles or pairs make the same change.
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

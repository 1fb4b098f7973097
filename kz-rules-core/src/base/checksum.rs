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

    /// What a flipped bit changes, by how many bits stand behind it, those of the checksum included.
    fn syndromes(count: usize) -> std::vec::Vec<u32> {
        // The checksum's own bits come last, and each of those before it changes what the next one does, shifted once.
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
    fn two_flipped_bits_of_any_pack_are_found_and_three_of_one_of_up_to_11454_bytes() {
        // More than any pack of a law has: 256 KiB.
        let all = syndromes(8 * 256 * 1024);
        let mut sorted = all.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert!(sorted.len() == all.len() && sorted[0] != 0, "two bits");
        // Where the last of three stands does not matter, so let it be the last of all. The first that cancels it out with one
        // before it makes that many bits too many.
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

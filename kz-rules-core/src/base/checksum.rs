//! The checksum of records that are kept or handed on.

/// CRC-32 as Ethernet and zip have it: any one to three flipped bits of a short record change it, and
/// so does any burst of up to 32 bits. Without a table: records are short, and flash is dear.
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

    #[test]
    fn it_is_the_one_that_others_compute() {
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }
}

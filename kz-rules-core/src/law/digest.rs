//! The digest of a law: a number that differs when anything that decides differs.

use super::{Rule, Sections};

const OFFSET_BASIS: u64 = 0xCBF2_9CE4_8422_2325;
const PRIME: u64 = 0x0100_0000_01B3;

/// FNV-1a of 64 bits.
const fn bytes(mut digest: u64, mut bytes: &[u8]) -> u64 {
    while let [byte, rest @ ..] = bytes {
        digest = (digest ^ *byte as u64).wrapping_mul(PRIME);
        bytes = rest;
    }
    digest
}

/// The number of rows, then the rows.
const fn table<const N: usize>(digest: u64, rows: &[[u8; N]]) -> u64 {
    // No table has more rows than two bytes count.
    let [low, high, ..] = rows.len().to_le_bytes();
    bytes(bytes(digest, &[low, high]), rows.as_flattened())
}

impl Sections<'_> {
    /// The same law with its digest: FNV-1a of 64 bits over the day up to which the law is known, the ages, the
    /// questions, the duties, and the rows of every other table as they stand in memory, each table preceded by the
    /// number of its rows (2 bytes). It leaves out *Documents*, names, sequence, cases, texts, and the laid-out
    /// years, which follow from the other rows.
    #[must_use]
    pub const fn sealed(mut self) -> Self {
        let mut digest = bytes(
            OFFSET_BASIS,
            &self.known_until.packed().bits().to_le_bytes(),
        );
        digest = bytes(digest, &self.ages);
        let mut questions: &[bool] = &self.questions;
        while let [has, rest @ ..] = questions {
            digest = bytes(digest, &[*has as u8]);
            questions = rest;
        }
        digest = table(digest, self.provisions);
        let mut editions: &[&[[u8; Rule::BYTES]]] = &self.editions;
        while let [rules, rest @ ..] = editions {
            digest = table(digest, rules);
            editions = rest;
        }
        digest = bytes(digest, self.duties.as_flattened());
        digest = table(digest, self.conflicts);
        digest = table(digest, self.cautions);
        digest = table(digest, self.steps);
        digest = table(digest, self.obtained);
        digest = table(digest, self.deadlocks);
        digest = table(digest, self.terms);
        digest = table(digest, self.coverage);
        digest = table(digest, self.grounds);
        digest = table(digest, self.countries);
        digest = table(digest, self.years);
        digest = table(digest, self.holidays);
        digest = table(digest, self.movable_days);
        digest = table(digest, self.transfers);
        self.digest = table(digest, self.clock);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_fnv_1a() {
        // The vectors of the draft of the IETF, draft-eastlake-fnv.
        assert_eq!(bytes(OFFSET_BASIS, b""), OFFSET_BASIS);
        assert_eq!(bytes(OFFSET_BASIS, b"a"), 0xAF63_DC4C_8601_EC8C);
        assert_eq!(bytes(OFFSET_BASIS, b"foobar"), 0x8594_4171_F739_67E8);
    }

    #[test]
    fn the_same_bytes_in_other_rows_have_another_digest() {
        let two = table(OFFSET_BASIS, &[[1, 2], [3, 4]]);
        assert_eq!(two, bytes(OFFSET_BASIS, &[2, 0, 1, 2, 3, 4]));
        assert_ne!(two, table(OFFSET_BASIS, &[[1, 2, 3, 4]]));
    }
}

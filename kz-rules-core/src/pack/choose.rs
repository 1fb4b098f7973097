//! Two slots for packs, and the highest sequence seen: which law to open, and what to write next.
//!
//! A new pack is written over the slot that is not in use, and the sequence over the record that is not the latest: at
//! whatever byte a write is interrupted, the old law or the new one is opened.

use crate::base::checksum::crc32;

/// The size in bytes of a record that stores a sequence.
pub const KEPT_BYTES: usize = 8;

/// The record that stores a sequence: the sequence, then the inverted CRC-32 (ISO-HDLC) of its four bytes, so that memory
/// erased to zeros or ones is not a record.
#[must_use]
pub const fn keep(sequence: u32) -> [u8; KEPT_BYTES] {
    let [a, b, c, d] = sequence.to_le_bytes();
    let [e, f, g, h] = (!crc32(&sequence.to_le_bytes())).to_le_bytes();
    [a, b, c, d, e, f, g, h]
}

/// The sequence that a record stores; none if it was never written, or not to its end.
#[must_use]
pub fn kept(record: &[u8; KEPT_BYTES]) -> Option<u32> {
    let (sequence, checksum) = record.split_first_chunk::<4>()?;
    let is_whole = checksum == (!crc32(sequence)).to_le_bytes();
    is_whole.then_some(u32::from_le_bytes(*sequence))
}

/// What to open, and what to write next. Slots and records are numbered 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct Choice {
    /// The slot whose law decides; none: the built-in law does.
    pub open: Option<u8>,
    /// The slot that the next pack is written to.
    pub write: u8,
    /// The lowest sequence that is accepted: the higher of the argument `at_least` and the highest that is stored.
    pub at_least: u32,
    /// The record that the next sequence is written to.
    pub record: u8,
    /// The sequence to store now, if the law that decides has a higher one than is stored.
    pub keep: Option<u32>,
}

/// Chooses between two slots.
///
/// `slots`: for each slot the sequence of its law; none if it cannot be opened or its [`self_test`](crate::Law::self_test)
/// fails. `records`: the two records of the highest sequence seen. `at_least`: the lowest sequence that is accepted whatever
/// is stored; if the packs follow the built-in law, its [`sequence`](crate::Law::sequence), so that a pack gives way to a
/// newer firmware.
///
/// Call it twice: first without slots, to learn the `at_least` with which to open them; then with them.
///
/// ```
/// use kz_rules_core::{Law, choose, keep};
///
/// let records = [keep(4), keep(3)];
/// let slots = [Some(4), Some(5)];
/// let choice = choose(slots, [&records[0], &records[1]], Law::BUILT_IN.sequence());
/// assert_eq!((choice.open, choice.write), (Some(1), 0));
/// assert_eq!((choice.record, choice.keep), (1, Some(5)));
/// ```
#[must_use]
pub fn choose(slots: [Option<u32>; 2], records: [&[u8; KEPT_BYTES]; 2], at_least: u32) -> Choice {
    let [first_kept, second_kept] = records.map(kept);
    let highest_kept = first_kept.max(second_kept);
    let lowest = highest_kept.unwrap_or(0).max(at_least);
    let [first, second] = slots.map(|slot| slot.filter(|sequence| *sequence >= lowest));
    let (open, write) = match (first, second) {
        (None, None) => (None, 0),
        (first, second) if first >= second => (Some(0), 1),
        _ => (Some(1), 0),
    };
    let decides = first.max(second);
    Choice {
        open,
        write,
        at_least: lowest,
        // The damaged or lower record: the other one still has the highest sequence if this write is interrupted.
        record: u8::from(first_kept > second_kept),
        keep: decides.filter(|sequence| highest_kept.is_none_or(|kept| kept < *sequence)),
    }
}

#[cfg(test)]
mod tests {
    use std::vec::Vec;

    use super::*;

    const BLANK: [u8; KEPT_BYTES] = [0xFF; KEPT_BYTES];

    /// The choice with no other lower limit than what is stored.
    fn choose(slots: [Option<u32>; 2], records: [&[u8; KEPT_BYTES]; 2]) -> Choice {
        super::choose(slots, records, 0)
    }

    #[test]
    fn a_pack_gives_way_to_a_newer_built_in_law() {
        let choice = super::choose([Some(5), None], [&keep(5), &BLANK], 6);
        assert_eq!((choice.open, choice.at_least), (None, 6));
        let choice = super::choose([Some(6), None], [&keep(5), &BLANK], 6);
        assert_eq!((choice.open, choice.keep), (Some(0), Some(6)));
    }

    #[test]
    fn a_device_that_never_saw_a_pack_decides_by_the_built_in_law() {
        let choice = choose([None, None], [&BLANK, &BLANK]);
        assert_eq!((choice.open, choice.write, choice.at_least), (None, 0, 0));
        assert_eq!((choice.record, choice.keep), (0, None));
        assert_eq!(kept(&[0; KEPT_BYTES]), None);
    }

    #[test]
    fn an_older_law_is_never_opened() {
        let choice = choose([Some(3), None], [&keep(4), &BLANK]);
        assert_eq!((choice.open, choice.at_least), (None, 4));
        let choice = choose([Some(3), Some(4)], [&keep(4), &keep(3)]);
        assert_eq!((choice.open, choice.write, choice.keep), (Some(1), 0, None));
    }

    #[test]
    fn a_record_that_is_cut_at_any_byte_leaves_the_highest_sequence_known() {
        for old in [0, 1, 0xFF, 0x0102_0304, u32::MAX - 1] {
            let mut records = [BLANK, keep(old)];
            for new in [old + 1, u32::MAX] {
                let place = usize::from(choose([None, None], [&records[0], &records[1]]).record);
                let before = kept(&records[1 - place]);
                let mut seen = Vec::new();
                for cut in 0..=KEPT_BYTES {
                    let mut cut_off = records;
                    cut_off[place] = BLANK;
                    cut_off[place][..cut].copy_from_slice(&keep(new)[..cut]);
                    let choice = choose([None, Some(new)], [&cut_off[0], &cut_off[1]]);
                    assert_eq!(choice.open, Some(1));
                    assert!(choice.at_least == before.unwrap_or(0) || choice.at_least == new);
                    // Until it is stored, it is still to be stored, in the same place.
                    if choice.keep.is_some() {
                        assert_eq!(usize::from(choice.record), place);
                    }
                    seen.push(choice.at_least);
                }
                assert_eq!(seen.last(), Some(&new));
                records[place] = keep(new);
            }
        }
    }
}

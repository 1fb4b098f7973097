//! Records: what tickets and receipts have in common. Three letters and a version, fields of fixed
//! width, little-endian numbers, and a checksum over all that. The bytes of a case are read as such
//! fields too.
//!
//! The checksum is CRC-32 (ISO-HDLC). It detects any damage within 32 consecutive bits, so every
//! single flipped bit; it does not stop anyone from writing a record of their own.

use super::checksum::crc32;
use super::day::Day;
use super::error::Error;

/// The bytes of a record besides its fields.
pub(crate) const FRAME: usize = 8;

/// A kind of record.
pub(crate) struct Kind {
    /// Three letters, and the version of the layout.
    pub(crate) mark: [u8; 4],
    /// The error for bytes that are not of this kind, cut off, or damaged.
    pub(crate) damaged: Error,
    /// The error for a whole record of another version.
    pub(crate) other_version: Error,
}

impl Kind {
    /// The fields of a record of this kind.
    pub(crate) fn read<'a>(&self, record: &'a [u8]) -> Result<Fields<'a>, Error> {
        let (body, checksum) = record.split_last_chunk().ok_or(self.damaged)?;
        if *checksum != crc32(body).to_le_bytes() {
            return Err(self.damaged);
        }
        let [letters @ .., version] = &self.mark;
        match body.strip_prefix(letters).and_then(<[u8]>::split_first) {
            None => Err(self.damaged),
            Some((other, _)) if other != version => Err(self.other_version),
            Some((_, fields)) => Ok(Fields(fields)),
        }
    }
}

/// A record with this mark, whose size is that of its fields and the frame.
pub(crate) fn write<const N: usize>(mark: [u8; 4], fields: &[&[u8]]) -> [u8; N] {
    let mut record = [0; N];
    let content = mark.iter().chain(fields.iter().copied().flatten());
    debug_assert_eq!(content.clone().count().saturating_add(4), N);
    record
        .iter_mut()
        .zip(content)
        .for_each(|(to, from)| *to = *from);
    if let Some((body, checksum)) = record.split_last_chunk_mut() {
        *checksum = crc32(body).to_le_bytes();
    }
    record
}

/// The fields of a record that are still to be read.
pub(crate) struct Fields<'a>(pub(crate) &'a [u8]);

impl Fields<'_> {
    /// The next `N` bytes, if there are so many.
    pub(crate) fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*bytes)
    }

    /// The next number.
    pub(crate) fn number(&mut self) -> Option<u16> {
        self.bytes().map(u16::from_le_bytes)
    }

    /// The next `N` numbers.
    pub(crate) fn numbers<const N: usize>(&mut self) -> Option<[u16; N]> {
        let mut numbers = [0; N];
        for number in &mut numbers {
            *number = self.number()?;
        }
        Some(numbers)
    }

    /// The next day; none if it does not exist.
    pub(crate) fn day(&mut self) -> Option<Day> {
        let year = self.number()?;
        let [month, day] = self.bytes()?;
        Day::new(year, month, day)
    }

    /// Whether all is read.
    pub(crate) const fn is_end(&self) -> bool {
        self.0.is_empty()
    }
}

/// A day: the year, the month, the day of the month.
pub(crate) const fn day(day: Day) -> [u8; 4] {
    let [low, high] = day.year().to_le_bytes();
    [low, high, day.month(), day.day()]
}

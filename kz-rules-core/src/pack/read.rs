//! The layout: the header, and where the sections lie.

use super::{PACK_FORMAT, PACK_MARK, PACK_VOCABULARY, PackError, PackSection, inconsistent};
use crate::base::day::{Day, PackedDay};
use crate::base::record::Fields;
use crate::base::strings::Strings;
use crate::law::capacity::LAW_NAME;
use crate::law::{MAX_AGES, MAX_QUESTIONS, Sections};

/// The sections that are stored.
const STORED: usize = PackSection::Header as usize - 1;

/// The bytes of the header.
const BYTES: usize = LENGTHS + 4 * STORED;
/// Where the fields stand in it.
const NAME: usize = 32;
const LENGTHS: usize = NAME + LAW_NAME + MAX_AGES + 1;

/// The bytes of a pack, as many as its header says, if this version can read it.
pub(super) fn body(pack: &[u8]) -> Result<&[u8], PackError> {
    let header: &[u8; BYTES] = pack.first_chunk().ok_or(PackError::TooShort)?;
    let mut fields = Fields(header);
    let mut read = || {
        let mark: [u8; 6] = fields.bytes()?;
        let numbers: [u16; 3] = fields.numbers()?;
        let length = fields.bytes().map(u32::from_le_bytes)?;
        Some((mark, numbers, length))
    };
    let (mark, [format, vocabulary, reserved], length) = read().ok_or(PackError::TooShort)?;
    if mark != PACK_MARK {
        return Err(PackError::NotAPack);
    }
    if format != PACK_FORMAT {
        return Err(PackError::Format(format));
    }
    if vocabulary != PACK_VOCABULARY {
        return Err(PackError::Vocabulary(vocabulary));
    }
    let length = usize::try_from(length).map_err(|_| PackError::TooShort)?;
    let pack = pack.get(..length).ok_or(PackError::TooShort)?;
    if reserved == 0 {
        Ok(pack)
    } else {
        Err(inconsistent(PackSection::Header, 0))
    }
}

/// Reads the sections of a pack, in place. The only check is that they fill the pack.
///
/// `content`: all bytes before the checksum.
pub(super) fn sections<'a>(
    content: &'a [u8],
    sections: &mut Sections<'a>,
) -> Result<(), PackError> {
    let wrong = inconsistent(PackSection::Header, 0);
    let mut left = fields(content, sections).ok_or(wrong)?;
    let lengths = content.get(LENGTHS..BYTES).ok_or(wrong)?;
    let (lengths, _) = lengths.as_chunks();
    for (section, length) in PackSection::ALL.iter().zip(lengths) {
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| wrong)?;
        let (bytes, rest) = left.split_at_checked(length).ok_or(wrong)?;
        put(sections, *section, bytes).ok_or(inconsistent(*section, 0))?;
        left = rest;
    }
    if left.is_empty() { Ok(()) } else { Err(wrong) }
}

/// Reads the law's fields in the header, and returns the bytes after it.
fn fields<'a>(content: &'a [u8], sections: &mut Sections<'a>) -> Option<&'a [u8]> {
    let (header, rest) = content.split_at_checked(BYTES)?;
    let mut fields = Fields(header.get(16..)?);
    sections.digest = fields.bytes().map(u64::from_le_bytes)?;
    sections.sequence = fields.bytes().map(u32::from_le_bytes)?;
    sections.known_until = day(fields.bytes().map(u32::from_le_bytes)?)?;
    let _: [u8; LAW_NAME] = fields.bytes()?;
    sections.name = name_of(header.get(NAME..NAME + LAW_NAME)?)?;
    sections.ages = fields.bytes()?;
    let [bits] = fields.bytes()?;
    sections.questions = questions(bits)?;
    Some(rest)
}

/// A name in UTF-8, then zeros.
fn name_of(bytes: &[u8]) -> Option<&str> {
    let length = bytes
        .iter()
        .position(|byte| *byte == 0)
        .unwrap_or(bytes.len());
    let (name, padding) = bytes.split_at_checked(length)?;
    if name.is_empty() || padding.iter().any(|byte| *byte != 0) {
        return None;
    }
    core::str::from_utf8(name).ok()
}

fn day(bits: u32) -> Option<Day> {
    let day = PackedDay::from_bits(bits).day()?;
    Day::new(day.year(), day.month(), day.day()).filter(|real| *real == day)
}

/// For each question, whether the law has it: one bit each.
fn questions(bits: u8) -> Option<[bool; MAX_QUESTIONS]> {
    let questions = [1, 2, 4, 8].map(|bit| bits & bit != 0);
    (bits < 16).then_some(questions)
}

/// The rows in these bytes; none if the last row is cut off.
fn table<const N: usize>(bytes: &[u8]) -> Option<&[[u8; N]]> {
    let (rows, rest) = bytes.as_chunks();
    rest.is_empty().then_some(rows)
}

fn strings(bytes: &[u8]) -> Option<Strings<'_>> {
    core::str::from_utf8(bytes).ok().map(Strings::new)
}

/// Stores the bytes of a section where they belong.
fn put<'a>(sections: &mut Sections<'a>, section: PackSection, bytes: &'a [u8]) -> Option<()> {
    let [edition_1, edition_2, edition_3, edition_4] = &mut sections.editions;
    let [kk, ru, en] = &mut sections.texts;
    match section {
        PackSection::Documents => sections.documents = table(bytes)?,
        PackSection::DocumentTexts => sections.document_texts = strings(bytes)?,
        PackSection::Provisions => sections.provisions = table(bytes)?,
        PackSection::ProvisionTexts => sections.provision_texts = strings(bytes)?,
        PackSection::Names => sections.names = strings(bytes)?,
        PackSection::Edition1 => *edition_1 = table(bytes)?,
        PackSection::Edition2 => *edition_2 = table(bytes)?,
        PackSection::Edition3 => *edition_3 = table(bytes)?,
        PackSection::Edition4 => *edition_4 = table(bytes)?,
        PackSection::Duties => sections.duties = table(bytes)?,
        PackSection::Conflicts => sections.conflicts = table(bytes)?,
        PackSection::Cautions => sections.cautions = table(bytes)?,
        PackSection::Steps => sections.steps = table(bytes)?,
        PackSection::Obtained => sections.obtained = table(bytes)?,
        PackSection::Deadlocks => sections.deadlocks = table(bytes)?,
        PackSection::Terms => sections.terms = table(bytes)?,
        PackSection::Coverage => sections.coverage = table(bytes)?,
        PackSection::Grounds => sections.grounds = table(bytes)?,
        PackSection::Countries => sections.countries = table(bytes)?,
        PackSection::Years => sections.years = table(bytes)?,
        PackSection::LaidOut => sections.laid_out = table(bytes)?,
        PackSection::Holidays => sections.holidays = table(bytes)?,
        PackSection::MovableDays => sections.movable_days = table(bytes)?,
        PackSection::Transfers => sections.transfers = table(bytes)?,
        PackSection::Clock => sections.clock = table(bytes)?,
        PackSection::Cases => sections.cases = table(bytes)?,
        PackSection::TextsKk => *kk = strings(bytes)?,
        PackSection::TextsRu => *ru = strings(bytes)?,
        PackSection::TextsEn => *en = strings(bytes)?,
        PackSection::Header => return None,
    }
    Some(())
}

//! A law as the bytes of a pack: `docs/pack.md` describes them.

use kz_rules_core::{
    Day, PACK_FORMAT, PACK_MARK, PACK_SIGNATURE_BYTES, PACK_VOCABULARY, PackSection, Sections,
};

/// Where the name and the lengths of the sections are.
const NAME: usize = 32;
const LENGTHS: usize = 68;
const STORED: usize = PackSection::Header as usize - 1;

/// The bytes of a section.
fn section<'a>(law: &Sections<'a>, section: PackSection) -> &'a [u8] {
    use PackSection as S;
    let [edition_1, edition_2, edition_3, edition_4] = law.editions;
    let [kk, ru, en] = law.texts;
    match section {
        S::Documents => law.documents.as_flattened(),
        S::DocumentTexts => law.document_texts.as_bytes(),
        S::Provisions => law.provisions.as_flattened(),
        S::ProvisionTexts => law.provision_texts.as_bytes(),
        S::Names => law.names.as_bytes(),
        S::Edition1 => edition_1.as_flattened(),
        S::Edition2 => edition_2.as_flattened(),
        S::Edition3 => edition_3.as_flattened(),
        S::Edition4 => edition_4.as_flattened(),
        S::Duties => law.duties.as_flattened(),
        S::Conflicts => law.conflicts.as_flattened(),
        S::Cautions => law.cautions.as_flattened(),
        S::Steps => law.steps.as_flattened(),
        S::Obtained => law.obtained.as_flattened(),
        S::Deadlocks => law.deadlocks.as_flattened(),
        S::Terms => law.terms.as_flattened(),
        S::Coverage => law.coverage.as_flattened(),
        S::Grounds => law.grounds.as_flattened(),
        S::Countries => law.countries.as_flattened(),
        S::Years => law.years.as_flattened(),
        S::LaidOut => law.laid_out.as_flattened(),
        S::Holidays => law.holidays.as_flattened(),
        S::MovableDays => law.movable_days.as_flattened(),
        S::Transfers => law.transfers.as_flattened(),
        S::Clock => law.clock.as_flattened(),
        S::Cases => law.cases.as_flattened(),
        S::TextsKk => kk.as_bytes(),
        S::TextsRu => ru.as_bytes(),
        S::TextsEn => en.as_bytes(),
        S::Header => &[],
    }
}

/// The day as in rows: its bits have the order of days.
fn packed(day: Day) -> u32 {
    u32::from(day.year()) << 10 | u32::from(day.month()) << 6 | u32::from(day.day())
}

/// A pack without its signature: the bytes to sign.
///
/// None if the law is larger than a pack can be.
#[must_use]
pub fn unsigned(law: &Sections<'_>) -> Option<Vec<u8>> {
    let sections = || {
        PackSection::ALL
            .iter()
            .take(STORED)
            .map(|which| section(law, *which))
    };
    let content: usize = sections().map(<[u8]>::len).sum();
    let length = LENGTHS + 4 * STORED + content + 4 + PACK_SIGNATURE_BYTES;
    let mut pack = Vec::with_capacity(length);
    pack.extend(PACK_MARK);
    for number in [PACK_FORMAT, PACK_VOCABULARY, 0] {
        pack.extend(number.to_le_bytes());
    }
    pack.extend(u32::try_from(length).ok()?.to_le_bytes());
    pack.extend(law.digest.to_le_bytes());
    pack.extend(law.sequence.to_le_bytes());
    pack.extend(packed(law.known_until).to_le_bytes());
    pack.extend(law.name.bytes());
    pack.resize(NAME + kz_rules_core::LAW_NAME_BYTES, 0);
    pack.extend(law.ages);
    let questions = law.questions.iter().rev();
    pack.push(questions.fold(0, |bits, has| bits << 1 | u8::from(*has)));
    for section in sections() {
        pack.extend(u32::try_from(section.len()).ok()?.to_le_bytes());
    }
    for section in sections() {
        pack.extend(section);
    }
    pack.extend(checksum(&pack).to_le_bytes());
    Some(pack)
}

/// CRC-32 as in Ethernet and zip.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

/// The name of the law in a pack; none if there are too few bytes or the name is not valid UTF-8. Nothing else of the
/// pack is checked.
#[must_use]
pub fn name(pack: &[u8]) -> Option<&str> {
    let name = pack.get(NAME..NAME + kz_rules_core::LAW_NAME_BYTES)?;
    let name = name.split(|byte| *byte == 0).next()?;
    std::str::from_utf8(name).ok()
}

//! A law that a device loads: a pack is one block of bytes that is read in place.
//!
//! `docs/pack.md` describes the format byte by byte. Everything in a pack is checked once, when it is opened. So no pack,
//! however malformed, can make the library panic, loop or read outside the block, and deciding is as fast as with the
//! built-in law.

mod bounds;
mod check;
mod choose;
mod read;
mod self_test;

pub use choose::{Choice, KEPT_BYTES, choose, keep, kept};

use core::fmt;

use crate::base::checksum::crc32;
use crate::base::closed_set::closed_set;
use crate::law::{Law, Sections};

/// The first bytes of a pack.
pub const PACK_MARK: [u8; 6] = *b"KZ-LAW";
/// The version of the layout.
pub const PACK_FORMAT: u16 = 1;
/// The version of the vocabulary: the facts, their values and everything else that rows refer to by number. A pack with
/// another vocabulary is refused.
pub const PACK_VOCABULARY: u16 = 1;
/// The bytes of the signature, with which a pack ends: Ed25519 (RFC 8032) over all bytes before it.
pub const PACK_SIGNATURE_BYTES: usize = 64;

closed_set! {
    /// A section of a pack: first the stored sections, in their order.
    pub enum PackSection {
        /// *Documents*.
        Documents = 1, "documents";
        /// For each document, the identifier and the title.
        DocumentTexts = 2, "document_texts";
        /// *Provisions*.
        Provisions = 3, "provisions";
        /// For each provision, the identifier, the place and the substance.
        ProvisionTexts = 4, "provision_texts";
        /// The identifiers of the four questions, and the names of the editions.
        Names = 5, "names";
        /// *Edition 1*.
        Edition1 = 6, "edition_1";
        /// *Edition 2*.
        Edition2 = 7, "edition_2";
        /// *Edition 3*.
        Edition3 = 8, "edition_3";
        /// *Edition 4*.
        Edition4 = 9, "edition_4";
        /// The duties of the four editions.
        Duties = 10, "duties";
        /// *Conflicts*.
        Conflicts = 11, "conflicts";
        /// *Cautions*.
        Cautions = 12, "cautions";
        /// *Steps*.
        Steps = 13, "steps";
        /// *Where a document is obtained*.
        Obtained = 14, "obtained";
        /// *What a deadlock rests on*.
        Deadlocks = 15, "deadlocks";
        /// *Terms*.
        Terms = 16, "terms";
        /// *Who is covered*.
        Coverage = 17, "coverage";
        /// *Grounds for refusal*.
        Grounds = 18, "grounds";
        /// *Countries*.
        Countries = 19, "countries";
        /// *Years*.
        Years = 20, "years";
        /// The laid-out years.
        LaidOut = 21, "laid_out";
        /// *Holidays*.
        Holidays = 22, "holidays";
        /// *Movable days*.
        MovableDays = 23, "movable_days";
        /// *Transfers*.
        Transfers = 24, "transfers";
        /// *Clock*.
        Clock = 25, "clock";
        /// The cases of the law's lawyer.
        Cases = 26, "cases";
        /// The texts in Kazakh.
        TextsKk = 27, "texts_kk";
        /// The texts in Russian.
        TextsRu = 28, "texts_ru";
        /// The texts in English.
        TextsEn = 29, "texts_en";
        /// The header: name, sequence, days, ages, questions, digest, lengths.
        Header = 30, "header";
    }
}

/// Why a pack is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum PackError {
    /// There are fewer bytes than the pack needs.
    TooShort,
    /// The bytes do not start with [`PACK_MARK`].
    NotAPack,
    /// The layout has another version: this one.
    Format(u16),
    /// The vocabulary has another version: this one.
    Vocabulary(u16),
    /// The checksum does not match the bytes.
    Checksum,
    /// The verifier does not accept the signature.
    Signature,
    /// The law has another name.
    OtherLaw,
    /// The law's sequence, given here, is lower than the lowest that is accepted.
    Older(u32),
    /// The contents are impossible in a law.
    Inconsistent {
        /// The section.
        section: PackSection,
        /// The row or text, from 1; 0: the section as a whole.
        row: u16,
    },
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort => f.write_str("the pack is cut off"),
            Self::NotAPack => f.write_str("not a pack"),
            Self::Format(format) => write!(f, "a pack of format {format}"),
            Self::Vocabulary(number) => write!(f, "a pack of vocabulary {number}"),
            Self::Checksum => f.write_str("the checksum is wrong"),
            Self::Signature => f.write_str("the signature is wrong"),
            Self::OtherLaw => f.write_str("a law of another name"),
            Self::Older(sequence) => write!(f, "an older law: its sequence is {sequence}"),
            Self::Inconsistent { section, row: 0 } => write!(f, "inconsistent: {section}"),
            Self::Inconsistent { section, row } => write!(f, "inconsistent: {section}, row {row}"),
        }
    }
}

impl core::error::Error for PackError {}

/// The laws that are accepted: those with a name, from a sequence on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct AtLeast<'n> {
    /// The name.
    pub name: &'n str,
    /// The lowest sequence: see [`Choice::at_least`](crate::Choice::at_least).
    pub sequence: u32,
}

impl AtLeast<'static> {
    /// The laws that may replace the built-in one: those with its name, from a sequence on.
    #[must_use]
    pub const fn of_built_in(sequence: u32) -> Self {
        Self {
            name: Law::BUILT_IN.name(),
            sequence,
        }
    }
}

impl<'a> Law<'a> {
    /// Opens a pack: `let sections = Law::open(…)?; let law = Law::from(&sections);`. Other bytes may follow the pack, as
    /// in a region of flash; they are ignored.
    ///
    /// `verify`: whether a signature (64 bytes, Ed25519) of a message is valid under the key that the caller trusts.
    ///
    /// The number of steps is bounded: see `docs/pack.md`.
    ///
    /// # Errors
    ///
    /// In this order: [`PackError::TooShort`], [`PackError::NotAPack`], [`PackError::Format`],
    /// [`PackError::Vocabulary`], [`PackError::TooShort`] again if the pack says that it is longer,
    /// [`PackError::Checksum`], [`PackError::Signature`], [`PackError::OtherLaw`], [`PackError::Older`],
    /// [`PackError::Inconsistent`].
    pub fn open(
        pack: &'a [u8],
        verify: impl FnOnce(&[u8], &[u8; PACK_SIGNATURE_BYTES]) -> bool,
        at_least: AtLeast<'_>,
    ) -> Result<Sections<'a>, PackError> {
        let mut sections = Sections::EMPTY;
        Self::open_into(pack, verify, at_least, &mut sections)?;
        Ok(sections)
    }

    /// The same, without a copy of the sections on the stack. After an error they must not be used.
    ///
    /// # Errors
    ///
    /// Those of [`Law::open`].
    #[doc(hidden)]
    pub fn open_into(
        pack: &'a [u8],
        verify: impl FnOnce(&[u8], &[u8; PACK_SIGNATURE_BYTES]) -> bool,
        at_least: AtLeast<'_>,
        sections: &mut Sections<'a>,
    ) -> Result<(), PackError> {
        let body = read::body(pack)?;
        let (signed, signature) = body.split_last_chunk().ok_or(PackError::TooShort)?;
        let content = without_checksum(signed)?;
        if !verify(signed, signature) {
            return Err(PackError::Signature);
        }
        read::sections(content, sections)?;
        if sections.name != at_least.name {
            return Err(PackError::OtherLaw);
        }
        if sections.sequence < at_least.sequence {
            return Err(PackError::Older(sections.sequence));
        }
        check::check(sections)?;
        bounds::check(sections)
    }

    /// Opens a pack whose signature was already verified: by secure boot, whose signature covers the pack, or when it was
    /// received. The pack's own signature is ignored. Everything else is as for [`Law::open`].
    ///
    /// # Errors
    ///
    /// Those of [`Law::open`], except [`PackError::Signature`].
    pub fn open_already_verified(
        pack: &'a [u8],
        at_least: AtLeast<'_>,
    ) -> Result<Sections<'a>, PackError> {
        Self::open(pack, |_, _| true, at_least)
    }
}

/// The bytes before the checksum, if it matches them.
fn without_checksum(signed: &[u8]) -> Result<&[u8], PackError> {
    let (content, checksum) = signed.split_last_chunk().ok_or(PackError::TooShort)?;
    if crc32(content) == u32::from_le_bytes(*checksum) {
        Ok(content)
    } else {
        Err(PackError::Checksum)
    }
}

/// An error in a section as a whole, or in a row of it, from 1.
const fn inconsistent(section: PackSection, row: u16) -> PackError {
    PackError::Inconsistent { section, row }
}

// An opened law in C has 512 bytes, including a mark that it is opened.
const _: () = assert!(size_of::<Sections<'_>>() <= 504);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::*;
    use crate::law::*;

    /// Changing a word or its number changes what packs mean: raise [`PACK_VOCABULARY`], and then update this number.
    #[test]
    fn the_vocabulary_is_that_of_its_number() {
        let sets = [
            Fact::NAMES,
            Occasion::NAMES,
            Standing::NAMES,
            AgeBand::NAMES,
            Answer::NAMES,
            Action::NAMES,
            VisaChannel::NAMES,
            Location::NAMES,
            Obligation::NAMES,
            DocumentKind::NAMES,
            Duty::NAMES,
            Carrier::NAMES,
            Step::NAMES,
            Goal::NAMES,
            Term::NAMES,
            Unit::NAMES,
            FirstDay::NAMES,
            DecidedBy::NAMES,
            Covered::NAMES,
            StayRegime::NAMES,
            ToldTreaty::NAMES,
            Procedure::NAMES,
            Finding::NAMES,
            Cure::NAMES,
            Certainty::NAMES,
            Reason::NAMES,
            Zone::NAMES,
        ];
        let words: std::vec::Vec<_> = sets.iter().map(|names| names.join(" ")).collect();
        assert_eq!(
            (PACK_VOCABULARY, crc32(words.join("\n").as_bytes())),
            (1, 1_753_532_005)
        );
    }
}

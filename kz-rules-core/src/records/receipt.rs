//! The receipt: the record of a decision for audit (legal model, section 4).

use crate::base::day::Day;
use crate::base::error::Error;
use crate::base::record::{self, FRAME, Fields, Kind};
use crate::base::set::Set;
use crate::decide::{Person, Settings, Walk};
use crate::facts::{AgeReading, Fact, Facts, Region};
use crate::law::{Edition, Law, MAX_BASIS, Obligation};

/// A version of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Version {
    /// The first of its numbers.
    pub major: u16,
    /// The second.
    pub minor: u16,
    /// The third.
    pub patch: u16,
}

impl Version {
    /// The version of this library.
    pub const THIS: Self = Self {
        major: number(env!("CARGO_PKG_VERSION_MAJOR")),
        minor: number(env!("CARGO_PKG_VERSION_MINOR")),
        patch: number(env!("CARGO_PKG_VERSION_PATCH")),
    };

    fn fields(self) -> [u8; 6] {
        let [a, b] = self.major.to_le_bytes();
        let [c, d] = self.minor.to_le_bytes();
        let [e, f] = self.patch.to_le_bytes();
        [a, b, c, d, e, f]
    }
}

#[allow(clippy::panic)] // evaluated at compile time only
const fn number(digits: &str) -> u16 {
    match u16::from_str_radix(digits, 10) {
        Ok(number) => number,
        Err(_) => panic!("cargo gives numbers"),
    }
}

/// The most bytes of a law's name.
pub const LAW_NAME_BYTES: usize = crate::law::capacity::LAW_NAME;

/// A receipt: what was decided on which day, from which facts, by which library and law.
///
/// It holds no birth date, only the age bands that were possible on the day of the decision, and no `holds_until`, from which a
/// birth date could be derived. Still, receipts of one person on successive days narrow down the birthday: the first with
/// another age band reveals it. Keep one receipt a person, and store nothing beside it that identifies the person, such as an
/// IIN.
///
/// # Layout
///
/// Numbers are little-endian. A day is a year (2 bytes), a month and a day of the month; a set is two bytes, in which bit `n`
/// is the value numbered `n + 1`.
///
/// | bytes | what they hold |
/// |---|---|
/// | 0-2 | the letters `KZR` |
/// | 3 | the version of the layout, 2 |
/// | 4-9 | the version of the library: three numbers of 2 bytes |
/// | 10-41 | the name of the law in UTF-8, then zeros |
/// | 42-45 | its sequence |
/// | 46-53 | its digest |
/// | 54-57 | the day up to which it was known |
/// | 58-61 | the day of the decision |
/// | 62, 63 | the numbers of the edition and of the age reading |
/// | 64-87 | the facts, each as the set of values that were possible: as below |
/// | 88-89 | the possible obligations, a set |
/// | 90-153 | the basis: up to 32 numbers of provisions, in the order of the table, then zeros |
/// | 154-157 | CRC-32 (ISO-HDLC) of the bytes before |
///
/// The facts are, in this order: occasion, standing, age band, fingerprinted, action, visa channel, permanent resident, held at
/// commencement, question 1 to 4.
///
/// The checksum detects damage, including every flipped bit; it proves nothing about who wrote the receipt.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    library: Version,
    law: LawUsed,
    on: Day,
    settings: Settings,
    /// What the facts left possible.
    facts: Region,
    decision: Decision,
}

/// The law under which a decision was made.
#[derive(Clone, Copy, PartialEq, Eq)]
struct LawUsed {
    name: [u8; LAW_NAME_BYTES],
    sequence: u32,
    digest: u64,
    known_until: Day,
}

impl LawUsed {
    fn of(law: Law<'_>) -> Self {
        let mut name = [0; LAW_NAME_BYTES];
        // No law has a longer name: the law compiler refuses it.
        for (to, from) in name.iter_mut().zip(law.name().bytes()) {
            *to = from;
        }
        Self {
            name,
            sequence: law.sequence(),
            digest: law.digest(),
            known_until: law.known_until(),
        }
    }
}

/// A decision by its numbers, which may be those of another library or law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
struct Decision {
    obligations: u16,
    basis: [u16; MAX_BASIS],
}

impl Decision {
    /// What the rows of an edition lead to.
    fn of(law: Law<'_>, on: Day, region: Region, edition: Edition) -> Result<Self, Error> {
        let rules = law.rules(edition)?;
        let mut taken = [None; MAX_BASIS];
        let mut obligations = Set::EMPTY;
        let mut walk = Walk::new(rules, on, region);
        while let Some(part) = walk.next()? {
            obligations.insert(part.rule.obligation());
            if let Some(row) = taken.get_mut(part.row) {
                *row = Some(part.rule.basis());
            }
        }
        let mut basis = [0; MAX_BASIS];
        for provision in taken.into_iter().flatten() {
            let number = provision.number();
            // Each once; the first free place ends the search.
            if let Some(place) = basis
                .iter_mut()
                .find(|known| **known == 0 || **known == number)
            {
                *place = number;
            }
        }
        #[allow(clippy::cast_possible_truncation)] // five obligations
        Ok(Self {
            obligations: obligations.bits() as u16,
            basis,
        })
    }
}

/// What has changed since a receipt was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct Verification {
    /// Whether the facts in the receipt still lead to the same obligations on the same basis.
    pub same: bool,
    /// Whether another version of the library wrote it.
    pub library_changed: bool,
    /// Whether it was decided under another law: [`Receipt::law_name`], [`Receipt::law_sequence`] and [`Receipt::law_digest`]
    /// say which.
    pub law_changed: bool,
    /// The obligations that are possible now.
    pub obligations: Set<Obligation>,
}

const KIND: Kind = Kind {
    mark: *b"KZR\x02",
    damaged: Error::ReceiptDamaged,
    other_version: Error::ReceiptVersion,
};

impl Law<'_> {
    /// Decides, and records what the decision rests on.
    ///
    /// # Errors
    ///
    /// Those of [`Law::assess`].
    ///
    /// ```
    /// use kz_rules_core::{Day, Facts, Law, Receipt, Settings, Standing};
    ///
    /// let law = Law::BUILT_IN;
    /// let facts = Facts::default().standing(Standing::Foreigner).born(Day::new(1990, 5, 17).unwrap());
    /// let receipt = law.issue_receipt(Day::new(2026, 11, 22).unwrap(), &facts, Settings::default())?;
    /// let read = Receipt::read(&receipt.to_bytes())?;
    /// assert!(law.verify_receipt(&read)?.same);
    /// # Ok::<(), kz_rules_core::Error>(())
    /// ```
    pub fn issue_receipt(
        self,
        on: Day,
        facts: &Facts,
        settings: Settings,
    ) -> Result<Receipt, Error> {
        let region = Person::of(self, on, facts, settings)?.region_on(on);
        Ok(Receipt {
            library: Version::THIS,
            law: LawUsed::of(self),
            on,
            settings,
            facts: region,
            decision: Decision::of(self, on, region, settings.edition)?,
        })
    }

    /// Decides again from the facts in a receipt, under this law, and compares the result.
    ///
    /// # Errors
    ///
    /// [`Error::ReceiptFalse`] if the result differs though neither library nor law has changed: then this decision was never
    /// made. [`Error::EditionUnknown`] if this law has no such edition, [`Error::LawIncomplete`] if no row of it takes the
    /// person.
    pub fn verify_receipt(self, receipt: &Receipt) -> Result<Verification, Error> {
        let edition = receipt.settings.edition;
        let decision = Decision::of(self, receipt.on, receipt.facts, edition)?;
        let verification = Verification {
            same: decision == receipt.decision,
            library_changed: receipt.library != Version::THIS,
            law_changed: receipt.law != LawUsed::of(self),
            obligations: Set::from_bits(decision.obligations.into()),
        };
        if !(verification.same || verification.library_changed || verification.law_changed) {
            return Err(Error::ReceiptFalse);
        }
        Ok(verification)
    }
}

impl Receipt {
    /// The size of a receipt in bytes.
    pub const BYTES: usize = FRAME + 150;

    /// The receipt as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; Self::BYTES] {
        let settings = [
            self.settings.edition.number(),
            self.settings.age_reading.code(),
        ];
        let mut facts = [[0; 2]; Fact::OF_PERSON];
        for (to, (_, mask)) in facts.iter_mut().zip(Region::facts()) {
            #[allow(clippy::cast_possible_truncation)] // no fact has more than 15 values
            {
                *to = (self.facts.values_in(mask) as u16).to_le_bytes();
            }
        }
        let basis = self.decision.basis.map(u16::to_le_bytes);
        let fields: [&[u8]; 10] = [
            &self.library.fields(),
            &self.law.name,
            &self.law.sequence.to_le_bytes(),
            &self.law.digest.to_le_bytes(),
            &record::day(self.law.known_until),
            &record::day(self.on),
            &settings,
            facts.as_flattened(),
            &self.decision.obligations.to_le_bytes(),
            basis.as_flattened(),
        ];
        record::write(KIND.mark, &fields)
    }

    /// Reads a receipt.
    ///
    /// # Errors
    ///
    /// [`Error::ReceiptDamaged`] for bytes that are not a receipt: cut off, damaged, or with impossible contents;
    /// [`Error::ReceiptVersion`] for one of another version of the layout; [`Error::ReceiptUnknown`] for one with a value of a
    /// fact or setting that this library does not know.
    pub fn read(receipt: &[u8]) -> Result<Self, Error> {
        let mut fields = KIND.read(receipt)?;
        let raw = Raw::read(&mut fields).ok_or(Error::ReceiptDamaged)?;
        let [edition, age_reading] = raw.settings;
        if !is_padded_text(&raw.law.name) {
            return Err(Error::ReceiptDamaged);
        }
        let mut facts = Region::ALL;
        for ((_, mask), values) in Region::facts().zip(raw.facts) {
            if values == 0 {
                return Err(Error::ReceiptDamaged);
            }
            facts = facts.with_in(mask, values.into());
            if facts.values_in(mask) != u32::from(values) {
                return Err(Error::ReceiptUnknown);
            }
        }
        Ok(Self {
            library: raw.library,
            law: raw.law,
            on: raw.on,
            settings: Settings {
                edition: Edition::new(edition),
                age_reading: AgeReading::from_code(age_reading).ok_or(Error::ReceiptUnknown)?,
            },
            facts,
            decision: raw.decision,
        })
    }

    /// The version of the library that decided.
    #[must_use]
    pub const fn library(&self) -> Version {
        self.library
    }

    /// The name of the law under which it decided.
    #[must_use]
    pub fn law_name(&self) -> &str {
        let text = self.law.name.split(|byte| *byte == 0).next();
        text.and_then(|text| core::str::from_utf8(text).ok())
            .unwrap_or_default()
    }

    /// The sequence of that law.
    #[must_use]
    pub const fn law_sequence(&self) -> u32 {
        self.law.sequence
    }

    /// The digest of that law.
    #[must_use]
    pub const fn law_digest(&self) -> u64 {
        self.law.digest
    }

    /// The day up to which that law was known.
    #[must_use]
    pub const fn law_known_until(&self) -> Day {
        self.law.known_until
    }

    /// The day of the decision.
    #[must_use]
    pub const fn on(&self) -> Day {
        self.on
    }

    /// How the question was asked.
    #[must_use]
    pub const fn settings(&self) -> Settings {
        self.settings
    }

    /// The obligations that were possible. One that only a later library knows is not among them.
    #[must_use]
    pub fn obligations(&self) -> Set<Obligation> {
        let known = Obligation::set(Obligation::ALL).bits();
        Set::from_bits(u32::from(self.decision.obligations) & known)
    }
}

/// Personal data: the facts are not shown.
impl core::fmt::Debug for Receipt {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Receipt")
            .field("library", &self.library)
            .field("law", &self.law_name())
            .field("sequence", &self.law.sequence)
            .field("on", &self.on)
            .field("settings", &self.settings)
            .field("obligations", &self.obligations())
            .finish_non_exhaustive()
    }
}

/// Whether the bytes are a text in UTF-8 that is not empty, then zeros.
fn is_padded_text(bytes: &[u8; LAW_NAME_BYTES]) -> bool {
    let mut pieces = bytes.splitn(2, |byte| *byte == 0);
    let text = pieces.next().unwrap_or_default();
    let rest = pieces.next().unwrap_or_default();
    !text.is_empty() && core::str::from_utf8(text).is_ok() && rest.iter().all(|byte| *byte == 0)
}

/// The fields of a receipt, as they stand there.
struct Raw {
    library: Version,
    law: LawUsed,
    on: Day,
    settings: [u8; 2],
    facts: [u16; Fact::OF_PERSON],
    decision: Decision,
}

impl Raw {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let raw = Self {
            library: Version {
                major: fields.number()?,
                minor: fields.number()?,
                patch: fields.number()?,
            },
            law: LawUsed {
                name: fields.bytes()?,
                sequence: fields.bytes().map(u32::from_le_bytes)?,
                digest: fields.bytes().map(u64::from_le_bytes)?,
                known_until: fields.day()?,
            },
            on: fields.day()?,
            settings: fields.bytes()?,
            facts: fields.numbers()?,
            decision: Decision {
                obligations: fields.number()?,
                basis: fields.numbers()?,
            },
        };
        fields.is_end().then_some(raw)
    }
}

#[cfg(test)]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may panic"
)]
mod tests {
    use super::*;
    use crate::facts::{Action, Occasion, Standing};
    use crate::law::day;

    const DAY: Day = day(2024, 6, 1);

    fn visitor() -> Facts {
        Facts::default()
            .standing(Standing::Foreigner)
            .born(day(2008, 5, 17))
            .occasion(Set::from_iter([Occasion::Visa, Occasion::Other]))
            .action(Action::FirstIssue)
            .fingerprinted(false)
    }

    fn receipt() -> Receipt {
        Law::BUILT_IN
            .issue_receipt(DAY, &visitor(), Settings::default())
            .unwrap()
    }

    #[test]
    fn a_receipt_is_these_bytes() {
        let receipt = Receipt {
            library: Version {
                major: 1,
                minor: 0x203,
                patch: 4,
            },
            law: LawUsed {
                digest: 0x1122_3344_5566_7788,
                ..LawUsed::of(Law::BUILT_IN)
            },
            ..receipt()
        };
        let bytes = receipt.to_bytes();
        let expected = [
            &b"KZR\x02"[..],
            &[1, 0, 3, 2, 4, 0],
            b"kazakhstan",
            &[0; 22],
            &[1, 0, 0, 0],
            &[0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11],
            &[0xE9, 7, 11, 19],
            &[0xE8, 7, 6, 1],
            &[1, 1],
            &[0b0000_0000, 0b0010_0100], // visa, other
            &[0b010, 0],
            &[0b100, 0], // from 16, and no birth date
            &[0b10, 0],
            &[0b00001, 0],
            &[0b1111, 0],
            &[0b11, 0],
            &[0b11, 0],
            &[0b11, 0, 0b11, 0, 0b11, 0, 0b11, 0], // the questions
            &[0b01101, 0],                         // mandatory, not required, suspended
            &[4, 0, 12, 0, 10, 0],
            &[0; 58],
        ]
        .concat();
        assert_eq!(bytes[..154], expected);
    }

    #[test]
    fn written_records_are_read_back() {
        let receipt = receipt();
        let read = Receipt::read(&receipt.to_bytes()).unwrap();
        assert_eq!(read, receipt);
        assert_eq!((read.on(), read.settings()), (DAY, Settings::default()));
        let expected = [
            Obligation::Mandatory,
            Obligation::NotRequired,
            Obligation::Suspended,
        ];
        assert_eq!(read.obligations(), Set::from_iter(expected));
        assert_eq!(read.library(), Version::THIS);
        assert_eq!((read.law_name(), read.law_sequence()), ("kazakhstan", 1));
        assert_eq!(read.law_known_until(), day(2025, 11, 19));
    }

    #[test]
    fn only_the_age_band_of_a_birth_date_is_kept() {
        let with = |birth: Day| {
            Law::BUILT_IN
                .issue_receipt(DAY, &visitor().born(birth), Settings::default())
                .unwrap()
        };
        let expected = with(day(1950, 1, 1)).to_bytes();
        assert_eq!(with(day(2008, 6, 1)).to_bytes(), expected);
        assert_ne!(with(day(2008, 6, 2)).to_bytes(), expected);
    }

    #[test]
    fn circumstances_are_not_kept_in_a_receipt() {
        let here = visitor().location(crate::Location::Abroad).has_iin(true);
        let receipt = Law::BUILT_IN
            .issue_receipt(DAY, &here, Settings::default())
            .unwrap();
        assert_eq!(receipt.to_bytes(), self::receipt().to_bytes());
    }

    #[test]
    fn an_untouched_receipt_comes_out_the_same() {
        let expected = Verification {
            same: true,
            library_changed: false,
            law_changed: false,
            obligations: receipt().obligations(),
        };
        assert_eq!(Law::BUILT_IN.verify_receipt(&receipt()), Ok(expected));
    }

    #[test]
    fn changes_since_are_named() {
        let then = receipt();
        let changed = |receipt: Receipt| {
            let read = Receipt::read(&receipt.to_bytes()).unwrap();
            let found = Law::BUILT_IN.verify_receipt(&read).unwrap();
            (found.same, found.library_changed, found.law_changed)
        };
        let library = Version {
            patch: 999,
            ..Version::THIS
        };
        let other_decision = Decision {
            obligations: 2,
            ..then.decision
        };
        assert_eq!(changed(Receipt { library, ..then }), (true, true, false));
        let decision = other_decision;
        assert_eq!(
            changed(Receipt {
                library,
                decision,
                ..then
            }),
            (false, true, false)
        );
        let used = |change: fn(&mut LawUsed)| {
            let mut law = then.law;
            change(&mut law);
            law
        };
        for law in [
            used(|law| law.known_until = day(2024, 1, 1)),
            used(|law| law.sequence += 1),
            used(|law| law.digest = !law.digest),
            used(|law| law.name[10] = b'2'),
        ] {
            assert_eq!(changed(Receipt { law, ..then }), (true, false, true));
            let other = Receipt {
                law,
                decision,
                ..then
            };
            assert_eq!(changed(other), (false, false, true));
            let both = Receipt {
                law,
                library,
                ..then
            };
            assert_eq!(changed(both), (true, true, true));
        }
        let law = used(|law| law.sequence += 1);
        // Another basis alone makes it another decision.
        let mut decision = then.decision;
        decision.basis[0] = 999;
        assert_eq!(
            changed(Receipt {
                law,
                decision,
                ..then
            }),
            (false, false, true)
        );
    }

    #[test]
    fn a_decision_that_was_never_made_is_false() {
        let mut made_up = receipt();
        made_up.decision.obligations = 2;
        assert_eq!(
            Law::BUILT_IN.verify_receipt(&made_up),
            Err(Error::ReceiptFalse)
        );
        let mut made_up = receipt();
        made_up.decision.basis.swap(0, 1);
        assert_eq!(
            Law::BUILT_IN.verify_receipt(&made_up),
            Err(Error::ReceiptFalse)
        );
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_found() {
        let bytes = receipt().to_bytes();
        for bit in 0..8 * bytes.len() {
            let mut damaged = bytes;
            damaged[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(Receipt::read(&damaged), Err(Error::ReceiptDamaged), "{bit}");
        }
        for length in 0..bytes.len() {
            assert_eq!(Receipt::read(&bytes[..length]), Err(Error::ReceiptDamaged));
        }
    }

    #[test]
    fn a_whole_record_with_impossible_contents_is_refused() {
        let with = |at: usize, to: &[u8]| {
            let mut bytes = receipt().to_bytes();
            bytes[at..at + to.len()].copy_from_slice(to);
            let kind = *bytes.first_chunk().unwrap();
            Receipt::read(&record::write::<{ Receipt::BYTES }>(
                kind,
                &[&bytes[4..154]],
            ))
            .err()
        };
        assert_eq!(with(0, b"KZR"), None);
        assert_eq!(with(0, b"KZT"), Some(Error::ReceiptDamaged));
        assert_eq!(with(3, &[1]), Some(Error::ReceiptVersion));
        assert_eq!(
            with(56, &[13]),
            Some(Error::ReceiptDamaged),
            "a law of month 13"
        );
        assert_eq!(
            with(58, &[0, 0]),
            Some(Error::ReceiptDamaged),
            "decided in the year 0"
        );
        for (at, setting) in [(63, 0), (63, 3)] {
            assert_eq!(with(at, &[setting]), Some(Error::ReceiptUnknown));
        }
        for name in [&b"\0"[..], b"kaz\0khstan", b"\xFF"] {
            assert_eq!(with(10, name), Some(Error::ReceiptDamaged));
        }
        for (place, values) in [15, 3, 4, 2, 5, 4, 2, 2, 2, 2, 2, 2]
            .into_iter()
            .enumerate()
        {
            let at = 64 + 2 * place;
            assert_eq!(
                with(at, &[0, 0]),
                Some(Error::ReceiptDamaged),
                "nothing possible"
            );
            let all = (1u16 << values) - 1;
            assert_eq!(with(at, &all.to_le_bytes()), None);
            let more = all + 1;
            assert_eq!(with(at, &more.to_le_bytes()), Some(Error::ReceiptUnknown));
        }
        let mut longer = receipt().to_bytes().to_vec();
        longer.truncate(154);
        longer.push(0);
        let longer = record::write::<{ Receipt::BYTES + 1 }>(KIND.mark, &[&longer[4..]]);
        assert_eq!(Receipt::read(&longer), Err(Error::ReceiptDamaged));
    }

    #[test]
    fn an_obligation_of_a_later_library_is_left_out() {
        let mut later = receipt();
        later.decision.obligations |= 1 << 9;
        assert_eq!(later.obligations(), receipt().obligations());
    }
}

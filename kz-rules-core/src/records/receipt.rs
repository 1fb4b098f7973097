//! The receipt: the record of a decision for audit (legal model, section 4).

use time::Date;

use crate::age::AgeReading;
use crate::assess::{Case, Settings};
use crate::assessment::MAX_BASIS;
use crate::day::Day;
use crate::error::Error;
use crate::facts::Facts;
use crate::law::digest::{FACTS, RULES_DIGEST};
use crate::law::rule::Obligation;
use crate::law::{Edition, LAW_KNOWN_UNTIL};
use crate::record::{self, FRAME, Fields, Kind};
use crate::region::Region;
use crate::set::Set;

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

#[allow(clippy::panic)] // evaluated by the compiler alone
const fn number(digits: &str) -> u16 {
    match u16::from_str_radix(digits, 10) {
        Ok(number) => number,
        Err(_) => panic!("cargo gives numbers"),
    }
}

/// A receipt: what was decided on which day, from which facts, by which library and law.
///
/// It holds no birth date, only the age bands that were possible on the day of the decision, and no
/// `holds_until`, from which one could be read off.
///
/// # Layout
///
/// Numbers stand with their low byte first. A day is a year (2 bytes), a month and a day of the
/// month; a set is two bytes, in which bit `n` is the value numbered `n + 1`.
///
/// | bytes | what they hold |
/// |---|---|
/// | 0-2 | the letters `KZR` |
/// | 3 | the version of the layout, 1 |
/// | 4-9 | the version of the library: three numbers of 2 bytes |
/// | 10-13 | the day up to which the law was known |
/// | 14-21 | [`RULES_DIGEST`] |
/// | 22-25 | the day of the decision |
/// | 26, 27 | the numbers of the edition and of the age reading |
/// | 28-43 | the facts, each as the set of values that were possible: occasion, standing, age band, fingerprinted, action, visa channel, permanent resident, held at commencement |
/// | 44-45 | the possible obligations, a set |
/// | 46-69 | the basis: up to twelve numbers of provisions, in the order of the table, then zeros |
/// | 70-73 | CRC-32 (ISO-HDLC) of the bytes before |
///
/// The checksum finds damage, every single bit of it; it proves nothing about who wrote the receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Receipt {
    library: Version,
    law_known_until: Day,
    rules_digest: u64,
    on: Day,
    settings: Settings,
    /// What the facts of section 3 left possible; of all others everything.
    facts: Region,
    decision: Decision,
}

/// A decision by its numbers, which may be those of another library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
struct Decision {
    obligations: u16,
    basis: [u16; MAX_BASIS],
}

impl Decision {
    fn of(case: Case) -> Self {
        let (obligations, provisions) = case.decision();
        let mut basis = [0; MAX_BASIS];
        for (code, provision) in basis.iter_mut().zip(provisions) {
            *code = provision.code();
        }
        Self {
            obligations: obligations.bits(),
            basis,
        }
    }
}

/// What became of a decision since its receipt was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct Verification {
    /// Whether the facts in the receipt still lead to the same obligations on the same basis.
    pub same: bool,
    /// Whether another version of the library wrote it.
    pub library_changed: bool,
    /// Whether the law it was decided by is another: its day, or its tables of rules.
    pub law_changed: bool,
    /// The obligations that come out now.
    pub obligations: Set<Obligation>,
}

const KIND: Kind = Kind {
    mark: *b"KZR\x01",
    damaged: Error::ReceiptDamaged,
    other_version: Error::ReceiptVersion,
};

const LAW_DAY: Day = const_day(LAW_KNOWN_UNTIL);

#[allow(clippy::panic)] // evaluated by the compiler alone
const fn const_day(date: Date) -> Day {
    match Day::of(date) {
        Some(day) => day,
        None => panic!("a day of the years 1 to 9999"),
    }
}

impl Receipt {
    /// The bytes of a receipt.
    pub const BYTES: usize = FRAME + 66;

    /// Decides, and keeps what the decision rests on.
    ///
    /// # Errors
    ///
    /// Those of [`assess`](crate::assess).
    ///
    /// ```
    /// use kz_rules_core::time::macros::date;
    /// use kz_rules_core::{Facts, Receipt, Settings, Standing};
    ///
    /// let facts = Facts::default().standing(Standing::Foreigner).born(date!(1990 - 05 - 17));
    /// let receipt = Receipt::issue(date!(2026 - 11 - 22), &facts, Settings::default())?;
    /// let read = Receipt::read(&receipt.to_bytes())?;
    /// assert!(read.verify()?.same);
    /// # Ok::<(), kz_rules_core::Error>(())
    /// ```
    pub fn issue(on: Date, facts: &Facts, settings: Settings) -> Result<Self, Error> {
        let on = Day::of(on).ok_or(Error::DateNotSupported)?;
        let case = Case::of(on, facts, settings)?;
        let facts = FACTS.into_iter().fold(Region::ALL, |region, fact| {
            region.with(fact, case.region.values(fact))
        });
        Ok(Self {
            library: Version::THIS,
            law_known_until: LAW_DAY,
            rules_digest: RULES_DIGEST,
            on,
            settings,
            facts,
            decision: Decision::of(case),
        })
    }

    /// The receipt as it is kept.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; Self::BYTES] {
        let settings = [
            self.settings.edition.code(),
            self.settings.age_reading.code(),
        ];
        let facts = FACTS.map(|fact| self.facts.values(fact).to_le_bytes());
        let basis = self.decision.basis.map(u16::to_le_bytes);
        let fields: [&[u8]; 8] = [
            &self.library.fields(),
            &record::day(self.law_known_until),
            &self.rules_digest.to_le_bytes(),
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
    /// [`Error::ReceiptDamaged`] for bytes that are none: cut off, damaged, or with a content that
    /// no receipt has; [`Error::ReceiptVersion`] for one of another version of the layout;
    /// [`Error::ReceiptUnknown`] for one with a value of a fact or setting that this library does
    /// not know.
    pub fn read(receipt: &[u8]) -> Result<Self, Error> {
        let mut fields = KIND.read(receipt)?;
        let raw = Raw::read(&mut fields).ok_or(Error::ReceiptDamaged)?;
        let [edition, age_reading] = raw.settings;
        let mut facts = Region::ALL;
        for (fact, values) in FACTS.into_iter().zip(raw.facts) {
            if values == 0 {
                return Err(Error::ReceiptDamaged);
            }
            facts = facts.with(fact, values);
            if facts.values(fact) != values {
                return Err(Error::ReceiptUnknown);
            }
        }
        Ok(Self {
            library: raw.library,
            law_known_until: raw.law_known_until,
            rules_digest: raw.rules_digest,
            on: raw.on,
            settings: Settings {
                edition: Edition::from_code(edition).ok_or(Error::ReceiptUnknown)?,
                age_reading: AgeReading::from_code(age_reading).ok_or(Error::ReceiptUnknown)?,
            },
            facts,
            decision: raw.decision,
        })
    }

    /// Decides again from the facts in the receipt, and says what became of the decision.
    ///
    /// # Errors
    ///
    /// [`Error::ReceiptFalse`] if it comes out otherwise though neither library nor law has changed:
    /// then this decision was never made.
    pub fn verify(&self) -> Result<Verification, Error> {
        let case = Case::of_region(self.on, self.facts, self.settings.edition);
        let decision = Decision::of(case);
        let verification = Verification {
            same: decision == self.decision,
            library_changed: self.library != Version::THIS,
            law_changed: (self.law_known_until, self.rules_digest) != (LAW_DAY, RULES_DIGEST),
            obligations: Set::from_bits(decision.obligations),
        };
        if !(verification.same || verification.library_changed || verification.law_changed) {
            return Err(Error::ReceiptFalse);
        }
        Ok(verification)
    }

    /// The version of the library that decided.
    #[must_use]
    pub const fn library(&self) -> Version {
        self.library
    }

    /// The day up to which the law was known that it decided by.
    #[must_use]
    pub fn law_known_until(&self) -> Date {
        self.law_known_until.date()
    }

    /// The day of the decision.
    #[must_use]
    pub fn on(&self) -> Date {
        self.on.date()
    }

    /// How the question was asked.
    #[must_use]
    pub const fn settings(&self) -> Settings {
        self.settings
    }

    /// The obligations that were possible. One that only a later library knows is not among them.
    #[must_use]
    pub fn obligations(&self) -> Set<Obligation> {
        let known = Obligation::ALL.iter().copied().collect::<Set<_>>().bits();
        Set::from_bits(self.decision.obligations & known)
    }
}

/// The fields of a receipt, as they stand there.
struct Raw {
    library: Version,
    law_known_until: Day,
    rules_digest: u64,
    on: Day,
    settings: [u8; 2],
    facts: [u16; FACTS.len()],
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
            law_known_until: fields.day()?,
            rules_digest: fields.bytes().map(u64::from_le_bytes)?,
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
    use time::macros::date;

    use super::*;
    use crate::facts::{Action, Occasion, Standing};

    const DAY: Date = date!(2024 - 06 - 01);

    fn visitor() -> Facts {
        Facts::default()
            .standing(Standing::Foreigner)
            .born(date!(2008 - 05 - 17))
            .occasion(Set::from_iter([Occasion::Visa, Occasion::Other]))
            .action(Action::FirstIssue)
            .fingerprinted(false)
    }

    fn receipt() -> Receipt {
        Receipt::issue(DAY, &visitor(), Settings::default()).unwrap()
    }

    #[test]
    fn a_receipt_is_these_bytes() {
        let receipt = Receipt {
            library: Version {
                major: 1,
                minor: 0x203,
                patch: 4,
            },
            law_known_until: const_day(date!(2025 - 11 - 19)),
            rules_digest: 0x1122_3344_5566_7788,
            ..receipt()
        };
        let bytes = receipt.to_bytes();
        let expected = [
            &b"KZR\x01"[..],
            &[1, 0, 3, 2, 4, 0],
            &[0xE9, 7, 11, 19],
            &[0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11],
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
            &[0b01101, 0], // mandatory, not required, suspended
            &[4, 0, 12, 0, 10, 0],
            &[0; 18],
        ]
        .concat();
        assert_eq!(bytes[..70], expected);
        assert_eq!(bytes[70..], 0x02EB_CAEB_u32.to_le_bytes());
    }

    #[test]
    fn what_is_written_is_read() {
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
        assert_eq!(read.law_known_until(), LAW_KNOWN_UNTIL);
    }

    #[test]
    fn of_a_birth_date_the_age_band_is_left() {
        let with =
            |birth: Date| Receipt::issue(DAY, &visitor().born(birth), Settings::default()).unwrap();
        let expected = with(date!(1950 - 01 - 01)).to_bytes();
        assert_eq!(with(date!(2008 - 06 - 01)).to_bytes(), expected);
        assert_ne!(with(date!(2008 - 06 - 02)).to_bytes(), expected);
    }

    #[test]
    fn where_a_person_is_does_not_matter_to_the_decision_and_is_not_kept() {
        let here = visitor().location(crate::Location::Abroad).has_iin(true);
        let receipt = Receipt::issue(DAY, &here, Settings::default()).unwrap();
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
        assert_eq!(receipt().verify(), Ok(expected));
    }

    #[test]
    fn what_has_changed_since_is_named() {
        let then = receipt();
        let changed = |receipt: Receipt| {
            let found = Receipt::read(&receipt.to_bytes())
                .unwrap()
                .verify()
                .unwrap();
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
        let law_known_until = const_day(date!(2024 - 01 - 01));
        assert_eq!(
            changed(Receipt {
                law_known_until,
                ..then
            }),
            (true, false, true)
        );
        let rules_digest = !RULES_DIGEST;
        assert_eq!(
            changed(Receipt {
                rules_digest,
                ..then
            }),
            (true, false, true)
        );
        assert_eq!(
            changed(Receipt {
                rules_digest,
                decision,
                ..then
            }),
            (false, false, true)
        );
        assert_eq!(
            changed(Receipt {
                library,
                rules_digest,
                ..then
            }),
            (true, true, true)
        );
        // Another basis alone makes it another decision.
        let mut decision = then.decision;
        decision.basis[0] = 999;
        assert_eq!(
            changed(Receipt {
                rules_digest,
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
        assert_eq!(made_up.verify(), Err(Error::ReceiptFalse));
        let mut made_up = receipt();
        made_up.decision.basis.swap(0, 1);
        assert_eq!(made_up.verify(), Err(Error::ReceiptFalse));
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
    fn a_whole_record_that_says_what_none_can_is_refused() {
        let with = |at: usize, to: &[u8]| {
            let mut bytes = receipt().to_bytes();
            bytes[at..at + to.len()].copy_from_slice(to);
            let kind = *bytes.first_chunk().unwrap();
            Receipt::read(&record::write::<{ Receipt::BYTES }>(kind, &[&bytes[4..70]])).err()
        };
        assert_eq!(with(0, b"KZR"), None);
        assert_eq!(with(0, b"KZT"), Some(Error::ReceiptDamaged));
        assert_eq!(with(3, &[2]), Some(Error::ReceiptVersion));
        assert_eq!(
            with(12, &[13]),
            Some(Error::ReceiptDamaged),
            "a law of month 13"
        );
        assert_eq!(
            with(22, &[0, 0]),
            Some(Error::ReceiptDamaged),
            "decided in the year 0"
        );
        for (at, setting) in [(26, 0), (26, 3), (27, 0), (27, 3)] {
            assert_eq!(with(at, &[setting]), Some(Error::ReceiptUnknown));
        }
        for (place, values) in [14, 3, 3, 2, 5, 4, 2, 2].into_iter().enumerate() {
            let at = 28 + 2 * place;
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
        longer.truncate(70);
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

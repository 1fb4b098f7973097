//! The capture ticket: what is passed to the scanner and the database (legal model, section 4).

use crate::base::day::Day;
use crate::base::error::Error;
use crate::base::record::{self, FRAME, Fields, Kind};
use crate::decide::{Outcome, Settings};
use crate::facts::Facts;
use crate::iin::Iin;
use crate::law::{Edition, Law, Obligation, Provision};

/// An opaque identifier of the person whose prints are taken, given by the caller.
///
/// Draw it at random. In keeping with MIA-DEPERSONALISED it must not hold an IIN. It is refused if twelve
/// digits in it are a valid one,
///
/// - as text: ASCII digits, from any byte, with anything between them, such as spaces; or
/// - packed: four bits a digit, as in its hexadecimal form, from any half of a byte. Packed digits
///   often occur by chance, so only a number that begins with a birth date and a century, as every
///   IIN in use does, is taken for an IIN.
///
/// About one in 7000 random identifiers is refused by chance; then draw another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Identifier([u8; Self::BYTES]);

impl Identifier {
    /// The size of an identifier in bytes.
    pub const BYTES: usize = 16;

    /// Takes an identifier.
    ///
    /// # Errors
    ///
    /// [`Error::TicketIdentifier`] if it contains a valid IIN.
    pub fn new(bytes: [u8; Self::BYTES]) -> Result<Self, Error> {
        let mut digits = [0; 2 * Self::BYTES];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(bytes) {
            for (digit, half) in pair.iter_mut().zip([byte >> 4, byte & 0xF]) {
                // From ten on this is not a digit, which is all that matters.
                *digit = b'0'.saturating_add(half);
            }
        }
        let mut text = [0; Self::BYTES];
        let written = bytes.iter().filter(|byte| byte.is_ascii_digit());
        text.iter_mut()
            .zip(written)
            .for_each(|(to, from)| *to = *from);
        if any_iin(&text, |_| true) || any_iin(&digits, |iin| iin.hint().is_some()) {
            return Err(Error::TicketIdentifier);
        }
        Ok(Self(bytes))
    }

    /// The sixteen bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }
}

/// Whether any twelve digits in a row are a valid IIN that `is` accepts.
fn any_iin(text: &[u8], is: impl Fn(Iin) -> bool) -> bool {
    text.windows(12)
        .any(|digits| Iin::parse(digits).is_ok_and(&is))
}

/// A capture ticket: whose prints are to be taken, on which provision, decided on which day. It has
/// no place for a name, an IIN or a document number. Its bytes do not depend on a law.
///
/// # Layout
///
/// | bytes | what they hold |
/// |---|---|
/// | 0-2 | the letters `KZT` |
/// | 3 | the version of the layout, 2 |
/// | 4-19 | the identifier |
/// | 20-21 | the number of the basis, [`Provision::number`], low byte first |
/// | 22 | the number of the obligation: mandatory or voluntary |
/// | 23-24 | the year of the decision, low byte first |
/// | 25, 26 | its month, its day of the month |
/// | 27-30 | CRC-32 (ISO-HDLC) of the bytes before, low byte first |
///
/// The checksum detects damage, including every flipped bit; it proves nothing about who wrote the ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Ticket {
    identifier: Identifier,
    obligation: Obligation,
    basis: Provision,
    on: Day,
}

const KIND: Kind = Kind {
    mark: *b"KZT\x02",
    damaged: Error::TicketDamaged,
    other_version: Error::TicketVersion,
};

impl Law<'_> {
    /// Decides, and turns the decision into a capture ticket.
    ///
    /// # Errors
    ///
    /// Those of [`Law::assess`]; then, in this order, [`Error::TicketEdition`] for any edition but edition
    /// 1, [`Error::TicketUndecided`] for more than one obligation or basis, [`Error::TicketObligation`] for
    /// one that is neither mandatory nor voluntary, and [`Error::TicketCaution`] if the decision carries a
    /// caution whose row refuses tickets.
    ///
    /// ```
    /// use kz_rules_core::{Day, Facts, Identifier, Law, Settings, Standing, Ticket, built_in};
    ///
    /// let facts = Facts::default()
    ///     .standing(Standing::Citizen)
    ///     .born(Day::new(1990, 5, 17).unwrap())
    ///     .fingerprinted(false);
    /// let identifier = Identifier::new([0xA5; 16])?;
    /// let today = Day::new(2026, 11, 22).unwrap();
    /// let ticket = Law::BUILT_IN.issue_ticket(today, &facts, Settings::default(), identifier)?;
    /// assert_eq!(ticket.basis(), built_in::L50_CITIZEN_VOLUNTARY);
    /// assert_eq!(Ticket::read(&ticket.to_bytes())?, ticket);
    /// # Ok::<(), kz_rules_core::Error>(())
    /// ```
    pub fn issue_ticket(
        self,
        on: Day,
        facts: &Facts,
        settings: Settings,
        identifier: Identifier,
    ) -> Result<Ticket, Error> {
        let decision = self.assess(on, facts, settings)?;
        if settings.edition != Edition::FIRST {
            return Err(Error::TicketEdition);
        }
        let Outcome::Decided(obligation) = decision.outcome() else {
            return Err(Error::TicketUndecided);
        };
        let mut basis = decision.basis();
        let (Some(basis), None) = (basis.next(), basis.next()) else {
            return Err(Error::TicketUndecided);
        };
        if !calls_for_prints(obligation) {
            return Err(Error::TicketObligation);
        }
        if decision.refuses_ticket() {
            return Err(Error::TicketCaution);
        }
        Ok(Ticket {
            identifier,
            obligation,
            basis,
            on,
        })
    }
}

impl Ticket {
    /// The size of a ticket in bytes.
    pub const BYTES: usize = FRAME + Identifier::BYTES + 7;

    /// The ticket as bytes for the scanner.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; Self::BYTES] {
        let fields: [&[u8]; 4] = [
            &self.identifier.0,
            &self.basis.number().to_le_bytes(),
            &[self.obligation.code()],
            &record::day(self.on),
        ];
        record::write(KIND.mark, &fields)
    }

    /// Reads a ticket.
    ///
    /// # Errors
    ///
    /// [`Error::TicketDamaged`] for bytes that are not a ticket: cut off, damaged, or with impossible
    /// contents; [`Error::TicketVersion`] for one of another version; [`Error::TicketIdentifier`] if its
    /// identifier contains a valid IIN.
    pub fn read(ticket: &[u8]) -> Result<Self, Error> {
        let mut fields = KIND.read(ticket)?;
        let (identifier, basis, obligation, on) =
            content(&mut fields).ok_or(Error::TicketDamaged)?;
        Ok(Self {
            identifier: Identifier::new(identifier)?,
            obligation,
            basis,
            on,
        })
    }

    /// Whose prints are to be taken.
    #[must_use]
    pub const fn identifier(&self) -> &Identifier {
        &self.identifier
    }

    /// Mandatory or voluntary.
    #[must_use]
    pub const fn obligation(&self) -> Obligation {
        self.obligation
    }

    /// The provision on which the prints are taken.
    #[must_use]
    pub const fn basis(&self) -> Provision {
        self.basis
    }

    /// The day of the decision.
    #[must_use]
    pub const fn on(&self) -> Day {
        self.on
    }
}

fn content(
    fields: &mut Fields<'_>,
) -> Option<([u8; Identifier::BYTES], Provision, Obligation, Day)> {
    let identifier = fields.bytes()?;
    let basis = Provision::from_number(fields.number()?)?;
    let [obligation] = fields.bytes()?;
    let obligation = Obligation::from_code(obligation).filter(|known| calls_for_prints(*known))?;
    let on = fields.day()?;
    fields
        .is_end()
        .then_some((identifier, basis, obligation, on))
}

const fn calls_for_prints(obligation: Obligation) -> bool {
    matches!(obligation, Obligation::Mandatory | Obligation::Voluntary)
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
    use crate::base::set::Set;
    use crate::facts::{Action, Occasion, Standing, VisaChannel};
    use crate::facts::{AgeReading, Birth};
    use crate::law::built_in::ANNOUNCED;
    use crate::law::day;

    const DAY: Day = day(2026, 11, 22);
    const IIN: &[u8; 12] = b"831205408725";

    fn identifier() -> Identifier {
        Identifier::new(*b"\0\x01opaque-\xFF\xA0id!!!").unwrap()
    }

    fn issue(facts: &Facts, settings: Settings) -> Result<Ticket, Error> {
        Law::BUILT_IN.issue_ticket(DAY, facts, settings, identifier())
    }

    /// A grown person who comes for something of this kind, and has not been fingerprinted.
    fn person(standing: impl Into<Set<Standing>>, occasion: impl Into<Set<Occasion>>) -> Facts {
        Facts::default()
            .standing(standing)
            .occasion(occasion)
            .born(day(1990, 5, 17))
            .fingerprinted(false)
            .action(Action::FirstIssue)
    }

    fn visitor() -> Facts {
        person(Standing::Foreigner, Occasion::Visa)
    }

    fn citizen() -> Facts {
        person(Standing::Citizen, Occasion::CitizenPassport)
    }

    #[test]
    fn a_ticket_is_these_bytes() {
        let bytes = issue(&visitor(), Settings::default()).unwrap().to_bytes();
        let expected = *b"KZT\x02\0\x01opaque-\xFF\xA0id!!!\x0A\0\x01\xEA\x07\x0B\x16";
        assert_eq!(bytes[..27], expected);
        assert!(bytes.len() <= 48);
        assert_eq!(bytes[27..], 0xA7CD_B821_u32.to_le_bytes());
    }

    #[test]
    fn written_records_are_read_back() {
        for (facts, obligation) in [
            (visitor(), Obligation::Mandatory),
            (citizen(), Obligation::Voluntary),
        ] {
            let ticket = issue(&facts, Settings::default()).unwrap();
            assert_eq!(ticket.obligation(), obligation);
            assert_eq!(ticket.identifier(), &identifier());
            assert_eq!(ticket.on(), DAY);
            assert_eq!(Ticket::read(&ticket.to_bytes()), Ok(ticket));
        }
    }

    #[test]
    fn only_a_decision_that_calls_for_prints_becomes_a_ticket() {
        let enacted = Settings::default();
        let announced = Settings {
            edition: ANNOUNCED,
            ..enacted
        };
        let error = |facts: Facts, settings| issue(&facts, settings).unwrap_err();
        assert_eq!(error(citizen(), announced), Error::TicketEdition);
        let standings = Set::from_iter([Standing::Citizen, Standing::Foreigner]);
        let undecided = person(standings, Occasion::Visa);
        assert_eq!(error(undecided, enacted), Error::TicketUndecided);
        let cases = Set::from_iter([Occasion::Visa, Occasion::Expulsion]);
        let two_bases = person(Standing::Foreigner, cases);
        assert_eq!(error(two_bases, enacted), Error::TicketUndecided);
        let free = person(Standing::Foreigner, Occasion::Other);
        assert_eq!(error(free, enacted), Error::TicketObligation);
        let child = citizen().born(Birth::year(2014));
        assert_eq!(error(child, enacted), Error::TicketCaution);
        assert_eq!(
            issue(&citizen().born(Birth::year(2013)), enacted).err(),
            None
        );
        let unborn = citizen().born(day(2027, 1, 1));
        assert_eq!(error(unborn, announced), Error::BirthAfterDecision);
        let early =
            Law::BUILT_IN.issue_ticket(day(2023, 12, 31), &visitor(), enacted, identifier());
        assert_eq!(early, Err(Error::TicketObligation));
    }

    #[test]
    fn nothing_personal_changes_a_byte() {
        let births = (1930..=2009u16).flat_map(|year| {
            let day = Day::new(year, 6, 1).unwrap();
            [Birth::from(day), Birth::month(year, 7), Birth::year(year)]
        });
        let expected = issue(&visitor(), Settings::default()).unwrap().to_bytes();
        let mut tickets = 0;
        for birth in births {
            for age_reading in [AgeReading::Birthday, AgeReading::DayAfter] {
                let settings = Settings {
                    age_reading,
                    ..Settings::default()
                };
                for standing in [Standing::Foreigner, Standing::Stateless] {
                    for action in [Action::FirstIssue, Action::Extension, Action::Replacement] {
                        for channel in VisaChannel::ALL {
                            for yes in [true, false] {
                                let facts = Facts::default()
                                    .occasion(Occasion::Visa)
                                    .fingerprinted(false)
                                    .born(birth)
                                    .standing(standing)
                                    .action(action)
                                    .visa_channel(*channel)
                                    .permanent_resident(yes)
                                    .held_at_commencement(yes)
                                    .has_iin(yes)
                                    .may_enter(!yes)
                                    .passport_in_foreign_language(yes);
                                let ticket = issue(&facts, settings).unwrap();
                                assert_eq!(ticket.to_bytes(), expected);
                                tickets += 1;
                            }
                        }
                    }
                }
            }
        }
        assert_eq!(tickets, 80 * 3 * 2 * 2 * 3 * 4 * 2);
    }

    #[test]
    fn an_iin_in_the_identifier_is_refused_wherever_it_stands() {
        let packed = |halves: [u8; 32]| {
            let mut bytes = [0; 16];
            for (byte, half) in bytes.iter_mut().zip(halves.chunks(2)) {
                *byte = half[0] << 4 | half[1];
            }
            Identifier::new(bytes)
        };
        for filler in [0xFF, 0xAA] {
            for at in 0..=4 {
                let mut bytes = [filler; 16];
                bytes[at..at + 12].copy_from_slice(IIN);
                assert_eq!(Identifier::new(bytes), Err(Error::TicketIdentifier));
                bytes[at + 11] += 1;
                assert!(Identifier::new(bytes).is_ok(), "that is no check digit");
            }
            for at in 0..=20 {
                let mut halves = [filler & 0xF; 32];
                halves[at..at + 12].copy_from_slice(&IIN.map(|digit| digit - b'0'));
                assert_eq!(packed(halves), Err(Error::TicketIdentifier), "{at}");
                halves[at + 11] += 1;
                assert!(packed(halves).is_ok(), "that is no check digit");
            }
        }
    }

    #[test]
    fn an_iin_with_something_between_its_digits_is_refused() {
        for text in [
            b"831205 408725\0\0\0",
            b"83-12-05 408725\0",
            b"8\x0031205\xFF40.8725\0",
            b"id83120/5408725!",
        ] {
            assert_eq!(Identifier::new(*text), Err(Error::TicketIdentifier));
        }
        // One digit is another.
        assert!(Identifier::new(*b"831205 408726\0\0\0").is_ok());
    }

    #[test]
    fn a_packed_number_that_begins_with_no_birth_date_is_no_iin() {
        // 30 February; a valid IIN but for that, and refused as text.
        let number = b"990230300005";
        assert!(Iin::parse(number).is_ok());
        let mut text = [0xEE; 16];
        text[..12].copy_from_slice(number);
        assert_eq!(Identifier::new(text), Err(Error::TicketIdentifier));
        let mut packed = [0xEE; 16];
        packed[..6].copy_from_slice(&[0x99, 0x02, 0x30, 0x30, 0x00, 0x05]);
        assert!(Identifier::new(packed).is_ok());
    }

    #[test]
    fn few_random_identifiers_are_refused() {
        let mut random = 1u64;
        let mut next = || {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            random.to_be_bytes()[3]
        };
        let refused = (0..210_000)
            .filter(|_| Identifier::new(core::array::from_fn(|_| next())).is_err())
            .count();
        assert!((15..60).contains(&refused), "{refused}");
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_found() {
        let bytes = issue(&visitor(), Settings::default()).unwrap().to_bytes();
        for bit in 0..8 * bytes.len() {
            let mut damaged = bytes;
            damaged[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(Ticket::read(&damaged), Err(Error::TicketDamaged), "{bit}");
        }
        for length in 0..bytes.len() {
            assert_eq!(Ticket::read(&bytes[..length]), Err(Error::TicketDamaged));
        }
    }

    #[test]
    fn a_whole_record_that_is_no_ticket_is_refused() {
        let day = record::day(DAY);
        let record = |kind: &[u8; 4],
                      identifier: &[u8; 16],
                      basis: u16,
                      obligation: Obligation,
                      day: [u8; 4]| {
            let (basis, obligation) = (basis.to_le_bytes(), [obligation.code()]);
            Ticket::read(&record::write::<31>(
                *kind,
                &[identifier, &basis, &obligation, &day],
            ))
        };
        let opaque = &[0xEE; 16];
        let whole = |basis, obligation, day| record(b"KZT\x02", opaque, basis, obligation, day);
        // Any number of a provision is accepted: a ticket depends on no law.
        for basis in [1, 10, u16::MAX] {
            let ticket = whole(basis, Obligation::Mandatory, day).unwrap();
            assert_eq!(ticket.basis().number(), basis);
            assert!(whole(basis, Obligation::Voluntary, day).is_ok());
        }
        for version in [1, 3] {
            assert_eq!(
                record(
                    &[b'K', b'Z', b'T', version],
                    opaque,
                    10,
                    Obligation::Mandatory,
                    day
                ),
                Err(Error::TicketVersion)
            );
        }
        let mut with_iin = [b' '; 16];
        with_iin[2..14].copy_from_slice(IIN);
        assert_eq!(
            record(b"KZT\x02", &with_iin, 10, Obligation::Mandatory, day),
            Err(Error::TicketIdentifier)
        );
        let damaged = [
            record(b"KZR\x02", opaque, 10, Obligation::Mandatory, day),
            whole(0, Obligation::Mandatory, day),
            whole(10, Obligation::NotRequired, day),
            whole(10, Obligation::Suspended, day),
            whole(10, Obligation::NotInForce, day),
            whole(10, Obligation::Mandatory, [0xEA, 7, 2, 30]),
            whole(10, Obligation::Mandatory, [0, 0, 1, 1]),
            Ticket::read(&record::write::<31>(
                KIND.mark,
                &[opaque, &[10, 0, 0], &day],
            )),
            Ticket::read(&record::write::<31>(
                KIND.mark,
                &[opaque, &[10, 0, 9], &day],
            )),
            Ticket::read(&record::write::<32>(
                KIND.mark,
                &[opaque, &[10, 0, 1], &day, &[0]],
            )),
        ];
        assert_eq!(damaged, [Err(Error::TicketDamaged); 10]);
    }

    #[test]
    fn debug_shows_nothing_of_the_identifier() {
        let ticket = issue(&visitor(), Settings::default()).unwrap();
        assert!(std::format!("{ticket:?}").contains("identifier: Identifier(hidden)"));
    }
}

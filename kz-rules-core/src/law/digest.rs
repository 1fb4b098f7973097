//! A digest of the rule tables: a number that differs when a row does.

use super::Edition;
use super::rule::Rule;
use crate::facts::Fact;

/// The digest of both editions' tables, worked out by the compiler: FNV-1a of 64 bits over the rows
/// in their order, each as
///
/// - the number of the edition (1 byte);
/// - for each fact of section 3 of the legal model, in asking order, the values that the row wants,
///   as [`Set::bits`](crate::Set::bits) (2 bytes; birth: as age bands);
/// - the first day on which the row no longer applies: year (2 bytes), month and day of the month
///   (1 byte each); zeros if it does not end;
/// - the numbers of the obligation (1 byte) and of the basis (2 bytes);
///
/// all with the low byte first. It tells tables apart; it is no protection against who wants to
/// forge one.
pub const RULES_DIGEST: u64 = {
    let digest = of_table(OFFSET_BASIS, Edition::Enacted);
    of_table(digest, Edition::Announced)
};

/// The facts of section 3, on which a row can depend: the first in asking order.
pub(crate) const FACTS: [Fact; 8] = [
    Fact::Occasion,
    Fact::Standing,
    Fact::Birth,
    Fact::Fingerprinted,
    Fact::Action,
    Fact::VisaChannel,
    Fact::PermanentResident,
    Fact::HeldAtCommencement,
];

const OFFSET_BASIS: u64 = 0xCBF2_9CE4_8422_2325;
const PRIME: u64 = 0x0100_0000_01B3;

const fn of_table(mut digest: u64, edition: Edition) -> u64 {
    let mut rules = edition.rules();
    while let [rule, rest @ ..] = rules {
        digest = of_row(with(digest, &[edition.code()]), rule);
        rules = rest;
    }
    digest
}

const fn of_row(mut digest: u64, rule: &Rule) -> u64 {
    let mut facts: &[Fact] = &FACTS;
    while let [fact, rest @ ..] = facts {
        digest = with(digest, &rule.takes.values(*fact).to_le_bytes());
        facts = rest;
    }
    let until = match rule.until {
        Some(until) => {
            let (year, month, day) = until.to_calendar_date();
            let [low, high, ..] = year.to_le_bytes();
            [low, high, month as u8, day]
        }
        None => [0; 4],
    };
    digest = with(digest, &until);
    digest = with(digest, &[rule.obligation.code()]);
    with(digest, &rule.basis.code().to_le_bytes())
}

const fn with(mut digest: u64, mut bytes: &[u8]) -> u64 {
    while let [byte, rest @ ..] = bytes {
        digest = (digest ^ *byte as u64).wrapping_mul(PRIME);
        bytes = rest;
    }
    digest
}

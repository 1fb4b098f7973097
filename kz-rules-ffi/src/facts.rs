//! The facts about a person.

use core::mem::offset_of;

use kz_rules_core::{
    AgeReading, Answer, Birth, BirthPrecision, Day, Edition, Error, Fact, Facts, Set, Settings,
    Value,
};

use crate::date::kz_date;
use crate::pointer::{Failure, status};
use crate::status::{BadInput, kz_status};
use crate::types::*;

/// The decision date, what is known about a person, and two settings. All zero but `on`: nothing is known yet.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_facts {
    /// The decision date. Must be given.
    pub on: kz_date,
    /// The birth date. What `birth_precision` does not cover is zero.
    pub birth: kz_date,
    /// How much of the birth date is known; 0: nothing. Its error is KZ_ERROR_BAD_BIRTH.
    pub birth_precision: kz_birth_precision,
    /// Which edition of the law decides; 0: edition 1, the law as enacted.
    pub edition: kz_edition,
    /// When a person reaches an age; 0: at the start of the birthday.
    pub age_reading: kz_age_reading,
    /// Zero.
    pub reserved: u8,
    /// What the person comes for.
    pub occasion: kz_occasion,
    /// Citizen, foreigner or stateless.
    pub standing: kz_standing,
    /// Whether the prints are already in Kazakhstan's database.
    pub fingerprinted: kz_answer,
    /// What is done with the document.
    pub action: kz_action,
    /// How the visa is obtained.
    pub visa_channel: kz_visa_channel,
    /// Whether a foreigner resides in Kazakhstan permanently.
    pub permanent_resident: kz_answer,
    /// Whether the document was already held, and valid, when the fingerprint rules started. Never asked for.
    pub held_at_commencement: kz_answer,
    /// The answer to the law's own question 1. Must be 0 if the law has no such question.
    pub question_1: kz_answer,
    /// The same for question 2.
    pub question_2: kz_answer,
    /// The same for question 3.
    pub question_3: kz_answer,
    /// The same for question 4.
    pub question_4: kz_answer,
    /// Where the person is. This and the next five fields matter only to plans and ways to an IIN.
    pub location: kz_location,
    /// Whether the person may enter Kazakhstan without the document asked for.
    pub may_enter: kz_answer,
    /// Whether the person has an IIN.
    pub has_iin: kz_answer,
    /// Whether the foreign establishment takes part in the IIN pilot.
    pub mission_in_pilot: kz_answer,
    /// Whether the foreign establishment (for a visa issued in an airport, the office there) takes
    /// foreigners' prints.
    pub mission_takes_fingerprints: kz_answer,
    /// Whether the passport is in a foreign language.
    pub passport_in_foreign_language: kz_answer,
    /// Zero.
    pub reserved2: [u8; 3],
    /// A set of kz_fact, without KZ_FACT_HELD_AT_COMMENCEMENT: what the person cannot tell, or not more exactly. It is not
    /// asked for.
    pub declined: kz_set,
}

impl kz_facts {
    /// Reads the struct, for callers where speed does not matter.
    #[inline(never)] // one copy for all of them
    pub(crate) fn read(&self) -> Result<(Day, Facts, Settings), Failure> {
        self.read_in_place()
    }

    /// The same, inlined like Law::assess, whose callers use it.
    #[inline(always)]
    pub(crate) fn read_in_place(&self) -> Result<(Day, Facts, Settings), Failure> {
        let on = self.on.required(BadInput::On)?;
        let settings = settings(self.edition, self.age_reading)?;
        let facts = match Facts::from_codes(self.codes()) {
            Ok(facts) => facts.born(self.read_birth()?),
            Err(fact) => return Err(failure(fact)),
        };
        if self.reserved != 0 || self.reserved2 != [0; 3] {
            return Err(BadInput::Reserved.into());
        }
        if self.declined & !Fact::ASKED.bits() != 0 {
            return Err(BadInput::Declined.into());
        }
        let facts = facts.with_declined(Set::from_bits(self.declined));
        Ok((on, facts, settings))
    }

    /// All facts but the birth date, in asking order.
    #[inline]
    const fn codes(&self) -> &[u8; 17] {
        const FIRST: usize = offset_of!(kz_facts, occasion);
        const LAST: usize = offset_of!(kz_facts, passport_in_foreign_language);
        const { assert!(LAST - FIRST + 1 == 17) }
        // SAFETY: the seventeen fields are bytes that lie side by side in the struct.
        unsafe { &*(&raw const *self).cast::<u8>().add(FIRST).cast() }
    }

    /// The byte of a fact; the birth date has none.
    const fn byte(&mut self, fact: Fact) -> Option<&mut u8> {
        Some(match fact {
            Fact::Occasion => &mut self.occasion,
            Fact::Standing => &mut self.standing,
            Fact::Birth => return None,
            Fact::Fingerprinted => &mut self.fingerprinted,
            Fact::Action => &mut self.action,
            Fact::VisaChannel => &mut self.visa_channel,
            Fact::PermanentResident => &mut self.permanent_resident,
            Fact::HeldAtCommencement => &mut self.held_at_commencement,
            Fact::Question1 => &mut self.question_1,
            Fact::Question2 => &mut self.question_2,
            Fact::Question3 => &mut self.question_3,
            Fact::Question4 => &mut self.question_4,
            Fact::Location => &mut self.location,
            Fact::MayEnter => &mut self.may_enter,
            Fact::HasIin => &mut self.has_iin,
            Fact::MissionInPilot => &mut self.mission_in_pilot,
            Fact::MissionTakesFingerprints => &mut self.mission_takes_fingerprints,
            Fact::PassportInForeignLanguage => &mut self.passport_in_foreign_language,
        })
    }

    /// The birth date.
    #[inline]
    fn read_birth(&self) -> Result<Birth, Failure> {
        if self.birth_precision == BirthPrecision::Day.code() {
            return Ok(self.birth.required(BadInput::Birth)?.into());
        }
        self.read_partly_known_birth()
    }

    /// A birth date without a known day. What is not known must be zero.
    fn read_partly_known_birth(&self) -> Result<Birth, Failure> {
        let kz_date { year, month, day } = self.birth;
        let birth = match (BirthPrecision::from_code(self.birth_precision), month, day) {
            (Some(BirthPrecision::Month), _, 0) => Birth::month(year, month),
            (Some(BirthPrecision::Year), 0, 0) => Birth::year(year),
            (None, 0, 0) if self.birth_precision == 0 && year == 0 => Birth::UNKNOWN,
            _ => return Err(BadInput::Birth.into()),
        };
        if birth.is_supported() {
            Ok(birth)
        } else {
            Err(BadInput::Birth.into())
        }
    }
}

/// Sets a fact to a value of its vocabulary and removes it from `declined`. The value 0 makes the fact unknown
/// again and leaves `declined` as it is. The birth date has no single value: set its fields.
///
/// Errors: KZ_ERROR_BAD_FACT, also for the birth date; for a value that the fact does not have, the
/// KZ_ERROR_BAD_ of the fact. No other field is checked.
///
/// # Safety
///
/// `facts` is NULL or points to its type, which nobody else uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_facts_set(facts: *mut kz_facts, fact: kz_fact, value: u8) -> kz_status {
    let set = || {
        // SAFETY: as promised by the caller.
        let facts = unsafe { facts.as_mut() }.ok_or(BadInput::Null)?;
        let fact = Fact::from_code(fact).ok_or(BadInput::Fact)?;
        let mut alone = kz_facts::default();
        *alone.byte(fact).ok_or(BadInput::Fact)? = value;
        Facts::from_codes(alone.codes()).map_err(failure)?;
        *facts.byte(fact).ok_or(BadInput::Fact)? = value;
        if value != 0 {
            facts.declined &= !Fact::set(&[fact]).bits();
        }
        Ok(())
    };
    status(set())
}

/// The status for a byte that is no value of its fact.
pub(crate) const fn failure(fact: Fact) -> Failure {
    Failure::of(match fact {
        Fact::Occasion => BadInput::Occasion,
        Fact::Standing => BadInput::Standing,
        Fact::Birth => BadInput::Birth,
        Fact::Fingerprinted => BadInput::Fingerprinted,
        Fact::Action => BadInput::Action,
        Fact::VisaChannel => BadInput::VisaChannel,
        Fact::PermanentResident => BadInput::PermanentResident,
        Fact::HeldAtCommencement => BadInput::HeldAtCommencement,
        Fact::Location => BadInput::Location,
        Fact::MayEnter => BadInput::MayEnter,
        Fact::HasIin => BadInput::HasIin,
        Fact::MissionInPilot => BadInput::MissionInPilot,
        Fact::MissionTakesFingerprints => BadInput::MissionTakesFingerprints,
        Fact::PassportInForeignLanguage => BadInput::PassportInForeignLanguage,
        Fact::Question1 => return Failure::of_core(Error::Question1),
        Fact::Question2 => return Failure::of_core(Error::Question2),
        Fact::Question3 => return Failure::of_core(Error::Question3),
        Fact::Question4 => return Failure::of_core(Error::Question4),
    })
}

/// The settings; 0 is the default.
#[inline(always)]
pub(crate) fn settings(
    edition: kz_edition,
    age_reading: kz_age_reading,
) -> Result<Settings, Failure> {
    Ok(Settings {
        edition: match edition {
            0 => Edition::FIRST,
            number => Edition::new(number),
        },
        age_reading: setting::<AgeReading>(age_reading, BadInput::AgeReading)?,
    })
}

/// Yes or no as a byte.
pub(crate) fn answer(yes: bool) -> kz_answer {
    Answer::from(yes).code()
}

/// The value of a byte; none for 0, `bad` for a byte without a value.
pub(crate) fn optional<T: Value>(code: u8, bad: BadInput) -> Result<Option<T>, Failure> {
    match usize::from(code).checked_sub(1) {
        None => Ok(None),
        Some(place) => T::ALL.get(place).copied().map(Some).ok_or(bad.into()),
    }
}

/// The value of a setting; the default for 0.
pub(crate) fn setting<T: Value + Default>(code: u8, bad: BadInput) -> Result<T, Failure> {
    optional(code, bad).map(Option::unwrap_or_default)
}

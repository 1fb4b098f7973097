//! What is known of a person.

use core::mem::offset_of;

use kz_rules_core::{
    AgeReading, Answer, Birth, BirthPrecision, Day, Edition, Error, Fact, Facts, Set, Settings,
    Value,
};

use crate::date::kz_date;
use crate::pointer::{Failure, status};
use crate::status::{BadInput, kz_status};
use crate::types::*;

/// What is known of a person, the decision date, and how the question is asked. All zero but `on`:
/// nothing is known yet.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_facts {
    /// The decision date. Must be given.
    pub on: kz_date,
    /// The birth date, as far as `birth_precision` says; the rest of it zero.
    pub birth: kz_date,
    /// How much of the birth date is known; 0: nothing.
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
    /// Whether the document was held, and valid, when the fingerprint rules started. Never asked.
    pub held_at_commencement: kz_answer,
    /// The answer to the law's own question 1; one that the law has not is an error.
    pub question_1: kz_answer,
    /// The answer to the law's own question 2.
    pub question_2: kz_answer,
    /// The answer to the law's own question 3.
    pub question_3: kz_answer,
    /// The answer to the law's own question 4.
    pub question_4: kz_answer,
    /// Where the person is. This and the following matter to a plan alone.
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
    /// The facts that the person cannot tell, or not more precisely, as a set of kz_fact: they are not
    /// asked for.
    pub declined: kz_set,
}

impl kz_facts {
    /// What is told, for a caller that is not in a hurry.
    #[inline(never)] // one copy serves all of those
    pub(crate) fn read(&self) -> Result<(Day, Facts, Settings), Failure> {
        self.read_in_place()
    }

    /// The same, in the caller: as Law::assess, which it is for.
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

    /// The facts but the birth date, in asking order.
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

    /// The birth date, of which the day is not known. What is not known must be zero.
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

/// Sets a fact to a value of its vocabulary, and takes it out of `declined`; 0 makes it unknown again, and
/// leaves `declined` as it is. The birth date is more than a byte: set its fields.
///
/// Errors: KZ_ERROR_NULL; KZ_ERROR_BAD_FACT; the KZ_ERROR_BAD_ of the fact if it has no such value.
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

/// What is wrong if a fact's byte is none of its constants.
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

/// How the question is asked; 0: as by default.
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

/// Yes or no, as C has it.
pub(crate) fn answer(yes: bool) -> kz_answer {
    Answer::from(yes).code()
}

/// The value that a byte stands for: none for 0.
pub(crate) fn optional<T: Value>(code: u8, refusal: BadInput) -> Result<Option<T>, Failure> {
    match usize::from(code).checked_sub(1) {
        None => Ok(None),
        Some(place) => T::ALL.get(place).copied().map(Some).ok_or(refusal.into()),
    }
}

/// The value of a setting: the default for 0.
pub(crate) fn setting<T: Value + Default>(code: u8, refusal: BadInput) -> Result<T, Failure> {
    optional(code, refusal).map(Option::unwrap_or_default)
}

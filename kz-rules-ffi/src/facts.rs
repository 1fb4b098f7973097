//! What is known of a person.

use kz_rules_core::{AgeReading, Answer, Birth, Date, Edition, Fact, Facts, Settings};

use crate::date::{kz_date, month};
use crate::pointer::Failure;
use crate::sets::BirthPrecision;
use crate::status::Refusal;
use crate::types::*;

/// What is known of a person, the decision date, and how the question is asked. All zero but `on`:
/// nothing is known yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_facts {
    /// The decision date. Must be given.
    pub on: kz_date,
    /// The birth date, as far as `birth_precision` says; the rest of it zero.
    pub birth: kz_date,
    /// How much of the birth date is known; 0: nothing.
    pub birth_precision: kz_birth_precision,
    /// Yes: no more precise birth date is to be had, do not ask for one.
    pub birth_final: kz_answer,
    /// Which source decides; 0: enacted.
    pub edition: kz_edition,
    /// When a person reaches an age; 0: at the start of the birthday.
    pub age_reading: kz_age_reading,
    /// Citizen, foreigner or stateless.
    pub standing: kz_standing,
    /// Whether a foreigner resides in Kazakhstan permanently. Matters only under `announced`.
    pub permanent_resident: kz_answer,
    /// What the person comes for.
    pub occasion: kz_occasion,
    /// What is done with the document.
    pub action: kz_action,
    /// How the visa is obtained.
    pub visa_channel: kz_visa_channel,
    /// Whether the prints are already in Kazakhstan's database.
    pub fingerprinted: kz_answer,
    /// Whether the document was held, and valid, on 2024-01-01. Changes a basis, never an obligation.
    pub held_at_commencement: kz_answer,
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
    pub reserved: [u8; 3],
}

impl kz_facts {
    pub(crate) fn read(&self) -> Result<(Date, Facts, Settings), Failure> {
        let on = self.on.required(Refusal::On)?;
        let settings = Settings {
            edition: setting(self.edition, Edition::from_code, Refusal::Edition)?,
            age_reading: setting(self.age_reading, AgeReading::from_code, Refusal::AgeReading)?,
        };
        let mut facts = Facts::default().born(self.read_birth()?);
        macro_rules! know {
            ($($field:ident $fact:ident;)+) => {
                $( facts = facts.with_code(Fact::$fact, self.$field).ok_or(Refusal::$fact)?; )+
            };
        }
        know! {
            standing Standing;
            permanent_resident PermanentResident;
            occasion Occasion;
            action Action;
            visa_channel VisaChannel;
            fingerprinted Fingerprinted;
            held_at_commencement HeldAtCommencement;
            location Location;
            may_enter MayEnter;
            has_iin HasIin;
            mission_in_pilot MissionInPilot;
            mission_takes_fingerprints MissionTakesFingerprints;
            passport_in_foreign_language PassportInForeignLanguage;
        }
        if optional(self.birth_final, Answer::from_code, Refusal::BirthFinal)? == Some(Answer::Yes)
        {
            facts = facts.birth_is_final();
        }
        if self.reserved != [0; 3] {
            return Err(Refusal::Reserved.into());
        }
        Ok((on, facts, settings))
    }

    fn read_birth(&self) -> Result<Birth, Failure> {
        let kz_date {
            year,
            month: number,
            day,
        } = self.birth;
        let in_range = (1..=9999).contains(&year);
        let birth = match (
            self.birth_precision,
            BirthPrecision::from_code(self.birth_precision),
        ) {
            (0, _) if (year, number, day) == (0, 0, 0) => Some(Birth::Unknown),
            (_, Some(BirthPrecision::Year)) if in_range && (number, day) == (0, 0) => {
                Some(Birth::Year(year.into()))
            }
            (_, Some(BirthPrecision::Month)) if in_range && day == 0 => {
                month(number).map(|month| Birth::Month(year.into(), month))
            }
            (_, Some(BirthPrecision::Day)) => Some(self.birth.required(Refusal::Birth)?.into()),
            _ => None,
        };
        birth.ok_or(Refusal::Birth.into())
    }
}

/// The value that a byte stands for: none for 0.
pub(crate) fn optional<T>(
    code: u8,
    value: impl FnOnce(u8) -> Option<T>,
    refusal: Refusal,
) -> Result<Option<T>, Failure> {
    if code == 0 {
        return Ok(None);
    }
    value(code).map(Some).ok_or(refusal.into())
}

/// The value of a setting: the default for 0.
pub(crate) fn setting<T: Default>(
    code: u8,
    value: impl FnOnce(u8) -> Option<T>,
    refusal: Refusal,
) -> Result<T, Failure> {
    optional(code, value, refusal).map(Option::unwrap_or_default)
}

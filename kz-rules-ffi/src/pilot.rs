//! Obtaining an IIN: the ways, and the pilot at foreign establishments.

use core::ffi::c_char;

use kz_rules_core::{
    Answer, Country, IinWay, MissionKind, PilotPapers, Provision, mission_in_pilot,
};

use crate::date::kz_date;
use crate::facts::{answer, kz_facts, optional};
use crate::law::fill;
use crate::pointer::{read, read_many, write};
use crate::status::{Refusal, kz_status};
use crate::types::*;

/// The most provisions that a way to an IIN rests on.
pub const KZ_IIN_WAY_PROVISIONS_MAX: usize = 3;

/// A way to obtain an IIN, for a person on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_iin_way_info {
    /// The way.
    pub way: kz_iin_way,
    /// Whether it is open to the person; 0: that depends on facts that are not known.
    pub open: kz_answer,
    /// How many of `provisions` are given.
    pub provision_count: u8,
    /// Zero.
    pub reserved: u8,
    /// The provisions that it rests on, those that apply on the day.
    pub provisions: [kz_provision; KZ_IIN_WAY_PROVISIONS_MAX],
    /// The provision on which establishments take part, while it applies; 0: the way leads through
    /// none. kz_mission_in_pilot() tells what it says of one.
    pub establishments: kz_provision,
}

/// What an application for an IIN at a foreign establishment takes. All but `running` is 0 if the
/// pilot is not running.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_pilot_papers {
    /// Whether the pilot is running on the day.
    pub running: kz_answer,
    /// Whether a notarised translation is needed; 0: not known.
    pub translation: kz_answer,
    /// Whether that notarisation must be legalised or bear an apostille; 0: not known.
    pub legalisation: kz_answer,
    /// Zero.
    pub reserved: u8,
    /// The applicant comes in person.
    pub presence: kz_provision,
    /// Application, copy of the identity document, and the original for comparison: always.
    pub papers: kz_provision,
    /// The provision on the translation.
    pub translation_by: kz_provision,
    /// The provision on the legalisation.
    pub legalisation_by: kz_provision,
    /// What is issued.
    pub issued: kz_provision,
    /// When: kz_iin_ready() tells the day.
    pub term: kz_provision,
}

impl From<Option<PilotPapers>> for kz_pilot_papers {
    fn from(papers: Option<PilotPapers>) -> Self {
        let running = answer(papers.is_some());
        papers.map_or(
            Self {
                running,
                ..Self::default()
            },
            |papers| Self {
                running,
                translation: papers.translation.map_or(0, Answer::code),
                legalisation: papers.legalisation.map_or(0, Answer::code),
                reserved: 0,
                presence: papers.presence.code(),
                papers: papers.papers.code(),
                translation_by: papers.translation_by.code(),
                legalisation_by: papers.legalisation_by.code(),
                issued: papers.issued.code(),
                term: papers.term.code(),
            },
        )
    }
}

/// Says whether a way to an IIN is open to a person on the day `on` of the facts. It depends on
/// their `location`, and for KZ_IIN_WAY_IIN_AT_MISSION on `standing` and `mission_in_pilot`.
///
/// Errors: KZ_ERROR_NULL; KZ_ERROR_RESERVED; the KZ_ERROR_BAD_ of the field that cannot be read;
/// KZ_ERROR_BAD_IIN_WAY.
///
/// # Safety
///
/// `facts` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_iin_way_get(
    facts: *const kz_facts,
    way: kz_iin_way,
    out: *mut kz_iin_way_info,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let (on, facts, _) = unsafe { read(facts) }?.read()?;
        let on = on.date();
        let way = IinWay::from_code(way).ok_or(Refusal::IinWay)?;
        let mut provisions = [0; KZ_IIN_WAY_PROVISIONS_MAX];
        let provision_count = fill(&mut provisions, way.provisions(on));
        Ok(kz_iin_way_info {
            way: way.code(),
            open: way.is_open(on, &facts).single().map_or(0, Answer::code),
            provision_count,
            reserved: 0,
            provisions,
            establishments: way.establishments(on).map_or(0, Provision::code),
        })
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Says what an application for an IIN takes that is filed at a foreign establishment on a day.
///
/// `latin_or_cyrillic`: whether the document shows the person's data in Latin or Cyrillic letters.
/// `convention_state`: whether the translation is notarised in a state party to the Minsk or the
/// Chisinau Convention. Either may be 0, not known.
///
/// Errors: KZ_ERROR_NULL; KZ_ERROR_BAD_ON; KZ_ERROR_BAD_LATIN_OR_CYRILLIC;
/// KZ_ERROR_BAD_CONVENTION_STATE.
///
/// # Safety
///
/// `out` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_iin_papers(
    on: kz_date,
    latin_or_cyrillic: kz_answer,
    convention_state: kz_answer,
    out: *mut kz_pilot_papers,
) -> kz_status {
    let answer = || {
        let on = on.required(Refusal::On)?.date();
        let letters = optional(latin_or_cyrillic, Refusal::LatinOrCyrillic)?;
        let state = optional(convention_state, Refusal::ConventionState)?;
        Ok(PilotPapers::on(on, letters, state))
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Says whether a foreign establishment takes part in the IIN pilot: yes for embassies and
/// consulates general in the six countries that the source names, else 0, not known.
///
/// `kind`: what it is; 0: not known. `country`: the code of the country it is in, `length` bytes
/// without a NUL: two capital letters, three, or three digits (ISO 3166-1).
///
/// Errors: KZ_ERROR_NULL; KZ_ERROR_BAD_MISSION_KIND; KZ_ERROR_COUNTRY_CODE if it has not the form of
/// a code. Whether it is given to a country is not looked up.
///
/// # Safety
///
/// `country` points to `length` bytes, unless that is 0, or is NULL; `out` is NULL or points to its
/// type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_mission_in_pilot(
    kind: kz_mission_kind,
    country: *const c_char,
    length: usize,
    out: *mut kz_answer,
) -> kz_status {
    let answer = || {
        let kind = optional::<MissionKind>(kind, Refusal::MissionKind)?;
        // SAFETY: as promised by the caller.
        let country = Country::parse(unsafe { read_many(country.cast::<u8>(), length) }?)?;
        Ok(mission_in_pilot(kind, country).map_or(0, Answer::code))
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

//! Obtaining an IIN: the ways, and the pilot at foreign establishments.

use kz_rules_core::{Answer, PilotPapers, Step};

use crate::date::kz_date;
use crate::facts::{answer, kz_facts, optional};
use crate::law::{fill, kz_law, law};
use crate::pointer::{read, write};
use crate::status::{BadInput, kz_status};
use crate::types::*;

/// The most provisions that a way to an IIN rests on.
pub const KZ_IIN_WAY_PROVISIONS_MAX: usize = 8;

/// A way to obtain an IIN, for a person and a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_iin_way_info {
    /// The step of a plan that takes this way; 0: there is no such way.
    pub step: kz_step,
    /// Whether it is open to the person; 0: that depends on unknown facts.
    pub open: kz_answer,
    /// How many of `provisions` are given.
    pub provision_count: u8,
    /// Zero.
    pub reserved: u8,
    /// The provisions that the way rests on and that apply on the day.
    pub provisions: [kz_provision; KZ_IIN_WAY_PROVISIONS_MAX],
}

/// What an application for an IIN at a foreign establishment needs. All is 0 but `running` if that way is
/// closed to everybody on the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_pilot_papers {
    /// Whether the way is open on the day.
    pub running: kz_answer,
    /// Whether a notarised translation is needed; 0: not known.
    pub translation: kz_answer,
    /// Whether that notarisation must be legalised or bear an apostille; 0: not known.
    pub legalisation: kz_answer,
    /// How many of `provisions` are given.
    pub provision_count: u8,
    /// The provisions that the way rests on. kz_window_get() says when the IIN is ready.
    pub provisions: [kz_provision; KZ_IIN_WAY_PROVISIONS_MAX],
}

impl From<Option<PilotPapers<'_>>> for kz_pilot_papers {
    fn from(papers: Option<PilotPapers<'_>>) -> Self {
        let mut answer = Self {
            running: answer(papers.is_some()),
            ..Self::default()
        };
        if let Some(papers) = papers {
            answer.translation = papers.translation.map_or(0, Answer::code);
            answer.legalisation = papers.legalisation.map_or(0, Answer::code);
            answer.provision_count = fill(&mut answer.provisions, papers.way.provisions());
        }
        answer
    }
}

/// Gives a way to an IIN, and says whether it is open to a person with these facts. `place`: its number, from
/// 0, among the ways that are open to somebody on the day `on` of the facts, in order of preference.
///
/// # Safety
///
/// `law`, `facts` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_iin_way_at(
    law: *const kz_law,
    facts: *const kz_facts,
    place: u8,
    out: *mut kz_iin_way_info,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        // SAFETY: as promised by the caller.
        let (on, facts, _) = unsafe { read(facts) }?.read()?;
        let mut info = kz_iin_way_info::default();
        if let Some(way) = law.iin_ways(on).nth(place.into()) {
            info.step = Step::code(way.step());
            info.open = way.is_open(&facts).single().map_or(0, Answer::code);
            info.provision_count = fill(&mut info.provisions, way.provisions());
        }
        Ok(info)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Says what an application for an IIN needs if it is filed at a foreign establishment on a day.
///
/// `latin_or_cyrillic`: whether the document shows the person's data in Latin or Cyrillic letters.
/// `convention_state`: whether the translation is notarised in a state party to one of the two conventions that
/// make legalisation unnecessary (Minsk, Chisinau). Either may be 0: not known.
///
/// # Safety
///
/// `law` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_iin_papers(
    law: *const kz_law,
    on: kz_date,
    latin_or_cyrillic: kz_answer,
    convention_state: kz_answer,
    out: *mut kz_pilot_papers,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        let on = on.required(BadInput::On)?;
        let letters = optional(latin_or_cyrillic, BadInput::LatinOrCyrillic)?;
        let state = optional(convention_state, BadInput::ConventionState)?;
        Ok(law.pilot_papers(on, letters, state))
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

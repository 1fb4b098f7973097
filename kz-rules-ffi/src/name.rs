//! Names of the values of closed sets, and identifiers of a law.

use core::ffi::c_char;
use core::ptr::null;

use kz_rules_core::{
    Action, AgeBand, AgeReading, Answer, BirthPrecision, CaseState, Certainty, CertificateField,
    Covered, Cure, DataItem, DayState, DocumentKind, Edition, Error, EventKind, Fact, Finding,
    FirstDay, Goal, Language, Law, LawKnown, Location, MissionKind, Obligation, Occasion,
    OutcomeKind, PlaceOfStay, Procedure, Reason, Sex, Standing, StayRegime, StayState, Step, Term,
    TermOutcomeKind, Text, TreatyKind, Verdict, VisaChannel, Vocabulary, Week, Zone, named_sets,
    text,
};

use crate::law::{kz_law, law, pointer};
use crate::status::{BadInput, KZ_OK, kz_status};
use crate::types::*;

/// The name of a value of a closed set, or the identifier of a provision, a document or an edition of the law;
/// NULL if there is none. The value of a status is its number, negated: see kz_status_name().
///
/// # Safety
///
/// `law` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_name(
    law: *const kz_law,
    of: kz_vocabulary,
    value: u16,
) -> *const c_char {
    // SAFETY: as promised by the caller.
    let law = unsafe { self::law(law) }.ok();
    law.and_then(|law| name(law, of, value))
        .map_or(null(), pointer)
}

fn name<'a>(law: Law<'a>, of: kz_vocabulary, value: u16) -> Option<Text<'a>> {
    let code = u8::try_from(value).ok();
    macro_rules! look_up {
        ($($kind:ident,)+) => {
            match Vocabulary::from_code(of)? {
                $( Vocabulary::$kind => $kind::from_code(code?).map($kind::name_text), )+
                of @ (Vocabulary::Provision | Vocabulary::Document | Vocabulary::Edition) => {
                    law.id_of(of, value)
                }
                Vocabulary::Status => name_of_status(i32::from(value).wrapping_neg()),
            }
        };
    }
    named_sets!(look_up)
}

/// How many values a closed set has, or how many provisions, documents or editions the law has. 0 for statuses,
/// and if there is no such vocabulary.
///
/// # Safety
///
/// `law` is NULL or points to its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_vocabulary_count(law: *const kz_law, of: kz_vocabulary) -> u16 {
    // SAFETY: as promised by the caller.
    let law = unsafe { self::law(law) }.ok();
    law.and_then(|law| count(law, of))
        .and_then(|count| u16::try_from(count).ok())
        .unwrap_or_default()
}

fn count(law: Law<'_>, of: kz_vocabulary) -> Option<usize> {
    macro_rules! count {
        ($($kind:ident,)+) => {
            match Vocabulary::from_code(of)? {
                Vocabulary::Status => None,
                $( Vocabulary::$kind => Some($kind::ALL.len()), )+
                Vocabulary::Provision => Some(law.all_provisions().count()),
                Vocabulary::Document => Some(law.all_documents().count()),
                Vocabulary::Edition => Some(
                    (1..=u8::MAX)
                        .take_while(|number| law.edition_id(Edition::new(*number)).is_some())
                        .count(),
                ),
            }
        };
    }
    named_sets!(count)
}

/// The vocabulary of a fact's values; 0 for the birth date, and if there is no such fact.
#[unsafe(no_mangle)]
pub extern "C" fn kz_fact_vocabulary(fact: kz_fact) -> kz_vocabulary {
    let of = match Fact::from_code(fact) {
        None | Some(Fact::Birth) => return 0,
        Some(Fact::Occasion) => Vocabulary::Occasion,
        Some(Fact::Standing) => Vocabulary::Standing,
        Some(Fact::Action) => Vocabulary::Action,
        Some(Fact::VisaChannel) => Vocabulary::VisaChannel,
        Some(Fact::Location) => Vocabulary::Location,
        Some(_) => Vocabulary::Answer,
    };
    of.code()
}

/// The name of a status, such as "bad_on" for KZ_ERROR_BAD_ON: "ok" for KZ_OK, "unknown" if there is no such
/// status. Never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn kz_status_name(status: kz_status) -> *const c_char {
    let name = match status {
        KZ_OK => Some(text!("ok")),
        wrong => name_of_status(wrong),
    };
    pointer(name.unwrap_or(text!("unknown")))
}

/// The name of an error.
fn name_of_status(status: kz_status) -> Option<Text<'static>> {
    let error = u8::try_from(status.wrapping_neg())
        .ok()
        .and_then(Error::from_code);
    error.map(Error::name_text).or_else(|| {
        let mut inputs = BadInput::STATUSES.iter().zip(BadInput::NAMES);
        inputs.find_map(|(input, word)| (*input == status).then_some(*word))
    })
}

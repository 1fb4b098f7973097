//! Many persons at once, in columns.

use kz_rules_core::{AnswerColumns, ColumnsError, Error, FactColumns, RowError};

use crate::facts::{failure, settings};
use crate::law::{kz_law, law};
use crate::pointer::{Failure, read, status};
use crate::status::{BadInput, KZ_OK, kz_status};
use crate::types::*;

/// The `holds_until` of kz_answer_columns for an answer that never changes.
pub const KZ_HOLDS_FOREVER: i32 = 0x7FFF_FFFF;

const _: () = assert!(KZ_HOLDS_FOREVER == kz_rules_core::HOLDS_FOREVER);

/// Facts of many persons, one column for each fact: item n of every column is about person n. If a column is
/// NULL, the fact is not known for anybody.
///
/// A fact is one of its constants; 0: not known. A day is a number of days since 1970-01-01, as Arrow's date32.
/// A validity bitmap has one bit for each person, the lowest bit of the first byte first, as in Arrow. If a bit
/// is 0, the day is not known, whatever its column holds.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct kz_fact_columns {
    /// The decision dates. Must be given.
    pub on: *const i32,
    /// Which decision dates are given; NULL: all. A person without one gets KZ_ERROR_BAD_ON.
    pub on_validity: *const u8,
    /// The birth dates, each known in full or not at all.
    pub birth: *const i32,
    /// Which birth dates are known; NULL: all.
    pub birth_validity: *const u8,
    /// What the person comes for.
    pub occasion: *const kz_occasion,
    /// Citizen, foreigner or stateless.
    pub standing: *const kz_standing,
    /// Whether the prints are already in Kazakhstan's database.
    pub fingerprinted: *const kz_answer,
    /// What is done with the document.
    pub action: *const kz_action,
    /// How the visa is obtained.
    pub visa_channel: *const kz_visa_channel,
    /// Whether a foreigner resides in Kazakhstan permanently.
    pub permanent_resident: *const kz_answer,
    /// Whether the document was already held, and valid, when the fingerprint rules started.
    pub held_at_commencement: *const kz_answer,
    /// The answer to the law's own question 1. Must be 0 if the law has no such question.
    pub question_1: *const kz_answer,
    /// The same for question 2.
    pub question_2: *const kz_answer,
    /// The same for question 3.
    pub question_3: *const kz_answer,
    /// The same for question 4.
    pub question_4: *const kz_answer,
    /// What is not asked for: sets of kz_fact, without KZ_FACT_HELD_AT_COMMENCEMENT.
    pub declined: *const kz_set,
}

/// Answers, one column for each kind. A column that is not wanted is NULL. For a person with an error, all is
/// zero but the status.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct kz_answer_columns {
    /// KZ_OK, or the error that kz_assess() returns for this person. Must be given.
    pub status: *mut kz_status,
    /// The possible obligations, as a set of kz_obligation.
    pub obligations: *mut u8,
    /// The first provision of the basis.
    pub basis: *mut kz_provision,
    /// The fact to ask for next; 0: none.
    pub ask: *mut kz_fact,
    /// As in kz_assessment, in days since 1970-01-01; KZ_HOLDS_FOREVER: the answer never changes.
    pub holds_until: *mut i32,
}

/// The status of a person, written in place.
#[repr(transparent)]
struct Status(#[allow(dead_code)] kz_status); // C reads it

impl From<Result<(), RowError>> for Status {
    #[inline]
    fn from(result: Result<(), RowError>) -> Self {
        let failure = match result {
            Ok(()) => return Self(KZ_OK),
            Err(RowError::On) => BadInput::On.into(),
            Err(RowError::Birth) => BadInput::Birth.into(),
            Err(RowError::Fact(fact)) => failure(fact),
            Err(RowError::Declined) => BadInput::Declined.into(),
            Err(RowError::Assess(error)) => error.into(),
        };
        let Failure(status) = failure;
        Self(status)
    }
}

/// Assesses `count` persons whose facts are in columns: for large tables. Each person gets the answer of
/// kz_assess(). An error of one person is in that person's status; the others get their answers.
///
/// `edition` and `age_reading` are as in kz_facts, for all persons.
///
/// Errors: KZ_ERROR_EDITION_UNKNOWN. On an error of the call nothing is written. If the law is incomplete only
/// on a later day, a person gets KZ_ERROR_LAW_INCOMPLETE only if `holds_until` is wanted.
///
/// # Safety
///
/// `law`, `facts` and `answers` are NULL or point to their types; each column is NULL or has `count` items, each bitmap
/// bits for so many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_assess_columns(
    law: *const kz_law,
    facts: *const kz_fact_columns,
    count: usize,
    edition: kz_edition,
    age_reading: kz_age_reading,
    answers: *const kz_answer_columns,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        // SAFETY: as promised by the caller.
        let (facts, answers) = unsafe { (read(facts)?, read(answers)?) };
        let settings = settings(edition, age_reading)?;
        let bytes = count.div_ceil(8);
        // SAFETY: as promised by the caller.
        let (facts, answers) = unsafe {
            let facts = FactColumns {
                on: column(facts.on, count).ok_or(BadInput::Null)?,
                on_validity: column(facts.on_validity, bytes),
                birth: column(facts.birth, count),
                birth_validity: column(facts.birth_validity, bytes),
                occasion: column(facts.occasion, count),
                standing: column(facts.standing, count),
                fingerprinted: column(facts.fingerprinted, count),
                action: column(facts.action, count),
                visa_channel: column(facts.visa_channel, count),
                permanent_resident: column(facts.permanent_resident, count),
                held_at_commencement: column(facts.held_at_commencement, count),
                question_1: column(facts.question_1, count),
                question_2: column(facts.question_2, count),
                question_3: column(facts.question_3, count),
                question_4: column(facts.question_4, count),
                declined: column(facts.declined, count),
            };
            let answers = AnswerColumns {
                status: column_out(answers.status.cast::<Status>(), count).ok_or(BadInput::Null)?,
                obligations: column_out(answers.obligations, count),
                basis: column_out(answers.basis, count),
                ask: column_out(answers.ask, count),
                holds_until: column_out(answers.holds_until, count),
            };
            (facts, answers)
        };
        let done = law.assess_columns(&facts, settings, answers);
        done.map_err(|error| match error {
            ColumnsError::EditionUnknown => Error::EditionUnknown.into(),
            // All have the length `count`.
            ColumnsError::Length(_) => BadInput::Null.into(),
        })
    };
    status(answer())
}

/// The items of a column; none if it is NULL and `count` is not 0.
///
/// # Safety
///
/// `items` is NULL or points to `count` valid items that nobody else writes to during the call.
#[inline]
unsafe fn column<'a, T>(items: *const T, count: usize) -> Option<&'a [T]> {
    if count == 0 {
        return Some(&[]);
    }
    // SAFETY: not NULL; the rest is the caller's promise.
    (!items.is_null()).then(|| unsafe { core::slice::from_raw_parts(items, count) })
}

/// The same for a column that is written to.
///
/// # Safety
///
/// `items` is NULL or points to `count` items that may be written to and that nobody else uses during the call. They are
/// integers, so any bytes are valid.
#[inline]
unsafe fn column_out<'a, T>(items: *mut T, count: usize) -> Option<&'a mut [T]> {
    if count == 0 {
        return Some(&mut []);
    }
    // SAFETY: not NULL; the rest is the caller's promise.
    (!items.is_null()).then(|| unsafe { core::slice::from_raw_parts_mut(items, count) })
}

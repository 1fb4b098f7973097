//! Why an obligation comes out.

use kz_rules_core::{
    Action, Answer, BirthPrecision, Fact, Facts, MAX_PASSED, Obligation, Occasion, Passed, Set,
    Standing, Trace, Value, VisaChannel,
};

use crate::date::kz_date;
use crate::facts::{answer, kz_facts};
use crate::law::{kz_law, law};
use crate::pointer::{read, write};
use crate::status::{BadInput, kz_status};
use crate::types::*;

/// The most rows that can be passed over on the way to an obligation.
pub const KZ_PASSED_MAX: usize = 31;

const _: () = assert!(KZ_PASSED_MAX == MAX_PASSED);

/// A row of the law that was passed over, and the fact that excluded it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_passed {
    /// The provision of the row. Several rows may have the same one.
    pub provision: kz_provision,
    /// The fact that excluded the row: the first in asking order, facts that were given before others. 0: the
    /// row does not apply on this day, whatever the facts.
    pub fact: kz_fact,
    /// Yes: what was given excludes the row, or the day does. No: the value assumed in `completion` does.
    pub given: kz_answer,
}

/// The way through the rows of an edition to one obligation.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(C)]
pub struct kz_trace {
    /// Facts that lead to this obligation: those given, with one value assumed for each other fact that matters
    /// to fingerprinting (from KZ_FACT_OCCASION to KZ_FACT_QUESTION_4). All other fields are as given.
    pub completion: kz_facts,
    /// The provision of the row that decided.
    pub basis: kz_provision,
    /// The obligation.
    pub obligation: kz_obligation,
    /// How many of `passed` are given.
    pub passed_count: u8,
    /// The rows above that row, in the order of the law.
    pub passed: [kz_passed; KZ_PASSED_MAX],
}

impl From<&Passed> for kz_passed {
    fn from(row: &Passed) -> Self {
        Self {
            provision: row.provision.number(),
            fact: row.fact.map_or(0, Fact::code),
            given: answer(row.given),
        }
    }
}

/// A trace, with the question that it answers.
impl From<(&kz_facts, Trace)> for kz_trace {
    fn from((facts, trace): (&kz_facts, Trace)) -> Self {
        let mut passed = [kz_passed::default(); KZ_PASSED_MAX];
        let mut passed_count = 0u8;
        for (to, row) in passed.iter_mut().zip(&trace.passed) {
            *to = row.into();
            passed_count = passed_count.saturating_add(1);
        }
        Self {
            completion: completed(facts, &trace.completion),
            basis: trace.basis.number(),
            obligation: trace.obligation.code(),
            passed_count,
            passed,
        }
    }
}

/// The facts, with the values of a completion for those that matter to fingerprinting.
fn completed(facts: &kz_facts, by: &Facts) -> kz_facts {
    fn code<T: Value>(values: Set<T>) -> u8 {
        values.single().map_or(0, T::code)
    }
    let (birth, birth_precision) = match by.birth().known_day() {
        Some(day) => (kz_date::from(day), BirthPrecision::Day.code()),
        None => (facts.birth, facts.birth_precision),
    };
    kz_facts {
        birth,
        birth_precision,
        standing: code::<Standing>(by.possible_standings()),
        permanent_resident: code::<Answer>(by.possibly_permanent_resident()),
        occasion: code::<Occasion>(by.possible_occasions()),
        action: code::<Action>(by.possible_actions()),
        visa_channel: code::<VisaChannel>(by.possible_visa_channels()),
        fingerprinted: code::<Answer>(by.possibly_fingerprinted()),
        held_at_commencement: code::<Answer>(by.possibly_held_at_commencement()),
        question_1: code::<Answer>(by.possible_question_1()),
        question_2: code::<Answer>(by.possible_question_2()),
        question_3: code::<Answer>(by.possible_question_3()),
        question_4: code::<Answer>(by.possible_question_4()),
        ..*facts
    }
}

/// Says why an obligation comes out, or why it is possible: which rows of the law were passed over, and which
/// fact excluded each. Call it for each of the `obligations` of a kz_assessment.
///
/// Errors: as kz_assess(); KZ_ERROR_NOT_POSSIBLE.
///
/// # Safety
///
/// `law`, `facts` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_explain(
    law: *const kz_law,
    facts: *const kz_facts,
    obligation: kz_obligation,
    out: *mut kz_trace,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        // SAFETY: as promised by the caller.
        let given = unsafe { read(facts) }?;
        let (on, facts, settings) = given.read()?;
        let obligation = Obligation::from_code(obligation).ok_or(BadInput::Obligation)?;
        let trace = law.explain(on, &facts, settings, obligation)?;
        Ok((given, trace.ok_or(BadInput::NotPossible)?))
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

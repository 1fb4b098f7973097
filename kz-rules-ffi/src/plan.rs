//! The way to the document.

use kz_rules_core::{
    Fact, MAX_PLAN_BASIS, MAX_PLAN_CAUTIONS, MAX_STEP_PROVISIONS, MAX_STEPS, Plan, plan_on,
};

use crate::facts::kz_facts;
use crate::law::list;
use crate::pointer::{read, write};
use crate::status::kz_status;
use crate::types::*;

/// The most steps of one plan.
pub const KZ_PLAN_STEPS_MAX: usize = 6;
/// The most provisions that one step rests on.
pub const KZ_PLAN_STEP_PROVISIONS_MAX: usize = 3;
/// The most provisions that a deadlock rests on.
pub const KZ_PLAN_BASIS_MAX: usize = 2;
/// The most cautions that a plan carries.
pub const KZ_PLAN_CAUTIONS_MAX: usize = 2;

const _: () = assert!(
    KZ_PLAN_STEPS_MAX == MAX_STEPS
        && KZ_PLAN_STEP_PROVISIONS_MAX == MAX_STEP_PROVISIONS
        && KZ_PLAN_BASIS_MAX == MAX_PLAN_BASIS
        && KZ_PLAN_CAUTIONS_MAX == MAX_PLAN_CAUTIONS
);

/// A step of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_plan_step {
    /// What to do.
    pub step: kz_step,
    /// How many of `provisions` are given.
    pub provision_count: u8,
    /// What it rests on. Of KZ_STEP_OBTAIN_DOCUMENT: the case of the document.
    pub provisions: [kz_provision; KZ_PLAN_STEP_PROVISIONS_MAX],
}

/// The way to the document, or why there is none. While facts are unknown that lead to different
/// steps or to different goals blocked, there are no steps, nothing in `blocked`, `basis` and
/// `ways_out`, and `ask` names the fact to ask for next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_plan_answer {
    /// Whether the document can be had.
    pub verdict: kz_verdict,
    /// The fact to ask for next; 0: the answer is complete, or only a final birth date is left.
    pub ask: kz_fact,
    /// The facts on which the answer still depends, as a set of kz_fact.
    pub relevant: kz_set,
    /// What cannot be reached, if the document cannot: a set of kz_goal.
    pub blocked: kz_set,
    /// If it is a visa that cannot be had: the channels by which it can, as far as the fingerprint
    /// rule goes, as a set of kz_visa_channel. The sources do not say whether the person is
    /// eligible for them.
    pub ways_out: kz_set,
    /// How many of `steps` are given; none if the document is already held.
    pub step_count: u8,
    /// How many of `basis` are given.
    pub basis_count: u8,
    /// The steps, in the order in which to take them.
    pub steps: [kz_plan_step; KZ_PLAN_STEPS_MAX],
    /// What a deadlock rests on.
    pub basis: [kz_provision; KZ_PLAN_BASIS_MAX],
    /// Developments outside the sources that may change the answer.
    pub cautions: [kz_provision; KZ_PLAN_CAUTIONS_MAX],
    /// How many of `cautions` are given.
    pub caution_count: u8,
    /// Zero.
    pub reserved: u8,
}

impl From<Plan> for kz_plan_answer {
    #[inline]
    fn from(from: Plan) -> Self {
        let mut answer = Self {
            verdict: from.verdict.code(),
            ask: from.ask.map_or(0, Fact::code),
            relevant: from.relevant.bits(),
            blocked: from.blocked.bits(),
            ways_out: from.ways_out.bits(),
            ..Self::default()
        };
        for (to, from) in answer.steps.iter_mut().zip(&from.steps) {
            to.step = from.step.code();
            to.provision_count = list(&mut to.provisions, from.provisions);
            answer.step_count = answer.step_count.wrapping_add(1);
        }
        answer.basis_count = list(&mut answer.basis, &from.basis);
        answer.caution_count = list(&mut answer.cautions, &from.cautions);
        answer
    }
}

/// Says by which steps a person gets the document, or why not and which visa channels are ways out;
/// or what to ask next. Under the edition `enacted` alone.
///
/// Errors: KZ_ERROR_NULL; KZ_ERROR_RESERVED; the KZ_ERROR_BAD_ of the field that cannot be read;
/// KZ_ERROR_EDITION_NOT_SUPPORTED; KZ_ERROR_BIRTH_AFTER_DECISION.
///
/// # Safety
///
/// `facts` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_plan(facts: *const kz_facts, out: *mut kz_plan_answer) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let (on, facts, settings) = unsafe { read(facts) }?.read()?;
        Ok(plan_on(on, &facts, settings)?)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

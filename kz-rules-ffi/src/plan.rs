//! The way to the document.

use kz_rules_core::{Fact, MAX_ROW_PROVISIONS, MAX_STEPS, Plan, Step};

use crate::assess::KZ_CAUTIONS_MAX;
use crate::facts::kz_facts;
use crate::law::{fill, kz_law, law};
use crate::pointer::{read, write};
use crate::status::kz_status;
use crate::types::*;

/// The most steps of one plan.
pub const KZ_PLAN_STEPS_MAX: usize = 6;
/// The most provisions that are listed for one step.
pub const KZ_PLAN_STEP_PROVISIONS_MAX: usize = 8;
/// The most provisions that a deadlock rests on.
pub const KZ_PLAN_BASIS_MAX: usize = 4;

const _: () = assert!(KZ_PLAN_STEP_PROVISIONS_MAX == kz_rules_core::capacity::NAMED_BY_STEP);

const _: () = assert!(KZ_PLAN_STEPS_MAX == MAX_STEPS && KZ_PLAN_BASIS_MAX == MAX_ROW_PROVISIONS);

/// A step of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_plan_step {
    /// What to do.
    pub step: kz_step,
    /// How many of `provisions` are given.
    pub provision_count: u8,
    /// What the step rests on. For KZ_STEP_OBTAIN_DOCUMENT: the provision that makes prints mandatory.
    pub provisions: [kz_provision; KZ_PLAN_STEP_PROVISIONS_MAX],
}

/// The way to the document, or why there is none. As long as unknown facts can change the steps or the blocked
/// goals, `steps`, `blocked`, `basis` and `ways_out` are empty.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_plan_answer {
    /// Whether the document can be obtained.
    pub verdict: kz_verdict,
    /// The fact to ask for next; 0: the answer is complete, or what is missing may not be asked for.
    pub ask: kz_fact,
    /// Whether the law is known on the decision date.
    pub law: kz_law_known,
    /// How many of `steps` are given; none if the document is already held.
    pub step_count: u8,
    /// The facts on which the answer still depends, declined ones included: a set of kz_fact.
    pub relevant: kz_set,
    /// If the document cannot be obtained: what cannot be reached, a set of kz_goal.
    pub blocked: kz_set,
    /// If a visa cannot be obtained: the channels through which it can, as far as the fingerprint rule goes, a
    /// set of kz_visa_channel. The sources do not say whether the person is eligible for them.
    pub ways_out: kz_set,
    /// The steps, in order.
    pub steps: [kz_plan_step; KZ_PLAN_STEPS_MAX],
    /// What a deadlock rests on.
    pub basis: [kz_provision; KZ_PLAN_BASIS_MAX],
    /// What may change the answer, such as developments outside the sources.
    pub cautions: [kz_provision; KZ_CAUTIONS_MAX],
    /// How many of `basis` are given.
    pub basis_count: u8,
    /// How many of `cautions` are given.
    pub caution_count: u8,
    /// Zero.
    pub reserved: u16,
}

impl From<Plan<'_>> for kz_plan_answer {
    #[inline]
    fn from(plan: Plan<'_>) -> Self {
        let mut answer = Self {
            verdict: plan.verdict.code(),
            ask: plan.ask.map_or(0, Fact::code),
            law: plan.law_known.code(),
            relevant: plan.relevant.bits(),
            blocked: plan.blocked.bits(),
            ways_out: plan.ways_out.bits(),
            ..Self::default()
        };
        for (to, from) in answer.steps.iter_mut().zip(plan.steps()) {
            to.step = Step::code(from.step);
            to.provision_count = fill(&mut to.provisions, from.provisions());
            answer.step_count = answer.step_count.wrapping_add(1);
        }
        answer.basis_count = fill(&mut answer.basis, plan.basis());
        answer.caution_count = fill(&mut answer.cautions, plan.cautions());
        answer
    }
}

/// Says by which steps a person gets the document or an IIN; or why not, and which visa channels are ways out;
/// or which fact to ask for next. It decides by edition 1 of the law alone.
///
/// Errors: KZ_ERROR_EDITION_NOT_SUPPORTED; KZ_ERROR_BIRTH_AFTER_DECISION; KZ_ERROR_LAW_INCOMPLETE.
///
/// # Safety
///
/// `law`, `facts` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_plan(
    law: *const kz_law,
    facts: *const kz_facts,
    out: *mut kz_plan_answer,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        // SAFETY: as promised by the caller.
        let (on, facts, settings) = unsafe { read(facts) }?.read()?;
        Ok(law.plan(on, &facts, settings)?)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

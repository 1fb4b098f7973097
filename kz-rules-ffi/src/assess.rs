//! Who must, may or need not be fingerprinted.

use kz_rules_core::{Assessment, Fact, MAX_BASIS, MAX_CAUTIONS, Outcome, Provision};

use crate::date::kz_date;
use crate::facts::kz_facts;
use crate::law::{fill, kz_law, law};
use crate::pointer::{place, read, status};
use crate::status::{BadInput, KZ_OK, kz_status};
use crate::types::*;

/// The most provisions that an assessment rests on.
pub const KZ_BASIS_MAX: usize = 32;
/// The most cautions that an answer carries.
pub const KZ_CAUTIONS_MAX: usize = 8;

const _: () = assert!(KZ_BASIS_MAX == MAX_BASIS && KZ_CAUTIONS_MAX == MAX_CAUTIONS);

/// What the law requires of a person, and why.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_assessment {
    /// Decided or undecided.
    pub outcome: kz_outcome,
    /// The obligation, if it is decided; else 0.
    pub obligation: kz_obligation,
    /// The fact to ask for next; 0: nothing is left to ask for, even if the outcome is undecided.
    pub ask: kz_fact,
    /// How many of `basis` are given.
    pub basis_count: u8,
    /// The possible obligations, as a set of kz_obligation.
    pub obligations: kz_set,
    /// The facts on which the obligation still depends, declined ones included: a set of kz_fact.
    pub relevant: kz_set,
    /// The first day after the decision date on which the same facts give other possible obligations; not
    /// given: there is none.
    pub holds_until: kz_date,
    /// The provisions that the possible obligations rest on, in the order of the law.
    pub basis: [kz_provision; KZ_BASIS_MAX],
    /// What may change the answer, such as developments outside the sources.
    pub cautions: [kz_provision; KZ_CAUTIONS_MAX],
    /// How many of `cautions` are given.
    pub caution_count: u8,
    /// Whether the law is known on the decision date. After the law's last known day the answer is an
    /// assumption.
    pub law: kz_law_known,
    /// Two provisions that contradict each other on this answer; the first one decides. Zeros: none.
    pub conflict: [kz_provision; 2],
    /// If mandatory: what follows a refusal. In this and the fields below, 0: the source does not say.
    pub consequence: kz_provision,
    /// If mandatory: what to bring.
    pub papers: kz_provision,
    /// If mandatory: where to go.
    pub place: kz_provision,
    /// If mandatory: who collects the data in Kazakhstan.
    pub collectors_home: kz_provision,
    /// If mandatory: who collects the data abroad.
    pub collectors_abroad: kz_provision,
    /// If mandatory: what is taken.
    pub taken: kz_provision,
    /// If mandatory: what is issued afterwards.
    pub issued: kz_provision,
    /// Zero.
    pub reserved: [u8; 4],
}

impl kz_assessment {
    /// Writes an answer into an empty struct.
    fn fill(&mut self, answer: &Assessment<'_>) {
        self.obligations = answer.possible.bits();
        let outcome = answer.outcome();
        self.outcome = outcome.kind().code();
        if let Outcome::Decided(obligation) = outcome {
            self.obligation = obligation.code();
        }
        self.ask = answer.ask.map_or(0, Fact::code);
        self.relevant = answer.relevant.bits();
        self.holds_until = answer.holds_until.into();
        self.law = answer.law_known.code();
        self.basis_count = fill(&mut self.basis, answer.basis());
        if answer.has_cautions() {
            self.caution_count = fill(&mut self.cautions, answer.cautions());
        }
        if let Some(both) = answer.conflict() {
            self.conflict = both.map(Provision::number);
        }
        if let Some(duties) = answer.duties() {
            // In the order of `Duty`.
            [
                self.consequence,
                self.papers,
                self.place,
                self.collectors_home,
                self.collectors_abroad,
                self.taken,
                self.issued,
            ] = duties.map(|duty| duty.map_or(0, Provision::number));
        }
    }
}

/// Says what the law requires of a person: the obligation with its reasons, or the fact to ask for next.
///
/// Errors: KZ_ERROR_EDITION_UNKNOWN; KZ_ERROR_BIRTH_AFTER_DECISION; KZ_ERROR_LAW_INCOMPLETE.
///
/// # Safety
///
/// `law`, `facts` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
#[inline(never)] // kz_assess_many calls it: one copy for both
pub unsafe extern "C" fn kz_assess(
    law: *const kz_law,
    facts: *const kz_facts,
    out: *mut kz_assessment,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        // SAFETY: as promised by the caller.
        let out = unsafe { place(out) }?;
        // SAFETY: as promised by the caller.
        let (on, facts, settings) = unsafe { read(facts) }?.read_in_place()?;
        let assessment = law.assess(on, &facts, settings)?;
        out.write(kz_assessment::default()).fill(&assessment);
        Ok(())
    };
    status(answer())
}

/// Assesses `count` persons in order. `done` becomes the number of persons answered: on an error, the index of
/// the person who has it. The answers before that person are written, the others are not.
///
/// Errors: as kz_assess(). On KZ_ERROR_NULL nothing is written, not even `done`.
///
/// # Safety
///
/// `facts` and `out` point to `count` of their types, unless `count` is 0; or are NULL, as may be
/// `done`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_assess_many(
    law: *const kz_law,
    facts: *const kz_facts,
    count: usize,
    out: *mut kz_assessment,
    done: *mut usize,
) -> kz_status {
    if done.is_null() || (count != 0 && (facts.is_null() || out.is_null())) {
        return BadInput::Null as kz_status;
    }
    let mut status = KZ_OK;
    let mut answered = 0usize;
    while answered < count {
        // SAFETY: `answered` is less than `count`; the rest is the caller's promise.
        status = unsafe {
            kz_assess(
                law,
                facts.wrapping_add(answered),
                out.wrapping_add(answered),
            )
        };
        if status != KZ_OK {
            break;
        }
        answered = answered.wrapping_add(1);
    }
    // SAFETY: not NULL; the rest is the caller's promise.
    unsafe { done.write(answered) };
    status
}

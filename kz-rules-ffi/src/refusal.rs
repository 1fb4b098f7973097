//! Grounds for refusal, and what may help.

use kz_rules_core::{Cure, Finding, Procedure, Refusal};

use crate::facts::answer;
use crate::law::{kz_law, law};
use crate::pointer::write;
use crate::status::{BadInput, kz_status};
use crate::types::*;

/// A ground for refusal. All zero: the finding is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_refusal {
    /// The ground.
    pub ground: kz_provision,
    /// What may help; 0: nothing is known to.
    pub cure: kz_cure,
    /// Yes: the cure is an inference; no source names it. 0 without a cure.
    pub inferred: kz_answer,
}

impl From<Option<Refusal>> for kz_refusal {
    fn from(refusal: Option<Refusal>) -> Self {
        refusal.map_or(Self::default(), |refusal| Self {
            ground: refusal.ground.number(),
            cure: refusal.inferred_cure.map_or(0, Cure::code),
            inferred: refusal.inferred_cure.map_or(0, |_| answer(true)),
        })
    }
}

/// Says on which ground a finding leads to a refusal in a procedure, and what may help against it.
///
/// # Safety
///
/// `law` and `out` are NULL or point to their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_refusal_get(
    law: *const kz_law,
    procedure: kz_procedure,
    finding: kz_finding,
    out: *mut kz_refusal,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        let procedure = Procedure::from_code(procedure).ok_or(BadInput::Procedure)?;
        let finding = Finding::from_code(finding).ok_or(BadInput::Finding)?;
        Ok(law.refusal(procedure, finding))
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

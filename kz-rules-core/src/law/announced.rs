//! Edition `announced`: the Ministry's briefing (legal model, section 4). The first row that fits
//! decides.

use super::rule::{Obligation::*, Rule, row};
use super::{FINGERPRINTS_START, Provision::*};
use crate::facts::{Action::*, AgeBand::*, Answer::*, Occasion::*, Standing::*};

#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    /* 1 */ row(NotInForce, MiaCommencement).before(FINGERPRINTS_START),
    /* 2 */ row(NotRequired, MiaFirstTime).fingerprinted(&[Yes]),
    /* 3 */ row(NotRequired, MiaScope).standing(&[Foreigner]).permanent_resident(&[No]),
    /* 4 */ row(NotRequired, MiaUnder12).age(&[Under12]),
    /* 5 */ row(Voluntary, Mia12To16).age(&[From12]),
    /* 6 */ row(Mandatory, MiaDocuments)
                .occasion(&[CitizenPassport, CitizenIdentityCard, ResidenceCard, StatelessIdentity])
                .action(&[FirstIssue, Extension, Restoration, Replacement]),
    /* 7 */ row(NotRequired, MiaDocuments),
];

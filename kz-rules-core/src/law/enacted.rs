//! Edition `enacted`: Law No. 50-VIII (legal model, section 4). The first row that fits decides.

use super::rule::{Obligation::*, Rule, row};
use super::{FINGERPRINTS_START, Provision::*, VISA_SUSPENSION_END};
use crate::facts::{Action::*, AgeBand::*, Answer::*, Occasion::*, Standing::*, VisaChannel::*};

#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    /* 1 */ row(NotInForce, L50Commencement).before(FINGERPRINTS_START),
    /* 2 */ row(NotRequired, L50Once).fingerprinted(&[Yes]),
    /* 3 */ row(Voluntary, L50CitizenVoluntary).standing(&[Citizen]),
    /* 4 */ row(NotRequired, L50Age16).age(&[Under12, From12]),
    /* 5 */ row(NotRequired, L50HeldDocument).action(&[Holding])
                .occasion(&[TemporaryResidencePermit, ResidenceCard, Visa]).held_at_commencement(&[Yes]),
    /* 6 */ row(NotRequired, L50Cases).action(&[Holding]).occasion(HELD),
            row(NotRequired, L50Cases).occasion(&[CitizenPassport, CitizenIdentityCard, Other]),
    /* 7 */ row(Suspended, L50VisaSuspension).occasion(&[Visa]).visa_channel(&[Airport, Electronic])
                .action(&[FirstIssue]).before(VISA_SUSPENSION_END),
    /* 8 */ row(Mandatory, L50Case1).occasion(&[SeafarerIdentity]),
            row(Mandatory, L50Case2).occasion(&[TemporaryResidencePermit, PermanentResidencePermit]),
            row(Mandatory, L50Case3).occasion(&[ResidenceCard, StatelessIdentity]),
            row(Mandatory, L50Case4).occasion(&[AsylumSeekerStatus, RefugeeCertificate, RefugeeTravelDocument]),
            row(Mandatory, L50Case5).occasion(&[Expulsion, Readmission]),
            row(Mandatory, L50Case6).occasion(&[Visa]),
];

/// What can be held: every occasion but expulsion and readmission.
const HELD: &[crate::facts::Occasion] = &[
    SeafarerIdentity,
    TemporaryResidencePermit,
    PermanentResidencePermit,
    ResidenceCard,
    StatelessIdentity,
    AsylumSeekerStatus,
    RefugeeCertificate,
    RefugeeTravelDocument,
    Visa,
    CitizenPassport,
    CitizenIdentityCard,
    Other,
];

//! Refusals: on which ground, and what may cure it (legal model, sections 1 and 5).

use crate::closed_set::closed_set;
use crate::law::Provision;
use crate::registration::CaseRefusal;

closed_set! {
    /// What can be refused.
    pub enum Procedure {
        /// The IIN at a foreign establishment, in the pilot.
        PilotIin = 1, "pilot_iin";
        /// The registration of an immigrant.
        Registration = 2, "registration";
    }
}

closed_set! {
    /// What was found about an application.
    pub enum Finding {
        /// Documents or data are untrue.
        FalseData = 1, "false_data";
        /// The data do not meet the legal requirements.
        NoncompliantData = 2, "noncompliant_data";
        /// The person already has an IIN.
        HasIin = 3, "has_iin";
        /// The person has overstayed.
        StayExceeded = 4, "stay_exceeded";
        /// The host refuses.
        HostDeclined = 5, "host_declined";
    }
}

closed_set! {
    /// What may help against a refusal. Each is an inference: the sources name no cure.
    pub enum Cure {
        /// Submit true data.
        SubmitTrueData = 1, "submit_true_data";
        /// Use the IIN that exists.
        UseExistingIin = 2, "use_existing_iin";
        /// Find another place, or win the host's consent.
        AnotherPlaceOrConsent = 3, "another_place_or_consent";
    }
}

/// A refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct Refusal {
    /// The ground.
    pub ground: Provision,
    /// What may cure it; none if nothing is known to. An inference, never the source's word.
    pub inferred_cure: Option<Cure>,
}

impl Refusal {
    /// The refusal that a finding leads to; none if it is no ground in this procedure.
    ///
    /// ```
    /// use kz_rules_core::{Cure, Finding, Procedure, Provision, Refusal};
    ///
    /// let refusal = Refusal::of(Procedure::PilotIin, Finding::HasIin).expect("it is a ground");
    /// assert_eq!(refusal.ground, Provision::PilotRefusal3);
    /// assert_eq!(refusal.inferred_cure, Some(Cure::UseExistingIin));
    /// assert_eq!(Refusal::of(Procedure::Registration, Finding::HasIin), None);
    /// ```
    #[must_use]
    pub const fn of(procedure: Procedure, finding: Finding) -> Option<Self> {
        match procedure {
            Procedure::PilotIin => Self::of_pilot_iin(finding),
            Procedure::Registration => match finding {
                Finding::FalseData => Some(CaseRefusal::FalseData.refusal()),
                Finding::StayExceeded => Some(CaseRefusal::StayExceeded.refusal()),
                Finding::HostDeclined => Some(CaseRefusal::HostDeclined.refusal()),
                Finding::NoncompliantData | Finding::HasIin => None,
            },
        }
    }

    const fn of_pilot_iin(finding: Finding) -> Option<Self> {
        let (ground, inferred_cure) = match finding {
            Finding::FalseData => (Provision::PilotRefusal1, Some(Cure::SubmitTrueData)),
            Finding::NoncompliantData => (Provision::PilotRefusal2, None),
            Finding::HasIin => (Provision::PilotRefusal3, Some(Cure::UseExistingIin)),
            Finding::StayExceeded | Finding::HostDeclined => return None,
        };
        Some(Self {
            ground,
            inferred_cure,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::vec::Vec;

    use super::*;

    #[test]
    fn each_ground_has_its_finding_and_its_cure() {
        let mut refusals = Vec::new();
        for procedure in Procedure::ALL {
            for finding in Finding::ALL {
                if let Some(refusal) = Refusal::of(*procedure, *finding) {
                    let cure = refusal.inferred_cure.map(Cure::word);
                    refusals.push((refusal.ground.id(), finding.word(), cure));
                }
            }
        }
        let expected = [
            ("PILOT-REFUSAL-1", "false_data", Some("submit_true_data")),
            ("PILOT-REFUSAL-2", "noncompliant_data", None),
            ("PILOT-REFUSAL-3", "has_iin", Some("use_existing_iin")),
            ("R923-REFUSAL-1", "false_data", Some("submit_true_data")),
            ("R923-REFUSAL-2", "stay_exceeded", None),
            (
                "R923-REFUSAL-3",
                "host_declined",
                Some("another_place_or_consent"),
            ),
        ];
        assert_eq!(refusals, expected);
    }
}

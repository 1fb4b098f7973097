//! Refusals: on which ground, and what may cure it (legal model, section 5).

use crate::law::{Cure, Finding, GroundRow, Law, Procedure, Provision};

/// A refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct Refusal {
    /// The ground.
    pub ground: Provision,
    /// What may cure it, if anything is known to. An inference: the source does not say so.
    pub inferred_cure: Option<Cure>,
}

impl Law<'_> {
    /// The refusal that a finding leads to; none if it is not a ground in this procedure.
    ///
    /// ```
    /// use kz_rules_core::{Cure, Finding, Law, Procedure};
    ///
    /// let law = Law::BUILT_IN;
    /// let refusal = law.refusal(Procedure::PilotIin, Finding::HasIin).unwrap();
    /// assert_eq!(refusal.ground.to_string(), "PILOT-REFUSAL-3");
    /// assert_eq!(refusal.inferred_cure, Some(Cure::UseExistingIin));
    /// assert_eq!(law.refusal(Procedure::Registration, Finding::HasIin), None);
    /// ```
    #[must_use]
    pub fn refusal(self, procedure: Procedure, finding: Finding) -> Option<Refusal> {
        let mut rows = self.grounds().iter().map(GroundRow::from);
        let row =
            rows.find(|row| row.procedure() == Some(procedure) && row.finding() == Some(finding))?;
        Some(Refusal {
            ground: row.ground(),
            inferred_cure: row.cure(),
        })
    }
}

/// [`Law::refusal`] of the built-in law.
#[must_use]
pub fn refusal(procedure: Procedure, finding: Finding) -> Option<Refusal> {
    Law::BUILT_IN.refusal(procedure, finding)
}

#[cfg(test)]
mod tests {
    use std::string::{String, ToString};
    use std::vec::Vec;

    use super::*;

    #[test]
    fn each_ground_has_its_finding_and_its_cure() {
        let mut refusals: Vec<(String, _, _)> = Vec::new();
        for procedure in Procedure::ALL {
            for finding in Finding::ALL {
                if let Some(refusal) = refusal(*procedure, *finding) {
                    let cure = refusal.inferred_cure.map(Cure::name);
                    refusals.push((refusal.ground.to_string(), finding.name(), cure));
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
        ]
        .map(|(ground, finding, cure)| (ground.to_string(), finding, cure));
        assert_eq!(refusals, expected);
    }
}

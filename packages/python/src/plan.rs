//! The way to a document.

use kz_rules_core::{Fact, Goal, VisaChannel};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping};

use crate::error::refused;
use crate::facts::{facts as read_facts, settings};
use crate::law::Law;
use crate::words::{self, Tuple};

/// The way to the document, or why there is none.
#[pyclass(frozen, module = "kz_rules")]
pub(crate) struct Plan {
    /// Whether the document can be obtained.
    #[pyo3(get)]
    verdict: &'static str,
    /// The fact to ask for next; None if the answer is complete, or every fact left was declined or is never asked for.
    #[pyo3(get)]
    ask: Option<&'static str>,
    /// Whether the law is known on the day, or assumed.
    #[pyo3(get)]
    law_known: &'static str,
    steps: Vec<PlanStep>,
    blocked: Vec<&'static str>,
    relevant: Vec<&'static str>,
    basis: Vec<String>,
    ways_out: Vec<&'static str>,
    cautions: Vec<String>,
}

/// A step of a plan.
#[pyclass(frozen, eq, hash, module = "kz_rules")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct PlanStep {
    /// What to do.
    #[pyo3(get)]
    step: &'static str,
    provisions: Vec<String>,
}

/// The steps by which a person gets the document, as of a day. Facts are given as for `assess`, and so are the
/// circumstances: `location`, `may_enter`, `has_iin` and the others.
///
/// >>> from datetime import date
/// >>> way = plan(date(2026, 11, 22), standing="foreigner", birth=date(1990, 5, 17), occasion="visa", action="first_issue",
/// ...     visa_channel="electronic", fingerprinted=False, location="abroad", may_enter=False, has_iin=True,
/// ...     mission_takes_fingerprints=False)
/// >>> way.verdict, way.steps, way.blocked
/// ('deadlock', (), ('presence', 'fingerprints', 'document'))
///
/// Raises `BadInput`, and `NoAnswer`, such as `birth_after_decision`.
#[pyfunction]
#[pyo3(signature = (on, facts=None, *, law=None, edition=None, age_reading=None, **told))]
pub(crate) fn plan(
    on: &Bound<'_, PyAny>,
    facts: Option<&Bound<'_, PyMapping>>,
    law: Option<&Bound<'_, Law>>,
    edition: Option<&str>,
    age_reading: Option<&str>,
    told: Option<&Bound<'_, PyDict>>,
) -> PyResult<Plan> {
    let law = Law::or_built_in(law);
    let on = words::day("on", on)?;
    let facts = read_facts(facts, told)?;
    let settings = settings(&law, edition, age_reading)?;
    let plan = law.rules().plan(on, &facts, settings).map_err(refused)?;
    let step = |step: kz_rules_core::PlanStep<'_>| PlanStep {
        step: step.step.name(),
        provisions: law.ids(step.provisions()),
    };
    Ok(Plan {
        verdict: plan.verdict.name(),
        ask: plan.ask.map(Fact::name),
        law_known: plan.law_known.name(),
        steps: plan.steps().map(step).collect(),
        blocked: plan.blocked.iter().map(Goal::name).collect(),
        relevant: plan.relevant.iter().map(Fact::name).collect(),
        basis: law.ids(plan.basis()),
        ways_out: plan.ways_out.iter().map(VisaChannel::name).collect(),
        cautions: law.ids(plan.cautions()),
    })
}

#[pymethods]
impl Plan {
    /// The steps, in order.
    #[getter]
    fn steps(&self) -> Tuple<Vec<PlanStep>> {
        Tuple(self.steps.clone())
    }

    /// The goals that cannot be reached, if the document cannot be obtained.
    #[getter]
    fn blocked(&self) -> Tuple<&[&'static str]> {
        Tuple(&self.blocked)
    }

    /// The facts on which the answer still depends, declined ones included.
    #[getter]
    fn relevant(&self) -> Tuple<&[&'static str]> {
        Tuple(&self.relevant)
    }

    /// The provisions that a deadlock rests on.
    #[getter]
    fn basis(&self) -> Tuple<&[String]> {
        Tuple(&self.basis)
    }

    /// The other channels by which the visa can be obtained, judged by the fingerprint rule alone.
    #[getter]
    fn ways_out(&self) -> Tuple<&[&'static str]> {
        Tuple(&self.ways_out)
    }

    /// The provisions of the cautions: developments that may change the answer, also outside the sources.
    #[getter]
    fn cautions(&self) -> Tuple<&[String]> {
        Tuple(&self.cautions)
    }

    fn __repr__(&self) -> String {
        let steps: Vec<_> = self.steps.iter().map(|step| step.step).collect();
        format!("<Plan {} {}>", self.verdict, steps.join(", "))
    }
}

#[pymethods]
impl PlanStep {
    /// The provisions that the step rests on.
    #[getter]
    fn provisions(&self) -> Tuple<&[String]> {
        Tuple(&self.provisions)
    }

    fn __repr__(&self) -> String {
        format!("<PlanStep {}>", self.step)
    }
}

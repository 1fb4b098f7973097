//! Who must be fingerprinted, and why.

use kz_rules_core::time::Date;
use kz_rules_core::{
    Day, Duty, Fact, Facts, Obligation, Set, Settings, Text, TextForm, Vocabulary,
};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping};

use crate::error::refused;
use crate::facts::{facts as read_facts, settings};
use crate::law::Law;
use crate::words::{self, Tuple};

/// What the law asks, and why.
#[pyclass(frozen, module = "kz_rules")]
pub(crate) struct Assessment {
    law: Law,
    on: Day,
    facts: Facts,
    settings: Settings,
    possible: Set<Obligation>,
    ask: Option<Fact>,
    relevant: Set<Fact>,
    holds_until: Option<Day>,
    basis: Vec<String>,
    conflict: Option<(String, String)>,
    cautions: Vec<String>,
    duties: Vec<(&'static str, String)>,
    law_known: &'static str,
}

/// What the law asks of a person on a day.
///
/// Facts are given by name, or in a mapping, or both: a fact given by name replaces the one in the mapping, and None makes it unknown. A
/// fact is a word of its vocabulary, True or False, or several words that are all still possible; None, or a fact that is left out, is not
/// known. `birth` is a date, a year, or a year and a month. `declined` names the facts that are not asked for.
///
/// >>> from datetime import date
/// >>> answer = assess(date(2026, 11, 22), standing="foreigner", birth=date(1990, 5, 17), occasion="visa")
/// >>> answer.obligation, answer.obligations, answer.ask
/// (None, ('mandatory', 'not_required'), 'fingerprinted')
///
/// Raises `BadInput`, and `NoAnswer`, such as `birth_after_decision`.
#[pyfunction]
#[pyo3(signature = (on, facts=None, *, law=None, edition=None, age_reading=None, **told))]
pub(crate) fn assess(
    on: &Bound<'_, PyAny>,
    facts: Option<&Bound<'_, PyMapping>>,
    law: Option<&Bound<'_, Law>>,
    edition: Option<&str>,
    age_reading: Option<&str>,
    told: Option<&Bound<'_, PyDict>>,
) -> PyResult<Assessment> {
    let law = Law::or_built_in(law);
    let on = words::day("on", on)?;
    let facts = read_facts(facts, told)?;
    let settings = settings(&law, edition, age_reading)?;
    let found = law.rules().assess(on, &facts, settings).map_err(refused)?;
    let duty = |duty: &Duty| {
        found
            .duty(*duty)
            .map(|provision| (duty.name(), law.id(provision)))
    };
    Ok(Assessment {
        possible: found.possible,
        ask: found.ask,
        relevant: found.relevant,
        holds_until: found.holds_until,
        basis: law.ids(found.basis()),
        conflict: found
            .conflict()
            .map(|[first, second]| (law.id(first), law.id(second))),
        cautions: law.ids(found.cautions()),
        duties: Duty::ALL.iter().filter_map(duty).collect(),
        law_known: found.law_known.name(),
        law: law.clone(),
        on,
        facts,
        settings,
    })
}

#[pymethods]
impl Assessment {
    /// The obligation; None if more than one is possible.
    #[getter]
    fn obligation(&self) -> Option<&'static str> {
        self.possible.single().map(Obligation::name)
    }

    /// The obligations that some way to complete the facts leads to, and no others.
    #[getter]
    fn obligations(&self) -> Tuple<Vec<&'static str>> {
        Tuple(self.possible.iter().map(Obligation::name).collect())
    }

    /// The provisions of the rows that decided.
    #[getter]
    fn basis(&self) -> Tuple<&[String]> {
        Tuple(&self.basis)
    }

    /// The fact to ask for next; None if the obligation is decided, or every fact left was declined or is never asked for.
    #[getter]
    fn ask(&self) -> Option<&'static str> {
        self.ask.map(Fact::name)
    }

    /// The facts on which the obligation still depends, declined ones included.
    #[getter]
    fn relevant(&self) -> Tuple<Vec<&'static str>> {
        Tuple(self.relevant.iter().map(Fact::name).collect())
    }

    /// The first day on which, with the same facts, the possible obligations differ; None if they never do.
    #[getter]
    fn holds_until(&self) -> Option<Date> {
        self.holds_until.map(Date::from)
    }

    /// The two provisions of the conflict that the answer carries, the one that decides first.
    #[getter]
    fn conflict(&self) -> Option<(String, String)> {
        self.conflict.clone()
    }

    /// The provisions of the cautions: developments that may change the answer, also outside the sources.
    #[getter]
    fn cautions(&self) -> Tuple<&[String]> {
        Tuple(&self.cautions)
    }

    /// What else the law says about a mandatory fingerprinting: provisions by duty.
    #[getter]
    fn duties<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let duties = PyDict::new(py);
        for (duty, provision) in &self.duties {
            duties.set_item(duty, provision)?;
        }
        Ok(duties)
    }

    /// Whether the law is known on the day, or assumed.
    #[getter]
    fn law_known(&self) -> &'static str {
        self.law_known
    }

    /// Why an obligation comes out, in words: the obligation and its basis, then each row of the law that was passed over, with the fact
    /// that kept it from fitting, or the day. Without `obligation` it is that of the answer, or the first of the possible ones.
    ///
    /// >>> from datetime import date
    /// >>> answer = assess(date(2026, 11, 22), standing="citizen", fingerprinted=False)
    /// >>> for line in answer.why():
    /// ...     print(line)
    /// Voluntary: Fingerprinting is voluntary: it can be done, and nobody has to.
    /// Citizens: voluntary: For citizens of Kazakhstan fingerprint registration is voluntary.
    /// - Start of the fingerprint rules: 2026-11-22
    /// - Prints are taken once: Prints in Kazakhstan's database
    #[pyo3(signature = (language="en", obligation=None))]
    fn why(&self, language: &str, obligation: Option<&str>) -> PyResult<Tuple<Vec<String>>> {
        let language = words::word("language", language)?;
        let wanted = |word| words::word("obligation", word);
        let wanted = obligation
            .map(wanted)
            .transpose()?
            .or(self.possible.first());
        let rules = self.law.rules();
        let text = |of, number, form| {
            rules
                .text(language, of, number, form)
                .map(|text: Text<'_>| text.as_str())
        };
        let says = |of, number| {
            let label = text(of, number, TextForm::Label).unwrap_or_default();
            match text(of, number, TextForm::Sentence) {
                Some(sentence) => format!("{label}: {sentence}"),
                None => label.to_owned(),
            }
        };
        let mut lines = Vec::new();
        let trace = wanted.map(|wanted| rules.explain(self.on, &self.facts, self.settings, wanted));
        let Some(trace) = trace.transpose().map_err(refused)?.flatten() else {
            return Ok(Tuple(lines));
        };
        lines.push(says(Vocabulary::Obligation, trace.obligation.code().into()));
        lines.push(says(Vocabulary::Provision, trace.basis.number()));
        for passed in &trace.passed {
            let label = |of, number| text(of, number, TextForm::Label).unwrap_or_default();
            let provision = label(Vocabulary::Provision, passed.provision.number());
            lines.push(match passed.fact {
                Some(fact) => format!(
                    "- {provision}: {}",
                    label(Vocabulary::Fact, fact.code().into())
                ),
                None => format!("- {provision}: {}", self.on.date()),
            });
        }
        Ok(Tuple(lines))
    }

    /// Shows neither the facts nor the day until which the answer holds: it may be a birthday.
    fn __repr__(&self) -> String {
        let names: Vec<_> = self.possible.iter().map(Obligation::name).collect();
        format!(
            "<Assessment {} by {}>",
            names.join("|"),
            self.basis.join(", ")
        )
    }
}

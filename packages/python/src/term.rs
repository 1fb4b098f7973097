//! Until when something must be done: registration, notice and the other terms of a law.

use kz_rules_core::time::Date;
use kz_rules_core::{Covered, TermOutcome, TermQuestion, Treaty};
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::error::{bad_input, refused};
use crate::law::Law;
use crate::words::{self, Tuple};

/// The answer to a question about a term.
#[pyclass(frozen, module = "kz_rules")]
pub(crate) struct Term {
    /// `not_in_force`, `not_covered` or `window`.
    #[pyo3(get)]
    outcome: &'static str,
    /// Whether the term covers the person; None if the law has no rows about that.
    #[pyo3(get)]
    covered: Option<&'static str>,
    /// The provision that excludes the person, or leaves it open.
    #[pyo3(get)]
    covered_by: Option<String>,
    /// The provision that the outcome rests on.
    #[pyo3(get)]
    provision: String,
    /// The deadline, if there is one.
    #[pyo3(get)]
    window: Option<Window>,
    /// Whether the law is known on the day, or assumed.
    #[pyo3(get)]
    law_known: &'static str,
    cautions: Vec<String>,
}

/// A deadline, in both readings of its words, as of the decision date.
#[pyclass(frozen, get_all, module = "kz_rules")]
#[derive(Clone)]
pub(crate) struct Window {
    /// Acting by this day is in time in every reading.
    strict: Date,
    /// Acting after this day is late in every reading.
    lenient: Date,
    /// The state of the decision date.
    state: &'static str,
    /// Calendar days to the strict day; negative after it.
    days_left: i32,
    /// Calendar days since the lenient day; 0 until then.
    days_late: i32,
    /// Whether the calendar of these days is published or projected.
    certainty: &'static str,
    /// The event was before the first day of the rules, but they judge it.
    transitional: bool,
}

/// What a ratified treaty says about the registration.
fn treaty(value: &Bound<'_, PyAny>) -> PyResult<Treaty> {
    let wrong = || bad_input("treaty", "none, exempt or a number of days is wanted");
    if let Ok(word) = value.cast::<PyString>() {
        return match word.to_cow()?.as_ref() {
            "none" => Ok(Treaty::None),
            "exempt" => Ok(Treaty::Exempt),
            _ => Err(wrong()),
        };
    }
    value.extract().map(Treaty::Days).map_err(|_| wrong())
}

/// Until when something must be done after an event: `registration`, `move`, `iin_mission` or `notice`.
///
/// `from_` is the day of the event, `on` the decision date, if it is another day. `treaty` is "none", "exempt" or a number of
/// days; None is unknown.
///
/// >>> from datetime import date
/// >>> answer = term("registration", date(2026, 8, 3), date(2026, 8, 20), standing="foreigner", arrived_to_live=True,
/// ...     stay_regime="up_to_90", treaty="none")
/// >>> answer.window.strict, answer.window.state
/// (datetime.date(2026, 9, 1), 'open')
///
/// Raises `BadInput`, and `NoAnswer`, such as `calendar_not_covered`.
#[pyfunction]
#[pyo3(signature = (kind, from_, on=None, *, week=None, treaty=None, stay_regime=None, standing=None, arrived_to_live=None,
    stay_until=None, law=None))]
#[allow(clippy::too_many_arguments, reason = "each has a name in Python")]
pub(crate) fn term(
    kind: &str,
    from_: &Bound<'_, PyAny>,
    on: Option<&Bound<'_, PyAny>>,
    week: Option<&str>,
    treaty: Option<&Bound<'_, PyAny>>,
    stay_regime: Option<&str>,
    standing: Option<&str>,
    arrived_to_live: Option<&Bound<'_, PyAny>>,
    stay_until: Option<&Bound<'_, PyAny>>,
    law: Option<&Bound<'_, Law>>,
) -> PyResult<Term> {
    let law = Law::or_built_in(law);
    let kind = words::word("kind", kind)?;
    let from = words::day("from", from_)?;
    let on = words::maybe_day("on", on)?.unwrap_or(from);
    let week = week.map(|word| words::word("week", word));
    let regime = stay_regime.map(|word| words::word("stay_regime", word));
    let standing = standing.map(|word| words::word("standing", word));
    let arrived = arrived_to_live.map(|value| words::value("arrived_to_live", value));
    let question = TermQuestion::from(from)
        .on(on)
        .week(week.transpose()?.unwrap_or_default())
        .treaty(treaty.map(self::treaty).transpose()?.unwrap_or_default())
        .stay_regime(regime.transpose()?)
        .standing(standing.transpose()?)
        .arrived_to_live(arrived.transpose()?.map(words::yes))
        .stay_until(words::maybe_day("stay_until", stay_until)?);
    let rules = law.rules();
    let answer = rules
        .term(kind, &question, &rules.calendar())
        .map_err(refused)?;
    let outcome = match answer.outcome {
        TermOutcome::NotInForce => "not_in_force",
        TermOutcome::NotCovered => "not_covered",
        TermOutcome::Window(_) => "window",
    };
    Ok(Term {
        outcome,
        covered: answer.covered.map(Covered::name),
        covered_by: answer.covered_by.map(|provision| law.id(provision)),
        provision: law.id(answer.provision),
        window: answer.window().map(|window| Window {
            strict: window.strict.into(),
            lenient: window.lenient.into(),
            state: window.state(on).name(),
            days_left: window.days_left(on),
            days_late: window.days_late(on),
            certainty: window.certainty.name(),
            transitional: window.transitional,
        }),
        law_known: answer.law.name(),
        cautions: law.ids(answer.cautions.iter().copied()),
    })
}

#[pymethods]
impl Term {
    /// The provisions of the cautions: developments that may change the answer, also outside the sources.
    #[getter]
    fn cautions(&self) -> Tuple<&[String]> {
        Tuple(&self.cautions)
    }

    fn __repr__(&self) -> String {
        format!("<Term {} by {}>", self.outcome, self.provision)
    }
}

#[pymethods]
impl Window {
    fn __repr__(&self) -> String {
        format!("<Window {} {} {}>", self.strict, self.lenient, self.state)
    }
}

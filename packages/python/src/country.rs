//! What a law says about a country.

use kz_rules_core as rules;
use pyo3::prelude::*;

use crate::error::refused;
use crate::law::Law;
use crate::words::{self, Tuple};

/// What a law says about a country on a day. None is what it does not say.
#[pyclass(frozen, module = "kz_rules")]
pub(crate) struct Country {
    /// Whether embassies and consulates general there take part in the IIN pilot.
    #[pyo3(get)]
    pilot: Option<bool>,
    /// The most days of one stay without a visa.
    #[pyo3(get)]
    per_entry: Option<u16>,
    /// The most days without a visa in any window of days.
    #[pyo3(get)]
    total: Option<u16>,
    /// The days of that window.
    #[pyo3(get)]
    window: Option<u16>,
    /// The stay regime that follows.
    #[pyo3(get)]
    stay_regime: Option<&'static str>,
    /// The number of days for which a treaty requires no registration.
    #[pyo3(get)]
    treaty: Option<u16>,
    /// Whether the law is known on the day, or assumed.
    #[pyo3(get)]
    law_known: &'static str,
    provisions: Vec<String>,
}

/// What the law says about a country: two or three capital letters, or three digits, of ISO 3166-1.
///
/// >>> from datetime import date
/// >>> country("UZ", date(2026, 6, 1)).per_entry
/// 30
///
/// Raises `BadInput`, such as `country_code`.
#[pyfunction]
#[pyo3(signature = (code, on, *, law=None))]
pub(crate) fn country(
    code: &str,
    on: &Bound<'_, PyAny>,
    law: Option<&Bound<'_, Law>>,
) -> PyResult<Country> {
    let law = Law::or_built_in(law);
    let on = words::day("on", on)?;
    let country = rules::Country::parse(code.as_bytes()).map_err(refused)?;
    let answer = law.rules().country(country, on);
    Ok(Country {
        pilot: answer.pilot.map(words::yes),
        per_entry: answer.stay.per_entry,
        total: answer.stay.total,
        window: answer.stay.window,
        stay_regime: answer.stay_regime.map(rules::StayRegime::name),
        treaty: answer.treaty,
        law_known: answer.law.name(),
        provisions: law.ids(answer.provisions.iter().copied()),
    })
}

#[pymethods]
impl Country {
    /// The provisions on the stay and the treaty.
    #[getter]
    fn provisions(&self) -> Tuple<&[String]> {
        Tuple(&self.provisions)
    }

    fn __repr__(&self) -> String {
        format!("<Country {}>", self.provisions.join(", "))
    }
}

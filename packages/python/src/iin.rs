//! The individual identification number.

use kz_rules_core as rules;
use kz_rules_core::time::Date;
use pyo3::prelude::*;

use crate::error::refused;

/// A well-formed IIN: twelve digits, the last of which checks the others. A well-formed IIN need not have been issued.
///
/// >>> Iin("831205408725")
/// <Iin>
/// >>> Iin("831205408726")
/// Traceback (most recent call last):
/// kz_rules.errors.BadInput: An IIN with a wrong check digit.
#[pyclass(frozen, module = "kz_rules")]
pub(crate) struct Iin(rules::Iin);

#[pymethods]
impl Iin {
    #[new]
    fn new(text: &str) -> PyResult<Self> {
        rules::Iin::parse(text.as_bytes())
            .map(Self)
            .map_err(refused)
    }

    /// The twelve digits.
    #[getter]
    fn digits(&self) -> String {
        String::from_utf8_lossy(self.0.digits()).into_owned()
    }

    /// The birth date and sex that the digits used to mean, for display only. Never decide anything by it.
    #[getter]
    fn hint(&self) -> Option<(Date, &'static str)> {
        self.0
            .hint()
            .map(|hint| (hint.birth.into(), hint.sex.name()))
    }

    /// Shows no digit.
    fn __repr__(&self) -> &'static str {
        "<Iin>"
    }
}

//! Working days.

use kz_rules_core::time::Date;
use kz_rules_core::{Reason, Week};
use pyo3::prelude::*;

use crate::error::refused;
use crate::law::Law;
use crate::words;

/// A day of a law's calendar.
#[pyclass(frozen, get_all, module = "kz_rules")]
pub(crate) struct CalendarDay {
    /// Whether it is a working day.
    working: bool,
    /// Why it is off; None for a working day.
    reason: Option<&'static str>,
    /// Whether its year is published or projected.
    certainty: &'static str,
}

#[pymethods]
impl CalendarDay {
    fn __repr__(&self) -> String {
        format!("<CalendarDay {}>", self.reason.unwrap_or("working"))
    }
}

fn week(word: &str) -> PyResult<Week> {
    words::word("week", word)
}

/// What the law's calendar says about a day, in a week of `five` or `six` working days.
///
/// >>> from datetime import date
/// >>> calendar_day(date(2026, 7, 6)).reason
/// 'capital_day'
///
/// Raises `BadInput`, and `NoAnswer`: `calendar_not_covered`.
#[pyfunction]
#[pyo3(signature = (date, week="five", *, law=None))]
pub(crate) fn calendar_day(
    date: &Bound<'_, PyAny>,
    week: &str,
    law: Option<&Bound<'_, Law>>,
) -> PyResult<CalendarDay> {
    let law = Law::or_built_in(law);
    let (day, week) = (words::day("date", date)?, self::week(week)?);
    let calendar = law.rules().calendar();
    let reason = calendar.reason(day, week).map_err(refused)?;
    Ok(CalendarDay {
        working: reason.is_none(),
        reason: reason.map(Reason::name),
        certainty: calendar.certainty(day).map_err(refused)?.name(),
    })
}

/// The working day with a number, counted from a day: from the next one, or from itself
/// (`first="event"`).
///
/// >>> from datetime import date
/// >>> add_working_days(date(2026, 7, 3), 1)
/// datetime.date(2026, 7, 7)
///
/// Raises `BadInput`, and `NoAnswer`: `calendar_not_covered`.
#[pyfunction]
#[pyo3(signature = (from_, days, *, first="next", week="five", law=None))]
pub(crate) fn add_working_days(
    from_: &Bound<'_, PyAny>,
    days: &Bound<'_, PyAny>,
    first: &str,
    week: &str,
    law: Option<&Bound<'_, Law>>,
) -> PyResult<Date> {
    let law = Law::or_built_in(law);
    let first = words::word("first", first)?;
    let (from, week) = (words::day("from", from_)?, self::week(week)?);
    let days = words::number("days", days, u16::MAX)?;
    let calendar = law.rules().calendar();
    let day = calendar.add_working_days(from, days, first, week);
    day.map(Date::from).map_err(refused)
}

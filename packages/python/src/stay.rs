//! How long a person has stayed without a visa.

use kz_rules_core::time::Date;
use kz_rules_core::{self as rules, LastDay, StayRule};
use pyo3::prelude::*;

use crate::error::{bad_input, refused};
use crate::words;

/// The last lawful day of a stay: a day, or the word for why there is none.
#[derive(Clone, Copy, IntoPyObject, IntoPyObjectRef)]
enum Last {
    Day(Date),
    Word(&'static str),
}

impl From<LastDay> for Last {
    fn from(last: LastDay) -> Self {
        match last {
            LastDay::Day(day) => Self::Day(day.into()),
            LastDay::Never | LastDay::Unlimited => Self::Word(last.kind().name()),
        }
    }
}

/// The result of counting the stays so far, in both readings: the day of entry counts, or it does not.
#[pyclass(frozen, get_all, module = "kz_rules")]
pub(crate) struct Stay {
    /// The state of the day.
    state: &'static str,
    /// The days counted in the window that ends on the day; without a window, those of the stay going on. In the strict reading.
    used_strict: u32,
    /// The same in the lenient reading.
    used_lenient: u32,
    /// The last lawful day of the stay going on, in the strict reading, or "never" or "unlimited"; None without such a stay,
    /// or without a rule.
    last_strict: Option<Last>,
    /// The same in the lenient reading.
    last_lenient: Option<Last>,
    /// If no stay is going on: the first day on which an entry is lawful in the strict reading.
    next_entry: Option<Date>,
}

/// Counts the days of stay of a person, up to a day.
///
/// `stays`: days of entry and of leaving, in order; the last day of leaving is None if the stay is going on. `per_entry`: the
/// most days of one stay. `total` and `window`: the most days in any window of days. `country` has these numbers.
///
/// >>> from datetime import date
/// >>> stay(date(2026, 3, 10), [(date(2026, 3, 1), None)], per_entry=30, total=90, window=180).last_strict
/// datetime.date(2026, 3, 30)
///
/// Raises `BadInput`, such as `stay_order`.
#[pyfunction]
#[pyo3(signature = (on, stays, *, per_entry=None, total=None, window=None))]
pub(crate) fn stay(
    on: &Bound<'_, PyAny>,
    stays: &Bound<'_, PyAny>,
    per_entry: Option<&Bound<'_, PyAny>>,
    total: Option<&Bound<'_, PyAny>>,
    window: Option<&Bound<'_, PyAny>>,
) -> PyResult<Stay> {
    let on = words::day("on", on)?;
    let mut all = Vec::new();
    for one in stays.try_iter()? {
        let pair: Result<(Bound<'_, PyAny>, Option<Bound<'_, PyAny>>), _> = one?.extract();
        let (entered, left) = pair.map_err(|_| {
            bad_input(
                "stays",
                "pairs of a day of entry and one of leaving, or None, are wanted",
            )
        })?;
        all.push(rules::Stay {
            entered: words::day("stays", &entered)?,
            left: words::maybe_day("stays", left.as_ref())?,
        });
    }
    let rule = StayRule {
        per_entry: words::maybe_days("per_entry", per_entry)?,
        total: words::maybe_days("total", total)?,
        window: words::maybe_days("window", window)?,
    };
    let answer = rules::stay(rule, &all, on).map_err(refused)?;
    Ok(Stay {
        state: answer.state.name(),
        used_strict: answer.used_strict,
        used_lenient: answer.used_lenient,
        last_strict: answer.last_strict.map(Last::from),
        last_lenient: answer.last_lenient.map(Last::from),
        next_entry: answer.next_entry.map(Date::from),
    })
}

#[pymethods]
impl Stay {
    fn __repr__(&self) -> String {
        format!("<Stay {}>", self.state)
    }
}

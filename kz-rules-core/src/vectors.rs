//! The vectors in `tests/vectors`, for unit tests.

use std::borrow::ToOwned;
use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

use crate::base::day::Day;
use crate::base::error::Error;

/// A line: the input and the expected output, by the names of the columns.
pub(crate) struct Vector(BTreeMap<String, String>);

impl Vector {
    /// The text in a column.
    pub(crate) fn get(&self, column: &str) -> &str {
        &self.0[column]
    }

    /// The day in a column, or the status for a text that is not a day.
    pub(crate) fn day(&self, column: &str) -> Result<Day, String> {
        day(self.get(column)).ok_or_else(|| bad(column))
    }

    /// The number in a column, if there is one, or the status for a text that is not a number.
    pub(crate) fn number(&self, column: &str) -> Result<Option<u16>, String> {
        let text = self.get(column);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| bad(column))
    }

    /// Asserts that the answer is the expected one: an error's status, or `ok` and these columns.
    pub(crate) fn assert(&self, columns: &[&str], answer: Result<Vec<String>, String>) {
        let (status, answer) = match answer {
            Ok(answer) => ("ok".to_owned(), answer),
            Err(status) => (status, columns.iter().map(|_| String::new()).collect()),
        };
        let id = self.get("id");
        assert_eq!(status, self.get("=status"), "{id}");
        for (column, answer) in columns.iter().zip(&answer) {
            assert_eq!(answer, self.get(column), "{id} {column}");
        }
        assert_eq!(columns.len(), answer.len());
    }
}

/// The lines of a file; there is at least one.
pub(crate) fn read(name: &str) -> Vec<Vector> {
    let path = std::format!("{}/vectors/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text
        .lines()
        .map(|line| line.split(',').map(ToOwned::to_owned));
    let columns: Vec<String> = lines.next().unwrap().collect();
    let vectors: Vec<Vector> = lines
        .map(|cells| Vector(columns.iter().cloned().zip(cells).collect()))
        .collect();
    assert!(!vectors.is_empty());
    vectors
}

/// The day that a text names, if it names one.
pub(crate) fn day(text: &str) -> Option<Day> {
    let parts: Vec<&str> = text.split('-').collect();
    match *parts {
        [year, month, day] if text.len() == 10 => {
            Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    }
}

/// The status for a text in a column that cannot be read.
pub(crate) fn bad(column: &str) -> String {
    std::format!("bad_{column}")
}

/// The status for an error.
pub(crate) fn status(error: Error) -> String {
    error.name().to_owned()
}

/// The text of a cell; empty for none.
pub(crate) fn cell(value: Option<impl core::fmt::Display>) -> String {
    value
        .map(|value| std::format!("{value}"))
        .unwrap_or_default()
}

/// The text of a cell with a day.
pub(crate) fn day_cell(day: Option<Day>) -> String {
    day.map(|day| std::format!("{day:?}")).unwrap_or_default()
}

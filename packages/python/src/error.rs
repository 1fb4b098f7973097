//! Errors, as exceptions of `kz_rules.errors`.

use kz_rules_core::{Error, PackError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyType};

/// The classes of `kz_rules.errors`.
#[derive(Clone, Copy)]
enum Class {
    BadInput,
    NoAnswer,
    BadPack,
    BadTable,
}

impl Class {
    fn get(self, py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
        static CLASSES: [PyOnceLock<Py<PyType>>; 4] = [const { PyOnceLock::new() }; 4];
        let (name, place) = match self {
            Self::BadInput => ("BadInput", &CLASSES[0]),
            Self::NoAnswer => ("NoAnswer", &CLASSES[1]),
            Self::BadPack => ("BadPack", &CLASSES[2]),
            Self::BadTable => ("BadTable", &CLASSES[3]),
        };
        place.import(py, "kz_rules.errors", name)
    }

    fn raise(self, code: &str, message: &str, more: &[(&str, Option<PyValue<'_>>)]) -> PyErr {
        Python::attach(|py| {
            let make = || {
                let named = PyDict::new(py);
                for (name, value) in more {
                    named.set_item(name, value)?;
                }
                self.get(py)?.call((code, message), Some(&named))
            };
            make().map_or_else(|wrong| wrong, PyErr::from_value)
        })
    }
}

#[derive(IntoPyObjectRef)]
enum PyValue<'a> {
    Text(&'a str),
    Number(usize),
}

/// `BadInput`: an argument cannot be read. `name`: the argument or fact.
pub(crate) fn bad_input(name: &str, message: &str) -> PyErr {
    Class::BadInput.raise(&format!("bad_{name}"), &format!("{name}: {message}"), &[])
}

/// An error of the library. `NoAnswer`: the input was read, and the law has no answer. `BadInput`: no law could have one.
pub(crate) fn refused(error: Error) -> PyErr {
    let class = match error {
        Error::IinLength
        | Error::IinDigit
        | Error::IinUnissuable
        | Error::IinCheckDigit
        | Error::CountryCode
        | Error::TreatyDays
        | Error::StayBeforeArrival
        | Error::StayRule
        | Error::StayOrder
        | Error::StayAfterDecision => Class::BadInput,
        _ => Class::NoAnswer,
    };
    let meaning = error.meaning().trim().replace("\n ", " ");
    class.raise(error.name(), &meaning, &[])
}

/// `BadPack`: the pack is not opened.
pub(crate) fn bad_pack(error: PackError) -> PyErr {
    let code = match error {
        PackError::TooShort => "pack_too_short",
        PackError::NotAPack => "pack_not_a_pack",
        PackError::Format(_) => "pack_format",
        PackError::Vocabulary(_) => "pack_vocabulary",
        PackError::Checksum => "pack_checksum",
        PackError::Signature => "pack_signature",
        PackError::OtherLaw => "pack_other_law",
        PackError::Older(_) => "pack_older",
        _ => "pack_inconsistent",
    };
    Class::BadPack.raise(code, &error.to_string(), &[])
}

/// `BadTable`: a column, or a row of it, cannot be read or has no answer.
pub(crate) fn bad_table(
    code: &str,
    message: &str,
    column: Option<&str>,
    row: Option<usize>,
) -> PyErr {
    let more = [
        ("column", column.map(PyValue::Text)),
        ("row", row.map(PyValue::Number)),
    ];
    Class::BadTable.raise(code, message, &more)
}

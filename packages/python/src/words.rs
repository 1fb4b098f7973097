//! The words of the library: values by name, texts for people, and conversions from Python.

use std::fmt::Display;
use std::str::FromStr;

use kz_rules_core::{
    self as rules, Action, AgeBand, AgeReading, Answer, BirthPrecision, CaseState, Certainty,
    CertificateField, Covered, Cure, DataItem, Day, DayState, DocumentKind, Edition, EventKind,
    Fact, Finding, FirstDay, Goal, Language, LawKnown, Location, MissionKind, Obligation, Occasion,
    OutcomeKind, PlaceOfStay, Procedure, Reason, Sex, Standing, StayRegime, StayState, Step, Term,
    TermOutcomeKind, TextForm, TreatyKind, Value, Verdict, VisaChannel, Vocabulary, Week, Zone,
    named_sets,
};
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateTime, PyString, PyTuple};
use rules::time::Date;

use crate::error::bad_input;
use crate::law::Law;

/// A list of answers, as a tuple.
pub(crate) struct Tuple<I>(pub(crate) I);

impl<'py, I> IntoPyObject<'py> for Tuple<I>
where
    I: IntoIterator<Item: IntoPyObject<'py>, IntoIter: ExactSizeIterator>,
{
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyTuple::new(py, self.0)
    }
}

/// Reads a day: a date, not a moment, which can be another day elsewhere.
pub(crate) fn day(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Day> {
    if !value.is_instance_of::<PyDate>() || value.is_instance_of::<PyDateTime>() {
        let kind = value.get_type().name()?;
        return Err(bad_input(
            name,
            &format!("a datetime.date is wanted, not a {kind}"),
        ));
    }
    let date: Date = value.extract()?;
    Day::of(date).ok_or_else(|| bad_input(name, "outside the years 1 to 9999"))
}

/// The same, for a value that may be None.
pub(crate) fn maybe_day(name: &str, value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Day>> {
    value.map(|value| day(name, value)).transpose()
}

/// Reads a number of days, which may be None.
pub(crate) fn maybe_days(name: &str, value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<u16>> {
    value.map(|value| number(name, value, u16::MAX)).transpose()
}

/// Reads a number from 0 to the most that its type holds.
pub(crate) fn number<N: TryFrom<u64> + Display>(
    name: &str,
    value: &Bound<'_, PyAny>,
    most: N,
) -> PyResult<N> {
    let number = value.extract::<u64>().ok();
    number
        .and_then(|number| N::try_from(number).ok())
        .ok_or_else(|| bad_input(name, &format!("a number from 0 to {most} is wanted")))
}

/// Reads a word of a closed set.
pub(crate) fn word<T: Value + FromStr>(name: &str, word: &str) -> PyResult<T> {
    word.parse().map_err(|_| none_of(name, word, T::NAMES))
}

/// The error that a word is not among these.
pub(crate) fn none_of(name: &str, word: &str, names: &[&str]) -> PyErr {
    bad_input(name, &format!("'{word}' is none of {}", names.join(", ")))
}

/// Reads a word, or an answer of yes or no.
pub(crate) fn value<T: Value + FromStr>(name: &str, value: &Bound<'_, PyAny>) -> PyResult<T> {
    // Also numpy's.
    if let Ok(yes) = value.extract::<bool>() {
        return word(name, Answer::from(yes).name())
            .map_err(|_| bad_input(name, &format!("one of {} is wanted", T::NAMES.join(", "))));
    }
    let Ok(text) = value.cast::<PyString>() else {
        let kind = value.get_type().name()?;
        return Err(bad_input(name, &format!("a word is wanted, not a {kind}")));
    };
    word(name, text.to_cow()?.as_ref())
}

/// `yes` and `no` as Python's booleans.
pub(crate) fn yes(answer: Answer) -> bool {
    answer == Answer::Yes
}

macro_rules! names {
    ($($kind:ident,)+) => {
        /// The words of a closed set of the library, in the order of their numbers, which start with 1.
        fn names(of: Vocabulary) -> Option<&'static [&'static str]> {
            match of {
                $( Vocabulary::$kind => Some($kind::NAMES), )+
                _ => None,
            }
        }
    };
}
named_sets!(names);

/// The words of a closed set, in the order of their numbers, which start with 1: the codes of `assess_table`.
///
/// >>> vocabulary("standing")
/// ('citizen', 'foreigner', 'stateless')
#[pyfunction]
pub(crate) fn vocabulary(of: &str) -> PyResult<Tuple<&'static [&'static str]>> {
    let set = word("of", of)?;
    let names =
        names(set).ok_or_else(|| bad_input("of", "the law numbers these: see Law.provisions"))?;
    Ok(Tuple(names))
}

/// The text for a value of a set, by its word.
fn text(
    of: &str,
    value: &str,
    language: &str,
    law: &Law,
    form: TextForm,
) -> PyResult<Option<String>> {
    let set = word("of", of)?;
    let language = word("language", language)?;
    let rules = law.rules();
    let number = match set {
        Vocabulary::Provision => rules.provision_by_id(value).map(rules::Provision::number),
        Vocabulary::Edition => rules
            .edition_by_name(value)
            .map(|edition| Edition::number(edition).into()),
        Vocabulary::Document => {
            let mut all = rules.all_documents();
            all.find(|entry| entry.id() == value)
                .map(|entry| entry.row().number())
        }
        _ => {
            let place = names(set).and_then(|names| names.iter().position(|name| *name == value));
            place.and_then(|place| u16::try_from(place).ok()?.checked_add(1))
        }
    };
    let number = number.ok_or_else(|| bad_input("value", &format!("'{value}' is no {of}")))?;
    let text = rules.text(language, set, number, form);
    Ok(text.map(|text| text.as_str().to_owned()))
}

/// The label of a value in a language: Kazakh, Russian or English (kk, ru, en). None if it has none.
///
/// >>> label("obligation", "mandatory"), label("standing", "foreigner", "ru")
/// ('Mandatory', 'Иностранец')
#[pyfunction]
#[pyo3(signature = (of, value, language="en", *, law=None))]
pub(crate) fn label(
    of: &str,
    value: &str,
    language: &str,
    law: Option<&Bound<'_, Law>>,
) -> PyResult<Option<String>> {
    text(of, value, language, &Law::or_built_in(law), TextForm::Label)
}

/// The sentence of a value; for a fact, the question that asks for it. None if it has none.
///
/// >>> sentence("fact", "occasion")
/// 'What is your application about?'
#[pyfunction]
#[pyo3(signature = (of, value, language="en", *, law=None))]
pub(crate) fn sentence(
    of: &str,
    value: &str,
    language: &str,
    law: Option<&Bound<'_, Law>>,
) -> PyResult<Option<String>> {
    text(
        of,
        value,
        language,
        &Law::or_built_in(law),
        TextForm::Sentence,
    )
}

//! Facts of a person, as Python gives them.

use std::str::FromStr;

use kz_rules_core::{
    Action, AgeReading, Answer, Birth, Fact, Facts, Location, Occasion, Set, Settings, Standing,
    Value, VisaChannel,
};
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict, PyInt, PyMapping, PyString, PyTuple};

use crate::error::bad_input;
use crate::law::Law;
use crate::words;

/// Reads facts: those of the mapping, replaced by those given by name.
pub(crate) fn facts(
    mapping: Option<&Bound<'_, PyMapping>>,
    told: Option<&Bound<'_, PyDict>>,
) -> PyResult<Facts> {
    let merged;
    let all = match (mapping, told) {
        (Some(mapping), _) => {
            merged = PyDict::new(mapping.py());
            merged.update(mapping)?;
            if let Some(told) = told {
                merged.update(told.as_mapping())?;
            }
            Some(&merged)
        }
        (None, told) => told,
    };
    let mut facts = Facts::default();
    for (name, value) in all.into_iter().flatten() {
        facts = tell(facts, &name, &value)?;
    }
    Ok(facts)
}

/// Sets one fact; None leaves it unknown.
fn tell(facts: Facts, name: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>) -> PyResult<Facts> {
    let name = name
        .cast::<PyString>()
        .map_err(|_| bad_input("fact", "the name of a fact is a word"))?
        .to_cow()?;
    let name = name.as_ref();
    if name == "declined" {
        return Ok(facts.with_declined(if value.is_none() {
            Set::EMPTY
        } else {
            declined(value)?
        }));
    }
    let none = || {
        let names = Fact::NAMES.join(", ");
        bad_input("fact", &format!("'{name}' is none of {names}, declined"))
    };
    let fact = Fact::from_name(name).ok_or_else(none)?;
    if value.is_none() {
        return Ok(facts);
    }
    macro_rules! told {
        ($($fact:ident: $kind:ident, $method:ident;)+) => {
            match fact {
                Fact::Birth => Ok(facts.born(birth(value)?)),
                $( Fact::$fact => Ok(facts.$method(values::<$kind>(name, value)?)), )+
            }
        };
    }
    told! {
        Occasion: Occasion, occasion;
        Standing: Standing, standing;
        Fingerprinted: Answer, fingerprinted;
        Action: Action, action;
        VisaChannel: VisaChannel, visa_channel;
        PermanentResident: Answer, permanent_resident;
        HeldAtCommencement: Answer, held_at_commencement;
        Question1: Answer, question_1;
        Question2: Answer, question_2;
        Question3: Answer, question_3;
        Question4: Answer, question_4;
        Location: Location, location;
        MayEnter: Answer, may_enter;
        HasIin: Answer, has_iin;
        MissionInPilot: Answer, mission_in_pilot;
        MissionTakesFingerprints: Answer, mission_takes_fingerprints;
        PassportInForeignLanguage: Answer, passport_in_foreign_language;
    }
}

/// Reads a value, or several that are all still possible.
fn values<T: Value + FromStr>(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Set<T>> {
    let set = several(name, value)?;
    if set.is_empty() {
        return Err(bad_input(
            name,
            "no value is possible; None is what is not known",
        ));
    }
    Ok(set)
}

/// Reads a word, or several.
fn several<T: Value + FromStr>(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Set<T>> {
    let one = |value: &Bound<'_, PyAny>| words::value::<T>(name, value);
    if value.is_instance_of::<PyString>() || value.try_iter().is_err() {
        return Ok(one(value)?.into());
    }
    value.try_iter()?.map(|value| one(&value?)).collect()
}

/// Reads a birth date, as far as it is known.
fn birth(value: &Bound<'_, PyAny>) -> PyResult<Birth> {
    if value.is_instance_of::<PyDate>() {
        return Ok(words::day("birth", value)?.into());
    }
    let year = |value: &Bound<'_, PyAny>| value.extract::<u16>().ok();
    let known = if value.is_exact_instance_of::<PyInt>() {
        year(value).map(Birth::year)
    } else if let Ok(parts) = value.cast::<PyTuple>() {
        let parts = parts.extract::<(u16, u8)>().ok();
        parts.map(|(year, month)| Birth::month(year, month))
    } else {
        None
    };
    known.filter(|birth| birth.is_supported()).ok_or_else(|| {
        bad_input(
            "birth",
            "a datetime.date, a year, or a year and a month are wanted",
        )
    })
}

/// Reads the declined facts, which are not asked for.
fn declined(value: &Bound<'_, PyAny>) -> PyResult<Set<Fact>> {
    let set = several::<Fact>("declined", value)?;
    match set.iter().find(|fact| !fact.is_asked()) {
        Some(fact) => Err(bad_input("declined", &format!("{fact} is never asked for"))),
        None => Ok(set),
    }
}

/// Reads the settings of a question.
pub(crate) fn settings(
    law: &Law,
    edition: Option<&str>,
    age_reading: Option<&str>,
) -> PyResult<Settings> {
    let reading = |word| words::word::<AgeReading>("age_reading", word);
    Ok(Settings {
        edition: law.edition(edition)?,
        age_reading: age_reading.map(reading).transpose()?.unwrap_or_default(),
    })
}

//! Facts of a person, as Python gives them.

use kz_rules_core::{
    Action, AgeReading, Answer, Birth, Fact, Facts, Location, Occasion, Set, Settings, Standing,
    Value, VisaChannel,
};
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict, PyInt, PyMapping, PyString, PyTuple};

use crate::error::bad_input;
use crate::law::Law;
use crate::words;

/// Reads facts: those of the mapping, then those told by name, which come first.
pub(crate) fn facts(
    mapping: Option<&Bound<'_, PyMapping>>,
    told: Option<&Bound<'_, PyDict>>,
) -> PyResult<Facts> {
    let mut facts = Facts::default();
    if let Some(mapping) = mapping {
        for item in mapping.items()? {
            facts = tell(facts, &item)?;
        }
    }
    for item in told.map(PyDictMethods::items).iter().flatten() {
        facts = tell(facts, &item)?;
    }
    Ok(facts)
}

/// Tells one fact: its name and its value.
fn tell(facts: Facts, item: &Bound<'_, PyAny>) -> PyResult<Facts> {
    let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
    let name = name
        .cast::<PyString>()
        .map_err(|_| bad_input("fact", "the name of a fact is a word"))?
        .to_cow()?;
    let name = name.as_ref();
    if name == "declined" {
        return Ok(facts.with_declined(if value.is_none() {
            Set::EMPTY
        } else {
            declined(&value)?
        }));
    }
    let fact =
        Fact::from_name(name).ok_or_else(|| bad_input("fact", &format!("'{name}' is none")))?;
    if value.is_none() {
        return Ok(facts);
    }
    macro_rules! told {
        ($($fact:ident: $kind:ident, $method:ident;)+) => {
            match fact {
                Fact::Birth => Ok(facts.born(birth(&value)?)),
                $( Fact::$fact => Ok(facts.$method(values(name, &value, $kind::NAMES, $kind::from_name)?)), )+
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
fn values<T: Value>(
    name: &str,
    value: &Bound<'_, PyAny>,
    names: &[&str],
    from_name: fn(&str) -> Option<T>,
) -> PyResult<Set<T>> {
    let mut set = Set::EMPTY;
    if value.is_instance_of::<PyString>() || value.try_iter().is_err() {
        set.insert(words::value(name, value, names, from_name)?);
        return Ok(set);
    }
    for one in value.try_iter()? {
        set.insert(words::value(name, &one?, names, from_name)?);
    }
    if set.is_empty() {
        return Err(bad_input(
            name,
            "no value is possible; None is what is not known",
        ));
    }
    Ok(set)
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

/// Reads the facts that are not asked for.
fn declined(value: &Bound<'_, PyAny>) -> PyResult<Set<Fact>> {
    let asked = |fact: Fact| {
        let wrong = || bad_input("declined", &format!("{fact} is never asked for"));
        fact.is_asked().then_some(fact).ok_or_else(wrong)
    };
    let mut set = Set::EMPTY;
    for fact in value.try_iter()? {
        set.insert(asked(words::value(
            "declined",
            &fact?,
            Fact::NAMES,
            Fact::from_name,
        )?)?);
    }
    Ok(set)
}

/// Reads how a question is asked.
pub(crate) fn settings(
    law: &Law,
    edition: Option<&str>,
    age_reading: Option<&str>,
) -> PyResult<Settings> {
    let reading = |word| {
        words::word(
            "age_reading",
            word,
            AgeReading::NAMES,
            AgeReading::from_name,
        )
    };
    Ok(Settings {
        edition: law.edition(edition)?,
        age_reading: age_reading.map(reading).transpose()?.unwrap_or_default(),
    })
}

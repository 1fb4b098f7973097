//! The columns of a table, in the form that the library reads.

use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::types::{ArrowDictionaryKeyType, Date32Type, UInt8Type, UInt32Type};
use arrow_array::{
    Array, ArrayAccessor, DictionaryArray, GenericBinaryArray, GenericStringArray, OffsetSizeTrait,
    RecordBatch, downcast_dictionary_array,
};
use arrow_buffer::{ArrowNativeType, Buffer, NullBuffer, ScalarBuffer};
use arrow_schema::DataType;
use kz_rules_core::{Answer, Error, Fact, FactColumns, RowError};
use pyo3::prelude::*;

use super::answers::Status;
use crate::error::bad_table;

/// The decision dates.
pub(super) enum On {
    /// The same for all rows: its number, repeated for as many rows as the longest piece so far.
    Day(i32, Vec<i32>),
    /// A column.
    Column(String),
}

/// Days, with a bit a row for those that are known.
struct Days {
    numbers: ScalarBuffer<i32>,
    validity: Option<Buffer>,
}

/// The facts of a person that are codes: all but the birth date.
const CODES: [Fact; 11] = [
    Fact::Occasion,
    Fact::Standing,
    Fact::Fingerprinted,
    Fact::Action,
    Fact::VisaChannel,
    Fact::PermanentResident,
    Fact::HeldAtCommencement,
    Fact::Question1,
    Fact::Question2,
    Fact::Question3,
    Fact::Question4,
];

/// The code of an unknown word: no fact has a value with it.
const NO_WORD: u8 = u8::MAX;

/// The columns of a piece of a table.
pub(super) struct Columns<'a> {
    batch: &'a RecordBatch,
    on: Option<Days>,
    birth: Option<Days>,
    codes: [Option<ScalarBuffer<u8>>; CODES.len()],
    declined: Option<ScalarBuffer<u32>>,
}

impl<'a> Columns<'a> {
    pub(super) fn of(batch: &'a RecordBatch, on: &mut On) -> PyResult<Self> {
        let on = match on {
            On::Column(name) => {
                let column = column(batch, name)?;
                let wanted = || {
                    bad_table(
                        "bad_on",
                        &format!("there is no column {name}"),
                        Some(name),
                        None,
                    )
                };
                Some(days(name, column.ok_or_else(wanted)?)?)
            }
            On::Day(day, all) => {
                if all.len() < batch.num_rows() {
                    all.resize(batch.num_rows(), *day);
                }
                None
            }
        };
        let birth = Fact::Birth.name();
        let birth = column(batch, birth)?
            .map(|array| days(birth, array))
            .transpose()?;
        let mut codes = [const { None }; CODES.len()];
        for (codes, fact) in codes.iter_mut().zip(CODES) {
            let array = column(batch, fact.name())?;
            *codes = array.map(|array| read_codes(fact, array)).transpose()?;
        }
        let declined = column(batch, "declined")?.map(read_declined).transpose()?;
        if birth.is_none() && codes.iter().all(Option::is_none) {
            let message = "none of the columns is a fact: see vocabulary(\"fact\")";
            return Err(bad_table("bad_table", message, None, None));
        }
        Ok(Self {
            batch,
            on,
            birth,
            codes,
            declined,
        })
    }

    /// The columns, in place.
    pub(super) fn facts<'s>(&'s self, on: &'s On) -> FactColumns<'s> {
        let [
            occasion,
            standing,
            fingerprinted,
            action,
            channel,
            resident,
            held,
            q1,
            q2,
            q3,
            q4,
        ] = self.codes.each_ref().map(Option::as_deref);
        let (numbers, validity) = match (on, &self.on) {
            (On::Day(_, all), _) => (all.get(..self.batch.num_rows()), None),
            (On::Column(_), days) => (
                days.as_ref().map(|days| &*days.numbers),
                days.as_ref().and_then(Days::bits),
            ),
        };
        FactColumns {
            on: numbers.unwrap_or_default(),
            on_validity: validity,
            birth: self.birth.as_ref().map(|days| &*days.numbers),
            birth_validity: self.birth.as_ref().and_then(Days::bits),
            occasion,
            standing,
            fingerprinted,
            action,
            visa_channel: channel,
            permanent_resident: resident,
            held_at_commencement: held,
            question_1: q1,
            question_2: q2,
            question_3: q3,
            question_4: q4,
            declined: self.declined.as_deref(),
        }
    }

    /// What is wrong with a row; `before`: the rows of the pieces before this one.
    pub(super) fn wrong(&self, row: usize, before: usize, status: Status, on: &On) -> PyErr {
        let word = status.word();
        let name = match (status.error(), on) {
            (Some(RowError::On), On::Column(name)) => Some(name.as_str()),
            (Some(RowError::On), On::Day(..)) | (None, _) => None,
            (Some(RowError::Birth), _) => Some("birth"),
            (Some(RowError::Fact(fact)), _) => Some(fact.name()),
            (Some(RowError::Declined), _) => Some("declined"),
            (Some(RowError::Assess(error)), _) => match error {
                Error::BirthAfterDecision | Error::BirthNotSupported => Some("birth"),
                Error::Question1 => Some("question_1"),
                Error::Question2 => Some("question_2"),
                Error::Question3 => Some("question_3"),
                Error::Question4 => Some("question_4"),
                _ => None,
            },
        };
        let place = before.saturating_add(row);
        let told = name.and_then(|name| self.told(name, row));
        let told = told.map(|told| format!(" '{told}'")).unwrap_or_default();
        let column = name
            .map(|name| format!("column {name}, "))
            .unwrap_or_default();
        bad_table(
            &word,
            &format!("{column}row {place}: {word}{told}"),
            name,
            Some(place),
        )
    }

    /// The word of a row in a column of words. Days and codes are not shown.
    fn told(&self, name: &str, row: usize) -> Option<String> {
        let array = self.batch.column_by_name(name)?;
        let (array, row) = downcast_dictionary_array!(
            array => (array.values(), array.key(row)?),
            _ => (array, row)
        );
        if row >= array.len() || array.is_null(row) {
            return None;
        }
        let word = array.slice(row, 1);
        let lossy = |word: &[u8]| String::from_utf8_lossy(word).into_owned();
        match word.data_type() {
            DataType::Utf8 => Some(lossy(bytes(word.as_string::<i32>())?.value(0))),
            DataType::LargeUtf8 => Some(lossy(bytes(word.as_string::<i64>())?.value(0))),
            DataType::Utf8View => {
                let words = word.as_string_view().clone().to_binary_view();
                Some(lossy(words.value(0)))
            }
            _ => None,
        }
    }
}

/// Some rows of columns; the first of them is the first row of a byte of bits.
pub(super) fn part<'a>(facts: &FactColumns<'a>, rows: &Range<usize>) -> FactColumns<'a> {
    fn cut<'a, T>(column: Option<&'a [T]>, rows: &Range<usize>) -> Option<&'a [T]> {
        column.map(|column| column.get(rows.clone()).unwrap_or_default())
    }
    let bits =
        |bits: Option<&'a [u8]>| bits.map(|bits| bits.get(rows.start / 8..).unwrap_or_default());
    FactColumns {
        on: cut(Some(facts.on), rows).unwrap_or_default(),
        on_validity: bits(facts.on_validity),
        birth: cut(facts.birth, rows),
        birth_validity: bits(facts.birth_validity),
        occasion: cut(facts.occasion, rows),
        standing: cut(facts.standing, rows),
        fingerprinted: cut(facts.fingerprinted, rows),
        action: cut(facts.action, rows),
        visa_channel: cut(facts.visa_channel, rows),
        permanent_resident: cut(facts.permanent_resident, rows),
        held_at_commencement: cut(facts.held_at_commencement, rows),
        question_1: cut(facts.question_1, rows),
        question_2: cut(facts.question_2, rows),
        question_3: cut(facts.question_3, rows),
        question_4: cut(facts.question_4, rows),
        declined: cut(facts.declined, rows),
    }
}

impl Days {
    fn bits(&self) -> Option<&[u8]> {
        self.validity.as_deref()
    }
}

/// The column with a name, if there is one.
fn column<'a>(batch: &'a RecordBatch, name: &str) -> PyResult<Option<&'a dyn Array>> {
    let schema = batch.schema_ref();
    let mut found = schema
        .fields()
        .iter()
        .zip(batch.columns())
        .filter(|(field, _)| field.name() == name);
    let first = found.next().map(|(_, array)| &**array);
    match found.next() {
        Some(_) => Err(bad_table(
            "bad_table",
            &format!("two columns have the name {name}"),
            Some(name),
            None,
        )),
        None => Ok(first),
    }
}

fn bad_type(name: &str, wanted: &str, array: &dyn Array) -> PyErr {
    let message = format!("column {name}: {wanted} wanted, not {}", array.data_type());
    bad_table(&format!("bad_{name}"), &message, Some(name), None)
}

/// A bit a row, the first in the lowest bit of the first byte; none if all are known.
fn validity(nulls: Option<&NullBuffer>) -> Option<Buffer> {
    nulls
        .filter(|nulls| nulls.null_count() != 0)
        .map(|nulls| nulls.inner().sliced())
}

fn days(name: &str, array: &dyn Array) -> PyResult<Days> {
    match array.data_type() {
        DataType::Date32 => Ok(Days {
            numbers: array.as_primitive::<Date32Type>().values().clone(),
            validity: validity(array.nulls()),
        }),
        DataType::Null => Ok(Days {
            numbers: vec![0; array.len()].into(),
            validity: Some(vec![0u8; array.len().div_ceil(8)].into()),
        }),
        kind => {
            let cast = "column.cast(pyarrow.date32()), in polars cast(polars.Date), makes one";
            let message = format!("column {name}: a date32 is wanted, not {kind}: {cast}");
            Err(bad_table(
                &format!("bad_{name}"),
                &message,
                Some(name),
                None,
            ))
        }
    }
}

fn read_declined(array: &dyn Array) -> PyResult<ScalarBuffer<u32>> {
    match array.data_type() {
        DataType::UInt32 if array.null_count() == 0 => {
            Ok(array.as_primitive::<UInt32Type>().values().clone())
        }
        DataType::UInt32 => Ok(array
            .as_primitive::<UInt32Type>()
            .iter()
            .map(Option::unwrap_or_default)
            .collect()),
        DataType::Null => Ok(vec![0; array.len()].into()),
        _ => Err(bad_type("declined", "a uint32 is", array)),
    }
}

fn read_codes(fact: Fact, array: &dyn Array) -> PyResult<ScalarBuffer<u8>> {
    let names = fact.value_names();
    if let Some(codes) = codes_of(names, array) {
        return Ok(codes);
    }
    downcast_dictionary_array!(
        array => if let Some(values) = codes_of(names, array.values().as_ref()) {
            return Ok(by_keys(array, &values));
        },
        _ => {}
    );
    let or_booleans = if names == Answer::NAMES {
        "booleans, "
    } else {
        ""
    };
    Err(bad_type(
        fact.name(),
        &format!("{or_booleans}words, or codes as uint8 are"),
        array,
    ))
}

/// Codes as they are, or converted from words; none for any other type.
fn codes_of(names: &[&str], array: &dyn Array) -> Option<ScalarBuffer<u8>> {
    Some(match array.data_type() {
        DataType::UInt8 if array.null_count() == 0 => {
            array.as_primitive::<UInt8Type>().values().clone()
        }
        DataType::UInt8 => array
            .as_primitive::<UInt8Type>()
            .iter()
            .map(Option::unwrap_or_default)
            .collect(),
        DataType::Null => vec![0; array.len()].into(),
        DataType::Boolean if names == Answer::NAMES => {
            let code = |yes| Answer::from(yes).code();
            array
                .as_boolean()
                .iter()
                .map(|yes| yes.map_or(0, code))
                .collect()
        }
        DataType::Utf8 => of_words(names, &bytes(array.as_string::<i32>())?),
        DataType::LargeUtf8 => of_words(names, &bytes(array.as_string::<i64>())?),
        DataType::Utf8View => of_words(names, &array.as_string_view().clone().to_binary_view()),
        _ => return None,
    })
}

/// Words as bytes, in place: nobody has checked that the table's data are UTF-8, which a `str` must be.
fn bytes<O: OffsetSizeTrait>(words: &GenericStringArray<O>) -> Option<GenericBinaryArray<O>> {
    let (offsets, values) = (words.offsets().clone(), words.values().clone());
    GenericBinaryArray::try_new(offsets, values, words.nulls().cloned()).ok()
}

fn of_words<'a>(names: &[&str], words: impl ArrayAccessor<Item = &'a [u8]>) -> ScalarBuffer<u8> {
    let code = |word: &[u8]| {
        let place = names.iter().position(|name| name.as_bytes() == word);
        place
            .and_then(|place| u8::try_from(place).ok()?.checked_add(1))
            .unwrap_or(NO_WORD)
    };
    arrow_array::iterator::ArrayIter::new(words)
        .map(|word| word.map_or(0, code))
        .collect()
}

/// The codes of a dictionary's rows, by those of its values.
fn by_keys<K: ArrowDictionaryKeyType>(
    array: &DictionaryArray<K>,
    values: &[u8],
) -> ScalarBuffer<u8> {
    let code = |key: &K::Native| {
        key.to_usize()
            .and_then(|key| values.get(key))
            .copied()
            .unwrap_or(NO_WORD)
    };
    let mut codes: Vec<u8> = array.keys().values().iter().map(code).collect();
    if let Some(nulls) = array.nulls() {
        for (code, is_told) in codes.iter_mut().zip(nulls) {
            *code = if is_told { *code } else { 0 };
        }
    }
    codes.into()
}

//! Assesses a whole table: the columns of facts, and those of answers.

mod answers;
mod columns;

use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchOptions};
use arrow_schema::{Schema, SchemaRef};
use kz_rules_core::{AnswerColumns, ColumnsError, Error, FactColumns, Settings};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyString};

use self::answers::{Kind, Status, Wanted};
use self::columns::{Columns, On};
use crate::arrow;
use crate::error::{bad_table, refused};
use crate::facts::settings;
use crate::law::Law;
use crate::words::{self, Tuple};

/// Answers for the rows of a table, in order: an Arrow table, for any consumer of one.
///
/// `pyarrow.table(answers)` and `polars.DataFrame(answers)` read it without a copy; pandas through pyarrow.
#[pyclass(frozen, module = "kz_rules")]
pub(crate) struct Answers {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

#[pymethods]
impl Answers {
    /// Arrow's PyCapsule interface.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // Returning another schema than the requested one is allowed.
        drop(requested_schema);
        arrow::stream(py, self.schema.clone(), self.batches.clone())
    }

    /// The same as a `pyarrow.Table`.
    fn to_pyarrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("pyarrow")?.call_method1("table", (slf,))
    }

    /// The names of its columns.
    #[getter]
    fn column_names(&self) -> Tuple<Vec<&str>> {
        Tuple(
            self.schema
                .fields()
                .iter()
                .map(|field| field.name().as_str())
                .collect(),
        )
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        let names: Vec<_> = self
            .schema
            .fields()
            .iter()
            .map(|field| field.name().as_str())
            .collect();
        format!("<Answers {} rows: {}>", self.__len__(), names.join(", "))
    }
}

/// `assess` for each row of a table: pyarrow's, polars', pandas' (from 2.2, with pyarrow) or another with Arrow's PyCapsule
/// interface.
///
/// Facts are the columns with their names: words, dictionaries of words, or codes (uint8: the place of the word in
/// `vocabulary()`, from 1), which are read without a copy; yes and no may be booleans. `birth` is a date32; pandas' datetime64
/// is cast to it. A null is unknown. `declined` is a uint32: a bit for each fact in the order of `vocabulary("fact")`. Other
/// columns are ignored.
///
/// `on`: the day, or the name of a column of days. `columns`, of the answers: `obligation` (null if more than one is
/// possible), `obligations` (all possible ones, joined by |), `basis` (the first provision), `ask` (the fact to ask for next),
/// `holds_until` (null: for ever) and `status`.
///
/// If `status` is among the columns, a row that cannot be read has no answer, and the status says what is wrong; without it,
/// `BadTable` names the first such column and row.
///
/// Other threads of Python can run meanwhile.
#[pyfunction]
#[pyo3(signature = (table, on, *, law=None, edition=None, age_reading=None, columns=None))]
pub(crate) fn assess_table(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    on: &Bound<'_, PyAny>,
    law: Option<&Bound<'_, Law>>,
    edition: Option<&str>,
    age_reading: Option<&str>,
    columns: Option<Vec<String>>,
) -> PyResult<Answers> {
    let law = Law::or_built_in(law);
    let on = match on.cast::<PyString>() {
        Ok(name) => On::Column(name.to_string()),
        Err(_) => On::Day(words::day("on", on)?.number(), Vec::new()),
    };
    let settings = settings(&law, edition, age_reading)?;
    let mut task = Task::new(law, settings, on, columns)?;
    let mut batches = Vec::new();
    let mut pieces = arrow::batches(table)?;
    while let Some(batch) = py.detach(|| pieces.next()) {
        py.check_signals()?;
        let batch = batch.map_err(|error| arrow::unreadable(&error))?;
        batches.push(py.detach(|| task.decide(&batch))?);
    }
    Ok(Answers {
        schema: task.schema,
        batches,
    })
}

/// How each piece of a table is handled.
struct Task {
    law: Law,
    settings: Settings,
    on: On,
    wanted: Vec<Wanted>,
    schema: SchemaRef,
    /// The rows before the piece.
    rows: usize,
}

impl Task {
    fn new(law: Law, settings: Settings, on: On, columns: Option<Vec<String>>) -> PyResult<Self> {
        let kinds = match columns {
            None => Kind::DEFAULT.to_vec(),
            Some(names) => {
                let kind = |name: &String| {
                    Kind::from_name(name)
                        .ok_or_else(|| words::none_of("columns", name, &Kind::NAMES))
                };
                names.iter().map(kind).collect::<PyResult<_>>()?
            }
        };
        let wanted: Vec<_> = kinds
            .into_iter()
            .map(|kind| Wanted::new(kind, &law, settings.edition))
            .collect();
        let fields: Vec<_> = wanted.iter().map(Wanted::field).collect();
        Ok(Self {
            law,
            settings,
            on,
            wanted,
            schema: Arc::new(Schema::new(fields)),
            rows: 0,
        })
    }

    fn wants(&self, kinds: &[Kind]) -> bool {
        self.wanted
            .iter()
            .any(|wanted| kinds.contains(&wanted.kind))
    }

    fn decide(&mut self, batch: &RecordBatch) -> PyResult<RecordBatch> {
        let count = batch.num_rows();
        let columns = Columns::of(batch, &mut self.on)?;
        let facts = columns.facts(&self.on);
        let mut made: Vec<_> = self
            .wanted
            .iter()
            .map(|wanted| wanted.room_for(count))
            .collect();
        for start in (0..count).step_by(PIECE) {
            let rows = start..count.min(start.saturating_add(PIECE));
            let decided = self.decide_rows(&columns::part(&facts, &rows), rows.len())?;
            if !self.wants(&[Kind::Status])
                && let Some((row, status)) = decided
                    .status
                    .iter()
                    .enumerate()
                    .find(|(_, status)| !status.is_ok())
            {
                return Err(columns.wrong(start.saturating_add(row), self.rows, *status, &self.on));
            }
            for (wanted, made) in self.wanted.iter().zip(&mut made) {
                match wanted.kind {
                    Kind::Obligation | Kind::Obligations => wanted.add(made, &decided.obligations),
                    Kind::Basis => wanted.add(made, &decided.basis),
                    Kind::Ask => wanted.add(made, &decided.ask),
                    Kind::Status => wanted.add(made, &decided.status),
                    Kind::HoldsUntil => made.add_days(&decided.holds_until, &decided.status),
                }
            }
        }
        self.rows = self.rows.saturating_add(count);
        let made = self
            .wanted
            .iter()
            .zip(made)
            .map(|(wanted, made)| wanted.column(made));
        let options = RecordBatchOptions::new().with_row_count(Some(count));
        RecordBatch::try_new_with_options(self.schema.clone(), made.collect(), &options)
            .map_err(|error| arrow::unreadable(&error))
    }

    fn decide_rows(&self, facts: &FactColumns<'_>, count: usize) -> PyResult<Decided> {
        let room = |kinds| if self.wants(kinds) { count } else { 0 };
        let mut decided = Decided {
            obligations: vec![0; room(&[Kind::Obligation, Kind::Obligations])],
            basis: vec![0; room(&[Kind::Basis])],
            ask: vec![0; room(&[Kind::Ask])],
            holds_until: vec![0; room(&[Kind::HoldsUntil])],
            status: vec![Status::default(); count],
        };
        let answers = AnswerColumns {
            obligations: given(&mut decided.obligations),
            basis: given(&mut decided.basis),
            ask: given(&mut decided.ask),
            holds_until: given(&mut decided.holds_until),
            status: &mut decided.status,
        };
        let done = self
            .law
            .rules()
            .assess_columns(facts, self.settings, answers);
        done.map_err(|error| match error {
            ColumnsError::EditionUnknown => refused(Error::EditionUnknown),
            ColumnsError::Length(column) => {
                bad_table("bad_table", &error.to_string(), Some(column), None)
            }
        })?;
        Ok(decided)
    }
}

/// How many rows are decided before their answers are put into words: the data in between fit into a processor's cache. A
/// multiple of the eight rows of a byte of bits.
const PIECE: usize = 1 << 14;

/// Answers from the library; a column that is not wanted is empty.
struct Decided {
    obligations: Vec<u8>,
    basis: Vec<u16>,
    ask: Vec<u8>,
    holds_until: Vec<i32>,
    status: Vec<Status>,
}

/// The column, if there is room for it.
fn given<T>(column: &mut [T]) -> Option<&mut [T]> {
    (!column.is_empty()).then_some(column)
}

//! Tables over Arrow's PyCapsule interface, exchanged with Python without a copy.

use std::ffi::CStr;
use std::ptr::NonNull;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{Array, RecordBatch, RecordBatchIterator, StructArray, make_array};
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::error::bad_table;

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";

/// The pieces of a table, in order. They are fetched without the interpreter's lock: a producer may wait for another thread of
/// Python.
pub(crate) type Batches = Box<dyn Iterator<Item = Result<RecordBatch, ArrowError>> + Send>;

/// Arrow's error for a table.
pub(crate) fn unreadable(error: &ArrowError) -> PyErr {
    bad_table("bad_table", &error.to_string(), None, None)
}

/// Reads a table: anything with `__arrow_c_stream__` or `__arrow_c_array__`.
pub(crate) fn batches(table: &Bound<'_, PyAny>) -> PyResult<Batches> {
    if table.hasattr("__arrow_c_stream__")? {
        let capsule = table.call_method0("__arrow_c_stream__")?;
        let stream = pointer::<FFI_ArrowArrayStream>(&capsule, STREAM)?;
        // SAFETY: a capsule of this name holds a stream, which is moved out of it and leaves a released one.
        let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.as_ptr()) };
        let reader = table
            .py()
            .detach(|| ArrayStreamReader::try_new(stream))
            .map_err(|error| unreadable(&error))?;
        return Ok(Box::new(
            reader.map(|array| array.and_then(|array| rows(&*array))),
        ));
    }
    if table.hasattr("__arrow_c_array__")? {
        let capsules = table.call_method0("__arrow_c_array__")?;
        let (schema, array): (Bound<'_, PyAny>, Bound<'_, PyAny>) = capsules.extract()?;
        let schema = pointer::<FFI_ArrowSchema>(&schema, SCHEMA)?;
        let array = pointer::<FFI_ArrowArray>(&array, ARRAY)?;
        // SAFETY: capsules of these names hold a schema and an array that fit together, which are moved out of them.
        let data = unsafe {
            let (schema, array) = (
                FFI_ArrowSchema::from_raw(schema.as_ptr()),
                FFI_ArrowArray::from_raw(array.as_ptr()),
            );
            from_ffi(array, &schema)
        };
        let batch = data.and_then(|data| rows(&*make_array(data)));
        return Ok(Box::new(std::iter::once(batch)));
    }
    let kind = table.get_type().name()?;
    Err(PyTypeError::new_err(format!(
        "a table with __arrow_c_stream__ is wanted, not a {kind}"
    )))
}

/// Rows in Arrow's interface: structs, none of which is null.
fn rows(array: &dyn Array) -> Result<RecordBatch, ArrowError> {
    match array.as_any().downcast_ref::<StructArray>() {
        Some(rows) if rows.null_count() == 0 => Ok(RecordBatch::from(rows)),
        _ => Err(ArrowError::SchemaError(
            "an array of structs is wanted, none of them null".into(),
        )),
    }
}

/// The contents of a capsule with this name.
fn pointer<T>(capsule: &Bound<'_, PyAny>, name: &CStr) -> PyResult<NonNull<T>> {
    let capsule = capsule.cast::<PyCapsule>()?;
    Ok(capsule.pointer_checked(Some(name))?.cast())
}

/// A table as a stream in a capsule.
pub(crate) fn stream<'py>(
    py: Python<'py>,
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
) -> PyResult<Bound<'py, PyCapsule>> {
    let batches = RecordBatchIterator::new(batches.into_iter().map(Ok), schema);
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), STREAM)
}

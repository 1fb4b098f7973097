"""SQL on one machine: DuckDB reads the register, and calls a function on columns of Arrow."""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from duckdb.func import ARROW, SPECIAL

from amendment import FACTS, Amendment
from progress import Progress

CHANGE = pa.struct([("old", pa.string()), ("new", pa.string())])


def changes(register: Path, size: int, amendment: Amendment, threads: int) -> pa.Table:
    """Whose answer changes."""
    comparison = amendment.open()
    progress = Progress(f"persons asked by {threads} of DuckDB's threads", size)

    def change(persons: pa.ChunkedArray) -> pa.Array:
        """The old and the new answer; NULL for a person whose answer stays the same."""
        differs, old, new = comparison.changed(pa.RecordBatch.from_struct_array(persons.combine_chunks()))
        progress.more(len(persons))
        places = pa.array(np.cumsum(differs) - 1, mask=~differs)
        return pa.StructArray.from_arrays([old, new], fields=list(CHANGE)).take(places)

    with progress, duckdb.connect(config={"threads": threads}) as database:
        person = duckdb.struct_type({fact: "DATE" if fact == "birth" else "VARCHAR" for fact in FACTS})
        answers = duckdb.struct_type({"old": "VARCHAR", "new": "VARCHAR"})
        database.create_function("change", change, [person], answers, type=ARROW, null_handling=SPECIAL)
        query = f"""
            SELECT id, change.old, change.new
            FROM (SELECT id, change(struct_pack({", ".join(FACTS)})) AS change FROM '{register}/*.parquet')
            WHERE change IS NOT NULL
        """
        return database.sql(query).to_arrow_table()

"""One process: reads the Parquet files batch after batch, and assesses each batch."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds

from amendment import CHANGES, FACTS, Amendment
from progress import Progress


def changes(register: Path, size: int, amendment: Amendment) -> pa.Table:
    """Whose answer changes."""
    comparison = amendment.open()
    found = []
    with Progress("persons asked", size) as progress:
        for batch in ds.dataset(register, format="parquet").to_batches(columns=["id", *FACTS]):
            found.append(comparison.changes(batch))
            progress.more(len(batch))
    return pa.Table.from_batches(found, CHANGES)

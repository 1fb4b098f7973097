"""When the law changes, whose answer changes? Three ways to find out for a register of made-up persons; all must agree."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import pyarrow as pa

import cluster
import expected
import one_process
import persons
import sql
from amendment import Amendment

SEED = 20_261_102


@dataclass(frozen=True)
class Way:
    """A way to the answer, and how long it took."""

    name: str
    seconds: float
    start: float = 0
    """Seconds until a cluster's workers were ready."""


def main() -> int:
    """Writes the register, runs each way, compares the results, and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="has the packs and the difference; the register is written there")
    parser.add_argument("size", type=int, help="number of persons")
    parser.add_argument("on", type=date.fromisoformat, help="the day of the answers")
    told = parser.parse_args()
    folder, size, on = told.folder.resolve(), told.size, told.on
    register = folder / "persons"
    shutil.rmtree(register, ignore_errors=True)
    persons.write(register, size, SEED, on)
    amendment = Amendment.read(folder, on)

    found, way = timed("one process", partial(one_process.changes, register, size, amendment))
    found, ways, wrong = found.sort_by("id"), [way], []
    print(f"{len(found):,} of {size:,} persons get another answer on {on}.")
    for change, count in counted(found):
        print(f"{count:12,}  {change}")

    def add(way: Way, changes: pa.Table, note: str = "") -> None:
        ways.append(way)
        same = changes.sort_by("id").equals(found)
        print(f"{way.name}: {'the same persons and answers' if same else 'NOT the same'}{note}")
        if not same:
            wrong.append(f"{way.name}: not what one process finds")

    for threads in (1, 2):
        changes, way = timed(f"DuckDB, {plural(threads, 'thread')}", partial(sql.changes, register, size, amendment, threads))
        add(way, changes)
    for workers, kill in ((1, False), (2, False), (2, True)):
        run = cluster.changes(register, amendment, workers, kill)
        name = f"Spark, {plural(workers, 'worker')}{', one killed' if kill else ''}"
        note = f"; {plural(run.lost, 'task')} lost with the worker and repeated" if kill else ""
        add(Way(name, run.seconds, run.start), run.changes, note)
        if kill and not run.lost:
            wrong.append(f"{name}: killing the worker lost no task")

    counts = expected.compare(register, folder / "difference.csv", on, found)
    print("By `kz-law diff`:")
    print(f"{counts.inside:12,}  are in one of its groups, and get its answer")
    print(f"{counts.perhaps:12,}  may be in one, since facts are unknown; {counts.perhaps_changed:,} of them get another answer")
    print(f"{counts.outside:12,}  are in none, and get the same answer")
    wrong += counts.wrong
    table(ways, size)
    for error in wrong:
        print(f"WRONG: {error}", file=sys.stderr)
    return 1 if wrong else 0


def timed(name: str, ask: Callable[[], pa.Table]) -> tuple[pa.Table, Way]:
    """The result of a way, and how long it took."""
    began = time.monotonic()
    found = ask()
    return found, Way(name, time.monotonic() - began)


def counted(changes: pa.Table) -> list[tuple[str, int]]:
    """The number of persons for each pair of old and new answer, the largest first."""
    groups = changes.group_by(["old", "new"]).aggregate([("id", "count")]).sort_by([("id_count", "descending"), ("new", "ascending")])
    return [(f"{row['old']} -> {row['new']}", row["id_count"]) for row in groups.to_pylist()]


def plural(count: int, what: str) -> str:
    """`1 worker`, `2 workers`."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def table(ways: list[Way], size: int) -> None:
    """Prints a table that compares the ways."""
    print(f"\n{size:,} persons, {plural(os.cpu_count() or 1, 'core')}; both laws, read from Parquet:\n")
    print("| way | seconds to start | seconds | persons per second | relative to one process |")
    print("|---|---|---|---|---|")
    for way in ways:
        start = f"{way.start:.0f}" if way.start else ""
        print(f"| {way.name} | {start} | {way.seconds:.1f} | {size / way.seconds:,.0f} | {ways[0].seconds / way.seconds:.2f} |")


if __name__ == "__main__":
    sys.exit(main())

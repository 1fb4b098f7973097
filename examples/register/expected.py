"""The groups of `kz-law diff`, found in the register by SQL, without the library.

A group is given by conditions. In SQL a condition on an unknown fact is NULL, and so is the group if no condition
fails. TRUE: the person is in the group whatever the unknown facts are; NULL: may be in it; FALSE: is not.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa


@dataclass(frozen=True)
class Counts:
    """The result of the comparison. Register and difference agree if `wrong` is empty."""

    inside: int
    """Persons in a group."""
    perhaps: int
    """Persons who may be in a group: facts that decide are unknown."""
    perhaps_changed: int
    """Those of them whose answer changed."""
    outside: int
    """Persons in no group."""
    wrong: list[str]
    """The contradictions found, each with its number of persons."""


CONTRADICTIONS = (
    "in a group, and not changed",
    "changed, but not as their group",
    "in no group, and changed",
    "changed, and not in the register",
)


def predicate(conditions: str, on: date) -> str:
    """Conditions of a law's page in SQL: `standing = foreigner, stateless; age >= 16`."""
    return " AND ".join(sql_of(condition, on) for condition in conditions.split("; "))


def sql_of(condition: str, on: date) -> str:
    """One condition."""
    if condition == "always":
        return "TRUE"
    name, sign, values = condition.split(" ", 2)
    if name == "age":
        reached = f"birth <= DATE '{on}' - INTERVAL {int(values)} YEAR"
        return {">=": reached, "<": f"NOT ({reached})"}[sign]
    if sign != "=":
        raise ValueError(f"no condition of a group: {condition}")
    words = ", ".join(f"'{word}'" for word in values.split(", "))
    return f"{name} IN ({words})"


def compare(register: Path, difference: Path, on: date, changes: pa.Table) -> Counts:
    """Compares changes with the CSV of `kz-law diff --on`, for the first edition."""
    with difference.open(newline="") as file:
        groups = [line for line in csv.DictReader(file) if line["section"].startswith("Edition 1: ")]
    tests = [predicate(group["if"], on) for group in groups]
    cases = " ".join(f"WHEN {test} THEN {place}" for place, test in enumerate(tests))
    with duckdb.connect() as database:
        database.register("changes", changes)
        answers = {name: [group[name] for group in groups] for name in ("old", "new")}
        database.register("groups", pa.table({"place": range(len(groups)), **answers}))
        counts = f"""
            WITH persons AS (
                SELECT id, CASE {cases} END AS place, {" OR ".join(f"({test})" for test in tests)} AS member
                FROM '{register}/*.parquet'
            )
            SELECT
                count(*) FILTER (member),
                count(*) FILTER (member IS NULL),
                count(*) FILTER (member IS NULL AND changes.id IS NOT NULL),
                count(*) FILTER (NOT member),
                count(*) FILTER (member AND changes.id IS NULL),
                count(*) FILTER (member AND (changes.old <> groups.old OR changes.new <> groups.new)),
                count(*) FILTER (NOT member AND changes.id IS NOT NULL),
                count(changes.id) - (SELECT count(*) FROM changes)
            FROM persons LEFT JOIN changes USING (id) LEFT JOIN groups USING (place)
        """
        [(inside, perhaps, perhaps_changed, outside, *contradictions)] = database.sql(counts).fetchall()
    wrong = [f"{abs(count):,} persons are {kind}" for count, kind in zip(contradictions, CONTRADICTIONS, strict=True) if count]
    return Counts(inside, perhaps, perhaps_changed, outside, wrong)

"""Whom `kz-law diff` names, asked of the register in SQL. The library that decides has no part in it.

A group of the difference is told by conditions. In SQL a condition on a fact that is not known is NULL, and so is a group if no condition
fails: TRUE is a person in the group whatever the unknown facts are, NULL one who may be in it, FALSE one who is not.
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
    """What the comparison found. The register and the difference agree if nothing is wrong."""

    inside: int
    """Persons in a group."""
    perhaps: int
    """Persons who are in none, and may be in one: facts that decide are not known."""
    perhaps_changed: int
    """Those of them whose answer changed."""
    outside: int
    """Persons who cannot be in any."""
    wrong: list[str]
    """Each kind of contradiction with the number of persons, if there is one."""


CONTRADICTIONS = (
    "in a group, and not changed",
    "changed otherwise than their group",
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
    """Compares the changes that were found with the CSV of `kz-law diff --on`, as to its first edition."""
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

"""Reads what decides an obligation from a law page: docs/law-document.md, of which this is a reader of its own.

It shares no code with kz-law, so that an error of one of the two is seen.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

YES_NO = ("yes", "no")
FACTS: dict[str, tuple[str, ...]] = {
    "standing": ("citizen", "foreigner", "stateless"),
    "permanent_resident": YES_NO,
    "occasion": (
        "seafarer_identity", "temporary_residence_permit", "permanent_residence_permit", "residence_card",
        "stateless_identity", "asylum_seeker_status", "refugee_certificate", "refugee_travel_document", "expulsion",
        "readmission", "visa", "citizen_passport", "citizen_identity_card", "other", "iin",
    ),
    "action": ("first_issue", "extension", "restoration", "replacement", "holding"),
    "visa_channel": ("foreign_mission", "airport", "electronic", "in_kazakhstan"),
    "fingerprinted": YES_NO,
    "held_at_commencement": YES_NO,
}
OBLIGATIONS = ("mandatory", "voluntary", "not_required", "suspended", "not_in_force")


class PageError(Exception):
    """The page is not in the form of docs/law-document.md; says where, and what is wrong."""


@dataclass(frozen=True)
class FactAmong:
    """The fact has one of these values."""

    fact: str
    values: frozenset[str]


@dataclass(frozen=True)
class AgeBound:
    """The age is at least this many years, or below it."""

    at_least: bool
    years: int


@dataclass(frozen=True)
class Applies:
    """The decision date is in this period: from its first day to the day before `until`."""

    since: date | None
    until: date | None


Condition = FactAmong | AgeBound | Applies


@dataclass(frozen=True)
class Row:
    number: int
    line: int
    text: str
    conditions: tuple[Condition, ...]
    obligation: str
    basis: str


@dataclass(frozen=True)
class Edition:
    number: int
    name: str
    rows: tuple[Row, ...]

    def dates(self) -> list[date]:
        """The days on which a row of the table begins or ends."""
        periods = [it for row in self.rows for it in row.conditions if isinstance(it, Applies)]
        return sorted({day for it in periods for day in (it.since, it.until) if day is not None})

    def ages(self) -> list[int]:
        return sorted({it.years for row in self.rows for it in row.conditions if isinstance(it, AgeBound)})


@dataclass(frozen=True)
class Law:
    path: str
    facts: dict[str, tuple[str, ...]]
    editions: tuple[Edition, ...]


# A line of a table: its number in the file, and its cells.
Line = tuple[int, list[str]]


def tables(text: str) -> dict[str, list[Line]]:
    """The rows of the table below each heading, without its head."""
    found: dict[str, list[Line]] = {}
    heading = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            heading = line.lstrip("#").strip()
        elif line.startswith("|"):
            found.setdefault(heading, []).append((number, [cell.strip() for cell in line.strip().strip("|").split("|")]))
    return {heading: lines[2:] for heading, lines in found.items()}


class Reader:
    """Reads conditions by the names that the page declares."""

    def __init__(self, path: str, sections: dict[str, list[Line]]) -> None:
        self.path = path
        self.facts = dict(FACTS)
        self.facts.update({f"question_{cells[0]}": YES_NO for _, cells in sections["Questions"]})
        self.ages = {int(cells[0]) for _, cells in sections["Ages"]}
        self.periods = {cells[1]: Applies(self.day(cells[4]), self.day(cells[5])) for _, cells in sections["Provisions"]}

    @staticmethod
    def day(cell: str) -> date | None:
        return date.fromisoformat(cell) if cell else None

    def condition(self, text: str) -> Condition:
        if match := re.fullmatch(r"on (<|>=) (\d{4}-\d\d-\d\d)", text):
            day = date.fromisoformat(match[2])
            return Applies(None, day) if match[1] == "<" else Applies(day, None)
        if match := re.fullmatch(r"during ([A-Z0-9-]+)", text):
            return self.periods[match[1]]
        if match := re.fullmatch(r"age (<|>=) (\d+)", text):
            years = int(match[2])
            if years not in self.ages:
                raise ValueError(f"{years} is none of the section Ages")
            return AgeBound(match[1] == ">=", years)
        if match := re.fullmatch(r"([a-z0-9_]+) (!?=) ([a-z0-9_, ]+)", text):
            known = frozenset(self.facts[match[1]])
            named = frozenset(match[3].split(", "))
            if not named <= known:
                raise ValueError(f"{match[1]} has no value {', '.join(sorted(named - known))}")
            return FactAmong(match[1], named if match[2] == "=" else known - named)
        raise ValueError(f"no condition: {text}")

    def row(self, number: int, line: Line) -> Row:
        place, cells = line
        try:
            condition, obligation, basis = cells
            if obligation not in OBLIGATIONS:
                raise ValueError(f"no obligation: {obligation}")
            parts = [] if condition == "always" else condition.split("; ")
            conditions = tuple(self.condition(part) for part in parts)
        except (KeyError, ValueError) as error:
            raise PageError(f"{self.path}:{place}: {error}") from error
        return Row(number, place, condition, conditions, obligation, basis)


def read(text: str, path: str) -> Law:
    sections = tables(text)
    reader = Reader(path, sections)
    editions = []
    for heading, lines in sections.items():
        if match := re.fullmatch(r"Edition (\d): (.+)", heading):
            rows = tuple(reader.row(number, line) for number, line in enumerate(lines, 1))
            editions.append(Edition(int(match[1]), match[2], rows))
    if not editions:
        raise PageError(f"{path}: it has no edition")
    return Law(path, reader.facts, tuple(editions))


def read_file(path: Path) -> Law:
    return read(path.read_text(encoding="utf-8"), str(path))

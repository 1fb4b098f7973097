"""Every vector of every law through the wheel: compares every column with an expected value."""

from __future__ import annotations

import csv
import datetime
import unittest
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import kz_rules as kz

ROOT = Path(__file__).parents[3]
PACKS = ROOT / "target/python/packs"
KEY = (ROOT / "target/demo/ministry.pub").read_bytes()
LAWS = ["evisa-2026", "random-1", "reform-2027"]
Row = dict[str, str]


def law(name: str) -> kz.Law:
    """The law of a pack."""
    return kz.Law.open((PACKS / f"{name}.kzl").read_bytes(), KEY)


def rows(path: str) -> list[Row]:
    with (ROOT / path).open(newline="") as lines:
        return list(csv.DictReader(lines))


def day(text: str) -> Any:
    """A day; any other text is kept, for the library to refuse."""
    try:
        return datetime.date.fromisoformat(text) if len(text) == 10 else text
    except ValueError:
        return text


def birth(text: str) -> Any:
    parts = text.split("-")
    if len(text) in (4, 7) and all(part.isdecimal() for part in parts):
        return int(text) if len(text) == 4 else (int(parts[0]), int(parts[1]))
    return day(text)


def number(text: str) -> Any:
    return int(text) if text.isascii() and text.isdecimal() else text


def yes(text: str) -> Any:
    return {"yes": True, "no": False}.get(text, text)


READ: dict[str, Callable[[str], Any]] = {
    "birth": birth,
    "declined": lambda text: text.split("|"),
    "permanent_resident": yes,
    "fingerprinted": yes,
    "arrived_to_live": yes,
    "stay_until": day,
    "treaty": number,
    "per_entry": number,
    "total": number,
    "window": number,
}


def told(row: Row, *but: str) -> dict[str, Any]:
    """The arguments in a row."""
    named = ((name, text) for name, text in row.items() if text and name[0] != "=" and name not in ("id", *but))
    return {name: READ.get(name, str)(text) for name, text in named}


def cell(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "", True: "yes", False: "no"}[value]
    return "|".join(value) if isinstance(value, tuple) else str(value)


def assess(law: kz.Law | None, row: Row) -> dict[str, Any]:
    answer = kz.assess(day(row["on"]), law=law, **told(row, "on"))
    names = ("obligations", "ask", "relevant", "holds_until", "conflict", "cautions")
    return {"basis": tuple(sorted(answer.basis)), "law": answer.law_known} | {name: getattr(answer, name) for name in names}


def plan(law: kz.Law | None, row: Row) -> dict[str, Any]:
    answer = kz.plan(day(row["on"]), law=law, **told(row, "on"))
    names = ("verdict", "blocked", "basis", "ask", "ways_out", "cautions")
    steps = tuple(step.step for step in answer.steps)
    return {"steps": steps, "law": answer.law_known} | {name: getattr(answer, name) for name in names}


def terms(law: kz.Law | None, row: Row) -> dict[str, Any]:
    kind: Any = row["kind"]
    answer = kz.term(kind, day(row["from"]), day(row["on"]), law=law, **told(row, "kind", "from", "on"))
    window = answer.window
    in_force = answer.outcome != "not_in_force"
    names = ("strict", "lenient", "state", "days_left", "days_late", "certainty")
    return {
        "covered": answer.covered if in_force else None,
        "note": "transitional" if window and window.transitional else None if in_force else "not_in_force",
        "cautions": answer.cautions,
        "law": answer.law_known,
    } | {name: getattr(window, name, None) for name in names}


def stay(_: kz.Law | None, row: Row) -> dict[str, Any]:
    def one(text: str) -> Any:
        entered, slash, left = text.partition("/")
        return (day(entered), day(left) if left else None) if slash else text

    stays = [one(text) for text in row["stays"].split(";") if text]
    answer = kz.stay(day(row["on"]), stays, **told(row, "on", "stays"))
    names = ("state", "used_strict", "used_lenient", "last_strict", "last_lenient", "next_entry")
    return {name: getattr(answer, name) for name in names}


def country(law: kz.Law | None, row: Row) -> dict[str, Any]:
    answer = kz.country(row["country"], day(row["on"]), law=law)
    names = ("pilot", "stay_regime", "per_entry", "total", "window", "treaty", "provisions")
    return {name: getattr(answer, name) for name in names}


def iin(_: kz.Law | None, row: Row) -> dict[str, Any]:
    hint = kz.Iin(row["iin"]).hint
    return dict(zip(("birth", "sex"), hint or (None, None)))


def calendar(law: kz.Law | None, row: Row) -> dict[str, Any]:
    week: Any = row["week"]
    answer = kz.calendar_day(day(row["date"]), week, law=law)
    return {"working": answer.working, "certainty": answer.certainty}


KINDS = {"assess": assess, "plan": plan, "terms": terms, "stay": stay, "country": country, "iin": iin, "calendar": calendar}
"""The function for each kind of rows. Registration and the clock are not in the wheel."""


def outcome(kind: str, law: kz.Law | None, row: Row) -> Row:
    """The answers, by the names of the expected columns."""
    try:
        answers = KINDS[kind](law, row)
    except kz.KzError as error:
        return {column: error.code if column == "=status" else "" for column in row if column[0] == "="}
    answers["status"] = "ok"
    return {column: cell(answers[column[1:]]) for column in row if column[0] == "="}


def tables() -> Iterator[tuple[str, str, kz.Law | None]]:
    """Each file of vectors with its kind and its law."""
    built_in = law("kazakhstan")
    for kind in KINDS:
        yield f"tests/vectors/{kind}.csv", kind, None
        yield f"tests/vectors/{kind}.csv", kind, built_in
        own = f"tests/own/{kind}.csv"
        if (ROOT / own).exists():
            yield own, kind, None
    for name in LAWS:
        other = law(name)
        for file in sorted((ROOT / "tests/vectors/laws" / name).glob("*.csv")):
            if file.stem in KINDS:
                yield str(file.relative_to(ROOT)), file.stem, other


class Vectors(unittest.TestCase):
    def test_every_vector_comes_out_as_it_must(self) -> None:
        count = 0
        for path, kind, by in tables():
            for row in rows(path):
                expected = {column: text for column, text in row.items() if column[0] == "="}
                if "basis" in expected and kind == "assess":
                    expected["=basis"] = "|".join(sorted(expected["=basis"].split("|")))
                self.assertEqual(outcome(kind, by, row), expected, f"{path} {row['id']}")
                count += 1
        self.assertGreater(count, 7_000)
        print(f"{count} vectors")


if __name__ == "__main__":
    unittest.main()

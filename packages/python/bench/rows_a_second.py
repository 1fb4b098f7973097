"""Rows per second of `assess_table`, beside a pure Python if-chain, and beside the C library and an if-chain in C on the same columns.

Usage: rows_a_second.py LIBRARY IF_CHAIN: the shared library of kz-rules, and bench/c/if_chain.c as one. Answers are compared first.
"""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import kz_rules as kz
import numpy
import polars
import pyarrow as pa  # type: ignore[import-untyped]

ROWS = 1_000_000
PYTHON_ROWS = 100_000
ROUNDS = 5
EPOCH = date(1970, 1, 1)
COLUMNS: Any = ["obligation", "basis", "ask"]
SETS = {
    "occasion": "occasion",
    "standing": "standing",
    "fingerprinted": "answer",
    "action": "action",
    "visa_channel": "visa_channel",
    "permanent_resident": "answer",
    "held_at_commencement": "answer",
}
WORDS = {fact: kz.vocabulary(of) for fact, of in SETS.items()}


def days(first: date, last: date, numbers: Any) -> Any:
    return numbers.integers((first - EPOCH).days, (last - EPOCH).days, ROWS, dtype=numpy.int32)


def persons(any_day: bool) -> dict[str, Any]:
    """Made-up persons with all facts known, as codes; more children than in reality."""
    numbers = numpy.random.default_rng(1)
    facts = {fact: numbers.integers(1, len(words) + 1, ROWS, dtype=numpy.uint8) for fact, words in WORDS.items()}
    facts["fingerprinted"] = numpy.where(numbers.integers(0, 8, ROWS) == 0, 1, 2).astype(numpy.uint8)
    on = days(date(2023, 7, 1), date(2028, 1, 1), numbers) if any_day else numpy.full(ROWS, (date(2026, 11, 22) - EPOCH).days, numpy.int32)
    return facts | {"birth": numpy.minimum(days(date(1940, 1, 1), date(2023, 1, 1), numbers), on), "on": on}


def table(facts: dict[str, Any]) -> Any:
    as_days = {name: pa.array(facts[name]).view(pa.date32()) for name in ("birth", "on")}
    return pa.table({fact: pa.array(codes) for fact, codes in facts.items()} | as_days)


def half_known(whole: Any) -> Any:
    """The same persons; each fact is unknown for half of them."""
    numbers = numpy.random.default_rng(2)
    columns = {}
    for name in whole.column_names:
        unknown = numbers.integers(0, 2, ROWS).astype(bool) & (name != "on")
        columns[name] = pa.array(whole[name].to_numpy(), whole[name].type, mask=unknown)
    return pa.table(columns)


def in_words(whole: Any, as_dictionaries: bool) -> Any:
    columns = {name: whole[name] for name in ("birth", "on")}
    for fact, words in WORDS.items():
        keys = pa.array(whole[fact].to_numpy() - 1)
        column = pa.DictionaryArray.from_arrays(keys, pa.array(words))
        columns[fact] = column if as_dictionaries else column.cast(pa.string())
    return pa.table(columns)


def age(birth: date, on: date) -> int:
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def by_hand(
    on: date, birth: date, occasion: str, standing: str, fingerprinted: str, action: str, channel: str, held: str
) -> tuple[str, str]:
    """The enacted edition as a programmer would write it in Python, for persons with all facts known."""
    if on < date(2024, 1, 1):
        return "not_in_force", "L50-COMMENCEMENT"
    if fingerprinted == "yes":
        return "not_required", "L50-ONCE"
    if standing == "citizen":
        return "voluntary", "L50-CITIZEN-VOLUNTARY"
    if age(birth, on) < 16:
        return "not_required", "L50-AGE-16"
    if action == "holding":
        if held == "yes" and occasion in ("temporary_residence_permit", "residence_card", "visa"):
            return "not_required", "L50-HELD-DOCUMENT"
        if occasion not in ("expulsion", "readmission"):
            return "not_required", "L50-CASES"
    if occasion == "visa":
        if action == "first_issue" and channel in ("airport", "electronic") and on < date(2025, 7, 1):
            return "suspended", "L50-VISA-SUSPENSION"
        return "mandatory", "L50-CASE-6"
    if occasion == "seafarer_identity":
        return "mandatory", "L50-CASE-1"
    if occasion in ("temporary_residence_permit", "permanent_residence_permit"):
        return "mandatory", "L50-CASE-2"
    if occasion in ("residence_card", "stateless_identity"):
        return "mandatory", "L50-CASE-3"
    if occasion in ("asylum_seeker_status", "refugee_certificate", "refugee_travel_document"):
        return "mandatory", "L50-CASE-4"
    if occasion in ("expulsion", "readmission"):
        return "mandatory", "L50-CASE-5"
    return "not_required", "L50-CASES"


READ = ("occasion", "standing", "fingerprinted", "action", "visa_channel", "held_at_commencement")
# The columns of the C structs, in their order.
FACTS = ("on", None, "birth", None, *SETS, None, None, None, None, None)


class InC:
    """The columns of persons and of their answers, as the C functions take them."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self.facts = facts
        kinds = (numpy.int32, numpy.uint8, numpy.uint16, numpy.uint8)
        self.status, self.obligations, self.basis, self.ask = self.answers = [numpy.full(ROWS, 99, kind) for kind in kinds]
        pointers = [None if name is None else facts[name].ctypes.data for name in FACTS]
        self.given = (ctypes.c_void_p * len(pointers))(*pointers)
        self.room = (ctypes.c_void_p * 5)(*(column.ctypes.data for column in self.answers), None)


def seconds(work: Callable[[], Any]) -> float:
    """The fastest of several rounds: the others had less of the processor."""

    def once() -> float:
        begin = time.perf_counter()
        work()
        return time.perf_counter() - begin

    return min(once() for _ in range(ROUNDS))


def row(name: str, rows: int, took: float) -> None:
    print(f"  {name:<58} {rows / took / 1e6:>10.2f} {took / rows * 1e9:>10.1f}", flush=True)


def compared(library: Any, chain: Any) -> None:
    print(f"\n{'Rows: million a second, nanoseconds each':<60} {'million/s':>10} {'ns':>10}")
    for name, any_day in (("one decision day", False), ("any decision day", True)):
        facts = persons(any_day)
        whole, in_c, in_the_chain = table(facts), InC(facts), InC(facts)

        answers = kz.assess_table(whole, "on", columns=COLUMNS).to_pyarrow()
        took = seconds(lambda: kz.assess_table(whole, "on", columns=COLUMNS))
        row(f"assess_table, codes, {name}", ROWS, took)
        row(
            f"kz_assess_columns in C, {name}",
            ROWS,
            seconds(lambda: library.kz_assess_columns(None, in_c.given, ctypes.c_size_t(ROWS), 0, 0, in_c.room)),
        )
        row(
            f"if-chain by hand in C, {name}",
            ROWS,
            seconds(lambda: chain.if_chain_columns(in_the_chain.given, ctypes.c_size_t(ROWS), 1, in_the_chain.room)),
        )
        for one, other in zip(in_c.answers, in_the_chain.answers):
            assert (one == other).all(), "the if-chain in C answers otherwise"
        obligations = numpy.array([None, *kz.vocabulary("obligation")])
        numbered = numpy.log2(in_c.obligations).astype(int) + 1
        assert (obligations[numbered] == answers["obligation"].to_numpy()).all(), "C answers otherwise"

        words = in_words(whole, as_dictionaries=False).slice(0, PYTHON_ROWS)
        lists = [words[column].to_pylist() for column in ("on", "birth", *READ)]
        by_python = [by_hand(*person) for person in zip(*lists)]
        of_table = answers.slice(0, PYTHON_ROWS)
        assert by_python == list(zip(of_table["obligation"].to_pylist(), of_table["basis"].to_pylist())), "Python answers otherwise"
        row(f"if-chain by hand in Python, {name}", PYTHON_ROWS, seconds(lambda: [by_hand(*person) for person in zip(*lists)]))


def forms() -> None:
    whole = table(persons(any_day=True))
    half = half_known(whole)
    print(f"\n{'assess_table, any decision day':<60} {'million/s':>10} {'ns':>10}")
    made = {
        "codes, and holds_until": (whole, [*COLUMNS, "holds_until"]),
        "codes, each fact of half of them unknown": (half, COLUMNS),
        "the same, and holds_until": (half, [*COLUMNS, "holds_until"]),
        "dictionaries of words": (in_words(whole, as_dictionaries=True), COLUMNS),
        "words": (in_words(whole, as_dictionaries=False), COLUMNS),
        "words of polars": (polars.from_arrow(in_words(whole, as_dictionaries=False)), COLUMNS),
    }
    for name, (facts, columns) in made.items():
        row(name, ROWS, seconds(lambda: kz.assess_table(facts, "on", columns=columns)))
    parts = [whole.slice(start, ROWS // 2) for start in (0, ROWS // 2)]
    with ThreadPoolExecutor(2) as pool:
        row("codes, two threads", ROWS, seconds(lambda: list(pool.map(lambda part: kz.assess_table(part, "on", columns=COLUMNS), parts))))


def one_by_one() -> None:
    facts: Any = {"standing": "foreigner", "birth": date(1990, 5, 17), "occasion": "visa", "action": "first_issue", "fingerprinted": False}
    on = date(2026, 11, 22)
    count = 20_000
    row("assess, one person a call", count, seconds(lambda: [kz.assess(on, facts) for _ in range(count)]))


def main() -> None:
    library, chain = (ctypes.CDLL(path) for path in sys.argv[1:])
    print(f"{ROWS:,} persons; the fastest of {ROUNDS} rounds, in one thread where nothing else is said; Python {sys.version.split()[0]}.")
    compared(library, chain)
    forms()
    one_by_one()


if __name__ == "__main__":
    main()

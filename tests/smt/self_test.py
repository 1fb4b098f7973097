"""What is wrong on purpose, each with the claim that must notice it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from z3 import And, If, IntVal

import kiosk
from cases import Case
from claims import Result, ages_begin_when_reached, changes_on_turning_days, complete, every_row_decides
from days import Day, next_day
from model import turning_days
from page import Edition, Law, PageError, read, read_file

LAST_ROW = "| occasion = visa | mandatory | L50-CASE-6 |\n"
AGE_ROW = "| age < 16 | not_required | L50-AGE-16 |\n"


def built_in() -> tuple[Law, Edition]:
    law = read_file(kiosk.BUILT_IN)
    return law, law.editions[0]


def broken(old: str, new: str) -> tuple[Law, Edition]:
    """The built-in law with a change in edition 1."""
    text = kiosk.BUILT_IN.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise RuntimeError(f"{kiosk.BUILT_IN} has not one place to break: {old}")
    law = read(text.replace(old, new), "broken.md")
    return law, law.editions[0]


def without_last_row() -> Result:
    return complete(*broken(LAST_ROW, ""))


def with_dead_row() -> Result:
    dead = "| age < 12; standing = stateless | suspended | L50-CASES |\n"
    return every_row_decides(*broken(AGE_ROW, AGE_ROW + dead), False)


def with_unknown_word() -> Result:
    try:
        broken(LAST_ROW, LAST_ROW.replace("visa", "visas"))
    except PageError as error:
        return Result([str(error)])
    return Result([])


def without_a_birthday() -> Result:
    def dates_alone(edition: Edition, born: Day, reading: str) -> list[Day]:
        return turning_days(edition, born, reading)[: len(edition.dates())]

    return changes_on_turning_days(*built_in(), dates_alone)


def without_a_date() -> Result:
    def all_but_one(edition: Edition, born: Day, reading: str) -> list[Day]:
        return turning_days(edition, born, reading)[1:]

    return changes_on_turning_days(*built_in(), all_but_one)


def with_birthday_on_28_february() -> Result:
    def reached_early(born: Day, years: int, reading: str) -> Day:
        day = If(And(born.month == 2, born.day == 29), IntVal(28), born.day)
        birthday = Day(born.year + years, born.month, day)
        return birthday if reading == "birthday" else next_day(birthday)

    return ages_begin_when_reached(reached_early)


@dataclass(frozen=True)
class OtherKiosk(kiosk.Kiosk):
    """The kiosk, with each answer changed before it is compared."""

    change: Callable[[dict[str, str]], None] = lambda row: None

    def answers(self, edition: Edition, cases: list[Case]) -> list[dict[str, str]]:
        rows = kiosk.Kiosk.answers(self, edition, cases)
        for row in rows:
            self.change(row)
        return rows


def a_day_late(row: dict[str, str]) -> None:
    if row["holds_until"]:
        row["holds_until"] = str(date.fromisoformat(row["holds_until"]) + timedelta(days=1))


def without_a_possibility(row: dict[str, str]) -> None:
    row["obligations"] = row["obligations"].rpartition("|")[2]


def late_holds_until() -> Result:
    at_edges, _ = kiosk.of_an_edition(*built_in(), OtherKiosk(change=a_day_late))
    return at_edges.examine()


def missed_possibility() -> Result:
    _, in_part = kiosk.of_an_edition(*built_in(), OtherKiosk(change=without_a_possibility))
    return in_part.examine()


def another_law() -> Result:
    at_edges, _ = kiosk.of_an_edition(*broken(AGE_ROW, AGE_ROW.replace("16 |", "12 |", 1)), kiosk.Kiosk())
    return at_edges.examine()


TESTS: dict[str, Callable[[], Result]] = {
    "a page without its last row": without_last_row,
    "a page with a row that decides for nobody": with_dead_row,
    "a page with a word that is none": with_unknown_word,
    "days on which an answer can change, without the birthdays": without_a_birthday,
    "days on which an answer can change, without one of the table": without_a_date,
    "an age reached on 28 February instead of 1 March": with_birthday_on_28_february,
    "a kiosk whose holds_until is a day late": late_holds_until,
    "a kiosk that leaves out a possible obligation": missed_possibility,
    "a kiosk that decides by another page": another_law,
}


def passes() -> bool:
    """Whether all is noticed; prints a line for each, and the first thing that is wrong with it."""
    missed = 0
    for what, examine in TESTS.items():
        wrong = examine().wrong
        print(f"self-test: {what}: {'noticed' if wrong else 'NOT NOTICED'}", flush=True)
        for text in wrong[:1]:
            print("    " + text.replace("\n", "\n    "), flush=True)
        missed += not wrong
    return missed == 0

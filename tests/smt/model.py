"""The table of an edition as a term of the solver, over a person and a day."""

from collections.abc import Callable
from dataclasses import dataclass

from z3 import And, ArithRef, BoolRef, Const, EnumSort, ExprRef, If, IntVal, ModelRef, Not, Or

from days import Day, age, known_day, order, reached
from page import OBLIGATIONS, AgeBound, Applies, Condition, Edition, FactAmong, Law, Row

# A sort of the solver for each set of values, made once: the yes or no of all facts is the same.
sorts: dict[tuple[str, ...], dict[str, ExprRef]] = {}


def values_of(values: tuple[str, ...]) -> dict[str, ExprRef]:
    if values not in sorts:
        _, constants = EnumSort("|".join(values), values)
        sorts[values] = dict(zip(values, constants))
    return sorts[values]


@dataclass(frozen=True)
class Person:
    """Facts of a person, each a constant of the solver."""

    law: Law
    facts: dict[str, ExprRef]
    reading: str

    def has(self, fact: str, value: str) -> BoolRef:
        return self.facts[fact] == values_of(self.law.facts[fact])[value]

    def told(self, model: ModelRef) -> dict[str, str]:
        return {name: str(model.eval(fact, model_completion=True)) for name, fact in self.facts.items()}


def any_person(law: Law, reading: str) -> Person:
    facts = {name: Const(name, next(iter(values_of(values).values())).sort()) for name, values in law.facts.items()}
    return Person(law, facts, reading)


def holds(condition: Condition, person: Person, born: Day, on: Day) -> BoolRef:
    match condition:
        case FactAmong(fact, values):
            return Or([person.has(fact, value) for value in sorted(values)])
        case AgeBound(at_least, years):
            is_reached = age(born, on, person.reading) >= years
            return is_reached if at_least else Not(is_reached)
        case Applies(since, until):
            started = True if since is None else order(on) >= order(known_day(since))
            ended = False if until is None else order(on) >= order(known_day(until))
            return And(started, Not(ended))


def decided(edition: Edition, person: Person, born: Day, on: Day, of_row: Callable[[Row], int]) -> ArithRef:
    """What `of_row` says of the first row that fits; 0 if none fits."""
    answer = IntVal(0)
    for row in reversed(edition.rows):
        fits = And([holds(it, person, born, on) for it in row.conditions])
        answer = If(fits, IntVal(of_row(row)), answer)
    return answer


def row_number(row: Row) -> int:
    return row.number


def obligation_number(row: Row) -> int:
    return OBLIGATIONS.index(row.obligation) + 1


def turning_days(edition: Edition, born: Day, reading: str) -> list[Day]:
    """The days on which an answer can change: rows begin and end, and an age is reached."""
    return [known_day(day) for day in edition.dates()] + birthdays(edition, born, reading)


def birthdays(edition: Edition, born: Day, reading: str) -> list[Day]:
    """The days on which the ages of the table are reached."""
    return [reached(born, years, reading) for years in edition.ages()]

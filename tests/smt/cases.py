"""Persons to ask the kiosk about: those at the edges of answers, and some of whom little is known."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from z3 import And, BoolRef, Not, Solver, sat

from days import READINGS, date_in, is_day, next_day, order, unknown_day
from model import any_person, decided, obligation_number, turning_days
from page import Edition, Law

# The days of a year on which a birthday is most easily misplaced.
DELICATE = ((2, 28), (2, 29), (3, 1), (1, 1), (12, 31))
# How many changes of the answer are looked for on each turning day, and for each delicate birthday.
CHANGES = 2


@dataclass(frozen=True)
class Birth:
    """A birth date as far as it is known: as a table writes it, and the days that it allows."""

    text: str
    first: date
    last: date


def birth(born: date, precision: str) -> Birth:
    match precision:
        case "day":
            return Birth(born.isoformat(), born, born)
        case "month":
            last = monthrange(born.year, born.month)[1]
            return Birth(born.isoformat()[:7], born.replace(day=1), born.replace(day=last))
        case "year":
            return Birth(f"{born.year:04}", date(born.year, 1, 1), date(born.year, 12, 31))
    return Birth("", date.min, date.max)


@dataclass(frozen=True)
class Case:
    """What the kiosk is told: facts that it is not told are unknown."""

    on: date
    reading: str
    birth: Birth
    facts: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        facts = ", ".join(f"{name} = {value}" for name, value in self.facts)
        return f"born {self.birth.text or 'unknown'}, on {self.on}, ages counted by {self.reading}: {facts or 'no facts'}"


@dataclass(frozen=True)
class Edge:
    """A person whose obligation is another one on a day than on the day before."""

    born: date
    before: date
    day: date
    reading: str
    facts: tuple[tuple[str, str], ...]


def edges(law: Law, edition: Edition) -> list[Edge]:
    """For each turning day and each delicate birthday some persons whose answer changes then."""
    found = []
    for reading in READINGS:
        person = any_person(law, reading)
        born, before, day = unknown_day("born"), unknown_day("before"), next_day(unknown_day("before"))
        old, new = (decided(edition, person, born, on, obligation_number) for on in (before, day))
        solver = Solver()
        solver.add(is_day(born), is_day(before), order(born) <= order(before), old != new)
        dates = len(edition.dates())
        for index, turn in enumerate(turning_days(edition, born, reading)):
            solver.push()
            solver.add(order(day) == order(turn))
            # On which day the person was born matters to birthdays alone.
            shapes: list[BoolRef] = [born.year >= 1900]
            if index >= dates:
                shapes = [born.year > 0, *(And(born.month == month, born.day == number, born.year >= 1900, born.year <= 2100)
                                           for month, number in DELICATE)]
            for shape in shapes:
                solver.push()
                solver.add(shape)
                for _ in range(CHANGES):
                    if solver.check() != sat:
                        break
                    model = solver.model()
                    days = [date_in(model, it) for it in (born, before, day)]
                    if None not in days:
                        found.append(Edge(*days, reading, tuple(person.told(model).items())))
                    solver.add(Not(And(old == model.eval(old), new == model.eval(new))))
                solver.pop()
            solver.pop()
    return found


def around(edge: Edge) -> Iterator[Case]:
    """Just before the edge, on it and just after, with the birth known in whole and in part."""
    after = edge.day + timedelta(days=1) if edge.day < date.max else edge.day
    for precision, days in (("day", (edge.before, edge.day, after)), ("month", (edge.before, edge.day)),
                            ("year", (edge.before,))):
        for on in days:
            yield Case(on, edge.reading, birth(edge.born, precision), edge.facts)


def known_in_part(edge: Edge, random: Random) -> Case:
    """The person of whom some facts are not told, often with a day of its own; at times before the birth is over."""
    facts = tuple(fact for fact in edge.facts if random.random() < 0.5)
    known = birth(edge.born, random.choice(("day", "month", "year", "nothing")))
    on = random.choice((edge.before, edge.day, edge.born, date(2020, 1, 1) + timedelta(days=random.randrange(5000))))
    return Case(max(on, known.first), edge.reading, known, facts)


def nothing_known(edition: Edition) -> Iterator[Case]:
    """Nobody is ruled out: on the first and the last days of the calendar, and about the days of the table."""
    days = {date.min, date(20, 2, 29), date.max}
    for day in edition.dates():
        days |= {day - timedelta(days=1), day}
    for reading in READINGS:
        for on in sorted(days):
            yield Case(on, reading, birth(on, "nothing"), ())

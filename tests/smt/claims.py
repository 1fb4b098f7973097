"""What is proved of the calendar once, and of every edition of a law: for all facts, births and days at once."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from z3 import And, BoolRef, Implies, Int, IntVal, ModelRef, Not, Or, Solver, sat, unsat

from days import READINGS, Day, age, date_in, days_in, earlier, is_day, next_day, order, reached, unknown_day
from model import Person, any_person, decided, row_number, turning_days
from page import Edition, Law

ALL = "all facts, births and days of the years 1 to 9999, both readings of the age"


@dataclass
class Result:
    """What is wrong, in words; and what was counted, if the claim counts."""

    wrong: list[str]
    counted: str = "proved"


@dataclass(frozen=True)
class Claim:
    what: str
    over: str
    examine: Callable[[], Result]

    def show(self) -> bool:
        """Examines it and prints a line; then, if it does not hold, what is wrong. Whether it holds."""
        start = time.monotonic()
        result = self.examine()
        seconds = time.monotonic() - start
        print(f"{self.what}; {self.over}: {'FAILED' if result.wrong else result.counted}, {seconds:.1f} s", flush=True)
        for text in result.wrong:
            print("    " + text.replace("\n", "\n    "), flush=True)
        return not result.wrong


def counterexample(*asserted: BoolRef) -> ModelRef | None:
    """A model of all that is asserted; none if there is none."""
    solver = Solver()
    solver.add(*asserted)
    answer = solver.check()
    if answer not in (sat, unsat):
        raise RuntimeError(f"the solver gives up: {solver.reason_unknown()}")
    return solver.model() if answer == sat else None


def in_words(person: Person, model: ModelRef, born: Day, *days: Day) -> str:
    facts = ", ".join(f"{name} = {value}" for name, value in person.told(model).items())
    on = " and ".join(str(date_in(model, day)) for day in days)
    return f"born {date_in(model, born)}, on {on}, ages counted by {person.reading}: {facts}"


def row_in_words(law: Law, edition: Edition, number: int) -> str:
    if number == 0:
        return "no row"
    row = edition.rows[number - 1]
    return f"row {number} ({law.path}:{row.line}): {row.text} -> {row.obligation}, {row.basis}"


def holds_always(claim: BoolRef, given: list[BoolRef], days: dict[str, Day]) -> list[str]:
    model = counterexample(*given, Not(claim))
    return [] if model is None else ["not so: " + ", ".join(f"{name} {date_in(model, day)}" for name, day in days.items())]


def next_day_is_next() -> Result:
    day, other = unknown_day("day"), unknown_day("other")
    following = next_day(day)
    exists = Or(is_day(following), And(following.year == 10000, following.month == 1, following.day == 1))
    nearest = Implies(order(other) > order(day), order(other) >= order(following))
    claim = And(exists, order(following) > order(day), nearest)
    return Result(holds_always(claim, [is_day(day), is_day(other)], {"day": day, "other": other}))


def ages_begin_when_reached(first_day: Callable[[Day, int, str], Day] = reached) -> Result:
    born, on, years = unknown_day("born"), unknown_day("on"), Int("years")
    given = [is_day(born), is_day(on), years >= 0, years <= 255]
    wrong = []
    for reading in READINGS:
        claim = (age(born, on, reading) >= years) == (order(on) >= order(first_day(born, years, reading)))
        wrong += holds_always(claim, given, {"born": born, "on": on})
    return Result(wrong)


def ends_of_a_birth_have_its_ages() -> Result:
    """Of a birth of which the year, or year and month, are known, up to the decision date."""
    born, on = unknown_day("born"), unknown_day("on")
    january, december, first = IntVal(1), IntVal(12), IntVal(1)
    spans = [
        (Day(born.year, january, first), Day(born.year, december, IntVal(31))),
        (Day(born.year, born.month, first), Day(born.year, born.month, days_in(born.year, born.month))),
    ]
    wrong = []
    for reading in READINGS:
        for eldest, last in spans:
            youngest = earlier(last, on)
            claim = Or([age(born, on, reading) == age(end, on, reading) for end in (eldest, youngest)])
            wrong += holds_always(claim, [is_day(born), is_day(on), order(born) <= order(on)], {"born": born, "on": on})
    return Result(wrong)


def of_the_calendar() -> list[Claim]:
    days = "all days of the years 1 to 9999"
    return [
        Claim("calendar: the next day is the nearest later one", days, next_day_is_next),
        Claim("calendar: an age of 0 to 255 years begins on the day that it is reached",
              "all births and days, both readings of the age", ages_begin_when_reached),
        Claim("calendar: a partly known birth allows the ages of the eldest and the youngest, and no other",
              "all years, months and days, both readings of the age", ends_of_a_birth_have_its_ages),
    ]


def complete(law: Law, edition: Edition) -> Result:
    born, on = unknown_day("born"), unknown_day("on")
    for reading in READINGS:
        person = any_person(law, reading)
        row = decided(edition, person, born, on, row_number)
        model = counterexample(is_day(born), is_day(on), order(born) <= order(on), row == 0)
        if model is not None:
            return Result([f"no row takes: {in_words(person, model, born, on)}"])
    return Result([])


def every_row_decides(law: Law, edition: Edition, witness: bool) -> Result:
    born, on = unknown_day("born"), unknown_day("on")
    dead = []
    for reading in READINGS:
        person = any_person(law, reading)
        decisive = decided(edition, person, born, on, row_number)
        solver = Solver()
        solver.add(is_day(born), is_day(on), order(born) <= order(on))
        for row in edition.rows:
            found = solver.check(decisive == row.number)
            if found == unsat:
                dead.append(f"decides for nobody, ages counted by {reading}: {row_in_words(law, edition, row.number)}")
            elif found != sat:
                raise RuntimeError(f"the solver gives up: {solver.reason_unknown()}")
            elif witness and reading == READINGS[0]:
                print(f"{row_in_words(law, edition, row.number)}\n    {in_words(person, solver.model(), born, on)}")
    return Result(dead, f"each of {len(edition.rows)} has a witness")


def changes_on_turning_days(law: Law, edition: Edition,
                            turns: Callable[[Edition, Day, str], list[Day]] = turning_days) -> Result:
    """Between two days without a turning day after the first, up to the second, the same row decides.

    The birth is the last of those that are possible, so that of a partly known birth it may be after the days: then
    the youngest person is born on each of them.
    """
    last, first, second = unknown_day("born"), unknown_day("first"), unknown_day("second")
    for reading in READINGS:
        person = any_person(law, reading)
        rows = [decided(edition, person, earlier(last, on), on, row_number) for on in (first, second)]
        between = [And(order(first) < order(day), order(day) <= order(second)) for day in turns(edition, last, reading)]
        model = counterexample(is_day(last), is_day(first), is_day(second), order(first) < order(second),
                               Not(Or(between)), rows[0] != rows[1])
        if model is not None:
            numbers = [model.eval(row, model_completion=True).as_long() for row in rows]
            words = [row_in_words(law, edition, number) for number in numbers]
            return Result(["\n".join([f"another row on a day that is no turning day: "
                                      f"{in_words(person, model, last, first, second)}", *words])])
    return Result([])


def of_an_edition(law: Law, edition: Edition, witness: bool) -> list[Claim]:
    place = f"{law.path}, edition {edition.number}"
    return [
        Claim(f"{place}: a row takes everybody", ALL, lambda: complete(law, edition)),
        Claim(f"{place}: no row is dead", ALL, lambda: every_row_decides(law, edition, witness)),
        Claim(f"{place}: an answer changes on days alone on which a row begins or ends, or an age of the table is reached",
              ALL, lambda: changes_on_turning_days(law, edition)),
    ]

"""Days and ages as terms of the solver. A day is its year, month and day: their order is all that a law asks for."""

from datetime import date
from typing import NamedTuple

from z3 import And, ArithRef, BoolRef, If, Int, IntVal, ModelRef, Not, Or, simplify, substitute

READINGS = ("birthday", "day_after")


class Day(NamedTuple):
    year: ArithRef
    month: ArithRef
    day: ArithRef


def unknown_day(name: str) -> Day:
    return Day(Int(f"{name}.year"), Int(f"{name}.month"), Int(f"{name}.day"))


def known_day(day: date) -> Day:
    return Day(IntVal(day.year), IntVal(day.month), IntVal(day.day))


def date_of(day: Day) -> date | None:
    """The day of constants; none after the year 9999."""
    year, month, number = (simplify(part).as_long() for part in day)
    return date(year, month, number) if year <= 9999 else None


def date_in(model: ModelRef, day: Day) -> date | None:
    return date_of(Day(*(model.eval(part, model_completion=True) for part in day)))


def date_if(day: Day, unknown: Day, is_on: date) -> date | None:
    """The day, if the unknown one that it is worked out from is a certain one."""
    known = list(zip(unknown, known_day(is_on)))
    return date_of(Day(*(substitute(part, *known) for part in day)))


def is_leap(year: ArithRef) -> BoolRef:
    return And(year % 4 == 0, Or(year % 100 != 0, year % 400 == 0))


def days_in(year: ArithRef, month: ArithRef) -> ArithRef:
    short = Or(month == 4, month == 6, month == 9, month == 11)
    return If(month == 2, If(is_leap(year), IntVal(29), IntVal(28)), If(short, IntVal(30), IntVal(31)))


def is_day(day: Day) -> BoolRef:
    """There is such a day, in the years 1 to 9999."""
    in_year = And(day.month >= 1, day.month <= 12, day.day >= 1, day.day <= days_in(day.year, day.month))
    return And(day.year >= 1, day.year <= 9999, in_year)


def order(day: Day) -> ArithRef:
    """A number that is greater for a later day. It is no count of days: after short months numbers are left out."""
    return day.year * (12 * 31) + day.month * 31 + day.day


def next_day(day: Day) -> Day:
    month_goes_on = day.day < days_in(day.year, day.month)
    year_goes_on = Or(month_goes_on, day.month < 12)
    return Day(
        If(year_goes_on, day.year, day.year + 1),
        If(month_goes_on, day.month, If(year_goes_on, day.month + 1, IntVal(1))),
        If(month_goes_on, day.day + 1, IntVal(1)),
    )


def earlier(first: Day, second: Day) -> Day:
    is_first = order(first) <= order(second)
    return Day(*(If(is_first, one, other) for one, other in zip(first, second)))


def birthday_in(born: Day, year: ArithRef) -> Day:
    """Of who was born on 29 February it is 1 March in a year without that day."""
    moved = And(born.month == 2, born.day == 29, Not(is_leap(year)))
    return Day(year, If(moved, IntVal(3), born.month), If(moved, IntVal(1), born.day))


def age(born: Day, on: Day, reading: str) -> ArithRef:
    """Years that are full: counted up on the birthday of each year, or on the day after it."""
    birthday = birthday_in(born, on.year)
    counted = order(on) >= order(birthday) if reading == "birthday" else order(on) > order(birthday)
    return on.year - born.year - If(counted, 0, 1)


def reached(born: Day, years: int | ArithRef, reading: str) -> Day:
    """The first day of an age, by the calendar alone."""
    birthday = birthday_in(born, born.year + years)
    return birthday if reading == "birthday" else next_day(birthday)

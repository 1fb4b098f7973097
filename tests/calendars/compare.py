"""Compares the calendar of the kiosk with the calendars of other libraries, day by day, in the five- and the six-day week.

Usage: compare.py KIOSK [--renew]

Every day that is a working day for one and a day off for the other is a row of differences.csv, with the reason. A
difference that is not there, a row that is no difference, and a row without a reason are printed, and the exit status is 1.
--renew writes the rows as they are now; a reason stays with its difference, and a new row waits for one.
"""

import csv
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from holidays.constants import SAT, SUN
from holidays.countries import Kazakhstan as HolidaysKazakhstan
from holidays.observed_holiday_base import SUN_TO_NEXT_WORKDAY
from workalendar.asia import Kazakhstan as WorkalendarKazakhstan

HERE = Path(__file__).parent
LIST = HERE / "differences.csv"
RENEW = "scripts/calendars --renew"
FIRST_YEAR, LAST_YEAR = 2023, 2030
DAYS = [
    date(FIRST_YEAR, 1, 1) + timedelta(days)
    for days in range((date(LAST_YEAR + 1, 1, 1) - date(FIRST_YEAR, 1, 1)).days)
]
REST_DAYS = {"five": {SAT, SUN}, "six": {SUN}}


class Difference(NamedTuple):
    """A day on which a library and the kiosk differ: theirs and ours are "working" or "off"."""

    date: str
    week: str
    library: str
    version: str
    theirs: str
    ours: str

    def without_version(self) -> tuple[str, ...]:
        return tuple(value for field, value in self._asdict().items() if field != "version")


# Whether a day is a working day, by week and day.
Calendar = Callable[[str, date], bool]


def kiosk(program: str) -> Calendar:
    questions = [(week, day) for week in REST_DAYS for day in DAYS]
    lines = "".join(f"{day},{week}\n" for week, day in questions)
    answers = subprocess.run(
        [program, "lines", "calendar"], input="date,week\n" + lines, stdout=subprocess.PIPE, text=True, check=True
    ).stdout.splitlines()
    working = {}
    for question, answer in zip(questions, csv.DictReader(answers), strict=True):
        if answer["status"] != "ok":
            sys.exit(f"the kiosk has no calendar of {question[1]}: {answer['status']}")
        working[question] = answer["working"] == "yes"
    return lambda week, day: working[week, day]


def holidays_library() -> Calendar:
    """Its class is of the five-day week; with Sunday alone as rest day, in its own way of saying so, of the six-day week."""

    class SixDayWeek(HolidaysKazakhstan):
        weekend = REST_DAYS["six"]

    years = range(FIRST_YEAR, LAST_YEAR + 1)
    weeks = {
        "five": HolidaysKazakhstan(years=years),
        "six": SixDayWeek(years=years, observed_rule=SUN_TO_NEXT_WORKDAY),
    }
    return lambda week, day: weeks[week].is_working_day(day)


def workalendar_library() -> Calendar:
    class SixDayWeek(WorkalendarKazakhstan):
        WEEKEND_DAYS = tuple(REST_DAYS["six"])

    # It warns that days of the Islamic calendar may be wrong; where they are, a row of the list says so.
    warnings.filterwarnings("ignore", message=".*Islamic calendar")
    weeks = {"five": WorkalendarKazakhstan(), "six": SixDayWeek()}
    return lambda week, day: weeks[week].is_working_day(day)


def date_holidays_library(holidays: Iterable[str]) -> Calendar:
    """It has days off alone, for the five-day week."""
    off = {date.fromisoformat(holiday) for holiday in holidays}
    return lambda week, day: day.weekday() not in REST_DAYS[week] and day not in off


def differences(program: str) -> list[Difference]:
    ours = kiosk(program)
    date_holidays_version, *date_holidays = subprocess.run(
        ["node", HERE / "date_holidays.js", str(FIRST_YEAR), str(LAST_YEAR)], stdout=subprocess.PIPE, text=True, check=True
    ).stdout.split()
    libraries = [
        ("date-holidays", date_holidays_version, date_holidays_library(date_holidays)),
        ("holidays", version("holidays"), holidays_library()),
        ("workalendar", version("workalendar"), workalendar_library()),
    ]
    word = {True: "working", False: "off"}
    return [
        Difference(day.isoformat(), week, library, its_version, word[theirs(week, day)], word[ours(week, day)])
        for day in DAYS
        for week in REST_DAYS
        for library, its_version, theirs in libraries
        if theirs(week, day) != ours(week, day)
    ]


def read_list() -> dict[Difference, str]:
    with LIST.open(newline="") as file:
        rows = csv.DictReader(file)
        if rows.fieldnames != [*Difference._fields, "reason"]:
            sys.exit(f"{LIST}: the columns are {','.join(Difference._fields)},reason")
        return {Difference(*(row[field] for field in Difference._fields)): row["reason"].strip() for row in rows}


def renew(found: list[Difference], listed: dict[Difference, str]) -> None:
    reasons = {row.without_version(): reason for row, reason in listed.items()}
    with LIST.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*Difference._fields, "reason"])
        writer.writerows([*row, reasons.get(row.without_version(), "")] for row in found)


def check(found: list[Difference], listed: dict[Difference, str]) -> list[str]:
    """What is wrong, a line each."""

    def shown(row: Difference) -> str:
        return f"{row.date}, {row.week}-day week, {row.library} {row.version}: theirs {row.theirs}, ours {row.ours}"

    new = [f"not in the list: {shown(row)}" for row in found if row not in listed]
    gone = [f"no difference any more: {shown(row)}" for row in listed if row not in set(found)]
    bare = [f"without a reason: {shown(row)}" for row, reason in listed.items() if not reason]
    return new + gone + bare


def main() -> int:
    program, *options = sys.argv[1:]
    found = differences(program)
    if options == ["--renew"]:
        renew(found, read_list())
    wrong = check(found, read_list())
    if wrong:
        print(*wrong, sep="\n")
        print(f"{LIST.name} is not what is found: {RENEW} renews its rows; then give each row without a reason one.")
        return 1
    print(f"{len(found)} differences of {len(DAYS)} days in two weeks to three libraries, each with its reason.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

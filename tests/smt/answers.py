"""What the solver says of a person who is known in part: all that is possible, and until when it stays so."""

from dataclasses import dataclass
from datetime import date

from z3 import ArithRef, Int, Solver, sat, unsat

from cases import Case
from days import date_if, is_day, known_day, order, unknown_day
from model import any_person, birthdays, decided, obligation_number, row_number
from page import OBLIGATIONS, Edition, Law, Row


@dataclass(frozen=True)
class Answer:
    obligations: frozenset[str]
    basis: frozenset[str]
    holds_until: str

    def __str__(self) -> str:
        obligations, basis = (", ".join(sorted(it)) for it in (self.obligations, self.basis))
        return f"{obligations} by {basis}, until {self.holds_until or 'ever'}"


class Answers:
    """The table of an edition in a solver that is kept, and asked about one person after the other."""

    def __init__(self, law: Law, edition: Edition, reading: str) -> None:
        self.edition = edition
        self.person, self.born, self.on = any_person(law, reading), unknown_day("born"), unknown_day("on")
        self.birthdays = birthdays(edition, self.born, reading)
        self.row, self.obligation = Int("row"), Int("obligation")
        self.solver = Solver()
        self.solver.add(is_day(self.born))
        for answer, of_row in ((self.row, row_number), (self.obligation, obligation_number)):
            self.solver.add(answer == decided(edition, self.person, self.born, self.on, of_row))

    def rows(self, case: Case) -> list[Row]:
        """The rows that decide for some completion, on the day of the case."""
        numbers = self.possible(case, case.on, self.row)
        return [row for row in self.edition.rows if row.number in numbers]

    def answer(self, case: Case) -> Answer:
        rows = self.rows(case)
        obligations = frozenset(row.obligation for row in rows)
        return Answer(obligations, frozenset(row.basis for row in rows), self.holds_until(case, obligations))

    def holds_until(self, case: Case, obligations: frozenset[str]) -> str:
        """The first turning day, of the eldest or the youngest, on which other obligations are possible."""
        now = {OBLIGATIONS.index(it) + 1 for it in obligations}
        ends = {case.birth.first, case.birth.last}
        reached = {date_if(day, self.born, end) for day in self.birthdays for end in ends}
        for day in sorted(day for day in {*self.edition.dates(), *reached} if day is not None and day > case.on):
            if self.possible(case, day, self.obligation) != now:
                return day.isoformat()
        return ""

    def possible(self, case: Case, on: date, asked: ArithRef) -> set[int]:
        """The values of `asked` over all completions, births up to that day."""
        self.solver.push()
        self.solver.add([self.person.has(name, value) for name, value in case.facts])
        self.solver.add([part == number for part, number in zip(self.on, known_day(on))])
        self.solver.add(order(self.born) >= order(known_day(case.birth.first)))
        self.solver.add(order(self.born) <= order(known_day(min(case.birth.last, on))))
        found: set[int] = set()
        while (answer := self.solver.check()) == sat:
            value = self.solver.model().eval(asked)
            found.add(value.as_long())
            self.solver.add(asked != value)
        if answer != unsat:
            raise RuntimeError(f"the solver gives up: {self.solver.reason_unknown()}")
        self.solver.pop()
        return found

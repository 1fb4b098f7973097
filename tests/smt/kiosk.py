"""The kiosk, asked by a table of persons; and whether it answers as the solver does."""

import csv
import io
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from answers import Answer, Answers
from cases import Case, around, edges, known_in_part, nothing_known
from claims import Claim, Result, row_in_words
from days import READINGS
from page import Edition, Law

BUILT_IN = Path("law/kazakhstan.md")
FOLDER = Path("target/smt")
KEY = Path("target/demo/ministry")
# How many persons who are known in part are made of each one at an edge.
IN_PART = 4
# Of how many differences a claim tells.
SHOWN = 5


@dataclass(frozen=True)
class Kiosk:
    """The kiosk with a law: the built-in one if it is given no arguments."""

    arguments: tuple[str, ...] = ()

    def answers(self, edition: Edition, cases: list[Case]) -> list[dict[str, str]]:
        facts = sorted({name for case in cases for name, _ in case.facts})
        table = io.StringIO()
        writer = csv.DictWriter(table, ["id", "on", "edition", "age_reading", "birth", *facts], lineterminator="\n")
        writer.writeheader()
        for number, case in enumerate(cases):
            writer.writerow({"id": number, "on": case.on, "edition": edition.name, "age_reading": case.reading,
                             "birth": case.birth.text, **dict(case.facts)})
        command = ["target/kiosk", *self.arguments, "lines", "assess"]
        run = subprocess.run(command, input=table.getvalue(), capture_output=True, text=True, check=False)
        rows = list(csv.DictReader(io.StringIO(run.stdout)))
        if run.returncode != 0 or len(rows) != len(cases):
            raise RuntimeError(f"{' '.join(command)}: {len(rows)} answers to {len(cases)} cases\n{run.stderr}")
        return rows


def with_law(page: Path) -> Kiosk:
    """The kiosk as it decides by a page: a pack of it is built, if it is not the one that the library is built from."""
    if page == BUILT_IN:
        return Kiosk()
    pack = FOLDER / (str(page).replace("/", "-") + ".kzl")
    build = ["target/kz-law", "build", str(page), "-o", str(pack), "--key", f"{KEY}.key"]
    run = subprocess.run(build, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise RuntimeError(f"{' '.join(build)}\n{run.stderr}")
    return Kiosk(("--law", str(pack), "--law-key", f"{KEY}.pub"))


def told(row: dict[str, str]) -> Answer | str:
    """The kiosk's answer, or its status if it has none."""
    if row["status"] != "ok":
        return row["status"]
    return Answer(frozenset(row["obligations"].split("|")), frozenset(row["basis"].split("|")), row["holds_until"])


def compare(law: Law, edition: Edition, kiosk: Kiosk, cases: list[Case]) -> Result:
    solvers = {reading: Answers(law, edition, reading) for reading in READINGS}
    wrong = []
    for case, row in zip(cases, kiosk.answers(edition, cases), strict=True):
        solver = solvers[case.reading]
        expected, found = solver.answer(case), told(row)
        if found != expected:
            rows = [row_in_words(law, edition, it.number) for it in solver.rows(case)]
            wrong.append("\n".join([str(case), f"the solver: {expected}", f"the kiosk: {found}", *rows]))
    same = len(cases) - len(wrong)
    if len(wrong) > SHOWN:
        wrong[SHOWN:] = [f"and {len(wrong) - SHOWN} more"]
    if not cases:
        wrong = ["there is no case to compare"]
    return Result(wrong, f"the solver and the kiosk agree on all {same}")


def of_an_edition(law: Law, edition: Edition, kiosk: Kiosk) -> list[Claim]:
    """Obligations, basis and holds_until, as `lines assess` prints them."""
    found = cache(lambda: edges(law, edition))

    def at_edges() -> Result:
        return compare(law, edition, kiosk, [case for edge in found() for case in around(edge)])

    def in_part() -> Result:
        random = Random(f"{law.path} {edition.number}")
        partial = [known_in_part(edge, random) for edge in found() for _ in range(IN_PART)]
        return compare(law, edition, kiosk, [*partial, *nothing_known(edition)])

    place = f"{law.path}, edition {edition.number}"
    return [
        Claim(f"{place}: answers and holds_until of the kiosk",
              "persons before, on and after each day on which an answer changes, births known whole and in part", at_edges),
        Claim(f"{place}: answers and holds_until of the kiosk", "persons of whom facts or the birth are unknown", in_part),
    ]

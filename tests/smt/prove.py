"""A second proof of the law pages, by an SMT solver: see docs/architecture.md. scripts/prove-law runs it."""

import argparse
import sys
from pathlib import Path

import claims
import kiosk
import self_test
from page import PageError, read_file


def pages() -> list[Path]:
    return [kiosk.BUILT_IN, *sorted(Path("law/amendments").glob("*/kazakhstan.md")),
            *sorted(Path("tests/vectors/laws").glob("*.md"))]


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/prove-law", description="Proves law pages by an SMT solver, and asks "
                                     "the kiosk about persons that the solver finds.")
    parser.add_argument("--witness", action="store_true", help="print a person for each row that it decides for")
    parser.add_argument("--self-test", action="store_true", help="show that what is wrong on purpose is noticed")
    parser.add_argument("pages", metavar="PAGE", nargs="*", type=Path, help="law pages; all of the project if none is named")
    arguments = parser.parse_args()
    if arguments.self_test:
        return 0 if self_test.passes() else 1
    proved = [claim.show() for claim in claims.of_the_calendar()]
    for page in arguments.pages or pages():
        try:
            law = read_file(page)
        except PageError as error:
            print(error)
            return 1
        of_page = [claim.show() for edition in law.editions
                   for claim in claims.of_an_edition(law, edition, arguments.witness)]
        # A page that leaves somebody out becomes no pack.
        if all(of_page):
            asked = kiosk.with_law(page)
            of_page += [claim.show() for edition in law.editions for claim in kiosk.of_an_edition(law, edition, asked)]
        proved += of_page
    print(f"{proved.count(True)} claims hold, {proved.count(False)} do not")
    return 0 if all(proved) else 1


if __name__ == "__main__":
    sys.exit(main())

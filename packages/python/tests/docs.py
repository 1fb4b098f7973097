"""The examples in the documentation print what they show: in the docstrings, this package's README and the project's."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path
from typing import Any

import kz_rules as kz

ROOT = Path(__file__).parents[3]
README = Path(__file__).parents[1] / "README.md"
REQUIREMENTS = Path(__file__).parents[1] / "requirements.txt"


def blocks(path: Path) -> str:
    """The sessions of a page, in order."""
    return "\n".join(re.findall(r"^```pycon\n(.*?)^```", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE))


class Docs(unittest.TestCase):
    def run_session(self, name: str, text: str) -> int:
        test = doctest.DocTestParser().get_doctest(text, dict(vars(kz)), name, name, 0)
        if not test.examples:
            return 0
        said: list[str] = []
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL)
        runner.run(test, out=said.append)
        self.assertEqual("".join(said), "", name)
        return len(test.examples)

    def test_the_docstrings(self) -> None:
        count = 0
        for name in kz.__all__:
            thing: Any = getattr(kz, name)
            self.assertTrue(thing.__doc__, f"{name} says nothing")
            count += self.run_session(name, thing.__doc__)
            for method in vars(thing) if isinstance(thing, type) else ():
                text = getattr(getattr(thing, method), "__doc__", None)
                if not method.startswith("_") and isinstance(text, str):
                    count += self.run_session(f"{name}.{method}", text)
        self.assertGreater(count, 20)

    def test_the_pages(self) -> None:
        self.assertGreater(self.run_session("README of the package", blocks(README)), 15)

    def test_the_section_of_the_readme_in_an_empty_folder(self) -> None:
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        section = text[text.index("\n## In Python\n") : text.index("\n## The law\n")]
        commands = re.findall(r"^```sh\n(.*?)^```", section, re.DOTALL | re.MULTILINE)[0].splitlines()
        # The wheel has just been built by the first command.
        self.assertTrue(commands[0].startswith("make -C ../kz-rules python "))
        pinned = re.findall("^polars==.*$", REQUIREMENTS.read_text(encoding="utf-8"), re.MULTILINE)[0]
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(ROOT, f"{folder}/kz-rules")
            empty = f"{folder}/empty"
            os.mkdir(empty)
            for command in commands[1:-1]:
                subprocess.run(command.replace(" polars", f" {pinned}"), shell=True, check=True, cwd=empty, stdout=subprocess.DEVNULL)
            session = Path(empty, "session.txt")
            session.write_text(blocks(ROOT / "README.md"), encoding="utf-8")
            ran = subprocess.run(f"{commands[-1]} -m doctest -v session.txt", shell=True, cwd=empty, capture_output=True, text=True)
            self.assertEqual(ran.returncode, 0, ran.stdout)
            self.assertIn("6 passed", ran.stdout)


if __name__ == "__main__":
    unittest.main()

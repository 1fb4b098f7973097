"""Progress on standard error: in place on a terminal, else in steps of a fifth."""

from __future__ import annotations

import sys
from types import TracebackType


class Progress:
    """Shows how many of `total` are done."""

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._in_place = sys.stderr.isatty()
        self._step = -1
        self._done = 0

    def more(self, count: int) -> None:
        """Adds to the number done."""
        self.now(self._done + count)

    def now(self, done: int) -> None:
        """Sets the number done."""
        self._done = done
        step = done * (100 if self._in_place else 5) // max(self._total, 1)
        if step > self._step:
            self._step = step
            end = "\r" if self._in_place else "\n"
            print(f"  {self._what}: {done:,} of {self._total:,}", end=end, file=sys.stderr, flush=True)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._in_place:
            print(file=sys.stderr)

"""What can be wrong, as exceptions. Each has a `code`: a word that is stable."""

from __future__ import annotations


class KzError(Exception):
    """Anything that is wrong."""

    code: str
    """What is wrong, as the C interface names it: `bad_standing`, `birth_after_decision`, `pack_signature`."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class BadInput(KzError, ValueError):
    """What was given cannot be read: the code names the argument or the fact (`bad_on`), or says what is wrong (`stay_order`)."""


class NoAnswer(KzError):
    """What was given was read, and the law has no answer to it."""


class BadPack(KzError):
    """A pack that is not opened."""


class BadTable(KzError, ValueError):
    """A table of which a column, or a row in it, cannot be read or has no answer."""

    column: str | None
    """The column, if it is one."""
    row: int | None
    """The row, from 0, if it is one."""

    def __init__(self, code: str, message: str, column: str | None = None, row: int | None = None) -> None:
        super().__init__(code, message)
        self.column = column
        self.row = row

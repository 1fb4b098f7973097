"""The exceptions. Each has a stable `code`."""

from __future__ import annotations


class KzError(Exception):
    """Any error of the library."""

    code: str
    """The C interface's name of the error: `bad_standing`, `birth_after_decision`, `pack_signature`."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class BadInput(KzError, ValueError):
    """The input cannot be read. The code names the argument or the fact (`bad_on`), or the error (`stay_order`)."""


class NoAnswer(KzError):
    """The input is valid, but the law has no answer to it."""


class BadPack(KzError):
    """A pack that cannot be opened."""


class BadTable(KzError, ValueError):
    """A table with a column or row that cannot be read, or has no answer."""

    column: str | None
    """The name of the column, if the error is in one."""
    row: int | None
    """The row, from 0, if the error is in one."""

    def __init__(self, code: str, message: str, column: str | None = None, row: int | None = None) -> None:
        super().__init__(code, message)
        self.column = column
        self.row = row

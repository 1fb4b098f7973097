"""Whose answer does an amendment change, and how? Answers for one batch of persons, in whatever process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import kz_rules
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

FACTS = (
    "standing",
    "birth",
    "occasion",
    "action",
    "visa_channel",
    "fingerprinted",
    "permanent_resident",
    "held_at_commencement",
    "question_1",
)
"""The columns of the register that the laws use."""

OF_THE_NEW_LAW = ("question_1",)
"""Facts that only the new law knows. The old law refuses an answer to a question that it does not have."""

CHANGES = pa.schema([("id", pa.int64()), ("old", pa.string()), ("new", pa.string())])
"""A person and both answers, in the words of `kz-law diff`: "mandatory by L50-CASE-6"."""


Numbers = npt.NDArray[np.int32]


class Answers:
    """The answers of one law, as indices into `words`."""

    def __init__(self, law: kz_rules.Law, on: date) -> None:
        self._law = law
        self._on = on
        self.words = pa.array([], pa.string())

    def numbers(self, facts: pa.RecordBatch) -> Numbers:
        """The index of each person's answer."""
        answers = kz_rules.assess_table(facts, self._on, law=self._law, columns=["obligations", "basis"])
        obligations, basis = (column.combine_chunks() for column in pa.table(answers).columns)
        if not len(self.words):
            bases = basis.dictionary.to_pylist()
            self.words = pa.array([f"{obligation} by {by}" for obligation in obligations.dictionary.to_pylist() for by in bases])
        numbers: Numbers = obligations.indices.to_numpy().astype(np.int32) * len(basis.dictionary) + basis.indices.to_numpy()
        return numbers


@dataclass(frozen=True)
class Amendment:
    """Two packs and their key as bytes, and the day of the answers: small enough to be sent with a task."""

    old: bytes
    new: bytes
    key: bytes
    on: date

    @classmethod
    def read(cls, folder: Path, on: date) -> Amendment:
        """The packs that `scripts/register` builds."""
        old, new, key = (folder / name for name in ("old.kzl", "new.kzl", "law.pub"))
        return cls(old.read_bytes(), new.read_bytes(), key.read_bytes(), on)

    def open(self) -> Comparison:
        """Opens both packs, verified by the key."""
        return Comparison(*(Answers(kz_rules.Law.open(pack, self.key), self.on) for pack in (self.old, self.new)))


class Comparison:
    """Two laws that assess the same persons."""

    def __init__(self, old: Answers, new: Answers) -> None:
        self._old = old
        self._new = new
        self._in_new: Numbers = np.zeros(0, np.int32)

    def changed(self, persons: pa.RecordBatch) -> tuple[npt.NDArray[np.bool_], pa.Array, pa.Array]:
        """Whether each person's answer changes; and the old and new answers of those that change."""
        facts = pa.RecordBatch.from_arrays([encoded(persons[name]) for name in FACTS], FACTS)
        old = self._old.numbers(facts.drop_columns(list(OF_THE_NEW_LAW)))
        new = self._new.numbers(facts)
        if not len(self._in_new):
            # The same words have other indices in the other law.
            self._in_new = pc.index_in(self._old.words, self._new.words).fill_null(-1).to_numpy()
        differs = self._in_new[old] != new
        return differs, self._old.words.take(pa.array(old[differs])), self._new.words.take(pa.array(new[differs]))

    def changes(self, persons: pa.RecordBatch) -> pa.RecordBatch:
        """The persons whose answer changes, as `CHANGES`."""
        differs, old, new = self.changed(persons)
        return pa.RecordBatch.from_arrays([persons["id"].filter(pa.array(differs)), old, new], schema=CHANGES)


def encoded(column: pa.Array) -> pa.Array:
    """Words as a dictionary, so that each law looks each word up once."""
    is_words = pa.types.is_string(column.type) or pa.types.is_large_string(column.type)
    return pc.dictionary_encode(column) if is_words else column

"""Tables: the same answers as one by one, for every column type; errors that name column and row; no copies."""

from __future__ import annotations

import faulthandler
import io
import threading
import time
import unittest
from collections.abc import Sequence
from datetime import date
from typing import Any

import kz_rules as kz
import numpy
import pandas
import polars
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.csv  # type: ignore[import-untyped]
from vectors import LAWS, birth, day, law, rows

ON = date(2026, 11, 22)
CODED = [fact for fact in kz.vocabulary("fact")[:12] if fact != "birth"]
COLUMNS: Any = ["obligation", "obligations", "basis", "ask", "holds_until", "status"]
SETS = {"occasion": "occasion", "standing": "standing", "action": "action", "visa_channel": "visa_channel"}


def codes(fact: str, words: Sequence[str | None]) -> Any:
    known = kz.vocabulary(SETS.get(fact, "answer"))
    return pa.array([known.index(word) + 1 if word else 0 for word in words], pa.uint8())


def words(_: str, words: Sequence[str | None]) -> Any:
    return pa.array([word or None for word in words], pa.string())


FORMS: dict[str, Any] = {
    "words": words,
    "large words": lambda fact, column: words(fact, column).cast(pa.large_string()),
    "views of words": lambda fact, column: words(fact, column).cast(pa.string_view()),
    "dictionaries": lambda fact, column: words(fact, column).dictionary_encode(),
    "codes": codes,
    "codes and nulls": lambda fact, column: pa.array([code or None for code in codes(fact, column).to_pylist()], pa.uint8()),
}


def readable(path: str) -> list[dict[str, str]]:
    """The vectors that fit into columns: no partly known birth date, no invalid word, all facts askable."""

    def fits(row: dict[str, str]) -> bool:
        known = all(not row.get(fact) or row[fact] in kz.vocabulary(SETS.get(fact, "answer")) for fact in CODED)
        days = isinstance(day(row["on"]), date) and (not row["birth"] or isinstance(birth(row["birth"]), date))
        return known and days and row["=status"] != "bad_edition"

    return [row for row in rows(path) if fits(row)]


def table(vectors: list[dict[str, str]], form: str) -> Any:
    columns = {fact: FORMS[form](fact, [row.get(fact, "") for row in vectors]) for fact in CODED}
    columns["on"] = pa.array([day(row["on"]) for row in vectors])
    columns["birth"] = pa.array([day(row["birth"]) if row["birth"] else None for row in vectors], pa.date32())
    facts = kz.vocabulary("fact")
    declined = [sum(1 << facts.index(fact) for fact in row["declined"].split("|") if fact) for row in vectors]
    columns["declined"] = pa.array(declined, pa.uint32())
    columns["id"] = pa.array([row["id"] for row in vectors])
    return pa.table(columns)


class Answers(unittest.TestCase):
    def test_a_table_has_the_answers_of_the_vectors_whatever_its_columns_are_made_of(self) -> None:
        count = 0
        laws: list[tuple[str, kz.Law | None]] = [("", None), *((f"laws/{name}/", law(name)) for name in LAWS)]
        for folder, by in laws:
            vectors = readable(f"tests/vectors/{folder}assess.csv")
            for edition in (by or kz.Law.built_in()).edition_names:
                first = (by or kz.Law.built_in()).edition_names[0]
                chosen = [row for row in vectors if (row["edition"] or first) == edition]
                for form in FORMS:
                    made = kz.assess_table(table(chosen, form), "on", law=by, edition=edition, columns=COLUMNS).to_pyarrow()
                    made.validate(full=True)
                    for row, answer in zip(chosen, made.to_pylist()):
                        self.compare(row, answer)
                    count += len(chosen)
        self.assertGreater(count, 3_000)

    def compare(self, row: dict[str, str], answer: dict[str, Any]) -> None:
        if row["=status"] != "ok":
            expected: dict[str, Any] = {column: None for column in COLUMNS} | {"status": row["=status"]}
            self.assertEqual(answer, expected, row["id"])
            return
        obligations = row["=obligations"]
        expected = {
            "obligation": None if "|" in obligations else obligations,
            "obligations": obligations,
            "basis": answer["basis"],
            "ask": row["=ask"] or None,
            "holds_until": day(row["=holds_until"]) if row["=holds_until"] else None,
            "status": "ok",
        }
        self.assertEqual(answer, expected, row["id"])
        self.assertIn(answer["basis"], row["=basis"].split("|"), row["id"])

    def test_polars_pandas_and_pieces_of_tables_have_the_same_answers(self) -> None:
        vectors = [row for row in readable("tests/vectors/assess.csv") if row["edition"] in ("", "enacted")]
        whole = table(vectors, "words")
        expected = kz.assess_table(whole, "on", columns=COLUMNS).to_pyarrow().to_pylist()

        def same(other: Any, wanted: list[Any]) -> None:
            self.assertEqual(kz.assess_table(other, "on", columns=COLUMNS).to_pyarrow().to_pylist(), wanted)

        same(pa.concat_tables([whole.slice(0, 3), whole.slice(3, 0), whole.slice(3)]), expected)
        # Bits that do not begin at a byte boundary.
        same(whole.slice(5, 77), expected[5:82])
        same(whole.combine_chunks().to_batches()[0], expected)
        same(whole.combine_chunks().to_struct_array().chunk(0), expected)
        same(pa.RecordBatchReader.from_batches(whole.schema, whole.to_batches(max_chunksize=7)), expected)
        frame = polars.from_arrow(whole)
        assert isinstance(frame, polars.DataFrame)
        same(frame, expected)
        same(frame.with_columns(polars.col("standing").cast(polars.Categorical)), expected)
        same(frame.with_columns(polars.col("standing").cast(polars.Enum(kz.vocabulary("standing")))), expected)
        same(pa.Table.from_pandas(whole.to_pandas(date_as_object=True)), expected)
        same(pa.Table.from_pandas(whole.to_pandas(categories=["standing"])), expected)
        same(whole.to_pandas(date_as_object=True), expected)

        answers = kz.assess_table(whole, "on", columns=COLUMNS)
        self.assertEqual(polars.DataFrame(answers).to_dicts(), expected)
        read = answers.to_pyarrow().to_pandas(date_as_object=True)
        self.assertIsInstance(read["obligation"].dtype, pandas.CategoricalDtype)
        self.assertEqual([None if pandas.isna(one) else one for one in read["ask"]], [row["ask"] for row in expected])

    def test_booleans_are_yes_and_no(self) -> None:
        facts = {"standing": pa.array(["citizen"] * 3), "fingerprinted": pa.array([True, False, None])}
        answers = kz.assess_table(pa.table(facts), ON).to_pyarrow().to_pydict()
        self.assertEqual(answers["obligation"], ["not_required", "voluntary", None])
        self.assertEqual(answers["ask"], [None, None, "fingerprinted"])

    def test_yes_and_no_of_numpy(self) -> None:
        answers = [kz.assess(ON, standing="citizen", fingerprinted=bool_) for bool_ in numpy.array([True, False])]
        self.assertEqual([answer.obligation for answer in answers], ["not_required", "voluntary"])

    def test_the_columns_are_those_that_were_named(self) -> None:
        facts = pa.table({"standing": ["citizen"]})
        answers = kz.assess_table(facts, ON, columns=["ask", "obligations"])
        self.assertEqual((answers.column_names, len(answers)), (("ask", "obligations"), 1))
        self.assertEqual(kz.assess_table(facts, ON).column_names, ("obligation", "basis", "ask"))
        self.assertEqual(len(kz.assess_table(facts.slice(0, 0), ON)), 0)
        self.assertEqual(len(kz.assess_table(facts, ON, columns=[])), 1)


class Errors(unittest.TestCase):
    def refused(self, facts: Any, code: str, column: str | None, row: int | None, on: Any = ON, **named: Any) -> str:
        with self.assertRaises(kz.BadTable) as raised:
            kz.assess_table(facts, on, **named)
        error = raised.exception
        self.assertEqual((error.code, error.column, error.row), (code, column, row))
        return str(error)

    def test_the_column_and_the_row_are_named(self) -> None:
        standing = ["citizen", "foreigner"] * 4
        wrong = pa.table({"standing": [*standing, "foriegner"]})
        self.assertEqual(self.refused(wrong, "bad_standing", "standing", 8), "column standing, row 8: bad_standing 'foriegner'")
        dictionary = pa.table({"standing": wrong["standing"].dictionary_encode()})
        self.assertIn("foriegner", self.refused(dictionary, "bad_standing", "standing", 8))
        pieces = pa.concat_tables([pa.table({"standing": standing}), wrong])
        self.refused(pieces, "bad_standing", "standing", 16)
        self.refused(pa.table({"action": pa.array([1, 6], pa.uint8())}), "bad_action", "action", 1)
        unborn = pa.table({"birth": pa.array([ON, date(2026, 11, 23)])})
        self.assertNotIn("2026", self.refused(unborn, "birth_after_decision", "birth", 1))
        days = pa.table({"birth": pa.array([ON]), "day": pa.array([None], pa.date32())})
        self.refused(days, "bad_on", "day", 0, on="day")
        self.refused(days, "bad_on", "when", None, on="when")
        self.refused(pa.table({"declined": pa.array([1 << 7], pa.uint32()), "standing": ["citizen"]}), "bad_declined", "declined", 0)
        self.refused(pa.table({"question_2": [True]}), "bad_question_2", "question_2", 0)

    def test_with_a_status_the_other_rows_have_their_answers(self) -> None:
        facts = pa.table({"standing": ["citizen", "citizn", None], "fingerprinted": [False, False, True]})
        answers = kz.assess_table(facts, ON, columns=["status", "obligation", "holds_until"]).to_pyarrow().to_pydict()
        self.assertEqual(answers["status"], ["ok", "bad_standing", "ok"])
        self.assertEqual(answers["obligation"], ["voluntary", None, "not_required"])

    def test_a_column_of_another_kind_is_named(self) -> None:
        for column in (pa.array([1, 2]), pa.array([True, False]), pa.array([1.5, 2]), pa.array([[1], [2]])):
            self.refused(pa.table({"standing": column}), "bad_standing", "standing", None)
        self.refused(pa.table({"birth": pa.array(["1990-05-17"])}), "bad_birth", "birth", None)
        self.refused(pa.table({"declined": pa.array([1])}), "bad_declined", "declined", None)
        self.refused(pa.table({"Standing": ["citizen"]}), "bad_table", None, None)
        twice = pa.table([pa.array(["citizen"]), pa.array(["foreigner"])], names=["standing", "standing"])
        self.refused(twice, "bad_table", "standing", None)
        self.refused(pa.array([{"standing": "citizen"}, None]), "bad_table", None, None)
        self.refused(pa.array([1, 2]), "bad_table", None, None)
        self.refused(pa.chunked_array([[1, 2]]), "bad_table", None, None)
        with self.assertRaises(TypeError):
            kz.assess_table([{"standing": "citizen"}], ON)  # type: ignore[arg-type]
        with self.assertRaises(kz.BadInput):
            kz.assess_table(pa.table({"standing": ["citizen"]}), ON, columns=["answer"])  # type: ignore[list-item]

    def test_a_row_that_is_null_has_no_answer_by_what_lies_below_it(self) -> None:
        columns, mask = [pa.array(["citizen", "citizen"])], pa.array([False, True])
        rows = pa.StructArray.from_arrays(columns, ["standing"], mask=mask)
        self.refused(rows, "bad_table", None, None)
        self.refused(pa.chunked_array([rows]), "bad_table", None, None)
        self.assertEqual(len(kz.assess_table(pa.chunked_array([rows.slice(0, 1)]), ON)), 1)

    def test_a_word_that_is_not_utf_8_is_a_wrong_word(self) -> None:
        for kind, bytes_of in ((pa.string(), pa.binary()), (pa.large_string(), pa.large_binary()), (pa.string_view(), pa.binary_view())):
            word = pa.array([b"citizen", b"\xe3\xf0"], bytes_of).view(kind)
            for standing in (word, pa.DictionaryArray.from_arrays(pa.array([0, 1], pa.int8()), word)):
                text = self.refused(pa.table({"standing": standing}), "bad_standing", "standing", 1)
                self.assertEqual(text, "column standing, row 1: bad_standing '\ufffd\ufffd'")
                answers = kz.assess_table(pa.table({"standing": standing}), ON, columns=["status"]).to_pyarrow()
                self.assertEqual(answers["status"].to_pylist(), ["ok", "bad_standing"])

    def test_what_is_no_date32_is_told_how_to_become_one(self) -> None:
        moments = pa.table({"birth": pa.array([date(1990, 5, 17)]).cast(pa.timestamp("ns"))})
        text = self.refused(moments, "bad_birth", "birth", None)
        self.assertIn("column.cast(pyarrow.date32())", text)
        days = moments.set_column(0, "birth", moments["birth"].cast(pa.date32()))
        self.assertEqual(len(kz.assess_table(days, ON)), 1)

    def test_what_a_producer_says_is_passed_on(self) -> None:
        schema = pa.schema([("standing", pa.string())])

        def batches() -> Any:
            yield pa.record_batch({"standing": ["citizen"]})
            raise OSError("the disk is gone")

        text = self.refused(pa.RecordBatchReader.from_batches(schema, batches()), "bad_table", None, None)
        self.assertIn("the disk is gone", text)

    def test_keys_that_no_word_has_are_wrong_words(self) -> None:
        keys = pa.array([0, 7], pa.int8())
        broken = pa.DictionaryArray.from_arrays(keys, pa.array(["citizen"]), safe=False)
        self.refused(pa.table({"standing": broken}), "bad_standing", "standing", 1)


class Resources(unittest.TestCase):
    ROWS = 8_000_000

    def large(self) -> Any:
        facts = {fact: pa.array([1], pa.uint8()).take(pa.nulls(self.ROWS, pa.int8()).fill_null(0)) for fact in CODED}
        for name in ("question_1", "question_2", "question_3", "question_4"):
            del facts[name]
        days = pa.array([date(1990, 5, 17)]).take(pa.nulls(self.ROWS, pa.int8()).fill_null(0))
        return pa.table(facts | {"birth": days, "day": days})

    def test_codes_and_days_are_read_in_place(self) -> None:
        facts = self.large()

        def peak() -> int:
            with open("/proc/self/status") as lines:
                return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))

        with open("/proc/self/clear_refs", "w") as lines:
            lines.write("5")
        before = peak()
        answers = kz.assess_table(facts, "day", columns=["basis"])
        more = peak() - before
        self.assertEqual(len(answers), self.ROWS)
        # Per row four bytes: the basis as a number and as a key, and the status; the input columns have fifteen.
        self.assertLess(more, 5 * self.ROWS)

    def test_a_producer_may_wait_for_another_thread_of_python(self) -> None:
        class Slow(io.BytesIO):
            def read(self, size: int | None = -1, /) -> bytes:
                time.sleep(0.01)
                return super().read(size)

        # Arrow reads ahead in a thread of its own, which calls `read`.
        block = 1 << 10
        lines = Slow(b"standing\n" + b"citizen\n" * block)
        reader = pyarrow.csv.open_csv(lines, read_options=pyarrow.csv.ReadOptions(block_size=block))
        # If both wait for each other, Python cannot report it.
        faulthandler.dump_traceback_later(60, exit=True)
        try:
            self.assertEqual(len(kz.assess_table(reader, ON)), block)
        finally:
            faulthandler.cancel_dump_traceback_later()

    def test_other_threads_run_meanwhile(self) -> None:
        facts = self.large()
        took: list[float] = []

        def work() -> None:
            begin = time.monotonic()
            kz.assess_table(facts, "day", columns=COLUMNS)
            took.append(time.monotonic() - begin)

        worker = threading.Thread(target=work)
        worker.start()
        longest, last = 0.0, time.monotonic()
        while not took:
            time.sleep(0.001)
            longest, last = max(longest, time.monotonic() - last), time.monotonic()
        # If the lock were held, this thread would stand still all the time.
        self.assertLess(longest, took[0] / 2)


if __name__ == "__main__":
    unittest.main()

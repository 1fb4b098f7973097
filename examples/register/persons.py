"""Made-up persons: a register in Parquet, in parts. The same seed gives the same persons."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import kz_rules
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from progress import Progress

PARTS = 40
"""Files of a register, which a cluster distributes to its workers."""

Codes = npt.NDArray[np.int8]
"""The index of a word in its vocabulary, or `UNKNOWN`."""

UNKNOWN = -1

Weights = dict[str | None, float]
"""Words, and None for unknown, with their relative frequency."""

STANDING: Weights = {"citizen": 30, "foreigner": 65, "stateless": 3, None: 2}
OCCASION: dict[str, Weights] = {
    "citizen": {"citizen_identity_card": 50, "citizen_passport": 30, "iin": 5, "seafarer_identity": 1, "other": 9, None: 5},
    "foreigner": {
        "visa": 50,
        "temporary_residence_permit": 24,
        "permanent_residence_permit": 6,
        "residence_card": 6,
        "iin": 5,
        "asylum_seeker_status": 1,
        "refugee_certificate": 0.5,
        "refugee_travel_document": 0.2,
        "expulsion": 0.6,
        "readmission": 0.2,
        "other": 2.5,
        None: 4,
    },
    "stateless": {"stateless_identity": 60, "temporary_residence_permit": 10, "visa": 5, "iin": 10, "other": 5, None: 10},
}
ACTION: Weights = {"first_issue": 50, "extension": 18, "restoration": 4, "replacement": 8, "holding": 12, None: 8}
VISA_CHANNEL: Weights = {"foreign_mission": 35, "airport": 5, "electronic": 40, "in_kazakhstan": 15, None: 5}
FINGERPRINTED: Weights = {"yes": 25, "no": 60, None: 15}
PERMANENT_RESIDENT: Weights = {"yes": 12, "no": 73, None: 15}
HELD_AT_COMMENCEMENT: Weights = {"yes": 10, "no": 70, None: 20}
QUESTION_1: Weights = {"yes": 3, "no": 47, None: 50}


def drawn(rng: np.random.Generator, vocabulary: str, weights: Weights, count: int) -> Codes:
    """Words drawn by their weights."""
    words = kz_rules.vocabulary(vocabulary)
    places = np.array([UNKNOWN if word is None else words.index(word) for word in weights], dtype=np.int8)
    shares = np.fromiter(weights.values(), dtype=float)
    return places[rng.choice(len(places), count, p=shares / shares.sum())]


def occasions(rng: np.random.Generator, standing: Codes) -> Codes:
    """What each person comes for. A person of unknown standing is treated as a foreigner."""
    foreigner = drawn(rng, "occasion", OCCASION["foreigner"], len(standing))
    for number, word in enumerate(kz_rules.vocabulary("standing")):
        if word != "foreigner":
            foreigner = np.where(standing == number, drawn(rng, "occasion", OCCASION[word], len(standing)), foreigner)
    return foreigner


def column(vocabulary: str, codes: Codes) -> pa.DictionaryArray:
    """Words as a dictionary column."""
    numbers = pa.array(codes, mask=codes == UNKNOWN)
    return pa.DictionaryArray.from_arrays(numbers, pa.array(kz_rules.vocabulary(vocabulary)))


def births(rng: np.random.Generator, on: date, count: int) -> pa.Array:
    """Birth dates of persons up to 90 years old, most of them about 30. Two in a hundred are unknown."""
    epoch = date(1970, 1, 1)
    age = (rng.beta(1.8, 3.5, count) * 90 * 365.25).astype(np.int32)
    days = (on - epoch).days - age
    return pa.array(days, mask=rng.random(count) < 0.02).cast(pa.date32())


def persons(seed: int, part: int, first: int, count: int, on: date) -> pa.Table:
    """Persons with consecutive ids."""
    rng = np.random.default_rng([seed, part])
    standing = drawn(rng, "standing", STANDING, count)
    occasion = occasions(rng, standing)
    is_visa = occasion == kz_rules.vocabulary("occasion").index("visa")
    channel = np.where(is_visa, drawn(rng, "visa_channel", VISA_CHANNEL, count), UNKNOWN)
    return pa.table(
        {
            "id": pa.array(np.arange(first, first + count)),
            "standing": column("standing", standing),
            "birth": births(rng, on, count),
            "occasion": column("occasion", occasion),
            "action": column("action", drawn(rng, "action", ACTION, count)),
            "visa_channel": column("visa_channel", channel),
            "fingerprinted": column("answer", drawn(rng, "answer", FINGERPRINTED, count)),
            "permanent_resident": column("answer", drawn(rng, "answer", PERMANENT_RESIDENT, count)),
            "held_at_commencement": column("answer", drawn(rng, "answer", HELD_AT_COMMENCEMENT, count)),
            "question_1": column("answer", drawn(rng, "answer", QUESTION_1, count)),
        }
    )


def write(folder: Path, size: int, seed: int, on: date) -> None:
    """Writes a register of `size` persons, with ages on the given day."""
    folder.mkdir(parents=True)
    bounds = [size * part // PARTS for part in range(PARTS + 1)]
    with Progress("made-up persons written", size) as progress:
        for part, (first, end) in enumerate(pairwise(bounds)):
            pq.write_table(persons(seed, part, first, end - first, on), folder / f"part-{part:03}.parquet")
            progress.now(end)

"""The library's words as types. `vocabulary` returns the same words at run time; a test compares them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, TypedDict

Occasion = Literal[
    "seafarer_identity",
    "temporary_residence_permit",
    "permanent_residence_permit",
    "residence_card",
    "stateless_identity",
    "asylum_seeker_status",
    "refugee_certificate",
    "refugee_travel_document",
    "expulsion",
    "readmission",
    "visa",
    "citizen_passport",
    "citizen_identity_card",
    "other",
    "iin",
]
Standing = Literal["citizen", "foreigner", "stateless"]
Answer = Literal["yes", "no"]
Action = Literal["first_issue", "extension", "restoration", "replacement", "holding"]
VisaChannel = Literal["foreign_mission", "airport", "electronic", "in_kazakhstan"]
Location = Literal["in_kazakhstan", "abroad"]
Fact = Literal[
    "occasion",
    "standing",
    "birth",
    "fingerprinted",
    "action",
    "visa_channel",
    "permanent_resident",
    "held_at_commencement",
    "question_1",
    "question_2",
    "question_3",
    "question_4",
    "location",
    "may_enter",
    "has_iin",
    "mission_in_pilot",
    "mission_takes_fingerprints",
    "passport_in_foreign_language",
]
Obligation = Literal["mandatory", "voluntary", "not_required", "suspended", "not_in_force"]
AgeReading = Literal["birthday", "day_after"]
LawKnown = Literal["known", "assumed"]
Duty = Literal["consequence", "papers", "place", "collectors_home", "collectors_abroad", "taken", "issued"]
Verdict = Literal["feasible", "deadlock", "blocked", "not_covered", "no_document", "depends"]
Step = Literal[
    "translate_passport",
    "iin_at_mission",
    "iin_in_person",
    "iin_by_proxy",
    "fingerprint_at_mission",
    "fingerprint_in_kazakhstan",
    "enter",
    "leave",
    "obtain_document",
]
Goal = Literal["presence", "iin", "translation", "fingerprints", "document"]
TermKind = Literal["registration", "move", "iin_mission", "notice"]
TermOutcome = Literal["not_in_force", "not_covered", "window"]
Coverage = Literal["yes", "no", "unknown"]
StayRegime = Literal["up_to_90", "other"]
Week = Literal["five", "six"]
DayState = Literal["open", "due_today", "contested", "overdue", "barred", "with_host"]
Certainty = Literal["published", "projected"]
StayState = Literal["in_time", "contested", "overstayed", "outside", "unknown"]
Reason = Literal[
    "rest_day",
    "substitute",
    "transfer",
    "day_off",
    "new_year",
    "orthodox_christmas",
    "womens_day",
    "constitution_day",
    "nauryz",
    "unity_day",
    "defender_day",
    "victory_day",
    "kurban_ait",
    "capital_day",
    "republic_day",
    "independence_day",
]
Sex = Literal["male", "female"]
FirstDay = Literal["next", "event"]
Language = Literal["kk", "ru", "en"]

AnswerColumn = Literal["obligation", "obligations", "basis", "ask", "holds_until", "status"]

YesNo = bool | Answer | Iterable[bool | Answer]
"""True or False, or both if either is possible."""
Birth = date | int | tuple[int, int]
"""A birth date as far as it is known: the day, the year, or the year and the month."""


class Facts(TypedDict, total=False):
    """What is known of a person: a word, or several that are all still possible. None is not known."""

    occasion: Occasion | Iterable[Occasion] | None
    standing: Standing | Iterable[Standing] | None
    birth: Birth | None
    fingerprinted: YesNo | None
    action: Action | Iterable[Action] | None
    visa_channel: VisaChannel | Iterable[VisaChannel] | None
    permanent_resident: YesNo | None
    held_at_commencement: YesNo | None
    question_1: YesNo | None
    question_2: YesNo | None
    question_3: YesNo | None
    question_4: YesNo | None
    location: Location | Iterable[Location] | None
    may_enter: YesNo | None
    has_iin: YesNo | None
    mission_in_pilot: YesNo | None
    mission_takes_fingerprints: YesNo | None
    passport_in_foreign_language: YesNo | None
    declined: Fact | Iterable[Fact] | None

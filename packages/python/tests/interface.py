"""What the wheel accepts and refuses."""

from __future__ import annotations

import datetime
import typing
import unittest
from datetime import date
from typing import Any

import kz_rules as kz
from kz_rules import words
from vectors import KEY, PACKS, law

ON = date(2026, 11, 22)


class Input(unittest.TestCase):
    def refused(self, code: str, call: Any, *given: Any, **named: Any) -> kz.KzError:
        with self.assertRaises(kz.KzError) as raised:
            call(*given, **named)
        self.assertEqual(raised.exception.code, code)
        return raised.exception

    def test_a_word_or_a_kind_that_is_wrong_is_named(self) -> None:
        error = self.refused("bad_standing", kz.assess, ON, standing="stranger")
        self.assertEqual(str(error), "standing: 'stranger' is none of citizen, foreigner, stateless")
        self.assertIsInstance(error, ValueError)
        self.refused("bad_standing", kz.assess, ON, standing=True)
        self.refused("bad_standing", kz.assess, ON, standing=1)
        self.refused("bad_standing", kz.assess, ON, standing=[])
        error = self.refused("bad_fact", kz.assess, ON, standin="citizen")
        self.assertEqual(str(error), f"fact: 'standin' is none of {', '.join(kz.vocabulary('fact'))}, declined")
        self.refused("bad_fact", kz.assess, ON, {3: "citizen"})
        self.refused("bad_declined", kz.assess, ON, declined=["held_at_commencement"])
        self.refused("bad_birth", kz.assess, ON, birth="1990-05-17")
        self.refused("bad_birth", kz.assess, ON, birth=True)
        self.refused("bad_birth", kz.assess, ON, birth=(1990, 13))
        self.refused("bad_edition", kz.assess, ON, edition="third")
        self.refused("bad_age_reading", kz.assess, ON, age_reading="never")
        self.refused("bad_language", kz.label, "standing", "citizen", "de")
        self.refused("bad_value", kz.label, "standing", "stranger")
        self.refused("bad_first", kz.add_working_days, ON, 1, first="last")

    def test_a_number_that_cannot_be_is_named(self) -> None:
        for days in (-1, 1 << 16, 1 << 70, "1"):
            self.refused("bad_days", kz.add_working_days, ON, days)
            self.refused("bad_per_entry", kz.stay, ON, [], per_entry=days)
        for least in (-1, 1 << 32):
            self.refused("bad_at_least", kz.Law.open, b"", KEY, least)

    def test_what_no_law_can_answer_is_bad_input(self) -> None:
        for error in (
            self.refused("iin_length", kz.Iin, "1"),
            self.refused("iin_check_digit", kz.Iin, "831205408726"),
            self.refused("country_code", kz.country, "uz", ON),
            self.refused("stay_order", kz.stay, ON, [(ON, None), (ON, None)]),
            self.refused("stay_rule", kz.stay, ON, [], per_entry=0),
            self.refused("stay_after_decision", kz.stay, ON, [(date(2026, 11, 23), None)]),
        ):
            self.assertIsInstance(error, kz.BadInput)

    def test_a_moment_is_no_day(self) -> None:
        self.refused("bad_on", kz.assess, datetime.datetime(2026, 11, 22))
        self.refused("bad_birth", kz.assess, ON, birth=datetime.datetime(1990, 5, 17))

    def test_the_law_has_no_answer(self) -> None:
        error = self.refused("birth_after_decision", kz.assess, ON, birth=date(2026, 11, 23))
        self.assertIsInstance(error, kz.NoAnswer)
        self.refused("bad_question_1", kz.assess, ON, question_1=True)
        self.refused("edition_not_supported", kz.plan, ON, edition="announced")

    def test_facts_are_told_by_name_in_a_mapping_or_both(self) -> None:
        by_name = kz.assess(ON, standing="citizen", fingerprinted=False)
        in_a_mapping = kz.assess(ON, {"standing": "citizen", "fingerprinted": "no"})
        both = kz.assess(ON, {"standing": "foreigner", "fingerprinted": None}, standing="citizen", fingerprinted=False)
        for answer in (by_name, in_a_mapping, both):
            self.assertEqual((answer.obligation, answer.basis), ("voluntary", ("L50-CITIZEN-VOLUNTARY",)))

    def test_a_fact_told_by_name_replaces_the_one_in_the_mapping(self) -> None:
        facts: words.Facts = {"standing": "citizen", "fingerprinted": False, "declined": ["fingerprinted"]}
        self.assertEqual(kz.assess(ON, facts).obligation, "voluntary")
        unknown = kz.assess(ON, facts, fingerprinted=None)
        self.assertEqual((unknown.obligation, unknown.relevant, unknown.ask), (None, ("fingerprinted",), None))
        self.assertEqual(kz.assess(ON, facts, fingerprinted=None, declined=None).ask, "fingerprinted")
        self.assertEqual(kz.assess(ON, facts, fingerprinted=True).obligation, "not_required")
        self.assertEqual(facts, {"standing": "citizen", "fingerprinted": False, "declined": ["fingerprinted"]})

    def test_one_word_is_declined_as_several_are(self) -> None:
        one = kz.assess(ON, standing="citizen", declined="fingerprinted")
        self.assertEqual((one.ask, one.relevant), (None, ("fingerprinted",)))

    def test_several_values_are_all_possible(self) -> None:
        one = {"fingerprinted": False, "occasion": "visa", "action": "first_issue", "visa_channel": "electronic", "birth": 1990}
        facts: Any = one
        of = {standing: kz.assess(ON, facts, standing=standing).obligations for standing in ("citizen", "foreigner")}
        several = kz.assess(ON, facts, standing={"citizen", "foreigner"})
        self.assertEqual(set(several.obligations), set(of["citizen"]) | set(of["foreigner"]))
        self.assertEqual(several.ask, "standing")

    def test_nothing_of_a_person_is_shown(self) -> None:
        answer = kz.assess(ON, standing="foreigner", birth=date(2012, 2, 29), fingerprinted=False, occasion="visa")
        self.assertEqual(answer.holds_until, date(2028, 2, 29))
        self.assertNotIn("2012", repr(answer))
        self.assertNotIn("2028", repr(answer))
        self.assertNotIn("831205408725", repr(kz.Iin("831205408725")))

    def test_words_in_three_languages(self) -> None:
        answer = kz.assess(ON, standing="citizen", fingerprinted=False)
        languages: list[words.Language] = ["kk", "ru", "en"]
        said = {answer.why(language)[0] for language in languages}
        self.assertEqual(len(said), 3)
        self.assertEqual(answer.why("en", "mandatory"), ())


class Laws(unittest.TestCase):
    def test_a_pack_is_opened_by_its_key_alone(self) -> None:
        pack = (PACKS / "evisa-2026.kzl").read_bytes()
        opened = kz.Law.open(pack, KEY)
        self.assertEqual(opened, law("evisa-2026"))
        self.assertNotEqual(opened, kz.Law.built_in())
        self.assertEqual(kz.Law.open((PACKS / "kazakhstan.kzl").read_bytes(), KEY), kz.Law.built_in())

        def refused(code: str, *given: Any, **named: Any) -> None:
            with self.assertRaises(kz.BadPack) as raised:
                kz.Law.open(*given, **named)
            self.assertEqual(raised.exception.code, code)

        refused("pack_signature", pack, bytes(32))
        refused("pack_too_short", pack[:-1], KEY)
        refused("pack_not_a_pack", bytes(1000), KEY)
        refused("pack_checksum", pack[:500] + bytes([pack[500] ^ 1]) + pack[501:], KEY)
        refused("pack_older", pack, KEY, opened.sequence + 1)
        refused("pack_other_law", pack, KEY, name="another")
        with self.assertRaises(kz.BadInput):
            kz.Law.open(pack, b"no key")

    def test_a_law_lives_as_long_as_it_is_used(self) -> None:
        answers = [kz.assess(ON, law=law("evisa-2026"), standing="citizen") for _ in range(100)]
        self.assertEqual(len({answer.why("en") for answer in answers}), 1)

    def test_a_provision_by_its_identifier(self) -> None:
        built_in = kz.Law.built_in()
        self.assertIn(built_in.provision("L50-ONCE"), built_in.provisions)
        self.assertEqual(len(set(built_in.provisions)), len(built_in.provisions))
        with self.assertRaises(KeyError):
            built_in.provision("L50-NEVER")


class Words(unittest.TestCase):
    def test_the_types_have_the_words_of_the_library(self) -> None:
        sets = 0
        for name, alias in vars(words).items():
            if typing.get_origin(alias) is not typing.Literal or name == "AnswerColumn":
                continue
            of = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
            of = {"term_kind": "term"}.get(of, of)
            try:
                known = kz.vocabulary(of)
            except kz.BadInput:
                self.assertEqual(of, "duty")
                continue
            self.assertEqual(typing.get_args(alias), known, name)
            sets += 1
        self.assertEqual(sets, 25)
        self.assertEqual(set(words.Facts.__annotations__), {*kz.vocabulary("fact"), "declined"})


if __name__ == "__main__":
    unittest.main()

from __future__ import annotations

import dataclasses

from viewer.release.record import Record


class Ferry(Record):
    name: str
    seats: int = 12


class Barge(Record):
    name: str
    seats: int = 12


FERRY = Ferry(name="湖滨")


def test_records_of_the_same_fields_are_equal_and_found_by_each_other() -> None:
    assert Ferry(name="湖滨", seats=12) == FERRY
    assert {FERRY: "here"}[Ferry(name="湖滨")] == "here"


def test_records_that_differ_in_a_field_or_in_their_type_are_not_equal() -> None:
    assert Ferry(name="湖滨", seats=13) != FERRY
    assert Barge(name="湖滨") != FERRY


def test_a_record_shows_its_fields() -> None:
    assert repr(FERRY) == "Ferry(name='湖滨', seats=12)"


def test_what_takes_dataclasses_takes_records() -> None:
    assert dataclasses.replace(FERRY, seats=13) == Ferry(name="湖滨", seats=13)
    assert dataclasses.asdict(FERRY) == {"name": "湖滨", "seats": 12}

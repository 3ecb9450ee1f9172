from __future__ import annotations

import dataclasses
import datetime

import pytest
from samples import sample_release

from viewer.release.reference import refer

TODAY = datetime.date(2026, 3, 1)
TOWN = sample_release()


@pytest.mark.parametrize(
    ("credit", "authors"),
    [
        ("记者 何文 通讯员 林舟", ("何文", "林舟")),
        ("本报记者 何文、林舟 摄影 沈灯", ("何文", "林舟")),
        ("文/图 何文", ("何文",)),
        ("作者：何文", ("何文",)),
        ("湖公轩（文、图）", ("湖公轩",)),
        ("何文（文） 沈灯（图）", ()),
        ("责任编辑：何文", ()),
        ("沈灯 摄", ()),
        ("", ()),
    ],
)
def test_authors_are_those_whom_the_credit_names_for_the_words(credit: str, authors: tuple[str, ...]) -> None:
    reference = refer(dataclasses.replace(TOWN, credit=credit), TOWN, TODAY)
    assert (reference.authors, reference.corporate) == (authors or ("湖滨镇",), not authors)


def test_a_part_has_its_title_and_its_paragraphs() -> None:
    ferry = TOWN.sections[0].items[0]
    reference = refer(TOWN, ferry, TODAY)
    assert (reference.key, reference.part, reference.paragraphs) == ("lakeside-2023-ferry", ferry.title, "3")
    assert refer(TOWN, TOWN, TODAY).part == ""


@pytest.mark.parametrize(
    ("publisher", "address", "in_newspaper"),
    [
        ("湖滨晚报", "", True),
        ("湖滨晚报社", "", True),
        ("湖滨在线", "", False),
        ("湖滨晚报", "https://example.org/1", False),
    ],
)
def test_the_day_of_access_comes_with_an_address_alone(publisher: str, address: str, in_newspaper: bool) -> None:
    release = dataclasses.replace(TOWN, publisher=publisher, address=address)
    reference = refer(release, release, TODAY)
    assert reference.in_newspaper is in_newspaper
    assert reference.accessed == (TODAY if address else None)

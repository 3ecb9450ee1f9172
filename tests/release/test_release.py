from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from samples import sample_release

from viewer.release.release import (
    Caption,
    Clause,
    Figure,
    Item,
    Mention,
    Notice,
    Person,
    Section,
    entry_body,
)
from viewer.release.source import Paragraph, Place, Source


@pytest.mark.parametrize("id_", ["a", "fu-hui", "2024", "a-1-b", "0"])
def test_an_id_is_of_small_letters_digits_and_single_hyphens(id_: str) -> None:
    assert Item(id=id_, title="渡口", summary="").id == id_


@pytest.mark.parametrize("id_", ["", "-", "a-", "-a", "a--b", "A", "a b", "渡口", "a/b", "a:b", "é", "a\n", "١"])
def test_any_other_id_is_refused(id_: str) -> None:
    with pytest.raises(ValueError, match="an id of a-z, 0-9 and -"):
        Item(id=id_, title="渡口", summary="")


@pytest.mark.parametrize("text", ["", " ", "\u3000\n"])
@pytest.mark.parametrize(
    ("kind", "field", "others"),
    [
        (Mention, "name", {"paragraph": 1}),
        (Person, "name", {"paragraph": 1}),
        (Figure, "label", {"written": "3艘", "value": 3, "paragraph": 1}),
        (Figure, "written", {"label": "渡船", "value": 3, "paragraph": 1}),
        (Caption, "text", {"paragraph": 1}),
        (Item, "title", {"id": "a", "summary": ""}),
        (Section, "title", {"id": "a"}),
        (Clause, "text", {"number": 1}),
        (Notice, "holder", {"form": "restated", "clauses": ()}),
    ],
)
def test_what_must_say_something_is_not_blank(kind: Any, field: str, others: dict[str, Any], text: str) -> None:
    assert kind(**others, **{field: "灯"})
    with pytest.raises(ValueError, match="text that is not empty"):
        kind(**others, **{field: text})


@pytest.mark.parametrize("paragraph", [0, -1, 10_000_001])
def test_paragraphs_are_counted_from_one(paragraph: int) -> None:
    for kind, others in (
        (Mention, {"name": "灯"}),
        (Person, {"name": "灯"}),
        (Caption, {"text": "灯"}),
        (Figure, {"label": "灯", "written": "3盏", "value": 3}),
    ):
        made: Any = kind
        assert made(**others, paragraph=1)
        with pytest.raises(ValueError, match="a paragraph number from 1 on"):
            made(**others, paragraph=paragraph)
    with pytest.raises(ValueError, match="a paragraph number from 1 on"):
        Item(id="a", title="灯", summary="", paragraphs=(1, paragraph))
    with pytest.raises(ValueError, match="a paragraph number from 1 on"):
        Source(paragraph_count=paragraph, fingerprint="0" * 64)


@pytest.mark.parametrize("value", [0, -3, 0.5, 10**18, -(10**18)])
def test_a_value_is_any_number_that_people_write(value: float) -> None:
    assert Figure(label="灯", written="若干", value=value, paragraph=1).value == value


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf"), 10**18 + 1, -(10**18) - 1, 1e300])
def test_a_value_that_is_no_quantity_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match=r"a number below 10\^18"):
        Figure(label="灯", written="若干", value=value, paragraph=1)


@pytest.mark.parametrize(("announced", "allowed"), [(None, True), (2, True), (10, True), (1, False), (-1, False)])
def test_no_fewer_are_announced_than_described(announced: int | None, allowed: bool) -> None:
    section = sample_release().sections[0]
    assert len(section.items) == 2
    if allowed:
        assert dataclasses.replace(section, announced=announced).announced == announced
    else:
        with pytest.raises(ValueError, match="at least as many announced as described"):
            dataclasses.replace(section, announced=announced)


@pytest.mark.parametrize("fingerprint", ["", "0" * 63, "0" * 65, "F" * 64, "g" * 64])
def test_a_fingerprint_is_64_small_hexadecimal_digits(fingerprint: str) -> None:
    assert Source(paragraph_count=1, fingerprint="0f" * 32)
    with pytest.raises(ValueError, match="64 hexadecimal digits"):
        Source(paragraph_count=1, fingerprint=fingerprint)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Place(page=-1), "a place from 1 on"),
        (lambda: Place(line=-1), "a place from 1 on"),
        (lambda: Place(lines=0), "a place from 1 on"),
        (lambda: Paragraph(text="灯塔", level=-1), "a level from 0 to 9"),
        (lambda: Paragraph(text="灯塔", level=10), "a level from 0 to 9"),
        (lambda: Paragraph(text="灯塔", run_in=-1), "a heading shorter than its paragraph"),
        (lambda: Paragraph(text="灯塔", run_in=2), "a heading shorter than its paragraph"),
        (
            lambda: Source(paragraph_count=2, fingerprint="0" * 64, paragraphs=(Paragraph(text="灯塔"),)),
            "as many paragraphs as are counted",
        ),
        (lambda: Section(id="a", title="灯塔", level=0), "a level from 1 to 9"),
        (lambda: Section(id="a", title="灯塔", level=10), "a level from 1 to 9"),
        (lambda: dataclasses.replace(sample_release(), address="example.org"), "an address that begins with http"),
        (lambda: dataclasses.replace(sample_release(), address="https://example.org/a b"), "an address that begins"),
    ],
)
def test_what_no_document_has_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()


def test_no_two_entries_of_a_release_share_an_id() -> None:
    release = sample_release()
    section = release.sections[0]
    for twice in (
        (section, section),
        (dataclasses.replace(section, items=(section.items[0], section.items[0])),),
        (section, dataclasses.replace(section, id="ferry", items=())),
    ):
        with pytest.raises(ValueError, match="every id once"):
            dataclasses.replace(release, sections=twice)


def test_a_section_may_have_the_id_of_its_release() -> None:
    release = sample_release()
    section = dataclasses.replace(release.sections[0], id=release.id)
    assert dataclasses.replace(release, sections=(section,)).sections[0].id == release.id


def test_entries_come_in_the_order_of_the_source_each_with_its_text() -> None:
    release = sample_release()
    assert [(entry.id, entry_body(entry)[:4]) for entry in release.entries()] == [
        ("lakeside-2023", "湖滨镇通"),
        ("services", "本部分讲"),
        ("ferry", "湖滨镇航"),
        ("keeper", "灯塔站何"),
    ]

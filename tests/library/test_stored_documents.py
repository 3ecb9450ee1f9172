from __future__ import annotations

import pytest

from viewer.library.documents import StoredFigures, StoredParagraphs
from viewer.library.library import Library
from viewer.library.releases import put_release, release_key
from viewer.readers.reader import read_pasted
from viewer.release.release import Release

LINES = ["湖滨镇通报", *(f"第{number}天渡船运送乘客{number}人，各班船都准点靠岸。" for number in range(1, 120))]


@pytest.fixture
def document(library: Library) -> Release:
    release = read_pasted("\n".join(LINES))
    put_release(library, release)
    return release


@pytest.fixture
def paragraphs(library: Library, document: Release) -> StoredParagraphs:
    return StoredParagraphs(library, release_key(library, document.id))


def test_each_paragraph_is_read_by_its_number_in_whatever_order(
    paragraphs: StoredParagraphs, document: Release
) -> None:
    assert document.source is not None
    for number in (1, 120, 50, 51, 100, 101, 2):
        assert paragraphs[number] == document.source.paragraphs[number - 1]


def test_a_document_is_gone_through_from_its_first_paragraph_to_its_last(
    paragraphs: StoredParagraphs, document: Release
) -> None:
    assert document.source is not None
    assert len(paragraphs) == 120
    assert list(paragraphs) == list(range(1, 121))
    assert tuple(paragraphs.values()) == document.source.paragraphs


@pytest.mark.parametrize("number", [0, -1, 121])
def test_there_is_no_other_paragraph(paragraphs: StoredParagraphs, number: int) -> None:
    assert number not in paragraphs
    assert paragraphs.get(number) is None


def test_the_figures_of_a_paragraph_are_those_that_it_states(library: Library, document: Release) -> None:
    figures = StoredFigures(library, release_key(library, document.id))
    assert figures[1] == []
    assert [figure.written for figure in figures[51]] == ["50人"]
    assert [figure.paragraph for number in figures for figure in figures[number]] == list(range(2, 121))


def test_a_document_is_the_same_as_itself_and_as_no_other(library: Library, document: Release) -> None:
    put_release(library, shorter := read_pasted("\n".join(["山前镇通报", *LINES[1:60]])))
    key, other = (release_key(library, release.id) for release in (document, shorter))
    assert StoredParagraphs(library, key) == StoredParagraphs(library, key)
    assert StoredParagraphs(library, key) != StoredParagraphs(library, other)
    assert StoredParagraphs(library, key) != dict(StoredParagraphs(library, key))


def test_a_release_whose_document_has_not_been_opened_has_none(library: Library) -> None:
    key = release_key(library, "xuzhou-2024")
    assert len(StoredParagraphs(library, key)) == 0
    assert list(StoredFigures(library, key)) == []

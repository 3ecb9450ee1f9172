"""What is lost of a library, row by row, and what is made of the rest."""

from __future__ import annotations

import dataclasses

import pytest
from samples import sample_release

from viewer.library.arrivals import Outcome, take_in
from viewer.library.completing import GAP, complete_releases
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.releases import put_release, release_ids
from viewer.library.soundness import find_damage
from viewer.readers.reader import read_pasted
from viewer.release.release import Release

DOCUMENT = "湖滨镇通报\n渡口夜班船恢复开行，末班船开到二十三点。\n灯塔换灯，守塔人何川交班。"


@pytest.fixture
def document(library: Library) -> Release:
    release = read_pasted(DOCUMENT)
    put_release(library, release)
    return release


def test_what_is_whole_stays_as_it_is(library: Library, document: Release) -> None:
    put_release(library, sample_release())
    assert complete_releases(library) == set()
    assert read_release(library, document.id) == document
    assert read_release(library, "lakeside-2023") == sample_release()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_gap_stands_where_a_paragraph_is_lost(library: Library, document: Release, number: int) -> None:
    library.rows("DELETE FROM source_paragraph WHERE number = ?", (number,))
    assert complete_releases(library) == {document.id}
    source = read_release(library, document.id).source
    assert source is not None
    lines = DOCUMENT.split("\n")
    assert [part.text for part in source.paragraphs] == [*lines[: number - 1], GAP, *lines[number:]]
    assert not find_damage(library)


def test_the_whole_document_takes_the_place_of_one_with_gaps(library: Library, document: Release) -> None:
    library.rows("DELETE FROM source_paragraph WHERE number = 2")
    complete_releases(library)
    assert take_in(library, document) == (document.id, Outcome.REPLACED)
    assert read_release(library, document.id) == document


def test_a_document_with_gaps_beside_our_own_words_is_let_go(library: Library, document: Release) -> None:
    ours = dataclasses.replace(sample_release(), source=document.source)
    put_release(library, ours)
    key = "(SELECT release FROM release WHERE id = 'lakeside-2023')"
    library.rows(f"DELETE FROM source_paragraph WHERE number = 2 AND release = {key}")
    assert complete_releases(library) == {"lakeside-2023"}
    source = read_release(library, "lakeside-2023").source
    assert source is not None
    assert source.paragraphs == ()
    assert read_release(library, document.id) == document


def test_a_release_that_makes_no_sense_is_taken_out(library: Library, document: Release) -> None:
    put_release(library, sample_release())
    library.rows("UPDATE entry SET title = ' ' WHERE id = 'lakeside-2023/ferry'")
    complete_releases(library)
    assert sorted(release_ids(library)) == sorted(["xuzhou-2024", document.id])
    assert not find_damage(library)


def test_a_document_that_is_no_longer_what_it_was_is_said(library: Library, document: Release) -> None:
    library.rows("UPDATE source_paragraph SET text = '灯塔。' WHERE number = 3")
    assert complete_releases(library) == {document.id}
    assert complete_releases(library) == set()


def test_the_entry_of_a_release_itself_comes_back_with_the_title_of_its_document(
    library: Library, document: Release
) -> None:
    library.rows("PRAGMA foreign_keys = OFF")
    library.rows("DELETE FROM entry WHERE id = ?", (document.id,))
    library.rows("PRAGMA foreign_keys = ON")
    assert complete_releases(library) == {document.id}
    assert read_release(library, document.id).title == "湖滨镇通报"

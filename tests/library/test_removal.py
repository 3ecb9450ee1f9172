from __future__ import annotations

import dataclasses
import datetime
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import releases, sample_release

from viewer.library.annotations import lost_annotations, put_annotations, read_annotations
from viewer.library.browse import BrowseWay, browse
from viewer.library.index import check_index
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.query_parser import parse_query
from viewer.library.releases import put_release, release_ids
from viewer.library.removal import Removed, put_back, take_out
from viewer.library.search import search
from viewer.release.anchoring import anchor_at
from viewer.release.annotation import Annotation, AnnotationKind, texts_of
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Release

SHIPPED = "xuzhou-2024"
DAY = datetime.date(2024, 1, 5)
MADE = datetime.date(2026, 3, 1)


def everything(library: Library) -> dict[str, Any]:
    """All rows of all tables but the index, what a person sees of them by browsing, and what is found."""
    tables = [
        name
        for (name,) in library.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_text%' AND name <> 'name'"
        )
    ]
    rows: dict[str, Any] = {table: sorted(library.rows(f"SELECT * FROM {table}"), key=repr) for table in tables}
    rows["name"] = sorted(library.rows("SELECT kind, text FROM name"))
    for way in BrowseWay:
        first = browse(library, way, None, 0, 999)
        rows[way] = [(branch, browse(library, way, branch.id, 0, 999) if branch.below else []) for branch in first]
    titles = [title for (title,) in library.rows("SELECT title FROM entry")]
    for typed in (*titles, "收藏:", "标记:", "笔记:核实", "警务 OR 湖滨", "数值:>1", "年:2024", "gongan"):
        rows[f"found {typed}"] = search(library, parse_query(typed), 999)
    return rows


def marks(release: Release) -> list[Annotation]:
    """A star to every entry, a note to its first text, and to all something that has lost its place."""
    paragraphs = dict(enumerate(release.source.paragraphs if release.source else (), 1))
    made: list[Annotation] = []
    for entry in release.entries():
        id_ = release.id if entry is release else f"{release.id}/{entry.id}"
        text = texts_of(entry, paragraphs)[0]
        star = Annotation(entry_id=id_, title=entry.title, kind=AnnotationKind.STAR, made=MADE)
        made += [star, dataclasses.replace(star, kind=AnnotationKind.NOTE, anchor=anchor_at(text, 0, 1), note="核实")]
    return [*made, dataclasses.replace(made[0], entry_id=f"{release.id}/gone", title="别处", lost=True)]


@given(st.lists(releases(), min_size=1, max_size=3, unique_by=lambda release: release.id), st.data())
@settings(max_examples=40)
def test_what_is_put_back_is_as_if_it_had_never_been_out(several: list[Release], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder, "library.sqlite"))
        for release in several:
            put_release(library, dataclasses.replace(release, date=DAY))
            put_annotations(library, marks(release))
        before = everything(library)
        removed = take_out(library, data.draw(st.sampled_from(several)).id)
        assert len(release_ids(library)) == len(several) - 1
        put_back(library, removed)
        assert everything(library) == before
        assert library.check_integrity() == check_index(library) == []
        library.close()


def test_the_shipped_release_comes_back_with_its_marks(library: Library) -> None:
    put_annotations(library, marks(read_release(library, SHIPPED)))
    put_release(library, dataclasses.replace(sample_release(), date=datetime.date(2025, 1, 9)))
    before = everything(library)
    removed = take_out(library, SHIPPED)
    assert search(library, parse_query("凤城前哨"), 9).hits == ()
    assert read_annotations(library, [SHIPPED]) == {}
    put_back(library, removed)
    assert everything(library) == before
    assert check_index(library) == []


def test_several_come_back_in_the_order_in_which_they_went(library: Library) -> None:
    for number in range(4):
        put_release(library, sample_release(f"lakeside-{number}"))
    before = everything(library)
    removed = [take_out(library, f"lakeside-{number}") for number in (3, 0, 2)]
    for part in reversed(removed):
        put_back(library, part)
    assert everything(library) == before


def test_one_whose_place_has_been_taken_stands_behind(library: Library) -> None:
    put_release(library, sample_release())
    removed = take_out(library, "lakeside-2023")
    put_release(library, sample_release("lakeside-2022"))
    put_back(library, removed)
    assert read_release(library, "lakeside-2023") == sample_release()
    assert read_release(library, "lakeside-2022") == sample_release("lakeside-2022")
    assert {hit.id for hit in search(library, parse_query("渡口"), 9).hits} >= {
        "lakeside-2022/ferry",
        "lakeside-2023/ferry",
    }
    assert library.check_integrity() == check_index(library) == []


def test_it_takes_the_place_of_one_with_its_id_that_has_come_meanwhile(library: Library) -> None:
    put_release(library, sample_release())
    put_annotations(library, marks(sample_release()))
    before = lost_annotations(library)
    removed = take_out(library, "lakeside-2023")
    put_release(library, dataclasses.replace(sample_release(), title="改过的通报", sections=()))
    put_back(library, removed)
    assert read_release(library, "lakeside-2023") == sample_release()
    assert lost_annotations(library) == before
    assert release_ids(library).count("lakeside-2023") == 1


def test_one_that_cannot_be_put_back_leaves_the_library_as_it_is(library: Library) -> None:
    put_release(library, sample_release())
    removed = take_out(library, "lakeside-2023")
    before = everything(library)
    broken = Removed(removed.release, removed.key, removed.first_entry, (*marks(sample_release()), None))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        put_back(library, broken)
    assert everything(library) == before


def test_what_is_not_there_cannot_be_taken_out(library: Library) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        take_out(library, "nowhere")
    assert raised.value.problem is Problem.NO_SUCH_ENTRY

"""No reading leaves a snapshot behind: as long as one is held, SQLite's log can only grow."""

from __future__ import annotations

import dataclasses
import datetime
import importlib
import inspect
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import apsw
import pytest
from generated import Generator
from samples import sample_release

import viewer.library
from viewer.library import (
    arrivals,
    browse,
    corrections,
    destinations,
    documents,
    extracts,
    figure_table,
    index,
    known_names,
    pages,
    passages,
    related,
    releases,
    search,
    selection,
    soundness,
    space,
    suggestions,
)
from viewer.library.annotations import (
    annotation_of_key,
    annotations_of,
    lost_annotations,
    marked_annotations,
    read_annotations,
    read_passages_of,
)
from viewer.library.expression import express
from viewer.library.library import Library, QueryInterruptedError
from viewer.library.query import Words
from viewer.library.query_parser import parse_query, parse_words
from viewer.library.scope import EVERYTHING, Scope
from viewer.release.annotation import AnnotationKind
from viewer.release.errors import ReleaseViewerError
from viewer.release.release import Release
from viewer.release.source import Paragraph, Source

FERRY = "lakeside-2023/ferry"
DAY = sample_release().date
FIRST = (datetime.date.max.toordinal() - DAY.toordinal() << 32) + 1  # key of the first entry of that day

READINGS: tuple[tuple[Callable[..., object], tuple[object, ...]], ...] = (
    (annotations_of, ("lakeside-2023",)),
    (read_annotations, ((FERRY,),)),
    (read_passages_of, ("lakeside-2023",)),
    (annotation_of_key, (1,)),
    (lost_annotations, ()),
    (marked_annotations, (AnnotationKind.STAR,)),
    (arrivals.is_known, (sample_release(),)),
    *((browse.browse, (way, None, 0, 2)) for way in browse.BrowseWay),
    (browse.read_group, ("place:湖滨镇",)),
    (browse.count_items, ()),
    (browse.all_figures, ()),
    (corrections.read_corrections, ()),
    (destinations.find_destinations, ("duchuan", 2)),
    (destinations.recall_destinations, ([FERRY, "place:湖滨镇"],)),
    (documents.read_paragraphs, (1,)),
    (extracts.read_extracts, (range(FIRST, FIRST + 400),)),
    (figure_table.read_figure_page, (figure_table.FigureQuery(), 2, 0)),
    (figure_table.read_figures, (figure_table.FigureQuery(words="乘客"), 2, 0)),
    (figure_table.read_all_figures, (FERRY,)),
    (figure_table.count_figures, (figure_table.FigureQuery(),)),
    (figure_table.read_scales, (figure_table.FigureQuery(),)),
    (index.read_parts, (0, 1 << 62)),
    (index.is_indexed, ()),
    (index.check_index, ()),
    (index.rebuild_index, ()),
    (known_names.find_names, (parse_words("hubin"),)),
    (pages.read_release, ("lakeside-2023",)),
    (pages.read_page, (FERRY,)),
    (pages.read_notices, ()),
    (pages.read_facts, (1,)),
    (passages.read_passages, ((FIRST, FIRST + 1),)),
    (related.related_entries, (FERRY,)),
    (releases.release_ids, ()),
    (releases.release_heads, ()),
    (releases.has_release, ("lakeside-2023",)),
    (releases.release_key, ("lakeside-2023",)),
    (releases.first_free_entry, (DAY,)),
    (search.search, (parse_query("民警"), 2)),
    (search.count, (parse_query("民警"),)),
    (selection.select_scope, (Scope(query="民警"),)),
    (selection.scope_keys, (EVERYTHING,)),
    (selection.is_small, ((FERRY,), 10)),
    (soundness.find_damage, ()),
    (soundness.find_damage_within, (10.0,)),
    (space.has_space_to_give, ()),
    (space.give_back_space, ()),
    (suggestions.complete, ("duc",)),
    (suggestions.alternatives, ("末班船 nowhere",)),
)
"""Every public function that reads, and what it is given besides the library."""

WRITING = {
    "keep_annotations", "set_aside", "put_annotations", "remove_annotations", "exchange_annotations",
    "write_annotation", "take_in", "complete_releases", "put_correction", "remove_correction", "index_entries",
    "remove_entries", "begin_index", "put_release", "put_first_release", "insert_release", "remove_release",
    "insert_paragraphs", "take_out", "put_back", "migrate",
}  # fmt: skip


def with_document(release: Release) -> Release:
    """The release with a document of more paragraphs than are read at a time."""
    paragraphs = tuple(Paragraph(text=f"第{number}段") for number in range(1, 121))
    source = Source(paragraph_count=120, fingerprint="0" * 64, paragraphs=paragraphs)
    return dataclasses.replace(release, source=source)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with some releases."""
    path = tmp_path_factory.mktemp("filled") / "library.sqlite"
    with closing(Library(path)) as library:
        for release in (with_document(sample_release()), *Generator().releases(100)):
            releases.put_release(library, release)
    return path


@pytest.fixture
def library(filled: Path, library_path: Path) -> Iterator[Library]:
    shutil.copy(filled, library_path)
    with closing(Library(library_path)) as library:
        yield library


def is_reading() -> bool:
    """Whether any connection of this process holds a snapshot."""
    return any(connection.txn_state() != apsw.SQLITE_TXN_NONE for connection in apsw.connections())


@pytest.mark.parametrize(("read", "given"), READINGS, ids=lambda value: getattr(value, "__name__", ""))
def test_reading_ends_with_the_answer_and_with_an_answer_that_is_taken_in_part(
    library: Library, read: Callable[..., object], given: tuple[object, ...]
) -> None:
    answer = read(library, *given)
    assert not is_reading()
    if isinstance(answer, Iterator):
        next(answer, None)  # and no more of it is wanted, but it is still held
        assert not is_reading()


def test_every_public_function_of_the_library_is_known_to_read_or_to_write() -> None:
    known = WRITING | {read.__name__ for read, _given in READINGS}
    names = (f"viewer.library.{part.name}" for part in pkgutil.iter_modules(viewer.library.__path__))
    functions = {
        name
        for module in map(importlib.import_module, names)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__annotations__.get("library") == "Library"
    }
    assert functions == known


def test_the_parts_of_a_document_that_are_read_as_they_are_needed_hold_none(library: Library) -> None:
    page = pages.read_page(library, "lakeside-2023")
    assert next(held := iter(page.paragraphs)) == 1
    assert not is_reading()
    assert next(held) == 2


def test_none_is_held_between_two_steps_of_making_the_index(library: Library) -> None:
    for _progress in index.rebuild_index(library, anew=True):
        assert not is_reading()


def test_a_query_that_is_given_up_holds_none_while_its_error_is_still_looked_at(library: Library) -> None:
    with library.interruptible(lambda: True), pytest.raises(QueryInterruptedError) as caught:
        search.search(library, parse_query("数值:>0"), 1000)
    assert caught.tb is not None
    assert not is_reading()


def test_none_is_held_by_any_of_many_readings_that_nobody_waits_for_when_they_end(library: Library) -> None:
    awaited = False
    with library.interruptible(lambda: not awaited):
        for _reading in range(2000):
            awaited = True
            with suppress(QueryInterruptedError), library.snapshot():
                library.rows("SELECT 1 FROM entry LIMIT 1")
                awaited = False
            assert not is_reading()


def test_what_goes_wrong_while_something_is_read_holds_none(library: Library) -> None:
    def fails(_api: apsw.FTS5ExtensionApi) -> int:
        raise ZeroDivisionError

    ranked = "SELECT rank_entry(entry_text) FROM entry_text WHERE entry_text MATCH ?"
    with pytest.raises(ZeroDivisionError) as caught:
        library.ranked_rows(fails, ranked, (express(Words("民警")).text,))
    assert caught.tb is not None
    assert not is_reading()
    with pytest.raises(ReleaseViewerError) as nowhere:
        pages.read_page(library, "nowhere")
    assert nowhere.tb is not None
    assert not is_reading()


def test_the_log_can_be_emptied_after_all_that_a_window_reads(library: Library) -> None:
    with closing(Library(library.path)) as window:
        held = [read(window, *given) for read, given in READINGS]
        for answer in held:
            if isinstance(answer, Iterator):
                next(answer, None)
        assert library.rows("PRAGMA wal_checkpoint(TRUNCATE)") == [(0, 0, 0)]

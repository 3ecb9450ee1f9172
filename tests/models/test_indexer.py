from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from viewer.library.index import is_indexed
from viewer.library.library import Library
from viewer.library.space import has_space_to_give
from viewer.models.indexer import Indexer
from viewer.release.errors import Problem


@pytest.fixture
def indexer(nothing_left_behind: None, library: Library) -> Iterator[Indexer]:
    made = Indexer(library.path)
    yield made
    made.close()


def test_a_missing_index_is_made_and_its_progress_told(qtbot: QtBot, library: Library, indexer: Indexer) -> None:
    library.rows("DROP TABLE indexing")
    progress: list[tuple[int, int]] = []
    indexer.progressed.connect(lambda done, total: progress.append((done, total)))
    with qtbot.waitSignal(indexer.finished):
        indexer.start()
    assert (progress[0], progress[-1]) == ((0, 18), (18, 18))
    assert is_indexed(library)


def test_space_that_nothing_needs_is_given_back(qtbot: QtBot, library: Library, indexer: Indexer) -> None:
    library.rows("CREATE TABLE large (content)")
    library.rows("INSERT INTO large VALUES (zeroblob(20000000))")
    library.rows("DROP TABLE large")
    assert has_space_to_give(library)
    with qtbot.waitSignal(indexer.finished):
        indexer.start()
    assert not has_space_to_give(library)


def test_a_library_that_cannot_be_opened_is_told(qtbot: QtBot, nothing_left_behind: None, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("买菜", encoding="utf-8")
    indexer = Indexer(path)
    with qtbot.waitSignal(indexer.failed) as failed:
        indexer.start()
    assert failed.args[0].problem is Problem.NOT_A_LIBRARY
    indexer.close()


def test_closing_one_that_never_started_is_harmless(library: Library) -> None:
    Indexer(library.path).close()

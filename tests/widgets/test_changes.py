from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.library.corrections import put_correction, read_corrections, remove_correction
from viewer.library.library import Library
from viewer.models.job_runner import JobRunner
from viewer.override import own_override
from viewer.release.comparison import pair_of
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.widgets.changes import Change, Changes
from viewer.widgets.job_bar import JobBar
from viewer.widgets.job_session import JobSession


class Match(Change):
    """Says that the figures under two labels count the same."""

    def __init__(self, label: str, *, is_long: bool = False) -> None:
        super().__init__(f"match {label}", is_long=is_long)
        self._pair = pair_of("人", label, "其他")

    @own_override
    def do(self, library: Library) -> None:
        with library.transaction():
            put_correction(library, self._pair, same=True)

    @own_override
    def undo(self, library: Library) -> None:
        with library.transaction():
            remove_correction(library, self._pair)


class Mistake(Change):
    """A change with a bug in it."""

    @own_override
    def do(self, library: Library) -> None:
        raise KeyError

    @own_override
    def undo(self, library: Library) -> None:
        raise KeyError


def matched(library: Library) -> set[str]:
    return {label for _unit, *labels in read_corrections(library) for label in labels if label != "其他"}


@pytest.fixture
def window(nothing_left_behind: None, qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    yield window
    for runner in window.findChildren(JobRunner):
        runner.close()


@pytest.fixture
def changes(library: Library, window: QWidget) -> Changes:
    jobs = JobSession(JobBar(window), window)
    return Changes(library, lambda: jobs, window)


@pytest.mark.parametrize("is_long", [False, True])
def test_what_is_done_is_undone_from_the_last_and_done_again_from_the_first(
    qtbot: QtBot, library: Library, changes: Changes, is_long: bool
) -> None:
    for label in ("甲", "乙", "丙"):
        changes.make(Match(label, is_long=is_long))
    changes.undo()
    changes.undo()
    qtbot.waitUntil(lambda: (changes.undo_text, changes.redo_text) == ("Undo: match 甲", "Redo: match 乙"))
    assert matched(library) == {"甲"}
    changes.redo()
    qtbot.waitUntil(lambda: changes.undo_text == "Undo: match 乙")
    assert matched(library) == {"甲", "乙"}


def test_what_is_asked_while_a_long_change_goes_on_comes_after_it(
    qtbot: QtBot, library: Library, changes: Changes
) -> None:
    said: list[str] = []
    changes.done.connect(lambda change: said.append(change.name))
    changes.undone.connect(lambda change: said.append(f"not {change.name}"))
    changes.make(Match("甲", is_long=True))
    changes.make(Match("乙"))
    changes.undo()
    changes.undo()
    changes.redo()
    qtbot.waitUntil(lambda: len(said) == 5)
    assert said == ["match 甲", "match 乙", "not match 乙", "not match 甲", "match 甲"]
    assert matched(library) == {"甲"}


def test_what_was_undone_is_forgotten_after_another_change(library: Library, changes: Changes) -> None:
    changes.make(Match("甲"))
    changes.undo()
    changes.make(Match("乙"))
    changes.redo()
    assert (changes.redo_text, matched(library)) == ("", {"乙"})


def test_with_nothing_to_undo_nothing_happens(qtbot: QtBot, library: Library, changes: Changes) -> None:
    with qtbot.assertNotEmitted(changes.moved), qtbot.assertNotEmitted(changes.failed):
        changes.undo()
        changes.redo()
    assert (changes.undo_text, changes.redo_text) == ("", "")
    changes.make(Match("甲"))
    assert matched(library) == {"甲"}


@pytest.mark.parametrize("is_long", [False, True])
def test_a_change_that_fails_can_be_tried_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, library_path: Path, window: QWidget, is_long: bool
) -> None:
    monkeypatch.setattr("viewer.library.library.BUSY_SECONDS", 0.0)
    library, other = Library(library_path), Library(library_path)
    jobs = JobSession(JobBar(window), window)
    changes = Changes(library, lambda: jobs, window)
    with qtbot.waitSignal(changes.done):
        changes.make(Match("甲", is_long=is_long))
    with other.transaction():
        for ask in (changes.undo, lambda: changes.make(Match("乙", is_long=is_long))):
            with qtbot.waitSignal(changes.failed) as failed:
                ask()
            assert failed.args is not None
            assert isinstance(failed.args[0], ReleaseViewerError)
            assert failed.args[0].problem is Problem.LIBRARY_LOCKED
            assert (changes.undo_text, changes.redo_text) == ("Undo: match 甲", "")
    with qtbot.waitSignal(changes.undone):
        changes.undo()
    assert matched(library) == set()
    other.close()
    library.close()


def test_after_a_mistake_of_ours_one_goes_on(qtbot: QtBot, library: Library, changes: Changes) -> None:
    with qtbot.waitSignal(changes.failed) as failed:
        changes.make(Mistake("mistake"))
    assert failed.args is not None
    assert isinstance(failed.args[0], KeyError)
    changes.make(Match("甲"))
    assert (changes.undo_text, matched(library)) == ("Undo: match 甲", {"甲"})

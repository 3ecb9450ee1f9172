from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.library.library import Library
from viewer.library.releases import put_release, release_ids
from viewer.library.schema import VERSION
from viewer.models import library_watcher
from viewer.models.library_watcher import LibraryWatcher
from viewer.opening import open_library
from viewer.release.errors import Problem


@pytest.fixture
def other(library: Library) -> Iterator[Library]:
    """The library as another program has it open."""
    opened = Library(library.path)
    yield opened
    opened.close()


@pytest.fixture
def watcher(qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[LibraryWatcher]:
    monkeypatch.setattr(library_watcher, "_DELAYS", (10, 10))
    monkeypatch.setattr(library_watcher, "_REST", 0.05)
    parent = QObject()
    made = LibraryWatcher(library, parent)
    yield made
    made.close()


def rest(qtbot: QtBot, watcher: LibraryWatcher) -> None:
    """Wait until the watcher has seen what there is to see."""
    (timer,) = [timer for timer in watcher.findChildren(QTimer) if timer.isSingleShot()]
    qtbot.waitUntil(timer.isActive)
    qtbot.waitUntil(lambda: not timer.isActive())


def test_what_another_has_changed_is_told(qtbot: QtBot, other: Library, watcher: LibraryWatcher) -> None:
    with qtbot.waitSignal(watcher.changed):
        put_release(other, sample_release())


def test_what_one_has_changed_oneself_is_not_told(
    qtbot: QtBot, library: Library, other: Library, watcher: LibraryWatcher
) -> None:
    with qtbot.assertNotEmitted(watcher.changed):
        put_release(library, sample_release())
        rest(qtbot, watcher)


def test_what_is_about_to_be_shown_is_not_told(qtbot: QtBot, other: Library, watcher: LibraryWatcher) -> None:
    with qtbot.assertNotEmitted(watcher.changed):
        put_release(other, sample_release())
        watcher.take_as_seen()
        rest(qtbot, watcher)


def test_many_changes_are_told_a_few_times_and_the_last_is_among_them(
    qtbot: QtBot, library: Library, other: Library, watcher: LibraryWatcher
) -> None:
    told: list[int] = []
    watcher.changed.connect(lambda: told.append(len(release_ids(library))))
    for number in range(60):
        put_release(other, sample_release(f"r{number}"))
        QApplication.processEvents()
    rest(qtbot, watcher)
    assert told[-1] == 61
    assert len(told) < 30


def test_the_log_may_go_and_come_again(qtbot: QtBot, library: Library, watcher: LibraryWatcher) -> None:
    log = Path(f"{library.path}-wal")
    log.rename(log.with_suffix(".away"))
    log.with_suffix(".away").rename(log)
    other = Library(library.path)
    with qtbot.waitSignal(watcher.changed):
        put_release(other, sample_release())
    other.close()


def test_where_nothing_can_be_watched_it_is_looked_at_from_time_to_time(
    qtbot: QtBot, library: Library, other: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Blind(QFileSystemWatcher):
        def addPath(self, path: str) -> bool:
            return False

    monkeypatch.setattr(library_watcher, "QFileSystemWatcher", Blind)
    monkeypatch.setattr(library_watcher, "_POLL", 20)
    parent = QObject()
    watcher = LibraryWatcher(library, parent)
    with qtbot.waitSignal(watcher.changed):
        put_release(other, sample_release())
    watcher.close()


def removed(path: Path) -> None:
    path.rename(path.with_name("elsewhere.sqlite"))


def replaced(path: Path) -> None:
    new = path.with_name("new.sqlite")
    open_library(new).close()
    new.replace(path)


def newer(path: Path) -> None:
    library = Library(path)
    library.rows(f"PRAGMA user_version = {VERSION + 1}")
    library.close()


@pytest.mark.parametrize("spoil", [removed, replaced, newer])
def test_a_library_that_is_not_there_any_more_is_told_once(
    qtbot: QtBot, library: Library, watcher: LibraryWatcher, spoil: object
) -> None:
    assert callable(spoil)
    with qtbot.waitSignal(watcher.replaced) as told:
        spoil(library.path)
    assert told.args is not None
    assert told.args[0].problem is Problem.LIBRARY_REPLACED
    assert not any(timer.isActive() for timer in watcher.findChildren(QTimer)), "it looks no more"

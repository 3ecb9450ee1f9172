from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from people import CONTROL, press, trigger, type_text, view_of
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import getCppPointer, wrapInstance

from viewer.address import address_of
from viewer.app import Program
from viewer.folders import settings_folder
from viewer.library.browse import BrowseWay
from viewer.widgets.main_window import MainWindow
from viewer.widgets.session import Session
from viewer.widgets.settings import Settings

PAGE = "xuzhou-2024/liu-tao"


def kept(program: Program) -> Session:
    """What the next start would find."""
    return Settings(program.settings.preferences_path.parent).session


def search(window: MainWindow) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text("反诈")


def unfold_the_second_release_part(window: MainWindow) -> None:
    view = view_of(window)
    view.collapse(view.model().index(0, 0))


@pytest.mark.parametrize(
    ("change", "is_kept"),
    [
        (lambda window: window.navigator.go_to(PAGE), lambda session: session.tabs[0].ids[-1] == PAGE),
        (lambda window: trigger(window, "new-tab"), lambda session: (len(session.tabs), session.front) == (2, 1)),
        (search, lambda session: session.query == "反诈"),
        (lambda window: trigger(window, "way-unit"), lambda session: session.way is BrowseWay.UNIT),
        (lambda window: trigger(window, "show-sidebar"), lambda session: session.sidebar_hidden),
        (unfold_the_second_release_part, lambda session: session.tree.expanded == ()),
        (lambda window: window.navigator.open_link("help:start"), lambda session: session.tabs[0].title),
    ],
    ids=["page", "tab", "search", "way", "sidebar", "tree", "help"],
)
def test_a_change_is_kept_while_the_window_goes_on(
    qtbot: QtBot,
    program: Program,
    change: Callable[[MainWindow], object],
    is_kept: Callable[[Session], object],
) -> None:
    program.window.keeping()
    change(program.window)
    qtbot.waitUntil(lambda: len(kept(program).tabs) > 0 and bool(is_kept(kept(program))))


def test_the_size_of_the_window_is_kept_while_it_goes_on(qtbot: QtBot, program: Program) -> None:
    program.window.keeping().save()
    program.settings.finish()
    before = kept(program).geometry
    program.window.resize(900, 600)
    qtbot.waitUntil(lambda: kept(program).geometry not in ("", before))


def test_the_desktop_is_not_answered_before_the_session_is_kept(program: Program) -> None:
    program.after_paint.keep_session()
    program.window.navigator.go_to(PAGE)
    desktop = wrapInstance(getCppPointer(stand_in := QObject())[0], QSessionManager)  # nobody looks at it
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.commitDataRequest.emit(desktop)
    assert kept(program).tabs[0].ids[-1] == PAGE
    del desktop, stand_in


# a signal that whoever runs the tests ignores, as what runs in the background does, would be ignored by the program too
AS_A_PERSON_STARTS_IT = """
import signal, sys
for ending in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    signal.signal(ending, signal.SIG_DFL)
from viewer.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.once
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs in another way")
@pytest.mark.parametrize("ending", ["SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"])
def test_the_session_outlives_the_end_of_the_program(qtbot: QtBot, library_path: Path, ending: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "RELEASE_VIEWER_LIBRARY": str(library_path)}
    running = subprocess.Popen([sys.executable, "-c", AS_A_PERSON_STARTS_IT, address_of(PAGE)], env=environment)
    qtbot.waitUntil(lambda: (settings_folder() / "session.json").exists())
    running.send_signal(signal.Signals[ending])
    qtbot.waitUntil(lambda: running.poll() is not None)
    code = running.returncode
    assert Settings(settings_folder()).session.tabs[0].ids[-1] == PAGE
    if ending == "SIGKILL":
        assert code == -signal.SIGKILL
    else:  # closed as a person would: SQLite takes its files away
        assert code == 0
        assert [path.name for path in library_path.parent.glob("library*")] == ["library.sqlite"]

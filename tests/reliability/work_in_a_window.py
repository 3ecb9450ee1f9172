"""What a person does in the window of the program, change by change; it is drawn into memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "default.warning=false"

from kinds_of_work import LIBRARY, Work, opened
from people import part_of, press, select, trigger, type_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from samples import OUTPOST, PASSAGE
from waiting import wait_until

from viewer.app import Program
from viewer.running import make_application
from viewer.settings_file import SettingsFile
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.main_window import MainWindow
from viewer.widgets.session import read_session, session_values
from viewer.widgets.settings import Settings

_SAVINGS = 12


def _prepare(folder: Path) -> None:
    with opened(folder):
        pass
    _save(folder)


def _save(folder: Path) -> None:
    """Settings that have been there before."""
    settings = Settings(folder / "settings")
    settings.session.welcomed = True  # as on all starts but the first
    settings.save_session()
    settings.choose(restores=False)
    settings.finish()


def _choose(folder: Path) -> Iterator[None]:
    settings = Settings(folder / "settings")
    failed: list[Exception] = []
    settings.failed.connect(failed.append, Qt.ConnectionType.DirectConnection)
    for number in range(_SAVINGS):
        settings.choose_text(points=12.0 + number)
        settings.finish()
        if failed:
            raise failed[0]
        yield


def _keep_sessions(folder: Path) -> Iterator[None]:
    """As `Settings.save_session` does, which only logs where that fails."""
    file = SettingsFile(folder / "settings" / "session.json")
    session = read_session(file)
    for number in range(_SAVINGS):
        session.remember_query(f"查询{number}" * 500)
        file.write(session_values(session))
        yield


def _use(folder: Path) -> Iterator[None]:
    """Star, highlight, write a note, choose a theme, remove the release and bring it back, close."""
    application = make_application(["release-viewer"])
    program = Program(folder / LIBRARY, Settings(folder / "settings"))
    window = program.window
    window.show()
    window.complete()
    window.activateWindow()
    wait_until(window.isActiveWindow)
    window.navigator.go_to(OUTPOST)
    for act in (_star, _highlight, _note, _theme, _remove, _undo, _undo):
        act(window)
        application.processEvents()
        program.settings.finish()
        yield
    window.close()
    program.settings.finish()  # else what looks at the folder now meets a file on its way
    yield
    program.close()


def _star(window: MainWindow) -> None:
    trigger(window, "star")


def _highlight(window: MainWindow) -> None:
    page = part_of(window, DetailPane)
    select(page, PASSAGE)
    trigger(window, "highlight")


def _note(window: MainWindow) -> None:
    trigger(window, "note")
    wait_until(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    type_text("问统计口径")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.activateWindow()
    wait_until(window.isActiveWindow)


def _theme(window: MainWindow) -> None:
    trigger(window, "theme-dark")


def _remove(window: MainWindow) -> None:
    trigger(window, "remove-release")


def _undo(window: MainWindow) -> None:
    trigger(window, "undo")


PREFERENCES = Work("preferences", _prepare, _choose)
SESSION = Work("session", _prepare, _keep_sessions)
WINDOW = Work("marks, removal and settings in a window", _prepare, _use)

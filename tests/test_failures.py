"""Errors that nothing caught, in a window that goes on."""

from __future__ import annotations

import gc
import sys
import threading
from pathlib import Path

import pytest
from people import clipboard, part_of, rows, shown_message_of, start, view_of
from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from viewer.app import Program
from viewer.failures import Failures
from viewer.folders import log_folder
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.widgets.message_bar import MessageBar
from viewer.widgets.settings import Settings
from viewer.widgets.sidebar import Sidebar

pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch, program: Program) -> Program:
    """A program that takes whatever nothing else catches, as it does when it runs on its own."""
    for module, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))  # to be as it was afterwards
    program.failures.watch()
    return program


def entries() -> list[str]:
    """The entries in the log."""
    text = "".join(file.read_text(encoding="utf-8") for file in log_folder().glob("errors-*"))
    return text.split(" Release Viewer ")[1:]


def fail() -> None:
    raise KeyError("县局")


def put_away(bar: MessageBar) -> None:
    button = part_of(bar, QToolButton)
    button.click()


def test_an_error_in_a_timer_is_one_bar_and_one_entry_and_a_search_finds(qtbot: QtBot, watched: Program) -> None:
    QTimer.singleShot(0, fail)
    bar = shown_message_of(qtbot, watched.window)
    assert "KeyError" in bar.message
    assert len(entries()) == 1
    watched.window.commands.search.search_for("走失")
    qtbot.waitUntil(lambda: rows(view_of(watched.window)) == ["走失人员查找中心升级"])


def test_many_errors_are_one_bar_that_says_how_many(qtbot: QtBot, watched: Program) -> None:
    for _number in range(3):
        QTimer.singleShot(0, fail)
    bar = shown_message_of(qtbot, watched.window)
    qtbot.waitUntil(lambda: "3" in bar.message)
    assert len(watched.window.findChildren(MessageBar)) == 1
    assert len(entries()) == 3
    put_away(bar)
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(bar.isVisible)
    assert "3" not in bar.message
    assert "4" not in bar.message


def test_what_is_copied_is_the_trace_and_the_versions_and_no_text(qtbot: QtBot, watched: Program) -> None:
    QTimer.singleShot(0, fail)
    buttons = shown_message_of(qtbot, watched.window).findChildren(QPushButton)
    next(button for button in buttons if button.text() == "复制详情").click()
    assert clipboard().startswith("Release Viewer ")
    assert 'test_failures.py", line' in clipboard()
    assert "县局" not in clipboard() + entries()[0]


def test_nothing_that_an_error_left_behind_lives_on(qtbot: QtBot, watched: Program) -> None:
    def block_and_fail() -> None:
        _blocker = QSignalBlocker(watched.window)
        fail()

    QTimer.singleShot(0, block_and_fail)
    shown_message_of(qtbot, watched.window)
    assert not watched.window.signalsBlocked()


def test_an_error_in_another_thread_is_said(qtbot: QtBot, watched: Program) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "KeyError" in shown_message_of(qtbot, watched.window).message


def test_an_error_that_python_can_only_print_is_said(qtbot: QtBot, watched: Program) -> None:
    class Fragile:
        def __del__(self) -> None:
            fail()

    Fragile()
    gc.collect()
    assert "KeyError" in shown_message_of(qtbot, watched.window).message


@pytest.mark.qt_log_ignore("Painter ended with")
def test_an_error_at_every_repaint_is_said_and_written_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, watched: Program
) -> None:
    painted: list[int] = []

    def draw(*_arguments: object) -> None:
        painted.append(1)
        fail()

    monkeypatch.setattr("viewer.widgets.hit_delegate._draw_text", draw)
    watched.window.commands.search.search_for("县")
    bar = shown_message_of(qtbot, watched.window)
    assert bar.message.startswith("程序内部出错（KeyError）")
    put_away(bar)
    before = len(painted)
    view_of(watched.window).viewport().update()
    qtbot.waitUntil(lambda: len(painted) >= before + 3)
    assert not bar.isVisible()
    assert len(entries()) == 1


def test_what_the_user_can_mend_is_said_and_not_written_down(qtbot: QtBot, watched: Program) -> None:
    watched.failures.take(ReleaseViewerError(Problem.FILE_EMPTY, "town.txt"))
    assert "town.txt" in shown_message_of(qtbot, watched.window).message
    assert entries() == []


def test_an_error_before_the_window_is_there_is_said_by_it(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, settings: Settings
) -> None:
    failures = Failures()
    failures.attempt(fail)
    program = Program(library_path, settings, failures)
    program.window.show()
    assert "KeyError" in shown_message_of(qtbot, program.window).message
    program.window.close()
    program.close()


@pytest.mark.parametrize("broken", ["viewer.opened_window.open_library", "viewer.widgets.navigator.Navigator.restore"])
def test_a_bug_at_the_start_is_said_by_the_window_that_opens_all_the_same(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    nothing_left_behind: None,
    library_path: Path,
    settings: Settings,
    broken: str,
) -> None:
    monkeypatch.setattr(broken, lambda *_arguments, **_named: fail())
    with start(qtbot, library_path, settings) as program:
        assert "KeyError" in shown_message_of(qtbot, program.window).message


def test_a_bar_that_cannot_be_shown_is_not_tried_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, watched: Program
) -> None:
    tried: list[int] = []

    def show_error(*_arguments: object) -> None:
        tried.append(1)
        fail()

    monkeypatch.setattr(watched.window, "show_error", show_error)
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(entries()) == 2)
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(entries()) == 3)
    assert tried == [1]


def test_a_window_whose_state_cannot_be_told_closes_and_keeps_the_rest_of_the_session(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, watched: Program, tmp_path: Path
) -> None:
    watched.settings.session.remember_query("反诈")
    monkeypatch.setattr(Sidebar, "tree_state", lambda _sidebar: fail())
    QTimer.singleShot(0, watched.window, watched.window.close)
    qtbot.waitUntil(watched.window.isHidden)
    watched.settings.finish()
    assert Settings(tmp_path / "settings").session.recent_queries == ("反诈",)
    assert len(entries()) == 1

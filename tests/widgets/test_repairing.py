"""A damaged library in the window: what is said, and the button that repairs it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import apsw
import pytest
from people import message_bar_of, rows, shown_message_of, start, view_of
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.app import Program
from viewer.failures import Failures
from viewer.garbage import GarbageCollector
from viewer.library.library import Library
from viewer.library.records import PAGE
from viewer.library.releases import put_release, release_ids
from viewer.opening import open_library
from viewer.running import OPEN_AGAIN, run_window
from viewer.widgets.main_window import MainWindow
from viewer.widgets.message_bar import MessageBar
from viewer.widgets.repair_dialog import RepairDialog
from viewer.widgets.settings import Settings


@pytest.fixture
def damaged_path(library_path: Path) -> Path:
    """The path of a library of which an index is damaged that is not needed to show it."""
    with closing(open_library(library_path)) as library:
        put_release(library, sample_release())
    with closing(apsw.Connection(str(library_path))) as connection:
        pages = connection.execute("SELECT pageno FROM dbstat WHERE name = 'release_by_fingerprint'").fetchall()
    content = bytearray(library_path.read_bytes())
    for (page,) in pages:
        assert isinstance(page, int)
        content[(page - 1) * PAGE : page * PAGE] = os.urandom(PAGE)
    library_path.write_bytes(content)
    return library_path


@pytest.fixture
def damaged_program(
    nothing_left_behind: None, qtbot: QtBot, damaged_path: Path, settings: Settings
) -> Iterator[Program]:
    with start(qtbot, damaged_path, settings) as program:
        yield program


def button(parent: QWidget, text: str) -> QPushButton:
    """The button of this text that can be seen."""
    return next(part for part in parent.findChildren(QPushButton) if part.isVisible() and part.text() == text)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def dialog_over(program: Program) -> RepairDialog:
    box = QApplication.activeModalWidget()
    assert isinstance(box, RepairDialog)
    return box


def test_a_start_finds_damage_that_nothing_has_come_upon_yet(qtbot: QtBot, damaged_program: Program) -> None:
    window = damaged_program.window
    assert window.findChild(MessageBar) is None
    damaged_program.repairs.look()
    assert "--repair" in shown_message_of(qtbot, window).message
    assert button(message_bar_of(window), "修复…")


def test_two_clicks_repair_the_library_and_a_third_opens_it(
    qtbot: QtBot, damaged_program: Program, damaged_path: Path
) -> None:
    window = damaged_program.window
    damaged = damaged_path.read_bytes()
    damaged_program.repairs.look()
    assert "--repair" in shown_message_of(qtbot, window).message
    click(button(message_bar_of(window), "修复…"))
    box = dialog_over(damaged_program)
    assert str(damaged_path.parent / "backups") in "".join(label.text() for label in box.findChildren(QLabel))
    click(button(box, "修复"))
    qtbot.waitUntil(lambda: "通稿 2 份" in message_bar_of(window).message)
    with qtbot.waitSignal(damaged_program.repairs.open_again_requested):
        click(button(message_bar_of(window), "打开"))
    (aside,) = (damaged_path.parent / "backups").iterdir()
    assert aside.read_bytes() == damaged
    with closing(Library(damaged_path)) as library:
        assert release_ids(library) == ["xuzhou-2024", "lakeside-2023"]
        put_release(library, sample_release())


def test_what_is_not_confirmed_is_not_done(qtbot: QtBot, damaged_program: Program, damaged_path: Path) -> None:
    window = damaged_program.window
    damaged = damaged_path.read_bytes()
    damaged_program.repairs.look()
    assert "--repair" in shown_message_of(qtbot, window).message
    click(button(message_bar_of(window), "修复…"))
    QTest.keyClick(dialog_over(damaged_program), Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert damaged_path.read_bytes() == damaged
    assert not (damaged_path.parent / "backups").exists()


@pytest.mark.parametrize("spoilt", [slice(0, 100), slice(0, PAGE), slice(PAGE, None)])
def test_a_window_opens_over_the_shipped_release_where_the_library_is_too_damaged_to_be_shown(
    qtbot: QtBot, nothing_left_behind: None, damaged_path: Path, settings: Settings, spoilt: slice
) -> None:
    content = bytearray(damaged_path.read_bytes())
    content[spoilt] = bytes(len(content[spoilt]))
    damaged_path.write_bytes(content)
    with start(qtbot, damaged_path, settings) as program:
        assert rows(view_of(program.window))[0] == "徐州公安 2024 年度成果"
        assert button(message_bar_of(program.window), "修复…")
    assert damaged_path.read_bytes() == content


def test_a_library_of_which_no_row_can_be_read_is_not_shown_as_empty(
    qtbot: QtBot, nothing_left_behind: None, damaged_path: Path, settings: Settings
) -> None:
    content = bytearray(damaged_path.read_bytes())
    content[2 * PAGE : 5 * PAGE] = Random(1).randbytes(3 * PAGE)
    damaged_path.write_bytes(content)
    with qtbot.capture_exceptions(), start(qtbot, damaged_path, settings) as program:
        assert rows(view_of(program.window))[0] == "徐州公安 2024 年度成果"
        assert button(message_bar_of(program.window), "修复…")


def test_a_bug_that_damage_explains_is_said_to_be_damage(qtbot: QtBot, damaged_program: Program) -> None:
    damaged_program.failures.happened.emit(KeyError("inner"))
    qtbot.waitUntil(lambda: "--repair" in message_bar_of(damaged_program.window).message)


def test_a_damaged_index_is_made_anew_with_a_click(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, settings: Settings
) -> None:
    open_library(library_path).close()
    with closing(apsw.Connection(str(library_path))) as connection:
        connection.execute("UPDATE entry_text_data SET block = zeroblob(length(block)) WHERE id > 10")
    with start(qtbot, library_path, settings) as program:
        window = program.window
        with qtbot.capture_exceptions() as unexpected:
            window.commands.search.search_for("县")
            qtbot.waitUntil(lambda: bool(unexpected))
        program.failures.happened.emit(unexpected[0][1])  # as the program itself does with what nothing has caught
        assert "--rebuild" in shown_message_of(qtbot, window).message
        click(button(message_bar_of(window), "重建索引"))
        qtbot.waitUntil(lambda: len(rows(view_of(window))) == 3)


def test_the_window_opens_again_with_what_was_saved(
    qtbot: QtBot,
    qapp: QApplication,
    nothing_left_behind: None,
    damaged_path: Path,
    settings: Settings,
) -> None:
    failures = Failures()
    wanted = iter(("修复…", "修复", "打开"))
    text = next(wanted)

    def click_what_is_wanted() -> None:
        nonlocal text
        for part in QApplication.allWidgets():
            if isinstance(part, QPushButton) and part.isVisible() and part.text() == text:
                text = next(wanted, "")
                click(part)
                return

    clicks = QTimer(interval=20)
    clicks.timeout.connect(click_what_is_wanted)
    clicks.start()
    assert run_window(qapp, damaged_path, [], failures) == OPEN_AGAIN
    clicks.stop()
    shown: list[list[str]] = []

    def look_and_close() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                shown.append(rows(view_of(window)))
                window.close()

    closes = QTimer(interval=20)
    closes.timeout.connect(look_and_close)
    closes.start()
    assert run_window(qapp, damaged_path, [], failures) == 0
    closes.stop()
    failures.close()
    assert "湖滨镇年度通报" in shown[0]
    assert len(qapp.findChildren(GarbageCollector)) == 1, "both windows share it"

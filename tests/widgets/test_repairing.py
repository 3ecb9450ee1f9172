"""A damaged library in the window: what is said, and the button that repairs it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw
from people import button, message_bar_of, rows, shown_message_of, start, view_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.app import Program
from viewer.library.library import Library
from viewer.library.releases import put_release, release_ids
from viewer.opening import open_library
from viewer.widgets.repair_dialog import RepairDialog
from viewer.widgets.settings import Settings


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def dialog_over(program: Program) -> RepairDialog:
    box = QApplication.activeModalWidget()
    assert isinstance(box, RepairDialog)
    return box


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

"""Going to pages and taking commands by a part of their names, in the whole window."""

from __future__ import annotations

from people import CONTROL, page_of, part_of, press, search_bar_of, type_text, view_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QTabBar
from pytestqt.qtbot import QtBot
from samples import OUTPOST_TITLE

from viewer.widgets.go_to import GoTo
from viewer.widgets.main_window import MainWindow


def first_row(window: MainWindow) -> str:
    go_to = window.findChild(GoTo)
    view = go_to.findChild(QListView) if go_to else None
    return str(view.model().index(0, 0).data()) if view else ""


def go_to(qtbot: QtBot, window: MainWindow, typed: str, first: str) -> None:
    press(Qt.Key.Key_P, CONTROL)
    type_text(typed)
    qtbot.waitUntil(lambda: first_row(window) == first)


def test_a_page_is_gone_to_by_the_initials_of_its_name(qtbot: QtBot, window: MainWindow) -> None:
    go_to(qtbot, window, "fxgaj", "丰县公安局")
    press(Qt.Key.Key_Return)
    assert page_of(window).toPlainText().startswith("单位\n丰县公安局")
    assert view_of(window).hasFocus(), "the focus is where it was"


def test_a_page_opens_in_a_new_tab_with_control(qtbot: QtBot, window: MainWindow) -> None:
    before = page_of(window).toPlainText()
    go_to(qtbot, window, "拖游", "刘涛：带伤拖游救起落水者")
    press(Qt.Key.Key_Return, CONTROL)
    bar = part_of(window, QTabBar)
    assert bar.count() == 2
    assert page_of(window).toPlainText() == before


def test_a_command_is_taken_by_a_part_of_its_name(qtbot: QtBot, window: MainWindow) -> None:
    go_to(qtbot, window, ">全屏", "全屏")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(window.isFullScreen)
    press(Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not window.isFullScreen())


def test_escape_leaves_a_search_as_it_is(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text("走失")
    go_to(qtbot, window, "拖游", "刘涛：带伤拖游救起落水者")
    press(Qt.Key.Key_Escape)
    assert search_bar_of(window).text() == "走失"
    assert search_bar_of(window).hasFocus()


def test_the_pages_visited_last_are_offered_before_anything_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: first_row(window) == OUTPOST_TITLE)
    press(Qt.Key.Key_Return)
    assert "1300" in page_of(window).toPlainText()

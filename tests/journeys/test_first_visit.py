from __future__ import annotations

from functools import partial

from people import (
    ALT,
    CONTROL,
    SHIFT,
    click_link,
    click_row,
    clipboard,
    current_row,
    page_of,
    part_of,
    press,
    rows,
    search_bar_of,
    shown_page_of,
    start,
    type_text,
    view_of,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QTreeView
from pytestqt.qtbot import QtBot
from samples import OUTPOST_TITLE

from viewer.app import Program
from viewer.widgets.about_dialog import AboutDialog
from viewer.widgets.main_window import MainWindow


def starts_with(view: QTreeView, title: str) -> bool:
    return rows(view)[:1] == [title]


def test_launch_browse_search_copy_and_about_by_keyboard_alone(qtbot: QtBot, window: MainWindow) -> None:
    view, page = view_of(window), page_of(window)
    assert "徐州公安 2024 年度成果" in rows(view)
    assert current_row(view) == OUTPOST_TITLE
    assert "1300" in page.toPlainText()

    press(Qt.Key.Key_Down)
    assert "协同警务系统" in page.toPlainText()
    tree_before = rows(view)

    press(Qt.Key.Key_K, CONTROL)
    type_text("走失")
    qtbot.waitUntil(lambda: rows(view) == ["走失人员查找中心升级"])
    assert "99.93" in page.toPlainText()
    press(Qt.Key.Key_Return)
    assert page.hasFocus()

    press(Qt.Key.Key_C, CONTROL)
    assert clipboard().startswith("走失人员查找中心升级\n")
    assert "来源：国际在线" in clipboard()
    assert "第 15 段" in clipboard()
    press(Qt.Key.Key_C, CONTROL, SHIFT)
    assert clipboard().startswith("走失人员查找中心升级\n")
    assert "来源" not in clipboard()

    press(Qt.Key.Key_Escape)
    assert search_bar_of(window).text() == ""
    assert rows(view) == tree_before
    assert "99.93" in page.toPlainText(), "what was opened stays open"

    press(Qt.Key.Key_F1, SHIFT)
    about = part_of(window, AboutDialog)
    qtbot.waitUntil(about.isActiveWindow)
    for number in range(1, 6):
        assert f"{number}. " in shown_page_of(about).toPlainText()
    assert "30 日" in shown_page_of(about).toPlainText()
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not about.isVisible())


def test_escape_brings_back_the_tree_and_the_page_where_nothing_was_opened(qtbot: QtBot, window: MainWindow) -> None:
    view, page = view_of(window), page_of(window)
    press(Qt.Key.Key_Down)
    before = (rows(view), current_row(view), page.toPlainText())
    press(Qt.Key.Key_K, CONTROL)
    type_text("县")
    qtbot.waitUntil(lambda: len(rows(view)) == 3)
    first = page.toPlainText()
    press(Qt.Key.Key_Down)
    assert page.toPlainText() != first
    assert search_bar_of(window).hasFocus()
    press(Qt.Key.Key_Up)
    assert page.toPlainText() == first
    press(Qt.Key.Key_Escape)
    assert (rows(view), current_row(view), page.toPlainText()) == before


def test_control_c_in_the_search_bar_copies_the_hit_that_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    view = view_of(window)
    press(Qt.Key.Key_K, CONTROL)
    type_text("汉盾")
    qtbot.waitUntil(lambda: len(rows(view)) == 1)
    press(Qt.Key.Key_C, CONTROL)
    assert "避免损失 3.6亿元" in clipboard()
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard() == "汉盾"


def test_a_selection_is_copied_alone_and_clean(window: MainWindow) -> None:
    page = page_of(window)
    press(Qt.Key.Key_F6)
    assert page.hasFocus()
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_C, CONTROL)
    assert "凤城前哨" in clipboard()
    assert "（摘要，非原文）" not in clipboard()
    assert "\u00a0" not in clipboard()
    assert "\u2029" not in clipboard()
    assert "\ufffc" not in clipboard()


def test_links_browse_and_history_goes_back_and_forth(window: MainWindow) -> None:
    view, page = view_of(window), page_of(window)
    click_link(page, "丰县公安局")
    assert part_of(window, QComboBox).currentText() == "浏览方式：按单位"
    assert current_row(view) == "丰县公安局"
    assert page.toPlainText().startswith("单位\n丰县公安局")
    click_link(page, OUTPOST_TITLE)
    assert "135" in page.toPlainText()
    press(Qt.Key.Key_Left, ALT)
    assert page.toPlainText().startswith("单位\n丰县公安局")
    press(Qt.Key.Key_Right, ALT)
    assert "135" in page.toPlainText()


def test_the_source_line_leads_to_the_notice(window: MainWindow) -> None:
    click_link(page_of(window), "版权声明")
    about = part_of(window, AboutDialog)
    assert "国广国际在线网络(北京)有限公司" in shown_page_of(about).toPlainText()
    assert "MIT" in " ".join(label.text() for label in about.findChildren(QLabel))
    about.close()


def test_every_way_to_browse_is_reached_by_keys_and_leads_to_items(qtbot: QtBot, window: MainWindow) -> None:
    view = view_of(window)
    for key, first in (
        (Qt.Key.Key_2, "基础管控中心"),
        (Qt.Key.Key_3, "徐州"),
        (Qt.Key.Key_4, "“655”工作布局"),
        (Qt.Key.Key_5, "付辉"),
        (Qt.Key.Key_6, "起"),
        (Qt.Key.Key_1, "徐州公安 2024 年度成果"),
    ):
        press(key, CONTROL)
        qtbot.waitUntil(partial(starts_with, view, first))


def test_a_click_opens_a_hit(qtbot: QtBot, window: MainWindow) -> None:
    view = view_of(window)
    press(Qt.Key.Key_K, CONTROL)
    type_text("县")
    qtbot.waitUntil(lambda: len(rows(view)) == 3)
    click_row(view, view.model().index(2, 0))
    opened = page_of(window).toPlainText()
    press(Qt.Key.Key_Escape)
    assert page_of(window).toPlainText() == opened


def test_the_window_comes_back_as_it_was_left(qtbot: QtBot, program: Program) -> None:
    window = program.window
    press(Qt.Key.Key_2, CONTROL)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    left = (rows(view_of(window)), current_row(view_of(window)), page_of(window).toPlainText())
    window.close()
    with start(qtbot, program.library_path, program.settings) as again:
        found = again.window
        assert (rows(view_of(found)), current_row(view_of(found)), page_of(found).toPlainText()) == left

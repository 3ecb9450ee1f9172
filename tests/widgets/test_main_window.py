from __future__ import annotations

import json
from pathlib import Path

import pytest
from people import page_of, press, rows, search_bar_of, shown_message_of, start, trigger, type_text, view_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QPixmap, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QSplitter, QToolButton
from pytestqt.qtbot import QtBot

from viewer.app import Program
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.releases import remove_release
from viewer.opening import open_library
from viewer.release.release_json import write_release
from viewer.widgets.category_bar import CategoryBar
from viewer.widgets.main_window import MainWindow
from viewer.widgets.settings import Settings
from viewer.widgets.theme import DARK, LIGHT, Theme, current_colours

CONTROL = Qt.KeyboardModifier.ControlModifier


def status_of(window: MainWindow) -> str:
    return window.statusBar().findChild(QLabel).text()  # type: ignore[union-attr]


def shown_text(window: MainWindow) -> str:
    """All that the window says in labels, fields and menus."""
    parts = [label.text() for label in window.findChildren(QLabel)]
    parts += [window.findChild(QComboBox).currentText(), search_bar_of(window).placeholderText(), window.windowTitle()]  # type: ignore[union-attr]
    parts += [action.text() for action in window.findChildren(QAction)]
    return "\n".join(parts)


def categories_of(window: MainWindow) -> str:
    """The categories above the hits, as they are read."""
    bar = window.findChild(CategoryBar)
    return " ".join(plain_text(bar.text()).split(" ")) if isinstance(bar, CategoryBar) else ""


def plain_text(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText().replace("\xa0", " ")


def test_the_status_line_counts_items_and_then_hits(qtbot: QtBot, window: MainWindow) -> None:
    assert status_of(window) == "14 条"
    press(Qt.Key.Key_K, CONTROL)
    type_text("县")
    qtbot.waitUntil(lambda: status_of(window).startswith("“县”  ·  第 1 条，共 3 条  ·  "))
    assert status_of(window).endswith(" ms")
    press(Qt.Key.Key_Down)
    assert "第 2 条，共 3 条" in status_of(window)
    press(Qt.Key.Key_Escape)
    assert status_of(window) == "14 条"


def test_the_hits_of_each_category_are_counted(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text("县")
    qtbot.waitUntil(lambda: categories_of(window) == "全部 3   民生实事 2   警务创新 1")


def test_nothing_found_says_so_and_what_to_try(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text("查无此事")
    qtbot.waitUntil(lambda: "没有找到" in shown_text(window))
    assert "查找的是：“查无此事”" in shown_text(window)
    assert "更短的词" in shown_text(window)
    press(Qt.Key.Key_Escape)
    assert view_of(window).isVisible()


def test_deleting_the_query_letter_by_letter_brings_the_tree_back(qtbot: QtBot, window: MainWindow) -> None:
    before = rows(view_of(window))
    press(Qt.Key.Key_K, CONTROL)
    type_text("县")
    qtbot.waitUntil(lambda: len(rows(view_of(window))) == 3)
    press(Qt.Key.Key_Backspace)
    assert rows(view_of(window)) == before
    assert search_bar_of(window).hasFocus()


def test_a_query_of_white_space_is_no_search(qtbot: QtBot, window: MainWindow) -> None:
    before = rows(view_of(window))
    press(Qt.Key.Key_K, CONTROL)
    type_text(" 　")
    QApplication.processEvents()
    assert rows(view_of(window)) == before


def test_the_language_changes_at_once_and_all_of_it(program: Program) -> None:
    window = program.window
    trigger(window, "language-en")
    assert status_of(window) == "14 items"
    assert "Copyright notice" in page_of(window).toPlainText()
    english = shown_text(window).replace("简体中文", "").replace("“凤城前哨”群防群治机制", "")
    assert not [character for character in english if "\u4e00" <= character <= "\u9fff"]
    trigger(window, "language-zh_CN")
    assert status_of(window) == "14 条"
    assert "版权声明" in page_of(window).toPlainText()


def test_the_language_changes_in_the_middle_of_a_search(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text("查无此事")
    qtbot.waitUntil(lambda: "没有找到" in shown_text(window))
    trigger(window, "language-en")
    qtbot.waitUntil(lambda: "Looked for: “查无此事”" in shown_text(window))
    assert status_of(window).startswith("“查无此事”  ·  no hits")
    trigger(window, "language-zh_CN")
    qtbot.waitUntil(lambda: status_of(window).startswith("“查无此事”  ·  没有结果"))


def test_the_dark_theme_reaches_the_page(window: MainWindow) -> None:
    trigger(window, "theme-dark")
    assert current_colours() == DARK
    html = page_of(window).toHtml()
    assert DARK.muted in html
    assert LIGHT.muted not in html
    trigger(window, "theme-light")
    assert DARK.muted not in page_of(window).toHtml()
    trigger(window, "theme-system")


def test_a_window_of_800_pixels_shows_everything_it_has(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(800, 600)
    qtbot.waitUntil(lambda: window.width() == 800)
    assert not page_of(window).horizontalScrollBar().isVisible()
    assert search_bar_of(window).width() > 400
    assert min(window.findChild(QSplitter).sizes()) > 150  # type: ignore[union-attr]


def test_a_release_that_is_opened_is_shown_and_searched(
    qtbot: QtBot, window: MainWindow, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = json.loads(write_release(read_release(library, "xuzhou-2024")))
    content |= {"id": "sample-2025", "title": "样例市年度通报", "date": "2026-01-05"}
    file = tmp_path / "sample.json"
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    press(Qt.Key.Key_O, CONTROL)
    qtbot.waitUntil(lambda: rows(view_of(window))[0] == "样例市年度通报")
    assert page_of(window).toPlainText().startswith("样例市年度通报")
    assert status_of(window) == "28 条  ·  新增 1"


def test_a_broken_file_is_said_in_one_sentence_and_the_window_goes_on(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "broken.json"
    file.write_text('{"format": 1, "id": 3}', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    press(Qt.Key.Key_O, CONTROL)
    bar = shown_message_of(qtbot, window)
    assert status_of(window) == "14 条"
    assert str(file) in bar.message
    assert "id: 应为文字，实为 3" in bar.message
    press(Qt.Key.Key_Down)
    assert "协同警务系统" in page_of(window).toPlainText()


@pytest.mark.parametrize("message", ["很长的路径/" * 60, "很长的链接" * 60, "release-viewer://item/" + "a" * 1900])
def test_a_long_message_keeps_to_the_window_and_can_be_put_away(qtbot: QtBot, window: MainWindow, message: str) -> None:
    width = window.width()
    window.show_error(message)
    bar = shown_message_of(qtbot, window)
    assert bar.isVisible()
    assert bar.minimumSizeHint().width() < width
    assert window.width() == width
    button = bar.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


@pytest.mark.parametrize("typed", ["长" * 300, "x" * 300, "(" * 1000])
def test_a_long_query_keeps_to_the_window_and_what_was_found_is_said(
    qtbot: QtBot, window: MainWindow, typed: str
) -> None:
    window.resize(800, 600)
    press(Qt.Key.Key_K, CONTROL)
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        type_text(typed)
    QApplication.processEvents()
    assert window.width() == 800
    assert f"{typed[:40]}…”  ·  没有结果" in status_of(window)


def test_a_message_stays_readable_when_the_theme_changes(qtbot: QtBot, window: MainWindow) -> None:
    window.show_error("出了点问题")
    trigger(window, "theme-dark")
    bar = shown_message_of(qtbot, window)
    assert bar.palette().window().color() == QColor(DARK.warning)
    assert bar.palette().windowText().color() == QColor(DARK.text)
    trigger(window, "theme-system")


def test_a_message_that_no_font_can_show_is_a_picture(qtbot: QtBot, window: MainWindow) -> None:
    picture = QPixmap(40, 20)
    window.show_picture(picture, "No Chinese font")
    assert shown_message_of(qtbot, window).isVisible()


def test_an_empty_library_says_how_to_fill_it(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, settings: Settings
) -> None:
    library = open_library(library_path)
    remove_release(library, "xuzhou-2024")
    library.close()
    with start(qtbot, library_path, settings) as program:
        assert "Ctrl+O" in page_of(program.window).toPlainText()
        assert status_of(program.window) == "0 条"


def test_the_theme_is_kept_between_starts(qtbot: QtBot, program: Program) -> None:
    trigger(program.window, "theme-dark")
    program.window.close()
    again = Program(program.library_path, program.settings)
    again.window.complete()
    assert current_colours() == DARK
    assert program.settings.preferences.theme is Theme.DARK
    trigger(again.window, "theme-system")
    again.close()

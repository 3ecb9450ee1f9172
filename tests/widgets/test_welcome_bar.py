"""The welcome at the first start: what its links do, and when it goes for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from people import clipboard, page_of, press, search_bar_of, start, trigger, type_text, view_of
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from viewer.app import Program
from viewer.widgets.main_window import MainWindow
from viewer.widgets.preview_dialog import PreviewDialog
from viewer.widgets.settings import Settings
from viewer.widgets.theme import CONTRAST, DARK
from viewer.widgets.welcome_bar import WelcomeBar

BROWSE, SEARCH, COPY, OPEN, HELP = range(5)


@pytest.fixture
def first(nothing_left_behind: None, qtbot: QtBot, library_path: Path, tmp_path: Path) -> Iterator[Program]:
    """The program at its very first start."""
    with start(qtbot, library_path, Settings(tmp_path / "first")) as running:
        yield running


def bar_of(window: MainWindow) -> WelcomeBar | None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return window.findChild(WelcomeBar)


def hints_of(window: MainWindow) -> QLabel:
    bar = bar_of(window)
    assert bar is not None
    label = bar.findChild(QLabel)
    assert isinstance(label, QLabel)
    return label


def text_of(window: MainWindow) -> str:
    document = QTextDocument()
    document.setHtml(hints_of(window).text())
    return document.toPlainText().replace("\xa0", " ")


def follow(window: MainWindow, hint: int) -> None:
    """Go to a hint by Tab, and press Enter on it."""
    page_of(window).setFocus()
    label = hints_of(window)
    label.repaint()  # a label finds the links in a text when it paints it
    label.setFocus(Qt.FocusReason.TabFocusReason)
    for _tab in range(hint + 1):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)


def test_the_first_start_says_in_a_line_what_can_be_done(first: Program) -> None:
    bar = bar_of(first.window)
    assert bar is not None
    assert bar.isVisible()
    assert bar.height() < 80
    for word in ("欢迎使用", "在左侧浏览", "Ctrl+K", "拼音", "Ctrl+C", "来源", "Ctrl+O", "帮助"):
        assert word in text_of(first.window)
    assert view_of(first.window).hasFocus(), "the welcome stands in nobody's way"


def test_each_hint_does_what_it_says(
    qtbot: QtBot, first: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = first.window
    follow(window, SEARCH)
    assert search_bar_of(window).hasFocus()
    follow(window, BROWSE)
    assert view_of(window).hasFocus()
    follow(window, COPY)
    assert "来源：国际在线" in clipboard()
    follow(window, HELP)
    assert page_of(window).toPlainText().startswith("帮助\n")
    assert bar_of(window) is not None, "nothing has been searched or opened yet"

    document = tmp_path / "town.txt"
    document.write_text("湖滨镇夜班船恢复开行\n\n湖滨镇夜班船乘客近1.2万人。", encoding="utf-8")

    def choose(_parent: QWidget, *_: str) -> tuple[list[str], str]:
        return [str(document)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    follow(window, OPEN)
    qtbot.waitUntil(lambda: window.findChild(PreviewDialog) is not None)
    dialog = window.findChild(PreviewDialog)
    assert isinstance(dialog, PreviewDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert bar_of(window) is not None, "it is only looked at yet"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bar_of(window) is None)
    assert first.settings.session.welcomed


def test_tab_comes_to_each_hint_and_goes_on_to_the_button(first: Program) -> None:
    follow(first.window, BROWSE)
    label = hints_of(first.window)
    label.setFocus(Qt.FocusReason.TabFocusReason)
    said = []
    while label.hasFocus():
        press(Qt.Key.Key_Tab)
        said.append(label.selectedText().replace("\xa0", " "))
    assert said[:5] == ["在左侧浏览", "Ctrl+K 搜索，拼音也行", "Ctrl+C 复制并附来源", "Ctrl+O 打开自己的通稿", "帮助"]
    assert isinstance(first.window.focusWidget(), QPushButton)
    name = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
    assert "欢迎使用" in name
    assert "<" not in name


def test_it_goes_for_good_when_it_is_put_away(first: Program, library_path: Path, tmp_path: Path) -> None:
    bar = bar_of(first.window)
    assert bar is not None
    button = bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bar_of(first.window) is None
    first.window.close()
    first.settings.finish()
    again = Program(library_path, Settings(tmp_path / "first"))
    assert bar_of(again.window) is None
    again.close()


def test_it_goes_for_good_with_the_first_search(qtbot: QtBot, first: Program) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert bar_of(first.window) is not None
    with qtbot.waitSignal(first.window.commands.search.searcher.summarised):
        type_text("县")
    assert bar_of(first.window) is None
    assert first.settings.session.welcomed


def test_it_comes_again_until_then(first: Program, library_path: Path, tmp_path: Path) -> None:
    first.window.close()
    first.settings.finish()
    again = Program(library_path, Settings(tmp_path / "first"))
    assert bar_of(again.window) is not None
    again.close()


def test_it_takes_another_language_and_theme_at_once(first: Program) -> None:
    window = first.window
    for language, word in (("en", "Ctrl+K searches, pinyin too"), ("zh_CN", "Ctrl+K 搜索，拼音也行")):
        trigger(window, f"language-{language}")
        QCoreApplication.sendPostedEvents()
        assert word in text_of(window)
    for theme, colours in (("dark", DARK), ("contrast", CONTRAST)):
        trigger(window, f"theme-{theme}")
        QCoreApplication.sendPostedEvents()
        assert colours.accent in hints_of(window).text()
    trigger(window, "theme-system")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_narrow_window_shows_all_of_it(qtbot: QtBot, first: Program, language: str) -> None:
    window = first.window
    trigger(window, f"language-{language}")
    window.resize(800, 600)
    qtbot.waitUntil(lambda: window.width() == 800)
    label = hints_of(window)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))


def test_it_is_not_shown_after_the_first_time(window: MainWindow) -> None:
    assert bar_of(window) is None

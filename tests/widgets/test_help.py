"""The help as pages: what is on them, and where their links lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from people import click_link, clipboard, links_of, page_of, press, search_bar_of, trigger, view_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from viewer.app import Program
from viewer.folders import log_folder, settings_folder, shipped
from viewer.library.library import Library
from viewer.news import read_news
from viewer.release.endings import ENDINGS
from viewer.release.errors import ReleaseViewerError
from viewer.widgets.action import translated
from viewer.widgets.action_names import without_mnemonic
from viewer.widgets.actions import ACTIONS
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.help_html import TOPICS
from viewer.widgets.help_keys import OTHER_KEYS
from viewer.widgets.help_search import FIELD_EXAMPLES
from viewer.widgets.main_window import MainWindow
from viewer.widgets.shown import read_shown
from viewer.widgets.text_html import COMMAND, QUERY
from viewer.widgets.theme import DARK, LIGHT
from viewer.writers.writer import Format

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def go_to(qtbot: QtBot, window: MainWindow, topic: str) -> DetailPane:
    """Show a page of the help, all of it."""
    window.navigator.go_to(topic)
    page = page_of(window)
    document = page.document()
    qtbot.waitUntil(lambda: bool(getattr(document, "complete", False)))
    page.setFocus()
    return page


def cells_of(document: QTextDocument) -> Iterator[list[str]]:
    """The rows of all tables of a page."""
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            for row in range(table.rows()):
                cells = [table.cellAt(row, column) for column in range(table.columns())]
                yield [cell.firstCursorPosition().block().text() for cell in cells]


def test_f1_shows_the_help_in_this_tab_and_alt_left_leads_back(window: MainWindow) -> None:
    page = page_of(window)
    before = page.toPlainText()
    press(Qt.Key.Key_F1)
    assert page.toPlainText().startswith("帮助\n")
    assert window.windowTitle().startswith("帮助 — ")
    assert page.hasFocus()
    press(Qt.Key.Key_Left, ALT)
    assert page.toPlainText() == before


@pytest.mark.parametrize(
    ("action", "title"), [("help-search", "搜索方法"), ("help-keys", "快捷键一览"), ("help-news", "新增内容")]
)
def test_the_help_menu_leads_to_the_topics_that_are_wanted_most(window: MainWindow, action: str, title: str) -> None:
    trigger(window, action)
    assert page_of(window).toPlainText().startswith(f"帮助\n{title}\n")
    press(Qt.Key.Key_Left, ALT)
    assert "凤城前哨" in window.windowTitle()


def test_control_f1_shows_the_keys(window: MainWindow) -> None:
    press(Qt.Key.Key_F1, CONTROL)
    assert "快捷键一览" in window.windowTitle()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_action_stands_among_the_keys_with_all_its_shortcuts(
    qtbot: QtBot, window: MainWindow, language: str
) -> None:
    trigger(window, f"language-{language}")
    rows = dict(cells_of(go_to(qtbot, window, "help:keys").document()))
    for action in ACTIONS:
        keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts]
        names = [without_mnemonic(translated(text)) for text in (action.submenu, action.text) if text]
        name = " › ".join(names)
        assert "&" not in name
        assert rows[name].split(" · ") == (keys or [""])
    trigger(window, "language-zh_CN")


def test_keys_that_are_in_no_menu_stand_there_too_and_qt_knows_them(qtbot: QtBot, window: MainWindow) -> None:
    said = " ".join(f"{row[0]} {row[-1]}" for row in cells_of(go_to(qtbot, window, "help:keys").document()))
    for rows in OTHER_KEYS.values():
        for keys, _meaning in rows:
            for key in keys:
                assert QKeySequence(key).toString() == key
                assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in said


def test_a_mnemonic_is_no_part_of_a_name() -> None:
    assert without_mnemonic("&Open documents…") == "Open documents…"
    assert without_mnemonic("打开文稿(&O)…") == "打开文稿…"


def test_the_page_on_formats_names_every_ending_that_is_read_or_written(qtbot: QtBot, window: MainWindow) -> None:
    text = go_to(qtbot, window, "help:formats").toPlainText()
    for ending in (*ENDINGS, *Format, "png", "svg"):
        assert f".{ending}" in text
    assert str(shipped("data/release.schema.json")) in text
    assert shipped("data/release.schema.json").is_file()


def test_the_page_on_privacy_names_the_real_files(qtbot: QtBot, program: Program) -> None:
    text = go_to(qtbot, program.window, "help:privacy").toPlainText()
    settings = (settings_folder() / "preferences.json", settings_folder() / "session.json")
    for path in (program.library_path, *settings, log_folder()):
        assert str(path) in text
    assert "网络" in text


def test_the_news_are_those_of_the_changelog_in_both_languages(qtbot: QtBot, window: MainWindow) -> None:
    english = read_news(Path("CHANGELOG.md").read_text(encoding="utf-8"))
    chinese = read_news(Path("resources/CHANGELOG.zh_CN.md").read_text(encoding="utf-8"))
    numbers = [[version.name.split()[0] for version in news] for news in (english, chinese)]
    assert numbers[0] == numbers[1]
    lengths = [[list(map(len, version.changes.values())) for version in news] for news in (english, chinese)]
    assert lengths[0] == lengths[1]
    for language, news in (("en", english), ("zh_CN", chinese)):
        trigger(window, f"language-{language}")
        text = go_to(qtbot, window, "help:news").toPlainText()
        assert all(change in text for version in news for changes in version.changes.values() for change in changes)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the file dialogs of the system that came; a person has closed each at once."""
    titles: list[str] = []

    def no_files(_parent: QWidget, title: str, *_: str) -> tuple[list[str], str]:
        titles.append(title)
        return [], ""

    def no_folder(_parent: QWidget, title: str) -> str:
        titles.append(title)
        return ""

    def no_file(_parent: QWidget, title: str, *_: str) -> tuple[str, str]:
        titles.append(title)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", no_files)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", no_folder)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", no_file)
    return titles


def status_of(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.statusBar().findChildren(QLabel))


def state(window: MainWindow, asked: list[str]) -> tuple[object, ...]:
    """What following a link can change."""
    others = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not window]
    focus = QApplication.focusWidget()
    return window.windowTitle(), search_bar_of(window).text(), len(others), status_of(window), focus, len(asked)


def close_others(qtbot: QtBot, window: MainWindow) -> None:
    def others() -> list[QDialog | QMainWindow]:
        widgets = QApplication.topLevelWidgets()
        return [w for w in widgets if isinstance(w, QDialog | QMainWindow) and w is not window and w.isVisible()]

    for other in others():
        other.close()
    qtbot.waitUntil(lambda: not others())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_link_leads_somewhere_by_keyboard_alone(
    qtbot: QtBot, program: Program, asked: list[str], topic: str
) -> None:
    window = program.window
    QApplication.clipboard().clear()
    links = links_of(go_to(qtbot, window, topic).document())
    assert links
    for number, (_address, said) in enumerate(links):
        page = go_to(qtbot, window, topic)
        page.moveCursor(page.textCursor().MoveOperation.Start)
        for _tab in range(number + 1):
            press(Qt.Key.Key_Tab)
        assert page.textCursor().selectedText() == said
        before = state(window, asked)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: state(window, asked) != before)  # noqa: B023  it is called at once
        close_others(qtbot, window)
        search_bar_of(window).empty()


def test_an_example_types_its_query_and_escape_brings_the_help_back(qtbot: QtBot, window: MainWindow) -> None:
    page = go_to(qtbot, window, "help:search")
    text = page.toPlainText()
    for word in ("部门:", "department:", "数值:", "value:", "OR", "三亿六千万"):
        assert word in text
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        click_link(page, "(反诈 OR 走失) 中心")
    assert search_bar_of(window).text() == "(反诈 OR 走失) 中心"
    assert search_bar_of(window).hasFocus()
    assert view_of(window).model().rowCount()
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.toPlainText() == text)


@pytest.mark.parametrize("typed", FIELD_EXAMPLES.values())
def test_every_field_that_is_named_is_understood(qtbot: QtBot, window: MainWindow, typed: str) -> None:
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        click_link(go_to(qtbot, window, "help:search"), typed)
    assert "已略去" not in status_of(window)


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_text_of_the_help_is_in_another_language(
    qtbot: QtBot, window: MainWindow, language: str, topic: str
) -> None:
    trigger(window, f"language-{language}")
    page = go_to(qtbot, window, topic)
    text = page.toPlainText().replace("release-viewer ", "")
    links = {said.replace("\u00a0", " ") for address, said in links_of(page.document()) if address.startswith(QUERY)}
    lines = [line for line in text.splitlines() if line not in links and "/" not in line]
    if language == "zh_CN":
        assert not [line for line in lines if re.search("[A-Za-z][a-z]+ [a-z]{2,}", line)]
    else:
        names = re.compile("简体中文|3.6亿, 36000万|can be typed as .*")
        assert not [line for line in lines if re.search("[\u4e00-\u9fff]", names.sub("", line))]
    trigger(window, "language-zh_CN")


@pytest.mark.parametrize("topic", TOPICS)
def test_the_help_changes_with_language_theme_and_text_size_and_stays(
    qtbot: QtBot, window: MainWindow, topic: str
) -> None:
    page = go_to(qtbot, window, topic)
    title = page.toPlainText().splitlines()[0 if topic == "help:start" else 1]
    trigger(window, "theme-dark")
    trigger(window, "language-en")
    qtbot.waitUntil(lambda: bool(getattr(page.document(), "complete", False)))
    assert title not in page.toPlainText()
    assert TOPICS[topic].title in page.toPlainText()
    qtbot.waitUntil(lambda: LIGHT.muted not in page.toHtml())
    trigger(window, "theme-contrast")
    trigger(window, "enlarge-text")
    trigger(window, "language-zh_CN")
    qtbot.waitUntil(lambda: bool(getattr(page.document(), "complete", False)))
    assert title in page.toPlainText()
    qtbot.waitUntil(lambda: DARK.muted not in page.toHtml())
    trigger(window, "theme-system")


@pytest.mark.parametrize("topic", TOPICS)
def test_no_page_of_the_help_is_wider_than_a_narrow_window(qtbot: QtBot, window: MainWindow, topic: str) -> None:
    window.resize(800, 600)
    for language in ("en", "zh_CN"):
        trigger(window, f"language-{language}")
        page = go_to(qtbot, window, topic)
        assert page.horizontalScrollBar().maximum() == 0


def test_the_help_opens_in_tabs_like_any_page_and_comes_back_with_them(qtbot: QtBot, program: Program) -> None:
    page = go_to(qtbot, program.window, "help:start")
    click_link(page, "搜索方法", Qt.MouseButton.MiddleButton)
    assert "帮助" in program.window.windowTitle()
    press(Qt.Key.Key_Tab, CONTROL)
    assert "搜索方法" in program.window.windowTitle()
    program.window.close()
    again = Program(program.library_path, program.settings)
    assert page_of(again.window).toPlainText().startswith("帮助\n搜索方法\n")
    again.close()


def test_a_link_that_acts_opens_no_tab(qtbot: QtBot, window: MainWindow) -> None:
    page = go_to(qtbot, window, "help:search")
    click_link(page, "fxgaj", Qt.MouseButton.MiddleButton)
    assert search_bar_of(window).text() == ""
    click_link(page, "fxgaj", modifier=CONTROL)
    assert search_bar_of(window).text() == "fxgaj"


def test_control_c_copies_the_page_of_the_help_or_what_is_selected_on_it(qtbot: QtBot, window: MainWindow) -> None:
    page = go_to(qtbot, window, "help:keys")
    press(Qt.Key.Key_C, CONTROL)
    assert "打开文稿…\tCtrl+O" in clipboard()
    page.setTextCursor(page.document().find("Ctrl+Shift+O"))
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard() == "Ctrl+Shift+O"


@pytest.mark.parametrize("id_", ["help:nowhere", "help:", "help:start/"])
def test_an_unknown_page_of_the_help_is_none(library: Library, id_: str) -> None:
    with pytest.raises(ReleaseViewerError, match=f"no entry “{id_}”"):
        read_shown(library, id_)


def test_every_command_that_a_page_starts_is_an_action(qtbot: QtBot, window: MainWindow) -> None:
    for topic in TOPICS:
        for address, _said in links_of(go_to(qtbot, window, topic).document()):
            name = address.removeprefix(COMMAND)
            assert name == address or isinstance(window.findChild(QAction, name), QAction)

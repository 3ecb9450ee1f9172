"""What was searched is marked on the page of the hit that is opened, until one goes elsewhere."""

from __future__ import annotations

import dataclasses

import pytest
from people import click_row, page_of, press, search_bar_of, trigger, type_text, view_of
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.models.hits_model import HitsModel
from viewer.widgets.main_window import MainWindow
from viewer.widgets.theme import DARK

CONTROL = Qt.KeyboardModifier.ControlModifier


def marked(window: MainWindow) -> list[str]:
    return [mark.cursor.selectedText() for mark in page_of(window).extraSelections()]


def grounds_of_marks(window: MainWindow) -> set[str]:
    return {mark.format.background().color().name() for mark in page_of(window).extraSelections()}


def search(qtbot: QtBot, window: MainWindow, typed: str, hits: int) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text(typed)
    qtbot.waitUntil(lambda: isinstance(view_of(window).model(), HitsModel))
    qtbot.waitUntil(lambda: view_of(window).model().rowCount() == hits)


@pytest.fixture
def at_hits(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Hits of two words, the first of them looked at."""
    search(qtbot, window, "群众 线索", 1)
    return window


def test_a_hit_that_is_opened_has_every_word_marked(qtbot: QtBot, at_hits: MainWindow) -> None:
    assert marked(at_hits) == []
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: set(marked(at_hits)) == {"群众", "线索"})
    text = page_of(at_hits).toPlainText()
    assert len(marked(at_hits)) == text.count("群众") + text.count("线索")


def test_enter_before_the_first_hits_waits_for_them_and_opens_the_first(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text("群众 线索")
    press(Qt.Key.Key_Return)
    assert search_bar_of(window).hasFocus(), "nothing is opened as yet"
    qtbot.waitUntil(lambda: set(marked(window)) == {"群众", "线索"})
    assert page_of(window).hasFocus()


def test_emptying_the_search_bar_takes_back_an_enter_that_came_too_early(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text("群众 线索")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    search(qtbot, window, "群众 线索", 1)
    assert search_bar_of(window).hasFocus()
    assert marked(window) == []


def test_a_click_on_a_hit_marks_too(qtbot: QtBot, at_hits: MainWindow) -> None:
    view = view_of(at_hits)
    click_row(view, view.model().index(0, 0))
    qtbot.waitUntil(lambda: set(marked(at_hits)) == {"群众", "线索"})


def test_esc_takes_the_marks_away_with_the_search(qtbot: QtBot, at_hits: MainWindow) -> None:
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: marked(at_hits) != [])
    press(Qt.Key.Key_Escape)
    assert marked(at_hits) == []
    assert search_bar_of(at_hits).text() == ""


def test_another_page_has_no_marks(qtbot: QtBot, at_hits: MainWindow) -> None:
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: marked(at_hits) != [])
    at_hits.navigator.go_to("xuzhou-2024")
    assert marked(at_hits) == []
    trigger(at_hits, "back")
    assert marked(at_hits) == []


def test_other_words_in_the_search_bar_take_the_marks_away(qtbot: QtBot, at_hits: MainWindow) -> None:
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: marked(at_hits) != [])
    press(Qt.Key.Key_K, CONTROL)
    type_text("徐州")
    assert marked(at_hits) == []


def test_finding_on_the_page_takes_the_place_of_the_marks(qtbot: QtBot, at_hits: MainWindow) -> None:
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: marked(at_hits) != [])
    press(Qt.Key.Key_F, CONTROL)
    type_text("丰县")
    qtbot.waitUntil(lambda: set(marked(at_hits)) == {"丰县"})


def test_marks_stay_when_the_page_is_drawn_anew(qtbot: QtBot, at_hits: MainWindow) -> None:
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: marked(at_hits) != [])
    before = marked(at_hits)
    trigger(at_hits, "enlarge-text")
    qtbot.waitUntil(lambda: marked(at_hits) == before)


def test_marks_of_a_search_take_the_colours_of_another_theme_at_once(qtbot: QtBot, at_hits: MainWindow) -> None:
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: marked(at_hits) != [])
    trigger(at_hits, "theme-dark")
    assert grounds_of_marks(at_hits) == {DARK.selection}
    trigger(at_hits, "theme-system")


def test_marks_of_the_find_bar_take_the_colours_of_another_theme_at_once(qtbot: QtBot, at_hits: MainWindow) -> None:
    press(Qt.Key.Key_F, CONTROL)
    type_text("群众")
    qtbot.waitUntil(lambda: len(marked(at_hits)) > 1)
    trigger(at_hits, "theme-dark")
    assert grounds_of_marks(at_hits) == {DARK.selection, DARK.text}
    trigger(at_hits, "theme-system")


def test_the_first_place_comes_into_view(qtbot: QtBot, window: MainWindow, library: Library) -> None:
    release = sample_release()
    keeper = dataclasses.replace(release.sections[0].items[1], summary=f"{'港务处说明船期。' * 1000}挂起灯笼。")
    section = dataclasses.replace(release.sections[0], items=(keeper,))
    put_release(library, dataclasses.replace(release, sections=(section,)))
    window.navigator.reload()
    search(qtbot, window, "灯笼", 1)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: marked(window) == ["灯笼"])
    assert page_of(window).verticalScrollBar().value() > 0

from __future__ import annotations

import pytest
from people import press, rows, search_bar_of, type_text, view_of
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from viewer.widgets.main_window import MainWindow
from viewer.widgets.search_bar import SearchBar


@pytest.fixture
def bar(qtbot: QtBot) -> SearchBar:
    made = SearchBar()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def compose(preedit: str, commit: str = "") -> None:
    """Let an input method commit text and go on composing other text."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    widget = QApplication.focusWidget()
    assert widget is not None
    QCoreApplication.sendEvent(widget, event)


def heard(bar: SearchBar) -> list[str]:
    queries: list[str] = []
    bar.searched.connect(queries.append)
    return queries


def test_what_is_being_composed_is_searched_at_every_letter(bar: SearchBar) -> None:
    queries = heard(bar)
    for preedit in ("f", "fa", "fan", "fan z", "fan zha"):
        compose(preedit)
    assert queries == ["f", "fa", "fan", "fan'z", "fan'zha"]
    assert bar.text() == ""


def test_committing_leaves_the_text_and_cancelling_leaves_nothing(bar: SearchBar) -> None:
    queries = heard(bar)
    compose("fan zha")
    compose("", commit="反诈")
    assert (bar.text(), bar.typed, queries[-1]) == ("反诈", "反诈", "反诈")
    compose("pt")
    assert queries[-1] == "反诈 pt"
    compose("")
    assert (bar.text(), bar.typed, queries[-1]) == ("反诈", "反诈", "反诈")


@pytest.mark.parametrize(
    ("text", "place", "preedit", "typed"),
    [
        ("反诈", 2, "ping'tai", "反诈 ping'tai"),
        ("反诈 ", 3, "ping tai", "反诈 ping'tai"),
        ("反诈", 2, "平台", "反诈平台"),
        ("部门:", 3, "jj zd", "部门:jj'zd"),
        ("县 公安", 1, "f", "县 f 公安"),
    ],
)
def test_letters_being_composed_are_a_word_of_their_own(
    bar: SearchBar, text: str, place: int, preedit: str, typed: str
) -> None:
    type_text(text)
    bar.setCursorPosition(place)
    compose(preedit)
    assert bar.typed == typed


def test_the_hits_follow_what_is_being_composed(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    compose("feng xian")
    qtbot.waitUntil(lambda: window.windowTitle().startswith("“凤城前哨”"))
    compose("", commit="丰县")
    assert search_bar_of(window).text() == "丰县"


def test_escape_gives_up_what_is_being_composed_too(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        compose("han dun")
    press(Qt.Key.Key_Escape)
    assert search_bar_of(window).typed == ""
    assert "徐州公安 2024 年度成果" in rows(view_of(window)), "the tree is back"


def test_tab_takes_the_completions_one_after_the_other(bar: SearchBar) -> None:
    type_text("部门:")
    bar.set_completions("部门:", ("部门:交警支队", "部门:刑警支队"))
    press(Qt.Key.Key_Tab)
    assert bar.text() == "部门:交警支队"
    press(Qt.Key.Key_Tab)
    assert bar.text() == "部门:刑警支队"


def test_behind_the_last_completion_tab_leaves_the_bar(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        type_text("部门:交警")
    bar = search_bar_of(window)
    bar.set_completions("部门:交警", ("部门:交警支队",))
    press(Qt.Key.Key_Tab)
    assert (bar.text(), bar.hasFocus()) == ("部门:交警支队", True)
    press(Qt.Key.Key_Tab)
    assert (bar.text(), bar.hasFocus()) == ("部门:交警支队", False)


def test_completions_of_another_query_are_not_taken(bar: SearchBar) -> None:
    type_text("部门:")
    bar.set_completions("系统:", ("系统:汉盾",))
    press(Qt.Key.Key_Tab)
    assert bar.text() == "部门:"


def test_typing_on_forgets_the_completions(bar: SearchBar) -> None:
    type_text("部门:")
    bar.set_completions("部门:", ("部门:交警支队",))
    type_text("刑")
    press(Qt.Key.Key_Tab)
    assert bar.text() == "部门:刑"


def test_the_completion_is_seen_behind_the_text(bar: SearchBar) -> None:
    type_text("部门:")
    before = bar.grab().toImage()
    bar.set_completions("部门:", ("部门:交警支队",))
    assert bar.grab().toImage() != before


def test_names_are_completed_while_typing(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text("部门:交")
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        type_text("警")
    press(Qt.Key.Key_Tab)
    assert search_bar_of(window).text() == "部门:交警支队"


def test_queries_that_led_somewhere_come_back_by_arrow_and_enter(qtbot: QtBot, window: MainWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for typed in ("走失", "汉盾"):
        press(Qt.Key.Key_K, control)
        with qtbot.waitSignal(window.commands.search.searcher.summarised):
            type_text(typed)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_K, control)
    press(Qt.Key.Key_Down)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["汉盾", "走失"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert search_bar_of(window).text() == "走失"
    qtbot.waitUntil(lambda: window.windowTitle().startswith("走失人员"))


def test_without_recent_queries_the_arrow_says_so(window: MainWindow) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Down)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["没有最近的搜索"]
    menu.close()

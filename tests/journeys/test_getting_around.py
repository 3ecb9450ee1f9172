"""Tabs, history, links, text size and the parts of the window, by keys and mouse as in a browser."""

from __future__ import annotations

from functools import partial

import pytest
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
    shown_message_of,
    start,
    trigger,
    type_text,
    view_of,
)
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot
from samples import OUTPOST_TITLE

from viewer.app import Program
from viewer.release.errors import ReleaseViewerError
from viewer.widgets.main_window import MainWindow
from viewer.widgets.settings import Settings
from viewer.widgets.sidebar import Sidebar

SYSTEM_TITLE = "“协同警务系统”建设与推广"


def tabs_of(window: QWidget) -> list[str]:
    """What the tabs are called; nothing where no bar is shown."""
    bar = window.findChild(QTabBar)
    return [bar.tabText(number) for number in range(bar.count())] if bar and bar.isVisible() else []


def front_of(window: QWidget) -> int:
    bar = window.findChild(QTabBar)
    return bar.currentIndex() if bar else 0


def title(window: MainWindow) -> str:
    return window.windowTitle().partition(" — ")[0]


def middle_click(widget: QWidget, place: QPoint) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, place)


def test_tabs_are_opened_walked_closed_and_opened_again_by_keys(window: MainWindow) -> None:
    assert tabs_of(window) == []
    press(Qt.Key.Key_T, CONTROL)
    press(Qt.Key.Key_Down)
    assert tabs_of(window) == [OUTPOST_TITLE, SYSTEM_TITLE]
    assert title(window) == SYSTEM_TITLE
    press(Qt.Key.Key_Tab, CONTROL)
    assert (title(window), current_row(view_of(window))) == (OUTPOST_TITLE, OUTPOST_TITLE)
    press(Qt.Key.Key_PageDown, CONTROL)
    assert title(window) == SYSTEM_TITLE
    press(Qt.Key.Key_1, ALT)
    assert title(window) == OUTPOST_TITLE
    press(Qt.Key.Key_9, ALT)
    assert title(window) == SYSTEM_TITLE
    press(Qt.Key.Key_W, CONTROL)
    assert (tabs_of(window), title(window)) == ([], OUTPOST_TITLE)
    press(Qt.Key.Key_W, CONTROL)
    assert title(window) == OUTPOST_TITLE, "the only tab stays"
    press(Qt.Key.Key_T, CONTROL, SHIFT)
    assert (tabs_of(window), title(window)) == ([OUTPOST_TITLE, SYSTEM_TITLE], SYSTEM_TITLE)


def test_each_tab_has_been_where_it_has_been(window: MainWindow) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_T, CONTROL)
    press(Qt.Key.Key_Left, ALT)
    assert title(window) == OUTPOST_TITLE, "a new tab knows the way that led to its page"
    press(Qt.Key.Key_Tab, CONTROL)
    assert title(window) == SYSTEM_TITLE
    assert not part_of(window, QAction, "forward").isEnabled()
    press(Qt.Key.Key_Tab, CONTROL)
    assert part_of(window, QAction, "forward").isEnabled()


def test_a_row_is_opened_behind_by_the_middle_button_or_control_enter(window: MainWindow) -> None:
    view = view_of(window)
    second = view.indexBelow(view.currentIndex())
    middle_click(view.viewport(), view.visualRect(second).center())
    assert (tabs_of(window), front_of(window), title(window)) == ([OUTPOST_TITLE, SYSTEM_TITLE], 0, OUTPOST_TITLE)
    press(Qt.Key.Key_Return, CONTROL)
    assert tabs_of(window) == [OUTPOST_TITLE, OUTPOST_TITLE, SYSTEM_TITLE]


@pytest.mark.parametrize("button", [Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton])
def test_a_link_is_opened_behind_by_the_middle_button_or_with_control(
    window: MainWindow, button: Qt.MouseButton
) -> None:
    modifier = CONTROL if button is Qt.MouseButton.LeftButton else Qt.KeyboardModifier.NoModifier
    click_link(page_of(window), "丰县公安局", button, modifier)
    assert (tabs_of(window), front_of(window)) == ([OUTPOST_TITLE, "丰县公安局"], 0)


def test_the_buttons_of_the_mouse_go_back_and_forward_wherever_the_pointer_is(window: MainWindow) -> None:
    press(Qt.Key.Key_Down)
    for widget in (page_of(window).viewport(), view_of(window).viewport()):
        QTest.mouseClick(widget, Qt.MouseButton.BackButton)
        assert title(window) == OUTPOST_TITLE
        QTest.mouseClick(widget, Qt.MouseButton.ForwardButton)
        assert title(window) == SYSTEM_TITLE


def test_the_parts_of_the_window_are_reached_in_turn(window: MainWindow) -> None:
    page, view, bar = page_of(window), view_of(window), search_bar_of(window)
    assert view.hasFocus()
    for part in (page, bar, view, page):
        press(Qt.Key.Key_F6)
        assert part.hasFocus()
    press(Qt.Key.Key_F6, SHIFT)
    assert view.hasFocus()


def test_another_way_to_browse_leaves_the_page_as_it_is(window: MainWindow) -> None:
    for key in (Qt.Key.Key_3, Qt.Key.Key_6, Qt.Key.Key_7, Qt.Key.Key_1):
        page_of(window).setFocus()
        press(key, CONTROL)
        assert view_of(window).hasFocus()
        assert title(window) == OUTPOST_TITLE
    assert current_row(view_of(window)) == OUTPOST_TITLE


def test_the_sidebar_goes_and_comes_by_one_key_and_stays_away_over_a_start(qtbot: QtBot, program: Program) -> None:
    window = program.window
    sidebar = part_of(window, Sidebar)
    width = sidebar.width()
    press(Qt.Key.Key_F9)
    assert not sidebar.isVisible()
    assert page_of(window).hasFocus()
    window.close()
    with start(qtbot, program.library_path, program.settings) as again:
        qtbot.waitUntil(lambda: page_of(again.window).hasFocus())
        shown = part_of(again.window, Sidebar)
        assert not shown.isVisible()
        press(Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: shown.isVisible() and shown.width() == width)


def test_the_window_fills_the_screen_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_F11)
    qtbot.waitUntil(window.isFullScreen)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    press(Qt.Key.Key_F11)
    qtbot.waitUntil(window.isFullScreen)
    press(Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not window.isFullScreen())


def wheel(widget: QWidget, turned: int, modifier: Qt.KeyboardModifier) -> None:
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def text_size(window: MainWindow) -> float:
    """Of the running text on the page, in points."""
    found = page_of(window).document().find("群防群治机制", 40)
    return found.charFormat().fontPointSize()


def test_text_grows_and_shrinks_by_keys_and_wheel(window: MainWindow) -> None:
    assert text_size(window) == 12
    press(Qt.Key.Key_Equal, CONTROL)
    assert text_size(window) == 14
    press(Qt.Key.Key_Minus, CONTROL)
    press(Qt.Key.Key_Minus, CONTROL)
    assert text_size(window) == 11
    wheel(page_of(window).viewport(), 120, CONTROL)
    assert text_size(window) == 12
    wheel(page_of(window).viewport(), -120, CONTROL)
    press(Qt.Key.Key_0, CONTROL)
    assert text_size(window) == 12
    wheel(page_of(window).viewport(), 120, Qt.KeyboardModifier.NoModifier)
    assert text_size(window) == 12


def test_tabs_and_search_come_back_at_the_next_start(qtbot: QtBot, program: Program) -> None:
    window = program.window
    press(Qt.Key.Key_T, CONTROL)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_K, CONTROL)
    type_text("走失")
    qtbot.waitUntil(partial(_has_one_row, window))
    window.close()
    with start(qtbot, program.library_path, program.settings) as again:
        assert search_bar_of(again.window).text() == "走失"
        qtbot.waitUntil(partial(_has_one_row, again.window))
        press(Qt.Key.Key_Escape)
        assert (tabs_of(again.window), title(again.window)) == ([OUTPOST_TITLE, SYSTEM_TITLE], SYSTEM_TITLE)
        press(Qt.Key.Key_Left, ALT)
        assert title(again.window) == OUTPOST_TITLE


def test_the_longest_query_makes_sense_at_the_next_start(program: Program) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text("长" * 20_000)
    program.window.close()
    program.settings.finish()
    again = Settings(program.settings.preferences_path.parent)
    assert again.set_aside == []
    assert again.session.query.startswith("长长")


def _has_one_row(window: MainWindow) -> bool:
    return rows(view_of(window)) == ["走失人员查找中心升级"]


def test_nothing_comes_back_where_that_was_chosen(program: Program) -> None:
    program.settings.choose(restores=False)
    press(Qt.Key.Key_T, CONTROL)
    press(Qt.Key.Key_Down)
    program.window.close()
    again = Program(program.library_path, program.settings)
    assert tabs_of(again.window) == []
    assert title(again.window) == OUTPOST_TITLE
    again.close()


def test_a_link_to_the_page_is_copied_and_leads_back_to_it(window: MainWindow) -> None:
    press(Qt.Key.Key_L, CONTROL, SHIFT)
    assert clipboard() == "release-viewer://item/xuzhou-2024/fengcheng-outpost"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_K, CONTROL)
    press(Qt.Key.Key_V, CONTROL)
    press(Qt.Key.Key_Return)
    assert title(window) == OUTPOST_TITLE
    assert search_bar_of(window).text() == ""


def test_a_link_to_what_is_gone_is_said_and_nothing_else_changes(qtbot: QtBot, program: Program) -> None:
    with pytest.raises(ReleaseViewerError, match="gone/item") as raised:
        program.open_wanted(["release-viewer://item/gone/item"])
    assert title(program.window) == OUTPOST_TITLE
    program.failures.take(raised.value)
    bar = shown_message_of(qtbot, program.window)
    assert "gone/item" in bar.message


def test_a_window_that_was_left_on_a_screen_that_is_gone_is_seen(qtbot: QtBot, program: Program) -> None:
    window = program.window
    window.setGeometry(50_000, 40_000, 900, 600)
    window.close()
    with start(qtbot, program.library_path, program.settings) as again:
        assert again.window.screen().availableGeometry().intersects(again.window.geometry())


def test_a_tab_bar_is_clicked_and_closed_by_the_mouse(window: MainWindow) -> None:
    press(Qt.Key.Key_T, CONTROL)
    press(Qt.Key.Key_Down)
    bar = part_of(window, QTabBar)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.tabRect(0).center())
    assert title(window) == OUTPOST_TITLE
    middle_click(bar, bar.tabRect(1).center())
    assert tabs_of(window) == []


def test_a_document_opened_before_is_offered_again(qtbot: QtBot, program: Program) -> None:
    program.settings.session.remember_file("/不在/了.txt")
    trigger(program.window, "recent-files")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["/不在/了.txt"]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    bar = shown_message_of(qtbot, program.window)
    assert "/不在/了.txt" in bar.message


def test_links_and_rows_still_open_in_this_tab(window: MainWindow) -> None:
    click_link(page_of(window), "丰县公安局")
    assert (tabs_of(window), title(window)) == ([], "丰县公安局")
    view = view_of(window)
    click_row(view, view.indexBelow(view.currentIndex()))
    assert tabs_of(window) == []

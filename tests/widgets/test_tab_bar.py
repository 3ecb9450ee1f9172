from __future__ import annotations

import pytest
from people import press, trigger
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from viewer.widgets.main_window import MainWindow
from viewer.widgets.tab_bar import TabBar
from viewer.widgets.theme import CONTRAST, DARK, LIGHT, Colours

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bar(window: MainWindow) -> TabBar:
    press(Qt.Key.Key_T, CONTROL)
    press(Qt.Key.Key_Down)
    found = window.findChild(TabBar)
    assert isinstance(found, TabBar)
    return found


def button_of(bar: TabBar, number: int) -> QToolButton:
    button = bar.tabButton(number, QTabBar.ButtonPosition.RightSide)
    assert isinstance(button, QToolButton)
    return button


def test_the_button_of_a_tab_closes_that_tab(bar: TabBar, window: MainWindow) -> None:
    QTest.mouseClick(button_of(bar, 0), Qt.MouseButton.LeftButton)
    assert bar.count() == 1
    assert window.windowTitle().startswith("“协同警务系统”")


def test_a_long_title_is_cut_and_whole_in_the_tool_tip(bar: TabBar) -> None:
    bar.show_titles(["短", "一" * 40, "A & B"], 0)
    assert [bar.tabText(number) for number in range(3)] == ["短", f"{'一' * 15}…", "A && B"]
    assert bar.tabToolTip(1) == "一" * 40


@pytest.mark.parametrize(("theme", "colours"), [("light", LIGHT), ("dark", DARK), ("contrast", CONTRAST)])
def test_the_tab_in_front_has_a_line_above_it_in_every_theme(
    qtbot: QtBot, bar: TabBar, window: MainWindow, theme: str, colours: Colours
) -> None:
    trigger(window, f"theme-{theme}")
    image = bar.grab().toImage()
    front, behind = (image.pixelColor(bar.tabRect(number).center().x(), 1) for number in (1, 0))
    accent = QColor(colours.accent)
    assert abs(front.lightness() - accent.lightness()) < 9
    assert abs(behind.lightness() - accent.lightness()) > 50
    trigger(window, "theme-system")


def test_buttons_are_named_in_the_language_of_the_window(bar: TabBar, window: MainWindow) -> None:
    assert button_of(bar, 1).accessibleName() == "关闭标签页"
    trigger(window, "language-en")
    assert button_of(bar, 1).accessibleName() == "Close tab"
    trigger(window, "language-zh_CN")

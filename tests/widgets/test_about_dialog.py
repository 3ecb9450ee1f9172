from __future__ import annotations

import pytest
from people import press, shown_page_of
from PySide6.QtCore import Qt, qVersion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QTabBar
from pytestqt.qtbot import QtBot

from viewer.components import components
from viewer.folders import shipped
from viewer.widgets.about_dialog import AboutDialog
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def about(qtbot: QtBot, window: MainWindow) -> AboutDialog:
    press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(AboutDialog)
    assert isinstance(dialog, AboutDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def turn_to(about: AboutDialog, name: str) -> DetailPane:
    """Click a tab; gives what it shows."""
    bar = about.findChild(QTabBar)
    assert isinstance(bar, QTabBar)
    (place,) = [index for index in range(bar.count()) if bar.tabText(index) == name]
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(place).center())
    return shown_page_of(about)


def test_every_component_is_told_with_its_version_and_licence(about: AboutDialog) -> None:
    lines = turn_to(about, "组成部分").toPlainText().splitlines()
    for component in components(qVersion()):
        place = lines.index(component.name)
        assert tuple(lines[place : place + 3]) == component


def test_the_table_of_components_fits_into_the_dialog(about: AboutDialog) -> None:
    pane = turn_to(about, "组成部分")
    assert about.width() <= 800
    assert pane.horizontalScrollBar().maximum() == 0


def test_the_licence_is_shown_word_for_word(about: AboutDialog) -> None:
    shown = turn_to(about, "许可证").toPlainText().split()
    assert shown == shipped("LICENSE").read_text(encoding="utf-8").split()


@pytest.mark.parametrize(("name", "part"), [("版权声明", "30 日"), ("组成部分", "SQLite"), ("许可证", "MIT License")])
def test_what_is_shown_can_be_copied(about: AboutDialog, name: str, part: str) -> None:
    turn_to(about, name)
    buttons = about.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    (copy,) = [button for button in buttons.buttons() if "复制" in button.text()]
    QTest.mouseClick(copy, LEFT)
    assert part in QApplication.clipboard().text()

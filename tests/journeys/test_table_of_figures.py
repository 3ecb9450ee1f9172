"""The table of figures, by keyboard and mouse."""

from __future__ import annotations

import dataclasses

import pytest
from people import CONTROL, SHIFT, part_of, press, type_text, view_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QTableView
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.app import Program
from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.models.figures_model import FigureColumn
from viewer.release.release import Figure
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.figures_window import FiguresWindow
from viewer.widgets.main_window import MainWindow


@pytest.fixture
def figures(qtbot: QtBot, window: MainWindow) -> FiguresWindow:
    """The table of the figures of the shipped release, opened by its key."""
    window.navigator.go_to("xuzhou-2024")
    press(Qt.Key.Key_F, CONTROL, SHIFT)
    found = part_of(window, FiguresWindow)
    found.activateWindow()
    qtbot.waitUntil(lambda: table_of(found).model().rowCount() == 16)
    return found


def table_of(figures: FiguresWindow) -> QTableView:
    return part_of(figures, QTableView)


def labels(figures: FiguresWindow) -> list[str]:
    model = table_of(figures).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_what_is_typed_filters_at_once(figures: FiguresWindow, qtbot: QtBot) -> None:
    type_text("丰县 电诈")
    qtbot.waitUntil(lambda: labels(figures) == ["拦截电诈"])
    figures.close()


def test_enter_leads_to_the_item_and_its_sentence(figures: FiguresWindow, window: MainWindow, qtbot: QtBot) -> None:
    type_text("五十米")
    qtbot.waitUntil(lambda: len(labels(figures)) == 1)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert window.windowTitle().startswith("刘涛")
    figures.close()


def test_a_click_on_a_head_sorts_and_another_turns_it_round(figures: FiguresWindow, qtbot: QtBot) -> None:
    header = table_of(figures).horizontalHeader()
    place = QPoint(header.sectionViewportPosition(FigureColumn.VALUE) + 8, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    qtbot.waitUntil(lambda: labels(figures)[-1] == "避免损失")
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    qtbot.waitUntil(lambda: labels(figures)[0] == "避免损失")
    figures.close()


def test_another_scope_shows_its_figures(figures: FiguresWindow, window: MainWindow, qtbot: QtBot) -> None:
    figures.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view_of(window).setFocus()
    window.navigator.go_to("xuzhou-2024/fengcheng-outpost")
    press(Qt.Key.Key_F, CONTROL, SHIFT)
    found = next(part for part in window.findChildren(FiguresWindow) if part.isVisible())
    qtbot.waitUntil(lambda: labels(found) == ["搜集线索", "破获案件", "拦截电诈", "止损"])
    scopes = part_of(found, QComboBox)
    scopes.setFocus()
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(labels(found)) == 16)
    found.close()


def test_selected_rows_are_copied_as_cells(figures: FiguresWindow) -> None:
    table_of(figures).setFocus()
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    assert [line.split("\t")[0] for line in data.text().splitlines()] == ["数据", "搜集线索", "破获案件"]
    assert data.html().count("<tr>") == 3
    figures.close()


def test_columns_can_be_hidden_and_stay_so(figures: FiguresWindow, program: Program) -> None:
    header = table_of(figures).horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(next(action for action in menu.actions() if action.text() == "限定"))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert table_of(figures).isColumnHidden(FigureColumn.QUALIFIER)
    assert program.settings.session.hidden_columns == ("qualifier",)
    figures.close()


def test_a_change_with_before_and_after_is_not_cut(qtbot: QtBot, window: MainWindow, library: Library) -> None:
    release = sample_release()
    fewer = Figure(label="投诉", written="22.6%", value=0.226, change="同比下降", paragraph=3)
    ferry = dataclasses.replace(release.sections[0].items[0], figures=(fewer,))
    section = dataclasses.replace(release.sections[0], items=(ferry,))
    put_release(library, dataclasses.replace(release, sections=(section,)))
    window.navigator.go_to(release.id)
    press(Qt.Key.Key_F, CONTROL, SHIFT)
    figures = part_of(window, FiguresWindow)
    table = table_of(figures)
    qtbot.waitUntil(lambda: labels(figures) == ["投诉"])
    change = table.model().index(0, FigureColumn.CHANGE)
    assert change.data() == "同比下降  100% → 77.4%"
    assert table.columnWidth(FigureColumn.CHANGE) >= table.sizeHintForIndex(change).width()
    figures.close()


def test_the_sentence_of_a_figure_is_selected(window: MainWindow, figures: FiguresWindow) -> None:
    pane = part_of(window, DetailPane)
    window.navigator.go_to("xuzhou-2024/liu-tao")
    pane.show_text("双脚")
    assert pane.textCursor().selectedText().startswith("河水湍急")
    figures.close()

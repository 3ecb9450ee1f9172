"""What another program does to the library is seen in the windows beside the main one too, at their places."""

from __future__ import annotations

import dataclasses
import datetime

from people import CONTROL, SHIFT, page_of, part_of, press, select, shown_page_of, trigger, type_text, view_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QListView,
    QListWidget,
    QPushButton,
    QTableView,
)
from pytestqt.qtbot import QtBot
from samples import SHIPPED, sample_release

from viewer.library.library import Library
from viewer.library.releases import put_release, remove_release
from viewer.release.release import Figure, Release
from viewer.widgets.about_dialog import AboutDialog
from viewer.widgets.compare_window import CompareWindow
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.figures_window import FiguresWindow
from viewer.widgets.go_to import GoTo
from viewer.widgets.main_window import MainWindow

NEWER = "湖滨镇年度通报"


def newer_release(year: int = 2026) -> Release:
    return sample_release(f"lakeside-{year}", datetime.date(year, 1, 5))


def cells(table: QTableView, row: int) -> list[str]:
    return [table.model().index(row, column).data() for column in range(table.model().columnCount())]


def test_the_table_of_figures_shows_what_comes_and_stays_where_it_is(
    qtbot: QtBot, watching: MainWindow, other: Library
) -> None:
    trigger(watching, "figures")
    figures = part_of(watching, FiguresWindow)
    table, scopes = part_of(figures, QTableView), part_of(figures, QComboBox)
    scopes.setCurrentIndex(scopes.count() - 1)
    qtbot.waitUntil(lambda: table.model().rowCount() == 16)
    table.selectRow(5)
    chosen = table.currentIndex().data()
    put_release(other, newer_release())
    qtbot.waitUntil(lambda: table.model().rowCount() == 18)
    assert table.model().index(0, 0).data() == "乘客"
    assert (table.currentIndex().row(), table.currentIndex().data()) == (7, chosen)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [7]
    remove_release(other, SHIPPED)
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    figures.close()


def test_a_comparison_shows_what_comes_and_keeps_what_is_ticked_and_selected(
    qtbot: QtBot, watching: MainWindow, other: Library
) -> None:
    for year in (2023, 2024):
        put_release(other, newer_release(year))
    qtbot.waitUntil(lambda: view_of(watching).model().rowCount() == 3)
    watching.navigator.go_to("lakeside-2024")
    trigger(watching, "compare")
    comparing = part_of(watching, CompareWindow)
    releases, table = part_of(comparing, QListWidget), part_of(comparing, QTableView)
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    table.selectRow(1)
    chosen = cells(table, 1)
    releases.setCurrentRow(2)
    put_release(other, newer_release())
    qtbot.waitUntil(lambda: releases.count() == 4)
    assert ticked(releases) == ["2024年1月5日", "2023年1月5日"]
    assert releases.currentItem().text().endswith("2023年1月5日")
    assert [cells(table, index.row()) for index in table.selectionModel().selectedRows()] == [chosen]
    put_release(other, with_figure_first(newer_release(2024), "乘船"))
    qtbot.waitUntil(lambda: table.model().rowCount() == 3)
    assert [cells(table, index.row()) for index in table.selectionModel().selectedRows()] == [chosen]
    remove_release(other, "lakeside-2023")
    qtbot.waitUntil(lambda: table.model().rowCount() == 0)
    assert ticked(releases) == ["2024年1月5日"]
    comparing.close()


def test_a_correction_is_seen_in_every_comparison(qtbot: QtBot, watching: MainWindow, other: Library) -> None:
    for year in (2023, 2024):
        put_release(other, newer_release(year))
    qtbot.waitUntil(lambda: view_of(watching).model().rowCount() == 3)
    watching.navigator.go_to("lakeside-2024")
    for _time in range(2):
        trigger(watching, "compare")
    both = watching.findChildren(CompareWindow)
    tables = [part_of(comparing, QTableView) for comparing in both]
    qtbot.waitUntil(lambda: [table.model().rowCount() for table in tables] == [2, 2])
    both[0].activateWindow()
    qtbot.waitUntil(both[0].isActiveWindow)
    next(button for button in both[0].findChildren(QPushButton) if "更正" in button.text()).setFocus()
    press(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Return)  # not the same
    qtbot.waitUntil(lambda: [table.model().rowCount() for table in tables] == [3, 3])
    for comparing in both:
        comparing.close()


def test_going_to_a_page_finds_what_comes_and_stays_at_its_row(
    qtbot: QtBot, watching: MainWindow, other: Library
) -> None:
    press(Qt.Key.Key_P, CONTROL)
    going = part_of(watching, GoTo)
    rows = part_of(going, QListView)
    type_text("湖滨")
    qtbot.waitUntil(lambda: any("湖滨" in label.text() for label in going.findChildren(QLabel) if label.isVisible()))
    put_release(other, newer_release(2024))
    qtbot.waitUntil(lambda: rows.model().rowCount() > 2)
    while rows.currentIndex().data() != "湖滨镇航运站":
        press(Qt.Key.Key_Down)
    before = rows.model().rowCount()
    put_release(other, newer_release())
    qtbot.waitUntil(lambda: rows.model().rowCount() == before + 1)
    assert rows.currentIndex().data() == "湖滨镇航运站"
    press(Qt.Key.Key_Return)
    assert "湖滨镇航运站" in page_of(watching).toPlainText()


def test_about_shows_the_notice_of_what_comes_and_stays_where_it_is_read(
    qtbot: QtBot, watching: MainWindow, other: Library
) -> None:
    press(Qt.Key.Key_F1, SHIFT)
    about = part_of(watching, AboutDialog)
    qtbot.waitUntil(about.isActiveWindow)
    about.resize(400, 360)
    notices = shown_page_of(about)
    select(notices, "30 日")
    notices.verticalScrollBar().setValue(notices.verticalScrollBar().maximum() // 2)
    first = first_line(notices)
    put_release(other, newer_release())
    qtbot.waitUntil(lambda: NEWER in notices.toPlainText())
    assert first_line(notices) == first
    assert notices.textCursor().selectedText() == "30 日"
    about.close()


def ticked(releases: QListWidget) -> list[str]:
    """The days of the releases that are ticked, the newest first."""
    items = map(releases.item, range(releases.count()))
    return [item.text().splitlines()[-1] for item in items if item.checkState() is Qt.CheckState.Checked]


def first_line(page: DetailPane) -> str:
    """The paragraph that is the first one seen."""
    return page.cursorForPosition(QPoint(4, 4)).block().text()


def with_figure_first(release: Release, label: str) -> Release:
    """The release with one more figure in its first item."""
    ferry = release.sections[0].items[0]
    figure = Figure(label=label, written="5 艘", value=5, unit="艘", paragraph=3)
    ferry = dataclasses.replace(ferry, figures=(figure, *ferry.figures))
    section = dataclasses.replace(release.sections[0], items=(ferry, *release.sections[0].items[1:]))
    return dataclasses.replace(release, sections=(section,))

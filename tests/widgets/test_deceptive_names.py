"""Names in which something is not seen, or is taken for something else, wherever a person decides by them."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest
from hostile import release_of
from people import press, search_bar_of, view_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QMenu, QTableView
from pytestqt.qtbot import QtBot

from viewer.library.index import rebuild_index
from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.library.search import Hit, Hits
from viewer.models.hits_model import HitRole, HitsModel
from viewer.models.role import Role
from viewer.widgets.compare_window import CompareWindow
from viewer.widgets.figures_window import FiguresWindow
from viewer.widgets.main_window import MainWindow
from viewer.widgets.preview_dialog import PreviewDialog
from viewer.widgets.tab_bar import TabBar

NAME = "通报\u202egpj.exe&\u200b"
SHOWN = "通报[U+202E]gpj.exe&[U+200B]"
IN_MENU = SHOWN.replace("&", "&&")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def named(library: Library, window: MainWindow) -> MainWindow:
    """A window with two releases of which every text is the name."""
    for year in (2023, 2024):
        release = release_of(NAME, f"hostile-{year}")
        put_release(library, dataclasses.replace(release, date=datetime.date(year, 1, 5)))
    for _progress in rebuild_index(library):
        pass
    window.navigator.reload()
    window.navigator.go_to("hostile-2024/item")
    return window


def test_tree_hits_tabs_and_title_show_what_is_in_a_name(qtbot: QtBot, named: MainWindow) -> None:
    view = view_of(named)
    titles = [view.model().index(row, 0).data() for row in range(3)]
    assert titles.count(SHOWN) == 2
    assert SHOWN in view.model().index(titles.index(SHOWN), 0).data(Role.ACCESSIBLE_TEXT)
    assert named.windowTitle().startswith(SHOWN)
    press(Qt.Key.Key_T, CONTROL)
    bar = named.findChild(TabBar)
    assert isinstance(bar, TabBar)
    assert bar.tabToolTip(0) == SHOWN
    assert "\u202e" not in bar.tabText(0)
    search_bar_of(named).setText("gpj.exe")
    qtbot.waitUntil(lambda: isinstance(view.model(), HitsModel) and view.model().rowCount() > 0)
    assert view.model().index(0, 0).data() == SHOWN
    assert "\u202e" not in view.model().index(0, 0).data(HitRole.SNIPPET)


def test_matches_are_marked_where_they_are_shown() -> None:
    model = HitsModel()
    hit = Hit("a", "\u202e甲乙", ((1, 3),), "\u200b", "", "丙\u200b丁戊", ((2, 4),))
    model.set_hits(Hits((hit,), 0, more=False))
    index = model.index(0)
    for text, spans, marked in (
        (index.data(), index.data(HitRole.TITLE_SPANS), "甲乙"),
        (index.data(HitRole.SNIPPET), index.data(HitRole.SNIPPET_SPANS), "丁戊"),
    ):
        ((start, end),) = spans
        assert text[start:end] == marked


def test_tables_beside_the_window_show_it(qtbot: QtBot, named: MainWindow) -> None:
    press(Qt.Key.Key_F, CONTROL, Qt.KeyboardModifier.ShiftModifier)
    figures = named.findChild(FiguresWindow)
    assert isinstance(figures, FiguresWindow)
    table = figures.findChild(QTableView)
    assert isinstance(table, QTableView)
    qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    assert table.model().index(0, 0).data() == SHOWN
    assert table.model().index(0, 0).data(Role.TOOL_TIP) == SHOWN
    scopes = figures.findChild(QComboBox)
    assert isinstance(scopes, QComboBox)
    assert scopes.itemText(0) == SHOWN
    figures.close()
    named.activateWindow()
    qtbot.waitUntil(named.isActiveWindow)
    press(Qt.Key.Key_D, CONTROL, Qt.KeyboardModifier.ShiftModifier)
    comparing = named.findChild(CompareWindow)
    assert isinstance(comparing, CompareWindow)
    releases = comparing.findChild(QListWidget)
    compared = comparing.findChild(QTableView)
    assert isinstance(releases, QListWidget)
    assert isinstance(compared, QTableView)
    assert any(releases.item(row).text().startswith(SHOWN) for row in range(3))
    qtbot.waitUntil(lambda: compared.model().rowCount() > 0)
    assert SHOWN in compared.model().index(0, 1).data()
    comparing.close()


def test_the_preview_says_what_the_line_with_the_title_cannot_show(qtbot: QtBot, window: MainWindow) -> None:
    dialog = PreviewDialog(release_of(NAME), window)
    qtbot.addWidget(dialog)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.text() == NAME, "what is kept is what the document says"
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(f"看不见或容易认错的字符：{SHOWN}" in text for text in said)
    usual = PreviewDialog(release_of("通报"), window)
    qtbot.addWidget(usual)
    assert not any("看不见" in label.text() for label in usual.findChildren(QLabel))


def test_menus_and_the_status_line_show_it(qtbot: QtBot, named: MainWindow, tmp_path: Path) -> None:
    named.status_line.say_after_count(NAME)
    said = [label.text() for label in named.statusBar().findChildren(QLabel)]
    assert any(text.endswith(SHOWN) for text in said)
    named.commands.recent.show_recent()
    named.status_line.say_briefly(NAME)
    assert named.statusBar().currentMessage() == SHOWN


def test_recent_documents_are_offered_by_names_that_show_it(qtbot: QtBot, named: MainWindow) -> None:
    file = f"/tmp/{NAME}.txt"
    named.commands.recent._session.remember_file(file)  # noqa: SLF001  no other way but to open it
    named.commands.recent.show_recent_files()
    menus = [menu for menu in named.findChildren(QMenu) if menu.isVisible()]
    texts = [action.text() for menu in menus for action in menu.actions()]
    assert f"/tmp/{IN_MENU}.txt" in texts
    for menu in menus:
        menu.close()

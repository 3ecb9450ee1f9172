from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from people import NO_MODIFIER, press, type_text
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMainWindow, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from viewer.library.library import Library
from viewer.models.asker import Asker
from viewer.models.goals_model import GoalRole
from viewer.models.role import Role
from viewer.release.errors import Problem
from viewer.widgets.actions import ACTIONS
from viewer.widgets.go_to import GoTo

VISITED = ("xuzhou-2024/fu-hui", "unit:交警支队")
CONTROL = Qt.KeyboardModifier.ControlModifier


class Host(QMainWindow):
    """A window with a text, and the actions of the table; remembers where one wanted to go."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.text = QTextEdit(self)
        self.setCentralWidget(self.text)
        self.resize(800, 600)
        self.triggered: list[str] = []
        self.actions_by_id: dict[str, QAction] = {}
        for row in ACTIONS:
            action = QAction(self)
            action.setObjectName(row.id)
            action.setShortcuts([QKeySequence(shortcut) for shortcut in row.shortcuts])
            action.triggered.connect(self._note)
            self.actions_by_id[row.id] = action
        self.addActions(list(self.actions_by_id.values()))
        self.go_to = GoTo(path, self.actions_by_id, self)
        self.pages: list[str] = []
        self.tabs: list[str] = []
        self.commands: list[str] = []
        self.go_to.page_requested.connect(self.pages.append)
        self.go_to.tab_requested.connect(self.tabs.append)
        self.go_to.command_requested.connect(self.commands.append)

    @property
    def asker(self) -> Asker:
        found = self.go_to.findChild(Asker)
        assert isinstance(found, Asker)
        return found

    @property
    def line(self) -> QLineEdit:
        found = self.go_to.findChild(QLineEdit)
        assert isinstance(found, QLineEdit)
        return found

    @property
    def view(self) -> QListView:
        found = self.go_to.findChild(QListView)
        assert isinstance(found, QListView)
        return found

    @property
    def rows(self) -> list[str]:
        model = self.view.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def current(self) -> str:
        return str(self.view.currentIndex().data())

    def end(self) -> None:
        self.close()
        self.asker.close()
        self.deleteLater()

    def _note(self) -> None:
        self.triggered.append(self.sender().objectName())


@pytest.fixture
def host(nothing_left_behind: None, qtbot: QtBot, library: Library) -> Iterator[Host]:
    made = Host(library.path)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.text.setFocus()
    made.go_to.open(VISITED)
    qtbot.waitUntil(lambda: len(made.rows) > len(VISITED))
    yield made
    made.end()


def find(qtbot: QtBot, host: Host, typed: str, first: str) -> None:
    """Type something, wait for what it finds, and see that the row that is meant is the first."""
    with qtbot.waitSignal(host.asker.answered):
        type_text(typed)
    assert host.rows[0] == first


def test_before_anything_is_typed_the_pages_visited_are_offered_and_then_commands(host: Host) -> None:
    assert host.rows[:3] == ["付辉：火场拎出液化气罐", "交警支队", "Open documents…"]
    assert host.line.hasFocus()
    press(Qt.Key.Key_Return)
    assert host.pages == ["xuzhou-2024/fu-hui"]


def test_enter_goes_to_the_page_whose_name_is_typed(qtbot: QtBot, host: Host) -> None:
    find(qtbot, host, "fxgaj", "丰县公安局")
    press(Qt.Key.Key_Return)
    assert (host.pages, host.tabs, host.commands) == (["unit:丰县公安局"], [], [])
    assert not host.go_to.isVisible()
    assert host.text.hasFocus()


def test_control_and_enter_go_there_in_a_new_tab(qtbot: QtBot, host: Host) -> None:
    find(qtbot, host, "火场", "付辉：火场拎出液化气罐")
    press(Qt.Key.Key_Return, CONTROL)
    assert (host.pages, host.tabs) == ([], ["xuzhou-2024/fu-hui"])


def test_keys_move_through_the_rows_while_the_line_keeps_the_focus(qtbot: QtBot, host: Host) -> None:
    find(qtbot, host, "中心", "四大中心")
    rows = host.rows
    moves = ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1), (Qt.Key.Key_PageDown, 6))
    for key, row in (*moves, (Qt.Key.Key_PageUp, 1), (Qt.Key.Key_PageUp, 0), (Qt.Key.Key_Up, 0)):
        press(key)
        assert host.current == rows[row]
    for _page in rows:
        press(Qt.Key.Key_PageDown)
    assert host.current == rows[-1]
    assert host.line.hasFocus()


def test_what_is_typed_fast_and_entered_at_once_goes_to_the_newest(qtbot: QtBot, host: Host) -> None:
    find(qtbot, host, "丰", "丰县")
    for letter in "县公安":
        type_text(letter)
    press(Qt.Key.Key_Return)
    assert not host.pages, "the rows are still those for what was typed first"
    qtbot.waitUntil(lambda: host.pages == ["unit:丰县公安局"])


def test_typing_on_takes_back_an_enter_that_came_too_early(qtbot: QtBot, host: Host) -> None:
    type_text("丰县")
    press(Qt.Key.Key_Return)
    type_text("公安")
    qtbot.waitUntil(lambda: host.rows[:1] == ["丰县公安局"])
    assert not host.pages
    assert host.go_to.isVisible()


def test_escape_closes_and_gives_the_focus_back(qtbot: QtBot, host: Host) -> None:
    press(Qt.Key.Key_Escape)
    assert not host.go_to.isVisible()
    assert host.text.hasFocus()
    assert not host.triggered, "Esc was not meant for the window"


def test_an_enter_that_waits_for_its_answer_is_given_up_with_escape(qtbot: QtBot, host: Host) -> None:
    type_text("丰县")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    host.go_to.open(VISITED)
    qtbot.waitUntil(lambda: len(host.rows) > len(VISITED))
    assert not host.pages
    assert host.line.text() == ""


def test_what_had_the_focus_may_be_gone_by_then(qtbot: QtBot, host: Host) -> None:
    press(Qt.Key.Key_Escape)
    button = QPushButton(host)
    button.show()
    button.setFocus()
    host.go_to.open(VISITED)
    button.deleteLater()
    QCoreApplication.sendPostedEvents(button, QEvent.Type.DeferredDelete.value)
    press(Qt.Key.Key_Escape)
    assert not host.go_to.isVisible()


def test_a_click_on_a_row_goes_there(qtbot: QtBot, host: Host) -> None:
    place = host.view.visualRect(host.view.model().index(1, 0)).center()
    QTest.mouseClick(host.view.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, place)
    assert host.pages == ["unit:交警支队"]
    assert not host.go_to.isVisible()


def test_a_click_beside_closes_and_one_on_the_frame_does_not(host: Host) -> None:
    frame = host.line.parentWidget()
    assert frame is not None
    QTest.mouseClick(frame, Qt.MouseButton.LeftButton, NO_MODIFIER, QPoint(3, 3))
    assert host.go_to.isVisible()
    under = host.childAt(QPoint(10, 590))
    assert under is not None
    QTest.mouseClick(under, Qt.MouseButton.LeftButton, NO_MODIFIER, under.mapFrom(host, QPoint(10, 590)))
    assert not host.go_to.isVisible()
    assert host.text.hasFocus()


def test_it_closes_when_the_focus_goes_elsewhere_and_tab_does_not_take_it_there(host: Host) -> None:
    press(Qt.Key.Key_Tab)
    assert host.line.hasFocus()
    host.text.setFocus()
    assert not host.go_to.isVisible()


def test_a_sign_asks_for_commands_alone(qtbot: QtBot, host: Host) -> None:
    find(qtbot, host, ">", "Open documents…")
    assert len(host.rows) == len(ACTIONS)
    find(qtbot, host, "深色", "Theme › Dark (主题 › 深色)")
    press(Qt.Key.Key_Return)
    assert (host.commands, host.pages) == (["theme-dark"], [])
    assert host.text.hasFocus(), "a command is about what had the focus"


def test_a_command_shows_its_shortcut_and_its_menu(qtbot: QtBot, host: Host) -> None:
    find(qtbot, host, "rel comp", "Compare releases")
    index = host.view.model().index(0, 0)
    assert index.data(GoalRole.DETAIL) == "Command · View"
    assert index.data(GoalRole.SHORTCUT) == QKeySequence("Ctrl+Shift+D").toString()


def test_commands_that_cannot_be_taken_are_not_offered_and_those_used_come_first(qtbot: QtBot, host: Host) -> None:
    find(qtbot, host, ">about", "About and copyright notices")
    press(Qt.Key.Key_Return)
    host.actions_by_id["open"].setEnabled(False)
    host.go_to.open(())
    qtbot.waitUntil(lambda: len(host.rows) == len(ACTIONS) - 1)
    assert host.rows[:2] == ["About and copyright notices", "Open folder…"]


def test_where_nothing_is_found_it_says_so_and_what_to_try(qtbot: QtBot, host: Host) -> None:
    find(qtbot, host, "县", "丰县")
    type_text("查无此名")
    qtbot.waitUntil(lambda: not host.rows)
    (label,) = [label for label in host.go_to.findChildren(QLabel) if label.isVisible()]
    assert "“县查无此名”" in label.text()
    assert "Ctrl+K" in label.text()
    assert not host.view.isVisible()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert host.go_to.isVisible()
    host.line.clear()
    qtbot.waitUntil(host.view.isVisible)
    assert not label.isVisible()


def test_what_is_still_being_composed_is_looked_for(qtbot: QtBot, host: Host) -> None:
    QApplication.sendEvent(host.line, QInputMethodEvent("feng xian", []))
    qtbot.waitUntil(lambda: host.rows[:2] == ["丰县", "丰县公安局"])
    assert host.line.text() == ""


def test_opening_it_once_more_selects_what_is_typed(qtbot: QtBot, host: Host) -> None:
    find(qtbot, host, "丰县", "丰县")
    host.go_to.open(VISITED)
    assert host.line.selectedText() == "丰县"
    press(Qt.Key.Key_Escape)
    host.go_to.open(VISITED)
    assert host.line.text() == ""


def test_it_stays_within_the_window_whatever_its_size(qtbot: QtBot, host: Host) -> None:
    frame = host.line.parentWidget()
    assert frame is not None
    for width, height in ((800, 600), (500, 300), (1200, 900)):
        host.resize(width, height)
        qtbot.waitUntil(lambda size=(width, height): host.go_to.size().toTuple() == size)  # type: ignore[misc]
        assert host.go_to.rect().contains(frame.geometry())
        row = host.view.sizeHintForRow(0)
        assert host.view.height() % row == 0, "no row is cut"
        assert host.view.height() >= 3 * row


def test_each_row_that_becomes_the_current_one_is_announced(
    qtbot: QtBot, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def hear(event: QAccessible) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    press(Qt.Key.Key_Down)
    assert not said, "nobody listens"
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    find(qtbot, host, "丰", "丰县")
    press(Qt.Key.Key_Down)
    total = len(host.rows)
    assert said == [f"丰县, Place, 1 of {total}", f"丰县公安局, Unit, 2 of {total}"]
    type_text("查无此名")
    qtbot.waitUntil(lambda: "查无此名" in said[-1])


def test_parts_have_names_for_those_who_cannot_see_them(host: Host) -> None:
    assert host.line.accessibleName() == "Go to"
    assert host.view.accessibleName() == "Pages and commands"
    assert host.view.currentIndex().data(Role.ACCESSIBLE_TEXT).startswith("付辉：火场拎出液化气罐, Item")


def test_a_library_that_cannot_be_read_is_said(nothing_left_behind: None, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("买菜", encoding="utf-8")
    host = Host(path)
    host.show()
    with qtbot.waitSignal(host.go_to.failed) as failed:
        host.go_to.open(())
    assert failed.args[0].problem is Problem.NOT_A_LIBRARY
    assert not host.go_to.isVisible()
    host.end()

"""Going to a page, or taking a command, by a part of its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QListView, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from viewer.models.asker import Asker
from viewer.models.goals import Command, Goal, GoalQuestion, find_goals
from viewer.models.goals_model import GoalsModel
from viewer.models.role import Role
from viewer.override import override
from viewer.widgets.announcing import announce
from viewer.widgets.choosing import choose
from viewer.widgets.clear_button import offer_clearing
from viewer.widgets.goal_delegate import GoalDelegate
from viewer.widgets.offered_commands import offered_commands
from viewer.widgets.plain_label import PlainLabel
from viewer.widgets.standing import staying
from viewer.widgets.typing_line import TypingLine

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

_WIDTH = 640
_MARGIN = 16
_PADDING = 8
_ROWS = 10


class _Line(TypingLine):
    """A line that can be left.

    Signals:
        opened_aside(): Ctrl+Enter.
        left(): Esc.
    """

    opened_aside = Signal()
    left = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        # here Esc is for the line, whatever it is a shortcut for in the window
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self.opened_aside.emit()
        elif _is_escape(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class GoTo(QWidget):
    """A line for a part of a name and the rows that it finds, at the top of a window.

    It covers the window while it is open, so that a click beside the rows closes it.

    Signals:
        page_requested(id): an entry or group is to be shown.
        tab_requested(id): the same, in a new tab.
        command_requested(id): the action is to be triggered.
        failed(Exception): the library cannot be asked.
    """

    page_requested = Signal(str)
    tab_requested = Signal(str)
    command_requested = Signal(str)
    failed = Signal(object)

    def __init__(self, library_path: Path, actions: Mapping[str, QAction], window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._uses: Counter[str] = Counter()
        self._commands: tuple[Command, ...] = ()
        self._visited: tuple[str, ...] = ()
        self._focus_before: QWidget | None = None
        self._is_waiting = False
        self._is_again = False
        self._opens_when_answered: bool | None = None
        self._asker = Asker(library_path, find_goals, self)
        self._model = GoalsModel(self)
        self._panel = QFrame(self)
        self._line = _Line(self._panel)
        self._rows = _make_rows(self._model, self._panel)
        self._nothing = PlainLabel(self._panel)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(_PADDING)
        self._lay_out()
        self._connect()
        self.hide()

    def open(self, visited: Sequence[str]) -> None:
        """Open for a name; the pages with the ids `visited` are offered before anything is typed."""
        self._visited = tuple(visited)
        self._commands = offered_commands(self._actions, self._uses)
        self._line.setPlaceholderText(self.tr("Part of a name, pinyin or initials; > for commands"))
        self._line.setAccessibleName(self.tr("Go to"))
        offer_clearing(self._line)
        self._rows.setAccessibleName(self.tr("Pages and commands"))
        if self.isVisible():
            self._line.selectAll()
            return
        self._focus_before = QApplication.focusWidget()
        self._model.set_goals(())
        self._nothing.hide()
        self._line.empty()
        self._ask()
        self._fit()
        self.show()
        self.raise_()
        self._line.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Show what is so called now; the row that one has come to stays so."""
        if self.isVisible():
            self._is_again = not self._is_waiting
            self._send()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self._leave()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  Qt's name
        return True  # Tab stays in the line, which is all that has the focus here

    def _lay_out(self) -> None:
        self._panel.setFrameShape(QFrame.Shape.Box)
        self._panel.setForegroundRole(QPalette.ColorRole.PlaceholderText)  # of the frame, to stand out when it is dark
        self._panel.setAutoFillBackground(True)
        layout = QVBoxLayout(self._panel)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        layout.setSpacing(_PADDING)
        for part in (self._line, self._rows, self._nothing):
            layout.addWidget(part)

    def _connect(self) -> None:
        self._line.searched.connect(self._ask)
        self._line.moved.connect(self._move)
        self._line.opened.connect(self._open)
        self._line.opened_aside.connect(self._open_aside)
        self._line.left.connect(self._leave)
        self._rows.clicked.connect(self._open_row)
        self._asker.answered.connect(self._show_goals)
        self._asker.failed.connect(self._fail)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]
        self._window.installEventFilter(self)

    def _fit(self) -> None:
        """Cover the window, and show the rows that there are, or as many as there is room for."""
        self.setGeometry(self._window.rect())
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        central = self._window.centralWidget()
        top = (central.y() if central is not None else 0) + _PADDING
        room = self.height() - top - _MARGIN - self._line.height() - 3 * _PADDING
        height = max(1, self._rows.sizeHintForRow(0))
        rows = min(self._model.rowCount(), _ROWS, room // height)
        self._rows.setVisible(rows > 0)
        self._rows.setFixedHeight(rows * height)
        self._panel.setFixedWidth(width)
        self._panel.adjustSize()
        self._panel.move((self.width() - width) // 2, top)

    @Slot()
    def _ask(self) -> None:
        self._is_waiting = True
        self._is_again = False
        self._opens_when_answered = None
        self._send()

    def _send(self) -> None:
        self._asker.ask(GoalQuestion(self._line.typed, self._visited, self._commands))

    @Slot(object)
    def _show_goals(self, goals: tuple[Goal, ...]) -> None:
        self._is_waiting = False
        if self._is_again:
            with staying(self._rows, self._model.path, self._model.find):
                self._model.set_goals(goals)
        else:
            self._model.set_goals(goals)
        self._nothing.setHidden(bool(goals))
        if not goals:
            text = self.tr(
                "Nothing is called “{typed}”. Try a shorter part of a name, or its pinyin; Ctrl+K searches the texts."
            )
            self._nothing.setText(text.format(typed=self._line.typed.strip()))
            announce(self._line, self._nothing.text())
        self._fit()
        if not self._rows.currentIndex().isValid():
            self._move(0)
            self._rows.scrollToTop()
        if self._opens_when_answered is not None and goals:
            self._take(self._model.goal(self._rows.currentIndex()), aside=self._opens_when_answered)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._leave()
        self.failed.emit(error)

    @Slot(int)
    def _move(self, rows: int) -> None:
        """Make the row that many rows below the current one the current one, and say which it is."""
        total = self._model.rowCount()
        if not total:
            return
        row = max(0, min(self._rows.currentIndex().row() + rows, total - 1))
        index = self._model.index(row)
        choose(self._rows, index)
        place = self.tr("{name}, {place} of {total}")
        announce(self._line, place.format(name=index.data(Role.ACCESSIBLE_TEXT), place=row + 1, total=total))

    @Slot()
    def _open(self) -> None:
        self._open_current(aside=False)

    @Slot()
    def _open_aside(self) -> None:
        self._open_current(aside=True)

    @Slot(QModelIndex)
    def _open_row(self, index: QModelIndex) -> None:
        self._take(self._model.goal(index), aside=False)

    def _open_current(self, *, aside: bool) -> None:
        if self._is_waiting:  # the rows are those for what was typed before
            self._opens_when_answered = aside
        elif (index := self._rows.currentIndex()).isValid():
            self._take(self._model.goal(index), aside=aside)

    def _take(self, goal: Goal, *, aside: bool) -> None:
        self._leave()
        if isinstance(goal, Command):
            self._uses[goal.id] += 1
            self.command_requested.emit(goal.id)
        else:
            (self.tab_requested if aside else self.page_requested).emit(goal.id)

    @Slot()
    def _leave(self) -> None:
        """Close, and give the focus back."""
        self._asker.cancel()
        self.hide()
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus()

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close where the focus has gone elsewhere in the program."""
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self._asker.cancel()
            self.hide()


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == QtCore.Qt.Key.Key_Escape


def _make_rows(model: GoalsModel, parent: QWidget) -> QListView:
    rows = QListView(parent)
    rows.setModel(model)
    rows.setItemDelegate(GoalDelegate(rows))
    rows.setUniformItemSizes(True)
    rows.setFrameShape(QFrame.Shape.NoFrame)
    rows.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)  # the line keeps it
    return rows

"""A line whose text is looked for while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent

_ROWS_OF_A_PAGE = 5


class TypingLine(QLineEdit):
    """A line above rows that it finds; what an input method is still composing is looked for too.

    Signals:
        searched(typed): what is typed has changed.
        moved(rows): ↓ ↑ and page keys, which move through the rows while the line keeps the focus.
        opened(): Enter.
    """

    searched = Signal(str)
    moved = Signal(int)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        self._searched = ""
        self.setTextMargins(6, 0, 6, 0)
        self.setFixedHeight(int(self.fontMetrics().height() * 1.9))
        self.textChanged.connect(self.search_typed)

    @property
    def typed(self) -> str:
        """The text with what is being composed, whose letters are a word of their own."""
        if not self._preedit:
            return self.text()
        place = self.cursorPosition()
        before, behind = self.text()[:place], self.text()[place:]
        # input methods divide the letters of syllables by spaces or apostrophes
        composed = "'".join(self._preedit.split()) if self._preedit.isascii() else self._preedit
        between = " " if self._preedit.isascii() and before and not before[-1].isspace() and before[-1] != ":" else ""
        return before + between + composed + behind

    def empty(self) -> None:
        """Take away the text, and what is being composed."""
        if self._preedit:
            QGuiApplication.inputMethod().reset()
            self._preedit = ""
        self.clear()
        self.search_typed()

    @Slot()
    def search_typed(self) -> None:
        """Ask for what is typed, if it has changed."""
        if self.typed != self._searched:
            self._searched = self.typed
            self.searched.emit(self._searched)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = {
            QtCore.Qt.Key.Key_Down: 1,
            QtCore.Qt.Key.Key_Up: -1,
            QtCore.Qt.Key.Key_PageDown: _ROWS_OF_A_PAGE,
            QtCore.Qt.Key.Key_PageUp: -_ROWS_OF_A_PAGE,
        }
        key = event.key()
        if key in rows:
            self.moved.emit(rows[QtCore.Qt.Key(key)])
        elif key in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self.search_typed()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._preedit:  # the input method has gone, and what it was composing with it
            self._preedit = ""
            self.search_typed()

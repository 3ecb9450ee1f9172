"""The search bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


_ROWS_OF_A_PAGE = 5


class SearchBar(QLineEdit):
    """A line to type a query in.

    Signals:
        moved(rows): ↓ ↑ and page keys, which move through the hits while the bar keeps the focus.
        opened(): Enter.
        copy_requested(): Ctrl+C with nothing selected in the bar, so that it is meant for the page.
    """

    moved = Signal(int)
    opened = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(160)
        self.setTextMargins(6, 0, 6, 0)
        self.setFixedHeight(int(self.fontMetrics().height() * 1.9))
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.setPlaceholderText(self.tr("Search titles, text, units and figures…   Ctrl+K"))
        self.setAccessibleName(self.tr("Search"))

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
        elif event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

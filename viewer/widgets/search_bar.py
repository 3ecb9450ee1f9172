"""The search bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.override import override


class SearchBar(QLineEdit):
    """A line to type a query in.

    Signals:
        moved(rows): ↓ ↑ and page keys, which move through the hits while the bar keeps the focus.
        opened(): Enter.
    """

    moved = Signal(int)
    opened = Signal()

    _ROWS = {  # noqa: RUF012  a constant
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_PageDown: 5,
        Qt.Key.Key_PageUp: -5,
    }

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
    def event(self, event: QEvent) -> bool:
        # with nothing selected here, Ctrl+C is for the item that is shown
        is_override = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_override and event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():  # type: ignore[attr-defined]
            event.ignore()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in self._ROWS:
            self.moved.emit(self._ROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

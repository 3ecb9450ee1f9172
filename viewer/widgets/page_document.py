"""A page as rich text, which grows a slice in each turn of the event loop where it is long."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from viewer.override import override
from viewer.widgets.page_html import Look, style_sheet
from viewer.widgets.shown import Shown, html_of

_SLICE = 4000  # characters of HTML, which are read and laid out in less than a frame


class PageDocument(QTextDocument):
    """A page, or what to do where there is none. Its first slice is there at once; it loads nothing from anywhere.

    Attributes:
        shown: what is on it.
        look: how it was drawn.
        complete: whether all of it is there.

    Signals:
        grown(): more of it is there.
    """

    grown = Signal()

    def __init__(self, shown: Shown | None, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.shown = shown
        self.look = look
        self.complete = False
        self.setUndoRedoEnabled(False)
        self._pieces = html_of(shown, look)
        self._style = style_sheet(look)
        self.setHtml(self._html(self._next_slice()))
        self._timer: QTimer | None = None
        if not self.complete:
            self._timer = QTimer(self, interval=0)
            self._timer.timeout.connect(self._grow)
            self._timer.start()

    def reaches(self, position: int) -> bool:
        """Whether it has grown to a character, or to its end."""
        return self.complete or position < self.characterCount()

    def top_of(self, position: int) -> float:
        """How far below the top the line with a character is, in pixels. All above it is laid out."""
        block = self.findBlock(position)
        return self.documentLayout().blockBoundingRect(block).top() + _line_top(block, position)

    @override
    def loadResource(self, type: int, name: QtCore.QUrl | str) -> object:  # noqa: A002  Qt's name
        return None

    @Slot()
    def _grow(self) -> None:
        cursor = QTextCursor(self)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        end = cursor.position()
        # the first paragraph that is inserted becomes part of the last one, so let one go before that can be taken away
        cursor.insertHtml(self._html(f"<p>x</p>{self._next_slice()}"))
        cursor.setPosition(end)
        cursor.deleteChar()
        self.documentLayout().blockBoundingRect(self.lastBlock())  # lays out what is new
        if self.complete and self._timer is not None:
            self._timer.stop()
        self.grown.emit()

    def _next_slice(self) -> str:
        taken: list[str] = []
        length = 0
        for piece in self._pieces:
            taken.append(piece)
            length += len(piece)
            if length >= _SLICE:
                break
        else:
            self.complete = True
        return "".join(taken)

    def _html(self, body: str) -> str:
        return f"<html><head><style>{self._style}</style></head><body>{body}</body></html>"


def _line_top(block: QTextBlock, position: int) -> float:
    line = block.layout().lineForTextPosition(position - block.position())
    return line.y() if line.isValid() else 0.0

"""A page as rich text, which grows a slice in each turn of the event loop where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from viewer.override import override
from viewer.widgets.page_html import Look, style_sheet
from viewer.widgets.shown import Shown, html_of

if TYPE_CHECKING:
    from viewer.widgets.recolouring import Recolouring
    from viewer.widgets.theme import Colours

_SLICE = 4000  # characters of HTML, which are read and laid out in less than a frame
_MOST_AT_ONCE = 20_000  # characters that are laid out anew in less than a frame


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
        self.setHtml(self._html(self._next_slice()))
        self._frozen_width: int | None = None
        self._recolouring: Recolouring | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._grow)
        if not self.complete:
            self._timer.start()

    @property
    def is_long(self) -> bool:
        """Whether it takes longer than a frame to lay it out anew."""
        return self.characterCount() > _MOST_AT_ONCE

    def reaches(self, position: int) -> bool:
        """Whether it has grown to a character, or to its end."""
        return self.complete or position < self.characterCount()

    def top_of(self, position: int) -> float:
        """How far below the top the line with a character is, in pixels. All above it is laid out."""
        block = self.findBlock(position)
        return self.documentLayout().blockBoundingRect(block).top() + _line_top(block, position)

    def fits(self, width: int) -> bool:
        """Whether all of it is there, or will be, and laid out for a view of this width."""
        return self._frozen_width is None or (self.complete and self._frozen_width == width)

    def freeze(self) -> None:
        """Stay as it is laid out, however wide the view becomes, and grow no further."""
        if self._frozen_width is None:
            self._timer.stop()
            self._frozen_width = round(self.textWidth())
            self.setLayoutEnabled(False)

    @property
    def is_recolouring(self) -> bool:
        """Whether some of it may still have the colours of another theme."""
        return self._recolouring is not None and not self._recolouring.done

    def recolour(self, colours: Colours, first: int, last: int) -> None:
        """Take other colours: what is between two characters at once, the rest when there is time."""
        from viewer.widgets.recolouring import Recolouring  # not needed to start

        if colours != self.look.colours:
            self.look = self.look._replace(colours=colours)
            if self._recolouring is not None:
                self._recolouring.deleteLater()
            self._recolouring = Recolouring(self, colours)
        if self._recolouring is not None:
            self._recolouring.recolour(first, last)

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
        if self.complete:
            self._timer.stop()
            if self.is_long:
                self.freeze()
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
        return f"<html><head><style>{style_sheet(self.look)}</style></head><body>{body}</body></html>"


def _line_top(block: QTextBlock, position: int) -> float:
    line = block.layout().lineForTextPosition(position - block.position())
    return line.y() if line.isValid() else 0.0

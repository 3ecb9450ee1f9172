"""A page as rich text, which grows a slice in each turn of the event loop where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from viewer.override import override
from viewer.widgets.closed_document import ClosedDocument
from viewer.widgets.page_look import Look, style_sheet
from viewer.widgets.shown import Shown, html_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from viewer.widgets.recolouring import Recolouring
    from viewer.widgets.theme import Colours

_SLICE = 4000  # characters of HTML, which are read and laid out in less than a frame
_STEP = 9_000  # characters that are laid out anew in less than a frame
_EMPTY = "<p></p>"


class PageDocument(ClosedDocument):
    """A page, or what to do where there is none. Its first slice is there at once.

    Attributes:
        shown: what is on it.
        look: how it was drawn.
        complete: whether all of it is there.

    Signals:
        grown(): more of it is there.
        laid_out(): more of it is laid out anew.
    """

    grown = Signal()
    laid_out = Signal()

    def __init__(self, shown: Shown | None, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.shown = shown
        self.look = look
        self.complete = False
        self.setUndoRedoEnabled(False)
        self._pieces = html_of(shown, look)
        self._held = ""
        self.setHtml(self._html(self._next_slice()))
        self._recolouring: Recolouring | None = None
        self._laid_out: int | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        if not self.complete:
            self._timer.start()

    def has(self, position: int) -> bool:
        """Whether it has grown to a character, or to its end."""
        return self.complete or position < self.characterCount()

    @property
    def is_laid_out(self) -> bool:
        """Whether all that is there is laid out."""
        return self._laid_out is not None and self._laid_out >= self.characterCount()

    def reaches(self, position: int) -> bool:
        """Whether it is laid out as far as a character, or to its end."""
        return (self._laid_out or 0) > position or (self.complete and self.is_laid_out)

    def top_of(self, position: int) -> float:
        """How far below the top the line with a character is, in pixels, or the last line. All above it is laid out."""
        position = min(position, self.characterCount() - 1)
        block = self.findBlock(position)
        return self.documentLayout().blockBoundingRect(block).top() + _line_top(block, position)

    def lay_out(self) -> None:
        """Lay it out anew, for a view takes it or has another width: step by step, for Qt's own become too long."""
        count = self.characterCount()
        is_short = self.complete and count <= _STEP  # Qt does it in its first step
        self._laid_out = count if is_short else 0
        if not is_short:
            self._timer.start()

    def begin_layout(self) -> None:
        """Take the first step at once, unless it has been taken."""
        if self._laid_out == 0:
            self._lay_out_more()

    def _lay_out_more(self) -> None:
        count = self.characterCount()
        self._laid_out = min((self._laid_out or 0) + _STEP, count)
        layout = self.documentLayout()
        layout.blockBoundingRect(self.findBlock(self._laid_out - 1))
        if self.is_laid_out:
            layout.removeEventFilter(self)
        else:
            layout.installEventFilter(self)

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
    def eventFilter(self, watched: QObject, event: QtCore.QEvent) -> bool:
        # with its timers the layout goes on by itself
        return event.type() is QtCore.QEvent.Type.Timer and not self.is_laid_out

    @Slot()
    def _go_on(self) -> None:
        if self._laid_out is not None and not self.is_laid_out:
            self._lay_out_more()
            self.laid_out.emit()
        elif not self.complete:
            self._grow()
            self.grown.emit()
        else:
            self._timer.stop()

    def _grow(self) -> None:
        from PySide6.QtGui import QTextCursor  # only long pages grow

        cursor = QTextCursor(self)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        end = cursor.position()
        # the first paragraph that is inserted becomes part of the last one, so let one go before that can be taken away
        cursor.insertHtml(self._html(f"<p>x</p>{self._next_slice()}"))
        cursor.setPosition(end)
        cursor.deleteChar()
        self.documentLayout().blockBoundingRect(self.lastBlock())  # lays out what is new
        if self._laid_out is not None:
            self._laid_out = self.characterCount()

    def _next_slice(self) -> str:
        html = self._held
        self._held = ""
        for piece in self._pieces:
            html += piece
            if len(html) >= _SLICE:
                break
        else:
            self.complete = True
            return html
        if html.endswith(_EMPTY):  # what becomes of an empty paragraph depends on what follows it
            self._held = _EMPTY
        return html.removesuffix(_EMPTY)

    def _html(self, body: str) -> str:
        return f"<html><head><style>{style_sheet(self.look)}</style></head><body>{body}</body></html>"


def _line_top(block: QTextBlock, position: int) -> float:
    line = block.layout().lineForTextPosition(position - block.position())
    return line.y() if line.isValid() else 0.0

"""Giving a page that is drawn the colours of another theme, without drawing it anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QBrush, QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFragment

from viewer.widgets.theme import CONTRAST, DARK, LIGHT, Colours

_TURN = 0.004  # seconds of a turn of the event loop
_THEMES = (LIGHT, DARK, CONTRAST)


class Recolouring(QObject):
    """Goes through a document block by block, for some milliseconds in each turn of the event loop.

    Attributes:
        done: whether it has come to the end.
    """

    def __init__(self, document: QTextDocument, colours: Colours) -> None:
        super().__init__(document)
        self.done = False
        self._document = document
        self._fronts = {theme[role]: colours[role] for theme in _THEMES for role in _places("text", "muted", "accent")}
        self._backs = {theme[role]: colours[role] for theme in _THEMES for role in _places("mark", "highlight")}
        self._formats: dict[int, QTextCharFormat | None] = {}
        self._next = document.begin()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def recolour(self, first: int, last: int) -> None:
        """Give the text between two characters its colours at once."""
        self._recolour(self._document.findBlock(first), lambda block: block.position() > last)

    @Slot()
    def _go_on(self) -> None:
        end = perf_counter() + _TURN
        self._next = self._recolour(self._next, lambda _block: perf_counter() > end)
        if not self._next.isValid():
            self.done = True
            self._timer.stop()

    def _recolour(self, block: QTextBlock, is_enough: Callable[[QTextBlock], bool]) -> QTextBlock:
        """Give blocks their colours, up to the one that is given back."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        while block.isValid() and not is_enough(block):
            # in a list first, for a new format takes fragments apart and puts them together
            for position, length, coloured in list(self._coloured(block)):
                cursor.setPosition(position)
                cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(coloured)
            block = block.next()
        cursor.endEditBlock()
        return block

    def _coloured(self, block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
        """The stretches of a block that have other colours, as position and length, and what they are to be."""
        part = block.begin()
        while not part.atEnd():
            fragment = part.fragment()
            number = fragment.charFormatIndex()
            if number not in self._formats:
                self._formats[number] = self._format(fragment)
            if (coloured := self._formats[number]) is not None:
                yield fragment.position(), fragment.length(), coloured
            part += 1

    def _format(self, fragment: QTextFragment) -> QTextCharFormat | None:
        """The format of a fragment in the colours of the theme; None where it has them already."""
        found = fragment.charFormat()
        front, back = _colour(found.foreground()), _colour(found.background())
        new_front, new_back = self._fronts.get(front, front), self._backs.get(back, back)
        if (front, back) == (new_front, new_back):
            return None
        if front:
            found.setForeground(QBrush(QColor(new_front)))
        if back:
            found.setBackground(QBrush(QColor(new_back)))
        return found


def _colour(brush: QBrush) -> str:
    """Its colour; "" where there is none."""
    return brush.color().name() if brush.isOpaque() else ""


def _places(*roles: str) -> list[int]:
    return [Colours._fields.index(role) for role in roles]

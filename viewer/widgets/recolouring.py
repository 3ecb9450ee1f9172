"""Giving a page that is drawn the colours of another theme, without drawing it anew."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QBrush, QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFragment

from viewer.widgets.theme import CONTRAST, DARK, LIGHT, Colours

_PAUSE = 20  # milliseconds between two stretches, in which the window is painted
_AT_A_TIME = 8_000  # characters, which are laid out again with their colours
_MOST_CHANGES = 100
_THEMES = (LIGHT, DARK, CONTRAST)


class Recolouring(QObject):
    """Goes through a document, stretch by stretch.

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
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def recolour(self, first: int, last: int) -> None:
        """Give the text between two characters its colours at once."""
        block = self._document.findBlock(first)
        while block.isValid() and block.position() <= last:
            block = self._recolour(block, last)

    @Slot()
    def _go_on(self) -> None:
        self._next = self._recolour(self._next, self._next.position() + _AT_A_TIME)
        if not self._next.isValid():
            self.done = True
            self._timer.stop()

    def _recolour(self, block: QTextBlock, last: int) -> QTextBlock:
        """Give blocks their colours, up to a character or until many have been changed; gives back the next one."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        changes = 0
        while block.isValid() and block.position() <= last and changes < _MOST_CHANGES:
            # in a list first, for a new format takes fragments apart and puts them together
            found = list(self._coloured(block))
            changes += len(found)
            for position, length, coloured in found:
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

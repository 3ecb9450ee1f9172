"""Where a place on a page is after the page has been drawn anew."""

from __future__ import annotations

from itertools import chain

from PySide6.QtGui import QTextDocument

_FARTHEST = 50  # paragraphs; a note or a star moves the rest of a page by a few


def moved_place(before: QTextDocument, after: QTextDocument, position: int) -> int:
    """The position in the nearest paragraph `after` that says the same as the one `before`; else the same position."""
    block = before.findBlock(position)
    number = block.blockNumber()
    steps = chain.from_iterable((number + step, number - step) for step in range(_FARTHEST))
    for other in map(after.findBlockByNumber, steps):
        if other.isValid() and other.text() == block.text():
            return other.position() + position - block.position()
    return position

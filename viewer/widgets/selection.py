"""What is selected on a page, without the colours, links and marks that it is shown with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextFrame, QTextTable

from viewer.widgets.closed_document import ClosedDocument
from viewer.widgets.typesetting import without_joiners
from viewer.writers.blocks import Block, Heading, Table, Text
from viewer.writers.clean import clean, clean_line

_LINE_BREAK = "\u2028"


def selected_blocks(cursor: QTextCursor) -> list[Block]:
    """Headings, paragraphs and tables of the selection; an empty list for none."""
    if not cursor.hasSelection():
        return []
    document = ClosedDocument()
    QTextCursor(document).insertFragment(cursor.selection())
    return list(_within(document.rootFrame().begin()))


class SelectedLine(NamedTuple):
    """A line of a page, and the stretch of it that is selected; where nothing is, start and end are the caret."""

    text: str
    start: int
    end: int


def selected_lines(cursor: QTextCursor) -> list[SelectedLine]:
    """The lines, as they are written and not as they are wrapped, that a selection or the caret is in."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    lines: list[SelectedLine] = []
    block = cursor.document().findBlock(first)
    while block.isValid() and block.position() <= last:
        place = block.position()
        for text in block.text().split(_LINE_BREAK):
            start, end = max(first - place, 0), min(last - place, len(text))
            if start < end or (start == end and first == last):
                before, within = without_joiners(text[:start]), without_joiners(text[start:end])
                lines.append(SelectedLine(without_joiners(text), len(before), len(before) + len(within)))
            place += len(text) + 1
        block = block.next()
    return lines


def _within(place: QTextFrame.iterator) -> Iterator[Block]:
    """The blocks from a place to the end of its frame or cell."""
    while not place.atEnd():
        inner = place.currentFrame()
        if isinstance(inner, QTextTable):
            yield from _table(inner)
        elif inner is not None:
            yield from _within(inner.begin())
        else:
            yield from _block(place.currentBlock())
        place += 1


def _block(block: QTextBlock) -> Iterator[Block]:
    text = clean(block.text())
    if text:
        level = block.blockFormat().headingLevel()
        yield Heading(clean_line(text), level) if level else Text(text)


def _table(table: QTextTable) -> Iterator[Block]:
    """A table with its cells; one that only puts texts side by side, as these one below the other."""
    columns = range(table.columns())
    rows = [[list(_within(table.cellAt(row, column).begin())) for column in columns] for row in range(table.rows())]
    cells = list(chain.from_iterable(rows))
    if any(len(blocks) > 1 for blocks in cells):
        yield from chain.from_iterable(cells)
    elif any(cells):
        yield Table((), tuple(tuple(map(_line, row)) for row in rows))


def _line(blocks: list[Block]) -> str:
    return " ".join(clean_line(block.text) for block in blocks if isinstance(block, Heading | Text))

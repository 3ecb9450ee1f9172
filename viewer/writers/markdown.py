"""Blocks as Markdown (CommonMark, with the tables of GitHub Flavored Markdown)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from viewer.writers.blocks import Block, Cell, Figures, Heading, Remark, SourceLine, Table, Text, figures_table


def write_markdown(blocks: Iterable[Block]) -> str:
    """The blocks with an empty line between them."""
    return "\n\n".join(map(_markdown, blocks))


def _markdown(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * min(block.level, 6)} {_escape_line(block.text)}"
        case Text():
            return _escape(block.text)
        case Figures():
            return _table(figures_table(block.figures))
        case Table():
            return _table(block)
        case Remark():
            return f"**笔记**：{_escape_line(block.text)}"
        case SourceLine():
            return f"> {_escape_line(block.text)}"


def _table(table: Table) -> str:
    head, *rows = (table.head, *table.rows) if table.head else table.rows
    return "\n".join((_row(head), f"|{' --- |' * len(head)}", *map(_row, rows)))


def _row(cells: Iterable[Cell]) -> str:
    return f"| {' | '.join(_escape_line(str(cell)) for cell in cells)} |"


def _escape(text: str) -> str:
    """`text` with a backslash before what Markdown would take for its own, and without indents."""
    lines = (re.sub(r"[\\`*_\[\]<>#|&~]", r"\\\g<0>", line.strip()) for line in text.splitlines())
    # at the start of a line, marks and numbers of lists, and lines that would make the one above a heading
    return "\n".join(re.sub(r"^(\d+(?=[.)](\s|$))|(?=[-+=]))", r"\1\\", line) for line in lines)


def _escape_line(text: str) -> str:
    """The same, where Markdown has room for one line: in a heading, a cell or a quotation."""
    return _escape(" ".join(text.splitlines()))

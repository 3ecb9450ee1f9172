"""Blocks as plain text."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.writers.blocks import Block, Figures, Heading, Remark, SourceLine, Table, Text, figures_sentence
from viewer.writers.tables import write_tsv


def write_plain(blocks: Iterable[Block]) -> str:
    """The blocks with an empty line between them; a table is one of tabs."""
    return "\n\n".join(filter(None, map(_plain, blocks)))


def _plain(block: Block) -> str:
    match block:
        case Table():
            return write_tsv(block).rstrip("\n")
        case Figures():
            return figures_sentence(block.figures)
        case Remark():
            return f"笔记：{block.text}"
        case Heading() | Text() | SourceLine():
            return block.text

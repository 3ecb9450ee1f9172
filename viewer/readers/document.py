"""A document as its format gives it, before anybody has said what its paragraphs are."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum

from viewer.release.source import Place


class BlockKind(Enum):
    """What the format itself says that a block is."""

    TEXT = "text"
    HEADING = "heading"
    LIST = "list"
    """An item of a list."""
    TABLE = "table"
    """Rows divided by line breaks, cells by tabs."""
    CAPTION = "caption"


@dataclass(frozen=True, kw_only=True)
class Block:
    """A paragraph of a document, word for word but for the white space around it.

    Attributes:
        text: without white space at its ends, and not empty; a table has line breaks and tabs, others have none.
        level: of a heading, 1 for the highest; 0 where the format says none.
        bold: whether all of it stands out by its type, as headings do that are no headings to the format.
    """

    text: str
    place: Place
    kind: BlockKind = BlockKind.TEXT
    level: int = 0
    bold: bool = False


@dataclass(frozen=True, kw_only=True)
class Document:
    """The blocks of a document in order, and what the format says of the whole; "" or None where it does not."""

    blocks: tuple[Block, ...]
    title: str = ""
    date: datetime.date | None = None
    publisher: str = ""
    author: str = ""
    address: str = ""

"""What a reader puts to an entry: a star, a highlighted passage, a note.

Passages are anchored by their text, as a TextQuoteSelector of the W3C Web Annotation Data Model is: the words, and
what stands before and after them. So they are found again in a new version of the document.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

CONTEXT = 32
"""Characters that are kept of what stands before and after a passage."""


class AnnotationKind(StrEnum):
    """What a reader put to an entry."""

    STAR = "star"
    HIGHLIGHT = "highlight"
    NOTE = "note"


@dataclass(frozen=True, kw_only=True)
class Annotation:
    """One star, highlight or note.

    Attributes:
        key: names it in its library; 0 before it is there.
        entry_id: of the entry in the library that it was put to.
        quote: the passage, without line breaks; "" where it is about the whole entry.
        before, after: up to `CONTEXT` characters of what stands around the passage in its paragraph.
        note: what the reader wrote; may have line breaks.
        made: the day.
        lost: whether the entry or the passage is no longer there.
    """

    key: int = 0
    entry_id: str
    kind: AnnotationKind
    quote: str = ""
    before: str = ""
    after: str = ""
    note: str = ""
    made: datetime.date
    lost: bool = False

"""What a reader puts to an entry: a star, a highlighted passage, a note."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum

from viewer.release.anchoring import Anchor
from viewer.release.record import Record
from viewer.release.release import Entry, Release, entry_body
from viewer.release.source import Paragraph


class AnnotationKind(StrEnum):
    """What a reader put to an entry."""

    STAR = "star"
    HIGHLIGHT = "highlight"
    NOTE = "note"


class Annotation(Record):
    """One star, highlight or note.

    Attributes:
        key: names it in its library; 0 before it is there.
        entry_id: of the entry in the library that it was put to.
        title: of that entry, by which it is found again where it has got another id.
        anchor: of the passage that is meant; None where it is about the whole entry.
        note: what the reader wrote; may have line breaks.
        made: the day.
        lost: whether the entry or the passage is no longer there.
    """

    key: int = 0
    entry_id: str
    title: str
    kind: AnnotationKind
    anchor: Anchor | None = None
    note: str = ""
    made: datetime.date
    lost: bool = False

    @property
    def quote(self) -> str:
        """The passage that is meant, without line breaks; "" for the whole entry."""
        return self.anchor.quote if self.anchor else ""


def texts_of(entry: Entry, paragraphs: Mapping[int, Paragraph]) -> list[str]:
    """The texts of an entry in which a passage can be highlighted, without line breaks.

    `paragraphs` are those of the document of its release, where it has been opened.
    """
    numbers = paragraphs if isinstance(entry, Release) else [*entry.paragraphs, *(c.paragraph for c in entry.captions)]
    original = [paragraphs[number].text for number in dict.fromkeys(numbers) if number in paragraphs]
    whole = [entry.title, entry_body(entry), *(caption.text for caption in entry.captions), *original]
    return [line for text in whole for line in text.replace("\t", "\n").splitlines() if line.strip()]

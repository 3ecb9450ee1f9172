"""What can be opened and found in a library: releases, their sections, their items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from viewer.release.annotation import Annotation
from viewer.release.extract import Extract
from viewer.release.release import Entry, Figure, Item, Release
from viewer.release.source import Paragraph


class EntryKind(StrEnum):
    """What an entry is."""

    RELEASE = "release"
    SECTION = "section"
    ITEM = "item"


class NameKind(StrEnum):
    """What a name names; also the way to browse by it."""

    UNIT = "unit"
    PLACE = "place"
    SYSTEM = "system"
    PERSON = "person"


class Crumb(NamedTuple):
    """An entry by its id and title."""

    id: str
    title: str


class Related(NamedTuple):
    """An item that shares names with another.

    Attributes:
        path: the release and the section that it stands in.
        names: those that both bear, the rarest first.
    """

    item: Crumb
    path: tuple[Crumb, Crumb]
    names: tuple[str, ...]


class ReleaseNotice(NamedTuple):
    """The notice of a release.

    Attributes:
        release: without its sections.
        original: the paragraphs of the notice in its document, word for word, where that has been opened.
    """

    release: Release
    original: tuple[str, ...]


class Page(NamedTuple):
    """Everything that is shown of one entry.

    Attributes:
        id: of the entry in the library: `RELEASE`, `RELEASE/SECTION` or `RELEASE/ITEM`.
        entry: the entry without its sections or items.
        path: what it stands in, from the release down.
        children: its sections or items.
        release: the release that it belongs to, without its sections and without its document.
        paragraphs: of the document, by number, where it has been opened: all for a release, or those of the entry.
        figures: those that these paragraphs state, by the numbers of the paragraphs.
        annotations: what the reader put to the entry.
        passages: the annotations of passages of the whole release.
        related: for an item, others that share names with it, best first.
    """

    id: str
    entry: Entry
    path: tuple[Crumb, ...]
    children: tuple[Crumb, ...]
    release: Release
    paragraphs: Mapping[int, Paragraph]
    figures: Mapping[int, Sequence[Figure]]
    annotations: tuple[Annotation, ...] = ()
    passages: tuple[Annotation, ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def extract(self) -> Extract:
        """The entry as it is taken along."""
        section = self.path[-1].title if isinstance(self.entry, Item) else ""
        return Extract(
            id=self.id, entry=self.entry, release=self.release, section=section, annotations=self.annotations
        )

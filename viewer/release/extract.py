"""Entries and figures as they are taken along: with what they belong to."""

from __future__ import annotations

from viewer.release.annotation import Annotation
from viewer.release.record import Record
from viewer.release.release import Entry, Figure, Release


class Extract(Record):
    """An entry of a library, ready to be copied, cited or exported.

    Attributes:
        id: of the entry in its library.
        entry: without its sections or items.
        release: that it belongs to, without its sections and its document.
        section: the title of the section that it stands in, or "".
        annotations: what the reader put to it.
    """

    id: str
    entry: Entry
    release: Release
    section: str = ""
    annotations: tuple[Annotation, ...] = ()


class FigureExtract(Record):
    """A figure of a library, with what states it.

    Attributes:
        units: the units that its entry names.
        entry_id, title: of that entry.
        release: that it belongs to, without its sections and its document.
    """

    figure: Figure
    units: tuple[str, ...]
    entry_id: str
    title: str
    release: Release

"""What a reader mends in what was understood of a document, before it is kept."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import NamedTuple

from viewer.readers.compose import Facts, compose_release
from viewer.release.release import Release
from viewer.release.source import Paragraph, Role


class Mending(NamedTuple):
    """What is to be otherwise.

    Attributes:
        title: the right title.
        date: the right day.
        levels: by the number of a paragraph, the level of the heading that it is, or 0 where it is none.
    """

    title: str
    date: datetime.date
    levels: Mapping[int, int]


def mend(release: Release, mending: Mending) -> Release:
    """The release of the same document with what was mended; one without its document gets title and day only."""
    mended = release
    if mending.levels and release.source is not None:
        paragraphs = [
            _mend_paragraph(paragraph, mending.levels.get(number))
            for number, paragraph in enumerate(release.source.paragraphs, 1)
        ]
        facts = Facts(
            day=release.date,
            title=release.title,
            publisher=release.publisher,
            author=release.credit,
            address=release.address,
        )
        mended = dataclasses.replace(compose_release(paragraphs, facts), id=release.id)
    fields = {"title"} if mending.title != release.title else set()
    fields |= {"date", "year"} if mending.date != release.date else set()
    kept = tuple(part for part in release.inferred if part.field not in fields)
    return dataclasses.replace(mended, title=mending.title, date=mending.date, inferred=kept)


def _mend_paragraph(paragraph: Paragraph, level: int | None) -> Paragraph:
    if level is None:
        return paragraph
    role = Role.HEADING if level else Role.BODY
    return dataclasses.replace(paragraph, role=role, level=level, run_in=0)

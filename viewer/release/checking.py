"""Checking a release against the document that it was taken from: is all that it names and counts written there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from viewer.release.folding import Span, fold, fold_with_offsets
from viewer.release.release import Figure, Passage, Release


class FactKind(StrEnum):
    """What is looked for."""

    FIGURE = "figure"
    UNIT = "unit"
    PLACE = "place"
    SYSTEM = "system"
    PERSON = "person"


class Finding(NamedTuple):
    """A fact of a release, the paragraph that it names, and whether that has it."""

    kind: FactKind
    text: str
    paragraph: int
    found: bool


def check_against(release: Release, paragraphs: Sequence[str]) -> list[Finding]:
    """Every figure and name of `release`, and whether the paragraph of the document that it names has it.

    A figure is found where its number, its qualifier and its change are. Width, case, quotation marks and white space
    make no difference.
    """
    findings = []
    for entry in release.entries():
        for kind, text, paragraph in _facts(entry):
            source = fold(paragraphs[paragraph - 1]) if paragraph <= len(paragraphs) else ""
            found = all(fold(part) in source for part in text)
            findings.append(Finding(kind, " ".join(filter(None, text)), paragraph, found))
    return findings


def locate_figure(figure: Figure, paragraph: str) -> Span | None:
    """Where a figure stands in its paragraph, in characters: as it says, or else where it is written there first."""
    if figure.start is not None and figure.end is not None:
        return figure.start, figure.end
    spans = fold_with_offsets(paragraph).find(fold(figure.written))
    return spans[0] if spans else None


def _facts(entry: Passage) -> Iterator[tuple[FactKind, tuple[str, ...], int]]:
    for figure in entry.figures:
        qualifier = tuple(figure.qualifier.split("…"))
        yield FactKind.FIGURE, (figure.change, *qualifier, figure.written), figure.paragraph
    for kind, mentions in (
        (FactKind.UNIT, entry.units),
        (FactKind.PLACE, entry.places),
        (FactKind.SYSTEM, entry.systems),
    ):
        yield from ((kind, (mention.name,), mention.paragraph) for mention in mentions)
    for person in entry.people:
        yield FactKind.PERSON, (person.unit, person.rank, person.name), person.paragraph

"""What is taken along, before it has a format: blocks one below the other.

Words of our own in them are Chinese, as what they stand beside, whatever the language of the window.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.release.annotation import AnnotationKind
from viewer.release.citation import source_line
from viewer.release.extract import Extract
from viewer.release.release import Figure, Release, Section, entry_body
from viewer.writers.clean import clean, clean_line

Cell = str | int | float
"""What stands in a cell of a table; a number stays one."""


@dataclass(frozen=True)
class Heading:
    """A heading in one line; level 1 is the highest."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Text:
    """Running text; its paragraphs are divided by line breaks."""

    text: str


@dataclass(frozen=True)
class Table:
    """A table; `head` may be empty."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Figures:
    """The figures of an entry: a sentence where there is only text, or else a table."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Remark:
    """What the reader put to an entry."""

    text: str


@dataclass(frozen=True)
class SourceLine:
    """Where what stands above it comes from."""

    text: str


Block = Heading | Text | Table | Figures | Remark | SourceLine
"""What stands below what comes before it."""


def extract_blocks(extract: Extract, *, with_source: bool = True) -> Iterator[Block]:
    """Title, running text, figures, what the reader put to it, and the source line."""
    entry, release = extract.entry, extract.release
    star = "★ " if any(part.kind is AnnotationKind.STAR for part in extract.annotations) else ""
    yield Heading(star + clean_line(entry.title), _level(extract))
    if body := clean(entry_body(entry)):
        yield Text(body)
    if entry.figures:
        yield Figures(entry.figures)
    for part in extract.annotations:
        if remark := _remark(clean(part.quote), clean(part.note)):
            yield Remark(remark)
    if with_source:
        yield SourceLine(source_line(release, entry.paragraphs))


def figures_table(figures: tuple[Figure, ...]) -> Table:
    """Figures as a table, each with the paragraph that states it."""
    rows = tuple((clean_line(part.label), clean_line(part.quoted), part.paragraph) for part in figures)
    return Table(("数据", "原文写法", "原文段落"), rows)


def figures_sentence(figures: tuple[Figure, ...]) -> str:
    """Figures as a sentence."""
    parts = "，".join(f"{clean_line(part.label)} {clean_line(part.quoted)}" for part in figures)
    return parts and f"{parts}。"


def _level(extract: Extract) -> int:
    if isinstance(extract.entry, Release):
        return 1
    return 2 if isinstance(extract.entry, Section) else 3


def _remark(quote: str, note: str) -> str:
    quoted = f"“{quote}”" if quote else ""
    return "：".join(filter(None, (quoted, note)))

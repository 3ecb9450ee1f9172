"""What a release is: plain, frozen data with nothing but its own rules.

Paragraph numbers count the paragraphs of the source document from 1. Every fact carries the number of
the paragraph that states it, so that it can be cited and checked.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from viewer.release.errors import QT_TRANSLATE_NOOP

_ID_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_HEXADECIMAL = frozenset("0123456789abcdef")
_FINGERPRINT_LENGTH = 64
_MOST_PARAGRAPHS = 10_000_000
_LARGEST_VALUE = 10**18


class RuleError(ValueError):
    """A value that no release may have.

    Attributes:
        expected: what it may have, in English.
        found: the value.
    """

    def __init__(self, expected: str, found: object) -> None:
        super().__init__(f"expected {expected}, got {found!r}")
        self.expected = expected
        self.found = found


def _check_id(value: str) -> None:
    if not all(part and _ID_CHARACTERS.issuperset(part) for part in value.split("-")):
        raise RuleError(QT_TRANSLATE_NOOP("errors", "an id of a-z, 0-9 and -"), value)


def _check_text(value: str) -> None:
    if not value.strip():
        raise RuleError(QT_TRANSLATE_NOOP("errors", "text that is not empty"), value)


def _check_paragraphs(*paragraphs: int) -> None:
    for paragraph in paragraphs:
        if not 1 <= paragraph <= _MOST_PARAGRAPHS:
            raise RuleError(QT_TRANSLATE_NOOP("errors", "a paragraph number from 1 on"), paragraph)


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A unit, place or system by its published name, and the paragraph that names it."""

    name: str
    paragraph: int

    def __post_init__(self) -> None:
        _check_text(self.name)
        _check_paragraphs(self.paragraph)


@dataclass(frozen=True, kw_only=True)
class Person:
    """Someone named in the source, with rank (民警) and unit (铜山分局) where they are stated."""

    name: str
    rank: str = ""
    unit: str = ""
    paragraph: int

    def __post_init__(self) -> None:
        _check_text(self.name)
        _check_paragraphs(self.paragraph)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A quantity that a reader could quote.

    Attributes:
        label: what is counted, in our own words.
        written: number and unit as the source has them, such as 3.6亿元.
        value: the number with 万 and 亿 multiplied in; a ratio for % and 成 (五成 is 0.5).
        unit: the measure word or unit after the number; "" for ratios.
        qualifier: 约, 近, 超 and the like, as the source has it.
        change: for a change, its kind, such as 同比下降.
        paragraph: the paragraph that states it.
    """

    label: str
    written: str
    value: int | float
    unit: str = ""
    qualifier: str = ""
    change: str = ""
    paragraph: int

    def __post_init__(self) -> None:
        _check_text(self.label)
        _check_text(self.written)
        _check_paragraphs(self.paragraph)
        if not math.isfinite(self.value) or abs(self.value) > _LARGEST_VALUE:
            raise RuleError(QT_TRANSLATE_NOOP("errors", "a number below 10^18"), self.value)

    @property
    def quoted(self) -> str:
        """The figure with qualifier and change, ready to be quoted: 近两万人, 同比下降五成."""
        qualifier = "" if self.qualifier in self.written else self.qualifier
        return self.change + qualifier + self.written


@dataclass(frozen=True, kw_only=True)
class Caption:
    """The words under a photo of the source."""

    text: str
    paragraph: int

    def __post_init__(self) -> None:
        _check_text(self.text)
        _check_paragraphs(self.paragraph)


@dataclass(frozen=True, kw_only=True)
class Passage:
    """What a stretch of the source names: the base of Release, Section and Item.

    Attributes:
        paragraphs: the paragraphs of the source that it rests on.
    """

    paragraphs: tuple[int, ...] = ()
    units: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    systems: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    figures: tuple[Figure, ...] = ()
    captions: tuple[Caption, ...] = ()

    def __post_init__(self) -> None:
        _check_paragraphs(*self.paragraphs)


@dataclass(frozen=True, kw_only=True)
class Item(Passage):
    """One thing that a release reports. `id` is unique within the release and never changes."""

    id: str
    title: str
    summary: str

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_id(self.id)
        _check_text(self.title)


@dataclass(frozen=True, kw_only=True)
class Section(Passage):
    """A category of a release. `announced` is how many items the release says there are, if it does."""

    id: str
    title: str
    lead: str = ""
    announced: int | None = None
    items: tuple[Item, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_id(self.id)
        _check_text(self.title)
        if self.announced is not None and not len(self.items) <= self.announced <= _MOST_PARAGRAPHS:
            raise RuleError(QT_TRANSLATE_NOOP("errors", "at least as many announced as described"), self.announced)


@dataclass(frozen=True, kw_only=True)
class Clause:
    """One numbered clause of a notice; its paragraphs are divided by line breaks."""

    number: int
    text: str
    paragraphs: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        _check_text(self.text)
        _check_paragraphs(self.number, *self.paragraphs)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """The copyright notice of a release.

    Attributes:
        holder: who holds the rights.
        form: "restated" in our own words, or "verbatim" from a document that the reader opened.
    """

    holder: str
    form: Literal["restated", "verbatim"]
    clauses: tuple[Clause, ...]

    def __post_init__(self) -> None:
        _check_text(self.holder)


NOTICE_FORMS = {
    "restated": QT_TRANSLATE_NOOP(
        "AboutDialog", "Restated clause by clause in our own words; the publisher's own wording is what counts."
    ),
    "verbatim": QT_TRANSLATE_NOOP("AboutDialog", "Word for word from the document."),
}
"""What the form of a notice means, in English."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """The document that a release was taken from.

    Attributes:
        paragraph_count: how many paragraphs it has.
        fingerprint: of its normalised paragraphs, see `viewer.release.fingerprint`.
    """

    paragraph_count: int
    fingerprint: str

    def __post_init__(self) -> None:
        _check_paragraphs(self.paragraph_count)
        if len(self.fingerprint) != _FINGERPRINT_LENGTH or not _HEXADECIMAL.issuperset(self.fingerprint):
            raise RuleError(QT_TRANSLATE_NOOP("errors", "64 hexadecimal digits"), self.fingerprint)


@dataclass(frozen=True, kw_only=True)
class Inference:
    """Something that the source does not state and that was concluded, with the reason."""

    field: Literal["title", "year", "issuer", "publisher", "occasion", "period"]
    reason: str


@dataclass(frozen=True, kw_only=True)
class Release(Passage):
    """A press release.

    Attributes:
        id: unique in a library, of a-z, 0-9 and "-"; never changes.
        issuer: the body that made the announcement.
        publisher: the medium that published this text.
        occasion: the event at which it was announced.
        date: the day of the announcement; `date_written` is how the source has it.
        period: the time that it reports on.
        credit: who is named for text and photos.
        overview: what the release says of itself as a whole.
        inferred: what of all this the source does not state.
    """

    id: str
    title: str
    issuer: str
    publisher: str
    occasion: str
    date: datetime.date
    date_written: str
    period: str
    credit: str
    overview: str
    inferred: tuple[Inference, ...] = ()
    sections: tuple[Section, ...] = ()
    notice: Notice | None = None
    source: Source | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_id(self.id)
        _check_text(self.title)
        seen: set[str] = set()
        for entry_id in (entry.id for entry in self.entries() if entry is not self):
            if entry_id in seen:
                raise RuleError(QT_TRANSLATE_NOOP("errors", "every id once"), entry_id)
            seen.add(entry_id)

    def entries(self) -> Iterator[Entry]:
        """The release, its sections and their items, in the order of the source."""
        yield self
        for section in self.sections:
            yield section
            yield from section.items


Entry = Release | Section | Item
"""What can be opened, found and cited by itself."""


def entry_body(entry: Entry) -> str:
    """Overview, lead or summary: the running text of an entry."""
    if isinstance(entry, Release):
        return entry.overview
    return entry.lead if isinstance(entry, Section) else entry.summary

"""What a release is: plain, frozen data with nothing but its own rules.

Paragraph numbers count the paragraphs of the source document from 1. Every fact carries the number of
the paragraph that states it, so that it can be cited and checked.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal

from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.release.record import Record
from viewer.release.rules import MOST_PARAGRAPHS, RuleError, check_address, check_id, check_paragraphs, check_text
from viewer.release.source import DEEPEST_LEVEL, Source

_LARGEST_VALUE = 10**18

Form = Literal["restated", "verbatim"]
"""Whether words are our own, or those of a document that the reader opened."""


class Mention(Record):
    """A unit, place or system by its published name, and the paragraph that names it."""

    name: str
    paragraph: int

    def __post_init__(self) -> None:
        check_text(self.name)
        check_paragraphs(self.paragraph)


class Person(Record):
    """Someone named in the source, with rank (民警) and unit (铜山分局) where they are stated."""

    name: str
    rank: str = ""
    unit: str = ""
    paragraph: int

    def __post_init__(self) -> None:
        check_text(self.name)
        check_paragraphs(self.paragraph)


class Figure(Record):
    """A quantity that a reader could quote.

    Attributes:
        label: what is counted, in our own words.
        written: number and unit as the source has them, such as 3.6亿元.
        value: the number with 万 and 亿 multiplied in; a ratio for % and 成 (五成 is 0.5); a pair for a range.
        unit: the measure word or unit after the number; "" for ratios.
        qualifier: 约, 近, 超 and the like, as the source has it.
        change: for a change, its kind, such as 同比下降.
        paragraph: the paragraph that states it.
        start, end: where `written` stands in that paragraph, in characters, if that is known.
    """

    label: str
    written: str
    value: int | float | tuple[int | float, int | float]
    unit: str = ""
    qualifier: str = ""
    change: str = ""
    paragraph: int
    start: int | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        check_text(self.label)
        check_text(self.written)
        check_paragraphs(self.paragraph)
        for value in self.values:
            if not abs(value) <= _LARGEST_VALUE:  # nor is there any that is no number
                raise RuleError(QT_TRANSLATE_NOOP("errors", "a number below 10^18"), value)
        if self.start is not None and not (self.end is not None and 0 <= self.start < self.end):
            raise RuleError(QT_TRANSLATE_NOOP("errors", "a start before its end"), self.start)

    @property
    def values(self) -> tuple[int | float, ...]:
        """The value, or both ends of a range."""
        return self.value if isinstance(self.value, tuple) else (self.value,)

    @property
    def quoted(self) -> str:
        """The figure with qualifier and change, ready to be quoted: 近两万人, 同比下降五成."""
        qualifier = "" if self.qualifier in self.written else self.qualifier
        return self.change + qualifier + self.written


class Caption(Record):
    """The words under a photo of the source."""

    text: str
    paragraph: int

    def __post_init__(self) -> None:
        check_text(self.text)
        check_paragraphs(self.paragraph)


class Passage(Record):
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
        check_paragraphs(*self.paragraphs)


class Item(Passage):
    """One thing that a release reports. `id` is unique within the release and never changes."""

    id: str
    title: str
    summary: str

    def __post_init__(self) -> None:
        super().__post_init__()
        check_id(self.id)
        check_text(self.title)


class Section(Passage):
    """A category of a release.

    Attributes:
        level: 1, or more where it stands inside the nearest section before it that has a lower one.
        announced: how many items the release says there are, if it does.
    """

    id: str
    title: str
    lead: str = ""
    level: int = 1
    announced: int | None = None
    items: tuple[Item, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        check_id(self.id)
        check_text(self.title)
        if not 1 <= self.level <= DEEPEST_LEVEL:
            raise RuleError(QT_TRANSLATE_NOOP("errors", "a level from 1 to 9"), self.level)
        if self.announced is not None and not len(self.items) <= self.announced <= MOST_PARAGRAPHS:
            raise RuleError(QT_TRANSLATE_NOOP("errors", "at least as many announced as described"), self.announced)


class Clause(Record):
    """One numbered clause of a notice; its paragraphs are divided by line breaks."""

    number: int
    text: str
    paragraphs: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        check_text(self.text)
        check_paragraphs(self.number, *self.paragraphs)


class Notice(Record):
    """The copyright notice of a release.

    Attributes:
        holder: who holds the rights.
        form: "restated" in our own words, or "verbatim" from a document that the reader opened.
    """

    holder: str
    form: Form
    clauses: tuple[Clause, ...]

    def __post_init__(self) -> None:
        check_text(self.holder)


NOTICE_FORMS = {
    "restated": QT_TRANSLATE_NOOP(
        "AboutDialog", "Restated clause by clause in our own words; the publisher's own wording is what counts."
    ),
    "verbatim": QT_TRANSLATE_NOOP("AboutDialog", "Word for word from the document."),
}
"""What the form of a notice means, in English."""


class Inference(Record):
    """Something that the source does not state and that was concluded, with the reason."""

    field: Literal["title", "date", "year", "issuer", "publisher", "occasion", "period"]
    reason: str


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
        address: where on the web it was published, "" where that is not known.
        overview: what the release says of itself as a whole.
        inferred: what of all this the source does not state.
        form: whether leads and summaries are in our own words or those of the source.
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
    address: str = ""
    inferred: tuple[Inference, ...] = ()
    form: Form = "restated"
    sections: tuple[Section, ...] = ()
    notice: Notice | None = None
    source: Source | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        check_id(self.id)
        check_text(self.title)
        check_address(self.address)
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

"""The document that a release was taken from, paragraph by paragraph."""

from __future__ import annotations

from enum import StrEnum

from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.release.record import Record
from viewer.release.rules import RuleError, check_paragraphs, check_text

DEEPEST_LEVEL = 9
"""Of headings and sections."""

_HEXADECIMAL = frozenset("0123456789abcdef")
_FINGERPRINT_LENGTH = 64


class Role(StrEnum):
    """What a paragraph is in its document."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    META = "meta"
    """Lines about the document: time, source, author, where it was said."""
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    """An item of a list."""
    CAPTION = "caption"
    TABLE = "table"
    """Rows divided by line breaks, cells by tabs."""
    CREDIT = "credit"
    """Lines of their own that name editors, authors and photographers."""
    NOTICE = "notice"
    """A copyright notice: its clauses and what runs on from them."""


class Place(Record):
    """Where in a file a paragraph stands, as far as its format has such places.

    Attributes:
        page: from 1 on; 0 where there are no pages.
        line: the first line, from 1 on, of the page or else of the file; 0 where there are no lines.
        lines: how many lines there are of it.
        element: the path to it in a document of elements, such as `/html/body/div[2]/p[3]`, or "".
    """

    page: int = 0
    line: int = 0
    lines: int = 1
    element: str = ""

    def __post_init__(self) -> None:
        if min(self.page, self.line) < 0 or self.lines < 1:
            raise RuleError(QT_TRANSLATE_NOOP("errors", "a place from 1 on"), (self.page, self.line, self.lines))


class Paragraph(Record):
    """A paragraph, word for word but for the white space around it.

    Attributes:
        level: of a heading, 1 for the highest; 0 for what is none.
        run_in: how many characters at its start are a heading, where one is run in.
    """

    text: str
    role: Role = Role.BODY
    level: int = 0
    run_in: int = 0
    place: Place = Place()

    def __post_init__(self) -> None:
        check_text(self.text)
        if not 0 <= self.level <= DEEPEST_LEVEL:
            raise RuleError(QT_TRANSLATE_NOOP("errors", "a level from 0 to 9"), self.level)
        if not 0 <= self.run_in < len(self.text):
            raise RuleError(QT_TRANSLATE_NOOP("errors", "a heading shorter than its paragraph"), self.run_in)


class Source(Record):
    """The document that a release was taken from.

    Attributes:
        paragraph_count: how many paragraphs it has.
        fingerprint: of its normalised paragraphs, see `viewer.release.fingerprint`.
        paragraphs: the document itself, where the reader has opened it.
    """

    paragraph_count: int
    fingerprint: str
    paragraphs: tuple[Paragraph, ...] = ()

    def __post_init__(self) -> None:
        check_paragraphs(self.paragraph_count)
        if len(self.fingerprint) != _FINGERPRINT_LENGTH or not _HEXADECIMAL.issuperset(self.fingerprint):
            raise RuleError(QT_TRANSLATE_NOOP("errors", "64 hexadecimal digits"), self.fingerprint)
        if len(self.paragraphs) not in (0, self.paragraph_count):
            raise RuleError(QT_TRANSLATE_NOOP("errors", "as many paragraphs as are counted"), len(self.paragraphs))

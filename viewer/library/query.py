"""What a person typed, understood. How it is read: `viewer.library.query_parser`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from viewer.library.entry import NameKind
from viewer.release.annotation import AnnotationKind
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.release.folding import fold
from viewer.release.pinyin import Letters

Ways = tuple[Letters, ...]
"""The ways in which typed letters can be divided among characters."""


@dataclass(frozen=True)
class Words:
    """Text to be found.

    Attributes:
        text: folded.
        variant: the same simplified word by word, where that differs; "" otherwise.
        letters: the ways to read it as pinyin; none where it is quoted or no letters.
        number: the value where it is a number, with what stands behind it as `unit`.
    """

    text: str
    variant: str = ""
    letters: Ways = ()
    number: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True)
class Name:
    """A name of one kind that must be given; `kind` is None for the category."""

    kind: NameKind | None
    text: str
    letters: Ways = ()


@dataclass(frozen=True)
class Annotated:
    """The reader must have put an annotation of this kind to it, with `text` in it; "" is any."""

    kind: AnnotationKind
    text: str = ""


@dataclass(frozen=True)
class Years:
    """The release must be of one of these years."""

    first: int
    last: int


@dataclass(frozen=True)
class Values:
    """A figure must be there whose value is in the range and whose unit is `unit`; "" is any unit."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str = ""


@dataclass(frozen=True)
class Not:
    """The part must not be found."""

    part: Part


@dataclass(frozen=True)
class All:
    """Every part must be found."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Either:
    """One of the parts must be found."""

    parts: tuple[Part, ...]


Part = Words | Name | Annotated | Years | Values | Not | All | Either
"""What a query is made of."""


class Note(StrEnum):
    """What was left out of a query, in English."""

    UNCLOSED = QT_TRANSLATE_NOOP("Query", "a quotation mark or bracket without its partner: {text}")
    BARE = QT_TRANSLATE_NOOP("Query", "nothing to search: {text}")
    NO_NUMBER = QT_TRANSLATE_NOOP("Query", "no number: {text}")
    NO_YEAR = QT_TRANSLATE_NOOP("Query", "no year: {text}")
    EMPTY_RANGE = QT_TRANSLATE_NOOP("Query", "no value can be in it: {text}")
    TOO_DEEP = QT_TRANSLATE_NOOP("Query", "a bracket inside of ten others: {text}")
    TOO_LONG = QT_TRANSLATE_NOOP("Query", "everything after the first 256 characters")


@dataclass(frozen=True)
class Query:
    """What is searched, None for nothing, and what was left out: a Note with the text that it means."""

    part: Part | None
    notes: tuple[tuple[Note, str], ...] = ()


class Field(StrEnum):
    """The fields; the values are their English names."""

    DEPARTMENT = "department"
    CATEGORY = "category"
    SYSTEM = "system"
    PERSON = "person"
    PLACE = "place"
    YEAR = "year"
    VALUE = "value"
    UNIT = "unit"
    STAR = "star"
    HIGHLIGHT = "highlight"
    NOTE = "note"


FIELD_NAMES = {
    "部门": Field.DEPARTMENT,
    "类别": Field.CATEGORY,
    "系统": Field.SYSTEM,
    "人物": Field.PERSON,
    "地区": Field.PLACE,
    "年": Field.YEAR,
    "数值": Field.VALUE,
    "单位": Field.UNIT,
    "收藏": Field.STAR,
    "标记": Field.HIGHLIGHT,
    "笔记": Field.NOTE,
} | {str(field): field for field in Field}
"""Every name of a field that can be typed."""

NAME_FIELDS: dict[Field, NameKind | None] = {
    Field.DEPARTMENT: NameKind.UNIT,
    Field.CATEGORY: None,
    Field.SYSTEM: NameKind.SYSTEM,
    Field.PERSON: NameKind.PERSON,
    Field.PLACE: NameKind.PLACE,
}
"""The fields whose values are names, and of what."""

ANNOTATION_FIELDS = {
    Field.STAR: AnnotationKind.STAR,
    Field.HIGHLIGHT: AnnotationKind.HIGHLIGHT,
    Field.NOTE: AnnotationKind.NOTE,
}
"""The fields that ask for what the reader put to an entry; without a value, for anything of the kind."""


def narrow(query: Query, category: str) -> Query:
    """The query within one category; "" is all of them."""
    if not category or query.part is None:
        return query
    return replace(query, part=All((query.part, Name(None, fold(category)))))

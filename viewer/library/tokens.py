"""The tokens that the search index holds, and how text becomes them.

Every position of a text has the folded character there and that character with the next: one character is
found by the first, two by the second, more as a phrase of seconds. Letters that stand for titles and names
have positions of their own, see `spelled_part`. What FTS5 is given is therefore not text but tokens, which
`tokenizer` divides; several may share a position, which FTS5's own tokenizers cannot do.

Why so, at 100,000 items of 150 characters: this tokenizer takes 1.2 times as long as pairs given to FTS5's
`ascii` one with `prefix=1` in place of single characters, at the same size, and is the only one of the two
that can put 重 as chong and zhong at one place; trigrams are as large and find nothing below three
characters; single characters alone, as phrases, read a hundred times as much for a common word.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise, product

from viewer.library.entry import NameKind
from viewer.library.values import exact_token, value_tokens
from viewer.release.annotation import AnnotationKind
from viewer.release.folding import fold
from viewer.release.numerals import find_numbers
from viewer.release.pinyin import Letters, contributions, first_letters, spell

# none of these is left in folded text, so no token means two things
_TEXT = "\x01"
_POSITION = "\x02"
_SAME_POSITION = "\x03"
_PART = "\x04"
_SYLLABLE, _BEGINNING, _INITIALS = "\x05", "\x06", "\x07"
_NUMBER, _VALUE, _YEAR, _ANY, _NONE = "\x0e", "\x0f", "\x10", "\x11", "\x12"
_FIELDS: dict[NameKind | AnnotationKind | None, str] = {
    None: "\x13",
    NameKind.UNIT: "\x14",
    NameKind.PLACE: "\x15",
    NameKind.SYSTEM: "\x16",
    NameKind.PERSON: "\x17",
    AnnotationKind.STAR: "\x18",
    AnnotationKind.HIGHLIGHT: "\x19",
    AnnotationKind.NOTE: "\x1a",
}
ANY_ENTRY = _ANY
"""The token that every entry has."""
NO_ENTRY = _NONE
"""The token that no entry has."""

_LONGEST_RUN = 3


def tokenizer(text: bytes, _flags: int, _locale: str | None) -> list[str | tuple[str, ...]]:
    """The tokens of a column or of a phrase, a tuple for each position; made for `register_fts5_tokenizer`."""
    tokens: list[str | tuple[str, ...]] = []
    for part in filter(None, text.decode().split(_PART)):
        if tokens:
            tokens.append(_PART)  # takes up a position, so that no phrase goes from part to part
        if part.startswith(_TEXT):
            folded = part[1:]
            tokens += zip(folded, map(str.__add__, folded, folded[1:]), strict=False)
            tokens.append(folded[-1])
        else:
            tokens += _divide(part)
    return tokens


@lru_cache(maxsize=2_000)
def _divide(part: str) -> tuple[tuple[str, ...], ...]:
    """The tokens of each position of a part; names come again and again."""
    return tuple(tuple(position.split(_SAME_POSITION)) for position in part.split(_POSITION))


def phrase(positions: Iterable[str]) -> str:
    """Tokens that follow each other, as FTS5 reads a phrase."""
    return _POSITION.join(positions)


def column(*parts: str) -> str:
    """Parts of a text as a column; nothing is found across two of them."""
    return _PART.join(filter(None, parts))


def text_part(text: str) -> str:
    """Text that is found by any part of it."""
    folded = fold(text)
    return _TEXT + folded if folded else ""


def numbers_part(text: str) -> str:
    """The numbers in a text, which are found however they are written."""
    return _POSITION.join(dict.fromkeys(number_token(number.value) for number in find_numbers(text)))


def text_tokens(folded: str) -> list[str]:
    """The tokens of a phrase that is `folded`."""
    return [folded[place : place + 2] for place in range(len(folded) - 1)] or [folded]


def name_part(name: str, kind: NameKind | AnnotationKind | None) -> str:
    """A name, or what a reader wrote, in the field of its kind; None is the category."""
    field = _FIELDS[kind]
    folded = fold(name)
    positions = [field + first + _SAME_POSITION + field + first + second for first, second in pairwise(folded)]
    return _POSITION.join([*positions, field + folded[-1]]) if folded else ""


def name_tokens(kind: NameKind | AnnotationKind | None, folded: str) -> list[str]:
    """The tokens of a phrase in the names, or in what a reader wrote, of one kind."""
    return [_FIELDS[kind] + token for token in text_tokens(folded)]


def annotation_part(kind: AnnotationKind, text: str) -> str:
    """An annotation, which may be found by `text`."""
    return _POSITION.join(filter(None, (annotated_token(kind), name_part(text, kind))))


def annotated_token(kind: AnnotationKind) -> str:
    """The token of the entries that have an annotation of this kind."""
    return _FIELDS[kind] + _ANY


def spelled_part(text: str) -> str:
    """How a title or name is read.

    At the place of each character: all beginnings of its syllables, its syllables and its first letter with the
    first letter of the next, and the first letters of three.
    """
    readings = spell(text).readings
    firsts = [tuple(sorted(first_letters(several))) for several in readings]
    positions: list[str] = []
    for place, several in enumerate(readings):
        tokens = [_beginnings(several)]
        if place + 1 < len(firsts):
            tokens.append(_followed(several, firsts[place + 1]))
        if place + 2 < len(firsts):
            tokens += [_INITIALS + a + b + c for a, b, c in product(*firsts[place : place + _LONGEST_RUN])]
        positions.append(_SAME_POSITION.join(tokens))
    return _POSITION.join(positions)


@cache
def _beginnings(readings: frozenset[str]) -> str:
    beginnings = {reading[:length] for reading in readings for length in range(1, len(reading) + 1)}
    return _SAME_POSITION.join(sorted(_BEGINNING + beginning for beginning in beginnings))


@cache
def _followed(readings: frozenset[str], firsts: tuple[str, ...]) -> str:
    """What a character may contribute before one whose syllable begins with one of these letters."""
    tokens = [_syllable_token(part, first) for part in contributions(readings) for first in firsts if len(part) > 1]
    tokens += [_INITIALS + reading + first for reading in first_letters(readings) for first in firsts]
    return _SAME_POSITION.join(sorted(tokens))


def _syllable_token(part: str, first: str) -> str:
    """Rarer than the syllable alone: it is followed by one that begins with `first`."""
    return f"{_SYLLABLE}{part}'{first}"


def letter_tokens(way: Letters) -> list[str]:
    """The tokens of a phrase of characters that contribute these letters, the last one any that begin so."""
    firsts = [part[0] for part in way]
    last = len(way) - 1
    tokens: list[str] = []
    for place, part in enumerate(way[:last]):
        if len(part) == 1:
            tokens.append(_INITIALS + "".join(firsts[place : place + _LONGEST_RUN]))
        else:
            tokens.append(_syllable_token(part, firsts[place + 1]))
    # letters that stand alone at the end lie within the run before them
    alone = next((number for number, part in enumerate(reversed(way)) if len(part) > 1), len(way))
    if alone >= _LONGEST_RUN:
        return tokens[: len(way) - _LONGEST_RUN + 1]
    return tokens if alone and last else [*tokens, _BEGINNING + way[last]]


def number_token(value: Decimal) -> str:
    """The token of a number in a text."""
    return _NUMBER + exact_token(value)


@lru_cache(maxsize=2_000)
def figure_part(value: Decimal, unit: str) -> str:
    """The value and the unit of a figure."""
    paths = value_tokens(value)
    folded = fold(unit)
    with_unit = [_VALUE + folded + _VALUE, *(_VALUE + folded + _VALUE + path for path in paths)] if folded else []
    return _POSITION.join([*(_VALUE + path for path in paths), *with_unit])


def value_token(path: str, unit: str) -> str:
    """The token of a figure of a unit on a path of `values`; "" is any unit, or any value."""
    return f"{_VALUE}{unit}{_VALUE}{path}" if unit else _VALUE + path


def entry_part(years: Iterable[int]) -> str:
    """What any entry has, and the years that it is of."""
    return _POSITION.join((_ANY, *map(year_token, years)))


def year_token(year: int) -> str:
    """The token of the entries of one year; those of a decade, a century or a millennium begin alike."""
    return f"{_YEAR}{year:04}"

"""What a word of a query asks for: a text, or what stands behind the name of a field."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from viewer.library.query import (
    ANNOTATION_FIELDS,
    FIELD_NAMES,
    NAME_FIELDS,
    All,
    Annotated,
    Field,
    Name,
    Note,
    Part,
    Values,
    Ways,
    Words,
    Years,
)
from viewer.release.folding import fold, simplify
from viewer.release.numerals import read_number
from viewer.release.pinyin import divide

Notes = list[tuple[Note, str]]
"""What is left out of a query, each with the text that it means; added to while it is read."""

_LETTERS = re.compile(r"[a-z0-9]*[a-z][a-z0-9']*")
_TYPED_NUMBER_LENGTH = 2  # 一 alone is far more often a part of a word
_YEARS = re.compile(r"(\d{4})年?(?:(?:\.\.|-|~|至)(\d{4})年?)?")
_COMPARISON = re.compile(r"(>=|<=|≥|≤|⩾|⩽|>|<|=)?(.+)")
_RANGE = re.compile(r"(.+?)(?:\.\.\.?|~|至|到|(?<=.)-)(.+)")


def split_field(word: str) -> tuple[Field | None, str]:
    """The field that a word asks for, and what is asked; None and "" for a word that names no field."""
    name, colon, value = word.removeprefix("-").replace("：", ":", 1).partition(":")
    field = FIELD_NAMES.get(fold(name)) if colon else None
    return field, value if field is not None else ""


def read_text(word: str) -> Words:
    """A word as mere text, which may be pinyin; not empty when it is folded."""
    return Words(fold(word), _variant(word), _ways(fold(word)))


def read_word(typed: str, is_quoted: bool, notes: Notes) -> Part | None:
    """What a word asks for; None for what makes no sense, which is noted. In quotation marks it is text as it is."""
    field, value = split_field(typed)
    if field is not None and not is_quoted:
        return _read_field(field, value, typed, notes)
    text = fold(typed)
    if not text:
        if (Note.UNCLOSED, typed) not in notes:
            notes.append((Note.BARE, typed))
        return None
    if is_quoted:
        return Words(text)
    words = read_text(typed)
    if len(text) >= _TYPED_NUMBER_LENGTH and (number := read_number(typed)):
        return replace(words, number=number[0], unit=fold(number[1]))
    return words


def _read_field(field: Field, written: str, typed: str, notes: Notes) -> Part | None:
    if field in ANNOTATION_FIELDS:
        return _read_annotated(field, written, notes)
    value = fold(written)
    if not value:
        notes.append((Note.BARE, typed))
        return None
    if field in NAME_FIELDS:
        return Name(NAME_FIELDS[field], value, _ways(value))
    if field is Field.UNIT:
        return Values(unit=value)
    part = _read_years(value) if field is Field.YEAR else _read_values(value)
    if part is None:
        notes.append((Note.NO_YEAR if field is Field.YEAR else Note.NO_NUMBER, typed))
    return part


def _read_annotated(field: Field, written: str, notes: Notes) -> Part:
    """What the reader put to an entry; a star says nothing, so its value is meant for what it stands at."""
    kind, value = ANNOTATION_FIELDS[field], fold(written)
    if field is not Field.STAR or not value:
        return Annotated(kind, value)
    while split_field(written)[0] is field:  # twice is no more than once
        written = split_field(written)[1]
    within = read_word(written, False, notes) if written else None
    return Annotated(kind) if within is None else All((Annotated(kind), within))


def _ways(text: str) -> Ways:
    return divide(text) if _LETTERS.fullmatch(text) else ()


def _variant(text: str) -> str:
    """The folded text as its words are simplified: 答覆 is 答复, though 覆 alone stays what it is."""
    variant = fold(simplify(text))
    return "" if variant == fold(text) else variant


def _read_years(text: str) -> Years | None:
    match = _YEARS.fullmatch(text)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return Years(min(first, last), max(first, last))


def _read_values(text: str) -> Values | None:
    """`>1亿元`, `10..50`, `>=3`, `三成`; the unit may stand behind the number."""
    return _read_range(text) or _read_comparison(text)


def _read_range(text: str) -> Values | None:
    match = _RANGE.fullmatch(text)
    low, high = map(_read_quantity, match.groups()) if match else (None, None)
    return Values(low[0], high[0], unit=high[1] or low[1]) if low and high else None


def _read_comparison(text: str) -> Values | None:
    match = _COMPARISON.fullmatch(text)
    quantity = _read_quantity(match[2]) if match else None
    if match is None or quantity is None:
        return None
    number, unit = quantity
    match match[1]:
        case ">":
            return Values(low=number, low_open=True, unit=unit)
        case "<":
            return Values(high=number, high_open=True, unit=unit)
        case ">=" | "≥" | "⩾":
            return Values(low=number, unit=unit)
        case "<=" | "≤" | "⩽":
            return Values(high=number, unit=unit)
        case _:
            return Values(number, number, unit=unit)


def _read_quantity(text: str) -> tuple[Decimal, str] | None:
    """A number, which may be negative, and the unit behind it."""
    sign = -1 if text.startswith("-") else 1
    number = read_number(text.removeprefix("-"))
    return (number[0] * sign, number[1]) if number else None

"""The language of the search bar: from what was typed to a Query.

    query    any ("OR" any)*           either; binds less than what stands side by side
    any      part ("AND"? part)*       all of them
    part     "-" part | "NOT" part | "(" query ")" | FIELD ":" value | word
    word     characters up to white space; what stands in quotation marks keeps its white space

Full-width signs are as good as half-width ones. Nothing is wrong in a query: what makes no sense is left
out, and said in `Query.notes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from viewer.library.query import (
    ANNOTATION_FIELDS,
    FIELD_NAMES,
    NAME_FIELDS,
    All,
    Annotated,
    Either,
    Field,
    Name,
    Not,
    Note,
    Part,
    Query,
    Values,
    Ways,
    Words,
    Years,
)
from viewer.release.folding import fold, simplify
from viewer.release.numerals import read_number
from viewer.release.pinyin import divide

_MOST_CHARACTERS = 256
_LETTERS = re.compile(r"[a-z0-9]*[a-z][a-z0-9']*")
_SURROGATES = re.compile("[\ud800-\udfff]")  # halves of characters, which no text can hold
_DEEPEST = 10  # brackets in brackets; SQLite reads no expression of any depth
_TYPED_NUMBER_LENGTH = 2  # 一 alone is far more often a part of a word


def parse_query(typed: str) -> Query:
    """The query in `typed`. Never raises."""
    notes: list[tuple[Note, str]] = []
    typed = _SURROGATES.sub("", typed)
    if len(typed) > _MOST_CHARACTERS:
        notes.append((Note.TOO_LONG, ""))
    tokens = list(_split(typed[:_MOST_CHARACTERS], notes))
    if len(tokens) == 1 and tokens[0].sign:
        return Query(Words(fold(typed)))  # a sign alone is meant as text
    part = _Parser(tokens, notes).parse()
    return Query(part, tuple(dict.fromkeys(notes)))


def parse_words(typed: str) -> tuple[Words, ...]:
    """The words in `typed` as mere text, in which no sign and no field means anything. Never raises."""
    words = _SURROGATES.sub("", typed)[:_MOST_CHARACTERS].split()
    return tuple(Words(fold(word), _variant(word), _ways(fold(word))) for word in words if fold(word))


def split_words(typed: str) -> list[str]:
    """The words of a query as they are typed, each with the minus before it; signs by themselves are words."""
    words: list[str] = []
    joined = False
    for token in _split(typed[:_MOST_CHARACTERS], []):
        words[len(words) - joined :] = [(words[-1] if joined else "") + token.text]
        joined = token.sign == _MINUS and token.text != "NOT"
    return words


def split_field(word: str) -> tuple[Field | None, str]:
    """The field that a word asks for, and what is asked; None and "" for a word that names no field."""
    name, colon, value = word.removeprefix("-").replace("：", ":", 1).partition(":")
    field = FIELD_NAMES.get(fold(name)) if colon else None
    return field, value if field is not None else ""


_OPENING = {'"': '"', "“": "”", "＂": "＂"}
_SIGNS = re.compile(r"[-－−](?=\S)|[(（]|[)）]|[|｜]")
_OPEN, _CLOSE, _MINUS, _EITHER, _BOTH = "(", ")", "-", "|", "&"
_WORD_SIGNS = {"OR": _EITHER, "AND": _BOTH, "NOT": _MINUS}


@dataclass(frozen=True)
class _Token:
    """A sign, or else a word: its text, and whether all of it was quoted."""

    text: str
    sign: str = ""
    quoted: bool = False


def _split(typed: str, notes: list[tuple[Note, str]]) -> Iterator[_Token]:
    """The signs and words of a query. Signs are such only where a word may begin, and `)` where one may end."""
    place = depth = 0
    while place < len(typed):
        if typed[place].isspace():
            place += 1
        elif sign := _SIGNS.match(typed, place):
            text = fold(sign[0]).replace("−", _MINUS)
            place = sign.end()
            depth += (text == _OPEN) - (text == _CLOSE)
            yield _Token(sign[0], text)
        else:
            end, token = _word(typed, place, depth, notes)
            place = end
            yield token


def _word(typed: str, start: int, depth: int, notes: list[tuple[Note, str]]) -> tuple[int, _Token]:
    """The word that begins at `start`, and where it ends."""
    place = start
    unquoted = False
    inner = 0
    while place < len(typed) and not typed[place].isspace():
        character = typed[place]
        if character in _OPENING:
            end = typed.find(_OPENING[character], place + 1)
            if end < 0:
                notes.append((Note.UNCLOSED, character))
            place = place + 1 if end < 0 else end + 1
            unquoted |= end < 0
            continue
        if character in "(（":
            inner += 1
        elif character in ")）":
            if depth > 0 and not inner:
                break  # it closes a bracket that was opened before this word
            inner -= 1
        unquoted = True
        place += 1
    text = typed[start:place]
    return place, _Token(text, _WORD_SIGNS.get(text, "") if unquoted else "", not unquoted)


class _Parser:
    """Reads tokens from the left; what it cannot use it notes and passes over."""

    def __init__(self, tokens: list[_Token], notes: list[tuple[Note, str]]) -> None:
        self._tokens = tokens
        self._notes = notes
        self._place = 0
        self._depth = 0

    def parse(self) -> Part | None:
        parts: list[Part] = []
        while self._place < len(self._tokens):
            part = self._either()
            parts += [part] if part is not None else []
            if self._place < len(self._tokens):  # a bracket that nothing opened
                self._notes.append((Note.UNCLOSED, self._tokens[self._place].text))
                self._place += 1
        return _all(parts, self._notes)

    def _either(self) -> Part | None:
        parts: list[Part] = []
        while True:
            part = self._all()
            parts += [part] if part is not None else []
            if self._sign() != _EITHER:
                break
            token = self._next()
            if part is None or self._place == len(self._tokens):
                self._notes.append((Note.BARE, token.text))
        return parts[0] if len(parts) == 1 else Either(tuple(parts)) if parts else None

    def _all(self) -> Part | None:
        parts: list[Part] = []
        while self._place < len(self._tokens) and self._sign() not in (_EITHER, _CLOSE):
            part = self._part()
            parts += [part] if part is not None else []
        return _all(parts, self._notes)

    def _part(self) -> Part | None:
        negative = False
        token = self._next()
        while token.sign == _MINUS and self._place < len(self._tokens):
            negative = not negative
            token = self._next()
        part: Part | None = None
        if token.sign == _OPEN and self._depth < _DEEPEST:
            part = self._bracketed(token)
        elif token.sign == _OPEN:
            self._notes.append((Note.TOO_DEEP, token.text))
        elif token.sign == _CLOSE:
            self._place -= 1
        elif token.sign != _BOTH and token.sign:
            self._notes.append((Note.BARE, token.text))
        elif not token.sign:
            part = _read_word(token, self._notes)
        return Not(part) if negative and part is not None else part

    def _bracketed(self, opening: _Token) -> Part | None:
        self._depth += 1
        part = self._either()
        self._depth -= 1
        if self._sign() == _CLOSE:
            self._next()
        else:
            self._notes.append((Note.UNCLOSED, opening.text))
        return part

    def _sign(self) -> str:
        return self._tokens[self._place].sign if self._place < len(self._tokens) else ""

    def _next(self) -> _Token:
        self._place += 1
        return self._tokens[self._place - 1]


def _all(parts: list[Part], notes: list[tuple[Note, str]]) -> Part | None:
    """The parts as one; what is asked of values is asked of one figure, and each part counts once."""
    ranges = [part for part in parts if isinstance(part, Values)]
    others: list[Part] = [part for part in dict.fromkeys(parts) if not isinstance(part, Values)]
    if ranges:
        merged = ranges[0]
        for part in ranges[1:]:
            merged = _narrow(merged, part)
        if merged.low is not None and merged.high is not None and merged.low > merged.high:
            notes.append((Note.EMPTY_RANGE, f"{merged.low:f}..{merged.high:f}"))
        others.append(merged)
    return others[0] if len(others) == 1 else All(tuple(others)) if others else None


def _narrow(one: Values, other: Values) -> Values:
    if other.low is not None and (one.low is None or (other.low, other.low_open) > (one.low, one.low_open)):
        one = replace(one, low=other.low, low_open=other.low_open)
    if other.high is not None and (
        one.high is None or (other.high, not other.high_open) < (one.high, not one.high_open)
    ):
        one = replace(one, high=other.high, high_open=other.high_open)
    return replace(one, unit=other.unit or one.unit)


def _read_word(token: _Token, notes: list[tuple[Note, str]]) -> Part | None:
    field, value = split_field(token.text)
    if field is not None and not token.quoted:
        return _read_field(field, value, token.text, notes)
    text = fold(token.text)
    if not text:
        if (Note.UNCLOSED, token.text) not in notes:
            notes.append((Note.BARE, token.text))
        return None
    if token.quoted:
        return Words(text)
    number = read_number(token.text) if len(text) >= _TYPED_NUMBER_LENGTH else None
    return Words(
        text, _variant(token.text), _ways(text), number[0] if number else None, fold(number[1]) if number else ""
    )


def _read_field(field: Field, written: str, typed: str, notes: list[tuple[Note, str]]) -> Part | None:
    value = fold(written)
    if field is Field.STAR and value:  # a star says nothing; the value is meant for what it stands at
        while split_field(written)[0] is field:  # twice is no more than once
            written = split_field(written)[1]
        starred, within = Annotated(ANNOTATION_FIELDS[field]), _read_word(_Token(written), notes) if written else None
        return All((starred, within)) if within is not None else starred
    if field in ANNOTATION_FIELDS:
        return Annotated(ANNOTATION_FIELDS[field], value)
    if not value:
        notes.append((Note.BARE, typed))
        return None
    if field is Field.UNIT:
        return Values(unit=value)
    if field in NAME_FIELDS:
        return Name(NAME_FIELDS[field], value, _ways(value))
    part = _read_years(value) if field is Field.YEAR else _read_values(value)
    if part is None:
        notes.append((Note.NO_YEAR if field is Field.YEAR else Note.NO_NUMBER, typed))
    return part


def _ways(text: str) -> Ways:
    return divide(text) if _LETTERS.fullmatch(text) else ()


def _variant(text: str) -> str:
    """The folded text as its words are simplified: 答覆 is 答复, though 覆 alone stays what it is."""
    variant = fold(simplify(text))
    return "" if variant == fold(text) else variant


_YEARS = re.compile(r"(\d{4})年?(?:(?:\.\.|-|~|至)(\d{4})年?)?")
_COMPARISON = re.compile(r"(>=|<=|≥|≤|⩾|⩽|>|<|=)?(.+)")
_RANGE = re.compile(r"(.+?)(?:\.\.\.?|~|至|到|(?<=.)-)(.+)")


def _read_years(text: str) -> Years | None:
    match = _YEARS.fullmatch(text)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return Years(min(first, last), max(first, last))


def _read_values(text: str) -> Values | None:
    """`>1亿元`, `10..50`, `>=3`, `三成`; the unit may stand behind the number."""
    if (both := _RANGE.fullmatch(text)) is not None:
        low, high = _read_quantity(both[1]), _read_quantity(both[2])
        if low is not None and high is not None:
            return Values(low[0], high[0], unit=high[1] or low[1])
    match = _COMPARISON.fullmatch(text)
    quantity = _read_quantity(match[2]) if match else None
    if match is None or quantity is None:
        return None
    number, unit = quantity
    match match[1]:
        case ">" | "<" as sign:
            return Values(number, None, True, unit=unit) if sign == ">" else Values(None, number, False, True, unit)
        case ">=" | "≥" | "⩾":
            return Values(number, unit=unit)
        case "<=" | "≤" | "⩽":
            return Values(high=number, unit=unit)
        case _:
            return Values(number, number, unit=unit)


def _read_quantity(text: str) -> tuple[Decimal, str] | None:
    sign = -1 if text.startswith("-") else 1
    number = read_number(text.removeprefix("-"))
    return (number[0] * sign, number[1]) if number else None

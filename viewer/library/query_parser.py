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

from viewer.library.query import All, Either, Not, Note, Part, Query, Values, Words
from viewer.library.query_words import Notes, read_text, read_word
from viewer.release.folding import fold

_MOST_CHARACTERS = 256
_SURROGATES = re.compile("[\ud800-\udfff]")  # halves of characters, which no text can hold
_DEEPEST = 10  # brackets in brackets; SQLite reads no expression of any depth


def parse_query(typed: str) -> Query:
    """The query in `typed`. Never raises."""
    notes: Notes = []
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
    return tuple(read_text(word) for word in words if fold(word))


def split_words(typed: str) -> list[str]:
    """The words of a query as they are typed, each with the minus before it; signs by themselves are words."""
    words: list[str] = []
    follows_minus = False
    for token in _split(typed[:_MOST_CHARACTERS], []):
        if follows_minus:
            words[-1] += token.text
        else:
            words.append(token.text)
        follows_minus = token.sign == _MINUS and token.text != "NOT"
    return words


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


def _split(typed: str, notes: Notes) -> Iterator[_Token]:
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


def _word(typed: str, start: int, depth: int, notes: Notes) -> tuple[int, _Token]:
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

    def __init__(self, tokens: list[_Token], notes: Notes) -> None:
        self._tokens = tokens
        self._notes = notes
        self._place = 0
        self._depth = 0

    def parse(self) -> Part | None:
        parts: list[Part] = []
        while self._place < len(self._tokens):
            part = self._either()
            if part is not None:
                parts.append(part)
            if self._place < len(self._tokens):  # a bracket that nothing opened
                self._notes.append((Note.UNCLOSED, self._tokens[self._place].text))
                self._place += 1
        return _join(parts, self._notes)

    def _either(self) -> Part | None:
        parts: list[Part] = []
        while True:
            part = self._all()
            if part is not None:
                parts.append(part)
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
            if part is not None:
                parts.append(part)
        return _join(parts, self._notes)

    def _part(self) -> Part | None:
        negative = False
        token = self._next()
        while token.sign == _MINUS and self._place < len(self._tokens):
            negative = not negative
            token = self._next()
        part = self._signed(token) if token.sign else read_word(token.text, token.quoted, self._notes)
        return Not(part) if negative and part is not None else part

    def _signed(self, token: _Token) -> Part | None:
        """What begins with a sign: a part in brackets, or nothing."""
        if token.sign == _OPEN and self._depth < _DEEPEST:
            return self._bracketed(token)
        if token.sign == _OPEN:
            self._notes.append((Note.TOO_DEEP, token.text))
        elif token.sign == _CLOSE:
            self._place -= 1  # it is of the bracket around this part, which a minus ends
            self._notes.append((Note.BARE, self._tokens[self._place - 1].text))
        elif token.sign != _BOTH:
            self._notes.append((Note.BARE, token.text))
        return None

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


def _join(parts: list[Part], notes: Notes) -> Part | None:
    """The parts as one; what is asked of values is asked of one figure, and each part counts once."""
    ranges = [part for part in parts if isinstance(part, Values)]
    others: list[Part] = [part for part in dict.fromkeys(parts) if not isinstance(part, Values)]
    if ranges:
        merged = ranges[0]
        for part in ranges[1:]:
            merged = _overlap(merged, part)
        if merged.low is not None and merged.high is not None and merged.low > merged.high:
            notes.append((Note.EMPTY_RANGE, f"{merged.low:f}..{merged.high:f}"))
        others.append(merged)
    return others[0] if len(others) == 1 else All(tuple(others)) if others else None


def _overlap(one: Values, other: Values) -> Values:
    """The range of the values that are in both."""
    if other.low is not None and (one.low is None or (other.low, other.low_open) > (one.low, one.low_open)):
        one = replace(one, low=other.low, low_open=other.low_open)
    if other.high is not None and (
        one.high is None or (other.high, not other.high_open) < (one.high, not one.high_open)
    ):
        one = replace(one, high=other.high, high_open=other.high_open)
    return replace(one, unit=other.unit or one.unit)

"""A query as an expression of FTS5, and how well a record fits it.

https://www.sqlite.org/fts5.html#full_text_query_syntax
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import apsw

from viewer.library import tokens
from viewer.library.entry import NameKind
from viewer.library.query import All, Annotated, Either, Name, Not, Part, Values, Words, Years
from viewer.library.values import exact_token, range_tokens

COLUMNS = ("body", "title", *NameKind, "caption")  # of the index; the number of one is its place in here
_IN_TITLE, _IN_NAMES, _IN_BODY, _NOWHERE = range(4)
_PLACES = tuple(
    _IN_TITLE if column == "title" else _IN_NAMES if column in set(NameKind) else _IN_BODY for column in COLUMNS
)
_SPELLED = " ".join(COLUMNS[1:])

_Place = Callable[[apsw.FTS5ExtensionApi], int]
"""The best place where a part of the query stands in the record that FTS5 is at."""

_Written = tuple[str, _Place]
"""A part of the query as FTS5 reads it, and where it stands."""


class Expression(NamedTuple):
    """A query for FTS5.

    Attributes:
        text: the expression.
        tier: how well the record that FTS5 stands at fits, 0 is best: found in the title, in names, in the text,
            each with all words in one piece before words that are scattered.
    """

    text: str
    tier: Callable[[apsw.FTS5ExtensionApi], int]


def express(part: Part) -> Expression:
    """The expression that finds just what `part` asks for."""
    writer = _Writer()
    text, place = writer.write(part)
    pieces = writer.pieces

    def tier(api: apsw.FTS5ExtensionApi) -> int:
        scattered = bool(pieces) and all(piece(api) == _NOWHERE for piece in pieces)
        return 2 * place(api) + scattered

    return Expression(text, tier)


def express_name(words: tuple[Words, ...]) -> str:
    """The expression that finds known names with all these words in them; any name for no words."""
    return _Writer("text").write(All(words))[0]


def express_title(words: tuple[Words, ...]) -> str:
    """The expression that finds entries with all these words in their titles."""
    return f"{{title}} : {_Writer('title').write(All(words))[0]}"


def _no_place(_api: apsw.FTS5ExtensionApi) -> int:
    """What a field asks for stands nowhere in the text."""
    return _NOWHERE


def _together(written: list[_Written]) -> _Written:
    """All of the parts, at the worst of the places where they stand; a field makes no record better or worse."""
    if len(written) == 1:
        return written[0]
    places = [place for _, place in written]
    return " AND ".join(text for text, _ in written), lambda api: max(
        (found for place in places if (found := place(api)) != _NOWHERE), default=_NOWHERE
    )


class _Writer:
    """Writes expressions, and counts the phrases in them: FTS5 knows each by its number.

    Attributes:
        pieces: the words that stand side by side in the query, each group as one phrase.
    """

    def __init__(self, spelled: str = _SPELLED) -> None:
        """`spelled` are the columns that say how they are read."""
        self._spelled = spelled
        self.pieces: list[_Place] = []
        self._phrases = 0

    def write(self, part: Part) -> _Written:
        match part:
            case Words():
                return self._either(self._words(part))
            case Name():
                return self._either(self._name(part))[0], _no_place
            case Annotated():
                named = tokens.name_tokens(part.kind, part.text) if part.text else [tokens.annotated_token(part.kind)]
                return self._phrase(named)[0], _no_place
            case Years():
                return self._either(self._years(part))[0], _no_place
            case Values():
                return self._either(self._each(_value_tokens(part)))[0], _no_place
            case Not():
                return self._all((part,))
            case All():
                return self._all(part.parts)
            case Either():
                return self._either([self.write(each) for each in part.parts])

    def _all(self, parts: tuple[Part, ...]) -> _Written:
        words = [part for part in parts if isinstance(part, Words)]
        others = [part for part in parts if not isinstance(part, Words | Not)]
        written = [*self._side_by_side(words), *map(self.write, others)]
        text, place = _together(written or [(self._phrase([tokens.ANY_ENTRY])[0], _no_place)])
        if excluded := [self.write(part.part)[0] for part in parts if isinstance(part, Not)]:
            text = f"({text}) NOT ({' OR '.join(excluded)})"  # one after the other would be too deep for SQLite
        return f"({text})", place

    def _side_by_side(self, words: list[Words]) -> list[_Written]:
        """All of the words, and where there are several also these in one piece."""
        written = [self.write(part) for part in words]
        if len(written) < 2:
            return written
        # all of them are found where this is; it is here to be asked where it stands
        piece, place_of_piece = self._phrase(tokens.text_tokens("".join(part.text for part in words)))
        self.pieces.append(place_of_piece)
        text, place = _together(written)
        return [(f"(({text}) OR {piece})", place)]

    def _either(self, written: Iterable[_Written]) -> _Written:
        texts, places = zip(*written, strict=True)
        if len(texts) == 1:
            return texts[0], places[0]
        return f"({' OR '.join(texts)})", lambda api: min(place(api) for place in places)

    def _words(self, words: Words) -> Iterable[_Written]:
        yield self._phrase(tokens.text_tokens(words.text))
        if words.variant:
            yield self._phrase(tokens.text_tokens(words.variant))
        for way in words.letters:
            yield self._phrase(tokens.letter_tokens(way), self._spelled)
        if words.number is not None:
            unit = words.unit
            value = exact_token(words.number)
            yield self._phrase([tokens.value_token(value, unit) if unit else tokens.number_token(words.number)])

    def _name(self, name: Name) -> Iterable[_Written]:
        yield self._phrase(tokens.name_tokens(name.kind, name.text))
        if name.kind is not None:
            for way in name.letters:
                yield self._phrase(tokens.letter_tokens(way), name.kind)

    def _years(self, years: Years) -> Iterable[_Written]:
        """Whole millennia, centuries and decades by the digits that their years begin with, the others one by one."""
        year = years.first
        while year <= years.last:
            open_digits = next(n for n in (3, 2, 1, 0) if year % 10**n == 0 and year + 10**n <= years.last + 1)
            token = tokens.year_token(year)
            text, place = self._phrase([token[: len(token) - open_digits]])
            yield f"{text} *" if open_digits else text, place
            year += 10**open_digits

    def _each(self, single: Iterable[str]) -> Iterable[_Written]:
        return (self._phrase([token]) for token in single)

    def _phrase(self, positions: list[str], columns: str = "") -> _Written:
        number = self._phrases
        self._phrases += 1

        def place(api: apsw.FTS5ExtensionApi) -> int:
            best = _NOWHERE
            for column in api.phrase_columns(number):
                best = min(best, _PLACES[column])
            return best

        text = f'"{tokens.phrase(positions)}"'
        return f"{{{columns}}} : {text}" if columns else text, place


def _value_tokens(values: Values) -> list[str]:
    if values.low is None and values.high is None:
        return [tokens.value_token("", values.unit)]
    paths = range_tokens(values.low, values.high, values.low_open, values.high_open)
    return [tokens.value_token(path, values.unit) for path in paths] or [tokens.NO_ENTRY]

"""Where a query matches in the text of a hit: what to mark, and which stretch of the text to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from viewer.library.entry import NameKind
from viewer.library.index import Parts
from viewer.library.query import All, Either, Name, Part, Values, Words
from viewer.release.folding import Folded, Span, fold, fold_with_offsets, join_spans
from viewer.release.numerals import find_numbers
from viewer.release.pinyin import spell
from viewer.release.release import Figure

_SNIPPET_LENGTH = 60
_BEFORE_FIRST_MATCH = 12
_MOST_PLACES = 300  # of a text, the first ones

Leaf = Words | Name | Values
"""A part of a query that marks something."""


class Marked(NamedTuple):
    """Text with the places to mark in it, in characters."""

    text: str
    spans: tuple[Span, ...]


class _Place(NamedTuple):
    """Where one of the leaves stands."""

    start: int
    end: int
    leaf: Leaf


def _span(place: _Place) -> Span:
    return place.start, place.end


def _spans(places: Iterable[_Place]) -> tuple[Span, ...]:
    return join_spans(map(_span, places))


def leaves(part: Part) -> tuple[Leaf, ...]:
    """All parts that mark something; what must not be found does not."""
    if isinstance(part, Leaf):
        return () if isinstance(part, Name) and part.kind is None else (part,)
    if isinstance(part, All | Either):
        return tuple(dict.fromkeys(leaf for each in part.parts for leaf in leaves(each)))
    return ()


def mark_title(title: str, query: Iterable[Leaf]) -> tuple[Span, ...]:
    """Where the query stands in a title: also as pinyin, and as numbers written in another way."""
    words = [leaf for leaf in query if isinstance(leaf, Words)]
    return _spans((*_find(title, words), *_spelled(title, words)))


def nearness(title: str, spans: Iterable[Span]) -> tuple[bool, bool, int]:
    """How near a title comes to what was found in it at `spans`, the nearest is least.

    First all of the title is found, then its beginning, then the rest; each the shortest first.
    """
    ends = [(0, 0), *spans, (len(title), len(title))]
    between = [fold(title[end:start]) for (_, end), (start, _) in pairwise(ends)]
    return any(between), bool(between[0]), len(title)


def needs_parts(title: str, text: str, query: Iterable[Leaf]) -> bool:
    """Whether title and text alone do not tell where the query matches."""
    found = {place.leaf for part in (title, text) for place in _find(part, query)}
    return not found.issuperset(query)


def snippet(text: str, query: tuple[Leaf, ...], parts: Parts | None = None) -> Marked:
    """The stretch of `text` in which the most of the query matches; of `parts` where none does, else the beginning."""
    if places := sorted((*_find(text, query), *(_in_parts(text, query, parts) if parts else ())), key=_span):
        return _cut(text, places)
    shown = [(part, spans) for part, spans in _matching_parts(query, parts)] if parts else []
    joined = " · ".join(part for part, _ in shown)
    spans: list[Span] = []
    offset = 0
    for part, part_spans in shown:
        spans += [(start + offset, end + offset) for start, end in part_spans]
        offset += len(part) + 3
    return Marked(joined or _ended(text), join_spans(spans))


def _find(text: str, query: Iterable[Leaf]) -> Iterator[_Place]:
    """Where words stand as they are, and numbers however they are written."""
    words = [leaf for leaf in query if isinstance(leaf, Words)]
    folded = fold_with_offsets(text) if words else Folded("", ())
    for leaf in words:
        for term in filter(None, (leaf.text, leaf.variant)):
            yield from (_Place(start, end, leaf) for start, end in folded.find(term))
        if leaf.number is not None:
            yield from (_Place(start, end, leaf) for start, end in _find_number(text, leaf.number, leaf.unit))


def _find_number(text: str, value: Decimal, unit: str) -> Iterator[Span]:
    for number in find_numbers(text):
        if number.value == value and fold(text[number.end :]).startswith(unit):
            yield number.start, number.end + len(unit)


def _spelled(text: str, query: Iterable[Leaf]) -> list[_Place]:
    return [
        _Place(start, end, leaf)
        for leaf in query
        if isinstance(leaf, Words | Name) and leaf.letters
        for start, end in spell(text).find(leaf.letters)
    ]


def _matching_parts(query: tuple[Leaf, ...], parts: Parts) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Names, figures and the rest, each with where the query stands in it, where it does."""
    for kind, name in parts.names:
        if spans := _spans(_in_name(kind, name, query)):
            yield name, spans
    for figure in parts.figures:
        if any(isinstance(leaf, Values) and _fits(figure, leaf) for leaf in query):
            text = f"{figure.label} {figure.quoted}"
            yield text, ((len(figure.label) + 1, len(text)),)
    for text in parts.captions:
        if spans := _spans((*_find(text, query), *_spelled(text, query))):
            yield text, spans
    for text in parts.extra:
        if spans := _spans(_find(text, query)):
            yield text, spans


def _in_parts(text: str, query: tuple[Leaf, ...], parts: Parts) -> Iterator[_Place]:
    """Where the names and figures that the query matches stand in the text."""
    folded = fold_with_offsets(text)
    for kind, name in parts.names:
        # words as they are have been found in the text already
        spelled = [leaf for leaf in query if not isinstance(leaf, Words) or leaf.letters]
        places = _in_name(kind, name, spelled)
        folded_name = fold(name) if places else ""
        for place in places:
            inside = len(fold(name[: place.start]))
            end = inside + len(fold(name[place.start : place.end]))
            for start in _starts(folded.text, folded_name):
                yield _Place(*folded.span(start + inside, start + end), place.leaf)
    for figure in parts.figures:
        for leaf in query:
            if isinstance(leaf, Values) and _fits(figure, leaf):
                yield from (_Place(start, end, leaf) for start, end in folded.find(fold(figure.written)))


def _in_name(kind: NameKind, name: str, query: Iterable[Leaf]) -> list[_Place]:
    """Where words, and what is asked of names of this kind, stand in a name."""
    meant = [leaf for leaf in query if isinstance(leaf, Words) or (isinstance(leaf, Name) and leaf.kind is kind)]
    places = [*_find(name, meant), *_spelled(name, meant)]
    for leaf in meant:
        if isinstance(leaf, Name):
            places += (_Place(start, end, leaf) for start, end in fold_with_offsets(name).find(leaf.text))
    return places


def _starts(text: str, term: str) -> Iterator[int]:
    start = text.find(term) if term else -1
    while start >= 0:
        yield start
        start = text.find(term, start + 1)


def _fits(figure: Figure, values: Values) -> bool:
    if values.unit and fold(figure.unit) != values.unit:
        return False
    return any(_is_inside(Decimal(str(value)), values) for value in figure.values)


def _is_inside(value: Decimal, values: Values) -> bool:
    above = values.low is None or value > values.low or (value == values.low and not values.low_open)
    below = values.high is None or value < values.high or (value == values.high and not values.high_open)
    return above and below


def _cut(text: str, places: list[_Place]) -> Marked:
    """The stretch that begins a little before the place from which the most leaves can be seen."""

    def seen(place: _Place) -> int:
        end = place.start - _BEFORE_FIRST_MATCH + _SNIPPET_LENGTH
        return len({other.leaf for other in places if place.start <= other.start and other.end <= end})

    places = places[:_MOST_PLACES]
    first = max(places, key=seen) if len({place.leaf for place in places}) > 1 else places[0]
    start = max(0, first.start - _BEFORE_FIRST_MATCH)
    while start and start < first.start and not text[start].isalnum():
        start += 1
    end = max(start + _SNIPPET_LENGTH, first.end)
    before = "…" if start else ""
    shown = before + _one_line(text[start:end]) + ("…" if end < len(text) else "")
    shift = len(before) - start
    inside = [(place.start + shift, min(place.end, end) + shift) for place in places if start <= place.start < end]
    return Marked(shown, join_spans(inside))


def _ended(text: str) -> str:
    return _one_line(text[:_SNIPPET_LENGTH]) + ("…" if len(text) > _SNIPPET_LENGTH else "")


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")

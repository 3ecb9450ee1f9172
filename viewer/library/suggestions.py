"""What could be typed instead, or next: names that the library knows, and queries that find something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from viewer.library import tokens
from viewer.library.entry import NameKind
from viewer.library.index import CATEGORY
from viewer.library.known_names import find_names
from viewer.library.library import Library
from viewer.library.matches import leaves
from viewer.library.query import FIELD_NAMES, NAME_FIELDS, Field, Name, Values
from viewer.library.query_parser import parse_query, parse_words, split_words
from viewer.library.query_words import split_field
from viewer.library.search import count
from viewer.release.folding import fold

_MOST = 6
_CANDIDATES = 200
_LEAST_LIKENESS = 0.5


@dataclass(frozen=True)
class Alternative:
    """Another query, and how many entries it finds, at most `search.MOST`."""

    typed: str
    total: int


def complete(library: Library, typed: str) -> tuple[str, ...]:
    """What the last word of a query could become: fields, and names that the library knows, likeliest first."""
    words = split_words(typed)
    if not words or not typed.endswith(words[-1]):
        return ()
    word = words[-1].removeprefix("-")
    before = typed.removesuffix(word)
    field, value = split_field(word)
    if field is not None:
        if field not in NAME_FIELDS:
            return ()
        prefix = word[: len(word) - len(value)]
        kind = NAME_FIELDS[field]
        names = _names(library, value, CATEGORY if kind is None else kind)
        return tuple(f"{before}{prefix}{_quoted(name)}" for name in names if name != value)
    fields = (f"{name}:" for name in FIELD_NAMES if name.startswith(word.casefold()))
    found = [*fields, *(_quoted(name) for name in _names(library, word) if name != word)]
    return tuple(before + one for one in found[:_MOST])


def alternatives(library: Library, typed: str) -> tuple[Alternative, ...]:
    """What finds something where `typed` finds nothing: without one of its words, or with the nearest known name."""
    found: dict[str, int] = {}
    for other in (*_without_one(typed), *_with_names(library, typed)):
        if other not in found and (total := count(library, parse_query(other)).total):
            found[other] = total
        if len(found) == _MOST:
            break
    return tuple(Alternative(*row) for row in found.items())


def _without_one(typed: str) -> Iterator[str]:
    words = split_words(typed)
    for place in range(len(words)) if 1 < len(words) <= _MOST else ():
        yield " ".join((*words[:place], *words[place + 1 :]))


def _with_names(library: Library, typed: str) -> Iterator[str]:
    """With the nearest name in place of a word, or with a word looked for in another field."""
    part = parse_query(typed).part
    for leaf in leaves(part) if part is not None else ():
        text = leaf.unit if isinstance(leaf, Values) else leaf.text
        for word in split_words(typed):
            field, value = split_field(word)
            if fold(value or word) != text:
                continue
            if not isinstance(leaf, Values):
                kind = leaf.kind if isinstance(leaf, Name) else None
                yield from (typed.replace(value or word, _quoted(name)) for name in _nearest(library, text, kind))
            if field is not None:
                others = (other for other in NAME_FIELDS if other is not field)
                yield from (typed.replace(word, f"{_chinese(other)}:{value}") for other in others)


def _names(library: Library, value: str, kind: str | None = None) -> list[str]:
    """Known names with `value` in them, the nearest first."""
    return list(dict.fromkeys(name.text for name in find_names(library, parse_words(value), kind)))[:_MOST]


def _nearest(library: Library, text: str, kind: NameKind | None) -> list[str]:
    """The known name that is most like `text`, if any is."""
    pieces = " OR ".join(f'"{tokens.phrase([character])}"' for character in dict.fromkeys(text[:_CANDIDATES]))
    rows = library.rows(
        """
        SELECT DISTINCT text FROM (
            SELECT rowid AS found FROM name_text WHERE name_text MATCH :text ORDER BY rank LIMIT :most
        ) JOIN name ON name = found WHERE :kind IS NULL OR kind = :kind
        """,
        {"text": pieces, "kind": kind, "most": _CANDIDATES},
    )
    likeness = {name: SequenceMatcher(None, text, fold(name)).ratio() for (name,) in rows}
    near = [name for name in likeness if likeness[name] >= _LEAST_LIKENESS and fold(name) != text]
    return sorted(near, key=lambda name: (-likeness[name], name))[:1]


def _chinese(field: Field) -> str:
    return next(name for name, meant in FIELD_NAMES.items() if meant is field)


def _quoted(name: str) -> str:
    """A name as it can be typed: with quotation marks where white space is in it."""
    return f'"{name}"' if any(character.isspace() for character in name) else name

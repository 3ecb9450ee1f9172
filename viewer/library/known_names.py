"""The names that a library knows: of units, places, systems, people, categories."""

from __future__ import annotations

from typing import NamedTuple

from viewer.library.expression import express_name
from viewer.library.library import Library
from viewer.library.matches import mark_title, nearness
from viewer.library.query import Words
from viewer.release.folding import Span

_CANDIDATES = 200


class KnownName(NamedTuple):
    """A name that was found.

    Attributes:
        kind: a `NameKind`, or `index.CATEGORY`.
        spans: where the words stand in it.
    """

    kind: str
    text: str
    spans: tuple[Span, ...]


def find_names(library: Library, words: tuple[Words, ...], kind: str | None = None) -> list[KnownName]:
    """Known names with all these words in them, of one kind or of any, the nearest first; any names for no words.

    Of very many names some are looked at, so that it takes no longer in a large library.
    """
    rows = library.rows(
        """
        SELECT kind, text FROM (SELECT rowid AS found FROM name_text WHERE name_text MATCH :text)
        JOIN name ON name = found WHERE :kind IS NULL OR kind = :kind LIMIT :most
        """,
        {"text": express_name(words), "kind": kind, "most": _CANDIDATES},
    )
    names = [KnownName(kind, text, mark_title(text, words)) for kind, text in rows]
    return sorted(names, key=lambda name: (nearness(name.text, name.spans), name.text))

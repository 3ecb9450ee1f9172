"""What a person typed, understood."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.release.folding import fold


@dataclass(frozen=True)
class Query:
    """Terms, folded, that must all be found."""

    terms: tuple[str, ...]


def parse_query(typed: str) -> Query:
    """The query in `typed`: terms are divided by white space, each counts once."""
    printable = "".join(character if character.isprintable() else " " for character in typed)
    return Query(tuple(dict.fromkeys(term for term in map(fold, printable.split()) if term)))

"""Searching a library.

What a search costs is bounded: of many hits the newest are given, which the index holds in that order, so
that it is read only up to the last one wanted. Only where they are few are all of them ranked.
"""

from __future__ import annotations

from dataclasses import dataclass

from viewer.library.entry import EntryKind
from viewer.library.expression import express
from viewer.library.index import read_parts
from viewer.library.library import Library
from viewer.library.matches import Leaf, leaves, mark_title, needs_parts, snippet
from viewer.library.query import Part, Query
from viewer.release.folding import Span

RANKED = 2_000
"""The most hits that are ranked; of more, the newest come first."""

FEW = 1_000
"""The most hits that are ranked while they are found; before more are, it is seen whether they are too many."""

MOST = 10_000
"""The most hits that are counted and can be reached."""


@dataclass(frozen=True)
class Hit:
    """An entry that a query found. Spans are places of matches, in characters of title or snippet."""

    id: str
    title: str
    title_spans: tuple[Span, ...]
    release: str
    section: str
    snippet: str
    snippet_spans: tuple[Span, ...]


@dataclass(frozen=True)
class Hits:
    """A page of what a query found.

    Attributes:
        hits: best first, from `offset` on.
        more: whether there are others behind them.
    """

    hits: tuple[Hit, ...]
    offset: int
    more: bool


@dataclass(frozen=True)
class Counts:
    """How much a query found.

    Attributes:
        total: how many entries, at most `MOST`.
        more: whether there are more than that.
        categories: each section's title with its number of hits among the counted, most hits first.
    """

    total: int
    more: bool
    categories: tuple[tuple[str, int], ...]

    def total_of(self, category: str) -> int:
        """How many of the counted are of a category; "" is all of them."""
        return dict(self.categories).get(category, 0) if category else self.total


def search(library: Library, query: Query, limit: int, offset: int = 0) -> Hits:
    """Up to `limit` hits from `offset` on: found in the title first, then in names, then in the text, then newest.

    Raises QueryInterruptedError inside `Library.interruptible`.
    """
    if query.part is None:
        return Hits((), offset, more=False)
    query_leaves = leaves(query.part)
    with library.snapshot():
        keys = _find(library, query.part, offset + limit + 1)
        page = keys[offset : offset + limit]
        rows = {row[0]: row for row in library.rows(_HITS.format(", ".join("?" * len(page))), page)}
        hits = tuple(_hit(library, query_leaves, *rows[key]) for key in page)
    return Hits(hits, offset, len(keys) > offset + limit)


def count(library: Library, query: Query) -> Counts:
    """How much the query finds. Raises QueryInterruptedError inside `Library.interruptible`."""
    if query.part is None:
        return Counts(0, more=False, categories=())
    rows = library.rows(_COUNTS, (express(query.part).text, MOST + 1, EntryKind.SECTION, EntryKind.ITEM))
    total = sum(number for _, number in rows)
    categories: dict[str, int] = {}
    for title, number in rows:
        if title is not None:
            categories[title] = categories.get(title, 0) + number
    ranked = sorted(categories.items(), key=lambda row: -row[1])
    return Counts(min(total, MOST), total > MOST, tuple(ranked))


def _find(library: Library, part: Part, wanted: int) -> list[int]:
    """The keys of the first entries found, `wanted` of them or a few more; fewer where there are no more."""
    expression = express(part)
    for most in (FEW, RANKED):
        rows = library.ranked_rows(expression.tier, _RANKED, (expression.text, most + 1))
        if len(rows) <= most:
            return [key for _, key in sorted(rows)]
        newest = library.rows(_NEWEST, (expression.text, max(RANKED + 1, min(wanted, MOST))))
        if len(newest) > RANKED:
            break
    return [key for (key,) in newest]


_RANKED = """
    SELECT rank_entry(entry_text), rowid FROM entry_text WHERE entry_text MATCH ? ORDER BY rowid LIMIT ?
"""

_NEWEST = "SELECT rowid FROM entry_text WHERE entry_text MATCH ? ORDER BY rowid LIMIT ?"

_HITS = """
    SELECT e.entry, e.id, e.title, e.text, root.title, coalesce(section.title, '')
    FROM entry e
    JOIN release USING (release)
    JOIN entry root ON root.id = release.id
    LEFT JOIN entry section ON section.entry = CASE e.kind WHEN 'section' THEN e.entry WHEN 'item' THEN e.parent END
    WHERE e.entry IN ({})
"""

_COUNTS = """
    SELECT section.title, counted.number
    FROM (
        SELECT CASE kind WHEN ?3 THEN entry WHEN ?4 THEN parent END AS section, count(*) AS number
        FROM (SELECT rowid AS found FROM entry_text WHERE entry_text MATCH ?1 ORDER BY rowid LIMIT ?2)
        JOIN entry ON entry = found
        GROUP BY 1
    ) counted
    LEFT JOIN entry section ON section.entry = counted.section
    ORDER BY counted.section
"""


def _hit(
    library: Library, query: tuple[Leaf, ...], key: int, id_: str, title: str, text: str, release: str, section: str
) -> Hit:
    parts = read_parts(library, key, key)[key] if needs_parts(title, text, query) else None
    marked = snippet(text, query, parts)
    return Hit(id_, title, mark_title(title, query), release, section, marked.text, marked.spans)

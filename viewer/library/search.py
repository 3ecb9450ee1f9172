"""Searching a library."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.library.index import extra_parts, name_parts, tokens
from viewer.library.library import Library, Row
from viewer.library.pages import read_page
from viewer.library.query import Query
from viewer.release.folding import Span, find_spans

_SNIPPET_LENGTH = 60
_BEFORE_FIRST_MATCH = 12


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
        total: how many there are in all.
        categories: each section's title with its number of hits, most hits first.
    """

    hits: tuple[Hit, ...]
    offset: int
    total: int
    categories: tuple[tuple[str, int], ...]


def search(library: Library, query: Query, limit: int, offset: int = 0) -> Hits:
    """Up to `limit` hits from `offset` on: found in the title first, then in names, then in the text.

    Raises QueryInterruptedError inside `Library.interruptible`.
    """
    if not query.terms:
        return Hits((), offset, 0, ())
    phrases = " AND ".join(f'"{tokens(term)}"' for term in query.terms)
    bindings = {
        "all": phrases,
        "title": f"title : ({phrases})",
        "names": f"{{title names}} : ({phrases})",
        "limit": limit,
        "offset": offset,
    }
    rows = library.rows(_HITS, bindings)
    categories = library.rows(_CATEGORIES, bindings)
    hits = tuple(_hit(library, query, row) for row in rows)
    return Hits(
        hits, offset, sum(count for _, count in categories), tuple((title, n) for title, n in categories if title)
    )


_HITS = """
    SELECT e.id, e.title, e.text, root.title, coalesce(section.title, '')
    FROM entry_text
    JOIN entry e ON e.entry = entry_text.rowid
    JOIN release r ON r.release = e.release
    JOIN entry root ON root.id = r.id
    LEFT JOIN entry section
        ON section.entry = CASE e.kind WHEN 'section' THEN e.entry WHEN 'item' THEN e.parent END
    WHERE entry_text MATCH :all
    ORDER BY
        e.entry IN (SELECT rowid FROM entry_text WHERE entry_text MATCH :title) DESC,
        e.entry IN (SELECT rowid FROM entry_text WHERE entry_text MATCH :names) DESC,
        r.date DESC, bm25(entry_text), e.entry
    LIMIT :limit OFFSET :offset
"""

_CATEGORIES = """
    SELECT coalesce(section.title, ''), count(*)
    FROM entry_text
    JOIN entry e ON e.entry = entry_text.rowid
    LEFT JOIN entry section
        ON section.entry = CASE e.kind WHEN 'section' THEN e.entry WHEN 'item' THEN e.parent END
    WHERE entry_text MATCH :all
    GROUP BY 1 ORDER BY 2 DESC, min(e.entry)
"""


def _hit(library: Library, query: Query, row: Row) -> Hit:
    id_, title, text, release, section = row
    snippet = _snippet(text, query)
    if snippet is None and not all(find_spans(title, (term,)) for term in query.terms):
        entry = read_page(library, id_).entry
        parts = (*name_parts(entry), *extra_parts(entry))
        snippet = _snippet(" · ".join(part for part in parts if find_spans(part, query.terms)), query)
    if snippet is None:
        snippet = text[:_SNIPPET_LENGTH]
    return Hit(id_, title, find_spans(title, query.terms), release, section, snippet, find_spans(snippet, query.terms))


def _snippet(text: str, query: Query) -> str | None:
    """The stretch of `text` around its first match, or None where no term is in it."""
    spans = find_spans(text, query.terms)
    if not spans:
        return None
    start = max(0, spans[0][0] - _BEFORE_FIRST_MATCH)
    while start and start < spans[0][0] and not text[start].isalnum():
        start += 1
    end = max(start + _SNIPPET_LENGTH, spans[0][1])
    return ("…" if start else "") + text[start:end].replace("\n", " ") + ("…" if end < len(text) else "")

"""Where one can go by name: releases, sections, items, and what units, places, systems and people are found in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from viewer.library.browse import BrowseWay, browse, group_id, split_group_id
from viewer.library.entry import EntryKind, NameKind
from viewer.library.expression import express_title
from viewer.library.known_names import find_names
from viewer.library.library import Library, Row
from viewer.library.matches import mark_title, nearness
from viewer.library.query import Words
from viewer.library.query_parser import parse_words
from viewer.release.folding import Span

_CANDIDATES = 200


@dataclass(frozen=True)
class Destination:
    """A page that has a name.

    Attributes:
        id: of the entry or group.
        kind: what it is; the way to browse for a group.
        title: of an entry; the name for a group.
        path: where it stands: the titles of an item's release and section, of a section's release; the day of a
            release; nothing for a group.
        spans: where the title is as what was typed.
    """

    id: str
    kind: EntryKind | BrowseWay
    title: str
    path: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


def find_destinations(library: Library, typed: str, limit: int) -> tuple[Destination, ...]:
    """Up to `limit` pages whose titles or names have all the words in `typed`, the nearest first, then the newest.

    Of very many some are looked at, the newest: what it costs is bounded, as in `search`.
    """
    words = parse_words(typed)
    if not words:
        return ()
    found = [*_find_groups(library, words), *_find_entries(library, words)]
    return tuple(sorted(found, key=lambda one: nearness(one.title, one.spans))[:limit])


def recall_destinations(library: Library, ids: Iterable[str]) -> tuple[Destination, ...]:
    """The pages with these ids, in their order, without those that are there no more."""
    groups = {id_: split_group_id(id_) for id_ in ids}
    entries = [id_ for id_, group in groups.items() if group is None]
    rows = library.rows(_ENTRIES.format(f"e.id IN ({', '.join('?' * len(entries))})"), entries)
    found = {row[0]: _entry(row) for row in rows}
    for id_, group in groups.items():
        if group is not None and browse(library, group[0], id_, 0, 1):
            found[id_] = Destination(id_, *group)
    return tuple(found[id_] for id_ in groups if id_ in found)


_ENTRIES = """
    SELECT e.id, e.kind, e.title, parent.title, root.title, release.date
    FROM entry e
    JOIN release USING (release)
    JOIN entry root ON root.id = release.id
    LEFT JOIN entry parent ON parent.entry = e.parent
    WHERE {} ORDER BY e.entry
"""

_TITLED = "e.entry IN (SELECT rowid FROM entry_text WHERE entry_text MATCH ? ORDER BY rowid LIMIT ?)"


def _find_groups(library: Library, words: tuple[Words, ...]) -> list[Destination]:
    return [
        Destination(group_id(NameKind(kind), name), BrowseWay(kind), name, (), spans)
        for kind, name, spans in find_names(library, words)
        if kind in set(NameKind)  # categories are sections, and found as such
    ]


def _find_entries(library: Library, words: tuple[Words, ...]) -> list[Destination]:
    rows = library.rows(_ENTRIES.format(_TITLED), (express_title(words), _CANDIDATES))
    return [_entry(row, mark_title(row[2], words)) for row in rows]


def _entry(row: Row, spans: tuple[Span, ...] = ()) -> Destination:
    id_, kind, title, parent, root, date = row
    path = (date,) if parent is None else tuple(dict.fromkeys((root, parent)))
    return Destination(id_, EntryKind(kind), title, path, spans)

"""Which items have to do with an item: those that name the same systems, people, units and places."""

from __future__ import annotations

from collections import defaultdict
from heapq import nsmallest

from viewer.library.entry import Crumb, EntryKind, Related
from viewer.library.library import Library

_MOST_BEARERS = 60
"""A name that more entries bear says nothing of any of them."""
_MOST_NAMES = 20  # of an item that are followed


def related_entries(library: Library, id_: str, limit: int = 5) -> tuple[Related, ...]:
    """Up to `limit` other items that share names with an item, best first; none for an id that is not there.

    A name that n entries bear counts 1/n, as each of n neighbours gets its share in resource allocation
    (https://doi.org/10.1140/epjb/e2009-00335-8); of items that count the same, the newest come first.
    What this costs is bounded, however many entries bear a name.
    """
    shared: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for kind, name in library.rows(_NAMES, (id_, _MOST_NAMES)):
        bearers = library.rows(_BEARERS, (kind, name, _MOST_BEARERS + 1))
        for (key,) in bearers if len(bearers) <= _MOST_BEARERS else ():
            shared[key].append((len(bearers), name))
    weights = {key: sum(1 / bearers for bearers, _ in names) for key, names in shared.items()}
    # twice as many as are wanted, since sections and releases bear names too
    best = nsmallest(2 * limit, weights, key=lambda key: (-weights[key], key))
    rows = library.rows(_ITEMS.format(", ".join("?" * len(best))), (*best, EntryKind.ITEM, id_))
    found = {
        key: Related(
            Crumb(item, title),
            (Crumb(release, release_title), Crumb(section, section_title)),
            tuple(dict.fromkeys(name for _, name in sorted(shared[key]))),  # a unit may be called like its place
        )
        for key, item, title, release, release_title, section, section_title in rows
    }
    return tuple(found[key] for key in best if key in found)[:limit]


_NAMES = "SELECT DISTINCT kind, name FROM mention WHERE entry = (SELECT entry FROM entry WHERE id = ?) LIMIT ?"
_BEARERS = "SELECT DISTINCT entry FROM mention WHERE kind = ? AND name = ? LIMIT ?"
_ITEMS = """
    SELECT e.entry, e.id, e.title, root.id, root.title, section.id, section.title
    FROM entry e
    JOIN release USING (release)
    JOIN entry root ON root.id = release.id
    JOIN entry section ON section.entry = e.parent
    WHERE e.entry IN ({}) AND e.kind = ? AND e.id <> ?
"""

"""A part of a library, as SQL picks it."""

from __future__ import annotations

from typing import NamedTuple

from viewer.library.browse import entries_of_group, split_group_id
from viewer.library.expression import express
from viewer.library.index import is_indexed, rebuild_index
from viewer.library.library import Library
from viewer.library.query_parser import parse_query
from viewer.library.scope import Scope
from viewer.release.errors import Problem, ReleaseViewerError


class Selection(NamedTuple):
    """A SELECT that gives the keys of the entries in a scope, and what is bound in it."""

    sql: str
    bindings: tuple[str, ...] = ()


_NOTHING = Selection("SELECT 0 WHERE 0")
_BELOW = """
    SELECT entry FROM (
        WITH RECURSIVE below (entry) AS (
            SELECT entry FROM entry WHERE id = ?
            UNION ALL SELECT entry.entry FROM entry JOIN below ON entry.parent = below.entry
        )
        SELECT entry FROM below
    )
"""
_FOUND = "SELECT rowid FROM entry_text WHERE entry_text MATCH ?"


def select_scope(library: Library, scope: Scope) -> Selection:
    """What picks the entries of a scope. Raises ReleaseViewerError for an id that is not there.

    Where a query is meant, the search index is completed first: else some of what is there would be missing.
    """
    if scope.query:
        return _found(library, scope.query)
    if not scope.ids:
        return Selection("SELECT entry FROM entry")
    parts = [_part(library, id_) for id_ in scope.ids]
    return Selection(
        " UNION ".join(part.sql for part in parts), tuple(binding for part in parts for binding in part.bindings)
    )


def scope_keys(library: Library, scope: Scope) -> list[int]:
    """The keys of the entries in a scope, newest release first, in the order of the text. Raises as `select_scope`."""
    if len(scope.ids) > _MANY:
        parts = [scope_keys(library, Scope(scope.ids[at : at + _MANY])) for at in range(0, len(scope.ids), _MANY)]
        return sorted({key for part in parts for key in part})
    selection = select_scope(library, scope)
    rows = library.rows(f"SELECT entry FROM entry WHERE entry IN ({selection.sql}) ORDER BY entry", selection.bindings)
    return [key for (key,) in rows]


def is_small(library: Library, ids: tuple[str, ...], most: int) -> bool:
    """Whether entries have at most so many items together; told without counting, and never of a group."""
    if len(ids) > most or any(split_group_id(id_) for id_ in ids):
        return False
    within = ", ".join("?" * len(ids))
    return bool(
        library.rows(f"SELECT coalesce(sum(items), 0) <= ? FROM entry WHERE id IN ({within})", (most, *ids))[0][0]
    )


_MANY = 200  # SQLite takes up to 500 parts of a UNION


def _part(library: Library, id_: str) -> Selection:
    group = split_group_id(id_)
    if group is None:
        if not library.rows("SELECT 1 FROM entry WHERE id = ?", (id_,)):
            raise ReleaseViewerError(Problem.NO_SUCH_ENTRY, id=id_)
        return Selection(_BELOW, (id_,))
    condition, bindings = entries_of_group(*group)
    return Selection(f"SELECT e.entry FROM entry e WHERE {condition}", bindings)


def _found(library: Library, typed: str) -> Selection:
    query = parse_query(typed)
    if query.part is None:
        return _NOTHING
    if not is_indexed(library):
        for _progress in rebuild_index(library):
            pass
    return Selection(_FOUND, (express(query.part).text,))

"""Browsing: a library as a tree, a level at a time, in several ways."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from viewer.library.annotations import lost_annotations, marked_annotations
from viewer.library.entry import Crumb, EntryKind, NameKind
from viewer.library.figure_rows import FIGURE_COLUMNS, figure_of
from viewer.library.library import Library, Row
from viewer.release.annotation import Annotation, AnnotationKind
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Figure


class BrowseWay(StrEnum):
    """What the first level of the tree shows."""

    CATEGORY = "category"
    UNIT = "unit"
    PLACE = "place"
    SYSTEM = "system"
    PERSON = "person"
    FIGURE = "figure"
    MARK = "mark"


class Branch(NamedTuple):
    """One row of the tree.

    Attributes:
        id: of the entry or group that the row opens; for one way, parent and id name the row for ever.
        title: what the row says. "" stands for what has no name: no place, or a figure without unit.
        below: how many items or figures are below it; 0 for a row with nothing below.
        detail: what else the row says, in lighter type.
    """

    id: str
    title: str
    below: int
    detail: str = ""


class FigureRow(NamedTuple):
    """A figure and the entry that states it."""

    entry: Crumb
    figure: Figure


class Group(NamedTuple):
    """All that shares a name, all figures of one unit, or all annotations of one kind.

    Attributes:
        id: `WAY:NAME`, such as `unit:丰县公安局`.
        entries: the entries that bear the name.
        figures: the figures of the unit, largest first; empty for names.
        annotations: of the kind that is named, or those that are `LOST`; empty for names.
    """

    id: str
    way: BrowseWay
    name: str
    entries: tuple[Crumb, ...]
    figures: tuple[FigureRow, ...]
    annotations: tuple[Annotation, ...] = ()


LOST = "lost"
"""Names the annotations that have lost their place."""

_GROUP_LIMIT = 200


class _Grouping(NamedTuple):
    """The groups of a way to browse, as SQL.

    Attributes:
        names: a SELECT of the name of each and how much is in it; `:way` stands for the way.
        inside: a condition for the entries `e` of a group; `?` stands for its name, after the way for a kind of names.
    """

    names: str
    inside: str


_OF_NAMES = _Grouping(
    """
    SELECT name, count(DISTINCT entry) FROM mention WHERE kind = :way GROUP BY name
    ORDER BY count(DISTINCT entry) DESC, min(entry), name
    """,
    "e.entry IN (SELECT m.entry FROM mention m WHERE m.kind = ? AND m.name = ?)",
)

_WITHOUT_NAME = """
    e.kind = 'item' AND NOT EXISTS (SELECT 1 FROM mention m WHERE m.entry = e.entry AND m.kind = ?)
"""

_GROUPINGS = {
    BrowseWay.UNIT: _OF_NAMES,
    BrowseWay.PLACE: _OF_NAMES,
    BrowseWay.SYSTEM: _OF_NAMES,
    BrowseWay.PERSON: _OF_NAMES,
    BrowseWay.FIGURE: _Grouping(
        "SELECT unit, count(*) FROM figure GROUP BY unit ORDER BY unit = '', count(*) DESC, unit",
        "e.entry IN (SELECT f.entry FROM figure f WHERE f.unit = ?)",
    ),
    BrowseWay.MARK: _Grouping(
        "SELECT kind, count(DISTINCT entry_id) FROM annotation WHERE NOT lost GROUP BY kind",
        "e.id IN (SELECT entry_id FROM annotation WHERE kind = ? AND NOT lost)",
    ),
}


def group_id(way: BrowseWay | NameKind, name: str) -> str:
    """The id of the group of a name."""
    return f"{way}:{name}"


def split_group_id(id_: str) -> tuple[BrowseWay, str] | None:
    """Way and name of a group's id, or None where `id_` is that of an entry."""
    way, colon, name = id_.partition(":")
    return (BrowseWay(way), name) if colon and way in _GROUPINGS else None


def entries_of_group(way: BrowseWay, name: str) -> tuple[str, tuple[str, ...]]:
    """The SQL condition for the entries `e` of a group, and what is bound in it."""
    grouping = _GROUPINGS[way]
    if grouping is not _OF_NAMES:
        return grouping.inside, (name,)
    return (grouping.inside, (way, name)) if name else (_WITHOUT_NAME, (way,))


def browse(library: Library, way: BrowseWay, parent: str | None, offset: int, limit: int) -> list[Branch]:
    """Up to `limit` rows below the row with the id `parent`, or the first level where it is None."""
    if way is BrowseWay.CATEGORY:
        page = {"parent": parent, "limit": limit, "offset": offset}
        return [_entry_branch(row) for row in library.rows(_RELEASES if parent is None else _INSIDE, page)]
    if parent is None and way is BrowseWay.MARK:
        return _mark_branches(library)[offset : offset + limit]
    if parent is None:
        return [_group_branch(way, row) for row in _first_names(library, way, limit, offset)]
    if way is BrowseWay.FIGURE:
        rows = _figure_rows(library, _name(parent), limit, offset)
        return [Branch(row.entry.id, row.figure.quoted, 0, row.figure.label) for row in rows]
    return [Branch(crumb.id, crumb.title, 0) for crumb in _grouped_entries(library, way, _name(parent), limit, offset)]


def read_group(library: Library, id_: str) -> Group:
    """All of one group, as far as a page can show it.

    Raises ReleaseViewerError if there is nothing in it and might never be: annotations come and go.
    """
    parts = split_group_id(id_)
    if parts is None:
        raise ReleaseViewerError(Problem.NO_SUCH_ENTRY, id=id_)
    way, name = parts
    if way is BrowseWay.MARK and name in (*AnnotationKind, LOST):
        annotations = lost_annotations(library) if name == LOST else marked_annotations(library, AnnotationKind(name))
        return Group(id_, way, name, (), (), annotations[:_GROUP_LIMIT])
    figures = tuple(_figure_rows(library, name, _GROUP_LIMIT, 0)) if way is BrowseWay.FIGURE else ()
    entries = () if way is BrowseWay.FIGURE else tuple(_grouped_entries(library, way, name, _GROUP_LIMIT, 0))
    if not figures and not entries:
        raise ReleaseViewerError(Problem.NO_SUCH_ENTRY, id=id_)
    return Group(id_, way, name, entries, figures)


def count_items(library: Library) -> int:
    """How many items all releases have together."""
    # by itself SQLite takes the index of parents, and looks at the row of every release
    sql = "SELECT coalesce(sum(items), 0) FROM entry INDEXED BY items_of_releases WHERE parent IS NULL"
    return int(library.rows(sql)[0][0])


def _figure_rows(library: Library, unit: str, limit: int, offset: int) -> list[FigureRow]:
    """The figures of a unit, largest first."""
    rows = library.rows(
        f"""
        SELECT e.id, e.title, {FIGURE_COLUMNS} FROM figure f JOIN entry e USING (entry)
        WHERE f.unit = ? ORDER BY f.value DESC, f.entry, f.position LIMIT ? OFFSET ?
        """,
        (unit, limit, offset),
    )
    return [_figure_row(row) for row in rows]


def all_figures(library: Library) -> list[FigureRow]:
    """Every figure of the library, in the order of the releases (newest first) and of their text."""
    rows = library.rows(
        f"""
        SELECT e.id, e.title, {FIGURE_COLUMNS} FROM figure f JOIN entry e USING (entry) JOIN release r USING (release)
        ORDER BY r.date DESC, r.release DESC, f.entry, f.position
        """
    )
    return [_figure_row(row) for row in rows]


_ROW = "e.id, e.title, coalesce(nullif(e.items, 0), EXISTS (SELECT 1 FROM entry c WHERE c.parent = e.entry)), e.kind"

_RELEASES = f"""
    SELECT {_ROW} FROM release r JOIN entry e USING (id)
    ORDER BY r.date DESC, r.release DESC LIMIT :limit OFFSET :offset
"""

_INSIDE = f"""
    SELECT {_ROW} FROM entry e WHERE e.parent = (SELECT entry FROM entry WHERE id = :parent)
    ORDER BY e.entry LIMIT :limit OFFSET :offset
"""


def _first_names(library: Library, way: BrowseWay, limit: int, offset: int) -> list[Row]:
    """The names of the groups; for places, last of all, the items that name none."""
    page = {"way": way, "limit": limit, "offset": offset}
    rows = library.rows(f"{_GROUPINGS[way].names} LIMIT :limit OFFSET :offset", page)
    if way is BrowseWay.PLACE and len(rows) < limit:
        nameless = library.rows(f"SELECT '', count(*) FROM entry e WHERE {_WITHOUT_NAME}", (way,))[0]
        names = library.rows("SELECT count(DISTINCT name) FROM mention WHERE kind = ?", (way,))[0][0]
        if nameless[1] and offset <= names:
            rows.append(nameless)
    return rows


def _grouped_entries(library: Library, way: BrowseWay, name: str, limit: int, offset: int) -> list[Crumb]:
    condition, bindings = entries_of_group(way, name)
    rows = library.rows(
        f"SELECT e.id, e.title FROM entry e WHERE {condition} ORDER BY e.entry LIMIT ? OFFSET ?",
        (*bindings, limit, offset),
    )
    return [Crumb(*row) for row in rows]


def _mark_branches(library: Library) -> list[Branch]:
    """Every kind of annotation, and those that are lost where there are any."""
    counts: dict[str, int] = dict(library.rows(_GROUPINGS[BrowseWay.MARK].names))
    branches = [Branch(group_id(BrowseWay.MARK, kind), "", counts.get(kind, 0)) for kind in AnnotationKind]
    (lost,) = library.rows("SELECT count(*) FROM annotation WHERE lost")[0]
    return [*branches, Branch(group_id(BrowseWay.MARK, LOST), "", 0, str(lost))] if lost else branches


def _name(group: str) -> str:
    return group.partition(":")[2]


def _entry_branch(row: Row) -> Branch:
    id_, title, items, kind = row
    return Branch(id_, title, 0 if kind == EntryKind.ITEM else items)


def _group_branch(way: BrowseWay, row: Row) -> Branch:
    name, count = row
    return Branch(group_id(way, name), name, count)


def _figure_row(row: Row) -> FigureRow:
    return FigureRow(Crumb(row[0], row[1]), figure_of(row[2:]))

"""The figures of a part of a library, sorted and filtered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from viewer.library.figure_rows import FIGURE_COLUMNS, figure_of
from viewer.library.library import Library, Row
from viewer.library.pages import read_facts
from viewer.library.scope import EVERYTHING, Scope
from viewer.library.selection import Selection, select_scope
from viewer.release.extract import FigureExtract
from viewer.release.release import Release
from viewer.release.scale import Scale


class FigureOrder(StrEnum):
    """What figures are sorted by; the values are what SQL sorts by."""

    TEXT = "f.entry"
    """Newest release first, in the order of its text."""
    LABEL = "f.label"
    WRITTEN = "f.written"
    VALUE = "f.value"
    UNIT = "f.unit"
    QUALIFIER = "f.qualifier"
    CHANGE = "f.change"
    RESPONSIBLE = "units"
    ITEM = "e.title"
    DATE = "r.date"
    PARAGRAPH = "f.paragraph"


@dataclass(frozen=True)
class FigureQuery:
    """Which figures, and in what order.

    Attributes:
        words: every one of these, divided by white space, is in label, figure, item or unit.
    """

    scope: Scope = EVERYTHING
    words: str = ""
    order: FigureOrder = FigureOrder.TEXT
    descending: bool = False


class FigurePage(NamedTuple):
    """A part of the figures that a query picks.

    Attributes:
        figures: from `offset` on.
        total: how many the query picks.
        scales: for each unit among them what a bar is drawn to; empty but for the first page.
    """

    figures: list[FigureExtract]
    offset: int
    total: int
    scales: dict[str, Scale]


def read_figure_page(library: Library, query: FigureQuery, limit: int, offset: int) -> FigurePage:
    """Up to `limit` figures from `offset` on, and what there is to know of all. Raises as `read_figures` does."""
    scales = {} if offset else read_scales(library, query)
    return FigurePage(read_figures(library, query, limit, offset), offset, count_figures(library, query), scales)


def read_figures(library: Library, query: FigureQuery, limit: int, offset: int) -> list[FigureExtract]:
    """Up to `limit` of the figures from `offset` on. Raises ReleaseViewerError for a scope that is not there."""
    selected = _select(library, query)
    releases: dict[int, Release] = {}
    with library.snapshot():
        rows = library.rows(
            f"""
            SELECT e.release, e.id, e.title, {_UNITS} AS units, {FIGURE_COLUMNS} {selected.sql}
            ORDER BY {query.order} {"DESC" if query.descending else ""}, f.entry, f.position LIMIT ? OFFSET ?
            """,
            (*selected.bindings, limit, offset),
        )
        return [_extract(library, row, releases) for row in rows]


def read_all_figures(library: Library, id_: str) -> list[FigureExtract]:
    """The figures of an entry and of all that stands in it, in the order of the text. Raises as `read_figures` does."""
    query = FigureQuery(Scope((id_,)))
    return read_figures(library, query, count_figures(library, query), 0)


def count_figures(library: Library, query: FigureQuery) -> int:
    """How many figures the query picks. Raises as `read_figures` does."""
    selected = _select(library, query)
    return int(library.rows(f"SELECT count(*) {selected.sql}", selected.bindings)[0][0])


def read_scales(library: Library, query: FigureQuery) -> dict[str, Scale]:
    """For each unit of the figures what a bar beside them is drawn to."""
    selected = _select(library, query)
    rows = library.rows(
        f"""
        SELECT f.unit, min(nullif(abs(f.value), 0)), max(abs(coalesce(f.value_to, f.value))) {selected.sql}
        GROUP BY f.unit
        """,
        selected.bindings,
    )
    return {unit: Scale(low or 0, high if unit else max(1, high)) for unit, low, high in rows}


_UNITS = """
    coalesce((SELECT group_concat(name, char(10)) FROM (
        SELECT m.name FROM mention m WHERE m.entry = f.entry AND m.kind = 'unit' ORDER BY m.position
    )), '')
"""
_SEARCHED = f"f.label || ' ' || f.change || f.qualifier || f.written || ' ' || e.title || ' ' || {_UNITS}"


def _select(library: Library, query: FigureQuery) -> Selection:
    """FROM and WHERE of the query."""
    conditions, bindings = ["1"], list[str]()
    if query.scope != EVERYTHING:
        scope = select_scope(library, query.scope)
        conditions.append(f"f.entry IN ({scope.sql})")
        bindings += scope.bindings
    for word in query.words.split():
        conditions.append(f"{_SEARCHED} LIKE ? ESCAPE '\\'")
        bindings.append(f"%{_escape(word)}%")
    joined = "FROM figure f JOIN entry e USING (entry) JOIN release r USING (release)"
    return Selection(f"{joined} WHERE {' AND '.join(conditions)}", tuple(bindings))


def _escape(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _extract(library: Library, row: Row, releases: dict[int, Release]) -> FigureExtract:
    key, entry_id, title, units, *figure = row
    if key not in releases:
        releases[key] = read_facts(library, key)
    return FigureExtract(
        figure=figure_of(tuple(figure)),
        units=tuple(units.split("\n")) if units else (),
        entry_id=entry_id,
        title=title,
        release=releases[key],
    )

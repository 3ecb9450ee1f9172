"""A comparison of figures: a line, a row or an object each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from viewer.release.comparison import Comparison, State
from viewer.release.extract import FigureExtract
from viewer.writers.blocks import Cell, Table
from viewer.writers.clean import clean_line

_WORDS = {State.NEW: "新增", State.GONE: "不再有", State.CHANGED: "变化", State.SAME: "相同"}
_SIGNS = {State.NEW: "+", State.GONE: "-", State.CHANGED: "~", State.SAME: "="}


def comparison_line(row: Comparison) -> str:
    """A sign for what became of the figure, its label, its values, and the difference.

    Where the labels differ, those before are said, too, so that a wrong match is seen.
    """
    label, *others = map(clean_line, row.labels)
    if others:
        label += f"（{'、'.join(others)}）"
    return "  ".join(filter(None, (f"{_SIGNS[row.state]} {label}", _values(row), _difference(row))))


def comparison_table(rows: Iterable[Comparison], titles: Iterable[str]) -> Table:
    """Comparisons as a table; `titles` are those of the releases. Values are as they are written."""
    head = ("变化", "数据", *map(clean_line, titles), "增减", "增减率")
    return Table(head, tuple(_cells(row) for row in rows))


def comparison_object(row: Comparison) -> dict[str, Any]:
    """The same for programs."""
    return {
        "state": row.state,
        "figures": [_figure(stated) for stated in row.figures],
        "likeness": round(row.likeness, 3),
        "corrected": row.is_corrected,
        "difference": row.difference,
        "ratio": row.ratio,
    }


def _cells(row: Comparison) -> tuple[Cell, ...]:
    values = (clean_line(stated.figure.quoted) if stated else "" for stated in row.figures)
    difference = "" if row.difference is None else row.difference
    ratio = "" if row.ratio is None else round(row.ratio, 4)
    return (_WORDS[row.state], " / ".join(map(clean_line, row.labels)), *values, difference, ratio)


def _values(row: Comparison) -> str:
    values = [clean_line(stated.figure.quoted) for stated in row.stated]
    return values[0] if row.state is State.SAME and len(set(values)) == 1 else " → ".join(values)


def _difference(row: Comparison) -> str:
    if not row.difference:
        return ""
    share = f"（{row.ratio:+.1%}）" if row.ratio is not None else ""
    return f"{row.difference:+,.10g}{share}"


def _figure(stated: FigureExtract | None) -> dict[str, Any] | None:
    if stated is None:
        return None
    figure = stated.figure
    names = ("label", "written", "value", "unit", "qualifier", "change", "paragraph")
    return {"item": stated.entry_id, **{name: getattr(figure, name) for name in names}}

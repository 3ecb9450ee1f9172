"""A comparison of figures, a line or an object each."""

from __future__ import annotations

from typing import Any

from viewer.release.comparison import Comparison, State
from viewer.release.extract import FigureExtract
from viewer.writers.clean import clean_line

_SIGNS = {State.NEW: "+", State.GONE: "-", State.CHANGED: "~", State.SAME: "="}


def comparison_line(row: Comparison) -> str:
    """A sign for what became of the figure, its label, before and after, and the difference.

    Where the labels differ, the one before is said, too, so that a wrong match is seen.
    """
    stated = row.after or row.before
    label = clean_line(stated.figure.label) if stated else ""
    if row.before and row.after and row.before.figure.label != row.after.figure.label:
        label += f"（{clean_line(row.before.figure.label)}）"
    return "  ".join(filter(None, (f"{_SIGNS[row.state]} {label}", _values(row), _difference(row))))


def comparison_object(row: Comparison) -> dict[str, Any]:
    """The same for programs."""
    return {
        "state": row.state,
        "before": _figure(row.before),
        "after": _figure(row.after),
        "likeness": round(row.likeness, 3),
        "difference": row.difference,
        "ratio": row.ratio,
    }


def _values(row: Comparison) -> str:
    values = [clean_line(stated.figure.quoted) for stated in (row.before, row.after) if stated]
    return values[0] if row.state is State.SAME else " → ".join(values)


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

"""A comparison of figures, a line or an object each."""

from __future__ import annotations

from typing import Any

from viewer.release.comparison import Comparison, State
from viewer.release.extract import FigureExtract
from viewer.writers.clean import clean_line

_SIGNS = {State.NEW: "+", State.GONE: "-", State.CHANGED: "~", State.SAME: "="}


def comparison_line(row: Comparison) -> str:
    """A sign for what became of the figure, its label, its values, and the difference.

    Where the labels differ, those before are said, too, so that a wrong match is seen.
    """
    label, *others = map(clean_line, row.labels)
    if others:
        label += f"（{'、'.join(others)}）"
    return "  ".join(filter(None, (f"{_SIGNS[row.state]} {label}", _values(row), _difference(row))))


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

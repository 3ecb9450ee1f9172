"""How a figure is kept in the table of figures."""

from __future__ import annotations

from typing import Any

from viewer.library.library import Row
from viewer.release.release import Figure

FIGURE_COLUMNS = "label, written, value, value_to, unit, qualifier, change, paragraph, starts, ends"
"""The columns of a figure, in the order in which the functions here take and give them."""


def figure_of(row: Row) -> Figure:
    """The figure in a row of `FIGURE_COLUMNS`."""
    label, written, value, value_to, unit, qualifier, change, paragraph, start, end = row
    return Figure(
        label=label,
        written=written,
        value=value if value_to is None else (value, value_to),
        unit=unit,
        qualifier=qualifier,
        change=change,
        paragraph=paragraph,
        start=start,
        end=end,
    )


def row_of(figure: Figure) -> tuple[Any, ...]:
    """The row of `FIGURE_COLUMNS` of a figure."""
    value, *value_to = figure.values
    return (
        figure.label,
        figure.written,
        value,
        value_to[0] if value_to else None,
        figure.unit,
        figure.qualifier,
        figure.change,
        figure.paragraph,
        figure.start,
        figure.end,
    )

"""What is held against what, and the table of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple


class Quantity(NamedTuple):
    """Something measured; the unit is said after the number."""

    number: float
    unit: str


class Row(NamedTuple):
    """One thing that is measured of ours and of another program.

    Attributes:
        what: what is measured; several quantities are named in their order.
        ours: ours; nothing where nothing could be measured.
        other: the name of the other program.
        theirs: the other's in the same order, or why there is nothing.
    """

    what: str
    ours: tuple[Quantity, ...]
    other: str
    theirs: tuple[Quantity, ...] | str


def table(rows: Iterable[Row]) -> str:
    """The rows as a table in Markdown, with ours divided by theirs."""
    lines = ["| what is measured | ours | beside it | | ours ÷ it |", "| --- | --- | --- | --- | --- |"]
    for row in rows:
        absent = isinstance(row.theirs, str)
        theirs = row.theirs if isinstance(row.theirs, str) else _cell(row.theirs)
        ratio = "–" if absent else _ratio(row)
        lines.append(f"| {row.what} | {_cell(row.ours)} | {row.other} | {theirs} | {ratio} |")
    return "\n".join(lines)


def _ratio(row: Row) -> str:
    assert not isinstance(row.theirs, str)
    pairs = zip(row.ours, row.theirs, strict=True)
    return " / ".join(_number(ours.number / theirs.number) for ours, theirs in pairs) + " ×"


def _cell(quantities: tuple[Quantity, ...]) -> str:
    """All of them, a unit that several share after the last of these."""
    units = [quantity.unit for quantity in quantities]
    said = ("" if unit == after else f" {unit}" for unit, after in zip_longest(units, units[1:]))
    return " / ".join(_number(number) + unit for (number, _unit), unit in zip(quantities, said, strict=True)) or "–"


def _number(number: float) -> str:
    """Three digits that count, or all before the point."""
    places = 0 if number >= 100 else 1 if number >= 10 else 2
    return f"{number:,.{places}f}"

"""From rows as they were to rows as they are now, with as little change as there is: a view then stays as it stands."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

_Row = TypeVar("_Row")


class RowChange(NamedTuple):
    """From `row` on, so many rows go, and those of the new ones between `first` and `end` come."""

    row: int
    gone: int
    first: int
    end: int


def row_changes(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[RowChange]:
    """What makes the rows named `before` those named `after`; each change counts rows as those before it left them."""
    if before == after:
        return
    from difflib import SequenceMatcher  # not needed to start

    moved = 0
    for tag, start, stop, first, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield RowChange(start + moved, stop - start, first, end)
            moved += end - first - (stop - start)


def update_rows(
    model: QAbstractItemModel, rows: list[_Row], now: Sequence[_Row], name: Callable[[_Row], Hashable], columns: int = 1
) -> None:
    """Let `rows`, which a list or table model shows, be what they are `now`; rows of one name stay the same row."""
    top = QModelIndex()
    for row, gone, first, end in row_changes(list(map(name, rows)), list(map(name, now))):
        if gone:
            model.beginRemoveRows(top, row, row + gone - 1)
            del rows[row : row + gone]
            model.endRemoveRows()
        if first < end:
            model.beginInsertRows(top, row, row + end - first - 1)
            rows[row:row] = now[first:end]
            model.endInsertRows()
    for row, part in enumerate(now):
        if rows[row] != part:
            rows[row] = part
            model.dataChanged.emit(model.index(row, 0), model.index(row, columns - 1))

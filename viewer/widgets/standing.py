"""How a view stands, while the rows of its model become others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint
from PySide6.QtWidgets import QAbstractItemView

_FLAG = QItemSelectionModel.SelectionFlag


@contextmanager
def staying(
    view: QAbstractItemView,
    path: Callable[[QModelIndex], Sequence[Any]],
    find: Callable[[Sequence[Any]], QModelIndex],
) -> Iterator[None]:
    """Let the same rows be current, selected and seen after the block, as far as they are still there.

    `path` gives what names a row, `find` the row that has this name. A view that is at its top stays there.
    """
    rows = view.selectionModel()
    current = path(view.currentIndex())
    selected = {tuple(path(index)) for index in rows.selectedRows()}
    seen = view.indexAt(QPoint(0, 0)) if view.verticalScrollBar().value() else QModelIndex()
    first, top = path(seen), view.visualRect(seen).top()
    yield
    if path(view.currentIndex()) != current:
        # where it is gone, Qt has made its neighbour the current one, whose page nobody has asked for
        rows.setCurrentIndex(find(current), _FLAG.NoUpdate)
    if {tuple(path(index)) for index in rows.selectedRows()} != selected:
        rows.clearSelection()
        for index in filter(QModelIndex.isValid, map(find, selected)):
            rows.select(index, _FLAG.Select | _FLAG.Rows)
    if (index := find(first)).isValid():
        view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        if view.verticalScrollMode() is QAbstractItemView.ScrollMode.ScrollPerPixel:
            view.verticalScrollBar().setValue(view.verticalScrollBar().value() - top)

"""Choosing a row of a view by program."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView


def choose(view: QAbstractItemView, index: QModelIndex) -> None:
    """Make a row the current one and the only one that is selected, whatever keys are held."""
    flag = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

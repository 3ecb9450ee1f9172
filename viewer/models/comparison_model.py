"""Figures of several releases side by side as a Qt table."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from enum import IntEnum
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject

from viewer.models.index import Index
from viewer.models.role import ALIGN_RIGHT, Role
from viewer.models.spoken import cell_text, joined, position_text
from viewer.models.tool_tip import tool_tip
from viewer.override import override
from viewer.release.comparison import Comparison, State
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.release.unseen import reveal

COURSE_ROLE = Role.USER
"""The comparison of a row, for the column of courses."""


class ComparisonColumn(IntEnum):
    """The columns; from `FIRST_RELEASE` on there is one for each release, the earliest first."""

    STATE = 0
    LABEL = 1
    COURSE = 2
    FIRST_RELEASE = 3


class _Behind(IntEnum):
    """The columns behind those of the releases."""

    DIFFERENCE = 0
    RATIO = 1
    MATCH = 2


_BEFORE = (
    QT_TRANSLATE_NOOP("Compare", "State"),
    QT_TRANSLATE_NOOP("Compare", "Figure"),
    QT_TRANSLATE_NOOP("Compare", "Course"),
)
_BEHIND = (
    QT_TRANSLATE_NOOP("Compare", "Difference"),
    QT_TRANSLATE_NOOP("Compare", "In percent"),
    QT_TRANSLATE_NOOP("Compare", "Match"),
)
STATES = {
    State.NEW: QT_TRANSLATE_NOOP("Compare", "+ new"),
    State.GONE: QT_TRANSLATE_NOOP("Compare", "− gone"),
    State.CHANGED: QT_TRANSLATE_NOOP("Compare", "≠ changed"),
    State.SAME: QT_TRANSLATE_NOOP("Compare", "= the same"),
}
"""What became of a figure, in English."""


class ComparisonModel(QAbstractTableModel):
    """Comparisons in the order in which they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()
        self._rows: list[Comparison] = []

    def set_rows(self, heads: tuple[str, ...], rows: Sequence[Comparison]) -> None:
        """Show these; `heads` are those of the columns of the releases."""
        self.beginResetModel()
        self._heads, self._rows = tuple(map(reveal, heads)), list(rows)
        self.endResetModel()

    def comparison(self, index: Index) -> Comparison:
        """The comparison of a row."""
        return self._rows[index.row()]

    def path(self, index: QModelIndex) -> tuple[Hashable, ...]:
        """What tells a row from others: each of its figures; nothing for no row."""
        return _names(self._rows[index.row()]) if index.isValid() else ()

    def find(self, path: Sequence[Hashable]) -> QModelIndex:
        """The row that has one of these figures; an invalid index if there is none."""
        rows = (row for row, comparison in enumerate(self._rows) if not set(path).isdisjoint(_names(comparison)))
        return self.index(next(rows, -1), 0)

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.headerDataChanged.emit(QtCore.Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_BEFORE) + len(self._heads) + len(_BEHIND)

    @override
    def headerData(self, section: int, orientation: QtCore.Qt.Orientation, role: int = Role.DISPLAY) -> Any:
        if orientation is not QtCore.Qt.Orientation.Horizontal:
            return None
        if role == Role.TEXT_ALIGNMENT and self._is_number(section):
            return ALIGN_RIGHT
        if role != Role.DISPLAY:
            return None
        if 0 <= section - len(_BEFORE) < len(self._heads):
            return self._heads[section - len(_BEFORE)]
        titles = (*_BEFORE, *self._heads, *_BEHIND)
        return QCoreApplication.translate("Compare", titles[section])

    @override
    def data(self, index: Index, role: int = Role.DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Role.DISPLAY:
            return "" if column == ComparisonColumn.COURSE else self._text(row, column)
        if role == Role.TEXT_ALIGNMENT and self._is_number(column):
            return ALIGN_RIGHT
        if role == COURSE_ROLE and column == ComparisonColumn.COURSE:
            return row
        if role == Role.TOOL_TIP:
            return tool_tip(self._text(row, column))
        if role == Role.ACCESSIBLE_TEXT:
            return self._heard(index)
        return None

    def _heard(self, index: Index) -> str:
        """What a listener hears of a cell: in the first column of the whole row, elsewhere of the cell and its head."""
        row = self._rows[index.row()]
        if index.column() == ComparisonColumn.STATE:
            whole = (self._text(row, column) for column in range(ComparisonColumn.FIRST_RELEASE))
            return joined(*whole, position_text(index.row(), len(self._rows)))
        head = self.headerData(index.column(), QtCore.Qt.Orientation.Horizontal)
        return cell_text(head, self._text(row, index.column()))

    def _is_number(self, column: int) -> bool:
        return 0 <= column - len(_BEFORE) < len(self._heads) + _Behind.MATCH

    def _text(self, row: Comparison, column: int) -> str:
        values = [stated.figure.quoted if stated else "–" for stated in row.figures]
        before = (QCoreApplication.translate("Compare", STATES[row.state]), " / ".join(row.labels), " → ".join(values))
        ratio = f"{row.ratio:+.1%}" if row.ratio and _has_unit(row) else ""
        return reveal((*before, *values, _difference_text(row), ratio, _match_text(row))[column])


def _names(row: Comparison) -> tuple[Hashable, ...]:
    """What its figures are called, and where."""
    return tuple((stated.entry_id, stated.figure.label, stated.figure.unit) for stated in row.stated)


def _difference_text(row: Comparison) -> str:
    """By how much a value has become more; that of a ratio in points."""
    if not row.difference:
        return ""
    if _has_unit(row):
        return f"{row.difference:+,.10g}{row.stated[-1].figure.unit}"
    points = f"{row.difference * 100:+,.6g}"
    return QCoreApplication.translate("Compare", "{points} points").format(points=points)


def _has_unit(row: Comparison) -> bool:
    """Whether it is no ratio."""
    return bool(row.stated[-1].figure.unit)


def _match_text(row: Comparison) -> str:
    """Why figures are taken for the same."""
    if len(row.stated) == 1:
        return ""
    if row.is_corrected:
        return QCoreApplication.translate("Compare", "set by you")
    if row.likeness == 1:
        return QCoreApplication.translate("Compare", "same label")
    return QCoreApplication.translate("Compare", "alike, {percent} %").format(percent=round(row.likeness * 100))

"""Figures as a Qt table."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from enum import IntEnum
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Signal

from viewer.library.figure_table import FigureOrder, FigurePage
from viewer.models.index import Index
from viewer.models.role import ALIGN_RIGHT, Role
from viewer.models.row_changes import update_rows
from viewer.models.spoken import cell_text, joined, position_text
from viewer.models.tool_tip import tool_tip
from viewer.override import override
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.release.extract import FigureExtract
from viewer.release.release import Figure
from viewer.release.scale import Scale, before_and_after
from viewer.release.unseen import reveal


class FigureColumn(IntEnum):
    """The columns."""

    LABEL = 0
    WRITTEN = 1
    BAR = 2
    ITEM = 3
    CHANGE = 4
    VALUE = 5
    UNIT = 6
    QUALIFIER = 7
    RESPONSIBLE = 8
    DATE = 9
    PARAGRAPH = 10


BAR_ROLE = Role.USER
"""The bars of a figure: pairs of where each begins and ends, as shares of the room."""

_TITLES = {
    FigureColumn.LABEL: QT_TRANSLATE_NOOP("Figures", "Figure"),
    FigureColumn.WRITTEN: QT_TRANSLATE_NOOP("Figures", "As written"),
    FigureColumn.BAR: QT_TRANSLATE_NOOP("Figures", "Size"),
    FigureColumn.VALUE: QT_TRANSLATE_NOOP("Figures", "Value"),
    FigureColumn.UNIT: QT_TRANSLATE_NOOP("Figures", "Measured in"),
    FigureColumn.QUALIFIER: QT_TRANSLATE_NOOP("Figures", "Qualifier"),
    FigureColumn.CHANGE: QT_TRANSLATE_NOOP("Figures", "Change"),
    FigureColumn.RESPONSIBLE: QT_TRANSLATE_NOOP("Figures", "Unit responsible"),
    FigureColumn.ITEM: QT_TRANSLATE_NOOP("Figures", "Item"),
    FigureColumn.DATE: QT_TRANSLATE_NOOP("Figures", "Day"),
    FigureColumn.PARAGRAPH: QT_TRANSLATE_NOOP("Figures", "Paragraph"),
}
ORDERS = {
    FigureColumn.LABEL: FigureOrder.LABEL,
    FigureColumn.WRITTEN: FigureOrder.WRITTEN,
    FigureColumn.BAR: FigureOrder.VALUE,
    FigureColumn.VALUE: FigureOrder.VALUE,
    FigureColumn.UNIT: FigureOrder.UNIT,
    FigureColumn.QUALIFIER: FigureOrder.QUALIFIER,
    FigureColumn.CHANGE: FigureOrder.CHANGE,
    FigureColumn.RESPONSIBLE: FigureOrder.RESPONSIBLE,
    FigureColumn.ITEM: FigureOrder.ITEM,
    FigureColumn.DATE: FigureOrder.DATE,
    FigureColumn.PARAGRAPH: FigureOrder.PARAGRAPH,
}
"""What a click on the head of a column sorts by."""

_TEXTS: dict[FigureColumn, Callable[[FigureExtract], str]] = {
    FigureColumn.LABEL: lambda row: row.figure.label,
    FigureColumn.WRITTEN: lambda row: row.figure.quoted,
    FigureColumn.BAR: lambda _row: "",
    FigureColumn.VALUE: lambda row: value_text(row.figure),
    FigureColumn.UNIT: lambda row: row.figure.unit,
    FigureColumn.QUALIFIER: lambda row: row.figure.qualifier,
    FigureColumn.CHANGE: lambda row: change_text(row.figure),
    FigureColumn.RESPONSIBLE: lambda row: "、".join(row.units),
    FigureColumn.ITEM: lambda row: row.title,
    FigureColumn.DATE: lambda row: row.release.date.isoformat(),
    FigureColumn.PARAGRAPH: lambda row: str(row.figure.paragraph),
}
_RIGHT = (FigureColumn.WRITTEN, FigureColumn.VALUE, FigureColumn.PARAGRAPH)


def value_text(figure: Figure) -> str:
    """The normalised value, with commas at thousands; a ratio in percent."""
    if not figure.unit and any(isinstance(value, float) for value in figure.values):
        return "–".join(map(_percent, figure.values))
    return "–".join(f"{value:,}" for value in figure.values)


def change_text(figure: Figure) -> str:
    """The kind of a change; one by a share also with before and after."""
    both = before_and_after(figure)
    return f"{figure.change}  {_percent(both[0])} → {_percent(both[1])}" if both else figure.change


def _name(stated: FigureExtract) -> tuple[Hashable, ...]:
    """What tells a figure from others."""
    return stated.entry_id, stated.figure.paragraph, stated.figure.label, stated.figure.written


def _percent(share: float) -> str:
    return f"{round(share * 100, 6):,g}%"


class FiguresModel(QAbstractTableModel):
    """Figures in the order in which they are given.

    Signals:
        more_requested(offset): the view has come to the last figure that was read.
    """

    more_requested = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures: list[FigureExtract] = []
        self._scales: dict[str, Scale] = {}
        self._total = 0
        self._requested = 0

    def set_page(self, page: FigurePage) -> None:
        """Show these figures in place of all others; more of the same query are put below."""
        if page.offset and page.offset == len(self._figures) and page.figures:
            self.beginInsertRows(QModelIndex(), page.offset, page.offset + len(page.figures) - 1)
            self._figures += page.figures
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._figures, self._scales = list(page.figures), page.scales
            self.endResetModel()
        self._total = page.total
        self._requested = len(self._figures)

    def update_page(self, page: FigurePage) -> None:
        """Show what the same query picks now, from its first figure on; those still there stay what they are."""
        scaled = page.scales != self._scales
        self._scales, self._total = page.scales, page.total
        update_rows(self, self._figures, page.figures, _name, len(FigureColumn))
        self._requested = len(self._figures)
        if scaled and self._figures:
            self.dataChanged.emit(self.index(0, FigureColumn.BAR), self.index(self._requested - 1, FigureColumn.BAR))

    def figure(self, index: Index) -> FigureExtract:
        """The figure of a row."""
        return self._figures[index.row()]

    def path(self, index: QModelIndex) -> tuple[Hashable, ...]:
        """What tells the figure of a row from others; nothing for no row."""
        return _name(self._figures[index.row()]) if index.isValid() else ()

    def find(self, path: Sequence[Hashable]) -> QModelIndex:
        """The row of that figure; an invalid index if there is none."""
        rows = (row for row, stated in enumerate(self._figures) if _name(stated) == path)
        return self.index(next(rows, -1), 0)

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.headerDataChanged.emit(QtCore.Qt.Orientation.Horizontal, 0, len(FigureColumn) - 1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._figures)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(FigureColumn)

    @override
    def headerData(self, section: int, orientation: QtCore.Qt.Orientation, role: int = Role.DISPLAY) -> Any:
        if orientation is not QtCore.Qt.Orientation.Horizontal:
            return None
        if role == Role.TEXT_ALIGNMENT and section in _RIGHT:
            return ALIGN_RIGHT
        if role != Role.DISPLAY:
            return None
        return QCoreApplication.translate("Figures", _TITLES[FigureColumn(section)])

    @override
    def data(self, index: Index, role: int = Role.DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = self._figures[index.row()], FigureColumn(index.column())
        if role == Role.DISPLAY:
            return reveal(_TEXTS[column](row))
        if role == Role.TEXT_ALIGNMENT and column in _RIGHT:
            return ALIGN_RIGHT
        if role == BAR_ROLE and column is FigureColumn.BAR:
            return self._bars(row.figure)
        if role == Role.TOOL_TIP:
            return tool_tip(self._told(row, column))
        if role == Role.ACCESSIBLE_TEXT:
            return self._heard(index)
        return None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._figures) == self._requested < self._total

    @override
    def fetchMore(self, parent: Index) -> None:
        self._requested += 1  # until the answer is there nothing more is asked for
        self.more_requested.emit(len(self._figures))

    def _bars(self, figure: Figure) -> tuple[tuple[float, float], ...]:
        """One bar; for a range from its low end on; for a change by a share one for before and one for after."""
        if both := before_and_after(figure):
            return tuple((0.0, part / max(both)) for part in both)
        scale = self._scales.get(figure.unit, Scale(0, 0))
        low, *high = map(scale.share, figure.values)
        return ((low, high[0]) if high else (0.0, low),)

    def _heard(self, index: Index) -> str:
        """What a listener hears of a cell: in the first column of the whole row, elsewhere of the cell and its head."""
        if index.column() == FigureColumn.LABEL:
            figure = self._figures[index.row()].figure
            return joined(reveal(figure.label), reveal(figure.quoted), position_text(index.row(), self._total))
        head = self.headerData(index.column(), QtCore.Qt.Orientation.Horizontal)
        return cell_text(head, self._told(self._figures[index.row()], FigureColumn(index.column())))

    def _told(self, row: FigureExtract, column: FigureColumn) -> str:
        """A cell in words, the bar too."""
        return reveal(self._scale_text(row.figure) if column is FigureColumn.BAR else _TEXTS[column](row))

    def _scale_text(self, figure: Figure) -> str:
        """What the bar says, in words."""
        if before_and_after(figure):
            return change_text(figure)
        scale = self._scales.get(figure.unit, Scale(0, 0))
        kind = (
            QCoreApplication.translate("Figures", "logarithmic scale up to {most}")
            if scale.is_logarithmic
            else QCoreApplication.translate("Figures", "scale up to {most}")
        )
        return kind.format(most=f"{scale.high:,.10g}{figure.unit}")

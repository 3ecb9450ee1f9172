"""The table of figures: of a page, a release, a search or the whole library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QModelIndex, QPoint, QSize, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QMenu, QVBoxLayout, QWidget

from viewer.library.figure_table import FigureOrder, FigurePage, FigureQuery, read_figure_page
from viewer.library.library import Library
from viewer.library.scope import Scope
from viewer.models.counts_and_dates import count_text
from viewer.models.figures_model import ORDERS, FigureColumn, FiguresModel
from viewer.override import own_override
from viewer.release.unseen import reveal
from viewer.widgets.bar_delegate import BarDelegate
from viewer.widgets.choosing import choose
from viewer.widgets.clear_button import offer_clearing
from viewer.widgets.clipboard import put_on_clipboard
from viewer.widgets.standing import staying
from viewer.widgets.table_window import TableWindow
from viewer.writers.clip import clip_figures

if TYPE_CHECKING:
    from viewer.widgets.settings import Settings

_SIZE = QSize(1060, 620)
_AT_A_TIME = 200
_WIDTHS = {
    FigureColumn.LABEL: 150,
    FigureColumn.WRITTEN: 130,
    FigureColumn.BAR: 130,
    FigureColumn.VALUE: 110,
    FigureColumn.UNIT: 56,
    FigureColumn.QUALIFIER: 56,
    FigureColumn.CHANGE: 190,
    FigureColumn.RESPONSIBLE: 130,
    FigureColumn.ITEM: 200,
    FigureColumn.DATE: 92,
    FigureColumn.PARAGRAPH: 56,
}


class NamedScope(NamedTuple):
    """A part of the library under the name by which it can be chosen."""

    name: str
    scope: Scope


class _Question(NamedTuple):
    """Which figures are wanted; `again` where those that are shown are, as they are now."""

    query: FigureQuery
    limit: int
    offset: int
    again: bool


class _Answer(NamedTuple):
    """What a question has found."""

    page: FigurePage
    again: bool


def _answers(library: Library, question: _Question) -> Iterator[_Answer]:
    page = read_figure_page(library, question.query, question.limit, question.offset)
    yield _Answer(page, question.again)


class FiguresWindow(TableWindow):
    """Figures in the order of the text, or of a column; exports a `FigureQuery`."""

    def __init__(self, library_path: Path, scopes: list[NamedScope], settings: Settings, parent: QWidget) -> None:
        """`scopes` can be chosen from; the first is shown at first."""
        self._model = FiguresModel()
        super().__init__(library_path, _answers, self._model, _SIZE, parent)
        self._model.setParent(self)
        self._settings = settings
        self._query = FigureQuery()
        self._scopes = QComboBox(self)
        for name, scope in scopes:
            self._scopes.addItem(reveal(name), scope)
        self._set_up_table()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._filter.setFocus()
        self._ask()

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.setWindowTitle(self.tr("Figures"))
        self._scopes.setAccessibleName(self.tr("Which figures"))
        self._scopes.setToolTip(self.tr("Which figures"))
        self._filter.setPlaceholderText(self.tr("Filter by figure, item or unit"))
        self._filter.setAccessibleName(self.tr("Filter"))
        offer_clearing(self._filter)
        self._export.setText(self.tr("Export…"))
        self._export.setToolTip(self.tr("Write the figures of this table into a file"))
        self._table.setAccessibleName(self.tr("Figures"))
        self._table.setAccessibleDescription(self.tr("Enter leads to the sentence of a figure, Ctrl+C copies rows"))
        self._model.retranslate()

    def _set_up_table(self) -> None:
        table = self._table
        table.setItemDelegateForColumn(FigureColumn.BAR, BarDelegate(self))
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(QtCore.Qt.ContextMenuPolicy.CustomContextMenu)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setSortIndicator(-1, QtCore.Qt.SortOrder.AscendingOrder)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
            table.setColumnHidden(column, column.name.lower() in self._settings.session.hidden_columns)
        header.setSectionResizeMode(FigureColumn.ITEM, QHeaderView.ResizeMode.Interactive)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._scopes)
        line.addWidget(self._filter, 1)
        line.addWidget(self._count)
        line.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(line)
        column.addWidget(self._table, 1)
        self._scopes.setMaximumWidth(320)
        self.setTabOrder(self._scopes, self._filter)

    def _connect(self) -> None:
        self._model.more_requested.connect(self._ask_for_more)
        self._scopes.currentIndexChanged.connect(self._ask)
        self._filter.textChanged.connect(self._ask)
        self._table.clicked.connect(self.open_row)
        header = self._table.horizontalHeader()
        header.sortIndicatorChanged.connect(self._ask)
        header.customContextMenuRequested.connect(self._choose_columns)

    @Slot()
    def _ask(self) -> None:
        """Read other figures."""
        header = self._table.horizontalHeader()
        section = header.sortIndicatorSection()
        self._query = FigureQuery(
            Scope(*self._scopes.currentData()),
            self._filter.text(),
            ORDERS[FigureColumn(section)] if section in set(FigureColumn) else FigureOrder.TEXT,
            header.sortIndicatorOrder() is QtCore.Qt.SortOrder.DescendingOrder,
        )
        self._asker.ask(_Question(self._query, _AT_A_TIME, 0, again=False))

    @Slot(int)
    def _ask_for_more(self, offset: int) -> None:
        self._asker.ask_further(_Question(self._query, _AT_A_TIME, offset, again=False))

    @Slot()
    def refresh(self) -> None:
        """Show what the library has now; what is still there stays as it is."""
        shown = self._model.rowCount()
        self._asker.ask(_Question(self._query, max(_AT_A_TIME, shown), 0, again=True))

    @own_override
    def show_answer(self, answer: _Answer) -> None:
        if answer.again:
            with staying(self._table, self._model.path, self._model.find):
                self._model.update_page(answer.page)
        else:
            self._model.set_page(answer.page)
        total = answer.page.total
        self._count.setText(self.tr("{count} figure(s)", "", total).format(count=count_text(total)))
        if not answer.page.offset and answer.page.figures and not self._table.currentIndex().isValid():
            choose(self._table, self._model.index(0, 0))

    @own_override
    def open_row(self, index: QModelIndex) -> None:
        self.figure_opened.emit(self._model.figure(index))

    @own_override
    def copy_rows(self) -> None:
        if rows := [self._model.figure(index) for index in self._table.selectionModel().selectedRows()]:
            put_on_clipboard(clip_figures(rows))

    @own_override
    def export(self) -> None:
        self.export_requested.emit(self._query)

    @Slot(QPoint)
    def _choose_columns(self, place: QPoint) -> None:
        """Offer the columns to be shown or hidden; the first one stays."""
        menu = QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in list(FigureColumn)[1:]:
            action = menu.addAction(self._model.headerData(column, QtCore.Qt.Orientation.Horizontal))
            action.setCheckable(True)
            action.setChecked(not self._table.isColumnHidden(column))
            action.setData(column)
        menu.triggered.connect(self._toggle_column)
        menu.popup(self._table.horizontalHeader().mapToGlobal(place))

    @Slot(QAction)
    def _toggle_column(self, action: QAction) -> None:
        column = FigureColumn(action.data())
        self._table.setColumnHidden(column, not self._table.isColumnHidden(column))
        hidden = (part for part in FigureColumn if self._table.isColumnHidden(part))
        self._settings.session.hidden_columns = tuple(part.name.lower() for part in hidden)

"""The table of figures: of a page, a release, a search or the whole library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QModelIndex, QPoint, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from viewer.library.figure_table import FigureOrder, FigurePage, FigureQuery, read_figure_page
from viewer.library.library import Library
from viewer.library.scope import Scope
from viewer.models.counts_and_dates import count_text
from viewer.models.figures_model import ORDERS, FigureColumn, FiguresModel
from viewer.models.job_runner import JobRunner, Report
from viewer.override import override
from viewer.release.extract import FigureExtract
from viewer.release.unseen import reveal
from viewer.widgets.bar_delegate import BarDelegate
from viewer.widgets.choosing import choose
from viewer.widgets.clear_button import offer_clearing
from viewer.widgets.clipboard import put_on_clipboard
from viewer.widgets.plain_label import PlainLabel
from viewer.widgets.standing import staying
from viewer.writers.clip import clip_figures

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from viewer.widgets.settings import Settings

_SIZE = (1060, 620)
_AT_A_TIME = 200
_WIDTHS = {
    FigureColumn.LABEL: 150,
    FigureColumn.WRITTEN: 130,
    FigureColumn.BAR: 150,
    FigureColumn.VALUE: 110,
    FigureColumn.UNIT: 56,
    FigureColumn.QUALIFIER: 56,
    FigureColumn.CHANGE: 150,
    FigureColumn.RESPONSIBLE: 130,
    FigureColumn.ITEM: 220,
    FigureColumn.DATE: 92,
    FigureColumn.PARAGRAPH: 56,
}


class NamedScope(NamedTuple):
    """A part of the library under the name by which it can be chosen."""

    name: str
    scope: Scope


class _Answer(NamedTuple):
    """Figures that were asked for; `again` where they are those that are shown, as they are now."""

    generation: int
    page: FigurePage
    again: bool


class FiguresWindow(QWidget):
    """A window beside the main one.

    Signals:
        figure_opened(FigureExtract): a row was clicked or entered.
        export_requested(FigureQuery): the figures that are shown are to be written into a file.
        failed(ReleaseViewerError)
    """

    figure_opened = Signal(object)
    export_requested = Signal(object)
    failed = Signal(object)

    def __init__(self, library_path: Path, scopes: list[NamedScope], settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(QtCore.Qt.WindowType.Window)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self._library_path = library_path
        self._settings = settings
        self._query = FigureQuery()
        self._generation = 0
        self._runner = JobRunner(self)
        self._runner.finished.connect(self._show)
        self._runner.failed.connect(self.failed)
        self._model = FiguresModel(self)
        self._model.more_requested.connect(self._read)
        self._scopes = QComboBox(self)
        for name, scope in scopes:
            self._scopes.addItem(reveal(name), scope)
        self._filter = QLineEdit(self)
        self._count = PlainLabel(self)
        self._export = QPushButton(self)
        self._table = self._make_table()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(*_SIZE)
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

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._runner.close()
        super().closeEvent(event)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setItemDelegateForColumn(FigureColumn.BAR, BarDelegate(self))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(int(table.fontMetrics().height() * 1.7))
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(QtCore.Qt.ContextMenuPolicy.CustomContextMenu)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setSortIndicator(-1, QtCore.Qt.SortOrder.AscendingOrder)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
            table.setColumnHidden(column, column.name.lower() in self._settings.session.hidden_columns)
        header.setSectionResizeMode(FigureColumn.ITEM, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        return table

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

    def _connect(self) -> None:
        self._scopes.currentIndexChanged.connect(self._ask)
        self._filter.textChanged.connect(self._ask)
        self._filter.returnPressed.connect(self._table.setFocus)
        self._export.clicked.connect(self._ask_to_export)
        self._table.activated.connect(self._open)
        self._table.clicked.connect(self._open)
        header = self._table.horizontalHeader()
        header.sortIndicatorChanged.connect(self._ask)
        header.customContextMenuRequested.connect(self._choose_columns)
        for keys, slot in (
            (QKeySequence.StandardKey.Copy, self._copy),
            (QKeySequence.StandardKey.Cancel, self.close),
            (QKeySequence.StandardKey.Find, self._filter.setFocus),
        ):
            QShortcut(QKeySequence(keys), self, slot)

    @Slot()
    def _ask(self) -> None:
        """Read the figures anew; an answer to an earlier question is dropped."""
        header = self._table.horizontalHeader()
        section = header.sortIndicatorSection()
        self._query = FigureQuery(
            Scope(*self._scopes.currentData()),
            self._filter.text(),
            ORDERS[FigureColumn(section)] if section in set(FigureColumn) else FigureOrder.TEXT,
            header.sortIndicatorOrder() is QtCore.Qt.SortOrder.DescendingOrder,
        )
        self._generation += 1
        self._read(0)

    @Slot()
    def refresh(self) -> None:
        """Show what the library has now; what is still there stays as it is."""
        self._generation += 1
        self._ask_for(0, max(_AT_A_TIME, self._model.rowCount()), again=True)

    @Slot(int)
    def _read(self, offset: int) -> None:
        self._ask_for(offset, _AT_A_TIME, again=False)

    def _ask_for(self, offset: int, limit: int, *, again: bool) -> None:
        generation, query, path = self._generation, self._query, self._library_path

        def job(_report: Report) -> _Answer | None:
            if generation != self._generation:
                return None
            library = Library(path)
            try:
                return _Answer(generation, read_figure_page(library, query, limit, offset), again)
            finally:
                library.close()

        self._runner.run(job)

    @Slot(object)
    def _show(self, answer: _Answer | None) -> None:
        if answer is None or answer.generation != self._generation:
            return
        if answer.again:
            with staying(self._table, self._model.path, self._model.find):
                self._model.update_page(answer.page)
        else:
            self._model.set_page(answer.page)
        total = answer.page.total
        self._count.setText(self.tr("{count} figure(s)", "", total).format(count=count_text(total)))
        if not answer.page.offset and answer.page.figures and not self._table.currentIndex().isValid():
            choose(self._table, self._model.index(0, 0))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.figure_opened.emit(self._model.figure(index))

    @Slot()
    def _copy(self) -> None:
        """Copy the selected rows as cells."""
        rows: list[FigureExtract] = [self._model.figure(index) for index in self._table.selectionModel().selectedRows()]
        if rows:
            put_on_clipboard(clip_figures(rows))

    @Slot()
    def _ask_to_export(self) -> None:
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

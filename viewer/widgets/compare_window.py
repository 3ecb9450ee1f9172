"""Releases side by side: what is new, gone, changed, by how much, and the course of each figure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from viewer.library.corrections import read_corrections
from viewer.library.figure_table import read_all_figures
from viewer.library.library import Library
from viewer.library.releases import ReleaseHead, column_heads, release_heads
from viewer.models.comparison_model import STATES, ComparisonColumn, ComparisonModel
from viewer.models.counts_and_dates import count_text
from viewer.override import own_override
from viewer.release.comparison import Comparison, compare
from viewer.release.folding import fold
from viewer.widgets.choosing import choose
from viewer.widgets.clear_button import offer_clearing
from viewer.widgets.clipboard import put_on_clipboard
from viewer.widgets.course_delegate import CourseDelegate
from viewer.widgets.line_chart import LineCharts, charts_of
from viewer.widgets.match_menu import MatchMenu
from viewer.widgets.plain_label import PlainLabel
from viewer.widgets.release_list import ReleaseList
from viewer.widgets.standing import staying
from viewer.widgets.table_window import TableWindow
from viewer.writers.clip import clip_comparisons

_SIZE = QSize(1120, 680)
_LIST_WIDTH = 220
_WIDTHS = {ComparisonColumn.STATE: 92, ComparisonColumn.LABEL: 150, ComparisonColumn.COURSE: 110}
_RELEASE_WIDTH = 96
_WIDTHS_BEHIND = (110, 72)


class _Answer(NamedTuple):
    """All releases, the newest first; those of them that are compared, the earliest first; and their figures."""

    all: tuple[ReleaseHead, ...]
    releases: tuple[ReleaseHead, ...]
    rows: tuple[Comparison, ...]


def _answers(library: Library, ids: Collection[str]) -> Iterator[_Answer]:
    heads = tuple(release_heads(library))
    releases = tuple(release for release in reversed(heads) if release.id in ids)
    figures = [read_all_figures(library, release.id) for release in releases]
    rows = compare(figures, read_corrections(library)) if len(figures) > 1 else ()
    yield _Answer(heads, releases, rows)


class CompareWindow(TableWindow):
    """Figures that count the same in rows, releases in columns; exports the `Charts` of the selected rows.

    Signals:
        corrected(): the library has other corrections of what counts the same.
    """

    corrected = Signal()

    def __init__(self, library: Library, chosen: str, parent: QWidget) -> None:
        """`chosen` is the id of the release that is compared at first, with the one before it of its issuer."""
        self._model = ComparisonModel()
        super().__init__(library.path, _answers, self._model, _SIZE, parent)
        self._model.setParent(self)
        self._library = library
        self._answer = _Answer((), (), ())
        self._list = ReleaseList(tuple(release_heads(library)), chosen, self)
        self._states = QComboBox(self)
        self._match = QPushButton(self)
        self._table.setItemDelegateForColumn(ComparisonColumn.COURSE, CourseDelegate(self))
        self._table.setContextMenuPolicy(QtCore.Qt.ContextMenuPolicy.CustomContextMenu)
        self._charts = LineCharts(self)
        self._hint = PlainLabel(self)
        self._hint.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._filter.setFocus()
        self.refresh()

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.setWindowTitle(self.tr("Compare"))
        self._list.setAccessibleName(self.tr("Releases to compare"))
        self._list.setAccessibleDescription(self.tr("Space ticks a release, or unticks it"))
        self._filter.setPlaceholderText(self.tr("Filter by figure"))
        self._filter.setAccessibleName(self.tr("Filter"))
        offer_clearing(self._filter)
        self._states.setAccessibleName(self.tr("State"))
        self._states.setToolTip(self.tr("What became of the figures that are shown"))
        self._states.clear()
        self._states.addItem(self.tr("All figures"))
        for state, text in STATES.items():
            self._states.addItem(QCoreApplication.translate("Compare", text), state)
        self._match.setText(self.tr("Correct match…"))
        self._match.setToolTip(self.tr("Say of the selected figure what it is the same as"))
        self._export.setText(self.tr("Export chart…"))
        self._export.setToolTip(self.tr("Write the charts of the selected rows into a file"))
        self._table.setAccessibleName(self.tr("Figures compared"))
        self._table.setAccessibleDescription(self.tr("Enter leads to the sentence of a figure, Ctrl+C copies rows"))
        self._charts.setAccessibleName(self.tr("Charts"))
        self._hint.setText(self.tr("Tick two releases or more to compare them. Others come in with Ctrl+O."))
        self._model.retranslate()

    @Slot()
    def refresh(self) -> None:
        """Compare what is ticked as the library has it now; what is still there stays as it is."""
        self._asker.ask(self._list.ticked())

    def _lay_out(self) -> None:
        whole = QSplitter(self)
        whole.addWidget(self._list)
        whole.addWidget(self._make_right_side())
        whole.setStretchFactor(1, 1)
        whole.setSizes([_LIST_WIDTH, _SIZE.width() - _LIST_WIDTH])
        whole.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(whole)
        in_order = (self._list, self._filter, self._states, self._match, self._export, self._table)
        for before, behind in pairwise(in_order):
            self.setTabOrder(before, behind)

    def _make_right_side(self) -> QWidget:
        """The table with the line above it and the charts below."""
        right = QWidget(self)
        line = QHBoxLayout()
        line.addWidget(self._filter, 1)
        for widget in (self._states, self._count, self._match, self._export):
            line.addWidget(widget)
        parts = QSplitter(QtCore.Qt.Orientation.Vertical, self)
        parts.addWidget(self._table)
        parts.addWidget(self._charts)
        parts.setStretchFactor(0, 1)
        parts.setChildrenCollapsible(False)
        column = QVBoxLayout(right)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(line)
        column.addWidget(self._hint)
        column.addWidget(parts, 1)
        return right

    def _connect(self) -> None:
        self._list.itemChanged.connect(self.refresh)
        self._filter.textChanged.connect(self._show_rows)
        self._states.currentIndexChanged.connect(self._show_rows)
        self._match.clicked.connect(self._offer_matches_below)
        self._table.selectionModel().selectionChanged.connect(self._show_charts)
        self._table.customContextMenuRequested.connect(self._offer_matches)

    @own_override
    def show_answer(self, answer: _Answer) -> None:
        has_other_columns = len(answer.releases) != len(self._answer.releases)
        self._answer = answer
        self._list.update_releases(answer.all)
        self._hint.setVisible(len(answer.releases) <= 1)
        self._show_rows()
        if has_other_columns:
            widths = (*_WIDTHS.values(), *(_RELEASE_WIDTH for _release in answer.releases), *_WIDTHS_BEHIND)
            for column, width in enumerate(widths):
                self._table.setColumnWidth(column, width)

    @Slot()
    def _show_rows(self) -> None:
        """Show the rows that are picked, and the charts of those that are selected."""
        state, words = self._states.currentData(), [fold(word) for word in self._filter.text().split()]
        rows = [
            row
            for row in self._answer.rows
            if state in (None, row.state) and all(word in fold("\n".join(_texts(row))) for word in words)
        ]
        with staying(self._table, self._model.path, self._model.find):
            self._model.set_rows(column_heads(self._answer.releases), rows)
        self._count.setText(self.tr("{count} figure(s)", "", len(rows)).format(count=count_text(len(rows))))
        if rows and not self._table.currentIndex().isValid():
            choose(self._table, self._model.index(0, 0))
        self._show_charts()

    def _selected(self) -> list[Comparison]:
        return [self._model.comparison(index) for index in self._table.selectionModel().selectedRows()]

    @Slot()
    def _show_charts(self) -> None:
        rows = self._selected()
        self._charts.set_charts(charts_of(rows, self._answer.releases))
        self._export.setEnabled(bool(rows))
        self._match.setEnabled(bool(rows))

    @own_override
    def open_row(self, index: QModelIndex) -> None:
        """Open the item of the figure that is entered; of another column, the latest."""
        row, position = self._model.comparison(index), index.column() - ComparisonColumn.FIRST_RELEASE
        stated = row.figures[position] if 0 <= position < len(row.figures) else None
        self.figure_opened.emit(stated or row.stated[-1])

    @own_override
    def copy_rows(self) -> None:
        if rows := self._selected():
            titles = tuple(f"{release.title}（{release.date.isoformat()}）" for release in self._answer.releases)
            put_on_clipboard(clip_comparisons(rows, titles))

    @own_override
    def export(self) -> None:
        self.export_requested.emit(charts_of(self._selected(), self._answer.releases))

    @Slot()
    def _offer_matches_below(self) -> None:
        self._open_menu(self._match.mapToGlobal(self._match.rect().bottomLeft()))

    @Slot(QPoint)
    def _offer_matches(self, place: QPoint) -> None:
        self._open_menu(self._table.viewport().mapToGlobal(place))

    def _open_menu(self, place: QPoint) -> None:
        """Offer to correct the match of the row that was selected last."""
        if rows := self._selected():
            menu = MatchMenu(self._library, rows[-1], self._answer.rows, self)
            menu.corrected.connect(self.corrected)
            menu.popup(place)
            menu.setActiveAction(menu.actions()[0])


def _texts(row: Comparison) -> list[str]:
    return [text for stated in row.stated for text in (stated.figure.label, stated.figure.quoted, stated.title)]

"""Releases side by side: what is new, gone, changed, by how much, and the course of each figure."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from viewer.library.corrections import put_correction, read_corrections, remove_correction
from viewer.library.figure_table import read_all_figures
from viewer.library.library import Library
from viewer.library.releases import ReleaseHead, column_heads
from viewer.models.comparison_model import STATES, ComparisonColumn, ComparisonModel
from viewer.models.counts_and_dates import count_text, date_text
from viewer.models.job_runner import JobRunner, Report
from viewer.models.tool_tip import tool_tip
from viewer.override import override
from viewer.release.comparison import Comparison, Pair, compare, likeness_of, pair_of
from viewer.release.folding import fold
from viewer.release.unseen import reveal
from viewer.widgets.choosing import choose
from viewer.widgets.clear_button import offer_clearing
from viewer.widgets.clipboard import put_on_clipboard
from viewer.widgets.course_delegate import CourseDelegate
from viewer.widgets.line_chart import LineCharts, charts_of
from viewer.widgets.menu_text import menu_text
from viewer.widgets.plain_label import PlainLabel
from viewer.writers.clip import clip_comparisons

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

_SIZE = (1120, 680)
_LIST_WIDTH = 220
_MOST_CANDIDATES = 20
_CHECKED = QtCore.Qt.CheckState.Checked
_UNCHECKED = QtCore.Qt.CheckState.Unchecked
_WIDTHS = {ComparisonColumn.STATE: 72, ComparisonColumn.LABEL: 150, ComparisonColumn.COURSE: 110}
_RELEASE_WIDTH = 96
_WIDTHS_BEHIND = (110, 72)


class _Answer(NamedTuple):
    """What is shown: the chosen releases, the earliest first, and their figures."""

    generation: int
    releases: tuple[ReleaseHead, ...]
    rows: tuple[Comparison, ...]


class CompareWindow(QWidget):
    """A window beside the main one.

    Signals:
        figure_opened(FigureExtract): a row was entered or double-clicked.
        export_requested(Charts): the charts of the selected rows are to be written into a file.
        failed(ReleaseViewerError)
    """

    figure_opened = Signal(object)
    export_requested = Signal(object)
    failed = Signal(object)

    def __init__(self, library_path: Path, releases: list[ReleaseHead], chosen: str, parent: QWidget) -> None:
        """`chosen` is the id of the release that is compared at first, with the one before it of its issuer."""
        super().__init__(parent)
        self.setWindowFlag(QtCore.Qt.WindowType.Window)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self._library_path = library_path
        self._heads = releases
        self._answer = _Answer(0, (), ())
        self._runner = JobRunner(self)
        self._runner.finished.connect(self._show)
        self._runner.failed.connect(self.failed)
        self._list = QListWidget(self)
        self._filter = QLineEdit(self)
        self._states = QComboBox(self)
        self._count = PlainLabel(self)
        self._match = QPushButton(self)
        self._export = QPushButton(self)
        self._model = ComparisonModel(self)
        self._table = self._make_table()
        self._charts = LineCharts(self)
        self._hint = PlainLabel(self)
        self._fill(chosen)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(*_SIZE)
        self._filter.setFocus()
        self._ask()

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

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._runner.close()
        super().closeEvent(event)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setItemDelegateForColumn(ComparisonColumn.COURSE, CourseDelegate(self))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(int(table.fontMetrics().height() * 1.9))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        table.setContextMenuPolicy(QtCore.Qt.ContextMenuPolicy.CustomContextMenu)
        return table

    def _fill(self, chosen: str) -> None:
        """List all releases, with those ticked that are compared at first."""
        ticked = first_choice(self._heads, chosen)
        for release in self._heads:
            row = QListWidgetItem(f"{reveal(release.title)}\n{date_text(release.date)}", self._list)
            row.setFlags(row.flags() | QtCore.Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(_CHECKED if release.id in ticked else _UNCHECKED)
            row.setToolTip(tool_tip(reveal(release.title)))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for widget, stretch in ((self._filter, 1), (self._states, 0), (self._count, 0)):
            line.addWidget(widget, stretch)
        line.addWidget(self._match)
        line.addWidget(self._export)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(line)
        column.addWidget(self._hint)
        parts = QSplitter(QtCore.Qt.Orientation.Vertical, self)
        parts.addWidget(self._table)
        parts.addWidget(self._charts)
        parts.setStretchFactor(0, 1)
        parts.setChildrenCollapsible(False)
        column.addWidget(parts, 1)
        self._hint.setWordWrap(True)
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setWordWrap(True)
        self._list.setSpacing(4)
        self._list.setMinimumWidth(120)
        whole = QSplitter(self)
        whole.addWidget(self._list)
        whole.addWidget(right)
        whole.setStretchFactor(1, 1)
        whole.setSizes([_LIST_WIDTH, _SIZE[0] - _LIST_WIDTH])
        whole.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(whole)

    def _connect(self) -> None:
        self._list.itemChanged.connect(self._ask)
        self._filter.textChanged.connect(self._show_rows)
        self._filter.returnPressed.connect(self._table.setFocus)
        self._states.currentIndexChanged.connect(self._show_rows)
        self._match.clicked.connect(self._offer_matches_below)
        self._export.clicked.connect(self._ask_to_export)
        self._table.selectionModel().selectionChanged.connect(self._show_charts)
        self._table.activated.connect(self._open)
        self._table.customContextMenuRequested.connect(self._offer_matches)
        for keys, slot in (
            (QKeySequence.StandardKey.Copy, self._copy),
            (QKeySequence.StandardKey.Cancel, self.close),
            (QKeySequence.StandardKey.Find, self._filter.setFocus),
        ):
            QShortcut(QKeySequence(keys), self, slot)

    def _ticked(self) -> tuple[ReleaseHead, ...]:
        """The releases that are ticked, the earliest first."""
        rows = range(self._list.count())
        ticked = [self._heads[row] for row in rows if self._list.item(row).checkState() == _CHECKED]
        return tuple(reversed(ticked))

    @Slot()
    def _ask(self) -> None:
        """Compare anew what is ticked."""
        self._compare()

    def _compare(self, correct: Callable[[Library], None] | None = None) -> None:
        """Compare what is ticked, after a correction; an answer to an earlier question is dropped."""
        releases = self._ticked()
        generation = self._answer.generation + 1
        self._answer = _Answer(generation, (), ())
        path = self._library_path

        def job(_report: Report) -> _Answer:
            library = Library(path)
            try:
                if correct is not None:
                    correct(library)
                figures = [read_all_figures(library, release.id) for release in releases]
                rows = compare(figures, read_corrections(library)) if len(figures) > 1 else ()
                return _Answer(generation, releases, rows)
            finally:
                library.close()

        self._runner.run(job)

    @Slot(object)
    def _show(self, answer: _Answer) -> None:
        if answer.generation == self._answer.generation:
            self._answer = answer
            self._hint.setVisible(len(answer.releases) <= 1)
            self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        """Show the rows that are picked, and the charts of those that are selected."""
        state, words = self._states.currentData(), [fold(word) for word in self._filter.text().split()]
        rows = [
            row
            for row in self._answer.rows
            if state in (None, row.state) and all(word in fold("\n".join(_texts(row))) for word in words)
        ]
        heads = column_heads(self._answer.releases)
        self._model.set_rows(heads, rows)
        widths = (*_WIDTHS.values(), *(_RELEASE_WIDTH for _head in heads), *_WIDTHS_BEHIND)
        for column, width in enumerate(widths):
            self._table.setColumnWidth(column, width)
        self._count.setText(self.tr("{count} figure(s)", "", len(rows)).format(count=count_text(len(rows))))
        if rows:
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

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        """Open the item of the figure that is entered; of another column, the latest."""
        row, position = self._model.comparison(index), index.column() - ComparisonColumn.FIRST_RELEASE
        stated = row.figures[position] if 0 <= position < len(row.figures) else None
        self.figure_opened.emit(stated or row.stated[-1])

    @Slot()
    def _copy(self) -> None:
        """Copy the selected rows as cells."""
        if rows := self._selected():
            put_on_clipboard(clip_comparisons(rows, self._titles()))

    @Slot()
    def _ask_to_export(self) -> None:
        self.export_requested.emit(charts_of(self._selected(), self._answer.releases))

    def _titles(self) -> tuple[str, ...]:
        return tuple(f"{release.title}（{release.date.isoformat()}）" for release in self._answer.releases)

    @Slot()
    def _offer_matches_below(self) -> None:
        self._open_menu(self._match.mapToGlobal(self._match.rect().bottomLeft()))

    @Slot(QPoint)
    def _offer_matches(self, place: QPoint) -> None:
        self._open_menu(self._table.viewport().mapToGlobal(place))

    def _open_menu(self, place: QPoint) -> None:
        """Offer what can be said of the current row: that it is one with another, or two, or nothing."""
        rows = self._selected()
        if not rows:
            return
        row = rows[-1]
        menu = QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        for pair, text in _pairs_in(row):
            menu.addAction(self.tr("Not the same: {labels}").format(labels=menu_text(text))).setData((pair, False))
        same = menu.addMenu(self.tr("The same as"))
        for pair, text in self._candidates(row):
            same.addAction(menu_text(text)).setData((pair, True))
        same.setEnabled(not same.isEmpty())
        undo = menu.addAction(self.tr("As proposed"))
        undo.setData((None, False))
        menu.triggered.connect(lambda action: self._correct(row, *action.data()))
        menu.popup(place)
        menu.setActiveAction(menu.actions()[0])

    def _candidates(self, row: Comparison) -> list[tuple[Pair, str]]:
        """Rows that may be one with `row`: of the same unit, in other releases; the likest first."""
        figure = row.stated[-1].figure
        others = [
            other
            for other in self._answer.rows
            if (other.stated[-1].figure.unit, other.stated[-1].figure.change) == (figure.unit, figure.change)
            and not any(one and two for one, two in zip(row.figures, other.figures, strict=True))
        ]
        others.sort(key=lambda other: -likeness_of(figure.label, other.stated[-1].figure.label))
        return [
            (
                pair_of(figure.unit, figure.label, other.stated[-1].figure.label),
                f"{other.labels[0]}  {other.stated[-1].figure.quoted}",
            )
            for other in others[:_MOST_CANDIDATES]
        ]

    def _correct(self, row: Comparison, pair: Pair | None, same: bool) -> None:
        unit, labels = row.stated[-1].figure.unit, {fold(label) for label in row.labels}

        def correct(library: Library) -> None:
            if pair is not None:
                put_correction(library, pair, same=same)
                return
            for said in read_corrections(library):
                if said[0] == unit and labels & set(said[1:]):
                    remove_correction(library, said)

        self._compare(correct)


def first_choice(releases: list[ReleaseHead], chosen: str) -> set[str]:
    """The release `chosen` and the one before it of its issuer; else the one after; else any before it."""
    place = next((number for number, release in enumerate(releases) if release.id == chosen), 0)
    if not releases:
        return set()
    issuer = releases[place].issuer
    older, newer = releases[place + 1 :], list(reversed(releases[:place]))
    others = [release for release in (*older, *newer) if release.issuer == issuer] or [*older, *newer]
    return {releases[place].id, *(release.id for release in others[:1])}


def _texts(row: Comparison) -> list[str]:
    return [text for stated in row.stated for text in (stated.figure.label, stated.figure.quoted, stated.title)]


def _pairs_in(row: Comparison) -> list[tuple[Pair, str]]:
    """The labels that were taken for one from release to release."""
    stated = row.stated
    pairs = {
        pair_of(after.figure.unit, before.figure.label, after.figure.label): " / ".join(
            dict.fromkeys((before.figure.label, after.figure.label))
        )
        for before, after in pairwise(stated)
    }
    return list(pairs.items())

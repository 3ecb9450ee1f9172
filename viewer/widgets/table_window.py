"""A window beside the main one: a table of figures that can be filtered, copied and exported."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from viewer.models.asker import Answers, Asker
from viewer.override import override
from viewer.widgets.plain_label import PlainLabel
from viewer.widgets.rows_table import RowsTable

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

_ROW_HEIGHT = 1.8  # of the font


class TableWindow(QWidget):
    """Asks the library off the GUI thread; the latest question wins, and what is shown stays until it is answered.

    Enter leads from the filter to the table, Ctrl+F back; Esc closes the window.

    Signals:
        figure_opened(FigureExtract): the item that states a figure is to be shown.
        export_requested(what): what is shown is to be written into a file.
        failed(Exception): the library cannot be asked.
    """

    figure_opened = Signal(object)
    export_requested = Signal(object)
    failed = Signal(object)

    def __init__(
        self, library_path: Path, answers: Answers, model: QAbstractTableModel, size: QSize, parent: QWidget
    ) -> None:
        """`answers` gives what `show_answer` takes, `size` is that of the window at first."""
        super().__init__(parent)
        self.setWindowFlag(QtCore.Qt.WindowType.Window)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(size)
        self._asker = Asker(library_path, answers, self)
        self._asker.answered.connect(self.show_answer)
        self._asker.failed.connect(self.failed)
        self._filter = QLineEdit(self)
        self._count = PlainLabel(self)
        self._export = QPushButton(self)
        self._export.clicked.connect(self.export)
        self._table = self._make_table(model)
        self._filter.returnPressed.connect(self._table.setFocus)
        for keys, slot in (
            (QKeySequence.StandardKey.Copy, self.copy_rows),
            (QKeySequence.StandardKey.Cancel, self.close),
            (QKeySequence.StandardKey.Find, self._filter.setFocus),
        ):
            QShortcut(QKeySequence(keys), self, slot)

    @Slot(object)
    @abstractmethod
    def show_answer(self, answer: Any) -> None:
        """Show what the library has answered."""

    @Slot(QModelIndex)
    @abstractmethod
    def open_row(self, index: QModelIndex) -> None:
        """Ask for the item of the figure in a row."""

    @Slot()
    @abstractmethod
    def copy_rows(self) -> None:
        """Copy the selected rows as cells."""

    @Slot()
    @abstractmethod
    def export(self) -> None:
        """Ask for what is shown to be written into a file."""

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._asker.close()
        super().closeEvent(event)

    def _make_table(self, model: QAbstractTableModel) -> RowsTable:
        table = RowsTable(model, self)
        table.setAlternatingRowColors(True)
        table.setFrameShape(RowsTable.Shape.NoFrame)
        table.verticalHeader().setDefaultSectionSize(int(table.fontMetrics().height() * _ROW_HEIGHT))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        table.activated.connect(self.open_row)
        return table

"""What was understood of a document, before it is kept: title, day and headings can be mended."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QDate, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from viewer.models.counts_and_dates import count_text
from viewer.models.outline_model import Column, OutlineModel
from viewer.release.release import Release
from viewer.release.unseen import reveal
from viewer.widgets.plain_label import PlainLabel
from viewer.widgets.rows_table import RowsTable

_LEVELS = 4  # 0 for text
_ROLE_WIDTH = 90


class PreviewDialog(QDialog):
    """Shows a release that is not in the library yet.

    Signals:
        kept(title, date, levels): it is to be kept: the title, the day (`datetime.date`), and by the number of a
            paragraph the level of the heading that it was made, 0 for text.
    """

    kept = Signal(str, object, object)

    def __init__(self, release: Release, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open document"))
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 620)
        self._title = QLineEdit(release.title, self)
        self._title.setCursorPosition(0)
        self._date = QDateEdit(QDate(release.date.year, release.date.month, release.date.day), self)
        self._date.setDisplayFormat("yyyy-MM-dd")
        self._date.setCalendarPopup(True)
        paragraphs = release.source.paragraphs if release.source else ()
        self._outline = OutlineModel(paragraphs, self)
        self._table = self._make_table()
        self._level = QComboBox(self)
        self._level.addItem(self.tr("Text"))
        self._level.addItems([self.tr("Heading {level}").format(level=level) for level in range(1, _LEVELS)])
        self._level.activated.connect(self._set_level)
        self._table.selectionModel().currentRowChanged.connect(self._show_level)
        self._add_level_keys()
        self._lay_out(release)
        self._table.selectRow(0)

    def _make_table(self) -> RowsTable:
        table = RowsTable(self._outline, self)
        table.setAccessibleName(self.tr("Paragraphs"))
        table.horizontalHeader().hide()
        table.setColumnWidth(Column.ROLE, _ROLE_WIDTH)
        table.horizontalHeader().setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        return table

    def _add_level_keys(self) -> None:
        """Ctrl+0 makes text of the chosen paragraphs, Ctrl+1 and so on headings."""
        for level in range(_LEVELS):
            action = QAction(self)
            action.setShortcut(QKeySequence(f"Ctrl+{level}"))
            action.setData(level)
            action.triggered.connect(self._set_level_of_key)
            self.addAction(action)

    def _lay_out(self, release: Release) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Title"), self._title)
        form.addRow(self.tr("&Date"), self._date)
        note = PlainLabel(self, "\n".join(self._remarks(release)))
        note.setWordWrap(True)
        note.setVisible(bool(note.text()))
        buttons = QDialogButtonBox(self)
        keep = buttons.addButton(self.tr("&Keep in library"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        keep.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._emit_kept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addWidget(self._table, 1)
        layout.addLayout(self._make_level_row())
        layout.addWidget(PlainLabel(self, self._counts(release)))
        layout.addWidget(buttons)

    def _make_level_row(self) -> QHBoxLayout:
        """What the chosen paragraphs are, and the keys that make them something else."""
        label = PlainLabel(self, self.tr("The chosen &paragraphs are"))
        label.setBuddy(self._level)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self._level)
        row.addWidget(PlainLabel(self, self.tr("Ctrl+0 to Ctrl+3")))
        row.addStretch(1)
        return row

    def _remarks(self, release: Release) -> Iterator[str]:
        """What was inferred, and what the line with the title cannot show, a line each."""
        shown = reveal(release.title)
        if shown != release.title:
            yield self.tr("In the title there is what is not seen, or taken for something else: {title}").format(
                title=shown
            )
        for part in release.inferred:
            yield reveal(QCoreApplication.translate("Inference", part.reason))

    def _counts(self, release: Release) -> str:
        """How much was understood, in one line."""
        entries = list(release.entries())
        items = sum(len(section.items) for section in release.sections)
        figures = sum(len(entry.figures) for entry in entries)
        clauses = len(release.notice.clauses) if release.notice else 0
        parts = (
            (self.tr("{count} section(s)", "", len(release.sections)), len(release.sections)),
            (self.tr("{count} item(s)", "", items), items),
            (self.tr("{count} figure(s)", "", figures), figures),
            (self.tr("{count} clause(s) of a notice", "", clauses), clauses),
        )
        return " · ".join(text.format(count=count_text(count)) for text, count in parts)

    @Slot(int)
    def _set_level(self, level: int) -> None:
        rows = [index.row() for index in self._table.selectionModel().selectedRows()]
        self._outline.set_level(rows, level)
        self._level.setCurrentIndex(level)

    @Slot()
    def _set_level_of_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._set_level(action.data())

    @Slot()
    def _show_level(self) -> None:
        row = self._table.currentIndex().row()
        self._level.setCurrentIndex(min(self._outline.level(row), _LEVELS - 1) if row >= 0 else 0)

    @Slot()
    def _emit_kept(self) -> None:
        title = self._title.text().strip()
        self.kept.emit(title, self._date.date().toPython(), dict(self._outline.levels))

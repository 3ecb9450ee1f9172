"""A bar above the page while something takes long: what it is, and how far."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from viewer.models.counts_and_dates import count_text
from viewer.widgets.announcing import announce
from viewer.widgets.plain_label import PlainLabel


class JobBar(QWidget):
    """Progress with a button to cancel it. Hidden while nothing goes on.

    Signals:
        cancelled(): it is to stop.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._label = PlainLabel(self)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(8)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.clicked.connect(self.cancelled)
        self.setFocusProxy(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self._label)
        layout.addWidget(self._progress, 1, QtCore.Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._cancel)
        self.hide()

    def begin(self, text: str) -> None:
        """Say what begins; `{done}` and `{total}` in the text become numbers."""
        self._text = text
        self._cancel.setText(self.tr("Cancel"))
        self._progress.setAccessibleName(self.tr("Progress"))
        self.show_progress(0, 0)
        announce(self, self._label.text())

    def show_progress(self, done: int, total: int) -> None:
        """Say that `done` of `total` has been done; 0 of 0 is that it has just begun."""
        self._label.setText(self._text.format(done=count_text(done), total=count_text(total)))
        self._progress.setRange(0, max(total, 1))  # a bar of 0 of 0 would move, which some cannot bear
        self._progress.setValue(done)
        self.show()

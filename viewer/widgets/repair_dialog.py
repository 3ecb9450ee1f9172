"""Asking whether a damaged library is to be repaired."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtCore
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from viewer.release.unseen import reveal
from viewer.widgets.plain_label import PlainLabel


class RepairDialog(QDialog):
    """Says what will happen, and asks whether it shall: it is accepted where it shall."""

    def __init__(self, kept_in: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Repair the library"))
        self.setMinimumWidth(480)
        question = PlainLabel(self, self.tr("Save what can be read of the damaged library into a sound one?"))
        font = question.font()
        font.setBold(True)
        question.setFont(font)
        what_happens = self.tr(
            "The damaged file is first kept as it is in {folder}. Releases, stars, highlights, notes and corrected "
            "matches are then read from it, and take its place all at once. What cannot be read is named."
        ).format(folder=reveal(str(kept_in)))
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Repair"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for label in (question, PlainLabel(self, what_happens)):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(buttons)

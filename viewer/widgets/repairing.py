"""Repairing a damaged library from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from viewer.library.backups import backup_folder
from viewer.library.recovery import Recovery, recovery_text, repair
from viewer.models.job_runner import Report
from viewer.widgets.job_session import JobSession


class Repairing(QObject):
    """Asks whether a library is to be repaired, and does it beside the GUI thread.

    Signals:
        repaired(text): the library can be opened again; the text says what was saved.
    """

    repaired = Signal(str)

    def __init__(self, path: Path, jobs: Callable[[], JobSession], window: QWidget) -> None:
        super().__init__(window)
        self._path = path
        self._jobs = jobs
        self._window = window

    @Slot()
    def ask(self) -> None:
        """Say what will happen, and ask whether it shall."""
        box = QMessageBox(self._window)
        box.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Repair the library"))
        box.setText(self.tr("Save what can be read of the damaged library into a sound one?"))
        box.setInformativeText(
            self.tr(
                "The damaged file is first kept as it is in {folder}. Releases, stars, highlights, notes and corrected "
                "matches are then read from it, and take its place all at once. What cannot be read is named."
            ).format(folder=backup_folder(self._path))
        )
        agreed = box.addButton(self.tr("Repair"), QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.setDefaultButton(agreed)
        agreed.clicked.connect(self._repair)
        box.open()

    @Slot()
    def _repair(self) -> None:
        path = self._path

        def job(report: Report) -> tuple[Recovery | None]:
            return (repair(path, report),)  # None is what a job gives that was cancelled

        self._jobs().run(self.tr("Repairing: {done} of {total}"), job, self._say_repaired)

    def _say_repaired(self, result: tuple[Recovery | None]) -> None:
        (recovery,) = result
        sound = self.tr("The library is sound; there was nothing to repair.")
        self.repaired.emit(recovery_text(recovery, QCoreApplication.translate) if recovery else sound)

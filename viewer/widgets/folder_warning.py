"""A warning, once for each place, of a library in a folder that more than this machine writes to."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from viewer.models.job_runner import JobRunner, Report
from viewer.release.errors import ReleaseViewerError
from viewer.shared_folders import shared_folder
from viewer.widgets.session import Session


class FolderWarning(QObject):
    """Looks at the folder off the GUI thread: a network may be slow, and what reads mounts is slow to load.

    Signals:
        warned(ReleaseViewerError): what is wrong with the folder, of which nobody has been warned yet.
        failed(Exception)
    """

    warned = Signal(object)
    failed = Signal(object)

    def __init__(self, library_path: Path, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._library_path = library_path
        self._session = session
        self._runner = JobRunner(self)
        self._runner.finished.connect(self._warn)
        self._runner.failed.connect(self.failed)

    def look(self) -> None:
        """Look, and be gone afterwards."""
        self._runner.run(partial(_look, self._library_path))

    @Slot(object)
    def _warn(self, error: ReleaseViewerError | None) -> None:
        if error is not None and error.file != self._session.warned_of:
            self._session.warned_of = error.file
            self.warned.emit(error)
        self._runner.close()
        self.deleteLater()


def _look(library_path: Path, _report: Report) -> ReleaseViewerError | None:
    return shared_folder(library_path)

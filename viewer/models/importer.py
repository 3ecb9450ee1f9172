"""Opening documents off the GUI thread, one after the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from viewer.release.errors import ReleaseViewerError


class _Worker(QObject):
    finished = Signal(str)
    failed = Signal(object)

    def __init__(self, import_file: Callable[[str], str]) -> None:
        super().__init__()
        self._import_file = import_file

    @Slot(str)
    def run(self, file: str) -> None:
        try:
            self.finished.emit(self._import_file(file))
        except ReleaseViewerError as error:
            self.failed.emit(error)


class Importer(QObject):
    """Takes files into a library in a thread of its own, which starts with the first file.

    Signals:
        finished(id): of the release that a file held.
        failed(ReleaseViewerError)
    """

    finished = Signal(str)
    failed = Signal(object)
    _requested = Signal(str)

    def __init__(self, import_file: Callable[[str], str], parent: QObject | None = None) -> None:
        """`import_file` takes a file into the library and gives the release's id; it runs in the thread."""
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName("import")
        self._worker = _Worker(import_file)

    def import_file(self, file: str) -> None:
        """Take a file into the library."""
        if not self._thread.isRunning():
            self._worker.moveToThread(self._thread)
            self._requested.connect(self._worker.run)
            self._worker.finished.connect(self.finished)
            self._worker.failed.connect(self.failed)
            self._thread.start()
        self._requested.emit(file)

    def close(self) -> None:
        """Stop the thread after the file that is being read; returns when it has ended."""
        if self._thread.isRunning():
            self._thread.quit()
            finished = self._thread.wait()
            assert finished, "the import thread has not ended"

"""Making the search index off the GUI thread, while the library is browsed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot

from viewer.library.index import rebuild_index
from viewer.library.library import Library
from viewer.library.space import give_back_space
from viewer.release.errors import ReleaseViewerError


class _Worker(QObject):
    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    @Slot()
    def run(self) -> None:
        try:
            library = Library(self._path)
            try:
                for progress in rebuild_index(library):
                    if self.thread().isInterruptionRequested():
                        return  # the next start goes on from here
                    self.progressed.emit(progress.done, progress.total)
                for _step in give_back_space(library):
                    if self.thread().isInterruptionRequested():
                        return
            finally:
                library.close()
        except ReleaseViewerError as error:
            self.failed.emit(error)
        else:
            self.finished.emit()


class Indexer(QObject):
    """Brings the search index of a library up to date, then its size, in a thread of its own.

    Signals:
        progressed(done, total): entries that are indexed, of all.
        finished(): every entry can be found.
        failed(ReleaseViewerError)
    """

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName("index")
        self._worker = _Worker(path)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.run)
        self._worker.progressed.connect(self.progressed)
        self._worker.finished.connect(self.finished)
        self._worker.failed.connect(self.failed)

    def start(self) -> None:
        """Begin, or go on."""
        self._thread.start()

    def close(self) -> None:
        """Stop after what is being indexed; returns when the thread has ended."""
        self._thread.requestInterruption()
        self._thread.quit()
        finished = self._thread.wait()
        assert finished, "the index thread has not ended"

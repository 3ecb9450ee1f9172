"""Making the search index off the GUI thread, while the library is browsed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from viewer.library.index import rebuild_index
from viewer.library.library import Library
from viewer.library.space import give_back_space
from viewer.models.job_runner import JobRunner, Report


class Indexer(QObject):
    """Brings the search index of a library up to date, then its size, in a thread of its own.

    Signals:
        progressed(done, total): entries that are indexed, of all.
        finished(): every entry can be found.
        failed(Exception)
    """

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._runner = JobRunner(self, "index")
        self._runner.progressed.connect(self.progressed)
        self._runner.finished.connect(self._finish)
        self._runner.failed.connect(self.failed)

    def start(self) -> None:
        """Begin, or go on."""
        self._runner.run(partial(_make_index, self._path))

    def close(self) -> None:
        """Stop after what is being indexed; the next start goes on from there."""
        self._runner.close()

    @Slot(object)
    def _finish(self, is_whole: bool | None) -> None:
        if is_whole:
            self.finished.emit()


def _make_index(path: Path, report: Report) -> bool:
    library = Library(path)
    try:
        for progress in rebuild_index(library):
            report(progress.done, progress.total)
        for _step in give_back_space(library):
            report(1, 1)  # ends here where it is to stop
    finally:
        library.close()
    return True

"""Long work off the GUI thread, one job after the other."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from viewer.release.errors import ReleaseViewerError

Report = Callable[[int, int], None]
"""Takes how much of how much has been done; raises CancelledError where the job is to stop."""
Job = Callable[[Report], Any]


class CancelledError(Exception):
    """The job was given up by the person who wanted it."""


class _Worker(QObject):
    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, cancelled: Event) -> None:
        super().__init__()
        self._cancelled = cancelled

    @Slot(object)
    def run(self, job: Job) -> None:
        try:
            self.finished.emit(job(self._report))
        except CancelledError:
            self.finished.emit(None)
        except ReleaseViewerError as error:
            self.failed.emit(error)

    def _report(self, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise CancelledError
        self.progressed.emit(done, total)


class JobRunner(QObject):
    """Runs jobs in a thread of its own, which starts with the first.

    Signals:
        progressed(done, total)
        finished(result): what the job gave; None where it was cancelled.
        failed(ReleaseViewerError)
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    _requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = Event()
        self._thread = QThread(self)
        self._thread.setObjectName("job")
        self._worker = _Worker(self._cancelled)

    def run(self, job: Job) -> None:
        """Begin a job, after those that were begun before."""
        self._cancelled.clear()
        if not self._thread.isRunning():
            self._worker.moveToThread(self._thread)
            self._requested.connect(self._worker.run)
            self._worker.progressed.connect(self.progressed)
            self._worker.finished.connect(self.finished)
            self._worker.failed.connect(self.failed)
            self._thread.start()
        self._requested.emit(job)

    @Slot()
    def cancel(self) -> None:
        """Stop the job at its next report."""
        self._cancelled.set()

    def close(self) -> None:
        """Stop; returns when the thread has ended."""
        self._cancelled.set()
        if self._thread.isRunning():
            self._thread.quit()
            finished = self._thread.wait()
            assert finished, "the job thread has not ended"

"""Long work off the GUI thread, one job after the other."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from traceback import clear_frames
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from viewer.models.worker_thread import ThreadDiedError, WorkerThread

Report = Callable[[int, int], None]
"""Takes how much of how much has been done; raises CancelledError where the job is to stop."""
Job = Callable[[Report], Any]
"""Takes what it is to report to; gives what becomes of it."""


class CancelledError(Exception):
    """The job was given up by the person who wanted it."""


class _Worker(QObject):
    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, cancelled: Event) -> None:
        super().__init__()
        self._cancelled = cancelled
        self.is_busy = False

    @Slot(object)
    def run(self, job: Job) -> None:
        self.is_busy = True
        try:
            self.finished.emit(job(self._report))
        except CancelledError:
            self.finished.emit(None)
        except Exception as error:  # our own bugs too: else whoever wants the result would wait for ever
            clear_frames(error.__traceback__)  # they hold what is of this thread
            self.failed.emit(error)
        finally:
            self.is_busy = False

    def _report(self, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise CancelledError
        self.progressed.emit(done, total)


class JobRunner(QObject):
    """Runs jobs in a thread of its own, which starts with the first.

    Signals:
        progressed(done, total)
        finished(result): what the job gave; None where it was cancelled.
        failed(Exception): what the job raised, our own bugs too; or that its thread has died.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    _requested = Signal(object)

    def __init__(self, parent: QObject | None = None, name: str = "job") -> None:
        """`name` is that of the thread."""
        super().__init__(parent)
        self._cancelled = Event()
        self._worker = _Worker(self._cancelled)
        self._thread = WorkerThread(name, self._worker, self)
        self._requested.connect(self._worker.run)
        self._worker.progressed.connect(self.progressed)
        self._worker.finished.connect(self.finished)
        self._worker.failed.connect(self.failed)
        self._thread.died.connect(self._give_up)

    def run(self, job: Job) -> None:
        """Begin a job, after those that were begun before."""
        self._cancelled.clear()
        self._thread.wake()
        self._requested.emit(job)

    @Slot()
    def cancel(self) -> None:
        """Stop the job at its next report."""
        self._cancelled.set()

    def close(self) -> None:
        """Stop; returns when the thread has ended, or does not end soon."""
        self._cancelled.set()
        self._thread.close()

    @Slot()
    def _give_up(self) -> None:
        if self._worker.is_busy:
            self._worker.is_busy = False
            self.failed.emit(ThreadDiedError())

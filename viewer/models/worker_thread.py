"""A thread with one worker in it, whatever becomes of either."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

PATIENCE = 5_000
"""Milliseconds that are waited for a thread to end; SQLite waits for other processes for less."""


class ThreadDiedError(Exception):
    """A thread has ended in the midst of its work, and nobody had asked it to."""


class WorkerThread(QThread):
    """Starts with the first task, and again where it has ended and nobody had asked it to.

    It belongs to the application: Qt aborts where a thread is deleted that still runs, as it would be with an owner
    that was not closed, or whose worker does not end.

    Signals:
        died(): it has ended so; what it was doing is lost, and it goes on with what it was asked afterwards.
    """

    died = Signal()

    def __init__(self, name: str, worker: QObject, owner: QObject) -> None:
        super().__init__(QCoreApplication.instance())
        self.setObjectName(name)
        self._worker = worker  # kept for as long as the thread is
        self._is_closing = False
        worker.moveToThread(self)
        self.finished.connect(self._revive)
        owner.destroyed.connect(self._leave)

    def wake(self) -> None:
        """Start, if it has not been started."""
        if not self.isRunning():
            self._is_closing = False
            self.start()

    def close(self) -> None:
        """End after what is being done; returns when it has, or does not soon: see `stuck_threads`."""
        self._is_closing = True
        self.quit()
        self.wait(PATIENCE)

    @Slot()
    def _revive(self) -> None:
        if not self._is_closing:
            self.died.emit()
            self.start()

    @Slot()
    def _leave(self) -> None:
        """End after what is being done, and be deleted then."""
        self._is_closing = True
        self.finished.connect(self.deleteLater)
        self.quit()
        if not self.isRunning():
            self.deleteLater()


def stuck_threads() -> list[str]:
    """The names of the threads that were closed and have not ended."""
    application = QCoreApplication.instance()
    threads = application.findChildren(WorkerThread) if application is not None else []
    return [thread.objectName() for thread in threads if thread.isRunning()]

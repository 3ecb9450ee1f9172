"""What takes long, with its bar of progress above the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from viewer.models.job_runner import Job, JobRunner
from viewer.widgets.job_bar import JobBar


class JobSession(QObject):
    """Runs one job at a time; one that is asked for meanwhile takes its turn.

    Signals:
        failed(Exception)
        idle(): the last job has ended.
    """

    failed = Signal(object)
    idle = Signal()

    def __init__(self, bar: JobBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._waiting: list[tuple[str, Callable[[Any], None]]] = []
        self._runner = JobRunner(self)
        self._runner.progressed.connect(bar.show_progress)
        self._runner.finished.connect(self._finish)
        self._runner.failed.connect(self._fail)
        bar.cancelled.connect(self._runner.cancel)

    def run(self, text: str, job: Job, finish: Callable[[Any], None]) -> None:
        """Run a job; `text` says what goes on, and `finish` takes what it gave, unless it was cancelled."""
        self._waiting.append((text, finish))
        if len(self._waiting) == 1:
            self._bar.begin(text)
        self._runner.run(job)

    @Slot(object)
    def _finish(self, result: object) -> None:
        finish = self._next()
        if result is not None:
            finish(result)

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._next()
        self.failed.emit(error)

    def _next(self) -> Callable[[Any], None]:
        """Take the job that has ended from the list, and show the next; gives what waits for the one that ended."""
        _text, finish = self._waiting.pop(0)
        if self._waiting:
            self._bar.begin(self._waiting[0][0])
        else:
            self._bar.hide()
            self.idle.emit()
        return finish

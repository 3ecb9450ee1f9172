"""Opening documents off the GUI thread, one job after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from traceback import clear_frames
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from viewer.models.job_runner import CancelledError, JobRunner, Report
from viewer.release.release import Release


class Jobs(NamedTuple):
    """What is done in the thread.

    Attributes:
        open: takes a path and a pasted text, of which one is ""; gives a Release to be looked at, or what became of it.
        keep: takes a release and what the reader mended, if anything; gives what became of it.
        import_all: takes paths of files and folders; gives a step for each document.
    """

    open: Callable[[str, str], Any]
    keep: Callable[[Release, Any], Any]
    import_all: Callable[[list[str]], Iterator[Any]]


class _TakenIn(NamedTuple):
    """What became of each document, until there was nothing more, an end was wanted, or something went wrong."""

    imported: list[Any]
    error: Exception | None = None


class Importer(QObject):
    """Opens documents in a thread of its own, which starts with the first.

    Signals:
        understood(Release): a document has been read, and waits to be kept or not.
        progressed(done, total): of several documents.
        finished(list): what became of each document, as `Jobs` gives it.
        failed(Exception)
    """

    understood = Signal(object)
    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._runner = JobRunner(self, "import")
        self._runner.progressed.connect(self.progressed)
        self._runner.finished.connect(self._tell)
        self._runner.failed.connect(self.failed)

    def open(self, path: str) -> None:
        """Read one document, to be looked at."""
        self._runner.run(partial(_open, self._jobs, path, ""))

    def open_text(self, text: str) -> None:
        """Read a text that was pasted, to be looked at."""
        self._runner.run(partial(_open, self._jobs, "", text))

    def keep(self, release: Release, mending: object) -> None:
        """Take in a release that has been looked at."""
        self._runner.run(partial(_keep, self._jobs, release, mending))

    def import_all(self, paths: list[str]) -> None:
        """Take in documents, and all in folders, without a look at each."""
        self._runner.run(partial(_import_all, self._jobs, paths))

    @Slot()
    def cancel(self) -> None:
        """Stop after the document that is being read; those before it stay."""
        self._runner.cancel()

    def close(self) -> None:
        """Stop after the document that is being read; returns when the thread has ended, or does not end soon."""
        self._runner.close()

    @Slot(object)
    def _tell(self, result: Release | _TakenIn) -> None:
        if isinstance(result, Release):
            self.understood.emit(result)
            return
        if result.error is not None:
            self.failed.emit(result.error)
        if result.imported:
            self.finished.emit(result.imported)


def _open(jobs: Jobs, path: str, text: str, _report: Report) -> Release | _TakenIn:
    result = jobs.open(path, text)
    return result if isinstance(result, Release) else _TakenIn([result])


def _keep(jobs: Jobs, release: Release, mending: object, _report: Report) -> _TakenIn:
    return _TakenIn([jobs.keep(release, mending)])


def _import_all(jobs: Jobs, paths: list[str], report: Report) -> _TakenIn:
    imported: list[Any] = []
    try:
        for step in jobs.import_all(paths):
            imported.append(step.imported)
            report(step.done, step.total)
    except CancelledError:
        pass
    except Exception as error:  # what was taken in before it is told as well
        clear_frames(error.__traceback__)
        return _TakenIn(imported, error)
    return _TakenIn(imported)

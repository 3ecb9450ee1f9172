"""Opening documents off the GUI thread, one job after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QThread, Signal, Slot

from viewer.release.errors import ReleaseViewerError
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


class _Worker(QObject):
    understood = Signal(object)
    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, cancelled: Event) -> None:
        super().__init__()
        self._jobs = jobs
        self._cancelled = cancelled

    @Slot(str, str)
    def open(self, path: str, text: str) -> None:
        try:
            result = self._jobs.open(path, text)
        except ReleaseViewerError as error:
            self.failed.emit(error)
            return
        if isinstance(result, Release):
            self.understood.emit(result)
        else:
            self.finished.emit([result])

    @Slot(object, object)
    def keep(self, release: Release, mending: object) -> None:
        try:
            self.finished.emit([self._jobs.keep(release, mending)])
        except ReleaseViewerError as error:
            self.failed.emit(error)

    @Slot(list)
    def import_all(self, paths: list[str]) -> None:
        imported = []
        try:
            for step in self._jobs.import_all(paths):
                imported.append(step.imported)
                self.progressed.emit(step.done, step.total)
                if self._cancelled.is_set():
                    break
        except ReleaseViewerError as error:
            self.failed.emit(error)
        if imported:
            self.finished.emit(imported)


class Importer(QObject):
    """Opens documents in a thread of its own, which starts with the first.

    Signals:
        understood(Release): a document has been read, and waits to be kept or not.
        progressed(done, total): of several documents.
        finished(list): what became of each document, as `Jobs` gives it.
        failed(ReleaseViewerError)
    """

    understood = Signal(object)
    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    _open_requested = Signal(str, str)
    _keep_requested = Signal(object, object)
    _all_requested = Signal(list)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = Event()
        self._thread = QThread(self)
        self._thread.setObjectName("import")
        self._worker = _Worker(jobs, self._cancelled)

    def open(self, path: str) -> None:
        """Read one document, to be looked at."""
        self._start()
        self._open_requested.emit(path, "")

    def open_text(self, text: str) -> None:
        """Read a text that was pasted, to be looked at."""
        self._start()
        self._open_requested.emit("", text)

    def keep(self, release: Release, mending: object) -> None:
        """Take in a release that has been looked at."""
        self._start()
        self._keep_requested.emit(release, mending)

    def import_all(self, paths: list[str]) -> None:
        """Take in documents, and all in folders, without a look at each."""
        self._cancelled.clear()
        self._start()
        self._all_requested.emit(paths)

    @Slot()
    def cancel(self) -> None:
        """Stop after the document that is being read; those before it stay."""
        self._cancelled.set()

    def close(self) -> None:
        """Stop after the document that is being read; returns when the thread has ended."""
        self._cancelled.set()
        if self._thread.isRunning():
            self._thread.quit()
            finished = self._thread.wait()
            assert finished, "the import thread has not ended"

    def _start(self) -> None:
        if self._thread.isRunning():
            return
        self._worker.moveToThread(self._thread)
        self._open_requested.connect(self._worker.open)
        self._keep_requested.connect(self._worker.keep)
        self._all_requested.connect(self._worker.import_all)
        self._worker.understood.connect(self.understood)
        self._worker.progressed.connect(self.progressed)
        self._worker.finished.connect(self.finished)
        self._worker.failed.connect(self.failed)
        self._thread.start()

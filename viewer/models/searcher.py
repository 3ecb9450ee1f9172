"""Searching off the GUI thread: one worker, one thread, one connection; the latest request wins."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from viewer.library.library import Library, QueryInterruptedError
from viewer.library.query import parse_query
from viewer.library.search import Hits, search
from viewer.release.errors import ReleaseViewerError

LIMIT = 100
"""Hits that are read at a time."""


@dataclass(frozen=True)
class Request:
    """A search that somebody waits for. Of two requests the one with the higher generation is newer."""

    generation: int
    typed: str
    offset: int


@dataclass(frozen=True)
class Answer:
    """What a request found, and the seconds that it took; or the error that kept it from it."""

    request: Request
    hits: Hits
    seconds: float
    error: ReleaseViewerError | None = None


def answer(library: Library, request: Request) -> Answer:
    """Search `library` for what was typed."""
    start = time.perf_counter()
    hits = search(library, parse_query(request.typed), LIMIT, request.offset)
    return Answer(request, hits, time.perf_counter() - start)


class _Worker(QObject):
    """Lives in the search thread and owns the connection there."""

    answered = Signal(object)

    def __init__(self, path: Path, newest: Callable[[], int], answer_: Callable[[Library, Request], Answer]) -> None:
        super().__init__()
        self._path = path
        self._newest = newest
        self._answer = answer_
        self._library: Library | None = None

    @Slot(object)
    def run(self, request: Request) -> None:
        def is_stale() -> bool:
            return request.generation != self._newest()

        if is_stale():
            return
        try:
            if self._library is None:
                self._library = Library(self._path)
            with self._library.interruptible(is_stale):
                self.answered.emit(self._answer(self._library, request))
        except QueryInterruptedError:
            return
        except ReleaseViewerError as error:
            self.answered.emit(Answer(request, Hits((), 0, 0, ()), 0.0, error))

    @Slot()
    def close(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None


class Searcher(QObject):
    """Searches a library in a thread of its own, which starts with the first search.

    Requests of one turn of the event loop are merged; an answer that is no longer the newest is dropped.

    Signals:
        answered(Answer): to the newest request.
    """

    answered = Signal(object)
    _requested = Signal(object)
    _closing = Signal()

    def __init__(
        self,
        path: Path,
        parent: QObject | None = None,
        answer_: Callable[[Library, Request], Answer] = answer,
    ) -> None:
        super().__init__(parent)
        self._generation = 0
        self._typed = ""
        self._thread = QThread(self)
        self._thread.setObjectName("search")
        self._worker = _Worker(path, self._newest, answer_)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._send)

    @property
    def is_waiting(self) -> bool:
        """Whether a request waits for the turn of the event loop to end."""
        return self._turn.isActive()

    def search(self, typed: str) -> None:
        """Ask for the best hits for what was typed; earlier requests are given up."""
        self._typed = typed
        self._generation += 1
        self._turn.start()

    @Slot(int)
    def search_more(self, offset: int) -> None:
        """Ask for further hits for what was typed last."""
        self._requested.emit(Request(self._generation, self._typed, offset))

    def cancel(self) -> None:
        """Give up every request."""
        self._generation += 1
        self._turn.stop()

    def close(self) -> None:
        """Stop the thread; returns when it has ended."""
        self.cancel()
        if self._thread.isRunning():
            self._closing.emit()
            self._thread.quit()
            finished = self._thread.wait()
            assert finished, "the search thread has not ended"

    def _newest(self) -> int:
        return self._generation

    @Slot()
    def _send(self) -> None:
        if not self._thread.isRunning():
            self._start()
        self._requested.emit(Request(self._generation, self._typed, 0))

    def _start(self) -> None:
        self._worker.moveToThread(self._thread)
        self._requested.connect(self._worker.run)
        self._closing.connect(self._worker.close)
        self._worker.answered.connect(self._receive)
        self._thread.start()

    @Slot(object)
    def _receive(self, answer_: Answer) -> None:
        if answer_.request.generation != self._generation:
            return
        self.answered.emit(answer_)

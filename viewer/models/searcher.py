"""Searching off the GUI thread: one worker, one thread, one connection; the latest request wins."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from viewer.library.index import begin_index
from viewer.library.library import Library, QueryInterruptedError
from viewer.library.query import Query, narrow
from viewer.library.query_parser import parse_query
from viewer.library.search import Counts, Hits, count, search
from viewer.library.suggestions import Alternative, alternatives, complete
from viewer.release.errors import ReleaseViewerError
from viewer.release.pinyin import spell

LIMIT = 12
"""Hits that are read at a time: about as many as fit into the window."""


@dataclass(frozen=True)
class Request:
    """A search that somebody waits for. Of two requests the one with the higher generation is newer.

    Attributes:
        category: the only one that hits may be of; "" for all.
        offset: the place of the first hit that is wanted.
    """

    generation: int
    typed: str
    category: str = ""
    offset: int = 0


@dataclass(frozen=True)
class Answer:
    """What a request found, and the seconds that it took; or the error that kept it from it."""

    request: Request
    query: Query
    hits: Hits
    seconds: float
    error: ReleaseViewerError | None = None


@dataclass(frozen=True)
class Summary:
    """What there is to say of a search after its first hits.

    Attributes:
        counts: of all categories.
        completions: what the last word could become.
        alternatives: what would find something, where nothing is found.
    """

    request: Request
    counts: Counts
    completions: tuple[str, ...]
    alternatives: tuple[Alternative, ...]


def answer(library: Library, request: Request) -> Answer:
    """Search `library` for what was typed."""
    start = time.perf_counter()
    query = parse_query(request.typed)
    hits = search(library, narrow(query, request.category), LIMIT, request.offset)
    return Answer(request, query, hits, time.perf_counter() - start)


def summarise(library: Library, request: Request) -> Summary:
    """Count what the request finds, and see what could be typed instead."""
    counts = count(library, parse_query(request.typed))
    others = () if counts.total else alternatives(library, request.typed)
    return Summary(request, counts, complete(library, request.typed), others)


class _Worker(QObject):
    """Lives in the search thread and owns the connection there."""

    answered = Signal(object)
    summarised = Signal(object)

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
            library = self._open()
            with library.interruptible(is_stale):
                self.answered.emit(self._answer(library, request))
                if request.offset == 0 and not is_stale():
                    self.summarised.emit(summarise(library, request))
        except QueryInterruptedError:
            return
        except ReleaseViewerError as error:
            self.answered.emit(Answer(request, Query(None), Hits((), 0, more=False), 0.0, error))

    @Slot()
    def prepare(self) -> None:
        """Load now what the first search would wait for: the tables of pinyin and of traditional characters."""
        spell("發")
        with suppress(ReleaseViewerError):  # the search itself says what is wrong
            search(self._open(), parse_query("fa"), 1)

    def _open(self) -> Library:
        if self._library is None:
            self._library = Library(self._path)
            if not self._library.read_only:
                begin_index(self._library)  # what is searched while the index is made is what is in it
        return self._library

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
        summarised(Summary): what more there is to say of it.
    """

    answered = Signal(object)
    summarised = Signal(object)
    _preparing = Signal()
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
        self._category = ""
        self._thread = QThread(self)
        self._thread.setObjectName("search")
        self._worker = _Worker(path, self._newest, answer_)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._send)

    @property
    def is_waiting(self) -> bool:
        """Whether a request waits for the turn of the event loop to end."""
        return self._turn.isActive()

    def prepare(self) -> None:
        """Get ready for a first search, which is likely to come soon."""
        if not self._thread.isRunning():
            self._start()
            self._preparing.emit()

    def search(self, typed: str, category: str = "") -> None:
        """Ask for the best hits for what was typed, in one category or in all; earlier requests are given up."""
        self._typed = typed
        self._category = category
        self._generation += 1
        self._turn.start()

    @Slot(int)
    def search_more(self, offset: int) -> None:
        """Ask for further hits for what was typed last."""
        self._requested.emit(Request(self._generation, self._typed, self._category, offset))

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
        self._requested.emit(Request(self._generation, self._typed, self._category))

    def _start(self) -> None:
        self._worker.moveToThread(self._thread)
        self._preparing.connect(self._worker.prepare)
        self._requested.connect(self._worker.run)
        self._closing.connect(self._worker.close)
        self._worker.answered.connect(self._receive)
        self._worker.summarised.connect(self._receive_summary)
        self._thread.start()

    @Slot(object)
    def _receive(self, answer_: Answer) -> None:
        if answer_.request.generation != self._generation:
            return
        self.answered.emit(answer_)

    @Slot(object)
    def _receive_summary(self, summary: Summary) -> None:
        if summary.request.generation != self._generation:
            return
        self.summarised.emit(summary)

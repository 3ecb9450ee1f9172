"""Searching off the GUI thread; the latest request wins."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from viewer.library.library import Library
from viewer.library.query import Query, narrow
from viewer.library.query_parser import parse_query
from viewer.library.search import Counts, Hits, count, search
from viewer.library.suggestions import Alternative, alternatives, complete
from viewer.models.asker import Asker
from viewer.override import own_override

LIMIT = 12
"""Hits that are read at a time: about as many as fit into the window."""


@dataclass(frozen=True)
class Request:
    """A search that somebody waits for.

    Attributes:
        category: the only one that hits may be of; "" for all.
        offset: the place of the first hit that is wanted.
        limit: how many hits are wanted.
    """

    typed: str
    category: str = ""
    offset: int = 0
    limit: int = LIMIT

    def is_like(self, other: Request) -> bool:
        """Whether it asks for the same, whenever and how much of it."""
        return (self.typed, self.category) == (other.typed, other.category)


@dataclass(frozen=True)
class Answer:
    """What a request found, and the seconds that it took."""

    request: Request
    query: Query
    hits: Hits
    seconds: float


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


def answers(library: Library, request: Request) -> Iterator[Answer | Summary]:
    """Search `library` for what was typed; after the first hits comes what there is to say of all."""
    start = time.perf_counter()
    query = parse_query(request.typed)
    hits = search(library, narrow(query, request.category), request.limit, request.offset)
    yield Answer(request, query, hits, time.perf_counter() - start)
    if request.offset == 0:
        yield summarise(library, request)


def summarise(library: Library, request: Request) -> Summary:
    """Count what the request finds, and see what could be typed instead."""
    counts = count(library, parse_query(request.typed))
    others = () if counts.total else alternatives(library, request.typed)
    return Summary(request, counts, complete(library, request.typed), others)


class Searcher(Asker):
    """Searches a library in a thread of its own.

    Signals:
        answered(Answer): to the newest request.
        summarised(Summary): what more there is to say of it.
    """

    summarised = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(path, answers, parent)
        self._request = Request("")

    def prepare(self) -> None:
        """Get ready for a first search, which is likely to come soon."""
        self.warm_up(Request("fa"))

    def search(self, typed: str, category: str = "") -> None:
        """Ask for the best hits for what was typed, in one category or in all; earlier requests are given up."""
        self._request = Request(typed, category)
        self.ask(self._request)

    def search_again(self, shown: int) -> None:
        """Ask once more for what was asked for last: for as many hits as are `shown`, or for the first."""
        self.ask(replace(self._request, limit=max(LIMIT, shown)))

    @Slot(int)
    def search_more(self, offset: int) -> None:
        """Ask for further hits for what was typed last."""
        self.ask_further(replace(self._request, offset=offset))

    @own_override
    def deliver(self, answer: object) -> None:
        (self.summarised if isinstance(answer, Summary) else self.answered).emit(answer)

"""Searching, in the open program and by a command, against other engines over the same texts."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from engines import Engine, SameTexts, our_command, ours, recollq
from homes import Homes, library_in
from peers import absence_of
from start_rows import LARGE
from table import Quantity, Row
from timing import best_times

from viewer.library.library import Library

_OPEN, _COMMAND = "search in the open program", "search by a command of its own"
_LIKE, _TRIGRAMS, _RIPGREP, _RECOLLQ = "`LIKE` of SQLite", "FTS5 trigrams", "ripgrep", "recollq"
_NEEDED = {_RIPGREP: "rg", _RECOLLQ: "recollq"}
_PAIRS = (
    (_OPEN, _LIKE),
    (_OPEN, _TRIGRAMS),
    (_OPEN, _RIPGREP),
    (_OPEN, _RECOLLQ),
    (_COMMAND, _RIPGREP),
    (_COMMAND, _RECOLLQ),
)


def search_rows(homes: Homes, queries: list[str], say: Callable[[str], object]) -> Iterator[Row]:
    """Plain queries in the large home, which has to be there; `say` is told how far it is."""
    times = _times(homes, queries, say)
    for our_name, name in _PAIRS:
        asked = _answerable(queries, name)
        kind = "queries" if asked == queries else "queries of three characters or more"
        theirs = _quantities(times[name], asked) if name in times else absence_of(_NEEDED[name])
        yield Row(f"{our_name}, {kind}: p50 / p95", _quantities(times[our_name], asked), name, theirs)


def _answerable(queries: list[str], name: str) -> list[str]:
    return [query for query in queries if len(query) > 2] if name == _TRIGRAMS else queries


def _times(homes: Homes, queries: list[str], say: Callable[[str], object]) -> dict[str, dict[str, float]]:
    """How long each engine that is there takes for each query that it can answer, in seconds."""
    found = {}
    with homes.copied(LARGE) as home:
        library = Library(library_in(home))
        texts = SameTexts(library_in(home))
        engines: dict[str, Engine] = {
            _OPEN: ours(library),
            _COMMAND: our_command(home),
            _LIKE: texts.like,
            _TRIGRAMS: texts.trigrams,
            _RIPGREP: texts.ripgrep,
            _RECOLLQ: recollq(home),
        }
        for name, engine in engines.items():
            if name in _NEEDED and absence_of(_NEEDED[name]):
                continue
            say(f"searching: {name}")
            asked = _answerable(queries, name)
            found[name] = dict(zip(asked, best_times(engine, asked), strict=True))
        texts.close()
        library.close()
    return found


def _quantities(times: dict[str, float], queries: list[str]) -> tuple[Quantity, ...]:
    ordered = sorted(times[query] for query in queries)
    places = (math.ceil(share * len(ordered)) - 1 for share in (0.5, 0.95))
    return tuple(Quantity(ordered[place] * 1000, "ms") for place in places)

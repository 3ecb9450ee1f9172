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

_OPEN, _COMMAND = "search in the open program", "search by a command, which starts and ends"
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
    long = [query for query in queries if len(query) > 2]  # those that trigrams can answer
    absences = {name: absence_of(program) for name, program in _NEEDED.items()}
    found: dict[str, dict[str, float]] = {}
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
            if not absences.get(name):
                say(f"searching: {name}")
                asked = long if name is _TRIGRAMS else queries
                found[name] = dict(zip(asked, best_times(engine, asked), strict=True))
        texts.close()
        library.close()
    for our_name, name in _PAIRS:
        asked = long if name is _TRIGRAMS else queries
        kind = "queries of three characters or more" if name is _TRIGRAMS else "queries"
        theirs = absences.get(name) or _quantities(found[name], asked)
        yield Row(f"{our_name}, {kind}: p50 / p95", _quantities(found[our_name], asked), name, theirs)


def _quantities(times: dict[str, float], queries: list[str]) -> tuple[Quantity, ...]:
    ordered = sorted(times[query] for query in queries)
    places = (math.ceil(share * len(ordered)) - 1 for share in (0.5, 0.95))
    return tuple(Quantity(ordered[place] * 1000, "ms") for place in places)

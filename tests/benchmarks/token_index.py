"""Making the search index, and the same tokens in a bare FTS5 table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import apsw
from engines import remove
from timing import Clock, seconds

from viewer.library.index import columns_of, read_parts, rebuild_index
from viewer.library.library import Library
from viewer.library.tokens import tokenizer

ENTRIES_AT_A_TIME = 500


def index_seconds(library: Library, clock: Clock = perf_counter) -> float:
    """The time that the whole index of a library takes, made anew."""
    return seconds(list, rebuild_index(library, anew=True), clock=clock)


def bare_seconds(library: Library, path: Path, clock: Clock = perf_counter) -> float:
    """The time that a bare FTS5 table takes for the tokens of a library, apart from making them; `path` is for it."""
    signs = "".join(map(chr, range(1, 127))).translate(str.maketrans("", "", " \"'"))
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(
        "CREATE VIRTUAL TABLE bare USING fts5 (a, b, c, d, e, f, g, content='', contentless_delete=1, "
        f"""tokenize="ascii tokenchars '{signs}'")"""
    )

    def insert(rows: list[tuple[object, ...]]) -> None:
        with connection:
            connection.executemany(
                "INSERT INTO bare (rowid, a, b, c, d, e, f, g) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows
            )

    taken = sum(seconds(insert, rows, clock=clock) for rows in _tokens(library))
    connection.close()
    remove(path)
    return taken


def _tokens(library: Library) -> Iterator[list[tuple[object, ...]]]:
    """The tokens of the index, a text for each column, some entries at a time."""
    last = -1
    while keys := library.rows(
        "SELECT entry FROM entry WHERE entry > ? ORDER BY entry LIMIT ?", (last, ENTRIES_AT_A_TIME)
    ):
        parts = read_parts(library, keys[0][0], keys[-1][0])
        last = keys[-1][0]
        yield [(key, *(" ".join(_flattened(column)) for column in columns_of(found))) for key, found in parts.items()]


def _flattened(column: str) -> Iterator[str]:
    for position in tokenizer(column.encode(), 0, None):
        yield from (position,) if isinstance(position, str) else position

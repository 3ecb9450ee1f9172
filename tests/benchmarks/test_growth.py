"""A search in a library fifty times as large takes about as long."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from generated import Generator
from queries import KINDS

from viewer.library.library import Library
from viewer.library.query_parser import parse_query
from viewer.library.releases import put_release
from viewer.library.search import search

pytestmark = pytest.mark.benchmark

ROUNDS = 3
MOST_GROWTH = 6.0  # of the mean of all kinds of query; a scan would be at 50


def seconds_of_a_query(path: Path, items: int) -> float:
    library = Library(path)
    with library.transaction():
        for release in Generator().releases(items):
            put_release(library, release)
    queries = [parse_query(query) for kind in KINDS for query in kind.queries]
    taken = 0.0
    for query in queries:
        times: list[float] = []
        for _round in range(ROUNDS):
            start = perf_counter()
            search(library, query, 12)
            times.append(perf_counter() - start)
        taken += min(times)
    library.close()
    return taken / len(queries)


def test_a_search_hardly_grows_with_the_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small = seconds_of_a_query(tmp_path / "small.sqlite", 100)
    large = seconds_of_a_query(tmp_path / "large.sqlite", 5_000)
    with capsys.disabled():
        print(f"\nquery in 5,000 items: {large * 1000:.1f} ms, {large / small:.1f} x that in 100")
    assert large / small <= MOST_GROWTH

"""A search in a library fifty times as large takes about as long, and no longer than going through all texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from time import thread_time

import pytest
from engines import PLAIN, SameTexts, ours
from exports import make_library
from queries import KINDS
from timing import ROUNDS, best_times, seconds

from viewer.library.browse import count_items
from viewer.library.library import Library

pytestmark = pytest.mark.benchmark

QUERIES = [query for kind in KINDS for query in kind.queries]
MOST_GROWTH = 6.0  # of the mean of all kinds of query; a scan would be at 50
MOST_SCANS = 2.5  # twice what it takes
MOST_OF_ROWS = 0.5  # to count by an index, against by rows; of a million items it is a twentieth


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path = tmp_path_factory.mktemp("large") / "library.sqlite"
    make_library(path, 5_000)
    library = Library(path)
    yield library
    library.close()


def test_a_search_hardly_grows_with_the_library(
    tmp_path: Path, large: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    make_library(tmp_path / "small.sqlite", 100)
    library = Library(tmp_path / "small.sqlite")
    small = mean(best_times(ours(library), QUERIES, thread_time))
    library.close()
    grown = mean(best_times(ours(large), QUERIES, thread_time))
    with capsys.disabled():
        print(f"\nquery in 5,000 items: {grown * 1000:.1f} ms, {grown / small:.1f} x that in 100")
    assert grown / small <= MOST_GROWTH


def test_a_search_takes_no_longer_than_a_scan(large: Library, capsys: pytest.CaptureFixture[str]) -> None:
    # LIKE stops at a page of hits; the slowest query is one that makes it go through all texts
    texts = SameTexts(large.path)
    scan = max(best_times(texts.like, PLAIN, thread_time))
    texts.close()
    search = max(best_times(ours(large), PLAIN, thread_time))
    with capsys.disabled():
        print(f"\nslowest query in 5,000 items: {search * 1000:.1f} ms, {search / scan:.1f} x the slowest with LIKE")
    assert search / scan <= MOST_SCANS


def test_items_are_counted_without_a_look_at_every_release(large: Library, capsys: pytest.CaptureFixture[str]) -> None:
    by_rows = "SELECT sum(items) FROM entry INDEXED BY entry_by_parent WHERE parent IS NULL"
    assert large.rows(by_rows) == [(count_items(large),)]
    index, rows = (
        min(seconds(*call, clock=thread_time) for _round in range(ROUNDS))
        for call in ((count_items, large), (large.rows, by_rows))
    )
    with capsys.disabled():
        print(f"\nitems counted in {index / rows:.2f} x the time of a look at every release")
    assert index / rows <= MOST_OF_ROWS

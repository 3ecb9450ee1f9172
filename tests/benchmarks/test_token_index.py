"""Making the search index takes few times as long as putting the same tokens into a bare FTS5 table."""

from __future__ import annotations

from pathlib import Path
from time import thread_time

import pytest
from exports import make_library
from token_index import bare_seconds, index_seconds

from viewer.library.library import Library

pytestmark = pytest.mark.benchmark

ITEMS = 480
ROUNDS = 3
MOST = 6.0  # twice what it takes for so few; for ten thousand it takes 2.2


def test_the_index_takes_few_times_a_bare_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_library(tmp_path / "library.sqlite", ITEMS)
    library = Library(tmp_path / "library.sqlite")
    bare_path = tmp_path / "bare.sqlite"
    ours = min(index_seconds(library, thread_time) for _round in range(ROUNDS))
    bare = min(bare_seconds(library, bare_path, thread_time) for _round in range(ROUNDS))
    library.close()
    with capsys.disabled():
        print(f"\nindex of {ITEMS} items: {ours:.2f} s, {ours / bare:.2f} x the same tokens in bare FTS5")
    assert ours / bare <= MOST

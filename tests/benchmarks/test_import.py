"""The hundredth document of an import takes no longer than the first ones."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from imports import texts

from viewer.library.arrivals import take_in
from viewer.opening import open_library
from viewer.readers.reader import read_pasted

pytestmark = pytest.mark.benchmark

DOCUMENTS = 150
MOST_GROWTH = 3.0  # what grows with the library would be at ten and more


def test_a_document_costs_what_it_costs_in_any_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = open_library(tmp_path / "library.sqlite")
    times: list[float] = []
    for text in texts(DOCUMENTS):
        start = perf_counter()
        take_in(library, read_pasted(text))
        times.append(perf_counter() - start)
    library.close()
    first, last = median(times[1:16]), median(times[-15:])
    with capsys.disabled():
        print(f"\na document of a dozen paragraphs: {last * 1000:.1f} ms, {last / first:.2f} x the first ones")
    assert last / first <= MOST_GROWTH

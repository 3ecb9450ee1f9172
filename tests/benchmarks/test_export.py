"""Exporting takes no more memory and no more time for an entry in a large library than in a small one."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from exports import make_library

from viewer.exporting import export_entries
from viewer.library.library import Library
from viewer.library.scope import EVERYTHING
from viewer.widgets.paper import write_pdf

pytestmark = pytest.mark.benchmark

FEW, MANY = 240, 2_400
MOST_GROWTH = 3.0  # for an entry; what looks at all entries for each would be at ten


@pytest.mark.parametrize("ending", ["md", "html", "csv", "json"])
def test_an_entry_costs_what_it_costs_in_any_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    seconds: list[float] = []
    for items in (FEW, MANY):
        path = tmp_path / f"{items}.sqlite"
        make_library(path, items)
        library = Library(path)
        start = perf_counter()
        *_, last = export_entries(library, EVERYTHING, tmp_path / f"out.{ending}", write_pdf)
        seconds.append((perf_counter() - start) / last.total)
        library.close()
    with capsys.disabled():
        print(f"\n{ending}: {seconds[1] * 1e6:.0f} µs an entry, {seconds[1] / seconds[0]:.2f} x that of a tenth")
    assert seconds[1] / seconds[0] <= MOST_GROWTH

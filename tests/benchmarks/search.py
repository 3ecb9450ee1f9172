"""Measures the search on libraries of several sizes, and prints a table.

    python tests/benchmarks/search.py 100 10000 100000 1000000 --keep FOLDER

A million items take half an hour to build; with --keep the libraries stay in a folder and are taken from there
the next time. Everything is measured in one run on one machine, and other engines on the same texts beside ours.
A query is run several times and the best time taken, for other programs disturb; percentiles are over the queries.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

from engines import LONG, PLAIN, SameTexts, ours
from generated import Generator
from queries import KINDS
from timing import ROUNDS, best_times
from token_index import bare_seconds, index_seconds

from viewer.library.library import Library
from viewer.library.query_parser import parse_query
from viewer.library.releases import put_release
from viewer.library.search import count

RELEASES_AT_A_TIME = 500
QUERIES = [query for kind in KINDS for query in kind.queries]

Row = tuple[str, list[float]]


def main() -> None:
    """Print the table for libraries of the given numbers of items."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", type=int, nargs="*", default=[100, 10_000])
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="release-viewer-benchmark-") as scratch:
        folder = arguments.keep or Path(scratch)
        empty = Path(scratch, "empty.sqlite")
        Library(empty).close()
        memory_of_empty = in_process("window", empty)["memory"]
        for size in arguments.sizes:
            path = folder / f"{size}.sqlite"
            print(f"\n{size:,} items, {len(QUERIES)} queries", flush=True)
            if not path.exists():
                measure_building(path, size)
            library = Library(path)
            in_order = [
                ("query", best_times(ours(library), QUERIES)),
                ("count", best_times(count_in(library), QUERIES)),
                ("the plain ones: ours", best_times(ours(library), PLAIN)),
            ]
            library.close()
            window = in_process("window", path)
            in_order.append(("keystroke to painted hits", window["seconds"]))
            for name, times in (*in_order, *others(path)):
                print_times(name, times)
            for kind in KINDS:
                at = [QUERIES.index(query) for query in kind.queries]
                print_times(f"  {kind.name}, painted", [window["seconds"][place] for place in at])
            print(
                f"{'window, memory over an empty library':42}{window['memory'] - memory_of_empty:8.0f} MiB", flush=True
            )


def print_times(name: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    places = [ordered[math.ceil(share * len(ordered)) - 1] * 1000 for share in (0.5, 0.95, 0.99, 1)]
    print(f"{name:42}" + "".join(f"{place:9.2f}" for place in places) + " ms (p50 p95 p99 most)", flush=True)


def count_in(library: Library) -> Callable[[str], object]:
    return lambda query: count(library, parse_query(query))


def measure_building(path: Path, size: int) -> None:
    """Make the library, its index apart from its facts, and put the same tokens into a bare FTS5 table."""
    library = Library(path)
    library.rows("UPDATE indexing SET next = 0")  # so that the index waits
    releases = Generator().releases(size)
    start = perf_counter()
    while batch := list(islice(releases, RELEASES_AT_A_TIME)):
        with library.transaction():
            for release in batch:
                put_release(library, release)
    facts = perf_counter() - start
    on_disk = path.stat().st_size
    index = index_seconds(library)
    bare = bare_seconds(library, path.with_suffix(".bare"))
    size_of_index = path.stat().st_size - on_disk
    print(
        f"facts {facts:.1f} s, index {index:.1f} s ({index / bare:.2f} x the same tokens in bare FTS5), "
        f"{on_disk / 2**20:.0f} MiB and {size_of_index / 2**20:.0f} MiB on disk, "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10:.0f} MiB of memory",
        flush=True,
    )
    library.close()


def others(path: Path) -> Iterator[Row]:
    """The plain queries on the same texts: FTS5's own trigrams, LIKE, and ripgrep where there is one."""
    texts = SameTexts(path)
    yield "FTS5 trigram (those of 3 characters)", best_times(texts.trigrams, LONG)
    yield "LIKE '%…%'", best_times(texts.like, PLAIN)
    if shutil.which("rg"):
        yield "ripgrep", best_times(texts.ripgrep, PLAIN)
    texts.close()


def in_process(what: str, path: Path) -> dict[str, Any]:
    """The answer of a process of its own, so that its memory is its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "zh_CN.UTF-8"}
    command = [sys.executable, __file__, what, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def measure_window(path: Path) -> dict[str, Any]:
    """Type every query into the window: from its last keystroke to the painted hits; and the memory that it took."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    from viewer.app import Program
    from viewer.running import make_application
    from viewer.widgets.settings import Settings
    from viewer.widgets.sidebar import Sidebar

    application = make_application(["benchmark"])
    program = Program(path, Settings(path.with_suffix(".settings")))
    window = program.window
    window.show()
    window.complete()
    window.commands.search.focus_search()
    summarised = QEventLoop()
    moments: list[float] = []

    def note_moment() -> None:
        moments.append(perf_counter())

    # the sidebar tells of the first hit when the hits are painted, before its page is; without hits the answer does
    sidebar = window.findChild(Sidebar)
    assert isinstance(sidebar, Sidebar)
    sidebar.current_moved.connect(note_moment)
    window.commands.search.searcher.answered.connect(note_moment)
    window.commands.search.searcher.summarised.connect(summarised.quit)

    def keystroke(text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(window.focusWidget(), event)
        summarised.exec()
        application.processEvents()

    def painted(query: str) -> float:
        window.commands.leave_search()
        window.commands.search.focus_search()
        application.processEvents()
        if query[:-1]:
            keystroke(query[:-1])
        moments.clear()
        start = perf_counter()
        keystroke(query[-1])
        return moments[0] - start

    painted("反诈")
    painted("fanzha")
    times = [min(painted(query) for _round in range(ROUNDS)) for query in QUERIES]
    window.close()
    program.close()
    return {"seconds": times, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10}


if __name__ == "__main__":
    if sys.argv[1:2] == ["window"]:
        print(json.dumps(measure_window(Path(sys.argv[2]))))
    else:
        main()

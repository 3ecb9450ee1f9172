"""All that is measured beside other programs, in one table."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from pathlib import Path

import apsw
from engines import PLAIN
from homes import Homes
from index_rows import index_rows
from peers import PROGRAMS, place_of, version_of
from reading import reading_rows
from search_rows import search_rows
from start_rows import start_rows
from table import table


def main() -> None:
    """Print the table, and a line that says what it was measured on."""
    machine = _machine()
    with tempfile.TemporaryDirectory(prefix="release-viewer-benchmark-") as name:
        folder = Path(name)
        homes = Homes(folder)
        building = list(index_rows(homes, folder, _say))
        rows = [
            *start_rows(homes, folder, _say),
            *search_rows(homes, PLAIN, _say),
            *building,
            *reading_rows(folder, _say),
        ]
    print(f"{table(rows)}\n\n{machine}")


def _machine() -> str:
    """What the measurement runs on, before it begins."""
    models = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    processor = models[0].partition(": ")[2] if models else platform.machine()
    versions = sorted({version_of(program) for program in PROGRAMS if place_of(program)})
    return (
        f"{platform.system()} {platform.release()}, {len(models)} × {processor}, load before {os.getloadavg()[0]:.1f}; "
        f"Python {platform.python_version()}, SQLite {apsw.sqlite_lib_version()}, {', '.join(versions)}."
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)

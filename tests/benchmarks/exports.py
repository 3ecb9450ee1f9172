"""Measures how a library is exported and copied, and prints a table.

    python tests/benchmarks/exports.py [NUMBER OF ITEMS]

Beside each format, in the same run, the same bytes written bare. The longest frame is the longest time for which the
window did not come back to its events meanwhile; memory is that of a process of its own that exports, after a tenth
of the library and after all of it.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from generated import ITEMS_IN_A_RELEASE, Generator
from PySide6.QtCore import QEventLoop, QObject, QTimer

from viewer.app import Program
from viewer.exporting import export_entries
from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.library.scope import EVERYTHING
from viewer.running import make_application
from viewer.widgets.paper import write_pdf
from viewer.widgets.settings import Settings
from viewer.writers.clip import CopyForm

ITEMS = 100_000
COPIED = 10_000
PDF_MOST = 10_000  # items: a hundred thousand are 20,000 pages
FORMATS = ("md", "html", "csv", "json", "pdf")


def make_library(path: Path, items: int) -> None:
    """A library of that many generated items."""
    library = Library(path)
    with library.transaction():
        for release in Generator().releases(items // ITEMS_IN_A_RELEASE * ITEMS_IN_A_RELEASE):
            put_release(library, release)
    library.close()


def export(library_path: Path, out: Path) -> None:
    """Write the whole library into `out`, and print the memory after a tenth and at the end, in MiB."""
    library = Library(library_path)
    printed = False
    for written in export_entries(library, EVERYTHING, out, write_pdf):
        if not printed and written.done >= written.total / 10:
            print(_memory())
            printed = True
    library.close()
    print(_memory())


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return round(pages * resource.getpagesize() / 2**20, 1)


def bare_seconds(out: Path) -> float:
    """How long it takes to write the bytes of `out` once more, and to bring them to the disk."""
    data = out.read_bytes()
    start = perf_counter()
    with out.with_suffix(".bare").open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return perf_counter() - start


class Frames(QObject):
    """Notes how long the window is kept from its events.

    Attributes:
        longest: in milliseconds.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._note)
        self._timer.start()

    def _note(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def window_figures(library_path: Path, folder: Path) -> None:
    """Copy and export in a real window, and print its longest frames."""
    application = make_application(["benchmark"])
    program = Program(library_path, Settings(folder))
    program.window.show()
    program.window.complete()
    application.processEvents()
    library = Library(library_path)
    rows = library.rows("SELECT id FROM entry WHERE kind = 'item' ORDER BY entry LIMIT ?", (COPIED,))
    library.close()
    loop = QEventLoop()
    frames = Frames()
    for what in ("copy", "export"):
        frames.longest = 0.0
        start = perf_counter()
        if what == "copy":
            program.window.commands.take_along.said.connect(loop.quit)
            program.window.commands.take_along.copy_entries(tuple(id_ for (id_,) in rows), CopyForm.RICH)
        else:
            program.window.commands.take_along.export_requested.emit(EVERYTHING, str(folder / "window.html"))
            program.window.jobs().idle.connect(loop.quit)
        loop.exec()
        print(f"{what}: {perf_counter() - start:.1f} s, longest frame {frames.longest:.0f} ms")
    program.close()


def main() -> None:
    """Print the table for the number of items that is given."""
    items = int(sys.argv[1]) if len(sys.argv) > 1 else ITEMS
    with tempfile.TemporaryDirectory(prefix="release-viewer-benchmark-") as name:
        folder = Path(name)
        make_library(folder / "library.sqlite", items)
        if items > PDF_MOST:
            make_library(folder / "small.sqlite", PDF_MOST)
        print("| format | items | MB | seconds | against the bytes written bare | MiB after a tenth, after all |")
        print("| --- | --- | --- | --- | --- | --- |")
        for ending in FORMATS:
            small = ending == "pdf" and items > PDF_MOST
            library = folder / ("small.sqlite" if small else "library.sqlite")
            out = folder / f"out.{ending}"
            start = perf_counter()
            command = [sys.executable, __file__, "--export", str(library), str(out)]
            memory = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
            seconds = perf_counter() - start
            ratio = seconds / bare_seconds(out)
            size = out.stat().st_size / 1e6
            count = PDF_MOST if small else items
            print(f"| {ending} | {count:,} | {size:.0f} | {seconds:.1f} | {ratio:.0f} × | {memory[0]}, {memory[-1]} |")
        window_figures(folder / "library.sqlite", folder)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--export"]:
        make_application(["benchmark"])
        export(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()

"""A screen of one's own: an X server whose pixels are a file, so that what is painted is seen without asking anyone."""

from __future__ import annotations

import mmap
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SERVER = "Xvfb"

_WIDTH, _HEIGHT, _BYTES = 1280, 1024, 4
_EVERY = 97  # pixels, of which one is looked at


class Screen:
    """A screen that is black where no window is painted; a window that is only mapped shows what is behind it.

    Attributes:
        display: its name, for DISPLAY.
    """

    def __init__(self, display: str, pixels: mmap.mmap) -> None:
        self.display = display
        self._pixels = pixels

    def painted(self) -> float:
        """The share of it that is painted."""
        blues = self._pixels[-_WIDTH * _HEIGHT * _BYTES :: _BYTES * _EVERY]  # what is before is a header
        return 1 - blues.count(0) / len(blues)


@contextmanager
def own_screen(folder: Path) -> Iterator[Screen]:
    """A screen for as long as the block takes; its pixels are in `folder`. The server has to be installed."""
    form = ["-screen", "0", f"{_WIDTH}x{_HEIGHT}x24", "-fbdir", str(folder)]
    command = [SERVER, "-displayfd", "1", *form, "-br", "-noreset", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            display = f":{server.stdout.readline().strip()}"
            with (
                (folder / "Xvfb_screen0").open("rb") as file,
                mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as pixels,
            ):
                yield Screen(display, pixels)
        finally:
            server.terminate()

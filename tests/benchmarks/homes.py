"""Homes that programs find when they are measured, and that go with the measurement."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_OF_THE_MACHINE = ("PATH", "LD_LIBRARY_PATH")  # all else is of the person who measures
_RUNTIME = "runtime"


class Homes:
    """Homes with names, empty at first. All stand at the same place when they are used, so only one is at a time."""

    def __init__(self, folder: Path) -> None:
        """Keep them in that folder."""
        self._folder = folder
        self._place = folder / "home"

    @contextmanager
    def kept(self, name: str) -> Iterator[Path]:
        """A home, for as long as the block takes; what is done there, later uses find."""
        stored = self._folder / name
        if stored.exists():
            stored.rename(self._place)
        else:
            self._place.mkdir()
        try:
            yield self._place
        finally:
            self._place.rename(stored)

    @contextmanager
    def copied(self, name: str) -> Iterator[Path]:
        """A home as it was kept, for as long as the block takes; what is done there is forgotten."""
        stored = self._folder / name
        if stored.exists():
            shutil.copytree(stored, self._place, symlinks=True, ignore=shutil.ignore_patterns(_RUNTIME))
        else:
            self._place.mkdir()
        try:
            yield self._place
        finally:
            shutil.rmtree(self._place)

    def forget(self, name: str) -> None:
        """Make a home empty again."""
        shutil.rmtree(self._folder / name, ignore_errors=True)


def environment(home: Path) -> dict[str, str]:
    """What a program finds that has this home and no other, the same for all."""
    kept = {name: os.environ[name] for name in _OF_THE_MACHINE if name in os.environ}
    runtime = home / _RUNTIME
    runtime.mkdir(mode=0o700, exist_ok=True)
    own = {
        "HOME": str(home),
        "LANG": "C.UTF-8",  # which every machine has; ours shows Chinese in it
        "RELEASE_VIEWER_LIBRARY": str(library_in(home)),
        "XDG_RUNTIME_DIR": str(runtime),
    }
    return {**kept, **own}


def library_in(home: Path) -> Path:
    """The library of that home."""
    return home / "library.sqlite"

"""Writing a file whole, or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from viewer.release.errors import Problem, ReleaseViewerError

_BEGINNING, _ENDING = ".release-viewer-", ".part"
_ABANDONED_SECONDS = 24 * 60 * 60  # nothing is written for so long; whoever began it was killed


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file beside `path`, which takes its place at the end; if anything goes wrong, it is gone.

    It is on the disk before it takes the place: not even a loss of power leaves half a file. What a process that was
    killed has left in the folder goes a day later. Raises ReleaseViewerError where the file cannot be written.
    """
    # `secrets` would load OpenSSL at every start
    new = path.with_name(f"{_BEGINNING}{os.urandom(8).hex()}{_ENDING}")
    try:
        yield new
        _sync(new, os.O_RDWR)
        new.replace(path)
    except OSError as error:
        raise ReleaseViewerError(Problem.FILE_NOT_WRITTEN, str(path), reason=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):  # it has taken its place, or was never made
            new.unlink()
    with suppress(OSError):  # the file is there; the rest is for later
        _tidy(path.parent)


def is_part(path: Path) -> bool:
    """Whether a file is one that has not yet taken the place of another."""
    return path.name.startswith(_BEGINNING) and path.suffix == _ENDING


def _tidy(folder: Path) -> None:
    """Let the disk keep the new name, and remove what has been abandoned."""
    if os.name == "posix":  # elsewhere a folder cannot be opened
        _sync(folder, os.O_RDONLY)
    for path in filter(is_part, folder.iterdir()):
        if path.stat().st_mtime < time.time() - _ABANDONED_SECONDS:
            path.unlink()


def _sync(path: Path, access: int) -> None:
    descriptor = os.open(path, access)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

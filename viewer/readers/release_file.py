"""Our own JSON: a file that holds one release."""

from __future__ import annotations

from pathlib import Path

from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Release
from viewer.release.release_json import read_release

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; a release of a thousand pages has about four million."""


def read_release_file(path: Path) -> Release:
    """The release in the JSON file at `path`. Raises ReleaseViewerError with file, place and remedy."""
    file = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
            size = stream.seek(0, 2) if len(data) > LARGEST_FILE else len(data)
    except FileNotFoundError:
        raise ReleaseViewerError(Problem.FILE_MISSING, file) from None
    except OSError as error:
        raise ReleaseViewerError(Problem.FILE_UNREADABLE, file, reason=error.strerror or str(error)) from None
    if size > LARGEST_FILE:
        megabytes = 1024 * 1024
        raise ReleaseViewerError(
            Problem.FILE_TOO_LARGE, file, size=str(size // megabytes), limit=str(LARGEST_FILE // megabytes)
        )
    if not data.strip():
        raise ReleaseViewerError(Problem.FILE_EMPTY, file)
    return read_release(data, file)

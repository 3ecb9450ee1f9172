"""Opening a library: the first time it is opened, the shipped release is put in."""

from __future__ import annotations

from pathlib import Path

from viewer.folders import shipped
from viewer.library.library import Library
from viewer.library.releases import put_release

SHIPPED_RELEASE = "data/xuzhou-2024.json"


def open_library(path: Path) -> Library:
    """The library at `path`, made and filled if there is none yet. Raises ReleaseViewerError."""
    return Library(path, fill=_put_shipped_release)


def import_file(library_path: Path, file: Path) -> str:
    """Take the release in `file` into the library; gives its id. Raises ReleaseViewerError."""
    from viewer.readers.release_file import read_release_file  # not needed to start

    release = read_release_file(file)
    library = open_library(library_path)
    try:
        put_release(library, release)
    finally:
        library.close()
    return release.id


def _put_shipped_release(library: Library) -> None:
    from viewer.readers.release_file import read_release_file  # not needed once the library is filled

    put_release(library, read_release_file(shipped(SHIPPED_RELEASE)))

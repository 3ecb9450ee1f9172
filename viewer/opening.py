"""Opening a library, which is filled with the shipped release at first, and taking documents into it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.folders import shipped
from viewer.library.library import Library
from viewer.library.releases import put_first_release, put_release
from viewer.release.errors import Problem, ReleaseViewerError

if TYPE_CHECKING:
    from viewer.library.arrivals import Imported, Step
    from viewer.readers.mending import Mending
    from viewer.release.release import Release

SHIPPED_RELEASE = "data/xuzhou-2024.json"


def open_library(path: Path, *, index_later: bool = False) -> Library:
    """The library at `path`, made and filled if there is none yet. Raises ReleaseViewerError.

    With `index_later` what it is filled with waits to be indexed.
    """
    return Library(path, fill=_put_shipped_release_to_wait if index_later else _put_shipped_release)


def documents_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files among `paths`, and the documents in the folders among them; links to folders are not followed.

    Raises ReleaseViewerError for a folder that has no document.
    """
    from viewer.release.endings import ENDINGS  # not needed to start

    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = False
        for folder, folders, files in os.walk(path):
            folders.sort()
            for file in sorted(files):
                if file.lower().rpartition(".")[2] in ENDINGS and not file.startswith((".", "~")):
                    found = True
                    yield Path(folder, file)
        if not found:
            endings = " ".join(f".{ending}" for ending in ENDINGS)
            raise ReleaseViewerError(Problem.NO_DOCUMENTS, str(path), endings=endings)


def import_document(library: Library, path: Path) -> Imported:
    """Take the document at `path` into the library; what is wrong with the library itself is raised."""
    from viewer.library.arrivals import Imported, take_in  # these are not needed to start
    from viewer.readers.reader import read_file

    try:
        release = read_file(path)
    except ReleaseViewerError as error:
        return Imported(path, error=error)
    return Imported(path, take_in(library, release))


def import_all(library_path: Path, paths: Iterable[Path]) -> Iterator[Step]:
    """Take documents and folders of them into the library, one after the other. Raises ReleaseViewerError."""
    from viewer.library.arrivals import Step

    documents = list(documents_in(paths))
    library = open_library(library_path)
    try:
        for number, path in enumerate(documents, 1):
            yield Step(number, len(documents), import_document(library, path))
    finally:
        library.close()


def open_document(library_path: Path, path: Path | None, text: str = "") -> Release | Imported:
    """The release in a document, or in a pasted `text`, to be looked at before it is kept.

    One that the library knows already is taken in at once. Raises ReleaseViewerError.
    """
    from viewer.library.arrivals import Imported, is_known, take_in
    from viewer.readers.reader import read_file, read_pasted

    release = read_file(path) if path else read_pasted(text)
    library = open_library(library_path)
    try:
        return Imported(path, take_in(library, release)) if is_known(library, release) else release
    finally:
        library.close()


def keep(library_path: Path, release: Release, mending: Mending | None) -> Imported:
    """Take in a release that a reader has looked at, and mended where there is something to mend."""
    from viewer.library.arrivals import Imported, take_in
    from viewer.readers.mending import mend

    library = open_library(library_path)
    try:
        return Imported(None, take_in(library, mend(release, mending) if mending else release))
    finally:
        library.close()


def _put_shipped_release(library: Library) -> None:
    put_release(library, _shipped_release())


def _put_shipped_release_to_wait(library: Library) -> None:
    put_first_release(library, _shipped_release())


def _shipped_release() -> Release:
    from viewer.release.release_json import read_release  # not needed once the library is filled

    file = shipped(SHIPPED_RELEASE)
    return read_release(file.read_bytes(), str(file))

"""Putting a copy of a library in the place of the library."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

from viewer.library.backups import back_up, copy_pages, keep_aside, open_to_read, replace_content
from viewer.library.damage_mark import is_marked, remove_mark
from viewer.library.file_header import check_header
from viewer.library.library import Library, in_sentences
from viewer.library.soundness import find_damage
from viewer.release.errors import Problem, ReleaseViewerError


def restore(path: Path, copy: Path) -> Path | None:
    """Put the content of `copy` in place of that of the library at `path`, in one transaction.

    Gives the file in which that is kept which was there before; None where nothing was. Raises ReleaseViewerError
    for a copy that is damaged, no library or of a newer version; the library is then left as it is.
    """
    if not copy.exists():
        raise ReleaseViewerError(Problem.FILE_MISSING, str(copy))
    if path.exists() and copy.samefile(path):
        raise ReleaseViewerError(Problem.SAME_FILE, str(copy))
    path.parent.mkdir(parents=True, exist_ok=True)
    with in_sentences(path), tempfile.TemporaryDirectory(prefix=".restoring-", dir=path.parent) as folder:
        sound = _checked(copy, Path(folder, "library.sqlite"))
        before = _keep(path) if path.exists() and path.stat().st_size else None
        replace_content(path, sound)
    remove_mark(path)
    return before


def _checked(copy: Path, new: Path) -> Path:
    """A copy of the copy, of the current version, after it has been found sound; the copy itself stays as it is."""
    try:
        check_header(copy)
        with in_sentences(copy), closing(open_to_read(copy)) as source:
            if not source.execute("PRAGMA application_id").fetchall()[0][0]:
                raise ReleaseViewerError(Problem.NOT_A_LIBRARY, str(copy))
            copy_pages(source, new)
        with closing(Library(new)) as library:
            damaged = bool(find_damage(library))
    except ReleaseViewerError as error:
        if error.problem is not Problem.LIBRARY_CORRUPT:
            raise
        damaged = True
    if damaged:
        raise ReleaseViewerError(Problem.COPY_DAMAGED, str(copy))
    return new


def _keep(path: Path) -> Path:
    """Keep what is there, however damaged it is."""
    if is_marked(path):
        return keep_aside(path)
    try:
        return back_up(path)
    except ReleaseViewerError as error:
        if error.problem is not Problem.LIBRARY_CORRUPT:
            raise
        return keep_aside(path)

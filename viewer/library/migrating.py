"""Making the tables of a new library, and bringing those of an older one to the current version."""

from __future__ import annotations

from collections.abc import Callable

import apsw

from viewer.library.backups import back_up
from viewer.library.library import Library
from viewer.library.schema import APPLICATION_ID, INDEX, INDEX_VERSION, MIGRATIONS, VERSION
from viewer.release.errors import Problem, ReleaseViewerError


def migrate(library: Library, fill: Callable[[Library], None] | None) -> None:
    """Bring a library to the current version, in one transaction; `fill` puts something into one that is new.

    An older one is copied before. Raises ReleaseViewerError for a newer one, for a database that is no library, where
    nothing can be written, and where that copy cannot be made.
    """
    version = _known_version(library)
    library.check_writable()
    if version == 0 and library.rows("SELECT 1 FROM sqlite_schema LIMIT 1"):
        raise ReleaseViewerError(Problem.NOT_A_LIBRARY, str(library.path))
    # the first has to come before all else, and means nothing to a library that is there
    library.rows("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL")
    with library.transaction():
        version = _known_version(library)
        if version == VERSION:
            return  # another process has done it while this one waited for the lock
        if version:
            _copy(library)
        _make_tables(library, version)
        if version == 0 and fill is not None:
            fill(library)


def _known_version(library: Library) -> int:
    version = library.version
    if version < 0:
        raise apsw.CorruptError("negative version")
    if version > VERSION:
        raise ReleaseViewerError(Problem.NEWER_LIBRARY, str(library.path), found=str(version))
    return version


def _copy(library: Library) -> None:
    try:
        back_up(library.path)
    except ReleaseViewerError as error:
        raise ReleaseViewerError(Problem.NO_BACKUP, str(library.path), **error.values) from error


def _make_tables(library: Library, version: int) -> None:
    """Make the tables of those of `version`, and an empty index, for which all that is there waits."""
    try:
        for migration in MIGRATIONS[version:]:
            library.rows(migration)
    except (apsw.SQLError, apsw.ConstraintError) as error:  # it is not of the version that it says
        raise apsw.CorruptError(str(error)) from error
    library.rows(INDEX)
    library.rows("INSERT INTO indexing VALUES (?, ?)", (INDEX_VERSION, 0 if version else None))
    library.rows(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}")

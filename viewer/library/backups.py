"""Dated copies of a library, in a folder beside it."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path

import apsw

from viewer.library.library import in_sentences
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.replacing import replacing

_DAMAGED = "-damaged"
_LOGS = ("-wal", "-journal")  # what belongs to the state of a file, besides itself


def backup_folder(library: Path) -> Path:
    """Where the copies of a library are kept."""
    return library.parent / "backups"


def newest_backup(library: Path) -> Path | None:
    """The newest copy that was made of the library while it was sound; None where there is none."""
    copies = backup_folder(library).glob(f"{library.stem}-*{library.suffix}")
    sound = (path for path in copies if not path.stem.endswith(_DAMAGED))
    return max(sound, key=lambda path: path.stat().st_mtime_ns, default=None)


def back_up(library: Path, copy: Path | None = None) -> Path:
    """Copy the library as it is at this instant to `copy`, or under a dated name; gives the file.

    Raises ReleaseViewerError where it cannot be read or written; there is no half of a copy then.
    """
    if copy is not None and copy.exists() and copy.samefile(library):
        raise ReleaseViewerError(Problem.SAME_FILE, str(copy))
    copy = copy or _free_name(library, "")
    with (
        in_sentences(library),
        _written_in(copy.parent),
        replacing(copy) as new,
        closing(open_to_read(library)) as source,
    ):
        copy_pages(source, new)
    return copy


def keep_aside(library: Path) -> Path:
    """Copy the damaged file as it is, with what has been logged of changes to it; gives the copy."""
    copy = _free_name(library, _DAMAGED)
    with _written_in(copy.parent):
        for suffix in (*_LOGS, ""):  # the copy is whole when the file itself is there
            part = library.with_name(library.name + suffix)
            if part.exists() and (part.stat().st_size or not suffix):
                with replacing(copy.with_name(copy.name + suffix)) as new:
                    shutil.copyfile(part, new)
    return copy


def copy_pages(source: apsw.Connection, new: Path) -> None:
    """Copy the content of an open database into a new file."""
    with closing(apsw.Connection(str(new))) as target:
        with target.backup("main", source, "main") as copying:
            copying.step()
        target.execute("PRAGMA journal_mode = DELETE").fetchall()  # one file, which can be read wherever it is kept


def replace_content(library: Path, source: Path) -> None:
    """Put the content of one library in place of that of another, in one transaction, however damaged that is.

    Whoever has it open sees a change like any other, and a kill leaves the one content or the other.
    """
    with closing(open_to_read(source)) as new, closing(apsw.Connection(str(library))) as live:
        live.set_busy_timeout(3000)
        with suppress(apsw.CorruptError, apsw.NotADBError):  # where it can be read, this joins the log of other windows
            live.execute("PRAGMA schema_version").fetchall()
        live.config(apsw.SQLITE_DBCONFIG_RESET_DATABASE, 1)  # what is in it now is not looked at
        with live.backup("main", new, "main") as copying:
            copying.step()
        live.config(apsw.SQLITE_DBCONFIG_RESET_DATABASE, 0)
        live.execute("PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def open_to_read(path: Path) -> apsw.Connection:
    """A connection that cannot write, also to a file in a folder that has no place for SQLite's own files."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    address = path.absolute().as_uri()
    connection = apsw.Connection(f"{address}?mode=ro", flags=flags)
    try:
        connection.execute("PRAGMA schema_version").fetchall()  # SQLite opens the file at the first read
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        connection.close()
        return apsw.Connection(f"{address}?mode=ro&immutable=1", flags=flags)
    except BaseException:
        connection.close()
        raise
    return connection


def _free_name(library: Path, mark: str) -> Path:
    now = f"{datetime.datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
    endings = (f"-{number}" if number > 1 else "" for number in count(1))
    paths = (backup_folder(library) / f"{library.stem}-{now}{ending}{mark}{library.suffix}" for ending in endings)
    return next(path for path in paths if not path.exists())


@contextmanager
def _written_in(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except (OSError, apsw.FullError, apsw.IOError, apsw.CantOpenError) as error:
        raise ReleaseViewerError(Problem.FILE_NOT_WRITTEN, str(folder), reason=str(error)) from error

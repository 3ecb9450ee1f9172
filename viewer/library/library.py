"""A library: one SQLite file that holds many releases."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from viewer.library.schema import APPLICATION_ID, INDEX, INDEX_VERSION, MIGRATIONS, VERSION
from viewer.release.errors import Problem, ReleaseViewerError

BUSY_SECONDS = 3.0
_STEPS_BETWEEN_CHECKS = 2_000  # virtual machine steps, about 0.1 ms
_LARGEST_LOG = 8 << 20  # bytes that SQLite's log may keep once its content is in the file itself
_HEADER = 100  # bytes, https://www.sqlite.org/fileformat2.html#the_database_header

Row = tuple[Any, ...]


class QueryInterruptedError(Exception):
    """A query was given up because nobody waits for its answer any more."""


class Library:
    """An open library file. Use it only in the thread that made it.

    Attributes:
        path: the file.
        read_only: whether the file or its folder cannot be written.
    """

    def __init__(self, path: Path, fill: Callable[[Library], None] | None = None) -> None:
        """Open the library at `path`, make it if there is none, bring it to the current version.

        What `fill` puts into a new library is there from its first instant, or else the library is not.

        Raises ReleaseViewerError for a file that is no library, damaged, locked or of a newer version;
        such a file is left as it is.
        """
        self.path = path
        self._rank: Callable[[apsw.FTS5ExtensionApi], int] = lambda _api: 0
        with self._sentences():
            _check_header(path)
            self._connection, self.read_only = _connect(path)
            try:
                self._prepare(fill)
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close the file; afterwards nothing else may be called."""
        self._connection.close()

    def rows(self, sql: str, bindings: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """All rows of one statement. Raises ReleaseViewerError, or QueryInterruptedError where that was asked for."""
        with self._sentences():
            return self._connection.execute(sql, bindings).fetchall()

    def run_many(self, sql: str, bindings: Sequence[Sequence[Any]]) -> None:
        """Run one statement for each of `bindings`."""
        with self._sentences():
            self._connection.executemany(sql, bindings)

    def insert(self, sql: str, bindings: Sequence[Any]) -> int:
        """Run an INSERT and give the key of the new row."""
        self.rows(sql, bindings)
        return self._connection.last_insert_rowid()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside happens, or none of it. One inside another is part of it."""
        if self.read_only:
            raise ReleaseViewerError(Problem.LIBRARY_READ_ONLY, str(self.path))
        if self._connection.in_transaction:
            yield
            return
        with self._sentences():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def interruptible(self, is_stale: Callable[[], bool]) -> Iterator[None]:
        """Statements inside raise QueryInterruptedError soon after `is_stale` has become true."""
        self._connection.set_progress_handler(is_stale, _STEPS_BETWEEN_CHECKS)
        try:
            yield
        finally:
            self._connection.set_progress_handler(None)

    def ranked_rows(self, rank: Callable[[apsw.FTS5ExtensionApi], int], sql: str, bindings: Sequence[Any]) -> list[Row]:
        """As `rows`, for a statement in which the function rank_entry(TABLE) is `rank`."""
        self._rank = rank
        return self.rows(sql, bindings)

    def check_integrity(self) -> list[str]:
        """What SQLite finds wrong with the file, one line each; empty if nothing."""
        return [line for (line,) in self.rows("PRAGMA integrity_check(20)") if line != "ok"]

    def _prepare(self, fill: Callable[[Library], None] | None) -> None:
        self._connection.set_busy_timeout(int(BUSY_SECONDS * 1000))
        self._connection.execute(f"PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = {_LARGEST_LOG}")
        self._connection.register_fts5_tokenizer("release", _make_tokenizer)
        self._connection.register_fts5_function("rank_entry", lambda api, *_arguments: self._rank(api))
        version = self._version()
        if version == VERSION:
            return
        if self.read_only:
            raise ReleaseViewerError(Problem.LIBRARY_READ_ONLY, str(self.path))
        if version == 0 and self.rows("SELECT 1 FROM sqlite_schema LIMIT 1"):
            raise ReleaseViewerError(Problem.NOT_A_LIBRARY, str(self.path))
        # the first has to come before all else, and means nothing to a library that is there
        self._connection.execute("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL")
        with self.transaction():
            # another process may have done it while this one waited for the lock
            version = self._version()
            for migration in MIGRATIONS[version:]:
                self._connection.execute(migration)
            if version < VERSION:
                self._connection.execute(INDEX)
                self._connection.execute("INSERT INTO indexing VALUES (?, ?)", (INDEX_VERSION, 0 if version else None))
            self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}")
            if version == 0 and fill is not None:
                fill(self)

    def _version(self) -> int:
        version = int(self.rows("PRAGMA user_version")[0][0])
        if version > VERSION:
            raise ReleaseViewerError(Problem.NEWER_LIBRARY, str(self.path), found=str(version))
        return version

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        """What SQLite raises becomes one sentence for people; what is our own bug passes unchanged."""
        try:
            yield
        except apsw.InterruptError:
            raise QueryInterruptedError from None
        except tuple(_PROBLEMS) as error:
            problem = next(problem for kind, problem in _PROBLEMS.items() if isinstance(error, kind))
            raise ReleaseViewerError(problem, str(self.path), reason=str(error)) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise ReleaseViewerError(Problem.LIBRARY_UNREACHABLE, str(self.path), reason=reason) from error


def sqlite_version() -> str:
    """The version of SQLite that libraries are kept with."""
    return apsw.sqlite_lib_version()


def _make_tokenizer(_connection: apsw.Connection, _arguments: list[str]) -> apsw.Tokenizer:
    """FTS5 asks for the tokenizer when a table of the index is first used, not at the start."""
    from viewer.library.tokens import tokenizer

    return tokenizer


_PROBLEMS: dict[type[apsw.Error], Problem] = {
    apsw.NotADBError: Problem.NOT_A_LIBRARY,
    apsw.CorruptError: Problem.LIBRARY_CORRUPT,
    apsw.BusyError: Problem.LIBRARY_LOCKED,
    apsw.LockedError: Problem.LIBRARY_LOCKED,
    apsw.ReadOnlyError: Problem.LIBRARY_READ_ONLY,
    apsw.CantOpenError: Problem.LIBRARY_UNREACHABLE,
    apsw.IOError: Problem.LIBRARY_UNREACHABLE,
    apsw.FullError: Problem.LIBRARY_UNREACHABLE,
    apsw.PermissionsError: Problem.LIBRARY_UNREACHABLE,
}


def _check_header(path: Path) -> None:
    """Refuse a file that is not ours by its first bytes: SQLite would leave files beside it."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        return
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        return
    if len(header) < _HEADER or not header.startswith(b"SQLite format 3\0"):
        raise ReleaseViewerError(Problem.NOT_A_LIBRARY, str(path))
    version, application_id = struct.unpack_from(">i4xi", header, 60)
    if application_id not in (APPLICATION_ID, 0) or (application_id == 0 and version != 0):
        raise ReleaseViewerError(Problem.NOT_A_LIBRARY, str(path))
    if version > VERSION:
        raise ReleaseViewerError(Problem.NEWER_LIBRARY, str(path), found=str(version))


def _connect(path: Path) -> tuple[apsw.Connection, bool]:
    """A connection, and whether it is read-only."""
    try:
        connection = _open(str(path), apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
    except UnicodeEncodeError as error:  # on Linux a name may be bytes that are no text, which SQLite cannot take
        raise OSError(str(error)) from None
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        if not path.exists():
            raise
        # a library in a folder that cannot be written has no place for SQLite's own files beside it
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        connection = _open(address, apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    return connection, connection.readonly("main")


def _open(address: str, flags: int) -> apsw.Connection:
    """A connection that is closed again where the file is no good."""
    connection = apsw.Connection(address, flags=flags)
    try:
        connection.execute("PRAGMA schema_version").fetchall()  # SQLite opens the file at the first read
    except BaseException:
        connection.close()
        raise
    return connection

"""A library: one SQLite file that holds many releases."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import apsw

from viewer.library.damage_mark import is_marked, mark_damaged
from viewer.library.file_header import check_header
from viewer.library.schema import VERSION
from viewer.release.errors import Problem, ReleaseViewerError

BUSY_SECONDS = 3.0
"""How long a lock is waited for that another holds."""

_BUSY_PAUSE = 0.002  # seconds; SQLite's own waiting sleeps for so long that one who writes again and again wins
_STEPS_BETWEEN_CHECKS = 2_000  # virtual machine steps, about 0.1 ms
_LARGEST_LOG = 8 << 20  # bytes that SQLite's log may keep once its content is in the file itself

Row = tuple[Any, ...]
"""What a statement gives: a value for each column."""


class QueryInterruptedError(Exception):
    """A query was given up because nobody waits for its answer any more."""


class Library:
    """An open library file. Use it only in the thread that made it.

    Attributes:
        path: the file.
        read_only: whether the file or its folder cannot be written, or must not be, because it is damaged.
    """

    def __init__(self, path: Path, fill: Callable[[Library], None] | None = None) -> None:
        """Open the library at `path`, make it if there is none, bring it to the current version.

        What `fill` puts into a new library is there from its first instant, or else the library is not.

        Raises ReleaseViewerError for a file that is no library, damaged, locked or of a newer version;
        such a file is left as it is.
        """
        self.path = path
        self._rank: Callable[[apsw.FTS5ExtensionApi], int] = lambda _api: 0
        with in_sentences(self.path):
            check_header(path)
            self._connection, self.read_only = _connect(path)
            self._file = _file_at(path)
            try:
                self._prepare(fill)
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close the file, also where that raises ReleaseViewerError; afterwards nothing else may be called."""
        with in_sentences(self.path):
            if is_marked(self.path):  # or whoever is the last moves into the file what is logged beside it
                self._connection.execute("PRAGMA query_only = ON")
                self._connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
            self._connection.close()

    def rows(self, sql: str, bindings: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """All rows of one statement. Raises ReleaseViewerError, or QueryInterruptedError where that was asked for."""
        with in_sentences(self.path):
            try:
                return self._connection.execute(sql, bindings).fetchall()
            except UnicodeDecodeError as error:  # only text comes into a library
                raise apsw.CorruptError(str(error)) from error

    def run_many(self, sql: str, bindings: Sequence[Sequence[Any]]) -> None:
        """Run one statement for each of `bindings`."""
        with in_sentences(self.path):
            self._connection.executemany(sql, bindings)

    def insert(self, sql: str, bindings: Sequence[Any] | dict[str, Any]) -> int:
        """Run an INSERT and give the key of the new row."""
        self.rows(sql, bindings)
        return self._connection.last_insert_rowid()

    @property
    def version(self) -> int:
        """That of its tables, see `viewer.library.schema`; 0 where there are none yet."""
        return int(self.rows("PRAGMA user_version")[0][0])

    @property
    def data_version(self) -> int:
        """Another number than before where another connection, of this program or another, has changed the library."""
        return int(self.rows("PRAGMA data_version")[0][0])

    def check_place(self) -> None:
        """Raise ReleaseViewerError where another file, none, or a library of another version has taken its place."""
        self._check_file()
        if self.version != VERSION:
            raise ReleaseViewerError(Problem.LIBRARY_REPLACED, str(self.path))

    def check_writable(self) -> None:
        """Raise ReleaseViewerError where nothing can be written, or nothing must be."""
        if is_marked(self.path):
            raise ReleaseViewerError(Problem.LIBRARY_CORRUPT, str(self.path))
        if self.read_only:
            raise ReleaseViewerError(Problem.LIBRARY_READ_ONLY, str(self.path))

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever others write meanwhile. Nothing is written inside."""
        if self._connection.in_transaction:
            yield
            return
        with in_sentences(self.path):
            try:
                self._connection.execute("BEGIN")
                yield
            finally:
                self._roll_back()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside happens, or none of it. One inside another is part of it."""
        self.check_writable()
        if self._connection.in_transaction:
            yield
            return
        self._check_file()
        with in_sentences(self.path):
            # at once for writing: one that has begun with reading is refused where another has written since
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self.check_writable()  # another window may have found it damaged
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
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
        self._connection.execute(f"PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = {_LARGEST_LOG}")
        self._connection.execute("SELECT 1 FROM sqlite_schema").fetchall()  # is it damaged, what follows blames FTS5
        self._connection.register_fts5_tokenizer("release", _make_tokenizer)
        self._connection.register_fts5_function("rank_entry", lambda api, *_arguments: self._rank(api))
        if self.version != VERSION:
            from viewer.library.migrating import migrate  # not needed by a library that is as it should be

            migrate(self, fill)

    def _roll_back(self) -> None:
        """End the transaction, unless the error that ends it has done so."""
        while self._connection.in_transaction:
            # once in some hundred times SQLite asks in here whether to stop, and what is open would stay so for ever
            with suppress(apsw.InterruptError):
                self._connection.execute("ROLLBACK")

    def _check_file(self) -> None:
        """Refuse to write into a file that nobody will find: another has its name, or none has."""
        if _file_at(self.path) != self._file:
            raise ReleaseViewerError(Problem.LIBRARY_REPLACED, str(self.path))


@contextmanager
def in_sentences(path: Path) -> Iterator[None]:
    """What SQLite raises of a library becomes one sentence for people; what is our own bug passes unchanged.

    A library that is found damaged is marked.
    """
    try:
        yield
    except apsw.InterruptError:
        raise QueryInterruptedError from None
    except apsw.Error as error:
        problem = _problem_of(error)
        if problem is None:
            raise
        if problem is Problem.LIBRARY_CORRUPT:
            mark_damaged(path)
        raise ReleaseViewerError(problem, str(path), reason=str(error)) from error
    except OSError as error:
        raise ReleaseViewerError(Problem.LIBRARY_UNREACHABLE, str(path), reason=error.strerror or str(error)) from error


def sqlite_version() -> str:
    """The version of SQLite that libraries are kept with."""
    return apsw.sqlite_lib_version()


def _make_tokenizer(_connection: apsw.Connection, _arguments: list[str]) -> apsw.Tokenizer:
    """FTS5 asks for the tokenizer when a table of the index is first used, not at the start."""
    from viewer.library.tokens import tokenizer

    return tokenizer


_PROBLEMS: dict[Problem, tuple[type[apsw.Error], ...]] = {
    # its header is that of a library; one that wants memory has a row that says that it is larger than all there is
    Problem.LIBRARY_CORRUPT: (apsw.NotADBError, apsw.CorruptError, apsw.NoMemError),
    Problem.LIBRARY_LOCKED: (apsw.BusyError, apsw.LockedError),
    Problem.LIBRARY_READ_ONLY: (apsw.ReadOnlyError,),
    Problem.LIBRARY_UNREACHABLE: (apsw.CantOpenError, apsw.IOError, apsw.FullError, apsw.PermissionsError),
}


def _problem_of(error: apsw.Error) -> Problem | None:
    """What is wrong with a library; None for a bug of ours."""
    if getattr(error, "extendedresult", 0) == apsw.SQLITE_CORRUPT_VTAB:
        return Problem.INDEX_DAMAGED  # FTS5 says so of its own content; the file itself is sound
    return next((problem for problem, kinds in _PROBLEMS.items() if isinstance(error, kinds)), None)


def _connect(path: Path) -> tuple[apsw.Connection, bool]:
    """A connection, and whether it is read-only."""
    access = apsw.SQLITE_OPEN_READONLY if is_marked(path) else apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
    try:
        connection = _open(str(path), access)
    except UnicodeEncodeError as error:  # on Linux a name may be bytes that are no text, which SQLite cannot take
        raise OSError(str(error)) from None
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        log = path.with_name(f"{path.name}-wal")
        if not path.exists() or (log.exists() and log.stat().st_size > 0):
            raise  # what stands in the log alone would not be seen
        # a library in a folder that cannot be written has no place for SQLite's own files beside it
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        connection = _open(address, apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    return connection, connection.readonly("main")


def _file_at(path: Path) -> tuple[int, int] | None:
    """What tells the file at `path` from others that may take its name; None where there is none."""
    with suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None


class _Waiting:
    """Waits a moment for a lock that another holds; says whether to try again, which it does for BUSY_SECONDS."""

    def __init__(self) -> None:
        self._end = 0.0

    def __call__(self, tries: int) -> bool:
        if not tries:
            self._end = time.monotonic() + BUSY_SECONDS
        time.sleep(_BUSY_PAUSE)
        return time.monotonic() < self._end


def _open(address: str, flags: int) -> apsw.Connection:
    """A connection that is closed again where the file is no good."""
    connection = apsw.Connection(address, flags=flags)
    connection.set_busy_handler(_Waiting())  # from the first, for others may be making or leaving the library
    try:
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall()  # the file is first read here
    except BaseException:
        connection.close()
        raise
    return connection

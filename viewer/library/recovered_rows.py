"""Putting the records of a damaged library into the tables of a new one, each into that which it must be from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

import apsw

from viewer.library.file_header import version_and_application
from viewer.library.records import Record, RecordFile
from viewer.library.schema import APPLICATION_ID, MIGRATIONS, VERSION
from viewer.library.soundness import TABLES

_PAGES_BETWEEN_REPORTS = 100
_STORED: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "TEXT": (str,), "ANY": (int, float)}
_OF_RELEASE = ("entry", "source_paragraph", "clause", "inference")
_OF_ENTRY = ("figure", "mention", "caption")


class _Column(NamedTuple):
    name: str
    types: tuple[type, ...]
    may_be_none: bool
    may_be_absent: bool  # in rows that were written before it was added


class _Table(NamedTuple):
    """What tells the rows of a table from those of others; the schema is such that this is enough."""

    name: str
    has_key: bool
    columns: tuple[_Column, ...]

    @property
    def widths(self) -> range:
        """How many columns its rows may have."""
        needed = [number for number, column in enumerate(self.columns, 1) if not column.may_be_absent]
        return range(max(needed), len(self.columns) + 1)

    def takes(self, record: Record) -> bool:
        """Whether a record can be a row of this table."""
        return (
            self.has_key == (record.key is not None)
            and len(record.values) in self.widths
            and all(
                column.may_be_none if value is None else isinstance(value, column.types)
                for column, value in zip(self.columns, record.values, strict=False)
            )
        )


def put_recovered_rows(damaged: Path, new: Path, report: Callable[[int, int], None]) -> None:
    """Make a library of the version of the damaged one at `new`, with the rows of it that can be read.

    What has been taken out stays out. `report` takes how many of how many pages have been read.
    """
    with ExitStack() as opened:
        file = opened.enter_context(damaged.open("rb"))
        path = damaged.with_name(f"{damaged.name}-wal")
        log = opened.enter_context(path.open("rb")) if path.exists() else None
        connection = opened.enter_context(closing(apsw.Connection(str(new))))
        records = RecordFile(file, log)
        version = _version(records)
        for migration in MIGRATIONS[:version]:
            connection.execute(migration)
        connection.execute(f"PRAGMA user_version = {version}; PRAGMA application_id = {APPLICATION_ID}")
        tables = [_describe(connection, name) for name in TABLES if _exists(connection, name)]
        widths = frozenset(width for table in tables for width in table.widths)
        pages = records.used_pages()
        connection.execute("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN")
        for done, page in enumerate(pages):
            if done % _PAGES_BETWEEN_REPORTS == 0:
                report(done, len(pages))
            for record in records.records(page, widths):
                if table := next((table for table in tables if table.takes(record)), None):
                    _insert(connection, table, record)
        if version < VERSION:  # or it cannot be brought to this one
            drop_orphans(lambda sql: connection.execute(sql).fetchall(), [table.name for table in tables])
        connection.execute("COMMIT")


def drop_orphans(rows: Callable[[str], object], tables: Iterable[str]) -> None:
    """Delete what belongs to a release or an entry that is not there."""
    for owner, owned in (("release", _OF_RELEASE), ("entry", _OF_ENTRY)):
        for table in owned:
            if table in tables:
                rows(f"DELETE FROM {table} WHERE {owner} NOT IN (SELECT {owner} FROM {owner})")


def _version(records: RecordFile) -> int:
    """The version that the header tells, or the current one where it tells none."""
    version, _application = version_and_application(records.header)
    return version if records.has_header and 0 < version <= VERSION else VERSION


def _exists(connection: apsw.Connection, name: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).fetchall())


def _describe(connection: apsw.Connection, name: str) -> _Table:
    described = connection.execute('SELECT name, type, "notnull", dflt_value FROM pragma_table_info(?)', (name,))
    columns = tuple(
        _Column(column, _STORED[type_], not is_needed, not is_needed or default is not None)
        for column, type_, is_needed, default in described
    )
    ((has_key,),) = connection.execute("SELECT NOT wr FROM pragma_table_list(?)", (name,)).fetchall()
    return _Table(name, bool(has_key), columns)


def _insert(connection: apsw.Connection, table: _Table, record: Record) -> None:
    values = record.values if record.key is None else (record.key, *record.values[1:])
    names = ", ".join(column.name for column in table.columns[: len(values)])
    sql = f"INSERT OR IGNORE INTO {table.name} ({names}) VALUES ({', '.join('?' * len(values))})"
    connection.execute(sql, values)

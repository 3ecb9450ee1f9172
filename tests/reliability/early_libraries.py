"""Libraries with the tables of earlier versions of the program, filled as far as those go."""

from __future__ import annotations

from pathlib import Path

import apsw
from samples import sample_release

from viewer.library.annotations import put_annotations
from viewer.library.library import Library
from viewer.library.releases import first_free_entry, insert_release
from viewer.library.schema import APPLICATION_ID, MIGRATIONS
from viewer.release.annotation import Annotation, AnnotationKind

_KEYS_BY_DAY = 2  # the first version whose entries have keys by their day
_NO_POSITION = 3  # the first version whose entries have no position of their own
_RELEASES = 12


def make_early_library(folder: Path, version: int) -> None:
    """Put a library of an earlier version into a folder: some releases, and what is put to them where it could be."""
    source = folder / "source.sqlite"
    _fill(source, version)
    connection = apsw.Connection(str(folder / "library.sqlite"))
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    for migration in MIGRATIONS[:version]:
        connection.execute(migration)
    connection.execute("ATTACH ? AS source", (str(source),))
    tables = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT GLOB 'entry_text*'"
    for (table,) in connection.execute(tables).fetchall():
        _copy(connection, str(table), version)
    connection.execute("DETACH source")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {version}")
    connection.close()
    source.unlink()


def _fill(path: Path, version: int) -> None:
    """A library of today with what the early one is to hold, its keys as they were given then."""
    library = Library(path)
    free = 1
    with library.transaction():
        for number in range(_RELEASES):
            release = sample_release(f"lakeside-{number}")
            first = free if version < _KEYS_BY_DAY else first_free_entry(library, release.date)
            free = insert_release(library, release, None, first).stop
    star = Annotation(entry_id="lakeside-3/ferry", title="夜班船", kind=AnnotationKind.STAR, made=release.date)
    put_annotations(library, [star])
    library.close()


def _copy(connection: apsw.Connection, table: str, version: int) -> None:
    """Copy of a table of today the columns that the early one has."""
    wanted = [name for (name,) in connection.execute(f"SELECT name FROM pragma_table_info('{table}', 'main')")]
    there = {name for (name,) in connection.execute(f"SELECT name FROM pragma_table_info('{table}', 'source')")}
    columns = [name for name in wanted if name in there]
    values = list(columns)
    if table == "entry" and version < _NO_POSITION:
        columns.append("position")
        values.append("entry & 0xFF")
    connection.execute(
        f"INSERT INTO main.{table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM source.{table}"
    )

"""Whether a library is sound: its file, what its tables may hold, and how they hang together."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import apsw

from viewer.library.damage_mark import is_marked, mark_damaged, remove_mark
from viewer.library.entry import EntryKind, NameKind
from viewer.library.library import Library, QueryInterruptedError
from viewer.library.pages import read_release
from viewer.library.releases import release_ids
from viewer.library.schema import MIGRATIONS
from viewer.release.annotation import AnnotationKind
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import NOTICE_FORMS
from viewer.release.source import Role

TABLES = (
    "annotation",
    "label_match",
    "release",
    "entry",
    "source_paragraph",
    "figure",
    "mention",
    "caption",
    "clause",
    "inference",
)
"""The tables that cannot be made anew, the dearest first."""

_INDEX_TABLES = ("name", "indexing", "entry_text", "name_text")


def _none_of(column: str, known: Iterable[str]) -> str:
    return f"{column} NOT IN ({', '.join(map(repr, map(str, known)))})"


IMPOSSIBLE: tuple[tuple[str, str], ...] = (
    ("annotation", _none_of("kind", AnnotationKind)),
    ("annotation", "made IS NOT date(made)"),
    ("release", "date IS NOT date(date)"),
    ("release", _none_of("form", NOTICE_FORMS)),
    ("release", _none_of("notice_form", NOTICE_FORMS)),
    ("entry", _none_of("kind", EntryKind)),
    ("entry", "paragraphs GLOB '*[^0-9 ]*'"),
    ("entry", "parent >= entry"),
    ("entry", "(kind = 'release') <> (parent IS NULL)"),
    ("source_paragraph", _none_of("role", Role)),
    ("mention", _none_of("kind", NameKind)),
    ("figure", "typeof(value) NOT IN ('integer', 'real')"),
    ("clause", "paragraphs GLOB '*[^0-9 ]*'"),
)
"""Tables with conditions that no row of theirs meets."""

_WITHOUT_ROOT = "SELECT 1 FROM release WHERE id NOT IN (SELECT id FROM entry WHERE kind = 'release') LIMIT 1"


def find_damage(library: Library) -> list[str]:
    """What is wrong with the library, one line each; empty if nothing. An index that can be made anew is none."""
    return _in_file(library.check_integrity()) or list(_in_tables(library)) or list(_in_releases(library))


def find_damage_within(library: Library, seconds: float, is_stopped: Callable[[], bool] = lambda: False) -> list[str]:
    """What is found wrong in this time, the dearest first; indexes are not compared with their tables."""
    end = time.monotonic() + seconds
    with library.interruptible(lambda: is_stopped() or time.monotonic() > end):
        try:
            for table in (*TABLES, *_INDEX_TABLES):
                if found := _in_file([line for (line,) in library.rows(f"PRAGMA quick_check({table})")]):
                    return found
            return list(_in_tables(library))
        except QueryInterruptedError:
            return []


def look_for_damage(path: Path, find: Callable[[Library], list[str]] = find_damage) -> None:
    """Raise ReleaseViewerError if `find` finds the library damaged.

    One that is marked is looked at whole; where it has been mended by hand, the mark goes.
    """
    was_marked = is_marked(path)
    with closing(Library(path)) as library:
        found = find_damage(library) if was_marked else find(library)
    if found:
        mark_damaged(path)
        raise ReleaseViewerError(Problem.LIBRARY_CORRUPT, str(path), reason=found[0])
    if was_marked:
        remove_mark(path)


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Where something goes wrong inside because the library is damaged, that is said; our own bugs pass unchanged."""
    try:
        yield
    except (ReleaseViewerError, QueryInterruptedError):
        raise
    except Exception:
        look_for_damage(path)
        raise


def _in_file(lines: Iterable[str]) -> list[str]:
    """What SQLite's own check says of the file; of a full-text index it says that this has to be made anew."""
    return [line for line in lines if line != "ok" and "fts5" not in line.lower()]


def _in_tables(library: Library) -> Iterator[str]:
    if _schema_of(library.rows) != _wanted_schema():
        yield "the tables are not those of a library"
        return
    for table, condition in IMPOSSIBLE:
        if library.rows(f"SELECT 1 FROM {table} WHERE {condition} LIMIT 1"):
            yield f"impossible in {table}: {condition}"
    for table, _row, parent, _key in library.rows("SELECT * FROM pragma_foreign_key_check LIMIT 20"):
        yield f"a row of {table} belongs to none of {parent}"
    if library.rows(_WITHOUT_ROOT):
        yield "a release has no entry of its own"


def _in_releases(library: Library) -> Iterator[str]:
    for id_ in release_ids(library):
        try:
            read_release(library, id_)
        except ValueError as error:  # something that no release may have
            yield f"{id_}: {error}"


def _schema_of(rows: Callable[[str], list[tuple[Any, ...]]]) -> dict[str, str]:
    """How each table and index that cannot be made anew is defined, white space aside."""
    named = ", ".join(map(repr, TABLES))
    found = rows(f"SELECT name, sql FROM sqlite_schema WHERE tbl_name IN ({named}) AND sql IS NOT NULL")
    return {name: " ".join(sql.split()) for name, sql in found}


def _wanted_schema() -> dict[str, str]:
    connection = apsw.Connection(":memory:")
    for migration in MIGRATIONS:
        connection.execute(migration)
    return _schema_of(lambda sql: connection.execute(sql).fetchall())

"""The search index: what of an entry can be found, put in, taken out, made anew, and checked."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from viewer.library import tokens
from viewer.library.entry import EntryKind, NameKind
from viewer.library.figure_rows import FIGURE_COLUMNS, figure_of
from viewer.library.library import Library
from viewer.library.passages import grouped
from viewer.library.schema import INDEX, INDEX_VERSION
from viewer.release.annotation import AnnotationKind
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.pinyin import spell
from viewer.release.release import Figure

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
ENTRIES_AT_A_TIME = 500
"""That are indexed in one transaction: about a fifth of a second, for which other writers wait."""

_PAUSE = 0.01  # seconds between, in which they take their turn
CATEGORY = "category"
"""The kind of the names of categories in the table of names."""


class Parts(NamedTuple):
    """What an entry is found by.

    Attributes:
        names: each with its kind.
        extra: figures, people with rank and unit, and what is known of a release.
        annotations: the kind of each with its passage, and with its note.
        category: the title of its section.
        years: that of the announcement, and those that the period names.
    """

    title: str
    text: str
    names: tuple[tuple[NameKind, str], ...]
    figures: tuple[Figure, ...]
    captions: tuple[str, ...]
    extra: tuple[str, ...]
    annotations: tuple[tuple[AnnotationKind, str], ...]
    category: str
    years: tuple[int, ...]


def load_tables() -> None:
    """Load what the first entry that is indexed needs, which takes long: not while others wait for the library."""
    spell("發")


def index_entries(library: Library, first: int, last: int) -> None:
    """Make the entries with keys from `first` to `last` findable, and the names in them known."""
    if (waiting := _next(library)) is not None and first > waiting:
        return  # they are come to with the others
    _index(library, first, last)


def _index(library: Library, first: int, last: int) -> None:
    found = read_parts(library, first, last)
    library.run_many(
        "INSERT OR REPLACE INTO entry_text (rowid, body, title, unit, place, system, person, caption)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(key, *columns_of(parts)) for key, parts in found.items()],
    )
    names = {name for parts in found.values() for name in (*parts.names, (CATEGORY, parts.category))}
    for kind, text in sorted(names - {(CATEGORY, "")}):
        if not library.rows("SELECT 1 FROM name WHERE kind = ? AND text = ?", (kind, text)):
            key = library.insert("INSERT INTO name (kind, text) VALUES (?, ?)", (kind, text))
            column = tokens.column(tokens.text_part(text), tokens.spelled_part(text), tokens.ANY_ENTRY)
            library.rows("INSERT INTO name_text (rowid, text) VALUES (?, ?)", (key, column))


def remove_entries(library: Library, release: int) -> None:
    """Take all entries of the release with this key out of the index, and the names that only it has."""
    library.rows("DELETE FROM entry_text WHERE rowid IN (SELECT entry FROM entry WHERE release = ?)", (release,))
    gone = library.rows(
        """
        SELECT name FROM name WHERE (kind, text) IN (
            SELECT mention.kind, mention.name FROM mention JOIN entry USING (entry) WHERE release = :release
        ) AND NOT EXISTS (
            SELECT 1 FROM mention JOIN entry USING (entry)
            WHERE mention.kind = name.kind AND mention.name = name.text AND release <> :release
        )
        UNION ALL
        SELECT name FROM name WHERE kind = :category AND text IN (
            SELECT title FROM entry WHERE release = :release AND entry.kind = :section
        ) AND NOT EXISTS (
            SELECT 1 FROM entry WHERE entry.kind = :section AND title = name.text AND release <> :release
        )
        """,
        {"release": release, "category": CATEGORY, "section": EntryKind.SECTION},
    )
    library.run_many("DELETE FROM name WHERE name = ?", gone)
    library.run_many("DELETE FROM name_text WHERE rowid = ?", gone)


def read_parts(library: Library, first: int, last: int) -> dict[int, Parts]:
    """What each of the entries with keys from `first` to `last` is found by, by key."""
    between = (first, last)
    names = grouped(library.rows(_NAMES, between))
    figures = grouped(library.rows(_FIGURES, between))
    captions = grouped(library.rows(_CAPTIONS, between))
    annotations = grouped(library.rows(_ANNOTATIONS, between))
    found: dict[int, Parts] = {}
    for key, kind, title, text, category, date, period, *release in library.rows(_ENTRIES, between):
        quoted = tuple(map(figure_of, figures[key]))
        extra = [f"{figure.label} {figure.quoted}" for figure in quoted]
        extra += [f"{unit}{rank}{name}" for kind, name, rank, unit in names[key] if kind == NameKind.PERSON]
        extra += release if kind == EntryKind.RELEASE else ()
        named = tuple((NameKind(kind), name) for kind, name, _, _ in names[key])
        shown = tuple(caption for (caption,) in captions[key])
        put = tuple((AnnotationKind(kind), text) for kind, *texts in annotations[key] for text in texts)
        years = tuple(dict.fromkeys(map(int, (date[:4], *_YEAR.findall(period)))))
        found[key] = Parts(title, text, named, quoted, shown, tuple(filter(None, extra)), put, category or "", years)
    return found


_ENTRIES = """
    SELECT e.entry, e.kind, e.title, e.text, section.title,
        date, period, issuer, publisher, occasion, date_written, credit
    FROM entry e JOIN release USING (release)
    LEFT JOIN entry section ON section.entry = CASE e.kind WHEN 'section' THEN e.entry WHEN 'item' THEN e.parent END
    WHERE e.entry BETWEEN ? AND ?
"""
_NAMES = "SELECT entry, kind, name, rank, unit FROM mention WHERE entry BETWEEN ? AND ? ORDER BY entry, kind, position"
_FIGURES = f"""
    SELECT entry, {FIGURE_COLUMNS} FROM figure WHERE entry BETWEEN ? AND ? ORDER BY entry, position
"""
_CAPTIONS = "SELECT entry, text FROM caption WHERE entry BETWEEN ? AND ? ORDER BY entry, position"
_ANNOTATIONS = """
    SELECT entry, a.kind, quote, note FROM entry JOIN annotation a ON a.entry_id = entry.id
    WHERE entry BETWEEN ? AND ? AND NOT lost ORDER BY entry, annotation
"""


def columns_of(parts: Parts) -> tuple[str, ...]:
    """The columns of the index, in order."""
    body = [tokens.text_part(text) for text in (parts.text, *parts.extra)]
    body.append(tokens.numbers_part("\n".join((parts.text, *parts.captions, *parts.extra))))
    body += [
        tokens.figure_part(Decimal(str(value)), figure.unit) for figure in parts.figures for value in figure.values
    ]
    body += [tokens.annotation_part(kind, text) for kind, text in parts.annotations]
    body += [tokens.name_part(parts.category, None), tokens.entry_part(parts.years)]
    title = [tokens.text_part(parts.title), tokens.numbers_part(parts.title), tokens.spelled_part(parts.title)]
    by_kind = [[_name_column(kind, name) for kind_, name in parts.names if kind_ is kind] for kind in NameKind]
    captions = [part for text in parts.captions for part in (tokens.text_part(text), tokens.spelled_part(text))]
    return tuple(tokens.column(*column) for column in (body, title, *by_kind, captions))


@lru_cache(maxsize=2_000)
def _name_column(kind: NameKind, name: str) -> str:
    return tokens.column(tokens.text_part(name), tokens.name_part(name, kind), tokens.spelled_part(name))


class Progress(NamedTuple):
    """How many of the entries have been indexed."""

    done: int
    total: int


def is_indexed(library: Library) -> bool:
    """Whether the index is there, of this version, and has every entry."""
    return _next(library) is None


def begin_index(library: Library, *, anew: bool = False) -> None:
    """Make an empty index where there is none, or one of another version; everything then waits to be indexed."""
    if not anew and _next(library) != 0:
        return
    with library.transaction():
        if not anew and _next(library) != 0:
            return  # another process has begun it while this one waited for the lock
        library.rows(INDEX)
        library.rows("INSERT INTO indexing VALUES (?, 0)", (INDEX_VERSION,))


def rebuild_index(library: Library, *, anew: bool = False) -> Iterator[Progress]:
    """Index what is not indexed yet, a little at a time: between two steps others may read and write.

    It begins from nothing where the index is missing or of another version, or `anew`; otherwise where it stopped.
    """
    begin_index(library, anew=anew)
    (total,) = library.rows("SELECT count(*) FROM entry")[0]
    while (start := _next(library)) is not None:
        (done,) = library.rows("SELECT count(*) FROM entry WHERE entry < ?", (start,))[0]
        yield Progress(done, total)
        _index_more(library)
        time.sleep(_PAUSE)
    yield Progress(total, total)


def _index_more(library: Library) -> None:
    """Index a few of the entries that wait; another process may have gone on, or begun anew, at any time before."""
    load_tables()
    with library.transaction():
        if (start := _next(library)) is None:
            return
        keys = library.rows(
            "SELECT entry FROM entry WHERE entry >= ? ORDER BY entry LIMIT ?", (start, ENTRIES_AT_A_TIME)
        )
        if keys:
            _index(library, start, keys[-1][0])
        library.rows("UPDATE indexing SET next = ?", (keys[-1][0] + 1 if keys else None,))


def check_index(library: Library) -> list[str]:
    """What is wrong with the index, one line each; empty if nothing."""
    if not is_indexed(library):
        return ["the index is missing, not complete or of another version"]
    found = []
    for table, indexed in (("entry", "entry_text"), ("name", "name_text")):
        if not _is_whole(library, indexed):
            found.append(f"the content of {indexed} is damaged")
            continue
        lost, left = library.rows(
            f"""
            SELECT (SELECT count(*) FROM {table} WHERE {table} NOT IN (SELECT id FROM {indexed}_docsize)),
                (SELECT count(*) FROM {indexed}_docsize WHERE id NOT IN (SELECT {table} FROM {table}))
            """
        )[0]
        found += [f"{lost} of table {table} not in the index"] if lost else []
        found += [f"{left} in the index not in table {table}"] if left else []
    return found


def _is_whole(library: Library, indexed: str) -> bool:
    """Whether FTS5 finds its own content as it should be, where it can be asked."""
    if library.read_only:  # the check is written as a change, and is none
        return True
    try:
        library.rows(f"INSERT INTO {indexed} ({indexed}) VALUES ('integrity-check')")
    except ReleaseViewerError as error:
        if error.problem is not Problem.INDEX_DAMAGED:
            raise
        return False
    return True


def _next(library: Library) -> int | None:
    """The first key that waits to be indexed; None if there is none, 0 if all must be indexed anew."""
    tables = library.rows(
        "SELECT count(*) FROM sqlite_schema WHERE name IN ('entry_text', 'name', 'name_text', 'indexing')"
    )
    if tables != [(4,)]:
        return 0
    rows: list[Any] = library.rows("SELECT version, next FROM indexing")
    return rows[0][1] if rows and rows[0][0] == INDEX_VERSION else 0

"""Entries of a library as they are taken along, many at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from viewer.library.annotations import read_annotations
from viewer.library.entry import EntryKind
from viewer.library.library import Library
from viewer.library.pages import read_facts
from viewer.library.passages import ENTRY_COLUMNS, part_of, read_passages
from viewer.release.extract import Extract

_AT_A_TIME = 200


def read_extracts(library: Library, keys: Sequence[int]) -> Iterator[Extract]:
    """The entries with these keys, read a few at a time; what has been removed meanwhile is passed over."""
    for start in range(0, len(keys), _AT_A_TIME):
        with library.snapshot():
            extracts = _read(library, keys[start : start + _AT_A_TIME])
        yield from extracts


def _read(library: Library, keys: Sequence[int]) -> list[Extract]:
    rows = library.rows(_ENTRIES.format(", ".join("?" * len(keys))), keys)
    passages = read_passages(library, [row[2] for row in rows])
    annotations = read_annotations(library, [row[3] for row in rows])
    extracts = []
    for release_key, of_release in groupby(rows, key=lambda row: row[0]):
        release = read_facts(library, release_key)
        for _, section, *row in of_release:
            is_release = row[2] == EntryKind.RELEASE
            extract = Extract(
                id=row[1],
                entry=release if is_release else part_of(tuple(row), passages[row[0]]),
                release=release,
                section=section or "",
                annotations=annotations[row[1]],
            )
            extracts.append(extract)
    return extracts


_ENTRIES = f"""
    SELECT e.release, (SELECT title FROM entry s WHERE s.entry = e.parent AND e.kind = 'item'), {ENTRY_COLUMNS}
    FROM entry e WHERE entry IN ({{}}) ORDER BY entry
"""

"""Taking a release out of a library in such a way that it can be put back as if it had never been out."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.library.annotations import annotations_of, write_annotation
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.releases import (
    first_free_entry,
    has_release,
    insert_release,
    put_release,
    release_key,
    remove_release,
)
from viewer.release.annotation import Annotation
from viewer.release.release import Release


@dataclass(frozen=True)
class Removed:
    """A release that has been taken out.

    Attributes:
        key, first_entry: its key and that of its first entry, which tell its place among the releases of its day.
        annotations: what the reader had put to it.
    """

    release: Release
    key: int
    first_entry: int
    annotations: tuple[Annotation, ...]


def take_out(library: Library, release_id: str) -> Removed:
    """Remove a release as `remove_release` does; gives what `put_back` takes.

    Raises ReleaseViewerError if there is none.
    """
    with library.transaction():
        key = release_key(library, release_id)
        (first,) = library.rows("SELECT entry FROM entry WHERE id = ?", (release_id,))[0]
        removed = Removed(read_release(library, release_id), key, first, annotations_of(library, release_id))
        remove_release(library, release_id)
    return removed


def put_back(library: Library, removed: Removed) -> None:
    """Let all be as it was before a release was taken out: its facts, its document, its place, what was put to it.

    It takes the place of a release of its id that has come meanwhile. Where another has come to its place among the
    releases of its day, it stands behind that.
    """
    from viewer.library.index import index_entries, load_tables

    load_tables()
    release = removed.release
    with library.transaction():
        if has_release(library, release.id):
            put_release(library, release)
            return
        key = None if library.rows("SELECT 1 FROM release WHERE release = ?", (removed.key,)) else removed.key
        entries = insert_release(library, release, key, _first_entry(library, removed))
        for annotation in removed.annotations:
            write_annotation(library, annotation)
        index_entries(library, entries[0], entries[-1])


def _first_entry(library: Library, removed: Removed) -> int:
    last = removed.first_entry + sum(1 for _ in removed.release.entries()) - 1
    taken = library.rows("SELECT 1 FROM entry WHERE entry BETWEEN ? AND ? LIMIT 1", (removed.first_entry, last))
    return first_free_entry(library, removed.release.date) if taken else removed.first_entry

"""What a reader has put to the entries of a library."""

from __future__ import annotations

import dataclasses
import datetime
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence

from viewer.library.library import Library, Row
from viewer.release.anchoring import Anchor
from viewer.release.annotation import Annotation, AnnotationKind

_COLUMNS = "annotation, entry_id, title, kind, quote, before, after, note, made, lost"


def put_annotations(library: Library, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Add annotations, or put them in place of those with their keys; gives them with their keys."""
    with library.transaction():
        put = tuple(write_annotation(library, part) for part in annotations)
        _index_again(library, (part.entry_id for part in put))
    return put


def remove_annotations(library: Library, annotations: Iterable[Annotation]) -> None:
    """Remove annotations; one that is not there any more is passed over."""
    with library.transaction():
        gone = tuple(annotations)
        library.run_many("DELETE FROM annotation WHERE annotation = ?", [(part.key,) for part in gone])
        _index_again(library, (part.entry_id for part in gone))


def exchange_annotations(
    library: Library, gone: Sequence[Annotation], come: Iterable[Annotation]
) -> tuple[Annotation, ...]:
    """Put annotations in place of others; gives them with their keys.

    A note that another window has changed meanwhile stays, and what was to take its place stands beside it.
    """
    with library.transaction():
        now = {part.key: annotation_of_key(library, part.key) for part in gone}
        changed = {part.key for part in gone if (other := now[part.key]) and other.note != part.note}
        remove_annotations(library, [part for part in gone if part.key not in changed])
        return put_annotations(
            library, [dataclasses.replace(part, key=0) if part.key in changed else part for part in come]
        )


def annotations_of(library: Library, release_id: str) -> tuple[Annotation, ...]:
    """Everything that was put to a release and its parts, lost or not."""
    return _read(library, "release_id = ?", (release_id,))


def read_annotations(library: Library, entry_ids: Sequence[str]) -> dict[str, tuple[Annotation, ...]]:
    """What was put to each of the entries and is not lost, in the order in which it was made."""
    found: defaultdict[str, tuple[Annotation, ...]] = defaultdict(tuple)
    within = ", ".join("?" * len(entry_ids))
    for part in _read(library, f"entry_id IN ({within}) AND NOT lost", entry_ids):
        found[part.entry_id] += (part,)
    return found


def read_passages_of(library: Library, release_id: str) -> tuple[Annotation, ...]:
    """Everything about passages that was put to a release or a part of it and is not lost."""
    return _read(library, "release_id = ? AND quote <> '' AND NOT lost", (release_id,))


def annotation_of_key(library: Library, key: int) -> Annotation | None:
    """The annotation with this key; None where it has been removed."""
    return next(iter(_read(library, "annotation = ?", (key,))), None)


def lost_annotations(library: Library) -> tuple[Annotation, ...]:
    """What has lost its entry or its passage."""
    return _read(library, "lost", ())


def marked_annotations(library: Library, kind: AnnotationKind) -> tuple[Annotation, ...]:
    """All of one kind that are not lost."""
    return _read(library, "kind = ? AND NOT lost", (kind,))


def write_annotation(library: Library, part: Annotation) -> Annotation:
    """Write an annotation, which does not make it findable; gives it with its key."""
    anchor = part.anchor or Anchor("", "", "")
    key = library.insert(
        f"INSERT OR REPLACE INTO annotation (release_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            part.entry_id.partition("/")[0],
            part.key or _new_key(library),
            part.entry_id,
            part.title,
            part.kind,
            *anchor,
            part.note,
            part.made.isoformat(),
            part.lost,
        ),
    )
    return dataclasses.replace(part, key=key)


def _new_key(library: Library) -> int:
    """A key above all others, which none that was removed has had: a window may still know that one by its key."""
    (last,) = library.rows("SELECT coalesce(max(annotation), 0) FROM annotation")[0]
    return max(int(last) + 1, time.time_ns() // 1000)


def _index_again(library: Library, entry_ids: Iterable[str]) -> None:
    from viewer.library.index import index_entries  # who only reads does without

    for id_ in dict.fromkeys(entry_ids):
        for (key,) in library.rows("SELECT entry FROM entry WHERE id = ?", (id_,)):
            index_entries(library, key, key)


def _read(library: Library, where: str, bindings: Sequence[str | int]) -> tuple[Annotation, ...]:
    rows = library.rows(f"SELECT {_COLUMNS} FROM annotation WHERE {where} ORDER BY annotation", bindings)
    return tuple(map(_annotation, rows))


def _annotation(row: Row) -> Annotation:
    key, entry_id, title, kind, quote, before, after, note, made, lost = row
    return Annotation(
        key=key,
        entry_id=entry_id,
        title=title,
        kind=AnnotationKind(kind),
        anchor=Anchor(quote, before, after) if quote else None,
        note=note,
        made=datetime.date.fromisoformat(made),
        lost=bool(lost),
    )

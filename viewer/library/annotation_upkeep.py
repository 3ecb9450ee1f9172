"""What a reader has put to a release, found again when its document has changed."""

from __future__ import annotations

import dataclasses

from viewer.library.annotations import annotations_of, write_annotation
from viewer.library.library import Library
from viewer.release.annotation import Annotation, texts_of
from viewer.release.folding import fold
from viewer.release.reanchoring import find_again
from viewer.release.release import Entry, Release


def keep_annotations(library: Library, release: Release) -> None:
    """Let what was put to a release and its parts stand at its text as it is now.

    An entry is found by its id or else by its title, a passage by its text; what is not found is kept aside as lost.
    """
    annotations = annotations_of(library, release.id)
    if not annotations:
        return
    paragraphs = dict(enumerate(release.source.paragraphs if release.source else (), 1))
    entries = {f"{release.id}/{part.id}": part for part in _parts(release)} | {release.id: release}
    texts = {id_: texts_of(entry, paragraphs) for id_, entry in entries.items()}
    for annotation in annotations:
        found = _find(annotation, entries, texts)
        if found != annotation:
            write_annotation(library, found)


def set_aside(library: Library, release_id: str) -> None:
    """Keep what was put to a release and its parts as lost: the release is taken out."""
    library.rows("UPDATE annotation SET lost = 1 WHERE release_id = ?", (release_id,))


def _parts(release: Release) -> list[Entry]:
    """Sections and items, these first: a passage that stands in both belongs to the item."""
    return [*(item for section in release.sections for item in section.items), *release.sections]


def _find(annotation: Annotation, entries: dict[str, Entry], texts: dict[str, list[str]]) -> Annotation:
    """An annotation as it is to be after the texts have become `texts`, by ids of entries."""
    if annotation.anchor is None:
        id_ = annotation.entry_id
        if id_ not in entries:
            title = fold(annotation.title)
            id_ = next((other for other, entry in entries.items() if fold(entry.title) == title), id_)
        return dataclasses.replace(annotation, entry_id=id_, lost=id_ not in entries)
    own = texts.get(annotation.entry_id, [])
    lines = [(annotation.entry_id, text) for text in own]
    lines += [(id_, text) for id_, several in texts.items() if id_ != annotation.entry_id for text in several]
    found = find_again(annotation.anchor, [text for _, text in lines])
    if found is None:
        return dataclasses.replace(annotation, lost=True)
    id_ = lines[found.number][0]
    return dataclasses.replace(annotation, entry_id=id_, title=entries[id_].title, anchor=found.anchor, lost=False)

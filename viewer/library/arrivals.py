"""Taking a release into a library: new, in place of an older one, beside its summary, or not at all."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import NamedTuple

from viewer.library.annotation_upkeep import keep_annotations
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.releases import has_release, insert_paragraphs, put_release, release_key
from viewer.release.errors import QT_TRANSLATE_NOOP, ReleaseViewerError, Translate
from viewer.release.folding import fold_width_and_case
from viewer.release.release import Release

_SAME_SHARE = 0.5  # of paragraphs, from which two texts with one title are versions of one document


class Outcome(StrEnum):
    """What became of a release."""

    ADDED = "added"
    REPLACED = "replaced"
    ATTACHED = "attached"
    IDENTICAL = "identical"


class Arrival(NamedTuple):
    """The id under which a release is in the library now, and what became of it."""

    id: str
    outcome: Outcome


class Imported(NamedTuple):
    """What became of a document: either it arrived, or something is wrong with it. A pasted text has no path."""

    path: Path | None
    arrival: Arrival | None = None
    error: ReleaseViewerError | None = None


class Step(NamedTuple):
    """One document of several has been imported."""

    done: int
    total: int
    imported: Imported


OUTCOMES = {
    Outcome.ADDED: QT_TRANSLATE_NOOP("Import", "Added"),
    Outcome.REPLACED: QT_TRANSLATE_NOOP("Import", "Replaced"),
    Outcome.ATTACHED: QT_TRANSLATE_NOOP("Import", "Attached as the original"),
    Outcome.IDENTICAL: QT_TRANSLATE_NOOP("Import", "Already there"),
}
"""What can become of a document, in English."""


def import_summary(imported: Iterable[Imported], translate: Translate) -> str:
    """How many documents were added, replaced and so on, and how many failed, in one line."""
    counts = Counter(part.arrival.outcome if part.arrival else None for part in imported)
    texts = [*OUTCOMES.items(), (None, QT_TRANSLATE_NOOP("Import", "Failed"))]
    return ", ".join(f"{translate('Import', text)} {counts[key]}" for key, text in texts if counts[key])


def take_in(library: Library, release: Release) -> Arrival:
    """Take `release` into the library.

    A document that is the source of a release in our own words is attached to it. One that is there already
    changes nothing. A new version of one takes its place; any other release of its id gets a number.
    """
    from viewer.library.index import load_tables  # who only asks what has become of documents does without

    load_tables()
    with library.transaction():
        if release.form == "restated":
            return _put(library, release)
        source = release.source
        fingerprint = source.fingerprint if source else ""
        same = library.rows("SELECT id, form FROM release WHERE fingerprint = ? ORDER BY form", (fingerprint,))
        for id_, form in same:
            if form == "restated":
                return _attach(library, id_, release)
            return Arrival(id_, Outcome.IDENTICAL)
        return _put(library, dataclasses.replace(release, id=_free_id(library, release)))


def is_known(library: Library, release: Release) -> bool:
    """Whether the document of `release` is that of a release in the library, or it is one in our own words."""
    if release.form == "restated" or release.source is None:
        return True
    return bool(library.rows("SELECT 1 FROM release WHERE fingerprint = ?", (release.source.fingerprint,)))


def _put(library: Library, release: Release) -> Arrival:
    outcome = Outcome.ADDED
    if has_release(library, release.id):
        existing = read_release(library, release.id)
        release = _with_document_of(existing, release)
        if existing == release:
            return Arrival(release.id, Outcome.IDENTICAL)
        outcome = Outcome.REPLACED
    put_release(library, release)
    return Arrival(release.id, outcome)


def _with_document_of(existing: Release, release: Release) -> Release:
    """`release` with the document that was attached to the one that it replaces, if it is of the same document."""
    old, new = existing.source, release.source
    if old and new and old.fingerprint == new.fingerprint and old.paragraphs and not new.paragraphs:
        return dataclasses.replace(release, source=old)
    return release


def _attach(library: Library, id_: str, release: Release) -> Arrival:
    """Put the document beside the release that was written after it."""
    key = release_key(library, id_)
    if library.rows("SELECT 1 FROM source_paragraph WHERE release = ? LIMIT 1", (key,)) or release.source is None:
        return Arrival(id_, Outcome.IDENTICAL)
    insert_paragraphs(library, key, release.source.paragraphs)
    keep_annotations(library, read_release(library, id_))
    return Arrival(id_, Outcome.ATTACHED)


def _free_id(library: Library, release: Release) -> str:
    """The id of the version of this document that is there, or else the first one like its own that is free."""
    ids = (release.id if number == 1 else f"{release.id}-{number}" for number in count(1))
    return next(id_ for id_ in ids if not has_release(library, id_) or _is_version(release, read_release(library, id_)))


def _is_version(release: Release, other: Release) -> bool:
    """Whether most paragraphs of the shorter of two documents are in the other."""
    texts, others = _texts(release), _texts(other)
    return len(texts & others) >= _SAME_SHARE * min(len(texts), len(others))


def _texts(release: Release) -> set[str]:
    return {fold_width_and_case(part.text) for part in release.source.paragraphs} if release.source else set()

"""Reading releases back from a library: whole, or an entry at a time."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, cast

from viewer.library.annotations import read_annotations, read_passages_of
from viewer.library.documents import StoredFigures, StoredParagraphs, read_paragraphs
from viewer.library.entry import Crumb, EntryKind, Page, ReleaseNotice
from viewer.library.library import Library
from viewer.library.passages import ENTRY_COLUMNS, grouped, part_of, read_passages, split_paragraphs
from viewer.library.related import related_entries
from viewer.library.releases import join_paragraphs, release_ids, release_key
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Clause, Entry, Figure, Inference, Item, Notice, Release, Section
from viewer.release.source import Paragraph, Role, Source


def read_release(library: Library, release_id: str) -> Release:
    """The whole release. Raises ReleaseViewerError if there is none."""
    with library.snapshot():
        key = release_key(library, release_id)
        return read_facts(library, key, _read_sections(library, key), tuple(read_paragraphs(library, key).values()))


def read_page(library: Library, page_id: str) -> Page:
    """One entry with all that is shown of it. Raises ReleaseViewerError if there is none."""
    with library.snapshot():
        return _read_page(library, page_id)


def _read_page(library: Library, page_id: str) -> Page:
    rows = library.rows(f"SELECT release, parent, {ENTRY_COLUMNS} FROM entry WHERE id = ?", (page_id,))
    if not rows:
        raise ReleaseViewerError(Problem.NO_SUCH_ENTRY, id=page_id)
    release_key_, parent, *row = rows[0]
    key, kind = row[0], row[2]
    path: list[Crumb] = []
    while parent is not None:
        # what is above comes before, also in a damaged library, or this would not end
        above = "SELECT id, title, iif(parent < entry, parent, NULL) FROM entry WHERE entry = ?"
        id_, title, parent = library.rows(above, (parent,))[0]
        path.insert(0, Crumb(id_, title))
    children = library.rows("SELECT id, title FROM entry WHERE parent = ? ORDER BY entry", (key,))
    release = read_facts(library, release_key_)
    entry: Entry = release
    if kind != EntryKind.RELEASE:
        entry = part_of(tuple(row), read_passages(library, [key])[key])
    paragraphs, figures = _document_of(library, release_key_, entry)
    return Page(
        page_id,
        entry,
        tuple(path),
        tuple(Crumb(*child) for child in children),
        release,
        paragraphs,
        figures,
        read_annotations(library, [page_id])[page_id],
        read_passages_of(library, release.id),
        related_entries(library, page_id) if kind == EntryKind.ITEM else (),
    )


def _document_of(
    library: Library, release: int, entry: Entry
) -> tuple[Mapping[int, Paragraph], Mapping[int, Sequence[Figure]]]:
    """The paragraphs of the document that an entry is shown with, and the figures that each of them states."""
    if isinstance(entry, Release):
        return StoredParagraphs(library, release), StoredFigures(library, release)
    numbers = (*entry.paragraphs, *(part.paragraph for part in entry.captions))
    figures: dict[int, list[Figure]] = {}
    for figure in entry.figures:
        figures.setdefault(figure.paragraph, []).append(figure)
    return read_paragraphs(library, release, f"number IN ({join_paragraphs(numbers).replace(' ', ', ')})"), figures


def read_notices(library: Library) -> list[ReleaseNotice]:
    """The notice of every release, newest first."""
    with library.snapshot():
        keys = [release_key(library, release_id) for release_id in release_ids(library)]
        return [ReleaseNotice(read_facts(library, key), _read_original_notice(library, key)) for key in keys]


def _read_sections(library: Library, release: int) -> tuple[Section, ...]:
    """The sections of a release with their items."""
    rows = library.rows(
        f"SELECT parent, {ENTRY_COLUMNS} FROM entry WHERE release = ? AND parent IS NOT NULL ORDER BY entry", (release,)
    )
    passages = read_passages(library, [row[1] for row in rows])
    items = {
        parent: tuple(cast("Item", part_of(row, passages[row[0]])) for row in parts if row[2] == EntryKind.ITEM)
        for parent, parts in grouped(rows).items()
    }
    sections = (row for _, *row in rows if row[2] == EntryKind.SECTION)
    return tuple(cast("Section", part_of(tuple(row), passages[row[0]], items.get(row[0], ()))) for row in sections)


def read_facts(
    library: Library, key: int, sections: tuple[Section, ...] = (), paragraphs: tuple[Paragraph, ...] = ()
) -> Release:
    """The release with this key; without its sections and its document, unless they are given."""
    id_, issuer, publisher, occasion, date, date_written, period, credit, address, *others = library.rows(
        """
        SELECT id, issuer, publisher, occasion, date, date_written, period, credit, address,
               form, notice_holder, notice_form, paragraph_count, fingerprint
        FROM release WHERE release = ?
        """,
        (key,),
    )[0]
    form, notice_holder, notice_form, paragraph_count, fingerprint = others
    root, title, overview, places = library.rows(
        "SELECT entry, title, text, paragraphs FROM entry WHERE release = ? AND parent IS NULL", (key,)
    )[0]
    return Release(
        id=id_,
        title=title,
        issuer=issuer,
        publisher=publisher,
        occasion=occasion,
        date=datetime.date.fromisoformat(date),
        date_written=date_written,
        period=period,
        credit=credit,
        address=address,
        overview=overview,
        inferred=_read_inferred(library, key),
        sections=sections,
        form=form,
        notice=_read_notice(library, key, notice_holder, notice_form),
        source=_source(paragraph_count, fingerprint, paragraphs),
        paragraphs=split_paragraphs(places),
        **read_passages(library, [root])[root],
    )


def _read_inferred(library: Library, key: int) -> tuple[Inference, ...]:
    rows = library.rows("SELECT field, reason FROM inference WHERE release = ? ORDER BY position", (key,))
    return tuple(Inference(field=field, reason=reason) for field, reason in rows)


def _source(paragraph_count: int, fingerprint: str | None, paragraphs: tuple[Paragraph, ...]) -> Source | None:
    if not fingerprint:
        return None
    return Source(paragraph_count=paragraph_count, fingerprint=fingerprint, paragraphs=paragraphs)


def _read_notice(library: Library, key: int, holder: str | None, form: Any) -> Notice | None:
    if holder is None:
        return None
    clauses = library.rows("SELECT number, text, paragraphs FROM clause WHERE release = ? ORDER BY position", (key,))
    return Notice(
        holder=holder,
        form=form,
        clauses=tuple(
            Clause(number=number, text=text, paragraphs=split_paragraphs(paragraphs))
            for number, text, paragraphs in clauses
        ),
    )


def _read_original_notice(library: Library, key: int) -> tuple[str, ...]:
    rows = library.rows(
        "SELECT text FROM source_paragraph WHERE release = ? AND role = ? ORDER BY number", (key, Role.NOTICE)
    )
    return tuple(text for (text,) in rows)

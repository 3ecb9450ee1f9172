"""Putting whole releases into a library and taking them out."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from viewer.library.entry import EntryKind, NameKind
from viewer.library.figure_rows import FIGURE_COLUMNS, row_of
from viewer.library.library import Library
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Entry, Item, Mention, Passage, Release, Section, entry_body
from viewer.release.source import Paragraph

_LONGEST_PERIOD = 12
_KINDS = {Release: EntryKind.RELEASE, Section: EntryKind.SECTION, Item: EntryKind.ITEM}


def put_release(library: Library, release: Release) -> None:
    """Add `release`, in place of the one with its id if there is one; all of it or nothing."""
    from viewer.library.annotation_upkeep import keep_annotations
    from viewer.library.index import index_entries, load_tables  # who only reads does without

    load_tables()
    with library.transaction():
        for (key,) in library.rows("SELECT release FROM release WHERE id = ?", (release.id,)):
            _delete(library, key)
        entries = insert_release(library, release, None, first_free_entry(library, release.date))
        keep_annotations(library, release)
        index_entries(library, entries[0], entries[-1])


def put_first_release(library: Library, release: Release) -> None:
    """Add `release` to a new library; it waits to be indexed, for which much has to be loaded."""
    with library.transaction():
        insert_release(library, release, None, first_free_entry(library, release.date))
        library.rows("UPDATE indexing SET next = 0")


def insert_release(library: Library, release: Release, key: int | None, first: int) -> range:
    """Write what a release states under a key of its own, or the next one, and its entries under keys from `first` on.

    Gives the keys of the entries, which are not findable yet.
    """
    key = _insert_facts(library, release, key)
    placed = _place_entries(release, first)
    items = _count_items(placed)
    for part in placed:
        _insert_entry(library, key, release.id, part, items[part.key])
    return range(first, first + len(placed))


def remove_release(library: Library, release_id: str) -> None:
    """Remove a release with all that belongs to it. Raises ReleaseViewerError if there is none.

    What a reader put to it is kept aside, and comes back with it.
    """
    from viewer.library.annotation_upkeep import set_aside

    with library.transaction():
        _delete(library, release_key(library, release_id))
        set_aside(library, release_id)


def release_ids(library: Library) -> list[str]:
    """The ids of all releases, newest first."""
    return [id_ for (id_,) in library.rows("SELECT id FROM release ORDER BY date DESC, release DESC")]


class ReleaseHead(NamedTuple):
    """What tells releases from each other."""

    id: str
    title: str
    issuer: str
    date: datetime.date
    period: str


def release_heads(library: Library) -> list[ReleaseHead]:
    """The heads of all releases, newest first."""
    rows = library.rows(
        """
        SELECT id, title, issuer, date, period FROM release JOIN entry USING (id)
        ORDER BY date DESC, release.release DESC
        """
    )
    return [
        ReleaseHead(id_, title, issuer, datetime.date.fromisoformat(date), period)
        for id_, title, issuer, date, period in rows
    ]


def column_heads(releases: Iterable[ReleaseHead]) -> tuple[str, ...]:
    """What releases are called where there is little room: their periods; the day where one is long, or of several."""
    releases = tuple(releases)
    periods = [release.period for release in releases]
    return tuple(
        release.period
        if 0 < len(release.period) <= _LONGEST_PERIOD and periods.count(release.period) == 1
        else release.date.isoformat()
        for release in releases
    )


def has_release(library: Library, release_id: str) -> bool:
    """Whether there is a release of that id."""
    return bool(library.rows("SELECT 1 FROM release WHERE id = ?", (release_id,)))


def release_key(library: Library, release_id: str) -> int:
    """The key of a release in the tables. Raises ReleaseViewerError if there is none of that id."""
    rows = library.rows("SELECT release FROM release WHERE id = ?", (release_id,))
    if not rows:
        raise ReleaseViewerError(Problem.NO_SUCH_ENTRY, id=release_id)
    return int(rows[0][0])


def join_paragraphs(paragraphs: Iterable[int]) -> str:
    """Paragraph numbers as one column holds them."""
    return " ".join(map(str, paragraphs))


def first_free_entry(library: Library, date: datetime.date) -> int:
    """A key behind those of all other entries of the day, see `viewer.library.schema`."""
    first = (datetime.date.max.toordinal() - date.toordinal()) << 32
    (last,) = library.rows("SELECT max(entry) FROM entry WHERE entry >= ? AND entry < ?", (first, first + (1 << 32)))[0]
    return first + 1 if last is None else int(last) + 1


class _Placed(NamedTuple):
    """An entry, its key, and the key of what it stands in."""

    entry: Entry
    key: int
    parent: int | None


def _place_entries(release: Release, root: int) -> list[_Placed]:
    """The entries of a release with keys from `root` on, each section in the nearest before it of a lower level."""
    placed = [_Placed(release, root, None)]
    above = [(0, root)]
    for section in release.sections:
        while above[-1][0] >= section.level:
            above.pop()
        key = root + len(placed)
        placed.append(_Placed(section, key, above[-1][1]))
        placed += [_Placed(item, key + number, key) for number, item in enumerate(section.items, 1)]
        above.append((section.level, key))
    return placed


def _count_items(placed: list[_Placed]) -> Counter[int | None]:
    """How many items are in each entry, by its key; an item counts itself."""
    items: Counter[int | None] = Counter()
    for entry, key, parent in reversed(placed):
        items[key] += isinstance(entry, Item)
        items[parent] += items[key]
    return items


def _delete(library: Library, key: int) -> None:
    from viewer.library.index import remove_entries

    remove_entries(library, key)
    library.rows("DELETE FROM release WHERE release = ?", (key,))


_INSERT_RELEASE = """
    INSERT INTO release (
        release, id, issuer, publisher, occasion, date, date_written, period, credit, address,
        form, notice_holder, notice_form, paragraph_count, fingerprint
    ) VALUES (
        :release, :id, :issuer, :publisher, :occasion, :date, :date_written, :period, :credit, :address,
        :form, :notice_holder, :notice_form, :paragraph_count, :fingerprint
    )
"""

_INSERT_ENTRY = """
    INSERT INTO entry (entry, release, parent, paragraphs, items, id, kind, title, text, announced, level)
    VALUES (:entry, :release, :parent, :paragraphs, :items, :id, :kind, :title, :text, :announced, :level)
"""


def _insert_facts(library: Library, release: Release, key: int | None) -> int:
    """Insert what a release states as a whole; gives its key."""
    key = library.insert(_INSERT_RELEASE, {"release": key, **_facts_of(release)})
    library.run_many(
        "INSERT INTO inference VALUES (?, ?, ?, ?)",
        [(key, position, part.field, part.reason) for position, part in enumerate(release.inferred)],
    )
    clauses = release.notice.clauses if release.notice else ()
    library.run_many(
        "INSERT INTO clause VALUES (?, ?, ?, ?, ?)",
        [
            (key, position, clause.number, clause.text, join_paragraphs(clause.paragraphs))
            for position, clause in enumerate(clauses)
        ],
    )
    insert_paragraphs(library, key, release.source.paragraphs if release.source else ())
    return key


def _facts_of(release: Release) -> dict[str, object]:
    """What the table of releases holds of one, by its columns; what is shown of it is an entry."""
    notice, source = release.notice, release.source
    return {
        "id": release.id,
        "issuer": release.issuer,
        "publisher": release.publisher,
        "occasion": release.occasion,
        "date": release.date.isoformat(),
        "date_written": release.date_written,
        "period": release.period,
        "credit": release.credit,
        "address": release.address,
        "form": release.form,
        "notice_holder": notice.holder if notice else None,
        "notice_form": notice.form if notice else None,
        "paragraph_count": source.paragraph_count if source else None,
        "fingerprint": source.fingerprint if source else None,
    }


def insert_paragraphs(library: Library, key: int, paragraphs: Iterable[Paragraph]) -> None:
    """Put the paragraphs of its document to the release with this key."""
    library.run_many(
        "INSERT INTO source_paragraph VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                key,
                number,
                part.text,
                part.role,
                part.level,
                part.run_in,
                part.place.page,
                part.place.line,
                part.place.lines,
                part.place.element,
            )
            for number, part in enumerate(paragraphs, 1)
        ],
    )


def _insert_entry(library: Library, release_key_: int, release_id: str, placed: _Placed, items: int) -> None:
    """Insert one entry of a release with what it names."""
    entry, key, parent = placed
    section = entry if isinstance(entry, Section) else None
    row = {
        "entry": key,
        "release": release_key_,
        "parent": parent,
        "paragraphs": join_paragraphs(entry.paragraphs),
        "items": items,
        "id": release_id if parent is None else f"{release_id}/{entry.id}",
        "kind": _KINDS[type(entry)],
        "title": entry.title,
        "text": entry_body(entry),
        "announced": section.announced if section else None,
        "level": section.level if section else None,
    }
    library.insert(_INSERT_ENTRY, row)
    _insert_names(library, key, entry)
    library.run_many(
        f"INSERT INTO figure (entry, position, {FIGURE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(key, position, *row_of(figure)) for position, figure in enumerate(entry.figures)],
    )
    library.run_many(
        "INSERT INTO caption VALUES (?, ?, ?, ?)",
        [(key, position, caption.text, caption.paragraph) for position, caption in enumerate(entry.captions)],
    )


def _insert_names(library: Library, key: int, entry: Passage) -> None:
    mentions: dict[NameKind, tuple[Mention, ...]] = {
        NameKind.UNIT: entry.units,
        NameKind.PLACE: entry.places,
        NameKind.SYSTEM: entry.systems,
    }
    rows = [
        (key, kind, position, mention.name, "", "", mention.paragraph)
        for kind, named in mentions.items()
        for position, mention in enumerate(named)
    ]
    rows += [
        (key, NameKind.PERSON, position, person.name, person.rank, person.unit, person.paragraph)
        for position, person in enumerate(entry.people)
    ]
    library.run_many("INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

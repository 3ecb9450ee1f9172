"""What entries name and state, read for many entries at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from viewer.library.entry import EntryKind, NameKind
from viewer.library.figure_rows import FIGURE_COLUMNS, figure_of
from viewer.library.library import Library, Row
from viewer.release.release import Caption, Item, Mention, Person, Section

ENTRY_COLUMNS = "entry, id, kind, title, text, paragraphs, announced, level"
"""The columns of an entry, in the order in which `part_of` takes them."""

_AT_A_TIME = 500  # SQLite takes some thousands of bindings


def part_of(row: Row, passage: dict[str, Any], items: tuple[Item, ...] = ()) -> Section | Item:
    """The section or item in a row of `ENTRY_COLUMNS`, with what `read_passages` gives of it."""
    _key, id_, kind, title, text, paragraphs, announced, level = row
    fields: dict[str, Any] = {
        "id": id_.rpartition("/")[2],
        "title": title,
        "paragraphs": split_paragraphs(paragraphs),
        **passage,
    }
    if kind == EntryKind.ITEM:
        return Item(summary=text, **fields)
    return Section(lead=text, announced=announced, level=level, items=items, **fields)


def read_passages(library: Library, keys: Sequence[int]) -> dict[int, dict[str, Any]]:
    """For each of the entries the fields of a Passage by name, but for its paragraphs."""
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(keys), _AT_A_TIME):
        found |= _read_passages(library, keys[start : start + _AT_A_TIME])
    return found


def _read_passages(library: Library, keys: Sequence[int]) -> dict[int, dict[str, Any]]:
    def read(columns: str, table: str) -> defaultdict[int, list[Row]]:
        within = ", ".join("?" * len(keys))
        sql = f"SELECT entry, {columns} FROM {table} WHERE entry IN ({within}) ORDER BY entry, position"
        return grouped(library.rows(sql, keys))

    names = read("kind, name, rank, unit, paragraph", "mention")
    figures = read(FIGURE_COLUMNS, "figure")
    captions = read("text, paragraph", "caption")
    return {
        key: {
            **_names(names[key]),
            "figures": tuple(map(figure_of, figures[key])),
            "captions": tuple(Caption(text=text, paragraph=place) for text, place in captions[key]),
        }
        for key in keys
    }


def split_paragraphs(paragraphs: str) -> tuple[int, ...]:
    """Paragraph numbers as one column holds them."""
    return tuple(map(int, paragraphs.split()))


def _names(names: list[Row]) -> dict[str, Any]:
    def mentions(kind: NameKind) -> tuple[Mention, ...]:
        return tuple(Mention(name=name, paragraph=place) for kind_, name, _, _, place in names if kind_ == kind)

    return {
        "units": mentions(NameKind.UNIT),
        "places": mentions(NameKind.PLACE),
        "systems": mentions(NameKind.SYSTEM),
        "people": tuple(
            Person(name=name, rank=rank, unit=unit, paragraph=place)
            for kind, name, rank, unit, place in names
            if kind == NameKind.PERSON
        ),
    }


def grouped(rows: Iterable[Row]) -> defaultdict[int, list[Row]]:
    """The rows by their first column, without it."""
    grouped: defaultdict[int, list[Row]] = defaultdict(list)
    for key, *row in rows:
        grouped[key].append(tuple(row))
    return grouped

"""Entries as JSON, for programs."""

from __future__ import annotations

from typing import Any

from viewer.release.citation import source_line
from viewer.release.extract import Extract
from viewer.release.release import Entry, Item, Section

_INSIDE = ("sections", "items")


def entry_fields(id_: str, entry: Entry) -> dict[str, Any]:
    """The fields of an entry as the release format names them, without what stands in it, under its id in a library."""
    import msgspec  # loaded only where JSON of a release is read or written

    fields: dict[str, Any] = {**msgspec.to_builtins(entry), "id": id_}
    return {name: value for name, value in fields.items() if name not in _INSIDE}


def entry_object(extract: Extract) -> dict[str, Any]:
    """The fields of the entry, what it belongs to, what the reader put to it, and its source line."""
    entry, release = extract.entry, extract.release
    return {
        **entry_fields(extract.id, entry),
        "kind": "item" if isinstance(entry, Item) else "section" if isinstance(entry, Section) else "release",
        "release_title": release.title,
        "date": release.date.isoformat(),
        "section": extract.section,
        "annotations": [
            {"kind": part.kind, "quote": part.quote, "note": part.note, "made": part.made.isoformat()}
            for part in extract.annotations
        ],
        "source_line": source_line(release, entry.paragraphs),
    }

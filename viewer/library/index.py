"""The search index: what of an entry can be found, and how it is written into FTS5."""

from __future__ import annotations

from viewer.library.library import Library
from viewer.release.folding import fold
from viewer.release.release import Entry, Passage, Release, entry_body

_BETWEEN_PARTS = "\x01"
"""Stands between parts, so that no term is found across two of them."""


def index_entry(library: Library, key: int, entry: Entry) -> None:
    """Make the entry with this key findable."""
    body = (entry_body(entry), *extra_parts(entry))
    columns = (tokens(entry.title), tokens(_BETWEEN_PARTS.join(name_parts(entry))), tokens(_BETWEEN_PARTS.join(body)))
    library.rows("INSERT INTO entry_text (rowid, title, names, body) VALUES (?, ?, ?, ?)", (key, *columns))


def remove_from_index(library: Library, release: int) -> None:
    """Take all entries of the release with this key out of the index."""
    library.rows("DELETE FROM entry_text WHERE rowid IN (SELECT entry FROM entry WHERE release = ?)", (release,))


def name_parts(passage: Passage) -> list[str]:
    """The names that a passage is found by."""
    mentions = (*passage.units, *passage.places, *passage.systems)
    return [mention.name for mention in mentions] + [person.name for person in passage.people]


def extra_parts(passage: Passage) -> list[str]:
    """What else a passage is found by: figures, captions, ranks and units of people."""
    parts = [f"{figure.label} {figure.quoted}" for figure in passage.figures]
    parts += [caption.text for caption in passage.captions]
    parts += [f"{person.unit}{person.rank}{person.name}" for person in passage.people]
    if isinstance(passage, Release):
        parts += [passage.issuer, passage.publisher, passage.occasion, passage.date_written, passage.credit]
    return parts


def tokens(text: str) -> str:
    """The folded characters of `text` as tokens: 反诈 is `53cd 8bc8`."""
    return " ".join(f"{ord(character):x}" for character in fold(text))

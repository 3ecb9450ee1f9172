"""Making whole releases of the rows that were recovered, as far as they make sense, with gaps where any are lost."""

from __future__ import annotations

import datetime

from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.recovered_rows import drop_orphans
from viewer.library.releases import first_free_entry, remove_release
from viewer.library.soundness import IMPOSSIBLE, TABLES
from viewer.release.errors import ReleaseViewerError
from viewer.release.fingerprint import fingerprint

GAP = "…"
"""Stands where a text has been lost."""

_NEW_RELEASES = """
INSERT OR IGNORE INTO release (
    release, id, issuer, publisher, occasion, date, date_written, period, credit, form
)
SELECT
    release, substr(id, 1, instr(id || '/', '/') - 1), '', '', '', date(3652059 - (min(entry) >> 32) + 1721424.5),
    '', '', '', iif(release IN (SELECT release FROM source_paragraph), 'verbatim', 'restated')
FROM entry WHERE release NOT IN (SELECT release FROM release) GROUP BY release
RETURNING release
"""  # an entry's key tells the day, see `viewer.library.schema`

_WITHOUT_ENTRY = "SELECT release, id FROM release WHERE id NOT IN (SELECT id FROM entry WHERE kind = 'release')"

_NEW_SECTIONS = f"""
INSERT OR IGNORE INTO entry (entry, release, parent, id, kind, title, text, paragraphs, items, level)
SELECT DISTINCT
    lost.parent, lost.release, root.entry, root.id || '/part-' || (lost.parent & 0xffffffff), 'section',
    '{GAP}', '', '', 0, 1
FROM entry AS lost JOIN entry AS root ON root.release = lost.release AND root.kind = 'release'
WHERE lost.parent > root.entry AND lost.parent NOT IN (SELECT entry FROM entry)
RETURNING release
"""

_GAPS = (
    *(
        f"SELECT release FROM {table} JOIN entry USING (entry) GROUP BY entry HAVING count(*) <> max({order}) + 1"
        for table, order in (("figure", "figure.position"), ("caption", "caption.position"))
    ),
    """
    SELECT release FROM mention JOIN entry USING (entry) GROUP BY entry, mention.kind
    HAVING count(*) <> max(mention.position) + 1
    """,
    "SELECT release FROM clause GROUP BY release HAVING count(*) <> max(position) + 1",
    "SELECT release FROM inference GROUP BY release HAVING count(*) <> max(position) + 1",
    """
    SELECT release FROM entry WHERE kind = 'release' AND items <> (
        SELECT count(*) FROM entry AS item WHERE item.release = entry.release AND item.kind = 'item'
    )
    """,
)
"""The releases of which rows are missing between others."""

_ITEMS = """
WITH RECURSIVE above (item, entry) AS (
    SELECT entry, entry FROM entry WHERE kind = 'item'
    UNION SELECT item, parent FROM above JOIN entry USING (entry) WHERE parent IS NOT NULL
), counted AS (SELECT entry, count(*) AS items FROM above GROUP BY entry)
UPDATE entry SET items = ifnull((SELECT items FROM counted WHERE counted.entry = entry.entry), 0)
"""


def complete_releases(library: Library) -> set[str]:
    """Make whole what is in the tables; gives the ids of the releases that have gaps."""
    with library.transaction():
        for table, condition in IMPOSSIBLE:
            library.rows(f"DELETE FROM {table} WHERE {condition}")
        incomplete = {key for (key,) in library.rows(_NEW_RELEASES)}
        for sql in _GAPS:
            incomplete |= {key for (key,) in library.rows(sql)}
        for key, id_ in library.rows(_WITHOUT_ENTRY):
            _insert_root(library, key, id_)
            incomplete.add(key)
        incomplete |= {key for (key,) in library.rows(_NEW_SECTIONS)}
        drop_orphans(library.rows, TABLES)
        library.rows("DELETE FROM entry WHERE parent NOT IN (SELECT entry FROM entry)")
        drop_orphans(library.rows, TABLES)
        incomplete |= _fill_documents(library)
        library.rows(_ITEMS)
        library.rows("UPDATE annotation SET lost = 1 WHERE entry_id NOT IN (SELECT id FROM entry)")
        ids = {id_ for key, id_ in library.rows("SELECT release, id FROM release") if key in incomplete}
        return ids | _look_through(library)


def _insert_root(library: Library, key: int, id_: str) -> None:
    """Put back the entry of a release itself, before those that are left of it."""
    ((first,),) = library.rows("SELECT min(entry) FROM entry WHERE release = ?", (key,))
    if first is None:
        ((date,),) = library.rows("SELECT date FROM release WHERE release = ?", (key,))
        first = first_free_entry(library, datetime.date.fromisoformat(date)) + 1
    titles = library.rows("SELECT text FROM source_paragraph WHERE release = ? AND role = 'title' LIMIT 1", (key,))
    library.rows(
        """
        INSERT INTO entry (entry, release, id, kind, title, text, paragraphs, items)
        VALUES (?, ?, ?, 'release', ?, '', '', 0)
        """,
        (first - 1, key, id_, titles[0][0] if titles else id_),
    )


def _fill_documents(library: Library) -> set[int]:
    """Put a gap where a paragraph of a document is lost; gives the releases with such gaps.

    A document that is kept beside our own words for it is let go instead: it can be opened again.
    """
    incomplete = set()
    for key, form, count, last in library.rows(
        """
        SELECT release, form, paragraph_count, max(number) FROM source_paragraph JOIN release USING (release)
        GROUP BY release HAVING count(*) IS NOT paragraph_count OR max(number) IS NOT paragraph_count
        """
    ):
        incomplete.add(key)
        if form == "restated":
            library.rows("DELETE FROM source_paragraph WHERE release = ?", (key,))
            continue
        library.run_many(
            "INSERT OR IGNORE INTO source_paragraph VALUES (?, ?, ?, 'body', 0, 0, 0, 0, 1, '')",
            [(key, number, GAP) for number in range(1, max(count or 0, last) + 1)],
        )
        _identify(library, key)
    return incomplete


def _identify(library: Library, key: int) -> bool:
    """Whether the fingerprint was that of the document as it is; now it is, so that the whole one replaces it."""
    rows = library.rows("SELECT text FROM source_paragraph WHERE release = ? ORDER BY number", (key,))
    texts = [text for (text,) in rows]
    ((known,),) = library.rows("SELECT fingerprint FROM release WHERE release = ?", (key,))
    if not texts or known == fingerprint(texts):
        return True
    library.rows(
        "UPDATE release SET paragraph_count = ?, fingerprint = ? WHERE release = ?",
        (len(texts), fingerprint(texts), key),
    )
    return False


def _look_through(library: Library) -> set[str]:
    """Take out releases that still make no sense; gives those whose document is not what it was."""
    changed = set()
    for key, id_ in library.rows("SELECT release, id FROM release"):
        try:
            form = read_release(library, id_).form
        except (ReleaseViewerError, ValueError, TypeError, IndexError):
            remove_release(library, id_)
            continue
        if form == "verbatim" and not _identify(library, key):
            changed.add(id_)
    return changed

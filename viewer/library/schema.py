"""The tables of a library, and how an older library becomes a current one.

An entry is whatever can be opened and found: a release, one of its sections, or an item. Keys of entries
ascend from the newest day to the oldest, and within a release as in its text: what is read in the order
of its keys comes newest first, and whoever has enough can stop.
"""

from __future__ import annotations

APPLICATION_ID = 0x52_56_4C_42
"""`RVLB` in the file's header: https://www.sqlite.org/fileformat2.html#application_id."""

_VERSION_1 = """
CREATE TABLE release (
    release INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    issuer TEXT NOT NULL,
    publisher TEXT NOT NULL,
    occasion TEXT NOT NULL,
    date TEXT NOT NULL,
    date_written TEXT NOT NULL,
    period TEXT NOT NULL,
    credit TEXT NOT NULL,
    notice_holder TEXT,
    notice_form TEXT,
    paragraph_count INTEGER,
    fingerprint TEXT
) STRICT;
CREATE INDEX release_by_date ON release (date DESC, release DESC);

CREATE TABLE inference (
    release INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (release, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE clause (
    release INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    paragraphs TEXT NOT NULL,
    PRIMARY KEY (release, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    entry INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
    parent INTEGER REFERENCES entry ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    paragraphs TEXT NOT NULL,
    announced INTEGER,
    items INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_by_parent ON entry (parent, position);
CREATE INDEX entry_by_release ON entry (release);

CREATE TABLE mention (
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    rank TEXT NOT NULL,
    unit TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    PRIMARY KEY (entry, kind, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_by_name ON mention (kind, name, entry);

CREATE TABLE figure (
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    written TEXT NOT NULL,
    value ANY NOT NULL,
    unit TEXT NOT NULL,
    qualifier TEXT NOT NULL,
    change TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_by_unit ON figure (unit, value DESC);

CREATE TABLE caption (
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE entry_text USING fts5 (
    title, names, body, content='', contentless_delete=1, tokenize='ascii'
);
"""

_VERSION_2 = """
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE renumbered AS
    SELECT
        entry AS old,
        (3652059 - CAST(julianday(date) - 1721424.5 AS INTEGER) << 32)
            + row_number() OVER (PARTITION BY date ORDER BY release, entry) AS new
    FROM entry JOIN release USING (release);
CREATE UNIQUE INDEX temp.renumbered_by_old ON renumbered (old);
UPDATE mention SET entry = (SELECT new FROM renumbered WHERE old = entry);
UPDATE figure SET entry = (SELECT new FROM renumbered WHERE old = entry);
UPDATE caption SET entry = (SELECT new FROM renumbered WHERE old = entry);
UPDATE entry SET
    entry = (SELECT new FROM renumbered WHERE old = entry.entry),
    parent = (SELECT new FROM renumbered WHERE old = entry.parent);
DROP TABLE renumbered;
CREATE INDEX entry_by_key ON entry (entry, kind, parent);
CREATE INDEX section_by_title ON entry (title) WHERE kind = 'section';
DROP TABLE entry_text;
"""

_VERSION_3 = """
ALTER TABLE release ADD COLUMN form TEXT NOT NULL DEFAULT 'restated';
CREATE INDEX release_by_fingerprint ON release (fingerprint);
ALTER TABLE entry ADD COLUMN level INTEGER;
UPDATE entry SET level = 1 WHERE kind = 'section';
DROP INDEX entry_by_parent;
ALTER TABLE entry DROP COLUMN position;
CREATE INDEX entry_by_parent ON entry (parent);
ALTER TABLE figure ADD COLUMN value_to ANY;
ALTER TABLE figure ADD COLUMN starts INTEGER;
ALTER TABLE figure ADD COLUMN ends INTEGER;

CREATE TABLE source_paragraph (
    release INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    role TEXT NOT NULL,
    level INTEGER NOT NULL,
    run_in INTEGER NOT NULL,
    page INTEGER NOT NULL,
    line INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    element TEXT NOT NULL,
    PRIMARY KEY (release, number)
) STRICT, WITHOUT ROWID;
"""

_VERSION_4 = """
ALTER TABLE release ADD COLUMN address TEXT NOT NULL DEFAULT '';

CREATE TABLE annotation (
    annotation INTEGER PRIMARY KEY,
    release_id TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    quote TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    note TEXT NOT NULL,
    made TEXT NOT NULL,
    lost INTEGER NOT NULL
) STRICT;
CREATE INDEX annotation_by_entry ON annotation (entry_id);
CREATE INDEX annotation_by_release ON annotation (release_id);

CREATE TABLE label_match (
    unit TEXT NOT NULL,
    label TEXT NOT NULL,
    other TEXT NOT NULL,
    same INTEGER NOT NULL,
    PRIMARY KEY (unit, label, other)
) STRICT, WITHOUT ROWID;
"""

_VERSION_5 = """
ALTER TABLE annotation ADD COLUMN title TEXT NOT NULL DEFAULT '';
"""

_VERSION_6 = """
CREATE INDEX items_of_releases ON entry (items) WHERE parent IS NULL;
"""

MIGRATIONS = (_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4, _VERSION_5, _VERSION_6)
"""`MIGRATIONS[n]` takes a library from version n to n + 1; an empty file has version 0."""

VERSION = len(MIGRATIONS)
"""The version of the tables that this program makes and reads."""

INDEX = """
DROP TABLE IF EXISTS entry_text;
DROP TABLE IF EXISTS name_text;
DROP TABLE IF EXISTS name;
DROP TABLE IF EXISTS indexing;
CREATE VIRTUAL TABLE entry_text USING fts5 (
    body, title, unit, place, system, person, caption, content='', contentless_delete=1, tokenize='release'
);
CREATE TABLE name (name INTEGER PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (kind, text)) STRICT;
CREATE VIRTUAL TABLE name_text USING fts5 (text, content='', contentless_delete=1, tokenize='release');
CREATE TABLE indexing (version INTEGER NOT NULL, next INTEGER) STRICT;
"""
"""The search index, empty: it can always be made anew from the other tables.

`entry_text` has the tokens of every entry, `name` every name once, `name_text` their tokens. Entries from
the key `indexing.next` on wait to be indexed; NULL when none does.
"""

INDEX_VERSION = 4
"""Counts the changes of what is indexed; an index of another version is made anew."""

"""All that is kept in a folder, in a form that can be compared, and whether it is sound."""

from __future__ import annotations

from contextlib import closing
from hashlib import sha256
from pathlib import Path

import apsw
from kinds_of_work import DOCUMENTS, LIBRARY, opened

from viewer.library.index import check_index, is_indexed, rebuild_index
from viewer.library.library import Library
from viewer.replacing import is_part
from viewer.settings_file import SettingsFile

State = dict[str, str]
"""A digest of each part: of every table, of the words of the index, of every other file."""

_INDEXES = ("entry_text", "name_text")


class FlawError(Exception):
    """Something that is kept is not as it must be."""


def examine(folder: Path, *, may_lack_index: bool) -> State:
    """Open the library of a folder as the program does, and give all that the folder keeps.

    Raises FlawError for anything that is wrong with it. An index may lack entries only where that is said.
    """
    state: State = {}
    with opened(folder) as library:
        if not is_indexed(library):
            if not may_lack_index:
                raise FlawError("the index lacks entries")
            for _progress in rebuild_index(library):  # as the program does in the background
                pass
        broken = library.rows("PRAGMA foreign_key_check")
        if flaws := [*library.check_integrity(), *map(str, broken), *check_index(library)]:
            raise FlawError("; ".join(flaws))
        state |= _tables(library)
        own = [LIBRARY, *(f"{LIBRARY}-{end}" for end in ("wal", "shm") if library.read_only)]
    return state | _files(folder, own)


def parts_in(folder: Path) -> list[Path]:
    """What has been written in place of other files, and has not taken their place."""
    return [path for path in folder.rglob("*") if is_part(path)]


def _tables(library: Library) -> State:
    tables = library.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT GLOB 'entry_text_*' AND name NOT GLOB 'name_text_*'"
    )
    state = {table: _digest(library.rows(f"SELECT {_columns(table)} FROM {table}")) for (table,) in tables}
    state["schema"] = _digest(library.rows("SELECT name, sql FROM sqlite_schema"))
    for index in _INDEXES:
        library.rows(f"CREATE VIRTUAL TABLE temp.words_of_{index} USING fts5vocab(main, {index}, instance)")
        state[index] = _digest(library.rows(f"SELECT * FROM temp.words_of_{index}"))
    return state


def _columns(table: str) -> str:
    """What is compared of a table: of annotations their order, for their keys are of the time when they were made."""
    if table != "annotation":
        return "*"
    told = "release_id, entry_id, kind, quote, before, after, note, made, lost, title"
    return f"row_number() OVER (ORDER BY annotation), {told}"


def _check_copies(folder: Path) -> None:
    """Copies that were made before a migration, of which there is one for each time that it was begun, are whole."""
    for path in (folder / "backups").glob("*.sqlite"):
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise FlawError(f"{path.name} is not whole")


def _files(folder: Path, own: list[str]) -> State:
    """Every file but those of the library, its copies, and the documents that come in."""
    _check_copies(folder)
    state: State = {}
    for path in folder.rglob("*"):
        name = str(path.relative_to(folder))
        if path.is_dir() or is_part(path) or name in own or name.startswith((DOCUMENTS, "backups/")):
            continue
        if path.suffix == ".json" and not SettingsFile(path).is_sound:
            raise FlawError(f"{name} makes no sense")
        state[name] = _digest(path.read_bytes())
    return state


def _digest(content: object) -> str:
    ordered = sorted(map(repr, content)) if isinstance(content, list) else content
    return sha256(repr(ordered).encode()).hexdigest()[:12]

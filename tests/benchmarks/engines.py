"""Other engines over the same texts, to hold the search against."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import apsw
from homes import ROOT, environment
from queries import KINDS

from viewer.library.library import Library
from viewer.library.query_parser import parse_query
from viewer.library.search import search

PAGE = 12
PLAIN = [query for kind in KINDS if kind.is_plain for query in kind.queries]
LONG = [query for query in PLAIN if len(query) > 2]
"""Those that FTS5's trigrams can answer."""

Engine = Callable[[str], object]
"""Answers a query."""


def ours(library: Library) -> Engine:
    """The search of a program that has this library open."""
    return lambda query: search(library, parse_query(query), PAGE)


class SameTexts:
    """The texts of all items of a library: in an FTS5 table of trigrams, in a plain one, and as lines of a file."""

    def __init__(self, path: Path) -> None:
        self._tables = path.with_suffix(".texts")
        self._lines = path.with_suffix(".txt")
        self._connection = apsw.Connection(str(self._tables))
        self._connection.execute("CREATE VIRTUAL TABLE trigrams USING fts5 (text, tokenize='trigram')")
        self._connection.execute("CREATE TABLE plain (text)")
        library = Library(path)
        with self._connection, self._lines.open("w", encoding="utf-8") as file:
            for (text,) in library.rows("SELECT title || ' ' || text FROM entry WHERE kind = 'item'"):
                self._connection.execute("INSERT INTO trigrams VALUES (?)", (text,))
                self._connection.execute("INSERT INTO plain VALUES (?)", (text,))
                file.write(text + "\n")
        library.close()

    def trigrams(self, query: str) -> object:
        """Search with FTS5 for a query of three characters or more."""
        return self._connection.execute(
            "SELECT rowid FROM trigrams WHERE text MATCH ? LIMIT ?", (f'"{query}"', PAGE)
        ).fetchall()

    def like(self, query: str) -> object:
        """Search with LIKE."""
        return self._connection.execute(
            "SELECT rowid FROM plain WHERE text LIKE ? LIMIT ?", (f"%{query}%", PAGE)
        ).fetchall()

    def ripgrep(self, query: str) -> object:
        """Search with ripgrep, which has to be there."""
        command = ["rg", "--fixed-strings", "--max-count", str(PAGE), query, str(self._lines)]
        return subprocess.run(command, capture_output=True, check=False)

    def close(self) -> None:
        """Remove them."""
        self._connection.close()
        remove(self._tables)
        self._lines.unlink()


def our_command(home: Path) -> Engine:
    """The search of the command line in the library of this home."""
    return _command([sys.executable, "-m", "viewer", "search", "--limit", str(PAGE)], home)


def recollq(home: Path) -> Engine:
    """Recoll's search in the index of this home; it has to be there."""
    return _command(["recollq", "-n", str(PAGE)], home)


def _command(command: list[str], home: Path) -> Engine:
    given = environment(home)
    return lambda query: subprocess.run([*command, query], env=given, cwd=ROOT, capture_output=True, check=True)


def remove(path: Path) -> None:
    """Remove a database with what SQLite keeps beside it."""
    for end in ("", "-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)

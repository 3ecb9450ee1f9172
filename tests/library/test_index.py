from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest
from samples import sample_release

from viewer.library import index as index_module
from viewer.library.index import Progress, check_index, is_indexed, rebuild_index
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.query_parser import parse_query
from viewer.library.releases import put_release, remove_release
from viewer.library.schema import APPLICATION_ID, MIGRATIONS
from viewer.library.search import search
from viewer.opening import open_library


def tokens(library: Library, table: str = "entry_text") -> list[tuple[object, ...]]:
    """Every token of the index with its place."""
    library.rows(f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', '{table}', 'instance')")
    found = library.rows("SELECT term, doc, col, offset FROM vocabulary ORDER BY doc, col, offset, term")
    library.rows("DROP TABLE temp.vocabulary")
    return found


def hits(library: Library, typed: str) -> list[str]:
    return [hit.id for hit in search(library, parse_query(typed), 100).hits]


def test_an_index_made_anew_is_the_one_that_grew(library: Library) -> None:
    put_release(library, sample_release())
    put_release(library, sample_release("other", datetime.date(2020, 1, 1)))
    remove_release(library, "lakeside-2023")
    grown = tokens(library)
    names = library.rows("SELECT kind, text FROM name ORDER BY kind, text")
    assert list(rebuild_index(library, anew=True))[-1] == Progress(22, 22)
    assert tokens(library) == grown
    assert library.rows("SELECT kind, text FROM name ORDER BY kind, text") == names


def test_what_a_release_adds_goes_with_it(library: Library) -> None:
    before = (tokens(library), tokens(library, "name_text"), library.rows("SELECT * FROM name"))
    put_release(library, sample_release())
    assert len(tokens(library)) > len(before[0])
    remove_release(library, "lakeside-2023")
    assert (tokens(library), tokens(library, "name_text"), library.rows("SELECT * FROM name")) == before
    assert check_index(library) == []


def test_a_name_stays_known_while_another_release_has_it(library: Library) -> None:
    put_release(library, sample_release("one"))
    put_release(library, sample_release("two"))
    remove_release(library, "one")
    assert library.rows("SELECT kind FROM name WHERE text = '渡口'") == [("system",)]
    remove_release(library, "two")
    assert library.rows("SELECT kind FROM name WHERE text = '渡口'") == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda library: library.rows("DROP TABLE entry_text"),
        lambda library: library.rows("DROP TABLE name_text"),
        lambda library: library.rows("DROP TABLE indexing"),
        lambda library: library.rows("DELETE FROM indexing"),
        lambda library: library.rows("UPDATE indexing SET version = 0"),
        lambda library: library.rows("UPDATE indexing SET next = 0"),
    ],
    ids=["entries", "names", "state", "empty state", "older version", "nothing yet"],
)
def test_an_index_that_is_missing_or_older_is_made_anew(library: Library, spoil: Callable[[Library], object]) -> None:
    spoil(library)
    assert not is_indexed(library)
    assert check_index(library)
    list(rebuild_index(library))
    assert is_indexed(library)
    assert check_index(library) == []
    assert hits(library, "汉盾") == ["xuzhou-2024/fraud-dissuasion"]


def interrupted(library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[Progress]:
    """A rebuilding that has indexed the first five entries."""
    monkeypatch.setattr(index_module, "ENTRIES_AT_A_TIME", 5)
    rebuilding = rebuild_index(library, anew=True)
    assert next(rebuilding).done == 0
    assert next(rebuilding).done == 5
    return rebuilding


def test_an_interrupted_rebuilding_goes_on_where_it_stopped(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tokens(library)
    interrupted(library, monkeypatch)
    assert not is_indexed(library)
    assert 0 < len(tokens(library)) < len(whole)
    assert next(rebuild_index(library)) == Progress(5, 18)
    list(rebuild_index(library))
    assert tokens(library) == whole


def test_what_comes_and_goes_during_the_rebuilding_is_indexed_right(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_release(library, sample_release("going", datetime.date(1990, 1, 1)))
    rebuilding = interrupted(library, monkeypatch)
    put_release(library, sample_release("newest", datetime.date(2040, 1, 1)))
    put_release(library, sample_release("oldest", datetime.date(1980, 1, 1)))
    remove_release(library, "going")
    list(rebuilding)
    assert check_index(library) == []
    assert hits(library, "渡口") == ["newest/ferry", "oldest/ferry"]


def test_one_that_makes_the_index_anew_while_another_does_leaves_nothing_out(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tokens(library)
    other = Library(library.path)
    first = interrupted(library, monkeypatch)
    second = rebuild_index(other, anew=True)
    next(second)
    list(first)
    assert check_index(library) == []
    assert tokens(library) == whole
    list(second)
    assert tokens(other) == whole
    other.close()


def test_what_is_missing_in_the_index_or_too_much_is_told(library: Library) -> None:
    library.rows("DELETE FROM entry_text WHERE rowid = (SELECT max(entry) FROM entry)")
    assert check_index(library) == ["1 of table entry not in the index"]
    library.rows("INSERT INTO entry_text (rowid, body) VALUES (1, '')")
    assert check_index(library)[1:] == ["1 in the index not in table entry"]


def library_of_version_1(path: Path) -> None:
    """The shipped release and another, as the first version of the schema had them."""
    source = path.with_suffix(".current")
    library = open_library(source)
    put_release(library, sample_release())
    library.close()
    old = apsw.Connection(str(path))
    old.execute(MIGRATIONS[0])
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1")
    old.execute("ATTACH ? AS current", (str(source),))
    old.execute(
        """
        CREATE TEMP TABLE number AS
            SELECT entry, row_number() OVER (ORDER BY release, entry) AS old FROM current.entry
        """
    )
    for table in ("release", "inference", "clause", "entry", "mention", "figure", "caption"):
        now = {name for _, name, *_ in old.execute(f"PRAGMA current.table_info({table})")}
        columns = [name for _, name, *_ in old.execute(f"PRAGMA main.table_info({table})")]
        chosen = [
            f"(SELECT old FROM number WHERE number.entry = source.{name})"
            if name in ("entry", "parent")
            else (name if name in now else "0")  # the position, which was never read
            for name in columns
        ]
        old.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(chosen)} FROM current.{table} source"
        )
    old.close()


def test_a_library_of_the_first_version_is_brought_to_the_current_one(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library_of_version_1(path)
    library = open_library(path)
    assert read_release(library, "lakeside-2023") == sample_release()
    assert library.check_integrity() == []
    assert not library.rows("PRAGMA foreign_key_check")
    assert not is_indexed(library)
    list(rebuild_index(library))
    assert check_index(library) == []
    assert hits(library, "渡口") == ["lakeside-2023/ferry"]
    assert hits(library, "汉盾") == ["xuzhou-2024/fraud-dissuasion"]
    put_release(library, sample_release("later", datetime.date(2030, 1, 1)))
    assert hits(library, "渡口") == ["later/ferry", "lakeside-2023/ferry"]
    library.close()

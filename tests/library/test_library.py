from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest
from samples import sample_release

from viewer.library import library as library_module
from viewer.library.library import Library, QueryInterruptedError
from viewer.library.releases import put_release, release_ids
from viewer.library.schema import VERSION
from viewer.opening import open_library
from viewer.release.errors import Problem, ReleaseViewerError


def filled(path: Path) -> None:
    """Make a library at `path` and close it."""
    open_library(path).close()


def foreign_database(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE recipes (name); INSERT INTO recipes VALUES ('面')")
    connection.close()


def newer_library(path: Path) -> None:
    filled(path)
    connection = apsw.Connection(str(path))
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()


def cut_off(path: Path) -> None:
    filled(path)
    path.write_bytes(path.read_bytes()[:5000])


def overwritten(path: Path) -> None:
    filled(path)
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 6] = b"\xaa" * (4096 * 5)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda path: path.write_text("买菜清单", encoding="utf-8"), Problem.NOT_A_LIBRARY),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4080), Problem.NOT_A_LIBRARY),
        (foreign_database, Problem.NOT_A_LIBRARY),
        (newer_library, Problem.NEWER_LIBRARY),
    ],
)
def test_a_file_that_is_no_library_of_ours_is_refused_and_left_as_it_is(
    tmp_path: Path, spoil: Callable[[Path], None], problem: Problem
) -> None:
    path = tmp_path / "library.sqlite"
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(ReleaseViewerError) as raised:
        open_library(path)
    assert raised.value.problem is problem
    assert str(raised.value).startswith(f"{path}: ")
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["library.sqlite"]


@pytest.mark.parametrize("spoil", [cut_off, overwritten])
def test_a_damaged_library_is_said_to_be_damaged_and_left_as_it_is(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path = tmp_path / "library.sqlite"
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(ReleaseViewerError) as raised:
        library = open_library(path)
        try:
            assert not library.check_integrity()
            release_ids(library)
        finally:
            library.close()
    assert raised.value.problem is Problem.LIBRARY_CORRUPT
    assert path.read_bytes() == before


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        open_library(tmp_path)
    assert raised.value.problem is Problem.LIBRARY_UNREACHABLE


def test_a_library_is_made_with_the_folders_that_lead_to_it(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "library.sqlite"
    filled(path)
    assert struct.unpack_from(">i", path.read_bytes(), 60) == (VERSION,)


def test_a_lock_that_is_not_given_up_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "BUSY_SECONDS", 0.01)
    path = tmp_path / "library.sqlite"
    library = open_library(path)
    other = apsw.Connection(str(path))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ReleaseViewerError) as raised:
        put_release(library, sample_release())
    assert raised.value.problem is Problem.LIBRARY_LOCKED
    assert release_ids(library) == ["xuzhou-2024"], "reading goes on"
    other.execute("ROLLBACK")
    other.close()
    put_release(library, sample_release())
    library.close()


def test_a_library_that_cannot_be_written_is_read_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library = open_library(path)
    library.read_only = True
    with pytest.raises(ReleaseViewerError) as raised:
        put_release(library, sample_release())
    assert raised.value.problem is Problem.LIBRARY_READ_ONLY
    assert release_ids(library) == ["xuzhou-2024"]
    library.close()


def test_all_of_a_transaction_happens_or_nothing(library: Library) -> None:
    class StopError(Exception):
        pass

    with pytest.raises(StopError), library.transaction():
        put_release(library, sample_release())
        assert len(release_ids(library)) == 2
        raise StopError
    assert release_ids(library) == ["xuzhou-2024"]
    assert library.check_integrity() == []


def test_two_connections_see_what_the_other_has_done(library: Library) -> None:
    other = Library(library.path)
    put_release(other, sample_release())
    assert release_ids(library) == ["xuzhou-2024", "lakeside-2023"]
    other.close()


def test_a_filling_that_fails_leaves_a_library_to_be_filled(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"

    def fail(library: Library) -> None:
        raise ReleaseViewerError(Problem.FILE_EMPTY, "shipped.json")

    with pytest.raises(ReleaseViewerError, match=r"shipped\.json"):
        Library(path, fill=fail)
    library = open_library(path)
    assert release_ids(library) == ["xuzhou-2024"]
    library.close()


def test_a_library_is_filled_but_once(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library = open_library(path)
    with library.transaction():
        library.rows("DELETE FROM release")
    library.close()
    again = open_library(path)
    assert release_ids(again) == []
    again.close()


def test_a_query_that_nobody_waits_for_is_given_up(library: Library) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(QueryInterruptedError), library.interruptible(lambda: True):
        library.rows(endless)
    assert library.rows("SELECT 1") == [(1,)], "the next query runs"

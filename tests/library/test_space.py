from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from generated import Generator
from samples import sample_release

from viewer.library.index import check_index
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.releases import put_release, release_ids, remove_release
from viewer.library.space import give_back_space, has_space_to_give

ITEMS = 1800


def fill(library: Library) -> None:
    with library.transaction():
        for release in Generator().releases(ITEMS):
            put_release(library, release)


def remove_all_but_one(library: Library) -> None:
    with library.transaction():
        for id_ in release_ids(library)[1:]:
            remove_release(library, id_)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with many releases."""
    path = tmp_path_factory.mktemp("full") / "library.sqlite"
    with closing(Library(path)) as library:
        fill(library)
    return path


@pytest.fixture
def library(full: Path, library_path: Path) -> Iterator[Library]:
    shutil.copy(full, library_path)
    with closing(Library(library_path)) as library:
        yield library


def test_after_a_large_removal_the_file_becomes_small_and_what_is_left_is_whole(library: Library, full: Path) -> None:
    left = read_release(library, release_ids(library)[0])
    assert not has_space_to_give(library)
    remove_all_but_one(library)
    assert has_space_to_give(library)
    for _step in give_back_space(library):
        pass
    assert not has_space_to_give(library)
    assert read_release(library, left.id) == left
    assert (library.check_integrity(), check_index(library)) == ([], [])
    library.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    assert library.path.stat().st_size < 0.8 * full.stat().st_size


def test_between_two_steps_another_window_may_write(library: Library) -> None:
    library.rows("CREATE TABLE large (content)")
    library.rows("INSERT INTO large VALUES (zeroblob(50000000))")
    library.rows("DROP TABLE large")
    with closing(Library(library.path)) as other:
        for number, _step in enumerate(give_back_space(library)):
            put_release(other, sample_release(f"town-{number}"))
    assert "town-2" in release_ids(library)


def test_the_log_of_sqlite_does_not_stay_large(library: Library) -> None:
    remove_all_but_one(library)
    library.rows("PRAGMA wal_checkpoint")
    remove_release(library, release_ids(library)[0])
    assert library.path.with_name(f"{library.path.name}-wal").stat().st_size <= 8 << 20


def test_a_library_without_tables_for_it_is_left_as_it_is(library_path: Path) -> None:
    with closing(apsw.Connection(str(library_path))) as connection:
        connection.execute("PRAGMA auto_vacuum = NONE; PRAGMA journal_mode = WAL")
    with closing(Library(library_path)) as library:
        fill(library)
        remove_all_but_one(library)
        assert not has_space_to_give(library)
        assert list(give_back_space(library)) == []

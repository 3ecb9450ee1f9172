from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw
import pytest
from old_libraries import VERSIONS, put_old_library
from samples import sample_release

from viewer.library.annotations import annotations_of
from viewer.library.backups import back_up, backup_folder, newest_backup
from viewer.library.corrections import read_corrections
from viewer.library.index import check_index, rebuild_index
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.query_parser import parse_query
from viewer.library.releases import put_release, release_ids
from viewer.library.schema import VERSION
from viewer.library.search import search
from viewer.library.soundness import find_damage
from viewer.release.errors import Problem, ReleaseViewerError

OLD = [version for version in VERSIONS if version < VERSION]


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    """Let the system refuse files of more bytes, as a full disk does."""
    import resource  # not on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def version_of(path: Path) -> int:
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        ((version,),) = connection.execute("PRAGMA user_version").fetchall()
        assert isinstance(version, int)
        return version


def assert_all_is_there(path: Path, version: int) -> None:
    """That the library has all that was in the old one of this version, sound and searchable."""
    with closing(Library(path)) as library:
        for _progress in rebuild_index(library):
            pass
        assert not find_damage(library)
        assert not check_index(library)
        document = ["20241128-27dfe99c"] if version >= 3 else []
        assert release_ids(library) == ["xuzhou-2024", *document, "lakeside-2023"]
        ferry, keeper = read_release(library, "lakeside-2023").sections[0].items
        assert [figure.value for figure in ferry.figures] == [12000, 0.3]
        assert (ferry.captions[0].text, keeper.people[0].name) == ("码头灯火", "何川")
        assert len(read_release(library, "xuzhou-2024").sections) == 3
        assert [hit.id for hit in search(library, parse_query("夜班船"), 9).hits] == ["lakeside-2023/ferry"]
        if document:
            source = read_release(library, *document).source
            assert source is not None
            assert len(source.paragraphs) == source.paragraph_count == 12
        if version >= 5:
            marks = annotations_of(library, "lakeside-2023")
            assert [(mark.kind, mark.quote, mark.note) for mark in marks] == [
                ("star", "", ""),
                ("highlight", "末班船", ""),
                ("note", "", "请核实三十年"),
            ]
            assert list(read_corrections(library).values()) == [True]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_library_of_every_version_opens_with_all_that_is_in_it(tmp_path: Path, version: int) -> None:
    assert_all_is_there(put_old_library(version, tmp_path / "library.sqlite"), version)


@pytest.mark.parametrize("version", OLD)
def test_before_a_library_is_brought_to_a_new_version_it_is_copied_as_it_is(tmp_path: Path, version: int) -> None:
    path = put_old_library(version, tmp_path / "library.sqlite")
    Library(path).close()
    Library(path).close()
    (copy,) = backup_folder(path).iterdir()
    assert copy.name.startswith("library-20")
    assert newest_backup(path) == copy
    assert (version_of(path), version_of(copy)) == (VERSION, version)
    assert_all_is_there(copy, version)


def test_where_no_copy_can_be_made_the_library_stays_of_its_version(tmp_path: Path) -> None:
    path = put_old_library(4, tmp_path / "library.sqlite")
    backup_folder(path).write_text("a file is where the folder would be", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(ReleaseViewerError) as raised:
        Library(path)
    assert raised.value.problem is Problem.NO_BACKUP
    assert version_of(path) == 4
    assert path.read_bytes() == before


def test_a_new_library_is_not_copied(library: Library) -> None:
    assert not backup_folder(library.path).exists()
    assert newest_backup(library.path) is None


def test_a_copy_has_what_is_still_in_the_log_and_is_one_file(library: Library, tmp_path: Path) -> None:
    put_release(library, sample_release())
    copy = back_up(library.path, tmp_path / "elsewhere" / "copy.sqlite")
    assert [file.name for file in copy.parent.iterdir()] == ["copy.sqlite"]
    with closing(Library(copy)) as copied:
        assert release_ids(copied) == release_ids(library)


def test_copies_of_one_second_have_names_of_their_own(library: Library) -> None:
    copies = {back_up(library.path) for _ in range(3)}
    assert {copy.parent for copy in copies} == {backup_folder(library.path)}
    assert len(copies) == 3


def test_the_library_is_not_copied_onto_itself(library: Library) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        back_up(library.path, library.path)
    assert raised.value.problem is Problem.SAME_FILE


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit for the size of files")
def test_where_there_is_no_room_nothing_is_left_of_a_copy(library: Library) -> None:
    with no_file_over(40_000), pytest.raises(ReleaseViewerError) as raised:
        back_up(library.path)
    assert raised.value.problem is Problem.FILE_NOT_WRITTEN
    assert list(backup_folder(library.path).iterdir()) == []

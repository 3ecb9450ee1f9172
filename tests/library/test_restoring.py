from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from old_libraries import VERSIONS, put_old_library
from samples import sample_release

from viewer.library.backups import back_up, backup_folder
from viewer.library.damage_mark import is_marked, mark_damaged
from viewer.library.library import Library
from viewer.library.releases import put_release, release_ids, remove_release
from viewer.library.restoring import restore
from viewer.library.schema import VERSION
from viewer.library.soundness import find_damage
from viewer.opening import open_library
from viewer.release.errors import Problem, ReleaseViewerError

RESTORE = """
import sys
from pathlib import Path
from viewer.library.restoring import restore

restore(*map(Path, sys.argv[1:]))
"""


@pytest.mark.parametrize("version", VERSIONS)
def test_a_copy_of_every_version_is_restored_and_itself_left_as_it_is(library_path: Path, version: int) -> None:
    open_library(library_path).close()
    copy = put_old_library(version, library_path.with_name("copy.sqlite"))
    content = copy.read_bytes()
    before = restore(library_path, copy)
    with closing(Library(library_path)) as library:
        assert library.rows("PRAGMA user_version") == [(VERSION,)]
        assert not find_damage(library)
        assert "lakeside-2023" in release_ids(library)
    assert copy.read_bytes() == content
    assert before is not None
    with closing(Library(before)) as kept:
        assert release_ids(kept) == ["xuzhou-2024"]
    assert not [path for path in library_path.parent.iterdir() if path.name.startswith(".")], "nothing is left over"


def test_the_copy_that_was_made_before_a_new_version_brings_the_old_content_back(library_path: Path) -> None:
    put_old_library(3, library_path)
    with closing(Library(library_path)) as library:
        remove_release(library, "lakeside-2023")
    (copy,) = backup_folder(library_path).iterdir()
    restore(library_path, copy)
    with closing(Library(library_path)) as library:
        assert "lakeside-2023" in release_ids(library)


def test_another_window_sees_a_restored_library_as_a_change_like_any_other(library: Library, tmp_path: Path) -> None:
    copy = back_up(library.path, tmp_path / "copy.sqlite")
    put_release(library, sample_release())
    version = library.rows("PRAGMA data_version")
    restore(library.path, copy)
    assert library.rows("PRAGMA data_version") != version
    assert release_ids(library) == ["xuzhou-2024"]
    put_release(library, sample_release())
    assert release_ids(library) == ["xuzhou-2024", "lakeside-2023"]


def test_a_copy_comes_to_where_there_is_no_library_yet(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "new" / "library.sqlite"
    assert restore(path, back_up(library.path)) is None
    with closing(Library(path)) as restored:
        assert release_ids(restored) == ["xuzhou-2024"]


def test_a_damaged_library_is_kept_as_it_was_and_can_be_written_again(library_path: Path, tmp_path: Path) -> None:
    with closing(open_library(library_path)) as library:
        copy = back_up(library.path, tmp_path / "copy.sqlite")
    damaged = os.urandom(8192) + library_path.read_bytes()[8192:]
    library_path.write_bytes(damaged)
    mark_damaged(library_path)
    before = restore(library_path, copy)
    assert before is not None
    assert before.name.endswith("-damaged.sqlite")
    assert before.read_bytes() == damaged
    assert not is_marked(library_path)
    with closing(Library(library_path)) as library:
        put_release(library, sample_release())


def test_a_library_that_nobody_has_found_damaged_before_is_kept_as_it_is(library_path: Path) -> None:
    with closing(open_library(library_path)) as library:
        copy = back_up(library_path, library_path.with_name("copy.sqlite"))
        put_release(library, sample_release())
    damaged = bytes(100) + library_path.read_bytes()[100:]
    library_path.write_bytes(damaged)
    before = restore(library_path, copy)
    assert before is not None
    assert before.read_bytes() == damaged
    assert not is_marked(library_path)
    with closing(Library(library_path)) as library:
        assert release_ids(library) == ["xuzhou-2024"]


def test_a_library_is_no_copy_of_itself(library: Library) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        restore(library.path, library.path)
    assert raised.value.problem is Problem.SAME_FILE


def spoilt(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:8192] + bytes(4096) + content[12288:])


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (spoilt, Problem.COPY_DAMAGED),
        (lambda path: path.write_bytes(b""), Problem.NOT_A_LIBRARY),
        (lambda path: path.write_text("买菜清单", encoding="utf-8"), Problem.NOT_A_LIBRARY),
        (lambda path: path.unlink(), Problem.FILE_MISSING),
    ],
)
def test_what_is_no_sound_copy_is_not_restored(
    library: Library, tmp_path: Path, spoil: Callable[[Path], object], problem: Problem
) -> None:
    put_release(library, sample_release())
    copy = back_up(library.path, tmp_path / "copy.sqlite")
    spoil(copy)
    with pytest.raises(ReleaseViewerError) as raised:
        restore(library.path, copy)
    assert raised.value.problem is problem
    assert raised.value.file == str(copy)
    assert release_ids(library) == ["xuzhou-2024", "lakeside-2023"]
    assert not is_marked(library.path)
    put_release(library, sample_release())


def test_a_kill_while_a_copy_is_put_in_place_leaves_the_library_before_or_after(
    library: Library, tmp_path: Path
) -> None:
    small = back_up(library.path, tmp_path / "small.sqlite")
    for number in range(30):
        put_release(library, sample_release(f"town-{number}"))
    large = back_up(library.path, tmp_path / "large.sqlite")
    library.close()
    for copy in (small, large, small, large):
        kept = set(backup_folder(library.path).glob("*")) if backup_folder(library.path).exists() else set()
        child = subprocess.Popen([sys.executable, "-c", RESTORE, str(library.path), str(copy)])
        while child.poll() is None and kept >= set(backup_folder(library.path).glob("*.sqlite")):
            pass  # what was there is kept first, and then comes the copy
        child.kill()
        child.wait()
        with closing(Library(library.path)) as reopened:
            assert len(release_ids(reopened)) in (1, 31)
            assert not find_damage(reopened)

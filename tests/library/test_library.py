from __future__ import annotations

import dataclasses
import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest
from samples import sample_release

from viewer.library import library as library_module
from viewer.library.damage_mark import mark_damaged, remove_mark
from viewer.library.library import Library, QueryInterruptedError
from viewer.library.pages import read_release
from viewer.library.releases import put_release, release_ids
from viewer.library.schema import VERSION
from viewer.library.soundness import look_for_damage
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
            release_ids(library)
            look_for_damage(path)
        finally:
            library.close()
    assert raised.value.problem is Problem.LIBRARY_CORRUPT
    assert path.read_bytes() == before
    left = {found.name: found.stat().st_size for found in tmp_path.iterdir()}
    assert left.keys() >= {"library.sqlite", "library.sqlite-damaged"}, "it is marked"
    assert not left.get("library.sqlite-wal")


def test_what_is_found_damaged_is_not_written_again_by_any_window_until_it_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    filled(path)
    library = Library(path)
    other = Library(path)
    put_release(other, sample_release())  # is in the log, and stays there
    mark_damaged(path)
    before = path.read_bytes()
    for opened in (library, other, Library(path)):
        with pytest.raises(ReleaseViewerError) as raised:
            put_release(opened, sample_release())
        assert raised.value.problem is Problem.LIBRARY_CORRUPT
        assert release_ids(opened)[1] == "lakeside-2023", "what can be read is shown"
        opened.close()
    assert path.read_bytes() == before
    remove_mark(path)
    library = Library(path)
    put_release(library, sample_release())
    library.close()


def test_the_mark_does_not_mean_another_file_that_comes_to_its_place(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    filled(path)
    mark_damaged(path)
    sound = tmp_path / "sound.sqlite"
    filled(sound)
    sound.replace(path)
    library = Library(path)
    put_release(library, sample_release())
    library.close()


def test_a_library_whose_header_is_destroyed_is_no_foreign_file(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    filled(path)
    content = path.read_bytes()
    path.write_bytes(bytes(100) + content[100:])
    with pytest.raises(ReleaseViewerError) as raised:
        open_library(path)
    assert raised.value.problem is Problem.LIBRARY_CORRUPT


@pytest.mark.parametrize("version", [-1, 1, VERSION - 1])
def test_a_library_that_is_not_of_the_version_that_it_says_is_damaged(tmp_path: Path, version: int) -> None:
    path = tmp_path / "library.sqlite"
    filled(path)
    connection = apsw.Connection(str(path))
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    with pytest.raises(ReleaseViewerError) as raised:
        open_library(path)
    assert raised.value.problem is Problem.LIBRARY_CORRUPT


def test_a_text_that_is_none_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    filled(path)
    path.write_bytes(path.read_bytes().replace("徐州公安".encode(), b"\xff" * 12))
    library = open_library(path)
    with pytest.raises(ReleaseViewerError) as raised:
        read_release(library, "xuzhou-2024")
    library.close()
    assert raised.value.problem is Problem.LIBRARY_CORRUPT


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


def test_a_snapshot_holds_what_was_there_at_its_beginning(library: Library) -> None:
    other = Library(library.path)
    with library.snapshot():
        assert release_ids(library) == ["xuzhou-2024"]
        put_release(other, sample_release())
        with library.snapshot():
            assert release_ids(library) == ["xuzhou-2024"]
    assert release_ids(library) == ["xuzhou-2024", "lakeside-2023"]
    other.close()


def test_what_others_change_is_told_from_what_one_changes_oneself(library: Library) -> None:
    before = library.data_version
    put_release(library, sample_release())
    assert library.data_version == before
    other = Library(library.path)
    put_release(other, sample_release("other"))
    other.close()
    assert library.data_version != before


def removed(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    other = path.with_name("other.sqlite")
    filled(other)
    other.replace(path)


@pytest.mark.parametrize("spoil", [removed, replaced])
def test_nothing_is_written_into_a_file_that_has_lost_its_name(library: Library, spoil: Callable[[Path], None]) -> None:
    library.check_place()
    spoil(library.path)
    for write in (library.check_place, lambda: put_release(library, sample_release())):
        with pytest.raises(ReleaseViewerError) as raised:
            write()
        assert raised.value.problem is Problem.LIBRARY_REPLACED
    assert release_ids(library) == ["xuzhou-2024"], "what was open can still be read"


def test_a_library_that_another_version_has_changed_is_told(library: Library) -> None:
    library.rows(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(ReleaseViewerError) as raised:
        library.check_place()
    assert raised.value.problem is Problem.LIBRARY_REPLACED


def test_all_that_make_a_library_at_once_get_it(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    opening = """
import sys, time
from pathlib import Path
from viewer.library.releases import release_ids
from viewer.opening import open_library
print("ready", flush=True)
sys.stdin.read()
library = open_library(Path(sys.argv[1]))
print(*release_ids(library))
library.close()
"""
    command = [sys.executable, "-c", opening, str(path)]
    pipe = subprocess.PIPE
    starts = [subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(4)]
    for start in starts:
        assert start.stdout is not None
        assert start.stdout.readline() == "ready\n"
    for start in starts:
        assert start.stdin is not None
        start.stdin.close()
    for start in starts:
        assert start.stdout is not None
        assert start.stderr is not None
        assert (start.stdout.read(), start.stderr.read()) == ("xuzhou-2024\n", "")
        start.wait()
        start.stdout.close()
        start.stderr.close()


def test_one_who_writes_on_and_on_keeps_nobody_out(library_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "BUSY_SECONDS", 1.0)
    library = open_library(library_path)
    writing = """
import sys, time
from pathlib import Path
from viewer.opening import open_library
library = open_library(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    with library.transaction():
        library.rows("DELETE FROM clause")
        time.sleep(0.2)  # as long as a large document takes
    time.sleep(0.006)
"""
    command = [sys.executable, "-c", writing, str(library.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        try:
            for number in range(8):
                put_release(library, sample_release(f"mine-{number}"))
            assert writer.poll() is None
        finally:
            writer.kill()
    library.close()


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


def test_a_new_file_that_another_program_locks_is_said_to_be_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "BUSY_SECONDS", 0.01)
    path = tmp_path / "library.sqlite"
    other = apsw.Connection(str(path))
    other.execute("BEGIN EXCLUSIVE")
    before = path.read_bytes()
    with pytest.raises(ReleaseViewerError) as raised:
        open_library(path)
    assert raised.value.problem is Problem.LIBRARY_LOCKED
    assert path.read_bytes() == before
    other.execute("ROLLBACK")
    other.close()
    library = open_library(path)
    assert release_ids(library) == ["xuzhou-2024"]
    library.close()


def test_a_library_is_read_while_another_program_writes(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    filled(path)
    other = apsw.Connection(str(path))
    other.execute("BEGIN EXCLUSIVE")
    library = open_library(path)
    assert release_ids(library) == ["xuzhou-2024"]
    library.close()
    other.execute("ROLLBACK")
    other.close()


def in_a_process(code: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Run `code`, which finds `path` in its arguments."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def test_a_process_that_dies_in_the_middle_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    filled(path)
    dying = """
import os, sys
from pathlib import Path
from samples import sample_release
from viewer.library.releases import put_release, release_ids, remove_release
from viewer.opening import open_library
library = open_library(Path(sys.argv[1]))
with library.transaction():
    put_release(library, sample_release())
    remove_release(library, "xuzhou-2024")
    print(*release_ids(library), flush=True)
    os._exit(7)
"""
    done = in_a_process(dying, path)
    assert (done.returncode, done.stdout) == (7, "lakeside-2023\n"), done.stderr
    library = open_library(path)
    assert release_ids(library) == ["xuzhou-2024"]
    assert library.check_integrity() == []
    library.close()


@pytest.mark.parametrize(
    "writing",
    [
        "put_release(library, sample_release())",
        "take_in(library, sample_release())",
        "list(rebuild_index(library, anew=True))",
        "put_annotations(library, [Annotation(entry_id='xuzhou-2024', title='', kind=AnnotationKind.STAR, made=DAY)])",
        "put_back(library, take_out(library, 'xuzhou-2024'))",
    ],
)
def test_nobody_waits_while_one_who_writes_loads_what_is_needed(tmp_path: Path, writing: str) -> None:
    path = tmp_path / "library.sqlite"
    filled(path)
    code = f"""
import datetime, sys
from pathlib import Path
from samples import sample_release
from viewer.library.annotations import put_annotations
from viewer.library.arrivals import take_in
from viewer.library.index import rebuild_index
from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.library.removal import put_back, take_out
from viewer.release.annotation import Annotation, AnnotationKind
DAY = datetime.date(2026, 3, 1)
library, other = (Library(Path(sys.argv[1])) for _ in range(2))
class Loading:
    def find_spec(self, name, path=None, target=None):
        if name in ("pypinyin", "opencc"):
            with other.transaction():
                print(name)
sys.meta_path.insert(0, Loading())
{writing}
"""
    done = in_a_process(code, path)
    assert (set(done.stdout.split()), done.stderr) == ({"pypinyin", "opencc"}, "")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are those of POSIX")
def test_a_library_in_a_folder_that_cannot_be_written_is_read_and_refuses_to_change(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:  # one that any user may enter, unlike tmp_path
        path = Path(folder, "library.sqlite")
        filled(path)
        before = path.read_bytes()
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        reading = """
import os, sys
from pathlib import Path
from samples import sample_release
from viewer.library.releases import put_release, release_ids
from viewer.opening import open_library
from viewer.release.errors import ReleaseViewerError
if os.geteuid() == 0:
    os.setuid(65534)  # permissions do not bind root
library = open_library(Path(sys.argv[1]))
print(library.read_only, *release_ids(library))
try:
    put_release(library, sample_release())
except ReleaseViewerError as error:
    print(error.problem.name)
"""
        done = in_a_process(reading, path)
        Path(folder).chmod(0o755)
        assert done.stdout.splitlines() == ["True xuzhou-2024", "LIBRARY_READ_ONLY"], done.stderr
        assert path.read_bytes() == before
        assert [found.name for found in Path(folder).iterdir()] == ["library.sqlite"]


def test_a_transaction_inside_another_is_part_of_it(library: Library) -> None:
    with library.transaction(), library.transaction():
        library.rows("DELETE FROM clause")
    assert library.rows("SELECT count(*) FROM clause") == [(0,)]
    with pytest.raises(ZeroDivisionError), library.transaction():
        with library.transaction():
            library.rows("DELETE FROM figure")
        raise ZeroDivisionError
    assert library.rows("SELECT count(*) FROM figure") == [(16,)]


def test_a_replacement_that_fails_leaves_the_release_that_was_there(library: Library) -> None:
    put_release(library, sample_release())
    library.rows("CREATE TEMP TRIGGER stop BEFORE INSERT ON caption BEGIN SELECT raise(ABORT, 'no more'); END")
    changed = dataclasses.replace(sample_release(), title="改过的通报")
    with pytest.raises(apsw.ConstraintError):
        put_release(library, changed)
    library.rows("DROP TRIGGER stop")
    assert read_release(library, "lakeside-2023") == sample_release()
    assert library.check_integrity() == []


def test_a_query_is_given_up_as_soon_as_it_is_stale_and_not_before(library: Library) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    asked: list[bool] = []

    def is_stale() -> bool:
        asked.append(len(asked) >= 5)
        return asked[-1]

    with pytest.raises(QueryInterruptedError), library.interruptible(is_stale):
        library.rows(endless)
    assert asked == [False] * 5 + [True]
    counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000) SELECT count(*) FROM n"
    with library.interruptible(lambda: False):
        assert library.rows(counting) == [(20000,)]

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from viewer.release.errors import Problem, ReleaseViewerError
from viewer.replacing import replacing


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("old")
    with replacing(file) as new:
        new.write_text("half")
        assert file.read_text() == "old"
    assert file.read_text() == "half"
    assert list(tmp_path.iterdir()) == [file]


def test_what_goes_wrong_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(file) as new:
        new.write_text("half")
        raise ZeroDivisionError
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    file = tmp_path / "gone" / "notes.txt"
    with pytest.raises(ReleaseViewerError, match="gone") as raised, replacing(file) as new:
        new.write_text("new")
    assert raised.value.problem is Problem.FILE_NOT_WRITTEN


def test_what_a_killed_process_has_left_goes_a_day_later_and_nothing_else_does(tmp_path: Path) -> None:
    left = [tmp_path / name for name in (".release-viewer-1.part", ".release-viewer-2.part", "film.part", ".notes.txt")]
    for file in left:
        file.write_text("half")
    yesterday = time.time() - 25 * 60 * 60
    for file in left[1:]:
        os.utime(file, (yesterday, yesterday))
    with replacing(tmp_path / "notes.txt") as new:
        new.write_text("new")
    names = {".release-viewer-1.part", "film.part", ".notes.txt", "notes.txt"}
    assert {file.name for file in tmp_path.iterdir()} == names


def test_a_file_is_on_the_disk_before_it_takes_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("old")
    at_each_sync = []
    sync = os.fsync

    def remember_and_sync(descriptor: int) -> None:
        at_each_sync.append((os.fstat(descriptor).st_ino, file.read_text()))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", remember_and_sync)
    with replacing(file) as new:
        new.write_text("new")
        written = new.stat().st_ino
    assert at_each_sync[0] == (written, "old")
    if os.name == "posix":
        assert at_each_sync[1:] == [(tmp_path.stat().st_ino, "new")], "the folder has the new name"


def test_a_file_that_the_disk_does_not_take_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("old")

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ReleaseViewerError, match="No space left"), replacing(file) as new:
        new.write_text("new")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]

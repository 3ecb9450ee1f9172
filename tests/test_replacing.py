from __future__ import annotations

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

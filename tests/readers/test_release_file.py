from __future__ import annotations

from pathlib import Path

import pytest
from samples import sample_release

from viewer.readers.release_file import LARGEST_FILE, read_release_file
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release_json import write_release


def problem_with(path: Path) -> ReleaseViewerError:
    with pytest.raises(ReleaseViewerError) as raised:
        read_release_file(path)
    assert raised.value.file == str(path)
    return raised.value


def test_a_release_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "town.json"
    path.write_bytes(write_release(sample_release()))
    assert read_release_file(path) == sample_release()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert problem_with(tmp_path / "none.json").problem is Problem.FILE_MISSING


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert problem_with(tmp_path).problem is Problem.FILE_UNREADABLE


@pytest.mark.parametrize("content", [b"", b" \n\t "])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.json"
    path.write_bytes(content)
    assert problem_with(path).problem is Problem.FILE_EMPTY


def test_a_gigabyte_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(1024**3)
    error = problem_with(path)
    assert error.problem is Problem.FILE_TOO_LARGE
    assert error.values == {"size": "1024", "limit": str(LARGEST_FILE // 1024**2)}


def test_a_picture_is_no_json(tmp_path: Path) -> None:
    path = tmp_path / "photo.json"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert problem_with(path).problem is Problem.NOT_JSON


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_another_encoding_is_named_as_no_utf_8(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "town.json"
    path.write_bytes(write_release(sample_release()).decode().encode(encoding))
    error = problem_with(path)
    assert error.problem is Problem.NOT_JSON
    assert "utf-8" in str(error)


def test_a_file_of_just_the_largest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "town.json"
    data = write_release(sample_release())
    path.write_bytes(data + b"\n" * (LARGEST_FILE - len(data)))
    assert read_release_file(path) == sample_release()
    with path.open("ab") as file:
        file.write(b"\n")
    assert problem_with(path).problem is Problem.FILE_TOO_LARGE

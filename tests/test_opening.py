from __future__ import annotations

from pathlib import Path

import pytest
from samples import sample_release

from viewer.library.releases import release_ids
from viewer.opening import import_file, open_library
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release_json import write_release


@pytest.fixture
def release_file(tmp_path: Path) -> Path:
    path = tmp_path / "town.json"
    path.write_bytes(write_release(sample_release()))
    return path


def ids_in(library_path: Path) -> list[str]:
    library = open_library(library_path)
    ids = release_ids(library)
    library.close()
    return ids


def test_a_new_library_holds_the_release_that_ships(library_path: Path) -> None:
    assert ids_in(library_path) == ["xuzhou-2024"]


def test_an_empty_file_becomes_a_library(library_path: Path) -> None:
    library_path.touch()
    assert ids_in(library_path) == ["xuzhou-2024"]


def test_opening_again_changes_no_byte(library_path: Path) -> None:
    open_library(library_path).close()
    before = library_path.read_bytes()
    assert ids_in(library_path) == ["xuzhou-2024"]
    assert library_path.read_bytes() == before


def test_a_file_is_taken_in_and_its_id_given(library_path: Path, release_file: Path) -> None:
    assert import_file(library_path, release_file) == "lakeside-2023"
    assert ids_in(library_path) == ["xuzhou-2024", "lakeside-2023"]


def test_a_broken_file_changes_nothing(library_path: Path, release_file: Path) -> None:
    open_library(library_path).close()
    before = library_path.read_bytes()
    release_file.write_bytes(release_file.read_bytes()[:-40])
    with pytest.raises(ReleaseViewerError) as raised:
        import_file(library_path, release_file)
    assert raised.value.file == str(release_file)
    assert library_path.read_bytes() == before


def test_a_file_that_is_not_there_makes_no_library(library_path: Path, tmp_path: Path) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        import_file(library_path, tmp_path / "none.json")
    assert raised.value.problem is Problem.FILE_MISSING
    assert not library_path.exists()

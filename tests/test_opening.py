from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from samples import SEED

from viewer.library.arrivals import Imported, Outcome
from viewer.library.pages import read_release
from viewer.library.releases import release_ids
from viewer.opening import documents_in, import_all, keep, open_document, open_library
from viewer.readers.mending import Mending
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Release


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


PARAGRAPHS = [
    "湖滨镇年度通报",
    "2024年1月5日，湖滨镇航运站恢复夜班船，全年运送乘客1.2万人。",
    "码头扩建完成，新增泊位12个。",
]


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "town.txt"
    path.write_text("\n".join(PARAGRAPHS), encoding="utf-8")
    return path


def outcomes(library_path: Path, *paths: Path) -> list[Outcome | None]:
    steps = list(import_all(library_path, paths))
    assert [(step.done, step.total) for step in steps] == [(number, len(steps)) for number in range(1, len(steps) + 1)]
    return [step.imported.arrival.outcome if step.imported.arrival else None for step in steps]


def test_documents_are_taken_in_once(library_path: Path, release_file: Path, text_file: Path) -> None:
    assert outcomes(library_path, release_file, text_file) == [Outcome.ADDED, Outcome.ADDED]
    assert outcomes(library_path, release_file, text_file) == [Outcome.IDENTICAL, Outcome.IDENTICAL]
    assert len(ids_in(library_path)) == 3


def test_a_broken_document_changes_nothing_and_the_others_go_on(
    library_path: Path, release_file: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_bytes(release_file.read_bytes()[:-40])
    steps = list(import_all(library_path, [broken, tmp_path / "none.txt", release_file]))
    problems = [step.imported.error.problem for step in steps if step.imported.error]
    assert problems == [Problem.NOT_JSON, Problem.FILE_MISSING]
    assert ids_in(library_path) == ["xuzhou-2024", "lakeside-2023"]


def test_the_documents_of_a_folder_are_found_and_links_lead_nowhere(tmp_path: Path) -> None:
    for name in ("b/two.md", "a/one.txt", "a/.hidden.txt", "a/photo.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert list(documents_in([tmp_path])) == [tmp_path / "a/one.txt", tmp_path / "b/two.md"]


def test_a_folder_without_documents_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        list(documents_in([tmp_path]))
    assert raised.value.problem is Problem.NO_DOCUMENTS
    assert ".txt .md" in str(raised.value)


def test_a_document_that_is_new_is_looked_at_before_it_is_kept(library_path: Path, text_file: Path) -> None:
    release = open_document(library_path, text_file)
    assert isinstance(release, Release)
    assert ids_in(library_path) == ["xuzhou-2024"]
    assert keep(library_path, release, None).arrival == (release.id, Outcome.ADDED)
    again = open_document(library_path, text_file)
    assert isinstance(again, Imported)
    assert again.arrival == (release.id, Outcome.IDENTICAL)


def test_what_was_mended_is_kept(library_path: Path, text_file: Path) -> None:
    release = open_document(library_path, text_file)
    assert isinstance(release, Release)
    mending = Mending("湖滨镇通报", datetime.date(2024, 1, 6), {2: 1})
    arrival = keep(library_path, release, mending).arrival
    assert arrival is not None
    library = open_library(library_path)
    kept = read_release(library, arrival.id)
    library.close()
    assert (kept.title, kept.date) == ("湖滨镇通报", datetime.date(2024, 1, 6))
    assert [section.title for section in kept.sections] == [PARAGRAPHS[1].removesuffix("。")]


def test_a_pasted_text_is_read_like_a_document(library_path: Path) -> None:
    release = open_document(library_path, None, "\n".join(PARAGRAPHS))
    assert isinstance(release, Release)
    assert release.title == PARAGRAPHS[0]


@pytest.mark.skipif(not SEED.exists(), reason="the published text is not at hand")
def test_the_published_text_is_attached_at_once(library_path: Path) -> None:
    imported = open_document(library_path, SEED)
    assert isinstance(imported, Imported)
    assert imported.arrival == ("xuzhou-2024", Outcome.ATTACHED)

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from old_libraries import VERSIONS, put_old_library
from samples import sample_release

from viewer.library.annotations import annotations_of, lost_annotations, put_annotations
from viewer.library.arrivals import Outcome
from viewer.library.damage_mark import is_marked, mark_damaged
from viewer.library.index import check_index
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.records import PAGE
from viewer.library.recovery import Recovery, recover, recovery_text, repair
from viewer.library.releases import put_release, release_ids, remove_release
from viewer.library.soundness import find_damage
from viewer.opening import import_document, open_library
from viewer.release.annotation import Annotation, AnnotationKind
from viewer.release.errors import Problem, ReleaseViewerError

DOCUMENT = Path(__file__).resolve().parents[1] / "readers" / "samples" / "hk-ferry.txt"
DOCUMENT_ID = "20241128-27dfe99c"
STAR = Annotation(
    entry_id="lakeside-2023/ferry", title="", kind=AnnotationKind.STAR, made=datetime.date(2026, 11, 25), note=""
)


@pytest.fixture
def damaged_path(library_path: Path) -> Path:
    """The path of a library with three releases and a star, sound until a test damages it."""
    with closing(open_library(library_path)) as library:
        put_release(library, sample_release())
        import_document(library, DOCUMENT)
        put_annotations(library, [STAR])
    return library_path


def pages_of(path: Path, table: str) -> list[int]:
    with closing(apsw.Connection(str(path))) as connection:
        rows = connection.execute("SELECT pageno FROM dbstat WHERE name = ?", (table,))
        return [int(page) for (page,) in rows]


def overwrite(path: Path, *tables: str) -> None:
    """Put nonsense on all pages of some tables or indexes."""
    pages = [page for table in tables for page in pages_of(path, table)]
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = b"\xaa" * PAGE
    path.write_bytes(content)


def no_report(_done: int, _total: int) -> None:
    pass


def recovered(path: Path) -> Recovery:
    recovery = repair(path, no_report)
    assert recovery is not None
    with closing(Library(path)) as library:
        assert not find_damage(library)
        assert not library.check_integrity()
        assert not check_index(library)
    return recovery


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: overwrite(path, "sqlite_schema"),
        lambda path: path.write_bytes(bytes(100) + path.read_bytes()[100:]),
        lambda path: overwrite(path, "entry_by_parent", "mention_by_name", "sqlite_autoindex_release_1"),
        lambda path: overwrite(path, "entry_text_data", "name_text_data", "name"),
    ],
    ids=["first page", "header", "indexes", "search index"],
)
def test_all_is_saved_where_only_what_can_be_made_anew_is_damaged(
    damaged_path: Path, spoil: Callable[[Path], object]
) -> None:
    with closing(Library(damaged_path)) as library:
        before = [read_release(library, id_) for id_ in release_ids(library)]
    spoil(damaged_path)
    damaged = damaged_path.read_bytes()
    recovery = recovered(damaged_path)
    assert (recovery.releases, recovery.annotations, recovery.incomplete, recovery.lost_releases) == (3, 1, (), ())
    assert recovery.aside is not None
    assert recovery.aside.read_bytes() == damaged, "the damaged file is kept as it was"
    with closing(Library(damaged_path)) as library:
        assert [read_release(library, id_) for id_ in release_ids(library)] == before
        assert [mark.kind for mark in annotations_of(library, "lakeside-2023")] == ["star"]
        put_release(library, sample_release("after-2024"))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_damaged_library_of_every_version_is_saved(library_path: Path, version: int) -> None:
    put_old_library(version, library_path)
    overwrite(library_path, "entry_by_release", "mention_by_name")
    assert recovered(library_path).releases == (3 if version >= 3 else 2)


def test_a_release_whose_own_row_is_lost_keeps_its_text_and_its_day(damaged_path: Path) -> None:
    overwrite(damaged_path, "release")
    recovery = recovered(damaged_path)
    assert recovery.incomplete == (DOCUMENT_ID, "lakeside-2023", "xuzhou-2024")
    with closing(Library(damaged_path)) as library:
        ferry = read_release(library, DOCUMENT_ID)
        assert (ferry.date, ferry.form) == (datetime.date(2024, 11, 28), "verbatim")
        assert ferry.source is not None
        assert len(ferry.source.paragraphs) == 12
        assert read_release(library, "lakeside-2023").sections[0].items[0].figures[0].value == 12000


def test_a_document_whose_entries_are_lost_keeps_its_paragraphs_and_is_whole_when_it_comes_again(
    damaged_path: Path,
) -> None:
    overwrite(damaged_path, "entry")
    recovery = recovered(damaged_path)
    assert set(recovery.incomplete) == {DOCUMENT_ID, "lakeside-2023", "xuzhou-2024"}
    with closing(Library(damaged_path)) as library:
        source = read_release(library, DOCUMENT_ID).source
        assert source is not None
        assert len(source.paragraphs) == 12
        assert [mark.lost for mark in lost_annotations(library)] == [True]
        put_release(library, sample_release())
        assert not lost_annotations(library), "the star is back with its entry"


def test_a_document_with_lost_paragraphs_has_gaps_until_it_is_opened_again(damaged_path: Path) -> None:
    with closing(apsw.Connection(str(damaged_path))) as connection:
        connection.execute("PRAGMA writable_schema = ON; DELETE FROM source_paragraph WHERE number IN (3, 4)")
    overwrite(damaged_path, "entry_by_release")
    assert recovered(damaged_path).incomplete == (DOCUMENT_ID,)
    with closing(Library(damaged_path)) as library:
        source = read_release(library, DOCUMENT_ID).source
        assert source is not None
        assert [number for number, part in enumerate(source.paragraphs, 1) if part.text == "…"] == [3, 4]
        arrival = import_document(library, DOCUMENT).arrival
        assert arrival is not None
        assert arrival == (DOCUMENT_ID, Outcome.REPLACED)


def test_what_was_removed_does_not_come_back(damaged_path: Path) -> None:
    with closing(Library(damaged_path)) as library:
        remove_release(library, "lakeside-2023")
    overwrite(damaged_path, "entry_by_release")
    recovered(damaged_path)
    with closing(Library(damaged_path)) as library:
        assert release_ids(library) == ["xuzhou-2024", DOCUMENT_ID]


def test_what_is_lost_is_counted_and_named_as_far_as_indexes_know_of_it(damaged_path: Path) -> None:
    overwrite(damaged_path, "annotation", "release", "entry", "source_paragraph")
    with pytest.raises(ReleaseViewerError) as raised:
        repair(damaged_path, no_report)
    assert raised.value.problem is Problem.NOTHING_RECOVERED
    assert raised.value.values == {"backup": "–"}


def test_lost_stars_are_counted(damaged_path: Path) -> None:
    overwrite(damaged_path, "annotation")
    assert recovered(damaged_path).lost_annotations == 1


def test_a_sound_library_is_left_as_it_is_and_a_mark_that_means_nothing_goes(damaged_path: Path) -> None:
    mark_damaged(damaged_path)
    before = damaged_path.read_bytes()
    assert repair(damaged_path, no_report) is None
    assert not is_marked(damaged_path)
    assert damaged_path.read_bytes() == before
    assert not (damaged_path.parent / "backups").exists()


def test_a_foreign_file_is_left_as_it_is(library_path: Path) -> None:
    library_path.write_text("买菜清单" * 5000, encoding="utf-8")
    before = library_path.read_bytes()
    with pytest.raises(ReleaseViewerError) as raised:
        repair(library_path, no_report)
    assert raised.value.problem is Problem.NOTHING_RECOVERED
    assert library_path.read_bytes() == before
    assert [path.name for path in library_path.parent.glob("library*")] == ["library.sqlite"]
    assert not (library_path.parent / "backups").exists()


def test_a_recovery_that_is_given_up_leaves_all_as_it_was(damaged_path: Path) -> None:
    overwrite(damaged_path, "mention_by_name")
    before = damaged_path.read_bytes()

    def give_up(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        recover(damaged_path, give_up)
    assert damaged_path.read_bytes() == before
    assert not [path for path in damaged_path.parent.iterdir() if path.name.startswith(".")]


def test_another_window_goes_on_with_what_was_saved(damaged_path: Path) -> None:
    with closing(Library(damaged_path)) as other:
        assert len(release_ids(other)) == 3
        overwrite(damaged_path, "mention_by_name", "figure_by_unit")
        recovered(damaged_path)
        assert len(release_ids(other)) == 3
        put_release(other, sample_release("other-2024"))
    with closing(Library(damaged_path)) as library:
        assert "other-2024" in release_ids(library)


def test_one_text_says_what_was_saved_and_what_was_not(tmp_path: Path) -> None:
    recovery = Recovery(3, 4, 1, ("town-2020",), ("town-2019",), 2, tmp_path / "damaged.sqlite")
    text = recovery_text(recovery, lambda _context, text: text)
    for part in (
        "3 releases",
        "4 stars",
        "1 corrected",
        "gaps",
        "town-2020",
        "Lost: town-2019",
        "notes: 2",
        str(tmp_path),
    ):
        assert part in text

from __future__ import annotations

import dataclasses
import datetime
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from samples import releases, sample_release

from viewer.library.browse import BrowseWay, browse, count_items
from viewer.library.index import check_index
from viewer.library.library import Library
from viewer.library.pages import read_notices, read_page, read_release
from viewer.library.query_parser import parse_query
from viewer.library.releases import put_release, release_heads, release_ids, remove_release
from viewer.library.search import search
from viewer.readers.reader import read_pasted
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.folding import fold
from viewer.release.release import Release, entry_body


@given(releases())
@settings(max_examples=60)
def test_every_release_comes_back_as_it_went_in(release: Release) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder, "library.sqlite"))
        put_release(library, release)
        assert read_release(library, release.id) == release
        assert library.check_integrity() == check_index(library) == []
        library.close()


def test_releases_are_told_from_each_other_newest_first(library: Library) -> None:
    put_release(library, sample_release("older", datetime.date(2023, 1, 5)))
    put_release(library, sample_release("newer", datetime.date(2026, 1, 5)))
    newest, _shipped, oldest = release_heads(library)
    assert newest == ("newer", "湖滨镇年度通报", "湖滨镇", datetime.date(2026, 1, 5), "2023年")
    assert oldest.id == "older"


def test_every_notice_is_read_and_word_for_word_where_its_document_has_been_opened(library: Library) -> None:
    notice = "版权声明"
    clause = "未经授权不得转载本站内容。"
    put_release(library, read_pasted(f"湖滨镇通报\n渡口夜班船恢复开行，末班船开到二十三点。\n{notice}\n{clause}"))
    put_release(library, sample_release())
    found = {part.release.title: part for part in read_notices(library)}
    assert found["湖滨镇通报"].original == (notice, clause)
    sample = found["湖滨镇年度通报"]
    assert (sample.release.notice, sample.original) == (sample_release().notice, ())


def test_a_release_takes_the_place_of_the_one_with_its_id(library: Library) -> None:
    put_release(library, sample_release())
    put_release(library, dataclasses.replace(sample_release(), title="改过的通报", sections=()))
    assert read_release(library, "lakeside-2023").title == "改过的通报"
    assert search(library, parse_query("渡口"), 10).hits == ()
    assert library.check_integrity() == check_index(library) == []


def test_nothing_of_a_removed_release_is_left(library: Library) -> None:
    put_release(library, sample_release())
    remove_release(library, "lakeside-2023")
    assert release_ids(library) == ["xuzhou-2024"]
    remove_release(library, "xuzhou-2024")
    for table in (
        "release",
        "entry",
        "mention",
        "figure",
        "caption",
        "clause",
        "inference",
        "entry_text",
        "name",
        "name_text",
    ):
        assert library.rows(f"SELECT count(*) FROM {table}") == [(0,)]


def test_the_newest_release_comes_first(library: Library) -> None:
    put_release(library, sample_release("old", datetime.date(1999, 1, 1)))
    put_release(library, sample_release("new", datetime.date(2030, 1, 1)))
    assert release_ids(library) == ["new", "xuzhou-2024", "old"]


@pytest.mark.parametrize("release_id", ["nowhere", "xuzhou-2024/moments", ""])
def test_what_is_not_there_is_named(library: Library, release_id: str) -> None:
    for action in (read_release, remove_release):
        with pytest.raises(ReleaseViewerError) as raised:
            action(library, release_id)
        assert raised.value.problem is Problem.NO_SUCH_ENTRY
        assert f"“{release_id}”" in str(raised.value)


def test_a_page_knows_where_it_stands_and_what_is_below(library: Library) -> None:
    item = read_page(library, "xuzhou-2024/liu-tao")
    assert [crumb.id for crumb in item.path] == ["xuzhou-2024", "xuzhou-2024/moments"]
    assert item.children == ()
    assert item.release.sections == ()
    section = read_page(library, "xuzhou-2024/moments")
    assert [child.id for child in section.children][-1] == "xuzhou-2024/bomb-disposal"
    assert read_page(library, "xuzhou-2024").children[0].title == "警务创新"


class LibraryMachine(RuleBasedStateMachine):
    """A library against a dict, through puts and removals in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.library = Library(Path(self.folder.name, "library.sqlite"))
        self.model: dict[str, Release] = {}

    @rule(release=releases(ids=st.sampled_from(["a", "b", "c"])))
    def put(self, release: Release) -> None:
        put_release(self.library, release)
        self.model[release.id] = release

    @rule(release_id=st.sampled_from(["a", "b", "c"]))
    def remove(self, release_id: str) -> None:
        if release_id in self.model:
            remove_release(self.library, release_id)
            del self.model[release_id]
        else:
            with pytest.raises(ReleaseViewerError):
                remove_release(self.library, release_id)

    @rule(data=st.data())
    def find_an_entry_by_its_title(self, data: st.DataObject) -> None:
        entries = [
            (release.id if entry is release else f"{release.id}/{entry.id}", entry)
            for release in self.model.values()
            for entry in release.entries()
        ]
        if not entries:
            return
        id_, entry = data.draw(st.sampled_from(entries))
        words = [word for word in entry.title.split() if word.isprintable() and fold(word)]
        if words:
            hits = search(self.library, parse_query(f'"{fold(words[0])}"'), 1000)
            assert id_ in [hit.id for hit in hits.hits]
        assert read_page(self.library, id_).entry.title == entry.title
        assert entry_body(read_page(self.library, id_).entry) == entry_body(entry)

    @invariant()
    def holds_what_was_put(self) -> None:
        assert sorted(release_ids(self.library)) == sorted(self.model)
        for release in self.model.values():
            assert read_release(self.library, release.id) == release
        assert count_items(self.library) == sum(
            len(section.items) for release in self.model.values() for section in release.sections
        )
        shown = [branch.id for branch in browse(self.library, BrowseWay.CATEGORY, None, 0, 99)]
        assert shown == release_ids(self.library)
        assert self.library.check_integrity() == check_index(self.library) == []

    def teardown(self) -> None:
        self.library.close()
        self.folder.cleanup()


LibraryMachine.TestCase.settings = settings(max_examples=15, stateful_step_count=12)
TestLibraryMachine = LibraryMachine.TestCase

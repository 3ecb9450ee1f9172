from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import sample_release

from viewer.library.index import extra_parts, name_parts
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.query import parse_query
from viewer.library.releases import put_release
from viewer.library.search import Hits, search
from viewer.release.folding import fold
from viewer.release.release import Release, entry_body


def find(library: Library, typed: str, limit: int = 100, offset: int = 0) -> Hits:
    return search(library, parse_query(typed), limit, offset)


def ids(library: Library, typed: str) -> list[str]:
    return [hit.id for hit in find(library, typed).hits]


def texts(release: Release) -> Iterator[tuple[str, list[str]]]:
    """Each entry's id, and every folded text that it is found by."""
    for entry in release.entries():
        id_ = release.id if entry is release else f"{release.id}/{entry.id}"
        yield id_, [fold(part) for part in (entry.title, entry_body(entry), *name_parts(entry), *extra_parts(entry))]


@cache
def shipped(library: Library) -> list[tuple[str, list[str]]]:
    return list(texts(read_release(library, "xuzhou-2024")))


@given(st.data())
def test_any_substrings_are_found_in_just_the_entries_that_have_them_all(library: Library, data: st.DataObject) -> None:
    entries = shipped(library)
    terms: list[str] = []
    for _term in range(data.draw(st.integers(1, 2))):
        _id, parts = data.draw(st.sampled_from(entries))
        part = data.draw(st.sampled_from(parts))
        start = data.draw(st.integers(0, len(part) - 1))
        terms.append(part[start : start + data.draw(st.integers(1, 8))])
    expected = {id_ for id_, parts in entries if all(any(term in part for part in parts) for term in terms)}
    assert set(ids(library, " ".join(terms))) == expected


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ＴＮＴ", {"xuzhou-2024/bomb-disposal"}),
        ("tnt", {"xuzhou-2024/bomb-disposal"}),
        ("情指行一体化", {"xuzhou-2024/seven-reforms"}),
        ("1300 条", {"xuzhou-2024/fengcheng-outpost"}),
        ("汉盾 劝阻", {"xuzhou-2024/fraud-dissuasion"}),
        ("铜山分局民警付辉", {"xuzhou-2024/fu-hui"}),
        ("反诈宣传", {"xuzhou-2024/fengcheng-outpost"}),
        ("同比下降五成", {"xuzhou-2024/grassroots-control"}),
        ("655", {"xuzhou-2024"}),
        ("汉盾 查无此事", set()),
    ],
)
def test_what_people_type_finds_what_they_mean(library: Library, typed: str, found: set[str]) -> None:
    assert set(ids(library, typed)) == found


@pytest.mark.parametrize("typed", ["", " 　\t", "“”", '"', "\x00\x01"])
def test_a_query_of_nothing_finds_nothing(library: Library, typed: str) -> None:
    assert find(library, typed) == Hits((), 0, 0, ())


@pytest.mark.parametrize(
    "typed", ["*", "NEAR(县)", "AND", "县 OR", "-县", "title:县", "^县", "县*", "a{b}", "';--", "%", "_"]
)
def test_no_character_has_a_meaning_of_its_own(library: Library, typed: str) -> None:
    entries = shipped(library)
    terms = parse_query(typed).terms
    expected = {id_ for id_, parts in entries if all(any(term in part for part in parts) for term in terms)}
    assert set(ids(library, typed)) == expected


def test_titles_come_before_names_and_names_before_the_text(library: Library) -> None:
    release = sample_release()
    ferry, keeper = release.sections[0].items
    in_text = dataclasses.replace(keeper, id="in-text", summary="说到灯塔，灯塔，灯塔。", people=())
    in_title = dataclasses.replace(keeper, id="in-title", title="灯塔开放" + "了" * 60, summary="文" * 300, people=())
    lights = tuple(dataclasses.replace(ferry.systems[0], name=f"灯塔{number}") for number in "一二三四")
    in_names = dataclasses.replace(ferry, id="in-names", summary="文" * 300, systems=lights)
    section = dataclasses.replace(release.sections[0], items=(in_text, in_names, in_title))
    put_release(library, dataclasses.replace(release, sections=(section,)))
    assert ids(library, "灯塔") == ["lakeside-2023/in-title", "lakeside-2023/in-names", "lakeside-2023/in-text"]


def test_of_equal_hits_the_newest_comes_first(library: Library) -> None:
    put_release(library, sample_release("old", datetime.date(1999, 1, 1)))
    put_release(library, sample_release("new", datetime.date(2030, 1, 1)))
    assert ids(library, "渡口") == ["new/ferry", "old/ferry"]


@pytest.mark.parametrize("typed", ["县", "徐州", "民警", "1300条", "机制", "汉盾 劝阻", "ＴＮＴ"])
def test_every_mark_is_on_what_was_typed(library: Library, typed: str) -> None:
    terms = parse_query(typed).terms
    for hit in find(library, typed).hits:
        marked = [hit.title[a:b] for a, b in hit.title_spans] + [hit.snippet[a:b] for a, b in hit.snippet_spans]
        assert marked
        assert all(any(term in fold(part) for term in terms) for part in marked)


def test_a_snippet_starts_near_its_first_match(library: Library) -> None:
    hit = find(library, "钱袋子").hits[0]
    assert hit.snippet.startswith("…")
    assert hit.snippet_spans[0][0] < 20


def test_pages_of_hits_join_up(library: Library) -> None:
    whole = find(library, "徐州")
    assert whole.total == len(whole.hits) > 3
    joined = [hit.id for offset in range(0, whole.total, 2) for hit in find(library, "徐州", 2, offset).hits]
    assert joined == [hit.id for hit in whole.hits]
    assert find(library, "徐州", 2).total == whole.total


def test_the_hits_of_each_category_are_counted(library: Library) -> None:
    hits = find(library, "县")
    assert hits.categories == (("民生实事", 2), ("警务创新", 1))
    assert hits.total == 3


def test_nothing_is_found_across_two_parts(library: Library) -> None:
    assert ids(library, "1300条破获案件") == []

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import sample_release

from viewer.library.annotations import put_annotations
from viewer.library.browse import BrowseWay
from viewer.library.destinations import Destination, find_destinations, recall_destinations
from viewer.library.entry import EntryKind
from viewer.library.library import Library
from viewer.library.matches import nearness
from viewer.library.releases import put_release, remove_release
from viewer.release.annotation import Annotation, AnnotationKind
from viewer.release.folding import fold

ANY = 1000
STAR = Annotation(
    entry_id="xuzhou-2024/fu-hui",
    made=datetime.date(2025, 1, 10),
    title="付辉：火场拎出液化气罐",
    kind=AnnotationKind.STAR,
)


def ids(library: Library, typed: str, limit: int = ANY) -> list[str]:
    return [found.id for found in find_destinations(library, typed, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("县", ["place:丰县", "unit:丰县公安局"]),
        ("丰县", ["place:丰县", "unit:丰县公安局"]),
        ("丰县 局", ["unit:丰县公安局"]),
        ("fxgaj", ["unit:丰县公安局"]),
        ("fengxiangonganju", ["unit:丰县公安局"]),
        ("fx", ["place:丰县", "unit:丰县公安局"]),
        ("警務", ["xuzhou-2024/innovations"]),
        ("跨省通辦", ["system:跨省通办", "xuzhou-2024/cross-province"]),
        ("２０２４", ["xuzhou-2024"]),
        ("凤城前哨", ["system:凤城前哨", "xuzhou-2024/fengcheng-outpost"]),
        ("付辉", ["person:付辉", "xuzhou-2024/fu-hui"]),
        ("火场", ["xuzhou-2024/fu-hui"]),
        ("难忘", ["xuzhou-2024/moments"]),
        ("执法办案管理中心", ["unit:执法办案管理中心", "xuzhou-2024/case-handling"]),
    ],
)
def test_the_nearest_comes_first(library: Library, typed: str, first: list[str]) -> None:
    assert ids(library, typed)[: len(first)] == first


@pytest.mark.parametrize("typed", ["", "  ", "“”", "查无此名", "付辉 丰县", "部门:交警支队", "-县"])
def test_what_names_nothing_leads_nowhere(library: Library, typed: str) -> None:
    assert not ids(library, typed)


def test_only_names_lead_somewhere_and_not_what_stands_in_texts(library: Library) -> None:
    assert not ids(library, "TNT")


def test_each_says_what_it_is_and_where_it_stands(library: Library) -> None:
    release = "徐州公安 2024 年度成果"
    found = {one.id: one for one in find_destinations(library, "徐州", ANY)}
    assert found["xuzhou-2024"] == Destination(
        "xuzhou-2024", EntryKind.RELEASE, release, ("2025-01-09",), spans=((0, 2),)
    )
    assert found["unit:徐州市公安局"] == Destination(
        "unit:徐州市公安局", BrowseWay.UNIT, "徐州市公安局", (), spans=((0, 2),)
    )
    (section,) = find_destinations(library, "难忘", ANY)
    assert (section.kind, section.path) == (EntryKind.SECTION, (release,))
    (item,) = find_destinations(library, "火场", ANY)
    assert (item.kind, item.path) == (EntryKind.ITEM, (release, "难忘瞬间"))


def test_of_what_is_equally_near_the_newest_comes_first(library: Library) -> None:
    for year in (2021, 2023, 2022):
        put_release(library, sample_release(f"lakeside-{year}", datetime.date(year, 1, 5)))
    found = [id_ for id_ in ids(library, "守塔人") if id_.endswith("/keeper")]
    assert found == ["lakeside-2023/keeper", "lakeside-2022/keeper", "lakeside-2021/keeper"]


@given(st.data())
def test_any_part_of_any_title_leads_to_it(library: Library, data: st.DataObject) -> None:
    id_, title = data.draw(st.sampled_from(library.rows("SELECT id, title FROM entry")))
    start = data.draw(st.integers(0, len(title) - 1))
    typed = title[start : start + data.draw(st.integers(1, 8))]
    found = find_destinations(library, typed, ANY)
    assert (id_ in [one.id for one in found]) == any(map(fold, typed.split()))
    distances = [nearness(one.title, one.spans) for one in found]
    assert distances == sorted(distances)
    for one in found:
        marked = "".join(one.title[begin:end] for begin, end in one.spans)
        assert all(fold(word) in fold(marked) for word in typed.split())


@given(st.text('丰县公安f xgaj>-"“(:', max_size=12), st.integers(0, 5))
def test_no_more_come_than_are_wanted_whatever_is_typed(library: Library, typed: str, limit: int) -> None:
    assert ids(library, typed, limit) == ids(library, typed)[:limit]


def test_pages_are_recalled_in_the_order_of_the_visits(library: Library) -> None:
    visited = ["xuzhou-2024/fu-hui", "unit:交警支队", "figure:起", "xuzhou-2024", "place:", "mark:star"]
    put_annotations(library, [STAR])
    recalled = recall_destinations(library, visited)
    assert [one.id for one in recalled] == visited
    assert [one.title for one in recalled[:3]] == ["付辉：火场拎出液化气罐", "交警支队", "起"]


def test_pages_that_are_gone_are_not_recalled(library: Library) -> None:
    assert recall_destinations(library, ["nowhere", "unit:查无此名", "xuzhou-2024"]) == recall_destinations(
        library, ["xuzhou-2024"]
    )
    remove_release(library, "xuzhou-2024")
    assert not recall_destinations(library, ["xuzhou-2024", "xuzhou-2024/fu-hui", "unit:交警支队"])

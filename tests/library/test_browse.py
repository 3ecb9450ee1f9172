from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import releases, sample_release

from viewer.library.browse import (
    Branch,
    BrowseWay,
    all_figures,
    browse,
    count_items,
    read_group,
    split_group_id,
)
from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Release


@pytest.mark.parametrize("way", [way for way in BrowseWay if way is not BrowseWay.CATEGORY])
def test_a_group_counts_what_is_below_it(library: Library, way: BrowseWay) -> None:
    groups = browse(library, way, None, 0, 99)
    assert groups
    for group in groups:
        assert len(browse(library, way, group.id, 0, 99)) == group.below


@pytest.mark.parametrize("way", list(BrowseWay))
def test_rows_read_in_pages_are_the_rows_read_at_once(library: Library, way: BrowseWay) -> None:
    put_release(library, sample_release())
    whole = browse(library, way, None, 0, 999)
    pages = [row for offset in range(0, len(whole) + 2, 2) for row in browse(library, way, None, offset, 2)]
    assert pages == whole


def test_categories_lead_down_to_items(library: Library) -> None:
    (release,) = browse(library, BrowseWay.CATEGORY, None, 0, 9)
    sections = browse(library, BrowseWay.CATEGORY, release.id, 0, 9)
    assert [(section.title, section.below) for section in sections] == [
        ("警务创新", 6),
        ("民生实事", 4),
        ("难忘瞬间", 4),
    ]
    items = browse(library, BrowseWay.CATEGORY, sections[2].id, 0, 9)
    assert items[0].title == "付辉：火场拎出液化气罐"
    assert items[0].below == 0


def test_every_item_is_under_some_place_or_under_none(library: Library) -> None:
    groups = browse(library, BrowseWay.PLACE, None, 0, 99)
    assert groups[-1].id == "place:"
    found = {row.id for group in groups for row in browse(library, BrowseWay.PLACE, group.id, 0, 99)}
    assert len([id_ for id_ in found if id_.count("/") == 1 and id_.split("/")[1] not in SECTIONS]) == 14


SECTIONS = ("innovations", "livelihood", "moments")


def test_figures_of_a_unit_are_listed_largest_first(library: Library) -> None:
    rows = browse(library, BrowseWay.FIGURE, "figure:起", 0, 9)
    assert [row.title for row in rows] == ["3万起", "30起", "16起"]
    assert rows[0].detail == "排查化解矛盾纠纷"


def test_a_group_is_read_by_its_id(library: Library) -> None:
    group = read_group(library, "unit:丰县公安局")
    assert [entry.title for entry in group.entries] == ["“凤城前哨”群防群治机制"]


@pytest.mark.parametrize("id_", ["unit:查无此局", "category:x", "xuzhou-2024", "colour:red"])
def test_what_is_no_group_is_named(library: Library, id_: str) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        read_group(library, id_)
    assert raised.value.problem is Problem.NO_SUCH_ENTRY


def test_ids_of_groups_and_of_entries_are_told_apart() -> None:
    assert split_group_id("place:") == (BrowseWay.PLACE, "")
    assert split_group_id("system:a:b") == (BrowseWay.SYSTEM, "a:b")
    assert split_group_id("xuzhou-2024/liu-tao") is None


def test_all_figures_come_in_the_order_of_the_text(library: Library) -> None:
    written = [row.figure.written for row in all_figures(library)]
    assert written[:4] == ["1300条", "30起", "16起", "135万元"]
    assert written[-1] == "50公斤"
    assert len(written) == 16


def test_items_are_counted_over_all_releases(library: Library) -> None:
    put_release(library, sample_release())
    assert count_items(library) == 16


def below(library: Library, way: BrowseWay, parent: str | None) -> list[Branch]:
    """All rows below a row, read three at a time."""
    rows: list[Branch] = []
    while page := browse(library, way, parent, len(rows), 3):
        rows += page
    return rows


def walk(library: Library, row: Branch) -> list[str]:
    """The ids of a row of the tree and of all that is below it; its count must be that of the items there."""
    rows = [id_ for child in below(library, BrowseWay.CATEGORY, row.id) for id_ in walk(library, child)]
    items = sum(bool(library.rows("SELECT 1 FROM entry WHERE id = ? AND kind = 'item'", (id_,))) for id_ in rows)
    assert row.below == (items or bool(rows))
    return [row.id, *rows]


def ids_of(release: Release) -> list[str]:
    return [release.id if entry is release else f"{release.id}/{entry.id}" for entry in release.entries()]


@given(st.lists(releases(), max_size=2, unique_by=lambda release: release.id))
@settings(max_examples=40)
def test_any_library_is_browsed_to_its_last_row_every_way(put: list[Release]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder, "library.sqlite"))
        for release in put:
            put_release(library, release)
        for way in BrowseWay:
            first = below(library, way, None)
            assert len({row.id for row in first}) == len(first)
            if way is BrowseWay.CATEGORY:
                walked = [id_ for row in first for id_ in walk(library, row)]
                assert sorted(walked) == sorted(id_ for release in put for id_ in ids_of(release))
                continue
            for row in first:
                children = below(library, way, row.id)
                group = read_group(library, row.id)
                assert len(group.figures) + len(group.entries) == row.below == len(children)
                if way is not BrowseWay.MARK:  # its kinds are there without anything in them
                    assert group.name == row.title
                    assert children
        library.close()


def test_the_figures_of_a_ratio_are_under_the_unit_without_a_name(library: Library) -> None:
    assert browse(library, BrowseWay.FIGURE, None, 0, 99)[-1].title == ""
    assert [row.figure.quoted for row in read_group(library, "figure:").figures] == ["99.93%", "同比下降五成"]


@pytest.mark.parametrize("way", list(BrowseWay))
def test_below_a_row_that_is_not_there_is_nothing(library: Library, way: BrowseWay) -> None:
    assert browse(library, way, f"{way}:查无此名", 0, 9) == []

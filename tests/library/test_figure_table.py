from __future__ import annotations

import pytest
from samples import sample_release

from viewer.library.figure_table import FigureOrder, FigureQuery, count_figures, read_figures, read_scales
from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.library.scope import Scope
from viewer.release.scale import Scale


def labels(library: Library, query: FigureQuery) -> list[str]:
    return [part.figure.label for part in read_figures(library, query, 100, 0)]


TOWN = Scope(("lakeside-2023",))


def test_the_figures_of_a_release_stand_in_the_order_of_its_text(library: Library) -> None:
    put_release(library, sample_release())
    assert labels(library, FigureQuery(TOWN)) == ["乘客", "投诉"]
    found = read_figures(library, FigureQuery(TOWN), 1, 0)[0]
    assert (found.units, found.entry_id, found.title) == (
        ("湖滨镇航运站",),
        "lakeside-2023/ferry",
        "“渡口”夜班船恢复开行",
    )
    assert found.release.title == "湖滨镇年度通报"


def test_all_figures_of_the_library_are_there_once(library: Library) -> None:
    total = count_figures(library, FigureQuery())
    assert total == len(read_figures(library, FigureQuery(), 1000, 0)) == 16
    pages = [read_figures(library, FigureQuery(order=FigureOrder.UNIT), 5, offset) for offset in range(0, total, 5)]
    seen = [(part.entry_id, part.figure) for page in pages for part in page]
    assert len(set(seen)) == total


@pytest.mark.parametrize("order", list(FigureOrder))
def test_any_order_can_be_turned_round(library: Library, order: FigureOrder) -> None:
    put_release(library, sample_release())
    up = labels(library, FigureQuery(TOWN, order=order))
    assert sorted(up) == sorted(labels(library, FigureQuery(TOWN, order=order, descending=True)))


def test_the_largest_value_comes_first_where_that_is_wanted(library: Library) -> None:
    query = FigureQuery(order=FigureOrder.VALUE, descending=True)
    values = [part.figure.values[0] for part in read_figures(library, query, 100, 0)]
    assert values == sorted(values, reverse=True)
    assert values[0] == 360_000_000


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("乘客", ["乘客"]),
        ("1.2万", ["乘客"]),
        ("同比", ["投诉"]),
        ("渡口", ["乘客", "投诉"]),
        ("航运站 乘", ["乘客"]),
        ("%", []),
        ("_", []),
        ("\\", []),
    ],
)
def test_every_word_of_the_filter_must_be_there(library: Library, words: str, found: list[str]) -> None:
    put_release(library, sample_release())
    assert labels(library, FigureQuery(TOWN, words)) == found


def test_a_search_picks_the_figures_of_what_it_finds(library: Library) -> None:
    assert labels(library, FigureQuery(Scope(query="凤城前哨"))) == ["搜集线索", "破获案件", "拦截电诈", "止损"]


def test_bars_are_drawn_to_the_values_of_their_unit(library: Library) -> None:
    scales = read_scales(library, FigureQuery(Scope(("xuzhou-2024/innovations",))))
    assert scales["起"] == Scale(16, 30_000)

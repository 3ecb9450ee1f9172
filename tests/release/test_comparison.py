from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import sample_release

from viewer.release.comparison import LEAST_LIKENESS, Comparison, State, compare, likeness_of, pair_of
from viewer.release.extract import FigureExtract
from viewer.release.release import Figure

RELEASE = dataclasses.replace(sample_release(), sections=(), source=None)


def stated(label: str, value: float | tuple[float, float], unit: str = "人", change: str = "") -> FigureExtract:
    figure = Figure(label=label, written=f"{value}{unit}", value=value, unit=unit, change=change, paragraph=1)
    return FigureExtract(figure=figure, units=(), entry_id="x", title="x", release=RELEASE)


def states(rows: tuple[Comparison, ...]) -> list[tuple[str, State]]:
    return [(part.figure.label, row.state) for row in rows if (part := row.after or row.before)]


FIGURES = st.lists(
    st.builds(
        stated,
        st.text("乘客灯塔夜班船", min_size=1, max_size=4),
        st.integers(0, 5),
        st.sampled_from(["人", "班"]),
        st.sampled_from(["", "增长"]),
    ),
    max_size=8,
)


@given(FIGURES)
def test_a_release_is_the_same_as_itself(figures: list[FigureExtract]) -> None:
    rows = compare([figures, figures])
    assert len(rows) == len(figures)
    labels = [part.figure.label for part in figures]
    if len(set(labels)) == len(labels):
        assert {row.state for row in rows} <= {State.SAME}


@given(FIGURES, FIGURES)
def test_every_figure_is_there_once(before: list[FigureExtract], after: list[FigureExtract]) -> None:
    rows = compare([before, after])
    assert [row.after for row in rows if row.after] == after
    assert sorted(id(row.before) for row in rows if row.before) == sorted(map(id, before))
    for row in rows:
        assert (row.likeness >= LEAST_LIKENESS) is (row.before is not None and row.after is not None)
        if row.before and row.after:
            assert row.before.figure.unit == row.after.figure.unit
            assert row.before.figure.change == row.after.figure.change


@given(FIGURES, FIGURES)
def test_what_is_new_one_way_is_gone_the_other(before: list[FigureExtract], after: list[FigureExtract]) -> None:
    forth, back = compare([before, after]), compare([after, before])
    assert sum(row.likeness for row in forth) == pytest.approx(sum(row.likeness for row in back))


def test_labels_that_are_alike_are_one_and_the_best_come_first() -> None:
    before = [stated("收集线索", 900, "条"), stated("夜班船", 3, "条")]
    after = [stated("搜集线索", 1300, "条"), stated("收集线索", 1000, "条")]
    rows = compare([before, after])
    assert states(rows) == [("搜集线索", State.NEW), ("收集线索", State.CHANGED), ("夜班船", State.GONE)]
    assert rows[1].difference == 100
    assert rows[1].ratio == pytest.approx(1 / 9)


@pytest.mark.parametrize(
    ("label", "other", "alike"),
    [
        ("搜集线索", "收集线索", True),
        ("破获案件", "破获盗窃案件", True),
        ("ＬＥＤ灯", "led 灯", True),
        ("新增车位", "新增学位", False),
        ("乘客", "投诉", False),
    ],
)
def test_likeness_is_that_of_labels_people_take_for_one(label: str, other: str, alike: bool) -> None:
    assert (likeness_of(label, other) >= LEAST_LIKENESS) is alike
    assert likeness_of(label, other) == likeness_of(other, label)


def test_ranges_and_nothing_have_no_difference() -> None:
    ranges = compare([[stated("乘客", (3, 5))], [stated("乘客", (4, 6))]])[0]
    assert (ranges.state, ranges.difference, ranges.ratio) == (State.CHANGED, None, None)
    from_nothing = compare([[stated("乘客", 0)], [stated("乘客", 4)]])[0]
    assert (from_nothing.difference, from_nothing.ratio) == (4, None)


@given(st.lists(FIGURES, min_size=1, max_size=4))
def test_every_figure_of_several_releases_is_there_once(releases: list[list[FigureExtract]]) -> None:
    rows = compare(releases)
    for position, figures in enumerate(releases):
        there = [id(figure) for row in rows if (figure := row.figures[position])]
        assert sorted(there) == sorted(map(id, figures))
    assert [row.after for row in rows if row.after] == releases[-1]


def test_a_figure_is_followed_over_years_in_which_it_is_missing() -> None:
    releases = [[stated("乘客", 10)], [], [stated("乘客数", 12)], [stated("乘客数量", 18)]]
    (row,) = compare(releases)
    assert [figure.figure.value if figure else None for figure in row.figures] == [10, None, 12, 18]
    assert row.labels == ("乘客数量", "乘客数", "乘客")
    assert (row.state, row.difference, row.ratio) == (State.CHANGED, 6, 0.5)
    assert row.likeness == likeness_of("乘客", "乘客数")


def test_a_person_joins_what_is_not_alike_and_parts_what_is() -> None:
    before = [stated("收集线索", 900, "条"), stated("灯塔", 3, "条")]
    after = [stated("搜集线索", 1300, "条"), stated("航标", 4, "条")]
    corrections = {pair_of("条", "收集线索", "搜集线索"): False, pair_of("条", "航标", "灯塔"): True}
    rows = compare([before, after], corrections)
    assert states(rows) == [("搜集线索", State.NEW), ("航标", State.CHANGED), ("收集线索", State.GONE)]
    assert [row.is_corrected for row in rows] == [False, True, False]
    assert rows[1].likeness == 0


def test_a_person_can_part_equal_labels() -> None:
    rows = compare([[stated("案件", 1)], [stated("案件", 2)]], {pair_of("人", "案件", "案件"): False})
    assert [row.state for row in rows] == [State.NEW, State.GONE]


def test_a_correction_is_about_one_unit() -> None:
    corrections = {pair_of("条", "航标", "灯塔"): True}
    rows = compare([[stated("灯塔", 3, "座")], [stated("航标", 4, "座")]], corrections)
    assert [row.state for row in rows] == [State.NEW, State.GONE]

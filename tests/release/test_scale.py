from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.release.release import Figure
from viewer.release.scale import Scale, before_and_after

SIZES = st.floats(0.001, 1e12)


@given(SIZES, SIZES, SIZES)
def test_a_larger_value_never_has_a_shorter_bar(a: float, b: float, c: float) -> None:
    low, middle, high = sorted((a, b, c))
    scale = Scale(low, high)
    assert 0 <= scale.share(low) <= scale.share(middle) <= scale.share(high) <= 1


@pytest.mark.parametrize(("low", "high", "logarithmic"), [(1, 1000, False), (1, 1001, True), (0, 10**9, False)])
def test_more_than_three_decades_are_logarithmic(low: float, high: float, logarithmic: bool) -> None:
    assert Scale(low, high).is_logarithmic is logarithmic


def test_half_of_the_largest_is_half_a_bar() -> None:
    assert Scale(1, 100).share(50) == 0.5
    assert Scale(0, 0).share(0) == 0
    assert Scale(7, 7).share(7) == 0, "there is nothing to compare it with"


@pytest.mark.parametrize(
    ("change", "value", "unit", "both"),
    [
        ("同比下降", 0.5, "", (1, 0.5)),
        ("增长", 0.25, "", (1, 1.25)),
        ("减少", 1.5, "", None),
        ("增加", 20, "件", None),
        ("", 0.5, "", None),
        ("增长", (0.1, 0.2), "", None),
    ],
)
def test_a_change_by_a_share_has_before_and_after(
    change: str, value: float, unit: str, both: tuple[float, float] | None
) -> None:
    figure = Figure(label="灯", written="x", value=value, unit=unit, change=change, paragraph=1)
    assert before_and_after(figure) == both

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from viewer.library.values import exact_token, range_tokens, value_tokens

_values = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.one_of(st.integers(-30, 30), st.integers(-99_999, 99_999)),
    st.integers(-3, 8),
)


@given(st.none() | _values, st.none() | _values, st.booleans(), st.booleans(), _values, st.sampled_from("vlh"))
@example(Decimal(16200), Decimal(28000), False, True, Decimal(28000), "v")
@example(Decimal("14.06"), Decimal("25.3"), False, True, Decimal(20), "v")
@example(Decimal(0), None, True, False, Decimal(0), "v")
def test_a_value_has_a_token_of_a_range_just_when_it_is_in_it(
    low: Decimal | None, high: Decimal | None, low_open: bool, high_open: bool, value: Decimal, which: str
) -> None:
    if which == "l" and low is not None:
        value = low
    if which == "h" and high is not None:
        value = high
    above = low is None or value > low or (value == low and not low_open)
    below = high is None or value < high or (value == high and not high_open)
    shared = set(range_tokens(low, high, low_open, high_open)) & set(value_tokens(value))
    assert bool(shared) == (above and below)


@given(_values, _values)
def test_only_equal_values_have_the_same_exact_token(one: Decimal, other: Decimal) -> None:
    assert (exact_token(one) == exact_token(other)) == (one == other)


@given(_values)
def test_how_many_zeros_are_written_makes_no_difference(value: Decimal) -> None:
    assert value_tokens(value) == value_tokens(value.normalize()) == value_tokens(value.quantize(Decimal("0.000001")))


def test_a_range_is_a_handful_of_tokens() -> None:
    assert len(range_tokens(Decimal(1000), None, low_open=True)) < 30
    assert len(range_tokens(Decimal("12345.678"), Decimal(98765432))) < 120

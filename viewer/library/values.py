"""Values of figures as tokens, so that a range of values is a handful of tokens, as a word is.

The digits of a value are walked from the first: 1350 is 1.35 × 10³, so it stands under `3`, `3:1`, `3:13`
and `3:135`. It gets one token for each step; where digits follow, one that says so (`+`); and one that says
that none does (`=`). A range is then the union of the steps that lie wholly in it: the trie that Lucene's
numeric range queries were first built on.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_LEAST, _MOST = -9, 18  # decades; the values of a release are below 10^18
_DIGITS = 15  # as many as a float holds
_ZERO = "="
_NEGATIVE = "n"


def value_tokens(value: Decimal) -> list[str]:
    """The tokens of one value, from its decade to the value itself."""
    path = _path(value)
    if path is None:
        return [_ZERO]
    decade = f"{path.sign}{path.decade}"
    tokens = [decade]
    for length in range(1, len(path.digits) + 1):
        step = f"{decade}:{path.digits[:length]}"
        tokens += [step, step + ("=" if length == len(path.digits) else "+")]
    return tokens


def exact_token(value: Decimal) -> str:
    """The token that only this value has."""
    return value_tokens(value)[-1]


def range_tokens(
    low: Decimal | None, high: Decimal | None, low_open: bool = False, high_open: bool = False
) -> list[str]:
    """The tokens of which each value from `low` to `high` has one, and no other value any; open ends are outside.

    An end that is None is no end: all values up to `high` or from `low` on.
    """
    mirrored = _positive(_negated(high), _negated(low), high_open, low_open)
    tokens = [_NEGATIVE + token for token in mirrored]
    from_zero = low is None or low < 0 or (low == 0 and not low_open)
    to_zero = high is None or high > 0 or (high == 0 and not high_open)
    if from_zero and to_zero:
        tokens.append(_ZERO)
    return [*tokens, *_positive(low, high, low_open, high_open)]


class _Path(NamedTuple):
    """The steps to a value: its sign, its decade and its digits without zeros at the end."""

    sign: str
    decade: int
    digits: str


def _path(value: Decimal) -> _Path | None:
    """None for zero and what is too small to matter."""
    digits = "".join(map(str, abs(value).as_tuple().digits)).lstrip("0")
    if not digits or value.adjusted() < _LEAST:
        return None
    return _Path(_NEGATIVE if value < 0 else "", min(value.adjusted(), _MOST), digits[:_DIGITS].rstrip("0"))


def _negated(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _positive(low: Decimal | None, high: Decimal | None, low_open: bool, high_open: bool) -> Iterator[str]:
    """The tokens of those values of a range that are above zero, without their sign."""
    lower = _path(low) if low is not None and low > 0 else None
    upper = _path(high) if high is not None and high > 0 else None
    if (high is not None and upper is None) or _is_empty(low, high, low_open or high_open):
        return
    if lower and upper and lower.decade == upper.decade:
        yield from _between(f"{lower.decade}:", lower.digits, upper.digits, low_open, high_open)
        return
    first = lower.decade + 1 if lower else _LEAST
    end = upper.decade if upper else _MOST + 1
    yield from map(str, range(first, end))
    if lower:
        yield from _above(f"{lower.decade}:", lower.digits, 0, low_open)
    if upper:
        yield from _below(f"{upper.decade}:", upper.digits, 0, high_open)


def _is_empty(low: Decimal | None, high: Decimal | None, is_open: bool) -> bool:
    """Whether no value is in a range; `is_open` where one of its ends is outside."""
    return low is not None and high is not None and (low > high or (low == high and is_open))


def _above(decade: str, digits: str, start: int, is_open: bool) -> Iterator[str]:
    """Values of the decade above `digits` that share its first `start` digits."""
    for length in range(start, len(digits)):
        least = max(int(digits[length]) + 1, 1 if length == 0 else 0)
        yield from (f"{decade}{digits[:length]}{digit}" for digit in range(least, 10))
    yield f"{decade}{digits}+"
    if not is_open:
        yield f"{decade}{digits.rstrip('0')}="


def _below(decade: str, digits: str, start: int, is_open: bool) -> Iterator[str]:
    """Values of the decade below `digits` that share its first `start` digits."""
    for length in range(start, len(digits)):
        if length and digits[length - 1] != "0":
            yield f"{decade}{digits[:length]}="
        yield from (f"{decade}{digits[:length]}{digit}" for digit in range(0 if length else 1, int(digits[length])))
    if not is_open:
        yield f"{decade}{digits.rstrip('0')}="


def _between(decade: str, low: str, high: str, low_open: bool, high_open: bool) -> Iterator[str]:
    """Values of one decade between two of it."""
    width = max(len(low), len(high))
    low, high = low.ljust(width, "0"), high.ljust(width, "0")
    shared = next((place for place in range(width) if low[place] != high[place]), width)
    if shared == width:
        yield f"{decade}{low.rstrip('0')}="
        return
    yield from (f"{decade}{low[:shared]}{digit}" for digit in range(int(low[shared]) + 1, int(high[shared])))
    yield from _above(decade, low, shared + 1, low_open)
    yield from _below(decade, high[: shared + 1] + high[shared + 1 :].rstrip("0"), shared + 1, high_open)

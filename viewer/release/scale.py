"""How long the bar of a figure is."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from viewer.release.release import Figure

_DECADES = 3  # from which the values of a unit are drawn on a logarithmic scale
_SHORTEST = 0.04  # of the room for a bar: the least value on a logarithmic scale is still seen
_MORE = re.compile("[增升涨扩长高快激]")
_LESS = re.compile("[减降跌落缩少滑低缓收窄]")


class Scale(NamedTuple):
    """The least and the largest size of the values of one unit, without signs; `low` is 0 where all are.

    Where both are the same there is nothing to compare, and no bar; shares of a whole are compared with the whole.
    """

    low: float
    high: float

    @property
    def is_logarithmic(self) -> bool:
        """Whether the values span too much to be seen beside each other as they are."""
        return self.low > 0 and self.high / self.low > 10**_DECADES

    def share(self, value: float) -> float:
        """How much of the room the bar of a value takes, from 0 to 1."""
        size = abs(value)
        if not size or self.low == self.high:
            return 0.0
        if not self.is_logarithmic:
            return min(1.0, size / self.high)
        part = math.log(size / self.low) / math.log(self.high / self.low)
        return min(1.0, _SHORTEST + (1 - _SHORTEST) * max(0.0, part))


def before_and_after(figure: Figure) -> tuple[float, float] | None:
    """For a change by a share of what was before, such as 同比下降五成: 1 and what is left of it, 0.5; else None."""
    if figure.unit or not figure.change or isinstance(figure.value, tuple):
        return None
    if _LESS.search(figure.change):
        return (1.0, 1.0 - figure.value) if figure.value <= 1 else None
    return (1.0, 1.0 + figure.value) if _MORE.search(figure.change) else None

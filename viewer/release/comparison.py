"""Figures of two releases side by side: what is new, gone, changed, and by how much.

Figures are matched within one unit, and changes only with changes of the same kind. Equal labels come first (width,
case and white space make no difference), then those that are alike: the share of common pairs of characters
(Dice's coefficient) from `LEAST_LIKENESS` on, best first. 搜集线索 and 收集线索 are at 0.67, 破获案件 and 案件 at 0.5,
破获案件 and 破获盗窃案件 at 0.5, 新增车位 and 新增学位 at 0.33.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from viewer.release.extract import FigureExtract
from viewer.release.folding import fold

LEAST_LIKENESS = 0.5


class State(StrEnum):
    """What became of a figure."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class Comparison:
    """A figure of one release and the one of the other that counts the same; one of them may be missing.

    Attributes:
        likeness: of their labels, from 0 to 1; 1 for equal ones, 0 where there is no pair.
    """

    before: FigureExtract | None
    after: FigureExtract | None
    likeness: float = 0.0

    @property
    def state(self) -> State:
        """What became of it."""
        if self.before is None:
            return State.NEW
        if self.after is None:
            return State.GONE
        return State.SAME if self.before.figure.value == self.after.figure.value else State.CHANGED

    @property
    def difference(self) -> float | None:
        """By how much the value has become more; None for ranges, and where one is missing."""
        if self.before is None or self.after is None:
            return None
        before, after = self.before.figure.value, self.after.figure.value
        return None if isinstance(before, tuple) or isinstance(after, tuple) else after - before

    @property
    def ratio(self) -> float | None:
        """The difference as a share of the value before; None also where that is 0."""
        before = self.before.figure.value if self.before else 0
        if self.difference is None or isinstance(before, tuple) or not before:
            return None
        return self.difference / abs(before)


def compare(before: Sequence[FigureExtract], after: Sequence[FigureExtract]) -> tuple[Comparison, ...]:
    """Every figure of both releases once: as in `after`, then what is gone, as in `before`."""
    partners: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for likeness, new, old in sorted(_candidates(before, after), key=lambda pair: (-pair[0], pair[1:])):
        if new not in partners and old not in taken:
            partners[new] = (old, likeness)
            taken.add(old)
    rows = [
        Comparison(before[partners[new][0]], figure, partners[new][1]) if new in partners else Comparison(None, figure)
        for new, figure in enumerate(after)
    ]
    return (*rows, *(Comparison(figure, None) for old, figure in enumerate(before) if old not in taken))


def likeness_of(label: str, other: str) -> float:
    """How alike two labels are, from 0 to 1."""
    return _likeness(_folded(label), _folded(other))


def _candidates(before: Sequence[FigureExtract], after: Sequence[FigureExtract]) -> Iterator[tuple[float, int, int]]:
    """The likeness and the numbers of an `after` and a `before` that may be a pair.

    Only labels that share a pair of characters are held against each other.
    """
    by_pair: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    labels = [_folded(stated.figure.label) for stated in before]
    for old, stated in enumerate(before):
        for pair in _pairs(labels[old]):
            by_pair[stated.figure.unit, stated.figure.change, pair].append(old)
    for new, stated in enumerate(after):
        label = _folded(stated.figure.label)
        near = {
            old for pair in _pairs(label) for old in by_pair.get((stated.figure.unit, stated.figure.change, pair), ())
        }
        for old in near:
            if (likeness := _likeness(label, labels[old])) >= LEAST_LIKENESS:
                yield likeness, new, old


def _folded(label: str) -> str:
    return fold(label) or label


def _pairs(label: str) -> set[str]:
    """The pairs of characters in a label; a single character counts as one."""
    return {a + b for a, b in pairwise(label)} or {label}


def _likeness(label: str, other: str) -> float:
    if label == other:
        return 1.0
    pairs, others = _pairs(label), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others))

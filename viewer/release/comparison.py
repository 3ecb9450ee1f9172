"""Figures of several releases side by side: what is new, gone, changed, and by how much.

Figures are matched within one unit, and changes only with changes of the same kind. Equal labels come first (width,
case and white space make no difference), then those that are alike: the share of common pairs of characters
(Dice's coefficient) from `LEAST_LIKENESS` on, best first. 搜集线索 and 收集线索 are at 0.67, 破获案件 and 案件 at 0.5,
破获案件 and 破获盗窃案件 at 0.5, 新增车位 and 新增学位 at 0.33. A person who
knows better goes before all of this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from viewer.release.extract import FigureExtract
from viewer.release.folding import fold

LEAST_LIKENESS = 0.5
"""Of labels of figures that are matched, from 0 to 1."""


class State(StrEnum):
    """What became of a figure."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    SAME = "same"


Pair = tuple[str, str, str]
"""A unit and two labels, the smaller first: see `pair_of`."""
Corrections = Mapping[Pair, bool]
"""Whether the figures under two labels of one unit count the same, as a person says; what is not there is proposed."""


@dataclass(frozen=True)
class Comparison:
    """Figures of several releases that count the same.

    Attributes:
        figures: one for each release, the earliest first; None where a release has none.
        likeness: of the labels that are least alike, from 0 to 1; 1 for equal ones, 0 for a figure by itself.
        is_corrected: whether a person said that they count the same.
    """

    figures: tuple[FigureExtract | None, ...]
    likeness: float = 0.0
    is_corrected: bool = False

    @property
    def after(self) -> FigureExtract | None:
        """That of the last release."""
        return self.figures[-1]

    @property
    def before(self) -> FigureExtract | None:
        """The latest before that of the last release."""
        return next((figure for figure in reversed(self.figures[:-1]) if figure), None)

    @property
    def stated(self) -> tuple[FigureExtract, ...]:
        """Those that are there, at least one."""
        return tuple(figure for figure in self.figures if figure)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels, the latest first, each once."""
        return tuple(dict.fromkeys(figure.figure.label for figure in reversed(self.stated)))

    @property
    def state(self) -> State:
        """What became of it in the last release."""
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


class _Link(NamedTuple):
    """A figure before and one after that may count the same, by their numbers; the least is the best."""

    unlikeness: float
    new: int
    old: int


def pair_of(unit: str, label: str, other: str) -> Pair:
    """Two labels of a unit as they are corrected; which of them is first makes no difference."""
    first, second = sorted((_folded(label), _folded(other)))
    return unit, first, second


def compare(
    releases: Sequence[Sequence[FigureExtract]], corrections: Corrections = MappingProxyType({})
) -> tuple[Comparison, ...]:
    """Every figure of the releases, the earliest first, once: as in the last one, then what is gone, as it came.

    Each is held against the latest of those that count the same.
    """
    rows: list[Comparison] = []
    for position, figures in enumerate(releases):
        latest = [row.stated[-1] for row in rows]
        links = _links(latest, figures, corrections)
        for new, figure in enumerate(figures):
            if new not in links:
                rows.append(Comparison((*(None,) * position, figure)))
                continue
            row, is_corrected = rows[links[new].old], links[new].unlikeness == _CORRECTED
            likeness = likeness_of(figure.figure.label, latest[links[new].old].figure.label)
            least = min(row.likeness, likeness) if len(row.stated) > 1 else likeness
            rows[links[new].old] = Comparison((*row.figures, figure), least, row.is_corrected or is_corrected)
        rows = [row if len(row.figures) > position else replace(row, figures=(*row.figures, None)) for row in rows]
    places = {id(figure): place for place, figure in enumerate(releases[-1])}
    return tuple(sorted(rows, key=lambda row: places.get(id(row.after), len(places))))


_CORRECTED = -1.0


def _links(
    before: Sequence[FigureExtract], after: Sequence[FigureExtract], corrections: Corrections
) -> dict[int, _Link]:
    """The best links by the numbers of the figures after; none of either is in two."""
    links: dict[int, _Link] = {}
    taken: set[int] = set()
    for link in sorted({*_proposed(before, after, corrections), *_corrected(before, after, corrections)}):
        if link.new not in links and link.old not in taken:
            links[link.new] = link
            taken.add(link.old)
    return links


def _corrected(
    before: Sequence[FigureExtract], after: Sequence[FigureExtract], corrections: Corrections
) -> Iterator[_Link]:
    """Figures of which a person says that they count the same."""
    same: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for (unit, label, other), is_same in corrections.items():
        if is_same:
            same[unit, label].add(other)
            same[unit, other].add(label)
    by_label: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for old, stated in enumerate(before if same else ()):
        by_label[stated.figure.unit, stated.figure.change, _folded(stated.figure.label)].append(old)
    for new, stated in enumerate(after if same else ()):
        figure = stated.figure
        for label in same.get((figure.unit, _folded(figure.label)), ()):
            yield from (_Link(_CORRECTED, new, old) for old in by_label[figure.unit, figure.change, label])


def likeness_of(label: str, other: str) -> float:
    """How alike two labels are, from 0 to 1."""
    return _likeness(_folded(label), _folded(other))


def _proposed(
    before: Sequence[FigureExtract], after: Sequence[FigureExtract], corrections: Corrections
) -> Iterator[_Link]:
    """Figures whose labels are alike, but for those of which a person says that they are not the same.

    Only labels that share a pair of characters are held against each other.
    """
    by_pair: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    labels = [_folded(stated.figure.label) for stated in before]
    for old, stated in enumerate(before):
        for pair in _pairs(labels[old]):
            by_pair[stated.figure.unit, stated.figure.change, pair].append(old)
    for new, stated in enumerate(after):
        unit, label = stated.figure.unit, _folded(stated.figure.label)
        near = {old for pair in _pairs(label) for old in by_pair.get((unit, stated.figure.change, pair), ())}
        for old in near:
            likeness = _likeness(label, labels[old])
            if likeness >= LEAST_LIKENESS and corrections.get(pair_of(unit, label, labels[old]), True):
                yield _Link(1 - likeness, new, old)


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

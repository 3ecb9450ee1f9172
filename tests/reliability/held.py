"""What a program holds at an instant, and whether that grows from round to round."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

Held = dict[str, int]
"""How much there is of everything that could be left behind, by its name."""

RESIDENT, OWN, PYTHON, LIBRARY = "memory, KiB", "memory of its own, KiB", "objects of Python", "library, KiB"
_MEMORY = (RESIDENT, OWN)
_BOUNDED = (*_MEMORY, PYTHON, LIBRARY)  # what caches and allocators hold now more, now less
_MOST_GROWTH = 0.1  # of that, in all rounds together
_OF_QT = 64  # KiB of memory in a round: Qt 6.11 keeps the names of the pictures that the buttons of each dialog had
_DATA = ("viewer.release.", "viewer.library.")  # caches of a certain size hold what is made of texts


class Trend(NamedTuple):
    """How much there was of something, round by round."""

    name: str
    values: tuple[int, ...]

    @property
    def slope(self) -> float:
        """By how much it grows in a round: the median of the slopes between every two rounds (Theil and Sen)."""
        pairs = combinations(enumerate(self.values), 2)
        return median((later - earlier) / (j - i) for (i, earlier), (j, later) in pairs)

    @property
    def is_flat(self) -> bool:
        """Whether it does not grow: most of it not at all, what has bounds not by a tenth in all rounds together."""
        rounds = len(self.values) - 1
        allowed = self.values[0] * _MOST_GROWTH * (self.name in _BOUNDED) + _OF_QT * rounds * (self.name in _MEMORY)
        return self.slope * rounds <= allowed


def trends(rounds: Sequence[Held]) -> list[Trend]:
    """What became of everything in these rounds."""
    return [Trend(name, tuple(then[name] for then in rounds)) for name in rounds[0]]


def held(library: Path, settings: Path) -> Held:
    """What this program holds now."""
    gc.collect()
    memory = _memory()
    objects = gc.get_objects()
    return {
        RESIDENT: memory["Rss"],
        OWN: memory["Private_Dirty"],
        PYTHON: len(objects),
        "objects of windows and models": sum(_is_ours(type(one).__module__) for one in objects),
        "objects of Qt": len(_qt_objects()),
        "descriptors": _count("/proc/self/fd"),
        "threads": _count("/proc/self/task"),
        LIBRARY: sum(file.stat().st_size for file in library.parent.glob(f"{library.name}*")) // 1024,
        "settings files": sum(1 for _ in settings.rglob("*")),
    }


def _is_ours(module: str) -> bool:
    return module.startswith("viewer.") and not module.startswith(_DATA)


def _qt_objects() -> list[str]:
    """A line for each object of Qt in all windows and in the application; none becomes one of Python by that."""
    lines: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _context, text: lines.append(text))
    try:
        roots = [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]
        for root in (*roots, QCoreApplication.instance()):
            if root is not None:
                root.dumpObjectTree()
    finally:
        qInstallMessageHandler(before)
    return [line for line in lines if "Animation" not in line]  # one that has not ended yet is no leftover


def _count(folder: str) -> int:
    return sum(1 for _ in Path(folder).iterdir())


def _memory() -> dict[str, int]:
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
    return {name: int(size.split()[0]) for name, _, size in (line.partition(":") for line in lines)}

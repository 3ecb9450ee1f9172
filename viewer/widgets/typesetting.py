"""What stays in one line: a number with its unit, 第 with its number (CLREQ, https://www.w3.org/TR/clreq/).

Qt breaks lines between a digit and an ideograph, and within numbers of full-width digits. A word joiner forbids it and
has no width. Joiners are on the screen only: whoever reads text back from a page takes them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from viewer.release.unit_names import UNIT_NAMES, simplify_units

JOINER = "\u2060"
"""Forbids a line to end where it stands."""

_NUMBER = r"(?:[0-9]+(?:[.,][0-9]+)*|[０-９]+(?:[．，][０-９]+)*)[十百千万亿]*[%％‰]?"
_KEPT = re.compile(rf"(?:第(?:{_NUMBER}|[〇零一二两三四五六七八九十百千]+)|{_NUMBER})[余多]?")
_UNITS = UNIT_NAMES | frozenset("月号时点分期届章")
_LONGEST = max(map(len, _UNITS))
_JOINT = re.compile(r"(?<=\S)(?=\S)(?!(?<=[!-~])[!-~])")  # within ASCII no line is broken anyway


def keep_together(text: str, start: int = 0, end: int | None = None) -> str:
    """`text` from `start` to `end`, with word joiners where the whole of it has them."""
    end = len(text) if end is None else end
    joints = (place for place in _joints(text) if start <= place < end)
    return JOINER.join(text[slice(*piece)] for piece in pairwise((start, *joints, end)))


def without_joiners(text: str) -> str:
    """`text` as it is off the screen."""
    return text.replace(JOINER, "")


@lru_cache(maxsize=8)
def _joints(text: str) -> tuple[int, ...]:
    """The places at which no line may begin; remembered, for a text is asked for piece by piece."""
    return tuple(_find_joints(simplify_units(text)))


def _find_joints(plain: str) -> Iterator[int]:
    for kept in _KEPT.finditer(plain):
        end = kept.end()
        unit = next((size for size in range(_LONGEST, 0, -1) if plain[end : end + size] in _UNITS), 0)
        yield from (joint.start() for joint in _JOINT.finditer(plain, kept.start() + 1, end + unit))

"""Folding: two ways to write the same character become one, and every place is kept.

Folded text has no width (ＴＮＴ is tnt), no case, no white space and no quotation marks, so that 1300条 is
found in “1300 条” and 情指行一体化 in “情指行”一体化.
Compatibility forms follow Unicode's NFKD (UAX #15), case follows its full case folding.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_QUOTATION_MARKS = frozenset("\"'“”‘’„‟「」『』﹁﹂﹃﹄")

Span = tuple[int, int]
"""Start and end of a stretch of text, in characters."""


class Folded(NamedTuple):
    """Folded text; `offsets[i]` is the place in the original of the folded character `i`."""

    text: str
    offsets: tuple[int, ...]

    def find(self, term: str) -> list[Span]:
        """Every place, in characters of the original, where the folded `term` stands; none overlap."""
        spans: list[Span] = []
        start = self.text.find(term) if term else -1
        while start >= 0:
            end = start + len(term)
            spans.append((self.offsets[start], self.offsets[end - 1] + 1))
            start = self.text.find(term, end)
        return spans


@lru_cache(maxsize=20_000)
def _fold_character(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character)
    folded = unicodedata.normalize("NFKD", decomposed.casefold())
    return "".join(part for part in folded if not part.isspace() and part not in _QUOTATION_MARKS)


def fold(text: str) -> str:
    """The folded text."""
    return "".join(map(_fold_character, text))


def fold_with_offsets(text: str) -> Folded:
    """The folded text together with where each of its characters comes from."""
    parts: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        folded = _fold_character(character)
        parts.append(folded)
        offsets.extend([offset] * len(folded))
    return Folded("".join(parts), tuple(offsets))


def find_spans(text: str, terms: Iterable[str]) -> tuple[Span, ...]:
    """Where the folded `terms` stand in `text`, in order, with overlapping places joined."""
    folded = fold_with_offsets(text)
    joined: list[Span] = []
    for start, end in sorted(span for term in terms for span in folded.find(term)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)

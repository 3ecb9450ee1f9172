"""Folding: two ways to write the same character become one, and every place is kept.

Folded text has no width (ＴＮＴ is tnt), no case, no traditional characters (辦 is 办), no white space, no
quotation marks and nothing invisible, so that 1300条 is found in “1300 条” and 情指行一体化 in “情指行”一体化.
Compatibility forms follow Unicode's NFKD (UAX #15), case follows its full case folding, simplification
is OpenCC's of single characters: one of words would depend on what stands around a character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from viewer.release.unseen import IGNORABLE

if TYPE_CHECKING:
    from opencc import OpenCC

_QUOTATION_MARKS = frozenset("\"'“”‘’„‟「」『』﹁﹂﹃﹄")
_INVISIBLE = frozenset(("Cc", "Cf", "Cs"))  # controls, format characters, halves of surrogate pairs
_IGNORABLE = f"[{IGNORABLE}]"  # takes long, and is compiled for the first text that is folded
_FIRST_IDEOGRAPH = "\u3400"

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
            spans.append(self.span(start, end))
            start = self.text.find(term, end)
        return spans

    def span(self, start: int, end: int) -> Span:
        """Where the folded characters from `start` to `end` stand in the original."""
        return self.offsets[start], self.offsets[end - 1] + 1


class _WidthAndCase(dict[int, str]):
    """What each character becomes, worked out when it is first met; for `str.translate`."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code))
        folded = unicodedata.normalize("NFKD", decomposed.casefold())
        self[code] = "".join(part for part in folded if not part.isspace() and part not in _QUOTATION_MARKS)
        return self[code]


class _Everything(dict[int, str]):
    """As `_WidthAndCase`, and without what is traditional or invisible."""

    def __missing__(self, code: int) -> str:
        visible = (part for part in _WIDTH_AND_CASE[code] if not _is_unseen(part))
        self[code] = "".join(simplify(part) if part >= _FIRST_IDEOGRAPH else part for part in visible)
        return self[code]


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _INVISIBLE or bool(re.match(_IGNORABLE, character))


_WIDTH_AND_CASE = _WidthAndCase()
_EVERYTHING = _Everything()


def fold_width_and_case(text: str) -> str:
    """The text without width, case, white space and quotation marks: what copies of one document share."""
    return text.translate(_WIDTH_AND_CASE)


def fold(text: str) -> str:
    """The folded text."""
    return text.translate(_EVERYTHING)


def fold_with_offsets(text: str) -> Folded:
    """The folded text together with where each of its characters comes from."""
    parts = [_EVERYTHING[ord(character)] for character in text]
    offsets = tuple(offset for offset, part in enumerate(parts) for _ in part)
    return Folded("".join(parts), offsets)


def simplify(text: str) -> str:
    """The text with traditional characters simplified, word by word."""
    simplified: str = _converter().convert(text)
    return simplified


def join_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same places in order, those that touch or overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def find_spans(text: str, terms: Iterable[str]) -> tuple[Span, ...]:
    """Where the folded `terms` stand in `text`, in order, with overlapping places joined."""
    folded = fold_with_offsets(text)
    return join_spans(span for term in terms for span in folded.find(term))


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC  # its tables are loaded by the first search, not by the start

    return OpenCC("t2s")

"""Passages found again in texts that have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from viewer.release.anchoring import CONTEXT, Anchor, anchor_at, locate
from viewer.release.folding import Folded, Span, fold, fold_with_offsets

_LEAST_LIKENESS = 0.6  # share of a passage's characters that must still be there, in order
_LEAST_CONTEXT = 0.5  # likeness of what stands around a short passage, which may be anywhere
_SHORT = 6  # characters below which a passage is taken only as it is
_MOST_GROWTH = 2  # times as long as before
_MOST_PLACES = 1_000  # where the same passage is looked at
_MOST_WORK = (
    250_000  # pairs of equal characters in passage and text; those of two thousand and twenty thousand have that
)


class Found(NamedTuple):
    """A passage in one of several texts: the number of the text, and the passage as it stands there."""

    number: int
    anchor: Anchor


def find_again(anchor: Anchor, texts: Sequence[str]) -> Found | None:
    """The passage in the text where it fits best, of equals in the first; None where it is no longer there.

    Best is the passage with the same text around it, then the same passage elsewhere, then one that is much like it.
    """
    for number, text in enumerate(texts):
        if (span := locate(anchor, text)) is not None:
            return _found(number, text, span)
    folded = [fold_with_offsets(text) for text in texts]
    for look in (_same, _alike):
        candidates = [
            (likeness, -number, span)
            for number, one in enumerate(folded)
            for likeness, span in look(Anchor(*map(fold, anchor)), one)
        ]
        if candidates:
            _likeness, number, span = max(candidates)
            return _found(-number, texts[-number], span)
    return None


def _found(number: int, text: str, span: Span) -> Found | None:
    anchor = anchor_at(text, *span)
    return Found(number, anchor) if anchor is not None else None


def _same(anchor: Anchor, folded: Folded) -> Iterator[tuple[float, Span]]:
    """The same passage among other text, with the likeness of what is around it."""
    place = folded.text.find(anchor.quote) if anchor.quote else -1
    for _number in range(_MOST_PLACES):
        if place < 0:
            break
        end = place + len(anchor.quote)
        around = (anchor.before, folded.text[max(0, place - CONTEXT) : place])
        behind = (anchor.after, folded.text[end : end + CONTEXT])
        likeness = max(SequenceMatcher(None, *pair, autojunk=False).ratio() for pair in (around, behind))
        if len(anchor.quote) >= _SHORT or likeness >= _LEAST_CONTEXT:
            yield likeness, folded.span(place, end)
        place = folded.text.find(anchor.quote, place + 1)


def _alike(anchor: Anchor, folded: Folded) -> Iterator[tuple[float, Span]]:
    """A passage that has most of the characters in their order."""
    quote = anchor.quote
    if len(quote) < _SHORT or not _is_worth_it(quote, folded.text):
        return
    first, last = len(anchor.before), len(anchor.before) + len(quote)
    pattern = anchor.before + quote + anchor.after
    kept = 0
    start = end = -1
    for at, place, size in SequenceMatcher(None, pattern, folded.text, autojunk=False).get_matching_blocks():
        inside = min(at + size, last) - max(at, first)
        if inside > 0:
            kept += inside
            if start < 0:
                start = place + max(at, first) - at
            end = place + min(at + size, last) - at
        elif at + size == first and size:
            start = place + size  # the passage begins where the text before it ends
        elif at == last and size and start >= 0:
            end = place
    if kept >= _LEAST_LIKENESS * len(quote) and 0 <= start < end <= start + _MOST_GROWTH * len(quote):
        yield kept / len(quote), folded.span(start, end)


def _is_worth_it(quote: str, text: str) -> bool:
    """Whether enough pairs of neighbours are shared for a closer look, and it would not take too long."""
    pairs = set(pairwise(quote))
    if len(pairs.intersection(pairwise(text))) < _LEAST_LIKENESS / 2 * len(pairs):
        return False
    counts = Counter(text)
    return sum(number * counts[character] for character, number in Counter(quote).items()) <= _MOST_WORK

"""Passages anchored by their text.

An anchor is a TextQuoteSelector: https://www.w3.org/TR/annotation-model/#text-quote-selector. Texts are held
against each other folded, so that neither white space nor the width of a character loses a passage.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from viewer.release.folding import Span, fold, fold_with_offsets

CONTEXT = 32
"""Characters that are kept of what stands before and after a passage."""


class Anchor(NamedTuple):
    """A passage, and up to `CONTEXT` characters of what stands before and after it."""

    quote: str
    before: str
    after: str


def anchor_at(text: str, start: int, end: int) -> Anchor | None:
    """The anchor of a stretch of `text` without white space at its ends; None where there is nothing to be found."""
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    end = start + len(quote)
    return Anchor(quote, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]) if fold(quote) else None


def anchor_within(line: str, start: int, end: int, texts: Iterable[str]) -> Anchor | None:
    """The anchor of a stretch of a shown line in the text of `texts` that the line shows, perhaps among others.

    None where that stretch is not part of any of them.
    """
    shown = fold_with_offsets(line)
    first, last = bisect_left(shown.offsets, start), bisect_left(shown.offsets, end)
    for text in sorted(texts, key=len, reverse=True):
        folded = fold_with_offsets(text)
        place = shown.text.find(folded.text) if folded.text else -1
        low, high = max(first - place, 0), min(last - place, len(folded.text))
        if place >= 0 and low < high:
            return anchor_at(text, *folded.span(low, high))
    return None


def locate(anchor: Anchor, text: str) -> Span | None:
    """Where the passage stands in `text` with the same text around it."""
    folded = fold_with_offsets(text)
    quote, before, after = map(fold, anchor)
    place = folded.text.find(before + quote + after) if quote else -1
    return folded.span(place + len(before), place + len(before) + len(quote)) if place >= 0 else None

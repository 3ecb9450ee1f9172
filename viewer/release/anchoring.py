"""Passages anchored by their text.

An anchor is a TextQuoteSelector: https://www.w3.org/TR/annotation-model/#text-quote-selector. Texts are held
against each other folded, so that neither white space nor the width of a character loses a passage.
"""

from __future__ import annotations

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


def locate(anchor: Anchor, text: str) -> Span | None:
    """Where the passage stands in `text` with the same text around it."""
    folded = fold_with_offsets(text)
    quote, before, after = map(fold, anchor)
    place = folded.text.find(before + quote + after) if quote else -1
    return folded.span(place + len(before), place + len(before) + len(quote)) if place >= 0 else None

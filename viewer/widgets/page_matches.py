"""Where a text stands on a page: folded as the search folds it, in places as Qt counts them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextDocument

from viewer.release.folding import Span, fold, fold_with_offsets, join_spans

_SLICE = 4096  # characters, which are folded in much less than a frame
_SENTENCE_ENDS = "。！？；\u2028"


def matches_on(document: QTextDocument, *terms: str) -> Iterator[list[Span] | None]:
    """Where the folded `terms` stand on a page, from the top, a slice at a time; overlapping places are one.

    None stands for the end of what there is so far: whoever asks again gets what has grown since.
    """
    number = 0
    while True:
        while number == document.blockCount():
            yield None
        block = document.findBlockByNumber(number)
        place = block.position()
        for spans in _matches_of_all(block.text(), terms):
            yield [(place + start, place + end) for start, end in spans]
        number += 1


def matches_in(text: str, term: str) -> Iterator[list[Span]]:
    """Where the folded `term` stands in a text, a slice at a time; none overlap.

    The places are counted in UTF-16 units, as Qt does.
    """
    done = place = 0  # the end of the last match, in characters and in units
    for end in range(_SLICE, len(text) + _SLICE, _SLICE):
        start = _reach_back(text, end - _SLICE, done, len(term) - 1)
        part = text[start:end]
        found: list[Span] = []
        # most parts have none, and folding them is faster without offsets
        for span in fold_with_offsets(part).find(term) if term in fold(part) else ():
            first, last = start + span[0], start + span[1]
            if first >= done:  # “…” is three folded dots in one place
                begins = place + utf16_length(text[done:first])
                done, place = last, begins + utf16_length(text[first:last])
                found.append((begins, place))
        yield found


def _matches_of_all(text: str, terms: tuple[str, ...]) -> Iterator[list[Span]]:
    """Of several terms in one slice: slice by slice their places would not come in order."""
    if len(terms) == 1:
        yield from matches_in(text, terms[0])
    else:
        yield list(join_spans(span for term in terms for spans in matches_in(text, term) for span in spans))


def sentence_around(text: str, span: Span) -> Span:
    """The sentence that a place in a text is in, in characters."""
    start, end = span
    first = max(text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS) + 1
    lasts = [place for mark in _SENTENCE_ENDS if (place := text.find(mark, end)) >= 0]
    return first, min(lasts, default=len(text) - 1) + 1


def utf16_length(text: str) -> int:
    """How many characters Qt counts in a text: those beyond the first 65,536 are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _reach_back(text: str, start: int, done: int, folded: int) -> int:
    """How far before `start`, though not before `done`, a match can begin of which that many characters precede it."""
    reach = folded
    while start - reach > done and len(fold(text[start - reach : start])) < folded:
        reach *= 2
    return max(start - reach, done)

"""Targets for text: queries, figures, folded offsets, pinyin, anchors."""

from __future__ import annotations

import math
import tempfile
from functools import cache
from itertools import pairwise
from pathlib import Path

from samples import sample_release

from viewer.library.library import Library
from viewer.library.query import Query
from viewer.library.query_parser import parse_query, parse_words, split_words
from viewer.library.releases import put_release
from viewer.library.search import count, search
from viewer.library.suggestions import complete
from viewer.opening import open_library
from viewer.release.anchoring import anchor_at, anchor_within, locate
from viewer.release.checking import locate_figure
from viewer.release.figures import find_figures
from viewer.release.folding import Span, fold, fold_with_offsets, join_spans
from viewer.release.pinyin import divide, spell
from viewer.release.reanchoring import find_again

_FOLDER = tempfile.TemporaryDirectory(prefix="release-viewer-fuzz-", ignore_cleanup_errors=True)
_LIMIT = 5


@cache
def _library() -> Library:
    """The shipped release and a small one."""
    library = open_library(Path(_FOLDER.name, "searched.sqlite"))
    put_release(library, sample_release())
    return library


def text_of(data: bytes) -> str:
    """Any text: bytes as UTF-8, where what is none becomes U+FFFD."""
    return data.decode("utf-8", "replace")


def query(data: bytes) -> None:
    """A query that is typed: it finds something or nothing, and says what was left out."""
    typed = data.decode("utf-8", "surrogateescape")  # halves of characters come from input methods
    parsed = parse_query(typed)
    assert isinstance(parsed, Query)
    assert all(isinstance(text, str) for _note, text in parsed.notes)
    parse_words(typed)
    split_words(typed)
    found = search(_library(), parsed, _LIMIT)
    total = count(_library(), parsed).total
    assert len(found.hits) == min(total, _LIMIT)
    for hit in found.hits:
        _check_spans(hit.title_spans, hit.title)
        _check_spans(hit.snippet_spans, hit.snippet)
    if typed.isprintable():
        complete(_library(), typed)


def figures(data: bytes) -> None:
    """The figures of a text: each stands where it says, none overlap, and all are finite."""
    text = text_of(data)
    found = find_figures(text, 1)
    for figure in found:
        assert figure.start is not None
        assert figure.end is not None
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.written
        assert all(math.isfinite(value) for value in figure.values)
        assert locate_figure(figure, text) == (figure.start, figure.end)
    assert all((a.end or 0) <= (b.start or 0) for a, b in pairwise(found))


def folding(data: bytes) -> None:
    """Folded text: each of its characters knows its place; folding again changes nothing; readings have places."""
    text = text_of(data)
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert fold(folded.text) == folded.text
    assert len(folded.offsets) == len(folded.text)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= offset < len(text) for offset in folded.offsets)
    spelling = spell(text[:2000])
    assert len(spelling.places) == len(spelling.readings)
    letters = "".join(part for part in folded.text if part.isascii() and part.isalnum())[:60]
    for ways in (divide(letters), divide("zhongguo")):
        _check_spans(join_spans(spelling.find(ways)), text)


def anchoring(data: bytes) -> None:
    """A passage of a text: it is found there again, and in another text it is found inside of that or not at all."""
    head, _, rest = data.partition(b"\n")
    first, text = text_of(head), text_of(rest)
    start, end = len(text) // 3, len(text) * 2 // 3 + 1
    anchor = anchor_at(text, start, end)
    if anchor is None:
        return
    span = locate(anchor, text)
    assert span is not None
    assert fold(text[slice(*span)]) == fold(anchor.quote)
    assert locate(anchor, first) is None or fold(anchor.quote) in fold(first)
    again = find_again(anchor, [first, first + text, text])
    assert again is not None
    assert fold(again.anchor.quote) == fold(anchor.quote)
    changed = find_again(anchor, [text.replace(first, "") if first else text[::2], first])
    assert changed is None or changed.number in (0, 1)
    shown = anchor_within(first + text, len(first) + start, len(first) + end, [first, text])
    assert shown is None or fold(shown.quote) in fold(first + text)


def _check_spans(spans: tuple[Span, ...], text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
